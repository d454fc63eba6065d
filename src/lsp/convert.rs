//! Between our places and the protocol's: bytes and lines and columns, keys and paths and URIs.

use std::path::Path;

use tower_lsp::ls_types::{Location as LspLocation, Position as LspPosition, Range, Uri};

use super::session::View;
use crate::corpus::{ArticleKey, Entry};
use crate::knowledge::Location;
use crate::text::{Document, Encoding, Position, Span};
use crate::workspace;

/// The article a URI names.
pub(super) fn key(uri: &Uri) -> ArticleKey {
    let is_file = uri.scheme().as_str().eq_ignore_ascii_case("file");
    match uri.to_file_path().filter(|_| is_file) {
        Some(path) => ArticleKey::of_path(&path),
        None => ArticleKey::of_uri(uri.as_str()),
    }
}

/// The URI of a file.
pub(super) fn file_uri(path: &Path) -> Option<Uri> {
    Uri::from_file_path(path)
}

pub(super) fn position(position: LspPosition) -> Position {
    Position::new(position.line, position.character)
}

/// The byte a position means in an article.
pub(super) fn offset(entry: &Entry, at: LspPosition, encoding: Encoding) -> usize {
    entry.document().offset(position(at), encoding)
}

/// A span as the client counts.
pub(super) fn range(document: &Document, span: Span, encoding: Encoding) -> Range {
    let at = |offset: usize| {
        let position = document.position(offset, encoding);
        LspPosition::new(position.line, position.column)
    };
    Range::new(at(span.start), at(span.end))
}

/// A span of an article as a location.
pub(super) fn location(view: &View, entry: &Entry, span: Span) -> Option<LspLocation> {
    let uri = view.uri(&entry.key)?;
    Some(LspLocation::new(uri, range(entry.document(), span, view.profile.encoding)))
}

/// A record as a location: its id in its pack. A file of the embedded pack is put where an editor can open it.
pub(super) fn record_location(view: &View, record: Location) -> Option<LspLocation> {
    let file = &view.snapshot.knowledge.files()[record.file as usize];
    let path = if file.embedded {
        workspace::embedded_file(file)
            .inspect_err(|e| tracing::warn!("the embedded pack could not be shown: {e}"))
            .ok()?
    } else {
        file.path.clone()
    };
    let (start, end) = (record.start as usize, record.end as usize);
    let line_start = file.text[..start].rfind(['\n', '\r']).map_or(0, |i| i + 1);
    let column = |offset: usize| {
        let words = &file.text[line_start..offset];
        match view.profile.encoding {
            Encoding::Utf8 => words.len() as u32,
            Encoding::Utf16 => words.encode_utf16().count() as u32,
            Encoding::Utf32 => words.chars().count() as u32,
        }
    };
    let at = |offset: usize| LspPosition::new(record.line, column(offset));
    Some(LspLocation::new(file_uri(&path)?, Range::new(at(start), at(end))))
}
