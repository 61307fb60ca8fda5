"""Asks each server what visitors, search engines and strangers ask, and compares the answers with a table."""

import http.client
import pathlib
import re
import tempfile

import secured
from certified import Issuer
from started import SERVERS, Site, Started

HOME = {"en": "/en/", "fr": "/fr/"}
FUEL = "/en/vacancies/250930-fuel-supply-planner/"
POLICY = ("default-src 'none'; style-src 'self'; img-src 'self'; font-src 'self'; script-src 'self' 'wasm-unsafe-eval'; "
          "connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'")
IMMUTABLE = "public, max-age=31536000, immutable"
GONE, MISSING = "This notice was withdrawn", "Page not found"
PDF = "/files/250875/pasp0109-en.pdf"
HTML = "text/html; charset=utf-8"


def table(site):
    """Rows of a name, a path below the site's address, what is sent, a status, and what is expected of the answer: a
    header by its name, `body` for words in it, `to` for where it leads, `not` for a header that must not be there."""
    style = found(site, "assets/style-*.css")
    search = found(site, "en/pagefind-*/pagefind.js")
    planner = "/" + found(site, "fr/postes-vacants/250930-*/index.html").strip("/").removesuffix("index.html")
    language = lambda value: {"Accept-Language": value}
    cookie = lambda value, **more: {"Cookie": value, **more}
    to = lambda code: {"to": HOME[code], "Cache-Control": "private, no-store", "Vary": "Accept-Language, Cookie"}
    choice = {"body": "Français", "Cache-Control": "private, no-store", "Vary": "Accept-Language, Cookie"}
    rows = [
        ("no language", "/", {}, 200, choice),
        ("English", "/", language("en"), 302, to("en")),
        ("French", "/", language("fr"), 302, to("fr")),
        ("a region", "/", language("fr-CA,fr;q=0.9,en;q=0.8"), 302, to("fr")),
        ("a region in capitals", "/", language("EN-GB"), 302, to("en")),
        ("others first", "/", language("de-DE,de;q=0.9,nl;q=0.8,fr;q=0.7,en;q=0.6"), 302, to("fr")),
        ("others that look alike", "/", language("fro, enm;q=0.9, eng, f, e, en"), 302, to("en")),
        ("a script", "/", language("zh-Hant-TW, en-Latn-GB;q=0.5"), 302, to("en")),
        ("never French", "/", language("fr;q=0, en;q=0.5"), 302, to("en")),
        ("never either", "/", language("fr;q=0, en;q=0.000"), 200, choice),
        ("neither", "/", language("de, nl;q=0.5"), 200, choice),
        ("any", "/", language("*"), 200, choice),
        ("blanks", "/", language("  de ; q=0.9 ,  fr ; q=0.1"), 302, to("fr")),
        ("no languages at all", "/", language(";;;,,,"), 200, choice),
        ("a cookie", "/", cookie("lang=fr"), 302, to("fr")),
        ("a cookie before the browser", "/", cookie("lang=en", **language("fr")), 302, to("en")),
        ("a cookie among others", "/", cookie("a=1; lang=fr; b=2"), 302, to("fr")),
        ("a cookie of another name", "/", cookie("xlang=fr"), 200, choice),
        ("a cookie of another language", "/", cookie("lang=de"), 200, choice),
        ("a cookie that leads away", "/", cookie("lang=//example.org"), 200, choice),
        ("the choice by its file", "/index.html", language("fr"), 200, {"body": "English"}),
    ]
    for path in ["/en/", FUEL, planner, "/en/feed.atom"]:
        rows.append((f"{path} is led nowhere", path, cookie("lang=fr", **language("fr")), 200, {}))
        rows.append((f"{path} is led nowhere", path, cookie("lang=en", **language("en")), 200, {}))
    english = {"to": FUEL}
    rows += [
        ("a former address", "/en/vacancies/250930-planner/", {}, 301, english),
        ("the same without /", "/en/vacancies/250930-planner", {}, 301, english),
        ("the same by its file", "/en/vacancies/250930-planner/index.html", {}, 301, english),
        ("a former file", "/old/fuel.html", {}, 301, english),
        ("a former address in French", "/fr/anciens/250930/", {}, 301, {"to": planner}),
        ("a former address, whatever the language", "/old/fuel.html", language("fr"), 301, english),
        ("withdrawn", "/en/vacancies/250655-chief-pass-office/", {}, 410,
         {"body": GONE, "Content-Type": HTML, "Cache-Control": "no-cache", "Content-Security-Policy": POLICY}),
        ("withdrawn, without /", "/en/vacancies/250655-chief-pass-office", {}, 410, {"body": "Cet avis a été retiré"}),
        ("withdrawn, by its file", "/en/vacancies/250655-chief-pass-office/index.html", {}, 410, {"body": GONE}),
        ("withdrawn, a former address", "/old/chief/", {}, 410, {"body": GONE}),
        ("beside what was withdrawn", "/old/", {}, 404, {"body": MISSING}),
        ("missing", "/en/nothing/", {}, 404, {"body": MISSING, "Content-Type": HTML, "Cache-Control": "no-cache",
                                              "Content-Security-Policy": POLICY}),
        ("missing in French", "/fr/rien/", {}, 404, {"body": "Page introuvable"}),
        ("a missing asset", "/assets/nothing.css", {}, 404, {"Cache-Control": "no-cache", "Content-Type": HTML}),
        ("a missing feed", "/en/nothing.atom", {}, 404, {"Content-Type": HTML}),
        ("the page of an error", "/404.html", {}, 404, {"body": MISSING}),
        ("the page of another error", "/410.html", {}, 404, {"body": MISSING}),
        ("a folder without /", "/en", {}, (301, 308), {"to": "/en/"}),
        ("a page without /", FUEL.rstrip("/"), {}, (301, 308), {"to": FUEL}),
        ("no listing", "/assets/", {}, 404, {"body": MISSING}),
        ("no listing of fonts", "/assets/fonts/", {}, 404, {}),
        ("the manifest of the build", "/.diptych-manifest.json", {}, 404, {}),
        ("the list of redirects", "/.diptych/redirects.txt", {}, 404, {}),
        ("a mark", "/.diptych/gone/old/chief/.gone", {}, 404, {}),
        ("another hidden file", "/en/.env", {}, 404, {}),
        ("out of the folder", "/../../etc/passwd", {}, (400, 404), {}),
        ("out of the folder, disguised", "/%2e%2e/%2e%2e/before/index.html", {}, (400, 404), {}),
        ("a name that no file can have", "/en/%00", {}, (400, 404), {}),
        ("the release beside", "/en/../../after/index.html", {}, (400, 404), {}),
    ]
    for path, kind in [
        (FUEL, HTML), ("/" + style, "text/css; charset=utf-8"), ("/" + search, "text/javascript; charset=utf-8"),
        ("/en/feed.atom", "application/atom+xml; charset=utf-8"), ("/fr/feed.rss", "application/rss+xml; charset=utf-8"),
        ("/en/feed.json", "application/feed+json"), ("/" + found(site, "fr/feed-*.json"), "application/feed+json"),
        ("/fr/deadlines.ics", "text/calendar; charset=utf-8"), ("/vacancies.csv", "text/csv; charset=utf-8"),
        ("/vacancies.json", "application/json"), ("/vacancies.schema.json", "application/schema+json"), ("/sitemap.xml", "application/xml; charset=utf-8"),
        ("/robots.txt", "text/plain; charset=utf-8"), (PDF, "application/pdf"),
        ("/" + found(site, "assets/logo-*.svg"), "image/svg+xml; charset=utf-8"),
        ("/" + found(site, "assets/fonts/*.woff2"), "font/woff2"),
    ]:
        rows.append((f"the type of {path}", path, {}, 200, {"Content-Type": kind, "X-Content-Type-Options": "nosniff"}))
        if path not in ("/robots.txt",) and kind.split(";")[0] not in ("application/pdf", "font/woff2", "image/svg+xml"):
            for asked, coding in [("br", "br"), ("gzip", "gzip"), ("gzip, deflate, br", "br"), ("identity", None),
                                  ("br;q=0, gzip;q=0.5", "gzip")]:
                expected = {"Content-Encoding": coding} if coding else {"not": "Content-Encoding"}
                rows.append((f"{path} as {asked}", path, {"Accept-Encoding": asked}, 200,
                             {**expected, "Content-Type": kind, "Vary": "Accept-Encoding"}))
    headers = {
        "Content-Security-Policy": POLICY, "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": re.compile(r"camera=\(\).*geolocation=\(\)"), "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin", "X-Content-Type-Options": "nosniff",
    }
    rows += [(f"the headers of {path}", path, {}, status, headers) for path, status in
             [(FUEL, 200), ("/", 200), ("/en/nothing", 404), ("/old/fuel.html", 301), ("/old/chief/", 410),
              ("/en/feed.atom", 200), (PDF, 200)]]
    rows += [
        ("a page is asked for anew", FUEL, {}, 200, {"Cache-Control": "no-cache", "ETag": re.compile(".")}),
        ("an asset is kept", "/" + style, {}, 200, {"Cache-Control": IMMUTABLE}),
        ("the search is kept", "/" + search, {}, 200, {"Cache-Control": IMMUTABLE}),
        ("but not its entry", search_entry(search), {}, 200, {"Cache-Control": "no-cache"}),
        ("data for other websites", "/vacancies.json", {}, 200, {"Access-Control-Allow-Origin": "*"}),
        ("pages for nobody else", FUEL, {}, 200, {"not": "Access-Control-Allow-Origin"}),
        ("a range", PDF, {"Range": "bytes=0-3"}, 206, {"body": "%PDF", "Content-Length": "4"}),
        ("a range of a page", FUEL, {"Range": "bytes=0-14"}, 206, {"body": "<!doctype html>"}),
        ("a range beyond the end", PDF, {"Range": "bytes=999999999-"}, 416, {}),
        ("the release can be verified", "/.diptych-release.json", {}, 200, {"body": "{}"}),
    ]
    return rows


