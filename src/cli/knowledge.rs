//! `dateline knowledge`

use std::path::PathBuf;

use clap::Subcommand;
use jiff::civil::Date;

use super::{Outcome, complain, print};
use crate::features::hover::record_card;
use crate::knowledge::census::census;
use crate::knowledge::coverage::{Fault, coverage};
use crate::knowledge::{Entity, Knowledge, PartialDate, embedded};
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
    Check {
        /// Print, office by office, who held it when, and each gap and overlap
        #[arg(long)]
        coverage: bool,
        /// With --coverage: only offices whose id begins so (cn/, CN-HN, us/president)
        #[arg(requires = "coverage", value_name = "OFFICE")]
        offices: Vec<String>,
    },
    /// Print which packs are in force and what each holds, as a Markdown table
    Packs,
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
        Command::Packs => {
            print(&census(&loaded.knowledge));
            Outcome::NothingFound
        }
        Command::Check { coverage: true, offices } => print_coverage(&loaded.knowledge, offices),
        Command::Check { .. } => {
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

/// Who held which office when. A gap that the record does not explain, and an overlap, are findings.
fn print_coverage(knowledge: &Knowledge, wanted: &[String]) -> Outcome {
    let (mut offices, mut explained, mut gaps, mut overlaps) = (0, 0, 0, 0);
    let is_wanted = |id: &str| wanted.is_empty() || wanted.iter().any(|w| id.starts_with(w.as_str()));
    for office in coverage(knowledge).iter().filter(|o| is_wanted(knowledge.office(o.office).id())) {
        offices += 1;
        let mut lines =
            format!("{}  {}\n", knowledge.office(office.office).id(), knowledge.office_title(office.office));
        for tenure in &office.holders {
            let until = tenure.to.map_or_else(String::new, PartialDate::to_iso);
            let acting = if tenure.acting { ", acting" } else { "" };
            let unchecked = if tenure.checked { "" } else { ", not checked" };
            let name = knowledge.person(tenure.person).name();
            lines += &format!("  {:10}  {until:10}  {name}{acting}{unchecked}\n", tenure.from.to_iso());
        }
        for fault in &office.faults {
            match fault {
                Fault::Gap { why: Some(_), .. } => explained += 1,
                Fault::Gap { why: None, .. } => gaps += 1,
                Fault::Overlap { .. } => overlaps += 1,
            }
            lines += &format!("  {fault}\n");
        }
        print(&lines);
    }
    complain(format_args!("{offices} offices; unexplained gaps: {gaps}, explained: {explained}, overlaps: {overlaps}"));
    if offices == 0 && !wanted.is_empty() {
        complain("no office has such an id; `dateline knowledge check --coverage` prints all");
        Outcome::CouldNotRun
    } else if gaps + overlaps > 0 {
        Outcome::Findings
    } else {
        Outcome::NothingFound
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
