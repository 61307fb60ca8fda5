"""The same site and the same `--now` give the same bytes: in another folder, at another time of the clock, in another
zone and locale, with another number of threads.
"""

import filecmp
import shutil
import tempfile
import time
import unittest
from pathlib import Path

import facts
from builds import REPOSITORY, WORK, run


class SameBytes(unittest.TestCase):
    def test_nothing_depends_on_when_and_where_it_is_built(self):
        work = Path(tempfile.mkdtemp(dir=WORK))
        first, second = work / "first/public", work / "second/elsewhere/output"
        copy = work / "copied/site"
        for part in ("site.yaml", "assets", "content", "i18n", "themes"):
            source = REPOSITORY / part
            copy.mkdir(parents=True, exist_ok=True)
            shutil.copytree(source, copy / part) if source.is_dir() else shutil.copy(source, copy / part)
        self.assertEqual(run(REPOSITORY, first, facts.SUMMER, {"TZ": "Pacific/Kiritimati"}).returncode, 0)
        # The clock must have gone on by more than the second that dates are written in.
        time.sleep(2)
        elsewhere = {"TZ": "America/St_Johns", "LC_ALL": "fr_CA.UTF-8", "RAYON_NUM_THREADS": "1", "HOME": str(work)}
        self.assertEqual(run(copy, second, facts.SUMMER, elsewhere).returncode, 0)
        self.assertEqual(differences(first, second), [])


def differences(first: Path, second: Path) -> list[str]:
    """The files that are not in both folders with the same bytes."""
    files = {path.relative_to(root) for root in (first, second) for path in root.rglob("*") if path.is_file()}
    assert len(files) > 20, f"hardly a site: {files}"
    _, mismatch, errors = filecmp.cmpfiles(first, second, files, shallow=False)
    return sorted(map(str, [*mismatch, *errors]))


if __name__ == "__main__":
    unittest.main()
