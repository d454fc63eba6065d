//! The state of a session: open buffers, the workspace's articles, the knowledge in force.
//!
//! Notifications change it in the order in which they arrive, under a lock that is held only for the change. A request takes
//! a [`View`], which no later change reaches. Analysis never runs under the lock.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use rustc_hash::FxHashMap;
use tower_lsp::Client;
use tower_lsp::ls_types::{TextDocumentContentChangeEvent, TextDocumentItem, Uri};

use super::pool::Pool;
use super::profile::Profile;
use super::publisher::Publisher;
use super::{convert, diagnostics, reader};
use crate::article::Markup;
use crate::corpus::{ArticleKey, Buffer, DiskArticles, Snapshot};
use crate::knowledge::{Knowledge, embedded};
use crate::text::Document;
use crate::workspace::Configuration;

/// All that a request needs of the session at the moment it came.
#[derive(Clone)]
pub(super) struct View {
    pub snapshot: Snapshot,
    pub profile: Profile,
    uris: Arc<FxHashMap<ArticleKey, Uri>>,
}

impl View {
    /// The URI under which the client knows an article.
    pub fn uri(&self, key: &ArticleKey) -> Option<Uri> {
        match self.uris.get(key) {
            Some(uri) => Some(uri.clone()),
            None => convert::file_uri(&key.path()?),
        }
    }
}

#[derive(Default)]
struct State {
    profile: Profile,
    roots: Vec<PathBuf>,
    /// `None` until the packs have been read; then the embedded pack stands in.
    knowledge: Option<Arc<Knowledge>>,
    buffers: FxHashMap<ArticleKey, Arc<Buffer>>,
    uris: Arc<FxHashMap<ArticleKey, Uri>>,
    disk: Arc<DiskArticles>,
    maximum_size: u64,
    /// Counts the readings of the workspace, so that an overtaken one is thrown away.
    reading: u64,
    /// The last reading that came to its end.
    read: u64,
    /// Articles that changed while the workspace was read, which may have passed them already.
    changed_meanwhile: Vec<ArticleKey>,
}

/// A session with one client.
pub(super) struct Session {
    state: Mutex<State>,
    pub pool: Pool,
    pub client: Client,
    publisher: Publisher,
}

impl Session {
    pub fn new(client: Client) -> Arc<Session> {
        let maximum_size = Configuration::default().maximum_size;
        let state = State { maximum_size, ..State::default() };
        Arc::new_cyclic(|session| Session {
            state: Mutex::new(state),
            pool: Pool::new(),
            publisher: Publisher::start(client.clone(), session.clone()),
            client,
        })
    }

    /// The state. A handler that panicked has left it whole: every change is made in one step.
    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes note of the client.
    pub fn initialize(&self, profile: Profile, roots: Vec<PathBuf>) {
        let mut state = self.state();
        state.profile = profile;
        state.roots = roots;
    }

    pub fn profile(&self) -> Profile {
        self.state().profile
    }

    /// The state as it is now; [`Moment::resolve`] makes a view of it, on the pool.
    pub fn view(&self) -> Moment {
        let state = self.state();
        let fits = |b: &&Arc<Buffer>| b.document.len_bytes() as u64 <= state.maximum_size;
        let too_long = state.buffers.values().filter(|b| !fits(b)).map(|b| b.key.clone()).collect();
        Moment {
            knowledge: state.knowledge.clone(),
            too_long,
            buffers: state.buffers.values().filter(fits).map(|b| (b.key.clone(), b.clone())).collect(),
            disk: state.disk.clone(),
            profile: state.profile,
            uris: state.uris.clone(),
        }
    }

    /// A buffer as it is now.
    pub fn buffer(&self, key: &ArticleKey) -> Option<Arc<Buffer>> {
        self.state().buffers.get(key).cloned()
    }

    /// The version of a buffer, while it is open.
    pub fn version(&self, key: &ArticleKey) -> Option<i32> {
        self.state().buffers.get(key).map(|b| b.version)
    }

    pub fn maximum_size(&self) -> u64 {
        self.state().maximum_size
    }

    pub fn open(self: &Arc<Self>, item: &TextDocumentItem) {
        let key = convert::key(&item.uri);
        if !is_article(&key, &item.language_id) {
            return;
        }
        let markup =
            if item.language_id == "markdown" { Markup::Markdown } else { Markup::of_file_name(key.file_name()) };
        let buffer = Buffer::new(key.clone(), item.version, markup, Document::new(&item.text));
        let mut state = self.state();
        Arc::make_mut(&mut state.uris).insert(key.clone(), item.uri.clone());
        state.buffers.insert(key.clone(), Arc::new(buffer));
        drop(state);
        self.publish(key);
    }

    /// Applies edits, in order. Edits of a buffer that is not open are dropped: the client is wrong about it.
    pub fn change(self: &Arc<Self>, uri: &Uri, version: i32, changes: &[TextDocumentContentChangeEvent]) {
        let key = convert::key(uri);
        let mut state = self.state();
        let encoding = state.profile.encoding;
        let Some(buffer) = state.buffers.get_mut(&key) else { return };
        let mut document = buffer.document.clone();
        for change in changes {
            let range = change.range.map(|r| (convert::position(r.start), convert::position(r.end)));
            document.replace(range, &change.text, encoding);
        }
        *buffer = Arc::new(Buffer::new(key.clone(), version, buffer.markup, document));
        drop(state);
        self.publish(key);
    }

    pub fn close(self: &Arc<Self>, uri: &Uri) {
        let key = convert::key(uri);
        let mut state = self.state();
        let was_open = state.buffers.remove(&key).is_some();
        Arc::make_mut(&mut state.uris).remove(&key);
        drop(state);
        if was_open {
            self.publisher.clear(uri.clone());
            self.reread_articles(vec![key]);
        }
    }

