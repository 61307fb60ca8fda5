//! From the address of a site to what its server answers, as visitors get it: the manifest, its signature, any other path.
//!
//! Nothing is followed elsewhere and nothing unencrypted is asked for, except on this machine.

use std::fmt::Write as _;
use std::io::{self, Read};
use std::net::IpAddr;
use std::time::Duration;

use ureq::http::Uri;
use ureq::tls::{RootCerts, TlsConfig};
use ureq::{Agent, Body};

use crate::deploy::release::{Held, MANIFEST, SIGNATURE};
use crate::diagnostic::{Failure, Text};
use crate::domain::Digest;

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
pub(super) struct Answer {
    /// The status: neither that the server is busy nor that it has failed.
    pub status: u16,
    /// Where it leads, if it says so.
    pub place: Option<String>,
    body: Body,
    url: String,
}

impl Answer {
    /// Whether its bytes are those of a file.
    ///
    /// # Errors
    /// They do not come.
    pub fn is(self, held: &Held) -> Result<bool, Failure> {
        // One byte more makes it another file already.
        let mut reader = self.body.into_reader().take(held.size.saturating_add(1));
        let digest = Digest::of_reader(&mut reader).map_err(|error| unreachable(&self.url, &error))?;
        Ok(digest == held.sha256)
    }

    fn whole(self) -> Result<Vec<u8>, Failure> {
        let mut bytes = Vec::new();
        let read = self.body.into_reader().take(MANIFEST_LIMIT).read_to_end(&mut bytes);
        read.map(|_| bytes).map_err(|error| unreachable(&self.url, &error))
    }
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
        let answer = self.get(MANIFEST)?;
        let said = |id: &'static str| Text::new(id).with("address", &answer.url);
        match answer.status {
            200 => answer.whole(),
            400.. => Err(Failure::new(said("verify-web-nothing")).hint("verify-web-nothing-hint")),
            status => {
                let place = answer.place.as_deref().unwrap_or("–");
                let text = said("verify-web-other").with("status", status).with("place", place);
                Err(Failure::new(text).hint("verify-web-address-hint"))
            }
        }
    }

    /// The signature of the manifest, if there is one.
    ///
    /// # Errors
    /// The site cannot be reached any more.
    pub fn signature(&self) -> Result<Option<Vec<u8>>, Failure> {
        let answer = self.get(SIGNATURE)?;
        if answer.status == 200 { answer.whole().map(Some) } else { Ok(None) }
    }

    /// Asks for a path below the site's address, that of a file or of a folder.
    ///
    /// # Errors
    /// The site cannot be reached, is busy or has failed.
    pub fn get(&self, path: &str) -> Result<Answer, Failure> {
        let url = self.url(path);
        // The bytes themselves, and those that the server has now.
        let request = self.agent.get(&url).header("accept-encoding", "identity").header("cache-control", "no-cache");
        let answer = request.call().map_err(|error| unreachable(&url, &error.into_io()))?;
        let status = answer.status().as_u16();
        if matches!(status, 429 | 500..) {
            return Err(unreachable(&url, &io::Error::other(status.to_string())));
        }
        let place = answer.headers().get("location").and_then(|place| place.to_str().ok()).map(str::to_owned);
        Ok(Answer { status, place, body: answer.into_body(), url })
    }

    /// Whether a place to which an answer leads is a path below the site's address: written whole, or without the host.
    pub fn is_at(&self, place: &str, path: &str) -> bool {
        let url = self.url(path);
        let host = url.find("://").and_then(|at| Some(at + 3 + url[at + 3..].find('/')?));
        place == url || host.is_some_and(|end| place == &url[end..])
    }

    /// The address at which a visitor gets a file or a folder.
    fn url(&self, path: &str) -> String {
        let path = path.trim_start_matches('/');
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
        assert_eq!(web.url("/en/a/"), "https://example.org/jobs/en/a/");
    }

    #[test]
    fn a_place_is_written_with_the_host_or_without() {
        let web = Web::at("https://example.org/jobs").expect("an address");
        for good in ["/jobs/en/a/", "https://example.org/jobs/en/a/"] {
            assert!(web.is_at(good, "/en/a/"), "{good}");
        }
        for bad in
            ["", "/en/a/", "/jobs/en/a", "en/a/", "http://example.org/jobs/en/a/", "//x/jobs/en/a/", "/jobs/en/a/#b"]
        {
            assert!(!web.is_at(bad, "/en/a/"), "{bad}");
        }
    }
}
