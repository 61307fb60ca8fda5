//! The pages of a plan: their paths, their twins and what they show.

use super::Plan;
use crate::domain::{Side, Site};

/// A page of the output.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Its path below the site's address; a folder ends in `/`.
    pub path: String,
    /// What it shows.
    pub content: Content,
}

/// What a page shows. Notices, ordinary pages and lists are named by their place in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Content {
    /// The choice of a language.
    Root,
    /// What a server shows for an address that does not exist, in both languages.
    NotFound,
    /// What a server shows for the address of something that was withdrawn, in both languages.
    Gone,
    /// The open notices.
    Home(Side),
    /// The notices that no longer take applications.
    Closed(Side),
    /// The open notices of which something holds, or all of them in another order.
    List(Side, usize),
    /// How to follow the vacancies.
    Follow(Side),
    /// Where the notices are searched.
    Search(Side),
    /// A notice.
    Notice(Side, usize),
    /// An ordinary page.
    Ordinary(Side, usize),
}

impl Content {
    /// The language of the page; none of a page in both.
    #[must_use]
    pub const fn side(self) -> Option<Side> {
        match self {
            Self::Root | Self::NotFound | Self::Gone => None,
            Self::Home(side)
            | Self::Closed(side)
            | Self::Follow(side)
            | Self::List(side, _)
            | Self::Search(side)
            | Self::Notice(side, _)
            | Self::Ordinary(side, _) => Some(side),
        }
    }

    /// The same in the other language; of a page in both languages, the page itself.
    #[must_use]
    pub const fn twin(self) -> Self {
        match self {
            Self::Root | Self::NotFound | Self::Gone => self,
            Self::Home(side) => Self::Home(side.twin()),
            Self::Closed(side) => Self::Closed(side.twin()),
            Self::Follow(side) => Self::Follow(side.twin()),
            Self::List(side, at) => Self::List(side.twin(), at),
            Self::Search(side) => Self::Search(side.twin()),
            Self::Notice(side, at) => Self::Notice(side.twin(), at),
            Self::Ordinary(side, at) => Self::Ordinary(side.twin(), at),
        }
    }

    /// The path below the site's address.
    #[must_use]
    pub fn path(self, plan: &Plan, site: &Site) -> String {
        match self {
            Self::Root => "/".to_owned(),
            Self::NotFound => "/404.html".to_owned(),
            Self::Gone => "/410.html".to_owned(),
            Self::Home(side) => site.home_path(side),
            Self::Closed(side) => site.closed_path(side),
            Self::Follow(side) => site.follow_path(side),
            Self::List(side, at) => plan.lists[at].paths[side].clone(),
            Self::Search(side) => site.search_path(side),
            Self::Notice(side, at) => plan.notices[at].paths[side].clone(),
            Self::Ordinary(side, at) => plan.ordinary[at].paths[side].clone(),
        }
    }
}

impl Page {
    /// The path of its file in the output folder.
    #[must_use]
    pub fn file(&self) -> String {
        let path = self.path.trim_start_matches('/');
        if path.is_empty() || path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() }
    }
}

/// The pages of the notices of a plan.
pub(super) fn of_notices(plan: &Plan, site: &Site) -> Vec<Page> {
    let contents =
        (0..plan.notices.len()).flat_map(|at| Side::BOTH.into_iter().map(move |side| Content::Notice(side, at)));
    contents.map(|content| Page { path: content.path(plan, site), content }).collect()
}

/// All pages of a plan.
pub(super) fn all(plan: &Plan, site: &Site) -> Vec<Page> {
    let each = |side: Side| {
        let notices = (0..plan.notices.len()).map(move |at| Content::Notice(side, at));
        let ordinary = (0..plan.ordinary.len()).map(move |at| Content::Ordinary(side, at));
        let lists = (0..plan.lists.len()).map(move |at| Content::List(side, at));
        let follow = site.can_be_followed().then_some(Content::Follow(side));
        let search = plan.is_searchable.then_some(Content::Search(side));
        let firsts = [Content::Home(side), Content::Closed(side)];
        firsts.into_iter().chain(follow).chain(search).chain(lists).chain(ordinary).chain(notices)
    };
    let contents =
        [Content::Root, Content::NotFound, Content::Gone].into_iter().chain(Side::BOTH.into_iter().flat_map(each));
    contents.map(|content| Page { path: content.path(plan, site), content }).collect()
}
