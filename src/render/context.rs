//! What templates get: one typed structure for each, in the words of one language.
//!
//! Every field always exists; what is absent is null. [`super::shape`] derives from these types the variables that a
//! template may name, and the guide for theme authors lists them.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::wording::Spoken;

/// `site`, in every template.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SiteContext {
    pub name: String,
    pub address: String,
    pub home: String,
    pub closed: String,
    pub follow: Option<String>,
    pub search: Option<String>,
    pub language: LanguageContext,
    pub twin: LanguageContext,
    pub menu: Vec<ItemContext>,
    pub footer: Vec<ItemContext>,
    pub options: BTreeMap<String, OptionContext>,
    pub time_zone: String,
    pub time_zone_id: String,
    pub feeds: Vec<FeedLinkContext>,
    pub publisher: Option<PublisherContext>,
    pub social_tags: bool,
}

/// A feed of all vacancies in the page's language, for the head of a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FeedLinkContext {
    pub title: String,
    pub r#type: &'static str,
    pub url: String,
}

/// The organisation that publishes the site.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PublisherContext {
    pub name: String,
    pub url: Option<String>,
}

/// A language of the site.
#[derive(Debug, Clone, Serialize)]
pub(super) struct LanguageContext {
    pub code: String,
    pub locale: String,
    pub name: String,
    pub home: String,
}

/// An entry of a menu.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ItemContext {
    pub title: String,
    pub url: String,
}

/// The value of a theme's option.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum OptionContext {
    Flag(bool),
    Text(String),
    Picture(Option<PictureContext>),
}

/// A picture that an option names.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PictureContext {
    pub url: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
}

/// `page`, in every template of one language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PageContext {
    pub kind: &'static str,
    pub title: String,
    pub head_title: String,
    pub description: String,
    pub url: String,
    pub absolute_url: String,
    pub twin: TwinContext,
    pub alternates: Vec<AlternateContext>,
    pub x_default: String,
    pub robots: Option<String>,
    pub structured_data: Vec<String>,
    pub image: Option<ImageContext>,
}

/// The picture by which social networks show the page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ImageContext {
    pub url: String,
    pub width: u32,
    pub height: u32,
    pub alt: String,
}

/// The page's counterpart in the other language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct TwinContext {
    pub code: String,
    pub name: String,
    pub url: String,
    pub absolute_url: String,
}

/// A language version of a page.
#[derive(Debug, Clone, Serialize)]
pub(super) struct AlternateContext {
    pub code: String,
    pub absolute_url: String,
}

/// A moment as machines and people read it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct MomentContext {
    pub iso: String,
    pub date: String,
    pub time: String,
}

impl From<Spoken> for MomentContext {
    fn from(spoken: Spoken) -> Self {
        Self { iso: spoken.iso, date: spoken.date, time: spoken.time }
    }
}

/// `notice.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NoticeTemplate {
    pub page: PageContext,
    pub notice: NoticeContext,
}

/// `notice`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct NoticeContext {
    pub reference: String,
    pub title: String,
    pub summary: Option<String>,
    pub state: &'static str,
    pub new: bool,
    pub takes_applications: bool,
    pub openings: u32,
    pub deadline: Option<MomentContext>,
    pub closes: Option<String>,
    pub published: Option<MomentContext>,
    pub extended: Option<ExtensionContext>,
    pub corrections: Vec<CorrectionContext>,
    pub cancelled: Option<MomentContext>,
    pub filled: Option<MomentContext>,
    pub facts: Vec<FactContext>,
    pub posts: Vec<PostContext>,
    pub sections: Vec<SectionContext>,
    pub apply: Vec<ApplyContext>,
    pub employer: Option<String>,
    pub calendar: Option<String>,
    pub share: String,
}

/// A deadline that was moved.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ExtensionContext {
    pub from: MomentContext,
    pub on: MomentContext,
}

/// What was corrected after the publication.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CorrectionContext {
    pub on: MomentContext,
    pub text: String,
}

/// A row of the table of facts.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FactContext {
    pub id: &'static str,
    pub label: String,
    pub value: String,
}

/// One of the posts of a notice.
#[derive(Debug, Clone, Serialize)]
pub(super) struct PostContext {
    pub number: Option<String>,
    pub title: Option<String>,
    pub openings: u32,
    pub direct_reports: Option<u32>,
    pub indirect_reports: Option<u32>,
    pub job_description: Option<DocumentContext>,
}

/// A document that a post refers to.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DocumentContext {
    pub url: String,
    pub file: bool,
}

/// A numbered section.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SectionContext {
    pub id: String,
    pub number: usize,
    pub title: String,
    pub intro: Option<String>,
    pub while_open: bool,
    pub blocks: Vec<BlockContext>,
}

/// A part of a section: the notice's own words, or a clause.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BlockContext {
    pub kind: &'static str,
    pub id: String,
    pub title: Option<String>,
    pub while_open: bool,
    pub html: String,
}

/// A way to apply.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ApplyContext {
    pub id: String,
    pub audience: String,
    pub text: String,
    pub url: String,
}

/// `home.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct HomeTemplate {
    pub page: PageContext,
    pub list: Option<ListContext>,
    pub vacancies: Vec<ListingContext>,
    pub filters: Vec<FilterContext>,
    pub orders: Vec<OrderContext>,
}

