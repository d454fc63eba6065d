//! What recognition finds: mentions, the people of an article, who is given which title, and what stands beside what.
//!
//! Spans are bytes of the whole text. Mentions are in text order; a longer one comes before the shorter ones inside it.

use jiff::civil::{Date, Weekday};

use crate::knowledge::{Entity, OfficeId, PartialDate, PersonId, PlaceId, Status};
use crate::text::Span;

/// What kind of thing a mention names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MentionKind {
    Person,
    Title,
    Place,
    Organization,
    Date,
    Term,
}

impl MentionKind {
    /// As `annotate` prints it.
    pub fn name(self) -> &'static str {
        match self {
            MentionKind::Person => "person",
            MentionKind::Title => "title",
            MentionKind::Place => "place",
            MentionKind::Organization => "organization",
            MentionKind::Date => "date",
            MentionKind::Term => "term",
        }
    }
}

/// Why a mention was taken for what it is, or linked to its record. Shown in hovers and as evidence.
#[derive(Clone, Debug, PartialEq)]
pub enum Reason {
    /// The words are the record's name.
    Name,
    /// The words are another name or spelling of the record.
    Alias,
    /// The surname of someone the article names in full, there.
    SurnameOf(Span),
    /// The surname of an office's holder on the article date, though the article never gives the full name.
    SurnameOfHolder(OfficeId),
    /// A capitalized name right after this title.
    AfterTitle(Span),
    /// A capitalized name that this title follows in apposition.
    BeforeTitle(Span),
    /// A capitalized name in a list of people.
    AmongPeople,
    /// A capitalized name after an honorific.
    AfterHonorific,
    /// Named in a credit.
    Credit,
    /// Of several people of the name, the one in office on the article date.
    InOfficeOnDate,
    /// Stands right before the name.
    TitleBefore,
    /// Follows the name in apposition.
    TitleAfter,
    /// Stands before the name, between commas.
    TitleInverted,
    /// Said of the person with a verb.
    TitleSaid,
    /// Said of the people of the sentence before: "They are all ...".
    TitleOfThey,
    /// The one person whom the article gives this title.
    TitleStandsFor(Span),
    /// Of several places of the name, one that lies in the place named beside it.
    LiesIn(PlaceId),
    /// Of several places of the name, one in a country that the article names.
    InNamedCountry(PlaceId),
    /// Of several places of the name, the largest.
    Largest,
    /// Written in the text.
    Written,
    /// The year is that of the day nearest to the article date.
    NearestToArticle,
    /// The last such weekday up to the article date.
    LastBeforeArticle,
    /// The next such weekday from the article date on.
    NextAfterArticle,
}

/// A span of an article that refers to a record, or to someone without one.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    pub span: Span,
    pub kind: MentionKind,
    /// The record, where there is one. For a title the office, when it is certain.
    pub entity: Option<Entity>,
    /// The canonical name; for someone without a record the fullest name in the article.
    pub name: Box<str>,
    /// For a person: who of the article's people, an index in [`Recognition::people`].
    pub person: Option<usize>,
    /// For a title: an index in [`Recognition::titles`].
    pub title: Option<usize>,
    /// For a date: an index in [`Recognition::dates`].
    pub date: Option<usize>,
    /// Stands inside quotation marks.
    pub quoted: bool,
    /// A place named by its adjective.
    pub demonym: bool,
    /// A title that stands for the person.
    pub anaphor: bool,
    /// Why.
    pub reasons: Vec<Reason>,
}

/// One of the people an article names.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticlePerson {
    /// The record, where there is one.
    pub record: Option<PersonId>,
    /// The canonical name, or the fullest in the article.
    pub name: Box<str>,
    /// Whether a record or a title of the article makes the person an official.
    pub official: bool,
    /// The mentions, as indices, in text order.
    pub mentions: Vec<usize>,
}

/// How a title is tied to its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tie {
    /// `Premier Li Qiang`
    Before,
    /// `Li Qiang, premier,`
    After,
    /// `the premier, Li Qiang,`
    Inverted,
    /// `Li Qiang is the premier`
    Said,
    /// `Li Qiang was the premier`
    SaidOfThePast,
    /// `They are all members`
    They,
}

