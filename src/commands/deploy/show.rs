//! From the plan of a deployment to what is said of it, to people and to programs.

use serde_json::{Map, Value, json};

use crate::commands::build::Done;
use crate::commands::check;
use crate::commands::options::Common;
use crate::commands::terminal::{Terminal, print};
use crate::deploy::{self, Changes, Deployed, Id, Plan, Telling};
use crate::diagnostic::{Diagnostic, Text};
use crate::domain::{Side, Site};
use crate::load::Folder;
use crate::pipeline::{Material, Words};
use crate::report::Format;
use crate::strings::Args;

/// A plan as it is shown.
pub(super) struct Shown<'a> {
    plan: &'a Plan,
    target: &'a str,
    material: &'a Material,
    done: &'a Done,
    /// Whether the files were checked where visitors see them.
    is_checked: bool,
}

/// What became of it.
pub(super) enum Ending<'a> {
    /// It is live.
    Deployed(&'a Deployed),
    /// It was only asked for.
    Planned,
    /// Nothing had to be done.
    Unchanged,
    /// Something must not happen by it.
    Refused,
    /// Nobody agreed.
    Stopped,
    /// Too much would go, or nobody knows what would: the failure says it.
    Prevented(Prevention),
}

/// What keeps a plan from being carried out unless removals are allowed.
#[derive(Debug, Clone, Copy)]
pub(super) enum Prevention {
    /// So many of all pages and attachments would go.
    Removals { removed: usize, all: usize },
    /// Something is live that nothing is known of.
    Blind,
}

impl Prevention {
    fn json(self) -> Value {
        match self {
            Self::Removals { removed, all } => json!({ "reason": "removals", "removed": removed, "all": all }),
            Self::Blind => json!({ "reason": "unreadable" }),
        }
    }
}

