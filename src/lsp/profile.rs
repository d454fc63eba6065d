//! What a client can do, read once from its `initialize`.

use tower_lsp::ls_types::{ClientCapabilities, MarkupKind, PositionEncodingKind};

use crate::text::Encoding;

/// What of a client's capabilities matters here.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Profile {
    /// How both sides count columns.
    pub encoding: Encoding,
    /// Whether hovers may be Markdown.
    pub markdown: bool,
    /// Whether a definition may say which words led to it.
    pub definition_links: bool,
    pub declaration_links: bool,
    /// Whether an outline may have children.
    pub nested_symbols: bool,
    /// Whether a finding may point elsewhere.
    pub related_information: bool,
    pub progress: bool,
    pub watches_files: bool,
}

impl Profile {
    pub fn of(capabilities: &ClientCapabilities) -> Profile {
        let general = capabilities.general.as_ref();
        let text = capabilities.text_document.as_ref();
        let encodings = general.and_then(|g| g.position_encodings.as_deref()).unwrap_or_default();
        let formats = text.and_then(|t| t.hover.as_ref()).and_then(|h| h.content_format.as_deref()).unwrap_or_default();
        let published = text.and_then(|t| t.publish_diagnostics.as_ref());
        let window = capabilities.window.as_ref();
        let workspace = capabilities.workspace.as_ref();
        Profile {
            encoding: encodings.iter().find_map(encoding).unwrap_or(Encoding::Utf16),
            markdown: formats.first() == Some(&MarkupKind::Markdown),
            definition_links: text.and_then(|t| t.definition.as_ref()).and_then(|d| d.link_support) == Some(true),
            declaration_links: text.and_then(|t| t.declaration.as_ref()).and_then(|d| d.link_support) == Some(true),
            nested_symbols: text
                .and_then(|t| t.document_symbol.as_ref())
                .and_then(|d| d.hierarchical_document_symbol_support)
                == Some(true),
            related_information: published.and_then(|p| p.related_information) == Some(true),
            progress: window.and_then(|w| w.work_done_progress) == Some(true),
            watches_files: workspace.and_then(|w| w.did_change_watched_files).and_then(|d| d.dynamic_registration)
                == Some(true),
        }
    }

    /// The encoding's name, for the answer to `initialize`.
    pub fn encoding_kind(self) -> PositionEncodingKind {
        match self.encoding {
            Encoding::Utf8 => PositionEncodingKind::UTF8,
            Encoding::Utf16 => PositionEncodingKind::UTF16,
            Encoding::Utf32 => PositionEncodingKind::UTF32,
        }
    }
}

fn encoding(kind: &PositionEncodingKind) -> Option<Encoding> {
    match kind.as_str() {
        "utf-8" => Some(Encoding::Utf8),
        "utf-16" => Some(Encoding::Utf16),
        "utf-32" => Some(Encoding::Utf32),
        _ => None,
    }
}
