//! Threads for analysis, apart from those that carry messages.
//!
//! Two kinds of work must not wait for each other: what someone waits for (a hover, the findings of the buffer under the
//! cursor) and reading the workspace. The first has this pool, of as many threads as cores but one; the second brings its
//! own thread.

use std::sync::Arc;

use tokio::sync::oneshot;

/// A pool for what someone waits for.
#[derive(Clone)]
pub(super) struct Pool(Arc<rayon::ThreadPool>);

impl Pool {
    pub fn new() -> Pool {
        let cores = std::thread::available_parallelism().map_or(2, std::num::NonZero::get);
        let threads = cores.saturating_sub(1).max(1);
        let build = |n| rayon::ThreadPoolBuilder::new().num_threads(n).thread_name(|i| format!("analysis-{i}")).build();
        let pool = build(threads).or_else(|_| build(1)).expect("a process may start at least one thread");
        Pool(Arc::new(pool))
    }

    /// Runs a job and waits for its answer. A job that panics gives `None`; the panic has been logged.
    pub async fn run<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let (send, receive) = oneshot::channel();
        self.spawn(move || {
            // nobody waits any longer: the request was cancelled
            let _ = send.send(job());
        });
        receive.await.ok()
    }

    /// Runs a job that nobody waits for.
    pub fn spawn(&self, job: impl FnOnce() + Send + 'static) {
        self.0.spawn(move || {
            if std::panic::catch_unwind(std::panic::AssertUnwindSafe(job)).is_err() {
                tracing::error!("a job of analysis panicked; its request is answered with an error");
            }
        });
    }
}
