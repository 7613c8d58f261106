"""The mutations of a printed document: each a small function that makes one mistake, as people and programs make it.

Each takes what may be changed and a source of chance, and returns an `Edit`, or None where the document has nothing of
the kind (a sign can only be lost where one is printed).
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from eval.mutations_places import Spot, Told, grid, tables, with_block, with_cells, with_lines, with_table
from eval.typeset_model import BREAK, LEFT, Document, Prose, Table, plain_number


@dataclass(frozen=True, slots=True)
class Edit:
    """One mistake. `moved`: cells with what they print now; `gone` and `twice`: cells of lines that are; `unit`: the
    unit that the whole table is said to be in; `merged`: cells that have run into one another."""

    document: Document
    at: Spot | Told
    new: str
    moved: tuple[tuple[Spot, str], ...] = ()
    gone: tuple[Spot, ...] = ()
    twice: tuple[Spot, ...] = ()
    unit: str = ""
    merged: tuple[Spot, ...] = ()

    @property
    def where(self) -> str:
        """Table, row, column, page, old and new."""
        return self.at.told(self.new)


@dataclass(frozen=True, slots=True)
class Scene:
    """A document with everything in it that may be changed."""

    document: Document
    spots: tuple[Spot, ...]
    told: tuple[Told, ...]

    @property
    def numbers(self) -> list[Spot]:
        """The cells that print a figure other than zero."""
        return [s for s in self.spots if (n := plain_number(s.text)) is not None and Decimal(n)]

    def line(self, spot: Spot) -> list[Spot]:
        """The cells of the printed line that a cell stands on, both sides."""
        return [s for s in self.spots if (s.table, s.line) == (spot.table, spot.line)]

    def table(self, spot: Spot) -> Table:
        """The table that a cell is in."""
        return tables(self.document)[spot.table][2]


Mutation = Callable[[Scene, Random], Edit | None]


def _changed(scene: Scene, *changes: tuple[Spot, str]) -> Edit:
    return Edit(with_cells(scene.document, changes), changes[0][0], changes[0][1], moved=tuple(changes))


def _pick(chance: Random, spots: Sequence[Spot]) -> Spot | None:
    return chance.choice(spots) if spots else None


BEYOND_ROUNDING = 4  # units of the last decimal: what differs by fewer may be 尾差, which no check may report


def swapped_digits(number: str) -> list[str]:
    """Every way to exchange two neighbouring digits, none of them with a zero in front."""
    found = []
    for i in range(len(number) - 1):
        a, b = number[i], number[i + 1]
        if a.isdigit() and b.isdigit() and a != b and not (b == "0" and not number[:i].strip("-")):
            found.append(number[:i] + b + a + number[i + 2 :])
    return [new for new in found if beyond_rounding(number, new)]


def beyond_rounding(old: str, new: str) -> bool:
    """Whether two numbers with the same decimals differ by more than rounding."""
    return abs(int(new.replace(".", "")) - int(old.replace(".", ""))) >= BEYOND_ROUNDING


def other_digits(number: str) -> list[str]:
    """The number with one digit changed to another, in every way: the first never to zero, and beyond rounding."""
    found = [
        number[:i] + digit + number[i + 1 :]
        for i, old in enumerate(number)
        for digit in "123456789"
        if old.isdigit() and digit != old
    ]
    return [new for new in found if beyond_rounding(number, new)]


def digit_swap(scene: Scene, chance: Random) -> Edit | None:
    """Two neighbouring digits are typed in the wrong order: 1,263.50 for 1,236.50."""
    spot = _pick(chance, [s for s in scene.numbers if swapped_digits(s.text)])
    return _changed(scene, (spot, chance.choice(swapped_digits(spot.text)))) if spot else None


def dropped_row(scene: Scene, chance: Random) -> Edit | None:
    """A row is lost when the table is set: the sums above it do not know."""
    spot = _pick(chance, [s for s in scene.numbers if _is_item(s) and not _is_two_sided(scene.table(s))])
    if spot is None:
        return None
    lines = grid(scene.table(spot))
    del lines[spot.line]
    return Edit(with_lines(scene.document, spot.table, lines), spot, "row not printed", gone=tuple(scene.line(spot)))


def doubled_row(scene: Scene, chance: Random) -> Edit | None:
    """A row is printed twice, as where a page break is set by hand."""
    spot = _pick(chance, [s for s in scene.numbers if _is_item(s) and not _is_two_sided(scene.table(s))])
    if spot is None:
        return None
    lines = grid(scene.table(spot))
    lines.insert(spot.line, list(lines[spot.line]))
    document = with_lines(scene.document, spot.table, lines)
    return Edit(document, spot, "row printed twice", twice=tuple(scene.line(spot)))


def _is_item(spot: Spot) -> bool:
    """A row below others (款, 项), not a total or the only row."""
    return bool(spot.code) and len(spot.code) > 3


def _is_two_sided(table: Table) -> bool:
    return table.roles.count("label") > 1


def shifted_column(scene: Scene, chance: Random) -> Edit | None:
    """The figures of a row stand one column too far to the right."""
    rows = [
        own
        for s in scene.numbers
        if len(own := [o for o in scene.line(s) if o.code == s.code and o.label == s.label]) > 1
    ]
    rows = [own for own in rows if own[0].text != own[-1].text or len({o.text for o in own}) > 1]
    if not rows:
        return None
    own = chance.choice(rows)
    texts = [own[-1].text, *(o.text for o in own[:-1])]
    changes = [(spot, text) for spot, text in zip(own, texts, strict=True) if spot.text != text]
    return _changed(scene, *changes)  # fmt: skip


def decimal_slip(scene: Scene, chance: Random) -> Edit | None:
    """The point is one place off: 8,873.60 for 887.36, or one zero too many where there are no decimals."""
    spot = _pick(chance, scene.numbers)
    if spot is None:
        return None
    value = Decimal(spot.text) * 10
    return _changed(scene, (spot, f"{value:f}"[:-1] if "." in spot.text else f"{value:f}"))


def unit_slip_value(scene: Scene, chance: Random) -> Edit | None:
    """One figure is left in 元 in a table in 万元, or the other way round."""
    spot = _pick(chance, [s for s in scene.numbers if "%" not in s.path])
    if spot is None:
        return None
    if scene.table(spot).unit == "万元":
        return _changed(scene, (spot, f"{Decimal(spot.text) * 10_000:.0f}"))
    return _changed(scene, (spot, f"{(Decimal(spot.text) / 10_000).quantize(Decimal('0.01'), ROUND_HALF_UP):f}"))


def unit_slip_header(scene: Scene, chance: Random) -> Edit | None:
    """The line above a table says 元 where its figures are in 万元, or the other way round."""
    possible = [s for s in scene.numbers if any("元" in c for c in scene.table(s).captions) and s.kind != "basic"]
    spot = _pick(chance, possible)
    if spot is None:
        return None
    table = scene.table(spot)
    wrong = "元" if table.unit == "万元" else "万元"
    captions = [
        c.replace(f"：{table.unit}", f"：{wrong}").replace(f":{table.unit}", f":{wrong}") for c in table.captions
    ]
    document = with_table(scene.document, spot.table, captions=captions, unit=wrong)
    own = tuple((s, s.text) for s in scene.numbers if s.table == spot.table)
    return Edit(document, spot, f"table said to be in {wrong}", moved=own, unit=wrong)


def sign_loss(scene: Scene, chance: Random) -> Edit | None:
    """A negative figure (减少, 亏损) is printed without its sign."""
    spot = _pick(chance, [s for s in scene.numbers if s.text.startswith("-")])
    return _changed(scene, (spot, spot.text[1:])) if spot else None


def blank_filled(scene: Scene, chance: Random) -> Edit | None:
    """A blank cell gets the figure that stands beside it."""
    possible = []
    for spot in scene.spots:
        if spot.text == "":
            beside = [s for s in scene.line(spot) if plain_number(s.text) and abs(s.column - spot.column) == 1]
            if beside and beside[0].label == spot.label:
                possible.append((spot, beside[0].text))
    return _changed(scene, chance.choice(possible)) if possible else None


def wrong_total(scene: Scene, chance: Random) -> Edit | None:
    """A total is not what its items come to: an item was changed last, and the total was not."""
    spot = _pick(chance, [s for s in scene.numbers if s.label.endswith(("合计", "总计")) and "%" not in s.path])
    return _changed(scene, (spot, chance.choice(other_digits(spot.text)))) if spot else None


def wrong_percentage(scene: Scene, chance: Random) -> Edit | None:
    """A percentage in the text is not the quotient of its figures: last year's was left standing."""
    return _retold(scene, chance, lambda unit: unit == "%")


