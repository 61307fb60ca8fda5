//! From a language to the strings that diptych brings itself: the lowest layer, under those of the theme and of the site.
//!
//! They are what diptych says of its own: amounts, titles of lists, states, labels of facts, entries of feeds and
//! calendars. What only templates say is the theme's.

use super::Layer;
use crate::domain::SitePath;
use crate::locale::Tongue;

const ENGLISH: &str = include_str!("own/en.ftl");
const FRENCH: &str = include_str!("own/fr.ftl");

/// What diptych also gives to a string, and its own text of it does not use.
const UNUSED: [(&str, &str); 1] = [("list-filtered-title", "filter")];

/// The strings of a language; none for a language that diptych does not speak.
#[must_use]
pub fn own(code: &str) -> Layer {
    match Tongue::of(code) {
        Some(Tongue::English) => layer("diptych/en.ftl", ENGLISH),
        Some(Tongue::French) => layer("diptych/fr.ftl", FRENCH),
        None => Layer::default(),
    }
}

/// The strings that every site needs, whatever its languages, with the arguments that diptych gives to each.
#[must_use]
pub fn needed() -> Layer {
    let mut needed = layer("diptych/en.ftl", ENGLISH);
    for (id, argument) in UNUSED {
        needed.messages.entry(id.to_owned()).and_modify(|message| message.variables.extend([argument.to_owned()]));
    }
    needed
}

fn layer(path: &str, text: &str) -> Layer {
    Layer::read([(&SitePath::new(path), text)]).value
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_say_the_same_with_the_same_arguments() {
        let asked = |layer: Layer| -> Vec<_> {
            let messages = layer.messages.into_iter();
            messages.map(|(id, message)| (id, message.variables, message.attributes, message.has_value)).collect()
        };
        assert_eq!(asked(own("en")), asked(own("fr")));
        assert!(asked(own("en")).iter().all(|(_, _, attributes, has_value)| attributes.is_empty() && *has_value));
        assert!(asked(own("de")).is_empty());
    }

    #[test]
    fn what_a_text_leaves_out_is_given_all_the_same() {
        let title = &needed().messages["list-filtered-title"];
        assert_eq!(title.variables.iter().collect::<Vec<_>>(), ["filter", "value"]);
        for (id, argument) in UNUSED {
            assert!(!own("en").messages[id].variables.contains(argument), "{id} uses {argument}");
        }
    }

    #[test]
    fn they_are_without_fault_and_name_no_other_string() {
        for (path, text) in [("diptych/en.ftl", ENGLISH), ("diptych/fr.ftl", FRENCH)] {
            let read = Layer::read([(&SitePath::new(path), text)]);
            assert!(read.log.is_empty() && !read.value.has_gaps, "{path}");
            assert!(read.value.messages.values().all(|message| message.references.is_empty()), "{path}");
        }
    }
}
