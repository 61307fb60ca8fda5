//! The findings of a stage, gathered beside its value.

use super::{Rule, Text};
use crate::domain::Place;

/// How much a finding weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Nothing is published while it stands.
    Error,
    /// It is said, and the site is published.
    Warning,
}

impl Severity {
    /// The word for it in machine formats.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
        }
    }
}

/// One finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// The rule that it comes from.
    pub rule: Rule,
    /// How much it weighs.
    pub severity: Severity,
    /// The smallest place that the writer can mend.
    pub place: Place,
    /// What is wrong.
    pub message: Text,
    /// What to type.
    pub hint: Option<Text>,
    /// The other places that belong to it, the twin's above all.
    pub related: Vec<(Place, Text)>,
}

impl Diagnostic {
    /// A finding of this rule at this place.
    pub fn new(rule: Rule, place: Place, message: impl Into<Text>) -> Self {
        Self { rule, severity: rule.severity(), place, message: message.into(), hint: None, related: Vec::new() }
    }

    /// Adds what to type.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what to type, if there is something to say.
    #[must_use]
    pub fn maybe_hint(mut self, hint: Option<Text>) -> Self {
        self.hint = hint;
        self
    }

    /// Adds another place that belongs to it.
    #[must_use]
    pub fn related(mut self, place: Place, message: impl Into<Text>) -> Self {
        self.related.push((place, message.into()));
        self
    }

    /// Makes a warning of it, where the rule's severity depends on the case.
    #[must_use]
    pub const fn as_warning(mut self) -> Self {
        self.severity = Severity::Warning;
        self
    }
}

/// A list of findings that grows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log(Vec<Diagnostic>);

impl Log {
    /// An empty list.
    #[must_use]
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Adds a finding.
    pub fn push(&mut self, diagnostic: Diagnostic) {
        self.0.push(diagnostic);
    }

    /// Adds the findings of another list.
    pub fn append(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// Takes a stage's value and keeps what it noticed.
    pub fn take<T>(&mut self, diagnosed: Diagnosed<T>) -> T {
        self.append(diagnosed.log);
        diagnosed.value
    }

    /// The findings by place, each once: a fault of a clause is one fault, however many notices it shows in.
    #[must_use]
    pub fn sorted(mut self) -> Vec<Diagnostic> {
        self.0.sort_by(|left, right| {
            let key = |finding: &Diagnostic| {
                (
                    finding.place.clone(),
                    finding.severity,
                    finding.rule,
                    finding.message.clone(),
                    finding.related.clone(),
                )
            };
            key(left).cmp(&key(right))
        });
        let same = |left: &Diagnostic, right: &Diagnostic| {
            (&left.place, left.rule, &left.message) == (&right.place, right.rule, &right.message)
        };
        self.0.dedup_by(|later, first| same(later, first));
        self.0
    }

    /// Keeps the findings of which that is true.
    pub fn retain(&mut self, keep: impl FnMut(&Diagnostic) -> bool) {
        self.0.retain(keep);
    }

    /// Whether an error is among them.
    #[must_use]
    pub fn has_errors(&self) -> bool {
        self.0.iter().any(|diagnostic| diagnostic.severity == Severity::Error)
    }

    /// Whether it is empty.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl From<Diagnostic> for Log {
    fn from(finding: Diagnostic) -> Self {
        Self(vec![finding])
    }
}

impl Extend<Diagnostic> for Log {
    fn extend<I: IntoIterator<Item = Diagnostic>>(&mut self, diagnostics: I) {
        self.0.extend(diagnostics);
    }
}

/// A stage's value and what the stage noticed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnosed<T> {
    /// The value: as good as it could be made.
    pub value: T,
    /// The findings.
    pub log: Log,
}

impl<T> Diagnosed<T> {
    /// A value with the findings made on the way to it.
    pub const fn new(value: T, log: Log) -> Self {
        Self { value, log }
    }
}
