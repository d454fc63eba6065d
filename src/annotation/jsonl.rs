//! One JSON object an article, one article a line: what `dateline annotate` prints.
//!
//! In: an article's text, what was recognized in it, the knowledge. Out: an [`Annotated`] to serialize. Offsets are Unicode
//! code points of the text as it stands in the file (a byte order mark counts as one), end exclusive.

use serde::Serialize;

use crate::article::Article;
use crate::knowledge::{Entity, Knowledge, PartialDate, PlaceId, PlaceKind};
use crate::recognition::{Mention, MentionKind, Recognition};

/// An annotated article.
#[derive(Debug, Serialize)]
pub struct Annotated<'a> {
    pub path: &'a str,
    pub headline: Option<&'a str>,
    /// The article date, ISO 8601.
    pub date: Option<String>,
    pub mentions: Vec<AnnotatedMention<'a>>,
}

/// One mention. Fields that do not apply to its kind are left out.
#[derive(Debug, Serialize)]
pub struct AnnotatedMention<'a> {
    pub start: usize,
    pub end: usize,
    pub text: &'a str,
    pub kind: &'static str,
    /// The record's id; `null` where there is none. Left out for titles, which have `office`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<Option<&'a str>>,
    /// The canonical name.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub official: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office: Option<Option<&'a str>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holders: Option<Vec<Option<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub holder_names: Option<Vec<&'a str>>,
    /// For each holder the office, where a shared title names several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub offices: Option<Vec<Option<&'a str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lat: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lon: Option<f64>,
    /// A date's day or month, ISO 8601.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<String>,
    #[serde(skip_serializing_if = "is_false")]
    pub demonym: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub quoted: bool,
    #[serde(skip_serializing_if = "is_false")]
    pub anaphor: bool,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "the shape that serde asks for")]
fn is_false(value: &bool) -> bool {
    !value
}

/// Puts an article's mentions into the exchange format.
pub fn annotate<'a>(
    path: &'a str,
    text: &'a str,
    article: &'a Article,
    recognition: &'a Recognition,
    knowledge: &'a Knowledge,
) -> Annotated<'a> {
    let mut points = CodePoints { text, byte: 0, point: 0 };
    let mentions = recognition
        .mentions
        .iter()
        .map(|mention| {
            let start = points.at(mention.span.start);
            // the end may lie past the next mention's start; count from this start, not from there
            let end = start + mention.span.slice(text).chars().count();
            annotated(mention, start, end, text, recognition, knowledge)
        })
        .collect();
    Annotated { path, headline: article.headline(text), date: article.date.map(|d| d.day.to_string()), mentions }
}

/// Counts code points up to ever later bytes, in one pass.
struct CodePoints<'a> {
    text: &'a str,
    byte: usize,
    point: usize,
}

impl CodePoints<'_> {
    fn at(&mut self, byte: usize) -> usize {
        self.point += self.text[self.byte..byte].chars().count();
        self.byte = byte;
        self.point
    }
}

fn annotated<'a>(
    mention: &'a Mention,
    start: usize,
    end: usize,
    text: &'a str,
    recognition: &'a Recognition,
    knowledge: &'a Knowledge,
) -> AnnotatedMention<'a> {
    let mut out = AnnotatedMention {
        start,
        end,
        text: mention.span.slice(text),
        kind: mention.kind.name(),
        entity: Some(mention.entity.map(|e| knowledge.id(e))),
        name: Some(&mention.name),
        official: None,
        office: None,
        holders: None,
        holder_names: None,
        offices: None,
        country: None,
        lat: None,
        lon: None,
        value: None,
        demonym: mention.demonym,
        quoted: mention.quoted,
        anaphor: mention.anaphor,
    };
    match mention.kind {
        MentionKind::Person => out.official = mention.person.map(|p| recognition.people[p].official),
        MentionKind::Place => {
            if let Some(Entity::Place(place)) = mention.entity {
                out.country = country_code(knowledge, place);
                let coordinates = knowledge.place(place).coordinates();
                // records keep single precision; four decimals are eleven meters
                out.lat = coordinates.map(|(lat, _)| (f64::from(lat) * 1e4).round() / 1e4);
                out.lon = coordinates.map(|(_, lon)| (f64::from(lon) * 1e4).round() / 1e4);
            }
        }
        MentionKind::Title => {
            out.office = out.entity.take();
            if let Some(title) = mention.title.map(|t| &recognition.titles[t]) {
                let people = || title.holdings.iter().map(|h| &recognition.people[h.person]);
                out.holders = Some(people().map(|p| p.record.map(|r| knowledge.person(r).id())).collect());
                out.holder_names = Some(people().map(|p| &*p.name).collect());
                let offices: Vec<_> =
                    title.holdings.iter().map(|h| h.offices.first().map(|o| knowledge.office(*o).id())).collect();
                out.offices = (offices.len() > 1 && offices.iter().any(Option::is_some)).then_some(offices);
            }
        }
        MentionKind::Date => {
            out.entity = None;
            out.value = mention.date.and_then(|d| recognition.dates[d].value).map(iso);
        }
        MentionKind::Organization | MentionKind::Term => {}
    }
    out
}

fn iso(date: PartialDate) -> String {
    match date {
        PartialDate::Day(day) => day.to_string(),
        PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
        PartialDate::Year(year) => format!("{year:04}"),
    }
}

fn country_code(knowledge: &Knowledge, place: PlaceId) -> Option<&str> {
    let country = knowledge.country(place)?;
    let record = knowledge.place(country);
    (matches!(record.kind(), PlaceKind::Country | PlaceKind::Territory) && record.id().len() == 2)
        .then_some(record.id())
}
