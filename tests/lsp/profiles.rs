//! What each editor declares in `initialize`, and what it gets for it.
//!
//! A fixture in `profiles/` holds what matters of a real client's message, odd fields included, and what is expected.
//! `bare` declares nothing; `of-tomorrow` has fields and numbers that no client has yet. `${workspace}` stands for the URI
//! of the workspace.

use serde_json::{Value, json};

use crate::article::{Encoding, mistaken, nth, position, range, words};
use crate::client::{Client, array};
use crate::folder::Folder;

macro_rules! profiles {
    ($($test:ident: $name:literal),* $(,)?) => {
        const NAMES: &[&str] = &[$($name),*];
        $(
            #[test]
            fn $test() {
                holds($name, include_str!(concat!("profiles/", $name, ".json")));
            }
        )*
    };
}

profiles! {
    bare: "bare",
    eglot_28_2: "eglot-28.2",
    eglot_30_1: "eglot-30.1",
    helix: "helix",
    kak_lsp: "kak-lsp",
    neovim_0_11: "neovim-0.11",
    of_tomorrow: "of-tomorrow",
    vim_ale: "vim-ale",
    vscode: "vscode",
}

/// No fixture lies about without its test.
fn are_all_listed() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/lsp/profiles");
    let files = std::fs::read_dir(folder).expect("the fixtures are there").map(|f| f.expect("it can be listed").path());
    let mut names: Vec<String> =
        files.map(|f| f.file_stem().expect("it has a name").to_string_lossy().into_owned()).collect();
    names.sort();
    assert_eq!(names, NAMES);
}

fn holds(name: &str, fixture: &str) {
    are_all_listed();
    let folder = Folder::new(&format!("profile-{name}"));
    let fixture = fixture.replace("${workspace}", &folder.uri("news"));
    let fixture: Value = serde_json::from_str(&fixture).expect("a fixture is JSON");
    let expected = &fixture["expect"];
    // a letter before the title that every encoding counts in its own way
    let text = mistaken().replace("-- Vice", "-- 🍵 Vice");
    let uri = folder.write("news/fair.txt", &text);

    let mut client = Client::start(&folder);
    let told = client.initialize(fixture["initialize"].clone());
    let encoding = Encoding::named(expected["encoding"].as_str().expect("the fixture says it"));
    assert_eq!(client.encoding, encoding);
    assert_eq!(told["serverInfo"]["name"], "dateline");
    assert_eq!(told["capabilities"]["textDocumentSync"]["change"], 2, "edits come as ranges");

    client.open(&uri, 1, &text);
    let findings = client.findings(&uri, 1);
    let [finding] = &findings[..] else { panic!("one title is wrong: {findings:?}") };
    assert_eq!(finding["range"], range(&text, "Vice Premier", encoding));
    let told_apart = finding.get("relatedInformation").is_some();
    let in_message = finding["message"].as_str().is_some_and(|m| m.lines().count() > 1);
    let evidence = if expected["evidence"] == "related" { (true, false) } else { (false, true) };
    assert_eq!((told_apart, in_message), evidence, "{finding}");

    let place = json!({
        "textDocument": {"uri": uri},
        "position": position(&text, nth(&text, "Li said", 0).start, encoding),
    });
    let hover = client.call("textDocument/hover", place.clone());
    assert_eq!(hover["contents"]["kind"], expected["hover"]);
    let heading = if expected["hover"] == "markdown" { "**Li Qiang**" } else { "Li Qiang" };
    assert!(hover["contents"]["value"].as_str().is_some_and(|v| v.starts_with(heading)), "{hover}");
    assert_eq!(words(&text, &hover["range"], encoding), "Li");

    for request in ["definition", "declaration"] {
        let found = client.call(&format!("textDocument/{request}"), place.clone());
        let found = if found.is_array() { array(&found).remove(0) } else { found };
        let target = if expected[request] == "link" {
            assert_eq!(words(&text, &found["originSelectionRange"], encoding), "Li");
            &found["targetUri"]
        } else {
            assert!(found["range"].is_object(), "{found}");
            &found["uri"]
        };
        let ending = if request == "definition" { "cn-people.toml" } else { "fair.txt" };
        assert!(target.as_str().is_some_and(|t| t.ends_with(ending)), "{found}");
    }

    let symbols = array(&client.call("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}})));
    let nested = symbols.iter().all(|s| s["selectionRange"].is_object() && s.get("location").is_none());
    let flat = symbols.iter().all(|s| s["location"]["range"].is_object() && s.get("children").is_none());
    assert_eq!((nested, flat), (expected["symbols"] == "nested", expected["symbols"] == "flat"), "{symbols:?}");

    let declared = |pointer: &str| fixture.pointer(pointer) == Some(&Value::Bool(true));
    if declared("/initialize/capabilities/workspace/didChangeWatchedFiles/dynamicRegistration") {
        client.wait_for("the registration of a file watcher", |m| m["method"] == "client/registerCapability");
    }
    if declared("/initialize/capabilities/window/workDoneProgress") {
        client.workspace_read();
    }
    client.end();
}
