//! Divides a text into blocks and says what each is.
//!
//! Lines are joined where a text is hard-wrapped. What stands before the story is told by its shape and place: a published
//! line by its date, a caption by its credit, a headline by being short and first. A caption and a dateline that run on in
//! one line, as scraped texts have them, are taken apart.

use std::sync::LazyLock;

use regex::Regex;

use super::date::{MonthDay, month_number};
use super::{Article, Block, BlockKind, Dateline, Markup, front_matter};
use crate::text::Span;

// Classes are ASCII and "all that is not": an automaton over Unicode's letters takes milliseconds to build, and the first
// article of a session waits for it. What is a capital is asked of the captured words where it matters.

const MONTH: &str = r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?";

/// Inside brackets: a letter, or any character beyond ASCII.
const LETTER: &str = r"A-Za-z[^\x00-\x7F]";

/// Inside brackets: a capital, or any character beyond ASCII.
const CAPITAL: &str = r"A-Z[^\x00-\x7F]";

/// `CHANGSHA, March 22 (Xinhua) --`, `WASHINGTON (AP) _`, `LONDON, Nov. 3 , 2005 (Xinhua) --`, `PARIS, March 3 -`.
static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
    let (l, u) = (LETTER, CAPITAL);
    let place = format!(
        r"[{u}][{u}'.\-]*[{u}][.']?(?:[ ][{u}][{u}'.\-]*[{u}]?\.?)*(?:/[{u}][{u} ]+)*(?P<within>,[ ]+[{u}][{l}.]+(?:[ ][{u}][{l}.]+)*)??"
    );
    regex(&format!(
        r"(?P<place>{place})(?:,?[ ]+(?:(?P<month>{MONTH})[ ]+(?P<day>[0-9][0-9]?)(?:[ ]*,[ ]*(?P<year>[0-9][0-9][0-9][0-9]))?|(?P<day2>[0-9][0-9]?)[ ]+(?P<month2>{MONTH})(?:,?[ ]+(?P<year2>[0-9][0-9][0-9][0-9]))?))?[ ]*(?:\((?P<agency>[{l}][{l} ./&'-]+)\))?[ ]*(?P<dash>--|—|–|-|_)[ \n\r]"
    ))
});

/// The most bytes that the name of an agency has.
const LONGEST_AGENCY: usize = 41;

/// A credit: `(Xinhua/Ju Peng)`, `[Photo/Xinhua]`, `(Photo by Jon Super/Xinhua)`.
static CREDIT: LazyLock<Regex> = LazyLock::new(|| {
    let (l, u) = (LETTER, CAPITAL);
    regex(&format!(
        r"[(\[](?:(?:Photo|Picture|Image)s?(?:[ ](?:by|from|via|courtesy of))?[ /:]?[ ]*(?P<by>[{u}][{l}' .-]+?)(?:[ ]?/[ ]?(?P<of>[{l} .]+))?|(?P<agency>Xinhua|AP|AFP|Reuters|China Daily|CNS|Photo/[{l} ]+)(?:[ ]Photo)?[ ]?/[ ]?(?P<name>[{u}][{l}' .-]+?))[)\]]"
    ))
});

/// `2024.03.22 / Source: Xinhua`, `Updated: 2024-03-22 10:30`, `Xinhua | Updated: March 22, 2024`. What stands before and
/// after it is measured by [`published_date`].
static PUBLISHED: LazyLock<Regex> = LazyLock::new(|| {
    regex(&format!(
        r"(?i)^(?P<before>[^|/:\n]*[|/:][ ]*)?(?:(?:updated|published|posted|date|time|issued)(?:[ ]+(?:on|at))?[: ]+)?(?:(?P<y>[0-9][0-9][0-9][0-9])(?:[.\-/]|年)(?P<m>[0-9][0-9]?)(?:[.\-/]|月)(?P<d>[0-9][0-9]?)日?|(?P<month>{MONTH})[ ]+(?P<day>[0-9][0-9]?),?[ ]+(?P<year>[0-9][0-9][0-9][0-9])|(?P<day2>[0-9][0-9]?)[ ]+(?P<month2>{MONTH}),?[ ]+(?P<year2>[0-9][0-9][0-9][0-9]))(?P<after>$|[^0-9A-Za-z_])"
    ))
});

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    let (l, u) = (LETTER, CAPITAL);
    regex(&format!(r"^(?:By|BY)[ ]+[{u}][{l}.'-]+(?:[ ,]+(?:and[ ]+)?[{u}][{l}.'-]+)*$"))
});

