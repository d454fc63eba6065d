//! An article with a cursor, for the tests beside each feature: `¦` marks the place.

use std::sync::Arc;

use crate::article::Markup;
use crate::corpus::{ArticleKey, Buffer, Snapshot};
use crate::knowledge::embedded;
use crate::text::{Document, Span};

pub(super) struct Fixture {
    pub snapshot: Snapshot,
    pub key: ArticleKey,
    pub text: String,
    pub cursor: usize,
}

impl Fixture {
    pub fn new(marked: &str) -> Fixture {
        let cursor = marked.find('¦').expect("a fixture has a cursor");
        let text = marked.replacen('¦', "", 1);
        let key = ArticleKey::of_uri("untitled:1");
        let buffer = Buffer::new(key.clone(), 1, Markup::Plain, Document::new(&text));
        let buffers = [(key.clone(), Arc::new(buffer))].into_iter().collect();
        let snapshot = Snapshot { knowledge: embedded::knowledge(), buffers, ..Snapshot::default() };
        Fixture { snapshot, key, text, cursor }
    }

    pub fn words(&self, span: Span) -> &str {
        span.slice(&self.text)
    }
}
