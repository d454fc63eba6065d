//! A small client that takes the protocol at its word.
//!
//! It starts the server, writes frames, and reads frames on a thread of its own, which also answers the server's requests
//! as an editor does. Every message is looked at when it is taken: its frame, its JSON, that no request is answered twice
//! or unasked, that versions never go backwards, that nothing comes which the client did not declare. A wait ends after
//! [`PATIENCE`] with what was received. The server's process ends with the client.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Write};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use serde_json::{Value, json};

use crate::article::Encoding;
use crate::folder::Folder;

/// How long anything may take, on a machine that is busy with other tests.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// How long the server may take to end.
pub const END: Duration = Duration::from_secs(2);

enum Incoming {
    Message(Value),
    /// The server closed its output.
    End,
    /// What came is no message.
    Broken(String),
}

/// A client and its server.
pub struct Client {
    child: Child,
    /// Frames for the server; `None` closes its input.
    output: Sender<Option<Vec<u8>>>,
    incoming: Receiver<Incoming>,
    /// What the server wrote to its standard error.
    log: Arc<Mutex<String>>,
    /// What came and was not waited for yet.
    unread: Vec<Value>,
    /// Everything that came.
    received: Vec<Value>,
    next_id: i64,
    /// The requests that are not answered yet.
    open: HashSet<i64>,
    /// The last version of each document that findings came for.
    versions: HashMap<String, i64>,
    /// What was last said of each token of progress.
    progress: HashMap<String, String>,
    /// The capabilities sent.
    declared: Value,
    /// How columns are counted, once it has been agreed on.
    pub encoding: Encoding,
}

/// What a client of today declares, with an encoding of columns.
pub fn capabilities(encoding: Encoding) -> Value {
    json!({
        "general": {"positionEncodings": [encoding.name()]},
        "window": {"workDoneProgress": true},
        "workspace": {"workspaceFolders": true, "didChangeWatchedFiles": {"dynamicRegistration": true}},
        "textDocument": {
            "hover": {"contentFormat": ["plaintext"]},
            "definition": {"linkSupport": true},
            "declaration": {"linkSupport": true},
            "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
            "publishDiagnostics": {"relatedInformation": true, "versionSupport": true},
        },
    })
}

impl Client {
    /// Starts the server, and says nothing to it yet.
    pub fn start(folder: &Folder) -> Client {
        let mut child = Command::new(env!("CARGO_BIN_EXE_dateline"))
            .arg("lsp")
            .current_dir(folder.path(""))
            .env("XDG_CACHE_HOME", folder.path("cache"))
            .env("HOME", folder.path("home"))
            .env_remove("DATELINE_LOG")
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("cargo built the binary");
        let mut input = child.stdin.take().expect("it is a pipe");
        let stdout = child.stdout.take().expect("it is a pipe");
        let stderr = child.stderr.take().expect("it is a pipe");
        let (output, frames) = channel::<Option<Vec<u8>>>();
        std::thread::spawn(move || {
            for frame in frames {
                let Some(frame) = frame else { return };
                // a server that has ended is noticed where its answer is missed
                if input.write_all(&frame).and_then(|()| input.flush()).is_err() {
                    return;
                }
            }
        });
        let (send, incoming) = channel();
        let replies = output.clone();
        std::thread::spawn(move || read(BufReader::new(stdout), &send, &replies));
        let log = Arc::new(Mutex::new(String::new()));
        let kept = log.clone();
        std::thread::spawn(move || {
            for line in BufReader::new(stderr).lines().map_while(Result::ok) {
                let mut log = kept.lock().expect("nobody panics under this lock");
                log.push_str(&line);
                log.push('\n');
            }
        });
        Client {
            child,
            output,
            incoming,
            log,
            unread: Vec::new(),
            received: Vec::new(),
            next_id: 0,
            open: HashSet::new(),
            versions: HashMap::new(),
            progress: HashMap::new(),
            declared: Value::Null,
            encoding: Encoding::Utf16,
        }
    }

    /// Starts the server and introduces a client of today, with folders of `folder` as its workspace.
    pub fn ready(folder: &Folder, roots: &[&str], encoding: Encoding) -> Client {
        let roots: Vec<Value> = roots.iter().map(|r| json!({"uri": folder.uri(r), "name": r})).collect();
        let mut client = Client::start(folder);
        let params = json!({"processId": null, "rootUri": null, "capabilities": capabilities(encoding), "workspaceFolders": roots});
        client.initialize(params);
        assert_eq!(client.encoding, encoding);
        client
    }

