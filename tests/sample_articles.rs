//! The sample corpus in `seeds/articles/`: ten articles written for this project, for trying things out and for this test.
//! The events are invented; the officials held on the day of each article the offices that it gives them, but for the
//! slips planted below. Five articles are clean and must stay so; in the other five a desk slipped one to three times.
//!
//! | article | form | what is in it |
//! |---|---|---|
//! | `2016...` Guiyang | hard-wrapped text, dated by its file's name | acting governor, possessives, "respectively" after the places |
//! | `...2019` wool show | headline in title case, the story one line | AP dateline, inverted title, quotation with a title |
//! | `2022-11-03` Thames | Reuters dateline, byline | stacked titles, "then", "was prime minister", Western surnames |
//! | `2024-05-17` Yangtze | Xinhua page: label, published line, caption with credit | lists with semicolons, "They are all", both orders of "respectively" |
//! | `2024-09-12` Jakarta | Markdown, front matter | "-elect", "former", headings, a list, a comment |
//! | the other five | as above; TOML front matter, a dateline with its year, "Posted:" | one slip or a few |

use std::path::{Path, PathBuf};

use dateline::article::Markup;
use dateline::corpus::{ArticleKey, Entry};
use dateline::features::check::findings;
use dateline::knowledge::embedded;
use dateline::rules::RULES;
use dateline::text::Document;

/// A slip, and what must be said of it.
struct Slip {
    code: &'static str,
    severity: &'static str,
    /// What is wrong, in the article's words.
    words: &'static str,
    /// What the message or the evidence must name.
    evidence: &'static [&'static str],
}

const fn slip(
    code: &'static str,
    severity: &'static str,
    words: &'static str,
    evidence: &'static [&'static str],
) -> Slip {
    Slip { code, severity, words, evidence }
}

/// Each article, the day it is of, and its slips in text order.
const ARTICLES: &[(&str, &str, &[Slip])] = &[
    ("2022-11-03-thames-barrier-talks.txt", "2022-11-03", &[]),
    (
        "2023-04-18-ningbo-port-day.txt",
        "2023-04-18",
        &[
            slip("place-containment", "warning", "Jiangsu", &["Ningbo", "Zhejiang"]),
            // he had left the month before, and chaired another body
            slip("title-not-held", "warning", "Vice Premier", &["Hu Chunhua", "no longer", "12 March 2023"]),
            slip("weekday-mismatch", "warning", "Friday", &["13 April 2023", "Thursday", "published line"]),
        ],
    ),
    (
        "2024-03-28-changchun-grain-meeting.txt",
        "2024-03-28",
        &[
            slip("respectively-pair", "warning", "Jing Junhai", &["Heilongjiang", "Party secretary of Jilin"]),
            slip("respectively-pair", "warning", "Xu Qin", &["Jilin", "Party secretary of Heilongjiang"]),
            // the third governor was left out
            slip("respectively-count", "warning", "respectively", &["3 names", "2 names", "Hu Yuting"]),
        ],
    ),
    ("2024-05-17-yangtze-symposium.txt", "2024-05-17", &[]),
    (
        "2024-06-14-kunming-flower-market.md",
        "2024-06-14",
        &[
            slip("place-region", "warning", "southeast", &["Yunnan", "southwest"]),
            // he never was one
            slip("title-not-held", "warning", "Vice Premier", &["Li Qiang", "Premier of China", "2023"]),
            slip("date-impossible", "error", "June 31", &["June has 30 days"]),
        ],
    ),
    ("2024-09-12-jakarta-ferry-pier.md", "2024-09-12", &[]),
    (
        "2025-02-20-wellington-tunnel-tour.txt",
        "2025-02-20",
        &[
            slip(
                "title-not-held",
                "warning",
                "New Zealand Prime Minister",
                &["Chris Hipkins", "no longer", "27 November 2023", "Christopher Luxon"],
            ),
            slip("date-impossible", "error", "Feb. 29", &["February has 28 days in 2025"]),
        ],
    ),
    ("guiyang-bamboo-fair-20160921.txt", "2016-09-21", &[]),
    (
        "hannover-tool-fair-2025-04-03.txt",
        "2025-04-03",
        &[
            // elected to parliament, not yet by it
            slip(
                "title-not-held",
                "warning",
                "Chancellor",
                &["Friedrich Merz", "not yet", "6 May 2025", "Olaf Scholz"],
            ),
            slip("weekday-mismatch", "warning", "Monday", &["1 April 2025", "Tuesday"]),
            slip("title-disagrees", "warning", "Mayor", &["Karin Albrechtsen", "Deputy Mayor"]),
        ],
    ),
    ("south-pacific-wool-show-2019.txt", "2019-05-10", &[]),
];

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/articles")
}

#[test]
fn each_article_has_its_slips_and_no_more() {
    let knowledge = embedded::knowledge();
    for (name, day, slips) in ARTICLES {
        let path = folder().join(name);
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        let entry =
            Entry::new(ArticleKey::of_path(&path), Document::new(&text), Markup::of_file_name(name), &knowledge);
        assert_eq!(entry.article.date.map(|d| d.day.to_string()).as_deref(), Some(*day), "{name}");

        let found = findings(&entry, &knowledge);
        let said: Vec<_> = found.iter().map(|f| (f.code, f.severity.name(), entry.words(f.span))).collect();
        let expected: Vec<_> = slips.iter().map(|s| (s.code, s.severity, s.words)).collect();
        assert_eq!(said, expected, "{name}");

        for (finding, slip) in found.iter().zip(*slips) {
            let evidence: Vec<&str> = finding.evidence.iter().map(|e| e.message.as_str()).collect();
            let all = format!("{}; {}", finding.message, evidence.join("; "));
            for words in slip.evidence {
                assert!(all.contains(words), "{name}, {}: \"{words}\" is not in: {all}", slip.code);
            }
        }
    }
}

#[test]
fn the_table_lists_every_article_and_every_rule() {
    let mut names: Vec<String> = std::fs::read_dir(folder())
        .expect("the folder is part of the package")
        .map(|entry| entry.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    assert_eq!(names, ARTICLES.iter().map(|a| a.0).collect::<Vec<_>>());
    for rule in RULES {
        let used = ARTICLES.iter().flat_map(|a| a.2).any(|s| s.code == rule.code);
        assert!(used, "no article has a slip for {}", rule.code);
    }
    assert!(ARTICLES.iter().filter(|a| a.2.is_empty()).count() >= 5, "clean articles are missing");
}
