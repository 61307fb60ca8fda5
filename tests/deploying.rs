//! What is deployed, what is said of it before, and what visitors see meanwhile.
#![cfg(unix)]

mod common;

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};

use common::command::{Place, Said};
use serde_json::Value;

/// A site with a target beside it, on the same disk.
struct Deployed {
    place: Place,
    beside: tempfile::TempDir,
}

impl Deployed {
    fn new() -> Self {
        let deployed = Self { place: Place::new(), beside: tempfile::tempdir().expect("a temporary folder") };
        let yaml = deployed.place.read("site.yaml");
        let path = deployed.target().display().to_string();
        deployed
            .place
            .write("site.yaml", format!("{yaml}targets: {{ www: {{ kind: folder, path: {path} }} }}\n").as_bytes());
        deployed
    }

    fn target(&self) -> PathBuf {
        self.beside.path().join("www")
    }

    fn current(&self) -> PathBuf {
        self.target().join("current")
    }

    fn deploy(&self) -> Said {
        self.place.run_now(&["deploy", "--yes"]).ends(0)
    }

    /// The live release.
    fn live(&self) -> String {
        let link = fs::read_link(self.current()).expect("a link");
        link.file_name().expect("a release").to_string_lossy().into_owned()
    }

    /// The files that visitors see, but for the manifest.
    fn seen(&self) -> common::Output {
        let mut seen = Place::files_in(&self.current().canonicalize().expect("a release"));
        seen.remove(".diptych-release.json").expect("the manifest");
        seen
    }

    fn releases(&self) -> Vec<String> {
        let entries = fs::read_dir(self.target().join("releases")).expect("releases");
        let mut names: Vec<_> =
            entries.map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned()).collect();
        names.retain(|name| name != ".diptych-lock");
        names.sort();
        names
    }

    fn json(&self, arguments: &[&str]) -> Value {
        let said = self.place.run_now(&[arguments, &["--format", "json"]].concat());
        serde_json::from_str(&said.out).unwrap_or_else(|error| panic!("{error}: {}\n{}", said.out, said.err))
    }
}

fn numbers(folder: &Path) -> BTreeMap<String, u64> {
    let files = Place::files_in(folder).into_keys();
    files.map(|path| (path.clone(), fs::metadata(folder.join(path)).expect("a file").ino())).collect()
}

#[test]
fn a_site_is_deployed_and_the_second_time_nothing_is() {
    let site = Deployed::new();
    site.deploy();
    let mut output = site.place.output();
    output.remove(".diptych-manifest.json");
    assert_eq!(site.seen(), output);
    let (live, before) = (site.live(), numbers(&site.target()));
    assert!(site.deploy().out.contains("up to date"));
    assert_eq!((site.live(), numbers(&site.target())), (live, before));
}
