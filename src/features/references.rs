//! Every mention of a record, in the corpus or in one article.

use std::path::Path;

use crate::corpus::{ArticleKey, Entry, Snapshot};
use crate::knowledge::{Entity, Knowledge};
use crate::recognition::{Mention, Recognition};
use crate::text::Span;

/// A mention somewhere in the corpus.
#[derive(Clone, Debug, PartialEq)]
pub struct Reference {
    pub key: ArticleKey,
    pub span: Span,
}

/// What a mention is looked up by: its record, or the name of someone without one.
enum Sought<'a> {
    Record(Entity),
    Name(&'a str),
}

impl Sought<'_> {
    fn matches(&self, recognition: &Recognition, mention: &Mention) -> bool {
        match self {
            Sought::Record(entity) => mention.entity == Some(*entity),
            Sought::Name(name) => mention
                .person
                .is_some_and(|p| recognition.people[p].record.is_none() && *recognition.people[p].name == **name),
        }
    }
}

fn sought_at(entry: &Entry, offset: usize) -> Option<Sought<'_>> {
    let (_, mention) = entry.recognition.mention_at(offset)?;
    mention
        .entity
        .map(Sought::Record)
        .or_else(|| mention.person.map(|p| Sought::Name(&entry.recognition.people[p].name)))
}

/// Every mention in the corpus of what is named at a place, the place's own article first.
pub fn references(snapshot: &Snapshot, key: &ArticleKey, offset: usize) -> Vec<Reference> {
    let Some(entry) = snapshot.entry(key) else { return Vec::new() };
    let Some(sought) = sought_at(entry, offset) else { return Vec::new() };
    let others = snapshot.entries();
    let own = std::iter::once(entry);
    own.chain(others.into_iter().filter(|e| e.key != *key)).flat_map(|e| in_entry(e, &sought)).collect()
}

/// Every mention in the corpus of a record.
pub fn references_to(snapshot: &Snapshot, entity: Entity) -> Vec<Reference> {
    snapshot.entries().into_iter().flat_map(|e| in_entry(e, &Sought::Record(entity))).collect()
}

fn in_entry(entry: &Entry, sought: &Sought) -> Vec<Reference> {
    let recognition = &entry.recognition;
    let found = recognition.mentions.iter().filter(|m| sought.matches(recognition, m));
    found.map(|m| Reference { key: entry.key.clone(), span: m.span }).collect()
}

/// Every mention in the same article of what is named at a place.
pub fn highlights(snapshot: &Snapshot, key: &ArticleKey, offset: usize) -> Vec<Span> {
    let Some(entry) = snapshot.entry(key) else { return Vec::new() };
    let Some(sought) = sought_at(entry, offset) else { return Vec::new() };
    in_entry(entry, &sought).into_iter().map(|r| r.span).collect()
}

/// How often a record is mentioned, and in how many articles.
pub fn count(snapshot: &Snapshot, entity: Entity) -> (usize, usize) {
    let per_article = snapshot.entries().into_iter().map(|e| e.mentions_of(entity).count()).filter(|n| *n > 0);
    per_article.fold((0, 0), |(mentions, articles), n| (mentions + n, articles + 1))
}

/// The record whose id stands at, or most nearly before, a line (from 0) of a pack file.
pub fn record_at(knowledge: &Knowledge, path: &Path, line: u32) -> Option<Entity> {
    let file = knowledge.files().iter().position(|f| f.path == path)? as u16;
    knowledge
        .entities()
        .filter(|e| knowledge.location(*e).file == file && knowledge.location(*e).line <= line)
        .max_by_key(|e| knowledge.location(*e).line)
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    #[test]
    fn finds_every_way_of_naming_someone() {
        let fixture = Fixture::new(
            "Xi calls for more\n\nBEIJING, March 22, 2024 (Xinhua) -- President Xi Jin¦ping spoke. Xi's speech was long.",
        );
        let words: Vec<_> =
            highlights(&fixture.snapshot, &fixture.key, fixture.cursor).into_iter().map(|s| fixture.words(s)).collect();
        assert_eq!(words, ["Xi", "Xi Jinping", "Xi"]);
        assert_eq!(references(&fixture.snapshot, &fixture.key, fixture.cursor).len(), 3);
    }

    #[test]
    fn finds_people_without_a_record() {
        let fixture =
            Fixture::new("BEIJING, March 22, 2024 (Xinhua) -- Mayor Tan Bao¦liang spoke. Tan's speech was long.");
        assert_eq!(highlights(&fixture.snapshot, &fixture.key, fixture.cursor).len(), 2);
    }

    #[test]
    fn knows_which_record_stands_at_a_line() {
        let fixture = Fixture::new("¦");
        let knowledge = &fixture.snapshot.knowledge;
        let person = Entity::Person(knowledge.person_by_id("li-qiang").expect("he is on record"));
        let location = knowledge.location(person);
        let path = &knowledge.files()[location.file as usize].path;
        assert_eq!(record_at(knowledge, path, location.line), Some(person));
        assert_eq!(record_at(knowledge, path, location.line + 2), Some(person));
    }
}
