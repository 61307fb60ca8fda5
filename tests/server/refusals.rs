//! Requests that are refused, each with its status; after each of them the server answers as before.

use crate::client::Running;

/// Sends each row on a connection of its own, `PORT` being the server's.
fn check(rows: &[(&str, u16)]) {
    let server = Running::new();
    for (raw, status) in rows {
        let mut client = server.connect();
        let reply = client.ask(raw.replace("PORT", &server.port.to_string()));
        assert_eq!(reply.status, *status, "{raw:?}");
        if *status != 200 {
            assert_eq!(reply.field("connection"), Some("close"), "{raw:?}");
            assert!(client.rest().is_empty(), "{raw:?}");
        }
        assert_eq!(server.get("/en/").text(), "/en/", "after {raw:?}");
    }
}

/// The same for requests that differ in their target.
fn check_targets(targets: &[&str], status: u16) {
    let raw: Vec<_> =
        targets.iter().map(|target| format!("GET {target} HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n")).collect();
    check(&raw.iter().map(|raw| (raw.as_str(), status)).collect::<Vec<_>>());
}

/// The same for requests for the site's first page that differ in their header fields behind the first, `Host`.
fn check_fields(rows: &[(&str, u16)]) {
    let raw: Vec<_> = rows
        .iter()
        .map(|(fields, status)| (format!("GET / HTTP/1.1\r\nHost: localhost:PORT\r\n{fields}\r\n\r\n"), *status))
        .collect();
    check(&raw.iter().map(|(raw, status)| (raw.as_str(), *status)).collect::<Vec<_>>());
}

