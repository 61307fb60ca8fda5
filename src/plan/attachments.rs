//! The files that public pages refer to, and where they are published. Nobody else's files are.

use std::collections::BTreeMap;

use super::Plan;
use crate::domain::{Edition, SitePath, Target};

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
    let mut found: BTreeMap<String, SitePath> = BTreeMap::new();
    let mut add = |target: &Target, edition: &Edition, owner: &str| {
        if let Target::File(source, _) = target
            && !source.is_source()
        {
            found.insert(edition.attachment_path(source, owner), source.clone());
        }
    };
    for public in &plan.notices {
        let owner = &public.notice.facts.reference;
        for (side, edition) in public.notice.editions.iter() {
            edition.outline.links.iter().for_each(|link| add(&link.target, edition, owner));
            let documents = public.notice.facts.posts.iter().filter_map(|post| post.job_description.as_ref());
            documents.for_each(|documents| add(&documents[side].target, edition, owner));
        }
    }
    for placed in &plan.ordinary {
        for (_, edition) in placed.page.editions.iter() {
            edition.outline.links.iter().for_each(|link| add(&link.target, edition, placed.page.owner()));
        }
    }
    found.into_iter().map(|(path, source)| Attachment { source, path }).collect()
}
