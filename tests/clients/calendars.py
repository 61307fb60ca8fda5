"""From a calendar file to the events that two clients see in it, and to the lines that it is written in."""

import re
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

import icalendar

from builds import Output, read_by_node


@dataclass(frozen=True)
class Event:
    """An event as a client sees it. `languages` are the LANGUAGE parameters of its texts."""

    uid: str
    start: datetime
    stamp: datetime
    sequence: int
    status: str
    summary: str
    description: str
    location: str
    url: str
    transparency: str
    languages: frozenset[str]
    alarms: frozenset[str]


TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION")


def read(output: Output, path: Path) -> dict[str, list[Event]]:
    """The events by client."""
    return {"icalendar": by_icalendar(path), "ical.js": by_ical_js(path, read_by_node(output)[str(path)])}


def name(path: Path) -> tuple[str, str]:
    """What a calendar calls itself, and in which language."""
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert str(calendar["X-WR-CALNAME"]) == str(calendar["NAME"]), f"{path} has two names"
    return str(calendar["NAME"]), calendar["NAME"].params["LANGUAGE"]


def by_icalendar(path: Path) -> list[Event]:
    calendar = icalendar.Calendar.from_ical(path.read_bytes())
    assert not calendar.errors, f"{path}: {calendar.errors}"
    required(path, calendar.keys())
    events = []
    for event in calendar.walk("VEVENT"):
        assert not event.errors, f"{path}: {event.errors}"
        required_of_event(path, event.keys())
        assert event["DTSTART"].params.get("TZID") is None, f"{path}: a TZID obliges to a VTIMEZONE"
        alarms = [alarm for alarm in event.walk("VALARM")]
        for alarm in alarms:
            assert alarm["ACTION"] == "DISPLAY" and alarm["DESCRIPTION"], f"{path}: an alarm that shows nothing"
        events.append(
            Event(
                str(event["UID"]),
                event.decoded("DTSTART"),
                event.decoded("DTSTAMP"),
                int(event["SEQUENCE"]),
                str(event["STATUS"]),
                str(event["SUMMARY"]),
                str(event["DESCRIPTION"]),
                str(event["LOCATION"]),
                str(event["URL"]),
                str(event["TRANSP"]),
                frozenset(event[name].params["LANGUAGE"] for name in TEXTS),
                frozenset(alarm["TRIGGER"].to_ical().decode() for alarm in alarms),
            )
        )
    return events


def by_ical_js(path: Path, jcal: list) -> list[Event]:
    """The same from jCal (RFC 7265), the form in which ical.js gives a calendar."""
    name, properties, components = jcal
    assert name == "vcalendar", f"{path} is a {name}"
    required(path, [property[0].upper() for property in properties])
    events = []
    for name, properties, alarms in components:
        if name != "vevent":
            continue
        required_of_event(path, [property[0].upper() for property in properties])
        value = {property[0]: property[3] for property in properties}
        parameters = {property[0]: property[1] for property in properties}
        triggers = [property[3] for alarm in alarms for property in alarm[1] if property[0] == "trigger"]
        events.append(
            Event(
                value["uid"],
                utc(value["dtstart"]),
                utc(value["dtstamp"]),
                int(value["sequence"]),
                value["status"],
                value["summary"],
                value["description"],
                value["location"],
                value["url"],
                value["transp"],
                frozenset(parameters[text.lower()]["language"] for text in TEXTS),
                frozenset(triggers),
            )
        )
    return events


def required(path: Path, names) -> None:
    """What a calendar must say (RFC 5545, 3.6)."""
    for name in ("VERSION", "PRODID"):
        assert list(names).count(name) == 1, f"{path} has no {name}, or several"
    assert "METHOD" not in names, f"{path} would ask for an answer"


def required_of_event(path: Path, names) -> None:
    for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"):
        assert list(names).count(name) == 1, f"{path}: an event has no {name}, or several"
    assert not {"ATTENDEE", "ORGANIZER", "ATTACH"} & set(names), f"{path}: nobody is invited"


def utc(text: str) -> datetime:
    assert text.endswith("Z"), f"{text} is not in UTC"
    return datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ").replace(tzinfo=timezone.utc)


def well_written(path: Path) -> None:
    """Each line ends in CR LF and has at most 75 octets without it, and none is broken within a character (3.1)."""
    text = path.read_bytes()
    assert text.endswith(b"\r\n"), f"{path} does not end its last line"
    assert not re.search(rb"(?<!\r)\n|\r(?!\n)", text), f"{path} has a line that does not end in CR LF"
    for number, line in enumerate(text.split(b"\r\n"), 1):
        assert len(line) <= 75, f"{path}:{number} has {len(line)} octets"
        line.decode("utf-8")
        assert not re.search(rb"[\x00-\x08\x0b-\x1f\x7f]", line), f"{path}:{number} holds a control character"
