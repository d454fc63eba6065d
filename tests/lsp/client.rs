//! A small client that takes the protocol at its word.
//!
//! It starts the server, writes frames, and reads frames on a thread of its own, which also answers the server's requests
//! as an editor does. Every message is looked at when it is taken: its frame, its JSON, that no request is answered twice
//! or unasked, that versions never go backwards, that nothing comes which the client did not declare. A wait ends after
//! [`PATIENCE`] with what was received. The server's process ends with the client.

use std::collections::{HashMap, HashSet};
use std::io::{BufRead, BufReader, Read, Write};
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
    /// `None` once the server's input is closed.
    output: Option<Sender<Vec<u8>>>,
    incoming: Receiver<Incoming>,
    log: Arc<Mutex<String>>,
    /// What came and was not waited for yet.
    unread: Vec<Value>,
    /// Everything that came.
    received: Vec<Value>,
    next_id: i64,
    open: HashSet<i64>,
    /// The last version of each document that findings came for.
    versions: HashMap<String, i64>,
    /// The tokens of progress, and the kind of what was last said of each.
    progress: HashMap<String, String>,
    declared: Value,
    initialized: bool,
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
    /// Starts the server and says nothing to it yet.
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
        let (output, frames) = channel::<Vec<u8>>();
        std::thread::spawn(move || {
            for frame in frames {
                // a server that ended is noticed where its answer is missed
                if input.write_all(&frame).and_then(|()| input.flush()).is_err() {
                    return;
                }
            }
        });
        let (send, incoming) = channel();
        let replies = output.clone();
        let stdout = BufReader::new(child.stdout.take().expect("it is a pipe"));
        // the reader's replies must not hold the input open after the client closed it
        let replies = Arc::new(Mutex::new(Some(replies)));
        let reader_replies = replies.clone();
        std::thread::spawn(move || read(stdout, &send, &reader_replies));
        let log = Arc::new(Mutex::new(String::new()));
        let (lines, kept) = (BufReader::new(child.stderr.take().expect("it is a pipe")), log.clone());
        std::thread::spawn(move || {
            for line in lines.lines().map_while(Result::ok) {
                let mut log = kept.lock().expect("nobody panics under this lock");
                log.push_str(&line);
                log.push('\n');
            }
        });
        Client {
            child,
            output: Some(output),
            incoming,
            log,
            unread: Vec::new(),
            received: Vec::new(),
            next_id: 0,
            open: HashSet::new(),
            versions: HashMap::new(),
            progress: HashMap::new(),
            declared: Value::Null,
            initialized: false,
            encoding: Encoding::Utf16,
        }
        .with_replies(replies)
    }
}
