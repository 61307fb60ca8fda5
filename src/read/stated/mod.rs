//! From the front matter of one edition to the facts that it states, each with its place.

mod corrections;
mod posts;
mod salary;

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{
    Correction, Deadline, Extension, GradeRange, LanguageLevels, Moment, Post, Salary, Site, Span, Spanned, TimeFault,
    TimeOfDay, check_reference,
};
use crate::read::fields::Fields;
use crate::read::vocabulary::Terms;
use crate::read::yaml::{Kind, Node};

/// The keys of what a notice can be required to state.
pub(super) const KEYS: [&str; 12] = [
    "title",
    "published",
    "deadline",
    "organisation",
    "location",
    "grade",
    "schedule",
    "clearance",
    "salary",
    "contract",
    "languages",
    "posts",
];

/// The facts that one edition states.
#[derive(Debug, Clone, Default)]
pub struct Stated {
    /// `reference`.
    pub reference: Option<Spanned<String>>,
    /// `draft`.
    pub draft: Option<Spanned<bool>>,
    /// `published`.
    pub published: Option<Spanned<Moment>>,
    /// `deadline`.
    pub deadline: Option<Spanned<Deadline>>,
    /// `extended`.
    pub extended: Option<Spanned<Extension>>,
    /// `corrections`, which every edition states in its own words.
    pub corrections: Option<Spanned<Vec<Correction>>>,
    /// `cancelled`.
    pub cancelled: Option<Spanned<Moment>>,
    /// `filled`.
    pub filled: Option<Spanned<Moment>>,
    /// `withdrawn`.
    pub withdrawn: Option<Spanned<Moment>>,
    /// `organisation`.
    pub organisation: Option<Spanned<String>>,
    /// `location`.
    pub location: Option<Spanned<String>>,
    /// `schedule`.
    pub schedule: Option<Spanned<String>>,
    /// `grade`.
    pub grade: Option<Spanned<GradeRange>>,
    /// `clearance`.
    pub clearance: Option<Spanned<String>>,
    /// `salary`.
    pub salary: Option<Spanned<Salary>>,
    /// `contract`.
    pub contract: Option<Spanned<String>>,
    /// `languages`.
    pub languages: Option<Spanned<LanguageLevels>>,
    /// `posts`.
    pub posts: Option<Spanned<Vec<Post>>>,
    /// `menu`, of ordinary pages.
    pub menu: Option<Spanned<u32>>,
    /// Keys that were stated and could not be read: not missing, only wrong.
    pub unreadable: Vec<&'static str>,
    /// Whether anything was wrong with a fact, or with a key that nobody knows and that may be meant as one.
    pub has_faults: bool,
}

/// Reads the facts of a notice.
pub(super) fn of_notice(fields: &mut Fields<'_>, site: &Site, log: &mut Log) -> Stated {
    let before = fields.span;
    let mut facts = Facts { fields, site, log, unreadable: Vec::new() };
    let terms = Terms(&site.vocabulary);
    let mut stated = Stated {
        reference: facts.read("reference", Facts::reference),
        draft: facts.fields.flag("draft", facts.log),
        published: facts.read("published", |facts, key, node| facts.moment(key, node, TimeOfDay::Start)),
        deadline: facts.read("deadline", Facts::deadline),
        extended: facts.read("extended", Facts::extension),
        corrections: facts.read("corrections", Facts::corrections),
        cancelled: facts.read("cancelled", |facts, key, node| facts.moment(key, node, TimeOfDay::Start)),
        filled: facts.read("filled", |facts, key, node| facts.moment(key, node, TimeOfDay::Start)),
        withdrawn: facts.read("withdrawn", |facts, key, node| facts.moment(key, node, TimeOfDay::Start)),
        organisation: facts
            .read("organisation", |facts, key, node| facts.term(key, node, |text| terms.organisation(text))),
        location: facts.read("location", |facts, key, node| facts.term(key, node, |text| terms.location(text))),
        schedule: facts.read("schedule", |facts, key, node| facts.term(key, node, |text| terms.schedule(text))),
        grade: facts.read("grade", |facts, key, node| facts.grade(key, node, terms)),
        clearance: facts.read("clearance", |facts, key, node| facts.term(key, node, |text| terms.clearance(text))),
        salary: facts.read("salary", Facts::salary),
        contract: facts.read("contract", |facts, key, node| facts.term(key, node, |text| terms.contract(text))),
        languages: facts.read("languages", |facts, key, node| facts.languages(key, node, terms)),
        posts: facts.read("posts", Facts::posts),
        menu: None,
        unreadable: Vec::new(),
        has_faults: false,
    };
    stated.unreadable = facts.unreadable;
    debug_assert_eq!(before, fields.span);
    stated
}

