//! `dateline knowledge`

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::{Outcome, complain, print};
use crate::features::hover::record_card;
use crate::knowledge::{Entity, Knowledge, embedded};
use crate::workspace;

#[derive(Debug, clap::Args)]
pub(super) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Show a person, office, place, organization or term by name or id
    Show {
        /// A name ("Li Qiang", "NDRC", "Hunan") or an id (cn/premier, CN-HN)
        #[arg(required = true)]
        name: Vec<String>,
        /// As of this day, YYYY-MM-DD
        #[arg(long, value_name = "DATE")]
        on: Option<Date>,
    },
    /// Check the packs in force and print what is wrong in them
    Check,
}

pub(super) fn run(arguments: &Arguments) -> Outcome {
    let here = std::env::current_dir().unwrap_or_else(|_| PathBuf::from("."));
    let roots: Vec<PathBuf> = workspace::root_above(&here).into_iter().collect();
    let loaded = workspace::load(&roots);
    for error in &loaded.errors {
        complain(error);
    }
    match &arguments.command {
        Command::Show { name, on } => show(&loaded.knowledge, &name.join(" "), *on),
        Command::Check => {
            let own = loaded.knowledge.files().iter().any(|f| !f.embedded);
            let problems = if own { loaded.problems } else { embedded::problems() };
            for problem in &problems {
                print(&format!("{problem}\n"));
            }
            let [people, tenures, offices, organizations, places, terms] = loaded.knowledge.counts();
            complain(format_args!(
                "{people} people, {tenures} tenures, {offices} offices, {organizations} organizations, {places} places, {terms} terms; {}",
                if problems.len() == 1 { "1 problem".to_owned() } else { format!("{} problems", problems.len()) }
            ));
            if !loaded.errors.is_empty() {
                Outcome::CouldNotRun
            } else if problems.is_empty() {
                Outcome::NothingFound
            } else {
                Outcome::Findings
            }
        }
    }
}

fn show(knowledge: &Knowledge, name: &str, on: Option<Date>) -> Outcome {
    let mut found: Vec<Entity> = knowledge.names().exact(name).iter().map(|u| u.entity()).collect();
    found.extend(knowledge.entities().filter(|e| knowledge.id(*e) == name));
    if found.is_empty() {
        found.extend(
            knowledge
                .offices()
                .filter(|(id, o)| {
                    knowledge.office_title(*id).eq_ignore_ascii_case(name) || o.title().eq_ignore_ascii_case(name)
                })
                .map(|(id, _)| Entity::Office(id)),
        );
    }
    found.dedup();
    if found.is_empty() {
        let folded = crate::text::fold(name).into_owned();
        let mut near: Vec<&str> = knowledge
            .entities()
            .map(|e| knowledge.name(e))
            .filter(|n| {
                crate::text::fold(n)
                    .split([' ', '-'])
                    .any(|part| part == folded || folded.split(' ').any(|f| f == part))
            })
            .collect();
        near.sort_unstable();
        near.dedup();
        let hint = if near.is_empty() {
            String::new()
        } else {
            format!("; did you mean {}?", near[..near.len().min(5)].join(", "))
        };
        complain(format_args!("nothing on record is called {name}{hint}"));
        return Outcome::CouldNotRun;
    }
    for (n, entity) in found.into_iter().enumerate() {
        let location = knowledge.location(entity);
        let file = &knowledge.files()[location.file as usize];
        let embedded = if file.embedded { "embedded pack, " } else { "" };
        let card = record_card(knowledge, entity, on).plain();
        let apart = if n > 0 { "\n" } else { "" };
        print(&format!(
            "{apart}{card}\nRecord: {} ({embedded}{}, line {})\n",
            knowledge.id(entity),
            file.path.display(),
            location.line + 1
        ));
        if !file.attribution.is_empty() {
            print(&format!("Attribution: {}\n", file.attribution));
        }
    }
    Outcome::NothingFound
}
