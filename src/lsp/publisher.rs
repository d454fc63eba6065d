//! One task sends all diagnostics, in order, the newest version of each buffer only.

use std::sync::Weak;

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::session::Session;
use crate::corpus::ArticleKey;

/// The findings of one version of a buffer.
pub(super) struct Report {
    pub uri: Uri,
    pub version: i32,
    pub diagnostics: Vec<Diagnostic>,
}

enum Message {
    Publish(ArticleKey, Report),
    Clear(Uri),
}

pub(super) struct Publisher(UnboundedSender<Message>);

impl Publisher {
    /// Starts the task. It ends with the session.
    pub fn start(client: Client, session: Weak<Session>) -> Publisher {
        let (send, mut receive) = unbounded_channel();
        tokio::spawn(async move {
            while let Some(message) = receive.recv().await {
                match message {
                    Message::Publish(key, report) => {
                        let Some(session) = session.upgrade() else { return };
                        // a later version is on its way: what this one found would only flicker
                        if session.version(&key) == Some(report.version) {
                            drop(session);
                            client.publish_diagnostics(report.uri, report.diagnostics, Some(report.version)).await;
                        }
                    }
                    Message::Clear(uri) => client.publish_diagnostics(uri, Vec::new(), None).await,
                }
            }
        });
        Publisher(send)
    }

    pub fn publish(&self, key: ArticleKey, report: Report) {
        // the task ends only with the session
        let _ = self.0.send(Message::Publish(key, report));
    }

    pub fn clear(&self, uri: Uri) {
        let _ = self.0.send(Message::Clear(uri));
    }
}