    /// Introduces the client, and gives what the server says of itself.
    pub fn initialize(&mut self, params: Value) -> Value {
        self.declared = params["capabilities"].clone();
        let result = self.call("initialize", params);
        let early: Vec<&str> = self.received.iter().filter_map(|m| m["method"].as_str()).collect();
        assert!(early.iter().all(|m| m.starts_with("window/")), "before the answer to initialize came {early:?}");
        // without the field it is UTF-16
        self.encoding = result["capabilities"]["positionEncoding"].as_str().map_or(Encoding::Utf16, Encoding::named);
        self.notify("initialized", json!({}));
        result
    }

    /// Sends bytes as they are.
    pub fn send_raw(&self, bytes: impl Into<Vec<u8>>) {
        self.output.send(Some(bytes.into())).expect("the writing thread waits for more");
    }

    pub fn notify(&self, method: &str, params: Value) {
        self.send_raw(frame(&json!({"jsonrpc": "2.0", "method": method, "params": params})));
    }

    /// Sends a request without waiting, and gives its id.
    pub fn request(&mut self, method: &str, params: Value) -> i64 {
        self.next_id += 1;
        self.open.insert(self.next_id);
        let mut request = json!({"jsonrpc": "2.0", "id": self.next_id, "method": method});
        if !params.is_null() {
            request["params"] = params;
        }
        self.send_raw(frame(&request));
        self.next_id
    }

    /// Waits for the whole answer to a request.
    pub fn response(&mut self, id: i64) -> Value {
        self.wait_for(&format!("the answer to request {id}"), |m| m.get("method").is_none() && m["id"] == id)
    }

    /// Waits for the result of a request, which must have one.
    pub fn result(&mut self, id: i64) -> Value {
        let mut response = self.response(id);
        if let Some(error) = response.get("error") {
            self.fail(&format!("request {id} was refused: {error}"));
        }
        response["result"].take()
    }

    /// Sends a request and waits for its result.
    pub fn call(&mut self, method: &str, params: Value) -> Value {
        let id = self.request(method, params);
        self.result(id)
    }

    /// Sends a request that must be refused, and gives the error's code.
    pub fn refused(&mut self, method: &str, params: Value) -> i64 {
        let id = self.request(method, params);
        let response = self.response(id);
        response["error"]["code"]
            .as_i64()
            .unwrap_or_else(|| self.fail(&format!("{method} was not refused: {response}")))
    }

