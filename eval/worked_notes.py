"""What questions worked out from gold data ask of the notes, after another question, or of what is not there."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from eval.worked_gold import Filled, Gold, Kind, Row, Ruled, told
from extract.text import folded
from qa.words.standard import standard_names

_BOUGHT = ("货物", "工程", "服务")
_TOTALS = ("政府采购预算总额", "政府采购支出总额")
_EACH = ("政府采购{}预算", "政府采购{}支出")
_SORT = "现有车辆："
_BEFORE = ("{t}里{x}是多少？", "{x}在{t}里有多少钱？", "{t}中{x}列了多少？")
"""What is asked before a follow-up: ways that are answered."""
_FOREIGN = (
    "审批人", "开户行", "合同编号", "受益人数", "中标单位", "经办人电话", "欠款对象", "实施地点", "验收结果", "发票号码", "投诉情况", "承包商",
)  # fmt: skip
"""What no disclosure tells of a row."""
_SHORTEST = 5
"""Characters of a name that is not a part of another by chance."""


def _noted(*names: str) -> Kind:
    """The amount of the first of some names that the notes tell."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        del chance
        found = next((gold.facts[n] for n in names if n in gold.facts), None)
        if found is None or not found[0]:
            return None
        return Filled({}, (f"{found[0]}{folded(found[1])}",), (found[2],), first=True)

    return fill


def _bought(gold: Gold, chance: Random) -> tuple[str, tuple[Decimal, str, int]] | None:
    sorts = {k: gold.facts[n.format(k)] for n in _EACH for k in _BOUGHT if n.format(k) in gold.facts}
    sorts = {k: fact for k, fact in sorts.items() if fact[0]}
    return chance.choice(sorted(sorts.items())) if sorts else None


def _procured(gold: Gold, chance: Random) -> Filled | None:
    if (found := _bought(gold, chance)) is None:
        return None
    sort, (amount, unit, page) = found
    return Filled({"k": sort}, (f"{amount}{unit}",), (page,), first=True)


def _procured_share(gold: Gold, chance: Random) -> Filled | None:
    found, whole = _bought(gold, chance), next((gold.facts[n] for n in _TOTALS if n in gold.facts), None)
    if found is None or whole is None or not whole[0]:
        return None
    sort, (amount, _, page) = found
    return Filled({"k": sort}, (told(amount / whole[0] * 100, "%"),), (page,))


def _vehicle(gold: Gold, chance: Random) -> Filled | None:
    sorts = sorted(n for n, fact in gold.facts.items() if n.startswith(_SORT) and fact[0])
    if not sorts:
        return None
    name = chance.choice(sorts)
    amount, unit, page = gold.facts[name]
    return Filled({"k": name.removeprefix(_SORT)}, (f"{amount}{unit}",), (page,), first=True)


def _table_of(gold: Gold, chance: Random) -> Ruled | None:
    tables = [gold.tables[k] for k in ("expenditure", "general_public") if k in gold.tables]
    return chance.choice(tables) if tables else None


def _first_asked(table: Ruled, row: Row, chance: Random) -> tuple[str, ...]:
    return (chance.choice(_BEFORE).format(t=table.names[0], x=row.label),)


def _then_other(gold: Gold, chance: Random) -> Filled | None:
    """Another row of the table that the question before asks of."""
    if (table := _table_of(gold, chance)) is None:
        return None
    rows = table.having(table.sums)
    if len(rows) < len("xy"):
        return None
    one, other = chance.sample(rows, 2)
    slots = {"x": one.label, "y": other.label, "t": table.names[0]}
    wanted = (f"{other.values[table.sums]}{table.unit}",)
    return Filled(slots, wanted, (other.page,), first=True, history=_first_asked(table, one, chance))


def _then_half(end: str) -> Kind:
    """A half of the row that the question before asks of."""

    def fill(gold: Gold, chance: Random) -> Filled | None:
        if (table := _table_of(gold, chance)) is None:
            return None
        column = table.column(end)
        if not (rows := table.having(column, table.sums)):
            return None
        row = chance.choice(rows)
        wanted = (f"{row.values[column]}{table.unit}",)
        return Filled({}, wanted, (row.page,), first=True, history=_first_asked(table, row, chance))

    return fill


def _then_share(gold: Gold, chance: Random) -> Filled | None:
    """What part of its table's total the row is that the question before asks of."""
    if (table := _table_of(gold, chance)) is None or table.total is None or not table.total.values[table.sums]:
        return None
    if not (rows := table.having(table.sums)):
        return None
    row = chance.choice(rows)
    part, whole = (r.values[table.sums] or Decimal(0) for r in (row, table.total))
    wanted = (told(part / whole * 100, "%"),)
    return Filled({"t": table.names[0]}, wanted, (row.page,), history=_first_asked(table, row, chance))


def _then_more(gold: Gold, chance: Random) -> Filled | None:
    """By how much the row before is more, or less, than another."""
    if (table := _table_of(gold, chance)) is None:
        return None
    rows = table.having(table.sums)
    if len(rows) < len("xy"):
        return None
    one, other = chance.sample(rows, 2)
    first, second = (r.values[table.sums] or Decimal(0) for r in (one, other))
    if first == second:
        return None
    slots = {"y": other.label, "t": table.names[0], "w": "多" if first > second else "少"}
    wanted = (f"{abs(first - second)}{table.unit}",)
    return Filled(slots, wanted, (one.page,), history=_first_asked(table, one, chance))


def _not_printed(gold: Gold, chance: Random) -> Filled | None:
    """A name of the classification that the document has nowhere, nor a longer or shorter one."""
    if (table := _table_of(gold, chance)) is None:
        return None
    printed = [r.label for t in gold.tables.values() for r in t.every if len(r.label) >= _SHORTEST - 2]
    names = sorted(
        n for n in standard_names()
        if len(n) >= _SHORTEST and not any(n[:3] in p or n[-4:] in p or p in n for p in printed)
    )  # fmt: skip
    return Filled({"x": chance.choice(names), "t": table.names[0]}, (), (), refused=True)


def _foreign(gold: Gold, chance: Random) -> Filled | None:
    """Of a row what no disclosure tells."""
    table = _table_of(gold, chance)
    if table is None or not (rows := table.having(table.sums)):
        return None
    return Filled(
        {"x": chance.choice(rows).label, "t": table.names[0], "f": chance.choice(_FOREIGN)}, (), (), refused=True
    )


NOTED: dict[str, Kind] = {
    "procurement_total": _noted(*_TOTALS),
    "procurement_sort": _procured,
    "procurement_share": _procured_share,
    "vehicles": _noted("共有车辆"),
    "vehicle_sort": _vehicle,
    "equipment": _noted("单位价值100万元以上设备"),
    "people": _noted("人员经费"),
    "running": _noted("公用经费"),
    "then_other": _then_other,
    "then_project": _then_half("项目支出"),
    "then_basic": _then_half("基本支出"),
    "then_share": _then_share,
    "then_more": _then_more,
    "not_printed": _not_printed,
    "foreign": _foreign,
}
"""What may be asked, by the names that the bank of wordings has for it."""
