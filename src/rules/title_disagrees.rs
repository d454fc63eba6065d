//! `title-disagrees`: one person, two titles in one article that cannot both hold.

use super::standing::judge;
use super::{Context, Documentation, Evidence, EvidencePlace, Finding, Rule, Severity};
use crate::knowledge::{Certainty, OfficeId, PersonId};
use crate::recognition::{Holding, Tie, TitleMention, office_place};

pub(super) const RULE: Rule = Rule {
    code: "title-disagrees",
    summary: "one person, two titles in one article that cannot both hold",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "Two titles given to one person in one article, of which one is the other with a rank before it (\"Minister\" and \"Vice Minister\"), \
            or which name the same office of two places (\"governor of Hunan\" and \"governor of Hubei\"). It needs no record of the person. \
            Where the record itself tells which title is wrong, title-not-held says so instead.",
        matters: "One of the two is wrong, and the reader can see it without knowing the facts.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- Deputy Mayor Tan Baoliang opened the fair. Mayor Tan Baoliang said it would last a week.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- Deputy Mayor Tan Baoliang opened the fair. Former Mayor Tan Baoliang said it would last a week.",
        fix: "Find out which of the two holds, and write it in both places.",
    },
    check,
};

/// Words that make another office of the title they stand before.
const RANKS: &[&str] = &["vice", "deputy", "assistant", "associate"];

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let recognition = context.recognition;
    for person in 0..recognition.people.len() {
        let given: Vec<(&TitleMention, &Holding)> = recognition
            .titles
            .iter()
            .filter(|t| t.status.is_none() && !context.mention(t.mention).anaphor)
            .flat_map(|t| t.holdings.iter().map(move |h| (t, h)))
            .filter(|(_, h)| h.person == person && h.tie != Tie::SaidOfThePast && !h.in_pairing)
            .collect();
        let mut reported = false;
        for (index, (later, later_holding)) in given.iter().enumerate() {
            for (earlier, earlier_holding) in &given[..index] {
                let known = recognition.people[person]
                    .record
                    .is_some_and(|p| both_on_record(context, p, earlier_holding, later_holding))
                    || judge(context, earlier, earlier_holding).is_some()
                    || judge(context, later, later_holding).is_some();
                if reported || known || !disagree(context, earlier, earlier_holding, later, later_holding) {
                    continue;
                }
                reported = true;
                let (span, other) = (context.mention(later.mention).span, context.mention(earlier.mention).span);
                let name = &recognition.people[person].name;
                findings.push(Finding {
                    code: RULE.code,
                    severity: RULE.severity,
                    span,
                    message: format!(
                        "{name} is \"{}\" here and \"{}\" before; both cannot hold",
                        context.words(span),
                        context.words(other)
                    ),
                    evidence: vec![Evidence {
                        message: "the other title".to_owned(),
                        place: EvidencePlace::Text(other),
                    }],
                    fixes: Vec::new(),
                });
            }
        }
    }
}

/// Whether the record has the person in both offices on the day, so that both titles hold.
fn both_on_record(context: &Context, person: PersonId, one: &Holding, other: &Holding) -> bool {
    let Some(day) = context.day() else { return false };
    let holds =
        |offices: &[OfficeId]| offices.iter().any(|o| context.knowledge.holds(person, *o, day) != Certainty::No);
    holds(&one.offices) && holds(&other.offices)
}

fn disagree(context: &Context, a: &TitleMention, a_holding: &Holding, b: &TitleMention, b_holding: &Holding) -> bool {
    if a.core == b.core {
        // the same office of two places
        let place = |h: &Holding| h.offices.first().and_then(|o| office_place(context.knowledge, *o));
        let (Some(one), Some(other)) = (place(a_holding), place(b_holding)) else { return false };
        let single = |h: &Holding| h.offices.first().is_some_and(|o| context.knowledge.office(*o).seats() == Some(1));
        return a.has_jurisdiction
            && b.has_jurisdiction
            && single(a_holding)
            && single(b_holding)
            && !context.knowledge.lies_in(one, other)
            && !context.knowledge.lies_in(other, one);
    }
    let of_rank =
        |longer: &str, shorter: &str| longer.strip_suffix(shorter).is_some_and(|rank| RANKS.contains(&rank.trim_end()));
    // "deputy director of the office" and "director" of something else both hold; a bare pair does not
    let comparable = a.has_complement == b.has_complement && !a.has_complement;
    comparable && (of_rank(&a.core, &b.core) || of_rank(&b.core, &a.core))
}

#[cfg(test)]
mod tests {
    use super::super::found;

    fn codes(sentences: &str) -> Vec<String> {
        let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- {sentences}");
        found(&text).into_iter().filter(|f| f.0 == "title-disagrees").map(|f| f.1).collect()
    }

    #[test]
    fn rank_and_place() {
        assert_eq!(codes("Vice Minister Tan Baoliang spoke. Minister Tan Baoliang left."), ["Minister"]);
        assert_eq!(
            codes("Tan Baoliang, governor of Hunan, spoke. Hubei governor Tan Baoliang left."),
            ["Hubei governor"]
        );
    }

    #[test]
    fn what_agrees() {
        for sentences in [
            "Mayor Tan Baoliang spoke. Mayor Tan left.",
            "Vice Minister Tan Baoliang spoke. Former Minister Tan Baoliang left.",
            "Vice Minister Tan Baoliang and Minister Ou Dingshan spoke.",
            "Tan Baoliang, deputy director of the office, and director of the museum, spoke.",
            "Chinese President Xi Jinping, also general secretary of the CPC Central Committee, spoke. President Xi left.",
        ] {
            assert!(codes(sentences).is_empty(), "{sentences}");
        }
    }
}
