//! Which office a title means, said of someone on a day.
//!
//! In: the title as written, the person's record, the places it is paired with, the article date. Out: offices, best first.
//! A jurisdiction that is written decides; without one the person's own record does, and then the countries the person
//! serves. A title that names no known office gives none.

use jiff::civil::Date;

use crate::knowledge::titles::TitlePhrase;
use crate::knowledge::{Certainty, Knowledge, OfficeId, PersonId, PlaceId};

/// The offices a title can mean for a person.
pub(super) fn offices(
    title: &TitlePhrase,
    paired: Option<PlaceId>,
    person: Option<PersonId>,
    date: Option<Date>,
    knowledge: &Knowledge,
) -> Vec<OfficeId> {
    let written: Vec<OfficeId> = knowledge.forms().get(&title.key()).collect();
    let named: Vec<PlaceId> = paired.map_or_else(|| title.jurisdictions.clone(), |p| vec![p]);
    if !named.is_empty() {
        let mut fitting: Vec<OfficeId> = written
            .iter()
            .copied()
            .filter(|o| jurisdiction(knowledge, *o).is_some_and(|j| named.contains(&j)))
            .collect();
        // "central China's Hunan governor": the smaller place counts
        let rank = |o: &OfficeId| jurisdiction(knowledge, *o).map_or(0, |j| knowledge.ancestors(j).count());
        let smallest = fitting.iter().map(rank).max().unwrap_or(0);
        fitting.retain(|o| rank(o) == smallest);
        if title.complement.is_empty() {
            prefer_plain(&mut fitting, person, knowledge);
        }
        prefer_held(&mut fitting, person, date, knowledge);
        return fitting;
    }
    let Some(person) = person else {
        return match written[..] {
            [_] => written,
            _ => Vec::new(),
        };
    };
    let mut held: Vec<OfficeId> = written.iter().copied().filter(|o| has_held(knowledge, person, *o)).collect();
    if !held.is_empty() {
        if title.complement.is_empty() {
            prefer_plain(&mut held, Some(person), knowledge);
        }
        prefer_held(&mut held, Some(person), date, knowledge);
        return held;
    }
    let countries: Vec<PlaceId> = knowledge.tenures_of(person).filter_map(|t| country(knowledge, t.office)).collect();
    let mut theirs: Vec<OfficeId> =
        written.into_iter().filter(|o| country(knowledge, *o).is_some_and(|c| countries.contains(&c))).collect();
    // "Li Qiang, president": of a country, not of a court or a school in it
    let is_of_a_country = |o: &OfficeId| knowledge.office(*o).organization().is_none();
    if title.complement.is_empty() && theirs.iter().any(is_of_a_country) {
        theirs.retain(is_of_a_country);
    }
    theirs
}

/// The place an office is of: its own jurisdiction, or its organization's.
pub(super) fn jurisdiction(knowledge: &Knowledge, office: OfficeId) -> Option<PlaceId> {
    let office = knowledge.office(office);
    office.jurisdiction().or_else(|| knowledge.organization(office.organization()?).jurisdiction())
}

fn country(knowledge: &Knowledge, office: OfficeId) -> Option<PlaceId> {
    knowledge.country(jurisdiction(knowledge, office)?)
}

fn has_held(knowledge: &Knowledge, person: PersonId, office: OfficeId) -> bool {
    knowledge.tenures_of(person).any(|t| t.office == office)
}

/// "President" of someone who is or was president of a country means that office, not the presidency of some body.
fn prefer_plain(offices: &mut Vec<OfficeId>, person: Option<PersonId>, knowledge: &Knowledge) {
    let is_plain = |o: &OfficeId| knowledge.office(*o).organization().is_none();
    if person.is_some_and(|p| offices.iter().any(|o| is_plain(o) && has_held(knowledge, p, *o))) {
        offices.retain(is_plain);
    }
}

/// Puts what the person holds on the day first, then what the person has held; drops the rest if there is any such.
fn prefer_held(offices: &mut Vec<OfficeId>, person: Option<PersonId>, date: Option<Date>, knowledge: &Knowledge) {
    let (Some(person), Some(date)) = (person, date) else { return };
    if offices.iter().any(|o| knowledge.holds(person, *o, date) != Certainty::No) {
        offices.retain(|o| knowledge.holds(person, *o, date) != Certainty::No);
    }
    offices.sort_by_key(|o| std::cmp::Reverse(knowledge.holds(person, *o, date)));
}
