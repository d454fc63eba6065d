//! `textDocument/definition`

use tower_lsp::ls_types::GotoDefinitionResponse;

use super::{Place, link};
use crate::features;
use crate::lsp::convert;
use crate::lsp::session::View;

pub(in crate::lsp) fn definition(view: &View, place: &Place) -> Option<GotoDefinitionResponse> {
    let (entry, offset) = place.find(view)?;
    let found = features::definition::definition(&view.snapshot, &place.key, offset);
    let origin = convert::range(entry.document(), found.first()?.origin, view.profile.encoding);
    let records = found.iter().filter_map(|d| convert::record_location(view, d.record));
    Some(match view.profile.definition_links {
        true => GotoDefinitionResponse::Link(records.map(|l| link(origin, l)).collect()),
        false => GotoDefinitionResponse::Array(records.collect()),
    })
}
