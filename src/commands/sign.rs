//! `diptych sign REFERENCE`: records that both editions were compared as they now stand, by whom and when.
//!
//! What has changed since the last signature is shown before anybody is asked. A notice with errors is not signed.

use std::io::{self, IsTerminal};

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::notice::Found;
use super::options::Common;
use super::source_file;
use super::terminal::Terminal;
use super::{Outcome, check, cli, new};
use crate::diagnostic::{Failure, Text};
use crate::domain::{Hand, Part, is_control};
use crate::load::Folder;
use crate::report::Voice;
use crate::signature::{self, Change, Record, Stated, Telling, changes, parts};

/// The variable of the environment that names who signs.
const NAME: &str = "DIPTYCH_SIGNATURE";
/// The longest name, in characters.
const LONGEST_NAME: usize = 100;

/// The arguments of the command.
pub(super) fn arguments(command: Command, voice: &Voice) -> Command {
    let trivial: Arg = cli::value(voice, "trivial", "help-section-name", "help-sign-trivial");
    command
        .arg(cli::reference(voice))
        .arg(cli::value(voice, "by", "help-name-name", "help-sign-by"))
        .arg(trivial.action(ArgAction::Append))
        .arg(cli::flag(voice, "yes", "help-yes"))
}

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let common = Common::read(matches)?;
    let reference = matches.get_one::<String>("reference").cloned().unwrap_or_default();
    let source = Folder::open(&common.site)?;
    let found = match Found::of(&reference, &source, &common, terminal)? {
        Ok(found) => found,
        Err(outcome) => return Ok(outcome),
    };
    check::say(&found.findings, &source, &common, terminal);
    if found.has_errors() {
        terminal.remark(&Text::new("sign-refused").with("reference", &found.notice.facts.reference));
        return Ok(Outcome::Faulty);
    }
    let signing = Signing::of(&found);
    let chosen = signing.chosen(matches)?;
    signing.show(&chosen, terminal);
    let by = name(matches, terminal)?;
    if signing.is_done(&chosen, &by) {
        return Ok(Outcome::Clean);
    }
    if !matches.get_flag("yes") && !signing.asks(&chosen, terminal)? {
        terminal.remark(&Text::new("new-stopped"));
        return Ok(Outcome::Clean);
    }
    let hand = Hand { by, on: found.material.words.site.zone.moment(common.now) };
    signing.write(&chosen, hand, terminal)
}

/// A notice that is to be signed.
struct Signing<'a> {
    found: &'a Found,
    /// What was signed before.
    before: Option<Record>,
    /// What stands there now.
    parts: Vec<Stated>,
    /// What has changed in between.
    changes: Vec<Change>,
}

impl<'a> Signing<'a> {
    fn of(found: &'a Found) -> Self {
        let texts = found.texts.as_ref().map(String::as_str);
        let parts = parts(&found.notice, &texts);
        let before = found.filed.as_ref().map(|filed| filed.record(&found.material.words.site));
        let changes = before.as_ref().map(|record| changes(&record.signature, &parts)).unwrap_or_default();
        Self { found, before, parts, changes }
    }

    fn reference(&self) -> &str {
        &self.found.notice.facts.reference
    }

    /// The parts whose changes need no new comparison, as they were named.
    fn chosen(&self, matches: &ArgMatches) -> Result<Vec<Part>, Failure> {
        let named: Vec<&String> = matches.get_many("trivial").into_iter().flatten().collect();
        if !named.is_empty() && self.before.is_none() {
            return Err(Failure::new(Text::new("sign-nothing-before").with("reference", self.reference())));
        }
        let signed = self.before.iter().flat_map(|record| &record.signature.parts).map(|sealed| &sealed.part);
        let mut known: Vec<&Part> = self.parts.iter().map(|stated| &stated.part).collect();
        signed.for_each(|part| {
            if !known.contains(&part) {
                known.push(part);
            }
        });
        let part = |name: &String| {
            known.iter().find(|part| part.name() == name).map(|part| (*part).clone()).ok_or_else(|| {
                let names: Vec<_> = known.iter().map(|part| part.name()).collect();
                let hint = Text::new("known-values").with("values", names.join(", "));
                Failure::new(Text::new("sign-unknown-part").with("part", name)).hint(hint)
            })
        };
        named.into_iter().map(part).collect()
    }

