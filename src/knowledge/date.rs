//! Civil dates that may be known only to the month or the year.
//!
//! In: what a record says (`2023-03-11`, `"2023-03"`, `"2023"`). Out: [`PartialDate`], and for a pair of them whether a day
//! lies between: yes, no, or perhaps, since a tenure known to the month is not argued about within it.

use std::fmt;

use jiff::civil::Date;

use super::stored::Maybe;

/// A civil date, or a month, or a year of the proleptic Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum PartialDate {
    /// Known to the day.
    Day(Date),
    /// Known to the month: year, month 1 to 12.
    Month(i16, i8),
    /// Known to the year.
    Year(i16),
}

impl PartialDate {
    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`. Anything else, and a day that does not exist, is `None`.
    pub fn parse(text: &str) -> Option<PartialDate> {
        let mut parts = text.split('-');
        let year: i16 = part(parts.next()?, 4)?;
        let Some(month) = parts.next() else { return Date::new(year, 1, 1).ok().map(|_| PartialDate::Year(year)) };
        let month = part(month, 2)? as i8;
        let Some(day) = parts.next() else {
            return Date::new(year, month, 1).ok().map(|_| PartialDate::Month(year, month));
        };
        let day = part(day, 2)? as i8;
        if parts.next().is_some() {
            return None;
        }
        Date::new(year, month, day).ok().map(PartialDate::Day)
    }

    /// As it is stored: the year from 0 AD on, then month and day, which are 0 where they are not known.
    pub(super) fn store(date: Option<PartialDate>) -> Maybe {
        Maybe::new(date.map(|date| {
            let (year, month, day) = match date {
                PartialDate::Day(day) => (day.year(), day.month(), day.day()),
                PartialDate::Month(year, month) => (year, month, 0),
                PartialDate::Year(year) => (year, 0, 0),
            };
            ((year as u32) << 9) | ((month as u32) << 5) | day as u32
        }))
    }

    /// What [`PartialDate::store`] stored.
    pub(super) fn stored(number: Maybe) -> Option<PartialDate> {
        let number = number.get()?;
        let (year, month, day) = ((number >> 9) as i16, (number >> 5 & 15) as i8, (number & 31) as i8);
        match (month, day) {
            (0, _) => Some(PartialDate::Year(year)),
            (_, 0) => Some(PartialDate::Month(year, month)),
            _ => Date::new(year, month, day).ok().map(PartialDate::Day),
        }
    }

    /// ISO 8601: `2023-03-11`, `2023-03`, `2023`.
    pub fn to_iso(self) -> String {
        match self {
            PartialDate::Day(day) => day.to_string(),
            PartialDate::Month(year, month) => format!("{year:04}-{month:02}"),
            PartialDate::Year(year) => format!("{year:04}"),
        }
    }

    /// The first day it can mean.
    pub fn earliest(self) -> Date {
        match self {
            PartialDate::Day(day) => day,
            PartialDate::Month(year, month) => Date::new(year, month, 1).unwrap_or(Date::MIN),
            PartialDate::Year(year) => Date::new(year, 1, 1).unwrap_or(Date::MIN),
        }
    }

    /// The last day it can mean.
    pub fn latest(self) -> Date {
        match self {
            PartialDate::Day(day) => day,
            PartialDate::Month(..) => self.earliest().last_of_month(),
            PartialDate::Year(_) => self.earliest().last_of_year(),
        }
    }
}

fn part(digits: &str, length: usize) -> Option<i16> {
    if digits.len() == length && digits.bytes().all(|b| b.is_ascii_digit()) { digits.parse().ok() } else { None }
}

/// As a reader says it: `11 March 2023`, `March 2023`, `2023`.
impl fmt::Display for PartialDate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            PartialDate::Day(day) => write!(f, "{}", long_date(day)),
            PartialDate::Month(year, month) => write!(f, "{} {year}", MONTH_NAMES[(month - 1) as usize]),
            PartialDate::Year(year) => write!(f, "{year}"),
        }
    }
}

/// The months' English names, January first.
pub const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// The weekdays' English names, Monday first.
pub const WEEKDAY_NAMES: [&str; 7] = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

/// A civil day as a reader says it: `22 March 2024`.
pub fn long_date(day: Date) -> String {
    format!("{} {} {}", day.day(), MONTH_NAMES[(day.month() - 1) as usize], day.year())
}

/// The English name of a civil day's weekday.
pub fn weekday_name(day: Date) -> &'static str {
    WEEKDAY_NAMES[day.weekday().to_monday_zero_offset() as usize]
}

/// An answer about a day that a record may not settle.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Certainty {
    /// The record excludes it.
    No,
    /// The record's dates are too coarse to tell.
    Perhaps,
    /// The record says so.
    Yes,
}

/// Whether `day` lies between `from` and `to`, both included. Without `to` the stretch is open.
pub fn covers(from: PartialDate, to: Option<PartialDate>, day: Date) -> Certainty {
    let surely = from.latest() <= day && to.is_none_or(|to| day <= to.earliest());
    let perhaps = from.earliest() <= day && to.is_none_or(|to| day <= to.latest());
    match (surely, perhaps) {
        (true, _) => Certainty::Yes,
        (false, true) => Certainty::Perhaps,
        (false, false) => Certainty::No,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_what_records_say() {
        assert_eq!(PartialDate::parse("2023").map(|d| d.to_string()).as_deref(), Some("2023"));
        assert_eq!(PartialDate::parse("2023-03").map(|d| d.to_string()).as_deref(), Some("March 2023"));
        assert_eq!(PartialDate::parse("2023-03-11").map(|d| d.to_string()).as_deref(), Some("11 March 2023"));
        for bad in ["", "23", "2023-13", "2023-02-30", "2023-3-1", "2023-03-11-", "soon"] {
            assert_eq!(PartialDate::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn stores_what_it_reads() {
        for text in ["0001-01-01", "2023", "2023-03", "2023-03-11", "9999-12-31"] {
            let date = PartialDate::parse(text);
            assert_eq!(PartialDate::stored(PartialDate::store(date)), date, "{text}");
        }
        assert_eq!(PartialDate::stored(PartialDate::store(None)), None);
    }

    #[test]
    fn does_not_argue_within_a_month_or_year() {
        let day = |text: &str| text.parse::<Date>().unwrap_or(Date::MIN);
        let from = PartialDate::Month(2021, 9);
        let to = Some(PartialDate::Year(2023));
        assert_eq!(covers(from, to, day("2021-08-31")), Certainty::No);
        assert_eq!(covers(from, to, day("2021-09-15")), Certainty::Perhaps);
        assert_eq!(covers(from, to, day("2021-10-01")), Certainty::Yes);
        assert_eq!(covers(from, to, day("2023-06-01")), Certainty::Perhaps);
        assert_eq!(covers(from, to, day("2024-01-01")), Certainty::No);
        assert_eq!(covers(from, None, day("2030-01-01")), Certainty::Yes);
    }
}
