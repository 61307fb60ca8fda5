"""From the open data of a site to records: its JSON, the JSON Schema beside it, its table by Python’s csv module."""

import copy
import csv
import io
import json
import re
from functools import cache

from jsonschema import Draft202012Validator, FormatChecker

from builds import ADDRESS, Output

# What a spreadsheet can take for the beginning of a formula (OWASP's page on CSV injection).
FORMULA = re.compile(r"[\s\"]*[=+\-@＝＋－＠]")
GUARD = re.compile(r"'(?=[=+\-@＝＋－＠\t\r\n])")


@cache
def records(output: Output) -> dict:
    """vacancies.json."""
    return json.loads((output.root / "vacancies.json").read_bytes())


@cache
def validator(output: Output) -> Draft202012Validator:
    """vacancies.schema.json, which must be a schema itself."""
    schema = json.loads((output.root / "vacancies.schema.json").read_bytes())
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == f"{ADDRESS}/vacancies.schema.json"
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema, format_checker=FormatChecker())


def faults(output: Output, data: dict) -> list[str]:
    return [f"{fault.json_path}: {fault.message}" for fault in validator(output).iter_errors(data)]


def table(output: Output, delimiter: str = ",") -> list[list[str]]:
    """The rows of vacancies.csv, the first one with the names of its columns."""
    data = (output.root / "vacancies.csv").read_bytes()
    assert data.startswith(b"\xef\xbb\xbf"), "spreadsheets know UTF-8 by its mark"
    text = data.decode("utf-8-sig")
    assert not re.search(r"(?<!\r)\n", text), "every line ends in CR LF (RFC 4180)"
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=delimiter == ","))


def flat(value, name: str = "") -> dict[str, str]:
    """A record as a row: the ways to its values, with `_` between their names."""
    if isinstance(value, dict):
        inner = [flat(part, f"{name}_{key}" if name else key) for key, part in value.items()]
        return {key: cell for part in inner for key, cell in part.items()}
    if isinstance(value, list):
        rows = [flat(item, name) for item in value]
        columns = {column: [row.get(column, "") for row in rows] for row in rows for column in row}
        return {column: " | ".join(cells) if any(cells) else "" for column, cells in columns.items()}
    return {name: "" if value is None else json.dumps(value) if isinstance(value, (bool, int)) else value}


def without(data: dict, way: tuple) -> dict:
    """A copy of the data without the value at the end of a way."""
    changed = copy.deepcopy(data)
    at = changed
    for step in way[:-1]:
        at = at[step]
    del at[way[-1]]
    return changed


def with_one_more(data: dict):
    """Copies of the data, each with one member too many in another object."""
    for way in [(), *ways(data)]:
        changed = copy.deepcopy(data)
        at = changed
        for step in way:
            at = at[step]
        if isinstance(at, dict):
            at["more"] = 1
            yield changed


def ways(value, way: tuple = ()):
    """The ways to all members of objects."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*way, key)
            yield from ways(inner, (*way, key))
    elif isinstance(value, list):
        for at, inner in enumerate(value):
            yield from ways(inner, (*way, at))
