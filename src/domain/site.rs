//! A site as `site.yaml` describes it: everything that is neither words nor templates.

use std::collections::BTreeMap;

use super::{Bilingual, Colour, DeployTarget, Feed, Marks, Side, Spanned, TimeOfDay, Vocabulary, Words, Zone};

/// The name in `outputs` of the pictures of notices. Drawing one takes ten times as long as making a page, so a site has
/// them only if it names them.
pub const CARDS: &str = "social-images";

/// One site.
#[derive(Debug, Clone)]
pub struct Site {
    /// Its name in each language.
    pub name: Bilingual<String>,
    /// Where it will be read: scheme, host and perhaps a path, without a closing `/`.
    pub address: String,
    /// The two languages.
    pub languages: Languages,
    /// The time zone of its dates.
    pub zone: Zone,
    /// The time that a deadline without a time means.
    pub closing: TimeOfDay,
    /// For how many days notices are marked as closing soon, and as new.
    pub marks: Marks,
    /// The name of the theme.
    pub theme: Spanned<String>,
    /// What the site sets of the theme's options.
    pub options: BTreeMap<String, Spanned<OptionValue>>,
    /// The first part of the paths of lists.
    pub paths: Paths,
    /// The facts without which a notice is not complete, by their keys in the front matter.
    pub required: Vec<String>,
    /// How people apply.
    pub apply: Apply,
    /// The anatomy of a notice.
    pub sections: Vec<Section>,
    /// The closed lists.
    pub vocabulary: Vocabulary,
    /// The typography of each language.
    pub typography: Bilingual<Profile>,
    /// What the site offers beside its pages, by name; everything but [`CARDS`] where nothing is stated.
    pub outputs: Option<Vec<Spanned<String>>>,
    /// Who gave the permanent identifiers.
    pub tag: Tag,
    /// Key of the organisation that publishes the site.
    pub publisher: Option<String>,
    /// How many days before a deadline calendars remind of it.
    pub alarms: Vec<u32>,
    /// The feeds of a part of the vacancies.
    pub feeds: Vec<Feed>,
    /// What the site asks of the parity of its editions.
    pub parity: Parity,
    /// Whether texts are published in compressed form too.
    pub compress: bool,
    /// Where it is deployed to.
    pub targets: Vec<DeployTarget>,
}

/// What a site asks of two editions.
#[derive(Debug, Clone, Default)]
pub struct Parity {
    /// How much the findings of a rule weigh, by its word; `all` stands for those that are not named.
    pub levels: BTreeMap<String, Level>,
    /// Addresses that are the same thing in the two languages, beside those that show it.
    pub links: Vec<Bilingual<String>>,
    /// Whether a notice needs a signature before it can be public.
    pub signature_required: bool,
}

impl Parity {
    /// How much the site lets the findings of a rule weigh, if it says so.
    #[must_use]
    pub fn level(&self, rule: &str) -> Option<Level> {
        self.levels.get(rule).or_else(|| self.levels.get("all")).copied()
    }
}

/// How much a site lets the findings of a rule weigh.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// They are not said.
    Off,
    /// They are said.
    Warning,
    /// Nothing is published while they stand.
    Error,
}

impl Site {
    /// The path part of the site's address: empty, or `/` and more without a closing `/`.
    #[must_use]
    pub fn base_path(&self) -> &str {
        let after_scheme = self.address.find("://").map_or(0, |at| at + 3);
        self.address[after_scheme..].find('/').map_or("", |at| &self.address[after_scheme + at..])
    }

    /// The address without that path: `https://careers.example.org`.
    #[must_use]
    pub fn origin(&self) -> &str {
        &self.address[..self.address.len() - self.base_path().len()]
    }
}

