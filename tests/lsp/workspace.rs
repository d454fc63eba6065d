//! Folders, packs, limits and progress.

use std::fs;

use serde_json::{Value, json};

use crate::article::{ARTICLE, Encoding, mistaken, nth, position, range, words};
use crate::client::{Client, array, capabilities};
use crate::folder::{Folder, path_of};

const UTF16: Encoding = Encoding::Utf16;

/// Another day's article, with one person of [`ARTICLE`].
const ANOTHER: &str = "\
Ding visits museum

BEIJING, March 25, 2024 (Xinhua) -- Vice Premier Ding Xuexiang visited a museum on Saturday.
";

/// The question for all mentions of what stands at a place.
fn references(uri: &str, text: &str, spot: &str) -> Value {
    let at = position(text, nth(text, spot, 0).start, UTF16);
    json!({"textDocument": {"uri": uri}, "position": at, "context": {"includeDeclaration": true}})
}

/// The names of the files of locations.
fn files(locations: &Value) -> Vec<String> {
    let name = |l: &Value| {
        let path = path_of(l["uri"].as_str().expect("it has a URI"));
        path.file_name().expect("it is a file's").to_string_lossy().into_owned()
    };
    locations.as_array().map(|l| l.iter().map(name).collect()).unwrap_or_default()
}

#[test]
fn references_across_two_folders() {
    let folder = Folder::new("two-folders");
    let fair = folder.write("monday/fair.txt", ARTICLE);
    folder.write("monday/museum.txt", ANOTHER);
    folder.write("tuesday/again.md", ANOTHER);
    folder.write("elsewhere/not.txt", ANOTHER);
    let mut client = Client::ready(&folder, &["monday", "tuesday"], UTF16);
    client.workspace_read();
    client.open(&fair, 1, ARTICLE);
    let question = references(&fair, ARTICLE, "Ding Xuexiang");
    let expected = ["fair.txt", "fair.txt", "museum.txt", "museum.txt", "again.md", "again.md"];
    let found = client.call("textDocument/references", question.clone());
    assert_eq!(files(&found), expected);
    for location in array(&found) {
        let text = fs::read_to_string(path_of(location["uri"].as_str().expect("it has a URI"))).expect("it is there");
        assert!(["Ding Xuexiang", "Ding"].contains(&words(&text, &location["range"], UTF16)), "{location}");
    }
    let hover = client.call("textDocument/hover", question.clone());
    assert!(hover["contents"]["value"].as_str().is_some_and(|v| v.contains("6 times (3 articles)")), "{hover}");

    // from the record back
    let link = client.call("textDocument/definition", question)[0].clone();
    let place = json!({
        "textDocument": {"uri": link["targetUri"]},
        "position": link["targetSelectionRange"]["start"],
        "context": {"includeDeclaration": true},
    });
    assert_eq!(files(&client.call("textDocument/references", place)).len(), expected.len());
    client.end();
}

#[test]
fn what_is_open_lies_over_the_file() {
    let folder = Folder::new("overlay");
    let fair = folder.write("news/fair.txt", ARTICLE);
    let museum = folder.write("news/museum.txt", ANOTHER);
    let mut client = Client::ready(&folder, &["news"], UTF16);
    client.workspace_read();
    client.open(&fair, 1, ARTICLE);
    client.open(&museum, 1, "Nobody was there.\n");
    let question = references(&fair, ARTICLE, "Ding Xuexiang");
    assert_eq!(files(&client.call("textDocument/references", question.clone())), ["fair.txt", "fair.txt"]);
    // closed without saving: what is on disk counts again
    client.close(&museum);
    client.eventually("textDocument/references", &question, |found| files(found).len() == 4);
    // changed by someone else, made anew, and deleted
    folder.write("news/museum.txt", "Nobody was there.\n");
    client.files_changed(&[&museum]);
    client.eventually("textDocument/references", &question, |found| files(found).len() == 2);
    let new = folder.write("news/new.txt", ANOTHER);
    client.files_changed(&[&new]);
    client.eventually("textDocument/references", &question, |found| files(found).len() == 4);
    fs::remove_file(path_of(&new)).expect("it was just made");
    client.files_changed(&[&new]);
    client.eventually("textDocument/references", &question, |found| files(found).len() == 2);
    client.end();
}

