"""sitemap.xml, robots.txt and jobs.xml, read by two strict XML parsers (lxml and the standard library's).

Checked: every address of the sitemap lies in the output, names itself and its twin, and is named back; lastmod comes
from the facts; pages say the same alternates; jobs.xml holds what the pages of open notices say.
"""

import unittest
import xml.etree.ElementTree
from datetime import datetime

import lxml.html
from lxml import etree

import facts
import pages
from builds import ADDRESS, LANGUAGES, Output, sample
from feeds import rfc_822
from test_structured import EMPLOYERS

NAMES = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
JOB_TYPES = {"FULL_TIME": "fulltime", "PART_TIME": "parttime", "TEMPORARY": "temporary"}


def strictly(path):
    """The root of a file in XML, if both parsers take it as it is."""
    xml.etree.ElementTree.parse(path)
    return etree.parse(path, etree.XMLParser(recover=False, resolve_entities=False, no_network=True)).getroot()


class Sitemap(unittest.TestCase):
    def each(self, check):
        """Checks the sitemap at instants that show every state."""
        for now in (facts.NOTHING, *facts.SEASONS):
            with self.subTest(now=now):
                check(sample(now), datetime.fromisoformat(now), strictly(sample(now).root / "sitemap.xml"))

    def test_every_xml_file_is_well_formed(self):
        for now in (facts.NOTHING, *facts.SEASONS):
            output = sample(now)
            for pattern in ("**/*.xml", "**/*.atom", "**/*.rss"):
                found = output.files(pattern)
                self.assertTrue(found, pattern)
                for path in found:
                    strictly(path)

    def test_alternates_are_reciprocal(self):
        self.each(self.alternates)

    def alternates(self, output: Output, now: datetime, root: etree._Element):
        self.assertEqual(root.tag, f"{{{NAMES['s']}}}urlset")
        alternates = {}
        for url in root.findall("s:url", NAMES):
            links = url.findall("x:link[@rel='alternate']", NAMES)
            named = [(link.get("hreflang"), link.get("href")) for link in links]
            self.assertEqual(sorted(dict(named)), ["en", "fr", "x-default"], named)
            self.assertEqual(len(named), 3)
            alternates[url.findtext("s:loc", namespaces=NAMES)] = dict(named)
        self.assertEqual(len(alternates), len(root), "no address stands twice")
        for address, named in alternates.items():
            self.assertIn(address, (named["en"], named["fr"]), "it names itself")
            for language in LANGUAGES:
                self.assertEqual(alternates[named[language]], named, f"{named[language]} names {address}")
            self.assertTrue(output.path(named["x-default"]).is_file(), named["x-default"])
            self.assertEqual(pages.page(output, address).alternates, named, f"{address} says the same")

    def test_it_holds_the_pages_that_may_be_found(self):
        self.each(self.listed)

    def listed(self, output: Output, now: datetime, root: etree._Element):
        listed = set(root.xpath("s:url/s:loc/text()", namespaces=NAMES))
        for path in output.files("*/**/index.html"):
            tree = lxml.html.document_fromstring(path.read_text("utf-8"))
            robots = "".join(tree.xpath("//meta[@name='robots']/@content"))
            self.assertEqual(output.url(path) in listed, "noindex" not in robots, path)
        for language in LANGUAGES:
            for reference, page in pages.notices(output, language).items():
                self.assertEqual(page.url in listed, facts.BY_REFERENCE[reference].is_open(now), page.url)

    def test_dates_come_from_the_facts(self):
        self.each(self.dates)

    def dates(self, output: Output, now: datetime, root: etree._Element):
        dates = {url.findtext("s:loc", namespaces=NAMES): url.findtext("s:lastmod", namespaces=NAMES) for url in root}
        for address, date in dates.items():
            self.assertTrue(date is None or datetime.fromisoformat(date) <= now, f"{address}: {date}")
        for language in LANGUAGES:
            home = dates[f"{ADDRESS}/{language}/"]
            self.assertEqual(home and datetime.fromisoformat(home), facts.last_change(now), "the list")
            for reference, page in pages.notices(output, language).items():
                notice = facts.BY_REFERENCE[reference]
                if notice.is_open(now):
                    self.assertEqual(datetime.fromisoformat(dates[page.url]), notice.updated(now), page.url)

    def test_robots(self):
        self.each(self.robots)

    def robots(self, output: Output, now: datetime, root: etree._Element):
        robots = (output.root / "robots.txt").read_text("utf-8")
        self.assertIn(f"Sitemap: {ADDRESS}/sitemap.xml", robots.splitlines())
        for language in LANGUAGES:
            for reference, page in pages.notices(output, language).items():
                notice = facts.BY_REFERENCE[reference]
                said = page.tree.xpath("//meta[@name='robots']/@content")
                deadline = notice.known_deadline(now)
                if not notice.is_open(now):
                    self.assertEqual(said, ["noindex"], page.url)
                elif deadline is None:
                    self.assertEqual(said, [], page.url)
                else:
                    self.assertEqual(said, [f"unavailable_after: {deadline.isoformat()}"], page.url)


class JobBoards(unittest.TestCase):
    def test_they_get_what_the_pages_of_open_notices_say(self):
        for now in (facts.NOTHING, *facts.SEASONS):
            for language in LANGUAGES:
                with self.subTest(now=now, language=language):
                    root = strictly(sample(now).root / language / "jobs.xml")
                    self.assertEqual(root.tag, "source")
                    self.assertEqual(root.findtext("publisher"), {"en": "NATO", "fr": "OTAN"}[language])
                    jobs = {job.findtext("referencenumber"): job for job in root.iter("job")}
                    open_ones = {notice.reference: notice for notice in facts.takes_applications(now)}
                    self.assertEqual(set(jobs), set(open_ones))
                    for reference, job in jobs.items():
                        page = pages.notices(sample(now), language)[reference]
                        self.job(job, page, open_ones[reference], datetime.fromisoformat(now))

    def job(self, job, page: pages.Page, notice: facts.Notice, now: datetime):
        self.assertEqual(job.findtext("title"), page.title)
        self.assertEqual(job.findtext("url"), page.url)
        self.assertEqual(rfc_822(job.findtext("date")), facts.moment(notice.published))
        self.assertEqual(job.findtext("company"), EMPLOYERS[notice.organisation][page.language])
        self.assertIn(job.findtext("city"), page.fact("location"))
        self.assertRegex(job.findtext("country"), "^(BE|LU|NL)$")
        self.assertEqual(job.findtext("salary"), page.fact("salary"))
        self.assertEqual(job.findtext("jobtype"), ", ".join(JOB_TYPES[word] for word in notice.employment))
        deadline = notice.known_deadline(now)
        self.assertEqual(job.findtext("expirationdate"), deadline and deadline.isoformat())
        told = pages.blocks([lxml.html.fragment_fromstring(job.findtext("description"), create_parent="div")])
        start = told.index(page.blocks[0])
        self.assertEqual(told[start : start + len(page.blocks)], page.blocks)


if __name__ == "__main__":
    unittest.main()
