//! A site with a target beside it, and what visitors see there.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use super::command::{Place, Said};

/// A site with a target beside it, on the same disk.
pub struct Deployed {
    pub place: Place,
    pub beside: tempfile::TempDir,
}

impl Deployed {
    pub fn new() -> Self {
        let deployed = Self { place: Place::new(), beside: tempfile::tempdir().expect("a temporary folder") };
        let yaml = deployed.place.read("site.yaml");
        let path = deployed.target().display().to_string();
        deployed
            .place
            .write("site.yaml", format!("{yaml}targets: {{ www: {{ kind: folder, path: {path} }} }}\n").as_bytes());
        deployed
    }

    pub fn target(&self) -> PathBuf {
        self.beside.path().join("www")
    }

    pub fn current(&self) -> PathBuf {
        self.target().join("current")
    }

    pub fn deploy(&self) -> Said {
        self.place.run_now(&["deploy", "--yes"]).ends(0)
    }

    /// The live release.
    pub fn live(&self) -> String {
        let link = fs::read_link(self.current()).expect("a link");
        link.file_name().expect("a release").to_string_lossy().into_owned()
    }

    /// The files that visitors see, but for the manifest.
    pub fn seen(&self) -> super::Output {
        let mut seen = Place::files_in(&self.current().canonicalize().expect("a release"));
        seen.remove(".diptych-release.json").expect("the manifest");
        seen
    }

    pub fn releases(&self) -> Vec<String> {
        let entries = fs::read_dir(self.target().join("releases")).expect("releases");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name != ".diptych-lock");
        names.sort();
        names
    }

    pub fn json(&self, arguments: &[&str]) -> Value {
        let said = self.place.run_now(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", said.out, said.err))
    }
}
