//! From an XML file to its elements. What is no well-formed XML fails the test.

use quick_xml::Reader;
use quick_xml::escape::unescape;
use quick_xml::events::{BytesStart, Event};

use super::{Output, text};

/// An element with what stands in it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Element {
    pub name: String,
    pub attributes: Vec<(String, String)>,
    pub text: String,
    pub inside: Vec<Element>,
}

impl Element {
    /// Reads the file at a path: its root.
    #[track_caller]
    pub fn of(output: &Output, path: &str) -> Self {
        let text = text(output, path);
        let mut reader = Reader::from_str(text);
        let mut open = vec![Self::default()];
        loop {
            let event = reader.read_event().unwrap_or_else(|error| panic!("{path}: {error}"));
            let top = open.len() - 1;
            match event {
                Event::Start(tag) => open.push(Self::begun(&tag)),
                Event::Empty(tag) => open[top].inside.push(Self::begun(&tag)),
                Event::End(_) => {
                    let element = open.pop().expect("the reader counts the ends");
                    open[top - 1].inside.push(element);
                }
                Event::Text(words) => open[top].text.push_str(&words),
                Event::GeneralRef(name) => open[top].text.push_str(&resolved(&name)),
                Event::Decl(_) => assert_eq!(top, 0, "{path} begins twice"),
                Event::Eof => break,
                other => panic!("{path} holds {other:?}"),
            }
        }
        assert_eq!(open.len(), 1, "{path} is not whole");
        let mut roots = open.remove(0).inside;
        assert_eq!(roots.len(), 1, "{path}");
        roots.remove(0)
    }

    fn begun(tag: &BytesStart<'_>) -> Self {
        // No attribute may stand twice.
        let attributes = tag.attributes().map(|attribute| {
            let attribute = attribute.expect("an attribute");
            let value = unescape(&attribute.value).expect("references that XML knows");
            (attribute.key.as_ref().to_owned(), value.into_owned())
        });
        Self { name: tag.name().as_ref().to_owned(), attributes: attributes.collect(), ..Self::default() }
    }

    /// The elements of a name right inside this one.
    pub fn all<'e>(&'e self, name: &str) -> impl Iterator<Item = &'e Self> {
        self.inside.iter().filter(move |element| element.name == name)
    }

    /// The element of a name right inside this one, if there is one; there cannot be two.
    #[track_caller]
    pub fn get(&self, name: &str) -> Option<&Self> {
        let mut found = self.all(name);
        let first = found.next();
        assert!(found.next().is_none(), "{name} stands twice in {}", self.name);
        first
    }

    /// The text of the one element of a name right inside this one.
    #[track_caller]
    pub fn says(&self, name: &str) -> &str {
        &self.get(name).unwrap_or_else(|| panic!("there is no {name} in {}", self.name)).text
    }

    /// The value of an attribute; nothing where there is none.
    pub fn attribute(&self, name: &str) -> &str {
        self.attributes.iter().find(|(other, _)| other == name).map_or("", |(_, value)| value)
    }
}

/// The character that a reference stands for.
fn resolved(name: &str) -> String {
    unescape(&format!("&{name};")).expect("a reference that XML knows").into_owned()
}
