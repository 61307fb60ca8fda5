//! From an iCalendar file to its properties, by a small reader that is not diptych's writer.

use super::{Output, text};

/// A component, such as an event, with the components inside it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Component {
    pub name: String,
    pub properties: Vec<Property>,
    pub inside: Vec<Component>,
}

/// A content line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Property {
    pub name: String,
    pub parameters: String,
    pub value: String,
}

impl Component {
    /// Reads the calendar at a path. Every line must end in CR and LF and be short enough.
    #[track_caller]
    pub fn of(output: &Output, path: &str) -> Self {
        let text = text(output, path);
        let mut unfolded: Vec<String> = Vec::new();
        for line in text.strip_suffix("\r\n").expect("the last line ends").split("\r\n") {
            assert!(line.len() <= 75, "{} octets in {path}", line.len());
            assert!(!line.contains(|sign: char| sign.is_control() && sign != '\t'), "a control in {path}: {line:?}");
            match line.strip_prefix(' ') {
                Some(rest) => unfolded.last_mut().expect("something to go on with").push_str(rest),
                None => unfolded.push(line.to_owned()),
            }
        }
        let mut open = vec![Self::new("")];
        for line in unfolded {
            let property = Property::read(&line);
            match property.name.as_str() {
                "BEGIN" => open.push(Self::new(&property.value)),
                "END" => {
                    let component = open.pop().expect("something to end");
                    assert_eq!(component.name, property.value, "{path}");
                    open.last_mut().expect("something around it").inside.push(component);
                }
                _ => open.last_mut().expect("a component").properties.push(property),
            }
        }
        assert_eq!(open.len(), 1, "{path} is not whole");
        let mut calendars = open.remove(0).inside;
        assert_eq!(calendars.len(), 1, "{path}");
        calendars.remove(0)
    }

    fn new(name: &str) -> Self {
        Self { name: name.to_owned(), properties: Vec::new(), inside: Vec::new() }
    }

    /// The components of a name inside this one.
    pub fn all(&self, name: &str) -> Vec<&Self> {
        self.inside.iter().filter(|component| component.name == name).collect()
    }

    /// The property of a name, if there is one; there cannot be two.
    #[track_caller]
    pub fn property(&self, name: &str) -> Option<&Property> {
        let found: Vec<_> = self.properties.iter().filter(|property| property.name == name).collect();
        assert!(found.len() <= 1, "{name} stands {} times", found.len());
        found.first().copied()
    }

    /// The value of a property as it stands; nothing where there is none.
    pub fn value(&self, name: &str) -> &str {
        self.property(name).map_or("", |property| &property.value)
    }

    /// What the value of a property says.
    pub fn text(&self, name: &str) -> String {
        let mut text = String::new();
        let mut signs = self.value(name).chars();
        while let Some(sign) = signs.next() {
            match sign {
                '\\' => match signs.next() {
                    Some('n' | 'N') => text.push('\n'),
                    Some(sign @ ('\\' | ';' | ',')) => text.push(sign),
                    other => panic!("{name} escapes {other:?}"),
                },
                ';' | ',' => panic!("{name} holds a bare {sign}"),
                sign => text.push(sign),
            }
        }
        text
    }
}

impl Property {
    fn read(line: &str) -> Self {
        let mut quoted = false;
        let colon = line.find(|sign| {
            quoted ^= sign == '"';
            sign == ':' && !quoted
        });
        let (before, value) = line.split_at(colon.unwrap_or_else(|| panic!("a line without a value: {line}")));
        let (name, parameters) = before.split_once(';').unwrap_or((before, ""));
        Self { name: name.to_owned(), parameters: parameters.to_owned(), value: value[1..].to_owned() }
    }
}
