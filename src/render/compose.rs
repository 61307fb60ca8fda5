//! From a planned page to its template, the context of that template, and the fragments that stand in it as tokens.

use std::collections::BTreeMap;
use std::sync::Arc;

use serde::Serialize;
use tera::{Context, Value};

use super::card::Card;
use super::context::{
    AlternateContext, ClosedTemplate, FaceContext, FacesTemplate, HomeTemplate, ItemContext, LanguageContext,
    NoticeTemplate, OptionContext, OrdinaryTemplate, PageContext, PictureContext, SearchContext, SearchTemplate,
    SiteContext, TwinContext, YearContext,
};
use super::fragment::Setter;
use super::minify::{Finisher, Minify, put_fragments, token};
use super::templates::SEARCH_PAGE;
use super::{Rendered, Theme};
use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule};
use crate::domain::{Bilingual, Deadline, OptionValue, Place, Side, Site, SitePath};
use crate::locale::Typesetter;
use crate::plan::{Content, Page, Plan, Public};
use crate::read::SectionNames;
use crate::search;
use crate::strings::{Args, Value as Argument};
use crate::wording::Wording;

/// Composes the pages of a plan.
pub(super) struct Composer<'a> {
    pub plan: &'a Plan,
    pub site: &'a Site,
    pub theme: &'a Theme,
    pub setters: Bilingual<Setter<'a>>,
    sites: Bilingual<Value>,
    finisher: Finisher,
}

/// A page ready for its template.
pub(super) struct Composed {
    pub template: &'static str,
    pub context: Context,
    pub fragments: Vec<Arc<str>>,
    pub card: Option<Card>,
    pub log: Log,
}

/// The fragments of a page; what the template gets in their place is a token each.
#[derive(Default)]
pub(super) struct Fragments(Vec<Arc<str>>);

impl Fragments {
    /// A text in which the fragments take the places of their tokens.
    pub fn put_into(&self, text: &str) -> String {
        let mut out = Vec::with_capacity(text.len());
        put_fragments(text, &self.0, &mut out);
        String::from_utf8_lossy(&out).into_owned()
    }

    /// Adds a fragment and gives its token.
    pub fn add(&mut self, html: Arc<str>) -> String {
        self.0.push(html);
        token(self.0.len() - 1)
    }
}

impl<'a> Composer<'a> {
    pub fn new(
        plan: &'a Plan,
        site: &'a Site,
        wordings: &Bilingual<Wording<'a>>,
        names: &'a Bilingual<SectionNames>,
        theme: &'a Theme,
        minify: Minify,
    ) -> Self {
        let setters = Bilingual::of(|side| Setter::new(plan, wordings[side], &names[side], minify));
        let mut composer = Self {
            plan,
            site,
            theme,
            setters,
            sites: Bilingual::of(|_| Value::none()),
            finisher: Finisher::new(minify),
        };
        composer.sites = Bilingual::of(|side| Value::from_serializable(&composer.site_context(side, &theme.options)));
        composer
    }

