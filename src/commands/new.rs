//! `diptych new REFERENCE`: the two files of a new notice, from flags or from answers at the terminal.
//!
//! What would be written is read first as the site's own files are: facts that the site does not know are refused. Nothing
//! that exists is ever written over.

use std::fmt::Write as _;
use std::fs::{self, OpenOptions};
use std::io::{self, BufRead, IsTerminal, Write};
use std::path::{Path, PathBuf};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::init::unwritable;
use super::options::Common;
use super::terminal::Terminal;
use super::{Outcome, cli};
use crate::diagnostic::{Failure, Log, Text};
use crate::domain::{Bilingual, Moment, Side, Site, SitePath, check_name, check_reference};
use crate::load::Folder;
use crate::pipeline::{self, Material};
use crate::read::{Kind, Reader};
use crate::report::{Format, Voice};

/// The facts that can be given, by their keys in the front matter, in the order in which they are asked for and written.
const FACTS: [&str; 9] =
    ["published", "deadline", "organisation", "location", "schedule", "grade", "clearance", "contract", "salary"];

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let say = |id: &'static str| voice.say(&Text::new(id));
    let title = cli::value(voice, "title", "help-title-name", "help-new-title").action(ArgAction::Append);
    let folder = cli::value(voice, "folder", "help-directory-name", "help-new-folder");
    let facts = FACTS.map(|fact| cli::value(voice, fact, "help-value-name", fact_help(fact)));
    command
        .arg(
            Arg::new("reference")
                .required(true)
                .value_name(say("help-reference-name"))
                .help(say("help-new-reference"))
                .help_heading(say("help-arguments")),
        )
        .arg(title)
        .args(facts)
        .arg(folder)
}

const fn fact_help(fact: &str) -> &'static str {
    match fact.as_bytes() {
        b"published" => "help-new-published",
        b"deadline" => "help-new-deadline",
        b"organisation" => "help-new-organisation",
        b"location" => "help-new-location",
        b"schedule" => "help-new-schedule",
        b"grade" => "help-new-grade",
        b"clearance" => "help-new-clearance",
        b"contract" => "help-new-contract",
        _ => "help-new-salary",
    }
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let reference = matches.get_one::<String>("reference").cloned().unwrap_or_default();
    if check_reference(&reference).is_err() {
        return Err(
            Failure::new(Text::new("invalid-reference").with("reference", &reference)).hint("invalid-reference-hint")
        );
    }
    let source = Folder::open(&common.site)?;
    let Some(material) = pipeline::read(&source)?.value else {
        return Err(Failure::new("new-no-site").hint("new-no-site-hint"));
    };
    let site = &material.words.site;
    if let Some(notice) =
        material.pairs.notices.iter().find(|notice| notice.facts.reference.eq_ignore_ascii_case(&reference))
    {
        let text = Text::new("new-taken").with("reference", &reference).with("path", &notice.editions.left.path);
        return Err(Failure::new(text));
    }
    let mut draft = Draft::of(matches, site)?;
    if io::stdin().is_terminal() && io::stderr().is_terminal() {
        draft.ask(&material, terminal)?;
    }
    let now = site.zone.moment(common.now);
    let folder = matches.get_one::<String>("folder").cloned().unwrap_or_else(|| now.year.to_string());
    if folder.split('/').any(|part| check_name(part).is_err()) {
        return Err(Failure::new(Text::new("new-folder").with("folder", folder)));
    }
    let paths = Bilingual::of(|side| {
        SitePath::new(&format!("content/vacancies/{folder}/{reference}.{}.md", site.languages[side].code))
    });
    let texts = Bilingual::of(|side| draft.edition(side, &material, &now));
    if let Some(refused) = refused(&paths, &texts, &material, &common, terminal) {
        return Ok(refused);
    }
    write(&paths, &texts, &common.site)?;
    terminal.say(&Text::new("new-done").with("left", &paths.left).with("right", &paths.right));
    Ok(Outcome::Clean)
}

