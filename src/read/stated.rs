//! From the front matter of one edition to the facts that it states, each with its place.

use super::fields::Fields;
use super::target::target;
use super::vocabulary::Terms;
use super::yaml::{Kind, Node};
use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{
    Bilingual, Deadline, Decimal, Document, Extension, GradeRange, LanguageLevels, Moment, Period, Post, Salary, Side,
    Site, Span, Spanned, Target, TimeFault, TimeOfDay, check_reference,
};

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
    /// `cancelled`.
    pub cancelled: Option<Spanned<Moment>>,
    /// `filled`.
    pub filled: Option<Spanned<Moment>>,
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
        cancelled: facts.read("cancelled", |facts, key, node| facts.moment(key, node, TimeOfDay::Start)),
        filled: facts.read("filled", |facts, key, node| facts.moment(key, node, TimeOfDay::Start)),
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

    /// `G10`, or `G8-G10`. A code of the vocabulary may itself contain a hyphen (`P-3`), and a range of them two or three.
    fn grade(&mut self, key: &'static str, node: Node, terms: Terms<'_>) -> Option<GradeRange> {
        let text = self.text(key, node)?;
        let rank = |code: &str| self.site.vocabulary.grade_rank(code);
        if rank(&text.value).is_some() {
            return Some(GradeRange { from: text.value.clone(), to: text.value });
        }
        let hyphens = text.value.char_indices().filter(|(_, sign)| matches!(sign, '-' | '–'));
        let ends = hyphens
            .map(|(at, sign)| (text.value[..at].trim(), text.value[at + sign.len_utf8()..].trim()))
            .find(|(from, to)| rank(from).is_some() && rank(to).is_some());
        match ends {
            Some((from, to)) if rank(from) <= rank(to) => Some(GradeRange { from: from.to_owned(), to: to.to_owned() }),
            Some((from, to)) => {
                let message = Text::new("inverted-grades").with("from", from).with("to", to);
                let hint = Text::new("type-instead").with("text", format!("{to}-{from}"));
                self.note(Rule::InvertedRange, text.span, message, Some(hint));
                None
            }
            None => {
                let (rule, message, hint) = terms.no_grade(&text.value);
                self.note(rule, text.span, message, Some(hint));
                None
            }
        }
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

    fn salary(&mut self, _: &'static str, node: Node) -> Option<Salary> {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let span = fields.span;
        let amount = fields.text("amount", self.log);
        let (from, to) = (fields.text("from", self.log), fields.text("to", self.log));
        let currency = fields.text("currency", self.log);
        let per = fields.text("per", self.log);
        fields.finish(self.log);
        let incomplete = |part: &str| Text::new("missing-part").with("key", "salary").with("part", part);
        let (low, high) = match (amount, from, to) {
            (Some(amount), None, None) => (amount, None),
            (None, Some(from), Some(to)) => (from, Some(to)),
            (None, None, None) => {
                self.note(Rule::InvalidSalary, span, incomplete("amount"), None);
                return None;
            }
            _ => {
                self.note(Rule::InvalidSalary, span, "salary-amount-or-range".into(), None);
                return None;
            }
        };
        let from = self.decimal(&low);
        let to = high.as_ref().map(|high| self.decimal(high));
        let currency = self.salary_word(currency, span, "currency", |text| {
            (text.len() == 3 && text.bytes().all(|byte| byte.is_ascii_uppercase())).then(|| text.to_owned())
        });
        let per = self.salary_word(per, span, "per", |text| {
            Period::WORDS.iter().find(|(word, _)| *word == text).map(|(_, period)| *period)
        });
        let (from, to) = match (from?, to) {
            (from, None) => (from, None),
            (from, Some(to)) => (from, Some(to?)),
        };
        if to.as_ref().is_some_and(|to| *to <= from) {
            self.note(Rule::InvertedRange, span, "inverted-salary".into(), None);
            return None;
        }
        Some(Salary { from, to, currency: currency?, per: per? })
    }

    fn decimal(&mut self, text: &Spanned<String>) -> Option<Decimal> {
        let decimal = Decimal::parse(&text.value);
        if decimal.is_none() {
            let message = Text::new("invalid-amount").with("value", &text.value);
            self.note(Rule::InvalidSalary, text.span, message, Some("invalid-amount-hint".into()));
        }
        decimal
    }

    fn salary_word<T>(
        &mut self,
        text: Option<Spanned<String>>,
        span: Span,
        part: &'static str,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let Some(text) = text else {
            self.note(
                Rule::InvalidSalary,
                span,
                Text::new("missing-part").with("key", "salary").with("part", part),
                None,
            );
            return None;
        };
        let value = read(&text.value);
        if value.is_none() {
            let hint = if part == "per" { "period-hint" } else { "currency-hint" };
            let message = Text::new("invalid-salary-part").with("part", part).with("value", &text.value);
            self.note(Rule::InvalidSalary, text.span, message, Some(hint.into()));
        }
        value
    }

    fn posts(&mut self, key: &'static str, node: Node) -> Option<Vec<Post>> {
        let Kind::List(items) = node.kind else { return self.fields.ill_typed(key, node.span, "kind-list", self.log) };
        Some(items.into_iter().map(|item| self.post(item)).collect())
    }

    fn post(&mut self, node: Node) -> Post {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let number = fields.text("number", self.log);
        let openings = fields.count("openings", self.log);
        let direct = fields.count("direct-reports", self.log);
        let indirect = fields.count("indirect-reports", self.log);
        let description = fields.node("job-description");
        fields.finish(self.log);
        if let Some(openings) = openings.filter(|openings| openings.value == 0) {
            let message =
                Text::new("wrong-type").with("key", "openings").with_text("expected", Text::new("kind-positive"));
            self.note(Rule::WrongType, openings.span, message, None);
        }
        Post {
            number: number.map(|number| number.value),
            openings: openings.map_or(1, |openings| openings.value),
            direct_reports: direct.map(|count| count.value),
            indirect_reports: indirect.map(|count| count.value),
            job_description: description.and_then(|node| self.job_description(node)),
        }
    }

    /// One document for both languages, or one for each.
    fn job_description(&mut self, node: Node) -> Option<Bilingual<Document>> {
        if !matches!(node.kind, Kind::Map(_)) {
            let target = self.document(node)?;
            return Some(Bilingual::new(target.clone(), target));
        }
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let span = fields.span;
        let mut found = fields.rest();
        let languages = &self.site.languages;
        let targets = Bilingual::of(|side: Side| {
            let at = found.iter().position(|(key, _)| key.value == languages[side].code)?;
            self.document(found.remove(at).1)
        });
        for (key, _) in found {
            let message = Text::new("unknown-key").with("key", &key.value);
            let known = format!("{}, {}", languages.left.code, languages.right.code);
            self.note(Rule::UnknownKey, key.span, message, Some(Text::new("known-keys").with("keys", known)));
        }
        let both = targets.both();
        if both.is_none() {
            let part = format!("{} / {}", languages.left.code, languages.right.code);
            self.note(
                Rule::MissingFact,
                span,
                Text::new("missing-part").with("key", "job-description").with("part", part),
                None,
            );
        }
        both
    }

    fn document(&mut self, node: Node) -> Option<Document> {
        let text = self.text("job-description", node)?;
        let fault = match target(&text.value, self.fields.file()) {
            Ok(target @ (Target::Address(_) | Target::File(..))) => {
                return Some(Document { target, place: self.fields.place(text.span) });
            }
            Ok(Target::Fragment(_)) => super::TargetFault::Path,
            Err(fault) => fault,
        };
        let finding = super::edition::refused_target(&text.value, &fault, self.fields.place(text.span));
        self.log.push(finding);
        None
    }
}
