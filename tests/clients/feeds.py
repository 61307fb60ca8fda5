"""From feeds in three formats to what two clients make of them, in one form that tests compare with the pages."""

from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime
from pathlib import Path

import feedparser
import lxml.html

from builds import Output, read_by_node


@dataclass(frozen=True)
class Entry:
    """An entry as a client sees it. What a format cannot say is None."""

    id: str
    title: str
    link: str
    published: datetime | None
    updated: datetime | None
    labels: tuple[str, ...]
    summary: str
    content: str
    alternates: dict[str, str] | None = None
    language: str | None = None


@dataclass(frozen=True)
class Feed:
    """A feed as a client sees it."""

    client: str
    path: Path
    address: str
    title: str
    home: str
    language: str
    author: str | None
    updated: datetime | None
    alternates: dict[str, str] | None
    entries: list[Entry]


def read(output: Output, stem: str, language: str) -> list[Feed]:
    """All that the clients make of a feed, in its three formats."""
    atom, rss, json = (output.root / language / f"{stem}.{ending}" for ending in ("atom", "rss", "json"))
    by_node = read_by_node(output)
    return [
        by_feedparser(atom),
        by_feedparser(rss),
        atom_by_feedsmith(atom, by_node[str(atom)]),
        rss_by_feedsmith(rss, by_node[str(rss)]),
        json_by_feedsmith(json, by_node[str(json)]),
    ]


def rfc_3339(text: str) -> datetime:
    """A date and time with its offset."""
    read = datetime.fromisoformat(text)
    assert read.tzinfo and "T" in text, f"{text} is no date and time with an offset"
    return read


def rfc_822(text: str) -> datetime:
    """A date and time of RSS."""
    read = parsedate_to_datetime(text)
    assert read.tzinfo, f"{text} has no offset"
    return read


def words(html: str) -> str:
    """The text of a description in RSS, which is HTML."""
    return lxml.html.fragment_fromstring(html, create_parent="div").text_content()


def by_feedparser(path: Path) -> Feed:
    """feedparser, which reads Atom and RSS; `bozo` says that it had to make up for a fault."""
    read = feedparser.parse(path.read_bytes(), response_headers={"content-type": "application/xml; charset=utf-8"})
    assert not read.bozo, f"{path}: {read.get('bozo_exception')}"
    is_atom = read.version == "atom10"
    assert is_atom or read.version == "rss20", f"{path} is taken for {read.version}"
    date = rfc_3339 if is_atom else rfc_822
    entries = [
        Entry(
            entry.id,
            entry.title,
            entry.link,
            date(entry.published) if "published" in entry else None,
            date(entry.updated) if is_atom else None,
            tuple(tag.label or tag.term for tag in entry.get("tags", [])),
            entry.summary if is_atom else words(entry.summary),
            entry.content[0].value,
            {link.hreflang: link.href for link in entry.links if link.rel == "alternate"} if is_atom else None,
            None if is_atom else entry.get("language"),
        )
        for entry in read.entries
    ]
    return Feed(
        "feedparser",
        path,
        next(link.href for link in read.feed.links if link.rel == "self"),
        read.feed.title,
        read.feed.link,
        read.feed.language,
        read.feed.author if is_atom else None,
        date(read.feed.updated) if "updated" in read.feed else None,
        {link.hreflang: link.href for link in read.feed.links if link.rel == "alternate"} if is_atom else None,
        entries,
    )


def atom_by_feedsmith(path: Path, read: dict) -> Feed:
    assert read["format"] == "atom", f"{path} is taken for {read['format']}"
    feed = read["feed"]
    entries = [
        Entry(
            entry["id"],
            entry["title"]["value"],
            next(link["href"] for link in entry["links"] if link.get("rel", "alternate") == "alternate"),
            rfc_3339(entry["published"]),
            rfc_3339(entry["updated"]),
            tuple(category["label"] for category in entry.get("categories", [])),
            entry["summary"]["value"],
            entry["content"]["value"],
            {link["hreflang"]: link["href"] for link in entry["links"] if link["rel"] == "alternate"},
            None,
        )
        for entry in feed.get("entries", [])
    ]
    return Feed(
        "feedsmith",
        path,
        next(link["href"] for link in feed["links"] if link["rel"] == "self"),
        feed["title"]["value"],
        next(link["href"] for link in feed["links"] if link["rel"] == "alternate"),
        feed["xml"]["lang"],
        feed["authors"][0]["name"],
        rfc_3339(feed["updated"]),
        {link["hreflang"]: link["href"] for link in feed["links"] if link["rel"] == "alternate"},
        entries,
    )


def rss_by_feedsmith(path: Path, read: dict) -> Feed:
    assert read["format"] == "rss", f"{path} is taken for {read['format']}"
    feed = read["feed"]
    entries = [
        Entry(
            item["guid"]["value"],
            item["title"],
            item["link"],
            rfc_822(item["pubDate"]),
            None,
            tuple(category["name"] for category in item.get("categories", [])),
            words(item["description"]),
            item["content"]["encoded"],
            None,
            item["dc"]["languages"][0],
        )
        for item in feed.get("items", [])
    ]
    return Feed(
        "feedsmith",
        path,
        next(link["href"] for link in feed["atom"]["links"] if link["rel"] == "self"),
        feed["title"],
        feed["link"],
        feed["language"],
        None,
        rfc_822(feed["lastBuildDate"]) if "lastBuildDate" in feed else None,
        None,
        entries,
    )


def json_by_feedsmith(path: Path, read: dict) -> Feed:
    assert read["format"] == "json", f"{path} is taken for {read['format']}"
    feed = read["feed"]
    entries = [
        Entry(
            item["id"],
            item["title"],
            item["url"],
            rfc_3339(item["date_published"]),
            rfc_3339(item["date_modified"]),
            tuple(item.get("tags", [])),
            item["summary"],
            item["content_html"],
            None,
            item["language"],
        )
        for item in feed.get("items", [])
    ]
    return Feed(
        "feedsmith",
        path,
        feed["feed_url"],
        feed["title"],
        feed["home_page_url"],
        feed["language"],
        feed["authors"][0]["name"],
        None,
        None,
        entries,
    )
