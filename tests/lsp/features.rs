//! The requests, one by one, on an article of ours.

use serde_json::{Value, json};

use crate::article::{ARTICLE, Encoding, mistaken, nth, position, range, words};
use crate::client::{Client, array};
use crate::folder::{Folder, path_of};

const UTF16: Encoding = Encoding::Utf16;
const FAIR: &str = "untitled:fair.txt";

/// A client without a workspace that has an article open.
fn with(folder: &Folder, text: &str) -> Client {
    let mut client = Client::ready(folder, &[], UTF16);
    client.open(FAIR, 1, text);
    client
}

/// Asks about the `nth` time that `spot` stands in `text`.
fn ask(client: &mut Client, request: &str, text: &str, spot: &str, times: usize) -> Value {
    let at = position(text, nth(text, spot, times).start, UTF16);
    let context = json!({"includeDeclaration": true});
    let params = json!({"textDocument": {"uri": FAIR}, "position": at, "context": context});
    client.call(&format!("textDocument/{request}"), params)
}

/// The text of a hover, after seeing that it covers `spot`.
fn hover(client: &mut Client, text: &str, spot: &str) -> String {
    let hover = ask(client, "hover", text, spot, 0);
    assert_eq!(words(text, &hover["range"], UTF16), spot, "{hover}");
    hover["contents"]["value"].as_str().expect("it has a text").to_owned()
}

#[track_caller]
fn assert_says(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "{part:?} is not in\n{text}");
    }
}

#[test]
fn findings_come_with_versions_and_go_on_close() {
    let folder = Folder::new("findings");
    let mut client = with(&folder, ARTICLE);
    assert_eq!(client.findings(FAIR, 1), Vec::<Value>::new());
    client.change(FAIR, 2, &[(range(ARTICLE, "Chinese Premier", UTF16), "Vice Premier")]);
    assert_eq!(client.findings(FAIR, 2).len(), 1);
    client.change(FAIR, 7, &[(range(ARTICLE, "Vice Premier", UTF16), "Premier")]);
    client.findings(FAIR, 7);
    client.change(FAIR, 8, &[(Value::Null, &mistaken())]);
    assert_eq!(client.findings(FAIR, 8).len(), 1);
    client.close(FAIR);
    let cleared = client.wait_for("the findings' end", |m| {
        m["method"] == "textDocument/publishDiagnostics" && m["params"].get("version").is_none()
    });
    assert_eq!(cleared["params"], json!({"uri": FAIR, "diagnostics": []}));
    // it may be opened again, at any version
    client.open(FAIR, 1, &mistaken());
    assert_eq!(client.findings(FAIR, 1).len(), 1);
    client.end();
}

#[test]
fn a_title_that_was_not_held() {
    let folder = Folder::new("title");
    let mut client = with(&folder, ARTICLE);
    assert!(client.findings(FAIR, 1).is_empty());
    // "Chinese Premier Li Qiang" becomes "Chinese Vice Premier Li Qiang"
    let at = position(ARTICLE, nth(ARTICLE, "Premier Li Qiang", 0).start, UTF16);
    client.change(FAIR, 2, &[(json!({"start": at, "end": at}), "Vice ")]);
    let text = ARTICLE.replace("Chinese Premier", "Chinese Vice Premier");
    let findings = client.findings(FAIR, 2);
    let [finding] = &findings[..] else { panic!("one title is wrong: {findings:?}") };
    assert_eq!(finding["code"], "title-not-held");
    assert_eq!(finding["source"], "dateline");
    assert_eq!(finding["severity"], 2);
    assert_eq!(words(&text, &finding["range"], UTF16), "Chinese Vice Premier");
    let message = finding["message"].as_str().expect("it has one");
    assert_says(message, &["Li Qiang was not Vice Premier", "22 March 2024"]);
    let evidence = array(&finding["relatedInformation"]);
    let tenure = evidence.iter().find(|e| {
        e["message"].as_str().is_some_and(|m| m.starts_with("Li Qiang: Premier") && m.contains("since 11 March 2023"))
    });
    let location = &tenure.unwrap_or_else(|| panic!("his tenure is not in {evidence:?}"))["location"];
    assert_eq!(in_file(location), "\"cn/premier\"");
    // and back
    let end = position(&text, nth(&text, "Premier Li Qiang", 0).start, UTF16);
    client.change(FAIR, 3, &[(json!({"start": at, "end": end}), "")]);
    assert!(client.findings(FAIR, 3).is_empty());
    client.end();
}

