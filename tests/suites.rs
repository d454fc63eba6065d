//! Runs the suites: `tests/suites/*.md`, articles with what is expected of them. `tests/suites/README.md` says how they
//! are written. All cases are run and everything that is not as expected is told at once, with the line to look at.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use dateline::article::Markup;
use dateline::corpus::{ArticleKey, Entry};
use dateline::features::check::findings;
use dateline::knowledge::{Knowledge, embedded};
use dateline::recognition::{Mention, MentionKind};
use dateline::text::Document;

/// One article and what is expected of it.
#[derive(Debug, Default, PartialEq)]
struct Case {
    name: String,
    /// Line of the heading, from 1.
    line: usize,
    file: String,
    article: String,
    /// `code severity "words"`
    findings: Vec<String>,
    mentions: Vec<Expected>,
}

/// A line of a `mentions` block.
#[derive(Debug, PartialEq)]
struct Expected {
    kind: String,
    words: String,
    /// What it refers to; `None` where there must be no such mention.
    target: Option<String>,
}

#[test]
fn suites_hold() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/suites");
    let mut paths: Vec<PathBuf> = std::fs::read_dir(&folder)
        .expect("the folder is part of the package")
        .map(|entry| entry.expect("it can be listed").path())
        .filter(|path| path.extension().is_some_and(|e| e == "md") && !path.ends_with("README.md"))
        .collect();
    paths.sort();
    assert!(!paths.is_empty(), "no suites in {}", folder.display());
    let knowledge = embedded::knowledge();
    let (mut count, mut report) = (0, String::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).expect("a suite is UTF-8");
        let cases = cases(&text).unwrap_or_else(|problem| panic!("{}:{problem}", path.display()));
        for case in &cases {
            for fault in faults(case, &knowledge) {
                writeln!(report, "{}:{}: {}\n{fault}", path.display(), case.line, case.name)
                    .expect("a string takes it");
            }
        }
        count += cases.len();
    }
    assert!(report.is_empty(), "not as expected, of {count} cases:\n\n{report}");
}

/// What is not as expected.
fn faults(case: &Case, knowledge: &Knowledge) -> Vec<String> {
    let markup = Markup::of_file_name(&case.file);
    let entry = Entry::new(ArticleKey::of_path(Path::new(&case.file)), Document::new(&case.article), markup, knowledge);
    let mut faults = Vec::new();

    let found: Vec<String> = findings(&entry, knowledge)
        .iter()
        .map(|f| format!("{} {} \"{}\"", f.code, f.severity.name(), one_line(entry.words(f.span))))
        .collect();
    if found != case.findings {
        faults.push(format!("  expected findings:{}\n  found:{}\n", listed(&case.findings), listed(&found)));
    }

    let mentions = &entry.recognition.mentions;
    let mut taken = vec![false; mentions.len()];
    for expected in &case.mentions {
        let alike = |m: &Mention| m.kind.name() == expected.kind && one_line(entry.words(m.span)) == expected.words;
        let Expected { kind, words, target } = expected;
        match target {
            None if mentions.iter().any(alike) => faults.push(format!("  there is a {kind} \"{words}\"\n")),
            None => {}
            Some(target) => {
                let fits = |m: &Mention| alike(m) && targets(m, &entry, knowledge).contains(target);
                match (0..mentions.len()).find(|n| !taken[*n] && fits(&mentions[*n])) {
                    // the same mention may answer another question: its office, its holder
                    Some(n) => taken[n] = case.mentions.iter().filter(|e| *e == expected).count() > 1,
                    None => {
                        let same: Vec<String> = mentions
                            .iter()
                            .filter(|m| m.kind.name() == kind)
                            .map(|m| {
                                format!(
                                    "\"{}\" -> {}",
                                    one_line(entry.words(m.span)),
                                    targets(m, &entry, knowledge).join(" | ")
                                )
                            })
                            .collect();
                        faults.push(format!("  no {kind} \"{words}\" -> {target}; there are:{}\n", listed(&same)));
                    }
                }
            }
        }
    }
    faults
}

/// All that a mention may be said to be: its record's id, its name, a title's holders, a date's day.
fn targets(mention: &Mention, entry: &Entry, knowledge: &Knowledge) -> Vec<String> {
    let mut targets: Vec<String> = mention.entity.iter().map(|e| knowledge.id(*e).to_owned()).collect();
    match mention.kind {
        MentionKind::Title => {
            let holdings = mention.title.map(|t| &entry.recognition.titles[t].holdings);
            for person in holdings.into_iter().flatten().map(|h| &entry.recognition.people[h.person]) {
                targets.push(person.record.map_or(&*person.name, |r| knowledge.person(r).id()).to_owned());
            }
        }
        MentionKind::Date => {
            let day = mention.date.and_then(|d| entry.recognition.dates[d].civil_day());
            targets.extend(day.map(|d| d.to_string()));
        }
        _ => targets.push(mention.name.to_string()),
    }
    targets
}

