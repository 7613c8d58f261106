"""Figures that are broken over two lines because their column is too narrow, in tables without vertical rulings: 532,017,009.1 with a 2
below its end is one figure, and neither line of it is an amount.

A figure is taken for broken only where what stands above is none of its column's figures as it is (it has fewer decimals than
they have, or ends within a group of thousands), what stands below ends at the same edge, and both together are one well-formed
amount with the decimals of the others.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from extract.alignment import Phrase, Rows
from extract.lines import Line
from extract.text import folded, parse_amount

_EDGE = 1.5  # points: lines of one figure end nearer than this
_COMMA = 0.3  # of the size: by how much a full line may be narrower than another, which has a digit in place of a comma
_APART = (0.8, 1.6)  # of the size: how far below the first line of a figure its second stands
_REACH = 2  # lines further down: a label may stand between the two
_HEAD = re.compile(r"[-(]?[\d,]*\d[\d,]*\.?\d*")
_REST = re.compile(r"[\d,]{0,4}\.?\d{1,3}\)?")


def unwrapped(rows: Rows) -> Rows:
    """The lines of a table's region, with each broken figure put together in the line of its row: that between or beside its two lines
    which has more than such figures. What looks like a broken figure and cannot be put together is marked: neither line of it is
    to be trusted."""
    decimals = _usual_decimals(rows)
    if decimals is None:
        return rows
    widest = _widest(rows)
    broken: dict[tuple[int, int], list[tuple[Phrase, Phrase]]] = {}
    lost: list[Phrase] = []
    for i, (line, phrases) in enumerate(rows):
        for head in phrases:
            full = head.x1 - head.x0 >= widest.get(_edge(head), 0) - _COMMA * line.size
            if not full or not _is_cut(head, decimals):
                continue
            for j, rest in _below(rows, i, line, head):
                whole = parse_amount(head.text + rest.text)
                if whole is not None and whole.decimals == decimals:
                    broken.setdefault((i, j), []).append((head, rest))
                else:
                    lost += [head, rest]
                break
    made = _put_together(rows, broken) if broken else rows
    if made is None:
        lost += [p for pairs in broken.values() for pair in pairs for p in pair]
    return _marked(rows if made is None else made, lost) if lost else made or rows


def _marked(rows: Rows, lost: list[Phrase]) -> Rows:
    """Lines with the phrases that are no whole figures marked."""
    ids = {id(p) for p in lost}
    return [(line, [replace(p, cut=True) if id(p) in ids else p for p in phrases]) for line, phrases in rows]


def _usual_decimals(rows: Rows) -> int | None:
    """How many decimals most figures have; None where there are too few to tell."""
    amounts = [parse_amount(p.text) for _, phrases in rows for p in phrases if len(p.text) > len("1.00")]
    counted = Counter(a.decimals for a in amounts if a is not None)
    return counted.most_common(1)[0][0] if counted.total() > 2 else None


def _edge(phrase: Phrase) -> int:
    return round(phrase.x1 / _EDGE)


def _widest(rows: Rows) -> dict[int, float]:
    """By right edge, how wide the widest figure that ends there is."""
    widest: dict[int, float] = {}
    for phrase in (p for _, phrases in rows for p in phrases if p.numeric):
        widest[_edge(phrase)] = max(widest.get(_edge(phrase), 0), phrase.x1 - phrase.x0)
    return widest


def _is_cut(phrase: Phrase, decimals: int) -> bool:
    """Whether what is printed is the beginning of a figure: fewer decimals than usual, or a group of thousands that is not whole.
    Digits alone are none: codes and whole amounts stand over one another in every table."""
    text = folded(phrase.text)
    if _HEAD.fullmatch(text) is None or not set(text) & set(",."):
        return False
    amount = parse_amount(text)
    return amount is None or amount.decimals < decimals


def _below(rows: Rows, i: int, line: Line, head: Phrase) -> Iterator[tuple[int, Phrase]]:
    """What could be the rest of a figure, in the lines below it."""
    for j in range(i + 1, min(i + 1 + _REACH, len(rows))):
        below, phrases = rows[j]
        step = (below.base - line.base) / line.size
        if _APART[0] <= step <= _APART[1]:
            yield from (
                (j, p) for p in phrases if abs(p.x1 - head.x1) < _EDGE and _REST.fullmatch(folded(p.text)) is not None
            )


def _put_together(rows: Rows, broken: dict[tuple[int, int], list[tuple[Phrase, Phrase]]]) -> Rows | None:
    """The lines with the figures put together; None where it is not clear which line a figure is of."""
    taken = {id(p) for pairs in broken.values() for pair in pairs for p in pair}
    others = {i: [p for p in phrases if id(p) not in taken] for i, (_, phrases) in enumerate(rows)}
    made: dict[int, tuple[Line, list[Phrase]]] = {}
    gone: set[int] = set()
    for (i, j), pairs in broken.items():
        between = [n for n in range(i, j + 1) if others[n]]
        if len(between) > 1 or gone & {*range(i, j + 1)}:
            return None
        home = between[0] if between else i
        whole = [_joined(head, rest) for head, rest in pairs]
        line, kept = rows[home][0], others[home]
        chars = [*line.chars, *(c for p in whole for c in p.chars if not any(c is own for own in line.chars))]
        label = kept[:1] if kept and not kept[0].numeric else []
        made[home] = (Line(tuple(chars)), [*label, *sorted([*kept[len(label) :], *whole], key=lambda p: p.x0)])
        gone |= {*range(i, j + 1)}
    return [made.get(n, row) for n, row in enumerate(rows) if n in made or n not in gone]


def _joined(head: Phrase, rest: Phrase) -> Phrase:
    return replace(
        head, chars=(*head.chars, *rest.chars), x0=min(head.x0, rest.x0), text=head.text + rest.text, wrapped=True
    )
