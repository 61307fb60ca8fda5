//! `diptych init DIR`: a new site from the starter, which is the sample site, embedded in the program.

use std::fs;
use std::path::{Path, PathBuf};

use clap::ArgMatches;
use rust_embed::RustEmbed;

use super::Outcome;
use super::terminal::Terminal;
use crate::diagnostic::{Failure, Text};

#[derive(RustEmbed)]
#[folder = "assets/"]
#[prefix = "assets/"]
struct Assets;

#[derive(RustEmbed)]
#[folder = "content/"]
#[prefix = "content/"]
struct Content;

#[derive(RustEmbed)]
#[folder = "i18n/"]
#[prefix = "i18n/"]
struct Strings;

#[derive(RustEmbed)]
#[folder = "themes/"]
#[prefix = "themes/"]
struct Themes;

const SITE: &str = include_str!("../../site.yaml");

/// Runs the command.
pub(super) fn run(matches: &ArgMatches, terminal: &Terminal) -> Result<Outcome, Failure> {
    let folder = matches.get_one::<PathBuf>("directory").cloned().unwrap_or_default();
    refuse_used(&folder)?;
    for (path, bytes) in starter() {
        write(&folder.join(&path), &bytes)?;
    }
    terminal.say(&Text::new("init-done").with("path", folder.display()));
    Ok(Outcome::Clean)
}

/// The files of the starter.
fn starter() -> impl Iterator<Item = (String, Vec<u8>)> {
    fn files<E: RustEmbed>() -> impl Iterator<Item = (String, Vec<u8>)> {
        E::iter().filter_map(|path| E::get(&path).map(|file| (path.into_owned(), file.data.into_owned())))
    }
    let site = [("site.yaml".to_owned(), SITE.as_bytes().to_vec())];
    site.into_iter()
        .chain(files::<Assets>())
        .chain(files::<Content>())
        .chain(files::<Strings>())
        .chain(files::<Themes>())
}

/// A new site needs a folder of its own: nothing that is there is ever written over.
fn refuse_used(folder: &Path) -> Result<(), Failure> {
    match fs::read_dir(folder) {
        Ok(mut entries) => match entries.next() {
            None => Ok(()),
            Some(_) => Err(Failure::new(Text::new("init-used").with("path", folder.display())).hint("init-used-hint")),
        },
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(unwritable(folder, &error)),
    }
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), Failure> {
    if let Some(parent) = path.parent() {
        fs::create_dir_all(parent).map_err(|error| unwritable(parent, &error))?;
    }
    fs::write(path, bytes).map_err(|error| unwritable(path, &error))
}

/// Why a file could not be written.
pub(super) fn unwritable(path: &Path, error: &std::io::Error) -> Failure {
    Failure::new(Text::new("write-failed").with("path", path.display()).with("problem", error))
}
