//! What is known of what stands under the cursor, as of the article's date.
//!
//! A [`Card`] is text for people in the plainest structure that both Markdown and plain text can show: a heading, and
//! labeled lines under it.

use jiff::civil::Date;

use super::references;
use crate::corpus::{ArticleKey, Entry, Snapshot};
use crate::knowledge::{
    Certainty, Entity, Knowledge, OfficeId, OrganizationId, PartialDate, PersonId, PlaceId, Tenure, TermId, Texts,
    long_date, weekday_name,
};
use crate::recognition::{Mention, MentionKind, Reason};
use crate::text::{Span, thousands};

/// A hover: where, and what to show.
#[derive(Clone, Debug, PartialEq)]
pub struct Hover {
    pub span: Span,
    pub card: Card,
}

/// What to show.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// The name, and the native name beside it.
    pub heading: String,
    pub subheading: String,
    /// Label and texts, one or several.
    pub lines: Vec<(String, Vec<String>)>,
}

impl Card {
    fn line(&mut self, label: impl Into<String>, text: impl Into<String>) {
        self.lines.push((label.into(), vec![text.into()]));
    }

    fn list(&mut self, label: impl Into<String>, texts: impl IntoIterator<Item = String>) {
        let texts: Vec<String> = texts.into_iter().collect();
        if !texts.is_empty() {
            self.lines.push((label.into(), texts));
        }
    }

    /// For clients that show Markdown: one line a label, several texts as a list.
    pub fn markdown(&self) -> String {
        let mut out = format!("**{}**", escaped(&self.heading));
        if !self.subheading.is_empty() {
            out += &format!(" {}", escaped(&self.subheading));
        }
        out += "\n";
        let mut apart = true;
        for (label, texts) in &self.lines {
            out += if apart { "\n" } else { "  \n" };
            match &texts[..] {
                [one] => {
                    out += &format!("*{label}:* {}", escaped(one));
                    apart = false;
                }
                several => {
                    out += &format!("*{label}:*\n");
                    several.iter().for_each(|text| out += &format!("- {}\n", escaped(text)));
                    apart = true;
                }
            }
        }
        out.trim_end().to_owned()
    }

    /// For clients that do not.
    pub fn plain(&self) -> String {
        let mut out = self.heading.clone();
        if !self.subheading.is_empty() {
            out += &format!(" {}", self.subheading);
        }
        for (label, texts) in &self.lines {
            match &texts[..] {
                [one] => out += &format!("\n{label}: {one}"),
                several => {
                    out += &format!("\n{label}:");
                    several.iter().for_each(|text| out += &format!("\n  {text}"));
                }
            }
        }
        out
    }
}

/// Keeps names and addresses from being read as markup. Addresses stay whole, so that clients make links of them.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for (n, word) in text.split(' ').enumerate() {
        if n > 0 {
            out.push(' ');
        }
        if word.contains("://") {
            out += word;
            continue;
        }
        for c in word.chars() {
            if matches!(c, '*' | '_' | '`' | '[' | ']' | '<' | '>' | '\\' | '#' | '|') {
                out.push('\\');
            }
            out.push(c);
        }
    }
    out
}

/// How many tenures before and after the day a hover names.
const AROUND: usize = 3;

/// The hover at a place of an article.
pub fn hover(snapshot: &Snapshot, key: &ArticleKey, offset: usize) -> Option<Hover> {
    let entry = snapshot.entry(key)?;
    let (_, mention) = entry.recognition.mention_at(offset)?;
    let knowledge = &snapshot.knowledge;
    let day = entry.article.date.map(|d| d.day);
    let mut card = match mention.entity {
        Some(entity) => record_card(knowledge, entity, day),
        None => Card { heading: mention.name.to_string(), ..Card::default() },
    };
    match mention.kind {
        MentionKind::Title => title_lines(&mut card, entry, mention, knowledge, day),
        MentionKind::Date => date_card(&mut card, entry, mention),
        MentionKind::Person if mention.entity.is_none() => {
            card.line("Record", "none; the name is read from the article alone");
        }
        _ => {}
    }
    if let Some(entity) = mention.entity {
        let here = entry.mentions_of(entity).count();
        let (all, articles) = references::count(snapshot, entity);
        card.line("Named", format!("{} here, {} in the corpus", times(here), in_articles(all, articles)));
    }
    let reasons: Vec<String> = mention.reasons.iter().map(|r| reason(r, entry, knowledge)).collect();
    let dates_the_article = entry.article.date.and_then(|d| d.span).is_some_and(|s| s.contains_span(mention.span));
    // how the article's own date is known has been said already
    let says_nothing_new = mention.kind == MentionKind::Date && dates_the_article;
    if !reasons.is_empty() && !says_nothing_new {
        card.line("Linked", reasons.join("; "));
    }
    if let Some(entity) = mention.entity {
        sources(&mut card, knowledge, entity, day);
    }
    Some(Hover { span: mention.span, card })
}

