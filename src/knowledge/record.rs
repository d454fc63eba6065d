//! The records in force, checked: people, tenures, offices, organizations, places, terms.
//!
//! A record refers to another by a small number that is only good within its [`Knowledge`]; a reference that led nowhere was
//! reported and dropped before a record came here. What is kept are flat rows; [`Person`] and its like read them where they lie.

use jiff::civil::Date;
use zerocopy::little_endian::{F32, U32, U64};
use zerocopy::{FromBytes, Immutable, IntoBytes, KnownLayout, Unaligned};

use super::Knowledge;
use super::date::{Certainty, PartialDate, covers};
pub use super::file::{NameOrder, Status};
use super::stored::{Maybe, Run, Text, Texts};

macro_rules! number {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub(super) u32);

        impl $name {
            /// Its place in the table of its kind.
            pub fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}

number! {
    /// A person of one `Knowledge`.
    PersonId
}
number! {
    /// An office of one `Knowledge`.
    OfficeId
}
number! {
    /// An organization of one `Knowledge`.
    OrganizationId
}
number! {
    /// A place of one `Knowledge`.
    PlaceId
}
number! {
    /// A term of one `Knowledge`.
    TermId
}

impl OrganizationId {
    fn maybe(number: Maybe) -> Option<OrganizationId> {
        number.get().map(OrganizationId)
    }
}

impl PlaceId {
    pub(super) fn maybe(number: Maybe) -> Option<PlaceId> {
        number.get().map(PlaceId)
    }
}

/// What a mention can refer to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Entity {
    Person(PersonId),
    Office(OfficeId),
    Organization(OrganizationId),
    Place(PlaceId),
    Term(TermId),
}

/// Where a record stands: a file of the knowledge and a place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Location {
    /// Index in [`Knowledge::files`](super::Knowledge::files).
    pub file: u16,
    /// Line of the record's id, from 0.
    pub line: u32,
    /// First byte of the id in the file.
    pub start: u32,
    /// Its end, exclusive.
    pub end: u32,
}

/// A [`Location`], as it is stored.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(super) struct LocationRow {
    file: U32,
    line: U32,
    start: U32,
    end: U32,
}

impl From<Location> for LocationRow {
    fn from(location: Location) -> LocationRow {
        let Location { file, line, start, end } = location;
        LocationRow { file: u32::from(file).into(), line: line.into(), start: start.into(), end: end.into() }
    }
}

impl LocationRow {
    fn get(self) -> Location {
        let LocationRow { file, line, start, end } = self;
        Location { file: file.get() as u16, line: line.get(), start: start.get(), end: end.get() }
    }
}

