//! Whether a title that an article gives someone holds on the article's date, and what the record says instead.
//!
//! Shared by the rules on titles. It argues only from what is recorded: a tenure of the person, the holder of the one seat,
//! or an office whose roster is complete on that day.

use jiff::civil::Date;

use super::{Context, Evidence, EvidencePlace, Severity};
use crate::knowledge::{Certainty, Knowledge, OfficeId, PartialDate, PersonId, Status, Tenure, long_date};
use crate::recognition::{Holding, Tie, TitleMention};
use crate::text::Span;

/// Why a title does not hold.
pub(super) enum NotHeld<'a> {
    /// Held until a day before.
    Left(Tenure<'a>),
    /// Held from a day after.
    NotYet(Tenure<'a>),
    /// Never held: someone else does, or the roster says so.
    Never,
}

/// A title that does not hold.
pub(super) struct Verdict<'a> {
    pub person: PersonId,
    /// The office that was meant.
    pub office: OfficeId,
    pub why: NotHeld<'a>,
    /// What the person holds on the day.
    pub instead: Vec<Tenure<'a>>,
    /// Who holds the one seat on the day.
    pub holder: Option<Tenure<'a>>,
    /// Less than the rule's own where the record is unchecked or not reviewed since.
    pub severity: Severity,
    /// Said after the message where the article is later than the pack's review.
    pub not_known_after: Option<PartialDate>,
}

/// The most offices a title may mean for a verdict that none of them is held.
const MOST_OFFICES: usize = 3;

/// Judges a title given to a person. `None` where it holds or where the record does not say.
pub(super) fn judge<'a>(context: &Context<'a>, title: &TitleMention, holding: &Holding) -> Option<Verdict<'a>> {
    let day = context.day()?;
    let knowledge = context.knowledge;
    let person = context.recognition.people[holding.person].record?;
    let spoken_of_now = matches!(title.status, None | Some(Status::Acting | Status::Outgoing));
    let mention = context.mention(title.mention);
    if !spoken_of_now || holding.tie == Tie::SaidOfThePast || mention.anaphor {
        return None;
    }
    let offices = &holding.offices;
    if offices.is_empty()
        || offices.len() > MOST_OFFICES
        || offices.iter().any(|o| knowledge.holds(person, *o, day) != Certainty::No)
    {
        return None;
    }
    if tells_of_another_time(context, mention.span, day) {
        return None;
    }
    let tenures: Vec<Tenure> = knowledge.tenures_of(person).filter(|t| offices.contains(&t.office)).collect();
    let left = tenures
        .iter()
        .filter(|t| t.to.is_some_and(|to| to.latest() < day))
        .max_by_key(|t| t.to.map(PartialDate::latest));
    let ahead = tenures.iter().filter(|t| t.from.earliest() > day).min_by_key(|t| t.from.earliest());
    let office = left.or(ahead).map_or(offices[0], |t| t.office);
    let holder = sole_holder(knowledge, office, day).filter(|t| t.person != person);
    let proven = |o: &OfficeId| {
        sole_holder(knowledge, *o, day).is_some_and(|t| t.person != person && !t.acting)
            || roster_covers(knowledge, *o, day)
    };
    let why = match (left, ahead) {
        // gone and not back, or never there before: only a record without gaps on that day can say so
        (Some(tenure), _) if proven(&office) => NotHeld::Left(*tenure),
        (None, Some(tenure)) if proven(&office) => NotHeld::NotYet(*tenure),
        (None, None) if offices.iter().all(proven) => NotHeld::Never,
        _ => return None,
    };
    let mut instead: Vec<Tenure> =
        knowledge.offices_of(person, day).filter(|(_, c)| *c == Certainty::Yes).map(|(t, _)| t).collect();
    knowledge.order_by_weight(&mut instead);
    // of someone of whom the record knows nothing on that day it may know too little
    if matches!(why, NotHeld::Never) && instead.is_empty() && holder.is_none() {
        return None;
    }
    let not_known_after =
        reviewed_before(knowledge, person, office, day).filter(|_| !matches!(why, NotHeld::NotYet(_)));
    let rests_on: Vec<Tenure> = match why {
        NotHeld::Left(t) | NotHeld::NotYet(t) => vec![t],
        NotHeld::Never => instead.iter().copied().chain(holder).collect(),
    };
    let unchecked = !rests_on.is_empty() && rests_on.iter().all(|t| !t.checked);
    let severity = if unchecked || not_known_after.is_some() { Severity::Information } else { Severity::Warning };
    Some(Verdict { person, office, why, instead, holder, severity, not_known_after })
}

/// The one person who surely holds a one-seat office on a day.
fn sole_holder(knowledge: &Knowledge, office: OfficeId, day: Date) -> Option<Tenure<'_>> {
    if knowledge.office(office).seats() != Some(1) {
        return None;
    }
    let mut holders = knowledge.holders_of(office, day);
    match (holders.next(), holders.next()) {
        (Some((tenure, Certainty::Yes)), None) => Some(tenure),
        _ => None,
    }
}

