"""vacancies.json, vacancies.csv and vacancies.schema.json, read by jsonschema (with formats) and Python's csv module.

Checked: the records are valid under the published schema, and the schema refuses what is not in it; they say what the
pages and the facts say; the table agrees with the records cell by cell.
"""

import copy
import unittest
from datetime import datetime

import data
import facts
import pages
from builds import ADDRESS, LANGUAGES, sample

TOWNS = {"brussels": "BE", "mons": "BE", "luxembourg": "LU", "the-hague": "NL"}


class OpenData(unittest.TestCase):
    def test_the_records_are_valid(self):
        for now in (facts.NOTHING, *facts.SEASONS):
            with self.subTest(now=now):
                told = data.records(sample(now))
                self.assertEqual(told["$schema"], f"{ADDRESS}/vacancies.schema.json")
                self.assertEqual(data.faults(sample(now), told), [])

    def test_the_schema_can_be_broken(self):
        output = sample(facts.SUMMER)
        told = data.records(output)
        # One notice with posts and a salary is enough, and quick.
        told = {**told, "vacancies": [told["vacancies"][0]]}
        self.assertEqual(data.faults(output, told), [])
        for way in data.ways(told):
            if way != ("$schema",):
                self.assertTrue(data.faults(output, data.without(told, way)), f"nothing is said without {way}")
        for changed in data.with_one_more(told):
            self.assertTrue(data.faults(output, changed), "a member too many is refused wherever it stands")
        for change in (
            {"more": 1},
            {"deadline": "2025-05-07"},
            {"published": "2025-02-30T00:00:00+01:00"},
            {"state": "draft"},
            {"reference": 250655},
            {"openings": 0},
            {"url": {"en": "not an address", "fr": "not an address"}},
            {"title": {"en": "A title"}},
            {"salary": {"from": 4565.36, "to": None, "currency": "EUR", "per": "month"}},
        ):
            changed = copy.deepcopy(told)
            changed["vacancies"][0] |= change
            self.assertTrue(data.faults(output, changed), f"nothing is said against {change}")

    def test_records_say_what_the_pages_say(self):
        for now in (facts.NOTHING, *facts.SEASONS):
            with self.subTest(now=now):
                found = data.records(sample(now))["vacancies"]
                expected = {notice.reference: notice for notice in facts.announced(now)}
                self.assertEqual(sorted(record["reference"] for record in found), sorted(expected))
                for record in found:
                    with self.subTest(reference=record["reference"]):
                        self.record(record, expected[record["reference"]], now)

    def record(self, record: dict, notice: facts.Notice, at: str):
        now = datetime.fromisoformat(at)
        for language in LANGUAGES:
            page = pages.notices(sample(at), language)[notice.reference]
            self.assertEqual(record["title"][language], page.title)
            self.assertEqual(record["url"][language], page.url)
            self.assertEqual(record["summary"][language], page.one("//meta[@name='description']/@content"))
            for name in ("organisation", "location", "schedule", "contract", "clearance"):
                self.assertEqual(record[name]["name"][language], page.fact(name), name)
            self.assertIn(record["location"]["locality"][language], page.fact("location"))
        self.assertEqual(record["state"], notice.state(now))
        self.assertEqual(record["published"], iso(notice.published))
        self.assertEqual(record["updated"], notice.updated(now).isoformat())
        deadline = notice.known_deadline(now)
        self.assertEqual(record["deadline"], deadline and deadline.isoformat())
        self.assertEqual(record["ongoing"], deadline is None)
        extended = notice.extended and {"from": iso(notice.extended[0]), "on": iso(notice.extended[1])}
        self.assertEqual(record["extended"], extended if notice.is_extended(now) else None)
        self.assertEqual(record["cancelled"], iso(notice.cancelled) if notice.is_cancelled(now) else None)
        self.assertEqual(record["organisation"]["key"], notice.organisation)
        self.assertEqual(record["location"]["key"], notice.location)
        self.assertEqual(record["location"]["country"], TOWNS[notice.location])
        low, high = notice.grades
        self.assertEqual((record["grade"]["from"], record["grade"]["to"]), (f"G{low}", f"G{high}"))
        first, last = notice.salary[0], notice.salary[-1]
        salary = {"from": first, "to": None if first == last else last, "currency": notice.currency, "per": notice.per}
        self.assertEqual(record["salary"], salary, "amounts are texts, digit by digit as they were written")
        self.assertEqual(record["openings"], notice.openings)

    def test_the_table_agrees_with_the_records(self):
        for now in (facts.NOTHING, *facts.SEASONS):
            with self.subTest(now=now):
                columns, *rows = data.table(sample(now))
                self.assertEqual(len(columns), len(set(columns)))
                records = data.records(sample(now))["vacancies"]
                self.assertEqual(len(rows), len(records))
                for cells, record in zip(rows, records, strict=True):
                    row = dict(zip(columns, cells, strict=True))
                    # What a record does not state has a column for each part, and no record names the parts.
                    told = {column: cell for column, cell in data.flat(record).items() if cell}
                    self.assertEqual({column: cell for column, cell in row.items() if cell}, told)


def iso(text: str) -> str:
    return facts.moment(text).isoformat()


if __name__ == "__main__":
    unittest.main()
