//! What is deployed to a server, with stand-ins for ssh and sftp that run the same commands on this machine. `.ci/deploy.sh`
//! does it with a real sshd.
#![cfg(unix)]

mod common;

use std::fs;
use std::os::unix::fs::{PermissionsExt, symlink};
use std::path::{Path, PathBuf};

use common::command::{NOW, Place, Said};

/// Runs what the server would run. Some hosts answer otherwise; through `CUT`, only so many bytes get there.
const SSH: &str = r#"#!/bin/sh
while :; do
    case $1 in
        -o) shift 2 ;;
        --) shift && break ;;
        *) shift ;;
    esac
done
say() { echo "$1" >&2 && exit 255; }
case $1 in
    stranger) say 'Host key verification failed.' ;;
    changed) say 'WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED!' ;;
    closed) say 'deploy@closed: Permission denied (publickey).' ;;
    nobody) say 'ssh: Could not resolve hostname nobody: Name or service not known' ;;
    silent) say 'ssh: connect to host silent port 22: Connection timed out' ;;
    files) echo 'This service allows sftp connections only.' >&2 && exit 1 ;;
esac
if [ -e "${0%/*}/../cut" ]; then
    dd bs=1 count="$(cat "${0%/*}/../cut")" 2>/dev/null | sh -c "$2"
    say 'Connection to careers closed by remote host.'
fi
exec sh -c "$2"
"#;

/// Does what a batch says.
const SFTP: &str = r#"#!/bin/sh
while IFS= read -r line; do
    eval "set -- $line"
    case $1 in
        cd) there=$2 ;;
        put) cp "$2" "$there/$3" || exit 1 ;;
    esac
done
"#;

/// A site, a server, and what stands on the way.
struct Served {
    place: Place,
    beside: tempfile::TempDir,
}

impl Served {
    /// A server that has these programs and no others.
    fn new(programs: &[&str]) -> Self {
        let served = Self { place: Place::new(), beside: tempfile::tempdir().expect("a temporary folder") };
        let bin = served.beside.path().join("bin");
        fs::create_dir_all(&bin).expect("it can be made");
        for (name, text) in [("ssh", SSH), ("sftp", SFTP)] {
            fs::write(bin.join(name), text).expect("it can be written");
            fs::set_permissions(bin.join(name), fs::Permissions::from_mode(0o755)).expect("it can be run");
        }
        for program in programs {
            let places = ["/usr/bin", "/bin", "/usr/sbin", "/sbin"].map(|folder| Path::new(folder).join(program));
            let found = places.into_iter().find(|path| path.exists());
            symlink(found.unwrap_or_else(|| panic!("no {program}")), bin.join(program)).expect("it can be linked");
        }
        served.aim("careers", &served.target().display().to_string());
        served
    }

    fn aim(&self, host: &str, path: &str) {
        let yaml = self.place.read("site.yaml");
        let top = yaml.split_once("targets:").map_or(yaml.as_str(), |(top, _)| top);
        let target = format!("{top}targets: {{ www: {{ kind: ssh, host: {host}, path: \"{path}\" }} }}\n");
        self.place.write("site.yaml", target.as_bytes());
    }

    fn target(&self) -> PathBuf {
        self.beside.path().join("it's the server")
    }

    fn run(&self, arguments: &[&str]) -> Said {
        let mut command = self.place.command(&[arguments, &["--now", NOW]].concat());
        command.env("PATH", self.beside.path().join("bin"));
        command.output().expect("the program runs").into()
    }

    fn live(&self) -> PathBuf {
        self.target().join("current").canonicalize().expect("a release")
    }

    fn seen(&self) -> common::Output {
        let mut seen = Place::files_in(&self.live());
        seen.remove(".diptych-release.json").expect("the manifest");
        seen
    }

    fn built(&self) -> common::Output {
        let mut built = self.place.output();
        built.remove(".diptych-manifest.json");
        built
    }
}

/// What a server needs; without `flock` the lock is a folder, without `rsync` files come by sftp.
const NEEDED: [&str; 17] = [
    "cat",
    "chmod",
    "cp",
    "dd",
    "df",
    "find",
    "ln",
    "mkdir",
    "mv",
    "readlink",
    "rm",
    "rmdir",
    "sh",
    "sha256sum",
    "sleep",
    "sync",
    "true",
];

#[test]
fn a_server_is_deployed_to_verified_healed_and_taken_back() {
    let served = Served::new(&NEEDED);
    served.run(&["deploy", "--yes"]).ends(0);
    assert_eq!(served.seen(), served.built());
    let first = served.live();
    assert!(served.run(&["deploy", "--yes"]).ends(0).out.contains("up to date"));
    served.place.notice("102", "Changed words.");
    served.run(&["deploy", "--yes"]).ends(0);
    assert_eq!(served.seen(), served.built());
    served.run(&["verify"]).ends(0);

    let damaged = served.live().join("en/vacancies/101-post-101/index.html");
    fs::remove_file(&damaged).expect("it is there");
    fs::write(&damaged, "other").expect("it can be written");
    fs::write(served.live().join("theirs.txt"), "theirs").expect("it can be written");
    let said = served.run(&["verify"]).ends(1);
    assert!(said.out.contains("101-post-101/index.html") && said.out.contains("theirs.txt"), "{}", said.out);
    served.run(&["deploy", "--yes"]).ends(0);
    assert_eq!(served.seen(), served.built());
    served.run(&["deploy", "--rollback", first.file_name().expect("a name").to_str().expect("text"), "--yes"]).ends(0);
    assert_eq!(served.live(), first);
    served.run(&["verify"]).ends(0);

    // What is not diptych's stays, and is named.
    let said = served.run(&["deploy", "--yes"]).ends(0);
    assert!(said.err.contains("theirs.txt"), "{}", said.err);
    let left: Vec<_> =
        Place::files_in(&served.target()).into_keys().filter(|path| path.ends_with("theirs.txt")).collect();
    assert_eq!(left.len(), 1, "{left:?}");
    assert!(!served.target().join("releases/.diptych-lock.d").exists());
}

#[test]
fn a_connection_that_is_cut_leaves_the_old_release() {
    let served = Served::new(&NEEDED);
    served.run(&["deploy", "--yes"]).ends(0);
    let mut before = (served.live(), served.seen());
    let cut = served.beside.path().join("cut");
    let mut refused = 0;
    for step in 0..12 {
        served.place.notice("102", &format!("Step number {step}."));
        fs::write(&cut, (step * 1000).to_string()).expect("it can be written");
        let said = served.run(&["deploy", "--yes"]);
        if said.code == 2 {
            assert!(said.err.contains("careers"), "{}", said.err);
            refused += 1;
        }
        // Cut after the switch, the new release is live, and whole.
        if served.live() == before.0 {
            assert_eq!(served.seen(), before.1, "{step}");
        } else {
            assert_eq!(served.seen(), served.built(), "{step}");
        }
        fs::remove_file(&cut).expect("it is there");
        served.run(&["deploy", "--yes"]).ends(0);
        assert_eq!(served.seen(), served.built(), "{step}");
        before = (served.live(), served.seen());
    }
    assert!(refused >= 8, "{refused}");
    let names = fs::read_dir(served.target().join("releases")).expect("releases");
    let names: Vec<_> = names.map(|entry| entry.expect("an entry").file_name()).collect();
    assert!(names.iter().all(|name| !name.to_string_lossy().contains("coming")), "{names:?}");
}

#[test]
fn each_reason_why_a_server_refuses_is_told() {
    let served = Served::new(&NEEDED);
    let path = served.target().display().to_string();
    for (host, english, french) in [
        ("stranger", "does not know the server", "ne connaît pas encore le serveur"),
        ("changed", "its key is another one", "sa clé est différente"),
        ("closed", "does not accept your ssh key", "n’accepte pas votre clé"),
        ("nobody", "No server is called", "Aucun serveur ne s’appelle"),
        ("silent", "does not answer", "ne répond pas"),
        ("files", "runs no commands", "n’exécute pas de commandes"),
    ] {
        served.aim(host, &path);
        served.run(&["deploy", "--yes"]).ends(2).says(english).says(host);
        served.run(&["deploy", "--yes", "--language", "fr"]).ends(2).says(french);
    }
    served.aim("careers", &format!("{path}/nowhere/www"));
    served.run(&["deploy", "--yes"]).ends(2).says("no folder");
    served.aim("careers", &path);
    fs::create_dir_all(served.target().join("releases/.diptych-lock.d")).expect("it can be made");
    served.run(&["deploy", "--yes"]).ends(2).says("Somebody else").says(".diptych-lock.d");
    fs::remove_dir(served.target().join("releases/.diptych-lock.d")).expect("it is there");
    fs::create_dir(served.target().join("current")).expect("it can be made");
    served.run(&["deploy", "--yes"]).ends(2).says("in the way");
    fs::remove_dir(served.target().join("current")).expect("it is there");
    symlink("elsewhere", served.target().join("current")).expect("it can be linked");
    served.run(&["deploy", "--yes"]).ends(2).says("is not a release");

    let poor = Served::new(&NEEDED.map(|program| if program == "sha256sum" { "ls" } else { program }));
    poor.run(&["deploy", "--yes"]).ends(2).says("has no program “sha256sum”");
    fs::remove_file(poor.beside.path().join("bin/ssh")).expect("it is there");
    poor.run(&["deploy", "--yes"]).ends(2).says("no program “ssh” on this computer");
    assert!(!poor.target().exists());
}
