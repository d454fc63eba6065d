//! Pages that are made from the code are as the code says. `UPDATE=1 cargo test --test generated` writes them anew.

use std::fs;
use std::path::Path;

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

#[test]
fn the_table_in_the_readme() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(&path).expect("there is a README");
    let (start, end) = ("<!-- rules: generated -->\n", "<!-- rules: end -->");
    let before = readme.find(start).expect("the README marks where the table begins") + start.len();
    let after = readme.find(end).expect("the README marks where the table ends");
    is_current("README.md", &format!("{}{}{}", &readme[..before], rules::table(), &readme[after..]));
}

#[test]
fn the_embedded_pack_has_no_problems() {
    let problems: Vec<String> = dateline::knowledge::embedded::problems().iter().map(ToString::to_string).collect();
    assert!(problems.is_empty(), "{}", problems.join("\n"));
}
