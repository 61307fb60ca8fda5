//! Turns the path that somebody typed into the place of an output, or into a refusal.
//!
//! The whole folder will be replaced, so everything is refused that could lose work: the sources, a home folder, a
//! folder with anything in it that we did not write. Changes nothing on the disk.

use std::env;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf, absolute};

use crate::diagnostic::{Failure, Text};

use super::manifest;
use super::platform;
use super::private::{self, Private};
use super::refusal::refused;
use super::survey::{Last, survey};

/// What a site is made from; an output in one of these would be read as a source at the next run.
const SOURCES: [&str; 6] = ["content", "i18n", "themes", "templates", "assets", ".git"];
/// As many links in a row as Linux follows.
const MOST_LINKS: usize = 40;

/// The place where a site is published: resolved, checked, not yet locked.
#[derive(Debug)]
pub struct Output {
    pub(super) path: PathBuf,
    pub(super) private: Private,
    pub(super) last: Option<Last>,
}

impl Output {
    /// Finds and checks the place of the output of the site in the folder `site`. `output` need not exist; if it is a
    /// link, its target is the place and the link stays a link.
    ///
    /// # Errors
    /// Refuses `/`, a home folder, a mount point, a file, a place in the sources or around them or in another output,
    /// and a folder that holds anything that we did not write or that was edited since.
    pub fn resolve(output: &Path, site: &Path) -> Result<Self, Failure> {
        Self::resolve_for(output, site, env::home_dir().as_deref())
    }

    fn resolve_for(output: &Path, site: &Path, home: Option<&Path>) -> Result<Self, Failure> {
        let path = settle(output)?;
        let site = fs::canonicalize(site).map_err(|error| refused(site, &error))?;
        refuse_place(&path, home)?;
        refuse_sources(&path, &site)?;
        refuse_folder(&path)?;
        let private = Private::beside(&path);
        let last = survey(&path, &private)?;
        Ok(Self { path, private, last })
    }

    /// The place, absolute and without links.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }
}

/// The absolute path that `output` stands for once every link is followed; its end may not exist.
pub(crate) fn settle(output: &Path) -> Result<PathBuf, Failure> {
    let mut path = absolute(output).map_err(|error| refused(output, &error))?;
    // A link to a folder that does not exist yet is an output too, so the last part is followed by hand.
    for _ in 0..MOST_LINKS {
        let Ok(target) = fs::read_link(&path) else { break };
        path = path.parent().unwrap_or(&path).join(target);
    }
    let mut missing = Vec::new();
    let mut existing = path.as_path();
    loop {
        match (fs::canonicalize(existing), existing.file_name(), existing.parent()) {
            (Ok(found), ..) => return Ok(missing.iter().rev().fold(found, |path, name| path.join(name))),
            (Err(error), Some(name), Some(parent)) if error.kind() == ErrorKind::NotFound => {
                missing.push(name);
                existing = parent;
            }
            (Err(error), ..) => return Err(refused(existing, &error)),
        }
    }
}

fn refuse_place(path: &Path, home: Option<&Path>) -> Result<(), Failure> {
    if path.parent().is_none() {
        return Err(refusal("publish-output-root", path));
    }
    let home = home.map(|home| fs::canonicalize(home).unwrap_or_else(|_| home.to_path_buf()));
    if home.is_some_and(|home| home.starts_with(path)) {
        return Err(refusal("publish-output-home", path));
    }
    for outer in path.ancestors().skip(1) {
        if fs::symlink_metadata(outer.join(manifest::NAME)).is_ok() || private::is_marked(outer) {
            let failure = refusal("publish-output-in-output", path);
            return Err(Failure { text: failure.text.with("outer", outer.display()), ..failure });
        }
    }
    Ok(())
}

/// The folders that a site is made from. They may themselves be links to elsewhere, which are followed.
pub(crate) fn sources(site: &Path) -> [PathBuf; 6] {
    SOURCES.map(|name| site.join(name)).map(|source| fs::canonicalize(&source).unwrap_or(source))
}

