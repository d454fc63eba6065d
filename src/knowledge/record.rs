//! The records in force, checked: people, tenures, offices, organizations, places, terms.
//!
//! A record refers to another by a small number that is only good within its [`Knowledge`](super::Knowledge); a reference
//! that led nowhere was reported and dropped before a record came here.

use jiff::civil::Date;

use super::date::{Certainty, PartialDate, covers};
pub use super::file::{NameOrder, Status};

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
    /// A tenure of one `Knowledge`.
    TenureId
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

/// A human being.
#[derive(Clone, Debug)]
pub struct Person {
    pub id: Box<str>,
    pub name: Box<str>,
    pub native: Option<Box<str>>,
    pub name_order: NameOrder,
    pub aliases: Box<[Box<str>]>,
    pub wikidata: Option<Box<str>>,
    pub location: Location,
}

impl Person {
    /// The surname as printed: the first word of the name where the family name comes first, else the last.
    pub fn surname(&self) -> &str {
        match self.name_order {
            NameOrder::FamilyFirst => self.name.split(' ').next().unwrap_or(&self.name),
            NameOrder::GivenFirst => self.name.rsplit(' ').next().unwrap_or(&self.name),
        }
    }
}

/// A person in an office from a day until a day.
#[derive(Clone, Debug)]
pub struct Tenure {
    pub person: PersonId,
    pub office: OfficeId,
    pub from: PartialDate,
    pub to: Option<PartialDate>,
    pub acting: bool,
    /// Whether it rests on an outside source.
    pub checked: bool,
    pub sources: Box<[Box<str>]>,
    pub location: Location,
}

impl Tenure {
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

/// A position that people hold.
#[derive(Clone, Debug)]
pub struct Office {
    pub id: Box<str>,
    /// The bare title, as printed before a name: `Premier`.
    pub title: Box<str>,
    pub organization: Option<OrganizationId>,
    pub jurisdiction: Option<PlaceId>,
    /// How many people hold it at once, where that is fixed.
    pub seats: Option<u32>,
    /// From this day on every holder is recorded.
    pub roster_since: Option<PartialDate>,
    pub rank: Option<u32>,
    pub location: Location,
}

/// A body, as named.
#[derive(Clone, Debug)]
pub struct Organization {
    pub id: Box<str>,
    pub name: Box<str>,
    pub native: Option<Box<str>>,
    pub abbreviations: Box<[Box<str>]>,
    pub kind: Option<Box<str>>,
    pub parent: Option<OrganizationId>,
    pub jurisdiction: Option<PlaceId>,
    pub wikidata: Option<Box<str>>,
    pub sources: Box<[Box<str>]>,
    pub location: Location,
}

/// A place, as named.
#[derive(Clone, Debug)]
pub struct Place {
    pub id: Box<str>,
    pub name: Box<str>,
    pub native: Option<Box<str>>,
    pub kind: PlaceKind,
    pub parent: Option<PlaceId>,
    /// For a region: the places it takes in.
    pub within: Box<[PlaceId]>,
    /// For a province: the words newspapers put before its country ("central China's Hunan").
    pub regions: Box<[Box<str>]>,
    pub capital: Option<PlaceId>,
    /// Degrees north and east.
    pub coordinates: Option<(f32, f32)>,
    pub population: u64,
    /// GeoNames' number, where the id is not already that.
    pub geonames: Option<u32>,
    pub wikidata: Option<Box<str>>,
    pub sources: Box<[Box<str>]>,
    pub location: Location,
}

/// What kind of place it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// A set phrase of official news.
#[derive(Clone, Debug)]
pub struct Term {
    pub id: Box<str>,
    pub name: Box<str>,
    pub gloss: Box<str>,
    pub sources: Box<[Box<str>]>,
    pub location: Location,
}
