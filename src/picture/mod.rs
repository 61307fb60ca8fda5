//! From SVG and the faces of a theme to pictures: texts broken into lines, what is wrong with a picture, and its PNG.
//!
//! It knows nothing of notices, and nothing of the machine: no file is opened, and no face of the system is used, so that
//! the same SVG gives the same bytes everywhere.

mod drawing;
mod faces;
mod lines;
mod png;

pub use drawing::{Drawing, Fault};
pub use faces::Faces;
pub use lines::{Broken, Room};

/// The packages that draw. A picture is known by what it is drawn from, and other packages may draw it otherwise.
pub const DRAWN_BY: &str = "resvg 0.49.0, tiny-skia 0.12.0, png 0.18.1";

#[cfg(test)]
mod tests {
    #[test]
    fn the_packages_that_draw_are_those_that_are_named() {
        let locked = include_str!("../../Cargo.lock");
        for package in super::DRAWN_BY.split(", ") {
            let (name, version) = package.split_once(' ').expect("a name and a version");
            let entry = format!("name = \"{name}\"\nversion = \"{version}\"\n");
            assert!(locked.contains(&entry), "{name} has another version now: change it in DRAWN_BY");
        }
    }
}
