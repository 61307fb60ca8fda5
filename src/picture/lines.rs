//! From a text and the room that it has to its lines: SVG does not break texts.
//!
//! Lines are broken at blanks: never at a no-break space, and so never inside a number with its unit. Only a word that is
//! too wide for a line is parted, behind strokes and hyphens if it has some. Kerning is not measured; it makes texts narrower rather than wider.

use serde::Serialize;

use super::Faces;
use super::faces::Measure;

/// The distance from one line to the next, as a part of the size of the letters.
const LEADING: f64 = 1.14;
/// By how much letters are made smaller at a time.
const STEP: f64 = 2.0;
/// What stands for the words that have no place.
const MORE: char = '…';

/// The room that a text has.
#[derive(Debug, Clone, Copy)]
pub struct Room {
    /// How wide a line may be.
    pub width: f64,
    /// How high all lines may be together.
    pub height: f64,
    /// How many lines there may be.
    pub most: usize,
    /// The size of the letters.
    pub size: f64,
    /// The size down to which the letters may be made smaller before words are left out.
    pub least: f64,
}

/// A text in lines.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Broken {
    /// The lines.
    pub lines: Vec<String>,
    /// The size of the letters.
    pub size: f64,
    /// The distance from one line to the next.
    pub leading: f64,
}

impl Faces {
    /// Breaks a text that is set in the face of that name into lines. The letters are made smaller until all has its place;
    /// where that does not help, what is left over is left out. Nothing comes back where there is no such face.
    #[must_use]
    pub fn lines(&self, face: &str, text: &str, room: &Room) -> Option<Broken> {
        let measure = self.measure(face)?;
        // A soft hyphen is drawn as nothing.
        let text = text.replace('\u{ad}', "");
        let words: Vec<_> = text.split(is_blank).filter(|word| !word.is_empty()).collect();
        let words = Words::new(joined(&words, is_number), &measure).parted(room.width / room.least, &measure);
        let mut size = room.size;
        while size > room.least && !words.fit(room.width / size, room.lines(size)) {
            size = (size - STEP).max(room.least);
        }
        let width = room.width / size;
        let most = room.lines(size);
        let mut lines = words.lines(width);
        if words.fit(width, most) && words.heads.contains(&false) {
            lines = words.even(width);
        } else if words.fit(width, most) {
            let phrases = Words::new(joined(&words.texts, leads), &measure);
            let even = if phrases.fit(width, lines.len()) { &phrases } else { &words };
            lines = even.even(width);
        }
        let is_cut = lines.len() > most;
        lines.truncate(most);
        let last = lines.len();
        for (number, line) in (1..).zip(&mut lines) {
            if is_cut && number == last || measure.text(line) > width {
                *line = shortened(line, width, &measure);
            }
        }
        Some(Broken { lines, size, leading: size * LEADING })
    }
}

impl Room {
    /// How many lines there may be if the letters have a size. There is always one.
    fn lines(&self, size: f64) -> usize {
        let mut lines = 1;
        let mut height = 2.0 * size * LEADING;
        while lines < self.most && height <= self.height {
            lines += 1;
            height += size * LEADING;
        }
        lines
    }
}

/// The parts of a text between which lines may be broken, with how far they and a blank reach, in ems.
struct Words {
    texts: Vec<String>,
    widths: Vec<f64>,
    /// Whether each begins a word: the parts of one stand together without a blank.
    heads: Vec<bool>,
    blank: f64,
}

impl Words {
    fn new(words: Vec<String>, measure: &Measure<'_>) -> Self {
        let widths = words.iter().map(|word| measure.text(word)).collect();
        Self { widths, heads: vec![true; words.len()], blank: measure.sign(' '), texts: words }
    }

    /// The same with each word in parts that is wider than a line may ever be.
    fn parted(self, widest: f64, measure: &Measure<'_>) -> Self {
        if self.widths.iter().all(|wide| *wide <= widest) {
            return self;
        }
        let parts = |word: &String| {
            parted(word, widest, measure).into_iter().enumerate().map(|(number, part)| (part, number == 0))
        };
        let (texts, heads): (Vec<_>, Vec<_>) = self.texts.iter().flat_map(parts).unzip();
        Self { heads, ..Self::new(texts, measure) }
    }

