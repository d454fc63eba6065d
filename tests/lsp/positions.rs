//! Columns, line ends and URIs.

use serde_json::json;

use crate::article::{ARTICLE, Encoding, mistaken, nth, position, range, words};
use crate::client::{Client, array};
use crate::folder::Folder;

/// Letters that the encodings count unlike each other: an emoji, a CJK character, a letter with a combining mark, and an
/// emoji of several code points.
const ODD: [&str; 4] = ["🍵", "茶", "e\u{301}", "👩🏽\u{200d}🌾"];

fn holds_after_odd_letters(encoding: Encoding) {
    let folder = Folder::new(&format!("columns-{}", encoding.name()));
    let mut client = Client::ready(&folder, &[], encoding);
    for (n, odd) in ODD.into_iter().enumerate() {
        let uri = format!("untitled:fair-{n}.txt");
        // right before the title, and in the line before the names
        let mut text = mistaken().replace("-- Vice", &format!("-- {odd}{odd} Vice"));
        client.open(&uri, 1, &text);
        let findings = client.findings(&uri, 1);
        assert_eq!(findings.len(), 1, "{odd}: {findings:?}");
        assert_eq!(words(&text, &findings[0]["range"], encoding), "Vice Premier", "{odd}");
        let at = position(&text, nth(&text, "Li Qiang", 0).end, encoding);
        let hover = client.call("textDocument/hover", json!({"textDocument": {"uri": uri}, "position": at}));
        assert_eq!(words(&text, &hover["range"], encoding), "Li Qiang", "{odd}");

        // an edit after them: an odd letter goes, and the right title comes
        let one = nth(&text, &format!("{odd} Vice Premier"), 0);
        let edited = crate::article::range_of(&text, one.clone(), encoding);
        text.replace_range(one, "Chinese Premier");
        client.change(&uri, 2, &[(edited, "Chinese Premier")]);
        assert!(client.findings(&uri, 2).is_empty(), "{odd}");
        let at = position(&text, nth(&text, "Ding Xuexiang", 0).start, encoding);
        let params = json!({"textDocument": {"uri": uri}, "position": at});
        let found = array(&client.call("textDocument/documentHighlight", params));
        let found: Vec<&str> = found.iter().map(|h| words(&text, &h["range"], encoding)).collect();
        assert_eq!(found, ["Ding Xuexiang", "Ding"], "{odd}");
    }
    client.end();
}

#[test]
fn columns_in_utf_8() {
    holds_after_odd_letters(Encoding::Utf8);
}

#[test]
fn columns_in_utf_16() {
    holds_after_odd_letters(Encoding::Utf16);
}

#[test]
fn columns_in_utf_32() {
    holds_after_odd_letters(Encoding::Utf32);
}

#[test]
fn half_of_an_emoji_is_no_harm() {
    let folder = Folder::new("columns-half");
    let mut client = Client::ready(&folder, &[], Encoding::Utf16);
    let uri = "untitled:fair.txt";
    let text = mistaken().replace("-- Vice", "-- 🍵 Vice");
    client.open(uri, 1, &text);
    client.findings(uri, 1);
    // an editor that cuts the emoji in two sends half of it, which JSON writes as an escape
    let start = position(&text, nth(&text, "🍵", 0).start, Encoding::Utf16);
    let body = format!(
        r#"{{"jsonrpc":"2.0","method":"textDocument/didChange","params":{{"textDocument":{{"uri":"{uri}","version":2}},"contentChanges":[{{"range":{{"start":{start},"end":{start}}},"text":"\ud83c"}}]}}}}"#
    );
    client.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()));
    let findings = client.findings(uri, 2);
    let text = text.replace('🍵', "\u{fffd}🍵");
    assert_eq!(words(&text, &findings[0]["range"], Encoding::Utf16), "Vice Premier");
    client.end();
}

