//! People, offices, tenures, organizations and places: load, check, look up as of a day.
//!
//! In: layers of pack files ([`Layer`]). Out: [`Knowledge`], the records in force, checked, with the tables that
//! recognition walks, and a list of [`KnowledgeProblem`]s. Knowledge never changes once assembled; an edited pack makes a
//! new one, which is swapped in whole. Nothing here reads a file.
//!
//! The model follows Popolo (Person, Post, Membership, Organization, Area); a tenure's dates are Wikidata's P580 and P582.

mod assemble;
mod date;
pub mod embedded;
mod file;
mod name_words;
mod names;
mod record;
pub mod titles;

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use rustc_hash::FxHashMap;

pub use assemble::{KnowledgeProblem, Layer, assemble};
pub use date::{Certainty, MONTH_NAMES, PartialDate, WEEKDAY_NAMES, covers, long_date, weekday_name};
pub use name_words::NameWords;
pub use names::{NameForm, NameHit, NameHits, NameScratch, NameTable, NameUse};
pub use record::{
    Entity, Location, NameOrder, Office, OfficeId, Organization, OrganizationId, Person, PersonId, Place, PlaceId,
    PlaceKind, Status, Tenure, TenureId, Term, TermId,
};
use titles::{OfficeForms, Vocabulary};

/// A pack file of the knowledge in force.
#[derive(Clone, Debug)]
pub struct KnowledgeFile {
    /// What the pack calls itself.
    pub id: Box<str>,
    /// Its path; for an embedded file, its name alone.
    pub path: PathBuf,
    /// Its text.
    pub text: Arc<str>,
    /// Whether it is part of the program.
    pub embedded: bool,
    /// What it covers, for people.
    pub name: Box<str>,
    /// What the sources' licences ask to be said.
    pub attribution: Box<str>,
    /// The day to which its open tenures were last seen to hold.
    pub reviewed: Option<PartialDate>,
}

/// All records in force.
#[derive(Debug, Default)]
pub struct Knowledge {
    files: Vec<KnowledgeFile>,
    people: Vec<Person>,
    people_by_id: FxHashMap<Box<str>, u32>,
    tenures: Vec<Tenure>,
    tenures_of_person: Vec<std::ops::Range<u32>>,
    tenures_of_office: Vec<Box<[TenureId]>>,
    offices: Vec<Office>,
    offices_by_id: FxHashMap<Box<str>, u32>,
    organizations: Vec<Organization>,
    organizations_by_id: FxHashMap<Box<str>, u32>,
    places: Vec<Place>,
    places_by_id: FxHashMap<Box<str>, u32>,
    terms: Vec<Term>,
    names: NameTable,
    vocabulary: Vocabulary,
    name_words: NameWords,
    forms: OfficeForms,
}