impl<'a> Shown<'a> {
    pub fn plan(plan: &'a Plan, (target, is_checked): (&'a str, bool), material: &'a Material, done: &'a Done) -> Self {
        Self { plan, target, material, done, is_checked }
    }

    /// Shows people what would change.
    pub fn show(&self, common: &Common, terminal: &Terminal) {
        let say = |line: &Text| say(line, common, terminal);
        let words = &self.material.words;
        let side = side(&words.site, terminal);
        let heading = |id: &str| heading(words, side, id);
        let telling = Telling { side, heading: &heading };
        match &self.plan.shelf.live {
            None => say(&Text::new("deploy-first").with("target", self.target)),
            Some(live) => say(&Text::new("deploy-live").with("target", self.target).with("release", live)),
        }
        let first = self.plan.before.is_none();
        let lines = if first { telling.first(&self.plan.changes) } else { telling.lines(&self.plan.changes) };
        if self.plan.shelf.is_torn {
            say(&"plan-torn".into());
        } else if self.plan.shelf.is_littered {
            say(&"plan-littered".into());
        }
        if self.is_unseen() {
            say(&"plan-unseen".into());
        } else {
            lines_to(lines, common, terminal);
        }
        if !self.plan.outdated.is_empty() {
            say(&deploy::outdated(self.plan.outdated.len()));
        }
        if !self.plan.damaged.is_empty() {
            say(&deploy::paths("plan-damaged", &self.plan.damaged));
        }
        if !self.plan.foreign.is_empty() {
            say(&deploy::paths("plan-foreign", &self.plan.foreign));
        }
        let (files, bytes) = self.plan.sent();
        say(&deploy::sent(files, bytes));
        say(&self.done.next(&terminal.voice));
    }

    /// Whether nothing but the manifest is different.
    fn is_unseen(&self) -> bool {
        let is_other = self.plan.before.as_ref().is_some_and(|before| !before.is_same_site(&self.plan.after));
        is_other && self.plan.changes.is_empty() && self.plan.damaged.is_empty() && self.plan.foreign.is_empty()
    }

    /// Says what became of it: a sentence for people, everything for programs.
    pub fn end(
        &self,
        ending: &Ending<'_>,
        findings: &[Diagnostic],
        source: &Folder,
        common: &Common,
        terminal: &Terminal,
    ) {
        let live = self.plan.shelf.live.as_ref();
        if common.format == Format::Json {
            let refusal = if let Ending::Prevented(prevention) = ending { prevention.json() } else { Value::Null };
            let (word, release) = match ending {
                Ending::Deployed(deployed) => ("deployed", Some(&deployed.release)),
                Ending::Planned => ("planned", None),
                Ending::Unchanged => ("unchanged", live),
                Ending::Stopped => ("stopped", None),
                Ending::Refused | Ending::Prevented(_) => ("refused", None),
            };
            let mut report = check::as_json(findings, source, terminal);
            let left = if let Ending::Deployed(deployed) = ending { deployed.left.as_slice() } else { &[] };
            report.extend(self.json(word, release, &refusal, left));
            print_json(report);
            return;
        }
        let text = match ending {
            Ending::Deployed(deployed) => {
                let id = if self.is_checked { "deploy-done" } else { "deploy-handed-over" };
                Text::new(id).with("target", self.target).with("release", &deployed.release)
            }
            Ending::Planned => Text::new("deploy-planned"),
            Ending::Prevented(_) | Ending::Stopped => return,
            Ending::Refused => Text::new("deploy-refused"),
            Ending::Unchanged => {
                let release = live.map(Id::to_string).unwrap_or_default();
                let id = if self.is_checked { "deploy-unchanged" } else { "deploy-still" };
                Text::new(id).with("target", self.target).with("release", release)
            }
        };
        say(&text, common, terminal);
    }

    fn json(&self, outcome: &str, release: Option<&Id>, refusal: &Value, left: &[Id]) -> Map<String, Value> {
        let zone = &self.material.words.site.zone;
        let (files, bytes) = self.plan.sent();
        let mut fields = deploy::changes_as_json(&self.plan.changes);
        let removed = self.plan.outdated.iter().filter(|id| !left.contains(id));
        let own = json!({
            "target": self.target,
            "outcome": outcome,
            "live": self.plan.shelf.live.as_ref().map(Id::to_string),
            "release": release.map(Id::to_string),
            "damaged": self.plan.damaged,
            "foreign": self.plan.foreign,
            "removed_releases": removed.map(Id::to_string).collect::<Vec<_>>(),
            "left_releases": left.iter().map(Id::to_string).collect::<Vec<_>>(),
            "refusal": refusal,
            "sent": { "files": files, "bytes": bytes },
            "next_change": self.done.until().map(|until| zone.moment(until).to_string()),
        });
        if let Value::Object(own) = own {
            fields.extend(own);
        }
        fields
    }
}

/// Shows what going back would change. Sections are told by their headings where the strings of the site can be read.
pub(super) fn changes(changes: &Changes, site: &Site, words: Option<&Words>, common: &Common, terminal: &Terminal) {
    if changes.is_empty() {
        say(&"plan-unseen".into(), common, terminal);
        return;
    }
    let side = side(site, terminal);
    let telling = Telling { side, heading: &|id| heading(words?, side, id) };
    lines_to(telling.lines(changes), common, terminal);
}

/// The heading of a section, if there is one.
fn heading(words: &Words, side: Side, id: &str) -> Option<String> {
    let (name, wordings) = (format!("section-{id}"), words.wordings());
    let bundle = wordings[side].bundle;
    bundle.has(&name).then(|| bundle.text(&name, &Args::none()))
}

/// The language of the site in which somebody is told about it.
fn side(site: &Site, terminal: &Terminal) -> Side {
    site.languages.side(terminal.voice.tongue().code()).unwrap_or(Side::Left)
}

fn lines_to(lines: Vec<deploy::Line>, common: &Common, terminal: &Terminal) {
    for (depth, line) in lines {
        let said = format!("{}{}\n", "    ".repeat(depth), terminal.voice.say(&line));
        if common.format == Format::Human { print(&said) } else { terminal.aside(&said) }
    }
}

/// Says a sentence on the output, unless that belongs to a program.
pub(super) fn say(text: &Text, common: &Common, terminal: &Terminal) {
    if common.format == Format::Human { terminal.say(text) } else { terminal.remark(text) }
}

/// Prints an object for a program.
pub(in crate::commands) fn print_json(object: Map<String, Value>) {
    print(&format!("{:#}\n", Value::Object(object)));
}
