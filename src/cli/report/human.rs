//! `--format human`: the words with what is wrong under them, the evidence, and what to write.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Reported;
use crate::rules::{EvidencePlace, Severity};
use crate::text::Span;

/// How many bytes of a long line are shown on each side of what is pointed at.
const AROUND: usize = 90;

/// A finding as text with colors; the stream takes them out where there is no terminal.
pub(in crate::cli) fn render(reported: &Reported) -> String {
    let Reported { path, entry, knowledge, finding } = reported;
    let level = match finding.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Information => Level::INFO,
        Severity::Hint => Level::HELP,
    };
    let excerpt = Excerpt::around(&entry.text, finding.span);
    let mut snippet = Snippet::source(excerpt.text.as_str())
        .line_start(entry.line_column(finding.span.start).0)
        .path(format!("{path}:{}", colon(entry.line_column(finding.span.start))))
        .annotation(AnnotationKind::Primary.span(excerpt.inside(finding.span)));
    let mut elsewhere = Vec::new();
    let mut notes = Vec::new();
    for evidence in &finding.evidence {
        match evidence.place {
            EvidencePlace::Text(span) if excerpt.holds(span) => {
                snippet = snippet.annotation(AnnotationKind::Context.span(excerpt.inside(span)).label(evidence.message.clone()));
            }
            EvidencePlace::Text(span) => elsewhere.push((span, evidence.message.clone())),
            EvidencePlace::Record(location) => {
                let file = &knowledge.files()[location.file as usize];
                notes.push(format!("{} ({}:{})", evidence.message, file.path.display(), location.line + 1));
            }
        }
    }
    let title = level.primary_title(finding.message.clone()).id(finding.code);
    let mut group = title.element(snippet);
    for note in notes {
        group = group.element(Level::NOTE.message(note));
    }
    for fix in &finding.fixes {
        group = group.element(Level::HELP.message(fix.title.clone()));
    }
    let excerpts: Vec<(Excerpt, Span, String)> =
        elsewhere.into_iter().map(|(span, message)| (Excerpt::around(&entry.text, span), span, message)).collect();
    let mut report: Vec<Group> = vec![group];
    for (excerpt, span, message) in &excerpts {
        let snippet = Snippet::source(excerpt.text.as_str())
            .line_start(entry.line_column(span.start).0)
            .path(format!("{path}:{}", colon(entry.line_column(span.start))))
            .annotation(AnnotationKind::Primary.span(excerpt.inside(*span)));
        report.push(Level::NOTE.secondary_title(message.clone()).element(snippet));
    }
    format!("{}\n\n", Renderer::styled().render(&report))
}

fn colon((line, column): (usize, usize)) -> String {
    format!("{line}:{column}")
}

/// A part of a line, short enough to read: news paragraphs are lines of thousands of characters.
struct Excerpt {
    text: String,
    /// Where the text's first byte stands in the article.
    start: usize,
    end: usize,
    /// Bytes before the first one of the article: an ellipsis.
    lead: usize,
}

impl Excerpt {
    fn around(text: &str, span: Span) -> Excerpt {
        let line_start = text[..span.start].rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let line_end = text[span.end..].find(['\n', '\r']).map_or(text.len(), |i| span.end + i);
        let mut start = span.start.saturating_sub(AROUND).max(line_start);
        while start > line_start && !(text.is_char_boundary(start) && text[..start].ends_with(' ')) {
            start -= 1;
        }
        let mut end = (span.end + AROUND).min(line_end);
        while end < line_end && !(text.is_char_boundary(end) && text[end..].starts_with(' ')) {
            end += 1;
        }
        let lead = if start > line_start { "… " } else { "" };
        let tail = if end < line_end { " …" } else { "" };
        Excerpt { text: format!("{lead}{}{tail}", &text[start..end]), start, end, lead: lead.len() }
    }

    fn holds(&self, span: Span) -> bool {
        self.start <= span.start && span.end <= self.end
    }

    fn inside(&self, span: Span) -> std::ops::Range<usize> {
        let at = |offset: usize| offset.clamp(self.start, self.end) - self.start + self.lead;
        at(span.start)..at(span.end)
    }
}