/// What a list beside the home page shows: the notices that have a value, or all of them in another order.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ListContext {
    pub filter: Option<String>,
    pub value: Option<String>,
    pub order: Option<String>,
}

/// A fact by which notices are found.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FilterContext {
    pub id: &'static str,
    pub label: String,
    pub values: Vec<ValueContext>,
}

/// A value by which notices are found.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ValueContext {
    pub key: String,
    pub label: String,
    pub count: usize,
    pub url: String,
    pub current: bool,
}

/// An order of the open notices, and their references in it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct OrderContext {
    pub id: &'static str,
    pub label: String,
    pub url: String,
    pub current: bool,
    pub references: Vec<String>,
}

/// `closed.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ClosedTemplate {
    pub page: PageContext,
    pub years: Vec<YearContext>,
}

/// The notices whose deadline lies in one year.
#[derive(Debug, Clone, Serialize)]
pub(super) struct YearContext {
    pub year: i16,
    pub vacancies: Vec<ListingContext>,
}

/// A notice in a list.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ListingContext {
    pub reference: String,
    pub title: String,
    pub url: String,
    pub summary: Option<String>,
    pub state: &'static str,
    pub new: bool,
    pub deadline: Option<MomentContext>,
    pub closes: Option<String>,
    pub published: Option<MomentContext>,
    pub ended: Option<MomentContext>,
    pub openings: u32,
    pub extended: bool,
    pub location: Option<String>,
    pub organisation: Option<String>,
    pub grade: Option<String>,
    pub schedule: Option<String>,
    pub contract: Option<String>,
    pub salary: Option<String>,
    pub keys: KeysContext,
}

/// What a notice is found by: keys of the vocabulary, the same in both languages.
#[derive(Debug, Clone, Serialize)]
pub(super) struct KeysContext {
    pub location: Option<String>,
    pub organisation: Option<String>,
    pub contract: Option<String>,
    pub grades: Vec<String>,
}

/// `card.svg`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CardTemplate {
    pub vacancy: ListingContext,
}

/// `follow.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FollowTemplate {
    pub page: PageContext,
    pub feeds: Vec<FeedContext>,
    pub calendar: Option<CalendarContext>,
    pub data: DataContext,
    pub boards: Vec<BoardContext>,
}

/// A feed in each of its formats.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FeedContext {
    pub name: String,
    pub title: String,
    pub atom: Option<String>,
    pub rss: Option<String>,
    pub json: Option<String>,
}

/// The calendar of deadlines: to download, and to subscribe to.
#[derive(Debug, Clone, Serialize)]
pub(super) struct CalendarContext {
    pub url: String,
    pub absolute_url: String,
    pub webcal: String,
}

/// The open data.
#[derive(Debug, Clone, Serialize)]
pub(super) struct DataContext {
    pub json: Option<String>,
    pub csv: Option<String>,
    pub schema: Option<String>,
}

/// A file for job boards.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BoardContext {
    pub name: String,
    pub url: String,
}

/// A template of a file for job boards.
#[derive(Debug, Clone, Serialize)]
pub(super) struct BoardTemplate {
    pub url: String,
    pub updated: Option<String>,
    pub jobs: Vec<JobContext>,
}

/// A notice as job boards take it.
#[derive(Debug, Clone, Serialize)]
pub(super) struct JobContext {
    pub reference: String,
    pub title: String,
    pub url: String,
    pub twin_url: String,
    pub summary: Option<String>,
    pub content: String,
    pub published: Option<MomentContext>,
    pub published_rfc822: Option<String>,
    pub updated_rfc822: Option<String>,
    pub deadline: Option<MomentContext>,
    pub organisation: Option<String>,
    pub employer: Option<String>,
    pub location: Option<String>,
    pub locality: Option<String>,
    pub country: Option<String>,
    pub grade: Option<String>,
    pub schedule: Option<String>,
    pub contract: Option<String>,
    pub salary: Option<String>,
    pub salary_from: Option<String>,
    pub salary_to: Option<String>,
    pub currency: Option<String>,
    pub period: Option<&'static str>,
    pub openings: u32,
    pub employment_types: Vec<&'static str>,
}

/// `search.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SearchTemplate {
    pub page: PageContext,
    pub search: SearchContext,
}

/// The search of all notices in the page's language.
#[derive(Debug, Clone, Serialize)]
pub(super) struct SearchContext {
    pub script: String,
}

/// `page.html`.
#[derive(Debug, Clone, Serialize)]
pub(super) struct OrdinaryTemplate {
    pub page: PageContext,
    pub content: String,
}

/// `root.html` and `not-found.html`: both languages at once.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FacesTemplate {
    pub kind: &'static str,
    pub faces: Vec<FaceContext>,
    pub absolute_url: String,
}

/// One language's half of a page in both.
#[derive(Debug, Clone, Serialize)]
pub(super) struct FaceContext {
    pub code: String,
    pub locale: String,
    pub name: String,
    pub site_name: String,
    pub title: String,
    pub home: String,
    pub absolute_home: String,
    pub closed: String,
    pub follow: Option<String>,
    pub search: Option<String>,
    pub menu: Vec<ItemContext>,
    pub feeds: Vec<FeedLinkContext>,
}