fn times(n: usize) -> String {
    if n == 1 { "once".to_owned() } else { format!("{n} times") }
}

fn in_articles(mentions: usize, articles: usize) -> String {
    let noun = if articles == 1 { "article" } else { "articles" };
    format!("{} ({articles} {noun})", times(mentions))
}

/// What is known of a record on a day; without a day, of all days.
pub fn record_card(knowledge: &Knowledge, entity: Entity, day: Option<Date>) -> Card {
    match entity {
        Entity::Person(id) => person_card(knowledge, id, day),
        Entity::Office(id) => office_card(knowledge, id, day),
        Entity::Organization(id) => organization_card(knowledge, id),
        Entity::Place(id) => place_card(knowledge, id, day),
        Entity::Term(id) => term_card(knowledge, id),
    }
}

fn office_dates(knowledge: &Knowledge, tenure: &Tenure) -> String {
    let acting = if tenure.acting { ", acting" } else { "" };
    let unchecked = if tenure.checked { "" } else { " (not yet checked)" };
    format!("{}{acting}, {}{unchecked}", knowledge.office_title(tenure.office), tenure.dates())
}

fn person_card(knowledge: &Knowledge, id: PersonId, day: Option<Date>) -> Card {
    let person = knowledge.person(id);
    let mut card = Card {
        heading: person.name().to_string(),
        subheading: person.native().unwrap_or_default().to_owned(),
        lines: Vec::new(),
    };
    let Some(day) = day else {
        card.list("Offices", knowledge.tenures_of(id).map(|t| office_dates(knowledge, &t)));
        return card;
    };
    let mut running: Vec<Tenure> = knowledge.offices_of(id, day).map(|(t, _)| t).collect();
    knowledge.order_by_weight(&mut running);
    let said = |t: &Tenure| {
        let perhaps = if t.covers(day) == Certainty::Perhaps { " (the day is not on record)" } else { "" };
        format!("{}{perhaps}", office_dates(knowledge, t))
    };
    let on = format!("On {}", long_date(day));
    if running.is_empty() {
        card.line(on, "no office on record");
    } else {
        card.list(on, running.iter().map(said));
    }
    let mut before: Vec<Tenure> =
        knowledge.tenures_of(id).filter(|t| t.to.is_some_and(|to| to.latest() < day)).collect();
    before.sort_by_key(|t| std::cmp::Reverse(t.to.map(PartialDate::latest)));
    card.list("Before", before.iter().take(AROUND).map(|t| office_dates(knowledge, t)));
    let after = knowledge.tenures_of(id).filter(|t| t.from.earliest() > day);
    card.list("After", after.take(AROUND).map(|t| office_dates(knowledge, &t)));
    let mut open: Vec<Tenure> = knowledge.tenures_of(id).filter(|t| t.to.is_none()).collect();
    knowledge.order_by_weight(&mut open);
    let reviewed = knowledge.files()[person.location().file as usize].reviewed;
    let as_of = reviewed.map_or_else(String::new, |r| format!(" (as reviewed {r})"));
    let same = open.iter().map(|t| t.location).eq(running.iter().map(|t| t.location));
    let now = if open.is_empty() {
        "no office on record".to_owned()
    } else if same {
        "the same".to_owned()
    } else {
        open.iter().map(|t| knowledge.office_title(t.office)).collect::<Vec<_>>().join("; ")
    };
    card.line("Now", format!("{now}{as_of}"));
    card
}