/// The most names and words that a byline has after its first.
const LONGEST_BYLINE: usize = 9;

fn regex(pattern: &str) -> Regex {
    Regex::new(pattern).expect("the pattern is a constant and tested")
}

/// The date of a published line: year, month, day, not yet known to exist.
pub(super) fn published_date(line: &str) -> Option<(i16, i8, i8)> {
    let line = line.trim();
    let found = PUBLISHED.captures(line)?;
    // a sentence that begins with a date is no published line
    let before = found.name("before").map_or("", |m| m.as_str());
    let told = before.trim_end().trim_end_matches(['|', '/', ':']);
    let after = found.name("after").map_or(0, |m| line[m.start()..].chars().count());
    if told.chars().count() > 30 || !told.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.')) || after > 80 {
        return None;
    }
    let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<i16>().ok());
    let named = |name: &str| found.name(name).and_then(|m| month_number(m.as_str()));
    if let (Some(y), Some(m), Some(d)) = (number("y"), number("m"), number("d")) {
        return Some((y, m as i8, d as i8));
    }
    let month = named("month").or_else(|| named("month2"))?;
    let day = number("day").or_else(|| number("day2"))?;
    let year = number("year").or_else(|| number("year2"))?;
    Some((year, month, day as i8))
}

/// Divides a text into blocks.
pub(super) fn divide(text: &str, markup: Markup) -> Article {
    let mut article = Article::default();
    let mut start = text.len() - text.strip_prefix('\u{feff}').unwrap_or(text).len();
    if markup == Markup::Markdown
        && let Some((matter, span)) = front_matter::read(text, start)
    {
        article.front_matter = matter;
        article.blocks.push(block(BlockKind::FrontMatter, span));
        start = span.end;
    }
    let stretches = stretches(text, start, markup);
    let mut told = Vec::with_capacity(stretches.len());
    for span in stretches {
        classify(text, span, markup, &mut told, &mut article);
    }
    tell_headline(text, &mut told);
    for (kind, span) in told {
        article.blocks.push(block(kind, span));
    }
    article
}

fn block(kind: BlockKind, span: Span) -> Block {
    Block { kind, span, sentences: Vec::new(), quotations: Vec::new() }
}

/// The stretches of text that belong together: lines, or joined lines where the text is hard-wrapped.
fn stretches(text: &str, start: usize, markup: Markup) -> Vec<Span> {
    let lines = lines(text, start);
    let wrapped = markup == Markup::Markdown || is_hard_wrapped(text, &lines);
    let mut stretches: Vec<Span> = Vec::new();
    let mut open = false;
    for line in lines {
        let words = line.slice(text);
        let trimmed = words.trim();
        if trimmed.is_empty() {
            open = false;
            continue;
        }
        let lead = words.len() - words.trim_start().len();
        let span = Span::new(line.start + lead, line.start + lead + trimmed.len());
        let apart = trimmed.starts_with(['#', '*', '>']) || trimmed.starts_with("- ") || trimmed.starts_with("<!--");
        let indented = lead >= 2;
        match stretches.last_mut() {
            Some(last) if open && wrapped && !indented && !(markup == Markup::Markdown && apart) => last.end = span.end,
            _ => stretches.push(span),
        }
        open = !(markup == Markup::Markdown && (trimmed.starts_with('#') || trimmed.ends_with("-->")));
    }
    stretches
}

