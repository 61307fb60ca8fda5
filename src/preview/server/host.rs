//! Turns the header `Host` into the name by which the client knows this server, if it is one of this server's own.
//!
//! A page of any site can point a name of its own at 127.0.0.1 and would then be of one origin with the preview (DNS
//! rebinding); its requests still carry that name here. `X-Forwarded-Host` and `Forwarded` are not looked at.

use std::net::Ipv6Addr;

use super::head::Head;
use super::refusal::Refusal;

/// The names of this machine as seen from itself. 0.0.0.0 is none: browsers have let pages of other sites reach it.
const NAMES: [&str; 3] = ["localhost", "127.0.0.1", "[::1]"];

/// The name and port that the client asked, in lower case, as they also stand in the origin of the preview's own pages
/// (RFC 6454 §6.2).
pub(super) fn authority(head: &Head, port: u16) -> Result<String, Refusal> {
    // RFC 9112 §3.2: none, or more than one, is answered with 400.
    let host = head.one("host")?.ok_or(Refusal::Malformed)?;
    let (name, given) = split(host).ok_or(Refusal::Malformed)?;
    // RFC 9110 §4.2.1: no port means port 80.
    let given = if given.is_empty() { "80" } else { given };
    if NAMES.iter().any(|known| known.eq_ignore_ascii_case(name)) && given == port.to_string() {
        Ok(host.to_ascii_lowercase())
    } else {
        Err(Refusal::Forbidden)
    }
}

/// The name and the digits of the port of `host [ ":" port ]` (RFC 9110 §7.2, RFC 3986 §3.2.2 and §3.2.3).
fn split(host: &str) -> Option<(&str, &str)> {
    let end = if host.starts_with('[') { host.find(']')? + 1 } else { host.find(':').unwrap_or(host.len()) };
    let (name, rest) = host.split_at(end);
    let port = if rest.is_empty() { "" } else { rest.strip_prefix(':')? };
    let is_name = match name.strip_prefix('[').and_then(|name| name.strip_suffix(']')) {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)),
    };
    (is_name && port.bytes().all(|byte| byte.is_ascii_digit())).then_some((name, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(host: &str, port: u16) -> Result<String, Refusal> {
        let text = format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n");
        authority(&Head::read(text.as_bytes()).unwrap(), port)
    }

    #[test]
    fn its_own_names_are_known() {
        for host in ["localhost:7272", "127.0.0.1:7272", "[::1]:7272"] {
            assert_eq!(asked(host, 7272).as_deref(), Ok(host));
        }
        assert_eq!(asked("LocalHost:7272", 7272).as_deref(), Ok("localhost:7272"));
        assert_eq!(asked("localhost", 80).as_deref(), Ok("localhost"));
        assert_eq!(asked("localhost:", 80).as_deref(), Ok("localhost:"));
    }

    #[test]
    fn other_names_and_ports_are_forbidden() {
        for host in [
            "localhost",
            "localhost:80",
            "localhost:72720",
            "localhost:07272",
            "example.org:7272",
            "0.0.0.0:7272",
            "127.1:7272",
            "2130706433:7272",
            "0x7f.1:7272",
            "127.0.0.2:7272",
            "[::]:7272",
            "[::ffff:127.0.0.1]:7272",
            "[0:0:0:0:0:0:0:1]:7272",
            "localhost.:7272",
            "localhost.example.org:7272",
        ] {
            assert_eq!(asked(host, 7272), Err(Refusal::Forbidden), "{host}");
        }
    }

    #[test]
    fn what_is_no_name_is_malformed() {
        for host in [
            "",
            ":7272",
            "localhost:7272:7272",
            "localhost:72x",
            "localhost:+7272",
            "user@localhost:7272",
            "http://localhost:7272",
            "localhost:7272/",
            "localhost 127.0.0.1:7272",
            "localhost:7272,localhost:7272",
            "[::1:7272",
            "::1:7272",
            "[::1]7272",
            "[localhost]:7272",
            "[]:7272",
            "local%68ost:7272",
            "é:7272",
        ] {
            assert_eq!(asked(host, 7272), Err(Refusal::Malformed), "{host}");
        }
    }
}
