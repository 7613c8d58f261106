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


_EVERYDAY = {
    "差旅费": ("出差的钱", "出差费用", "差旅"),
    "会议费": ("开会的钱", "会议开支", "会务费用"),
    "培训费": ("培训的钱", "培训开支", "职工培训费用"),
    "电费": ("用电的钱", "电费开支", "交电费的钱"),
    "水费": ("用水的钱", "水费开支", "交水费的钱"),
    "邮电费": ("邮寄和通讯费用", "邮电开支", "电话和邮寄的钱"),
    "印刷费": ("印东西的钱", "印刷开支", "印刷"),
    "办公费": ("办公开支", "日常办公的钱", "办公用品的钱"),
    "物业管理费": ("物业费", "交物业的钱", "物业开支"),
    "租赁费": ("租房租设备的钱", "租金", "租赁开支"),
    "维修（护）费": ("维修的钱", "维修维护费用", "修东西的钱"),
    "劳务费": ("劳务开支", "付给外面人的劳务费", "劳务报酬"),
    "工会经费": ("工会的钱", "给工会的经费", "工会开支"),
    "福利费": ("职工福利", "发福利的钱", "福利开支"),
    "退休费": ("退休人员的钱", "退休金", "发给退休人员的退休费"),
    "住房公积金": ("公积金", "给职工缴的公积金", "缴公积金的钱"),
    "绩效工资": ("绩效", "发绩效的钱"),
    "奖金": ("发奖金的钱", "职工奖金"),
    "津贴补贴": ("津补贴", "各种津贴和补贴"),
    "职业年金缴费": ("缴职业年金的钱", "职业年金"),
    "专用设备购置": ("买专用设备的钱", "购置专用设备"),
    "办公设备购置": ("买办公设备的钱", "购置办公设备"),
    "公务用车运行维护费": ("养车的钱", "公车运行维护", "公务车的运行维护费用"),
}
"""What people call items of basic expenditure."""


def _everyday(gold: Gold, chance: Random) -> Filled | None:
    """An item of basic expenditure that is printed nowhere else, by an everyday name."""
    items = {label: told for label, told in gold.basic_items().items() if label in _EVERYDAY}
    labels = [label for label in sorted(items) if gold.alone(label)]
    if not labels:
        return None
    label = chance.choice(labels)
    amount, page = items[label]
    slots = {"x": chance.choice(_EVERYDAY[label])}
    return Filled(slots, (f"{amount}{gold.tables['basic'].unit}",), (page,), first=True)


def _everyday_absent(gold: Gold, chance: Random) -> Filled | None:
    """An everyday name of what the document prints nowhere, nor anything whose name has the same first characters."""
    if "basic" not in gold.tables:
        return None
    printed = {r.label for t in gold.tables.values() for r in t.every} | set(gold.facts) | {"公务用车"}
    labels = sorted(n for n in _EVERYDAY if not any(n[:2] in p for p in printed))
    if not labels:
        return None
    return Filled({"x": chance.choice(_EVERYDAY[chance.choice(labels)])}, (), (), refused=True)


NOTED: dict[str, Kind] = {
    "everyday": _everyday,
    "everyday_absent": _everyday_absent,
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
