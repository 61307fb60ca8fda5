"""deadlines.ics and the calendar beside each notice, read by icalendar and ical.js, both without tolerance.

Checked: which notices have an event; UID, deadline in UTC, texts and their languages, addresses, alarms, revisions and
cancellations against the pages and the facts; the form of the lines (RFC 5545).
"""

import unittest
from datetime import datetime, timedelta

import calendars
import facts
import pages
from builds import LANGUAGES, Output, sample
from calendars import Event

ALARMS = frozenset({"-P7D", "-P1D"})
NAMES = {
    "en": "Deadlines – International Vacancies (sample)",
    "fr": "Dates limites – Postes internationaux (exemple)",
}
CANCELLED = {"en": "Cancelled:", "fr": "Annulé\u00a0:"}


class Calendars(unittest.TestCase):
    def each(self, check):
        """Checks the output in each language, with the notices that have an event, by reference."""
        for now in facts.SEASONS:
            notices = {notice.reference: notice for notice in facts.announced(now) if notice.deadline}
            for language in LANGUAGES:
                with self.subTest(now=now, language=language):
                    check(sample(now), datetime.fromisoformat(now), language, notices)

    def test_both_clients_read_the_deadlines_that_the_pages_say(self):
        self.each(self.clients)

    def clients(self, output: Output, now: datetime, language: str, notices: dict[str, facts.Notice]):
        path = output.root / language / "deadlines.ics"
        self.assertEqual(calendars.name(path), (NAMES[language], language))
        for client, events in calendars.read(output, path).items():
            with self.subTest(client=client):
                self.assertEqual([uid(reference) for reference in notices], sorted(event.uid for event in events))
                for event in events:
                    reference = event.uid.partition("@")[0]
                    with self.subTest(reference=reference):
                        self.event(event, pages.notices(output, language)[reference], notices[reference], now)

    def event(self, event: Event, page: pages.Page, notice: facts.Notice, now: datetime):
        cancelled = notice.is_cancelled(now)
        deadline = notice.known_deadline(now)
        self.assertEqual(page.deadline, deadline.isoformat())
        self.assertEqual(event.start, deadline)
        self.assertEqual(event.start.utcoffset(), timedelta(0), "in UTC, so that no time zone has to be told")
        self.assertEqual(event.stamp, notice.updated(now), "it comes from the facts, not from the clock")
        self.assertIn(page.title, event.summary)
        self.assertIn(page.reference, event.summary)
        self.assertEqual(event.summary.startswith(CANCELLED[page.language]), cancelled, event.summary)
        self.assertEqual(event.location, page.fact("location"))
        self.assertEqual(event.url, page.url)
        for address in page.alternates.values():
            self.assertIn(address, event.description)
        self.assertEqual(event.languages, {page.language})
        self.assertEqual(event.status, "CANCELLED" if cancelled else "CONFIRMED")
        self.assertEqual(event.sequence, notice.is_extended(now) + cancelled)
        self.assertEqual(event.transparency, "TRANSPARENT", "nobody is busy at a deadline")
        self.assertEqual(event.alarms, frozenset() if cancelled else ALARMS)

    def test_each_notice_has_its_own(self):
        self.each(self.own)

    def own(self, output: Output, now: datetime, language: str, notices: dict[str, facts.Notice]):
        whole = calendars.read(output, output.root / language / "deadlines.ics")
        found = set()
        for reference, page in pages.notices(output, language).items():
            links = set(page.tree.xpath("//a[@type='text/calendar']/@href"))
            path = output.path(page.url).parent / f"{reference}.ics"
            self.assertEqual(path.exists(), reference in notices, path)
            self.assertEqual(bool(links), path.exists(), f"{page.url} offers {links}")
            if not path.exists():
                continue
            found.add(path)
            self.assertEqual(links, {"/" + path.relative_to(output.root).as_posix()})
            for client, events in calendars.read(output, path).items():
                with self.subTest(file=path.name, client=client):
                    self.assertEqual(events, [event for event in whole[client] if event.uid == uid(reference)])
        self.assertEqual(found, set(output.files(f"{language}/*/*/*.ics")), "and there are no others")

    def test_an_event_is_one_in_both_languages(self):
        for now in (facts.SPRING, facts.SUMMER):
            output = sample(now)
            events = [calendars.by_icalendar(output.root / language / "deadlines.ics") for language in LANGUAGES]
            same = [[(event.uid, event.start, event.sequence, event.status) for event in told] for told in events]
            english, french = same
            self.assertEqual(english, french)

    def test_each_line_is_well_written(self):
        for now in (facts.NOTHING, *facts.SEASONS):
            paths = sample(now).files("**/*.ics")
            self.assertTrue(paths)
            for path in paths:
                calendars.well_written(path)

    def test_a_site_without_notices_has_an_empty_calendar(self):
        output = sample(facts.NOTHING)
        for language in LANGUAGES:
            path = output.root / language / "deadlines.ics"
            self.assertEqual(calendars.read(output, path), {"icalendar": [], "ical.js": []})


def uid(reference: str) -> str:
    return f"{reference}@{facts.AUTHORITY}"


if __name__ == "__main__":
    unittest.main()
