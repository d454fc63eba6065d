//! Reads a workspace on a thread of its own: its packs, then its articles, with progress where the client shows it.
//!
//! A reading that a later one overtakes stops at the next file. A home folder or a whole disk is never read; a workspace
//! without a mark of its own is read up to a limit, and says so.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use tower_lsp::Client;
use tower_lsp::ls_types::{MessageType, ProgressToken};

use super::session::Session;
use crate::article::Markup;
use crate::corpus::{ArticleKey, DiskArticles, Entry};
use crate::knowledge::{Knowledge, KnowledgeProblem};
use crate::text::Document;
use crate::workspace;

/// The most articles that are held in memory.
const MOST_ARTICLES: usize = 20_000;

/// After how many articles progress is said again.
const STEP: usize = 200;

/// Reads one article from its file. `None` where there is none, or none that can be read.
pub(super) fn read(key: &ArticleKey, limit: u64, knowledge: &Knowledge) -> Option<Entry> {
    let path = key.path().filter(|p| workspace::is_article(p))?;
    let text = workspace::read_article(&path, limit).ok()?;
    let markup = Markup::of_file_name(key.file_name());
    Some(Entry::new(key.clone(), Document::new(&text), markup, knowledge))
}

/// Starts a reading.
pub(super) fn start(session: Arc<Session>, reading: u64, roots: Vec<PathBuf>) {
    let runtime = tokio::runtime::Handle::current();
    std::thread::spawn(move || {
        let loaded = workspace::load(&roots);
        let say = |text: String| {
            let client = session.client.clone();
            runtime.spawn(async move { client.show_message(MessageType::WARNING, text).await });
        };
        for error in &loaded.errors {
            say(error.to_string());
        }
        // what is wrong in the embedded pack is nothing that the user can mend
        let own = |p: &&KnowledgeProblem| !loaded.knowledge.files().iter().any(|f| f.embedded && f.path == p.path);
        let problems: Vec<_> = loaded.problems.iter().filter(own).collect();
        if let Some(first) = problems.first() {
            let more = problems.len() - 1;
            let rest = if more > 0 {
                format!(" (and {more} more; `dateline knowledge check` lists them)")
            } else {
                String::new()
            };
            say(format!("{first}{rest}"));
        }
        session.set_knowledge(reading, loaded.knowledge.clone(), loaded.maximum_size);
        let mut paths = Vec::new();
        for root in &roots {
            if let Some(reason) = not_read(root) {
                say(format!("{}: {reason}; open a folder of articles instead", root.display()));
                continue;
            }
            paths.extend(workspace::walk(root).0);
        }
        paths.sort();
        paths.dedup();
        if paths.len() > MOST_ARTICLES {
            say(format!("{} articles are more than are held; the first {MOST_ARTICLES} are read", paths.len()));
            paths.truncate(MOST_ARTICLES);
        }
        let progress = Progress::begin(&runtime, &session, reading, paths.len());
        let mut disk = DiskArticles::default();
        for (n, path) in paths.iter().enumerate() {
            if n % STEP == 0 {
                if !session.is_current(reading) {
                    break;
                }
                progress.report(n, paths.len());
            }
            let key = ArticleKey::of_path(path);
            if let Some(entry) = read(&key, loaded.maximum_size, &loaded.knowledge) {
                disk.insert(key, Arc::new(entry));
            }
        }
        session.set_disk(reading, disk);
        progress.end(paths.len());
    });
}

/// Why a folder is not read as a workspace.
fn not_read(root: &Path) -> Option<&'static str> {
    let home = std::env::var_os("HOME").or_else(|| std::env::var_os("USERPROFILE")).map(PathBuf::from);
    if root.parent().is_none() {
        Some("a whole disk is not read")
    } else if home.is_some_and(|h| h == root) {
        Some("a home folder is not read")
    } else {
        None
    }
}

/// Progress in the client's window, if it has a place for it. What is said is sent in order by one task.
struct Progress(Option<tokio::sync::mpsc::UnboundedSender<Step>>);

enum Step {
    Report(u32, String),
    End(String),
}

impl Progress {
    fn begin(runtime: &tokio::runtime::Handle, session: &Arc<Session>, reading: u64, articles: usize) -> Progress {
        if !session.profile().progress || articles == 0 {
            return Progress(None);
        }
        let (send, mut receive) = tokio::sync::mpsc::unbounded_channel();
        let client: Client = session.client.clone();
        runtime.spawn(async move {
            // a token serves once
            let token = ProgressToken::String(format!("dateline/reading/{reading}"));
            if client.create_work_done_progress(token.clone()).await.is_err() {
                return;
            }
            let ongoing = client.progress(token, "Reading articles").with_percentage(0).begin().await;
            while let Some(step) = receive.recv().await {
                match step {
                    Step::Report(percent, message) => ongoing.report_with_message(message, percent).await,
                    Step::End(message) => {
                        ongoing.finish_with_message(message).await;
                        return;
                    }
                }
            }
        });
        Progress(Some(send))
    }

    fn say(&self, step: Step) {
        if let Some(send) = &self.0 {
            // the client refused to show progress
            let _ = send.send(step);
        }
    }

    fn report(&self, done: usize, all: usize) {
        self.say(Step::Report((done * 100 / all.max(1)) as u32, format!("{done} of {all}")));
    }

    fn end(&self, all: usize) {
        self.say(Step::End(format!("{all} articles")));
    }
}
