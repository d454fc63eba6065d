//! The reference of the rules, made from their table.

use super::{RULES, Rule};

/// `docs/rules.md`.
pub fn reference() -> String {
    let mut page = String::from(
        "# Rules\n\nGenerated from `src/rules/`; `UPDATE=1 cargo test --test generated` writes it anew. \
         `dateline explain CODE` prints one of these.\n\n",
    );
    page += &table();
    for rule in RULES {
        page += "\n";
        page += &explanation(rule);
    }
    page
}

/// The table of the rules, for this page and the README.
pub fn table() -> String {
    let mut table = String::from("| code | says | severity |\n|---|---|---|\n");
    for rule in RULES {
        table += &format!("| `{}` | {} | {} |\n", rule.code, rule.summary, rule.severity.name());
    }
    table
}

/// One rule's section, as `dateline explain` prints it.
pub fn explanation(rule: &Rule) -> String {
    let doc = &rule.documentation;
    format!(
        "## {code}\n\n{summary}. Severity: {severity}.\n\n{finds}\n\n**Why it matters.** {matters}\n\n\
         **Fires:**\n\n> {fires}\n\n**Does not:**\n\n> {silent}\n\n**What to do.** {fix}\n",
        code = rule.code,
        summary = capitalized(rule.summary),
        severity = rule.severity.name(),
        finds = doc.finds,
        matters = doc.matters,
        fires = doc.fires,
        silent = doc.silent,
        fix = doc.fix,
    )
}

fn capitalized(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

#[cfg(test)]
mod tests {
    use super::super::{RULES, found};

    #[test]
    fn every_example_does_what_the_reference_says() {
        for rule in RULES {
            let codes = |text: &str| found(text).into_iter().map(|f| f.0).collect::<Vec<_>>();
            assert_eq!(codes(rule.documentation.fires), [rule.code], "{}", rule.documentation.fires);
            assert_eq!(codes(rule.documentation.silent), [""; 0], "{}", rule.documentation.silent);
        }
    }
}
