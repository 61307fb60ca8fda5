"""From the pages of a site to what they tell a visitor: the measure of everything that is told elsewhere."""

import re
from dataclasses import dataclass
from functools import cache

import lxml.html

from builds import LANGUAGES, Output


@dataclass(frozen=True)
class Page:
    """The page of a notice in one language."""

    url: str
    language: str
    tree: lxml.html.HtmlElement

    @property
    def title(self) -> str:
        """The words of the h1, without the reference in brackets behind them."""
        text = self.tree.xpath("string(//h1/text()[1])")
        assert text.endswith(" "), f"{self.url}: the title {text!r} is not followed by the reference"
        return text[:-1]

    @property
    def reference(self) -> str:
        return self.one("//h1/span[@class='ref']/text()").strip("()")

    @property
    def alternates(self) -> dict[str, str]:
        """The addresses of this page by language."""
        links = self.tree.xpath("//link[@rel='alternate'][@hreflang]")
        return {link.get("hreflang"): link.get("href") for link in links}

    @property
    def published(self) -> str:
        return self.one("//*[contains(@class, 'fact-published')]//time/@datetime")

    @property
    def deadline(self) -> str | None:
        found = self.tree.xpath("//*[contains(@class, 'fact-deadline')]//time/@datetime")
        return str(found[0]) if found else None

    @property
    def takes_applications(self) -> bool:
        """Whether it offers a way to apply."""
        return bool(self.tree.xpath("//section[contains(@class, 'apply')]"))

    def fact(self, name: str) -> str | None:
        """A row of the table of facts."""
        found = self.tree.xpath(f"//*[contains(concat(@class, ' '), 'fact-{name} ')]/dd")
        return squashed(found[0].text_content()) if found else None

    @property
    def blocks(self) -> list[str]:
        """The headings, paragraphs and items of the sections, in their order."""
        return blocks(self.tree.xpath("//div[@class='sections']/section"))

    @property
    def text(self) -> str:
        """All that is read on the page."""
        return squashed(self.tree.find("body").text_content())

    def one(self, path: str) -> str:
        found = self.tree.xpath(path)
        assert len(found) == 1, f"{self.url}: {path} is there {len(found)} times"
        return str(found[0])


def squashed(text: str) -> str:
    """A text as a browser shows it, with any line end or row of blanks as one blank. Other signs stay what they are."""
    return re.sub(r"[ \t\r\n]+", " ", text).strip(" ")


def blocks(elements: list[lxml.html.HtmlElement]) -> list[str]:
    """The texts of headings, paragraphs, items and cells in elements."""
    found = [block for element in elements for block in element.iter("h2", "h3", "h4", "p", "li", "th", "td")]
    return [squashed(block.text_content()) for block in found]


def page(output: Output, url: str) -> Page:
    """The page at an address."""
    path = output.path(url)
    # libxml2 takes a place where a line may break for an element that holds the rest of the line.
    text = path.read_text("utf-8").replace("<wbr>", "")
    tree = lxml.html.document_fromstring(text, base_url=url)
    read = Page(url, tree.get("lang"), tree)
    assert read.one("//link[@rel='canonical']/@href") == url, f"{path} says that it lies elsewhere"
    return read


@cache
def notices(output: Output, language: str) -> dict[str, Page]:
    """The pages of notices in a language, by reference."""
    assert language in LANGUAGES
    found = [page(output, output.url(path)) for path in output.files(f"{language}/*/*/index.html")]
    return {page.reference: page for page in found if page.tree.xpath("//article[contains(@class, 'notice')]")}
