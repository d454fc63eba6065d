//! `title-not-held`: the office was not that person's on the article date.

use super::standing::{NotHeld, Verdict, judge};
use super::{Context, Documentation, Finding, Fix, Rule, Severity};
use crate::recognition::TitleMention;

pub(super) const RULE: Rule = Rule {
    code: "title-not-held",
    summary: "the office was not that person's on the article date",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "A title that the person did not hold on the article date: the person had left it, had not yet taken it up, or someone else held its one seat. \
            A tenure known only to the month or year is not argued about within it. An office whose holders are not all on record is left alone. \
            After \"former\", \"then\" or \"-elect\", and in a sentence that tells of another year, nothing is said.",
        matters: "A wrong title is the slip that its bearer, the desk and every reader notice, and the one that has to be corrected in print.",
        fires: "BEIJING, March 22, 2024 (Xinhua) -- Vice Premier Li Qiang addressed the meeting on Friday.",
        silent: "BEIJING, March 22, 2024 (Xinhua) -- Premier Li Qiang addressed the meeting on Friday, and former Vice Premier Liu He listened.",
        fix: "Write the title the record gives, or insert \"former\".",
    },
    check,
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for title in &context.recognition.titles {
        for holding in title.holdings.iter().filter(|h| !h.in_pairing) {
            let Some(verdict) = judge(context, title, holding) else { continue };
            let span = context.mention(title.mention).span;
            findings.push(Finding {
                code: RULE.code,
                severity: verdict.severity,
                span,
                message: verdict.message(context),
                evidence: verdict.evidence(context),
                fixes: fixes(context, title, &verdict),
            });
        }
    }
}

fn fixes(context: &Context, title: &TitleMention, verdict: &Verdict) -> Vec<Fix> {
    let span = context.mention(title.mention).span;
    let words = context.words(span);
    let capital = words.starts_with(char::is_uppercase);
    let mut fixes = Vec::new();
    if matches!(verdict.why, NotHeld::Left(_)) && title.status.is_none() {
        fixes
            .push(Fix { title: "Insert \"former\"".to_owned(), replacements: vec![(span, format!("former {words}"))] });
    }
    // only a bare title can be put in place of a bare title: not where it is shared, or says what it is of
    if !title.plural && !title.has_complement {
        // what is written of a country is not true of an office in another: "French Co-Prince"
        let meant = context.knowledge.office(verdict.office).jurisdiction();
        for tenure in verdict.instead.iter().take(2) {
            let office = context.knowledge.office(tenure.office);
            if meant.is_some() && office.jurisdiction() != meant {
                continue;
            }
            let wanted = if capital { office.title().to_string() } else { office.title().to_lowercase() };
            let replaced = replace_core(words, title, &wanted);
            if !context.knowledge.needs_organization(tenure.office) {
                fixes.push(Fix { title: format!("Write \"{replaced}\""), replacements: vec![(span, replaced)] });
            }
        }
    }
    fixes
}

/// The title's words with its last ones, as many as the core has, put right: "Chinese Vice Premier" -> "Chinese Premier".
fn replace_core(words: &str, title: &TitleMention, wanted: &str) -> String {
    let core_words = title.core.split(' ').count();
    let cuts: Vec<usize> = words.char_indices().filter(|(_, c)| matches!(c, ' ' | '-')).map(|(i, _)| i + 1).collect();
    let start = cuts.len().checked_sub(core_words).map_or(0, |i| cuts[i]);
    format!("{}{wanted}", &words[..start])
}

#[cfg(test)]
mod tests {
    use super::super::{Severity, fixes_of, found};

    fn titles(text: &str) -> Vec<(String, Severity)> {
        found(text).into_iter().filter(|f| f.0 == "title-not-held").map(|f| (f.1, f.2)).collect()
    }

    fn on(day: &str, sentence: &str) -> Vec<(String, Severity)> {
        titles(&format!("Leaders meet\n\nBEIJING, {day} (Xinhua) -- {sentence}"))
    }

    #[test]
    fn never_held() {
        let warning = |words: &str| vec![(words.to_owned(), Severity::Warning)];
        assert_eq!(on("March 22, 2024", "Vice Premier Li Qiang spoke."), warning("Vice Premier"));
        assert_eq!(on("March 22, 2024", "Chinese Premier Xi Jinping spoke."), warning("Chinese Premier"));
        assert_eq!(on("March 22, 2024", "Li Qiang, president, spoke."), warning("president"));
    }

    #[test]
    fn an_office_in_another_country_is_no_fix() {
        let text = "Leaders meet\n\nPARIS, Nov. 16, 2005 (Xinhua) -- French Prime Minister Jacques Chirac spoke.";
        assert_eq!(fixes_of(text), ["Write \"French President\""]);
    }

    #[test]
    fn left_or_not_yet_in_it() {
        let warning = |words: &str| vec![(words.to_owned(), Severity::Warning)];
        assert_eq!(on("March 22, 2024", "Premier Li Keqiang spoke."), warning("Premier"));
        assert_eq!(on("March 22, 2012", "President Xi Jinping spoke."), warning("President"));
    }

    #[test]
    fn what_holds_or_is_told_of_another_time() {
        for (day, sentence) in [
            ("March 22, 2024", "Premier Li Qiang met Vice Premier Ding Xuexiang."),
            ("March 22, 2024", "Former Premier Li Keqiang had spoken."),
            ("March 22, 2024", "The late Premier Li Keqiang was remembered."),
            ("March 22, 2024", "In 2014, Premier Li Keqiang opened the bridge."),
            ("March 11, 2023", "Premier Li Keqiang and Premier Li Qiang met."),
            ("March 22, 2012", "Vice President Xi Jinping spoke."),
            ("March 22, 2024", "Manager Li Qiang spoke."),
        ] {
            assert_eq!(on(day, sentence), [], "{sentence}");
        }
    }

    #[test]
    fn is_silent_without_a_date() {
        assert_eq!(titles("Vice Premier Li Qiang spoke."), []);
    }
}
