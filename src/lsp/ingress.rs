//! The ingress: between the client's bytes and the [`LspService`].
//!
//! In come a reader, a writer and a service; out comes the reason why serving ended, from which the caller makes the
//! process's exit code. It knows no request but those of the life cycle, and never runs a handler's work itself beyond
//! the handler's first step. It stands in the place of `tower_lsp::Server`, whose faults it answers:
//!
//! **Later messages overtake earlier ones** (tower-lsp#284): the library polls handlers concurrently, so that a hover
//! can run before the edit that was sent before it. Here one loop reads the messages, and polls each handler once
//! before it reads the next: all that a handler does before its first `.await` that has to wait happens in order of
//! arrival. That poll is exempt from tokio's budget, so that an uncontended `lock().await` counts as done at once.
//! The rest runs as a task of its own.
//!
//! **Four hung handlers block everything**, `didChange`, `$/cancelRequest` and the client's replies included, because
//! the library's loop waits for a free place among four. Here there is no such number. What has not ended at its first
//! poll is a task; only past [`IN_FLIGHT_LIMIT`] tasks it is given up, a request with an error, and the loop goes on.
//!
//! **A panic ends the server.** Here every poll is under `catch_unwind`. The request is answered with `-32603` and the
//! method's name; a notification's panic is logged. The binary must be built with `panic = "unwind"`.
//!
//! **A malformed body ends the server**: the library answers it, and then its stream of frames, once it has failed,
//! says that the input is at its end. Here each is answered with `-32700` or `-32600` and the next message is read; see
//! `lsp::frames` for the framing and `message.rs` for the bodies.
//!
//! **`exit` waits** for standard input to close and for hung handlers (tower-lsp 0.20). Here it ends the loop at once;
//! what was posted before it is still written, for at most [`GRACE`].
//!
//! **A writer that is full stops the handlers**, which wait to send, and with them the reading. Here nothing waits for
//! the writer, except the loop itself when the client leaves [`UNREAD_LIMIT`] bytes of answers unread.
//!
//! **Cancelling needs the handler's help.** The library drops the handler and then has its task answer; a handler that
//! computes without an `.await` keeps the client waiting, and an id beyond 32 bits cannot be cancelled at all. Here the
//! loop answers `-32800` itself. So that every request is answered exactly once there is a `Register` of the open
//! ones: who takes the entry out may answer. The service sees ids of our own, so that an id which the client uses again
//! after a cancel, or which a panic left in the library's table, is not refused as taken.
//!
//! **Some requests are never answered**: the library drops unknown requests that start with `$/`. Here they get
//! `-32601`.
//!
//! What is left to handlers: `initialize` should not wait, since the service refuses requests and drops notifications
//! until it is done; what must happen in order must happen before the first wait; what takes long belongs on the pool,
//! as a first step that computes for a second holds up the loop for that second.

mod message;
mod outbox;
#[cfg(test)]
mod tests;

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::pin::pin;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll, Waker};
use std::time::Duration;

use futures::SinkExt;
use futures::future::BoxFuture;
use serde_json::{Value, json};
use tokio::io::{AsyncRead, AsyncWrite};
use tokio::task::JoinSet;
use tokio::time::timeout;
use tower_lsp::jsonrpc::{Error, ErrorCode, Id, Request, Response};
use tower_lsp::{ClientSocket, ExitedError, LanguageServer, LspService};
use tower_service::Service;

use self::message::{Message, Refusal, refusal};
use self::outbox::Outbox;
use crate::lsp::frames::{BODY_LIMIT, Fault, Frame, FrameReader};

/// How many handlers may be waiting at once. An editor has dozens; thousands are a fault of one side or the other.
pub const IN_FLIGHT_LIMIT: usize = 4096;
/// How many bytes of answers a client may leave unread before the ingress reads no more of its input.
pub const UNREAD_LIMIT: usize = 64 << 20;
/// How long the last answers may take to be written after `exit`, and open requests to end after the end of input.
pub const GRACE: Duration = Duration::from_secs(1);

/// LSP's `RequestFailed`, which the library does not name.
const REQUEST_FAILED: ErrorCode = ErrorCode::ServerError(-32803);

/// Why serving ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitReason {
    /// The client sent `exit`.
    Exit { after_shutdown: bool },
    /// The input ended, or failed, without `exit`.
    EndOfInput { after_shutdown: bool },
    /// The output cannot be written to: nobody reads it.
    OutputClosed { after_shutdown: bool },
}

