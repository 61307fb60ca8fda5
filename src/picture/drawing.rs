//! From the text of an SVG to a drawing that can be told of and drawn, or to what is wrong with it.

use std::collections::BTreeSet;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Mutex, PoisonError};

use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::roxmltree::{Document, Error, Node};
use resvg::usvg::{FontResolver, ImageHrefResolver, Options, Tree};

use super::{Faces, png};
use crate::diagnostic::Text;

/// The widest and highest picture, in points: it is in memory whole while it is drawn.
const LARGEST: u32 = 2048;
/// Elements that show what another file or an encoded text holds, which is not read.
const FOREIGN: [&str; 3] = ["image", "feImage", "foreignObject"];

/// A picture ready to be drawn.
#[derive(Debug)]
pub struct Drawing {
    /// Its width in points.
    pub width: u32,
    /// Its height in points.
    pub height: u32,
    /// What it shows, in words: the text of its element `title`.
    pub alt: String,
    /// The signs in it that no face has.
    pub unknown: BTreeSet<char>,
    tree: Tree,
}

/// Why an SVG is no picture.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// What is wrong.
    pub message: Text,
    /// What can be done.
    pub hint: Option<Text>,
    /// A part of the SVG at which it is wrong.
    pub at: String,
}

impl Fault {
    fn new(message: Text, at: impl Into<String>) -> Self {
        Self { message, hint: None, at: at.into() }
    }

    fn hint(mut self, hint: impl Into<Text>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// A fault of the form, at its line.
    fn of_form(error: &Error, svg: &str) -> Self {
        let line = svg.lines().nth((error.pos().row as usize).saturating_sub(1)).unwrap_or_default();
        // The place in what was made helps nobody.
        let problem = error.to_string().replace(&format!(" at {}", error.pos()), "");
        Self::new(Text::new("picture-form").with("problem", problem), line.trim())
    }

    /// A fault of the library that draws.
    fn of_drawing() -> Self {
        Self::new(Text::new("picture-failed"), "<svg")
    }
}

/// What was looked for in vain while texts were set.
#[derive(Default)]
struct Missing {
    family: Option<String>,
    signs: BTreeSet<char>,
}

impl Drawing {
    /// Reads an SVG, whose texts are set in these faces.
    ///
    /// # Errors
    /// It cannot be drawn, or not as it is meant.
    pub fn read(svg: &str, faces: &Faces) -> Result<Self, Fault> {
        let document = Document::parse(svg).map_err(|error| Fault::of_form(&error, svg))?;
        let root = document.root_element();
        let length = |name: &str| root.attribute(name)?.parse().ok().filter(|length| (1..=LARGEST).contains(length));
        let (Some(width), Some(height)) = (length("width"), length("height")) else {
            let hint = Text::new("picture-size-hint").with("largest", LARGEST);
            return Err(Fault::new(Text::new("picture-size"), "<svg").hint(hint));
        };
        let title = root.children().find(|child| child.tag_name().name() == "title").and_then(|title| title.text());
        let alt = title.unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ");
        if alt.is_empty() {
            return Err(Fault::new(Text::new("picture-title"), "<svg").hint("picture-title-hint"));
        }
        if let Some(name) =
            document.descendants().map(|node: Node<'_, '_>| node.tag_name().name()).find(|name| FOREIGN.contains(name))
        {
            let message = Text::new("picture-foreign").with("name", name);
            return Err(Fault::new(message, format!("<{name}")).hint("picture-foreign-hint"));
        }
        let missing = Mutex::new(Missing::default());
        let tree = catch_unwind(AssertUnwindSafe(|| Tree::from_xmltree(&document, &options(faces, &missing))));
        let missing = missing.into_inner().unwrap_or_else(PoisonError::into_inner);
        if let Some(family) = missing.family {
            let families = faces.families();
            let hint = if families.is_empty() {
                Text::new("picture-face-hint")
            } else {
                Text::new("picture-family-hint").with("names", families.join(", "))
            };
            return Err(Fault::new(Text::new("picture-family").with("name", &family), family).hint(hint));
        }
        match tree {
            Ok(Ok(tree)) => Ok(Self { width, height, alt, unknown: missing.signs, tree }),
            Ok(Err(error)) => Err(Fault::new(Text::new("picture-form").with("problem", error), "<svg")),
            Err(_) => Err(Fault::of_drawing()),
        }
    }

