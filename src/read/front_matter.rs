//! From the text of an edition to its front matter and its body.

use super::yaml::{self, Kind, Node};
use crate::diagnostic::{Diagnostic, Log, Rule, Text, kibibytes};
use crate::domain::{Place, SitePath, Span};

/// The largest front matter, in bytes.
const LARGEST: usize = 64 * 1024;

/// Splits a text at its front matter. Gives the mapping, unless it cannot be used, and where the body begins.
pub(super) fn split(text: &str, file: &SitePath, log: &mut Log) -> (Option<Node>, usize) {
    let Some(yaml_start) = opening(text) else {
        let finding = Diagnostic::new(Rule::MissingFrontMatter, Place::top(file.clone()), "missing-front-matter");
        log.push(finding.hint("missing-front-matter-hint"));
        return (None, 0);
    };
    let Some((yaml_end, body)) = closing(text, yaml_start) else {
        let place = Place::new(file.clone(), Span::new(0, 3));
        log.push(
            Diagnostic::new(Rule::MissingFrontMatter, place, "open-front-matter").hint("missing-front-matter-hint"),
        );
        return (None, text.len());
    };
    if yaml_end - yaml_start > LARGEST {
        let message = Text::new("too-large").with_text("limit", kibibytes(64));
        log.push(Diagnostic::new(Rule::TooLarge, Place::new(file.clone(), Span::new(0, 3)), message));
        return (None, body);
    }
    match yaml::parse(&text[yaml_start..yaml_end], file, yaml_start) {
        Ok(node) if matches!(node.kind, Kind::Map(_)) => (Some(node), body),
        Ok(node) => {
            let place = Place::new(file.clone(), node.span);
            log.push(Diagnostic::new(Rule::WrongType, place, "wrong-type-mapping"));
            (None, body)
        }
        Err(finding) => {
            log.push(*finding);
            (None, body)
        }
    }
}

/// A mapping that states nothing.
pub(super) const fn empty(at: usize) -> Node {
    Node { kind: Kind::Map(Vec::new()), span: Span::new(at, at) }
}

fn opening(text: &str) -> Option<usize> {
    let line = text.lines().next()?;
    (line.trim_end() == "---").then_some((line.len() + 1).min(text.len()))
}

/// The end of the YAML and the beginning of the body.
fn closing(text: &str, from: usize) -> Option<(usize, usize)> {
    let mut at = from;
    for line in text[from..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((at, at + line.len()));
        }
        at += line.len();
    }
    None
}
