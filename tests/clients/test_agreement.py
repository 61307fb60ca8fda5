"""All media agree, at the seconds around every turn of the sample site, on which notices take applications.

Each medium is read by its client: pages, lists, feeds, calendars, structured data, open data, sitemap, job boards.
"""

import csv
import json
import re
import unittest

import feedparser
import icalendar
from lxml import etree

import facts
import pages
from builds import ADDRESS, LANGUAGES, Output, sample
from test_structured import read as structured

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


class Agreement(unittest.TestCase):
    def test_all_media_agree_on_what_is_open(self):
        for now in (facts.NOTHING, *facts.SEASONS, *facts.TURNS):
            expected = {notice.reference for notice in facts.takes_applications(now)}
            dated = {reference for reference in expected if facts.BY_REFERENCE[reference].deadline}
            for language in LANGUAGES:
                for medium, told in media(sample(now), language).items():
                    with self.subTest(now=now, language=language, medium=medium):
                        self.assertEqual(told, dated if medium == "deadlines.ics" else expected)


def media(output: Output, language: str) -> dict[str, set[str]]:
    """The references that each medium says can be applied for."""
    notices = pages.notices(output, language)
    by_url = {page.url: reference for reference, page in notices.items()}
    folder = output.root / language
    home = pages.page(output, f"{ADDRESS}/{language}/")
    listed = {ADDRESS + link for link in home.tree.xpath("//main//a/@href")}
    atom = feedparser.parse((folder / "feed.atom").read_bytes()).entries
    rss = feedparser.parse((folder / "feed.rss").read_bytes()).entries
    items = json.loads((folder / "feed.json").read_text("utf-8"))["items"]
    events = icalendar.Calendar.from_ical((folder / "deadlines.ics").read_bytes()).walk("VEVENT")
    records = json.loads((output.root / "vacancies.json").read_text("utf-8"))["vacancies"]
    with (output.root / "vacancies.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    jobs = etree.parse(folder / "jobs.xml").getroot()
    sitemap = etree.parse(output.root / "sitemap.xml").xpath("//s:loc/text()", namespaces=SITEMAP)
    cancelled = re.compile(r"^(Cancelled|Annulé\u00a0):")
    return {
        "ways to apply": {reference for reference, page in notices.items() if page.takes_applications},
        "list": {by_url[url] for url in listed if url in by_url},
        "feed.atom": {tail(entry.id) for entry in atom if not cancelled.match(entry.title)},
        "feed.rss": {tail(entry.id) for entry in rss if not cancelled.match(entry.title)},
        "feed.json": {item["_diptych"]["reference"] for item in items if item["_diptych"]["state"] != "cancelled"},
        "deadlines.ics": {event["UID"].partition("@")[0] for event in events if event["STATUS"] != "CANCELLED"},
        "JobPosting": {job for reference, page in notices.items() for job in postings(output, page)},
        "vacancies.json": {record["reference"] for record in records if record["state"] != "cancelled"},
        "vacancies.csv": {row["reference"] for row in rows if row["state"] != "cancelled"},
        "jobs.xml": {job.findtext("referencenumber") for job in jobs.iter("job")},
        "sitemap.xml": {by_url[url] for url in sitemap if url in by_url},
    }


def tail(id: str) -> str:
    return id.rpartition("/")[2]


def postings(output: Output, page: pages.Page) -> list[str]:
    return [data["identifier"]["value"] for data in structured(output, page) if data["@type"] == "JobPosting"]


if __name__ == "__main__":
    unittest.main()
