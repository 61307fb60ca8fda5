//! From the posts of a notice and the languages that it asks for to words of one line, for lists of what has changed.

use super::Wording;
use crate::domain::{Document, Facts, Post, Target};
use crate::strings::{Args, Value};

impl Wording<'_> {
    /// Each post as a reader knows it: by its number or else its title, with its counts and its job description.
    #[must_use]
    pub fn posts_in_brief(&self, facts: &Facts, titles: &[&str]) -> Vec<String> {
        let title = |at: usize| titles.get(at).map(|title| (*title).to_owned());
        facts.posts.iter().enumerate().map(|(at, post)| self.post(post, post.number.clone().or(title(at)))).collect()
    }

    /// The levels that are asked for in one official language and in the other.
    #[must_use]
    pub fn levels_in_brief(&self, facts: &Facts) -> Option<String> {
        let level = |key: &String| format!("{key} ({})", self.label("language-level", key));
        facts.languages.as_ref().map(|levels| format!("{} / {}", level(&levels.one), level(&levels.other)))
    }

    fn post(&self, post: &Post, name: Option<String>) -> String {
        let counts = [
            ("fact-openings", Some(post.openings)),
            ("post-direct-reports", post.direct_reports),
            ("post-indirect-reports", post.indirect_reports),
        ];
        let counts = counts.into_iter().filter_map(|(label, count)| Some(self.entry(label, &count?.to_string())));
        let document = post.job_description.as_ref().map(|documents| {
            let document = &documents[self.side];
            self.entry("job-description", document_name(document))
        });
        let told = counts.chain(document).collect::<Vec<_>>().join(", ");
        match name {
            Some(name) => format!("{name} ({told})"),
            None => told,
        }
    }

    fn entry(&self, label: &str, value: &str) -> String {
        let args = Args::from([("label", Value::from(self.text(label))), ("value", value.into())]);
        self.bundle.text("entry-fact", &args)
    }
}

/// What a reader sees of where a document lies: its address, or the name of its file.
fn document_name(document: &Document) -> &str {
    match &document.target {
        Target::Address(address) => address,
        Target::File(path, _) => path.name(),
        Target::Fragment(fragment) => fragment,
    }
}
