"""HTML of the page. Every word of a document, a question or a browser passes through `esc`; nothing of them is markup.

The page's buttons carry what they do in `data-act`; places that prove something travel as JSON in `data-places`, and
come back from the browser untrusted: `Place` checks them again.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Sequence
from itertools import islice
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError

from extract.model import Box, Verdict
from extract.text import unbroken
from tabs.words import MARKS, Words

_INVISIBLE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]")
MOST_PLACES = 200
"""Places that an answer carries, and entries of any list or record that is taken from a browser."""


class Place(BaseModel):
    """A place on a page: what stands there, how far it can be trusted, and which figure it is (`cell` or `fact`)."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)

    document: str = Field(pattern=r"^[0-9a-f]{12}$")
    page: int = Field(ge=1, le=100_000)
    box: Box | None = None
    words: str = Field(default="", max_length=600)
    table: str = Field(default="", max_length=200)
    verdict: Verdict | None = None
    cell: tuple[str, int, int] | None = None
    fact: int | None = None
    stated: tuple[Annotated[str, Field(max_length=40)], ...] = Field(default=(), max_length=8)
    """The figures that are meant, where the box is that of words which hold several."""


_PLACES = TypeAdapter(list[Place])


def esc(text: object) -> str:
    """Text as HTML, quotes too; control and direction marks are left out."""
    return html.escape(_INVISIBLE.sub("", str(text)), quote=True)


def lines(text: str) -> str:
    """Text of several lines as HTML."""
    return "<br>".join(esc(line) for line in text.split("\n"))


def badge(verdict: Verdict | None, words: Words) -> str:
    """A verdict as mark, word and colour."""
    if verdict is None:
        return ""
    return (
        f'<span class="gj-badge gj-{verdict.value}" title="{esc(words.meaning(verdict))}">'
        f'<span aria-hidden="true">{MARKS[verdict]}</span> {esc(words.verdict(verdict))}</span>'
    )


def carried(places: Sequence[Place]) -> str:
    """Places as an attribute for the element around their buttons."""
    return f'data-places="{esc(dumped(places))}"'


def dumped(places: Sequence[Place]) -> str:
    """Places as JSON."""
    shown = [p.model_dump(mode="json", exclude_defaults=True) for p in places]
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":"))


def places_from(text: object) -> list[Place]:
    """Places as the browser sends them; raises ValueError where they are not."""
    if not isinstance(text, str) or len(text) > 400_000:
        raise ValueError("no places")
    try:
        return _PLACES.validate_json(text)[:MOST_PLACES]
    except ValidationError as error:
        raise ValueError("no places") from error


def button(act: str, label: str, css: str = "", *, title: str = "", **data: object) -> str:
    """A button that does `act`; `data` goes along as data-attributes. `label` is text."""
    return button_of(act, esc(label), css, title=title, **data)


def button_of(act: str, inner: str, css: str = "", *, title: str = "", **data: object) -> str:
    """As `button`, its inside HTML that is escaped already."""
    more = "".join(f' data-{name.replace("_", "-")}="{esc(value)}"' for name, value in data.items())
    told = f' title="{esc(title)}"' if title else ""
    return f'<button type="button" class="gj-b {css}" data-act="{esc(act)}"{more}{told}>{inner}</button>'


def show(at: int, inner: str, css: str = "", *, title: str = "") -> str:
    """A button that shows the place `at` (from 0) of the places carried around it; `inner` is HTML."""
    return button_of("show", inner, css, title=title, at=at)


def table(head: Sequence[str], rows: Sequence[Sequence[str]], css: str = "") -> str:
    """A table; everything given is HTML already."""
    top = "".join(f'<th scope="col">{h}</th>' for h in head)
    body = "".join("<tr>" + "".join(f"<td>{c}</td>" for c in row) + "</tr>" for row in rows)
    return f'<div class="gj-scroll"><table class="gj-table {css}"><thead><tr>{top}</tr></thead><tbody>{body}</tbody></table></div>'


def note(text: str, kind: str = "plain") -> str:
    """A line that tells something: plain, good or bad. `text` is text."""
    return f'<p class="gj-note gj-note-{kind}" role="status">{lines(text)}</p>'


def attribute(event: Any, name: str) -> object:
    """A field of a browser's event, None where it has none."""
    data = getattr(event, "_data", None)
    return data.get(name) if isinstance(data, dict) else None


__all__ = ["MOST_PLACES", "Place", "attribute", "badge", "button", "button_of", "carried", "dumped", "esc", "lines", "note", "places_from", "show", "table", "whole"]  # fmt: skip


def whole(value: object, depth: int = 0) -> object:
    """A value that a browser sent, its texts unbroken. What is nested deeper, or longer, than anything the page keeps is
    left out."""
    if isinstance(value, str):
        return unbroken(value)
    if depth > _DEEPEST:
        return None
    if isinstance(value, dict):
        return {whole(k, depth + 1): whole(v, depth + 1) for k, v in islice(value.items(), MOST_PLACES)}
    if isinstance(value, list):
        return [whole(v, depth + 1) for v in value[:MOST_PLACES]]
    return value


_DEEPEST = 12
