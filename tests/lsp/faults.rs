//! What no client should send, and how the server ends.

use serde_json::{Value, json};

use crate::article::{ARTICLE, Encoding};
use crate::client::{Client, capabilities};
use crate::folder::Folder;

const PARSE_ERROR: i64 = -32700;
const INVALID_REQUEST: i64 = -32600;
const METHOD_NOT_FOUND: i64 = -32601;
const INVALID_PARAMS: i64 = -32602;
const NOT_INITIALIZED: i64 = -32002;

/// Waits for an error that belongs to no request.
fn fault(client: &mut Client) -> i64 {
    let message = client.wait_for("an error without an id", |m| m.get("error").is_some() && m["id"].is_null());
    message["error"]["code"].as_i64().expect("the client has looked at it")
}

/// A client with an open article.
fn with_article(folder: &Folder) -> Client {
    let mut client = Client::ready(folder, &[], Encoding::Utf16);
    client.open("untitled:fair.txt", 1, ARTICLE);
    client
}

/// Sees that the server still answers, and still has the article.
fn still_answers(client: &mut Client) {
    let place = json!({"textDocument": {"uri": "untitled:fair.txt"}, "position": {"line": 2, "character": 55}});
    let hover = client.call("textDocument/hover", place);
    assert!(hover["contents"]["value"].as_str().is_some_and(|v| v.starts_with("Li Qiang")), "{hover}");
}

#[test]
fn a_malformed_body_is_refused_and_the_next_read() {
    let folder = Folder::new("fault-body");
    let mut client = with_article(&folder);
    for body in ["{\"jsonrpc\": nonsense}", "{\"jsonrpc\":\"2.0\",\"id\":1", "\u{fffd}", "]"] {
        client.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        assert_eq!(fault(&mut client), PARSE_ERROR, "{body}");
        still_answers(&mut client);
    }
    client.send_raw(&b"Content-Length: 3\r\n\r\n\"\xff\""[..]);
    assert_eq!(fault(&mut client), PARSE_ERROR);
    for body in ["17", "null", "{}", "{\"jsonrpc\":\"1.0\",\"method\":\"exit\"}", "{\"jsonrpc\":\"2.0\",\"method\":3}"]
    {
        client.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        assert_eq!(fault(&mut client), INVALID_REQUEST, "{body}");
        still_answers(&mut client);
    }
    client.end();
}

#[test]
fn a_wrong_header_is_refused_and_the_next_read() {
    let folder = Folder::new("fault-header");
    let mut client = with_article(&folder);
    for bytes in [
        "Content-Lenght: 2\r\n\r\n",
        "Content-Length: minus two\r\n\r\n",
        "Content-Length: 99999999999999999999\r\n\r\n",
        "GET / HTTP/1.1\r\n\r\n",
        "no header at all\r\n\r\n",
    ] {
        client.send_raw(bytes);
        let code = fault(&mut client);
        assert!([PARSE_ERROR, INVALID_REQUEST].contains(&code), "{bytes:?}: {code}");
        still_answers(&mut client);
    }
    // what is odd, but no fault
    let hover = r#"{"jsonrpc":"2.0","method":"$/anything","params":{}}"#;
    client.send_raw(format!("content-length:{}\nContent-Type: anything\n\n{hover}", hover.len()));
    still_answers(&mut client);
    client.end();
}

#[test]
fn a_length_that_is_wrong_costs_one_message() {
    let folder = Folder::new("fault-length");
    let mut client = with_article(&folder);
    let body = r#"{"jsonrpc":"2.0","method":"$/anything"}"#;
    for length in [body.len() - 5, body.len() + 9] {
        client.send_raw(format!("Content-Length: {length}\r\n\r\n{body}"));
        still_answers(&mut client);
        assert_eq!(fault(&mut client), PARSE_ERROR);
    }
    client.end();
}

#[test]
fn a_batch_is_refused() {
    let folder = Folder::new("fault-batch");
    let mut client = with_article(&folder);
    let batch = r#"[{"jsonrpc":"2.0","id":900,"method":"textDocument/hover","params":{}}]"#;
    for body in [batch, "[]"] {
        client.send_raw(format!("Content-Length: {}\r\n\r\n{body}", body.len()));
        assert_eq!(fault(&mut client), INVALID_REQUEST);
        still_answers(&mut client);
    }
    client.end();
}

#[test]
fn what_is_unknown_is_refused_or_passed_over() {
    let folder = Folder::new("fault-unknown");
    let mut client = with_article(&folder);
    for method in ["textDocument/telepathy", "$/telepathy", "workspace/executeOrder"] {
        assert_eq!(client.refused(method, json!({})), METHOD_NOT_FOUND, "{method}");
        client.notify(method, json!({}));
        client.notify(method, Value::Null);
    }
    assert_eq!(client.refused("textDocument/hover", json!({"textDocument": 3})), INVALID_PARAMS);
    assert_eq!(client.refused("initialize", json!({"capabilities": {}})), INVALID_REQUEST);
    // notifications with parameters that are none, or about what is not open
    client.notify("textDocument/didChange", json!({"textDocument": {}}));
    client.change("untitled:never-opened.txt", 2, &[(Value::Null, "Premier Li Qiang")]);
    client.close("untitled:never-opened.txt");
    // an answer to nothing
    client.send_raw("Content-Length: 40\r\n\r\n{\"jsonrpc\":\"2.0\",\"id\":4711,\"result\":null}");
    still_answers(&mut client);
    let place = json!({"textDocument": {"uri": "untitled:never-opened.txt"}, "position": {"line": 0, "character": 9}});
    assert_eq!(client.call("textDocument/hover", place), Value::Null);
    client.end();
}

