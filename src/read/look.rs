//! From the colours and pictures that a site or a theme names to what is wrong with them.

use std::collections::BTreeSet;

use crate::diagnostic::{Diagnostic, Rule, Text, nearest};
use crate::domain::{Colour, Place};

/// A colour against the surfaces on which it is text (WCAG 2.2, 1.4.3); the one is told on which it is worst to read.
pub(super) fn low_contrast(key: &str, colour: Colour, surfaces: &[Colour], place: &Place) -> Option<Diagnostic> {
    let contrast = |surface: &&Colour| colour.contrast(**surface);
    let worst = surfaces.iter().min_by(|one, other| contrast(one).total_cmp(&contrast(other)))?;
    if contrast(&worst) >= Colour::TEXT_CONTRAST {
        return None;
    }
    // Rounded down, so that 4.48 does not read as the 4.5 that it is not.
    let found = format!("{:.1}", (contrast(&worst) * 10.0).floor() / 10.0);
    let (units, tenths) = found.split_once('.')?;
    let message = Text::new("low-contrast").with("key", key).with("colour", colour).with("surface", worst);
    let message = message.with("units", units).with("tenths", tenths);
    let hint = match colour.readable_on(surfaces) {
        Some(colour) => type_instead(colour),
        None => Text::new("low-contrast-hint"),
    };
    Some(Diagnostic::new(Rule::LowContrast, place.clone(), message).hint(hint))
}

/// A picture against the assets that there are.
pub(super) fn missing_picture(name: &str, assets: &BTreeSet<&str>, place: &Place) -> Option<Diagnostic> {
    if name.is_empty() || assets.contains(name) {
        return None;
    }
    let pictures = assets.iter().copied().filter(|name| is_picture(name));
    let hint = match nearest(name, pictures) {
        Some(name) => Text::new("did-you-mean").with("name", name),
        None => Text::new("missing-asset-hint"),
    };
    let message = Text::new("missing-asset").with("name", name);
    Some(Diagnostic::new(Rule::MissingAsset, place.clone(), message).hint(hint))
}

/// Whether browsers show a file of that name as a picture.
pub(super) fn is_picture(name: &str) -> bool {
    const ENDINGS: [&str; 7] = ["svg", "png", "jpg", "jpeg", "webp", "avif", "gif"];
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

/// What to type: in YAML, `#` begins a comment unless it stands in quotes.
pub(super) fn type_instead(colour: Colour) -> Text {
    Text::new("type-instead").with("text", format!("\"{colour}\""))
}
