//! From the list of a notice's posts to the posts, each with its job description.

use super::Facts;
use crate::diagnostic::{Rule, Text};
use crate::domain::{Bilingual, Document, Post, Side, Target};
use crate::read::fields::Fields;
use crate::read::target::{TargetFault, refused_target, target};
use crate::read::yaml::{Kind, Node};

impl Facts<'_, '_> {
    pub(super) fn posts(&mut self, key: &'static str, node: Node) -> Option<Vec<Post>> {
        let Kind::List(items) = node.kind else { return self.fields.ill_typed(key, node.span, "kind-list", self.log) };
        Some(items.into_iter().map(|item| self.post(item)).collect())
    }

    fn post(&mut self, node: Node) -> Post {
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let number = fields.text("number", self.log);
        let openings = fields.count("openings", self.log);
        let direct = fields.count("direct-reports", self.log);
        let indirect = fields.count("indirect-reports", self.log);
        let description = fields.node("job-description");
        fields.finish(self.log);
        if let Some(openings) = openings.filter(|openings| openings.value == 0) {
            let message =
                Text::new("wrong-type").with("key", "openings").with_text("expected", Text::new("kind-positive"));
            self.note(Rule::WrongType, openings.span, message, None);
        }
        Post {
            number: number.map(|number| number.value),
            openings: openings.map_or(1, |openings| openings.value),
            direct_reports: direct.map(|count| count.value),
            indirect_reports: indirect.map(|count| count.value),
            job_description: description.and_then(|node| self.job_description(node)),
        }
    }

    /// One document for both languages, or one for each.
    fn job_description(&mut self, node: Node) -> Option<Bilingual<Document>> {
        if !matches!(node.kind, Kind::Map(_)) {
            let target = self.document(node)?;
            return Some(Bilingual::new(target.clone(), target));
        }
        let mut fields = Fields::open(node, self.fields.file(), self.log);
        let span = fields.span;
        let mut found = fields.rest();
        let languages = &self.site.languages;
        let targets = Bilingual::of(|side: Side| {
            let at = found.iter().position(|(key, _)| key.value == languages[side].code)?;
            self.document(found.remove(at).1)
        });
        for (key, _) in found {
            let message = Text::new("unknown-key").with("key", &key.value);
            let known = format!("{}, {}", languages.left.code, languages.right.code);
            self.note(Rule::UnknownKey, key.span, message, Some(Text::new("known-keys").with("keys", known)));
        }
        let both = targets.both();
        if both.is_none() {
            let part = format!("{} / {}", languages.left.code, languages.right.code);
            self.note(
                Rule::MissingFact,
                span,
                Text::new("missing-part").with("key", "job-description").with("part", part),
                None,
            );
        }
        both
    }

    fn document(&mut self, node: Node) -> Option<Document> {
        let text = self.text("job-description", node)?;
        let fault = match target(&text.value, self.fields.file()) {
            Ok(target @ (Target::Address(_) | Target::File(..))) => {
                return Some(Document { target, place: self.fields.place(text.span) });
            }
            Ok(Target::Fragment(_)) => TargetFault::Path,
            Err(fault) => fault,
        };
        let finding = refused_target(&text.value, &fault, self.fields.place(text.span));
        self.log.push(finding);
        None
    }
}