impl ExitReason {
    /// The process's exit code, as LSP wants it: 0 if `shutdown` came before, else 1.
    #[must_use]
    pub fn code(self) -> u8 {
        match self {
            ExitReason::Exit { after_shutdown }
            | ExitReason::EndOfInput { after_shutdown }
            | ExitReason::OutputClosed { after_shutdown } => u8::from(!after_shutdown),
        }
    }
}

/// Serves until `exit`, the end of the input or a broken output.
///
/// It needs a tokio runtime with time enabled. Handlers that still run are aborted at their next wait; one that never
/// waits, and a read of standard input, can be ended only with the process: call `std::process::exit` with the code
/// instead of returning from `main`, since tokio waits for that read when its runtime is dropped.
pub async fn serve<R, W, L>(reader: R, writer: W, service: LspService<L>, socket: ClientSocket) -> ExitReason
where
    R: AsyncRead + Unpin,
    W: AsyncWrite + Unpin + Send + 'static,
    L: LanguageServer,
{
    let limits = Limits { body: BODY_LIMIT, in_flight: IN_FLIGHT_LIMIT, unread: UNREAD_LIMIT, grace: GRACE };
    serve_within(limits, reader, writer, service, socket).await
}

/// The constants above, which tests make smaller.
#[derive(Clone, Copy)]
struct Limits {
    body: usize,
    in_flight: usize,
    unread: usize,
    grace: Duration,
}

async fn serve_within<R, W, L>(
    limits: Limits,
    reader: R,
    writer: W,
    service: LspService<L>,
    socket: ClientSocket,
) -> ExitReason
where
    R: AsyncRead + Unpin,
    W: AsyncWrite + Unpin + Send + 'static,
    L: LanguageServer,
{
    let (requests, mut responses) = socket.split();
    let (outbox, mut writing) = Outbox::open(writer, requests, limits.unread);
    let mut frames = FrameReader::new(reader, limits.body);
    let mut desk = Desk {
        service,
        outbox: outbox.clone(),
        register: Arc::default(),
        tasks: JoinSet::new(),
        next_ticket: 0,
        in_flight: limits.in_flight,
        after_shutdown: false,
    };

    let reason = loop {
        // Messages that are in the buffer already cost tokio's budget nothing: without this they would starve the
        // handlers' tasks on a runtime of one thread.
        let next = async {
            tokio::task::coop::consume_budget().await;
            outbox.room().await;
            frames.next().await
        };
        let frame = tokio::select! {
            biased;
            _ = &mut writing => {
                tracing::error!("the client's end of the output is closed");
                break ExitReason::OutputClosed { after_shutdown: desk.after_shutdown };
            }
            frame = next => frame,
        };
        let body = match frame {
            Ok(Some(Frame::Body(body))) => body,
            Ok(Some(Frame::Fault(fault))) => {
                desk.refuse_frame(fault);
                continue;
            }
            end => {
                if let Err(error) = end {
                    tracing::error!(%error, "the input cannot be read");
                }
                break ExitReason::EndOfInput { after_shutdown: desk.after_shutdown };
            }
        };
        match message::read(&body) {
            Ok(Message::Call { method, .. }) if method == "exit" => {
                break ExitReason::Exit { after_shutdown: desk.after_shutdown };
            }
            Ok(Message::Call { method, id, params }) => desk.call(method, id, params),
            Ok(Message::Response(response)) => {
                // The sink hands it to the waiting handler at once; it fails only after an exit it has been told of.
                let _ = responses.send(response).await;
            }
            Err(refused) => {
                if refused.error.code == ErrorCode::ParseError {
                    frames.distrust();
                }
                if let Some(end) = refused.overrun {
                    frames.reclaim(&body[end..]);
                }
                desk.refuse(refused);
            }
        }
    };

    let mut tasks = desk.tasks;
    if matches!(reason, ExitReason::EndOfInput { .. }) {
        // Whoever piped a few requests in may still read the answers.
        let _ = timeout(limits.grace, async { while tasks.join_next().await.is_some() {} }).await;
    }
    tasks.abort_all();
    outbox.close();
    if !matches!(reason, ExitReason::OutputClosed { .. }) && timeout(limits.grace, &mut writing).await.is_err() {
        tracing::warn!("the client did not read the last messages");
        writing.abort();
    }
    reason
}

/// Where calls arrive: it numbers them, starts their handlers and sees to their answers.
struct Desk<L> {
    service: LspService<L>,
    outbox: Outbox,
    register: Arc<Register>,
    tasks: JoinSet<()>,
    next_ticket: Ticket,
    in_flight: usize,
    after_shutdown: bool,
}

