"""From a site and an instant to what the program under test publishes, built once for all tests of a run.

The program is named by the environment variable DIPTYCH, the script that runs the clients of Node by READ.
"""

import atexit
import json
import os
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
ADDRESS = "https://careers.example.org"
LANGUAGES = ("en", "fr")
WORK = Path(tempfile.mkdtemp(prefix="diptych-clients-"))
atexit.register(shutil.rmtree, WORK, ignore_errors=True)


@dataclass(frozen=True)
class Output:
    """A published folder."""

    root: Path
    now: str

    def path(self, url: str) -> Path:
        """Where the file of an address lies, as a web server finds it."""
        assert url.startswith(ADDRESS + "/"), f"{url} is not of the site"
        path = self.root / url.removeprefix(ADDRESS + "/")
        return path / "index.html" if url.endswith("/") else path

    def url(self, path: Path) -> str:
        """The address of a file."""
        return f"{ADDRESS}/{path.relative_to(self.root).as_posix()}".removesuffix("index.html")

    def files(self, pattern: str) -> list[Path]:
        """The files of a name, in order."""
        return sorted(self.root.glob(pattern))


def run(site: Path, output: Path, now: str, environment: dict[str, str] | None = None) -> subprocess.CompletedProcess:
    """Builds a site."""
    command = [os.environ["DIPTYCH"], "build", "--language", "en", "--site", site, "--output", output, "--now", now]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **(environment or {})})


@cache
def build(site: Path, now: str) -> Output:
    """The output of a site at an instant; fails if the program has anything to say against it."""
    output = Path(tempfile.mkdtemp(dir=WORK)) / "public"
    built = run(site, output, now)
    assert built.returncode == 0, f"{site} at {now}: {built.stdout}{built.stderr}"
    return Output(output, now)


def sample(now: str) -> Output:
    """The sample site at an instant."""
    return build(REPOSITORY, now)


@cache
def read_by_node(output: Output) -> dict:
    """What the clients of Node make of the feeds and calendars of a folder, by path."""
    patterns = ("??/feed*.atom", "??/feed*.rss", "??/feed*.json", "**/*.ics")
    files = [str(path) for pattern in patterns for path in output.files(pattern)]
    read = subprocess.run(["node", os.environ["READ"]], input=json.dumps(files), capture_output=True, text=True)
    assert read.returncode == 0, read.stderr
    return json.loads(read.stdout)
