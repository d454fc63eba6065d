//! One file a request: from the protocol's question to a feature, and from its answer to the protocol's.

pub(super) mod declaration;
pub(super) mod definition;
pub(super) mod document_highlight;
pub(super) mod document_symbol;
pub(super) mod hover;
pub(super) mod references;
pub(super) mod semantic_tokens;

use std::sync::Arc;

use tower_lsp::ls_types::{Location, LocationLink, Position, Range};

use super::convert;
use super::session::View;
use crate::corpus::{ArticleKey, Entry};

/// A place that a request asks about.
pub(super) struct Place {
    pub key: ArticleKey,
    pub position: Position,
}

impl Place {
    /// The article and the byte, if the article is known.
    fn find<'v>(&self, view: &'v View) -> Option<(&'v Arc<Entry>, usize)> {
        let entry = view.snapshot.entry(&self.key)?;
        Some((entry, convert::offset(entry, self.position, view.profile.encoding)))
    }
}

/// A location with the words that led to it.
fn link(origin: Range, location: Location) -> LocationLink {
    LocationLink {
        origin_selection_range: Some(origin),
        target_uri: location.uri,
        target_range: location.range,
        target_selection_range: location.range,
    }
}