#[test]
fn positions_outside_of_the_text_are_no_harm() {
    let folder = Folder::new("fault-positions");
    let mut client = with_article(&folder);
    let beyond = json!({"line": 4_000_000_000_u32, "character": 4_000_000_000_u32});
    for method in ["hover", "definition", "declaration", "documentHighlight", "references"] {
        let params = json!({
            "textDocument": {"uri": "untitled:fair.txt"},
            "position": beyond,
            "context": {"includeDeclaration": true},
        });
        let result = client.call(&format!("textDocument/{method}"), params);
        assert!(result.is_null() || result.as_array().is_some_and(Vec::is_empty), "{method}: {result}");
    }
    // the end before the start, and both beyond the end
    let backwards = json!({"start": {"line": 2, "character": 9}, "end": {"line": 1, "character": 0}});
    let range = json!({"start": beyond, "end": beyond});
    client.change("untitled:fair.txt", 2, &[(range, "The end.\n"), (backwards, "")]);
    client.findings("untitled:fair.txt", 2);
    client.change("untitled:fair.txt", 3, &[(Value::Null, ARTICLE)]);
    assert!(client.findings("untitled:fair.txt", 3).is_empty());
    still_answers(&mut client);
    client.end();
}

#[test]
fn nothing_is_answered_before_initialize() {
    let folder = Folder::new("fault-early");
    let mut client = Client::start(&folder);
    client.open("untitled:fair.txt", 1, ARTICLE);
    let place = json!({"textDocument": {"uri": "untitled:fair.txt"}, "position": {"line": 0, "character": 0}});
    assert_eq!(client.refused("textDocument/hover", place), NOT_INITIALIZED);
    client.initialize(json!({"capabilities": capabilities(Encoding::Utf16)}));
    client.open("untitled:fair.txt", 1, ARTICLE);
    still_answers(&mut client);
    client.end();
}

#[test]
fn nothing_is_answered_after_shutdown() {
    let folder = Folder::new("fault-late");
    let mut client = with_article(&folder);
    client.call("shutdown", Value::Null);
    let place = json!({"textDocument": {"uri": "untitled:fair.txt"}, "position": {"line": 2, "character": 55}});
    assert_eq!(client.refused("textDocument/hover", place), INVALID_REQUEST);
    assert_eq!(client.refused("shutdown", Value::Null), INVALID_REQUEST);
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 0);
}

#[test]
fn exit_ends_it_though_its_input_stays_open() {
    let folder = Folder::new("fault-exit");
    // `shutdown` with an empty object, as some clients send it
    for parameters in [Value::Null, json!({})] {
        let mut client = with_article(&folder);
        client.call("shutdown", parameters);
        client.notify("exit", Value::Null);
        assert_eq!(client.exit_code(), 0);
    }
    let mut client = with_article(&folder);
    still_answers(&mut client);
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 1, "without shutdown");
}

#[test]
fn exit_before_initialize_ends_it_too() {
    let folder = Folder::new("fault-exit-early");
    let mut client = Client::start(&folder);
    assert_eq!(client.refused("textDocument/hover", json!({})), NOT_INITIALIZED);
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 1);
}

#[test]
fn exit_does_not_wait_for_work() {
    let folder = Folder::new("fault-exit-busy");
    let mut client = with_article(&folder);
    client.findings("untitled:fair.txt", 1);
    client.open("untitled:long.txt", 1, &ARTICLE.repeat(3000));
    for _ in 0..10 {
        client.request("textDocument/documentSymbol", json!({"textDocument": {"uri": "untitled:long.txt"}}));
    }
    client.request("shutdown", Value::Null);
    client.notify("exit", Value::Null);
    assert_eq!(client.exit_code(), 0);
}

#[test]
fn the_end_of_input_ends_it() {
    let folder = Folder::new("fault-end");
    let mut client = with_article(&folder);
    still_answers(&mut client);
    client.close_input();
    assert_eq!(client.exit_code(), 1, "without shutdown");

    let mut client = with_article(&folder);
    client.call("shutdown", Value::Null);
    client.close_input();
    assert_eq!(client.exit_code(), 0, "after shutdown");

    let mut client = with_article(&folder);
    still_answers(&mut client);
    client.send_raw("Content-Length: 500\r\n\r\n{\"jsonrpc\"");
    client.close_input();
    assert_eq!(client.exit_code(), 1, "in the middle of a message");
}
