"""What questions worked out from gold data ask of several bodies: one by name, the first and the last, two against one another, sums
and counts. Only what the notes of every kind of document tell alike is ranked: budgets and final accounts are never put together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from eval.worked_gold import Filled, Gold
from extract.text import folded

LibraryKind = Callable[[Sequence[Gold], Random], Filled | None]
_ITEMS = {
    "政府采购预算总额": "政府采购预算总额",
    "政府采购货物预算": "政府采购货物预算",
    "政府采购服务预算": "政府采购服务预算",
    "共有车辆": "车辆数",
    "单位价值100万元以上设备": "单价100万元以上的设备数",
}
"""By the names that gold data has for them: how they are called in questions."""


@dataclass(frozen=True, slots=True)
class Told:
    """What one body tells of an item."""

    body: str
    stem: str
    page: int
    amount: Decimal
    unit: str

    @property
    def wanted(self) -> str:
        """The amount with its unit."""
        return f"{self.amount}{folded(self.unit)}"


def _told(golds: Sequence[Gold], item: str) -> list[Told]:
    """The bodies that tell an item, from the highest down; none where two tell the same."""
    found = [Told(g.institute, g.stem, g.facts[item][2], *g.facts[item][:2]) for g in golds if item in g.facts]
    found.sort(key=lambda t: -t.amount)
    return found if len({t.amount for t in found}) == len({t.body for t in found}) == len(found) else []


def _item(golds: Sequence[Gold], chance: Random, least: int) -> tuple[str, list[Told]] | None:
    """An item that so many bodies tell at least."""
    items = {said: told for name, said in _ITEMS.items() if len(told := _told(golds, name)) >= least}
    return chance.choice(sorted(items.items())) if items else None


def _filled(slots: dict[str, str], wanted: tuple[str, ...], told: Sequence[Told], *, first: bool = False) -> Filled:
    return Filled(slots, wanted, (), first=first, places={t.stem: (t.page,) for t in told})


def _of_body(golds: Sequence[Gold], chance: Random) -> Filled | None:
    if (found := _item(golds, chance, 1)) is None:
        return None
    item, told = found
    one = chance.choice(told)
    return _filled({"x": item, "b": one.body}, (one.wanted,), [one], first=True)


def _end(*, last: bool) -> LibraryKind:
    """The body that has the most of an item, or the least."""

    def fill(golds: Sequence[Gold], chance: Random) -> Filled | None:
        if (found := _item(golds, chance, 3)) is None:
            return None
        item, told = found
        one = told[-1 if last else 0]
        return _filled({"x": item}, (one.body, one.wanted), [one])

    return fill


def _two(*, together: bool) -> LibraryKind:
    """Two bodies: by how much one has more, or what they come to."""

    def fill(golds: Sequence[Gold], chance: Random) -> Filled | None:
        if (found := _item(golds, chance, 2)) is None:
            return None
        item, told = found
        high, low = sorted(chance.sample(told, 2), key=lambda t: -t.amount)
        value = high.amount + low.amount if together else high.amount - low.amount
        unit = high.wanted.lstrip("0123456789.")
        return _filled({"x": item, "b": high.body, "c": low.body}, (f"{value}{unit}",), [high, low])

    return fill


def _above(golds: Sequence[Gold], chance: Random) -> Filled | None:
    """How many bodies have more of an item than an amount between two of theirs."""
    if (found := _item(golds, chance, 3)) is None:
        return None
    item, told = found
    cut = chance.randrange(1, len(told))
    limit = int((told[cut - 1].amount + told[cut].amount) / 2)
    if not told[cut].amount < limit < told[cut - 1].amount:
        return None
    unit = told[0].wanted.lstrip("0123456789.")
    return _filled({"x": item, "n": f"{limit}{unit}"}, (f"{cut}家",), told[:cut])


LIBRARY: dict[str, LibraryKind] = {
    "body": _of_body,
    "most": _end(last=False),
    "least": _end(last=True),
    "two_apart": _two(together=False),
    "two_together": _two(together=True),
    "bodies_above": _above,
}
"""What may be asked of a library, by the names that the bank of wordings has for it."""
