"""Lines outside the tables to paragraphs under headings, each character still knowing its place on the page."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from extract.lines import Line, union
from extract.outline import Prose
from extract.pages import Box, Char, Page
from extract.text import folded

_PART = re.compile(r"^第[一二三四五六七八九十]+(?:部分|章)")
_CHAPTER = re.compile(r"^[一二三四五六七八九十]{1,3}[、.．]")
_SECTION = re.compile(r"^[(（][一二三四五六七八九十]{1,3}[)）]")
_ITEM = re.compile(r"^(?:\d{1,2}[.、．)）]|[(（]\d{1,2}[)）]|注[:：]|附[:：])(?!\d)")
_LEVELS = 4  # 第一部分 (or a page's title), 一、, 关于…的说明, （一）
_END = re.compile(r"[。：；:;！!）)]$")
_NOT_HEADING = re.compile(r"[。；;，,]|[:：].|\d+(?:\.\d+)?(?:亿元|万元|元|%|％|辆|个|台)")
_ABOUT = re.compile(r"^关于.{2,40}(?:说明|情况)$|^.{2,40}(?:情况)?说明$|^名词解释$|^.{0,30}(?:主要职[能责]|机构设置)$")


@dataclass
class Text:
    """A paragraph: its characters in reading order with their pages, and the headings above it."""

    glyphs: list[tuple[Char, Page]] = field(default_factory=list)
    section: str = ""

    @property
    def raw(self) -> str:
        """The text as printed, white space left out except between Latin words."""
        return "".join(self._spaced()[0])

    def _spaced(self) -> tuple[list[str], list[int]]:
        pieces: list[str] = []
        index: list[int] = []
        before: Char | None = None
        for i, (char, _) in enumerate(self.glyphs):
            apart = (
                before is not None
                and abs(before.base - char.base) < char.size
                and char.x0 - before.x1 > 0.2 * char.size
            )
            if (
                apart
                and before is not None
                and before.text.isascii()
                and char.text.isascii()
                and before.text.isalpha()
                and char.text.isalpha()
            ):
                pieces.append(" ")
                index.append(i)
            pieces.append(char.text)
            index.extend([i] * len(char.text))
            before = char
        return pieces, index

    @cached_property
    def folded(self) -> str:
        """As `raw`, with full-width forms folded one to one, so that places in it are places in the paragraph."""
        return "".join(_fold(c) for c in self.raw)

    @cached_property
    def places(self) -> list[int]:
        """For each character of `folded`, the glyph it stands for."""
        return self._spaced()[1]

    def where(self, start: int, end: int) -> Place:
        """Where a stretch of the text stands on its page (boxes as shown)."""
        numbers = list(dict.fromkeys(self.places[start:end]))
        page = self.glyphs[numbers[0]][1]
        here = [self.glyphs[i][0] for i in numbers if self.glyphs[i][1] is page]
        first, last = self._run(numbers[0], -1), self._run(numbers[-1], 1)
        run = [char for char, on in self.glyphs[first : last + 1] if on is page]
        return Place(page.number, page.shown(union(run)), page.shown(union(here)), len(here) < len(numbers))

    def _run(self, index: int, step: int) -> int:
        """The end of the run of text on one line that a glyph stands in."""
        while 0 <= index + step < len(self.glyphs):
            (char, page), (other, on) = self.glyphs[index], self.glyphs[index + step]
            apart = (other.x0 - char.x1) * step if step > 0 else char.x0 - other.x1
            if on is not page or abs(other.base - char.base) >= char.size or apart > char.size:
                break
            index += step
        return index


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of text on a page: the run of text it is in, its own characters, and whether it goes on overleaf."""

    page: int
    run: Box
    digits: Box
    broken: bool


def _fold(char: str) -> str:
    if char in "“”‘’":
        return char
    folded_char = unicodedata.normalize("NFKC", char)
    return folded_char if len(folded_char) == 1 else char


def paragraphs(prose: Sequence[Prose]) -> list[Text]:
    """The document's prose as paragraphs; headings give the section path and are paragraphs of their own."""
    lines = [p for p in prose if not p.furniture]
    margins = _margins(lines)
    texts: list[Text] = []
    path = [""] * _LEVELS
    previous: Prose | None = None
    heading_open = False
    for item in lines:
        level = _heading_level(item.line)
        if level is not None:
            path[level:] = [item.line.text, *[""] * (_LEVELS - 1 - level)]
        joins = previous is not None and not heading_open and level is None and _joins(previous, item, margins)
        if level is not None or not joins or not texts:
            texts.append(Text(section="/".join(p for p in path if p)))
        texts[-1].glyphs += [(char, item.page) for char in item.line.chars]
        heading_open = level is not None
        previous = item
    return texts


def _margins(lines: Sequence[Prose]) -> dict[int, tuple[float, float]]:
    margins: dict[int, tuple[float, float]] = {}
    for item in lines:
        x0, _, x1, _ = item.line.box
        low, high = margins.get(item.page.number, (x0, x1))
        margins[item.page.number] = (min(low, x0), max(high, x1))
    return margins


def _joins(before: Prose, item: Prose, margins: dict[int, tuple[float, float]]) -> bool:
    """Whether a line goes on with the paragraph of the line before."""
    size = item.line.size
    _, right = margins[before.page.number]
    full = before.line.box[2] > right - 2.5 * before.line.size
    if _ITEM.match(folded(item.line.text)) and (not full or _END.search(before.line.text)):
        return False
    if abs(before.line.size - size) > 1.5:
        return False
    left = margins[item.page.number][0]
    indented = item.line.box[0] > left + 1.2 * size
    if before.page.number == item.page.number and item.line.base - before.line.base > 3 * size:
        return False
    ended = bool(_END.search(before.line.text))
    return not ended and not indented if not full else not (indented and ended)


def _heading_level(line: Line) -> int | None:
    text = folded(line.text)
    if len(text) > 45:
        return None
    if text.startswith("关于") and _ABOUT.match(text) and not _NOT_HEADING.search(text):
        return 2
    if _PART.match(text) or (
        _ABOUT.match(text) and not _NOT_HEADING.search(text) and not _SECTION.match(text) and not _CHAPTER.match(text)
    ):
        return 0
    if _NOT_HEADING.search(text) or text.endswith((":", "：")):
        return None
    if _CHAPTER.match(text):
        return 1
    return 3 if _SECTION.match(text) else None
