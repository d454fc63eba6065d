//! Dates as written: `Wednesday, March 20, 2024`, `20 March`, `March 2024`, `Friday`, `last Friday`, `yesterday`.
//!
//! In: the words of a paragraph. Out: [`DateSpot`]s, what is written without what it means; and from a spot and the article
//! date the civil day meant, with its reason.

use std::ops::Range;

use jiff::ToSpan as _;
use jiff::civil::{Date, Weekday};

use super::mention::Reason;
use crate::article::{MonthDay, month_number};
use crate::knowledge::PartialDate;
use crate::text::{Shape, Word};

/// A date as written.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct DateSpot {
    pub words: Range<usize>,
    /// The weekday and its word.
    pub weekday: Option<(Weekday, usize)>,
    pub month: Option<i8>,
    /// The day of the month and its word.
    pub day: Option<(i8, usize)>,
    pub year: Option<i16>,
    pub relation: Relation,
}

/// A word that says on which side of the article date a day lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Relation {
    None,
    /// `last Friday`
    Last,
    /// `next Friday`, or after `will`
    Next,
    /// `today`, `yesterday`, `tomorrow`: days from the article date
    Days(i8),
}

fn weekday(word: &str) -> Option<Weekday> {
    Some(match word.trim_end_matches('.') {
        "Monday" | "MONDAY" => Weekday::Monday,
        "Tuesday" | "TUESDAY" => Weekday::Tuesday,
        "Wednesday" | "WEDNESDAY" => Weekday::Wednesday,
        "Thursday" | "THURSDAY" => Weekday::Thursday,
        "Friday" | "FRIDAY" => Weekday::Friday,
        "Saturday" | "SATURDAY" => Weekday::Saturday,
        "Sunday" | "SUNDAY" => Weekday::Sunday,
        _ => return None,
    })
}

/// A month written with a capital. "May" and "March" count only beside a number.
fn month(text: &str, word: Word) -> Option<i8> {
    let written = word.text(text);
    if !word.is_capitalized() || written.len() > 10 {
        return None;
    }
    month_number(written)
}

/// A day of the month, `20`, `20th`; no `3.5`, no `1,434`, at most two digits.
fn day(text: &str, word: Word) -> Option<i8> {
    if word.shape != Shape::Number {
        return None;
    }
    let written = word.text(text);
    let digits = written.trim_end_matches(|c: char| c.is_ascii_lowercase());
    let ordinal = &written[digits.len()..];
    let plain = digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit());
    (plain && matches!(ordinal, "" | "st" | "nd" | "rd" | "th")).then(|| digits.parse().ok()).flatten()
}

fn year(text: &str, word: Word) -> Option<i16> {
    let written = word.text(text);
    let plausible = written.len() == 4 && (written.starts_with("19") || written.starts_with("20"));
    (plausible && word.shape == Shape::Number).then(|| written.parse().ok()).flatten()
}

/// Finds the dates in a paragraph's words, from left to right.
pub(super) fn find(text: &str, words: &[Word]) -> Vec<DateSpot> {
    let mut spots: Vec<DateSpot> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        match spot_at(text, words, at) {
            Some(spot) => {
                at = spot.words.end;
                spots.push(spot);
            }
            None => at += 1,
        }
    }
    spots
}

