"""The ways to follow the site, as its pages offer them: each leads to a file, and no file goes unoffered."""

import unittest
from urllib.parse import urldefrag, urljoin

import facts
import pages
from builds import ADDRESS, LANGUAGES, Output, sample

TYPES = {
    "application/atom+xml": ".atom",
    "application/rss+xml": ".rss",
    "application/feed+json": ".json",
    "text/calendar": ".ics",
    "text/csv": ".csv",
    "application/json": ".json",
    "application/schema+json": ".schema.json",
    "application/xml": ".xml",
}
FOLLOW = {"en": f"{ADDRESS}/en/follow/", "fr": f"{ADDRESS}/fr/suivre/"}


class Follow(unittest.TestCase):
    def test_the_page_offers_every_file_and_no_other(self):
        for now in (facts.NOTHING, facts.SUMMER):
            for language in LANGUAGES:
                with self.subTest(now=now, language=language):
                    output = sample(now)
                    page = pages.page(output, FOLLOW[language])
                    offered = {}
                    for link in page.tree.xpath("//main//a[@type]"):
                        offered[output.path(urljoin(page.url, link.get("href")))] = link.get("type")
                    for path, kind in offered.items():
                        self.assertTrue(path.is_file(), f"{path} is offered and not there")
                        self.assertTrue(path.name.endswith(TYPES[kind]), f"{path.name} is offered as {kind}")
                    self.assertEqual(set(offered), set(files(output, language)))

    def test_a_calendar_can_be_subscribed_to(self):
        for language in LANGUAGES:
            page = pages.page(sample(facts.SUMMER), FOLLOW[language])
            address = f"careers.example.org/{language}/deadlines.ics"
            self.assertIn(f"webcal://{address}", page.tree.xpath("//main//a/@href"))
            self.assertIn(f"https://{address}", page.text, "the address in full, to be copied")

    def test_every_page_names_the_feeds_of_its_language(self):
        output = sample(facts.SUMMER)
        for language in LANGUAGES:
            for path in output.files(f"{language}/**/index.html"):
                page = pages.page(output, output.url(path))
                feeds = page.tree.xpath("//head/link[@rel='alternate'][@type]")
                named = {link.get("type"): link.get("href") for link in feeds}
                expected = {kind: f"{ADDRESS}/{language}/feed{TYPES[kind]}" for kind in list(TYPES)[:3]}
                expected["text/calendar"] = f"{ADDRESS}/{language}/deadlines.ics"
                self.assertEqual(named, expected, path)
                self.assertTrue(all(link.get("title") for link in feeds), path)

    def test_no_page_leads_to_what_is_not_there(self):
        output = sample(facts.SUMMER)
        for language in LANGUAGES:
            for path in output.files(f"{language}/**/index.html"):
                page = pages.page(output, output.url(path))
                for address in page.tree.xpath("//@href | //@src"):
                    whole, _ = urldefrag(urljoin(page.url, address))
                    if whole.startswith(f"{ADDRESS}/"):
                        self.assertTrue(output.path(whole).is_file(), f"{page.url} leads to {whole}")


def files(output: Output, language: str) -> list:
    """What there is to follow in a language, beside the calendar of each notice."""
    own = [output.files(f"{language}/{name}") for name in ("feed*.*", "deadlines.ics", "*.xml")]
    return [path for found in (*own, output.files("vacancies.*")) for path in found]


if __name__ == "__main__":
    unittest.main()
