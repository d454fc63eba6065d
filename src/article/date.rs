//! The article date: the civil day that checks use, and how it is known.
//!
//! The dateline's day counts first; its year comes from the dateline, the published line, the front matter, the file's name
//! or a full date in the text. Without a dateline's day the published line, the front matter, the file's name and a full
//! date in the caption or the first paragraph are asked in turn. Nothing else is: no clock, no file system.

use std::fmt;
use std::sync::LazyLock;

use jiff::civil::Date;
use regex::Regex;

use super::{Article, BlockKind, furniture};
use crate::text::Span;

/// A month and a day, with a year where one is written. It need not exist.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthDay {
    /// 1 to 12.
    pub month: i8,
    /// As written, even 30 in February.
    pub day: i8,
    /// As written.
    pub year: Option<i16>,
}

impl MonthDay {
    /// The civil day in the year nearest to `near`. `None` where the nearest year has no such day: February 29.
    pub fn nearest(self, near: Date) -> Option<Date> {
        if let Some(year) = self.year {
            return Date::new(year, self.month, self.day).ok();
        }
        let distance = |d: &Date| (*d - near).get_days().abs();
        let years = near.year() - 1..=near.year() + 1;
        let nearest = years.filter_map(|y| Date::new(y, self.month, self.day).ok()).min_by_key(distance)?;
        (distance(&nearest) <= 184).then_some(nearest)
    }
}

/// Where an article date comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateReason {
    /// Day and year stand in the dateline.
    Dateline,
    /// The dateline's day, the year of the published line.
    DatelineAndPublishedLine,
    /// The dateline's day, the year of the front matter.
    DatelineAndFrontMatter,
    /// The dateline's day, the year of the file's name.
    DatelineAndFileName,
    /// The dateline's day, the year of a full date in the text.
    DatelineAndText,
    /// The published line.
    PublishedLine,
    /// The front matter.
    FrontMatter,
    /// The file's name.
    FileName,
    /// A full date in the caption or the first paragraph.
    Text,
}

impl DateReason {
    /// Whether the year was given for the article itself, not for something the text tells of.
    pub fn names_the_year(self) -> bool {
        !matches!(self, DateReason::DatelineAndText | DateReason::Text)
    }
}

/// "from the dateline, with the year of the published line"
impl fmt::Display for DateReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            DateReason::Dateline => "from the dateline",
            DateReason::DatelineAndPublishedLine => "from the dateline, with the year of the published line",
            DateReason::DatelineAndFrontMatter => "from the dateline, with the year of the front matter",
            DateReason::DatelineAndFileName => "from the dateline, with the year in the file's name",
            DateReason::DatelineAndText => "from the dateline, with the year of a date in the text",
            DateReason::PublishedLine => "from the published line",
            DateReason::FrontMatter => "from the front matter",
            DateReason::FileName => "from the file's name",
            DateReason::Text => "from a full date in the text",
        })
    }
}

/// The civil date that checks use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ArticleDate {
    /// The day.
    pub day: Date,
    /// How it is known.
    pub reason: DateReason,
    /// Where it stands in the text, unless it comes from the file's name.
    pub span: Option<Span>,
}

/// The number of a month by its English name or abbreviation, with or without a full stop.
pub fn month_number(name: &str) -> Option<i8> {
    let name = name.trim_end_matches('.');
    if name.len() < 3 || !name.is_char_boundary(3) {
        return None;
    }
    let full = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let lower = name.to_ascii_lowercase();
    let number = full.iter().position(|m| lower == *m || lower == m[..3] || lower == "sept" && *m == "september")?;
    Some(number as i8 + 1)
}

static FULL_DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?-u:\b)(?:(?P<month>[A-Z][a-z]{2,8})\.?[ ](?P<day>[0-9]{1,2})[ ]?,[ ]?(?P<year>(?:19|20)[0-9]{2})|(?P<day2>[0-9]{1,2})[ ](?P<month2>[A-Z][a-z]{2,8}),?[ ](?P<year2>(?:19|20)[0-9]{2}))(?-u:\b)")
        .expect("the pattern is a constant and tested")
});

static ISO_DATE: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9])((?:19|20)[0-9]{2})([-_./]?)([0-9]{2})([-_./]?)([0-9]{2})(?:[^0-9]|$)")
        .expect("the pattern is a constant and tested")
});

static YEAR: LazyLock<Regex> = LazyLock::new(|| {
    Regex::new(r"(?:^|[^0-9])((?:19|20)[0-9]{2})(?:[^0-9]|$)").expect("the pattern is a constant and tested")
});

/// A date as front matter and file names write it: `2024-03-22`, `20240322`, or in words.
fn written_date(text: &str) -> Option<Date> {
    if let Some(found) = ISO_DATE.captures(text) {
        let number = |i: usize| found[i].parse::<i16>().ok();
        if found[2] == found[4]
            && let (Some(y), Some(m), Some(d)) = (number(1), number(3), number(5))
            && let Ok(date) = Date::new(y, m as i8, d as i8)
        {
            return Some(date);
        }
    }
    full_dates(text).next().map(|(date, _)| date)
}

/// The dates of a text that name day, month and year, with their spans; those that do not exist are left out.
fn full_dates(text: &str) -> impl Iterator<Item = (Date, Span)> {
    FULL_DATE.captures_iter(text).filter_map(|found| {
        let all = found.get(0)?;
        let get = |a: &str, b: &str| found.name(a).or_else(|| found.name(b)).map(|m| m.as_str().to_owned());
        let month = month_number(&get("month", "month2")?)?;
        let day = get("day", "day2")?.parse().ok()?;
        let year = get("year", "year2")?.parse().ok()?;
        Some((Date::new(year, month, day).ok()?, Span::new(all.start(), all.end())))
    })
}

