//! From a notice to its card: the picture by which social networks show its page.

use super::Renderer;
use super::compose::Composer;
use super::context::{CardTemplate, ImageContext};
use super::minify::plain;
use super::templates::CARD;
use crate::diagnostic::{Diagnosed, Diagnostic, Log, Rule, Text};
use crate::domain::{Digest, Place, Side};
use crate::picture::{DRAWN_BY, Drawing, Faces, Fault};
use crate::plan::Public;

/// The folder of cards in the output.
const FOLDER: &str = "cards";

/// The picture of a notice in one language.
#[derive(Debug)]
pub struct Card {
    /// Its path in the output folder. It changes with the picture.
    pub path: String,
    /// The picture.
    pub drawing: Drawing,
    /// Its language.
    side: Side,
}

impl Renderer<'_> {
    /// Draws a card.
    ///
    /// # Errors
    /// It could not be drawn: the finding says where its template is.
    pub fn draw(&self, card: &Card) -> Result<Vec<u8>, Box<Diagnostic>> {
        card.drawing.png().map_err(|fault| Box::new(self.composer.fault(card.side, fault)))
    }
}

/// Whether a path in the output folder may be that of a card of a notice.
#[must_use]
pub fn is_of(path: &str, reference: &str, code: &str) -> bool {
    path.starts_with(&format!("{FOLDER}/{reference}-{code}-"))
}

impl Composer<'_> {
    /// The card of a notice, if the site has such pictures and it can be drawn.
    pub(super) fn card(&self, public: &Public, side: Side) -> Diagnosed<Option<Card>> {
        let mut log = Log::new();
        if !(self.site.has_cards() && self.theme.has_card) {
            return Diagnosed::new(None, log);
        }
        let environment = &self.theme.environments[side];
        let context = self.context(side, &CardTemplate { vacancy: self.listing(public, side) });
        let svg = match environment.render(CARD, &context) {
            Ok(text) => plain(&text),
            Err(finding) => {
                log.push(*finding);
                return Diagnosed::new(None, log);
            }
        };
        let faces = &self.theme.faces;
        let drawing = match Drawing::read(&String::from_utf8_lossy(&svg), faces) {
            Ok(drawing) => drawing,
            Err(fault) => {
                log.push(self.fault(side, fault));
                return Diagnosed::new(None, log);
            }
        };
        let edition = &public.notice.editions[side];
        if !drawing.unknown.is_empty() {
            let signs: Vec<_> =
                drawing.unknown.iter().map(|sign| format!("{sign} (U+{:04X})", u32::from(*sign))).collect();
            let message = Text::new("picture-signs").with("signs", signs.join(", "));
            let place = Place::new(edition.path.clone(), edition.words.title.span);
            log.push(Diagnostic::new(Rule::InvalidPicture, place, message).hint("picture-face-hint").as_warning());
        }
        let digest = digest(&svg, faces);
        let path =
            format!("{FOLDER}/{}-{}-{digest}.png", public.notice.facts.reference, self.site.languages[side].code);
        Diagnosed::new(Some(Card { path, drawing, side }), log)
    }

    /// What the template of a page gets of its card.
    pub(super) fn image(&self, card: &Card) -> ImageContext {
        let Drawing { width, height, alt, .. } = &card.drawing;
        ImageContext {
            url: self.absolute(&format!("/{}", card.path)),
            width: *width,
            height: *height,
            alt: alt.clone(),
        }
    }

    /// The finding of what is wrong with the picture that the template makes.
    fn fault(&self, side: Side, fault: Fault) -> Diagnostic {
        let place = self.theme.environments[side].place(CARD, &fault.at);
        Diagnostic::new(Rule::InvalidPicture, place, fault.message).maybe_hint(fault.hint)
    }
}

/// The fingerprint of all that a picture is drawn from: whoever has a picture of that name need not draw it.
fn digest(svg: &[u8], faces: &Faces) -> String {
    Digest::of_parts([DRAWN_BY.as_bytes(), faces.digest().bytes(), svg]).seal()
}
