//! `textDocument/hover`

use tower_lsp::ls_types::{Hover, HoverContents, MarkupContent, MarkupKind};

use super::Place;
use crate::features;
use crate::lsp::convert;
use crate::lsp::session::View;

pub(in crate::lsp) fn hover(view: &View, place: &Place) -> Option<Hover> {
    let (entry, offset) = place.find(view)?;
    let hover = features::hover::hover(&view.snapshot, &place.key, offset)?;
    let (kind, value) = match view.profile.markdown {
        true => (MarkupKind::Markdown, hover.card.markdown()),
        false => (MarkupKind::PlainText, hover.card.plain()),
    };
    Some(Hover {
        contents: HoverContents::Markup(MarkupContent { kind, value }),
        range: Some(convert::range(entry.document(), hover.span, view.profile.encoding)),
    })
}
