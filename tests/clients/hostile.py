"""Writes a site whose titles, summaries and titles of posts try to break out of every format that they are put into.

All of them are words that someone could type. What no text may hold (controls, marks of direction) is refused when it
is read; tests/cases shows that. The zone lies west of Greenwich and half an hour off, so that offsets are told apart.
"""

import json
import shutil
import tempfile
from pathlib import Path

from builds import REPOSITORY, WORK

NOW = "2026-03-20T12:00:00-02:30"
DEADLINE = "2026-11-02T23:59:00-03:30"

TITLES = [
    "</script><script>alert(1)</script>",
    "<!--<script>alert(2)</script>-->",
    "</title></h1></head><svg onload=alert(3)>",
    "]]> out of <![CDATA[ and ]]]]><![CDATA[> again",
    "&amp; & < > \" ' &lt;b&gt; &#65; &nbsp; &undefined;",
    "<b>bold</b> & <i>not</i>",
    "“double” ‘single’ «guillemets» ‹small› „low‚ \"straight\" 'typed' `grave´ ′ ″",
    "Family 👩🏽‍💻 👨‍👩‍👧‍👦 of the 🏳️‍🌈 flag 🇧🇪 and 🦊 ZWJ",
    ("Élève à l’œuvre, forêt brûlée, où ça : naïveté " * 7)[:300],
    "é" * 300,
    "\U0001f98a" * 75,
    "e\u0301 decomposed, é composed, ﬁ ligature, ２ wide",
    "=HYPERLINK(\"https://example.org/?\"&A1,\"click\")",
    "+1+1",
    "-1-1",
    "@SUM(A1:A9)",
    "＝ＨＹＰＥＲ",
    "'=1+1",
    "semi;colon, comma, back\\slash, \\n, \\N, \\;, \\\\, \"quoted\"",
    "ends with a backslash\\",
    "line\u2028separator and paragraph\u2029separator",
    "100 % of %0D%0A %s %n %25 %",
    "{{ x }} {% x %} {# x #} ${x} <%= x %> #{x}",
    "{ x } { $title } { -term } \\u0041 \\x41 U+0041",
    "X-A:1 BEGIN:VEVENT ATTENDEE;CN=x:mailto:x@example.org",
    "javascript:alert(4) //example.org/ mailto:a@example.org",
    "مدير المشروع (Project Manager) שלום",
    "Директор και Διευθυντής 局長",
    "  many   blanks\tand a tab  ",
    "null",
    "0x10",
    "😀",
    "\"",
    "a" * 300,
]

BODY = {
    "en": """
## Summary

Reads <https://example.org/?a=1&b=2> and `</script><script>alert(5)</script>` and \\]\\]> and &lt;b&gt;.

## Qualifications and experience

### Essential qualifications

- `<!--<script>` and `]]>`

### Desirable qualifications

- “quotes” & 'apostrophes'

## Main accountabilities

One; two, three \\\\ four.

## Competencies

None, =1+1.
""",
    "fr": """
## Résumé

Lit <https://example.org/?a=1&b=2> et `</script><script>alert(5)</script>` et \\]\\]> et &lt;b&gt;.

## Qualifications et expérience

### Acquis essentiels

- `<!--<script>` et `]]>`

### Acquis souhaitables

- « guillemets » & 'apostrophes'

## Responsabilités principales

Un ; deux, trois \\\\ quatre.

## Compétences

Aucune, =1+1.
""",
}

FACTS = """published: 2026-01-05
deadline: 2026-11-02
organisation: jla
location: mons
schedule: full-time
grade: G10
clearance: NS
salary: { amount: 1234.50, currency: EUR, per: month }
contract: standard
languages: { one: V, other: III }
posts:
  - { number: A1, openings: 1 }
"""


def reference(number: int) -> str:
    return f"26{number:04}"


def write() -> Path:
    """The folder of the site."""
    site = Path(tempfile.mkdtemp(dir=WORK)) / "site"
    for folder in ("assets", "i18n", "themes", "content/pages"):
        shutil.copytree(REPOSITORY / folder, site / folder)
    settings = (REPOSITORY / "site.yaml").read_text("utf-8")
    here = settings.replace("time-zone: Europe/Brussels", "time-zone: America/St_Johns")
    assert here != settings, "the sample site no longer names its zone"
    # Its titles are hostile, not translated.
    here += "\nparity: { rules: { all: off } }\n"
    (site / "site.yaml").write_text(here, "utf-8")
    vacancies = site / "content/vacancies"
    vacancies.mkdir()
    for number, title in enumerate(TITLES):
        # The French words are those of the next notice: each must come out beside the other language's.
        words = {"en": title, "fr": TITLES[(number + 1) % len(TITLES)]}
        for language, title in words.items():
            # A text of JSON is one of YAML.
            quoted = json.dumps(title, ensure_ascii=False)
            front = f"title: {quoted}\nslug: h{number}\nsummary: {quoted}\npost-titles: [{quoted}]\n"
            facts = FACTS if language == "en" else ""
            text = f"---\n{front}{facts}---\n{BODY[language]}"
            (vacancies / f"{reference(number)}.{language}.md").write_text(text, "utf-8", newline="")
    return site