    /// Composes a page. `text` is the file that its words come from.
    pub fn compose(&self, page: &Page, text: &str) -> Composed {
        let mut fragments = Fragments::default();
        match page.content {
            Content::Root => self.faces("root.html", "root", "root-title"),
            Content::NotFound => self.faces("not-found.html", "not-found", "not-found-title"),
            Content::Gone => self.faces("not-found.html", "gone", "gone-title"),
            Content::Home(side) => {
                let (title, description) = (self.text(side, "home-title"), self.text(side, "home-description"));
                let vacancies = self.plan.open().map(|public| self.listing(public, side)).collect();
                let mut page = self.page(page.content, "home", title, description);
                page.structured_data = self.home_data(side, &mut fragments);
                let (filters, orders) =
                    (self.filters(side, Content::Home(side)), self.orders(side, Content::Home(side)));
                let home = HomeTemplate { page, list: None, vacancies, filters, orders };
                self.composed("home.html", side, &home, fragments)
            }
            Content::Closed(side) => {
                let (title, description) = (self.text(side, "closed-title"), self.text(side, "closed-description"));
                let page = self.page(page.content, "closed", title, description);
                self.composed("closed.html", side, &ClosedTemplate { page, years: self.years(side) }, fragments)
            }
            Content::Follow(side) => {
                let (title, description) = (self.text(side, "follow-title"), self.text(side, "follow-description"));
                let page = self.page(page.content, "follow", title, description);
                self.composed("follow.html", side, &self.follow(page, side), fragments)
            }
            Content::List(side, at) => self.composed("home.html", side, &self.list(side, at), fragments),
            Content::Search(side) => {
                let (title, description) = (self.text(side, "search-title"), self.text(side, "search-description"));
                let mut page = self.page(page.content, "search", title, description);
                // What is found is indexed by itself.
                page.robots = Some("noindex, follow".to_owned());
                let script = format!("{}/{}", self.site.file_path(side, search::FOLDER), search::SCRIPT);
                let search = SearchContext { script: self.url(&script) };
                self.composed(SEARCH_PAGE, side, &SearchTemplate { page, search }, fragments)
            }
            Content::Notice(side, at) => {
                let public = &self.plan.notices[at];
                let edition = &public.notice.editions[side];
                let notice = self.notice(public, side, body(text, edition.body), &mut fragments);
                let args = Args::from([
                    ("title", Argument::from(notice.title.as_str())),
                    ("reference", notice.reference.as_str().into()),
                ]);
                let title = self.setters[side].wording.bundle.text("notice-title", &args);
                let description = notice.summary.clone().unwrap_or_else(|| notice.title.clone());
                let mut page = self.page(page.content, "notice", title, description);
                page.robots = robots(public);
                page.structured_data = self.notice_data(public, side, &notice, &mut fragments);
                let Diagnosed { value: card, log } = self.card(public, side);
                page.image = card.as_ref().map(|card| self.image(card));
                Composed {
                    card,
                    log,
                    ..self.composed("notice.html", side, &NoticeTemplate { page, notice }, fragments)
                }
            }
            Content::Ordinary(side, at) => {
                let ordinary = &self.plan.ordinary[at].page;
                let edition = &ordinary.editions[side];
                let html = self.setters[side].page(edition, body(text, edition.body), ordinary.owner());
                let title = self.set(side, &edition.words.title.value);
                let description = edition
                    .words
                    .summary
                    .as_ref()
                    .map_or_else(|| title.clone(), |summary| self.set(side, &summary.value));
                let page = self.page(page.content, "page", title, description);
                let content = fragments.add(html);
                self.composed("page.html", side, &OrdinaryTemplate { page, content }, fragments)
            }
        }
    }

    /// Puts a rendered page together.
    pub fn finish(&self, page: &Page, html: &str, composed: Composed) -> Rendered {
        let Composed { fragments, card, mut log, .. } = composed;
        let finished = self.finisher.finish(html, &fragments);
        if finished.as_it_was {
            log.push(Diagnostic::new(Rule::NotMinified, Place::top(self.source(page)), "not-minified"));
        }
        Rendered { bytes: finished.bytes, log, card }
    }

    /// The file that a page's words come from; the site's own where it has none.
    fn source(&self, page: &Page) -> SitePath {
        match page.content {
            Content::Notice(side, at) => self.plan.notices[at].notice.editions[side].path.clone(),
            Content::Ordinary(side, at) => self.plan.ordinary[at].page.editions[side].path.clone(),
            _ => SitePath::new("site.yaml"),
        }
    }

    fn composed(&self, template: &'static str, side: Side, context: &impl Serialize, fragments: Fragments) -> Composed {
        let context = self.context(side, context);
        Composed { template, context, fragments: fragments.0, card: None, log: Log::new() }
    }