/// A person given a title.
#[derive(Clone, Debug, PartialEq)]
pub struct Holding {
    /// Index in [`Recognition::people`].
    pub person: usize,
    /// The mention of the person that the title is tied to, an index.
    pub mention: usize,
    /// How it is tied.
    pub tie: Tie,
    /// The offices that the title can mean for this person, best first; empty where it names none that is known.
    pub offices: Vec<OfficeId>,
    /// The place that "respectively" pairs the person with, as an index of a mention.
    pub paired_place: Option<usize>,
    /// Whether "respectively" pairs the list that the person is in, whatever came of it.
    pub in_pairing: bool,
}

/// A title that the article gives to someone.
#[derive(Clone, Debug, PartialEq)]
pub struct TitleMention {
    /// Index in [`Recognition::mentions`].
    pub mention: usize,
    /// `former`, `acting`, ...
    pub status: Option<Status>,
    /// The folded words from the first modifier to the head: `vice premier`.
    pub core: Box<str>,
    /// Whether the title itself names its jurisdiction.
    pub has_jurisdiction: bool,
    /// Whether it says what it is of.
    pub has_complement: bool,
    /// Said of several people.
    pub plural: bool,
    /// Who.
    pub holdings: Vec<Holding>,
}

/// A date as written, and the day it means.
#[derive(Clone, Debug, PartialEq)]
pub struct DateMention {
    /// Index in [`Recognition::mentions`].
    pub mention: usize,
    /// What it means, where that can be told.
    pub value: Option<PartialDate>,
    /// The weekday written beside the date, and where.
    pub weekday: Option<(Weekday, Span)>,
    /// The day of the month as written, and where, even if there is no such day.
    pub day: Option<(i8, Span)>,
    /// 1 to 12.
    pub month: Option<i8>,
    /// As written.
    pub year: Option<i16>,
}

impl DateMention {
    /// The civil day, where it is known to the day.
    pub fn civil_day(&self) -> Option<Date> {
        match self.value {
            Some(PartialDate::Day(day)) => Some(day),
            _ => None,
        }
    }
}

/// `Changsha, central China's Hunan Province`: a place said to lie in another.
#[derive(Clone, Debug, PartialEq)]
pub struct Containment {
    /// The mention of the smaller place.
    pub inner: usize,
    /// The mention of the larger place.
    pub outer: usize,
    /// All places that the smaller one's name can mean.
    pub candidates: Vec<PlaceId>,
    /// From the smaller to the larger, with the generic word.
    pub span: Span,
}

/// `central China's Hunan`: a province with its part of the country.
#[derive(Clone, Debug, PartialEq)]
pub struct RegionPhrase {
    /// The compass word: `central`.
    pub compass: Span,
    /// The mention of the province.
    pub place: usize,
}

/// Two lists that "respectively" pairs.
#[derive(Clone, Debug, PartialEq)]
pub struct Respectively {
    /// The word itself.
    pub word: Span,
    /// The elements of the list that comes first in the text.
    pub first: Vec<ListElement>,
    /// The elements of the other.
    pub second: Vec<ListElement>,
    /// The title that stands between, an index in [`Recognition::titles`].
    pub title: Option<usize>,
}

/// An element of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct ListElement {
    /// Its words.
    pub span: Span,
    /// The mention it is, as an index, where it is one.
    pub mention: Option<usize>,
}

/// All that was recognized in an article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Recognition {
    pub mentions: Vec<Mention>,
    pub people: Vec<ArticlePerson>,
    pub titles: Vec<TitleMention>,
    pub dates: Vec<DateMention>,
    pub containments: Vec<Containment>,
    pub regions: Vec<RegionPhrase>,
    pub respectively: Vec<Respectively>,
}

impl Recognition {
    /// The innermost mention that holds or touches a byte offset.
    pub fn mention_at(&self, offset: usize) -> Option<(usize, &Mention)> {
        let holding = self.mentions.iter().enumerate().filter(|(_, m)| m.span.touches(offset));
        holding.min_by_key(|(_, m)| (!m.span.contains(offset), m.span.len()))
    }

    /// The mentions of a record, in text order.
    pub fn mentions_of(&self, entity: Entity) -> impl Iterator<Item = (usize, &Mention)> {
        self.mentions.iter().enumerate().filter(move |(_, m)| m.entity == Some(entity))
    }
}