    /// The lines, if a line may be that wide. A word that is wider has a line to itself.
    fn lines(&self, width: f64) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        let mut reached = 0.0;
        for ((word, wide), is_head) in self.texts.iter().zip(&self.widths).zip(&self.heads) {
            let blank = if *is_head { self.blank } else { 0.0 };
            match lines.last_mut() {
                Some(line) if reached + blank + wide <= width => {
                    if *is_head {
                        line.push(' ');
                    }
                    line.push_str(word);
                    reached += blank + wide;
                }
                _ => {
                    lines.push(word.clone());
                    reached = *wide;
                }
            }
        }
        lines
    }

    /// Whether all words have their place in that many lines.
    fn fit(&self, width: f64, most: usize) -> bool {
        self.widths.iter().all(|wide| *wide <= width) && self.lines(width).len() <= most
    }

    /// As many lines as there must be, as even as they can be, so that no word is left alone in the last one.
    fn even(&self, width: f64) -> Vec<String> {
        let count = self.lines(width).len();
        let (mut narrow, mut wide) = (0.0, width);
        // After ten halvings a line of the width of a picture is even to a point.
        for _ in 0..10 {
            let middle = f64::midpoint(narrow, wide);
            if self.fit(middle, count) { wide = middle } else { narrow = middle }
        }
        self.lines(wide)
    }
}

/// A word in parts of at most that width: behind strokes and hyphens, and between any signs where that is not enough.
fn parted(word: &str, widest: f64, measure: &Measure<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    for piece in word.split_inclusive(['/', '-', '\u{2010}']) {
        let mut part = String::new();
        for sign in piece.chars() {
            if !part.is_empty() && measure.text(&part) + measure.sign(sign) > widest {
                parts.push(std::mem::take(&mut part));
            }
            part.push(sign);
        }
        parts.push(part);
    }
    parts
}

/// Words, of which some keep to the word after them.
fn joined<W: AsRef<str>>(words: &[W], keeps_to_next: fn(&str) -> bool) -> Vec<String> {
    let mut joined: Vec<String> = Vec::new();
    let mut is_open = false;
    for word in words.iter().map(AsRef::as_ref) {
        match joined.last_mut().filter(|_| is_open) {
            Some(last) => {
                last.push(' ');
                last.push_str(word);
            }
            None => joined.push(word.to_owned()),
        }
        is_open = keeps_to_next(word);
    }
    joined
}

/// Whether a word is a number, which belongs to what it counts: (2 posts).
fn is_number(word: &str) -> bool {
    let digits = word.trim_start_matches('(');
    !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit())
}

/// Whether a word reads better before the one that it goes with, if there is room: of, the, de, les; (reserve list).
fn leads(word: &str) -> bool {
    let is_short = word.chars().count() <= 3 && word.chars().all(char::is_lowercase);
    is_short || word.starts_with('(') && !word.contains(')')
}

/// A line with the sign for more at its end, in the place of the words for which there is no room, or where it is a single
/// word, of signs.
fn shortened(line: &str, width: f64, measure: &Measure<'_>) -> String {
    let room = width - measure.sign(MORE);
    let mut left = line;
    while measure.text(left) > room {
        match left.rsplit_once(' ') {
            Some((before, _)) => left = before,
            None => match left.char_indices().next_back() {
                Some((at, _)) => left = &left[..at],
                None => break,
            },
        }
    }
    // A line that ends in “of the…” says nothing by it.
    while let Some((before, _)) = left.rsplit_once(' ').filter(|(_, last)| leads(last)) {
        left = before;
    }
    let left = left.trim_end_matches(|sign: char| sign.is_whitespace() || ",;:(–—-/".contains(sign));
    format!("{left}{MORE}")
}

/// Whether a line may be broken at a sign.
fn is_blank(sign: char) -> bool {
    sign.is_whitespace() && !"\u{a0}\u{2007}\u{202f}".contains(sign)
}

#[cfg(test)]
mod tests {
    use super::super::faces::testing::faces;
    use super::*;

    const ROOM: Room = Room { width: 900.0, height: 400.0, most: 4, size: 80.0, least: 40.0 };

    fn lines(text: &str, room: &Room) -> Broken {
        faces().lines("hyperlegible-bold", text, room).expect("a face of that name")
    }

    fn width(text: &str, size: f64) -> f64 {
        faces().measure("hyperlegible-bold").expect("a face of that name").text(text) * size
    }

    #[test]
    fn a_short_text_keeps_its_size_and_lines_are_even() {
        let broken = lines("Analyst", &ROOM);
        assert_eq!((broken.lines, broken.size), (vec!["Analyst".to_owned()], 80.0));
        let broken = lines("Head of the Section for Press and Media", &ROOM);
        assert_eq!(broken.lines, ["Head of the Section", "for Press and Media"]);
    }

