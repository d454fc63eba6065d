//! The language server: the only folder that names the protocol's library.
//!
//! - `ingress` reads messages and keeps their order, whatever handlers do; `frames` reads the bytes.
//! - `session` owns the state: open buffers, articles on disk, the knowledge in force. A request takes a snapshot of it
//!   and works on the `pool`; only notifications change it.
//! - `handlers`, one file a request, turn a feature's answer into the protocol's.
//! - `convert` is the one place where bytes become lines and columns, and paths URIs.
//! - `publisher` sends what is found through one task, the newest version of each buffer only.

mod convert;
mod diagnostics;
pub(crate) mod frames;
mod handlers;
pub mod ingress;
mod pool;
mod profile;
mod publisher;
mod reader;
mod server;
mod session;

use tower_lsp::LspService;

/// Serves an editor over standard input and output, until it says to exit. Returns the process's exit code.
///
/// The caller must end the process with it: a read of standard input that nobody answers cannot be taken back.
pub fn serve_stdio() -> u8 {
    let runtime = match tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build() {
        Ok(runtime) => runtime,
        Err(error) => {
            eprintln!("dateline: the server could not start: {error}");
            return 2;
        }
    };
    let reason = runtime.block_on(async {
        let (service, socket) = LspService::new(server::Server::new);
        ingress::serve(tokio::io::stdin(), tokio::io::stdout(), service, socket).await
    });
    runtime.shutdown_background();
    reason.code()
}
