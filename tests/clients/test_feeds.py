"""feed.atom, feed.rss and feed.json, of all vacancies and of parts of them, read by feedparser and feedsmith.

Checked: the notices that a feed holds and their order; titles, addresses, identifiers, dates, languages, alternates,
categories and content against the pages and the facts; the rules of RFC 4287, RSS 2.0 and JSON Feed 1.1.
"""

import json
import re
import unittest
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import lxml.html
from lxml import etree

import facts
import pages
from builds import ADDRESS, LANGUAGES, Output, sample
from feeds import Entry, Feed, read, rfc_822, rfc_3339

NAMES = {"en": "International Vacancies (sample)", "fr": "Postes internationaux (exemple)"}
LOCALES = {"en": "en-GB", "fr": "fr-FR"}
PUBLISHER = {"en": "NATO", "fr": "OTAN"}
CANCELLED = {"en": "Cancelled: {}", "fr": "Annulé\u00a0: {}"}
STATES = {
    "en": {"open": "Open", "closing-soon": "Closing soon", "cancelled": "Cancelled"},
    "fr": {"open": "Ouvert", "closing-soon": "Clôture prochaine", "cancelled": "Annulé"},
}
EXTENDED = {"en": "Extended", "fr": "Délai prolongé"}
ATOM = {"a": "http://www.w3.org/2005/Atom"}
XML_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


RFC_822 = (
    r"^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d (Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} "
    r"\d\d:\d\d:\d\d ([+-]\d{4}|GMT)$"
)


@dataclass(frozen=True)
class Case:
    """A feed of a language at an instant, and the notices that it must hold."""

    output: Output
    now: datetime
    name: str
    stem: str
    language: str
    notices: list[facts.Notice]

    def path(self, ending: str) -> Path:
        return self.output.root / self.language / f"{self.stem}.{ending}"

    def xml(self, ending: str) -> etree._Element:
        return etree.parse(self.path(ending), etree.XMLParser(recover=False, resolve_entities=False)).getroot()


