//! `textDocument/semanticTokens/full`
//!
//! The types are the protocol's own, so that every theme has a color for them: people are classes, titles are keywords,
//! places namespaces, organizations interfaces, dates numbers, terms properties.

use tower_lsp::ls_types::{
    SemanticToken, SemanticTokenModifier, SemanticTokenType, SemanticTokens, SemanticTokensLegend, SemanticTokensResult,
};

use crate::corpus::ArticleKey;
use crate::features::tokens::tokens;
use crate::lsp::convert;
use crate::lsp::session::View;
use crate::recognition::MentionKind;

pub(in crate::lsp) fn legend() -> SemanticTokensLegend {
    SemanticTokensLegend {
        token_types: vec![
            SemanticTokenType::CLASS,
            SemanticTokenType::KEYWORD,
            SemanticTokenType::NAMESPACE,
            SemanticTokenType::INTERFACE,
            SemanticTokenType::NUMBER,
            SemanticTokenType::PROPERTY,
        ],
        token_modifiers: vec![SemanticTokenModifier::DEFINITION, SemanticTokenModifier::DOCUMENTATION],
    }
}

/// The index of a kind in the legend.
fn token_type(kind: MentionKind) -> u32 {
    match kind {
        MentionKind::Person => 0,
        MentionKind::Title => 1,
        MentionKind::Place => 2,
        MentionKind::Organization => 3,
        MentionKind::Date => 4,
        MentionKind::Term => 5,
    }
}

pub(in crate::lsp) fn full(view: &View, key: &ArticleKey) -> Option<SemanticTokensResult> {
    let entry = view.snapshot.entry(key)?;
    let (mut line, mut start) = (0, 0);
    let mut data = Vec::new();
    for token in tokens(entry) {
        let range = convert::range(entry.document(), token.span, view.profile.encoding);
        let delta_line = range.start.line - line;
        let delta_start = if delta_line == 0 { range.start.character - start } else { range.start.character };
        (line, start) = (range.start.line, range.start.character);
        // modifiers: linked to a record, and quoted
        let token_modifiers_bitset = u32::from(token.linked) | u32::from(token.quoted) << 1;
        data.push(SemanticToken {
            delta_line,
            delta_start,
            length: range.end.character.saturating_sub(range.start.character),
            token_type: token_type(token.kind),
            token_modifiers_bitset,
        });
    }
    Some(SemanticTokensResult::Tokens(SemanticTokens { result_id: None, data }))
}