fn lines(text: &str, start: usize) -> Vec<Span> {
    let mut lines = Vec::new();
    let mut at = start;
    for (offset, c) in text[start..].char_indices() {
        if c == '\n' || c == '\r' {
            lines.push(Span::new(at, start + offset));
            at = start + offset + 1;
        }
    }
    lines.push(Span::new(at, text.len()));
    // a CRLF makes an empty "line" that would part what belongs together
    let bytes = text.as_bytes();
    lines.retain(|l| {
        !(l.is_empty() && l.start > start && bytes[l.start - 1] == b'\r' && bytes.get(l.start) == Some(&b'\n'))
    });
    lines
}

/// Whether most lines that another line follows directly are of a column's width.
fn is_hard_wrapped(text: &str, lines: &[Span]) -> bool {
    let (mut followed, mut column, mut full) = (0, 0, 0);
    for pair in lines.windows(2) {
        let (line, next) = (pair[0].slice(text).trim(), pair[1].slice(text).trim());
        if line.is_empty() || next.is_empty() {
            continue;
        }
        followed += 1;
        let length = line.chars().count();
        column += usize::from((40..=100).contains(&length));
        full += usize::from(length > 120);
    }
    followed >= 2 && full == 0 && column * 10 >= followed * 6
}

fn classify(text: &str, span: Span, markup: Markup, told: &mut Vec<(BlockKind, Span)>, article: &mut Article) {
    let words = span.slice(text);
    if markup == Markup::Markdown {
        if words.starts_with("<!--") {
            told.push((BlockKind::Comment, span));
            return;
        }
        if words.starts_with('#') {
            let hashes = words.len() - words.trim_start_matches(['#', ' ']).len();
            let first = !told.iter().any(|(kind, _)| *kind == BlockKind::Headline);
            let kind = if first { BlockKind::Headline } else { BlockKind::Heading };
            told.push((kind, Span::new(span.start + hashes, span.end)));
            return;
        }
    }
    let in_head = article.dateline.is_none() && told.len() < 8;
    if in_head && words.len() < 120 && published_date(words).is_some() {
        told.push((BlockKind::PublishedLine, span));
        return;
    }
    if in_head && words.split(' ').count() <= LONGEST_BYLINE + 2 && BYLINE.is_match(words) {
        told.push((BlockKind::Byline, span));
        return;
    }
    if let Some((before, dateline)) = find_dateline(text, span, told.len()) {
        if !before.is_empty() {
            tell_caption(text, before, told, article);
        }
        told.push((BlockKind::Paragraph, Span::new(dateline.span.start, span.end)));
        article.dateline.get_or_insert(dateline);
        return;
    }
    if CREDIT.is_match(words) {
        tell_caption(text, span, told, article);
        return;
    }
    told.push((BlockKind::Paragraph, span));
}

/// A stretch with credits: up to the last credit it is caption, after it paragraph.
fn tell_caption(text: &str, span: Span, told: &mut Vec<(BlockKind, Span)>, article: &mut Article) {
    let words = span.slice(text);
    let mut end = None;
    for found in CREDIT.captures_iter(words) {
        if let Some(name) = found.name("name").or_else(|| found.name("by")) {
            article.credits.push(Span::new(span.start + name.start(), span.start + name.end()));
        }
        end = found.get(0).map(|m| m.end());
    }
    let Some(end) = end else {
        told.push((BlockKind::Paragraph, span));
        return;
    };
    // a credit in the middle of a long stretch closes no caption
    let rest = words[end..].trim();
    if rest.is_empty() {
        told.push((BlockKind::Caption, span));
        return;
    }
    told.push((BlockKind::Caption, Span::new(span.start, span.start + end)));
    let lead = words[end..].len() - words[end..].trim_start().len();
    told.push((BlockKind::Paragraph, Span::new(span.start + end + lead, span.end)));
}

