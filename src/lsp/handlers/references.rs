//! `textDocument/references`, from an article and from a pack.

use tower_lsp::ls_types::Location;

use super::Place;
use crate::features;
use crate::features::references::Reference;
use crate::knowledge::Entity;
use crate::lsp::convert;
use crate::lsp::session::View;
use crate::workspace;

pub(in crate::lsp) fn references(view: &View, place: &Place, include_declaration: bool) -> Option<Vec<Location>> {
    let Some((_, offset)) = place.find(view) else {
        let entity = record_at(view, place)?;
        return Some(locations(view, features::references::references_to(&view.snapshot, entity)));
    };
    let mut found = features::references::references(&view.snapshot, &place.key, offset);
    if !include_declaration {
        let declared = features::definition::declaration(&view.snapshot, &place.key, offset);
        found.retain(|r| r.key != place.key || Some(r.span) != declared);
    }
    Some(locations(view, found))
}

fn locations(view: &View, found: Vec<Reference>) -> Vec<Location> {
    found.into_iter().filter_map(|r| convert::location(view, view.snapshot.entry(&r.key)?, r.span)).collect()
}

/// The record at a place of a pack file, embedded or the workspace's own.
fn record_at(view: &View, place: &Place) -> Option<Entity> {
    let path = place.key.path()?;
    let knowledge = &view.snapshot.knowledge;
    let own = features::references::record_at(knowledge, &path, place.position.line);
    own.or_else(|| {
        let file = knowledge.files().iter().find(|f| f.embedded && f.path.file_name() == path.file_name())?;
        let shown = workspace::embedded_file(file).ok()?;
        (shown == path).then(|| features::references::record_at(knowledge, &file.path, place.position.line)).flatten()
    })
}