    /// Waits for a message, whether it came already or not. `what` names it, for the failure.
    pub fn wait_for(&mut self, what: &str, mut wanted: impl FnMut(&Value) -> bool) -> Value {
        if let Some(at) = self.unread.iter().position(&mut wanted) {
            return self.unread.remove(at);
        }
        let deadline = Instant::now() + PATIENCE;
        loop {
            let message = match self.incoming.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
                Ok(Incoming::Message(message)) => message,
                Ok(Incoming::Broken(why)) => self.fail(&why),
                Ok(Incoming::End) => self.fail(&format!("the server closed its output before {what}")),
                Err(RecvTimeoutError::Timeout) => self.fail(&format!("nothing came for {PATIENCE:?} that is {what}")),
                Err(RecvTimeoutError::Disconnected) => self.fail(&format!("the output had ended before {what}")),
            };
            self.check(&message);
            self.received.push(message.clone());
            if wanted(&message) {
                return message;
            }
            self.unread.push(message);
        }
    }

    /// Asks until the answer will do. For what the server does in its own time and does not announce.
    pub fn eventually(&mut self, method: &str, params: &Value, will_do: impl Fn(&Value) -> bool) -> Value {
        let deadline = Instant::now() + PATIENCE;
        loop {
            let result = self.call(method, params.clone());
            if will_do(&result) {
                return result;
            }
            if Instant::now() > deadline {
                self.fail(&format!("{method} still answers {result}"));
            }
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    pub fn open(&mut self, uri: &str, version: i64, text: &str) {
        let document = json!({"uri": uri, "languageId": "plaintext", "version": version, "text": text});
        self.notify("textDocument/didOpen", json!({"textDocument": document}));
    }

    pub fn close(&mut self, uri: &str) {
        self.notify("textDocument/didClose", json!({"textDocument": {"uri": uri}}));
        // whoever opens it again may begin at any version
        self.versions.remove(uri);
    }

    /// Sends a new version: each change a range, or null for all, and what stands there now.
    pub fn change(&self, uri: &str, version: i64, changes: &[(Value, &str)]) {
        let change = |(range, text): &(Value, &str)| match range {
            Value::Null => json!({"text": text}),
            range => json!({"range": range, "text": text}),
        };
        let changes: Vec<Value> = changes.iter().map(change).collect();
        let document = json!({"uri": uri, "version": version});
        self.notify("textDocument/didChange", json!({"textDocument": document, "contentChanges": changes}));
    }

    /// Waits for the findings of a version of a document.
    pub fn findings(&mut self, uri: &str, version: i64) -> Vec<Value> {
        let of_version = |p: &Value| p["uri"] == uri && p["version"] == version;
        let published = self.wait_for(&format!("the findings of version {version} of {uri}"), |m| {
            m["method"] == "textDocument/publishDiagnostics" && of_version(&m["params"])
        });
        array(&published["params"]["diagnostics"])
    }

    /// Waits until the server has read the workspace, which a client learns only if progress was declared.
    pub fn workspace_read(&mut self) {
        self.wait_for("the end of reading the workspace", |m| {
            m["method"] == "$/progress" && m["params"]["value"]["kind"] == "end"
        });
    }

    /// Tells of files that changed on disk.
    pub fn files_changed(&self, uris: &[&str]) {
        let changes: Vec<Value> = uris.iter().map(|u| json!({"uri": u, "type": 2})).collect();
        self.notify("workspace/didChangeWatchedFiles", json!({"changes": changes}));
    }

    /// Everything of a method that came so far.
    pub fn received(&self, method: &str) -> Vec<Value> {
        self.received.iter().filter(|m| m["method"] == method).cloned().collect()
    }

    pub fn close_input(&self) {
        self.output.send(None).expect("the writing thread waits for more");
    }

    /// Waits for the end of the server's process, and gives its exit code.
    pub fn exit_code(&mut self) -> i32 {
        let deadline = Instant::now() + END;
        loop {
            if let Some(status) = self.child.try_wait().expect("it is our own process") {
                return status
                    .code()
                    .unwrap_or_else(|| self.fail(&format!("the server was ended by a signal: {status}")));
            }
            if Instant::now() > deadline {
                self.fail(&format!("the server still runs after {END:?}"));
            }
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Ends the server as an editor does, its input still open, and sees that all went well.
    pub fn end(mut self) {
        let answer = self.call("shutdown", Value::Null);
        assert_eq!(answer, Value::Null);
        self.notify("exit", Value::Null);
        assert_eq!(self.exit_code(), 0);
        // what was still under way
        while let Ok(incoming) = self.incoming.recv_timeout(PATIENCE) {
            match incoming {
                Incoming::Message(message) => self.check(&message),
                Incoming::Broken(why) => self.fail(&why),
                Incoming::End => break,
            }
        }
        assert!(self.open.is_empty(), "never answered: {:?}", self.open);
        let log = self.log.lock().expect("nobody panics under this lock").clone();
        assert!(!log.contains("panicked"), "the server says:\n{log}");
    }

    /// What must hold of every message, whatever the test is about.
    fn check(&mut self, message: &Value) {
        let Some(method) = message["method"].as_str() else {
            match message["id"].as_i64() {
                Some(id) if self.open.remove(&id) => {}
                // the answer to what had no id that could be read
                None if message["error"]["code"].is_i64() => {}
                _ => self.fail(&format!("nobody asked, or it was answered before: {message}")),
            }
            return;
        };
        let params = &message["params"];
        let refused = match method {
            "textDocument/publishDiagnostics" => self.check_findings(params),
            "client/registerCapability" => params["registrations"].as_array().is_none_or(|all| {
                all.iter().any(|r| {
                    let method = r["method"].as_str().unwrap_or_default();
                    let pointer = format!("/{method}/dynamicRegistration");
                    self.declared.pointer(&pointer) != Some(&Value::Bool(true))
                })
            }),
            "window/workDoneProgress/create" => {
                let declared = self.declared["window"]["workDoneProgress"] == true;
                !declared || self.progress.insert(params["token"].to_string(), "create".to_owned()).is_some()
            }
            "$/progress" => {
                let kind = params["value"]["kind"].as_str().unwrap_or_default().to_owned();
                let before = self.progress.insert(params["token"].to_string(), kind.clone());
                !matches!(
                    (before.as_deref(), &*kind),
                    (Some("create"), "begin") | (Some("begin" | "report"), "report" | "end")
                )
            }
            "window/showMessage" | "window/logMessage" => !params["message"].is_string(),
            _ => true,
        };
        if refused {
            self.fail(&format!("the server may not send this, or not now: {message}"));
        }
    }

    /// Whether findings are out of order, or not what the protocol has.
    fn check_findings(&mut self, params: &Value) -> bool {
        let uri = params["uri"].as_str().unwrap_or_default().to_owned();
        if let Some(version) = params["version"].as_i64() {
            let last = self.versions.insert(uri, version);
            if last.is_some_and(|l| l > version) {
                return true;
            }
        }
        !params["diagnostics"]
            .as_array()
            .is_some_and(|d| d.iter().all(|d| d["message"].is_string() && d["range"].is_object()))
    }

    /// Fails with what was received last and what the server logged.
    pub fn fail(&self, why: &str) -> ! {
        let last = &self.received[self.received.len().saturating_sub(20)..];
        let last: Vec<String> = last.iter().map(|m| m.to_string().chars().take(600).collect()).collect();
        let log = self.log.lock().map(|l| l.clone()).unwrap_or_default();
        panic!("{why}\n-- received last --\n{}\n-- the server's log --\n{log}", last.join("\n"))
    }
}

impl Drop for Client {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A JSON array's elements.
pub fn array(value: &Value) -> Vec<Value> {
    value.as_array().unwrap_or_else(|| panic!("{value} is no array")).clone()
}

/// A message in its envelope.
pub fn frame(message: &Value) -> Vec<u8> {
    let body = message.to_string();
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

/// Reads the server's output to its end, and answers its requests as an editor does.
fn read(mut stdout: impl BufRead, send: &Sender<Incoming>, replies: &Sender<Option<Vec<u8>>>) {
    loop {
        let incoming = match read_message(&mut stdout) {
            Ok(Some(message)) => Incoming::Message(message),
            Ok(None) => Incoming::End,
            Err(why) => Incoming::Broken(why),
        };
        if let Incoming::Message(message) = &incoming
            && let (Some(method), Some(id)) = (message["method"].as_str(), message.get("id"))
        {
            let reply = match method {
                "client/registerCapability" | "client/unregisterCapability" | "window/workDoneProgress/create" => {
                    json!({"jsonrpc": "2.0", "id": id, "result": null})
                }
                _ => json!({"jsonrpc": "2.0", "id": id, "error": {"code": -32601, "message": "unknown"}}),
            };
            // the writing thread may have ended, and the test with it
            let _ = replies.send(Some(frame(&reply)));
        }
        let goes_on = matches!(incoming, Incoming::Message(_));
        if send.send(incoming).is_err() || !goes_on {
            return;
        }
    }
}

/// One frame: exactly the headers that the protocol has, and a body of exactly the length they say.
fn read_message(stdout: &mut impl BufRead) -> Result<Option<Value>, String> {
    let mut length = None;
    loop {
        let mut line = String::new();
        match stdout.read_line(&mut line).map_err(|e| format!("the output cannot be read: {e}"))? {
            0 if length.is_none() => return Ok(None),
            0 => return Err("the output ends in the middle of a frame".to_owned()),
            _ => {}
        }
        let line = line.strip_suffix("\r\n").ok_or_else(|| format!("a header does not end in CRLF: {line:?}"))?;
        match line.split_once(": ") {
            None if line.is_empty() => break,
            Some(("Content-Length", digits)) if length.is_none() => {
                length = Some(digits.parse::<usize>().map_err(|e| format!("{line:?}: {e}"))?);
            }
            Some(("Content-Type", "application/vscode-jsonrpc; charset=utf-8")) => {}
            _ => return Err(format!("no header of the protocol: {line:?}")),
        }
    }
    let mut body = vec![0; length.ok_or("a frame has no Content-Length")?];
    stdout.read_exact(&mut body).map_err(|e| format!("a body is shorter than its Content-Length: {e}"))?;
    let body = String::from_utf8(body).map_err(|e| format!("a body is not UTF-8: {e}"))?;
    let message: Value = serde_json::from_str(&body).map_err(|e| format!("a body is not JSON: {e}: {body}"))?;
    let is_response = message.get("result").is_some() != message.get("error").is_some() && message.get("id").is_some();
    let is_call = message["method"].is_string() && message.get("result").is_none() && message.get("error").is_none();
    if message["jsonrpc"] != "2.0" || is_response == is_call {
        return Err(format!("a body is no message: {body}"));
    }
    Ok(Some(message))
}