/// A record as it is stored: rows without padding, of which a view reads the fields.
macro_rules! record {
    ($(#[$doc:meta])* $name:ident($id:ident), $ids:ident, $rows:ident, $row:ident { $($field:ident: $type:ty,)* }) => {
        #[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
        #[repr(C)]
        pub(super) struct $row {
            $(pub $field: $type,)*
            pub location: LocationRow,
        }

        $(#[$doc])*
        #[derive(Clone, Copy)]
        pub struct $name<'k> {
            knowledge: &'k Knowledge,
            number: $id,
            row: &'k $row,
        }

        impl<'k> $name<'k> {
            pub(super) fn new(knowledge: &'k Knowledge, number: $id) -> $name<'k> {
                $name { knowledge, number, row: &knowledge.$rows[number.index()] }
            }

            /// The record's id, as packs and `annotate` print it.
            pub fn id(self) -> &'k str {
                self.knowledge.$ids.key(self.number.0)
            }

            /// The record's place in its file.
            pub fn location(self) -> Location {
                self.row.location.get()
            }
        }
    };
}

/// Fields that read alike in several kinds of record.
macro_rules! texts {
    ($name:ident: $($(#[$doc:meta])* $field:ident $as:ident,)*) => {
        impl<'k> $name<'k> {
            $(texts!(@ $(#[$doc])* $field $as);)*
        }
    };
    (@ $(#[$doc:meta])* $field:ident text) => {
        $(#[$doc])*
        pub fn $field(self) -> &'k str {
            self.knowledge.texts.get(self.row.$field)
        }
    };
    (@ $(#[$doc:meta])* $field:ident maybe) => {
        $(#[$doc])*
        pub fn $field(self) -> Option<&'k str> {
            self.knowledge.texts.get_some(self.row.$field)
        }
    };
    (@ $(#[$doc:meta])* $field:ident list) => {
        $(#[$doc])*
        pub fn $field(self) -> Texts<'k> {
            self.knowledge.list(self.row.$field)
        }
    };
}

record! {
    /// A human being.
    Person(PersonId), person_ids, people, PersonRow {
        name: Text,
        native: Text,
        aliases: Run,
        wikidata: Text,
        family_first: u8,
        tenures: Run,
    }
}

texts! { Person:
    /// The name, as printed.
    name text,
    /// The name in its own script.
    native maybe,
    /// Other full spellings in print.
    aliases list,
    /// The item's number, with its Q.
    wikidata maybe,
}

impl<'k> Person<'k> {
    /// Which part of the name comes first.
    pub fn name_order(self) -> NameOrder {
        if self.row.family_first == 1 { NameOrder::FamilyFirst } else { NameOrder::GivenFirst }
    }

    /// The surname as printed: the first word of the name where the family name comes first, else the last.
    pub fn surname(self) -> &'k str {
        let name = self.name();
        match self.name_order() {
            NameOrder::FamilyFirst => name.split(' ').next().unwrap_or(name),
            NameOrder::GivenFirst => name.rsplit(' ').next().unwrap_or(name),
        }
    }
}

#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(super) struct TenureRow {
    pub person: U32,
    pub office: U32,
    pub from: Maybe,
    pub to: Maybe,
    pub acting: u8,
    pub checked: u8,
    pub sources: Run,
    pub location: LocationRow,
}

/// A person in an office from a day until a day.
#[derive(Clone, Copy, Debug)]
pub struct Tenure<'k> {
    pub person: PersonId,
    pub office: OfficeId,
    pub from: PartialDate,
    pub to: Option<PartialDate>,
    pub acting: bool,
    /// Whether it rests on an outside source.
    pub checked: bool,
    pub sources: Texts<'k>,
    pub location: Location,
}

impl<'k> Tenure<'k> {
    pub(super) fn new(knowledge: &'k Knowledge, row: &TenureRow) -> Tenure<'k> {
        Tenure {
            person: PersonId(row.person.get()),
            office: OfficeId(row.office.get()),
            from: PartialDate::stored(row.from).unwrap_or(PartialDate::Year(0)),
            to: PartialDate::stored(row.to),
            acting: row.acting == 1,
            checked: row.checked == 1,
            sources: knowledge.list(row.sources),
            location: row.location.get(),
        }
    }

    /// Whether the tenure runs on `day`.
    pub fn covers(&self, day: Date) -> Certainty {
        covers(self.from, self.to, day)
    }

    /// `since 11 March 2023`, `from 15 March 2013 to 11 March 2023`.
    pub fn dates(&self) -> String {
        match self.to {
            None => format!("since {}", self.from),
            Some(to) => format!("from {} to {to}", self.from),
        }
    }
}

/// What offices of one kind share.
#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(super) struct RoleRow {
    pub titles: Run,
}

record! {
    /// A position that people hold.
    Office(OfficeId), office_ids, offices, OfficeRow {
        titles: Run,
        role: Maybe,
        organization: Maybe,
        jurisdiction: Maybe,
        seats: Maybe,
        roster_since: Maybe,
        rank: Maybe,
        from: Maybe,
        to: Maybe,
        vacancies: Run,
    }
}

impl<'k> Office<'k> {
    /// The bare title, as printed before a name: `Premier`.
    pub fn title(self) -> &'k str {
        self.knowledge.list(self.row.titles).first().unwrap_or_default()
    }

    /// The ways in which the title is written, the bare one first, those of its role last.
    pub fn titles(self) -> impl Iterator<Item = &'k str> {
        let role = self.row.role.get().map_or(Run::default(), |r| self.knowledge.roles[r as usize].titles);
        self.knowledge.list(self.row.titles).iter().chain(self.knowledge.list(role).iter())
    }

    /// The body it is of.
    pub fn organization(self) -> Option<OrganizationId> {
        OrganizationId::maybe(self.row.organization)
    }

    /// The place it is of.
    pub fn jurisdiction(self) -> Option<PlaceId> {
        PlaceId::maybe(self.row.jurisdiction)
    }

    /// How many people hold it at once, where that is fixed.
    pub fn seats(self) -> Option<u32> {
        self.row.seats.get()
    }

    /// From this day on every holder is recorded.
    pub fn roster_since(self) -> Option<PartialDate> {
        PartialDate::stored(self.row.roster_since)
    }

    /// Its place in the order of offices, 1 the highest.
    pub fn rank(self) -> Option<u32> {
        self.row.rank.get()
    }

    /// When the office was created, where that matters.
    pub fn from(self) -> Option<PartialDate> {
        PartialDate::stored(self.row.from)
    }

    /// When it was abolished.
    pub fn to(self) -> Option<PartialDate> {
        PartialDate::stored(self.row.to)
    }

    /// The stretches in which nobody held it.
    pub fn vacancies(self) -> impl ExactSizeIterator<Item = Vacancy<'k>> {
        let knowledge = self.knowledge;
        knowledge.vacancies[self.row.vacancies.range()].iter().map(|row| Vacancy::new(knowledge, row))
    }
}

#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(super) struct VacancyRow {
    pub from: Maybe,
    pub to: Maybe,
    pub why: Text,
    pub sources: Run,
}

/// A stretch in which nobody held an office.
#[derive(Clone, Copy, Debug)]
pub struct Vacancy<'k> {
    pub from: PartialDate,
    pub to: Option<PartialDate>,
    /// Why, in one line.
    pub why: &'k str,
    pub sources: Texts<'k>,
}

impl<'k> Vacancy<'k> {
    fn new(knowledge: &'k Knowledge, row: &VacancyRow) -> Vacancy<'k> {
        Vacancy {
            from: PartialDate::stored(row.from).unwrap_or(PartialDate::Year(0)),
            to: PartialDate::stored(row.to),
            why: knowledge.texts.get(row.why),
            sources: knowledge.list(row.sources),
        }
    }
}

record! {
    /// A body, as named.
    Organization(OrganizationId), organization_ids, organizations, OrganizationRow {
        name: Text,
        native: Text,
        abbreviations: Run,
        aliases: Run,
        former: Run,
        kind: Text,
        parent: Maybe,
        jurisdiction: Maybe,
        wikidata: Text,
        sources: Run,
    }
}

texts! { Organization:
    /// The name it goes by.
    name text,
    /// The name in its own script.
    native maybe,
    /// Short forms in capitals.
    abbreviations list,
    /// Other names in use.
    aliases list,
    /// Names no longer used.
    former list,
    /// What kind of body it is, in one word of the pack's.
    kind maybe,
    /// The item's number, with its Q.
    wikidata maybe,
    sources list,
}

impl Organization<'_> {
    /// The body it is part of.
    pub fn parent(self) -> Option<OrganizationId> {
        OrganizationId::maybe(self.row.parent)
    }

    /// The place it is of.
    pub fn jurisdiction(self) -> Option<PlaceId> {
        PlaceId::maybe(self.row.jurisdiction)
    }
}

record! {
    /// A place, as named.
    Place(PlaceId), place_ids, places, PlaceRow {
        name: Text,
        native: Text,
        kind: u8,
        common: u8,
        aliases: Run,
        former: Run,
        demonyms: Run,
        renamed: Run,
        parent: Maybe,
        within: Run,
        regions: Run,
        capital: Maybe,
        lat: F32,
        lon: F32,
        population: U64,
        geonames: Maybe,
        wikidata: Text,
        sources: Run,
    }
}

texts! { Place:
    /// The name, without the generic word.
    name text,
    /// The name in its own script.
    native maybe,
    /// Other names in use.
    aliases list,
    /// Names no longer used, or not preferred.
    former list,
    /// Adjectives and nouns for what belongs to it.
    demonyms list,
    /// For a province: the words newspapers put before its country ("central China's Hunan").
    regions list,
    /// The item's number, with its Q.
    wikidata maybe,
    sources list,
}

impl<'k> Place<'k> {
    /// What kind of place it is.
    pub fn kind(self) -> PlaceKind {
        PlaceKind::ALL[self.row.kind as usize]
    }

    /// What its name mostly is in print, where that is not the place.
    pub fn common(self) -> Option<Common> {
        Common::stored(self.row.common)
    }

    /// The next larger place that contains it.
    pub fn parent(self) -> Option<PlaceId> {
        PlaceId::maybe(self.row.parent)
    }

    /// For a region: the places it takes in.
    pub fn within(self) -> impl ExactSizeIterator<Item = PlaceId> + 'k {
        self.knowledge.numbers[self.row.within.range()].iter().map(|n| PlaceId(n.get()))
    }

    /// Its seat of government.
    pub fn capital(self) -> Option<PlaceId> {
        PlaceId::maybe(self.row.capital)
    }

    /// Degrees north and east.
    pub fn coordinates(self) -> Option<(f32, f32)> {
        let (lat, lon) = (self.row.lat.get(), self.row.lon.get());
        (!lat.is_nan()).then_some((lat, lon))
    }

    /// How many people live there; 0 where it is not known.
    pub fn population(self) -> u64 {
        self.row.population.get()
    }

    /// GeoNames' number, where the id is not already that.
    pub fn geonames(self) -> Option<u32> {
        self.row.geonames.get()
    }

    /// Earlier official names, each with the last day, month or year of it.
    pub fn renamed(self) -> impl ExactSizeIterator<Item = (&'k str, PartialDate)> {
        let knowledge = self.knowledge;
        knowledge.renamed[self.row.renamed.range()]
            .iter()
            .map(|r| (knowledge.texts.get(r.name), PartialDate::stored(r.until).unwrap_or(PartialDate::Year(0))))
    }
}