/// What the writer has given so far.
struct Draft {
    titles: Bilingual<Option<String>>,
    facts: Vec<(&'static str, String)>,
}

impl Draft {
    fn of(matches: &ArgMatches, site: &Site) -> Result<Self, Failure> {
        let mut titles = Bilingual::of(|_| None);
        for title in matches.get_many::<String>("title").into_iter().flatten() {
            let (code, words) = title.split_once('=').unwrap_or_default();
            if let Some(side) = site.languages.side(code) {
                titles[side] = Some(words.trim().to_owned());
            } else {
                let codes = (&site.languages.left.code, &site.languages.right.code);
                let text = Text::new("new-title").with("value", title).with("left", codes.0).with("right", codes.1);
                return Err(Failure::new(text));
            }
        }
        let facts = FACTS.into_iter().filter_map(|fact| Some((fact, matches.get_one::<String>(fact)?.clone())));
        Ok(Self { titles, facts: facts.collect() })
    }

    /// Asks for what was not given, and asks again where an answer cannot be used. An empty answer leaves a fact for later.
    fn ask(&mut self, material: &Material, terminal: &Terminal) -> Result<(), Failure> {
        let site = &material.words.site;
        terminal.remark(&Text::new("new-asking"));
        for side in Side::BOTH {
            if self.titles[side].is_none() {
                let question = Text::new("new-ask-title").with("language", &site.languages[side].code);
                self.titles[side] = answer(&question, terminal)?;
            }
        }
        for fact in FACTS {
            if self.facts.iter().any(|(given, _)| *given == fact) {
                continue;
            }
            let known = known(fact, site);
            let question = match known.as_str() {
                "" => Text::new("new-ask-fact").with("fact", fact).with_text("example", Text::new(fact_help(fact))),
                known => Text::new("new-ask-choice").with("fact", fact).with("known", known),
            };
            while let Some(value) = answer(&question, terminal)? {
                if is_usable(fact, &value, material, terminal) {
                    self.facts.push((fact, value));
                    break;
                }
            }
        }
        self.facts.sort_by_key(|(fact, _)| FACTS.iter().position(|known| known == fact));
        Ok(())
    }

