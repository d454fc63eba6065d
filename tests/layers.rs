//! Imports point only downward in the list of layers, and only `lsp/` names the protocol's library.

use std::fs;
use std::path::{Path, PathBuf};

/// From the top. A layer may import those after it.
const LAYERS: &[&str] = &[
    "cli",
    "lsp",
    "workspace",
    "features",
    "rules",
    "corpus",
    "annotation",
    "recognition",
    "knowledge",
    "article",
    "text",
];

fn sources() -> Vec<PathBuf> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("src can be read") {
            let path = entry.expect("src can be read").path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|e| e == "rs") {
                found.push(path);
            }
        }
    }
    let mut found = Vec::new();
    walk(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"), &mut found);
    found
}

/// The layer a source file belongs to: its first folder under `src`.
fn layer(path: &Path) -> Option<usize> {
    let inside = path.strip_prefix(Path::new(env!("CARGO_MANIFEST_DIR")).join("src")).expect("it was found there");
    let folder = inside.components().next()?.as_os_str().to_string_lossy().into_owned();
    LAYERS.iter().position(|l| *l == folder)
}

/// The layers that a line names after `crate::`, wherever it does.
fn named(line: &str) -> Vec<usize> {
    let code = line.split("//").next().unwrap_or_default();
    let mut names: Vec<&str> = code.split("crate::").skip(1).collect();
    // use crate::{article, text::Span}
    names = names
        .into_iter()
        .flat_map(|n| match n.strip_prefix('{') {
            Some(group) => group.split(',').map(str::trim).collect(),
            None => vec![n],
        })
        .collect();
    let first_word = |n: &str| n.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect::<String>();
    names.into_iter().filter_map(|n| LAYERS.iter().position(|l| *l == first_word(n))).collect()
}

#[test]
fn imports_point_downward() {
    let mut upward = Vec::new();
    for path in sources() {
        let Some(own) = layer(&path) else { continue };
        for (number, line) in fs::read_to_string(&path).expect("src can be read").lines().enumerate() {
            for other in named(line).into_iter().filter(|other| *other < own) {
                upward.push(format!("{}:{}: {} imports {}", path.display(), number + 1, LAYERS[own], LAYERS[other]));
            }
        }
    }
    assert!(upward.is_empty(), "imports that point upward:\n{}", upward.join("\n"));
}

#[test]
fn the_check_sees_imports() {
    assert_eq!(named("use crate::text::Span;"), [10]);
    assert_eq!(named("use crate::{article::Article, lsp};"), [9, 1]);
    assert_eq!(named("    let x = crate::corpus::Entry::new();"), [5]);
    assert_eq!(named("//! [`crate::lsp`]"), [0; 0]);
}

#[test]
fn only_the_lsp_folder_names_the_protocol() {
    let lsp = LAYERS.iter().position(|l| *l == "lsp");
    let named: Vec<_> = sources()
        .into_iter()
        .filter(|p| layer(p) != lsp && fs::read_to_string(p).expect("src can be read").contains("tower_lsp"))
        .collect();
    assert!(named.is_empty(), "{named:?}");
}

#[test]
fn every_folder_is_a_layer() {
    for path in sources() {
        let top = path.parent() == Some(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        assert!(top || layer(&path).is_some(), "{} is in no layer", path.display());
    }
}
