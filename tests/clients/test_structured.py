"""The structured data of pages, read by extruct: JobPosting, Organization, BreadcrumbList.

Checked: JobPosting satisfies what Google documents (job-posting.schema.json, written by hand); every value of it can be
seen on its page, codes through the tables below; money is exact; it is gone from pages that take no applications.
"""

import json
import re
import unittest
from datetime import datetime
from decimal import Decimal
from pathlib import Path

import extruct
import lxml.html
from jsonschema import Draft202012Validator, FormatChecker

import facts
import pages
from builds import ADDRESS, LANGUAGES, Output, sample
from pages import Page, squashed

SCHEMA = json.loads(Path(__file__).with_name("job-posting.schema.json").read_text("utf-8"))
GOOGLE = Draft202012Validator(SCHEMA, format_checker=FormatChecker())

# Which words of the page stand for a code of the markup.
WORDS = {
    "en": {
        **{"BE": "Belgium", "LU": "Luxembourg", "NL": "Netherlands", "EUR": "EUR"},
        **{"HOUR": "hourly", "DAY": "daily", "MONTH": "monthly", "YEAR": "yearly"},
        **{"FULL_TIME": "Full-time", "PART_TIME": "Part-time", "TEMPORARY": "Temporary"},
    },
    "fr": {
        **{"BE": "Belgique", "LU": "Luxembourg", "NL": "Pays-Bas", "EUR": "EUR"},
        **{"HOUR": "par heure", "DAY": "par jour", "MONTH": "par mois", "YEAR": "par an"},
        **{"FULL_TIME": "Temps plein", "PART_TIME": "Temps partiel", "TEMPORARY": "Temporaire"},
    },
}
EMPLOYERS = {
    "nato-is": {"en": "NATO", "fr": "OTAN"},
    "jla": {"en": "Joint Logistics Agency", "fr": "Agence conjointe de logistique"},
}
# Where a notice says what its only post is called, that is the job's title, without “(2 posts)” and the like.
JOBS = {"250990": {"en": "Translator, French Section", "fr": "Traductrice/traducteur, Section française"}}
SITES = {
    "https://www.nato.int/",
    *(f"https://logistics-agency.example.org/{language}/" for language in LANGUAGES),
}
LOCALITIES = {
    "brussels": ("BE", {"en": "Brussels", "fr": "Bruxelles"}),
    "mons": ("BE", {"en": "Mons", "fr": "Mons"}),
    "luxembourg": ("LU", {"en": "Luxembourg", "fr": "Luxembourg"}),
    "the-hague": ("NL", {"en": "The Hague", "fr": "La Haye"}),
}


