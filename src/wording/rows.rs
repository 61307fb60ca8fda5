//! From the facts of a notice to the rows of its table of facts.

use super::Wording;
use crate::domain::{Deadline, Facts};
use crate::strings::Value;

/// A row of the table of facts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// The fact's key.
    pub id: &'static str,
    /// What the fact is called.
    pub label: String,
    /// What it is.
    pub value: String,
}

impl Wording<'_> {
    /// The facts that are stated, in the order in which notices show them. `None` where a message failed is its name.
    #[must_use]
    pub fn rows(&self, facts: &Facts, title: &str) -> Vec<Row> {
        let own = |name: &'static str, has: bool| has.then(|| self.bundle.text(name, &self.arguments(facts, title)));
        let rows = [
            ("location", facts.location.as_deref().map(|key| self.label("location", key))),
            ("organisation", facts.organisation.as_deref().map(|key| self.label("organisation", key))),
            ("schedule", facts.schedule.as_deref().map(|key| self.label("schedule", key))),
            ("deadline", facts.deadline.map(|deadline| self.deadline(deadline))),
            ("salary", facts.salary.as_ref().map(|salary| self.salary(salary))),
            ("grade", own("grade", facts.grade.is_some())),
            ("clearance", facts.clearance.as_deref().map(|key| self.label("clearance", key))),
            ("contract", facts.contract.as_deref().map(|key| self.contract_label(key))),
        ];
        let row = |(id, value): (&'static str, Option<String>)| {
            Some(Row { id, label: self.text(&format!("fact-{id}")), value: value? })
        };
        rows.into_iter().filter_map(row).collect()
    }

    /// The deadline with its time and zone, or the words for an ongoing one.
    #[must_use]
    pub fn deadline(&self, deadline: Deadline) -> String {
        let Deadline::At(moment) = deadline else { return self.text("deadline-ongoing") };
        let spoken = self.moment(&moment);
        let args = vec![
            ("date", Value::from(spoken.date)),
            ("time", spoken.time.into()),
            ("time-zone", self.text("time-zone").into()),
        ];
        self.bundle.text("deadline-with-time", &args)
    }
}
