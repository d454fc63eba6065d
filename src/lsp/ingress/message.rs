//! A body becomes a JSON-RPC message, or the error to answer it with.
//!
//! In comes one frame's body; out comes a request, a notification or a response. It is read by hand rather than into
//! the library's types, for three reasons: a refusal should carry the id that the body does hold; the library takes
//! `{"jsonrpc":"2.0"}` for a request; and it rejects a client's error response that has one field too many, after
//! which the handler that asked would wait for ever.

use std::borrow::Cow;

use serde_json::{Map, Value};
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Response};
use tower_lsp::ls_types::Uri;

/// What a peer may send.
#[derive(Debug, PartialEq)]
pub(super) enum Message {
    /// A request, or without an id a notification.
    Call { method: String, id: Option<Id>, params: Option<Value> },
    /// The client's answer to a request of the server.
    Response(Response),
}

/// Why a body is no message, and whom to tell.
#[derive(Debug, PartialEq)]
pub(super) struct Refusal {
    pub(super) id: Id,
    pub(super) error: Error,
    /// The body is not JSON, so its length is in doubt: where in it a complete JSON value ended, if one did.
    pub(super) overrun: Option<usize>,
}

/// Reads `body`. The error is `-32700` where it is not JSON in UTF-8, and `-32600` where it is JSON but no message.
pub(super) fn read(body: &[u8]) -> Result<Message, Refusal> {
    let value = match serde_json::from_slice(body) {
        Ok(value) => value,
        Err(error) => match with_lone_surrogates_replaced(body).and_then(|body| serde_json::from_slice(&body).ok()) {
            Some(value) => value,
            None => {
                return Err(Refusal {
                    id: Id::Null,
                    error: refusal(ErrorCode::ParseError, format!("the message is not JSON: {error}")),
                    overrun: overrun(body),
                });
            }
        },
    };
    match value {
        Value::Object(fields) => read_object(fields),
        Value::Array(_) => Err(invalid(Id::Null, "batches are not part of LSP; send the messages one by one")),
        _ => Err(invalid(Id::Null, "a message is a JSON object")),
    }
}

fn read_object(mut fields: Map<String, Value>) -> Result<Message, Refusal> {
    let raw_id = fields.remove("id");
    let id = raw_id.as_ref().map(|id| match id {
        Value::String(id) => Ok(Id::String(id.clone())),
        Value::Number(number) => number.as_i64().map(Id::Number).ok_or(()),
        _ => Err(()),
    });
    let known_id = || id.clone().and_then(Result::ok).unwrap_or(Id::Null);

    // A response is taken whatever its version says: an error for it would carry an id of the server's own and so
    // strike a request of the client.
    if !fields.contains_key("method") && (fields.contains_key("result") || fields.contains_key("error")) {
        let outcome = match fields.remove("error").unwrap_or(Value::Null) {
            Value::Null => Ok(fields.remove("result").unwrap_or(Value::Null)),
            error => Err(client_error(error)),
        };
        return match raw_id {
            Some(_) => Ok(Message::Response(Response::from_parts(known_id(), outcome))),
            None => Err(invalid(Id::Null, "a response needs the id of its request")),
        };
    }
    if fields.get("jsonrpc").and_then(Value::as_str) != Some("2.0") {
        return Err(invalid(known_id(), "a message needs \"jsonrpc\": \"2.0\""));
    }
    let Some(Value::String(method)) = fields.remove("method") else {
        return Err(invalid(known_id(), "a message needs a method, a result or an error"));
    };
    match id.transpose() {
        Ok(id) => {
            let mut params = fields.remove("params");
            params.iter_mut().for_each(escape_uris);
            Ok(Message::Call { method, id, params })
        }
        Err(()) => Err(invalid(Id::Null, "the id of a request is an integer or a string")),
    }
}

/// Helix and kak-lsp leave `[` and `|` in the paths of URIs as they are, which the library takes for no URI: the message
/// would be refused, and the document never be known. In a URI that does not parse, each byte that no URI may have is
/// escaped.
fn escape_uris(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                match value {
                    Value::String(uri) if name == "uri" || name.ends_with("Uri") => {
                        if !uri.is_empty() && uri.parse::<Uri>().is_err() {
                            *uri = uri.bytes().map(escaped).collect();
                        }
                    }
                    other => escape_uris(other),
                }
            }
        }
        Value::Array(values) => values.iter_mut().for_each(escape_uris),
        _ => {}
    }
}