    /// The text of one edition: the facts stand in the one of the language named first.
    fn edition(&self, side: Side, material: &Material, now: &Moment) -> String {
        let site = &material.words.site;
        let mut text = String::from("---\n");
        let title = self.titles[side].as_deref().unwrap_or("[…]");
        // Writing to a string cannot fail.
        let _ = writeln!(text, "title: {}", quoted(title));
        if side == Side::Left {
            text.push_str("draft: true\n");
            if !self.facts.iter().any(|(fact, _)| *fact == "published") {
                let _ = writeln!(text, "published: {}", now.date());
            }
            for (fact, value) in &self.facts {
                let _ = writeln!(text, "{}", stated(fact, value));
            }
        }
        text.push_str("---\n");
        let names = &material.words.names[side];
        for section in site.sections.iter().filter(|section| section.required) {
            let heading = names.heading(&section.id).unwrap_or(&section.id);
            let _ = write!(text, "\n## {heading}\n\n[…]\n");
        }
        text
    }
}

/// A fact as a line of the front matter.
fn stated(fact: &str, value: &str) -> String {
    match fact {
        "salary" => format!("salary: {}", salary(value)),
        _ => format!("{fact}: {value}"),
    }
}

/// `4565.36 EUR month` as the front matter has it; anything else as it was typed, for the reader of facts to refuse.
fn salary(value: &str) -> String {
    // Quotation marks keep a comma from beginning a new key.
    let word =
        |word: &str| if word.contains([',', ':', '{', '}', '[', ']', '"']) { quoted(word) } else { word.to_owned() };
    match value.split_whitespace().map(word).collect::<Vec<_>>().as_slice() {
        [amount, currency, per] => match amount.split_once('-') {
            Some((from, to)) => format!("{{ from: {from}, to: {to}, currency: {currency}, per: {per} }}"),
            None => format!("{{ amount: {amount}, currency: {currency}, per: {per} }}"),
        },
        _ => quoted(value),
    }
}

/// Whether an answer can stand in the front matter; what is wrong with it is said.
fn is_usable(fact: &str, value: &str, material: &Material, terminal: &Terminal) -> bool {
    let text = format!("---\n{}\n---\n", stated(fact, value));
    let path = SitePath::new(fact);
    let reader = Reader { site: &material.words.site, names: material.words.names.clone() };
    let findings = reader.edition(&path, Side::Left, Kind::Notice, &text).log.sorted();
    if !findings.is_empty() {
        terminal.findings(&findings, Format::Human, &|_| Some(text.clone()));
    }
    findings.is_empty()
}

/// A title that YAML takes for nothing else.
fn quoted(title: &str) -> String {
    format!("\"{}\"", title.replace('\\', "\\\\").replace('"', "\\\""))
}

/// The values that a fact can have, where they are a closed list.
fn known(fact: &str, site: &Site) -> String {
    let vocabulary = &site.vocabulary;
    let keys: Vec<&str> = match fact {
        "organisation" => vocabulary.organisations.keys().map(String::as_str).collect(),
        "location" => vocabulary.locations.keys().map(String::as_str).collect(),
        "schedule" => vocabulary.schedules.iter().map(String::as_str).collect(),
        "grade" => vocabulary.grades.iter().map(|(grade, _)| grade.as_str()).collect(),
        "clearance" => vocabulary.clearances.iter().map(String::as_str).collect(),
        "contract" => vocabulary.contracts.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    };
    keys.join(", ")
}

/// What is typed in answer to a question; nothing where only Enter is.
pub(super) fn answer(question: &Text, terminal: &Terminal) -> Result<Option<String>, Failure> {
    let mut stderr = io::stderr();
    let asked = write!(stderr, "{} ", terminal.voice.say(question)).and_then(|()| stderr.flush());
    let mut line = String::new();
    let read = asked.and_then(|()| io::stdin().lock().read_line(&mut line));
    if read.map_err(|error| Failure::new(Text::new("new-no-answer").with("problem", error)))? == 0 {
        // The end of the input, which Ctrl-D types: the writer wants to stop.
        return Err(Failure::new("new-stopped"));
    }
    let answer = line.trim();
    Ok((!answer.is_empty()).then(|| answer.to_owned()))
}

/// Reads what would be written. Faults are said, and nothing is written then.
fn refused(
    paths: &Bilingual<SitePath>,
    texts: &Bilingual<String>,
    material: &Material,
    common: &Common,
    terminal: &Terminal,
) -> Option<Outcome> {
    let reader = Reader { site: &material.words.site, names: material.words.names.clone() };
    let mut log = Log::new();
    for side in Side::BOTH {
        log.append(reader.edition(&paths[side], side, Kind::Notice, &texts[side]).log);
    }
    if !log.has_errors() {
        return None;
    }
    let findings = log.sorted();
    let shown =
        |path: &SitePath| Side::BOTH.into_iter().find(|side| paths[*side] == *path).map(|side| texts[side].clone());
    terminal.findings(&findings, common.format, &shown);
    Some(Outcome::Faulty)
}

/// Writes both files, or none.
fn write(paths: &Bilingual<SitePath>, texts: &Bilingual<String>, root: &Path) -> Result<(), Failure> {
    let mut written: Vec<PathBuf> = Vec::new();
    for side in Side::BOTH {
        let path = root.join(paths[side].as_str());
        let folder = path.parent().unwrap_or(root);
        let outcome = fs::create_dir_all(folder).and_then(|()| {
            let mut file = OpenOptions::new().write(true).create_new(true).open(&path)?;
            written.push(path.clone());
            file.write_all(texts[side].as_bytes())
        });
        if let Err(error) = outcome {
            for path in written {
                let _ = fs::remove_file(path);
            }
            return Err(unwritable(&path, &error));
        }
    }
    Ok(())
}