def wrong_amount_told(scene: Scene, chance: Random) -> Edit | None:
    """An amount in the text is not the one in the table: 887.36 for 87.36."""
    return _retold(scene, chance, lambda unit: unit.endswith("元"))


def _retold(scene: Scene, chance: Random, wanted: Callable[[str], bool]) -> Edit | None:
    possible = [t for t in scene.told if wanted(t.stated.unit) and Decimal(t.stated.value) > 1]
    if not possible:
        return None
    place = chance.choice(possible)
    old = place.stated.value
    new = chance.choice(other_digits(old))
    block = scene.document.sections[place.section].blocks[place.block]
    if not isinstance(block, Prose):
        return None
    mark = f"{{{place.stated.name}|{old}"
    told = block.prose.replace(mark, mark.replace(f"|{old}", f"|{new}"), 1)
    if told == block.prose:
        return None
    return Edit(
        with_block(scene.document, place.section, place.block, Prose(prose=told)), place, new + place.stated.unit
    )


def rows_merged(scene: Scene, chance: Random) -> Edit | None:
    """The line between two rows is missing: codes, names and figures of both stand in one field each."""
    possible = [s for s in scene.numbers if _is_item(s) and scene.table(s).rules == "grid" and _next(scene, s)]
    spot = _pick(chance, possible)
    if spot is None:
        return None
    lines = grid(scene.table(spot))
    first, second = lines[spot.line], lines[spot.line + 1]
    lines[spot.line : spot.line + 2] = [[f"{a}{BREAK}{b}" for a, b in zip(first, second, strict=True)]]
    both = (*scene.line(spot), *_next(scene, spot))
    return Edit(with_lines(scene.document, spot.table, lines), spot, "two rows in one field", merged=both)