    /// Sends the findings of a buffer, unless a later version overtakes this one.
    fn publish(self: &Arc<Self>, key: ArticleKey) {
        let Some(version) = self.version(&key) else { return };
        let session = self.clone();
        self.pool.spawn(move || {
            if session.version(&key) != Some(version) {
                return;
            }
            let moment = session.view();
            let view = moment.resolve();
            if let Some(report) = diagnostics::of_buffer(&session, &view, &key, version) {
                session.publisher.publish(key, report);
            }
        });
    }

    pub fn roots(&self) -> Vec<PathBuf> {
        self.state().roots.clone()
    }

    pub fn change_roots(self: &Arc<Self>, added: Vec<PathBuf>, removed: &[PathBuf]) {
        let mut state = self.state();
        state.roots.retain(|r| !removed.contains(r));
        for root in added {
            if !state.roots.contains(&root) {
                state.roots.push(root);
            }
        }
        drop(state);
        self.read_workspace();
    }

    /// Reads packs and articles anew, on a thread of its own.
    pub fn read_workspace(self: &Arc<Self>) {
        let mut state = self.state();
        state.reading += 1;
        let (reading, roots) = (state.reading, state.roots.clone());
        drop(state);
        reader::start(self.clone(), reading, roots);
    }

    pub fn is_current(&self, reading: u64) -> bool {
        self.state().reading == reading
    }

    /// Puts knowledge in force. Every open buffer is looked at afresh.
    pub fn set_knowledge(self: &Arc<Self>, reading: u64, knowledge: Arc<Knowledge>, maximum_size: u64) {
        let mut state = self.state();
        if state.reading != reading {
            return;
        }
        let other_limit = state.maximum_size != maximum_size;
        state.maximum_size = maximum_size;
        let changed = match &state.knowledge {
            Some(old) => !Arc::ptr_eq(old, &knowledge),
            // what was published so far came from the embedded pack
            None => !Arc::ptr_eq(&knowledge, &embedded::knowledge()),
        };
        state.knowledge = Some(knowledge);
        if changed {
            // they name records by numbers of the old knowledge; the reading that brought the new one brings them anew
            state.disk = Arc::default();
        }
        let mut keys = Vec::new();
        if changed || other_limit {
            for buffer in state.buffers.values_mut() {
                *buffer = Arc::new(buffer.afresh());
                keys.push(buffer.key.clone());
            }
        }
        drop(state);
        keys.into_iter().for_each(|key| self.publish(key));
    }

    pub fn set_disk(self: &Arc<Self>, reading: u64, disk: DiskArticles) {
        let mut state = self.state();
        if state.reading != reading {
            return;
        }
        state.disk = Arc::new(disk);
        state.read = reading;
        let changed = std::mem::take(&mut state.changed_meanwhile);
        drop(state);
        if !changed.is_empty() {
            self.reread_articles(changed);
        }
    }

    /// Reads some articles anew, because their files changed.
    pub fn reread_articles(self: &Arc<Self>, keys: Vec<ArticleKey>) {
        let mut state = self.state();
        if state.read != state.reading {
            state.changed_meanwhile.extend(keys);
            return;
        }
        let reading = state.reading;
        drop(state);
        let session = self.clone();
        self.pool.spawn(move || {
            let view = session.view().resolve();
            let limit = session.maximum_size();
            for key in keys {
                let in_workspace = key.path().is_some_and(|p| session.roots().iter().any(|r| p.starts_with(r)));
                let entry = in_workspace.then(|| reader::read(&key, limit, &view.snapshot.knowledge)).flatten();
                let mut state = session.state();
                if state.reading != reading {
                    // the workspace has been read anew, with other knowledge perhaps
                    drop(state);
                    session.reread_articles(vec![key]);
                    continue;
                }
                let disk = Arc::make_mut(&mut state.disk);
                match entry {
                    Some(entry) => disk.insert(key, Arc::new(entry)),
                    None => disk.remove(&key),
                };
            }
        });
    }
}

/// Whether a buffer is an article: not a pack, not configuration, not code.
fn is_article(key: &ArticleKey, language: &str) -> bool {
    let extension =
        Path::new(key.file_name()).extension().and_then(|e| e.to_str()).unwrap_or_default().to_ascii_lowercase();
    match language {
        "plaintext" | "text" | "txt" | "markdown" | "md" | "" => !matches!(extension.as_str(), "toml" | "tsv" | "json"),
        _ => matches!(extension.as_str(), "txt" | "md" | "markdown"),
    }
}

/// The session as it was when a request came, before the packs were waited for.
#[derive(Clone)]
pub(super) struct Moment {
    knowledge: Option<Arc<Knowledge>>,
    buffers: FxHashMap<ArticleKey, Arc<Buffer>>,
    /// Buffers that are left out.
    too_long: Vec<ArticleKey>,
    disk: Arc<DiskArticles>,
    profile: Profile,
    uris: Arc<FxHashMap<ArticleKey, Uri>>,
}

impl Moment {
    /// What a job works on: with the embedded pack where no other has been put in force yet.
    pub fn resolve(mut self) -> View {
        let knowledge = self.knowledge.unwrap_or_else(embedded::knowledge);
        for key in &self.too_long {
            // its file is not what is shown
            if self.disk.contains_key(key) {
                Arc::make_mut(&mut self.disk).remove(key);
            }
        }
        let snapshot = Snapshot { knowledge, buffers: self.buffers, disk: self.disk };
        View { snapshot, profile: self.profile, uris: self.uris }
    }
}
