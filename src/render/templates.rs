//! The templates of a theme and of the site that uses it, by the names under which they call each other.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Place, SitePath};

/// The templates that every theme must have.
pub(super) const REQUIRED: [&str; 8] =
    ["base.html", "notice.html", "home.html", "closed.html", "follow.html", "page.html", "root.html", "not-found.html"];

/// The template of the page where the notices are searched. A theme without it has no such page.
pub(super) const SEARCH_PAGE: &str = "search.html";

/// The template of the picture of a notice, which a theme may have.
pub(super) const CARD: &str = "card.svg";

/// The prefix under which a theme's own template is reached where the site has one of the same name.
pub(super) const THEME_PREFIX: &str = "theme/";

/// Whether a template makes a file for job boards: an XML file that is rendered once for each language.
pub(super) fn is_board(name: &str) -> bool {
    name.ends_with(".xml") && !name.contains('/')
}

/// A template.
#[derive(Debug, Clone)]
pub struct Template {
    /// The name by which templates call it.
    pub name: String,
    /// Its file.
    pub path: SitePath,
    /// Its text.
    pub text: String,
}

/// All templates of a theme and a site.
#[derive(Debug, Clone, Default)]
pub struct Templates {
    all: Vec<Template>,
    theme: String,
}

impl Templates {
    /// The templates among some files: `themes/NAME/templates/…` and the site's own `templates/…`.
    #[must_use]
    pub fn new(theme: &str, files: impl IntoIterator<Item = (SitePath, String)>) -> Self {
        let folder = format!("themes/{theme}/templates/");
        let mut all = Vec::new();
        for (path, text) in files {
            let name = match (path.as_str().strip_prefix(&folder), path.as_str().strip_prefix("templates/")) {
                (Some(name), _) => format!("{THEME_PREFIX}{name}"),
                (None, Some(name)) => name.to_owned(),
                (None, None) => continue,
            };
            all.push(Template { name, path, text });
        }
        Self { all, theme: theme.to_owned() }
    }

    /// All templates.
    pub fn iter(&self) -> impl Iterator<Item = &Template> {
        self.all.iter()
    }

    /// The template of that name, the site's before the theme's.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&Template> {
        let named = |wanted: &str| self.all.iter().find(|template| template.name == wanted);
        named(name).or_else(|| named(&format!("{THEME_PREFIX}{name}")))
    }

    /// Whether there is a template of the picture of a notice.
    #[must_use]
    pub fn have_card(&self) -> bool {
        self.get(CARD).is_some()
    }

    /// The names of the templates of files for job boards, in order.
    pub(super) fn boards(&self) -> Vec<String> {
        let names = self.all.iter().map(|template| template.name.strip_prefix(THEME_PREFIX).unwrap_or(&template.name));
        let boards: BTreeSet<_> = names.filter(|name| is_board(name)).map(str::to_owned).collect();
        boards.into_iter().collect()
    }

    /// The templates that should be there and are not.
    pub(super) fn missing(&self) -> Log {
        let mut log = Log::new();
        let place = Place::top(SitePath::new(&format!("themes/{}/theme.yaml", self.theme)));
        for name in REQUIRED.into_iter().filter(|name| self.get(name).is_none()) {
            log.push(Diagnostic::new(
                Rule::MissingTemplate,
                place.clone(),
                Text::new("missing-template").with("name", name),
            ));
        }
        log
    }
}
