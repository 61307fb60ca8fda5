//! From the facts of a notice to the arguments of messages.

use super::Wording;
use crate::domain::{Deadline, Facts, Post};
use crate::strings::{Args, Value};

/// What a fact that is not stated is called in a message, so that the message can select on it.
const NONE: &str = "none";

/// Arguments while they are gathered.
type Named<'a> = Vec<(&'static str, Value<'a>)>;

impl Wording<'_> {
    /// The arguments that every message of a notice gets. The guide documents them for those who write strings.
    #[must_use]
    pub fn arguments<'a>(&self, facts: &'a Facts, title: &'a str) -> Args<'a> {
        let mut args: Named<'a> = Vec::with_capacity(28);
        args.push(("reference", facts.reference.as_str().into()));
        args.push(("title", title.into()));
        args.push(("time-zone", self.text("time-zone").into()));
        if let Some(published) = facts.published {
            args.push(("published", Value::Moment(published)));
        }
        args.push(("ongoing", if facts.deadline == Some(Deadline::Ongoing) { "yes" } else { "no" }.into()));
        if let Some(Deadline::At(deadline)) = facts.deadline {
            args.push(("deadline", Value::Moment(deadline)));
        }
        let grade = facts.grade.as_ref();
        args.push(("grade", or_none(grade.map(|grade| self.grade(grade)))));
        args.push(("grade-alias", or_none(grade.and_then(|grade| self.grade_alias(grade)))));
        args.push(("salary", or_none(facts.salary.as_ref().map(|salary| self.salary(salary)))));
        self.terms(facts, &mut args);
        self.levels(facts, &mut args);
        args.push(("openings", Value::Count(facts.openings().into())));
        args.push(("posts", Value::Count(facts.posts.len() as u64)));
        args.push(("direct-reports", reports(facts, |post| post.direct_reports)));
        args.push(("indirect-reports", reports(facts, |post| post.indirect_reports)));
        args.into_iter().map(|(name, value)| (name.into(), value)).collect()
    }

    fn terms<'a>(&self, facts: &'a Facts, args: &mut Named<'a>) {
        let terms: [(&'static str, &'static str, &'a Option<String>); 4] = [
            ("clearance", "clearance-label", &facts.clearance),
            ("organisation", "organisation-label", &facts.organisation),
            ("location", "location-label", &facts.location),
            ("schedule", "schedule-label", &facts.schedule),
        ];
        for (name, label, key) in terms {
            args.push((name, key.as_deref().unwrap_or(NONE).into()));
            args.push((label, or_none(key.as_deref().map(|key| self.label(name, key)))));
        }
        let contract = facts.contract.as_deref();
        args.push(("contract", contract.unwrap_or(NONE).into()));
        args.push(("contract-label", or_none(contract.map(|key| self.contract_label(key)))));
    }

    fn levels<'a>(&self, facts: &'a Facts, args: &mut Named<'a>) {
        let levels = facts.languages.as_ref();
        let one = levels.map(|levels| levels.one.as_str());
        let other = levels.map(|levels| levels.other.as_str());
        args.push(("language-one", one.unwrap_or(NONE).into()));
        args.push(("language-one-label", or_none(one.map(|level| self.label("language-level", level)))));
        args.push(("language-other", other.unwrap_or(NONE).into()));
        args.push(("language-other-label", or_none(other.map(|level| self.label("language-level", level)))));
    }
}

fn or_none(text: Option<String>) -> Value<'static> {
    text.map_or(Value::from(NONE), Value::from)
}

fn reports(facts: &Facts, count: impl Fn(&Post) -> Option<u32>) -> Value<'static> {
    Value::Count(facts.posts.iter().filter_map(count).map(u64::from).sum())
}