fn refuse_sources(path: &Path, site: &Path) -> Result<(), Failure> {
    let sources = sources(site);
    let repository = path.ancestors().find(|part| part.file_name().is_some_and(|name| name == ".git"));
    if let Some(source) = sources.iter().map(PathBuf::as_path).chain(repository).find(|source| path.starts_with(source))
    {
        let failure = refusal("publish-output-in-source", path);
        return Err(Failure { text: failure.text.with("source", source.display()), ..failure });
    }
    if let Some(source) = [site].into_iter().chain(sources.iter().map(PathBuf::as_path)).find(|it| it.starts_with(path))
    {
        let failure = refusal("publish-output-around-sources", path);
        return Err(Failure { text: failure.text.with("source", source.display()), ..failure });
    }
    Ok(())
}

fn refuse_folder(path: &Path) -> Result<(), Failure> {
    match fs::symlink_metadata(path) {
        Ok(found) if !found.is_dir() => return Err(refusal("publish-output-file", path)),
        Ok(_) => {}
        Err(error) if error.kind() == ErrorKind::NotFound => return Ok(()),
        Err(error) => return Err(refused(path, &error)),
    }
    if platform::is_mount_point(path).map_err(|error| refused(path, &error))? {
        return Err(refusal("publish-output-mount", path));
    }
    Ok(())
}

/// Each of these refusals has the same hint: choose another folder, and how to type it.
fn refusal(id: &'static str, path: &Path) -> Failure {
    let hint = if id == "publish-output-mount" { "publish-output-mount-hint" } else { "publish-output-hint" };
    Failure::new(Text::new(id).with("output", path.display())).hint(Text::new(hint).with("output", path.display()))
}

#[cfg(test)]
mod tests {
    use super::super::testing::Site;
    use super::*;

    #[test]
    fn places_that_could_lose_work_are_refused() {
        let site = Site::new();
        let home = site.root().join("home");
        fs::create_dir_all(home.join("person")).unwrap();
        fs::write(site.folder().join("plain-file"), b"").unwrap();
        let cases = [
            ("/", "publish-output-root"),
            ("../home/person", "publish-output-home"),
            ("../home", "publish-output-home"),
            (".", "publish-output-around-sources"),
            ("..", "publish-output-home"),
            ("content", "publish-output-in-source"),
            ("content/new", "publish-output-in-source"),
            ("missing/../content/new", "publish-output-in-source"),
            ("i18n/fr", "publish-output-in-source"),
            ("themes/x/public", "publish-output-in-source"),
            ("templates", "publish-output-in-source"),
            ("assets", "publish-output-in-source"),
            (".git/public", "publish-output-in-source"),
            ("elsewhere/.git/public", "publish-output-in-source"),
            ("plain-file", "publish-output-file"),
        ];
        fs::create_dir(site.folder().join("missing")).unwrap();
        let before = site.listing();
        for (typed, id) in cases {
            let output = site.folder().join(typed);
            let failure = Output::resolve_for(&output, &site.folder(), Some(&home.join("person"))).unwrap_err();
            assert_eq!(failure.text.id, id, "{typed}");
            assert!(failure.hint.is_some());
        }
        assert_eq!(site.listing(), before);
        for typed in ["public", "new/deep/public", "../beside", "content-of-last-year"] {
            Output::resolve_for(&site.folder().join(typed), &site.folder(), Some(&home.join("person"))).unwrap();
        }
    }

    #[cfg(target_os = "linux")]
    #[test]
    fn a_mount_point_is_refused() {
        let failure = Output::resolve(Path::new("/proc"), &Site::new().folder()).unwrap_err();
        assert_eq!(failure.text.id, "publish-output-mount");
    }

