//! From what a page shows to the same for machines: data in the words of schema.org, as JSON for the head of the page.
//!
//! Nothing is told that the page does not show. A notice is told as a job only while it takes applications; on the day
//! after its deadline the data would promise what no longer is.

mod breadcrumbs;
mod description;
mod job_posting;
mod json;
mod organization;

use super::compose::{Composer, Fragments};
use super::context::NoticeContext;
use crate::domain::Side;
use crate::plan::Public;

/// The vocabulary of all data.
const SCHEMA_ORG: &str = "https://schema.org";

impl Composer<'_> {
    /// The data of a home page: who publishes the site. Each text is a token of its fragment.
    pub(super) fn home_data(&self, side: Side, fragments: &mut Fragments) -> Vec<String> {
        let publisher = self.publishing_organization(side);
        publisher.map(|publisher| fragments.add(json::script(&publisher).into())).into_iter().collect()
    }

    /// The data of a notice's page: where it lies in the site, and the job while people can apply for it. Each text is a
    /// token of its fragment.
    pub(super) fn notice_data(
        &self,
        public: &Public,
        side: Side,
        notice: &NoticeContext,
        fragments: &mut Fragments,
    ) -> Vec<String> {
        let breadcrumbs = json::script(&self.breadcrumbs(public, side, &notice.title));
        let is_told = public.state.takes_applications() && self.site.offers("job-posting");
        let job = is_told.then(|| {
            let description = description::of(&notice.sections, fragments);
            json::script(&self.job_posting(public, side, notice, description))
        });
        [breadcrumbs].into_iter().chain(job).map(|json| fragments.add(json.into())).collect()
    }
}