impl<L: LanguageServer> Desk<L> {
    fn refuse_frame(&self, fault: Fault) {
        tracing::warn!("{fault}");
        let code = match fault {
            Fault::TooLong { .. } => ErrorCode::InvalidRequest,
            Fault::NoLength | Fault::BadLength | Fault::Garbage => ErrorCode::ParseError,
        };
        self.outbox.answer(&Response::from_error(Id::Null, refusal(code, fault.to_string())));
    }

    fn refuse(&self, refused: Refusal) {
        tracing::warn!(id = %refused.id, "refused: {}", refused.error.message);
        self.outbox.answer(&Response::from_error(refused.id, refused.error));
    }

    /// Starts the handler of `method`, and ends it too if it can end at once.
    fn call(&mut self, method: String, id: Option<Id>, params: Option<Value>) {
        while self.tasks.try_join_next().is_some() {}
        for ticket in self.register.abandoned() {
            self.release(ticket);
        }
        // The service takes no parameters for `shutdown`; some clients send an empty object.
        let params = if method == "shutdown" { None } else { params };
        match &id {
            None if method == "$/cancelRequest" => return self.cancel(params.as_ref()),
            Some(id) => {
                if let Err(message) = self.register.admits(id, &method) {
                    let error = refusal(ErrorCode::InvalidRequest, message);
                    return self.refuse(Refusal { id: id.clone(), error, overrun: None });
                }
            }
            None => {}
        }
        self.after_shutdown |= method == "shutdown";

        let ticket = self.next_ticket;
        self.next_ticket += 1;
        let mut handler = match self.start(ticket, &method, id.is_some(), params) {
            Ok(handler) => handler,
            Err(panic) => return self.settle(&method, id, ticket, Outcome::Panicked(panic)),
        };
        if let Poll::Ready(outcome) = handler.first_poll() {
            return self.settle(&method, id, ticket, outcome);
        }
        if self.tasks.len() >= self.in_flight {
            handler.discard();
            return self.settle(&method, id, ticket, Outcome::GivenUp);
        }

        if let Some(id) = &id {
            self.register.open(id.clone(), ticket, method.clone());
        }
        let (register, outbox) = (self.register.clone(), self.outbox.clone());
        self.tasks.spawn(async move {
            let outcome = std::future::poll_fn(|context| handler.poll(context)).await;
            if matches!(outcome, Outcome::Panicked(_)) && id.is_some() {
                register.abandon(ticket);
            }
            if id.as_ref().is_none_or(|id| register.close(id, ticket)) {
                answer(&outbox, &method, id, outcome);
            }
        });
    }

    /// Has the service make the handler's future, which runs none of the handler itself.
    fn start(
        &mut self,
        ticket: Ticket,
        method: &str,
        answered: bool,
        params: Option<Value>,
    ) -> Result<Handler, String> {
        let mut request = Request::build(method.to_owned());
        if answered {
            request = request.id(ticket.to_string());
        }
        if let Some(params) = params {
            request = request.params(params);
        }
        // `poll_ready` is left out: in 0.23 it says "not yet" in a state that is never entered, and fails only after
        // an `exit`, which the service is never told of.
        catch_unwind(AssertUnwindSafe(|| self.service.call(request.finish())))
            .map(|future| Handler { future: Some(future) })
            .map_err(|payload| panic_text(&*payload))
    }

    /// The outcome of a call that never became a task.
    fn settle(&mut self, method: &str, id: Option<Id>, ticket: Ticket, outcome: Outcome) {
        if id.is_some() && !matches!(outcome, Outcome::Returned(_)) {
            self.release(ticket);
        }
        answer(&self.outbox, method, id, outcome);
    }

    fn cancel(&mut self, params: Option<&Value>) {
        let id = match params.and_then(|params| params.get("id")) {
            Some(Value::Number(number)) => number.as_i64().map(Id::Number),
            Some(Value::String(text)) => Some(Id::String(text.clone())),
            _ => None,
        };
        let Some((id, ticket)) = id.and_then(|id| self.register.take(&id).map(|ticket| (id, ticket))) else {
            return tracing::debug!(?params, "nothing to cancel");
        };
        self.release(ticket);
        self.outbox.answer(&Response::from_error(id, Error::request_cancelled()));
    }

    /// Has the service drop the handler of `ticket`, if it still runs, and forget its id.
    fn release(&mut self, ticket: Ticket) {
        let params = json!({ "id": ticket.to_string() });
        if let Ok(mut handler) = self.start(ticket, "$/cancelRequest", false, Some(params)) {
            let _ = handler.first_poll();
        }
    }
}

/// Our own number for a call, and as text its id within the service.
type Ticket = u64;

