"""Mistakes in what a reader sees of a page: characters lost, misread or out of place, a ruling not seen.

They are made on the characters and rulings of a page before tables are made of them, so that everything after has to
deal with them as it would with a poor text layer or with OCR.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from random import Random

from eval.mutations_edits import other_digits, swapped_digits
from extract.model import Box, Cell, Disclosure, Kind, State, Table
from extract.pages import Char, Page
from extract.text import folded

CellRef = tuple[str, int, int]

_INSET = 2.5  # points from a ruling to a right-aligned figure, as the typesetter sets it


@dataclass(frozen=True, slots=True)
class Misread:
    """Pages on which something is seen wrongly, the figures concerned, and where."""

    pages: tuple[Page, ...]
    cells: tuple[CellRef, ...]
    where: str


@dataclass(frozen=True, slots=True)
class Seen:
    """The pages as they are, and where everything stands on them."""

    pages: tuple[Page, ...]
    disclosure: Disclosure

    def page(self, number: int) -> Page:
        """A page by its number."""
        return next(p for p in self.pages if p.number == number)

    def with_page(self, page: Page) -> tuple[Page, ...]:
        """The pages with one exchanged."""
        return tuple(page if p.number == page.number else p for p in self.pages)

    def figures(self) -> list[tuple[Table, Cell]]:
        """Figures other than zero in the standard tables, on pages that are stored as they are shown."""
        return [
            (t, c)
            for t in self.disclosure.tables
            if t.kind not in {Kind.OTHER, Kind.PERFORMANCE}
            for c in t.figures
            if c.value and self.page(c.page).turn == 0 and self.page(c.page).rotation == 0
        ]


Slip = Callable[[Seen, Random], Misread | None]


def _inside(page: Page, char: Char, box: Box) -> bool:
    x0, y0, x1, y1 = page.shown((char.x0, char.y0, char.x1, char.y1))
    x, y = (x0 + x1) / 2, (y0 + y1) / 2
    return box[0] - 0.3 <= x <= box[2] + 0.3 and box[1] - 0.3 <= y <= box[3] + 0.3


def _places(page: Page, box: Box) -> list[int]:
    """The characters in a box, from left to right."""
    return sorted((i for i, c in enumerate(page.chars) if _inside(page, c, box)), key=lambda i: page.chars[i].x0)


def _with(page: Page, changed: dict[int, Char | None], added: Iterable[Char] = ()) -> Page:
    chars = [changed.get(i, c) for i, c in enumerate(page.chars)]
    return replace(page, chars=(*(c for c in chars if c is not None), *added))


def _moved(char: Char, dx: float, dy: float) -> Char:
    return char._replace(x0=char.x0 + dx, x1=char.x1 + dx, y0=char.y0 + dy, y1=char.y1 + dy, base=char.base + dy)


def _ref(table: Table, cell: Cell) -> CellRef:
    return table.id, cell.row, cell.column


def _digits(cell: Cell) -> str:
    return "blank" if cell.value is None else f"{cell.value:f}"


def _said(table: Table, cell: Cell, what: str) -> str:
    row = table.rows[cell.row]
    name = f"{row.code}{row.label}" or "(one row)"
    return (
        f"{table.kind.value} | {name} | {table.columns[cell.column].name} | page {cell.page} | {_digits(cell)} → {what}"
    )


def _misread(seen: Seen, table: Table, cell: Cell, page: Page, what: str, cells: Sequence[Cell] = ()) -> Misread:
    return Misread(seen.with_page(page), tuple(_ref(table, c) for c in (cells or [cell])), _said(table, cell, what))


def _choose(
    seen: Seen, chance: Random, fits: Callable[[Table, Cell], bool] = lambda _t, _c: True
) -> tuple[Table, Cell] | None:
    found = [(t, c) for t, c in seen.figures() if fits(t, c)]
    return chance.choice(found) if found else None


def digit_swap(seen: Seen, chance: Random) -> Misread | None:
    """Two neighbouring digits change places."""

    def pairs(_: Table, cell: Cell) -> bool:
        return bool(swapped_digits(_digits(cell)))

    if (found := _choose(seen, chance, pairs)) is None:
        return None
    table, cell = found
    page = seen.page(cell.page)
    at = _places(page, cell.box)
    at = [i for i in at if page.chars[i].text in "0123456789.-"]
    number = _digits(cell)
    if len(at) != len(number):
        return None
    new = chance.choice(swapped_digits(number))
    n = next(n for n, (a, b) in enumerate(zip(number, new, strict=True)) if a != b)
    i, j = at[n], at[n + 1]
    a, b = page.chars[i], page.chars[j]
    changed = _with(page, {i: a._replace(text=b.text), j: b._replace(text=a.text)})
    return _misread(seen, table, cell, changed, f"{a.text}{b.text} seen as {b.text}{a.text}")


def decimal_slip(seen: Seen, chance: Random) -> Misread | None:
    """The decimal point is not seen, as where it is drawn at another height; where there is none, the last digit."""
    if (found := _choose(seen, chance)) is None:
        return None
    table, cell = found
    page = seen.page(cell.page)
    at = _places(page, cell.box)
    points = [i for i in at if page.chars[i].text == "."] or at[-1:]
    return _misread(seen, table, cell, _with(page, {points[0]: None}), f"{page.chars[points[0]].text} not seen")


def sign_loss(seen: Seen, chance: Random) -> Misread | None:
    """The minus is not seen."""
    if (found := _choose(seen, chance, lambda _, c: c.value is not None and c.value < 0)) is None:
        return None
    table, cell = found
    page = seen.page(cell.page)
    signs = [i for i in _places(page, cell.box) if folded(page.chars[i].text) in "-−－–"]
    return _misread(seen, table, cell, _with(page, dict.fromkeys(signs)), "- not seen") if signs else None


def wrong_total(seen: Seen, chance: Random) -> Misread | None:
    """A digit of a total is taken for another."""
    total = _choose(seen, chance, lambda t, c: t.rows[c.row].label.endswith(("合计", "总计")))
    if total is None:
        return None
    table, cell = total
    page = seen.page(cell.page)
    changed = _other_digit(page, cell.box, _digits(cell), chance)
    return _misread(seen, table, cell, changed[0], changed[1]) if changed else None


def _other_digit(page: Page, box: Box, number: str, chance: Random) -> tuple[Page, str] | None:
    """A digit taken for another, so that the number differs by more than rounding."""
    at = [i for i in _places(page, box) if page.chars[i].text in "0123456789"]
    digits = [i for i, c in enumerate(number) if c.isdigit()]
    if len(at) != len(digits):
        return None
    new = chance.choice(other_digits(number))
    n = next(n for n, i in enumerate(digits) if new[i] != number[i])
    old, seen_as = page.chars[at[n]], new[digits[n]]
    return _with(page, {at[n]: old._replace(text=seen_as)}), f"{old.text} seen as {seen_as}"


def wrong_percentage(seen: Seen, chance: Random) -> Misread | None:
    """A digit of a percentage in the notes is taken for another."""
    found = [(n, f) for n, f in enumerate(seen.disclosure.facts) if f.unit == "%" and f.value]
    if not found:
        return None
    order, fact = chance.choice(found)
    changed = _other_digit(seen.page(fact.page), fact.digits, str(fact.value), chance)
    if changed is None:
        return None
    where = f"narrative | {fact.name} | page {fact.page} | {fact.value}% → {changed[1]}"
    return Misread(seen.with_page(changed[0]), (("", order, 0),), where)  # fmt: skip


def unit_slip(seen: Seen, chance: Random) -> Misread | None:
    """The 万 of 万元 above a table is not seen, or one is seen before 元 that does not stand there."""
    if (found := _choose(seen, chance, lambda t, c: c.page == t.pages[0])) is None:
        return None
    table, cell = found
    page = in_other_unit(seen, table, cell.page)
    what = "万 not seen above the table" if table.unit == "万元" else "万 seen above the table"
    return _misread(seen, table, cell, page, what) if page is not None else None


def in_other_unit(seen: Seen, table: Table, number: int) -> Page | None:
    """A page of a table with 元 read as 万元 above it, or the other way round; None where no unit stands there."""
    page = seen.page(number)
    own = [c.box[1] for c in table.cells if c.page == number]
    first = number == table.pages[0] and table.box is not None
    top = table.box[1] if first and table.box is not None else min(own, default=0.0)
    chars = page.chars
    units = [
        (i, next((j for j, o in enumerate(chars) if o.text == "万" and _just_before(o, c)), None))
        for i, c in enumerate(chars)
        if c.text == "元" and page.shown((c.x0, c.y0, c.x1, c.y1))[3] < top + 2
    ]
    if not units:
        return None
    if table.unit == "万元":
        return _with(page, {j: None for _, j in units if j is not None})
    changed: dict[int, Char | None] = {}
    added = []
    for i, j in units:
        if j is None:
            middle = (chars[i].x0 + chars[i].x1) / 2
            changed[i] = chars[i]._replace(x0=middle)
            added.append(chars[i]._replace(text="万", x1=middle))
    return _with(page, changed, added)


def _just_before(char: Char, after: Char) -> bool:
    return abs(char.base - after.base) < 1 and 0 < after.x0 - char.x0 < 2 * char.size


def blank_filled(seen: Seen, chance: Random) -> Misread | None:
    """The figure beside a blank is seen in both fields."""
    found = []
    for table, cell in seen.figures():
        for blank in table.cells:
            if blank.state is State.BLANK and blank.row == cell.row and abs(blank.column - cell.column) == 1:
                found.append((table, cell, blank))
    if not found:
        return None
    table, cell, blank = chance.choice(found)
    page = seen.page(cell.page)
    dx = blank.box[2] - _INSET - cell.box[2]
    copies = [_moved(page.chars[i], dx, 0) for i in _places(page, cell.box)]
    return _misread(seen, table, cell, _with(page, {}, copies), "seen in the blank beside it as well", [blank])


def shifted_column(seen: Seen, chance: Random) -> Misread | None:
    """The figures of a row are seen one column further to the right, the last one in the first."""
    found = []
    for table, cell in seen.figures():
        own = sorted((c for c in table.cells if c.row == cell.row), key=lambda c: c.column)
        if len(own) > 1 and len({c.value for c in own}) > 1:
            found.append((table, own))
    if not found:
        return None
    table, own = chance.choice(found)
    page = seen.page(own[0].page)
    changed: dict[int, Char | None] = {}
    for cell, into in zip(own, [*own[1:], own[0]], strict=True):
        right = into.box[2] - (_INSET if into.state is State.BLANK else 0)
        for i in _places(page, cell.box) if cell.state is not State.BLANK else ():
            changed[i] = _moved(page.chars[i], right - cell.box[2], 0)
    return _misread(seen, table, own[0], _with(page, changed), "row seen one column further", own)


def _band(table: Table, cell: Cell) -> Box:
    """The band of a row across its table: from the boxes of its cells."""
    left, right = (table.box[0], table.box[2]) if table.box is not None else (0.0, 1e4)
    own = [c for c in table.cells if c.row == cell.row and c.page == cell.page and c.state is not State.BLANK]
    return left, min(c.box[1] for c in own), right, max(c.box[3] for c in own)


def dropped_row(seen: Seen, chance: Random) -> Misread | None:
    """A whole line is not seen."""
    if (found := _choose(seen, chance)) is None:
        return None
    table, cell = found
    page = seen.page(cell.page)
    line = dict.fromkeys(_places(page, _band(table, cell)))
    own = [c for c in table.cells if c.row == cell.row]
    return _misread(seen, table, cell, _with(page, line), "line not seen", own)


def _below(seen: Seen, table: Table, cell: Cell) -> Cell | None:
    """The cell under one, on the same page, in the next line of the same group."""
    row = table.rows[cell.row]
    for other in table.cells:
        shown = table.rows[other.row]
        if (
            other.column == cell.column
            and other.page == cell.page
            and shown.group == row.group
            and shown.line == row.line + 1
        ):
            return other if any(c.row == other.row and c.state is State.NUMBER for c in table.cells) else None
    return None


def doubled_row(seen: Seen, chance: Random) -> Misread | None:
    """A line is seen again in the place of the next."""
    found = _choose(seen, chance, lambda t, c: _below(seen, t, c) is not None)
    if found is None or (below := _below(seen, *found)) is None:
        return None
    table, cell = found
    page = seen.page(cell.page)
    band, next_band = _band(table, cell), _band(table, below)
    gone = dict.fromkeys(_places(page, next_band))
    copies = [_moved(page.chars[i], 0, next_band[1] - band[1]) for i in _places(page, band)]
    own = [c for c in table.cells if c.row == below.row]
    return _misread(seen, table, cell, _with(page, gone, copies), "seen again in the place of the next line", own)


def rows_merged(seen: Seen, chance: Random) -> Misread | None:
    """The ruling between two rows is not seen: both stand in one field."""
    found = _choose(seen, chance, lambda t, c: _below(seen, t, c) is not None)
    if found is None or (below := _below(seen, *found)) is None:
        return None
    table, cell = found
    page = seen.page(cell.page)
    low, high = _band(table, cell)[3] - 1, _band(table, below)[1] + 1
    kept = tuple(s for s in page.horizontals if not low <= s.at <= high)
    if len(kept) == len(page.horizontals):
        return None
    own = [c for c in table.cells if c.row in {cell.row, below.row}]
    return _misread(seen, table, cell, replace(page, horizontals=kept), "ruling below not seen", own)


GLYPHS: tuple[Slip, ...] = (
    digit_swap,
    dropped_row,
    doubled_row,
    shifted_column,
    decimal_slip,
    unit_slip,
    sign_loss,
    blank_filled,
    wrong_total,
    wrong_percentage,
    rows_merged,
)