/// A dateline at the head of a stretch, or after a sentence or credit within it. Returns what stands before it as well.
fn find_dateline(text: &str, span: Span, blocks_before: usize) -> Option<(Span, Dateline)> {
    if blocks_before > 12 {
        return None;
    }
    // datelines stand early; a long stretch need not be searched to its end
    let mut limit = span.end.min(span.start + 2000);
    while !text.is_char_boundary(limit) {
        limit -= 1;
    }
    let words = &text[span.start..limit];
    for found in DATELINE.captures_iter(words) {
        let Some(all) = found.get(0) else { continue };
        let before = words[..all.start()].trim_end();
        let opens = before.is_empty() || before.ends_with([')', ']', '.', '!', '?', '"', '\u{201d}']);
        let place = &found["place"];
        let either = |a: &str, b: &str| found.name(a).or_else(|| found.name(b));
        let (month, agency) = (either("month", "month2"), found.name("agency"));
        let letters = place.chars().filter(|c| c.is_uppercase()).count();
        let plain_dash = &found["dash"] == "-";
        let sure = month.is_some() || agency.is_some() || before.is_empty() && letters >= 4 && !plain_dash;
        let in_capitals =
            !place[..place.len() - found.name("within").map_or(0, |m| m.len())].contains(char::is_lowercase);
        let named_shortly = agency.is_none_or(|a| a.len() <= LONGEST_AGENCY);
        if !opens || letters < 3 || !sure || !in_capitals || !named_shortly {
            continue;
        }
        let number = |name: &str| found.name(name).and_then(|m| m.as_str().parse::<i16>().ok());
        let day = month.and_then(|m| month_number(m.as_str())).zip(number("day")).map(|(month, day)| MonthDay {
            month,
            day: day as i8,
            year: number("year"),
        });
        let at = |m: regex::Match| Span::new(span.start + m.start(), span.start + m.end());
        let dateline = Dateline {
            span: Span::new(span.start + all.start(), span.start + all.end() - 1),
            place: found.name("place").map(at)?,
            day,
            agency: agency.map(at),
        };
        return Some((Span::new(span.start, span.start + before.len()), dateline));
    }
    None
}

/// The short lines before the story: the section's label and the headline.
fn tell_headline(text: &str, told: &mut [(BlockKind, Span)]) {
    if told.iter().any(|(kind, _)| *kind == BlockKind::Headline) {
        return;
    }
    let story = told.len().min(6);
    let is_short = |span: &Span| {
        let words = span.slice(text);
        words.chars().count() <= 160 && !words.ends_with('.')
            || words.split_whitespace().count() <= 12 && words.ends_with("...")
    };
    let heads: Vec<usize> = (0..story)
        .take_while(|i| {
            let (kind, span) = &told[*i];
            matches!(kind, BlockKind::PublishedLine | BlockKind::Byline)
                || *kind == BlockKind::Paragraph && is_short(span)
        })
        .filter(|i| told[*i].0 == BlockKind::Paragraph)
        .collect();
    // a text of nothing but short lines is no article with only headlines
    let has_story = told.iter().any(|(kind, span)| *kind == BlockKind::Paragraph && !is_short(span));
    if !has_story && told.len() > 3 {
        return;
    }
    let mut headline_seen = false;
    for (n, &index) in heads.iter().enumerate() {
        let words = told[index].1.slice(text);
        let label = n == 0 && heads.len() > 1 && words.split_whitespace().count() <= 3 && words.len() <= 30;
        if told[index].1.start > 0 && starts_like_dateline(words) {
            break;
        }
        if headline_seen && told[..index].iter().any(|(kind, _)| *kind == BlockKind::PublishedLine) && n > 2 {
            break;
        }
        told[index].0 = if label { BlockKind::SectionLabel } else { BlockKind::Headline };
        headline_seen |= !label;
    }
}

fn starts_like_dateline(words: &str) -> bool {
    DATELINE.find(words).is_some_and(|m| m.start() == 0)
}

#[cfg(test)]
mod tests {
    use super::super::Article;
    use super::*;

    fn kinds(text: &str) -> Vec<(BlockKind, &str)> {
        let article = Article::parse(text, Markup::Plain, "");
        article.blocks.iter().map(|b| (b.kind, b.span.slice(text))).collect()
    }

