//! From the text of an edition to the words of its front matter, as they were typed, and where its body begins.
//!
//! It is for those who mend a text: nothing is noticed here, and what cannot be read has no words.

use super::front_matter;
use super::yaml::{Kind, Node};
use crate::diagnostic::Log;
use crate::domain::{SitePath, Span, Spanned};

/// What a front matter says in words.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Front {
    /// The title.
    pub title: Option<Spanned<String>>,
    /// The summary, the titles of posts and the corrections.
    pub words: Vec<Spanned<String>>,
    /// The values that go over several lines, up to the ends of their lines: blanks may count there.
    pub blocks: Vec<Span>,
    /// Where the body begins.
    pub body: usize,
}

/// Reads the words of a front matter.
#[must_use]
pub fn front(text: &str) -> Front {
    let (node, body) = front_matter::split(text, &SitePath::new(""), &mut Log::new());
    let mut front = Front { body, ..Front::default() };
    let Some(node) = node else {
        // Of what cannot be read, nobody can tell where blanks count.
        front.blocks.push(Span::new(0, body));
        return front;
    };
    front.blocks(&node, text);
    let Kind::Map(entries) = node.kind else { return front };
    for (key, value) in entries {
        match key.value.as_str() {
            "title" => front.title = words(value),
            "summary" => front.words.extend(words(value)),
            "post-titles" => {
                let Kind::List(titles) = value.kind else { continue };
                front.words.extend(titles.into_iter().filter_map(words));
            }
            "corrections" => {
                let Kind::List(corrections) = value.kind else { continue };
                let texts = corrections.into_iter().filter_map(|correction| match correction.kind {
                    Kind::Map(fields) => fields.into_iter().find(|(key, _)| key.value == "text"),
                    _ => None,
                });
                front.words.extend(texts.filter_map(|(_, text)| words(text)));
            }
            _ => {}
        }
    }
    front
}

fn words(node: Node) -> Option<Spanned<String>> {
    match node.kind {
        Kind::Plain(words) | Kind::Quoted(words) => Some(Spanned::new(words, node.span)),
        _ => None,
    }
}

impl Front {
    fn blocks(&mut self, node: &Node, text: &str) {
        match &node.kind {
            Kind::List(items) => items.iter().for_each(|item| self.blocks(item, text)),
            Kind::Map(entries) => entries.iter().for_each(|(_, value)| self.blocks(value, text)),
            Kind::Plain(_) | Kind::Quoted(_) | Kind::Null => {
                let end = text[node.span.end..].find('\n').map_or(text.len(), |end| node.span.end + end);
                let before = text[..node.span.start].rsplit('\n').next().unwrap_or_default();
                // A block of text begins on a line of its own.
                if before.trim().is_empty() || text[node.span.range()].contains('\n') {
                    self.blocks.push(Span::new(node.span.start, end));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_have_their_places() {
        let text = "---\ntitle: L'été\nsummary: >\n  Deux\n  lignes  \npost-titles: ['l''un', b]\ncorrections:\n  - { on: 2025-04-15, text: \"C'est\" }\n---\nBody";
        let front = front(text);
        let said = front.title.iter().chain(&front.words).map(|words| &text[words.span.range()]);
        assert_eq!(said.collect::<Vec<_>>(), ["L'été", "Deux\n  lignes", "'l''un'", "b", "\"C'est\""]);
        assert_eq!(front.blocks.iter().map(|span| &text[span.range()]).collect::<Vec<_>>(), ["Deux\n  lignes  "]);
        assert_eq!(&text[front.body..], "Body");
    }

    #[test]
    fn what_cannot_be_read_is_kept_as_it_is() {
        let front = front("---\ntitle: [  \n---\nBody");
        assert_eq!((front.title, front.blocks), (None, vec![Span::new(0, 19)]));
    }
}
