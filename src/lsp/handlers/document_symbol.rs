//! `textDocument/documentSymbol`, nested or flat as the client shows it.

use tower_lsp::ls_types::{DocumentSymbol, DocumentSymbolResponse, SymbolInformation, SymbolKind, Uri};

use crate::corpus::{ArticleKey, Entry};
use crate::features::outline::{OutlineItem, OutlineKind, outline};
use crate::lsp::convert;
use crate::lsp::session::View;

pub(in crate::lsp) fn symbols(view: &View, key: &ArticleKey) -> Option<DocumentSymbolResponse> {
    let entry = view.snapshot.entry(key)?;
    let items = outline(entry);
    if view.profile.nested_symbols {
        return Some(DocumentSymbolResponse::Nested(items.iter().map(|i| nested(view, entry, i)).collect()));
    }
    let uri = view.uri(key)?;
    let mut flat = Vec::new();
    for item in &items {
        flatten(view, entry, &uri, item, None, &mut flat);
    }
    Some(DocumentSymbolResponse::Flat(flat))
}

fn kind(kind: OutlineKind) -> SymbolKind {
    match kind {
        OutlineKind::Headline => SymbolKind::STRING,
        OutlineKind::Part => SymbolKind::NAMESPACE,
        OutlineKind::Person => SymbolKind::CLASS,
        OutlineKind::Place => SymbolKind::PACKAGE,
        OutlineKind::Organization => SymbolKind::INTERFACE,
    }
}

fn nested(view: &View, entry: &Entry, item: &OutlineItem) -> DocumentSymbol {
    let range = |span| convert::range(entry.document(), span, view.profile.encoding);
    #[expect(deprecated, reason = "the type has no other constructor")]
    DocumentSymbol {
        name: item.name.clone(),
        detail: Some(item.detail.clone()),
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        range: range(item.span),
        selection_range: range(item.selection),
        children: Some(item.children.iter().map(|c| nested(view, entry, c)).collect()),
    }
}

fn flatten(
    view: &View,
    entry: &Entry,
    uri: &Uri,
    item: &OutlineItem,
    container: Option<&str>,
    out: &mut Vec<SymbolInformation>,
) {
    let location = tower_lsp::ls_types::Location::new(
        uri.clone(),
        convert::range(entry.document(), item.span, view.profile.encoding),
    );
    #[expect(deprecated, reason = "the type has no other constructor")]
    out.push(SymbolInformation {
        name: item.name.clone(),
        kind: kind(item.kind),
        tags: None,
        deprecated: None,
        location,
        container_name: container.map(str::to_owned),
    });
    for child in &item.children {
        flatten(view, entry, uri, child, Some(&item.name), out);
    }
}
