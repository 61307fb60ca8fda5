//! From the path of a target to nothing, or to the reason why a site must not be deployed there.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use crate::deploy::refusal::{at, refused};
use crate::diagnostic::Failure;
use crate::publish;

/// Refuses a place in which the site is made or built, and one around those: a later build would trip over it.
pub(super) fn check(path: &Path, site: &Path, output: &Path) -> Result<(), Failure> {
    let site = fs::canonicalize(site).map_err(|error| refused(site, &error))?;
    let output = publish::settle(output)?;
    let sources = publish::sources(&site);
    let inside = sources.iter().map(PathBuf::as_path).chain([output.as_path()]);
    if inside.clone().chain([site.as_path()]).any(|other| other == path) {
        return Err(at("deploy-in-place", "deploy-place-hint", path));
    }
    if let Some(other) = inside.clone().find(|other| path.starts_with(other)) {
        return Err(refusal("deploy-inside", path, other));
    }
    if let Some(other) = inside.chain([site.as_path()]).find(|other| other.starts_with(path)) {
        return Err(refusal("deploy-around", path, other));
    }
    Ok(())
}

fn refusal(id: &'static str, path: &Path, other: &Path) -> Failure {
    let failure = at(id, "deploy-place-hint", path);
    Failure { text: failure.text.with("other", other.display()), ..failure }
}

/// Refuses what is no folder, and a folder whose own folder is not there: perhaps the disk is not mounted.
pub(super) fn check_folder(path: &Path) -> Result<(), Failure> {
    match fs::metadata(path) {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(_) => return Err(at("deploy-no-folder", "deploy-place-hint", path)),
        Err(error) if error.kind() == ErrorKind::NotFound => {}
        Err(error) => return Err(refused(path, &error)),
    }
    match path.parent().map(Path::is_dir) {
        Some(true) => Ok(()),
        _ => Err(at("deploy-no-parent", "deploy-no-parent-hint", path.parent().unwrap_or(path))),
    }
}