    /// Draws the picture, on white paper.
    ///
    /// # Errors
    /// The library that draws failed.
    pub fn png(&self) -> Result<Vec<u8>, Fault> {
        let draw = || {
            let mut pixels = Pixmap::new(self.width, self.height)?;
            pixels.fill(Color::WHITE);
            resvg::render(&self.tree, Transform::identity(), &mut pixels.as_mut());
            png::encode(&pixels).ok()
        };
        catch_unwind(AssertUnwindSafe(draw)).ok().flatten().ok_or_else(Fault::of_drawing)
    }
}

/// Settings by which no file is opened and no other face is used, and what is missing is noted.
fn options<'o>(faces: &'o Faces, missing: &'o Mutex<Missing>) -> Options<'o> {
    let noted = move || missing.lock().unwrap_or_else(PoisonError::into_inner);
    let select = FontResolver::default_font_selector();
    let font_resolver = FontResolver {
        select_font: Box::new(move |font, database| {
            let found = select(font, database);
            if found.is_none() {
                let names: Vec<_> = font.families().iter().map(ToString::to_string).collect();
                noted().family.get_or_insert(names.join(", ").replace('"', ""));
            }
            found
        }),
        select_fallback: Box::new(move |sign, tried, _| {
            let found = faces.having(sign, tried);
            if found.is_none() {
                noted().signs.insert(sign);
            }
            found
        }),
    };
    let image_href_resolver =
        ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    Options { font_resolver, image_href_resolver, fontdb: faces.database().clone(), ..Options::default() }
}

#[cfg(test)]
mod tests {
    use super::super::faces::testing::faces;
    use super::*;

    fn svg(inside: &str) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"300\" height=\"200\" font-family=\"Atkinson Hyperlegible Next\">\
             <title>A  card</title>{inside}</svg>"
        )
    }

    fn fault(svg: &str) -> Fault {
        Drawing::read(svg, &faces()).expect_err("no picture")
    }

    #[test]
    fn a_picture_is_drawn_with_the_same_bytes_each_time() {
        let svg = svg("<text x=\"20\" y=\"90\" font-size=\"60\">Łódź, 4\u{202f}565</text>");
        let drawing = Drawing::read(&svg, &faces()).expect("a picture");
        assert_eq!((drawing.alt.as_str(), drawing.unknown.len()), ("A card", 0));
        let png = drawing.png().expect("it can be drawn");
        assert!(png.starts_with(b"\x89PNG\r\n\x1a\n"));
        // IHDR is the first chunk: width, height, depth and kind, which is that of a palette.
        assert_eq!(png[16..26], [0, 0, 1, 44, 0, 0, 0, 200, 8, 3]);
        assert_eq!(png, Drawing::read(&svg, &faces()).expect("a picture").png().expect("it can be drawn"));
        let other = Drawing::read(&svg.replace("Łódź", "Lodz"), &faces()).expect("a picture");
        assert_ne!(png, other.png().expect("it can be drawn"));
    }

    #[test]
    fn a_picture_of_many_colours_is_drawn_too() {
        let svg = svg(
            "<linearGradient id=\"g\"><stop stop-color=\"#f00\"/><stop offset=\"1\" stop-color=\"#0ff\"/></linearGradient>\
             <rect width=\"300\" height=\"200\" fill=\"url(#g)\"/><circle r=\"200\" fill=\"url(#g)\" opacity=\".5\"/>",
        );
        let png = Drawing::read(&svg, &faces()).expect("a picture").png().expect("it can be drawn");
        assert_eq!(png[24..26], [8, 2]);
    }

    #[test]
    fn faults_say_what_and_where() {
        let form = fault(&svg("\n<g>"));
        assert_eq!((form.message.id, form.at.as_str()), ("picture-form", "<g></svg>"));
        let size = svg("").replace("\"300\"", "\"30000\"");
        for svg in [size.as_str(), &size.replace("30000", "100%"), &size.replace("30000", "0")] {
            assert_eq!(fault(svg).message.id, "picture-size");
        }
        assert_eq!(fault(&svg("").replace("A  card", " ")).message.id, "picture-title");
        assert_eq!(fault(&svg("<image href=\"/etc/hostname\"/>")).at, "<image");
        let family = fault(&svg("<text font-family=\"Arial\">A</text>"));
        assert_eq!((family.message.id, family.at.as_str()), ("picture-family", "Arial"));
    }

    #[test]
    fn signs_that_no_face_has_are_told() {
        let drawing = Drawing::read(&svg("<text y=\"60\">Ω and 漢 and \u{ad}</text>"), &faces()).expect("a picture");
        assert!(drawing.unknown.contains(&'Ω'), "{:?}", drawing.unknown);
    }

    #[test]
    fn strange_pictures_bring_nothing_down() {
        let strange = [
            "<g>".repeat(3000) + &"</g>".repeat(3000),
            "<rect width=\"1e30\" height=\"-1e30\" transform=\"scale(1e30)\"/>".into(),
            "<text x=\"1e30\" font-size=\"1e30\">A</text>".into(),
            "<filter id=\"f\"><feGaussianBlur stdDeviation=\"1e9\"/></filter><rect width=\"9\" height=\"9\" filter=\"url(#f)\"/>".into(),
            "<pattern id=\"p\" width=\"1e-9\" height=\"1e-9\"><rect/></pattern><rect width=\"9\" height=\"9\" fill=\"url(#p)\"/>".into(),
            "<use href=\"#u\" id=\"u\"/>".into(),
        ];
        for inside in strange {
            if let Ok(drawing) = Drawing::read(&svg(&inside), &faces()) {
                let _ = drawing.png();
            }
        }
    }
}
