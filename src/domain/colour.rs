//! Colours: from `#rrggbb` to how far two of them stand apart, and to the same hue in another lightness.
//!
//! Contrast is WCAG's (2.2, 1.4.3). Lightness and hue are those of `OKLab` (Björn Ottosson, 2020), in which equal steps
//! look equal: a blue that is made lighter stays blue. All is done by the arithmetic that IEEE 754 rounds exactly, without the
//! system's powers and roots, so that every machine makes the same bytes.

use std::fmt;

/// A colour of the screen (sRGB).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour([u8; 3]);

/// The light of each value of a channel: the transfer function of sRGB.
const LIGHT: [f64; 256] = light();

impl Colour {
    /// White.
    pub const WHITE: Self = Self([255; 3]);

    /// The contrast that WCAG 2.2 asks of text at level AA (1.4.3).
    pub const TEXT_CONTRAST: f64 = 4.5;

    /// A colour of its three channels: red, green, blue.
    #[must_use]
    pub const fn new(channels: [u8; 3]) -> Self {
        Self(channels)
    }

    /// Reads `#rrggbb`, and no other form.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').filter(|digits| digits.len() == 6)?;
        let is_hex = digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let [_, red, green, blue] = u32::from_str_radix(digits, 16).ok().filter(|_| is_hex)?.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    /// The colour that was probably meant by another form of hexadecimal digits: `174f8a`, `#14a`.
    #[must_use]
    pub fn meant(text: &str) -> Option<Self> {
        let digits = text.trim().trim_start_matches('#');
        let doubled = |digits: &str| digits.chars().flat_map(|digit| [digit, digit]).collect::<String>();
        let digits = if digits.len() == 3 { doubled(digits) } else { digits.to_owned() };
        Self::parse(&format!("#{digits}"))
    }

    /// The contrast of two colours, from 1 to 21: (lighter + 0.05) / (darker + 0.05), by relative luminance.
    #[must_use]
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// Relative luminance as WCAG defines it, from 0 (black) to 1 (white).
    fn luminance(self) -> f64 {
        let [red, green, blue] = self.light();
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }

    fn light(self) -> [f64; 3] {
        self.0.map(|channel| LIGHT[usize::from(channel)])
    }

    /// How light it looks, from 0 (black) to 1 (white).
    #[must_use]
    pub fn lightness(self) -> f64 {
        self.lab()[0]
    }

    /// The same hue in another lightness, and with a share of its vividness: 1 keeps it, 0 gives a grey. What no screen
    /// can show is made less vivid until one can.
    #[must_use]
    pub fn tone(self, lightness: f64, vividness: f64) -> Self {
        let [_, green_red, blue_yellow] = self.lab();
        let lightness = lightness.clamp(0.0, 1.0);
        let shares = (0..=32).rev().map(|part| vividness * f64::from(part) / 32.0);
        let mut tones = shares.map(|share| from_lab([lightness, green_red * share, blue_yellow * share]));
        let in_reach = |light: &[f64; 3]| light.iter().all(|channel| (-0.0005..=1.0005).contains(channel));
        Self(tones.find(in_reach).unwrap_or([lightness; 3]).map(channel))
    }

    /// The nearest colour of the same hue whose contrast with all of these reaches [`Self::TEXT_CONTRAST`]: darker, or
    /// lighter where the surfaces are dark. None where the surfaces leave nothing between them.
    #[must_use]
    pub fn readable_on(self, surfaces: &[Self]) -> Option<Self> {
        let here = self.lightness();
        let steps = (1..=400).map(|step| f64::from(step) / 400.0);
        let around = steps.flat_map(|step| [here - step, here + step]);
        let mut tones = around.filter(|lightness| (-0.0025..=1.0025).contains(lightness)).map(|at| self.tone(at, 1.0));
        tones.find(|tone| surfaces.iter().all(|surface| tone.contrast(*surface) >= Self::TEXT_CONTRAST))
    }

    /// Lightness, green to red, blue to yellow.
    fn lab(self) -> [f64; 3] {
        let [red, green, blue] = self.light();
        let long = cube_root(0.412_221_470_8 * red + 0.536_332_536_3 * green + 0.051_445_992_9 * blue);
        let medium = cube_root(0.211_903_498_2 * red + 0.680_699_545_1 * green + 0.107_396_956_6 * blue);
        let short = cube_root(0.088_302_461_9 * red + 0.281_718_837_6 * green + 0.629_978_700_5 * blue);
        [
            0.210_454_255_3 * long + 0.793_617_785_0 * medium - 0.004_072_046_8 * short,
            1.977_998_495_1 * long - 2.428_592_205_0 * medium + 0.450_593_709_9 * short,
            0.025_904_037_1 * long + 0.782_771_766_2 * medium - 0.808_675_766_0 * short,
        ]
    }
}

impl fmt::Display for Colour {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let [red, green, blue] = self.0;
        write!(out, "#{red:02x}{green:02x}{blue:02x}")
    }
}

