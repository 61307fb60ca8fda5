//! Where a site is deployed to, as `site.yaml` says it. Nothing here is a secret: those stay in the environment.

use std::fmt;

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
    /// A bucket of a storage service.
    Bucket(Bucket),
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

/// A folder of a bucket, which a storage service shows to visitors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bucket {
    /// Whose it is.
    pub storage: Storage,
    /// Where the service is asked, if that does not follow from the rest; without a `/` at its end.
    pub endpoint: Option<String>,
    /// The folder in the bucket, without `/` at its ends; empty if it is the bucket itself.
    pub path: String,
}

/// The storage services, each with what it calls a bucket.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Storage {
    /// Amazon's S3 and everything that speaks like it.
    S3 {
        /// The name of the bucket.
        bucket: String,
        /// Where it lies; services that know of no regions take any word.
        region: Option<String>,
    },
    /// Azure Blob Storage.
    Azure {
        /// The name of the container; `$web` for its static websites.
        container: String,
    },
    /// A server that speaks `WebDAV` (RFC 4918).
    WebDav,
}

impl Bucket {
    /// Whether a bucket or a container can have that name.
    #[must_use]
    pub fn is_name(name: &str) -> bool {
        let first = name.strip_prefix('$').unwrap_or(name);
        name.len() <= 255
            && is_word(first)
            && first.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
    }

    /// Whether a region can have that name.
    #[must_use]
    pub fn is_region(name: &str) -> bool {
        name.len() <= 64 && is_word(name) && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    }

    /// A folder inside a bucket: with no step back, and nothing that an address would not take as it is.
    #[must_use]
    pub fn folder(path: &str) -> Option<String> {
        let path = path.strip_suffix('/').unwrap_or(path);
        let is_plain = |part: &str| {
            is_word(part) && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte))
        };
        path.split('/').all(is_plain).then(|| path.to_owned())
    }

    /// An address at which a service is asked. Credentials travel there, so it is encrypted, except on this machine.
    #[must_use]
    pub fn address(text: &str) -> Option<String> {
        let text = text.strip_suffix('/').unwrap_or(text);
        let is_plain = text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_:/[]~".contains(&byte));
        let (scheme, rest) = text.split_once("://")?;
        let host = rest.split('/').next().unwrap_or_default();
        let name = if host.starts_with('[') { host.split_inclusive(']').next() } else { host.split(':').next() };
        let name = name.unwrap_or_default();
        let is_here = ["127.0.0.1", "localhost", "[::1]"].contains(&name);
        let is_safe = scheme == "https" && !name.is_empty() || scheme == "http" && is_here;
        (is_plain && is_safe && !rest.contains("//")).then(|| text.to_owned())
    }
}

/// What it is called in messages.
impl fmt::Display for Bucket {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let address = self.endpoint.as_deref().unwrap_or_default();
        match &self.storage {
            Storage::S3 { bucket, .. } => write!(formatter, "s3://{bucket}")?,
            Storage::Azure { container } => write!(formatter, "{address}/{container}")?,
            Storage::WebDav => formatter.write_str(address)?,
        }
        if self.path.is_empty() { Ok(()) } else { write!(formatter, "/{}", self.path) }
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
            Self::Bucket(_) => "bucket",
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
    fn a_bucket_is_asked_over_an_encrypted_way() {
        for good in ["https://s3.example.org", "http://127.0.0.1:9000", "http://localhost", "http://[::1]:81/dav"] {
            assert_eq!(Bucket::address(&format!("{good}/")), Some(good.to_owned()));
        }
        for bad in [
            "",
            "s3.example.org",
            "http://s3.example.org",
            "http://127.0.0.1.example.org",
            "https://",
            "https:///x",
            "https://key:secret@s3.example.org",
            "https://s3.example.org/?x",
            "https://s3.example.org//x",
            "file:///etc",
        ] {
            assert_eq!(Bucket::address(bad), None, "{bad:?}");
        }
    }

    #[test]
    fn a_bucket_and_its_folder_have_plain_names() {
        assert!(Bucket::is_name("careers.example.org") && Bucket::is_name("$web") && Bucket::is_region("eu-west-1"));
        for bad in ["", "$", "-a", "a/b", "a b", "a?b", "é"] {
            assert!(!Bucket::is_name(bad), "{bad:?}");
        }
        assert_eq!(Bucket::folder("jobs/live/"), Some("jobs/live".to_owned()));
        for bad in ["", "/", "/jobs", "a//b", "../a", "a/./b", ".diptych", "a b", "é"] {
            assert_eq!(Bucket::folder(bad), None, "{bad:?}");
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