def search_entry(search):
    return "/" + search.replace("pagefind.js", "pagefind-entry.json")


def found(site, pattern):
    current = site.root / "before"
    return str(next(iter(sorted(current.glob(pattern)))).relative_to(current))


def ask(site, path, sent, method="GET"):
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    if site.issuer:
        connection.sock = site.issuer.connect(site.port)
    connection.putrequest(method, site.base + path, skip_host=True, skip_accept_encoding=True)
    connection.putheader("Host", site.host)
    for name, value in sent.items():
        connection.putheader(name, value)
    connection.endheaders()
    answer = connection.getresponse()
    body = answer.read()
    connection.close()
    return answer, body


def value(answer, name):
    """A header as one value: Vary may come in several lines, in any order, and hold more than is asked for."""
    return ", ".join(answer.headers.get_all(name) or [])


def wrong(site, answer, body, status, expected):
    """What is wrong with an answer; nothing if it is as expected."""
    if answer.status not in (status if isinstance(status, tuple) else (status,)):
        return f"{answer.status} instead of {status}"
    if fault := secured.remembered(site, answer):
        return fault
    for name, wanted in expected.items():
        if name == "body":
            if wanted not in body.decode("utf-8", errors="replace"):
                return f"no “{wanted}” in {body[:200]!r}"
        elif name == "not":
            if answer.headers.get_all(wanted):
                return f"{wanted}: {value(answer, wanted)}"
        elif name == "to":
            said = value(answer, "Location").removeprefix(site.origin)
            if said != site.base + wanted:
                return f"leads to {said!r}, not {wanted}"
        elif name == "Vary":
            said = [part.strip().lower() for part in value(answer, name).split(",")]
            if not set(wanted.lower().split(", ")) <= set(said):
                return f"Vary: {said}"
        elif isinstance(wanted, re.Pattern):
            if not wanted.search(value(answer, name)):
                return f"{name}: {value(answer, name)!r}"
        elif value(answer, name).lower() != wanted.lower():
            return f"{name}: {value(answer, name)!r}, not {wanted!r}"
    return None