/// A handler's future, whose panics are outcomes.
struct Handler {
    future: Option<BoxFuture<'static, Result<Option<Response>, ExitedError>>>,
}

enum Outcome {
    Returned(Option<Response>),
    Panicked(String),
    GivenUp,
}

impl Handler {
    /// The poll that keeps the order. It may wake nobody: a handler that is not ready is polled again by its task.
    fn first_poll(&mut self) -> Poll<Outcome> {
        let mut context = Context::from_waker(Waker::noop());
        let polled = pin!(tokio::task::coop::unconstrained(std::future::poll_fn(|context| self.poll(context))));
        polled.poll(&mut context)
    }

    fn poll(&mut self, context: &mut Context<'_>) -> Poll<Outcome> {
        let polled = catch_unwind(AssertUnwindSafe(|| {
            let polled = self.future.as_mut().map_or(Poll::Ready(Ok(None)), |future| future.as_mut().poll(context));
            if polled.is_ready() {
                self.future = None;
            }
            polled
        }));
        match polled {
            Ok(Poll::Pending) => Poll::Pending,
            Ok(Poll::Ready(returned)) => Poll::Ready(Outcome::Returned(returned.unwrap_or_default())),
            Err(payload) => {
                self.discard();
                Poll::Ready(Outcome::Panicked(panic_text(&*payload)))
            }
        }
    }

    /// Drops the future, whose own parts may panic once more at that.
    fn discard(&mut self) {
        let _ = catch_unwind(AssertUnwindSafe(|| self.future = None));
    }
}

/// Posts the answer, if one is owed.
fn answer(outbox: &Outbox, method: &str, id: Option<Id>, outcome: Outcome) {
    let error = match outcome {
        Outcome::Returned(Some(response)) => {
            let (_, result) = response.into_parts();
            if let Some(id) = id {
                outbox.answer(&Response::from_parts(id, result));
            }
            return;
        }
        Outcome::Returned(None) if method.starts_with("$/") => {
            Error { data: Some(method.into()), ..Error::method_not_found() }
        }
        Outcome::Returned(None) => refusal(ErrorCode::InternalError, format!("{method} ended without an answer")),
        Outcome::Panicked(panic) => {
            tracing::error!(method, "the handler panicked: {panic}");
            let message = format!("{method} failed inside the server, which goes on: {panic}");
            refusal(ErrorCode::InternalError, message)
        }
        Outcome::GivenUp => {
            tracing::error!(method, "given up: too many handlers are waiting");
            refusal(REQUEST_FAILED, format!("{method} was given up: too many requests are waiting; cancel some"))
        }
    };
    if let Some(id) = id {
        outbox.answer(&Response::from_error(id, error));
    }
}

fn panic_text(payload: &(dyn std::any::Any + Send)) -> String {
    let text = payload.downcast_ref::<&str>().copied().or_else(|| payload.downcast_ref::<String>().map(String::as_str));
    text.unwrap_or("no message").to_owned()
}

/// The requests under way, by the client's id. Who takes an entry out owes the answer.
#[derive(Default)]
struct Register(Mutex<Books>);

#[derive(Default)]
struct Books {
    open: HashMap<Id, (Ticket, String)>,
    /// Panics leave their id in the service's own table; the next call clears them out.
    abandoned: Vec<Ticket>,
}

impl Register {
    fn books(&self) -> MutexGuard<'_, Books> {
        // No code of others runs under the lock, so the books are in order even if a thread died with it.
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn admits(&self, id: &Id, method: &str) -> Result<(), &'static str> {
        let books = self.books();
        if books.open.contains_key(id) {
            return Err("a request with this id is still open");
        }
        // The service would run the handler twice.
        if method == "initialize" && books.open.values().any(|(_, open)| open == method) {
            return Err("initialize is already under way");
        }
        Ok(())
    }

    fn open(&self, id: Id, ticket: Ticket, method: String) {
        self.books().open.insert(id, (ticket, method));
    }

    /// Takes out the entry of `id` if it is still the one of `ticket`.
    fn close(&self, id: &Id, ticket: Ticket) -> bool {
        match self.books().open.entry(id.clone()) {
            Entry::Occupied(entry) if entry.get().0 == ticket => {
                entry.remove();
                true
            }
            _ => false,
        }
    }

    fn take(&self, id: &Id) -> Option<Ticket> {
        self.books().open.remove(id).map(|(ticket, _)| ticket)
    }

    fn abandon(&self, ticket: Ticket) {
        self.books().abandoned.push(ticket);
    }

    fn abandoned(&self) -> Vec<Ticket> {
        std::mem::take(&mut self.books().abandoned)
    }
}