/// Whether every holder on a day is on record, and no one perhaps takes or leaves it about then.
fn roster_covers(knowledge: &Knowledge, office: OfficeId, day: Date) -> bool {
    knowledge.office(office).roster_since().is_some_and(|since| since.latest() <= day)
}

/// The day of the last review, if the article is later than it and the verdict rests on nothing having changed since.
fn reviewed_before(knowledge: &Knowledge, person: PersonId, office: OfficeId, day: Date) -> Option<PartialDate> {
    let files = [knowledge.person(person).location().file, knowledge.office(office).location().file];
    let reviewed = files.iter().filter_map(|f| knowledge.files()[*f as usize].reviewed).min_by_key(|d| d.latest())?;
    (reviewed.latest() < day).then_some(reviewed)
}

/// Words of a sentence that tells of another time than the article's, or of how an office changed hands.
const TOLD_OF: &[&str] = &[
    " when he was",
    " when she was",
    " served as ",
    " who was ",
    " ago",
    "last year",
    "year earlier",
    "years earlier",
    " formerly ",
    " previously ",
    " once ",
    " used to ",
    " at the time",
    " died",
    "succe",
    "predecessor",
    "replac",
    " took over",
];

/// Whether the sentence around a title, or the one before it, tells of another time than the article's.
fn tells_of_another_time(context: &Context, span: Span, day: Date) -> bool {
    let Some(sentence) = context.article.sentence_of(span) else { return false };
    let lower = context.words(sentence).to_lowercase();
    // what the sentence before says of the year holds on: "In December 2022, he came. Premier Li Keqiang left ..."
    let before = context.article.sentence_before(sentence);
    names_another_year(context, sentence, day)
        || before.is_some_and(|s| names_another_year(context, s, day))
        || TOLD_OF.iter().any(|t| lower.contains(t))
}

fn names_another_year(context: &Context, sentence: Span, day: Date) -> bool {
    let dates = &context.recognition.dates;
    let first = dates.partition_point(|d| context.mention(d.mention).span.start < sentence.start);
    let other_date = dates[first..]
        .iter()
        .take_while(|d| context.mention(d.mention).span.start < sentence.end)
        .filter_map(|d| d.value)
        .any(|v| v.latest().year() != day.year() && (day - v.latest()).get_days().abs() > 60);
    let mut numbers = context.words(sentence).split(|c: char| !c.is_ascii_digit()).filter(|w| w.len() == 4);
    other_date || numbers.any(|w| w.parse::<i16>().is_ok_and(|y| (1900..2100).contains(&y) && y != day.year()))
}

impl Verdict<'_> {
    /// One sentence: what is wrong and what the record says.
    pub fn message(&self, context: &Context) -> String {
        let knowledge = context.knowledge;
        let day = context.day().map(long_date).unwrap_or_default();
        let name = &knowledge.person(self.person).name();
        let office = knowledge.office_title(self.office);
        let holder = self.holder.map(|t| knowledge.person(t.person).name());
        let mut message = match self.why {
            NotHeld::Left(tenure) => {
                let until = tenure.to.map(|to| format!(" (until {to})")).unwrap_or_default();
                format!("{name} was no longer {office} on {day}{until}")
            }
            NotHeld::NotYet(tenure) => format!("{name} was not yet {office} on {day} (from {})", tenure.from),
            NotHeld::Never => format!("{name} was not {office} on {day}"),
        };
        match (&self.why, self.instead.first(), holder) {
            (NotHeld::Never, Some(tenure), _) => {
                message += &format!(", but {} ({})", knowledge.office_title(tenure.office), tenure.dates());
            }
            (_, _, Some(holder)) => message += &format!("; {holder} was"),
            _ => {}
        }
        if let Some(reviewed) = self.not_known_after {
            message += &format!(" (not known after {reviewed})");
        }
        message
    }

    /// The tenures it rests on.
    pub fn evidence(&self, context: &Context) -> Vec<Evidence> {
        let own = match self.why {
            NotHeld::Left(tenure) | NotHeld::NotYet(tenure) => Some(tenure),
            NotHeld::Never => None,
        };
        let instead = self.instead.first().copied();
        own.into_iter().chain(instead).chain(self.holder).map(|t| tenure_evidence(context, &t)).collect()
    }
}

/// `Li Qiang: Premier of the State Council since 11 March 2023 (people.cn)`
pub(super) fn tenure_evidence(context: &Context, tenure: &Tenure) -> Evidence {
    let knowledge = context.knowledge;
    let acting = if tenure.acting { "acting " } else { "" };
    let source = match (tenure.checked, tenure.sources.first()) {
        (false, _) => " (not yet checked against a source)".to_owned(),
        (true, Some(source)) => format!(" [{source}]"),
        (true, None) => String::new(),
    };
    let message = format!(
        "{}: {acting}{} {}{source}",
        knowledge.person(tenure.person).name(),
        knowledge.office_title(tenure.office),
        tenure.dates()
    );
    Evidence { message, place: EvidencePlace::Record(tenure.location) }
}