/// What stands at a location of a file on disk.
fn in_file(location: &Value) -> String {
    let text =
        std::fs::read_to_string(path_of(location["uri"].as_str().expect("it is a file"))).expect("it is readable");
    words(&text, &location["range"], UTF16).to_owned()
}

#[test]
fn hover_on_a_name() {
    let folder = Folder::new("hover-name");
    let mut client = with(&folder, ARTICLE);
    let card = hover(&mut client, ARTICLE, "Li Qiang");
    assert_says(&card, &["Li Qiang 李强", "22 March 2024", "Premier of", "since 11 March 2023", "li-qiang"]);
    assert_says(&card, &["Before:", "Party secretary of Shanghai", "Named: 2 times here"]);
    let card = hover(&mut client, ARTICLE, "Ding Xuexiang");
    assert_says(&card, &["丁薛祥", "Vice Premier of", "since 12 March 2023", "ding-xuexiang"]);
    assert_eq!(ask(&mut client, "hover", ARTICLE, "opened", 0), Value::Null);
    client.end();
}

#[test]
fn hover_on_a_title_a_place_and_a_weekday() {
    let folder = Folder::new("hover-rest");
    let mut client = with(&folder, ARTICLE);
    let card = hover(&mut client, ARTICLE, "Vice Premier");
    assert_says(&card, &["Vice Premier of China", "cn/vice-premier", "Ding Xuexiang, since 12 March 2023"]);
    let card = hover(&mut client, ARTICLE, "Changsha");
    assert_says(&card, &["Changsha 长沙", "city in Hunan, China", "gn/1815577"]);
    let card = hover(&mut client, ARTICLE, "Hunan");
    assert_says(&card, &["province in China", "Capital: Changsha"]);
    let card = hover(&mut client, ARTICLE, "Wednesday");
    assert_says(&card, &["Wednesday, 20 March 2024", "2 days before the article"]);
    client.end();
}

#[test]
fn definition_leads_to_the_record_and_the_record_back() {
    let folder = Folder::new("definition");
    let mut client = with(&folder, ARTICLE);
    for (spot, times, id) in [
        ("Li said", 0, "li-qiang"),
        ("Ding Xuexiang", 0, "ding-xuexiang"),
        ("Premier Li", 0, "cn/premier"),
        ("Vice Premier", 0, "cn/vice-premier"),
        ("Hunan", 0, "CN-HN"),
        ("Changsha", 1, "gn/1815577"),
    ] {
        let found = array(&ask(&mut client, "definition", ARTICLE, spot, times));
        let [link] = &found[..] else { panic!("{spot} leads to one record: {found:?}") };
        let location = json!({"uri": link["targetUri"], "range": link["targetSelectionRange"]});
        assert_eq!(in_file(&location).trim_matches('"'), id, "{spot}");
        let path = path_of(link["targetUri"].as_str().expect("it is a file"));
        assert!(path.starts_with(folder.path("cache")), "{path:?} is not in the cache");
        assert!(std::fs::metadata(&path).expect("it is there").permissions().readonly());
    }
    let link = ask(&mut client, "definition", ARTICLE, "Li said", 0)[0].clone();
    let place = json!({
        "textDocument": {"uri": link["targetUri"]},
        "position": link["targetSelectionRange"]["start"],
        "context": {"includeDeclaration": true},
    });
    let named = |found: &Value| -> Vec<String> {
        array(found).iter().map(|l| words(ARTICLE, &l["range"], UTF16).to_owned()).collect()
    };
    assert_eq!(named(&client.call("textDocument/references", place.clone())), ["Li Qiang", "Li"]);
    // the same when the editor has the file open, which is no article
    let text = std::fs::read_to_string(path_of(link["targetUri"].as_str().expect("it is a file"))).expect("readable");
    let item = json!({"uri": link["targetUri"], "languageId": "toml", "version": 1, "text": text});
    client.notify("textDocument/didOpen", json!({"textDocument": item}));
    assert_eq!(named(&client.call("textDocument/references", place)), ["Li Qiang", "Li"]);
    assert_eq!(ask(&mut client, "definition", ARTICLE, "opened", 0), Value::Null);
    client.end();
}

#[test]
fn declaration_is_the_first_full_mention() {
    let folder = Folder::new("declaration");
    let mut client = with(&folder, ARTICLE);
    for (spot, times, first) in
        [("Li said", 0, "Li Qiang"), ("Ding visited", 0, "Ding Xuexiang"), ("Changsha", 1, "Changsha")]
    {
        let found = array(&ask(&mut client, "declaration", ARTICLE, spot, times));
        let [link] = &found[..] else { panic!("{spot} was declared once: {found:?}") };
        assert_eq!(link["targetUri"], FAIR);
        assert_eq!(link["targetSelectionRange"], range(ARTICLE, first, UTF16), "{spot}");
    }
    client.end();
}

