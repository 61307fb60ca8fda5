"""Deploys the sample, and has `diptych verify` ask each server for it, configured as diptych writes it: for the sample as it
was deployed and signed, with and without former addresses, and for one of which visitors get something else."""

import contextlib
import http.client
import json
import pathlib
import shutil
import subprocess
import tempfile

from started import BEFORE, DIPTYCH, SERVERS, Site, Started, run

PAGE = "en/vacancies/250930-fuel-supply-planner/index.html"
GONE = "en/vacancies/250655-chief-pass-office"
MARK = f".diptych/gone/{GONE}/.gone"


class Deployed(Site):
    """The site of the other questions, deployed to a folder."""

    def __init__(self, work, base):
        work.mkdir(mode=0o755)
        super().__init__(work, base)
        self.root, key = work / "target", work / "secret.key"
        self.public_key = work / "public.key"
        subprocess.run(["minisign", "-G", "-W", "-p", self.public_key, "-s", key], check=True, stdout=subprocess.DEVNULL)
        self.put("site.yaml", r"^address:", f"targets: {{ www: {{ kind: folder, path: {self.root} }} }}\naddress:")
        run("deploy", "--yes", "--site", str(self.folder), "--output", str(work / "public"), "--now", BEFORE,
            "--sign", str(key))

    def show(self, name):
        """What is shown is what was deployed."""

    def verify(self):
        """What is wrong with the answer to `diptych verify`, and what it found."""
        address = f"http://127.0.0.1:{self.port}{self.base}/"
        said = subprocess.run([DIPTYCH, "verify", address, "--public-key", self.public_key, "--now", BEFORE, "--format",
                               "json"], capture_output=True, text=True)
        if said.returncode not in (0, 1):
            return said.returncode, said.stderr
        found = json.loads(said.stdout)
        return said.returncode, {name: found[name] for name in ["missing", "changed", "signed"]}

    @contextlib.contextmanager
    def instead(self, path, text):
        """Another text in a file of the release, or no file, until the end of a `with`."""
        path = self.root / "current" / path
        former = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        put(path, text)
        yield
        put(path, former)

    def flipped(self, path):
        """One bit of a file is another one."""
        text = bytearray((self.root / "current" / path).read_bytes())
        text[len(text) // 2] ^= 1
        return self.instead(path, bytes(text))


class Plain(Deployed):
    """The sample as it is: no page was elsewhere, and no notice was withdrawn."""

    def put(self, path, pattern, text):
        if path == "site.yaml":
            super().put(path, pattern, text)


class Beside(Deployed):
    """A site in one nginx with another one."""

    def __init__(self, work, base, other):
        super().__init__(work, base)
        self.other = other

    def configuration(self, server, language):
        path = super().configuration(server, language)
        text = self.other.configuration(server, "en").read_text(encoding="utf-8")
        with path.open("a", encoding="utf-8") as both:
            both.write(text.replace("map_hash_bucket_size 512;\n", ""))
        return path


def put(path, text):
    if text is None:
        path.unlink()
    else:
        path.write_bytes(text)


def expected(name, site, code, **found):
    wanted = (code, {"missing": [], "changed": [], "signed": True, **found})
    said = site.verify()
    return name, None if said == wanted else f"{said}, not {wanted}"


def questions(site):
    yield expected("as it was deployed", site, 0)
    if isinstance(site, Plain):
        return
    for path in [PAGE, "404.html", "410.html", "files/250875/pasp0109-en.pdf", "en/index.html.br"]:
        with site.flipped(path):
            yield expected(f"one bit in {path}", site, 1, changed=[path])
    with site.instead(PAGE, None):
        yield expected("a page that is not there", site, 1, missing=[PAGE])
    with site.instead(MARK, None):
        yield expected("a mark that is not there", site, 1, missing=[MARK])
        with site.instead(f"{GONE}/index.html", b"shown again"):
            yield expected("a withdrawn notice that is shown", site, 1, changed=[MARK])
    with site.instead(".diptych-release.json.minisig", None):
        yield expected("no signature", site, 1, signed=False)


def redirected(site):
    """A former address leads on by 301, not only by its small page."""
    connection = http.client.HTTPConnection("127.0.0.1", site.port, timeout=10)
    connection.request("GET", f"{site.base}/old/fuel.html")
    answer = connection.getresponse()
    answer.read()
    connection.close()
    said = (answer.status, answer.headers["Location"])
    return f"a former address{site.base}", None if said == (301, site.base + "/" + PAGE.removesuffix("index.html")) else said


def main():
    faults = []
    with tempfile.TemporaryDirectory() as work:
        work = pathlib.Path(work)
        work.chmod(0o755)
        marked, plain = Deployed(work / "marked", "/careers.v2"), Plain(work / "plain", "")
        rounds = [(server, site, lambda site: questions(site)) for server in SERVERS for site in [marked, plain]]
        both = Beside(work / "both", "", marked)
        rounds.append(("nginx", both, lambda site: [redirected(site), redirected(site.other)]))
        for server, site, asked in rounds:
            with Started(server, site):
                results = list(asked(site))
            failed = [f"{server}, {site.folder.parent.name}: {name}: {fault}" for name, fault in results if fault]
            print(f"{server}, {site.folder.parent.name}: {len(results)} verifications, {len(failed)} wrong")
            faults += failed
            shutil.rmtree(next(site.folder.parent.glob(f"{server}*")))
    if faults:
        raise SystemExit("\n".join(faults))


main()
