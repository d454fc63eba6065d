//! What the packs in force hold, counted by pack, kind and confidence.
//!
//! In: the knowledge. Out: a Markdown table, for `dateline knowledge packs` and `docs/knowledge.md`. A replaced record is
//! counted where it now stands.

use std::fmt::Write as _;

use super::in_force::Knowledge;
use super::record::{Entity, PlaceKind, Tenure};
use crate::text;

/// What one pack holds.
#[derive(Clone, Copy, Default)]
struct Count {
    people: usize,
    tenures: Sureness,
    offices: usize,
    organizations: usize,
    places: usize,
    terms: usize,
}

/// How sure tenures are.
#[derive(Clone, Copy, Default)]
struct Sureness {
    open: usize,
    /// With two sources or more.
    two: usize,
    one: usize,
    unchecked: usize,
    /// Whose first day is known.
    to_the_day: usize,
}

impl Sureness {
    fn add(&mut self, tenure: &Tenure) {
        self.open += usize::from(tenure.to.is_none());
        self.to_the_day += usize::from(tenure.from.earliest() == tenure.from.latest());
        match (tenure.checked, tenure.sources.len()) {
            (false, _) => self.unchecked += 1,
            (true, 1) => self.one += 1,
            (true, _) => self.two += 1,
        }
    }

    fn all(self) -> usize {
        self.two + self.one + self.unchecked
    }
}

fn thousands(number: usize) -> String {
    text::thousands(number as u64)
}

/// The tables: packs, then kinds of places.
pub fn census(knowledge: &Knowledge) -> String {
    let mut counts = vec![Count::default(); knowledge.files().len()];
    let mut kinds: Vec<(PlaceKind, usize)> = PlaceKind::ALL.iter().map(|kind| (*kind, 0)).collect();
    for entity in knowledge.entities() {
        let count = &mut counts[knowledge.location(entity).file as usize];
        match entity {
            Entity::Person(id) => {
                count.people += 1;
                for tenure in knowledge.tenures_of(id) {
                    count.tenures.add(&tenure);
                }
            }
            Entity::Office(_) => count.offices += 1,
            Entity::Organization(_) => count.organizations += 1,
            Entity::Place(id) => {
                count.places += 1;
                let kind = knowledge.place(id).kind();
                kinds.iter_mut().filter(|(k, _)| *k == kind).for_each(|(_, n)| *n += 1);
            }
            Entity::Term(_) => count.terms += 1,
        }
    }
    let mut table =
        String::from("| pack | holds | tenures with two sources, one, none | begun on a known day | reviewed |\n");
    table.push_str("|---|---|---|---|---|\n");
    for (file, count) in knowledge.files().iter().zip(&counts) {
        let holds: Vec<String> = [
            (count.people, "people"),
            (count.tenures.open, "of them in office"),
            (count.offices, "offices"),
            (count.organizations, "organizations"),
            (count.places, "places"),
            (count.terms, "terms"),
        ]
        .iter()
        .filter(|(n, _)| *n > 0)
        .map(|(n, noun)| format!("{} {noun}", thousands(*n)))
        .collect();
        let holds = if holds.is_empty() { "words".to_owned() } else { holds.join(", ") };
        let Sureness { two, one, unchecked, to_the_day, .. } = count.tenures;
        let sure = match count.tenures.all() {
            0 => String::new(),
            all => format!("{}: {}, {}, {}", thousands(all), thousands(two), thousands(one), thousands(unchecked)),
        };
        let known = if count.tenures.all() > 0 { thousands(to_the_day) } else { String::new() };
        let reviewed = file.reviewed.map(super::PartialDate::to_iso).unwrap_or_default();
        let name = file.path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
        // a string takes all that is written to it
        let _ = writeln!(table, "| `{name}` | {holds} | {sure} | {known} | {reviewed} |");
    }
    let [people, tenures, offices, organizations, places, terms] = knowledge.counts().map(thousands);
    let _ = writeln!(
        table,
        "\nTogether {people} people with {tenures} tenures in {offices} offices, {organizations} organizations, {places} places and {terms} terms, under {} names.",
        thousands(knowledge.names().len())
    );
    let kinds: Vec<String> =
        kinds.iter().filter(|(_, n)| *n > 0).map(|(kind, n)| format!("{} {}", thousands(*n), kind.noun())).collect();
    let _ = writeln!(table, "\nPlaces by kind: {}.", kinds.join(", "));
    table
}