    #[test]
    fn a_number_keeps_to_what_it_counts_and_a_short_word_if_there_is_room() {
        let room = Room { width: 600.0, ..ROOM };
        assert_eq!(lines("Traductrice, Section (2 postes)", &room).lines, ["Traductrice,", "Section", "(2 postes)"]);
        let title = "Responsable de la construction";
        assert_eq!(lines(title, &ROOM).lines, ["Responsable", "de la construction"]);
        assert_eq!(lines(title, &room).lines, ["Responsable de", "la construction"]);
        let title = "Secrétariat et soutien administratif (liste de réserve)";
        assert_eq!(lines(title, &ROOM).lines, ["Secrétariat et soutien", "administratif", "(liste de réserve)"]);
    }

    #[test]
    fn the_longer_a_text_the_smaller_its_letters_until_words_are_left_out() {
        let mut before = f64::INFINITY;
        for count in [1, 8, 16, 24, 32, 64, 500] {
            let text = vec!["words"; count].join(" ");
            let broken = lines(&text, &ROOM);
            assert!(broken.size <= before && broken.size >= ROOM.least, "{broken:?}");
            assert!(broken.lines.len() <= ROOM.most);
            assert!(broken.lines.iter().all(|line| width(line, broken.size) <= ROOM.width), "{broken:?}");
            let whole = broken.lines.join(" ") == text;
            assert_eq!(whole, !broken.lines.last().is_some_and(|line| line.ends_with("words…")), "{broken:?}");
            before = broken.size;
        }
        assert!(before.total_cmp(&ROOM.least).is_eq());
    }

    #[test]
    fn what_is_left_out_leaves_no_short_word_behind() {
        let room = Room { width: 640.0, most: 1, ..ROOM };
        assert_eq!(lines("Chef de la Section de la coordination", &room).lines, ["Chef de la Section…"]);
    }

    #[test]
    fn the_height_bounds_the_lines_as_their_number_does() {
        let text = "Head of the Section for Press and Media";
        let low = Room { height: 100.0, ..ROOM };
        assert_eq!(lines(text, &low), lines(text, &Room { most: 1, ..ROOM }));
        assert_eq!(lines(text, &low).lines.len(), 1);
    }

    #[test]
    fn no_line_ends_inside_an_inclusive_form_or_at_a_no_break_space() {
        let text = "Directrice/directeur ou candidat(e)s de l’équipe\u{a0}: 4\u{202f}565,36\u{a0}EUR «\u{a0}net\u{a0}»";
        for width in (500..900).step_by(25).map(f64::from) {
            let broken = lines(text, &Room { width, most: 20, height: f64::INFINITY, ..ROOM });
            let words: Vec<_> = broken.lines.iter().flat_map(|line| line.split(' ')).collect();
            let whole = text.split(' ').zip(&words).all(|(word, found)| word == *found || found.ends_with('…'));
            assert!(whole && words.len() == text.split(' ').count(), "{width}: {broken:?}");
        }
    }

    #[test]
    fn a_word_that_is_too_long_is_parted_behind_strokes_or_anywhere() {
        let title = "Coordonnateur/coordonnatrice/administrateur/administratrice";
        let broken = lines(title, &ROOM);
        assert_eq!(broken.lines.concat(), title);
        assert!(
            broken.lines.len() > 1 && broken.lines.iter().rev().skip(1).all(|line| line.ends_with('/')),
            "{broken:?}"
        );
        let word = "Donaudampfschifffahrt".repeat(5);
        let broken = lines(&word, &ROOM);
        assert_eq!(broken.lines.concat(), word);
        assert!(broken.lines.iter().all(|line| width(line, broken.size) <= ROOM.width), "{broken:?}");
        let broken = lines(&word, &Room { most: 1, ..ROOM });
        assert!(broken.lines.len() == 1 && broken.lines[0].ends_with('…'), "{broken:?}");
    }

    #[test]
    fn soft_hyphens_are_left_out_and_an_empty_text_has_no_lines() {
        assert_eq!(lines("Ana\u{ad}lyst", &ROOM).lines, ["Analyst"]);
        assert_eq!(lines(" \u{ad} ", &ROOM).lines, [""; 0]);
        assert_eq!(faces().lines("gone", "Analyst", &ROOM), None);
    }

    #[test]
    fn a_room_without_any_width_is_no_fault() {
        let text = "One text of many words for a room that is much too small";
        assert_eq!(lines(text, &Room { width: 0.0, ..ROOM }).lines, ["…"; 4]);
        assert_eq!(lines(text, &Room { height: 0.0, most: 0, ..ROOM }).lines.len(), 1);
    }
}
