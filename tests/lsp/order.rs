//! Order under load: every answer is of the text as it was when the question was asked.

use serde_json::{Value, json};

use crate::article::{ARTICLE, Encoding, nth, position, range, range_of, words};
use crate::client::{Client, array, frame};
use crate::folder::Folder;

const UTF16: Encoding = Encoding::Utf16;

/// A headline that takes part in every outline, with a number of the same length at each version.
fn headline(version: i64) -> String {
    format!("Premier opens tea fair number {version:05}")
}

fn article(version: i64) -> String {
    ARTICLE.replace("Premier opens tea fair in Changsha", &headline(version))
}

#[test]
fn answers_are_of_the_edits_sent_before() {
    let folder = Folder::new("order-answers");
    let mut client = Client::ready(&folder, &[], UTF16);
    let uri = "untitled:fair.txt";
    let text = article(1);
    client.open(uri, 1, &text);
    let number = range(&text, "00001", UTF16);
    let name = nth(&text, "Li Qiang", 0);
    let (at, whole) = (position(&text, name.start, UTF16), range_of(&text, name, UTF16));
    let other =
        json!({"start": at, "end": {"line": at["line"], "character": at["character"].as_u64().unwrap_or(0) + 13}});

    let mut asked = Vec::new();
    for version in 2..=3000 {
        // he and Ding Xuexiang take turns, so that an edit that is lost or late puts every later one out of place
        let (range, now) = if version % 2 == 0 { (&whole, "Ding Xuexiang") } else { (&other, "Li Qiang") };
        client.change(uri, version, &[(number.clone(), &format!("{version:05}")), (range.clone(), now)]);
        if version % 13 == 0 {
            let place = json!({"textDocument": {"uri": uri}, "position": at});
            asked.push((version, now, client.request("textDocument/hover", place)));
        }
        if version % 17 == 0 {
            let document = json!({"textDocument": {"uri": uri}});
            asked.push((version, "", client.request("textDocument/documentSymbol", document)));
        }
    }
    for (version, name, id) in asked {
        let result = client.result(id);
        if name.is_empty() {
            assert_eq!(result[0]["name"], headline(version).as_str());
        } else {
            let text = article(version).replacen("Li Qiang", name, 1);
            assert_eq!(words(&text, &result["range"], UTF16), name, "at version {version}");
            assert!(result["contents"]["value"].as_str().is_some_and(|v| v.starts_with(name)), "{version}: {result}");
        }
    }
    // a Vice Premier named a Chinese Premier
    let findings = client.findings(uri, 3000);
    assert!(findings.iter().any(|f| f["code"] == "title-not-held"), "{findings:?}");
    client.end();
}

#[test]
fn a_burst_ends_with_the_findings_of_its_last_version() {
    let folder = Folder::new("order-burst");
    let mut client = Client::ready(&folder, &[], UTF16);
    let uri = "untitled:fair.txt";
    client.open(uri, 1, &article(1));
    client.findings(uri, 1);
    let number = range(&article(1), "00001", UTF16);
    let wrong = range(ARTICLE, "Chinese Premier", UTF16);
    let mut burst = Vec::new();
    for version in 2..=2000 {
        let mut changes = vec![json!({"range": number, "text": format!("{version:05}")})];
        if version == 2000 {
            changes.push(json!({"range": wrong, "text": "Vice Premier"}));
        }
        let params = json!({"textDocument": {"uri": uri, "version": version}, "contentChanges": changes});
        let message = json!({"jsonrpc": "2.0", "method": "textDocument/didChange", "params": params});
        burst.extend(frame(&message));
    }
    client.send_raw(burst);
    let findings = client.findings(uri, 2000);
    assert_eq!(findings.len(), 1, "{findings:?}");
    // the client minds that versions never go backwards; nothing may come after the last one, and far from all come
    client.call("textDocument/hover", json!({"textDocument": {"uri": uri}, "position": number["start"]}));
    let published = client.received("textDocument/publishDiagnostics");
    assert_eq!(published.last().map(|p| &p["params"]["version"]), Some(&json!(2000)));
    assert!(published.len() < 1000, "{} of 2000 versions were published", published.len());
    client.end();
}

#[test]
fn what_is_cancelled_is_answered_once() {
    let folder = Folder::new("order-cancel");
    let mut client = Client::ready(&folder, &[], UTF16);
    // long enough that nobody has looked through it before the cancel is read
    let body: String = ARTICLE.lines().skip(2).collect::<Vec<_>>().join("\n\n");
    let long = format!("{}\n\n", ARTICLE.lines().next().unwrap_or_default()) + &format!("{body}\n\n").repeat(200);
    client.open("untitled:long.txt", 1, &long);
    client.open("untitled:fair.txt", 1, ARTICLE);
    let ids: Vec<i64> = (0..20)
        .map(|_| {
            let params = json!({"textDocument": {"uri": "untitled:long.txt"}});
            let id = client.request("textDocument/documentSymbol", params);
            client.notify("$/cancelRequest", json!({"id": id}));
            id
        })
        .collect();
    for id in &ids {
        // the client minds that each is answered once
        assert_eq!(client.response(*id)["error"]["code"], -32800);
    }
    // neither an answered id nor one never used means anything
    client.notify("$/cancelRequest", json!({"id": ids[0]}));
    client.notify("$/cancelRequest", json!({"id": "never"}));
    client.notify("$/cancelRequest", json!({}));
    let place = json!({"textDocument": {"uri": "untitled:fair.txt"}, "position": {"line": 2, "character": 55}});
    assert!(client.call("textDocument/hover", place).is_object());
    client.end();
}

#[test]
fn forty_requests_at_once() {
    let folder = Folder::new("order-forty");
    let mut client = Client::ready(&folder, &[], UTF16);
    let uri = "untitled:fair.txt";
    client.open(uri, 1, ARTICLE);
    let spots = ["Li Qiang", "Ding Xuexiang", "Wednesday", "Hunan"];
    let asked: Vec<(usize, i64)> = (0..40)
        .map(|n| {
            let at = position(ARTICLE, nth(ARTICLE, spots[n % 4], 0).start, UTF16);
            let method = ["hover", "documentSymbol", "documentHighlight", "semanticTokens/full", "hover"][n % 5];
            (
                n,
                client
                    .request(&format!("textDocument/{method}"), json!({"textDocument": {"uri": uri}, "position": at})),
            )
        })
        .collect();
    // backwards, so that none depends on another's having been read
    for (n, id) in asked.into_iter().rev() {
        let result = client.result(id);
        let range = |r: &Value| words(ARTICLE, &r["range"], UTF16).to_owned();
        match n % 5 {
            0 | 4 => assert_eq!(range(&result), spots[n % 4]),
            1 => assert_eq!(array(&result).len(), 3),
            // a day is nothing that is mentioned elsewhere
            2 if spots[n % 4] == "Wednesday" => assert!(array(&result).is_empty(), "{result}"),
            2 => assert!(array(&result).iter().any(|h| range(h) == spots[n % 4]), "{result}"),
            _ => assert!(!array(&result["data"]).is_empty()),
        }
    }
    client.end();
}
