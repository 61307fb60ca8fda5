//! From the facts of a notice to the rows of its table of facts.

use super::Wording;
use crate::domain::{Deadline, Facts};
use crate::strings::{Args, Value};

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
    /// The facts that are stated, in the order in which notices show them. `args` are the notice's
    /// arguments for messages.
    #[must_use]
    pub fn rows(&self, facts: &Facts, args: &Args<'_>) -> Vec<Row> {
        let grade = facts.grade.as_ref().map(|_| self.bundle.text("grade", args));
        let rows = [
            ("location", facts.location.as_deref().map(|key| self.label("location", key))),
            ("organisation", facts.organisation.as_deref().map(|key| self.label("organisation", key))),
            ("schedule", facts.schedule.as_deref().map(|key| self.label("schedule", key))),
            ("deadline", facts.deadline.map(|deadline| self.deadline(deadline))),
            ("salary", facts.salary.as_ref().map(|salary| self.salary(salary))),
            ("grade", grade),
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
        let args = Args::from([
            ("date", Value::from(spoken.date)),
            ("time", spoken.time.into()),
            ("time-zone", self.text("time-zone").into()),
        ]);
        self.bundle.text("deadline-with-time", &args)
    }
}
