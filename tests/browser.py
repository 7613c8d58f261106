"""A page to be looked at: the sample library made once for a run, hostile copies of it, HTML taken apart, a server."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from eval.make_library import index
from extract.library import Library
from extract.model import Disclosure
from tests.libraries import SAMPLES, build

GENOME, RELICS, MARINE = "4bb9ceb5f401", "bb673eb4136d", "fd6b361926c5"
IMAGE = "<img src=x onerror=alert(1)>"
HOSTILE = (
    f"{IMAGE}\"'</script><script>alert(2)</script>${{7*7}}{{{{value}}}}![x](http://evil.example/x.png)"
    "[y](javascript:alert(3))\u202e&lt;b&gt;</td></button></div><a href='javascript:alert(4)'>"
)
SHOWN = HOSTILE.replace("\u202e", "")
"""What a person sees of it: all but the mark of direction."""


def sample_library(factory: pytest.TempPathFactory) -> Path:
    """A copy of one's own of a library of the three samples with its index, which a whole run makes but once."""
    base = factory.getbasetemp()
    shared = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "samples"
    with FileLock(shared.with_suffix(".lock")):
        if not shared.is_dir():
            made = shared.with_suffix(".new")
            shutil.rmtree(made, ignore_errors=True)
            build(made, SAMPLES)
            index(made)
            made.rename(shared)
    own = factory.mktemp("page") / "library"
    shutil.copytree(shared, own)
    return own


def hostile(disclosure: Disclosure, text: str = HOSTILE) -> Disclosure:
    """The same disclosure with hostile words wherever a document puts its own; names and labels keep how they begin."""
    meta = disclosure.meta.model_copy(
        update={"institute": text, "file": text.replace("/", "\u2215")[:80] + ".pdf", "title": text}
    )
    tables = tuple(
        t.model_copy(
            update={
                "title": t.title + text,
                "unit": t.unit and t.unit + text,
                "notes": (*t.notes, text),
                "project": t.project and t.project + text,
                "rows": tuple(r.model_copy(update={"label": r.label and r.label + text}) for r in t.rows),
                "columns": tuple(c.model_copy(update={"path": (*c.path[:-1], c.path[-1] + text)}) for c in t.columns),
                "doubts": (*t.doubts, text),
            }
        )
        for t in disclosure.tables
    )
    return disclosure.model_copy(
        update={
            "meta": meta,
            "tables": tables,
            "projects": tuple(
                p.model_copy(update={"name": p.name + text, "title": text, "goals": (text,), "institute": text})
                for p in disclosure.projects
            ),
            "facts": tuple(
                f.model_copy(update={"name": f.name + text, "sentence": f.sentence + text, "unit": f.unit})
                for f in disclosure.facts
            ),
            "paragraphs": tuple(p.model_copy(update={"text": p.text + text}) for p in disclosure.paragraphs),
            "findings": tuple(
                f.model_copy(update={"message": f.message + text, "table": text, "expected": text, "found": text})
                for f in disclosure.findings
            ),
        }
    )


def make_hostile(root: Path, document: str, text: str = HOSTILE) -> None:
    """Put the hostile copy of a document of a library in its place."""
    library = Library(root)
    with library.writing():
        library.rewrite(hostile(library.load(document), text))
        library.commit()


# --- HTML ------------------------------------------------------------------------------------------------------------

_ATTRIBUTES = {
    "class", "title", "role", "style", "type", "disabled", "alt", "src", "tabindex", "scope", "rowspan", "colspan",
    "aria-hidden", "aria-label", "lang", "data-act", "data-places", "data-at", "data-document", "data-t", "data-r", "data-c",
    "data-q", "data-copy", "data-done", "data-by", "data-to", "data-href", "data-points", "data-sure",
}  # fmt: skip
_ELEMENTS = {
    "div", "span", "p", "br", "b", "small", "h1", "h2", "h3", "h4", "ul", "li", "button", "table", "thead", "tbody", "tr",
    "th", "td", "img", "details", "summary",
}  # fmt: skip
_EMPTY = {"br", "img"}
_STYLE = re.compile(
    r"(?:(?:left|top|width|height):-?[\d.]+%;?)+|aspect-ratio:[\d.]+/[\d.]+|margin-top:10px;line-height:2"
)
_CLASSES = re.compile(r"(?:gj-[a-z_-]+| )*")


class Markup(HTMLParser):
    """HTML taken apart: its elements with their attributes, and its text. Raises AssertionError where it is not well made."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.words = ""
        self._open: list[str] = []
        self.feed(html)
        self.close()
        assert self._open == [], self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs), f"an attribute twice: {attrs}"
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self._open, f"</{tag}> closes nothing"
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words += data

    def handle_comment(self, data: str) -> None:
        raise AssertionError(f"a comment: {data}")

    def handle_decl(self, decl: str) -> None:
        raise AssertionError(f"a declaration: {decl}")

    def handle_pi(self, data: str) -> None:
        raise AssertionError(f"an instruction: {data}")

    def of(self, act: str) -> list[dict[str, str]]:
        """The attributes of the buttons that do something."""
        return [attributes for _, attributes in self.elements if attributes.get("data-act") == act]


def own(html: str) -> Markup:
    """HTML in which nothing is but gouji's own elements and attributes, with values that do nothing by themselves."""
    found = Markup(html)
    for element, attributes in found.elements:
        assert element in _ELEMENTS, element
        assert set(attributes) <= _ATTRIBUTES, attributes
        assert _CLASSES.fullmatch(attributes.get("class", "")), attributes
        assert _STYLE.fullmatch(attributes.get("style", "top:0%")), attributes
        assert attributes.get("src", "data:image/png;base64,").startswith("data:image/png;base64,"), attributes
        assert attributes.get("data-href", "./") in {"./", "./en"}, attributes
    assert "\u202e" not in html
    return found


# --- a server --------------------------------------------------------------------------------------------------------


@contextmanager
def serving(root: Path, **how: Any) -> Iterator[Any]:
    """A page of a library, served from this process on a free port."""
    import ui

    served = ui.serve(root, **how)
    try:
        yield served
    finally:
        served.close()
