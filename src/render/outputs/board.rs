//! The files for job boards, such as `jobs.xml`: each is a template of the theme or the site, rendered once for each
//! language with the notices that take applications. Each board has a format of its own, so that none is built in.

use super::File;
use super::news::{Announcement, News, Told};
use crate::domain::{Deadline, Moment, Side};
use crate::render::context::{BoardTemplate, JobContext, MomentContext};
use crate::render::minify::plain;

/// A file for each template that the site offers, in each language.
pub(super) fn files<'n>(news: &'n News<'n>) -> impl Iterator<Item = File<'n>> {
    let offered = news.theme.boards.iter().filter(|name| news.composer.site.offers(name));
    offered.flat_map(move |name| {
        Side::BOTH.map(|side| {
            let path = news.composer.site.file_path(side, name);
            let url = news.composer.absolute(&path);
            let make = move || {
                let context = BoardTemplate {
                    url: url.clone(),
                    updated: news.changed(&mut news.composer.plan.notices.iter()).map(|moment| moment.rfc_822()),
                    jobs: news.open().map(|announcement| news.job(announcement, side)).collect(),
                };
                let context = news.composer.context(side, &context);
                news.theme.environments[side].render(name, &context).map(|text| plain(&text))
            };
            File { path, make: Box::new(make) }
        })
    })
}

impl News<'_> {
    fn job(&self, announcement: &Announcement<'_>, side: Side) -> JobContext {
        let facts = &announcement.public.notice.facts;
        let told: &Told = &announcement.told[side];
        let listing = self.composer.listing(announcement.public, side);
        let location = facts.location.as_ref().and_then(|key| self.composer.site.vocabulary.locations.get(key));
        let moment = |moment: Moment| MomentContext::from(self.composer.setters[side].wording.moment(&moment));
        let salary = facts.salary.as_ref();
        JobContext {
            reference: facts.reference.clone(),
            title: listing.title,
            url: told.url.clone(),
            twin_url: announcement.told[side.twin()].url.clone(),
            summary: listing.summary,
            content: told.content.clone(),
            published: facts.published.map(moment),
            published_rfc822: facts.published.map(|moment| moment.rfc_822()),
            updated_rfc822: facts.updated().map(|moment| moment.rfc_822()),
            deadline: facts.deadline.and_then(Deadline::moment).map(moment),
            organisation: listing.organisation,
            employer: self.composer.employer(announcement.public, side),
            location: listing.location,
            locality: location.and_then(|location| location.locality.as_ref()).map(|names| names[side].clone()),
            country: location.and_then(|location| location.country.clone()),
            grade: listing.grade,
            schedule: listing.schedule,
            contract: listing.contract,
            salary: listing.salary,
            salary_from: salary.map(|salary| salary.from.to_string()),
            salary_to: salary.and_then(|salary| salary.to.as_ref()).map(ToString::to_string),
            currency: salary.map(|salary| salary.currency.clone()),
            period: salary.map(|salary| salary.per.word()),
            openings: listing.openings,
            employment_types: facts.employment_types(),
        }
    }
}
