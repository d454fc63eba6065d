//! `place-containment`: a place said to lie where it does not.

use super::{Context, Documentation, Evidence, EvidencePlace, Finding, Fix, Rule, Severity};
use crate::knowledge::{Entity, Knowledge, PlaceId, PlaceKind};
use crate::recognition::Containment;

pub(super) const RULE: Rule = Rule {
    code: "place-containment",
    summary: "a place is put in a province, state or country where it does not lie",
    severity: Severity::Warning,
    documentation: Documentation {
        finds: "\"Changsha, Hubei Province\", \"Changsha, capital of Hubei\", \"Japan's Hunan Province\": a place that is named as part of another, where none of \
            the places of that name lies in it. It is said only where the record is complete enough: Chinese prefectures and cities in a Chinese \
            province, provinces and states in a country, and cities of more than half a million in a country.",
        matters: "Neighboring provinces with names alike (Hunan and Hubei, Shanxi and Shaanxi) are easily exchanged, and readers there notice.",
        fires: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened in Changsha, central China's Hubei Province, on Friday.",
        silent: "CHANGSHA, March 22, 2024 (Xinhua) -- The fair opened in Changsha, central China's Hunan Province, and in Wuhan, Hubei Province, on Friday.",
        fix: "Write the place it lies in.",
    },
    check,
};

/// Cities with fewer people may have namesakes that are not on record.
const LARGE_CITY: u64 = 500_000;

fn check(context: &Context, findings: &mut Vec<Finding>) {
    let knowledge = context.knowledge;
    for containment in &context.recognition.containments {
        let (inner, outer) = (context.mention(containment.inner), context.mention(containment.outer));
        let (Some(Entity::Place(place)), Some(Entity::Place(said))) = (inner.entity, outer.entity) else { continue };
        if holds(knowledge, containment, said, context.words(outer.span))
            || !containment.candidates.iter().all(|p| is_settled(knowledge, *p, said))
        {
            continue;
        }
        let right = first_level(knowledge, place, said);
        let name = |p: PlaceId| knowledge.place(p).name();
        let (span, fixes) = match right {
            Some(right) => {
                let replacement = matching_case(context.words(outer.span), name(right));
                let title = format!("Write \"{replacement}\"");
                (outer.span, vec![Fix { title, replacements: vec![(outer.span, replacement)] }])
            }
            None => (outer.span, Vec::new()),
        };
        let lies = right.map_or_else(String::new, |r| format!("; it lies in {}", name(r)));
        findings.push(Finding {
            code: RULE.code,
            severity: RULE.severity,
            span,
            message: format!("{} does not lie in {}{lies}", name(place), name(said)),
            evidence: containment
                .candidates
                .iter()
                .take(3)
                .map(|p| {
                    let within: Vec<&str> = knowledge.ancestors(*p).map(name).collect();
                    let message =
                        format!("{} ({}): {}", name(*p), knowledge.place(*p).kind().noun(), within.join(", "));
                    Evidence { message, place: EvidencePlace::Record(knowledge.place(*p).location()) }
                })
                .collect(),
            fixes,
        });
    }
}

fn holds(knowledge: &Knowledge, containment: &Containment, said: PlaceId, words: &str) -> bool {
    let shares = |p: &PlaceId| {
        knowledge.lies_in(*p, said)
            || knowledge.lies_in(said, *p)
            || knowledge.place(said).within().any(|w| knowledge.lies_in(*p, w))
    };
    // a name that several larger places have: any of them will do
    let namesakes = knowledge.names().exact(words);
    let any_namesake = namesakes.iter().any(|u| match u.entity() {
        Entity::Place(other) => containment.candidates.iter().any(|p| knowledge.lies_in(*p, other)),
        _ => false,
    });
    any_namesake || containment.candidates.iter().any(shares)
}

/// Whether the record knows enough of both to say that one does not lie in the other.
fn is_settled(knowledge: &Knowledge, place: PlaceId, said: PlaceId) -> bool {
    let (inner, outer) = (knowledge.place(place), knowledge.place(said));
    let Some(country) = knowledge.country(place) else { return false };
    match outer.kind() {
        PlaceKind::Country => {
            inner.kind().is_first_level() && inner.parent().is_some()
                || inner.kind() == PlaceKind::City && inner.population() >= LARGE_CITY
        }
        kind if kind.is_first_level() => {
            let same_country = knowledge.country(said) == Some(country);
            let chinese = knowledge.place(country).id() == "CN";
            chinese
                && same_country
                && (inner.kind().is_first_level() || matches!(inner.kind(), PlaceKind::City | PlaceKind::Prefecture))
        }
        _ => false,
    }
}

/// The place of the same level as `said` that `place` lies in.
fn first_level(knowledge: &Knowledge, place: PlaceId, said: PlaceId) -> Option<PlaceId> {
    let country = knowledge.place(said).kind() == PlaceKind::Country;
    knowledge.ancestors(place).find(|p| {
        let kind = knowledge.place(*p).kind();
        if country { kind == PlaceKind::Country } else { kind.is_first_level() }
    })
}

/// A name in capitals if the words it replaces are.
fn matching_case(words: &str, name: &str) -> String {
    if words.len() > 3 && words.chars().all(|c| !c.is_lowercase()) { name.to_uppercase() } else { name.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::super::found;

    fn places(sentence: &str) -> Vec<String> {
        let text = format!("Fair opens\n\nCHANGSHA, March 22, 2024 (Xinhua) -- {sentence}");
        found(&text).into_iter().filter(|f| f.0 == "place-containment").map(|f| f.1).collect()
    }

    #[test]
    fn where_it_does_not_lie() {
        assert_eq!(places("It opened in Changsha, central China's Hubei Province."), ["Hubei"]);
        assert_eq!(places("It opened in Zhangjiajie, Hubei Province, on Friday."), ["Hubei"]);
        assert_eq!(places("It opened in Wuhan, capital of Hunan Province."), ["Hunan"]);
        assert_eq!(places("It opened in Chongqing, Sichuan Province."), ["Sichuan"]);
        assert_eq!(places("It opened in Japan's Hunan Province."), ["Japan"]);
    }

    #[test]
    fn where_it_lies_or_might() {
        for sentence in [
            "It opened in Changsha, Central China's Hunan province.",
            "It opened in Suzhou, Anhui Province, and Suzhou, Jiangsu Province.",
            "It opened in Beijing, Shanghai, Guangdong Province and Sichuan Province.",
            "It opened in Changsha, Wuhan and Hefei.",
            "It opened in Changsha and Hubei Province.",
            "It opened in Springfield, Illinois, and Paris, Texas.",
            "It opened in Changsha. Hubei Province was absent.",
        ] {
            assert_eq!(places(sentence), [""; 0], "{sentence}");
        }
    }
}
