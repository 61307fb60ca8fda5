"""What is asked where a site has TLS: what browsers are told to remember, where plain HTTP leads, and HTTP/2."""

import email
import http.client
import pathlib
import re
import subprocess

from certified import HOST

GUIDE = pathlib.Path(__file__).parents[2] / "docs" / "guide"
REMEMBER = "Strict-Transport-Security"
# Answers with few headers: 304 says what is new, and 400 is said before a server knows which site is meant.
SHORT = (304, 400)


def stated(name):
    """The value of a header as the guide states it, the same in both languages."""
    pages = [GUIDE / "en" / "outputs.md", GUIDE / "fr" / "sorties.md"]
    values = {value for page in pages for value in re.findall(rf"(?m)^{name}: (.+)$", page.read_text(encoding="utf-8"))}
    assert len(values) == 1, f"{name}: {values}"
    return values.pop()


def remembered(site, answer):
    """What is wrong with the order to come by TLS only: over TLS it is given once, over plain HTTP never."""
    said = answer.headers.get_all(REMEMBER) or []
    wanted = [stated(REMEMBER)] if site.issuer else []
    # nginx says all its headers twice where a range is beyond the end; browsers take the first.
    is_good = said == wanted or (answer.status in SHORT and not said) or (answer.status == 416 and said == wanted * 2)
    return None if is_good else f"{REMEMBER}: {said}, not {wanted}"


def led(site):
    """Whatever is asked for over plain HTTP, leads to the same over TLS, with all of its path and query."""
    for path in ["/", "/en/", "/fr/postes-vacants/", "/en/vacancies/250930-planner?a=1&b=%2Fc+d", "/old/chief/", "/nothing",
                 "/fr/%C3%A9t%C3%A9/%20?q=%C3%A9&r=%20", "/assets/fonts/x.woff2?", "//example.org/", "/404.html", "/.env"]:
        connection = http.client.HTTPConnection("127.0.0.1", site.plain_port, timeout=10)
        connection.request("GET", site.base + path, headers={"Host": HOST, "Accept-Language": "fr", "Cookie": "lang=en"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        to, wanted = answer.headers.get_all("Location"), f"https://{HOST}{site.base}{path}"
        is_good = answer.status in (301, 308) and [*map(plainly, to or [])] == [plainly(wanted)] and not answer.headers.get_all(REMEMBER)
        yield f"{path} over plain HTTP", None if is_good else f"{answer.status} {to}, not {wanted}; {answer.headers}"


def plainly(address):
    """An address as all servers write it: Apache has its own way with the letters of escapes, and with `//` in a path."""
    address = re.sub("%[0-9a-f]{2}", lambda escape: escape[0].upper(), address)
    return re.sub("(?<!:)//+", "/", address)


def newer(site, policy):
    """The essentials by HTTP/2."""
    for path, sent, status, expected in [
        ("/en/", "Accept-Encoding: br", 200, {"Content-Encoding": "br", "Content-Type": "text/html; charset=utf-8"}),
        ("/", "Accept-Language: fr", 302, {"Location": "/fr/"}), ("/old/fuel.html", "A: b", 301, {}),
        ("/old/chief/", "A: b", 410, {}), ("/en/nothing/", "A: b", 404, {}),
    ]:
        address = f"https://{HOST}:{site.port}{site.base}{path}"
        command = ["curl", "--silent", "--show-error", "--http2", "--cacert", str(site.issuer.root), "--resolve",
                   f"{HOST}:{site.port}:127.0.0.1", "--dump-header", "-", "--output", "/dev/null", "--header", sent, address]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
        first, _, rest = said.partition("\n")
        headers = email.message_from_string(rest)
        always = {REMEMBER: stated(REMEMBER), "Content-Security-Policy": policy}
        is_good = first.strip() == f"HTTP/2 {status}" and all(
            (headers[name] or "").endswith(value) if name == "Location" else headers.get_all(name) == [value]
            for name, value in {**always, **expected}.items())
        yield f"{path} by HTTP/2", None if is_good else said
