"""The facts of the sample site's notices, typed by hand from content/vacancies, and what follows at an instant.

Nothing here comes from the program: the states, the announced notices and the dates of change are worked out again.
"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Brussels")
AUTHORITY = "careers.example.org"
TAG = f"tag:{AUTHORITY},2026:"


def moment(text: str) -> datetime:
    """A date, or a date and time, in the site's zone."""
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


@dataclass(frozen=True)
class Notice:
    """A public notice. Salaries are texts, because they are exact."""

    reference: str
    published: str
    deadline: str | None
    organisation: str
    location: str
    grades: tuple[int, int]
    salary: tuple[str, ...]
    per: str
    openings: int = 1
    extended: tuple[str, str] | None = None
    cancelled: str | None = None
    filled: str | None = None
    employment: tuple[str, ...] = ("FULL_TIME",)
    currency: str = "EUR"

    def known_deadline(self, now: datetime) -> datetime | None:
        """The deadline as people know it: until it is moved, it is the former one."""
        if self.extended and now < moment(self.extended[1]):
            return moment(self.extended[0])
        return moment(self.deadline) if self.deadline else None

    def is_public(self, now: datetime) -> bool:
        return moment(self.published) <= now

    def is_cancelled(self, now: datetime) -> bool:
        return self.cancelled is not None and moment(self.cancelled) <= now

    def is_extended(self, now: datetime) -> bool:
        return self.extended is not None and moment(self.extended[1]) <= now

    def is_open(self, now: datetime) -> bool:
        """Whether people can apply. A deadline holds through its minute."""
        deadline = self.known_deadline(now)
        ended = self.is_cancelled(now) or (self.filled is not None and moment(self.filled) <= now)
        return self.is_public(now) and not ended and (deadline is None or now < deadline + timedelta(minutes=1))

    def is_closing_soon(self, now: datetime) -> bool:
        """Seven days of 24 hours before it closes."""
        deadline = self.known_deadline(now)
        return self.is_open(now) and deadline is not None and now >= deadline + timedelta(minutes=1, days=-7)

    def is_announced(self, now: datetime) -> bool:
        """Whether feeds hold it: it takes applications, or was cancelled less than 30 days ago."""
        lately = self.is_cancelled(now) and now < moment(self.cancelled) + timedelta(days=30)
        return self.is_public(now) and (self.is_open(now) or lately)

    def state(self, now: datetime) -> str:
        """The word for the state of an announced notice."""
        if self.is_cancelled(now):
            return "cancelled"
        return "closing-soon" if self.is_closing_soon(now) else "open"

    def updated(self, now: datetime) -> datetime:
        """When what people should know of it changed last."""
        changes = [self.published, self.extended and self.extended[1], self.cancelled]
        return max(moment(change) for change in changes if change and moment(change) <= now)

    def last_change(self, now: datetime) -> datetime:
        """When the notice changed last, its end included."""
        filled = self.filled is not None and moment(self.filled) <= now
        if filled and not self.is_cancelled(now):
            return max(self.updated(now), moment(self.filled))
        if self.is_open(now) or self.is_cancelled(now):
            return self.updated(now)
        return max(self.updated(now), self.known_deadline(now) + timedelta(minutes=1))