/// Reads the facts of an ordinary page.
pub(super) fn of_page(fields: &mut Fields<'_>, log: &mut Log) -> Stated {
    Stated { draft: fields.flag("draft", log), menu: fields.count("menu", log), ..Stated::default() }
}

struct Facts<'f, 'a> {
    fields: &'f mut Fields<'a>,
    site: &'f Site,
    log: &'f mut Log,
    unreadable: Vec<&'static str>,
}

impl Facts<'_, '_> {
    fn read<T>(
        &mut self,
        key: &'static str,
        read: impl FnOnce(&mut Self, &'static str, Node) -> Option<T>,
    ) -> Option<Spanned<T>> {
        let node = self.fields.node(key)?;
        let span = node.span;
        let value = read(self, key, node);
        if value.is_none() {
            self.unreadable.push(key);
        }
        value.map(|value| Spanned::new(value, span))
    }

    fn note(&mut self, rule: Rule, span: Span, message: Text, hint: Option<Text>) {
        let place = self.fields.place(span);
        self.log.push(Diagnostic::new(rule, place, message).maybe_hint(hint));
    }

    fn text(&mut self, key: &str, node: Node) -> Option<Spanned<String>> {
        self.fields.as_text(key, node, self.log)
    }

    fn reference(&mut self, key: &'static str, node: Node) -> Option<String> {
        let text = self.text(key, node)?;
        if check_reference(&text.value).is_err() {
            let message = Text::new("invalid-reference").with("reference", &text.value);
            self.note(Rule::InvalidReference, text.span, message, Some("invalid-reference-hint".into()));
            return None;
        }
        Some(text.value)
    }

    fn moment(&mut self, key: &str, node: Node, of_day: TimeOfDay) -> Option<Moment> {
        let text = self.text(key, node)?;
        match self.site.zone.read(&text.value, of_day) {
            Ok(moment) => Some(moment),
            Err(fault) => {
                let message = match fault {
                    TimeFault::NotADate => "not-a-date",
                    TimeFault::TwentyFour => "twenty-four",
                    TimeFault::Skipped => "time-skipped",
                    TimeFault::Twice => "time-twice",
                };
                let message = Text::new(message).with("value", &text.value);
                let hint = if fault == TimeFault::Twice || fault == TimeFault::Skipped {
                    "time-offset-hint"
                } else {
                    "date-hint"
                };
                self.note(Rule::InvalidDate, text.span, message, Some(hint.into()));
                None
            }
        }
    }

    fn deadline(&mut self, key: &'static str, node: Node) -> Option<Deadline> {
        if matches!(&node.kind, Kind::Plain(text) if text == "ongoing") {
            return Some(Deadline::Ongoing);
        }
        self.moment(key, node, self.site.closing).map(Deadline::At)
    }

    fn extension(&mut self, _: &'static str, node: Node) -> Option<Extension> {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let (from, on) = (fields.node("from"), fields.node("on"));
        let span = fields.span;
        fields.finish(self.log);
        let from = from.map(|node| self.moment("from", node, self.site.closing));
        let on = on.map(|node| self.moment("on", node, TimeOfDay::Start));
        for (part, key) in [(from.is_some(), "from"), (on.is_some(), "on")] {
            if !part {
                self.note(
                    Rule::MissingFact,
                    span,
                    Text::new("missing-part").with("key", "extended").with("part", key),
                    None,
                );
            }
        }
        Some(Extension { from: from??, on: on?? })
    }

    fn term(
        &mut self,
        key: &str,
        node: Node,
        check: impl Fn(&str) -> Result<(), (Rule, Text, Text)>,
    ) -> Option<String> {
        let text = self.text(key, node)?;
        if let Err((rule, message, hint)) = check(&text.value) {
            self.note(rule, text.span, message, Some(hint));
            return None;
        }
        Some(text.value)
    }

    fn grade(&mut self, key: &'static str, node: Node, terms: Terms<'_>) -> Option<GradeRange> {
        let text = self.text(key, node)?;
        terms.grade(&text.value).map_err(|(rule, message, hint)| self.note(rule, text.span, message, Some(hint))).ok()
    }

    fn languages(&mut self, _: &'static str, node: Node, terms: Terms<'_>) -> Option<LanguageLevels> {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let (one, other) = (fields.node("one"), fields.node("other"));
        let span = fields.span;
        fields.finish(self.log);
        if one.is_none() || other.is_none() {
            let part = if one.is_none() { "one" } else { "other" };
            self.note(
                Rule::MissingFact,
                span,
                Text::new("missing-part").with("key", "languages").with("part", part),
                None,
            );
        }
        let one = self.term("one", one?, |text| terms.language_level(text));
        let other = self.term("other", other?, |text| terms.language_level(text));
        Some(LanguageLevels { one: one?, other: other? })
    }
}