def _next(scene: Scene, spot: Spot) -> list[Spot]:
    """The cells of the next line, where it is an item as well and no cell of either is merged."""
    lines = grid(scene.table(spot))
    if spot.line + 1 >= len(lines) or LEFT in lines[spot.line + 1] or LEFT in lines[spot.line]:
        return []
    below = [s for s in scene.spots if (s.table, s.line) == (spot.table, spot.line + 1)]
    return below if below and all(_is_item(s) for s in below) else []


def swapped_rows(scene: Scene, chance: Random) -> Edit | None:
    """The amounts of two items of one sum are exchanged: every sum still holds."""
    pairs = []
    for spot in scene.numbers:
        if _is_item(spot):
            twins = [
                s for s in scene.numbers if (s.table, s.column) == (spot.table, spot.column) and s.line > spot.line
            ]
            pairs += [
                (spot, s)
                for s in twins
                if s.code[:-2] == spot.code[:-2] and len(s.code) == len(spot.code) and s.text != spot.text
            ]
    if not pairs:
        return None
    one, other = chance.choice(pairs)
    changes = []
    for a in scene.line(one):
        b = next((s for s in scene.line(other) if s.column == a.column), None)
        if a.code == one.code and b is not None and a.text != b.text:
            changes += [(a, b.text), (b, a.text)]
    return _changed(scene, *sorted(changes, key=lambda c: c[0] != one))  # fmt: skip


PRINTED: tuple[Mutation, ...] = (
    digit_swap,
    dropped_row,
    doubled_row,
    shifted_column,
    decimal_slip,
    unit_slip_value,
    unit_slip_header,
    sign_loss,
    blank_filled,
    wrong_total,
    wrong_percentage,
    wrong_amount_told,
    rows_merged,
    swapped_rows,
)