#[test]
fn references_and_highlights_in_an_article() {
    let folder = Folder::new("references");
    let mut client = with(&folder, ARTICLE);
    let named = |found: Value| -> Vec<String> {
        array(&found).iter().map(|l| words(ARTICLE, &l["range"], UTF16).to_owned()).collect()
    };
    let found = ask(&mut client, "references", ARTICLE, "Li said", 0);
    assert!(array(&found).iter().all(|l| l["uri"] == FAIR), "{found}");
    assert_eq!(named(found), ["Li Qiang", "Li"]);
    assert_eq!(named(ask(&mut client, "documentHighlight", ARTICLE, "Ding Xuexiang", 0)), ["Ding Xuexiang", "Ding"]);
    assert_eq!(named(ask(&mut client, "documentHighlight", ARTICLE, "Hunan", 0)), ["Hunan"]);
    let at = position(ARTICLE, nth(ARTICLE, "Li said", 0).start, UTF16);
    let context = json!({"includeDeclaration": false});
    let params = json!({"textDocument": {"uri": FAIR}, "position": at, "context": context});
    assert_eq!(named(client.call("textDocument/references", params)), ["Li"]);
    client.end();
}

#[test]
fn the_outline() {
    let folder = Folder::new("outline");
    let mut client = with(&folder, ARTICLE);
    let symbols = array(&client.call("textDocument/documentSymbol", json!({"textDocument": {"uri": FAIR}})));
    let names = |symbols: &[Value]| -> Vec<String> {
        symbols.iter().map(|s| s["name"].as_str().expect("it has a name").to_owned()).collect()
    };
    assert_eq!(names(&symbols)[0], "Premier opens tea fair in Changsha");
    assert_eq!(symbols.len(), 3);
    assert_eq!(names(&array(&symbols[0]["children"])), ["Changsha"]);
    let first = names(&array(&symbols[1]["children"]));
    assert!(first.contains(&"Li Qiang".to_owned()) && first.contains(&"Ding Xuexiang".to_owned()), "{first:?}");
    assert_eq!(names(&array(&symbols[2]["children"])), ["Hunan"]);
    for symbol in &symbols {
        for child in array(&symbol["children"]) {
            // an organization bears its full name
            let (shown, name) = (words(ARTICLE, &child["selectionRange"], UTF16), child["name"].as_str());
            assert!(name.is_some_and(|n| n.starts_with(shown)), "{name:?} points to {shown}");
        }
    }
    client.end();
}

#[test]
fn semantic_tokens_cover_the_right_words() {
    let folder = Folder::new("tokens");
    let mut client = Client::start(&folder);
    let told = client.initialize(json!({"capabilities": {"general": {"positionEncodings": ["utf-8"]}}}));
    let legend = &told["capabilities"]["semanticTokensProvider"]["legend"];
    let text = ARTICLE.replace("-- Chinese", "-- 🍵 Chinese");
    client.open(FAIR, 1, &text);
    let data = array(&client.call("textDocument/semanticTokens/full", json!({"textDocument": {"uri": FAIR}}))["data"]);
    assert_eq!(data.len() % 5, 0);
    let data: Vec<u64> = data.iter().map(|n| n.as_u64().expect("it is a number")).collect();
    let (mut line, mut start) = (0, 0);
    let mut tokens = Vec::new();
    for token in data.chunks(5) {
        if token[0] > 0 {
            start = 0;
        }
        (line, start) = (line + token[0], start + token[1]);
        let range =
            json!({"start": {"line": line, "character": start}, "end": {"line": line, "character": start + token[2]}});
        let kind = legend["tokenTypes"][token[3] as usize].as_str().expect("the legend has it");
        tokens.push((words(&text, &range, Encoding::Utf8), kind));
    }
    for token in [
        ("Changsha", "namespace"),
        ("CHANGSHA", "namespace"),
        ("Xinhua", "interface"),
        ("Chinese", "namespace"),
        ("Premier", "keyword"),
        ("Li Qiang", "class"),
        ("Wednesday", "number"),
        ("Vice Premier", "keyword"),
        ("Ding Xuexiang", "class"),
        ("Hunan", "namespace"),
        ("Li", "class"),
        ("Ding", "class"),
    ] {
        assert!(tokens.contains(&token), "{token:?} is not in {tokens:?}");
    }
    client.end();
}
