//! One task sends all diagnostics, in order, the newest version of each buffer only.

use std::sync::{Arc, Weak};

use tokio::sync::mpsc::{UnboundedSender, unbounded_channel};
use tower_lsp::Client;
use tower_lsp::ls_types::{Diagnostic, Uri};

use super::session::Session;
use crate::corpus::{ArticleKey, Buffer};

/// The findings of one version of a buffer, under one knowledge.
pub(super) struct Report {
    pub uri: Uri,
    pub buffer: Arc<Buffer>,
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
                        // a later version, or the same under later knowledge, is on its way: this one would flicker or stay
                        if session.buffer(&key).is_some_and(|b| Arc::ptr_eq(&b, &report.buffer)) {
                            drop(session);
                            let version = report.buffer.version;
                            client.publish_diagnostics(report.uri, report.diagnostics, Some(version)).await;
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
