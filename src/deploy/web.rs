//! From the address of a site to what lies there, as visitors get it: the manifest, and the fingerprint of every file.
//!
//! Nothing is followed elsewhere and nothing unencrypted is asked for, except on this machine. What a visitor cannot ask
//! for is not seen: files that diptych did not deploy.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::Duration;

use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};

use super::release::{Held, MANIFEST, Release, SIGNATURE};
use super::target::Digests;
use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;

/// So many files are asked for at once: a verification should not be felt by visitors.
const AT_ONCE: usize = 4;
/// No manifest has more bytes.
const MANIFEST_LIMIT: u64 = 64 << 20;
/// For a connection, and for an answer as a whole.
const CONNECT: Duration = Duration::from_secs(15);
const ANSWER: Duration = Duration::from_mins(2);

/// A site at an address.
pub(super) struct Web {
    agent: Agent,
    /// With a `/` at its end.
    address: String,
}

/// What an address answers with.
enum Answer {
    /// This.
    File(Body),
    /// That there is nothing for visitors.
    Missing,
    /// That it is elsewhere, or something that is no file.
    Other(u16, String),
}

impl Web {
    /// The site at an address.
    ///
    /// # Errors
    /// It is none, or leads over a network unencrypted.
    pub fn at(address: &str) -> Result<Self, Failure> {
        let refused =
            |id: &'static str| Failure::new(Text::new(id).with("address", address)).hint("verify-web-address-hint");
        let uri: Uri = address.parse().map_err(|_| refused("verify-web-address"))?;
        let host = uri.host().filter(|host| !host.is_empty()).ok_or_else(|| refused("verify-web-address"))?;
        let is_whole = uri.query().is_none() && uri.authority().is_some_and(|part| !part.as_str().contains('@'));
        let is_encrypted = match uri.scheme_str() {
            Some("https") if is_whole => true,
            Some("http") if is_whole && is_here(host) => false,
            Some("http") if is_whole => return Err(refused("verify-web-plain")),
            _ => return Err(refused("verify-web-address")),
        };
        let config = Agent::config_builder()
            .https_only(is_encrypted)
            .tls_config(TlsConfig::builder().root_certs(RootCerts::PlatformVerifier).build())
            .max_redirects(0)
            .max_redirects_will_error(false)
            .http_status_as_error(false)
            .timeout_connect(Some(CONNECT))
            .timeout_global(Some(ANSWER))
            .user_agent(concat!("diptych/", env!("CARGO_PKG_VERSION")))
            .build();
        Ok(Self { agent: config.into(), address: format!("{}/", address.trim_end_matches('/')) })
    }

    /// The manifest.
    ///
    /// # Errors
    /// The site cannot be reached, or has none.
    pub fn manifest(&self) -> Result<Vec<u8>, Failure> {
        let url = self.url(MANIFEST);
        match self.get(&url)? {
            Answer::File(body) => whole(&url, body),
            Answer::Missing => {
                let text = Text::new("verify-web-nothing").with("address", &url);
                Err(Failure::new(text).hint("verify-web-nothing-hint"))
            }
            Answer::Other(status, place) => {
                let text = Text::new("verify-web-other").with("address", &url).with("status", status);
                Err(Failure::new(text.with("place", place)).hint("verify-web-address-hint"))
            }
        }
    }

    /// The signature of the manifest, if there is one.
    ///
    /// # Errors
    /// The site cannot be reached any more.
    pub fn signature(&self) -> Result<Option<Vec<u8>>, Failure> {
        let url = self.url(SIGNATURE);
        match self.get(&url)? {
            Answer::File(body) => whole(&url, body).map(Some),
            Answer::Missing | Answer::Other(..) => Ok(None),
        }
    }

