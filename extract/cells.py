"""What a field of a table prints: a number, a blank, a dash or a text; and what speaks against reading it as a number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from extract.grid import Cell as Field
from extract.lines import Line, union
from extract.model import PRINTED_TWICE, State
from extract.pages import Box
from extract.text import Amount, folded, is_dash, parse_amount

_WITH_UNIT = re.compile(r"([-+]?[\d,]+(?:\.\d+)?)(亿元|万元|千元|元)")
_OPEN_END = re.compile(r"(?<![\d,])[\d,]+\.?\d*$")


@dataclass(frozen=True, slots=True)
class Printed:
    """The state of a field; for a number its amount, own unit if printed beside it, and the box of its digits."""

    state: State
    text: str = ""
    amount: Amount | None = None
    unit: str = ""
    box: Box | None = None
    doubts: tuple[str, ...] = ()


def read_field(field: Field) -> Printed:
    """Read one field of a table's body."""
    if not field.chars:
        return Printed(State.BLANK)
    lines = field.lines
    text = "".join(line.text for line in lines)
    box = union(field.chars)
    if is_dash(text):
        return Printed(State.DASH, text, box=box)
    doubts = (
        *(("crossed",) if field.crossed else ()),
        *(("broken",) if field.cut else ()),
        *((PRINTED_TWICE,) if any(c.twice for c in field.chars) else ()),
    )
    words = [word for line in lines for word in line.words()]
    amount = parse_amount(text)
    if amount is not None and any(_overprinted(line) for line in lines):
        return Printed(State.TEXT, text, box=box, doubts=(*doubts, "overprinted"))
    if amount is not None:
        if len(words) > 1 and not _one_number(words, lines, field):
            return Printed(State.TEXT, text, box=box, doubts=(*doubts, "several_numbers"))
        return Printed(State.NUMBER, text, amount, "%" if amount.percent else "", box, doubts)
    if (match := _WITH_UNIT.fullmatch(folded(text))) and len(lines) == 1:
        with_unit = parse_amount(match.group(1))
        if with_unit is not None:
            digits = [c for c in lines[0].chars if c.text not in match.group(2)]
            return Printed(State.NUMBER, text, with_unit, match.group(2), union(digits), doubts)
    return Printed(State.TEXT, text, box=box, doubts=doubts)


def _overprinted(line: Line) -> bool:
    """Whether two different characters are printed in one place: two figures over one another are none."""
    return any(b.x0 < a.x1 - 0.4 * min(a.x1 - a.x0, b.x1 - b.x0) for a, b in pairwise(line.chars))


def _evenly_spaced(line: Line) -> bool:
    """Whether the characters of a line stand equally far apart: a letter-spaced figure is one figure."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(line.chars)]
    return len(gaps) > 2 and max(gaps) - min(gaps) < 0.08 * line.size


def _one_number(words: list[Line], lines: list[Line], field: Field) -> bool:
    """Whether several words are one number: wrapped because the field is too narrow, or a sign set apart."""
    if len(lines) == 1 and _evenly_spaced(lines[0]):
        return True
    if len(lines) == 1:
        # On one line only a sign, a currency or a percent mark may stand apart: two numbers never become one.
        return all(re.fullmatch(r"[-−－+¥￥%％()（）]+", word.text) for word in words[1:-1]) and (
            sum(any(c.isdigit() for c in word.text) for word in words) == 1
        )
    if field.wrapped:
        return True
    inner = field.box[2] - field.box[0]
    for line, following in pairwise(lines):
        if len(line.words()) > 1 or len(following.words()) > 1:
            return False
        width = line.box[2] - line.box[0]
        step = width / max(len(line.text), 1)
        full = width + 2 * step + 0.6 * line.size > inner
        if not (full and _OPEN_END.search(folded(line.text))):
            return False
        if following.base - line.base > 1.9 * line.size:
            return False
    return True