    /// The context of a template with what all templates get.
    pub fn context(&self, side: Side, context: &impl Serialize) -> Context {
        let mut context = Context::from_serialize(context).unwrap_or_default();
        context.insert_value("site", self.sites[side].clone());
        context
    }

    /// A string of the site without arguments.
    pub fn text(&self, side: Side, name: &str) -> String {
        self.setters[side].wording.text(name)
    }

    /// Words from a front matter or a label with the typography of their language.
    pub fn set(&self, side: Side, text: &str) -> String {
        Typesetter::new(self.site.typography[side]).set(text)
    }

    /// The instant at which a notice that takes applications closes, for machines.
    pub fn closes(&self, public: &Public) -> Option<String> {
        let deadline = public.notice.facts.deadline.filter(|_| public.state.takes_applications())?;
        Some(self.site.zone.moment(deadline.closes()?).to_string())
    }

    /// A path below the site's address as the path part of an address.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base_path())
    }

    /// A path below the site's address as a whole address.
    pub fn absolute(&self, path: &str) -> String {
        format!("{}{path}", self.site.address)
    }

    /// The path that stands for both languages: the choice of a language for the home pages; else the page of the
    /// language that the site names first.
    pub fn x_default(&self, content: Content) -> String {
        let content = match content {
            Content::Home(_) => Content::Root,
            Content::Closed(_) => Content::Closed(Side::Left),
            Content::Follow(_) => Content::Follow(Side::Left),
            Content::List(_, at) => Content::List(Side::Left, at),
            Content::Search(_) => Content::Search(Side::Left),
            Content::Notice(_, at) => Content::Notice(Side::Left, at),
            Content::Ordinary(_, at) => Content::Ordinary(Side::Left, at),
            Content::Root | Content::NotFound | Content::Gone => content,
        };
        self.absolute(&content.path(self.plan, self.site))
    }

    pub fn page(&self, content: Content, kind: &'static str, title: String, description: String) -> PageContext {
        let side = content.side().unwrap_or(Side::Left);
        let path = content.path(self.plan, self.site);
        let twin_path = content.twin().path(self.plan, self.site);
        let twin = &self.site.languages[side.twin()];
        let head_title = self.head_title(side, &title);
        let alternate = |path: &str, side: Side| AlternateContext {
            code: self.site.languages[side].code.clone(),
            absolute_url: self.absolute(path),
        };
        let (own, other) = (alternate(&path, side), alternate(&twin_path, side.twin()));
        PageContext {
            kind,
            head_title,
            title,
            description,
            url: self.url(&path),
            absolute_url: self.absolute(&path),
            twin: TwinContext {
                code: twin.code.clone(),
                name: twin.name().to_owned(),
                url: self.url(&twin_path),
                absolute_url: self.absolute(&twin_path),
            },
            alternates: if side == Side::Left { vec![own, other] } else { vec![other, own] },
            x_default: self.x_default(content),
            robots: None,
            structured_data: Vec::new(),
            image: None,
        }
    }

    /// A title with the name of the site.
    pub fn head_title(&self, side: Side, title: &str) -> String {
        let args = Args::from([("title", Argument::from(title)), ("site", self.site.name[side].as_str().into())]);
        self.setters[side].wording.bundle.text("page-title", &args)
    }

    fn site_context(&self, side: Side, options: &BTreeMap<String, OptionValue>) -> SiteContext {
        let option = |value: &OptionValue| match value {
            OptionValue::Flag(flag) => OptionContext::Flag(*flag),
            OptionValue::Text(text) => OptionContext::Text(text.clone()),
            OptionValue::Colour(colour) => OptionContext::Text(colour.to_string()),
            OptionValue::Picture(name) => OptionContext::Picture(self.picture(name)),
        };
        SiteContext {
            name: self.site.name[side].clone(),
            address: self.site.address.clone(),
            home: self.url(&self.site.home_path(side)),
            closed: self.url(&self.site.closed_path(side)),
            follow: self.follow_url(side),
            search: self.search_url(side),
            language: self.language(side),
            twin: self.language(side.twin()),
            menu: self.items(side, true),
            footer: self.items(side, false),
            options: options.iter().map(|(name, value)| (name.replace('-', "_"), option(value))).collect(),
            time_zone: self.text(side, "time-zone"),
            time_zone_id: self.site.zone.name(),
            feeds: self.feed_links(side),
            publisher: self.publisher(side),
            social_tags: self.site.offers("social-tags"),
        }
    }

    fn follow_url(&self, side: Side) -> Option<String> {
        self.site.can_be_followed().then(|| self.url(&self.site.follow_path(side)))
    }

    fn search_url(&self, side: Side) -> Option<String> {
        self.plan.is_searchable.then(|| self.url(&self.site.search_path(side)))
    }

    fn picture(&self, name: &str) -> Option<PictureContext> {
        let url = self.theme.assets().url(name)?;
        let (width, height) = self.theme.assets().size(name).unzip();
        Some(PictureContext { url, width, height })
    }

    fn language(&self, side: Side) -> LanguageContext {
        let language = &self.site.languages[side];
        LanguageContext {
            code: language.code.clone(),
            locale: language.locale.clone(),
            name: language.name().to_owned(),
            home: self.url(&self.site.home_path(side)),
        }
    }

    /// The ordinary pages with a place in the navigation, or those without.
    fn items(&self, side: Side, in_menu: bool) -> Vec<ItemContext> {
        let pages = self.plan.ordinary.iter().filter(|placed| placed.page.menu.is_some() == in_menu);
        let item = |title: &str, path: &str| ItemContext { title: self.set(side, title), url: self.url(path) };
        pages.map(|placed| item(&placed.page.editions[side].words.title.value, &placed.paths[side])).collect()
    }

    fn faces(&self, template: &'static str, kind: &'static str, title: &str) -> Composed {
        let face = |side: Side| {
            let language = &self.site.languages[side];
            FaceContext {
                code: language.code.clone(),
                locale: language.locale.clone(),
                name: language.name().to_owned(),
                site_name: self.site.name[side].clone(),
                title: self.text(side, title),
                home: self.url(&self.site.home_path(side)),
                absolute_home: self.absolute(&self.site.home_path(side)),
                closed: self.url(&self.site.closed_path(side)),
                follow: self.follow_url(side),
                search: self.search_url(side),
                menu: self.items(side, true),
                feeds: self.feed_links(side),
            }
        };
        let context = FacesTemplate { kind, faces: Side::BOTH.map(face).to_vec(), absolute_url: self.absolute("/") };
        self.composed(template, Side::Left, &context, Fragments::default())
    }

    /// The past notices by the year of their deadline, the newest first. A notice without a deadline goes by its end.
    fn years(&self, side: Side) -> Vec<YearContext> {
        let mut years: BTreeMap<i16, Vec<_>> = BTreeMap::new();
        for public in self.plan.past() {
            years.entry(year(public)).or_default().push(self.listing(public, side));
        }
        years.into_iter().rev().map(|(year, vacancies)| YearContext { year, vacancies }).collect()
    }
}

/// What search engines are told of a notice's page: that it will be of no use after the deadline, or is of none any more.
/// The date is read in any common form (Google's page on the robots meta tag).
fn robots(public: &Public) -> Option<String> {
    if !public.state.takes_applications() {
        return Some("noindex".to_owned());
    }
    let deadline = public.notice.facts.deadline.and_then(Deadline::moment)?;
    Some(format!("unavailable_after: {deadline}"))
}

fn year(public: &Public) -> i16 {
    let facts = &public.notice.facts;
    let deadline = facts.deadline.and_then(Deadline::moment);
    deadline.or(facts.cancelled).or(facts.filled).or(facts.published).map_or(0, |moment| moment.year)
}

/// A text may have changed its length since it was read; its digest was compared, so that this cannot fail.
pub(super) fn body(text: &str, from: usize) -> &str {
    text.get(from..).unwrap_or_default()
}
