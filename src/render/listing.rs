//! From a notice to its entry in a list.

use super::compose::Composer;
use super::context::{ListingContext, MomentContext};
use crate::domain::{Deadline, Moment, Side};
use crate::plan::Public;

impl Composer<'_> {
    /// A notice as lists show it.
    pub(super) fn listing(&self, public: &Public, side: Side) -> ListingContext {
        let wording = &self.setters[side].wording;
        let facts = &public.notice.facts;
        let words = &public.notice.editions[side].words;
        let moment = |moment: Moment| MomentContext::from(wording.moment(&moment));
        let label =
            |list: &str, key: &Option<String>| key.as_ref().map(|key| self.set(side, &wording.label(list, key)));
        let args = wording.arguments(facts, &words.title.value);
        ListingContext {
            reference: facts.reference.clone(),
            title: self.set(side, &words.title.value),
            url: self.url(&public.paths[side]),
            summary: words.summary.as_ref().map(|summary| self.set(side, &summary.value)),
            state: public.state.word(),
            new: public.is_new,
            deadline: facts.deadline.and_then(Deadline::moment).map(moment),
            closes: self.closes(public),
            published: facts.published.map(moment),
            ended: facts.cancelled.or(facts.filled).map(moment),
            openings: facts.openings(),
            extended: facts.extended.is_some(),
            location: label("location", &facts.location),
            organisation: label("organisation", &facts.organisation),
            grade: facts.grade.as_ref().map(|_| self.set(side, &wording.bundle.text("grade", &args))),
            schedule: label("schedule", &facts.schedule),
            contract: facts.contract.as_ref().map(|key| wording.contract_label(key)),
            keys: self.keys(public),
            salary: facts.salary.as_ref().map(|salary| wording.salary(salary)),
        }
    }
}
