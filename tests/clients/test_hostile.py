"""A site of hostile titles, summaries and titles of posts, read back by every client (hostile.py says what they hold).

Checked: each client reads the very text that the page's h1 shows; no page, feed or calendar has an element, a line or a
cell more than a site of tame titles would have; pages are read by an HTML5 parser as browsers read them.
"""

import json
import unittest
from datetime import datetime

import html5lib
import lxml.html

import calendars
import data
import feeds
import hostile
import pages
from builds import LANGUAGES, Output, build
from test_feeds import of
from test_sitemap import strictly
from test_structured import read as structured


class Hostile(unittest.TestCase):
    output: Output

    @classmethod
    def setUpClass(cls):
        cls.output = build(hostile.write(), hostile.NOW)

    def each(self, check):
        """Checks each language, with its pages by reference."""
        for language in LANGUAGES:
            with self.subTest(language=language):
                found = pages.notices(self.output, language)
                self.assertEqual(list(found), [hostile.reference(number) for number in range(len(hostile.TITLES))])
                check(language, found)

    def test_the_pages_show_what_was_typed(self):
        self.each(self.typed)

    def typed(self, language: str, found: dict[str, pages.Page]):
        # Typography changes quotation marks and blanks, and nothing else.
        signs = str.maketrans({sign: None for sign in " \t\u00a0\u202f\"'“”‘’«»"})
        titles = hostile.TITLES if language == "en" else [*hostile.TITLES[1:], hostile.TITLES[0]]
        for number, title in enumerate(titles):
            shown = found[hostile.reference(number)].title
            self.assertEqual(shown.translate(signs), title.translate(signs))

    def test_pages_have_no_element_from_a_title(self):
        self.each(self.elements)

    def elements(self, language: str, found: dict[str, pages.Page]):
        tame = None
        for reference, page in found.items():
            text = self.output.path(page.url).read_text("utf-8")
            tree = html5lib.HTMLParser(strict=False, namespaceHTMLElements=False).parse(text)
            for script in tree.iter("script"):
                is_data = script.get("type") == "application/ld+json"
                self.assertTrue(is_data or script.get("src") and not script.text, reference)
            names = [element.tag for element in tree.iter() if isinstance(element.tag, str) and element.tag != "wbr"]
            attributes = {name for element in tree.iter() for name in element.attrib}
            self.assertFalse([name for name in attributes if name.startswith("on")], reference)
            tame = tame or names
            self.assertEqual(names, tame, f"{reference} has other elements than the first page")
            # A browser reads the same title as lxml.
            (heading,) = tree.iter("h1")
            title = heading.text + "".join(place.tail for place in heading.iter("wbr"))
            self.assertEqual(title, page.title + " ")

    def test_the_head_of_pages(self):
        self.each(self.head)

    def head(self, language: str, found: dict[str, pages.Page]):
        for reference, page in found.items():
            with self.subTest(reference=reference):
                self.assertTrue(page.one("//head/title/text()").startswith(f"{page.title} ({reference})"))
                self.assertIn(page.title, page.one("//meta[@property='og:title']/@content"))
                self.assertIn(page.title, page.one("//meta[@name='twitter:title']/@content"))
                summary = page.one("//meta[@name='description']/@content")
                self.assertEqual(summary, page.title, "the summary has the words of the title")
                self.assertEqual(page.one("//meta[@property='og:description']/@content"), summary)

    def test_feeds(self):
        self.each(self.feed)

    def feed(self, language: str, found: dict[str, pages.Page]):
        for feed in feeds.read(self.output, "feed", language):
            self.assertEqual(sorted(of(entry) for entry in feed.entries), list(found), feed.path)
            for entry in feed.entries:
                page = found[of(entry)]
                with self.subTest(client=feed.client, file=feed.path.name, reference=of(entry)):
                    self.assertEqual(entry.title, page.title)
                    self.assertEqual(entry.summary, page.title, "the summary has the words of the title")
                    self.assertEqual(entry.link, page.url)
                    told = pages.blocks([lxml.html.fragment_fromstring(entry.content, create_parent="div")])
                    start = told.index(page.blocks[0])
                    self.assertEqual(told[start : start + len(page.blocks)], page.blocks)

    def test_json_feed(self):
        self.each(self.json_feed)

    def json_feed(self, language: str, found: dict[str, pages.Page]):
        for item in json.loads((self.output.root / language / "feed.json").read_bytes())["items"]:
            page = found[item["_diptych"]["reference"]]
            self.assertEqual((item["title"], item["summary"]), (page.title, page.title))

    def test_calendars(self):
        self.each(self.calendar)

    def calendar(self, language: str, found: dict[str, pages.Page]):
        whole = self.output.root / language / "deadlines.ics"
        own = [self.output.path(page.url).parent / f"{reference}.ics" for reference, page in found.items()]
        for path in [whole, *own]:
            calendars.well_written(path)
            for client, events in calendars.read(self.output, path).items():
                with self.subTest(client=client, file=path.name):
                    self.assertEqual(len(events), len(found) if path == whole else 1)
                    for event in events:
                        page = found[event.uid.partition("@")[0]]
                        self.assertIn(page.title, event.summary)
                        self.assertEqual(event.start, datetime.fromisoformat(hostile.DEADLINE))
                        self.assertEqual(event.url, page.url)

    def test_structured_data(self):
        self.each(self.structured)

    def structured(self, language: str, found: dict[str, pages.Page]):
        for reference, page in found.items():
            with self.subTest(reference=reference):
                data = {data["@type"]: data for data in structured(self.output, page)}
                self.assertEqual(data["JobPosting"]["title"], page.title)
                self.assertEqual(data["JobPosting"]["validThrough"], hostile.DEADLINE)
                self.assertEqual(data["BreadcrumbList"]["itemListElement"][-1]["name"], page.title)

    def test_lists(self):
        self.each(self.list)

    def list(self, language: str, found: dict[str, pages.Page]):
        home = pages.page(self.output, f"https://careers.example.org/{language}/")
        links = {link.get("href"): link.text_content() for link in home.tree.xpath("//main//a")}
        for page in found.values():
            address = "/" + page.url.partition("example.org/")[2]
            self.assertIn(page.title, links[address])

    def test_files_for_programs(self):
        for pattern in ("**/*.xml", "**/*.atom", "**/*.rss"):
            for path in self.output.files(pattern):
                strictly(path)
        self.each(self.boards)

    def boards(self, language: str, found: dict[str, pages.Page]):
        jobs = strictly(self.output.root / language / "jobs.xml")
        titles = {job.findtext("referencenumber"): job.findtext("title") for job in jobs.iter("job")}
        self.assertEqual(titles, {reference: page.title for reference, page in found.items()})

    def test_open_data(self):
        told = data.records(self.output)
        self.assertEqual(data.faults(self.output, told), [])
        titles = {record["reference"]: record["title"] for record in told["vacancies"]}
        for language in LANGUAGES:
            for reference, page in pages.notices(self.output, language).items():
                self.assertEqual(titles[reference][language], page.title)

    def test_no_cell_is_a_formula(self):
        columns, *rows = data.table(self.output)
        records = data.records(self.output)["vacancies"]
        self.assertEqual(len(rows), len(records))
        for cells, record in zip(rows, records, strict=True):
            row = {column: cell for column, cell in zip(columns, cells, strict=True) if cell}
            told = {column: text for column, text in data.flat(record).items() if text}
            self.assertEqual(set(row), set(told))
            for column, text in told.items():
                with self.subTest(reference=record["reference"], column=column):
                    self.assertNotRegex(row[column], rf"^{data.FORMULA.pattern}")
                    # But for the apostrophes before what could begin one, the cell has the same words.
                    self.assertEqual(data.GUARD.sub("", row[column]), data.GUARD.sub("", text))
        # Spreadsheets of many countries divide rows at semicolons.
        for row in data.table(self.output, delimiter=";"):
            for cell in row:
                self.assertNotRegex(cell, rf"^{data.FORMULA.pattern}")


if __name__ == "__main__":
    unittest.main()
