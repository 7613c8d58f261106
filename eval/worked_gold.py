"""What made documents print, from the gold data beside them, as far as questions are worked out from it (`eval.worked_out`)."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any

_NAMES = {
    "budget": {
        "expenditure": ("支出总表",),
        "general_public": ("一般公共预算支出表",),
        "basic": ("一般公共预算基本支出表",),
    },
    "final": {
        "expenditure": ("支出决算表",),
        "general_public": ("一般公共预算财政拨款支出决算表",),
        "basic": ("一般公共预算财政拨款基本支出决算表",),
    },
}
MONEY = ("万元", "元")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a gold table: what it prints, None for what is blank."""

    code: str
    label: str
    values: tuple[Decimal | None, ...]
    page: int


@dataclass(frozen=True, slots=True)
class Ruled:
    """A gold table: how it may be called, its unit, the columns of its totals and halves (-1: none), the rows that have a name of
    their own, and its total."""

    kind: str
    names: tuple[str, ...]
    unit: str
    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    total: Row | None
    every: tuple[Row, ...]

    def column(self, end: str) -> int:
        """The one column whose header ends so, else -1."""
        found = [i for i, name in enumerate(self.columns) if name.endswith(end)]
        return found[0] if len(found) == 1 else -1

    def having(self, *columns: int) -> list[Row]:
        """The coded rows that have an amount in each of some columns; none where one of them is not there."""
        if -1 in columns:
            return []
        return [r for r in self.rows if r.code and all(r.values[c] for c in columns)]

    @property
    def sums(self) -> int:
        """The column of a row's total in the document's own year."""
        return next((i for end in ("小计", "合计") if (i := self.column(end)) >= 0), -1)


@dataclass(frozen=True, slots=True)
class Gold:
    """What a document prints: tables by kind, and by name what its notes tell (amount, unit, page)."""

    stem: str
    institute: str
    year: int
    tables: Mapping[str, Ruled]
    facts: Mapping[str, tuple[Decimal, str, int]] = field(default_factory=dict)

    def basic_items(self) -> dict[str, tuple[Decimal, int]]:
        """The items of basic expenditure, no head of others: amount and page."""
        table = self.tables.get("basic")
        if table is None:
            return {}
        found = {}
        for row in table.rows:
            amounts = [v for v in row.values if v]
            if len(row.code) == len("30201") and len(amounts) == 1:
                found[row.label] = (amounts[0], row.page)
        return found

    def alone(self, label: str) -> bool:
        """Whether no other table has a row with an item of basic expenditure in its name."""
        return not any(label in r.label for kind, t in self.tables.items() if kind != "basic" for r in t.every)


def gold_of(path: Path) -> Gold:
    """The gold data beside a PDF; of tables that stand there several times none."""
    printed = json.loads(path.read_text(encoding="utf-8"))
    counts = Counter(t["kind"] for t in printed["tables"])
    tables = {t["kind"]: _ruled(t, printed["meta"]["kind"]) for t in printed["tables"] if counts[t["kind"]] == 1}
    facts = {
        f["name"]: (amount, f["unit"], f["page"])
        for f in printed["facts"]
        if (amount := _amount(f["value"])) is not None
    }
    return Gold(
        path.name.removesuffix(".gold.json"), printed["meta"]["institute"], printed["meta"]["year"], tables, facts
    )


def _ruled(table: Mapping[str, Any], kind: str) -> Ruled:
    rows = [
        Row(r["code"] or "", r["label"].strip(), tuple(map(_amount, r["values"])), r["page"]) for r in table["rows"]
    ]
    named = Counter(r.label for r in rows)
    return Ruled(
        table["kind"],
        _NAMES[kind].get(table["kind"], (table.get("title") or "",)),
        table["unit"],
        tuple(table["columns"]),
        tuple(r for r in rows if named[r.label] == 1),
        next((r for r in rows if r.label in {"合计", "总计"}), rows[0] if len(rows) == 1 else None),
        tuple(rows),
    )


def _amount(text: str | None) -> Decimal | None:
    try:
        return Decimal(text.replace(",", "").rstrip("%")) if text else None
    except ArithmeticError:
        return None


@dataclass(frozen=True, slots=True)
class Filled:
    """What fills the slots of a wording, and what is right: amounts with their units and words that must be told."""

    slots: Mapping[str, str]
    wanted: tuple[str, ...]
    pages: tuple[int, ...]
    first: bool = False
    polarity: str = ""
    history: tuple[str, ...] = ()
    refused: bool = False
    """Whether the document does not tell it."""
    places: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Pages by document, of what several tell."""


Kind = Callable[[Gold, Random], Filled | None]


def told(value: Decimal, unit: str) -> str:
    """An amount as a wanted one: money as it is, what was computed of it with two decimals."""
    return f"{value if unit in MONEY else round(value, 2)}{unit}"
