//! The records in force, and what they say as of a day.

use std::path::PathBuf;
use std::sync::Arc;

use jiff::civil::Date;
use zerocopy::little_endian::U32;

use super::date::{Certainty, PartialDate};
use super::name_words::NameWords;
use super::names::NameTable;
use super::record::{
    Entity, Location, Office, OfficeId, OfficeRow, Organization, OrganizationId, OrganizationRow, Person, PersonId,
    PersonRow, Place, PlaceId, PlaceKind, PlaceRow, RenamedRow, RoleRow, Tenure, TenureRow, Term, TermId, TermRow,
    VacancyRow,
};
use super::stored::{Arena, Keys, Reader, Rows, Run, Stored, Text, Texts, Writer};
use super::titles::{OfficeForms, Vocabulary};

/// A pack's text: part of the program, or read from a file.
#[derive(Clone, Debug)]
pub enum PackText {
    Embedded(&'static str),
    Read(Arc<str>),
}

impl std::ops::Deref for PackText {
    type Target = str;

    fn deref(&self) -> &str {
        match self {
            PackText::Embedded(text) => text,
            PackText::Read(text) => text,
        }
    }
}

/// A pack file of the knowledge in force.
#[derive(Clone, Debug)]
pub struct KnowledgeFile {
    /// What the pack calls itself.
    pub id: Box<str>,
    /// Its path; for an embedded file, its name alone.
    pub path: PathBuf,
    /// Its text.
    pub text: PackText,
    /// Whether it is part of the program.
    pub embedded: bool,
    /// What it covers, for people.
    pub name: Box<str>,
    /// What the sources' licenses ask to be said.
    pub attribution: Box<str>,
    /// The day to which its open tenures were last seen to hold.
    pub reviewed: Option<PartialDate>,
    /// The day from which its offices of one seat are meant to be without gaps.
    pub covers: Option<PartialDate>,
}

/// All records in force.
#[derive(Clone, Debug, Default)]
pub struct Knowledge {
    pub(super) files: Vec<KnowledgeFile>,
    pub(super) texts: Arena,
    /// Lists of texts.
    pub(super) lists: Rows<Text>,
    /// Lists of numbers.
    pub(super) numbers: Rows<U32>,
    pub(super) person_ids: Keys,
    pub(super) people: Rows<PersonRow>,
    pub(super) tenures: Rows<TenureRow>,
    pub(super) role_ids: Keys,
    pub(super) roles: Rows<RoleRow>,
    pub(super) office_ids: Keys,
    pub(super) offices: Rows<OfficeRow>,
    pub(super) vacancies: Rows<VacancyRow>,
    /// For each office its tenures, earliest first.
    pub(super) office_tenures: Rows<Run>,
    pub(super) office_tenure_numbers: Rows<U32>,
    pub(super) organization_ids: Keys,
    pub(super) organizations: Rows<OrganizationRow>,
    pub(super) place_ids: Keys,
    pub(super) places: Rows<PlaceRow>,
    pub(super) renamed: Rows<RenamedRow>,
    pub(super) term_ids: Keys,
    pub(super) terms: Rows<TermRow>,
    pub(super) names: NameTable,
    pub(super) vocabulary: Vocabulary,
    pub(super) name_words: NameWords,
    pub(super) forms: OfficeForms,
}

/// What is stored of [`Knowledge`]: all but its files, whose texts are not.
struct Tables(Knowledge);

macro_rules! tables {
    ($($field:ident),* $(,)?) => {
        impl Stored for Tables {
            fn write(&self, to: &mut Writer) {
                $(self.0.$field.write(to);)*
            }

            fn read(from: &mut Reader) -> Self {
                $(let $field = Stored::read(from);)*
                Tables(Knowledge { files: Vec::new(), $($field),* })
            }
        }
    };
}

tables!(
    texts,
    lists,
    numbers,
    person_ids,
    people,
    tenures,
    role_ids,
    roles,
    office_ids,
    offices,
    vacancies,
    office_tenures,
    office_tenure_numbers,
    organization_ids,
    organizations,
    place_ids,
    places,
    renamed,
    term_ids,
    terms,
    names,
    vocabulary,
    name_words,
    forms,
);

macro_rules! table {
    ($(#[$doc:meta])* $one:ident, $id:ident, $record:ident, $by:ident, $ids:ident) => {
        $(#[$doc])*
        pub fn $one(&self, id: $id) -> $record<'_> {
            $record::new(self, id)
        }

        /// The record with this id.
        pub fn $by(&self, id: &str) -> Option<$id> {
            self.$ids.get(id).map($id)
        }
    };
}

impl Knowledge {
    table!(
        /// A person's record.
        person, PersonId, Person, person_by_id, person_ids
    );
    table!(
        /// An office's record.
        office, OfficeId, Office, office_by_id, office_ids
    );
    table!(
        /// An organization's record.
        organization, OrganizationId, Organization, organization_by_id, organization_ids
    );
    table!(
        /// A place's record.
        place, PlaceId, Place, place_by_id, place_ids
    );
    table!(
        /// A term's record.
        term, TermId, Term, term_by_id, term_ids
    );

    /// The tables, to be kept in the program: all but the files.
    pub fn to_stored(&self) -> Writer {
        let mut writer = Writer::default();
        // a clone of tables of which most are borrowed costs little, and this runs once a build
        Tables(self.clone()).write(&mut writer);
        writer
    }

    /// What [`Knowledge::to_stored`] kept, with its files. Takes the same time for any number of records.
    pub fn from_stored(mut reader: Reader, files: Vec<KnowledgeFile>) -> Knowledge {
        Knowledge { files, ..Tables::read(&mut reader).0 }
    }

    pub(super) fn list(&self, run: Run) -> Texts<'_> {
        Texts::new(&self.texts, &self.lists[run.range()])
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
            self.office_tenure_numbers.len(),
            self.offices.len(),
            self.organizations.len(),
            self.places.len(),
            self.terms.len(),
        ]
    }