#[test]
fn a_file_that_changes_while_the_workspace_is_read() {
    let folder = Folder::new("change-while-reading");
    let fair = folder.write("news/fair.txt", ARTICLE);
    let first = folder.write("news/a.txt", ANOTHER);
    for n in 0..150 {
        folder.write(&format!("news/filler-{n:03}.txt"), "Nobody was there.\n");
    }
    let mut client = Client::ready(&folder, &["news"], UTF16);
    client.wait_for("the begin of reading", |m| m["method"] == "$/progress" && m["params"]["value"]["kind"] == "begin");
    folder.write("news/a.txt", "Nobody was there either.\n");
    client.files_changed(&[&first]);
    client.workspace_read();
    client.open(&fair, 1, ARTICLE);
    let question = references(&fair, ARTICLE, "Ding Xuexiang");
    client.eventually("textDocument/references", &question, |found| files(found) == ["fair.txt", "fair.txt"]);
    client.end();
}

/// A pack of a workspace in which Li Qiang held an office since 12 March 2023, and nothing else.
fn pack(office: &str) -> String {
    format!(
        "\
[pack]
id = \"own\"
reviewed = 2025-01-01

[[person]]
id = \"li-qiang\"
name = \"Li Qiang\"
native = \"李强\"
name-order = \"family-first\"
[[person.tenure]]
office = \"{office}\"
from = 2023-03-12
source = \"the desk's own list\"
"
    )
}

/// Waits until a document has as many findings as expected.
fn finds(client: &mut Client, uri: &str, expected: usize) -> Vec<Value> {
    let published = client.wait_for(&format!("{expected} findings of {uri}"), |m| {
        let params = &m["params"];
        let as_many = params["diagnostics"].as_array().is_some_and(|d| d.len() == expected);
        m["method"] == "textDocument/publishDiagnostics" && params["uri"] == uri && as_many
    });
    array(&published["params"]["diagnostics"])
}

#[test]
fn folders_come_and_go() {
    let folder = Folder::new("folders");
    let fair = folder.write("monday/fair.txt", ARTICLE);
    folder.write("tuesday/museum.txt", ANOTHER);
    folder.write("tuesday/knowledge/own.toml", &pack("cn/vice-premier"));
    let mut client = Client::ready(&folder, &["monday"], UTF16);
    client.workspace_read();
    client.open(&fair, 1, &mistaken());
    finds(&mut client, &fair, 1);
    let question = references(&fair, &mistaken(), "Ding Xuexiang");
    assert_eq!(files(&client.call("textDocument/references", question.clone())), ["fair.txt", "fair.txt"]);

    let change = |client: &Client, added: &[&str], removed: &[&str]| {
        let folders =
            |names: &[&str]| -> Vec<Value> { names.iter().map(|n| json!({"uri": folder.uri(n), "name": n})).collect() };
        let event = json!({"added": folders(added), "removed": folders(removed)});
        client.notify("workspace/didChangeWorkspaceFolders", json!({"event": event}));
    };
    // the new folder's pack is in force with its articles
    change(&client, &["tuesday"], &[]);
    finds(&mut client, &fair, 0);
    client.eventually("textDocument/references", &question, |found| files(found).len() == 4);
    change(&client, &[], &["tuesday"]);
    finds(&mut client, &fair, 1);
    client.eventually("textDocument/references", &question, |found| files(found).len() == 2);
    client.end();
}