    /// Says what has changed since the last signature.
    fn show(&self, chosen: &[Part], terminal: &Terminal) {
        let Some(record) = &self.before else {
            terminal.remark(&Text::new("sign-first").with("reference", self.reference()));
            return;
        };
        let hand = &record.signature.hand;
        let is_asked = |change: &&Change| chosen.is_empty() || chosen.contains(&change.part);
        let id = match (self.changes.is_empty(), self.changes.iter().any(|change| is_asked(&change))) {
            (true, _) => Text::new("sign-unchanged"),
            (false, true) => Text::new("sign-since"),
            (false, false) => Text::new("sign-unchanged-here"),
        };
        let said = id.with("reference", self.reference()).with("by", &hand.by).with_date("date", hand.on);
        terminal.remark(&said);
        let languages = &self.found.material.words.site.languages;
        let telling = Telling { record, parts: &self.parts, languages, limit: usize::MAX };
        for change in self.changes.iter().filter(is_asked) {
            let text = Text::new("sign-change").with("part", &change.part);
            terminal.remark(&text.with_text("change", telling.sentence(change)));
        }
    }

    /// Whether there is nothing to write: the same person has signed the same texts.
    fn is_done(&self, chosen: &[Part], by: &str) -> bool {
        let is_meant = |change: &Change| chosen.is_empty() || chosen.contains(&change.part);
        let is_same = |record: &Record| !chosen.is_empty() || record.signature.hand.by == by;
        !self.changes.iter().any(is_meant) && self.before.as_ref().is_some_and(is_same)
    }

    /// Asks whether both editions say the same.
    fn asks(&self, chosen: &[Part], terminal: &Terminal) -> Result<bool, Failure> {
        if !is_interactive() {
            return Err(Failure::new("sign-nobody-to-ask").hint("sign-nobody-to-ask-hint"));
        }
        let question = match chosen {
            [] => Text::new("sign-ask").with("reference", self.reference()),
            chosen => Text::new("sign-ask-trivial").with("parts", names(chosen)),
        };
        let answer = new::answer(&question, terminal)?.unwrap_or_default().to_lowercase();
        Ok(["y", "yes", "o", "oui"].contains(&answer.as_str()))
    }

    fn write(&self, chosen: &[Part], hand: Hand, terminal: &Terminal) -> Result<Outcome, Failure> {
        let done = match chosen {
            [] => Text::new("sign-done").with("reference", self.reference()),
            chosen => Text::new("sign-renewed").with("parts", names(chosen)),
        };
        let done = done.with("by", &hand.by).with("path", self.found.notice.editions.left.path.signature());
        let record = match (&self.before, chosen) {
            (Some(record), [_, ..]) => signature::renew(record, &self.parts, chosen, &hand),
            _ => signature::sign(&self.parts, hand),
        };
        let file = signature::write(&record, &self.found.material.words.site.languages);
        source_file::replace(&self.found.record, file.as_bytes())?;
        terminal.say(&done);
        let left: Vec<_> = changes(&record.signature, &self.parts).into_iter().map(|change| change.part).collect();
        if !left.is_empty() {
            terminal.remark(&Text::new("sign-left").with("parts", names(&left)));
        }
        Ok(Outcome::Clean)
    }
}

fn names(parts: &[Part]) -> String {
    parts.iter().map(Part::name).collect::<Vec<_>>().join(", ")
}

/// Who signs: as the arguments say, or the environment, or whoever sits at the terminal.
fn name(matches: &ArgMatches, terminal: &Terminal) -> Result<String, Failure> {
    let given = matches.get_one::<String>("by").cloned().or_else(|| std::env::var(NAME).ok());
    let name = match given {
        Some(name) => name,
        None if is_interactive() => new::answer(&Text::new("sign-ask-name"), terminal)?.unwrap_or_default(),
        None => String::new(),
    };
    let name = name.trim();
    if name.is_empty() {
        return Err(Failure::new("sign-no-name").hint(Text::new("sign-no-name-hint").with("variable", NAME)));
    }
    if name.chars().count() > LONGEST_NAME || name.chars().any(|sign| is_control(sign) || sign == '\n') {
        return Err(Failure::new("sign-name").hint(Text::new("sign-name-hint")));
    }
    Ok(name.to_owned())
}

fn is_interactive() -> bool {
    io::stdin().is_terminal() && io::stderr().is_terminal()
}
