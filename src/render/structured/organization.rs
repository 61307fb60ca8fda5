//! An organisation as schema.org's `Organization`.

use serde::Serialize;

use super::SCHEMA_ORG;
use crate::domain::Side;
use crate::render::compose::Composer;

/// An organisation.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct Organization {
    /// Only where it stands by itself.
    #[serde(rename = "@context", skip_serializing_if = "Option::is_none")]
    context: Option<&'static str>,
    pub name: String,
    /// The site that it publishes.
    #[serde(skip_serializing_if = "Option::is_none")]
    url: Option<String>,
    /// Where it is found on the web: what tells it from others of the same name.
    #[serde(skip_serializing_if = "Option::is_none")]
    same_as: Option<String>,
}

impl Composer<'_> {
    /// An organisation of the vocabulary.
    pub(super) fn organization(&self, side: Side, key: &str) -> Organization {
        let (name, same_as) = (self.organisation(side, key), self.organisation_url(side, key));
        Organization { context: None, name, url: None, same_as }
    }

    /// The organisation that publishes the site, with the site's own address.
    pub(super) fn publishing_organization(&self, side: Side) -> Option<Organization> {
        let publisher = self.organization(side, self.site.publisher.as_deref()?);
        let home = self.absolute(&self.site.home_path(side));
        Some(Organization { context: Some(SCHEMA_ORG), url: Some(home), ..publisher })
    }
}
