//! `--format json`: lines and columns from 1, columns in code points.

use serde_json::{Value, json};

use super::Reported;
use crate::corpus::Entry;
use crate::rules::EvidencePlace;
use crate::text::Span;

/// A finding as an object.
pub(in crate::cli) fn object(reported: &Reported) -> Value {
    let Reported { path, entry, knowledge, finding } = reported;
    let evidence: Vec<Value> = finding
        .evidence
        .iter()
        .map(|e| match e.place {
            EvidencePlace::Text(span) => json!({"message": e.message, "path": path, "start": point(entry, span.start), "end": point(entry, span.end)}),
            EvidencePlace::Record(location) => {
                let file = &knowledge.files()[location.file as usize];
                json!({"message": e.message, "record": file.path.display().to_string(), "embedded": file.embedded, "line": location.line + 1})
            }
        })
        .collect();
    let edit = |(span, text): &(Span, String)| json!({"start": point(entry, span.start), "end": point(entry, span.end), "text": text});
    let fixes: Vec<Value> = finding
        .fixes
        .iter()
        .map(|f| json!({"title": f.title, "edits": f.replacements.iter().map(edit).collect::<Vec<_>>()}))
        .collect();
    json!({
        "path": path,
        "code": finding.code,
        "severity": finding.severity.name(),
        "message": finding.message,
        "start": point(entry, finding.span.start),
        "end": point(entry, finding.span.end),
        "evidence": evidence,
        "fixes": fixes,
    })
}

fn point(entry: &Entry, offset: usize) -> Value {
    let (line, column) = entry.line_column(offset);
    json!({"line": line, "column": column})
}