#[test]
fn a_pack_of_the_workspace_wins_and_is_read_anew() {
    let folder = Folder::new("pack");
    let fair = folder.write("news/fair.txt", &mistaken());
    let own = folder.write("news/knowledge/own.toml", &pack("cn/vice-premier"));
    let mut client = Client::ready(&folder, &["news"], UTF16);
    client.workspace_read();
    client.open(&fair, 1, &mistaken());
    finds(&mut client, &fair, 0);
    let question = references(&fair, &mistaken(), "Li Qiang");
    let hover = client.call("textDocument/hover", question.clone());
    let card = hover["contents"]["value"].as_str().expect("it has a text");
    assert!(card.contains("Vice Premier of") && card.contains("since 12 March 2023"), "{card}");
    assert!(card.contains("the desk's own list") && card.contains("own.toml"), "{card}");
    let link = client.call("textDocument/definition", question.clone())[0].clone();
    assert_eq!(link["targetUri"], own.as_str());
    assert_eq!(words(&pack("cn/vice-premier"), &link["targetSelectionRange"], UTF16), "\"li-qiang\"");
    let place = json!({
        "textDocument": {"uri": own},
        "position": link["targetSelectionRange"]["start"],
        "context": {"includeDeclaration": true},
    });
    assert_eq!(files(&client.call("textDocument/references", place)), ["fair.txt", "fair.txt"]);

    folder.write("news/knowledge/own.toml", &pack("cn/premier"));
    client.files_changed(&[&own]);
    let findings = finds(&mut client, &fair, 1);
    assert_eq!(findings[0]["relatedInformation"][0]["location"]["uri"], own.as_str());
    fs::remove_file(path_of(&own)).expect("it was just written");
    client.files_changed(&[&own]);
    let findings = finds(&mut client, &fair, 1);
    assert_ne!(findings[0]["relatedInformation"][0]["location"]["uri"], own.as_str(), "the embedded pack is back");
    client.end();
}

#[test]
fn a_broken_pack_is_named_and_the_rest_stays_in_force() {
    let folder = Folder::new("broken-pack");
    let fair = folder.write("news/fair.txt", &mistaken());
    let own = folder.write("news/knowledge/own.toml", "[pack]\nid = \"own\"\n\n[[person]\nid = \"li-qiang\"\n");
    let mut client = Client::ready(&folder, &["news"], UTF16);
    let said = |client: &mut Client, part: &str| {
        let message = client.wait_for(&format!("a message that names {part}"), |m| {
            m["method"] == "window/showMessage" && m["params"]["message"].as_str().is_some_and(|t| t.contains(part))
        });
        message["params"]["message"].as_str().expect("the client has looked at it").to_owned()
    };
    let message = said(&mut client, "own.toml");
    assert!(message.contains("own.toml:4:"), "{message}");
    client.workspace_read();
    client.open(&fair, 1, &mistaken());
    finds(&mut client, &fair, 1);

    // repaired, then spoiled in one record: the rest of the file counts
    folder.write("news/knowledge/own.toml", &pack("cn/vice-premier"));
    client.files_changed(&[&own]);
    finds(&mut client, &fair, 0);
    let tenure = "[[person.tenure]]\noffice = \"cn/no-such-office\"\nfrom = 2023-03-12\nsource = \"nobody\"\n";
    let spoiled = pack("cn/vice-premier") + tenure;
    folder.write("news/knowledge/own.toml", &spoiled);
    client.files_changed(&[&own]);
    let message = said(&mut client, "cn/no-such-office");
    assert!(message.contains("own.toml:15:"), "{message}");
    let question = references(&fair, &mistaken(), "Li Qiang");
    let card = client.call("textDocument/hover", question)["contents"]["value"].to_string();
    assert!(card.contains("Vice Premier of") && card.contains("since 12 March 2023"), "{card}");
    client.end();
}

#[test]
fn a_broken_configuration_is_named() {
    let folder = Folder::new("broken-configuration");
    let fair = folder.write("news/fair.txt", &mistaken());
    folder.write("news/dateline.toml", "# ours\nmaximum-sise = 3\n");
    let mut client = Client::ready(&folder, &["news"], UTF16);
    let message = client.wait_for("a message", |m| m["method"] == "window/showMessage");
    let message = message["params"]["message"].as_str().expect("the client has looked at it").to_owned();
    assert!(message.contains("dateline.toml") && message.contains("line 2"), "{message}");
    client.open(&fair, 1, &mistaken());
    finds(&mut client, &fair, 1);
    client.end();
}

