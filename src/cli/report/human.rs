//! `--format human`: the words with what is wrong under them, the evidence, and what to write.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};

use super::Reported;
use crate::rules::{EvidencePlace, Severity};
use crate::text::Span;

/// The columns of a report that goes to no terminal.
const DEFAULT_WIDTH: usize = 120;

/// How many bytes apart two things may be to be shown in one excerpt.
const NEAR: usize = 110;

/// How many bytes of a line are handed to the renderer on each side of what is pointed at.
const LONGEST: usize = 32 * 1024;

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
    let mut snippet = Snippet::source(excerpt.text)
        .line_start(entry.line_column(finding.span.start).0)
        .path(*path)
        .annotation(AnnotationKind::Primary.span(excerpt.inside(finding.span)));
    let mut elsewhere = Vec::new();
    let mut notes = Vec::new();
    for evidence in &finding.evidence {
        match evidence.place {
            EvidencePlace::Text(span) if excerpt.shows(span) => {
                snippet = snippet
                    .annotation(AnnotationKind::Context.span(excerpt.inside(span)).label(evidence.message.clone()));
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
        let snippet = Snippet::source(excerpt.text)
            .line_start(entry.line_column(span.start).0)
            .path(*path)
            .annotation(AnnotationKind::Primary.span(excerpt.inside(*span)));
        report.push(Level::NOTE.secondary_title(message.clone()).element(snippet));
    }
    format!("{}\n\n", Renderer::styled().term_width(width()).render(&report))
}

/// How many columns the terminal has: `COLUMNS` if it is set, else what the terminal says.
fn width() -> usize {
    let set = std::env::var("COLUMNS").ok().and_then(|c| c.parse().ok());
    set.or_else(|| terminal_size::terminal_size().map(|(w, _)| usize::from(w.0))).unwrap_or(DEFAULT_WIDTH).max(40)
}

/// The lines that a span stands on. News paragraphs are lines of thousands of characters, of which the renderer shows what
/// is pointed at; a text that is one line of megabytes is cut to what it can handle.
struct Excerpt<'a> {
    text: &'a str,
    /// Where the excerpt's first byte stands in the article.
    start: usize,
    span: Span,
}

impl<'a> Excerpt<'a> {
    fn around(text: &'a str, span: Span) -> Excerpt<'a> {
        let line_start = text[..span.start].rfind(['\n', '\r']).map_or(0, |i| i + 1);
        let line_end = text[span.end..].find(['\n', '\r']).map_or(text.len(), |i| span.end + i);
        let mut start = line_start.max(span.start.saturating_sub(LONGEST));
        while !text.is_char_boundary(start) {
            start -= 1;
        }
        let mut end = line_end.min(span.end + LONGEST);
        while !text.is_char_boundary(end) {
            end += 1;
        }
        Excerpt { text: &text[start..end], start, span }
    }

    /// Whether another span is near enough to be shown in the same excerpt.
    fn shows(&self, other: Span) -> bool {
        let whole = self.span.cover(other);
        whole.len() <= NEAR && self.start <= whole.start && whole.end <= self.start + self.text.len()
    }

    fn inside(&self, span: Span) -> std::ops::Range<usize> {
        span.start - self.start..span.end - self.start
    }
}