class Structured(unittest.TestCase):
    def each(self, check):
        """Checks each page of a notice at instants that show every state, with its structured data and its facts."""
        for now in facts.SEASONS:
            for language in LANGUAGES:
                for reference, page in pages.notices(sample(now), language).items():
                    with self.subTest(now=now, language=language, reference=reference):
                        found = read(sample(now), page)
                        check(page, found, facts.BY_REFERENCE[reference], datetime.fromisoformat(now))

    def each_job(self, check):
        """The same with the JobPosting of each notice that has one."""

        def check_jobs(page: Page, found: list[dict], notice: facts.Notice, now: datetime):
            for job in (data for data in found if data["@type"] == "JobPosting"):
                check(page, job, notice, now)

        self.each(check_jobs)

    def test_open_notices_have_one_and_others_none(self):
        self.each(self.one_or_none)

    def one_or_none(self, page: Page, found: list[dict], notice: facts.Notice, now: datetime):
        count = [data["@type"] for data in found].count("JobPosting")
        self.assertEqual(count, int(notice.is_open(now)), page.url)
        self.assertEqual(page.takes_applications, notice.is_open(now), page.url)

    def test_no_other_page_has_one(self):
        for path in sample(facts.SUMMER).files("**/*.html"):
            tree = lxml.html.document_fromstring(path.read_text("utf-8"))
            if not tree.xpath("//article[contains(@class, 'notice')]"):
                types = [data["@type"] for data in extract(path.read_text("utf-8"), ADDRESS)]
                self.assertNotIn("JobPosting", types, path)

    def test_it_holds_what_google_asks_for(self):
        self.each_job(self.google)

    def google(self, page: Page, job: dict, notice: facts.Notice, now: datetime):
        faults = [f"{fault.json_path}: {fault.message}" for fault in GOOGLE.iter_errors(job)]
        self.assertEqual(faults, [], page.url)
        deadline = notice.known_deadline(now)
        self.assertEqual(job.get("validThrough"), deadline and deadline.isoformat())
        self.assertEqual(job["datePosted"], notice.published[:10])
        self.assertEqual(job["title"], JOBS.get(notice.reference, {}).get(page.language, page.title))
        self.assertNotEqual(job["description"], job["title"])
        self.assertEqual(job["url"], page.url)
        self.assertEqual(job["identifier"]["value"], notice.reference)
        self.assertEqual(job.get("totalJobOpenings", 1), notice.openings)
        self.assertEqual(tuple(job["employmentType"]), notice.employment)
        self.assertEqual(job["hiringOrganization"]["name"], EMPLOYERS[notice.organisation][page.language])
        self.assertEqual("employmentUnit" in job, notice.organisation == "nato-is", "the part of the whole")
        country, localities = LOCALITIES[notice.location]
        address = job["jobLocation"]["address"]
        self.assertEqual((address["addressCountry"], address["addressLocality"]), (country, localities[page.language]))
        self.assertIn("securityClearanceRequirement", job)
        self.assertIn("eligibilityToWorkRequirement", job)

    def test_money_is_exact(self):
        self.each_job(self.money)

    def money(self, page: Page, job: dict, notice: facts.Notice, now: datetime):
        # The text itself, so that no client's floating point comes between.
        written = next(text for text in texts(page) if '"JobPosting"' in text)
        amounts = re.findall(r'"(?:value|minValue|maxValue)"\s*:\s*(-?[0-9][^,}\s]*)', written)
        self.assertEqual(tuple(amounts), notice.salary, page.url)

    def test_every_value_is_seen_on_the_page(self):
        self.each_job(self.values)

    def values(self, page: Page, job: dict, notice: facts.Notice, now: datetime):
        moments = set(page.tree.xpath("//main//time/@datetime"))
        seen = squashed(page.tree.xpath("//main")[0].text_content())
        for path, value in leaves(job):
            with self.subTest(path=path):
                self.seen(page, path, value, seen, moments)

    def seen(self, page: Page, path: str, value, seen: str, moments: set[str]):
        name = path.rpartition(".")[2]
        if name in ("@context", "@type", "directApply"):
            return
        if name in ("datePosted", "validThrough"):
            self.assertTrue(any(moment.startswith(value) for moment in moments), f"{value} is none of {moments}")
        elif name == "url":
            self.assertEqual(value, page.url)
        elif name == "sameAs":
            self.assertIn(value, SITES, "an address stands for its organisation, whose name is seen")
        elif name in ("description", "qualifications", "responsibilities"):
            tree = lxml.html.fragment_fromstring(value, create_parent="div")
            for words in filter(None, map(squashed, tree.itertext())):
                self.assertIn(words, seen)
        elif isinstance(value, str):
            self.assertIn(WORDS[page.language].get(value, value), seen)
        elif isinstance(value, int) and name == "totalJobOpenings":
            self.assertTrue(value == 1 or page.fact("openings") == str(value), f"{value} openings")
        else:
            self.assertIn(amount(Decimal(str(value)), page.language), page.fact("salary"))

    def test_the_schema_can_be_broken(self):
        page = pages.notices(sample(facts.SUMMER), "en")["250875"]
        job = next(data for data in read(sample(facts.SUMMER), page) if data["@type"] == "JobPosting")
        self.assertTrue(GOOGLE.is_valid(job))
        for broken in (
            {**job, "inLanguage": "en"},
            {**job, "validThrough": "2025-05-07"},
            {**job, "validThrough": "2025-13-07T23:59:00+02:00"},
            {**job, "employmentType": "full-time"},
            {key: value for key, value in job.items() if key != "hiringOrganization"},
        ):
            self.assertFalse(GOOGLE.is_valid(broken))

    def test_notices_say_where_they_stand(self):
        self.each(self.trail)

    def trail(self, page: Page, found: list[dict], notice: facts.Notice, now: datetime):
        trails = [data for data in found if data["@type"] == "BreadcrumbList"]
        self.assertEqual(len(trails), 1, page.url)
        steps = trails[0]["itemListElement"]
        self.assertEqual([step["position"] for step in steps], list(range(1, len(steps) + 1)))
        self.assertGreaterEqual(len(steps), 2)
        shown = squashed(page.tree.xpath("//nav[contains(@class, 'breadcrumb')]")[0].text_content())
        for step in steps[:-1]:
            self.assertIn(step["name"], shown, page.url)
            self.assertTrue(step["item"].startswith(f"{ADDRESS}/{page.language}/"), step)
        self.assertEqual(steps[-1]["name"], page.title)
        self.assertEqual(steps[-1].get("item", page.url), page.url)

    def test_the_home_pages_say_who_publishes(self):
        for language, name in {"en": "NATO", "fr": "OTAN"}.items():
            page = pages.page(sample(facts.SUMMER), f"{ADDRESS}/{language}/")
            found = [data for data in read(sample(facts.SUMMER), page) if data["@type"] == "Organization"]
            self.assertEqual([data["name"] for data in found], [name])
            self.assertIn(name, page.text, "it is seen on the page")
            self.assertEqual((found[0]["url"], found[0]["sameAs"]), (page.url, "https://www.nato.int/"))


def extract(html: str, url: str) -> list[dict]:
    return extruct.extract(html, base_url=url, syntaxes=["json-ld"], errors="strict")["json-ld"]


def read(output: Output, page: Page) -> list[dict]:
    """The structured data of a page, as a client finds it."""
    return extract(output.path(page.url).read_text("utf-8"), page.url)


def texts(page: Page) -> list[str]:
    return page.tree.xpath("//script[@type='application/ld+json']/text()")


def leaves(value, path: str = ""):
    """All values that are no objects or lists, with the way to them."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{path}.{key}" if path else key)
    elif isinstance(value, list):
        for inner in value:
            yield from leaves(inner, path)
    else:
        yield path, value


def amount(value: Decimal, language: str) -> str:
    """An amount with its two decimals as the language writes it."""
    english = f"{value:,.2f}"
    return english if language == "en" else english.replace(",", "\u202f").replace(".", ",")


if __name__ == "__main__":
    unittest.main()
