//! Where a site is deployed to, as `site.yaml` says it. Nothing here is a secret: those stay in the environment.

use super::Spanned;

/// A place that a site is deployed to: an entry of `targets`.
#[derive(Debug, Clone)]
pub struct DeployTarget {
    /// What it is called on the command line.
    pub name: Spanned<String>,
    /// What kind of place it is, and where it lies.
    pub kind: TargetKind,
}

/// The kinds of places, each with what must be known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TargetKind {
    /// A folder of this machine, or one that is mounted: releases and a link to the live one.
    Folder {
        /// As it was typed: relative to the site, or absolute.
        path: String,
    },
    /// A program of the institution's own, which gets the folder of a release.
    Command {
        /// The program and its arguments; no shell reads them.
        run: Vec<String>,
    },
    /// A server.
    Ssh(Server),
}

/// A folder of a server that the system's ssh reaches.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// Its name, or what the ssh of this machine calls it.
    pub host: String,
    /// Who logs in; nobody in particular means whoever the ssh of this machine chooses.
    pub user: Option<String>,
    /// The port, if it is not the usual one.
    pub port: Option<u16>,
    /// The folder, absolute, without a `/` at its end.
    pub path: String,
}

impl Server {
    /// Whether a host can have that name. It goes to other programs as an argument, so it begins with no dash and holds
    /// nothing that one of them reads in its own way.
    #[must_use]
    pub fn is_host(name: &str) -> bool {
        name.len() <= 253
            && is_word(name)
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    }

    /// Whether somebody can have that name on a server.
    #[must_use]
    pub fn is_user(name: &str) -> bool {
        let first = name.strip_prefix('_').unwrap_or(name);
        name.len() <= 64
            && is_word(first)
            && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    }

    /// A folder that stands there whole: from `/`, and with no step back.
    #[must_use]
    pub fn folder(path: &str) -> Option<String> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let parts = path.strip_prefix('/')?;
        let is_plain = |part: &str| !part.is_empty() && part != "." && part != "..";
        let is_sound = parts.split('/').all(is_plain) && !path.contains(char::is_control);
        is_sound.then(|| path.to_owned())
    }
}

fn is_word(name: &str) -> bool {
    name.starts_with(|first: char| first.is_ascii_alphanumeric())
}

impl TargetKind {
    /// The word for it in `site.yaml`.
    #[must_use]
    pub const fn word(&self) -> &'static str {
        match self {
            Self::Folder { .. } => "folder",
            Self::Command { .. } => "command",
            Self::Ssh(_) => "ssh",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_other_programs_would_read_in_their_own_way_is_no_name() {
        for good in ["careers.example.org", "web-1", "192.0.2.7", "intranet_2"] {
            assert!(Server::is_host(good), "{good}");
        }
        for bad in ["", "-oProxyCommand=x", "a b", "a;b", "a:b", "a/b", "user@host", "[::1]", "é.org", "a\n", "$(x)"] {
            assert!(!Server::is_host(bad), "{bad:?}");
        }
        assert!(Server::is_user("_deploy") && Server::is_user("jean.dupont") && Server::is_user("www-data"));
        for bad in ["", "-l", "_-l", "a b", "a@b", "root;", "_"] {
            assert!(!Server::is_user(bad), "{bad:?}");
        }
    }

    #[test]
    fn a_folder_stands_there_whole() {
        let folder = |path: &str| Server::folder(path);
        assert_eq!(folder("/srv/it's here/"), Some("/srv/it's here".to_owned()));
        for bad in ["", "/", "//", "srv", "~/www", "/srv/../etc", "/srv/./a", "/srv//a", "/srv\n", "-x"] {
            assert_eq!(folder(bad), None, "{bad:?}");
        }
    }
}