macro_rules! table {
    ($(#[$doc:meta])* $one:ident, $all:ident, $id:ident, $record:ty, $by:ident, $by_id:ident) => {
        $(#[$doc])*
        pub fn $one(&self, id: $id) -> &$record {
            &self.$all[id.index()]
        }

        /// The record with this id.
        pub fn $by(&self, id: &str) -> Option<$id> {
            self.$by_id.get(id).map(|n| $id(*n))
        }
    };
}

impl Knowledge {
    table!(
        /// A person's record.
        person, people, PersonId, Person, person_by_id, people_by_id
    );
    table!(
        /// An office's record.
        office, offices, OfficeId, Office, office_by_id, offices_by_id
    );
    table!(
        /// An organization's record.
        organization, organizations, OrganizationId, Organization, organization_by_id, organizations_by_id
    );
    table!(
        /// A place's record.
        place, places, PlaceId, Place, place_by_id, places_by_id
    );

    /// A term's record.
    pub fn term(&self, id: TermId) -> &Term {
        &self.terms[id.index()]
    }

    /// A tenure's record.
    pub fn tenure(&self, id: TenureId) -> &Tenure {
        &self.tenures[id.index()]
    }

    /// The files that the records come from.
    pub fn files(&self) -> &[KnowledgeFile] {
        &self.files
    }

    /// All names.
    pub fn names(&self) -> &NameTable {
        &self.names
    }

    /// The words of titles.
    pub fn vocabulary(&self) -> &Vocabulary {
        &self.vocabulary
    }

    /// The words of people's names.
    pub fn name_words(&self) -> &NameWords {
        &self.name_words
    }

    /// The ways in which offices' titles are written.
    pub fn forms(&self) -> &OfficeForms {
        &self.forms
    }

    /// How many records of each kind: people, tenures, offices, organizations, places, terms.
    pub fn counts(&self) -> [usize; 6] {
        [
            self.people.len(),
            self.tenures.len(),
            self.offices.len(),
            self.organizations.len(),
            self.places.len(),
            self.terms.len(),
        ]
    }

    /// All people.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, &Person)> {
        self.people.iter().enumerate().map(|(n, p)| (PersonId(n as u32), p))
    }

    /// All offices.
    pub fn offices(&self) -> impl Iterator<Item = (OfficeId, &Office)> {
        self.offices.iter().enumerate().map(|(n, o)| (OfficeId(n as u32), o))
    }

    /// All records.
    pub fn entities(&self) -> impl Iterator<Item = Entity> {
        let people = (0..self.people.len()).map(|n| Entity::Person(PersonId(n as u32)));
        let offices = (0..self.offices.len()).map(|n| Entity::Office(OfficeId(n as u32)));
        let organizations = (0..self.organizations.len()).map(|n| Entity::Organization(OrganizationId(n as u32)));
        let places = (0..self.places.len()).map(|n| Entity::Place(PlaceId(n as u32)));
        let terms = (0..self.terms.len()).map(|n| Entity::Term(TermId(n as u32)));
        people.chain(offices).chain(organizations).chain(places).chain(terms)
    }

    /// A person's tenures, earliest first.
    pub fn tenures_of(&self, person: PersonId) -> &[Tenure] {
        let range = &self.tenures_of_person[person.index()];
        &self.tenures[range.start as usize..range.end as usize]
    }

    /// An office's tenures, earliest first.
    pub fn tenures_in(&self, office: OfficeId) -> impl Iterator<Item = &Tenure> {
        self.tenures_of_office[office.index()].iter().map(|id| self.tenure(*id))
    }

    /// The tenures of a person that run, or may run, on `day`.
    pub fn offices_of(&self, person: PersonId, day: Date) -> impl Iterator<Item = (&Tenure, Certainty)> {
        self.tenures_of(person).iter().map(move |t| (t, t.covers(day))).filter(|(_, c)| *c != Certainty::No)
    }

    /// The tenures of an office that run, or may run, on `day`.
    pub fn holders_of(&self, office: OfficeId, day: Date) -> impl Iterator<Item = (&Tenure, Certainty)> {
        self.tenures_in(office).map(move |t| (t, t.covers(day))).filter(|(_, c)| *c != Certainty::No)
    }

    /// Whether a person holds an office on `day`.
    pub fn holds(&self, person: PersonId, office: OfficeId, day: Date) -> Certainty {
        let running = self.tenures_of(person).iter().filter(|t| t.office == office).map(|t| t.covers(day));
        running.max().unwrap_or(Certainty::No)
    }

    /// The record's place in its file.
    pub fn location(&self, entity: Entity) -> Location {
        match entity {
            Entity::Person(id) => self.person(id).location,
            Entity::Office(id) => self.office(id).location,
            Entity::Organization(id) => self.organization(id).location,
            Entity::Place(id) => self.place(id).location,
            Entity::Term(id) => self.term(id).location,
        }
    }

    /// The record's id, as packs and `annotate` print it.
    pub fn id(&self, entity: Entity) -> &str {
        match entity {
            Entity::Person(id) => &self.person(id).id,
            Entity::Office(id) => &self.office(id).id,
            Entity::Organization(id) => &self.organization(id).id,
            Entity::Place(id) => &self.place(id).id,
            Entity::Term(id) => &self.term(id).id,
        }
    }

    /// The name a record goes by.
    pub fn name(&self, entity: Entity) -> &str {
        match entity {
            Entity::Person(id) => &self.person(id).name,
            Entity::Office(id) => &self.office(id).title,
            Entity::Organization(id) => &self.organization(id).name,
            Entity::Place(id) => &self.place(id).name,
            Entity::Term(id) => &self.term(id).name,
        }
    }

    /// The places that contain a place, nearest first, at most eight (a guard against a ring of parents).
    pub fn ancestors(&self, place: PlaceId) -> impl Iterator<Item = PlaceId> {
        std::iter::successors(self.place(place).parent, |p| self.place(*p).parent).take(8)
    }

    /// Whether `inner` lies in `outer`, or is it.
    pub fn lies_in(&self, inner: PlaceId, outer: PlaceId) -> bool {
        inner == outer || self.ancestors(inner).any(|p| p == outer)
    }

    /// The country a place lies in, or is.
    pub fn country(&self, place: PlaceId) -> Option<PlaceId> {
        std::iter::once(place)
            .chain(self.ancestors(place))
            .find(|p| matches!(self.place(*p).kind, PlaceKind::Country | PlaceKind::Territory))
    }

    /// How an office is named in full: `Premier of China`, `Director of the General Office of the CPC Central Committee`.
    pub fn office_title(&self, office: OfficeId) -> String {
        let record = self.office(office);
        if record.title.contains(" of ") {
            return record.title.to_string();
        }
        let place = record.jurisdiction.map(|p| self.place(p));
        let says_little = self.needs_organization(office);
        let of = match (place, record.organization) {
            (Some(place), Some(_)) if place.kind.is_first_level() || !says_little => with_article(&place.name),
            (_, Some(organization)) => {
                let name = &self.organization(organization).name;
                format!("the {}", name.trim_start_matches("the ").trim_start_matches("The "))
            }
            (Some(place), None) => with_article(&place.name),
            (None, None) => return record.title.to_string(),
        };
        format!("{} of {of}", record.title)
    }

    /// Whether an office's bare title says nothing without the body it is of: "Director", "Member"; not "Premier".
    pub fn needs_organization(&self, office: OfficeId) -> bool {
        let record = self.office(office);
        let head = record.title.rsplit([' ', '-']).next().unwrap_or_default();
        record.organization.is_some()
            && matches!(
                head,
                "Member"
                    | "Director"
                    | "Chairman"
                    | "Chairwoman"
                    | "Chair"
                    | "Head"
                    | "Secretary"
                    | "General"
                    | "President"
                    | "Governor"
                    | "Commissioner"
                    | "Administrator"
                    | "Chief"
                    | "Representative"
                    | "Procurator"
                    | "Auditor"
            )
    }

    /// Puts the tenures first that say most of a person: by rank, offices before mere memberships, later before earlier.
    pub fn order_by_weight(&self, tenures: &mut [&Tenure]) {
        tenures.sort_by_key(|t| {
            let office = self.office(t.office);
            let membership = &*office.title == "Member";
            (office.rank.unwrap_or(u32::MAX), membership, std::cmp::Reverse(t.from.earliest()))
        });
    }
}

/// A place's name as it stands in a sentence: "the United States".
fn with_article(name: &str) -> String {
    const PLAIN: &[&str] = &["Bahamas", "Comoros", "Gambia", "Maldives", "Netherlands", "Philippines"];
    let takes = name.starts_with("United ")
        || name.starts_with("Democratic Republic")
        || name.starts_with("Republic of")
        || [" Republic", " Islands", " Emirates", " Union"].iter().any(|end| name.ends_with(end))
        || PLAIN.contains(&name);
    if takes { format!("the {name}") } else { name.to_owned() }
}