fn escaped(byte: u8) -> String {
    let allowed = byte.is_ascii_alphanumeric() || b"-._~:/?#@!$&'()*+,;=%".contains(&byte);
    if allowed { char::from(byte).to_string() } else { format!("%{byte:02X}") }
}

/// What the client says went wrong, as far as it says it in the form it should.
fn client_error(error: Value) -> Error {
    Error {
        code: error.get("code").and_then(Value::as_i64).map_or(ErrorCode::InternalError, ErrorCode::from),
        message: match error.get("message").and_then(Value::as_str) {
            Some(message) => Cow::Owned(message.to_owned()),
            None => Cow::Borrowed("the client answered with an error that does not say more"),
        },
        data: error.get("data").cloned(),
    }
}

fn invalid(id: Id, message: &'static str) -> Refusal {
    Refusal { id, error: refusal(ErrorCode::InvalidRequest, message), overrun: None }
}

/// An error with a message of our own.
pub(super) fn refusal(code: ErrorCode, message: impl Into<Cow<'static, str>>) -> Error {
    Error { code, message: message.into(), data: None }
}

/// Where the JSON value that `body` starts with ends, if something else follows it: the announced length was too
/// large, and what follows is the head of the next frame.
fn overrun(body: &[u8]) -> Option<usize> {
    let mut values = serde_json::Deserializer::from_slice(body).into_iter::<Value>();
    values.next()?.ok()?;
    Some(values.byte_offset())
}