fn office_card(knowledge: &Knowledge, id: OfficeId, day: Option<Date>) -> Card {
    let mut card = Card { heading: knowledge.office_title(id), ..Card::default() };
    let office = knowledge.office(id);
    if let Some(organization) = office.organization() {
        card.line("Organization", knowledge.organization(organization).name());
    }
    if let Some(place) = office.jurisdiction() {
        card.line("Jurisdiction", knowledge.place(place).name());
    }
    let holder = |t: Tenure| {
        let acting = if t.acting { ", acting" } else { "" };
        format!("{}{acting}, {}", knowledge.person(t.person).name(), t.dates())
    };
    match day {
        Some(day) => {
            let mut holders: Vec<String> = knowledge.holders_of(id, day).map(|(t, _)| holder(t)).collect();
            if holders.is_empty() {
                holders.push("no holder on record".to_owned());
            }
            card.list(format!("On {}", long_date(day)), holders);
            // of an office of one seat, whom it came from and went to
            if office.seats() == Some(1) {
                let before = knowledge.tenures_in(id).rfind(|t| t.to.is_some_and(|to| to.latest() < day));
                card.list("Before", before.map(holder));
                let after = knowledge.tenures_in(id).find(|t| t.from.earliest() > day);
                card.list("After", after.map(holder));
            }
        }
        None => card.list("Holders", knowledge.tenures_in(id).map(holder)),
    }
    card
}

fn organization_card(knowledge: &Knowledge, id: OrganizationId) -> Card {
    let organization = knowledge.organization(id);
    let mut card = Card {
        heading: organization.name().to_string(),
        subheading: organization.native().unwrap_or_default().to_owned(),
        lines: Vec::new(),
    };
    if !organization.abbreviations().is_empty() {
        card.line("Abbreviation", organization.abbreviations().join(", "));
    }
    if let Some(kind) = organization.kind() {
        card.line("Kind", kind);
    }
    let parents: Vec<&str> = std::iter::successors(organization.parent(), |o| knowledge.organization(*o).parent())
        .take(6)
        .map(|o| knowledge.organization(o).name())
        .collect();
    if !parents.is_empty() {
        card.line("Part of", parents.join(", "));
    }
    card
}

fn place_card(knowledge: &Knowledge, id: PlaceId, day: Option<Date>) -> Card {
    let place = knowledge.place(id);
    let mut card = Card {
        heading: place.name().to_string(),
        subheading: place.native().unwrap_or_default().to_owned(),
        lines: Vec::new(),
    };
    let within: Vec<&str> = knowledge.ancestors(id).map(|p| knowledge.place(p).name()).collect();
    let kind = place.kind().noun();
    card.line("Place", if within.is_empty() { kind.to_owned() } else { format!("{kind} in {}", within.join(", ")) });
    if place.within().len() > 0 {
        let names: Vec<&str> = place.within().map(|p| knowledge.place(p).name()).collect();
        card.line("Takes in", names.join(", "));
    }
    if !place.regions().is_empty() {
        card.line("Part of the country", place.regions().join(", "));
    }
    if let Some(capital) = place.capital() {
        card.line("Capital", knowledge.place(capital).name());
    }
    if place.population() > 0 {
        card.line("Population", thousands(place.population()));
    }
    if let Some(day) = day {
        let holders = knowledge
            .offices()
            .filter(|(_, o)| {
                o.jurisdiction() == Some(id)
                    && o.organization().is_none_or(|g| knowledge.organization(g).jurisdiction() == Some(id))
                    && o.seats() == Some(1)
            })
            .flat_map(|(office, _)| knowledge.holders_of(office, day))
            .filter(|(_, c)| *c == Certainty::Yes)
            .map(|(t, _)| format!("{}: {}", knowledge.office(t.office).title(), knowledge.person(t.person).name()));
        card.list(format!("On {}", long_date(day)), holders.take(4).collect::<Vec<_>>());
    }
    card
}