    #[test]
    fn anything_that_we_did_not_write_is_refused_and_kept() {
        for foreign in ["CNAME", ".git/config", ".git", "en/notes.txt", "empty/", "en/index.html/"] {
            let site = Site::new();
            site.publish(&[("en/index.html", "home")]);
            let path = site.output().join(foreign);
            if foreign == "en/index.html/" {
                fs::remove_file(site.output().join("en/index.html")).unwrap();
            }
            if foreign.ends_with('/') {
                fs::create_dir(&path).unwrap();
            } else {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(&path, b"theirs").unwrap();
            }
            let before = site.listing();
            let failure = site.resolve().unwrap_err();
            assert_eq!(failure.text.id, "publish-foreign", "{foreign}");
            assert_eq!(failure.hint.unwrap().id.contains("git"), foreign.starts_with(".git"));
            assert_eq!(site.listing(), before);
        }
    }

    #[test]
    fn a_full_folder_without_a_manifest_is_refused_with_ten_names() {
        use crate::diagnostic::Arg;
        let site = Site::new();
        fs::create_dir(site.output()).unwrap();
        site.resolve().unwrap();
        for number in 10..25 {
            fs::write(site.output().join(number.to_string()), b"").unwrap();
        }
        let text = site.resolve().unwrap_err().text;
        assert!(text.args.contains(&("names", Arg::Verbatim("10, 11, 12, 13, 14, 15, 16, 17, 18, 19".into()))));
        assert!(text.args.contains(&("more", Arg::Count(5))));
    }

    #[test]
    fn a_file_edited_by_hand_is_refused_with_and_without_the_record() {
        for edit in ["other length", "HOME"] {
            let site = Site::new();
            site.publish(&[("en/index.html", "home")]);
            fs::write(site.output().join("en/index.html"), edit).unwrap();
            assert_eq!(site.resolve().unwrap_err().text.id, "publish-edited");
            fs::remove_dir_all(site.private()).unwrap();
            assert_eq!(site.resolve().unwrap_err().text.id, "publish-edited");
        }
    }

    #[test]
    fn the_same_bytes_with_another_time_or_a_missing_file_are_no_reason_to_refuse() {
        let site = Site::new();
        site.publish(&[("en/index.html", "home"), ("fr/index.html", "accueil")]);
        fs::remove_file(site.output().join("en/index.html")).unwrap();
        fs::write(site.output().join("fr/index.html"), "accueil").unwrap();
        assert!(!site.lock().is_intact());
    }

    #[test]
    fn a_manifest_that_we_cannot_read_is_refused() {
        let site = Site::new();
        site.publish(&[("en/index.html", "home")]);
        fs::write(site.output().join(manifest::NAME), r#"{"format":99}"#).unwrap();
        assert_eq!(site.resolve().unwrap_err().text.id, "publish-manifest-unreadable");
    }

    #[test]
    fn an_output_inside_another_one_is_refused() {
        let site = Site::new();
        site.publish(&[("en/index.html", "home")]);
        for inner in [site.output().join("en/sub"), site.private().join("sub")] {
            let failure = Output::resolve(&inner, &site.folder()).unwrap_err();
            assert_eq!(failure.text.id, "publish-output-in-output");
        }
    }

    #[cfg(unix)]
    #[test]
    fn a_link_stays_a_link_and_its_target_is_published() {
        use std::os::unix::fs::symlink;
        let site = Site::new();
        symlink("../www/site", site.output()).unwrap();
        fs::create_dir(site.root().join("www")).unwrap();
        for words in ["one", "two"] {
            site.publish(&[("en/index.html", words)]);
            assert_eq!(fs::read_to_string(site.root().join("www/site/en/index.html")).unwrap(), words);
        }
        assert!(fs::symlink_metadata(site.output()).unwrap().is_symlink());
        assert!(site.root().join("www/.site.diptych").is_dir());
        symlink("to-itself", site.folder().join("to-itself")).unwrap();
        assert!(Output::resolve(&site.folder().join("to-itself"), &site.folder()).is_err());
    }
}