/// The light of a colour in `OKLab`; below 0 or above 1 where no screen can show it.
fn from_lab([lightness, green_red, blue_yellow]: [f64; 3]) -> [f64; 3] {
    let cube = |value: f64| value * value * value;
    let long = cube(lightness + 0.396_337_777_4 * green_red + 0.215_803_757_3 * blue_yellow);
    let medium = cube(lightness - 0.105_561_345_8 * green_red - 0.063_854_172_8 * blue_yellow);
    let short = cube(lightness - 0.089_484_177_5 * green_red - 1.291_485_548_0 * blue_yellow);
    [
        4.076_741_662_1 * long - 3.307_711_591_3 * medium + 0.230_969_929_2 * short,
        -1.268_438_004_6 * long + 2.609_757_401_1 * medium - 0.341_319_396_5 * short,
        -0.004_196_086_3 * long - 0.703_418_614_7 * medium + 1.707_614_701_0 * short,
    ]
}

/// The value of a channel whose light is nearest.
fn channel(light: f64) -> u8 {
    let above = LIGHT.partition_point(|known| *known < light).min(255);
    let below = above.saturating_sub(1);
    let nearest = if light - LIGHT[below] < LIGHT[above] - light { below } else { above };
    u8::try_from(nearest).unwrap_or(u8::MAX)
}

const fn light() -> [f64; 256] {
    let mut light = [0.0; 256];
    let mut value = 0_u8;
    loop {
        let share = value as f64 / 255.0;
        light[value as usize] = if share <= 0.040_45 { share / 12.92 } else { power((share + 0.055) / 1.055) };
        if value == u8::MAX {
            return light;
        }
        value += 1;
    }
}

/// `base` to the power of 2.4, for 0 < `base` ≤ 1: its square, times the square of its fifth root.
const fn power(base: f64) -> f64 {
    let mut root = 1.0;
    loop {
        // Newton's method falls from above, until rounding holds it.
        let next = (4.0 * root + base / (root * root * root * root)) / 5.0;
        if next >= root {
            return base * base * root * root;
        }
        root = next;
    }
}

/// The cube root of a light between 0 and 1.
fn cube_root(light: f64) -> f64 {
    if light <= 0.0 {
        return 0.0;
    }
    let mut root = 1.0;
    loop {
        let next = (2.0 * root + light / (root * root)) / 3.0;
        if next >= root {
            return root;
        }
        root = next;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::parse(text).expect("a colour")
    }

    #[test]
    fn contrast_is_what_wcag_says() {
        let ratio = |one: &str, other: &str| format!("{:.2}", colour(one).contrast(colour(other)));
        assert_eq!(ratio("#000000", "#ffffff"), "21.00");
        assert_eq!(ratio("#ffffff", "#777777"), "4.48");
        assert_eq!(ratio("#767676", "#ffffff"), "4.54");
        assert_eq!(ratio("#ff0000", "#ffffff"), "4.00");
        assert_eq!(ratio("#0000ff", "#ffff00"), "8.00");
        assert_eq!(ratio("#174f8a", "#174f8a"), "1.00");
    }

    #[test]
    fn the_table_of_light_is_the_power_of_srgb() {
        for (value, light) in (0_u8..=255).zip(LIGHT) {
            let share = f64::from(value) / 255.0;
            let exact = if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) };
            assert!((light - exact).abs() < 1e-14, "{value}");
        }
    }

    #[test]
    fn only_six_digits_are_a_colour_and_others_are_guessed() {
        for text in ["174f8a", "#14a", "#174f8", "#174f8a0", "#+74f8a", "navy", "", "#", "#é1234"] {
            assert_eq!(Colour::parse(text), None, "{text}");
        }
        assert_eq!(colour("#174F8a").to_string(), "#174f8a");
        let meant = |text: &str| Colour::meant(text).map(|colour| colour.to_string());
        assert_eq!(meant("174f8a").as_deref(), Some("#174f8a"));
        assert_eq!(meant("#14a").as_deref(), Some("#1144aa"));
        assert_eq!(meant("navy"), None);
        assert_eq!(meant("éàü"), None);
    }

    #[test]
    fn the_nearest_readable_colour_goes_away_from_the_surfaces() {
        let readable = |text: &str, surfaces: &[&str]| {
            let surfaces: Vec<_> = surfaces.iter().map(|surface| colour(surface)).collect();
            colour(text).readable_on(&surfaces).map(|colour| colour.to_string())
        };
        assert_eq!(readable("#d08a00", &["#ffffff"]).as_deref(), Some("#a26b0b"));
        assert_eq!(readable("#174f8a", &["#11161c"]).as_deref(), Some("#4b81c0"));
        assert_eq!(readable("#777777", &["#ffffff", "#ffff00", "#000000", "#888888"]), None);
    }

    proptest! {
        #[test]
        fn a_tone_of_its_own_lightness_is_the_colour_itself(channels in any::<[u8; 3]>()) {
            let colour = Colour::new(channels);
            prop_assert_eq!(colour.tone(colour.lightness(), 1.0), colour);
            prop_assert_eq!(Colour::parse(&colour.to_string()), Some(colour));
        }

        #[test]
        fn what_is_advised_can_be_read(channels in any::<[u8; 3]>(), surface in any::<[u8; 3]>()) {
            let surface = Colour::new(surface);
            let advised = Colour::new(channels).readable_on(&[surface]).expect("black or white stands apart from any colour");
            prop_assert!(advised.contrast(surface) >= Colour::TEXT_CONTRAST, "{} on {}", advised, surface);
        }
    }
}