fn spot_at(text: &str, words: &[Word], at: usize) -> Option<DateSpot> {
    let get = |i: usize| words.get(i).map(|w| w.text(text));
    let is = |i: usize, mark: &str| get(i) == Some(mark);
    let word = words[at];
    let empty =
        DateSpot { words: at..at + 1, weekday: None, month: None, day: None, year: None, relation: Relation::None };
    if word.shape == Shape::Lower {
        let days = match word.text(text) {
            "yesterday" => -1,
            "today" => 0,
            "tomorrow" => 1,
            _ => return None,
        };
        return Some(DateSpot { relation: Relation::Days(days), ..empty });
    }
    if let Some(day_name) = word.is_capitalized().then(|| weekday(word.text(text))).flatten() {
        let named = Some((day_name, at));
        // "Wednesday, March 20", "Wednesday (March 20)"
        let skip = usize::from(is(at + 1, ",") || is(at + 1, "("));
        // "Saturday and Sunday, March 23 and 24": the weekdays and the days are two lists
        let listed = at >= 2
            && matches!(get(at - 1), Some("and" | "or" | "to" | "through" | "-" | "–"))
            && weekday(words[at - 2].text(text)).is_some();
        if !listed
            && let Some(date) = calendar_date(text, words, at + 1 + skip)
            && date.day.is_some()
        {
            let end = date.words.end + usize::from(is(at + 1, "(") && is(date.words.end, ")"));
            return Some(DateSpot { words: at..end, weekday: named, ..date });
        }
        let relation = match at.checked_sub(1).and_then(get) {
            Some("last" | "Last" | "past") => Relation::Last,
            Some("next" | "Next" | "coming") => Relation::Next,
            _ if sentence_says_will(text, words, at) => Relation::Next,
            _ => Relation::None,
        };
        return Some(DateSpot { weekday: named, relation, ..empty });
    }
    let date = calendar_date(text, words, at)?;
    // "March 20, Wednesday"
    let comma = usize::from(is(date.words.end, ","));
    let after = date.words.end + comma;
    if let Some(next) = words.get(after).filter(|w| w.is_capitalized())
        && let Some(name) = weekday(next.text(text))
        && date.day.is_some()
        && (comma == 0 || words.get(after + 1).is_none_or(|w| month(text, *w).is_none()))
    {
        return Some(DateSpot { words: date.words.start..after + 1, weekday: Some((name, after)), ..date });
    }
    Some(date)
}

/// `March 20`, `March 20, 2024`, `20 March 2024`, `March 2024`.
fn calendar_date(text: &str, words: &[Word], at: usize) -> Option<DateSpot> {
    let get = |i: usize| words.get(i).copied();
    let word = get(at)?;
    let spot = |words: Range<usize>, month, day, year| {
        Some(DateSpot { words, weekday: None, month: Some(month), day, year, relation: Relation::None })
    };
    // the year after a date, with or without a comma
    let year_after = |i: usize| {
        let comma = usize::from(get(i).is_some_and(|w| w.text(text) == ","));
        let found = year(text, get(i + comma)?)?;
        // "March 20, 2005 people": a number of things and no year cannot be told apart; a comma makes it a year
        (comma == 1 || get(i + 1).is_none_or(|w| w.shape == Shape::Mark)).then_some((found, i + comma + 1))
    };
    if let Some(number) = month(text, word) {
        let next = get(at + 1)?;
        if let Some(day_number) = day(text, next) {
            let percent = get(at + 2).is_some_and(|w| matches!(w.text(text), "%" | "percent" | "pct" | ":"));
            if percent {
                return None;
            }
            let day = Some((day_number, at + 1));
            return match year_after(at + 2) {
                Some((year, end)) => spot(at..end, number, day, Some(year)),
                None => spot(at..at + 2, number, day, None),
            };
        }
        let comma = usize::from(next.text(text) == ",");
        let year = year(text, get(at + 1 + comma)?)?;
        return spot(at..at + 2 + comma, number, None, Some(year));
    }
    let day_number = day(text, word)?;
    let of = usize::from(get(at + 1).is_some_and(|w| w.text(text) == "of"));
    let next = get(at + 1 + of)?;
    let number = month(text, next)?;
    if next.shape == Shape::Upper && next.text(text).len() > 3 && of == 0 {
        return None;
    }
    let end = at + 2 + of;
    // "in the 12 May attacks" is no date for a reader either way; "3 May said" is rare: accept
    let day = Some((day_number, at));
    let next_is_day = get(end).is_some_and(|w| self::day(text, w).is_some());
    if next_is_day && year_after(end).is_none() {
        // "from 17 March 20": the month belongs to what follows
        return None;
    }
    match get(end).and_then(|w| year(text, w)).map(|y| (y, end + 1)).or_else(|| year_after(end)) {
        Some((year, end)) => spot(at..end, number, day, Some(year)),
        None => spot(at..end, number, day, None),
    }
}

