//! An editor at one end of a pipe, a newsroom of ill-behaved handlers at the other.
//!
//! The editor here reads frames strictly and by its own code, so that the server's framing is not its own judge.

use std::collections::VecDeque;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc as blocking;

use tokio::io::{AsyncReadExt, AsyncWriteExt, DuplexStream, ReadHalf, WriteHalf};
use tokio::time::Instant;
use tower_lsp::Client;
use tower_lsp::jsonrpc::Result;
use tower_lsp::ls_types::{
    ConfigurationItem, DidChangeTextDocumentParams, InitializeParams, InitializeResult, MessageType,
};

use super::*;

/// Far above what anything here takes, far below patience.
const PATIENCE: Duration = Duration::from_secs(10);

struct Newsroom {
    client: Client,
    edits: AtomicUsize,
    /// What `test/block` waits for, holding its thread.
    gate: Mutex<blocking::Receiver<()>>,
    /// Says when a handler has been dropped before its end.
    dropped: Arc<AtomicUsize>,
    /// How many of `test/block` and `test/bulk` have begun.
    begun: Arc<AtomicUsize>,
    lock: tokio::sync::Mutex<()>,
}

struct Dropped(Arc<AtomicUsize>);

impl Drop for Dropped {
    fn drop(&mut self) {
        self.0.fetch_add(1, Ordering::SeqCst);
    }
}

impl LanguageServer for Newsroom {
    async fn initialize(&self, params: InitializeParams) -> Result<InitializeResult> {
        if params.locale.as_deref() == Some("slow") {
            std::future::pending::<()>().await;
        }
        Ok(InitializeResult::default())
    }

    async fn shutdown(&self) -> Result<()> {
        Ok(())
    }

    async fn did_change(&self, params: DidChangeTextDocumentParams) {
        // Uncontended, so these must not count as waits.
        for _ in 0..params.text_document.version % 3 {
            drop(self.lock.lock().await);
        }
        self.edits.fetch_add(1, Ordering::SeqCst);
        nap(params.text_document.version.unsigned_abs() as usize % 4).await;
    }
}

async fn nap(turns: usize) {
    for _ in 0..turns {
        tokio::task::yield_now().await;
    }
}

impl Newsroom {
    /// With the key to its gate.
    fn new(client: Client) -> (Newsroom, blocking::Sender<()>) {
        let (key, gate) = blocking::channel();
        let newsroom = Newsroom {
            client,
            edits: AtomicUsize::new(0),
            gate: Mutex::new(gate),
            dropped: Arc::default(),
            begun: Arc::default(),
            lock: tokio::sync::Mutex::new(()),
        };
        (newsroom, key)
    }

    /// How many edits came before; says so only after others had time to overtake it.
    async fn count(&self, turns: usize) -> Result<usize> {
        drop(self.lock.lock().await);
        let edits = self.edits.load(Ordering::SeqCst);
        nap(turns).await;
        Ok(edits)
    }

    /// How many edits came before its second step.
    async fn count_late(&self) -> Result<usize> {
        nap(1).await;
        Ok(self.edits.load(Ordering::SeqCst))
    }

    async fn echo(&self, params: Value) -> Result<Value> {
        Ok(params)
    }

    async fn stuck(&self) -> Result<()> {
        let _dropped = Dropped(self.dropped.clone());
        std::future::pending().await
    }

    async fn stuck_note(&self) {
        std::future::pending::<()>().await;
    }

    async fn block(&self) -> Result<()> {
        tokio::task::yield_now().await;
        self.begun.fetch_add(1, Ordering::SeqCst);
        let _ = self.gate.lock().expect("no panic under it").recv();
        Ok(())
    }

    async fn panic_now(&self) -> Result<()> {
        panic!("spilled coffee")
    }

    async fn panic_later(&self) -> Result<()> {
        nap(3).await;
        panic!("spilled coffee")
    }

    async fn panic_twice(&self) -> Result<()> {
        struct Clumsy(bool);
        impl Drop for Clumsy {
            fn drop(&mut self) {
                assert!(!self.0 || std::thread::panicking(), "spilled the mug too");
            }
        }
        let _clumsy = Clumsy(true);
        std::future::pending().await
    }

    async fn panic_note(&self, late: bool) {
        if late {
            nap(3).await;
        }
        panic!("spilled ink, late: {late}")
    }

