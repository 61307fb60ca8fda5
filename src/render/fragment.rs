//! From Markdown to the HTML of a fragment: a notice's own words, a clause, the text of an ordinary page.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::sync::Arc;

use super::memo::Memo;
use super::minify::{Minify, tight};
use crate::domain::{Edition, Profile, SitePath, Target, slug};
use crate::markdown::{Anchor, Placement, Setting};
use crate::plan::Plan;
use crate::read::{SectionNames, target};
use crate::strings::Args;
use crate::wording::Wording;

/// Sets the fragments of one language.
pub(super) struct Setter<'a> {
    pub plan: &'a Plan,
    pub wording: Wording<'a>,
    pub names: &'a SectionNames,
    pub minify: Minify,
    footnote_back: String,
    constants: Memo<(String, Placement)>,
    clauses: Memo<(String, Placement)>,
}

impl<'a> Setter<'a> {
    pub fn new(plan: &'a Plan, wording: Wording<'a>, names: &'a SectionNames, minify: Minify) -> Self {
        let footnote_back = wording.text("footnote-back");
        Self { plan, wording, names, minify, footnote_back, constants: Memo::new(), clauses: Memo::new() }
    }

    fn profile(&self) -> Profile {
        self.wording.site.typography[self.wording.side]
    }

    /// The HTML of a message, if there is such a message. The same text gives the same HTML in every notice, so it is made
    /// once; and a message that says the same everywhere is known by its name.
    pub fn message(&self, name: &str, args: &Args<'_>, placement: Placement) -> Option<Arc<str>> {
        if let Some(text) = self.wording.bundle.constant(name) {
            return Some(self.constants.get((name.to_owned(), placement), |_| self.html(text, placement)));
        }
        let text = self.wording.bundle.format(name, args).ok()?;
        Some(self.clauses.get((text, placement), |(text, placement)| self.html(text, *placement)))
    }

    fn html(&self, text: &str, placement: Placement) -> String {
        let elsewhere = SitePath::new("i18n");
        let setting = Setting {
            profile: self.profile(),
            link: &|destination| match target(destination, &elsewhere) {
                Ok(Target::Address(address)) => Some(address),
                _ => None,
            },
            message: &|_, _| None,
            anchor: &|_, _, _| None,
            footnote_back: &self.footnote_back,
        };
        match placement {
            Placement::Block => self.tight(setting.text(text)),
            Placement::Inline => setting.sentence(text),
        }
    }

    /// The own words of a notice: for each section of the edition, in order, its HTML.
    pub fn words(&self, edition: &Edition, body: &str, owner: &str, args: &Args<'_>) -> Vec<Arc<str>> {
        // The first heading of the second level begins the first section.
        let section = Cell::new(None::<usize>);
        let ids = RefCell::new(BTreeSet::new());
        let anchor = |level: u8, text: &str, explicit: Option<&str>| {
            if level == 2 {
                section.set(Some(section.get().map_or(0, |at| at + 1)));
                return None;
            }
            let current =
                section.get().and_then(|at| edition.outline.sections.get(at)).map_or("", |section| section.id.as_str());
            let id = explicit.or_else(|| self.names.part(current, text))?.to_owned();
            ids.borrow_mut().insert(id.clone()).then_some(id)
        };
        let parts = self.with_setting(edition, owner, args, &anchor, |setting| setting.sections(body));
        parts.into_iter().skip(1).map(|html| self.tight(html).into()).collect()
    }

    /// The text of an ordinary page. Its headings have ids from their words.
    pub fn page(&self, edition: &Edition, body: &str, owner: &str) -> Arc<str> {
        let ids = RefCell::new(BTreeSet::new());
        let anchor = |_: u8, text: &str, explicit: Option<&str>| {
            let id = explicit.map_or_else(|| slug(text), str::to_owned);
            (!id.is_empty() && ids.borrow_mut().insert(id.clone())).then_some(id)
        };
        let html = self.with_setting(edition, owner, &Args::none(), &anchor, |setting| setting.text(body));
        self.tight(html).into()
    }

    fn with_setting<T>(
        &self,
        edition: &Edition,
        owner: &str,
        args: &Args<'_>,
        anchor: &Anchor<'_>,
        set: impl FnOnce(&Setting<'_>) -> T,
    ) -> T {
        let link = |destination: &str| self.link(destination, edition, owner);
        let message = |name: &str, placement: Placement| Some(self.message(name, args, placement)?.to_string());
        set(&Setting {
            profile: self.profile(),
            link: &link,
            message: &message,
            anchor,
            footnote_back: &self.footnote_back,
        })
    }

    fn link(&self, destination: &str, edition: &Edition, owner: &str) -> Option<String> {
        match target(destination, &edition.path).ok()? {
            Target::File(path, fragment) => Some(self.file(&path, &fragment, edition, owner)),
            Target::Address(address) => Some(address),
            Target::Fragment(fragment) => Some(format!("#{fragment}")),
        }
    }

    /// The address of a file of the site: a page where it is an edition, else the published attachment.
    pub fn file(&self, path: &SitePath, fragment: &str, edition: &Edition, owner: &str) -> String {
        let base = self.wording.site.base_path();
        let address = match self.plan.addresses.get(path) {
            Some(address) => address.clone(),
            None => percent_encoded(&edition.attachment_path(path, owner)),
        };
        let hash = if fragment.is_empty() { "" } else { "#" };
        format!("{base}{address}{hash}{fragment}")
    }

    fn tight(&self, html: String) -> String {
        match self.minify {
            Minify::Yes => tight(&html),
            Minify::No => html,
        }
    }
}

/// A path as an address: everything beyond letters, digits and `/-._~` as percent signs.
pub(super) fn percent_encoded(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    for byte in path.bytes() {
        if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
            out.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(out, "%{byte:02X}");
        }
    }
    out
}
