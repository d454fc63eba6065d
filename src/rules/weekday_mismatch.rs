//! `weekday-mismatch`: a weekday and a date that do not agree.

use jiff::ToSpan as _;

use super::{Context, Documentation, Evidence, EvidencePlace, Finding, Fix, Rule, Severity};
use crate::knowledge::{WEEKDAY_NAMES, long_date, weekday_name};

pub(super) const RULE: Rule = Rule {
    code: "weekday-mismatch",
    summary: "the weekday and the date do not agree",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "\"Thursday, March 20, 2024\", when that day was a Wednesday. Without a year the one nearest to the article date is taken.",
        matters: "One of the two is wrong, and a reader who plans by it comes on the wrong day.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened on Thursday, March 20.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened on Wednesday, March 20.",
        fix: "Write the weekday of the date, or the date of the weekday.",
    },
    check,
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for date in &context.recognition.dates {
        let (Some((weekday, span)), Some(day)) = (date.weekday, date.civil_day()) else { continue };
        // a year that was only found somewhere in the text is not enough to argue from
        let year_is_sure = date.year.is_some() || context.article.date.is_some_and(|d| d.reason.names_the_year());
        if date.day.is_none() || day.weekday() == weekday || !year_is_sure {
            continue;
        }
        let written = context.words(span);
        let right = if written.chars().all(|c| !c.is_lowercase()) {
            weekday_name(day).to_uppercase()
        } else {
            weekday_name(day).to_owned()
        };
        let mut fixes = vec![Fix { title: format!("Write \"{right}\""), replacements: vec![(span, right.clone())] }];
        let ahead = i64::from(day.weekday().until(weekday));
        let shift = if ahead > 3 { ahead - 7 } else { ahead };
        if let (Some((_, day_span)), Ok(other)) = (date.day, day.checked_add(shift.days()))
            && other.month() == day.month()
        {
            let number = other.day().to_string();
            fixes.push(Fix {
                title: format!("Write the {number}, a {}", weekday_name(other)),
                replacements: vec![(day_span, number)],
            });
        }
        let mut evidence = Vec::new();
        if date.year.is_none()
            && let Some(article_date) = context.article.date
        {
            let message = format!("the article is of {}, {}", long_date(article_date.day), article_date.reason);
            evidence.extend(article_date.span.map(|s| Evidence { message, place: EvidencePlace::Text(s) }));
        }
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span,
            message: format!(
                "{} was a {}, not a {}",
                long_date(day),
                weekday_name(day),
                WEEKDAY_NAMES[weekday.to_monday_zero_offset() as usize]
            ),
            evidence,
            fixes,
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;

    #[test]
    fn weekday_against_date() {
        for (sentence, expected) in [
            ("It opened on Thursday, March 20, 2024.", vec!["Thursday"]),
            ("It opened on Thursday, March 20.", vec!["Thursday"]),
            ("It opened on Wednesday (March 21).", vec!["Wednesday"]),
            ("It opened on March 20, Thursday.", vec!["Thursday"]),
            ("It opened on Wednesday, March 20, 2024.", vec![]),
            ("It opened on Thursday, and March 20 people came.", vec![]),
            ("It opened on Thursday.", vec![]),
        ] {
            let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- {sentence}");
            let days: Vec<_> = found(&text).into_iter().filter(|f| f.0 == "weekday-mismatch").map(|f| f.1).collect();
            assert_eq!(days, expected, "{sentence}");
        }
    }
}
