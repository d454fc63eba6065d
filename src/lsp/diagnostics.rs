//! Findings as diagnostics: the evidence as related information, where the client shows it, else in the message.

use tower_lsp::ls_types::{
    Diagnostic, DiagnosticRelatedInformation, DiagnosticSeverity, NumberOrString, Position, Range,
};

use super::convert;
use super::publisher::Report;
use super::session::{Session, View};
use crate::corpus::{ArticleKey, Entry};
use crate::features::check;
use crate::rules::{EvidencePlace, Finding, Severity};

/// What to publish for a version of a buffer. `None` if it is not open in this view.
pub(super) fn of_buffer(session: &Session, view: &View, key: &ArticleKey, version: i32) -> Option<Report> {
    let uri = view.uri(key)?;
    let Some(buffer) = view.snapshot.buffers.get(key) else {
        // left out of the view because it is too long: say so, once, quietly
        let buffer = session.buffer(key).filter(|b| b.version == version)?;
        let size = buffer.document.len_bytes();
        let limit = session.maximum_size();
        let message = format!(
            "not checked: {size} bytes long, over the limit of {limit}; split it, or raise `maximum-size` in dateline.toml"
        );
        let diagnostic = Diagnostic {
            range: Range::new(Position::new(0, 0), Position::new(0, 0)),
            severity: Some(DiagnosticSeverity::INFORMATION),
            source: Some("dateline".to_owned()),
            message,
            ..Diagnostic::default()
        };
        return Some(Report { uri, buffer, diagnostics: vec![diagnostic] });
    };
    if buffer.version != version {
        return None;
    }
    let entry = buffer.entry(&view.snapshot.knowledge);
    let findings = check::findings(entry, &view.snapshot.knowledge);
    let diagnostics = findings.iter().map(|f| diagnostic(view, entry, f)).collect();
    Some(Report { uri, buffer: buffer.clone(), diagnostics })
}

fn diagnostic(view: &View, entry: &Entry, finding: &Finding) -> Diagnostic {
    let mut message = finding.message.clone();
    let mut related = Vec::new();
    for evidence in &finding.evidence {
        let location = match evidence.place {
            EvidencePlace::Text(span) => convert::location(view, entry, span),
            EvidencePlace::Record(record) => convert::record_location(view, record),
        };
        match location.filter(|_| view.profile.related_information) {
            Some(location) => {
                related.push(DiagnosticRelatedInformation { location, message: evidence.message.clone() });
            }
            None => message += &format!("\n{}", evidence.message),
        }
    }
    Diagnostic {
        range: convert::range(entry.document(), finding.span, view.profile.encoding),
        severity: Some(match finding.severity {
            Severity::Error => DiagnosticSeverity::ERROR,
            Severity::Warning => DiagnosticSeverity::WARNING,
            Severity::Information => DiagnosticSeverity::INFORMATION,
            Severity::Hint => DiagnosticSeverity::HINT,
        }),
        code: Some(NumberOrString::String(finding.code.to_owned())),
        source: Some("dateline".to_owned()),
        message,
        related_information: (!related.is_empty()).then_some(related),
        ..Diagnostic::default()
    }
}