    #[test]
    fn tells_the_furniture_of_a_wire_page() {
        let text = "Top News\nMinister opens bridge over river\n2021.05.03 / Source: Xinhua\n\nThe minister cuts a ribbon in Wuhan, May 2, 2021. (Xinhua/Chen Bo)\n\nWUHAN, May 3 (Xinhua) -- A bridge opened on Sunday.\n\nIt is long.";
        assert_eq!(
            kinds(text),
            [
                (BlockKind::SectionLabel, "Top News"),
                (BlockKind::Headline, "Minister opens bridge over river"),
                (BlockKind::PublishedLine, "2021.05.03 / Source: Xinhua"),
                (BlockKind::Caption, "The minister cuts a ribbon in Wuhan, May 2, 2021. (Xinhua/Chen Bo)"),
                (BlockKind::Paragraph, "WUHAN, May 3 (Xinhua) -- A bridge opened on Sunday."),
                (BlockKind::Paragraph, "It is long."),
            ]
        );
        let article = Article::parse(text, Markup::Plain, "");
        assert_eq!(article.credits.iter().map(|s| s.slice(text)).collect::<Vec<_>>(), ["Chen Bo"]);
        let dateline = article.dateline.expect("there is one");
        assert_eq!(dateline.place.slice(text), "WUHAN");
        assert_eq!(dateline.agency.map(|s| s.slice(text)), Some("Xinhua"));
    }

    #[test]
    fn reads_datelines_of_many_wires() {
        for (line, place) in [
            ("LONDON, Nov. 3 , 2005 (Xinhua) -- Seven", "LONDON"),
            ("WASHINGTON (AP) _ The", "WASHINGTON"),
            ("NEW YORK, March 3 - Shares", "NEW YORK"),
            ("BEIJING/HONG KONG, Oct 1 (Reuters) - China", "BEIJING/HONG KONG"),
            ("PARIS, Jan 12 (AFP) - The", "PARIS"),
            ("SAO PAULO, Brazil — The", "SAO PAULO, Brazil"),
            ("LONDON, 22 March 2024 (AP) -- The", "LONDON"),
        ] {
            let article = Article::parse(line, Markup::Plain, "");
            assert_eq!(article.dateline.as_ref().map(|d| d.place.slice(line)), Some(place), "{line}");
        }
        for line in ["The WHO - an agency - said", "A NATO-led force", "OPEC -- said he"] {
            let article = Article::parse(&format!("Some words before {line}"), Markup::Plain, "");
            assert_eq!(article.dateline, None, "{line}");
        }
    }

    #[test]
    fn takes_a_run_on_caption_apart() {
        let text = "Bridge opens\n\nA man walks in Wuhan, China, on May 2, 2021. (Xinhua/Chen Bo) WUHAN, May 3 (Xinhua) -- A bridge opened.";
        let kinds = kinds(text);
        assert_eq!(kinds[1].0, BlockKind::Caption);
        assert_eq!(kinds[2], (BlockKind::Paragraph, "WUHAN, May 3 (Xinhua) -- A bridge opened."));
    }

    #[test]
    fn joins_hard_wrapped_lines() {
        let text = "Bridge opens over the long river\n\nWUHAN, May 3 (Xinhua) -- A bridge opened here on Sunday\nafter four years of work, and the first lorries crossed\nit at noon, officials said.\n\nIt is long.\n";
        let kinds = kinds(text);
        assert_eq!(kinds.len(), 3);
        assert!(kinds[1].1.ends_with("officials said."));
    }

    #[test]
    fn reads_markdown() {
        let text = "---\ndate: 2021-05-03\n---\n# Bridge opens\n\n<!-- dateline: ignore weekday-mismatch -->\n\nA bridge opened\non Sunday.\n";
        let article = Article::parse(text, Markup::Markdown, "");
        let kinds: Vec<_> = article.blocks.iter().map(|b| (b.kind, b.span.slice(text))).collect();
        assert_eq!(kinds[1], (BlockKind::Headline, "Bridge opens"));
        assert_eq!(kinds[2].0, BlockKind::Comment);
        assert_eq!(kinds[3], (BlockKind::Paragraph, "A bridge opened\non Sunday."));
    }

    #[test]
    fn never_fails() {
        for text in ["", "\u{feff}", "\n\n\r\n", "---", "#", "\u{2028}", "a"] {
            for markup in [Markup::Plain, Markup::Markdown] {
                Article::parse(text, markup, "20240230.txt");
            }
        }
    }
}