    async fn ask(&self) -> Result<Vec<Value>> {
        let item = ConfigurationItem { scope_uri: None, section: Some("dateline".into()) };
        self.client.configuration(vec![item]).await
    }

    async fn announce(&self, times: usize) -> Result<()> {
        for time in 0..times {
            self.client.log_message(MessageType::INFO, time).await;
        }
        Ok(())
    }

    async fn bulk(&self, bytes: usize) -> Result<String> {
        self.begun.fetch_add(1, Ordering::SeqCst);
        Ok("x".repeat(bytes))
    }
}

struct Editor {
    input: Option<WriteHalf<DuplexStream>>,
    output: ReadHalf<DuplexStream>,
    serving: tokio::task::JoinHandle<ExitReason>,
    gate: blocking::Sender<()>,
    dropped: Arc<AtomicUsize>,
    begun: Arc<AtomicUsize>,
    /// Messages that came while another was waited for.
    aside: VecDeque<Value>,
}

const LIMITS: Limits =
    Limits { body: BODY_LIMIT, in_flight: IN_FLIGHT_LIMIT, unread: UNREAD_LIMIT, grace: Duration::from_millis(800) };

impl Editor {
    fn start(limits: Limits) -> Editor {
        log();
        let (near, far) = tokio::io::duplex(1 << 20);
        let mut gate = None;
        let (service, socket) = LspService::build(|client| {
            let (newsroom, key) = Newsroom::new(client);
            gate = Some(key);
            newsroom
        })
        .custom_method("test/count", Newsroom::count)
        .custom_method("test/countLate", Newsroom::count_late)
        .custom_method("test/echo", Newsroom::echo)
        .custom_method("test/stuck", Newsroom::stuck)
        .custom_method("test/stuckNote", Newsroom::stuck_note)
        .custom_method("test/block", Newsroom::block)
        .custom_method("test/panicNow", Newsroom::panic_now)
        .custom_method("test/panicLater", Newsroom::panic_later)
        .custom_method("test/panicTwice", Newsroom::panic_twice)
        .custom_method("test/panicNote", Newsroom::panic_note)
        .custom_method("test/ask", Newsroom::ask)
        .custom_method("test/announce", Newsroom::announce)
        .custom_method("test/bulk", Newsroom::bulk)
        .finish();
        let (dropped, begun) = (service.inner().dropped.clone(), service.inner().begun.clone());
        let gate = gate.expect("the service is built at once");
        let (reader, writer) = tokio::io::split(far);
        let serving = tokio::spawn(serve_within(limits, reader, writer, service, socket));
        let (output, input) = tokio::io::split(near);
        Editor { input: Some(input), output, serving, gate, dropped, begun, aside: VecDeque::new() }
    }

    async fn open() -> Editor {
        Editor::open_with(LIMITS).await
    }

    async fn open_with(limits: Limits) -> Editor {
        let mut editor = Editor::start(limits);
        editor.request("init", "initialize", json!({"capabilities": {}})).await;
        assert!(editor.answer("init").await["result"].is_object());
        editor.notify("initialized", json!({})).await;
        editor
    }

    async fn bytes(&mut self, bytes: &[u8]) {
        self.input.as_mut().expect("the input is open").write_all(bytes).await.expect("the server reads");
    }

    async fn send(&mut self, message: Value) {
        self.bytes(&framed(&message.to_string())).await;
    }

    async fn request(&mut self, id: impl Into<Value>, method: &str, params: impl Into<Value>) {
        self.send(request(id, method, params)).await;
    }

    async fn notify(&mut self, method: &str, params: impl Into<Value>) {
        self.send(note(method, params)).await;
    }

    /// The next message. Panics if none comes.
    async fn message(&mut self) -> Value {
        let read = async {
            let mut header = Vec::new();
            while !header.ends_with(b"\r\n\r\n") {
                header.push(self.output.read_u8().await.expect("the server has not ended"));
            }
            let header = String::from_utf8(header).expect("a header is ASCII");
            let length = header.strip_prefix("Content-Length: ").expect("a length").trim_ascii();
            let mut body = vec![0; length.parse().expect("a number")];
            self.output.read_exact(&mut body).await.expect("a whole body");
            serde_json::from_slice(&body).expect("JSON")
        };
        timeout(PATIENCE, read).await.expect("a message comes")
    }