FULL, PART, TEMPORARY = "FULL_TIME", "PART_TIME", "TEMPORARY"
NOTICES = [
    Notice("250301", "2025-03-03", None, "nato-is", "brussels", (8, 10), ("3628.40", "4565.36"), "month"),
    Notice("250540", "2025-02-10", "2025-03-10T23:59", "nato-is", "brussels", (15, 15), ("6348.75",), "month",
           filled="2025-06-02"),
    Notice("250655", "2025-04-09", "2025-05-07T23:59", "nato-is", "brussels", (10, 10), ("4565.36",), "month"),
    Notice("250702", "2025-04-28", "2025-06-30T23:59", "nato-is", "brussels", (12, 12), ("5391.20",), "month",
           cancelled="2025-05-28", employment=(FULL, TEMPORARY)),
    Notice("250760", "2025-05-12", "2025-06-27T23:59", "nato-is", "brussels", (17, 17), ("7804.55",), "month",
           extended=("2025-06-06T23:59", "2025-06-04")),
    Notice("250875", "2025-05-21", "2025-06-18T23:59", "nato-is", "brussels", (22, 22), ("10742.69",), "month", 2),
    Notice("250930", "2025-06-02", "2025-07-11T17:00", "jla", "luxembourg", (15, 15), ("78420.00",), "year"),
    Notice("250990", "2025-06-23", "2025-08-03T23:59", "nato-is", "brussels", (15, 15), ("6348.75",), "month", 2),
    Notice("260412", "2026-04-13", None, "jla", "luxembourg", (10, 10), ("31.85",), "hour",
           employment=(PART, TEMPORARY)),
    Notice("261108", "2026-10-12T09:00", None, "jla", "mons", (17, 17), ("6910.40", "7804.55"), "month", 3),
    Notice("261120", "2026-11-02", "2039-12-31T12:00", "nato-is", "brussels", (15, 17), ("642.00",), "day",
           employment=(PART, TEMPORARY)),
    Notice("490101", "2049-03-01T08:00", "2049-04-12T23:59", "nato-is", "the-hague", (23, 23), ("12480.30",), "month"),
]
BY_REFERENCE = {notice.reference: notice for notice in NOTICES}

# The feeds of site.yaml: the name in each language's address, and which notices they hold.
FEEDS = {
    "all": ({"en": "feed", "fr": "feed"}, lambda notice: True),
    "brussels": ({"en": "feed-brussels", "fr": "feed-bruxelles"}, lambda notice: notice.location == "brussels"),
    "jla": ({"en": "feed-jla", "fr": "feed-acl"}, lambda notice: notice.organisation == "jla"),
    "senior": ({"en": "feed-senior", "fr": "feed-cadres"}, lambda notice: notice.grades[0] >= 15),
}

# Instants that show every state, and the seconds around a deadline, a publication, an extension and two cancellations.
NOTHING = "2025-01-01T09:00:00+01:00"
SPRING = "2025-05-01T09:00:00+02:00"
SUMMER = "2025-06-12T09:00:00+02:00"
JULY = "2025-07-01T09:00:00+02:00"
WINTER = "2027-01-01T09:00:00+01:00"
SEASONS = (SPRING, SUMMER, JULY, WINTER)
TURNS = [
    *("2025-03-10T23:59:59+01:00", "2025-03-11T00:00:00+01:00", "2025-03-30T03:00:00+02:00"),
    *("2025-05-07T23:59:59+02:00", "2025-05-08T00:00:00+02:00", "2025-05-08T00:00:01+02:00"),
    *("2025-05-20T21:59:59Z", "2025-05-20T22:00:00Z", "2025-05-27T23:59:59+02:00", "2025-05-28T00:00:00+02:00"),
    *("2025-06-03T23:59:59+02:00", "2025-06-04T00:00:00+02:00", "2025-06-07T00:00:00+02:00"),
    *("2025-06-26T23:59:59+02:00", "2025-06-27T00:00:00+02:00", "2025-07-11T17:00:59+02:00", "2025-07-11T15:01:00Z"),
    *("2026-10-12T06:59:59Z", "2026-10-12T07:00:00Z", "2039-12-31T12:01:00+01:00", "2049-03-15T12:00:00+01:00"),
]


def announced(now: str) -> list[Notice]:
    """The notices that feeds hold."""
    return [notice for notice in NOTICES if notice.is_announced(datetime.fromisoformat(now))]


def last_change(now: datetime, holds=lambda notice: True) -> datetime | None:
    """When a set of notices changed last."""
    changes = [notice.last_change(now) for notice in NOTICES if notice.is_public(now) and holds(notice)]
    return max(changes, default=None)


def takes_applications(now: str) -> list[Notice]:
    """The notices that people can apply for."""
    return [notice for notice in NOTICES if notice.is_open(datetime.fromisoformat(now))]
