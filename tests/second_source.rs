//! Sampled tenures agree with what a second source says of them: `tests/knowledge/second-source.tsv` has its figures, as it
//! gives them, and a note where a difference was looked into.

use std::fs;
use std::path::Path;

use dateline::knowledge::{PartialDate, Tenure, embedded};

/// Whether two dates are the same as far as both are told.
fn agree(one: PartialDate, other: PartialDate) -> bool {
    one.earliest() <= other.latest() && other.earliest() <= one.latest()
}

/// How far apart the nearest days are that two dates can mean.
fn apart(one: PartialDate, other: PartialDate) -> i32 {
    if agree(one, other) {
        return 0;
    }
    let days = |from: PartialDate, to: PartialDate| (to.earliest() - from.latest()).get_days();
    if one.latest() < other.earliest() { days(one, other) } else { days(other, one) }
}

/// What of a tenure disagrees with a source's figures.
fn disagreement(tenure: &Tenure, from: &str, to: &str) -> Option<String> {
    let figure = |text: &str| {
        (!text.is_empty()).then(|| PartialDate::parse(text).unwrap_or_else(|| panic!("\"{text}\" is no date")))
    };
    let begins = figure(from).filter(|f| !agree(*f, tenure.from)).map(|f| format!("begins {}, not {f}", tenure.from));
    let ends =
        figure(to).zip(tenure.to).filter(|(t, own)| !agree(*t, *own)).map(|(t, own)| format!("ends {own}, not {t}"));
    begins.or(ends)
}

#[test]
fn sampled_tenures_agree_with_a_second_source() {
    let knowledge = embedded::knowledge();
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/knowledge/second-source.tsv");
    let table = fs::read_to_string(path).expect("the figures are part of the project");
    let mut rows = table.lines().filter(|l| !l.starts_with('#'));
    assert_eq!(rows.next(), Some("person\toffice\tsource\titem\tfrom\tto\tnote"));
    let mut checked = 0;
    let mut faults = Vec::new();
    for row in rows {
        let fields: Vec<&str> = row.split('\t').chain(["", "", ""]).collect();
        let [person, office, source, item, from, to, note, ..] = fields[..] else { panic!("{row}: too few fields") };
        let begin = PartialDate::parse(from).or(PartialDate::parse(to)).expect("a row has a date");
        let found = knowledge.person_by_id(person).zip(knowledge.office_by_id(office)).and_then(|(person, office)| {
            // of several stays in an office the one that the source tells of
            knowledge.tenures_of(person).filter(|t| t.office == office).min_by_key(|t| apart(t.from, begin))
        });
        match found {
            None => faults.push(format!("{person} is not on record in {office}")),
            Some(tenure) => match disagreement(&tenure, from, to) {
                Some(fault) if note.is_empty() => {
                    faults.push(format!("{person} in {office} {fault} ({source}, {item})"));
                }
                _ => checked += 1,
            },
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
    assert!(checked >= 300, "only {checked} tenures were compared");
}