fn term_card(knowledge: &Knowledge, id: TermId) -> Card {
    let term = knowledge.term(id);
    Card {
        heading: term.name().to_string(),
        subheading: String::new(),
        lines: vec![("Term".to_owned(), vec![term.gloss().to_string()])],
    }
}

fn title_lines(card: &mut Card, entry: &Entry, mention: &Mention, knowledge: &Knowledge, day: Option<Date>) {
    let Some(title) = mention.title.map(|t| &entry.recognition.titles[t]) else { return };
    card.list(
        "Given to",
        title.holdings.iter().map(|h| {
            let person = &entry.recognition.people[h.person];
            let office = h.offices.first().copied();
            let held = match (person.record, office, day) {
                (Some(record), Some(office), Some(day)) => match knowledge.holds(record, office, day) {
                    Certainty::Yes => ", who held it on that day",
                    Certainty::Perhaps => ", who may have held it on that day",
                    Certainty::No => ", who did not hold it on that day",
                },
                _ => "",
            };
            match office {
                Some(office) if title.holdings.len() > 1 => {
                    format!("{} ({}){held}", person.name, knowledge.office_title(office))
                }
                _ => format!("{}{held}", person.name),
            }
        }),
    );
}

fn date_card(card: &mut Card, entry: &Entry, mention: &Mention) {
    let Some(date) = mention.date.map(|d| &entry.recognition.dates[d]) else { return };
    match date.value {
        Some(PartialDate::Day(day)) => {
            card.heading = format!("{}, {}", weekday_name(day), long_date(day));
            card.subheading.clear();
            if let Some(of) = entry.article.date {
                let days = (day - of.day).get_days();
                let relation = match days {
                    0 => "the article's own date".to_owned(),
                    -1 => "the day before the article".to_owned(),
                    1 => "the day after the article".to_owned(),
                    d if d < 0 => format!("{} days before the article", -d),
                    d => format!("{d} days after the article"),
                };
                let of_day = if days == 0 { String::new() } else { format!(", {}", long_date(of.day)) };
                card.line("Date", format!("{relation}{of_day}"));
                card.line("Article date", of.reason.to_string());
            }
        }
        Some(value) => card.heading = value.to_string(),
        None => {
            card.heading = entry.words(mention.span).to_owned();
            card.line("Date", "which day it is cannot be told: the article has no date, or there is no such day");
        }
    }
}

/// Why a mention was taken or linked, for people.
fn reason(reason: &Reason, entry: &Entry, knowledge: &Knowledge) -> String {
    let at = |span: &Span| {
        let (line, _) = entry.line_column(span.start);
        format!("\"{}\" in line {line}", entry.words(*span))
    };
    match reason {
        Reason::Name => "the full name".to_owned(),
        Reason::Alias => "another name or spelling of the record".to_owned(),
        Reason::SurnameOf(span) => format!("the surname of {}", at(span)),
        Reason::SurnameOfHolder(office) => {
            format!("the surname of the holder of the office on that day ({})", knowledge.office_title(*office))
        }
        Reason::AfterTitle(span) => format!("a name after the title {}", at(span)),
        Reason::BeforeTitle(span) => format!("a name before the title {}", at(span)),
        Reason::AmongPeople => "a name in a list of people".to_owned(),
        Reason::AfterHonorific => "a name after an honorific".to_owned(),
        Reason::Credit => "a name in a credit".to_owned(),
        Reason::InOfficeOnDate => "of several people of the name, the one in office on that day".to_owned(),
        Reason::TitleBefore => "a title right before the name".to_owned(),
        Reason::TitleAfter => "a title after the name, in apposition".to_owned(),
        Reason::TitleInverted => "a title between commas before the name".to_owned(),
        Reason::TitleSaid => "a title said of the person".to_owned(),
        Reason::TitleOfThey => "said of the people of the sentence before".to_owned(),
        Reason::TitleStandsFor(span) => format!("the one person to whom the article gives the title {}", at(span)),
        Reason::LiesIn(place) => format!("lies in {}, named beside it", knowledge.place(*place).name()),
        Reason::InNamedCountry(place) => format!("lies in {}, which the article names", knowledge.place(*place).name()),
        Reason::Largest => "the largest place of the name".to_owned(),
        Reason::Written => "as written".to_owned(),
        Reason::NearestToArticle => "the year is that of the nearest such day to the article date".to_owned(),
        Reason::LastBeforeArticle => "the last such weekday up to the article date".to_owned(),
        Reason::NextAfterArticle => "the next such weekday after the article date".to_owned(),
    }
}