/// Whether the sentence up to word `at` speaks of the future.
fn sentence_says_will(text: &str, words: &[Word], at: usize) -> bool {
    // the verb nearest to the weekday tells: "will meet on Wednesday", "said on Wednesday that he will"
    let before =
        words[..at].iter().rev().take(40).map(|w| w.text(text)).take_while(|w| !matches!(*w, "." | ";" | "?" | "!"));
    let mut verbs = before.filter_map(|word| match word {
        "will" | "shall" | "scheduled" => Some(true),
        "said" | "told" | "met" | "held" | "took" | "began" | "came" | "left" | "was" | "were" => Some(false),
        past if past.ends_with("ed") => Some(false),
        _ => None,
    });
    verbs.next().unwrap_or(false)
}

/// The day or month a spot means for an article of `article_date`, and how that is known.
pub(super) fn value(spot: &DateSpot, article_date: Option<Date>) -> Option<(PartialDate, Reason)> {
    if let Relation::Days(days) = spot.relation {
        return Some((PartialDate::Day(article_date?.checked_add(i64::from(days).days()).ok()?), Reason::Written));
    }
    match (spot.month, spot.day, spot.year) {
        (Some(month), Some((day, _)), Some(year)) => {
            Some((PartialDate::Day(Date::new(year, month, day).ok()?), Reason::Written))
        }
        (Some(month), Some((day, _)), None) => {
            let nearest = MonthDay { month, day, year: None }.nearest(article_date?)?;
            Some((PartialDate::Day(nearest), Reason::NearestToArticle))
        }
        (Some(month), None, Some(year)) => Some((PartialDate::Month(year, month), Reason::Written)),
        _ => {
            let (weekday, _) = spot.weekday?;
            let today = article_date?;
            let back = i64::from(weekday.until(today.weekday()));
            let ahead = i64::from(today.weekday().until(weekday));
            let (days, reason) = match spot.relation {
                Relation::Next => (if ahead == 0 { 7 } else { ahead }, Reason::NextAfterArticle),
                Relation::Last => (-(if back == 0 { 7 } else { back }), Reason::LastBeforeArticle),
                _ => (-back, Reason::LastBeforeArticle),
            };
            Some((PartialDate::Day(today.checked_add(days.days()).ok()?), reason))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::words;

    fn dated(text: &str) -> Vec<(String, String)> {
        let cut = words(text);
        let article_date = Some(Date::constant(2024, 3, 22));
        find(text, &cut)
            .iter()
            .map(|spot| {
                let span = cut[spot.words.start].span().cover(cut[spot.words.end - 1].span());
                let value = value(spot, article_date).map_or("-".to_owned(), |(v, _)| v.to_string());
                (span.slice(text).to_owned(), value)
            })
            .collect()
    }

    #[test]
    fn means_the_day_a_reader_takes_it_for() {
        for (text, written, value) in [
            ("He met them on Wednesday.", "Wednesday", "20 March 2024"),
            ("He met them on Friday.", "Friday", "22 March 2024"),
            ("He met them last Friday.", "Friday", "15 March 2024"),
            ("He will meet them on Wednesday.", "Wednesday", "27 March 2024"),
            ("on Wednesday, March 20, 2024, in", "Wednesday, March 20, 2024", "20 March 2024"),
            ("on Wednesday (March 20) in", "Wednesday (March 20)", "20 March 2024"),
            ("from Dec. 31 on", "Dec. 31", "31 December 2023"),
            ("on 3 May 2021 in", "3 May 2021", "3 May 2021"),
            ("on the 1st of June in", "1st of June", "1 June 2024"),
            ("since March 2013 he", "March 2013", "March 2013"),
            ("on February 30 it", "February 30", "-"),
            ("held yesterday in", "yesterday", "21 March 2024"),
        ] {
            assert_eq!(dated(text), [(written.to_owned(), value.to_owned())], "{text}");
        }
    }

    #[test]
    fn leaves_alone_what_is_no_date() {
        for text in ["They may 12 times", "It May rise", "March on Rome", "a 3.5 March", "May 5 percent of", "Mayor 12"]
        {
            assert_eq!(dated(text), [], "{text}");
        }
    }
}