/// Dates an article.
pub(super) fn article_date(text: &str, article: &Article, file_name: &str) -> Option<ArticleDate> {
    let published = article.blocks.iter().filter(|b| b.kind == BlockKind::PublishedLine).find_map(|b| {
        let (year, month, day) = furniture::published_date(b.span.slice(text))?;
        Some((Date::new(year, month, day).ok()?, b.span))
    });
    let front = article.front_matter.date.as_deref().and_then(written_date);
    let front_span = article.blocks.first().filter(|b| b.kind == BlockKind::FrontMatter).map(|b| b.span);
    let named = written_date(file_name);

    if let Some((day, span)) = article.dateline.as_ref().and_then(|d| Some((d.day?, d.span))) {
        let dated =
            |near: Option<Date>, reason| Some(ArticleDate { day: day.nearest(near?)?, reason, span: Some(span) });
        if day.year.is_some() {
            return dated(Date::new(day.year.unwrap_or_default(), day.month, day.day).ok(), DateReason::Dateline);
        }
        // the day itself says most about the year; a year alone in a file's name says it as well
        let year_named = || {
            let year: i16 = YEAR.captures(file_name)?[1].parse().ok()?;
            Date::new(year, day.month, day.day).ok()
        };
        // what the text tells of is mostly near; a date of another season says nothing of the article's year
        let in_text = || {
            let months_apart =
                |d: &Date| (d.month() - day.month).rem_euclid(12).min((day.month - d.month()).rem_euclid(12));
            full_dates(text).map(|(date, _)| date).filter(|d| months_apart(d) <= 1).min_by_key(months_apart)
        };
        return dated(published.map(|p| p.0), DateReason::DatelineAndPublishedLine)
            .or_else(|| dated(front, DateReason::DatelineAndFrontMatter))
            .or_else(|| dated(named.or_else(year_named), DateReason::DatelineAndFileName))
            .or_else(|| dated(in_text(), DateReason::DatelineAndText));
    }
    let plain = |day: Option<Date>, reason, span| Some(ArticleDate { day: day?, reason, span });
    plain(published.map(|p| p.0), DateReason::PublishedLine, published.map(|p| p.1))
        .or_else(|| plain(front, DateReason::FrontMatter, front_span))
        .or_else(|| plain(named, DateReason::FileName, None))
        .or_else(|| {
            let first =
                article.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Caption | BlockKind::Paragraph)).take(2);
            first
                .filter_map(|b| {
                    let (day, span) = full_dates(b.span.slice(text)).next()?;
                    Some(ArticleDate { day, reason: DateReason::Text, span: Some(span.shifted(b.span.start as isize)) })
                })
                .next()
        })
}

#[cfg(test)]
mod tests {
    use super::super::{Article, Markup};
    use super::*;

    fn dated(text: &str, file_name: &str) -> Option<(String, DateReason)> {
        let markup = Markup::of_file_name(file_name);
        Article::parse(text, markup, file_name).date.map(|d| (d.day.to_string(), d.reason))
    }

    #[test]
    fn takes_the_datelines_day_and_finds_its_year() {
        let body = "WUHAN, Dec. 31 (Xinhua) -- A bridge opened.";
        let year = |text: &str, name: &str| dated(text, name).unwrap_or_else(|| panic!("{text} {name}"));
        assert_eq!(
            year(&format!("Bridge opens\n2022.01.01 / Source: Xinhua\n\n{body}"), ""),
            ("2021-12-31".to_owned(), DateReason::DatelineAndPublishedLine)
        );
        assert_eq!(
            year(&format!("---\ndate: 2021-12-31\n---\n{body}"), "a.md"),
            ("2021-12-31".to_owned(), DateReason::DatelineAndFrontMatter)
        );
        assert_eq!(year(body, "wire_20211231.0040.txt"), ("2021-12-31".to_owned(), DateReason::DatelineAndFileName));
        assert_eq!(year(body, "daily_2021_bridge.txt"), ("2021-12-31".to_owned(), DateReason::DatelineAndFileName));
        assert_eq!(
            year(&format!("{body} Work began on Dec. 1, 2021."), ""),
            ("2021-12-31".to_owned(), DateReason::DatelineAndText)
        );
        assert_eq!(
            year("LONDON, Nov. 3 , 2005 (Xinhua) -- Seven", ""),
            ("2005-11-03".to_owned(), DateReason::Dateline)
        );
        assert_eq!(dated(body, ""), None);
    }

    #[test]
    fn does_without_a_dateline() {
        assert_eq!(
            dated("Bridge opens\n\nIt did.", "x_2024-10-08_y.txt"),
            Some(("2024-10-08".to_owned(), DateReason::FileName))
        );
        assert_eq!(
            dated("Bridge opens\n\nIt did so on 3 May 2021, officials said.", ""),
            Some(("2021-05-03".to_owned(), DateReason::Text))
        );
        assert_eq!(dated("Bridge opens\n\nIt did so on February 30, 2021.", "20210230.txt"), None);
    }

    #[test]
    fn knows_months() {
        for (name, number) in [("Jan", 1), ("Sept.", 9), ("september", 9), ("MAY", 5), ("Dec.", 12)] {
            assert_eq!(month_number(name), Some(number));
        }
        for name in ["", "Ma", "Marc", "Mayor", "Décembre"] {
            assert_eq!(month_number(name), None);
        }
    }
}
