//! Pages that are made from the code are as the code says. `UPDATE=1 cargo test --test generated` writes them anew.

use std::fs;
use std::path::Path;

use dateline::knowledge::census::census;
use dateline::knowledge::coverage::coverage;
use dateline::knowledge::embedded;
use dateline::rules;

fn is_current(name: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let found = fs::read_to_string(&path).unwrap_or_default();
    if found == expected {
        return;
    }
    if std::env::var_os("UPDATE").is_some() {
        fs::write(&path, expected).expect("the page can be written");
    } else {
        panic!("{name} is stale; `UPDATE=1 cargo test --test generated` writes it anew");
    }
}

#[test]
fn the_reference_of_the_rules() {
    is_current("docs/rules.md", &rules::reference());
}

/// Holds what stands between two marks of a page.
fn part_is_current(name: &str, what: &str, expected: &str) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    let page = fs::read_to_string(&path).expect("the page is part of the project");
    let (start, end) = (format!("<!-- {what}: generated -->\n"), format!("<!-- {what}: end -->"));
    let before = page.find(&start).expect("the page marks where the part begins") + start.len();
    let after = page.find(&end).expect("the page marks where the part ends");
    is_current(name, &format!("{}{expected}{}", &page[..before], &page[after..]));
}

#[test]
fn the_table_in_the_readme() {
    part_is_current("README.md", "rules", &rules::table());
}

#[test]
fn the_counts_of_the_embedded_packs() {
    part_is_current("docs/knowledge.md", "packs", &census(&embedded::knowledge()));
}

#[test]
fn the_offices_of_one_seat_have_no_unexplained_gap_and_no_overlap() {
    let knowledge = embedded::knowledge();
    let offices = coverage(&knowledge);
    let looked_at = offices.iter().filter(|o| knowledge.office(o.office).seats() == Some(1)).count();
    assert!(looked_at > 500, "only {looked_at} offices were looked at");
    let faults: Vec<String> = offices
        .iter()
        .flat_map(|o| o.faults.iter().map(|fault| (o.office, fault)))
        .filter(|(_, fault)| !fault.is_explained())
        .map(|(office, fault)| format!("{}: {fault}", knowledge.office(office).id()))
        .collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn the_embedded_pack_has_no_problems() {
    let problems: Vec<String> = embedded::problems().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