impl Site {
    /// The path of a notice's page below the site's address: `/en/vacancies/250655-chief-pass-office/`. Nothing where
    /// neither slug nor title gives one.
    #[must_use]
    pub fn notice_path(&self, side: Side, reference: &str, words: &Words) -> Option<String> {
        let name = words.name.as_deref()?;
        Some(format!("/{}/{}/{reference}-{name}/", self.languages[side].code, self.paths.vacancies[side]))
    }

    /// The path of an ordinary page.
    #[must_use]
    pub fn page_path(&self, side: Side, words: &Words) -> Option<String> {
        Some(format!("/{}/{}/", self.languages[side].code, words.name.as_deref()?))
    }

    /// The path of the list of open notices.
    #[must_use]
    pub fn home_path(&self, side: Side) -> String {
        format!("/{}/", self.languages[side].code)
    }

    /// The path of the list of closed notices.
    #[must_use]
    pub fn closed_path(&self, side: Side) -> String {
        format!("/{}/{}/", self.languages[side].code, self.paths.closed[side])
    }

    /// The path of the page that tells how to follow the vacancies.
    #[must_use]
    pub fn follow_path(&self, side: Side) -> String {
        format!("/{}/{}/", self.languages[side].code, self.paths.follow[side])
    }

    /// The path of a list of a part of the open notices, or of all of them in another order. The names come from labels:
    /// `/en/find/location/brussels-belgium/`.
    #[must_use]
    pub fn list_path(&self, side: Side, dimension: &str, value: &str) -> String {
        format!("/{}/{}/{dimension}/{value}/", self.languages[side].code, self.paths.lists[side])
    }

    /// The path of the page where the notices are searched.
    #[must_use]
    pub fn search_path(&self, side: Side) -> String {
        format!("/{}/{}/", self.languages[side].code, self.paths.search[side])
    }

    /// The path of a feed, of all vacancies or of a part of them, in a format such as `atom`.
    #[must_use]
    pub fn feed_path(&self, side: Side, feed: Option<&Feed>, format: &str) -> String {
        let code = &self.languages[side].code;
        match feed {
            None => format!("/{code}/feed.{format}"),
            Some(feed) => format!("/{code}/feed-{}.{format}", feed.path[side]),
        }
    }

    /// The path of a file for machines in one language, such as `deadlines.ics`.
    #[must_use]
    pub fn file_path(&self, side: Side, name: &str) -> String {
        format!("/{}/{name}", self.languages[side].code)
    }

    /// Whether there is anything to follow the vacancies by.
    #[must_use]
    pub fn can_be_followed(&self) -> bool {
        const NOT_FOR_READERS: [&str; 6] = ["sitemap.xml", "robots.txt", "job-posting", "social-tags", CARDS, "search"];
        let for_readers = |output: &Spanned<String>| !NOT_FOR_READERS.contains(&output.value.as_str());
        self.outputs.as_ref().is_none_or(|outputs| outputs.iter().any(for_readers))
    }

    /// Whether the site lets its visitors search: it offers it, and there is a template for the page. `has` tells whether
    /// the site has a file.
    #[must_use]
    pub fn offers_search(&self, has: impl Fn(&str) -> bool) -> bool {
        let of_theme = format!("themes/{}/templates/search.html", self.theme.value);
        self.offers("search") && (has("templates/search.html") || has(&of_theme))
    }

    /// Whether the site offers something, by its name in `outputs`.
    #[must_use]
    pub fn offers(&self, name: &str) -> bool {
        self.outputs.as_ref().map_or(name != CARDS, |outputs| outputs.iter().any(|output| output.value == name))
    }

    /// Whether the site has a picture of each notice for social networks, which only their tags lead to.
    #[must_use]
    pub fn has_cards(&self) -> bool {
        self.offers(CARDS) && self.offers("social-tags")
    }

