//! The metadata at the head of a Markdown file: `---` fences with `key: value` lines, or `+++` fences with TOML.
//!
//! Only `title`, `date`, `dateline` and `source` are read; other keys are left alone, and a fence that does not close is body.

use crate::text::Span;

/// What front matter says, as written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct FrontMatter {
    pub title: Option<String>,
    pub date: Option<String>,
    pub dateline: Option<String>,
    pub source: Option<String>,
}

/// Reads front matter at `start`. Returns it and its span, fences included.
pub fn read(text: &str, start: usize) -> Option<(FrontMatter, Span)> {
    let body = &text[start..];
    let fence = body.get(..3).filter(|f| *f == "---" || *f == "+++")?;
    let mut matter = FrontMatter::default();
    let mut at = 0;
    for (number, line) in body.split_inclusive(['\n', '\r']).enumerate() {
        at += line.len();
        let line = line.trim();
        if number == 0 {
            if line != fence {
                return None;
            }
            continue;
        }
        if line == fence {
            let end = start + at - (body[..at].len() - body[..at].trim_end().len());
            return Some((matter, Span::new(start, end)));
        }
        let Some((key, value)) = line.split_once([':', '=']) else { continue };
        let value = value.trim().trim_matches(['"', '\'']).to_owned();
        match key.trim().to_ascii_lowercase().as_str() {
            "title" | "headline" => matter.title = Some(value),
            "date" | "published" => matter.date = Some(value),
            "dateline" => matter.dateline = Some(value),
            "source" | "agency" => matter.source = Some(value),
            _ => {}
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_it_knows() {
        let text = "---\ntitle: \"A day\"\ndate: 2024-03-22\ntags: [a]\n---\nBody";
        let (matter, span) = read(text, 0).expect("it closes");
        assert_eq!(matter.title.as_deref(), Some("A day"));
        assert_eq!(matter.date.as_deref(), Some("2024-03-22"));
        assert_eq!(&text[span.end..], "\nBody");
        assert_eq!(read("---\ntitle: x\n", 0), None);
    }
}