    /// The answer to the request `id`, whatever else comes before.
    async fn answer(&mut self, id: impl Into<Value>) -> Value {
        let id = id.into();
        let is_answer = |message: &Value| message["id"] == id && message.get("method").is_none();
        if let Some(at) = self.aside.iter().position(is_answer) {
            return self.aside.remove(at).expect("found just now");
        }
        loop {
            let message = self.message().await;
            if is_answer(&message) {
                return message;
            }
            self.aside.push_back(message);
        }
    }

    /// The code of the error that answers `id`.
    async fn error(&mut self, id: impl Into<Value>) -> i64 {
        let answer = self.answer(id).await;
        answer["error"]["code"].as_i64().unwrap_or_else(|| panic!("an error: {answer}"))
    }

    /// Sends a request and fails unless it is answered as it should be, next.
    async fn still_works(&mut self) {
        self.request("still", "test/echo", json!(["works"])).await;
        let answer = self.message().await;
        assert_eq!(answer, json!({"jsonrpc": "2.0", "id": "still", "result": ["works"]}));
    }

    /// How serving ended, and how long that took.
    async fn ended(&mut self) -> (ExitReason, Duration) {
        let begun = Instant::now();
        let reason = timeout(PATIENCE, &mut self.serving).await.expect("the server ends").expect("it does not panic");
        (reason, begun.elapsed())
    }
}

async fn until(condition: impl Fn() -> bool) {
    let waiting = async {
        while !condition() {
            tokio::task::yield_now().await;
        }
    };
    timeout(PATIENCE, waiting).await.expect("it comes to pass");
}

fn framed(body: &str) -> Vec<u8> {
    format!("Content-Length: {}\r\n\r\n{body}", body.len()).into_bytes()
}

fn request(id: impl Into<Value>, method: &str, params: impl Into<Value>) -> Value {
    json!({"jsonrpc": "2.0", "id": id.into(), "method": method, "params": params.into()})
}

fn note(method: &str, params: impl Into<Value>) -> Value {
    json!({"jsonrpc": "2.0", "method": method, "params": params.into()})
}

fn edit(version: usize) -> Value {
    let document = json!({"uri": "file:///a.txt", "version": version});
    note("textDocument/didChange", json!({"textDocument": document, "contentChanges": [{"text": "x"}]}))
}

// Order

async fn each_count_sees_the_edits_before_it() {
    let mut editor = Editor::open().await;
    // A fixed, uneven mixture, sent without waiting for anything.
    let (mut edits, mut counts, mut bytes) = (0, Vec::new(), Vec::new());
    for step in 0..4000_usize {
        if step.wrapping_mul(2_654_435_761) >> 7 & 1 == 0 {
            edits += 1;
            bytes.extend(framed(&edit(step).to_string()));
        } else {
            counts.push((step, edits));
            bytes.extend(framed(&request(step, "test/count", step % 5).to_string()));
        }
    }
    assert!(edits > 1500 && counts.len() > 1500);
    let mut input = editor.input.take().expect("the input is open");
    let typing = tokio::spawn(async move {
        input.write_all(&bytes).await.expect("the server reads");
        input
    });
    for (id, edits) in counts {
        assert_eq!(editor.answer(id).await["result"], edits, "request {id}");
    }
    typing.await.expect("typed");
}