/// The sources of what a hover says, and where the record stands.
fn sources(card: &mut Card, knowledge: &Knowledge, entity: Entity, day: Option<Date>) {
    let tenures: Vec<Tenure> = match (entity, day) {
        (Entity::Person(id), Some(day)) => knowledge.offices_of(id, day).map(|(t, _)| t).collect(),
        (Entity::Office(id), Some(day)) => knowledge.holders_of(id, day).map(|(t, _)| t).collect(),
        _ => Vec::new(),
    };
    let mut named: Vec<String> = tenures.iter().flat_map(|t| t.sources.iter().map(ToString::to_string)).collect();
    let (own, wikidata, geonames) = match entity {
        Entity::Person(id) => (None, knowledge.person(id).wikidata(), None),
        Entity::Organization(id) => {
            (Some(knowledge.organization(id).sources()), knowledge.organization(id).wikidata(), None)
        }
        Entity::Place(id) => {
            let place = knowledge.place(id);
            (Some(place.sources()), place.wikidata(), place.geonames())
        }
        Entity::Term(id) => (Some(knowledge.term(id).sources()), None, None),
        Entity::Office(_) => (None, None, None),
    };
    named.extend(own.into_iter().flat_map(Texts::iter).map(ToString::to_string));
    named.extend(wikidata.map(|q| format!("Wikidata {q}")));
    named.extend(geonames.map(|n| format!("GeoNames {n}")));
    // what can be opened first
    named.sort_unstable_by_key(|s| (!s.starts_with("http"), s.clone()));
    named.dedup();
    card.list("Sources", named.into_iter().take(3));
    let location = knowledge.location(entity);
    let file = &knowledge.files()[location.file as usize];
    let name = file.path.file_name().map_or_else(String::new, |n| n.to_string_lossy().into_owned());
    card.line("Record", format!("{} ({name})", knowledge.id(entity)));
}

#[cfg(test)]
mod tests {
    use super::super::fixture::Fixture;
    use super::*;

    fn shown(marked: &str) -> String {
        let fixture = Fixture::new(marked);
        hover(&fixture.snapshot, &fixture.key, fixture.cursor).map_or_else(String::new, |h| h.card.plain())
    }

    #[test]
    fn who_someone_was_on_that_day() {
        let card = shown("Premier speaks\n\nBEIJING, March 22, 2024 (Xinhua) -- Premier Li Qi¦ang spoke. Li left.");
        for part in [
            "Li Qiang 李强",
            "On 22 March 2024:\n  Premier of China, since 11 March 2023",
            "Before:\n  ",
            "Party secretary of Shanghai",
            "Named: 2 times here, 2 times (1 article) in the corpus",
            "Linked: the full name",
            "Sources:",
            "Record: li-qiang",
        ] {
            assert!(card.contains(part), "{part} is not in\n{card}");
        }
    }

    #[test]
    fn which_day_a_weekday_is() {
        let card = shown("Premier speaks\n\nBEIJING, March 22, 2024 (Xinhua) -- He spoke on Wedn¦esday.");
        assert!(card.starts_with("Wednesday, 20 March 2024\nDate: 2 days before the article"), "{card}");
    }

    #[test]
    fn where_a_place_lies_and_who_governs_it() {
        let card = shown("Premier speaks\n\nCHANGSHA, March 22, 2024 (Xinhua) -- He spoke in Hun¦an.");
        assert!(card.contains("province in China") && card.contains("Shen Xiaoming"), "{card}");
    }

    #[test]
    fn markdown_keeps_names_from_being_markup() {
        let card = Card {
            heading: "A*b".to_owned(),
            subheading: String::new(),
            lines: vec![("Sources".to_owned(), vec!["https://a.b/c_d_e".to_owned()])],
        };
        assert_eq!(card.markdown(), "**A\\*b**\n\n*Sources:* https://a.b/c_d_e");
    }
}