    /// The fingerprints of the files of a release, as far as visitors get something.
    ///
    /// # Errors
    /// The site cannot be reached any more.
    pub fn digests(&self, release: &Release) -> Result<Digests, Failure> {
        let files: Vec<_> = release.files.iter().collect();
        let next = AtomicUsize::new(0);
        let some = || {
            let mut found = Digests::new();
            while let Some((path, held)) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
                if let Err(failure) = self.file(path, held, &mut found) {
                    // The others need not go on.
                    next.store(files.len(), Ordering::Relaxed);
                    return Err(failure);
                }
            }
            Ok(found)
        };
        thread::scope(|scope| {
            let running: Vec<_> = (0..AT_ONCE).map(|_| scope.spawn(some)).collect();
            let mut all = Digests::new();
            for part in running {
                // One that panicked has seen nothing: its files count as missing.
                all.extend(part.join().unwrap_or_else(|_| Ok(Digests::new()))?);
            }
            Ok(all)
        })
    }

    /// Notes what a visitor gets for a file, unless that is nothing.
    fn file(&self, path: &str, held: &Held, found: &mut Digests) -> Result<(), Failure> {
        let url = self.url(path);
        let digest = match self.get(&url)? {
            Answer::Missing => return Ok(()),
            Answer::Other(..) => None,
            Answer::File(body) => {
                // One byte more makes it another file already.
                let mut reader = body.into_reader().take(held.size.saturating_add(1));
                Some(Digest::of_reader(&mut reader).map_err(|error| unreachable(&url, &error))?)
            }
        };
        found.insert(path.to_owned(), digest);
        Ok(())
    }

    fn get(&self, url: &str) -> Result<Answer, Failure> {
        // The bytes themselves, and those that the server has now.
        let request = self.agent.get(url).header("accept-encoding", "identity").header("cache-control", "no-cache");
        let answer = request.call().map_err(|error| unreachable(url, &error.into_io()))?;
        let status = answer.status().as_u16();
        match status {
            200 => Ok(Answer::File(answer.into_body())),
            429 | 500.. => Err(unreachable(url, &io::Error::other(status.to_string()))),
            400.. => Ok(Answer::Missing),
            _ => {
                let place = answer.headers().get("location").and_then(|place| place.to_str().ok());
                Ok(Answer::Other(status, place.unwrap_or("–").to_owned()))
            }
        }
    }

    /// The address at which a visitor gets a file.
    fn url(&self, path: &str) -> String {
        let path = match path.strip_suffix("index.html") {
            Some(folder) if folder.is_empty() || folder.ends_with('/') => folder,
            _ => path,
        };
        let mut url = self.address.clone();
        for byte in path.bytes() {
            if byte.is_ascii_alphanumeric() || b"/-._~".contains(&byte) {
                url.push(char::from(byte));
            } else {
                // Writing to a string cannot fail.
                let _ = write!(url, "%{byte:02X}");
            }
        }
        url
    }
}

fn whole(url: &str, body: Body) -> Result<Vec<u8>, Failure> {
    let mut bytes = Vec::new();
    let read = body.into_reader().take(MANIFEST_LIMIT).read_to_end(&mut bytes);
    read.map(|_| bytes).map_err(|error| unreachable(url, &error))
}

/// Whether a host is this machine.
fn is_here(host: &str) -> bool {
    let address = host.trim_start_matches('[').trim_end_matches(']').parse::<IpAddr>();
    host == "localhost" || address.is_ok_and(|address| address.is_loopback())
}

fn unreachable(url: &str, error: &io::Error) -> Failure {
    let text = Text::new("verify-web-unreachable").with("address", url).with("reason", error);
    Failure::new(text).hint("verify-web-unreachable-hint")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_this_machine_is_asked_unencrypted() {
        let refused = |address: &str| Web::at(address).err().map(|failure| failure.text.id);
        for good in ["https://careers.example.org", "http://127.0.0.1:8000/", "http://[::1]/", "http://localhost/x"] {
            assert_eq!(refused(good), None, "{good}");
        }
        for plain in ["http://careers.example.org/", "http://127.0.0.1.example.org/", "http://10.0.0.1/"] {
            assert_eq!(refused(plain), Some("verify-web-plain"), "{plain}");
        }
        for bad in ["ftp://a/", "file:///etc", "https://", "https://a@b/", "https://a/?b", "://", "https://a b/"] {
            assert_eq!(refused(bad), Some("verify-web-address"), "{bad}");
        }
    }

    #[test]
    fn files_have_the_addresses_that_visitors_use() {
        let web = Web::at("https://example.org/jobs").expect("an address");
        assert_eq!(web.url("index.html"), "https://example.org/jobs/");
        assert_eq!(web.url("en/a/index.html"), "https://example.org/jobs/en/a/");
        assert_eq!(web.url("files/1/é #2.pdf"), "https://example.org/jobs/files/1/%C3%A9%20%232.pdf");
        assert_eq!(web.url("en/myindex.html"), "https://example.org/jobs/en/myindex.html");
    }
}