#[test]
fn crlf_and_cr_end_lines() {
    let folder = Folder::new("line-ends");
    let mut client = Client::ready(&folder, &[], Encoding::Utf16);
    for (n, end) in ["\r\n", "\r"].into_iter().enumerate() {
        let uri = format!("untitled:fair-{n}.txt");
        let text = mistaken().replace('\n', end);
        client.open(&uri, 1, &text);
        let findings = client.findings(&uri, 1);
        assert_eq!(findings.len(), 1, "{end:?}: {findings:?}");
        assert_eq!(findings[0]["range"], range(&text, "Vice Premier", Encoding::Utf16));
        assert_eq!(findings[0]["range"]["start"]["line"], 2);
        // an edit that takes a line end away and one that brings it back
        let two = nth(&text, &format!("{end}{end}CHANGSHA"), 0);
        let ends = crate::article::range_of(&text, two.start..two.start + 2 * end.len(), Encoding::Utf16);
        client.change(&uri, 2, &[(ends, end)]);
        let shorter = text.replacen(&format!("{end}{end}"), end, 1);
        let findings = client.findings(&uri, 2);
        assert_eq!(findings[0]["range"], range(&shorter, "Vice Premier", Encoding::Utf16), "{end:?}");
        let at = json!({"line": 1, "character": 0});
        client.change(&uri, 3, &[(json!({"start": at, "end": at}), end)]);
        assert_eq!(client.findings(&uri, 3)[0]["range"], range(&text, "Vice Premier", Encoding::Utf16), "{end:?}");
        // a column beyond the end of a line is its end, before the line end
        let beyond = json!({"line": 0, "character": 999});
        client.change(&uri, 4, &[(json!({"start": beyond, "end": beyond}), "!")]);
        client.findings(&uri, 4);
        let symbols = array(&client.call("textDocument/documentSymbol", json!({"textDocument": {"uri": uri}})));
        assert_eq!(symbols[0]["name"], "Premier opens tea fair in Changsha!");
    }
    client.end();
}

#[test]
fn a_buffer_without_a_file() {
    let folder = Folder::new("untitled");
    let mut client = Client::ready(&folder, &[], Encoding::Utf16);
    for uri in ["untitled:Untitled-1", "untitled:///a%20b.md", "vscode-remote://box/news/fair.txt", "buffer://3"] {
        client.open(uri, 1, &mistaken());
        assert_eq!(client.findings(uri, 1).len(), 1, "{uri}");
        let at = position(ARTICLE, nth(ARTICLE, "Changsha", 0).start, Encoding::Utf16);
        let params = json!({"textDocument": {"uri": uri}, "position": at});
        let found = client.call("textDocument/declaration", params);
        assert_eq!(found[0]["targetUri"], uri);
        client.close(uri);
    }
    client.end();
}

#[test]
fn odd_paths_and_their_escapes() {
    let folder = Folder::new("paths");
    let plain = folder.write("news/Tee und Grüße, 100% #1 [茶].txt", ARTICLE);
    let mut client = Client::ready(&folder, &["news"], Encoding::Utf16);
    client.workspace_read();
    // as clients write it: with small letters in escapes, with a comma as it is, with brackets that no URI may have
    let small = plain.replace("%C3%BC", "%c3%bc").replace("%C3%9F", "%c3%9f");
    let comma = plain.replace("%2C", ",");
    let brackets = plain.replace("%5B", "[").replace("%5D", "]");
    for (sent, known_as) in [(&plain, &plain), (&small, &small), (&comma, &comma), (&brackets, &plain)] {
        client.open(sent, 1, &mistaken());
        assert_eq!(client.findings(known_as, 1).len(), 1, "{sent}");
        let at = position(&mistaken(), nth(&mistaken(), "Li Qiang", 0).start, Encoding::Utf16);
        let context = json!({"includeDeclaration": true});
        let params = json!({"textDocument": {"uri": sent}, "position": at, "context": context});
        // the file on disk and the buffer are one article, and the client's own URI names it
        let found = array(&client.call("textDocument/references", params));
        let found: Vec<&str> = found.iter().filter_map(|l| l["uri"].as_str()).collect();
        assert_eq!(found, [known_as.as_str(), known_as.as_str()]);
        client.close(sent);
    }
    client.end();
}
