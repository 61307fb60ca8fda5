//! The files that public pages refer to, and where they are published. Nobody else's files are.

use std::collections::BTreeMap;

use super::{Placed, Plan, Public};
use crate::domain::{Edition, Notice, SitePath, Target};

/// A file that is published as it is.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Attachment {
    /// The file of the site.
    pub source: SitePath,
    /// Its path below the site's address.
    pub path: String,
}

/// The attachments of all pages of a plan, in order, each once.
pub(super) fn all(plan: &Plan) -> Vec<Attachment> {
    let of_notices = plan.notices.iter().flat_map(Public::attachments);
    let of_pages = plan.ordinary.iter().flat_map(Placed::attachments);
    let found: BTreeMap<_, _> =
        of_notices.chain(of_pages).map(|attachment| (attachment.path, attachment.source)).collect();
    found.into_iter().map(|(path, source)| Attachment { source, path }).collect()
}

impl Public {
    /// The files that the notice refers to, some more than once.
    pub fn attachments(&self) -> impl Iterator<Item = Attachment> {
        of_notice(&self.notice)
    }
}

impl Placed {
    /// The files that the page refers to, some more than once.
    pub fn attachments(&self) -> impl Iterator<Item = Attachment> {
        self.page.editions.iter().flat_map(|(_, edition)| {
            edition.outline.links.iter().filter_map(|link| attachment(&link.target, edition, self.page.owner()))
        })
    }
}

/// The attachments of a notice, some more than once.
pub(super) fn of_notice(notice: &Notice) -> impl Iterator<Item = Attachment> {
    let owner = notice.facts.reference.as_str();
    notice.editions.iter().flat_map(move |(side, edition)| {
        let documents = notice.facts.posts.iter().filter_map(|post| post.job_description.as_ref());
        let documents = documents.map(move |documents| &documents[side].target);
        let targets = edition.outline.links.iter().map(|link| &link.target).chain(documents);
        targets.filter_map(move |target| attachment(target, edition, owner))
    })
}

fn attachment(target: &Target, edition: &Edition, owner: &str) -> Option<Attachment> {
    let Target::File(source, _) = target else { return None };
    let path = || edition.attachment_path(source, owner);
    (!source.is_source()).then(|| Attachment { source: source.clone(), path: path() })
}
