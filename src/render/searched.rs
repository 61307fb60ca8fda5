//! From a public notice to what is searched of it, in one language.
//!
//! Only what is the notice's own is searched: its title, facts, summary, posts and its words, section by section. What all
//! notices share – clauses, headings of sections, labels – would be found in each of them, and tells none from another.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use super::compose::{Composer, body};
use crate::domain::{Deadline, Side};
use crate::plan::{Dimension, Public};
use crate::search::Document;
use crate::strings::Args;

/// What stands in a document for a sign at which the index would part words, or would not. `search.js` reads the no-break
/// spaces and the apostrophe back, so that what is found is shown as it is set.
const SIGNS: [(char, &str); 5] = [
    // Signs that are no blanks to the index: `etat` is found in « état ; », and shown with it.
    ('\u{202f}', "\u{2060}"),
    ('\u{a0}', "\u{feff}"),
    // Words are parted at signs of ASCII: `analyste` is found in « l’analyste ».
    ('’', "'"),
    ('\u{2010}', "-"),
    ('\u{2011}', "-"),
];

impl Composer<'_> {
    /// What is searched of a notice. `text` is the file of its edition.
    pub(super) fn searched(&self, public: &Public, side: Side, text: &str) -> Document {
        let wording = &self.setters[side].wording;
        let facts = &public.notice.facts;
        let edition = &public.notice.editions[side];
        let title = self.set(side, &edition.words.title.value);
        let args = wording.arguments(facts, &edition.words.title.value);
        let deadline = facts.deadline.and_then(Deadline::moment).map(|moment| wording.moment(&moment).date);
        let mut html = String::from("<html><body><div data-pagefind-ignore>");
        let mut add = |name: &str, value: &str| {
            // Writing to a string cannot fail.
            let _ = write!(html, "<p data-pagefind-meta=\"{name}\">{}</p>", escape(value));
        };
        add("title", &title);
        add("reference", &facts.reference);
        for row in wording.rows(facts, &args) {
            match (row.id, &deadline) {
                // Lists say the day alone.
                ("deadline", Some(date)) => add("deadline", date),
                ("deadline", None) => add("ongoing", &self.set(side, &row.value)),
                (name, _) => add(name, &self.set(side, &row.value)),
            }
        }
        let posts: Vec<_> = facts.posts.iter().filter_map(|post| post.number.as_deref()).collect();
        add("posts", &posts.join(" "));
        // Somebody who looks for a grade means the ranges around it too.
        let grades = Dimension::Grade.of(public, &self.site.vocabulary);
        let grades: Vec<_> = grades.into_iter().map(|grade| self.set(side, &wording.grade_label(grade))).collect();
        add("grades", &grades.join(" "));
        let words = self.searched_words(public, side, body(text, edition.body), &args);
        add("spellings", &[title.as_str(), &words].into_iter().flat_map(spelled_out).collect::<Vec<_>>().join(" "));
        let _ = write!(html, "<p data-pagefind-filter=\"state\">{}</p></div>", public.state.word());
        // A document without words is left out.
        html.push_str(if words.is_empty() { &title } else { &words });
        html.push_str("</body></html>");
        for (sign, stand_in) in SIGNS {
            html = html.replace(sign, stand_in);
        }
        Document { url: self.url(&public.paths[side]), html }
    }

    /// The summary, the titles of the posts, and the notice's own words, each section behind the place on the page that it stands at.
    fn searched_words(&self, public: &Public, side: Side, body: &str, args: &Args<'_>) -> String {
        let setter = &self.setters[side];
        let edition = &public.notice.editions[side];
        let mut html = String::new();
        for words in edition.words.summary.iter().chain(&edition.words.post_titles) {
            let _ = write!(html, "<p>{}</p>", escape(self.set(side, &words.value)));
        }
        let sections =
            edition.outline.sections.iter().zip(setter.words(edition, body, &public.notice.facts.reference, args));
        for (section, words) in sections.filter(|(section, _)| section.has_words) {
            let title = setter.wording.bundle.text(&format!("section-{}", section.id), args);
            let title = self.set(side, &title);
            let _ = write!(html, "<div id=\"{}\" data-pagefind-title=\"{}\"></div>", section.id, escape(&title));
            html.push_str(&words);
        }
        html
    }
}

/// The words with a ligature as they are typed on most keyboards: `coeur` for « cœur ».
fn spelled_out(html: &str) -> impl Iterator<Item = String> {
    let words = html.split(|sign: char| !sign.is_alphanumeric());
    let mut words: Vec<_> = words.filter(|word| word.contains(['œ', 'Œ', 'æ', 'Æ'])).map(str::to_lowercase).collect();
    words.sort_unstable();
    words.dedup();
    words.into_iter().map(|word| word.replace('œ', "oe").replace('æ', "ae"))
}