#[test]
fn an_article_over_the_limit_is_passed_over() {
    let folder = Folder::new("limit");
    folder.write("news/dateline.toml", "maximum-size = 200\n");
    let short = "BEIJING, March 22, 2024 (Xinhua) -- Vice Premier Li Qiang spoke here.\n";
    let uri = folder.write("news/fair.txt", short);
    let mut client = Client::ready(&folder, &["news"], UTF16);
    // at once, before the configuration has been read
    let long = mistaken();
    client.open(&uri, 1, &long);
    let limit = |findings: &[Value]| {
        assert_eq!(findings.len(), 1, "{findings:?}");
        assert_eq!(findings[0]["severity"], 3);
        assert_eq!(findings[0]["range"]["start"], json!({"line": 0, "character": 0}));
        let message = findings[0]["message"].as_str().expect("the client has looked at it");
        assert!(message.contains("over the limit of 200"), "{message}");
    };
    let published = client.wait_for("the finding that it is too long", |m| {
        m["params"]["diagnostics"][0]["message"].as_str().is_some_and(|m| m.starts_with("not checked"))
    });
    limit(&array(&published["params"]["diagnostics"]));
    client.workspace_read();
    // the file on disk is not what is shown, so nothing is answered from it
    for request in ["hover", "definition", "declaration", "references", "documentHighlight"] {
        let answer = client.call(&format!("textDocument/{request}"), references(&uri, short, "Li Qiang"));
        assert!(answer.is_null() || answer.as_array().is_some_and(Vec::is_empty), "{request}: {answer}");
    }
    for request in ["documentSymbol", "semanticTokens/full"] {
        let answer = client.call(&format!("textDocument/{request}"), json!({"textDocument": {"uri": uri}}));
        assert_eq!(answer, Value::Null, "{request}");
    }
    // shortened, it is looked at; lengthened, no more
    client.change(&uri, 2, &[(Value::Null, short)]);
    let findings = client.findings(&uri, 2);
    assert_eq!(findings[0]["range"], range(short, "Vice Premier", UTF16));
    let end = position(short, short.len(), UTF16);
    client.change(&uri, 3, &[(json!({"start": end, "end": end}), &long)]);
    limit(&client.findings(&uri, 3));
    client.change(&uri, 4, &[(Value::Null, short)]);
    assert_eq!(client.findings(&uri, 4)[0]["code"], "title-not-held");
    client.end();
}

#[test]
fn progress_for_those_who_show_it() {
    let folder = Folder::new("progress");
    for n in 0..250 {
        folder.write(&format!("news/{n:03}.txt"), "Nobody was there.\n");
    }
    let own = folder.write("news/knowledge/own.toml", &pack("cn/premier"));
    let mut client = Client::ready(&folder, &["news"], UTF16);
    client.workspace_read();
    let kinds = |client: &Client| -> Vec<String> {
        let said = client.received("$/progress");
        said.iter().map(|m| m["params"]["value"]["kind"].as_str().unwrap_or_default().to_owned()).collect()
    };
    let said = kinds(&client);
    assert_eq!((said.first().map(String::as_str), said.last().map(String::as_str)), (Some("begin"), Some("end")));
    assert!(said.contains(&"report".to_owned()), "{said:?}");
    // read anew: the client minds that it is said under another token
    client.files_changed(&[&own]);
    client.workspace_read();
    let tokens = client.received("window/workDoneProgress/create");
    assert_eq!(tokens.len(), 2, "{tokens:?}");
    client.end();
}

#[test]
fn no_progress_for_those_who_do_not() {
    let folder = Folder::new("no-progress");
    let fair = folder.write("news/fair.txt", ARTICLE);
    folder.write("news/museum.txt", ANOTHER);
    let mut client = Client::start(&folder);
    let mut declared = capabilities(UTF16);
    declared["window"] = json!({"workDoneProgress": false});
    declared["workspace"] = json!({});
    client.initialize(json!({"capabilities": declared, "rootUri": folder.uri("news")}));
    client.open(&fair, 1, ARTICLE);
    let question = references(&fair, ARTICLE, "Ding Xuexiang");
    client.eventually("textDocument/references", &question, |found| files(found).len() == 4);
    // a client that watches no files tells of those it saves
    folder.write("news/museum.txt", "Nobody was there.\n");
    let museum = folder.uri("news/museum.txt");
    client.notify("textDocument/didSave", json!({"textDocument": {"uri": museum}}));
    client.eventually("textDocument/references", &question, |found| files(found).len() == 2);
    for method in ["window/workDoneProgress/create", "$/progress", "client/registerCapability"] {
        assert_eq!(client.received(method), Vec::<Value>::new());
    }
    client.end();
}
