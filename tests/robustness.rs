//! Nothing in a text may stop the analysis, and what it finds must lie in the text.

use std::sync::Arc;

use dateline::article::Markup;
use dateline::corpus::{ArticleKey, Entry};
use dateline::features::{check, definition, hover, outline, references, tokens};
use dateline::knowledge::{Knowledge, embedded};
use dateline::text::Document;
use proptest::prelude::*;

fn holds(text: &str, markup: Markup, knowledge: &Arc<Knowledge>) {
    let key = ArticleKey::of_uri("untitled:20240322.txt");
    let entry = Arc::new(Entry::new(key.clone(), Document::new(text), markup, knowledge));
    let mut last = 0;
    for block in &entry.article.blocks {
        assert!(block.span.start >= last && block.span.end <= text.len(), "blocks overlap in {text:?}");
        last = block.span.end;
        entry.words(block.span);
    }
    let mut start = 0;
    for mention in &entry.recognition.mentions {
        assert!(
            mention.span.start >= start && !entry.words(mention.span).is_empty(),
            "mentions are out of order in {text:?}"
        );
        start = mention.span.start;
    }
    for finding in check::findings(&entry, knowledge) {
        entry.words(finding.span);
        for (span, _) in finding.fixes.iter().flat_map(|f| &f.replacements) {
            entry.words(*span);
        }
    }
    outline::outline(&entry);
    let mut end = 0;
    for token in tokens::tokens(&entry) {
        assert!(token.span.start >= end, "tokens overlap in {text:?}");
        end = token.span.end;
    }
    let disk = Arc::new([(key.clone(), entry)].into_iter().collect());
    let snapshot = dateline::corpus::Snapshot { knowledge: knowledge.clone(), disk, ..Default::default() };
    for offset in (0..=text.len()).step_by(7).filter(|o| text.is_char_boundary(*o)) {
        hover::hover(&snapshot, &key, offset);
        definition::definition(&snapshot, &key, offset);
        definition::declaration(&snapshot, &key, offset);
        references::highlights(&snapshot, &key, offset);
    }
}

/// Pieces of news, in the wrong order and with the wrong neighbors.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "BEIJING, March 22 (Xinhua) -- ",
        "Premier ",
        "Li Qiang",
        ", ",
        " and ",
        "secretaries of the CPC provincial committees ",
        "respectively ",
        "of ",
        "Shanxi",
        "Hunan Province",
        "central China's ",
        "\"",
        "“",
        "(Xinhua/Ju Peng)",
        "\n",
        "\r\n\r\n",
        "They are all ",
        "members of the ",
        "Political Bureau",
        "CPC ",
        "the ",
        "He ",
        "said ",
        "on Wednesday, ",
        "March 20, 2024",
        "February 30",
        "U.S. ",
        "Secretary of State ",
        "former ",
        "-elect ",
        "'s ",
        ". ",
        "--",
        "Xi",
        "XI",
        "é",
        "\u{301}",
        "😀",
        "习近平",
        "\u{2028}",
        "\0",
        "\u{feff}",
        "Mr. ",
        "de la ",
        "Kim Jong-",
        "un",
        "; ",
        "a",
        "Minister",
        "Ministers ",
    ]);
    prop::collection::vec(piece, 0..40).prop_map(|p| p.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    // what was found once
    #[test]
    fn names_that_overlap(spaces in " {0,1}") {
        holds(&format!("the XIPremier Mr.{spaces}\nKim Jong-March 20, 2024Secretary of State 's Kim Jong-Hunan Province"), Markup::Plain, &embedded::knowledge());
    }

    #[test]
    fn any_characters(text in "\\PC{0,120}", markdown: bool) {
        holds(&text, if markdown { Markup::Markdown } else { Markup::Plain }, &embedded::knowledge());
    }

    #[test]
    fn news_in_pieces(text in pieces(), markdown: bool) {
        holds(&text, if markdown { Markup::Markdown } else { Markup::Plain }, &embedded::knowledge());
    }

    #[test]
    fn bytes_read_as_text(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        holds(&String::from_utf8_lossy(&bytes), Markup::Plain, &embedded::knowledge());
    }
}

#[test]
fn a_long_line_takes_no_more_than_its_share() {
    // no times are measured: a quadratic step would not come to an end in the life of a test
    let sentence =
        "Premier Li Qiang and Xi Jinping met Wang Yi in Changsha, central China's Hunan Province, respectively. ";
    let text = sentence.repeat(4_000);
    let knowledge = embedded::knowledge();
    let entry = Entry::new(ArticleKey::of_uri("untitled:1"), Document::new(&text), Markup::Plain, &knowledge);
    assert!(entry.recognition.mentions.len() >= 4_000 * 6);
}
