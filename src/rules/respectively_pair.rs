//! `respectively-pair`: a pairing that the record contradicts.

use super::standing::judge;
use super::{Context, Documentation, Evidence, EvidencePlace, Finding, Rule, Severity};

pub(super) const RULE: Rule = Rule {
    code: "respectively-pair",
    summary: "\"respectively\" gives someone an office that was someone else's on the article date",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "\"Han Jun and Yin Hong, Party secretaries of Jiangxi and Anhui respectively\": each is a Party secretary, but not of the place that the order of the lists gives. \
            The pairing is read off the lists and each pair is held against the record as of the article date.",
        matters: "A list out of order gives every official in it the wrong post.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- Han Jun and Yin Hong are Party secretaries of Jiangxi and Anhui respectively.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- Han Jun and Yin Hong are Party secretaries of Anhui and Jiangxi respectively.",
        fix: "Put one of the lists in the order of the other.",
    },
    check,
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for title in &context.recognition.titles {
        for holding in &title.holdings {
            let Some(place) = holding.paired_place else { continue };
            let Some(verdict) = judge(context, title, holding) else { continue };
            let paired = context.mention(place).span;
            let mut evidence = vec![Evidence {
                message: format!("paired with {}", context.words(paired)),
                place: EvidencePlace::Text(paired),
            }];
            evidence.extend(verdict.evidence(context));
            findings.push(Finding {
                code: RULE.code,
                severity: verdict.severity,
                span: context.mention(holding.mention).span,
                message: verdict.message(context),
                evidence,
                fixes: Vec::new(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::found;

    fn pairs(sentence: &str) -> Vec<String> {
        let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- {sentence}");
        found(&text).into_iter().filter(|f| f.0 == "respectively-pair").map(|f| f.1).collect()
    }

    #[test]
    fn pairs_against_the_record() {
        let exchanged = "Han Jun, Yin Hong and Lou Yangsheng, secretaries of the CPC provincial committees respectively of Jiangxi, Anhui and Henan, spoke.";
        assert_eq!(pairs(exchanged), ["Han Jun", "Yin Hong"]);
        assert_eq!(pairs("Han Jun and Yin Hong are Party secretaries of Anhui and Jiangxi respectively."), [""; 0]);
        assert_eq!(pairs("Han Jun and Yin Hong are Party secretaries of Anhui and Henan respectively."), ["Yin Hong"]);
    }

    #[test]
    fn says_nothing_of_people_without_a_record() {
        assert_eq!(
            pairs("Tan Baoliang and Ou Dingshan are Party secretaries of Anhui and Jiangxi respectively."),
            [""; 0]
        );
    }
}
