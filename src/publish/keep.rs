//! Turns the assets and pictures of the last generation into files of this one, for one build more.
//!
//! A browser may still show a page of the last generation and ask for its style sheet only now. What was itself kept
//! in the last generation is not kept again.

use std::collections::BTreeSet;
use std::fs;
use std::io::ErrorKind;
use std::sync::PoisonError;

use crate::diagnostic::Failure;

use super::manifest::Entry;
use super::refusal::refused;
use super::stage::Stage;

/// The folder whose files are kept: their names change with their bytes, so an old one never stands for a new one.
const ASSETS: &str = "assets/";
/// The folder of pictures, `NAME-DIGEST.png`, of which one is kept only if there is another of that name now: social
/// networks fetch the picture of a page some time after the page, but one of a withdrawn notice must go with it.
const CARDS: &str = "cards/";

impl Stage {
    /// Links the assets and pictures that were current in the last generation and are not in this one.
    pub(super) fn keep_assets(&self) -> Result<(), Failure> {
        let Some(last) = &self.locked.last else { return Ok(()) };
        let cards = self.cards();
        let is_kept = |path: &str| path.starts_with(ASSETS) || card(path).is_some_and(|name| cards.contains(name));
        let files = last.manifest.files.iter().zip(&last.modified);
        for ((path, entry), modified) in files.filter(|((path, entry), _)| is_kept(path) && !entry.kept) {
            let Some(modified) = *modified else { continue };
            let Ok(target) = self.target(path) else { continue };
            let linked = match self.link(path, &target, modified) {
                Ok(Some(linked)) => Some(linked),
                Ok(None) if !target.exists() => match fs::copy(self.locked.path.join(path), &target) {
                    Ok(_) => None,
                    // What was a folder is a file of this generation now.
                    Err(error) if error.kind() == ErrorKind::NotADirectory => continue,
                    Err(error) => return Err(refused(&target, &error)),
                },
                // It is in this generation too.
                _ => continue,
            };
            self.note(path, Entry { kept: true, ..*entry }, linked);
        }
        Ok(())
    }

    /// The names of the pictures of this generation.
    fn cards(&self) -> BTreeSet<String> {
        let written = self.written.lock().unwrap_or_else(PoisonError::into_inner);
        written.iter().filter_map(|file| card(&file.path)).map(str::to_owned).collect()
    }
}

/// The name of a picture without its digest.
fn card(path: &str) -> Option<&str> {
    Some(path.strip_prefix(CARDS)?.rsplit_once('-')?.0)
}

#[cfg(test)]
mod tests {
    use super::super::manifest;
    use super::super::testing::{Site, note};

    #[test]
    fn assets_are_kept_exactly_one_more_build() {
        let site = Site::new();
        site.publish(&[("assets/1.css", "1"), ("page", "1")]);
        assert_eq!(site.publish(&[("assets/2.css", "2"), ("page", "2")]).kept, 1);
        assert_eq!((site.read("assets/1.css"), site.read("assets/2.css")), ("1".into(), "2".into()));
        assert!(site.read(manifest::NAME).contains("\"kept\": true"));
        assert!(site.lock().is_intact());
        assert_eq!(site.publish(&[("assets/3.css", "3"), ("page", "3")]).kept, 1);
        assert!(!site.output().join("assets/1.css").exists());
        assert_eq!(site.publish(&[("assets/2.css", "2"), ("page", "3")]).kept, 1);
        assert_eq!(site.read("assets/2.css"), "2");
        let published = site.publish(&[("assets/2.css", "2"), ("page", "3")]);
        assert_eq!((published.kept, published.linked), (0, 2));
    }

    #[test]
    fn a_picture_is_kept_one_more_build_if_there_is_another_of_its_notice() {
        let site = Site::new();
        site.publish(&[("cards/1-en-a.png", "1"), ("cards/2-en-b.png", "2"), ("page", "1")]);
        assert_eq!(site.publish(&[("cards/1-en-c.png", "3"), ("page", "2")]).kept, 1);
        assert_eq!(site.read("cards/1-en-a.png"), "1");
        assert!(!site.output().join("cards/2-en-b.png").exists(), "the notice was withdrawn");
        assert_eq!(site.publish(&[("page", "3")]).kept, 0);
        assert!(!site.output().join("cards").exists());
    }

    #[test]
    fn where_links_are_refused_kept_assets_are_copied() {
        let site = Site::new();
        site.publish(&[("assets/1.css", "1"), ("assets/both.css", "2")]);
        let stage = site.lock().stage().unwrap();
        stage.refuse_links();
        stage.write("assets/both.css", b"2").unwrap();
        let published = stage.publish(note("key")).unwrap();
        assert_eq!((published.kept, published.written), (1, 1));
        assert_eq!(site.read("assets/1.css"), "1");
        assert!(site.lock().is_intact());
    }

    #[test]
    fn an_asset_in_the_way_of_a_new_file_or_gone_is_not_kept() {
        let site = Site::new();
        site.publish(&[("assets/a", "1"), ("assets/b/c", "2"), ("assets/gone", "3")]);
        std::fs::remove_file(site.output().join("assets/gone")).unwrap();
        let published = site.publish(&[("assets/a/x", "new"), ("assets/b", "new")]);
        assert_eq!((published.files, published.kept), (2, 0));
    }
}
