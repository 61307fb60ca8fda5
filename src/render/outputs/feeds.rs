//! What all formats of feeds share: the files that there are, whose they are, and what their entries are filed under.

use serde::Serialize;

use super::news::Channel;
use super::{File, News};
use crate::domain::{GradeRange, Side};
use crate::plan::Public;
use crate::render::compose::Composer;
use crate::render::follow::Format;

/// Whose a feed is.
#[derive(Serialize)]
pub(super) struct Author {
    /// The publisher of the site; the site itself where none is named.
    pub name: String,
    /// Where the publisher is found on the web.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// What an entry is filed under.
pub(super) struct Category {
    /// The list that the term is of: a permanent identifier, the same in both languages.
    pub scheme: String,
    /// The key or code, the same in both languages.
    pub term: String,
    /// The words for it.
    pub label: String,
}

/// A file for each language and feed in one format.
pub(super) fn files<'n>(
    news: &'n News<'n>,
    format: Format,
    write: fn(&News<'_>, &Channel<'_>) -> Vec<u8>,
) -> Vec<File<'n>> {
    let channels = Side::BOTH.into_iter().flat_map(|side| news.channels(side));
    let file = |channel: Channel<'n>| {
        let path = news.composer.site.feed_path(channel.side, channel.feed, format.ending);
        File::new(path, move || write(news, &channel))
    };
    channels.map(file).collect()
}

/// A grade as front matters have it: `G10`, or `G8-G10`.
pub(super) fn grade(grade: &GradeRange) -> String {
    if grade.from == grade.to { grade.from.clone() } else { format!("{}-{}", grade.from, grade.to) }
}

impl News<'_> {
    /// The whole address of a feed in a format.
    pub(super) fn feed_url(&self, channel: &Channel<'_>, format: Format) -> String {
        self.composer.absolute(&self.composer.site.feed_path(channel.side, channel.feed, format.ending))
    }

    /// The whole address of the list of open notices.
    pub(super) fn home_url(&self, side: Side) -> String {
        self.composer.absolute(&self.composer.site.home_path(side))
    }

    /// What feeds say of themselves in a sentence. That of the list would not do: it tells of another order.
    pub(super) fn description(&self, side: Side) -> String {
        self.composer.text(side, "follow-description")
    }

    /// Whose the feeds are.
    pub(super) fn author(&self, side: Side) -> Author {
        match self.composer.publisher(side) {
            Some(publisher) => Author { name: publisher.name, url: publisher.url },
            None => Author { name: self.composer.site.name[side].clone(), url: None },
        }
    }
}

impl Composer<'_> {
    /// What a notice is filed under: grade, duty station, organisation, state, and that its deadline was extended.
    pub(super) fn categories(&self, public: &Public, side: Side) -> Vec<Category> {
        let (facts, state) = (&public.notice.facts, public.state.word());
        let listing = self.listing(public, side);
        // Of a cancelled notice, its former extension is no news.
        let extended = facts.extended.filter(|_| public.state.takes_applications());
        let filed = [
            ("grade", facts.grade.as_ref().map(grade), listing.grade),
            ("location", facts.location.clone(), listing.location),
            ("organisation", facts.organisation.clone(), listing.organisation),
            ("state", Some(state.to_owned()), Some(self.text(side, &format!("state-{state}")))),
            ("state", extended.map(|_| "extended".to_owned()), Some(self.text(side, "tag-extended"))),
        ];
        let category = |(list, term, label): (&str, Option<String>, Option<String>)| {
            Some(Category { scheme: self.site.tag.id(list), term: term?, label: label? })
        };
        filed.into_iter().filter_map(category).collect()
    }
}