def conditional(site):
    """Each file is not sent again to whoever has it, in each form, and HEAD says what GET says."""
    for path in [FUEL, "/en/feed.atom", "/vacancies.csv", PDF, "/" + found(site, "assets/style-*.css")]:
        for coding in ["identity", "gzip", "br"]:
            sent = {"Accept-Encoding": coding}
            first, _ = ask(site, path, sent)
            for name, header in [("ETag", "If-None-Match"), ("Last-Modified", "If-Modified-Since")]:
                answer, body = ask(site, path, {**sent, header: value(first, name)})
                found_wrong = wrong(site, answer, body, 304, {"Cache-Control": value(first, "Cache-Control")})
                yield f"{path} as {coding}, {header}", found_wrong or (f"a body: {body!r}" if body else None)
            head, body = ask(site, path, sent, "HEAD")
            expected = {name: value(first, name) for name in ["Content-Type", "Content-Length", "ETag", "Content-Encoding"]}
            yield f"{path} as {coding}, HEAD", wrong(site, head, body, 200, expected) or (f"{body!r}" if body else None)


def withdrawal(site):
    """A notice that is withdrawn while the server runs is gone at once, without a reload, with its files."""
    page = "/" + found(site, "en/vacancies/250875-*/index.html").removesuffix("index.html")
    for path in [page, PDF]:
        answer, body = ask(site, path, {})
        yield f"{path}, before its withdrawal", wrong(site, answer, body, 200, {})
    site.show("after")
    for path in [page, page.rstrip("/"), PDF]:
        answer, body = ask(site, path, {})
        yield f"{path}, after its withdrawal", wrong(site, answer, body, 410, {"body": GONE})


def main():
    faults = []
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        work.chmod(0o755)
        issuer = Issuer(work / "issuer")
        for base, given in [("", None), ("/careers.v2", None), ("", issuer), ("/careers.v2", issuer)]:
            site = Site(work, base, given)
            for server in SERVERS:
                with Started(server, site):
                    results = [(name, wrong(site, *ask(site, path, sent), status, expected))
                               for name, path, sent, status, expected in table(site)]
                    results += [*conditional(site), *withdrawal(site)]
                    if base:
                        answer, body = ask(site, "", {})
                        results.append(("the site without /", wrong(site, answer, body, (301, 308), {"to": "/"})))
                    if given:
                        results += [*secured.led(site), *secured.newer(site, POLICY)]
                at = f"{server}, {'https' if given else 'http'}{base}"
                failed = [f"{at}: {name}: {fault}" for name, fault in results if fault]
                print(f"{at}: {len(results)} requests, {len(failed)} wrong")
                faults += failed
    if faults:
        raise SystemExit("\n".join(faults))


main()
