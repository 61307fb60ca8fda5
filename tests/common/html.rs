//! From the bytes of a page to what a browser makes of them, by a parser that is not diptych's.

use scraper::{ElementRef, Html, Node, Selector};

/// A parsed page.
pub struct Page(pub Html);

/// Elements that stand in a line of text; all others begin a line of their own.
const INLINE: [&str; 15] =
    ["a", "abbr", "b", "bdi", "cite", "code", "em", "i", "small", "span", "strong", "sub", "sup", "time", "wbr"];

impl Page {
    /// Parses a page of an output.
    pub fn of(output: &super::Output, path: &str) -> Self {
        Self(Html::parse_document(super::text(output, path)))
    }

    /// The elements that a selector finds. What stands in a `<template>` is not there until a script takes it.
    pub fn all(&self, selector: &str) -> Vec<ElementRef<'_>> {
        let selector = Selector::parse(selector).expect("a selector");
        let is_template = |node: &Node| node.as_element().is_some_and(|element| element.name() == "template");
        let is_there = |element: &ElementRef<'_>| !element.ancestors().any(|above| is_template(above.value()));
        self.0.select(&selector).filter(is_there).collect()
    }

    /// The one element that a selector finds.
    pub fn one(&self, selector: &str) -> ElementRef<'_> {
        match self.all(selector).as_slice() {
            [element] => *element,
            found => panic!("{} elements are {selector}", found.len()),
        }
    }

    /// An attribute of all elements that a selector finds.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let value = |element: ElementRef<'_>| element.attr(name).unwrap_or_default().to_owned();
        self.all(selector).into_iter().map(value).collect()
    }

    /// The addresses at which the page says that its languages are, by `hreflang`, in order.
    pub fn alternates(&self) -> Vec<(String, String)> {
        let alternates = self.all("link[rel=alternate][hreflang]").into_iter();
        let mut alternates: Vec<_> = alternates
            .map(|link| {
                let value = |name| link.attr(name).unwrap_or_default().to_owned();
                (value("hreflang"), value("href"))
            })
            .collect();
        alternates.sort();
        alternates
    }

    /// What is read of the element that a selector finds: a line for each block, blanks as a browser shows them.
    pub fn text(&self, selector: &str) -> String {
        text_of(self.one(selector))
    }
}

/// What is read of an element.
pub fn text_of(element: ElementRef<'_>) -> String {
    let mut text = String::new();
    write(element, false, &mut text);
    let lines = text.split('\n').map(|line| line.trim_matches(' ')).filter(|line| !line.is_empty());
    lines.collect::<Vec<_>>().join("\n")
}

fn write(element: ElementRef<'_>, as_typed: bool, text: &mut String) {
    for child in element.children() {
        match child.value() {
            Node::Text(words) if as_typed => text.push_str(words),
            Node::Text(words) => {
                for sign in words.chars() {
                    let blank = sign.is_ascii_whitespace();
                    if !blank {
                        text.push(sign);
                    } else if !text.ends_with([' ', '\n']) {
                        text.push(' ');
                    }
                }
            }
            Node::Element(child_element) => {
                let name = child_element.name();
                let child = ElementRef::wrap(child).expect("an element");
                let line = if INLINE.contains(&name) { "" } else { "\n" };
                text.push_str(line);
                write(child, as_typed || name == "pre", text);
                text.push_str(line);
            }
            _ => {}
        }
    }
}