    /// The key of every clause that a notice can have: `contract-{contract}` once for each kind of contract.
    pub fn clauses(&self) -> impl Iterator<Item = String> {
        let clauses = self.sections.iter().flat_map(|section| &section.pieces).filter_map(|piece| match piece {
            Piece::Clause(clause) => Some(clause),
            Piece::Words => None,
        });
        clauses.flat_map(|clause| {
            if clause.contains("{contract}") {
                self.vocabulary.contracts.iter().map(|contract| clause.replace("{contract}", contract)).collect()
            } else {
                vec![clause.clone()]
            }
        })
    }
}

/// One of the two languages of a site.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Language {
    /// Its code in file names and addresses, such as `fr`.
    pub code: String,
    /// The locale whose conventions it follows, such as `fr-FR`.
    pub locale: String,
}

impl Language {
    /// Its name in itself; its code where the name is not known.
    #[must_use]
    pub fn name(&self) -> &str {
        match self.code.as_str() {
            "en" => "English",
            "fr" => "Français",
            other => other,
        }
    }
}

/// The two languages of a site.
pub type Languages = Bilingual<Language>;

impl Languages {
    /// The side of a language by its code.
    #[must_use]
    pub fn side(&self, code: &str) -> Option<Side> {
        Side::BOTH.into_iter().find(|side| self[*side].code == code)
    }
}

/// How the typography of a language's text is completed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Profile {
    /// Typographic apostrophes and quotation marks, no spaces before signs.
    English,
    /// Thin no-break space before `; ! ?`, no-break space before `:` and inside « ».
    France,
    /// As in France, but with no-break spaces in numbers. None is asked for before `; ! ?`; one that was typed becomes thin.
    Canada,
    /// The text stays as it was typed.
    AsTyped,
}

/// The first part of the paths of a site's lists.
#[derive(Debug, Clone)]
pub struct Paths {
    /// Notices lie under it.
    pub vacancies: Bilingual<String>,
    /// The list of closed notices.
    pub closed: Bilingual<String>,
    /// The page that tells how to follow the vacancies.
    pub follow: Bilingual<String>,
    /// The lists of a part of the open notices, and of all in another order, lie under it.
    pub lists: Bilingual<String>,
    /// The page where the notices are searched.
    pub search: Bilingual<String>,
}

/// Who gave the permanent identifiers of feeds and calendars, and when: a tagging entity of RFC 4151. The identifiers
/// outlive titles, addresses and servers, so it never changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tag {
    /// A domain name of the publisher.
    pub authority: String,
    /// A date on which the name was the publisher's: `2026`, `2026-01` or `2026-01-31`.
    pub date: String,
}

impl Tag {
    /// A permanent identifier: `tag:careers.example.org,2026:en/250655`.
    #[must_use]
    pub fn id(&self, specific: &str) -> String {
        format!("tag:{},{}:{specific}", self.authority, self.date)
    }
}

/// How people apply.
#[derive(Debug, Clone, Default)]
pub struct Apply {
    /// Each has strings of its own: `apply-NAME`, with `.url` and `.audience`.
    pub audiences: Vec<String>,
    /// Clauses that stand only in notices that take applications.
    pub clauses: Vec<String>,
}

/// A numbered part of a notice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Section {
    /// Its id, the same in both languages.
    pub id: String,
    /// Whether every notice must have words of its own there.
    pub required: bool,
    /// What it consists of, in order.
    pub pieces: Vec<Piece>,
}

impl Section {
    /// Whether the notice's own words have a place in it.
    #[must_use]
    pub fn takes_words(&self) -> bool {
        self.pieces.contains(&Piece::Words)
    }
}

/// A part of a section.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Piece {
    /// The notice's own words.
    Words,
    /// Shared text: the name of a message, in which `{fact}` stands for the key that the notice states.
    Clause(String),
}

/// A value that a site gives to an option of its theme.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum OptionValue {
    /// On or off.
    Flag(bool),
    /// Any text, or one of the theme's choices.
    Text(String),
    /// A colour.
    Colour(Colour),
    /// The name of an asset that is a picture; empty where there is none.
    Picture(String),
}
