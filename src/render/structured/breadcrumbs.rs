//! The way from a list of notices to one of them, as schema.org's `BreadcrumbList`: the same that the page shows.

use serde::Serialize;

use super::SCHEMA_ORG;
use crate::domain::Side;
use crate::plan::Public;
use crate::render::compose::Composer;

/// The way to a page.
#[derive(Serialize)]
#[serde(tag = "@type", rename_all = "camelCase")]
pub(super) struct BreadcrumbList {
    #[serde(rename = "@context")]
    context: &'static str,
    item_list_element: [ListItem; 2],
}

/// A page on the way.
#[derive(Serialize)]
#[serde(tag = "@type")]
struct ListItem {
    /// Counted from 1.
    position: u8,
    name: String,
    /// Its address.
    item: String,
}

impl Composer<'_> {
    /// The way to a notice: through the list of open ones, or through that of past ones.
    pub(super) fn breadcrumbs(&self, public: &Public, side: Side, title: &str) -> BreadcrumbList {
        let (list, path) = if public.state.takes_applications() {
            ("home-title", self.site.home_path(side))
        } else {
            ("closed-title", self.site.closed_path(side))
        };
        let list = ListItem { position: 1, name: self.text(side, list), item: self.absolute(&path) };
        let notice = ListItem { position: 2, name: title.to_owned(), item: self.absolute(&public.paths[side]) };
        BreadcrumbList { context: SCHEMA_ORG, item_list_element: [list, notice] }
    }
}