class Feeds(unittest.TestCase):
    """Each feed of the sample site at instants that show every state."""

    def each(self, check):
        """Checks each feed of each language, with the notices that it must hold, the latest change first."""
        for now in facts.SEASONS:
            instant = datetime.fromisoformat(now)
            for name, (stems, holds) in facts.FEEDS.items():
                notices = [notice for notice in facts.announced(now) if holds(notice)]
                notices.sort(key=lambda notice: (-notice.updated(instant).timestamp(), notice.reference))
                for language in LANGUAGES:
                    with self.subTest(now=now, feed=name, language=language):
                        check(Case(sample(now), instant, name, stems[language], language, notices))

    def test_both_clients_read_what_the_pages_say(self):
        self.each(self.clients)

    def clients(self, case: Case):
        for feed in read(case.output, case.stem, case.language):
            with self.subTest(client=feed.client, file=feed.path.name):
                self.head(feed, case)
                self.assertEqual([notice.reference for notice in case.notices], [of(entry) for entry in feed.entries])
                for entry, notice in zip(feed.entries, case.notices, strict=True):
                    with self.subTest(reference=notice.reference):
                        self.entry(entry, case.output, notice, case.now, case.language)

    def head(self, feed: Feed, case: Case):
        language = case.language
        self.assertEqual(feed.address, f"{ADDRESS}/{language}/{feed.path.name}", "its own address")
        self.assertIn(NAMES[language], feed.title)
        self.assertEqual(feed.home, f"{ADDRESS}/{language}/")
        self.assertEqual(feed.language.lower(), LOCALES[language].lower())
        if feed.author is not None:
            self.assertEqual(feed.author, PUBLISHER[language])
        changed = facts.last_change(case.now, facts.FEEDS[case.name][1])
        if feed.path.suffix == ".atom":
            # The date is obligatory, also where nothing has ever changed.
            self.assertEqual(feed.updated, changed or datetime(1970, 1, 1, tzinfo=timezone.utc))
        elif feed.path.suffix == ".rss":
            self.assertEqual(feed.updated, changed)
        if feed.alternates is not None:
            self.assertEqual(feed.alternates, {code: f"{ADDRESS}/{code}/" for code in LANGUAGES})

    def entry(self, entry: Entry, output: Output, notice: facts.Notice, now: datetime, language: str):
        page = pages.notices(output, language)[notice.reference]
        cancelled = notice.is_cancelled(now)
        self.assertEqual(entry.title, CANCELLED[language].format(page.title) if cancelled else page.title)
        self.assertEqual(entry.link, page.url, "a client must come to the page in the feed's language")
        self.assertEqual(entry.id, f"{facts.TAG}{language}/{notice.reference}")
        self.assertEqual(page.published, facts.moment(notice.published).isoformat())
        if entry.updated is not None:
            self.assertEqual(entry.published, facts.moment(notice.published))
            self.assertEqual(entry.updated, notice.updated(now))
        else:
            # RSS knows one date only. People must see a notice again when it has changed.
            self.assertEqual(entry.published, notice.updated(now))
        if entry.alternates is not None:
            self.assertEqual(entry.alternates, {code: page.alternates[code] for code in LANGUAGES})
        if entry.language is not None:
            self.assertEqual(entry.language, LOCALES[language])
        told = {page.fact(name) for name in ("grade", "location", "organisation")}
        told.add(STATES[language][notice.state(now)])
        if notice.is_extended(now):
            told.add(EXTENDED[language])
        self.assertEqual(set(entry.labels), told)
        self.assertEqual(entry.summary, page.one("//meta[@name='description']/@content"))
        self.content(entry, page, language)

    def content(self, entry: Entry, page: pages.Page, language: str):
        tree = lxml.html.fragment_fromstring(entry.content, create_parent="div")
        told = pages.blocks([tree])
        start = told.index(page.blocks[0])
        self.assertEqual(told[start : start + len(page.blocks)], page.blocks, "all words of the page's sections")
        for row in page.tree.xpath("//section[@class='facts']//div[not(contains(@class, 'employer'))]"):
            value = pages.squashed(row.find("dd").text_content())
            self.assertTrue(any(value in fact for fact in told[:start]), f"{value} is not among {told[:start]}")
        for element, attribute, address, _ in tree.iterlinks():
            self.assertRegex(address, r"^(https?://|mailto:|tel:)", f"{element.tag} {attribute} is not a whole address")
        twin = "fr" if language == "en" else "en"
        links = [link for link in tree.iter("a") if link.get("href") == page.alternates[twin]]
        self.assertTrue(links, f"no link to {page.alternates[twin]}")
        # feedparser takes hreflang away, as clients may.
        self.assertIn(links[-1].get("hreflang"), (twin, None))

    def test_extensions_and_cancellations_are_told(self):
        words = {
            "en": ("6 June 2025", "extended to 27 June 2025", "cancelled on 28 May 2025"),
            "fr": ("6\u00a0juin 2025", "reportée au 27\u00a0juin 2025", "annulé le 28\u00a0mai 2025"),
        }
        output = sample(facts.SUMMER)
        for language in LANGUAGES:
            for feed in read(output, "feed", language):
                with self.subTest(client=feed.client, file=feed.path):
                    former, extended, cancelled = words[language]
                    told = {of(entry): first_words(entry.content) for entry in feed.entries}
                    self.assertIn(former, told["250760"])
                    self.assertIn(extended, told["250760"])
                    self.assertIn(cancelled, told["250702"])
                    self.assertEqual(told["250875"], "", "nothing happened to it")

    def test_rules_of_atom(self):
        self.each(self.atom)

    def atom(self, case: Case):
        feed = case.xml("atom")
        self.assertEqual(feed.tag, f"{{{ATOM['a']}}}feed")
        self.assertEqual(feed.get(XML_LANGUAGE), LOCALES[case.language])
        suffix = "" if case.name == "all" else f"-{case.name}"
        self.assertEqual(feed.findtext("a:id", namespaces=ATOM), f"{facts.TAG}{case.language}/feed{suffix}")
        self.assertEqual(1, len(feed.findall("a:author/a:name", ATOM)))
        ids = feed.xpath("//a:id/text()", namespaces=ATOM)
        self.assertEqual(len(ids), len(set(ids)), "identifiers are unique (RFC 4287, 4.2.6)")
        self.assertTrue(all(id.startswith("tag:") for id in ids), ids)
        for date in feed.xpath("//a:updated/text() | //a:published/text()", namespaces=ATOM):
            rfc_3339(date)
        updates = [rfc_3339(date) for date in feed.xpath("a:entry/a:updated/text()", namespaces=ATOM)]
        own = rfc_3339(feed.findtext("a:updated", namespaces=ATOM))
        self.assertTrue(all(update <= own <= case.now for update in updates), "a feed is as new as its newest entry")
        for entry in feed.findall("a:entry", ATOM):
            links = entry.findall("a:link[@rel='alternate']", ATOM)
            kinds = [(link.get("type"), link.get("hreflang")) for link in links]
            self.assertEqual(len(kinds), len(set(kinds)), "one alternate for a type and a language (4.1.2)")
            for category in entry.findall("a:category", ATOM):
                self.assertTrue(category.get("term"), "a category has a term (4.2.2)")
                self.assertRegex(category.get("scheme", "tag:"), r"^[a-z]+:", "a scheme is an IRI")

    def test_rules_of_rss(self):
        self.each(self.rss)

    def rss(self, case: Case):
        rss = case.xml("rss")
        self.assertEqual((rss.tag, rss.get("version")), ("rss", "2.0"))
        channel = rss.find("channel")
        for member in ("title", "link", "description", "language"):
            self.assertTrue(channel.findtext(member), f"no {member}")
        for guid in channel.iter("guid"):
            self.assertEqual(guid.get("isPermaLink"), "false")
            self.assertTrue(guid.text.startswith("tag:"), guid.text)
        for date in [*channel.iter("pubDate"), *channel.iter("lastBuildDate")]:
            self.assertRegex(date.text, RFC_822)
            self.assertEqual(date.text[:3], rfc_822(date.text).strftime("%a"), "the day of the week")
            self.assertLessEqual(rfc_822(date.text), case.now)

    def test_rules_of_json_feed(self):
        self.each(self.json)

    def json(self, case: Case):
        feed = json.loads(case.path("json").read_text("utf-8"), parse_float=str)
        self.assertEqual(feed["version"], "https://jsonfeed.org/version/1.1")
        for member in ("title", "home_page_url", "feed_url", "language", "authors", "items"):
            self.assertIn(member, feed)
        for item, notice in zip(feed["items"], case.notices, strict=True):
            with self.subTest(reference=notice.reference):
                self.assertIsInstance(item["id"], str)
                self.assertTrue(item["content_html"])
                self.assertNotIn("author", item, "1.1 has authors")
                members = {key for found in (feed, item) for key in found if key.startswith("_")}
                self.assertFalse([key for key in members if "." in key], "an extension has no dot in its name")
                self.extension(item["_diptych"], case.output, notice, case.now, case.language)

    def extension(self, told: dict, output: Output, notice: facts.Notice, now: datetime, language: str):
        page = pages.notices(output, language)[notice.reference]
        self.assertEqual(told["reference"], notice.reference)
        self.assertEqual(told["state"], notice.state(now))
        self.assertEqual(told["deadline"], page.deadline or "ongoing")
        self.assertEqual(told["grade"], grades(notice))
        twin = "fr" if language == "en" else "en"
        self.assertEqual(told["alternate"], {"url": page.alternates[twin], "language": LOCALES[twin]})
        self.assertEqual((told["location"], told["organisation"]), (notice.location, notice.organisation))
        self.assertEqual(told["openings"], notice.openings)
        former = facts.moment(notice.extended[0]).isoformat() if notice.is_extended(now) else None
        self.assertEqual(told["extended_from"], former)
        cancelled = facts.moment(notice.cancelled).isoformat() if notice.is_cancelled(now) else None
        self.assertEqual(told["cancelled"], cancelled)
        first, last = notice.salary[0], notice.salary[-1]
        salary = {"from": first, "to": None if first == last else last, "currency": notice.currency, "per": notice.per}
        self.assertEqual(told["salary"], salary, "amounts are texts, digit by digit as they were written")

    def test_a_site_without_notices_has_empty_feeds(self):
        output = sample(facts.NOTHING)
        for language in LANGUAGES:
            for feed in read(output, "feed", language):
                with self.subTest(client=feed.client, file=feed.path):
                    self.assertEqual(feed.entries, [])
                    self.assertTrue(feed.updated is None or feed.updated <= datetime.fromisoformat(facts.NOTHING))


def of(entry: Entry) -> str:
    """The reference at the end of an identifier."""
    return re.sub(r"^.*/", "", entry.id)


def first_words(html: str) -> str:
    """What stands before the facts."""
    return html.partition("<ul")[0].strip()


def grades(notice: facts.Notice) -> str:
    low, high = notice.grades
    return f"G{low}" if low == high else f"G{low}-G{high}"


if __name__ == "__main__":
    unittest.main()