#[test]
fn what_is_no_request_is_refused() {
    check(&[
        ("\r\n\r\n", 400),
        ("GET / HTTP/1.1\n\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\n\r\n", 400),
        ("GET /\r\n\r\n", 400),
        ("GET\t/\tHTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 400),
        ("GET / index HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 400),
        (" GET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 400),
        ("GET / http/1.1\r\nHost: localhost:PORT\r\n\r\n", 400),
        ("GET / HTTP/1.10\r\nHost: localhost:PORT\r\n\r\n", 400),
        ("\u{16}\u{3}\u{1}\u{2}\u{0}\u{1}", 400),
        ("G\u{e9}T / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 400),
        ("PRI * HTTP/2.0\r\n\r\n", 505),
        ("GET / HTTP/3.0\r\nHost: localhost:PORT\r\n\r\n", 505),
        ("GET / HTTP/1.0\r\nHost: localhost:PORT\r\n\r\n", 200),
        ("\r\nGET / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 200),
    ]);
}

#[test]
fn fields_that_are_none_are_refused() {
    check_fields(&[
        ("Accept", 400),
        ("Accept : a", 400),
        (" Accept: a", 400),
        ("Accept: a\r\n b", 400),
        ("Accept: a\rb", 400),
        ("Accept: \u{0}", 400),
        ("Acc\u{e9}pt: a", 400),
        (": a", 400),
        ("Accept: \u{e9}", 200),
        ("X-Forwarded-Host: example.org\r\nX-Forwarded-For: 192.0.2.1\r\nForwarded: host=example.org", 200),
    ]);
}

#[test]
fn other_names_are_refused() {
    for (host, status) in [
        ("127.0.0.1:PORT", 200),
        ("[::1]:PORT", 200),
        ("LOCALHOST:PORT", 200),
        ("localhost", 403),
        ("localhost:1", 403),
        ("0.0.0.0:PORT", 403),
        ("[::]:PORT", 403),
        ("example.org", 403),
        ("localhost.example.org:PORT", 403),
        ("127.0.0.1.example.org:PORT", 403),
        ("2130706433:PORT", 403),
        ("", 400),
        ("localhost:PORT/", 400),
        ("user@localhost:PORT", 400),
        ("localhost:PORT, example.org", 400),
        ("[::1:PORT", 400),
        ("[:PORT", 400),
        ("localhost:99999999999999999999", 403),
        ("localhost:-1", 400),
        ("\u{1f4a5}", 400),
    ] {
        check(&[(&format!("GET / HTTP/1.1\r\nHost: {host}\r\n\r\n"), status)]);
    }
    check(&[
        ("GET / HTTP/1.1\r\n\r\n", 400),
        ("GET / HTTP/1.0\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nHost: localhost:PORT\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: localhost:PORT\r\nhost: example.org\r\n\r\n", 400),
        ("GET / HTTP/1.1\r\nHost: example.org\r\nX-Forwarded-Host: localhost:PORT\r\n\r\n", 403),
        ("GET http://localhost:PORT/ HTTP/1.1\r\nHost: example.org\r\n\r\n", 403),
    ]);
}

#[test]
fn other_forms_of_target_are_refused() {
    check_targets(
        &[
            "http://localhost:PORT/en/",
            "http://example.org/",
            "file:///etc/passwd",
            "localhost:PORT",
            "*",
            "en/",
            "?a=1",
            "#",
            "/en/#vacancies",
            "/en/?a=1#b",
            "\\en\\",
        ],
        400,
    );
}

#[test]
fn ways_out_of_the_site_are_refused_in_every_encoding() {
    check_targets(
        &[
            "/../etc/passwd",
            "/en/../../etc/passwd",
            "/en/..",
            "/..",
            "/./en/",
            "/en/.",
            "/.env/.",
            "//etc/passwd",
            "/en//vacancies/",
            "//example.org/",
            "///",
            "/%2e%2e/etc/passwd",
            "/%2E%2e/etc/passwd",
            "/.%2e/etc",
            "/%2e./etc",
            "/%2e/en/",
            "/en/%2e%2e",
            "/%252e%252e/etc",
            "/%25252e%25252e/etc",
            "/..%2fetc",
            "/..%2Fetc",
            "/en%2Fvacancies",
            "/..%252fetc",
            "/..%5cetc",
            "/..%5Cetc",
            "/..%255cetc",
            "/..\\etc",
            "/en\\",
            "/c:\\etc",
            "/%c0%ae%c0%ae/etc",
            "/%C0%AE%C0%AE/etc",
            "/..%c0%afetc",
            "/%e0%80%ae%e0%80%ae/etc",
            "/%uff0e%uff0e/etc",
            "/..;/../etc",
            "/@fs/../etc/passwd",
            "/en/%3f",
            "/en/%23",
        ],
        400,
    );
}

#[test]
fn targets_that_are_no_text_are_refused() {
    check_targets(
        &[
            "/%00",
            "/en/a%00.html",
            "/%0d%0aSet-Cookie:a",
            "/%0A",
            "/%7f",
            "/%1b",
            "/%C2%85",
            "/%",
            "/%4",
            "/%zz",
            "/%-1",
            "/%+1",
            "/%ff",
            "/%ed%a0%80",
            "/\u{e9}",
            "/\u{7f}",
            "/\u{1}",
            "/en\u{0}",
            "/<script>",
            "/a\"b",
            "/{{",
            "/a|b",
            "/a^b",
            "/[a]",
            "/a`b",
        ],
        400,
    );
}

#[test]
fn queries_that_could_be_read_twice_are_refused() {
    check_targets(
        &[
            "/-/pair?path=/en/&path=/fr/",
            "/-/pair?path=/en/&%70ath=/fr/",
            "/x??raw",
            "/x?raw??",
            "/?&",
            "/?=",
            "/?a=%",
            "/?a=%00",
            "/?a=%c0%ae",
            "/?a=\\",
            "/?%0a=1",
        ],
        400,
    );
}

#[test]
fn other_methods_and_bodies_are_refused() {
    for method in ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "PROPFIND", "GETS"] {
        check(&[(&format!("{method} / HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n"), 405)]);
    }
    check(&[
        ("CONNECT localhost:PORT HTTP/1.1\r\nHost: localhost:PORT\r\n\r\n", 405),
        ("POST / HTTP/1.1\r\nHost: localhost:PORT\r\nContent-Length: 5\r\n\r\na=b&c", 405),
    ]);
    check_fields(&[
        ("Content-Length: 0", 200),
        ("Content-Length: 5", 413),
        ("Content-Length: 99999999999999999999999999", 413),
        ("Content-Length: -1", 400),
        ("Content-Length: 0x5", 400),
        ("Content-Length: 0, 0", 400),
        ("Content-Length: ", 400),
        ("Content-Length: 0\r\nContent-Length: 5", 400),
        ("Transfer-Encoding: chunked", 413),
        ("Transfer-Encoding: chunked\r\nContent-Length: 5", 400),
        ("Expect: 100-continue\r\nContent-Length: 5", 413),
        ("Connection: Upgrade\r\nUpgrade: websocket", 200),
    ]);
}

#[test]
fn a_body_is_not_taken_for_another_request() {
    let server = Running::new();
    let mut client = server.connect();
    let second = server.request("GET", "/second", "");
    let first = server.request("GET", "/first", &format!("Content-Length: {}\r\n", second.len()));
    assert_eq!(client.ask(first + &second).status, 413);
    assert!(client.rest().is_empty());
    // However much of it there is, the refusal arrives.
    let body = "GET / HTTP/1.1\r\n\r\n".repeat(20_000);
    let first = server.request("GET", "/first", &format!("Content-Length: {}\r\n", body.len()));
    assert_eq!(server.reply(first + &body).status, 413);
    assert_eq!(server.get("/third").text(), "/third");
}

#[test]
fn pages_of_other_sites_are_refused() {
    check_fields(&[
        ("Origin: http://localhost:PORT", 200),
        ("Origin: null", 403),
        ("Origin: http://example.org", 403),
        ("Origin: http://127.0.0.1:PORT", 403),
        ("Origin: http://localhost:1", 403),
        ("Origin: https://localhost:PORT", 403),
        ("Origin: http://localhost:PORT.example.org", 403),
        ("Origin: http://192.0.2.1", 403),
        ("Origin: ", 403),
        ("Origin: \u{1f4a5}", 403),
        ("Origin: http://localhost:PORT\r\nOrigin: http://example.org", 400),
        ("Sec-Fetch-Site: none", 200),
        ("Sec-Fetch-Site: same-origin", 200),
        ("Sec-Fetch-Site: same-site", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: script", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\nSec-Fetch-Dest: image", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: iframe", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document", 200),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: websocket\r\nUpgrade: websocket", 403),
        ("Origin: http://localhost:PORT\r\nSec-Fetch-Site: cross-site", 403),
        ("Referer: http://example.org/", 200),
    ]);
}

#[test]
fn only_the_preview_listens_to_events() {
    let rows = [
        ("", 403),
        ("Sec-Fetch-Site: none\r\n", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: cors\r\nOrigin: http://example.org\r\n", 403),
        ("Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate\r\nSec-Fetch-Dest: document\r\n", 403),
        ("Sec-Fetch-Site: same-site\r\nOrigin: http://localhost:1\r\n", 403),
        ("Origin: http://127.0.0.1:PORT\r\n", 403),
        ("Origin: null\r\nAccept: text/event-stream\r\n", 403),
    ];
    let raw: Vec<_> = rows
        .iter()
        .map(|(fields, status)| (format!("GET /-/events HTTP/1.1\r\nHost: localhost:PORT\r\n{fields}\r\n"), *status))
        .collect();
    check(&raw.iter().map(|(raw, status)| (raw.as_str(), *status)).collect::<Vec<_>>());
}

#[test]
fn what_is_too_long_is_refused() {
    let server = Running::new();
    let path = |length: usize| format!("/{}", "a".repeat(length - 1));
    let fields = |length: usize| format!("Accept: {}\r\n", "a".repeat(length - 10));
    assert_eq!(server.get(&path(8 * 1024)).status, 200);
    assert_eq!(server.get(&path(8 * 1024 + 1)).status, 414);
    assert_eq!(server.get(&path(1024 * 1024)).status, 414);
    assert_eq!(server.reply(server.request("GET", "/", &fields(16 * 1024 - 100))).status, 200);
    assert_eq!(server.reply(server.request("GET", "/", &fields(16 * 1024))).status, 431);
    assert_eq!(server.reply(server.request("GET", "/", &fields(1024 * 1024))).status, 431);
    assert_eq!(server.reply(server.request("GET", "/", &"A: b\r\n".repeat(99))).status, 200);
    assert_eq!(server.reply(server.request("GET", "/", &"A: b\r\n".repeat(101))).status, 431);
    // It is refused when it is too long, not when it ends.
    let mut client = server.connect();
    assert_eq!(client.ask("G".repeat(9 * 1024)).status, 414);
    let mut client = server.connect();
    assert_eq!(client.ask(format!("GET / HTTP/1.1\r\nA: {}", "a".repeat(17 * 1024))).status, 431);
    assert_eq!(server.get("/en/").text(), "/en/");
}

#[test]
fn chance_brings_nothing_down() {
    let server = Running::new();
    let good = server.request("GET", "/en/?a=1", "Origin: http://localhost:1\r\nCookie: a=b\r\n").into_bytes();
    let mut chance = 250_655_u64;
    for _ in 0..300 {
        let mut bytes = good.clone();
        for _ in 0..3 {
            // Knuth, MMIX.
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let at = usize::try_from(chance >> 33).expect("it fits") % bytes.len();
            bytes[at] = chance.to_le_bytes()[3];
        }
        let mut client = server.connect();
        client.send(&bytes);
        client.stream.shutdown(std::net::Shutdown::Write).expect("it is open");
        let answer = client.rest();
        assert!(answer.is_empty() || answer.starts_with(b"HTTP/1.1 "), "{:?}", String::from_utf8_lossy(&bytes));
    }
    assert_eq!(server.get("/en/").text(), "/en/");
}
