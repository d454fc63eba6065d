//! `place-region`: the wrong part of the country before a province.

use super::{Context, Documentation, Evidence, EvidencePlace, Finding, Fix, Rule, Severity};
use crate::knowledge::Entity;
use crate::recognition::plain_compass;

pub(super) const RULE: Rule = Rule {
    code: "place-region",
    summary: "the wrong part of the country before a province",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "\"northwest China's Hunan\": a compass word that newspapers do not use for the province. The words in use are part of the province's record; \
            where usage varies, all are accepted.",
        matters: "It misplaces a province for every reader who does not know it.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened in northwest China's Hunan Province on Friday.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened in central China's Hunan Province on Friday.",
        fix: "Write the word the record gives.",
    },
    check,
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for region in &context.recognition.regions {
        let Some(Entity::Place(place)) = context.mention(region.place).entity else { continue };
        let record = context.knowledge.place(place);
        let written = context.words(region.compass);
        let Some(plain) = plain_compass(written) else { continue };
        if record.regions().is_empty() || record.regions().iter().any(|r| r == plain) {
            continue;
        }
        let right = record.regions().join(" or ");
        let fixes = record
            .regions()
            .iter()
            .map(|r| {
                let replacement = like(written, r);
                Fix { title: format!("Write \"{replacement}\""), replacements: vec![(region.compass, replacement)] }
            })
            .collect();
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: region.compass,
            message: format!("{} is in {right} China, not {plain}", record.name()),
            evidence: vec![Evidence {
                message: format!("{}: {right}", record.name()),
                place: EvidencePlace::Record(record.location()),
            }],
            fixes,
        });
    }
}

/// A compass word with the capital and the "-ern" of the one it replaces.
fn like(written: &str, compass: &str) -> String {
    let ending = if written.to_lowercase().ends_with("ern") && compass != "central" { "ern" } else { "" };
    let word = format!("{compass}{ending}");
    if written.starts_with(char::is_uppercase) { word[..1].to_uppercase() + &word[1..] } else { word }
}

#[cfg(test)]
mod tests {
    use super::super::found;

    #[test]
    fn the_wrong_part() {
        for (sentence, expected) in [
            ("It opened in northwest China's Hunan Province.", vec!["northwest"]),
            ("It opened in Northern China's Hunan.", vec!["Northern"]),
            ("It opened in Changsha, west China's Hunan.", vec!["west"]),
            ("It opened in central China's Hunan and southwestern China's Yunnan.", vec![]),
            ("It opened in Central China's Hunan province.", vec![]),
        ] {
            let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- {sentence}");
            let regions: Vec<_> = found(&text).into_iter().filter(|f| f.0 == "place-region").map(|f| f.1).collect();
            assert_eq!(regions, expected, "{sentence}");
        }
    }
}