/// Editors in JavaScript send a text that was cut inside an emoji as `"\ud83d"`, which serde_json refuses; the edit
/// would be lost and the document differ from the editor's from then on. Each such half becomes `\ufffd`, which has the
/// same width in UTF-16, so that columns stay right. `None` if there is none.
fn with_lone_surrogates_replaced(body: &[u8]) -> Option<Vec<u8>> {
    let unit = |at: usize| {
        let digits = body.get(at..)?.strip_prefix(br"\u")?.get(..4)?;
        u16::from_str_radix(std::str::from_utf8(digits).ok()?, 16).ok()
    };
    let mut replaced = None;
    let mut at = 0;
    while let Some(skipped) = body[at..].iter().position(|&byte| byte == b'\\') {
        at += skipped;
        let low_follows = || unit(at + 6).is_some_and(|unit| (0xDC00..0xE000).contains(&unit));
        at += match unit(at) {
            Some(0xD800..0xDC00) if low_follows() => 12,
            Some(0xD800..0xE000) => {
                replaced.get_or_insert_with(|| body.to_vec())[at + 2..at + 6].copy_from_slice(b"fffd");
                6
            }
            _ => 2,
        };
        if at >= body.len() {
            break;
        }
    }
    replaced
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn refused(body: &str) -> (i64, Id) {
        let refusal = read(body.as_bytes()).expect_err(body);
        (refusal.error.code.code(), refusal.id)
    }

    #[test]
    fn only_uris_that_are_none_are_escaped() {
        let mut params = json!({
            "textDocument": {"uri": "file:///a/[b] 100%25 é|.txt", "text": "uri: file:///[b]"},
            "workspaceFolders": [{"uri": "file:///a/%5Bb%5D,c", "name": "[b]"}],
            "rootUri": null,
            "newUri": "vscode-remote://[::1]/a",
        });
        escape_uris(&mut params);
        let escaped = json!({
            "textDocument": {"uri": "file:///a/%5Bb%5D%20100%25%20%C3%A9%7C.txt", "text": "uri: file:///[b]"},
            "workspaceFolders": [{"uri": "file:///a/%5Bb%5D,c", "name": "[b]"}],
            "rootUri": null,
            "newUri": "vscode-remote://[::1]/a",
        });
        assert_eq!(params, escaped);
    }

    #[test]
    fn what_is_not_json_is_a_parse_error() {
        for body in ["", "{", "{\"jsonrpc\":\"2.0\"", "{'a':1}", "{}{}"] {
            assert_eq!(refused(body), (-32700, Id::Null), "{body}");
        }
        assert_eq!(read(b"{\"a\":\"\xFF\"}").expect_err("not UTF-8").error.code, ErrorCode::ParseError);
        let deep = "[".repeat(1_000_000);
        assert_eq!(refused(&deep), (-32700, Id::Null), "depth does not overflow the stack");
    }

    #[test]
    fn what_is_json_but_no_message_keeps_its_id() {
        for (body, id) in [
            ("7", Id::Null),
            ("null", Id::Null),
            ("[]", Id::Null),
            (r#"[{"jsonrpc":"2.0","id":1,"method":"a"}]"#, Id::Null),
            ("{}", Id::Null),
            (r#"{"jsonrpc":"2.0","id":4}"#, Id::Number(4)),
            (r#"{"jsonrpc":"2.0","id":"four","method":4}"#, Id::String("four".into())),
            (r#"{"jsonrpc":"1.0","id":5,"method":"a"}"#, Id::Number(5)),
            (r#"{"id":6,"method":"a"}"#, Id::Number(6)),
            (r#"{"jsonrpc":"2.0","id":1.5,"method":"a"}"#, Id::Null),
            (r#"{"jsonrpc":"2.0","id":null,"method":"a"}"#, Id::Null),
            (r#"{"jsonrpc":"2.0","result":1}"#, Id::Null),
        ] {
            assert_eq!(refused(body), (-32600, id), "{body}");
        }
    }

    #[test]
    fn calls_and_responses() {
        let call = read(br#"{"jsonrpc":"2.0","id":"a","method":"m","params":[1]}"#).expect("a request");
        assert_eq!(
            call,
            Message::Call { method: "m".into(), id: Some(Id::String("a".into())), params: Some(json!([1])) }
        );
        let call = read(br#"{"jsonrpc":"2.0","method":"m"}"#).expect("a notification");
        assert_eq!(call, Message::Call { method: "m".into(), id: None, params: None });

        let answer = |body: &str| match read(body.as_bytes()).expect(body) {
            Message::Response(response) => response.into_parts(),
            call => panic!("{call:?}"),
        };
        assert_eq!(answer(r#"{"jsonrpc":"2.0","id":3,"result":null}"#), (Id::Number(3), Ok(Value::Null)));
        assert_eq!(answer(r#"{"id":3,"result":1,"error":null}"#), (Id::Number(3), Ok(json!(1))));
        let (_, error) =
            answer(r#"{"jsonrpc":"2.0","id":3,"result":null,"error":{"code":-1,"message":"no","more":1}}"#);
        assert_eq!(error.expect_err("an error").message, "no");
        let (_, error) = answer(r#"{"jsonrpc":"2.0","id":3,"error":"no"}"#);
        assert_eq!(error.expect_err("an error").code, ErrorCode::InternalError);
    }

    #[test]
    fn half_an_emoji_is_replaced_at_the_same_width() {
        let text = |body: &str| match read(body.as_bytes()).expect(body) {
            Message::Call { params: Some(Value::String(text)), .. } => text,
            other => panic!("{other:?}"),
        };
        let wrap = |text: &str| format!(r#"{{"jsonrpc":"2.0","method":"m","params":"{text}"}}"#);
        assert_eq!(text(&wrap(r"a\ud83db")), "a\u{fffd}b");
        assert_eq!(text(&wrap(r"\ude00\ud83d")), "\u{fffd}\u{fffd}");
        assert_eq!(text(&wrap(r"\ud83d\ude00\ud83d")), "\u{1f600}\u{fffd}");
        assert_eq!(text(&wrap(r"\\ud83d\ud83d")), "\\ud83d\u{fffd}");
        assert_eq!(refused(&wrap(r"\ud83")), (-32700, Id::Null));
    }

    #[test]
    fn an_overrun_is_seen() {
        let refusal = read(b"{\"a\":1}Content-Le").expect_err("too long");
        assert_eq!(refusal.overrun, Some(7));
        assert_eq!(read(b"{\"a\":").expect_err("too short").overrun, None);
    }
}
