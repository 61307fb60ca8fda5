//! A notice as schema.org's `JobPosting`, in the words of its page.
//!
//! The properties are those of Google's page on structured data for job postings, and what schema.org has for clearances,
//! nationality, the number of posts and the part of an organisation. What a notice does not state is left out.

use serde::Serialize;

use super::SCHEMA_ORG;
use super::description::words;
use super::json::{Number, number};
use super::organization::Organization;
use crate::domain::{Deadline, Moment, Salary, Side};
use crate::markdown::Placement;
use crate::plan::Public;
use crate::render::compose::Composer;
use crate::render::context::{NoticeContext, PostContext};

/// The string of the site that says who may work in the post. The clause on eligibility should contain it, so that people
/// read what machines are told.
const ELIGIBILITY: &str = "eligibility-to-work";

/// A job that can be applied for.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct JobPosting<'a> {
    #[serde(rename = "@context")]
    context: &'static str,
    title: &'a str,
    /// HTML.
    description: String,
    identifier: PropertyValue<'a>,
    /// The date alone: so the page shows it.
    #[serde(skip_serializing_if = "Option::is_none")]
    date_posted: Option<String>,
    /// With the offset. An ongoing notice is valid until it is taken away.
    #[serde(skip_serializing_if = "Option::is_none")]
    valid_through: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    hiring_organization: Option<Organization>,
    /// The part of the organisation.
    #[serde(skip_serializing_if = "Option::is_none")]
    employment_unit: Option<Organization>,
    #[serde(skip_serializing_if = "Option::is_none")]
    job_location: Option<JobPlace<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    employment_type: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    base_salary: Option<MonetaryAmount<'a>>,
    /// Only where there are several: pages do not say that one is one.
    #[serde(skip_serializing_if = "Option::is_none")]
    total_job_openings: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    security_clearance_requirement: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    eligibility_to_work_requirement: Option<String>,
    /// Applications are made on another site, so that it is never `true`.
    direct_apply: bool,
    url: String,
}

/// The reference, and whose it is.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct PropertyValue<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    name: Option<String>,
    value: &'a str,
}

/// A duty station.
#[derive(Serialize)]
#[serde(tag = "@type", rename = "Place")]
struct JobPlace<'a> {
    name: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    address: Option<PostalAddress<'a>>,
}

#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct PostalAddress<'a> {
    #[serde(skip_serializing_if = "Option::is_none")]
    address_locality: Option<String>,
    /// ISO 3166 alpha-2.
    #[serde(skip_serializing_if = "Option::is_none")]
    address_country: Option<&'a str>,
}

#[derive(Serialize)]
#[serde(tag = "@type")]
struct MonetaryAmount<'a> {
    /// ISO 4217.
    currency: &'a str,
    value: QuantitativeValue,
}

/// One amount, or the ends of a range.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
struct QuantitativeValue {
    #[serde(skip_serializing_if = "Option::is_none")]
    value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    min_value: Option<Number>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_value: Option<Number>,
    /// `HOUR`, `DAY`, `WEEK`, `MONTH` or `YEAR`.
    unit_text: String,
}

impl Composer<'_> {
    /// A notice that takes applications as a job.
    pub(super) fn job_posting<'a>(
        &'a self,
        public: &'a Public,
        side: Side,
        notice: &'a NoticeContext,
        description: String,
    ) -> JobPosting<'a> {
        let facts = &public.notice.facts;
        let (hiring_organization, employment_unit) = self.organizations(public, side);
        JobPosting {
            context: SCHEMA_ORG,
            title: title(notice),
            description,
            identifier: PropertyValue {
                name: hiring_organization.as_ref().map(|organization| organization.name.clone()),
                value: &facts.reference,
            },
            date_posted: facts.published.as_ref().map(Moment::date),
            valid_through: facts.deadline.and_then(Deadline::moment).map(|deadline| deadline.to_string()),
            hiring_organization,
            employment_unit,
            job_location: self.job_place(public, side, notice),
            employment_type: facts.employment_types(),
            base_salary: facts.salary.as_ref().map(monetary_amount),
            total_job_openings: (notice.openings > 1).then_some(notice.openings),
            security_clearance_requirement: shown(notice, "clearance"),
            eligibility_to_work_requirement: self.eligibility(public, side),
            direct_apply: false,
            url: self.absolute(&public.paths[side]),
        }
    }

    /// Who hires, and the part of it in which the post is. Where a notice names no organisation, the publisher of the site
    /// hires for itself.
    fn organizations(&self, public: &Public, side: Side) -> (Option<Organization>, Option<Organization>) {
        let Some(key) = public.notice.facts.organisation.as_ref().or(self.site.publisher.as_ref()) else {
            return (None, None);
        };
        let whole = self.site.vocabulary.organisations.get(key).and_then(|organisation| organisation.part_of.as_ref());
        match whole {
            Some(whole) => (Some(self.organization(side, whole)), Some(self.organization(side, key))),
            None => (Some(self.organization(side, key)), None),
        }
    }

    fn job_place<'a>(&'a self, public: &Public, side: Side, notice: &'a NoticeContext) -> Option<JobPlace<'a>> {
        let location = self.site.vocabulary.locations.get(public.notice.facts.location.as_ref()?)?;
        let address_locality = location.locality.as_ref().map(|names| self.set(side, &names[side]));
        let address_country = location.country.as_deref();
        let is_known = address_locality.is_some() || address_country.is_some();
        let address = is_known.then_some(PostalAddress { address_locality, address_country });
        Some(JobPlace { name: shown(notice, "location")?, address })
    }

    fn eligibility(&self, public: &Public, side: Side) -> Option<String> {
        let setter = &self.setters[side];
        if !setter.wording.bundle.has(ELIGIBILITY) {
            return None;
        }
        let title = &public.notice.editions[side].words.title.value;
        let args = setter.wording.arguments(&public.notice.facts, title);
        setter.message(ELIGIBILITY, &args, Placement::Inline).map(|html| words(&html))
    }
}

/// The title of the job. That of a notice may count posts or name several, so the title of a lone post goes before it.
fn title(notice: &NoticeContext) -> &str {
    match notice.posts.as_slice() {
        [PostContext { title: Some(title), .. }] => title,
        _ => &notice.title,
    }
}

/// What the table of facts says.
fn shown<'n>(notice: &'n NoticeContext, id: &str) -> Option<&'n str> {
    notice.facts.iter().find(|fact| fact.id == id).map(|fact| fact.value.as_str())
}

fn monetary_amount(salary: &Salary) -> MonetaryAmount<'_> {
    let from = number(&salary.from);
    let unit_text = salary.per.word().to_ascii_uppercase();
    let value = match &salary.to {
        None => QuantitativeValue { value: from, min_value: None, max_value: None, unit_text },
        Some(to) => QuantitativeValue { value: None, min_value: from, max_value: number(to), unit_text },
    };
    MonetaryAmount { currency: &salary.currency, value }
}
