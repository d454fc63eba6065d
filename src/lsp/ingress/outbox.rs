//! The outbox: all that goes to the client goes through here.
//!
//! In come answers, from any task, and the server's own requests and notifications, from the client socket; out goes
//! each as one frame in one write, flushed when nothing else is queued. Two tasks do it, so that nobody waits for the
//! client to read: the collector takes messages as soon as they are there, the writer alone touches the output.
//!
//! **Order.** What a handler has sent to the client before it returns goes out before its answer: the collector takes
//! an answer only when the socket has nothing waiting. tower-lsp leaves that to chance, and the
//! end of a progress should not come after the answer it belongs to.
//!
//! **Bounds.** Since senders never wait, the queue has no bound of its own. Instead the ingress reads no input while
//! more than a set number of bytes is unread ([`Outbox::room`]), so that a client which asks without reading its
//! answers stops itself.

use std::io;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use futures::StreamExt;
use tokio::io::{AsyncWrite, AsyncWriteExt};
use tokio::sync::Notify;
use tokio::sync::mpsc::{self, UnboundedReceiver, UnboundedSender};
use tokio::task::JoinHandle;
use tower_lsp::jsonrpc::{Request, Response};

use crate::lsp::frames;

/// How many of the server's own messages may go before an answer that waits: more than can have been sent before it,
/// unless hundreds of tasks are sending; few enough that a flood of diagnostics does not hold up a hover.
const BEFORE_AN_ANSWER: usize = 256;

/// A handle to the outbox; clones post to the same queue.
#[derive(Clone)]
pub(super) struct Outbox {
    answers: UnboundedSender<Answer>,
    unread: Arc<Unread>,
}

enum Answer {
    Body(Vec<u8>),
    Close,
}

/// Counts the bytes that are queued.
struct Unread {
    bytes: AtomicUsize,
    limit: usize,
    room: Notify,
}

impl Outbox {
    /// Starts the tasks and returns the writer's, which ends when the outbox is closed and all is written, or with the
    /// output's error. `limit` is in bytes.
    pub(super) fn open<W, S>(writer: W, requests: S, limit: usize) -> (Outbox, JoinHandle<io::Result<()>>)
    where
        W: AsyncWrite + Unpin + Send + 'static,
        S: StreamExt<Item = Request> + Unpin + Send + 'static,
    {
        let unread = Arc::new(Unread { bytes: AtomicUsize::new(0), limit, room: Notify::new() });
        let (answers, waiting_answers) = mpsc::unbounded_channel();
        let (queue, frames) = mpsc::unbounded_channel();
        tokio::spawn(collect(requests, waiting_answers, queue, unread.clone()));
        let writing = tokio::spawn(write(writer, frames, unread.clone()));
        (Outbox { answers, unread }, writing)
    }

    pub(super) fn answer(&self, response: &Response) {
        match serde_json::to_vec(response) {
            Ok(body) => {
                self.unread.bytes.fetch_add(body.len(), Ordering::SeqCst);
                // An outbox that ended is noticed by the ingress, which holds the writer's task.
                let _ = self.answers.send(Answer::Body(body));
            }
            // It holds `Value`s, whose keys are strings, so this does not fail.
            Err(error) => tracing::error!(%error, "an answer cannot be written as JSON"),
        }
    }

    /// Nothing that comes after this is written.
    pub(super) fn close(&self) {
        let _ = self.answers.send(Answer::Close);
    }

    /// Waits until the client has read enough. For one waiter at a time.
    pub(super) async fn room(&self) {
        while self.unread.bytes.load(Ordering::SeqCst) > self.unread.limit {
            self.unread.room.notified().await;
        }
    }
}

async fn collect<S>(
    mut requests: S,
    mut answers: UnboundedReceiver<Answer>,
    queue: UnboundedSender<Vec<u8>>,
    unread: Arc<Unread>,
) where
    S: StreamExt<Item = Request> + Unpin,
{
    let mut in_a_row = 0;
    loop {
        let body = tokio::select! {
            biased;
            Some(request) = requests.next(), if in_a_row < BEFORE_AN_ANSWER || answers.is_empty() => {
                in_a_row += 1;
                match serde_json::to_vec(&request) {
                    Ok(body) => {
                        unread.bytes.fetch_add(body.len(), Ordering::SeqCst);
                        body
                    }
                    Err(error) => {
                        tracing::error!(%error, method = request.method(), "a message cannot be written as JSON");
                        continue;
                    }
                }
            }
            answer = answers.recv() => match answer {
                Some(Answer::Body(body)) => {
                    in_a_row = 0;
                    body
                }
                Some(Answer::Close) | None => break,
            },
        };
        if queue.send(body).is_err() {
            break;
        }
    }
}

async fn write<W>(mut writer: W, mut bodies: UnboundedReceiver<Vec<u8>>, unread: Arc<Unread>) -> io::Result<()>
where
    W: AsyncWrite + Unpin,
{
    while let Some(body) = bodies.recv().await {
        writer.write_all(&frames::enframe(&body)).await?;
        unread.bytes.fetch_sub(body.len(), Ordering::SeqCst);
        unread.room.notify_one();
        if bodies.is_empty() {
            writer.flush().await?;
        }
    }
    writer.flush().await
}
