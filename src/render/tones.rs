//! From the colours that a site chose to the tones that its pages need, as custom properties of `site.css`.
//!
//! A site names one colour; a page needs it darker under the pointer and in bands, lighter where the reader's screen is
//! dark, and a colour for the words on top. Tones differ from the colour in lightness only, as the eye sees it
//! ([`Colour::tone`]), since mixing with white would turn blues violet; and they are a little less vivid, as beside words
//! a deep colour seems louder, and on a dark screen a light one seems to glow. Each is moved step by step until its
//! contrast is reached, so that the contrast holds for every colour.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use crate::domain::{Colour, OptionValue};

/// The ground of pages on a dark screen; also the dark words on top of a light tone.
const DARK: Colour = Colour::new([0x11, 0x16, 0x1c]);
const BLACK: Colour = Colour::new([0; 3]);
/// What tones reach on their ground: level AAA of WCAG 2.2 (1.4.6), so that a surface beside the ground is safe too.
const ENOUGH: f64 = 7.0;
const STEP: f64 = 0.01;
/// How much of a colour's vividness its tones keep, and a band on a dark screen.
const VIVID: f64 = 0.85;
const MUTED: f64 = 0.6;

/// The tones of one colour in one colour scheme.
#[derive(Debug, PartialEq, Eq)]
struct Tones {
    /// Words, links and buttons.
    plain: Colour,
    /// The same under the pointer: further from the ground.
    deep: Colour,
    /// A ground for white words.
    band: Colour,
    /// Words on top of `plain`.
    on: Colour,
}

impl Tones {
    fn light(colour: Colour) -> Self {
        let deep = darker(colour, colour.lightness() * 0.8, VIVID);
        let on = [Colour::WHITE, DARK].into_iter().find(|on| on.contrast(colour) >= Colour::TEXT_CONTRAST);
        // Where neither white nor the dark ground can be read on a colour, black can.
        Self { plain: colour, deep, band: deep, on: on.unwrap_or(BLACK) }
    }

    fn dark(colour: Colour) -> Self {
        let plain = lighter(colour, colour.lightness());
        let deep = plain.lightness() + (1.0 - plain.lightness()) * 0.4;
        Self { plain, deep: lighter(colour, deep), band: darker(colour, colour.lightness() * 0.65, MUTED), on: DARK }
    }
}

/// The colour in this lightness, or darker until white words stand out on it.
fn darker(colour: Colour, from: f64, vividness: f64) -> Colour {
    let mut tones = (0..=100).map(|step| colour.tone(from - f64::from(step) * STEP, vividness));
    tones.find(|tone| tone.contrast(Colour::WHITE) >= ENOUGH).unwrap_or(BLACK)
}

/// The colour in this lightness, or lighter until it stands out on the dark ground.
fn lighter(colour: Colour, from: f64) -> Colour {
    let mut tones = (0..=100).map(|step| colour.tone(from + f64::from(step) * STEP, VIVID));
    tones.find(|tone| tone.contrast(DARK) >= ENOUGH).unwrap_or(Colour::WHITE)
}

/// The custom properties of all options that are colours, in the order of their names.
pub(super) fn sheet(options: &BTreeMap<String, OptionValue>) -> String {
    let colours: Vec<_> = options
        .iter()
        .filter_map(|(name, value)| match value {
            OptionValue::Colour(colour) => Some((name.as_str(), *colour)),
            _ => None,
        })
        .collect();
    let rule = |indent: &str, tones: fn(Colour) -> Tones| {
        let mut rule = format!("{indent}:root {{\n");
        for (name, colour) in &colours {
            let Tones { plain, deep, band, on } = tones(*colour);
            for (property, tone) in [
                (format!("--{name}"), plain),
                (format!("--{name}-deep"), deep),
                (format!("--{name}-band"), band),
                (format!("--on-{name}"), on),
            ] {
                // Writing to a string cannot fail.
                let _ = writeln!(rule, "{indent}  {property}: {tone};");
            }
        }
        format!("{rule}{indent}}}\n")
    };
    if colours.is_empty() {
        return String::new();
    }
    let (light, dark) = (rule("", Tones::light), rule("  ", Tones::dark));
    format!("{light}\n@media (prefers-color-scheme: dark) {{\n{dark}}}\n")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn every_tone_of_every_colour_can_be_read(channels in any::<[u8; 3]>()) {
            let colour = Colour::new(channels);
            let (light, dark) = (Tones::light(colour), Tones::dark(colour));
            for tones in [&light, &dark] {
                prop_assert!(tones.on.contrast(tones.plain) >= Colour::TEXT_CONTRAST, "{:?}", tones);
                prop_assert!(tones.band.contrast(Colour::WHITE) >= ENOUGH, "{:?}", tones);
            }
            prop_assert_eq!(light.plain, colour, "what the site chose is what it gets");
            prop_assert!(light.deep.contrast(Colour::WHITE) >= ENOUGH, "{:?}", light);
            prop_assert!(dark.plain.contrast(DARK) >= ENOUGH && dark.deep.contrast(DARK) >= ENOUGH, "{:?}", dark);
            prop_assert!(dark.on.contrast(dark.deep) >= Colour::TEXT_CONTRAST, "{:?}", dark);
        }

        /// What the check of contrast lets pass on white has white words on top, also under the pointer.
        #[test]
        fn text_on_white_takes_white_words(channels in any::<[u8; 3]>()) {
            let colour = Colour::new(channels).readable_on(&[Colour::WHITE]).expect("black passes");
            let tones = Tones::light(colour);
            prop_assert_eq!(tones.on, Colour::WHITE);
            prop_assert!(tones.on.contrast(tones.deep) >= ENOUGH);
        }
    }

    #[test]
    fn each_colour_has_its_properties_in_both_schemes() {
        let colour = |text: &str| OptionValue::Colour(Colour::parse(text).expect("a colour"));
        let options =
            BTreeMap::from([("accent".to_owned(), colour("#174f8a")), ("dates".to_owned(), OptionValue::Flag(true))]);
        let expected = "\
:root {
  --accent: #174f8a;
  --accent-deep: #093868;
  --accent-band: #093868;
  --on-accent: #ffffff;
}

@media (prefers-color-scheme: dark) {
  :root {
    --accent: #77a6de;
    --accent-deep: #9fcbff;
    --accent-band: #0c2848;
    --on-accent: #11161c;
  }
}
";
        assert_eq!(sheet(&options), expected);
        assert_eq!(sheet(&BTreeMap::from([("dates".to_owned(), OptionValue::Flag(true))])), "");
    }
}