#[tokio::test]
async fn order_is_kept_on_one_thread() {
    each_count_sees_the_edits_before_it().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn order_is_kept_on_many_threads() {
    each_count_sees_the_edits_before_it().await;
}

#[tokio::test]
async fn reading_does_not_starve_handlers() {
    let mut editor = Editor::open().await;
    let mut bytes = framed(&request(1, "test/countLate", Value::Null).to_string());
    bytes.extend((0..3000).flat_map(|version| framed(&edit(version).to_string())));
    editor.bytes(&bytes).await;
    let edits = editor.answer(1).await["result"].as_u64().expect("a number");
    assert!(edits < 1000, "{edits} edits before the handler went on");
}

async fn announcements_precede_their_answer() {
    let mut editor = Editor::open().await;
    for round in 0..200 {
        let times = round % 4;
        editor.request(round, "test/announce", times).await;
        for time in 0..times {
            assert_eq!(editor.message().await["params"]["message"], time.to_string(), "round {round}");
        }
        assert_eq!(editor.message().await["id"], round);
    }
}

#[tokio::test]
async fn what_a_handler_sends_goes_out_before_its_answer_on_one_thread() {
    announcements_precede_their_answer().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn what_a_handler_sends_goes_out_before_its_answer_on_many_threads() {
    announcements_precede_their_answer().await;
}

// Stuck handlers, cancelling

#[tokio::test]
async fn stuck_requests_block_nothing() {
    for stuck in [4, 40, 400] {
        let mut editor = Editor::open().await;
        for id in 0..stuck {
            editor.request(id, "test/stuck", Value::Null).await;
            editor.notify("test/stuckNote", Value::Null).await;
        }
        editor.send(edit(1)).await;
        editor.request("count", "test/count", 3).await;
        assert_eq!(editor.answer("count").await["result"], 1);
        for id in 0..stuck {
            editor.notify("$/cancelRequest", json!({"id": id})).await;
            assert_eq!(editor.error(id).await, -32800);
        }
        editor.still_works().await;
        until(|| editor.dropped.load(Ordering::SeqCst) >= stuck).await;
    }
}

#[tokio::test]
async fn cancel_takes_any_id_and_frees_it() {
    let mut editor = Editor::open().await;
    for id in [json!(7), json!(-7), json!("7"), json!("seven"), json!(5_000_000_000_i64)] {
        for _ in 0..2 {
            editor.request(id.clone(), "test/stuck", Value::Null).await;
            editor.notify("$/cancelRequest", json!({"id": id})).await;
            assert_eq!(editor.error(id.clone()).await, -32800, "{id}");
        }
    }
    // What was never asked, was answered, or is no id, is ignored.
    for params in [json!({"id": 99}), json!({"id": 7}), json!({"id": null}), json!({}), json!([]), Value::Null] {
        editor.notify("$/cancelRequest", params).await;
    }
    editor.still_works().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn cancel_does_not_wait_for_a_handler_that_computes() {
    let mut editor = Editor::open().await;
    editor.request(1, "test/block", Value::Null).await;
    until(|| editor.begun.load(Ordering::SeqCst) == 1).await;
    editor.notify("$/cancelRequest", json!({"id": 1})).await;
    assert_eq!(editor.error(1).await, -32800);
    // The id is free again, and the old handler's end does not touch its new owner.
    editor.request(1, "test/stuck", Value::Null).await;
    editor.still_works().await;
    editor.gate.send(()).expect("the handler waits");
    tokio::time::sleep(Duration::from_millis(50)).await;
    editor.still_works().await;
    editor.notify("$/cancelRequest", json!({"id": 1})).await;
    assert_eq!(editor.error(1).await, -32800);
}

#[tokio::test]
async fn an_id_in_use_is_refused() {
    let mut editor = Editor::open().await;
    editor.request(1, "test/stuck", Value::Null).await;
    editor.request(1, "test/echo", 5).await;
    assert_eq!(editor.error(1).await, -32600);
    editor.notify("$/cancelRequest", json!({"id": 1})).await;
    assert_eq!(editor.error(1).await, -32800);
}

#[tokio::test]
async fn past_the_bound_requests_are_given_up_and_edits_applied() {
    let mut editor = Editor::open_with(Limits { in_flight: 3, ..LIMITS }).await;
    for id in 0..3 {
        editor.request(id, "test/stuck", Value::Null).await;
    }
    for _ in 0..2 {
        editor.request("more", "test/stuck", Value::Null).await;
        assert_eq!(editor.error("more").await, -32803);
    }
    // Its destructor panics.
    editor.request("clumsy", "test/panicTwice", Value::Null).await;
    assert_eq!(editor.error("clumsy").await, -32803);
    editor.send(edit(3)).await;
    editor.notify("$/cancelRequest", json!({"id": 0})).await;
    assert_eq!(editor.error(0).await, -32800);
    until(|| editor.dropped.load(Ordering::SeqCst) >= 3).await;
    editor.request("count", "test/count", 2).await;
    assert_eq!(editor.answer("count").await["result"], 1);
}

// Panics

#[tokio::test]
async fn a_panic_answers_its_request() {
    let mut editor = Editor::open().await;
    for method in ["test/panicNow", "test/panicLater", "test/panicNow", "test/panicLater"] {
        // The same id every time: a panic must not leave it taken.
        editor.request(1, method, Value::Null).await;
        let error = editor.answer(1).await["error"].clone();
        assert_eq!(error["code"], -32603);
        let message = error["message"].as_str().expect("a text");
        assert!(message.contains(method) && message.contains("spilled coffee"), "{message}");
        editor.still_works().await;
    }
}

#[tokio::test]
async fn a_panic_in_a_notification_is_logged() {
    let mut editor = Editor::open().await;
    for late in [false, true] {
        editor.notify("test/panicNote", late).await;
        let line = format!("spilled ink, late: {late}");
        until(|| log().text().contains(&line)).await;
        let text = log().text();
        let line = text.lines().find(|text| text.contains(&line)).expect("found just now");
        assert!(line.contains("ERROR") && line.contains("test/panicNote"), "{line}");
        editor.still_works().await;
    }
}

/// The log of all tests. One subscriber for the process, since those of single threads lose events to tracing's cache
/// when other tests run beside them.
fn log() -> &'static Log {
    static LOG: LazyLock<Log> = LazyLock::new(|| {
        let log = Log::default();
        let writer = log.clone();
        let subscriber = tracing_subscriber::fmt()
            .with_ansi(false)
            .with_max_level(tracing::Level::ERROR)
            .with_writer(move || writer.clone())
            .finish();
        tracing::subscriber::set_global_default(subscriber).expect("no other test of this binary sets one");
        log
    });
    &LOG
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    fn text(&self) -> String {
        String::from_utf8_lossy(&self.0.lock().expect("no panic under it")).into_owned()
    }
}

impl std::io::Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no panic under it").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

// Damage

#[tokio::test]
async fn bodies_that_are_no_messages_are_answered() {
    let mut editor = Editor::open().await;
    let cases: [(&[u8], Value, i64); 9] = [
        (b"{", Value::Null, -32700),
        (b"", Value::Null, -32700),
        (b"not JSON at all", Value::Null, -32700),
        (b"{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"test/echo\",\"params\":[\"\xFF\"]}", Value::Null, -32700),
        (b"[]", Value::Null, -32600),
        (br#"[{"jsonrpc":"2.0","id":1,"method":"test/echo","params":[]}]"#, Value::Null, -32600),
        (br#"{"jsonrpc":"2.0","id":17}"#, json!(17), -32600),
        (br#"{"jsonrpc":"2.0","id":"x","method":[]}"#, json!("x"), -32600),
        (br#"{"hello":"world"}"#, Value::Null, -32600),
    ];
    for (body, id, code) in cases {
        editor.bytes(format!("Content-Length: {}\r\n\r\n", body.len()).as_bytes()).await;
        editor.bytes(body).await;
        let answer = editor.message().await;
        let text = String::from_utf8_lossy(body);
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&id, &json!(code)), "{text}");
        editor.still_works().await;
    }
}

#[tokio::test]
async fn wrong_and_missing_headers_are_answered_and_the_next_request_works() {
    let mut editor = Editor::open().await;
    let body = request(1, "test/echo", json!(["lost"])).to_string();
    let with_length = |length: usize| format!("Content-Length: {length}\r\n\r\n{body}");
    for damaged in [
        with_length(body.len() - 7),
        with_length(body.len() + 7),
        format!("Content-Length: lots\r\n\r\n{body}"),
        format!("Content-Length: -1\r\n\r\n{body}"),
        format!("Content-Type: a\r\n\r\n{body}"),
        body.clone(),
        format!("a stray line on the way\r\n{body}\r\n\r\n"),
    ] {
        // Sent together, since a length that is too large is noticed only when the next message arrives.
        let next = request("next", "test/echo", json!(["works"])).to_string();
        editor.bytes(&[damaged.as_bytes(), &framed(&next)].concat()).await;
        let answer = editor.message().await;
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&Value::Null, &json!(-32700)), "{damaged}");
        assert_eq!(editor.message().await["id"], "next", "{damaged}");
        editor.still_works().await;
    }
}

#[tokio::test]
async fn a_message_over_the_limit_is_answered_and_the_next_request_works() {
    let mut editor = Editor::open_with(Limits { body: 1000, ..LIMITS }).await;
    for length in [1001, 3 << 20] {
        let text = "x".repeat(length - request(1, "test/echo", "").to_string().len());
        editor.request(1, "test/echo", text).await;
        let answer = editor.message().await;
        assert_eq!((&answer["id"], &answer["error"]["code"]), (&Value::Null, &json!(-32600)));
        assert!(answer["error"]["message"].as_str().expect("a text").contains("1000"), "{answer}");
        editor.still_works().await;
    }
}

#[tokio::test]
async fn a_message_in_single_bytes_and_two_in_one_write() {
    let mut editor = Editor::open().await;
    for byte in framed(&request(1, "test/echo", json!(["日本"])).to_string()) {
        editor.bytes(&[byte]).await;
        tokio::task::yield_now().await;
    }
    assert_eq!(editor.answer(1).await["result"], json!(["日本"]));
    let two = [2, 3].map(|id| framed(&request(id, "test/echo", id).to_string())).concat();
    editor.bytes(&two).await;
    assert_eq!(editor.message().await["result"], 2);
    assert_eq!(editor.message().await["result"], 3);
}

// The life cycle

#[tokio::test]
async fn requests_before_initialize_and_after_shutdown_are_refused() {
    let mut editor = Editor::start(LIMITS);
    editor.request(1, "test/echo", 1).await;
    assert_eq!(editor.error(1).await, -32002);
    editor.send(edit(1)).await;
    editor.request(2, "initialize", json!({"capabilities": {}})).await;
    assert!(editor.answer(2).await["result"].is_object());
    editor.request(3, "initialize", json!({"capabilities": {}})).await;
    assert_eq!(editor.error(3).await, -32600);
    editor.request(4, "test/count", 0).await;
    assert_eq!(editor.answer(4).await["result"], 0, "an edit before initialize is dropped");
    editor.request(5, "shutdown", json!({})).await;
    assert_eq!(editor.answer(5).await, json!({"jsonrpc": "2.0", "id": 5, "result": null}));
    editor.request(6, "test/echo", 1).await;
    assert_eq!(editor.error(6).await, -32600);
}

#[tokio::test]
async fn initialize_under_way_is_not_run_twice_and_can_be_cancelled() {
    let mut editor = Editor::start(LIMITS);
    editor.request(1, "initialize", json!({"capabilities": {}, "locale": "slow"})).await;
    editor.request(2, "initialize", json!({"capabilities": {}})).await;
    assert_eq!(editor.error(2).await, -32600);
    editor.request(3, "test/echo", 1).await;
    assert_eq!(editor.error(3).await, -32002);
    editor.notify("$/cancelRequest", json!({"id": 1})).await;
    assert_eq!(editor.error(1).await, -32800);
    editor.request(4, "initialize", json!({"capabilities": {}})).await;
    assert!(editor.answer(4).await["result"].is_object());
}

#[tokio::test]
async fn every_request_is_answered() {
    let mut editor = Editor::open().await;
    for method in ["no/such", "$/noSuch"] {
        editor.request(1, method, Value::Null).await;
        assert_eq!(editor.error(1).await, -32601, "{method}");
        editor.notify(method, Value::Null).await;
    }
    editor.request(2, "$/cancelRequest", json!({"id": 1})).await;
    assert_eq!(editor.error(2).await, -32600, "a notification with an id");
    editor.still_works().await;
}

#[tokio::test]
async fn exit_ends_at_once() {
    for after_shutdown in [true, false] {
        let mut editor = Editor::open().await;
        editor.request(1, "test/stuck", Value::Null).await;
        if after_shutdown {
            editor.request(2, "shutdown", Value::Null).await;
            assert_eq!(editor.answer(2).await["result"], Value::Null);
        }
        editor.notify("exit", Value::Null).await;
        // The input stays open all the while.
        let (reason, took) = editor.ended().await;
        assert_eq!(reason, ExitReason::Exit { after_shutdown });
        assert_eq!(reason.code(), u8::from(!after_shutdown));
        assert!(took < LIMITS.grace, "{took:?}");
    }
}

#[tokio::test]
async fn exit_lets_the_last_messages_out() {
    let mut editor = Editor::open().await;
    let last = [
        request(1, "test/announce", 1),
        request(2, "test/bulk", 600_000),
        request(3, "test/bulk", 600_000),
        note("exit", Value::Null),
    ];
    editor.bytes(&last.map(|message| framed(&message.to_string())).concat()).await;
    assert_eq!(editor.message().await["method"], "window/logMessage");
    for id in 1..=3 {
        assert_eq!(editor.message().await["id"], id);
    }
}

#[tokio::test]
async fn exit_does_not_wait_for_a_client_that_does_not_read() {
    let mut editor = Editor::open().await;
    editor.request(1, "test/bulk", 3 << 20).await;
    editor.notify("exit", Value::Null).await;
    let (reason, took) = editor.ended().await;
    assert_eq!(reason, ExitReason::Exit { after_shutdown: false });
    assert!(took < LIMITS.grace * 10, "{took:?}");
}

#[tokio::test]
async fn the_end_of_input_ends_the_server_and_open_requests_may_finish() {
    for after_shutdown in [true, false] {
        let mut editor = Editor::open().await;
        editor.request(1, "test/count", 50).await;
        editor.request(2, "test/stuck", Value::Null).await;
        if after_shutdown {
            editor.request(3, "shutdown", Value::Null).await;
        }
        editor.input.take().expect("the input is open").shutdown().await.expect("a duplex closes");
        assert_eq!(editor.answer(1).await["result"], 0);
        let (reason, took) = editor.ended().await;
        assert_eq!(reason, ExitReason::EndOfInput { after_shutdown });
        assert_eq!(reason.code(), u8::from(!after_shutdown));
        assert!(took < LIMITS.grace * 10, "{took:?}");
    }
}

#[tokio::test]
async fn a_broken_output_ends_the_server() {
    let (near, far) = tokio::io::duplex(1 << 20);
    let (reader, mut input) = tokio::io::duplex(1 << 20);
    let (service, socket) = LspService::new(|client| Newsroom::new(client).0);
    let serving = tokio::spawn(serve(reader, near, service, socket));
    drop(far);
    input.write_all(&framed(&request(1, "no/such", Value::Null).to_string())).await.expect("the server reads");
    let reason = timeout(PATIENCE, serving).await.expect("the server ends").expect("it does not panic");
    assert_eq!(reason, ExitReason::OutputClosed { after_shutdown: false });
    assert_eq!(reason.code(), 1);
}

// The server's own requests, and a client that does not read

#[tokio::test]
async fn the_client_answers_while_handlers_wait() {
    let mut editor = Editor::open().await;
    for id in 0..40 {
        editor.request(id, "test/ask", Value::Null).await;
    }
    let mut asked = Vec::new();
    while asked.len() < 40 {
        let question = editor.message().await;
        assert_eq!(question["method"], "workspace/configuration");
        asked.push(question["id"].clone());
    }
    editor.request("between", "test/count", 3).await;
    assert_eq!(editor.answer("between").await["result"], 0);
    for (index, id) in asked.into_iter().enumerate() {
        // Every other one is refused, with a field too many, which the library would not read.
        editor
            .send(match index % 2 {
                0 => json!({"jsonrpc": "2.0", "id": id, "result": [index]}),
                _ => json!({"jsonrpc": "2.0", "id": id, "error": {"code": -1, "message": "no", "more": 1}}),
            })
            .await;
    }
    let mut refused = 0;
    for id in 0..40 {
        let answer = editor.answer(id).await;
        refused += usize::from(answer["error"]["code"] == -1);
        assert!(answer["error"]["code"] == -1 || answer["result"].is_array(), "{answer}");
    }
    assert_eq!(refused, 20);
    // One that nobody asked for.
    editor.send(json!({"jsonrpc": "2.0", "id": 9999, "result": 1})).await;
    editor.still_works().await;
}

#[tokio::test]
async fn a_client_that_does_not_read_stops_itself() {
    let mut editor = Editor::open_with(Limits { unread: 10_000, ..LIMITS }).await;
    // A megabyte of answers fills the pipe; then the server reads on only until ten thousand bytes wait.
    let asking = async {
        for id in 0.. {
            editor.request(id, "test/bulk", 100_000).await;
        }
    };
    assert!(timeout(Duration::from_millis(300), asking).await.is_err());
    let bulks = editor.begun.load(Ordering::SeqCst);
    assert!(bulks < 20, "{bulks} answers");
    // It goes on when the client does.
    for id in 0..40 {
        assert_eq!(editor.message().await["id"], id);
    }
}
