//! `textDocument/declaration`

use tower_lsp::ls_types::GotoDefinitionResponse;

use super::{Place, link};
use crate::features;
use crate::lsp::convert;
use crate::lsp::session::View;

pub(in crate::lsp) fn declaration(view: &View, place: &Place) -> Option<GotoDefinitionResponse> {
    let (entry, offset) = place.find(view)?;
    let (_, mention) = entry.recognition.mention_at(offset)?;
    let first = features::definition::declaration(&view.snapshot, &place.key, offset)?;
    let location = convert::location(view, entry, first)?;
    let origin = convert::range(entry.document(), mention.span, view.profile.encoding);
    Some(match view.profile.declaration_links {
        true => GotoDefinitionResponse::Link(vec![link(origin, location)]),
        false => GotoDefinitionResponse::Scalar(location),
    })
}
