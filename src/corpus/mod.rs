//! Many articles: each one analyzed, and all of them at one moment.
//!
//! In: texts with where they come from, and the knowledge. Out: [`Entry`]s and a [`Snapshot`] of them, which never changes
//! and is cheap to clone. Open buffers lie over the files on disk: an article that is open is read from its buffer, however
//! the file looks. Articles on disk are held in memory for now.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::{Arc, OnceLock};

use rustc_hash::FxHashMap;

use crate::article::{Article, Markup};
use crate::knowledge::{Entity, Knowledge};
use crate::recognition::{Mention, Recognition, recognize};
use crate::text::{Document, Encoding, Span};

/// Which article: the absolute path of its file, or the URI of a buffer that has none.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ArticleKey(Arc<str>);

impl ArticleKey {
    /// The article in a file.
    pub fn of_path(path: &Path) -> ArticleKey {
        ArticleKey(path.to_string_lossy().into())
    }

    /// The article in a buffer without a file.
    pub fn of_uri(uri: &str) -> ArticleKey {
        ArticleKey(uri.into())
    }

    /// The path or the URI.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The file, unless it is a buffer without one.
    pub fn path(&self) -> Option<PathBuf> {
        (!self.is_uri()).then(|| PathBuf::from(&*self.0))
    }

    /// Whether it names a buffer without a file.
    pub fn is_uri(&self) -> bool {
        // a scheme of more than one letter; one letter is a drive
        self.0.split_once(':').is_some_and(|(scheme, _)| {
            scheme.len() > 1 && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+-.".contains(c))
        })
    }

    /// The last part of the path.
    pub fn file_name(&self) -> &str {
        self.0.rsplit(['/', '\\']).next().unwrap_or(&self.0)
    }
}

/// An article, analyzed: what it says and what was recognized.
#[derive(Debug)]
pub struct Entry {
    pub key: ArticleKey,
    pub text: Arc<str>,
    pub article: Article,
    pub recognition: Recognition,
    document: Document,
}

impl Entry {
    /// Analyzes a text. Never fails.
    pub fn new(key: ArticleKey, document: Document, markup: Markup, knowledge: &Knowledge) -> Entry {
        let text: Arc<str> = document.text().into();
        let article = Article::parse(&text, markup, key.file_name());
        let recognition = recognize(&text, &article, knowledge);
        Entry { key, text, article, recognition, document }
    }

    /// The text with its lines, for positions.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The mentions of a record, in text order.
    pub fn mentions_of(&self, entity: Entity) -> impl Iterator<Item = &Mention> {
        self.recognition.mentions_of(entity).map(|(_, m)| m)
    }

    /// Line and column from 1 of a byte offset, the column in code points.
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let position = self.document.position(offset, Encoding::Utf32);
        (position.line as usize + 1, position.column as usize + 1)
    }

    /// The words of a span.
    pub fn words(&self, span: Span) -> &str {
        span.slice(&self.text)
    }
}

/// An open buffer at one version. It is analyzed at first need, once, by whoever needs it first.
#[derive(Debug)]
pub struct Buffer {
    pub key: ArticleKey,
    pub version: i32,
    pub markup: Markup,
    pub document: Document,
    entry: OnceLock<Arc<Entry>>,
}

impl Buffer {
    /// A buffer that nobody has looked at yet.
    pub fn new(key: ArticleKey, version: i32, markup: Markup, document: Document) -> Buffer {
        Buffer { key, version, markup, document, entry: OnceLock::new() }
    }

    /// Its analysis.
    pub fn entry(&self, knowledge: &Knowledge) -> &Arc<Entry> {
        self.entry.get_or_init(|| Arc::new(Entry::new(self.key.clone(), self.document.clone(), self.markup, knowledge)))
    }

    /// The same text and version, not yet looked at: for when the knowledge has changed.
    pub fn afresh(&self) -> Buffer {
        Buffer::new(self.key.clone(), self.version, self.markup, self.document.clone())
    }
}

/// The articles on disk.
pub type DiskArticles = BTreeMap<ArticleKey, Arc<Entry>>;

/// All that is known at one moment.
#[derive(Clone, Debug, Default)]
pub struct Snapshot {
    pub knowledge: Arc<Knowledge>,
    pub buffers: FxHashMap<ArticleKey, Arc<Buffer>>,
    pub disk: Arc<DiskArticles>,
}

impl Snapshot {
    /// An article, from its buffer if it is open, else from the disk.
    pub fn entry(&self, key: &ArticleKey) -> Option<&Arc<Entry>> {
        match self.buffers.get(key) {
            Some(buffer) => Some(buffer.entry(&self.knowledge)),
            None => self.disk.get(key),
        }
    }

    /// All articles, by key; open buffers in place of their files.
    pub fn entries(&self) -> Vec<&Arc<Entry>> {
        let mut entries: Vec<&Arc<Entry>> = self.buffers.values().map(|b| b.entry(&self.knowledge)).collect();
        entries.extend(self.disk.iter().filter(|(key, _)| !self.buffers.contains_key(*key)).map(|(_, e)| e));
        entries.sort_by(|a, b| a.key.cmp(&b.key));
        entries
    }
}
