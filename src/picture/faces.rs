//! From the files of faces to what texts are measured and drawn with.

use std::collections::BTreeMap;
use std::sync::Arc;

use resvg::usvg::fontdb::{Database, ID, Source};
use skrifa::charmap::Charmap;
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use crate::diagnostic::{Diagnostic, Log, Rule, Text};
use crate::domain::{Digest, Place, SitePath};

/// How far a sign that no face has is taken to reach, in ems.
const UNKNOWN: f64 = 1.0;

/// The faces in which pictures are set: those of the theme and of the site, and no other.
#[derive(Debug, Clone)]
pub struct Faces {
    database: Arc<Database>,
    all: Vec<Face>,
    digest: Digest,
}

/// A face, by the name of its file without the ending.
#[derive(Debug, Clone)]
struct Face {
    name: String,
    id: ID,
    weight: u16,
    bytes: Arc<Vec<u8>>,
}

impl Faces {
    /// Reads the faces among some files. Of two with one name the later one counts: the site's comes after the theme's.
    #[must_use]
    pub fn read(files: impl IntoIterator<Item = (SitePath, Vec<u8>)>) -> (Self, Log) {
        let mut found = BTreeMap::new();
        for (path, bytes) in files {
            let name = path.name().rsplit_once('.').map_or(path.name(), |(stem, _)| stem).to_owned();
            found.insert(name, (path, Arc::new(bytes)));
        }
        let parts = found.iter().flat_map(|(name, (_, bytes))| [name.as_bytes(), bytes.as_slice()]);
        let digest = Digest::of_parts(parts);
        let (mut database, mut all, mut log) = (Database::new(), Vec::new(), Log::new());
        for (name, (path, bytes)) in found {
            let ids = database.load_font_source(Source::Binary(bytes.clone()));
            match ids.first().and_then(|id| database.face(*id)).filter(|_| FontRef::new(&bytes).is_ok()) {
                Some(info) => all.push(Face { name, id: info.id, weight: info.weight.0, bytes }),
                None => log.push(
                    Diagnostic::new(Rule::InvalidPicture, Place::top(path), Text::new("picture-face"))
                        .hint("picture-face-hint"),
                ),
            }
        }
        (Self { database: Arc::new(database), all, digest }, log)
    }

    /// The fingerprint of all faces.
    #[must_use]
    pub const fn digest(&self) -> &Digest {
        &self.digest
    }

    /// The names of the faces, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.all.iter().map(|face| face.name.as_str())
    }

    /// The names of the families to which the faces belong.
    pub(super) fn families(&self) -> Vec<String> {
        let mut families: Vec<_> =
            self.database.faces().flat_map(|face| face.families.iter().map(|(name, _)| name.clone())).collect();
        families.sort();
        families.dedup();
        families
    }

    pub(super) const fn database(&self) -> &Arc<Database> {
        &self.database
    }

    /// A face that has a sign, if possible as heavy as another one, and none of those that were tried.
    pub(super) fn having(&self, sign: char, tried: &[ID]) -> Option<ID> {
        let weight = self.all.iter().find(|face| tried.first() == Some(&face.id)).map(|face| face.weight);
        let mut having = self.all.iter().filter(|face| !tried.contains(&face.id) && face.has(sign));
        let first = having.next()?;
        let alike = [first].into_iter().chain(having).find(|face| Some(face.weight) == weight);
        Some(alike.unwrap_or(first).id)
    }

    /// The measure of the face of that name. Nothing comes back where there is no such face.
    pub(super) fn measure(&self, name: &str) -> Option<Measure<'_>> {
        let face = self.all.iter().find(|face| face.name == name)?;
        Some(Measure { faces: self, id: face.id, glyphs: face.glyphs()? })
    }
}

impl Face {
    fn glyphs(&self) -> Option<Glyphs<'_>> {
        let font = FontRef::new(&self.bytes).ok()?;
        let location = LocationRef::default();
        Some(Glyphs {
            signs: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), location),
            units: f64::from(font.metrics(Size::unscaled(), location).units_per_em.max(1)),
        })
    }

    fn has(&self, sign: char) -> bool {
        self.glyphs().is_some_and(|glyphs| glyphs.signs.map(sign).is_some())
    }
}

/// The glyphs of a face.
struct Glyphs<'f> {
    signs: Charmap<'f>,
    metrics: GlyphMetrics<'f>,
    units: f64,
}

impl Glyphs<'_> {
    /// How far a sign reaches, in ems.
    fn advance(&self, sign: char) -> Option<f64> {
        Some(f64::from(self.metrics.advance_width(self.signs.map(sign)?)?) / self.units)
    }
}

/// Measures texts in one face.
pub(super) struct Measure<'f> {
    faces: &'f Faces,
    id: ID,
    glyphs: Glyphs<'f>,
}

impl Measure<'_> {
    /// How far a sign reaches, in ems: where the face does not have it, in the one that it will be drawn in.
    pub fn sign(&self, sign: char) -> f64 {
        let elsewhere = || {
            let id = self.faces.having(sign, &[self.id])?;
            self.faces.all.iter().find(|face| face.id == id)?.glyphs()?.advance(sign)
        };
        self.glyphs.advance(sign).or_else(elsewhere).unwrap_or(UNKNOWN)
    }

    /// How far a text reaches, in ems.
    pub fn text(&self, text: &str) -> f64 {
        text.chars().map(|sign| self.sign(sign)).sum()
    }
}

/// No faces at all.
impl Default for Faces {
    fn default() -> Self {
        Self::read([]).0
    }
}

#[cfg(test)]
pub(super) mod testing {
    use std::fs;

    use super::*;

    /// The faces of the theme of the repository.
    pub fn faces() -> Faces {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/themes/secretariat/fonts");
        let files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
        let faces = files.filter(|path| path.extension().is_some_and(|ending| ending == "ttf"));
        let files = faces.map(|path| {
            (SitePath::new(path.to_str().expect("a name in UTF-8")), fs::read(&path).expect("the file can be read"))
        });
        let (faces, log) = Faces::read(files);
        assert!(log.is_empty());
        faces
    }
}

#[cfg(test)]
mod tests {
    use super::testing::faces;
    use super::*;

    #[test]
    fn letters_that_a_face_does_not_have_are_measured_in_another() {
        let faces = faces();
        let measure = faces.measure("hyperlegible-bold").expect("a face of that name");
        assert!(measure.sign('i') < measure.sign('m') && measure.sign('m') < UNKNOWN);
        assert!(measure.sign('ł') < UNKNOWN && measure.sign('漢') >= UNKNOWN);
        assert!(measure.sign('\u{202f}') < measure.sign('\u{a0}'));
        let id = faces.measure("hyperlegible-regular").expect("a face of that name").id;
        let other = faces.having('ł', &[id]).expect("a face with that letter");
        assert_eq!(faces.database().face(other).map(|face| face.weight.0), Some(400));
    }

    #[test]
    fn what_is_no_face_is_told() {
        let (faces, log) = Faces::read([(SitePath::new("fonts/a.ttf"), b"no face".to_vec())]);
        assert!(log.has_errors() && faces.names().next().is_none());
    }
}