fn one_line(words: &str) -> String {
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn listed(lines: &[String]) -> String {
    if lines.is_empty() { " none".to_owned() } else { lines.iter().map(|l| format!("\n    {l}")).collect() }
}

/// Reads a suite. A problem is told as `line: what is wrong`.
fn cases(text: &str) -> Result<Vec<Case>, String> {
    let mut cases: Vec<Case> = Vec::new();
    // what was given of the last case: article, findings, mentions
    let mut given = [false; 3];
    let mut lines = text.lines().enumerate().map(|(number, line)| (number + 1, line));
    let complete = |cases: &[Case], given: [bool; 3]| match cases.last() {
        Some(case) if !(given[0] && given[1]) => {
            Err(format!("{}: \"{}\" needs an article and findings", case.line, case.name))
        }
        _ => Ok(()),
    };
    while let Some((number, line)) = lines.next() {
        if let Some(name) = line.strip_prefix("## ") {
            complete(&cases, given)?;
            given = [false; 3];
            cases.push(Case { name: name.trim().to_owned(), line: number, ..Case::default() });
            continue;
        }
        let Some(info) = line.strip_prefix("```") else { continue };
        let case = cases.last_mut().ok_or(format!("{number}: a block before the first heading"))?;
        let mut body = Vec::new();
        loop {
            match lines.next() {
                Some((_, "```")) => break,
                Some(line) => body.push(line),
                None => return Err(format!("{number}: the block is not closed")),
            }
        }
        let mut words = info.split_whitespace();
        let kind = match words.next() {
            Some("article") => 0,
            Some("findings") => 1,
            Some("mentions") => 2,
            other => return Err(format!("{number}: {other:?} is no block of a suite")),
        };
        if std::mem::replace(&mut given[kind], true) {
            return Err(format!("{number}: a second block of the kind"));
        }
        match kind {
            0 => {
                case.article = body.iter().map(|(_, l)| *l).collect::<Vec<_>>().join("\n");
                if let Some(option) = words.next() {
                    case.file =
                        option.strip_prefix("file=").ok_or(format!("{number}: {option} is not file=..."))?.to_owned();
                }
            }
            1 => {
                for (number, line) in body.into_iter().filter(|(_, l)| !l.trim().is_empty()) {
                    case.findings.push(finding(line).ok_or(format!("{number}: not code severity \"words\""))?);
                }
            }
            _ => {
                for (number, line) in body.into_iter().filter(|(_, l)| !l.trim().is_empty()) {
                    case.mentions.push(mention(line).ok_or(format!("{number}: not kind \"words\" -> target"))?);
                }
            }
        }
    }
    complete(&cases, given)?;
    Ok(cases)
}

/// Splits `head "words" tail`; the words may hold quotation marks.
fn quoted(line: &str) -> Option<(&str, &str, &str)> {
    let (head, rest) = line.trim().split_once('"')?;
    let (words, tail) = rest.rsplit_once('"')?;
    Some((head.trim(), words, tail.trim()))
}

fn finding(line: &str) -> Option<String> {
    let (head, words, tail) = quoted(line)?;
    let (code, severity) = head.split_once(' ')?;
    let known =
        dateline::rules::rule(code).is_some() && ["hint", "information", "warning", "error"].contains(&severity);
    (known && tail.is_empty()).then(|| format!("{code} {severity} \"{words}\""))
}

fn mention(line: &str) -> Option<Expected> {
    let (head, words, tail) = quoted(line)?;
    let (absent, kind) = head.strip_prefix("no ").map_or((false, head), |kind| (true, kind));
    if !["person", "title", "place", "organization", "date", "term"].contains(&kind) {
        return None;
    }
    let target = match (absent, tail.strip_prefix("->").map(str::trim)) {
        (true, None) if tail.is_empty() => None,
        (false, Some(target)) if !target.is_empty() => Some(target.to_owned()),
        _ => return None,
    };
    Some(Expected { kind: kind.to_owned(), words: words.to_owned(), target })
}

#[test]
fn a_suite_is_read_strictly() {
    let good = "# T\n\n## A\n\n```article file=a.md\nx\n\ny\n```\n```findings\nplace-region warning \"a \"b\" c\"\n```\n```mentions\nno place \"X\"\nperson \"Y\" -> y\n```\n";
    let case = &cases(good).expect("it is well formed")[0];
    assert_eq!((case.name.as_str(), case.line, case.file.as_str(), case.article.as_str()), ("A", 3, "a.md", "x\n\ny"));
    assert_eq!(case.findings, ["place-region warning \"a \"b\" c\""]);
    assert_eq!(case.mentions[0].target, None);
    for (bad, problem) in [
        ("```article\n```", "1: a block before"),
        ("## A\n", "1: \"A\" needs an article"),
        ("## A\n```article\nx", "2: the block is not closed"),
        ("## A\n```artikel\n```", "2: Some(\"artikel\")"),
        ("## A\n```article\n```\n```article\n```", "4: a second block"),
        ("## A\n```article\n```\n```findings\nplace-reigon warning \"x\"\n```", "5: not code"),
        ("## A\n```article\n```\n```findings\n```\n```mentions\nperson \"x\"\n```", "7: not kind"),
    ] {
        let said = cases(bad).expect_err(bad);
        assert!(said.starts_with(problem), "{bad:?}: {said}");
    }
}