#[derive(Clone, Copy, Debug, FromBytes, IntoBytes, Immutable, KnownLayout, Unaligned)]
#[repr(C)]
pub(super) struct RenamedRow {
    pub name: Text,
    pub until: Maybe,
}

/// What a place's name mostly is in print, where that is not the place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Common {
    /// An English word: "Reading".
    Word,
    /// A given name or surname: "Jackson".
    Name,
}

impl Common {
    /// Reads the word of a pack.
    pub fn parse(text: &str) -> Option<Common> {
        match text {
            "word" => Some(Common::Word),
            "name" => Some(Common::Name),
            _ => None,
        }
    }

    pub(super) fn store(common: Option<Common>) -> u8 {
        match common {
            None => 0,
            Some(Common::Word) => 1,
            Some(Common::Name) => 2,
        }
    }

    fn stored(number: u8) -> Option<Common> {
        match number {
            1 => Some(Common::Word),
            2 => Some(Common::Name),
            _ => None,
        }
    }
}

record! {
    /// A set phrase of official news.
    Term(TermId), term_ids, terms, TermRow {
        name: Text,
        aliases: Run,
        gloss: Text,
        sources: Run,
    }
}

texts! { Term:
    /// The phrase.
    name text,
    /// Other wordings of it.
    aliases list,
    /// What it means, in one line.
    gloss text,
    sources list,
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum PlaceKind {
    Country,
    Territory,
    Province,
    Municipality,
    AutonomousRegion,
    SpecialRegion,
    State,
    Prefecture,
    City,
    County,
    District,
    Continent,
    Region,
    River,
    Lake,
    Sea,
    Strait,
    Mountain,
    Island,
    Other,
}

impl PlaceKind {
    /// All kinds, in the order of their numbers.
    pub(super) const ALL: [PlaceKind; 20] = [
        PlaceKind::Country,
        PlaceKind::Territory,
        PlaceKind::Province,
        PlaceKind::Municipality,
        PlaceKind::AutonomousRegion,
        PlaceKind::SpecialRegion,
        PlaceKind::State,
        PlaceKind::Prefecture,
        PlaceKind::City,
        PlaceKind::County,
        PlaceKind::District,
        PlaceKind::Continent,
        PlaceKind::Region,
        PlaceKind::River,
        PlaceKind::Lake,
        PlaceKind::Sea,
        PlaceKind::Strait,
        PlaceKind::Mountain,
        PlaceKind::Island,
        PlaceKind::Other,
    ];

    /// Reads the kind's name in a pack.
    pub fn parse(text: &str) -> Option<PlaceKind> {
        Some(match text {
            "country" => PlaceKind::Country,
            "territory" => PlaceKind::Territory,
            "province" => PlaceKind::Province,
            "municipality" => PlaceKind::Municipality,
            "autonomous-region" => PlaceKind::AutonomousRegion,
            "special-region" => PlaceKind::SpecialRegion,
            "state" => PlaceKind::State,
            "prefecture" => PlaceKind::Prefecture,
            "city" => PlaceKind::City,
            "county" => PlaceKind::County,
            "district" => PlaceKind::District,
            "continent" => PlaceKind::Continent,
            "region" => PlaceKind::Region,
            "river" => PlaceKind::River,
            "lake" => PlaceKind::Lake,
            "sea" | "ocean" | "bay" | "gulf" => PlaceKind::Sea,
            "strait" => PlaceKind::Strait,
            "mountain" => PlaceKind::Mountain,
            "island" => PlaceKind::Island,
            "other" => PlaceKind::Other,
            _ => return None,
        })
    }

    /// As a reader says it.
    pub fn noun(self) -> &'static str {
        match self {
            PlaceKind::Country => "country",
            PlaceKind::Territory => "territory",
            PlaceKind::Province => "province",
            PlaceKind::Municipality => "municipality",
            PlaceKind::AutonomousRegion => "autonomous region",
            PlaceKind::SpecialRegion => "special administrative region",
            PlaceKind::State => "state",
            PlaceKind::Prefecture => "prefecture",
            PlaceKind::City => "city",
            PlaceKind::County => "county",
            PlaceKind::District => "district",
            PlaceKind::Continent => "continent",
            PlaceKind::Region => "region",
            PlaceKind::River => "river",
            PlaceKind::Lake => "lake",
            PlaceKind::Sea => "sea",
            PlaceKind::Strait => "strait",
            PlaceKind::Mountain => "mountain",
            PlaceKind::Island => "island",
            PlaceKind::Other => "place",
        }
    }

    /// The generic words that may follow the name of such a place and belong to its form, not to its name:
    /// the `Province` of `Hunan Province`. Lower-case.
    pub fn generic_words(self) -> &'static [&'static str] {
        match self {
            PlaceKind::Province => &["province"],
            PlaceKind::Municipality => &["municipality", "city"],
            PlaceKind::AutonomousRegion | PlaceKind::SpecialRegion => &["autonomous region", "region"],
            PlaceKind::State => &["state"],
            PlaceKind::Prefecture => &["prefecture", "city", "region"],
            PlaceKind::City => &["city", "municipality"],
            PlaceKind::County => &["county"],
            PlaceKind::District => &["district"],
            _ => &[],
        }
    }

    /// Whether such a place is the first level under a country.
    pub fn is_first_level(self) -> bool {
        matches!(
            self,
            PlaceKind::Province
                | PlaceKind::Municipality
                | PlaceKind::AutonomousRegion
                | PlaceKind::SpecialRegion
                | PlaceKind::State
        )
    }
}
