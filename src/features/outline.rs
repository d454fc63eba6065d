//! The outline of an article: its parts, and whom each first names.

use crate::article::BlockKind;
use crate::corpus::Entry;
use crate::recognition::MentionKind;
use crate::text::Span;

/// A node of the outline.
#[derive(Clone, Debug, PartialEq)]
pub struct OutlineItem {
    pub name: String,
    pub detail: String,
    pub kind: OutlineKind,
    /// All of it.
    pub span: Span,
    /// What to select when it is chosen; inside `span`.
    pub selection: Span,
    pub children: Vec<OutlineItem>,
}

/// What a node is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutlineKind {
    Headline,
    Part,
    Person,
    Place,
    Organization,
}

/// How many code points of a paragraph name it in the outline.
const NAME_LENGTH: usize = 60;

/// The parts of an article in order, each with the people, places and organizations named there for the first time.
pub fn outline(entry: &Entry) -> Vec<OutlineItem> {
    let mut seen = Vec::new();
    let mut items = Vec::new();
    let mut paragraph = 0;
    for block in entry.article.blocks.iter().filter(|b| !b.span.is_empty()) {
        let words = entry.words(block.span);
        let (kind, detail) = match block.kind {
            BlockKind::Headline | BlockKind::Heading => (OutlineKind::Headline, "headline".to_owned()),
            BlockKind::SectionLabel => (OutlineKind::Part, "section".to_owned()),
            BlockKind::PublishedLine => (OutlineKind::Part, "published".to_owned()),
            BlockKind::Byline => (OutlineKind::Part, "byline".to_owned()),
            BlockKind::Caption => (OutlineKind::Part, "caption".to_owned()),
            BlockKind::Paragraph => {
                paragraph += 1;
                (OutlineKind::Part, format!("paragraph {paragraph}"))
            }
            BlockKind::FrontMatter | BlockKind::Comment => continue,
        };
        let mut children = Vec::new();
        for mention in entry.recognition.mentions.iter().filter(|m| block.span.contains_span(m.span)) {
            let kind = match mention.kind {
                MentionKind::Person => OutlineKind::Person,
                MentionKind::Place if !mention.demonym => OutlineKind::Place,
                MentionKind::Organization => OutlineKind::Organization,
                _ => continue,
            };
            let key = (kind_number(kind), mention.name.clone());
            if seen.contains(&key) {
                continue;
            }
            seen.push(key);
            children.push(OutlineItem {
                name: mention.name.to_string(),
                detail: mention.kind.name().to_owned(),
                kind,
                span: mention.span,
                selection: mention.span,
                children: Vec::new(),
            });
        }
        items.push(OutlineItem {
            name: shortened(words),
            detail,
            kind,
            span: block.span,
            selection: block.span,
            children,
        });
    }
    items
}

fn kind_number(kind: OutlineKind) -> u8 {
    kind as u8
}

/// The first words of a text, on one line.
fn shortened(words: &str) -> String {
    let mut name = String::new();
    for word in words.split_whitespace() {
        if name.chars().count() + word.chars().count() > NAME_LENGTH {
            name.push('…');
            break;
        }
        if !name.is_empty() {
            name.push(' ');
        }
        name.push_str(word);
    }
    if name.is_empty() { "…".to_owned() } else { name }
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn parts_and_first_mentions() {
        let fixture = Fixture::new(
            "Premier speaks¦\n\nBEIJING, March 22, 2024 (Xinhua) -- Premier Li Qiang spoke.\n\nLi Qiang left for Changsha.",
        );
        let entry = fixture.snapshot.entry(&fixture.key).expect("it is open");
        let items = outline(entry);
        let names: Vec<_> = items
            .iter()
            .map(|i| (i.detail.as_str(), i.children.iter().map(|c| c.name.as_str()).collect::<Vec<_>>()))
            .collect();
        assert_eq!(
            names,
            [
                ("headline", vec![]),
                ("paragraph 1", vec!["Beijing", "Xinhua News Agency", "Li Qiang"]),
                ("paragraph 2", vec!["Changsha"]),
            ]
        );
    }
}
