//! From a mention to its record, and to its first full mention in the article.

use crate::corpus::{ArticleKey, Snapshot};
use crate::knowledge::{Entity, Location};
use crate::recognition::MentionKind;
use crate::text::Span;

/// A record that a mention leads to.
#[derive(Clone, Debug, PartialEq)]
pub struct Definition {
    /// The mention.
    pub origin: Span,
    /// The record.
    pub record: Location,
}

/// The records a place in an article leads to: a person, a place, an organization, a term; on a title, its offices.
pub fn definition(snapshot: &Snapshot, key: &ArticleKey, offset: usize) -> Vec<Definition> {
    let Some(entry) = snapshot.entry(key) else { return Vec::new() };
    let Some((_, mention)) = entry.recognition.mention_at(offset) else { return Vec::new() };
    let mut entities: Vec<Entity> = mention.entity.into_iter().collect();
    if let Some(title) = mention.title.map(|t| &entry.recognition.titles[t])
        && entities.is_empty()
    {
        // a title shared by people with different offices leads to all of them
        for office in title.holdings.iter().filter_map(|h| h.offices.first()) {
            if !entities.contains(&Entity::Office(*office)) {
                entities.push(Entity::Office(*office));
            }
        }
    }
    let record = |e: Entity| Definition { origin: mention.span, record: snapshot.knowledge.location(e) };
    entities.into_iter().map(record).collect()
}

/// The first full mention, in the same article, of what a mention names; for a title, of whom it is given to.
pub fn declaration(snapshot: &Snapshot, key: &ArticleKey, offset: usize) -> Option<Span> {
    let entry = snapshot.entry(key)?;
    let recognition = &entry.recognition;
    let (_, mention) = recognition.mention_at(offset)?;
    let person = mention.person.or_else(|| recognition.titles[mention.title?].holdings.first().map(|h| h.person));
    if let Some(person) = person {
        let mentions = || recognition.people[person].mentions.iter().map(|m| &recognition.mentions[*m]);
        let words = mentions().map(|m| entry.words(m.span).split_whitespace().count()).max()?;
        let full = mentions().find(|m| entry.words(m.span).split_whitespace().count() >= words.min(2));
        return full.or_else(|| mentions().next()).map(|m| m.span);
    }
    let entity = mention.entity?;
    let first =
        recognition.mentions.iter().find(|m| m.entity == Some(entity) && !m.demonym && m.kind != MentionKind::Title);
    first.map(|m| m.span)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn leads_to_the_record_and_the_first_full_mention() {
        let fixture =
            Fixture::new("X¦i calls for more\n\nBEIJING, March 22, 2024 (Xinhua) -- President Xi Jinping spoke.");
        let found = definition(&fixture.snapshot, &fixture.key, fixture.cursor);
        assert_eq!(found.len(), 1);
        let file = &fixture.snapshot.knowledge.files()[found[0].record.file as usize];
        assert_eq!(&file.text[found[0].record.start as usize..found[0].record.end as usize], "\"xi-jinping\"");
        let declared = declaration(&fixture.snapshot, &fixture.key, fixture.cursor).expect("he is named in full");
        assert_eq!(fixture.words(declared), "Xi Jinping");
    }

    #[test]
    fn a_full_name_may_have_three_words() {
        let marked = "Lo¦w calls\n\nGENEVA, March 22, 2024 (PAN) -- Mayor Ann Mary Low spoke. Low left.";
        let fixture = Fixture::new(marked);
        let declared = declaration(&fixture.snapshot, &fixture.key, fixture.cursor).expect("she is named in full");
        assert_eq!(fixture.words(declared), "Ann Mary Low");
    }

    #[test]
    fn a_title_leads_to_its_office() {
        let fixture = Fixture::new("BEIJING, March 22, 2024 (Xinhua) -- Chinese Pre¦mier Li Qiang spoke.");
        let found = definition(&fixture.snapshot, &fixture.key, fixture.cursor);
        let file = &fixture.snapshot.knowledge.files()[found[0].record.file as usize];
        assert_eq!(&file.text[found[0].record.start as usize..found[0].record.end as usize], "\"cn/premier\"");
    }
}
