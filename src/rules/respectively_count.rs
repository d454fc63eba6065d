//! `respectively-count`: two paired lists of different length.

use super::{Context, Documentation, Evidence, EvidencePlace, Finding, Rule, Severity};
use crate::recognition::ListElement;
use crate::text::Span;

pub(super) const RULE: Rule = Rule {
    code: "respectively-count",
    summary: "the two lists that \"respectively\" pairs differ in length",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "Lists of people, places or other names that \"respectively\" pairs, in either order, of which one is longer. Lists of anything else are left alone.",
        matters: "Someone was left out, or is given the next one's post.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- Han Jun, Yin Hong and Lou Yangsheng are Party secretaries of Anhui and Jiangxi respectively.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- Han Jun and Yin Hong are Party secretaries of Anhui and Jiangxi respectively.",
        fix: "Add what is missing, or take out what is too much.",
    },
    check,
};

fn check(context: &Context, findings: &mut Vec<Finding>) {
    for pairing in &context.recognition.respectively {
        let (first, second) = (&pairing.first, &pairing.second);
        if first.len() == second.len() || numbers_between(context, pairing.word, first, second) {
            continue;
        }
        let list = |elements: &[ListElement], message: &str| {
            let span = elements.iter().map(|e| e.span).reduce(Span::cover)?;
            Some(Evidence { message: format!("{message}: {}", elements.len()), place: EvidencePlace::Text(span) })
        };
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span: pairing.word,
            message: format!("\"respectively\" pairs {} with {}", counted(context, first), counted(context, second)),
            evidence: list(first, "the first list").into_iter().chain(list(second, "the second list")).collect(),
            fixes: Vec::new(),
        });
    }
}

/// `6 names (Tang Dengjie to Shen Xiaoming)`
fn counted(context: &Context, elements: &[ListElement]) -> String {
    let words = |e: Option<&ListElement>| e.map_or("", |e| context.words(e.span));
    format!("{} names ({} to {})", elements.len(), words(elements.first()), words(elements.last()))
}

/// Whether figures stand between or after the lists: then these may be what is paired.
fn numbers_between(context: &Context, word: Span, first: &[ListElement], second: &[ListElement]) -> bool {
    let ends = first.iter().chain(second).chain(None).map(|e| e.span);
    let Some(whole) = ends.chain([word]).reduce(Span::cover) else { return true };
    let figures =
        context.words(whole).split_whitespace().filter(|w| w.starts_with(|c: char| c.is_ascii_digit())).count();
    figures >= 2
}

#[cfg(test)]
mod tests {
    use super::super::found;

    #[test]
    fn lists_of_different_length() {
        for (sentence, expected) in [
            ("Han Jun, Yin Hong and Lou Yangsheng are Party secretaries of Anhui and Jiangxi respectively.", 1),
            (
                "Han Jun, Yin Hong, and Lou Yangsheng, secretaries of the CPC provincial committees respectively of Anhui, Jiangxi, Henan, and Hubei, spoke.",
                1,
            ),
            ("The Party secretaries of Anhui and Jiangxi, Han Jun, Yin Hong and Lou Yangsheng respectively, spoke.", 1),
            ("Han Jun and Yin Hong are Party secretaries of Anhui and Jiangxi respectively.", 0),
            ("Exports of China, Japan and Russia rose 3 percent and 4 percent respectively.", 0),
            ("They spoke in Anhui and Jiangxi respectively.", 0),
        ] {
            let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- {sentence}");
            let count = found(&text).into_iter().filter(|f| f.0 == "respectively-count").count();
            assert_eq!(count, expected, "{sentence}");
        }
    }
}
