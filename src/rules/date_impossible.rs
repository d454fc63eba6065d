//! `date-impossible`: a day that no calendar has.

use jiff::civil::Date;

use super::{Context, Documentation, Finding, Rule, Severity};
use crate::knowledge::MONTH_NAMES;

pub(super) const RULE: Rule = Rule {
    code: "date-impossible",
    summary: "a day that no calendar has",
    severity: Severity::Error,
    documentation: Documentation {
        finds: "\"February 30\", \"June 31\", and \"February 29\" in a year that is no leap year. Without a year the article's is taken.",
        matters: "It is wrong whatever the facts are.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened on February 30.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened on February 29.",
        fix: "Write the day that was meant.",
    },
    check,
};

/// A higher number after a month is a year or a count, not a slip for a day.
const LAST_SLIP: i8 = 39;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for date in &context.recognition.dates {
        let (Some((day, span)), Some(month)) = (date.day, date.month) else { continue };
        // without any year, February may have 29 days
        let year = date.year.or_else(|| context.day().map(Date::year));
        let days = Date::new(year.unwrap_or(2000), month, 1).map_or(31, Date::days_in_month);
        let opens_sentence =
            context.article.sentence_of(span).is_some_and(|s| s.start == context.mention(date.mention).span.start);
        // "May 35 people come?": a verb, not a month; "March 87": a year
        let is_verb = month == 5 && opens_sentence && date.year.is_none();
        if !(days + 1..=LAST_SLIP).contains(&day) || is_verb {
            continue;
        }
        let name = MONTH_NAMES[(month - 1) as usize];
        let of_year = match year {
            Some(year) if month == 2 => format!(" in {year}"),
            _ => String::new(),
        };
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: context.mention(date.mention).span,
            message: format!("there is no {name} {day}: {name} has {days} days{of_year}"),
            evidence: Vec::new(),
            fixes: Vec::new(),
        });
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;

    #[test]
    fn days_that_are_not() {
        for (sentence, expected) in [
            ("It opened on February 30.", vec!["February 30"]),
            ("It opened on 31 June 2023.", vec!["31 June 2023"]),
            ("It opened on Feb. 29, 2023.", vec!["Feb. 29, 2023"]),
            ("It opened on March 32.", vec!["March 32"]),
            ("It opened in March 87 and had 0 visitors in June 0.", vec![]),
            ("It opened on Feb. 29.", vec![]),
            ("It opened on Feb. 29, 2024, and ended on March 31.", vec![]),
            ("May 35 people come?", vec![]),
        ] {
            let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- It rained. {sentence}");
            let days: Vec<_> = found(&text).into_iter().filter(|f| f.0 == "date-impossible").map(|f| f.1).collect();
            assert_eq!(days, expected, "{sentence}");
        }
        let dateline = "Fair opens\n2024.03.01 / Source: Xinhua\n\nCHANGSHA, Feb. 30 (Xinhua) -- The fair opened.";
        assert_eq!(found(dateline).len(), 1);
    }
}
