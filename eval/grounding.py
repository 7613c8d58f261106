"""Whether a box on a page prints a figure: read from the PDF anew, by nothing that the reader under test has read.

Boxes are points on the page as shown, origin top left. Characters belong to the box that holds their centre.
"""

from __future__ import annotations

import re
import unicodedata
from decimal import Decimal, InvalidOperation
from pathlib import Path
from types import TracebackType

import pymupdf

from extract.model import Box

_Char = tuple[float, float, str]  # centre, character
_DROPPED = re.compile(r"[\s,¥￥]")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")
_SLACK = 0.75  # points


def printed(text: str) -> Decimal | None:
    """The one number that a text prints (a per cent sign aside; in parentheses it is negative), or None."""
    folded = _DROPPED.sub("", unicodedata.normalize("NFKC", text)).replace("−", "-").replace("–", "-").rstrip("%")
    if folded.startswith("(") and folded.endswith(")"):
        folded = f"-{folded[1:-1]}"
    try:
        return Decimal(folded) if _NUMBER.fullmatch(folded) else None
    except InvalidOperation:
        return None


class PageText:
    """The characters of a PDF's pages by their centres, each page read once. A context manager: it holds the file open."""

    def __init__(self, pdf: Path) -> None:
        """Raises whatever PyMuPDF raises where the file is no PDF."""
        self._document = pymupdf.open(pdf)
        self._pages: dict[int, list[_Char]] = {}
        self._words: dict[int, list[tuple[Box, str]]] = {}

    def __enter__(self) -> PageText:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._document.close()

    def inside(self, page: int, box: Box) -> str:
        """The text in a box of a page (1-based); empty where there is no such page."""
        x0, y0, x1, y1 = box[0] - _SLACK, box[1] - _SLACK, box[2] + _SLACK, box[3] + _SLACK
        return "".join(c for x, y, c in self._chars(page) if x0 <= x <= x1 and y0 <= y <= y1)

    def prints(self, page: int, box: Box, value: Decimal, *, among: bool = False) -> bool:
        """Whether the box prints the value and no other number; `among`: whether it is one of the numbers there.

        A change told in words is a magnitude: among prose, signs are not compared.
        """
        text = self.inside(page, box)
        if not among:
            return printed(text) == value
        folded = unicodedata.normalize("NFKC", text).replace(",", "")
        return any(abs(Decimal(n)) == abs(value) for n in _NUMBER.findall(folded))

    def find(self, page: int, value: Decimal, beside: str = "") -> Box | None:
        """Where a page prints a value, on the line of `beside` (a code or a label) where there are several; else None."""
        words = self._words_of(page)
        places = [box for box, text in words if printed(text) == value]
        if len(places) > 1 and beside:
            lines = [box for box, text in words if beside in _DROPPED.sub("", unicodedata.normalize("NFKC", text))]
            near = [p for p in places if any(abs((p[1] + p[3]) - (b[1] + b[3])) < 8 for b in lines)]
            places = near or places
        return places[0] if places else None

    def find_text(self, page: int, text: str) -> Box | None:
        """Where a page prints a code or the beginning of a label; else None."""
        wanted = _DROPPED.sub("", unicodedata.normalize("NFKC", text))
        if not wanted:
            return None
        for box, word in self._words_of(page):
            said = _DROPPED.sub("", unicodedata.normalize("NFKC", word))
            if said == wanted or (len(said) > 2 and wanted.startswith(said)):
                return box
        return None

    def _chars(self, page: int) -> list[_Char]:
        if page not in self._pages:
            self._pages[page] = self._read(page)
        return self._pages[page]

    def _read(self, page: int) -> list[_Char]:
        if not 1 <= page <= self._document.page_count:
            return []
        sheet = self._document[page - 1]
        turn = sheet.rotation_matrix
        found: list[_Char] = []
        for block in sheet.get_text("rawdict", flags=pymupdf.TEXT_PRESERVE_WHITESPACE)["blocks"]:
            for line in block.get("lines", ()):
                for span in line["spans"]:
                    for char in span["chars"]:
                        box = pymupdf.Rect(char["bbox"]) * turn
                        found.append(((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2, char["c"]))
        return found

    def _words_of(self, page: int) -> list[tuple[Box, str]]:
        if page not in self._words:
            sheet = self._document[page - 1] if 1 <= page <= self._document.page_count else None
            found = sheet.get_text("words") if sheet is not None else []
            turn = sheet.rotation_matrix if sheet is not None else None
            self._words[page] = [(tuple(pymupdf.Rect(w[:4]) * turn), w[4]) for w in found]
        return self._words[page]
