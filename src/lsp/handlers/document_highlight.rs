//! `textDocument/documentHighlight`

use tower_lsp::ls_types::{DocumentHighlight, DocumentHighlightKind};

use super::Place;
use crate::features;
use crate::lsp::convert;
use crate::lsp::session::View;

pub(in crate::lsp) fn highlights(view: &View, place: &Place) -> Option<Vec<DocumentHighlight>> {
    let (entry, offset) = place.find(view)?;
    let spans = features::references::highlights(&view.snapshot, &place.key, offset);
    let highlight = |span| DocumentHighlight {
        range: convert::range(entry.document(), span, view.profile.encoding),
        kind: Some(DocumentHighlightKind::TEXT),
    };
    Some(spans.into_iter().map(highlight).collect())
}