    /// All people.
    pub fn people(&self) -> impl Iterator<Item = (PersonId, Person<'_>)> {
        (0..self.people.len() as u32).map(PersonId).map(|id| (id, self.person(id)))
    }

    /// All offices.
    pub fn offices(&self) -> impl Iterator<Item = (OfficeId, Office<'_>)> {
        (0..self.offices.len() as u32).map(OfficeId).map(|id| (id, self.office(id)))
    }

    /// All places.
    pub fn places(&self) -> impl Iterator<Item = (PlaceId, Place<'_>)> {
        (0..self.places.len() as u32).map(PlaceId).map(|id| (id, self.place(id)))
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
    pub fn tenures_of(&self, person: PersonId) -> impl DoubleEndedIterator<Item = Tenure<'_>> + ExactSizeIterator {
        let rows = &self.tenures[self.people[person.index()].tenures.range()];
        rows.iter().map(|row| Tenure::new(self, row))
    }

    /// An office's tenures, earliest first.
    pub fn tenures_in(&self, office: OfficeId) -> impl DoubleEndedIterator<Item = Tenure<'_>> + ExactSizeIterator {
        let numbers = &self.office_tenure_numbers[self.office_tenures[office.index()].range()];
        numbers.iter().map(|n| Tenure::new(self, &self.tenures[n.get() as usize]))
    }

    /// The tenures of a person that run, or may run, on `day`.
    pub fn offices_of(&self, person: PersonId, day: Date) -> impl Iterator<Item = (Tenure<'_>, Certainty)> {
        self.tenures_of(person).map(move |t| (t, t.covers(day))).filter(|(_, c)| *c != Certainty::No)
    }

    /// The tenures of an office that run, or may run, on `day`.
    pub fn holders_of(&self, office: OfficeId, day: Date) -> impl Iterator<Item = (Tenure<'_>, Certainty)> {
        self.tenures_in(office).map(move |t| (t, t.covers(day))).filter(|(_, c)| *c != Certainty::No)
    }

    /// Whether a person holds an office on `day`.
    pub fn holds(&self, person: PersonId, office: OfficeId, day: Date) -> Certainty {
        let running = self.tenures_of(person).filter(|t| t.office == office).map(|t| t.covers(day));
        running.max().unwrap_or(Certainty::No)
    }

    /// The record's place in its file.
    pub fn location(&self, entity: Entity) -> Location {
        match entity {
            Entity::Person(id) => self.person(id).location(),
            Entity::Office(id) => self.office(id).location(),
            Entity::Organization(id) => self.organization(id).location(),
            Entity::Place(id) => self.place(id).location(),
            Entity::Term(id) => self.term(id).location(),
        }
    }

    /// The record's id, as packs and `annotate` print it.
    pub fn id(&self, entity: Entity) -> &str {
        match entity {
            Entity::Person(id) => self.person(id).id(),
            Entity::Office(id) => self.office(id).id(),
            Entity::Organization(id) => self.organization(id).id(),
            Entity::Place(id) => self.place(id).id(),
            Entity::Term(id) => self.term(id).id(),
        }
    }

    /// The name a record goes by.
    pub fn name(&self, entity: Entity) -> &str {
        match entity {
            Entity::Person(id) => self.person(id).name(),
            Entity::Office(id) => self.office(id).title(),
            Entity::Organization(id) => self.organization(id).name(),
            Entity::Place(id) => self.place(id).name(),
            Entity::Term(id) => self.term(id).name(),
        }
    }

    /// The places that contain a place, nearest first, at most eight (a guard against a ring of parents).
    pub fn ancestors(&self, place: PlaceId) -> impl Iterator<Item = PlaceId> {
        let parent = |place: PlaceId| PlaceId::maybe(self.places[place.index()].parent);
        std::iter::successors(parent(place), move |p| parent(*p)).take(8)
    }

    /// Whether `inner` lies in `outer`, or is it.
    pub fn lies_in(&self, inner: PlaceId, outer: PlaceId) -> bool {
        inner == outer || self.ancestors(inner).any(|p| p == outer)
    }

    /// The country a place lies in, or is.
    pub fn country(&self, place: PlaceId) -> Option<PlaceId> {
        std::iter::once(place)
            .chain(self.ancestors(place))
            .find(|p| matches!(self.place(*p).kind(), PlaceKind::Country | PlaceKind::Territory))
    }

    /// How an office is named in full: `Premier of China`, `Director of the General Office of the CPC Central Committee`.
    pub fn office_title(&self, office: OfficeId) -> String {
        let record = self.office(office);
        if record.title().contains(" of ") {
            return record.title().to_owned();
        }
        let place = record.jurisdiction().map(|p| self.place(p));
        let says_little = self.needs_organization(office);
        let of = match (place, record.organization()) {
            (Some(place), Some(_)) if place.kind().is_first_level() || !says_little => with_article(place.name()),
            (_, Some(organization)) => {
                let name = self.organization(organization).name();
                format!("the {}", name.trim_start_matches("the ").trim_start_matches("The "))
            }
            (Some(place), None) => with_article(place.name()),
            (None, None) => return record.title().to_owned(),
        };
        format!("{} of {of}", record.title())
    }

    /// Whether an office's bare title says nothing without the body it is of: "Director", "Member"; not "Premier".
    pub fn needs_organization(&self, office: OfficeId) -> bool {
        let record = self.office(office);
        let head = record.title().rsplit([' ', '-']).next().unwrap_or_default();
        record.organization().is_some()
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
    pub fn order_by_weight(&self, tenures: &mut [Tenure]) {
        tenures.sort_by_key(|t| {
            let office = self.office(t.office);
            let membership = office.title() == "Member";
            (office.rank().unwrap_or(u32::MAX), membership, std::cmp::Reverse(t.from.earliest()))
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
