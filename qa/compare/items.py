"""What people compare: groups of items that the standard tables print, found by table, role and code, and free words.

An item is said as `qa.documents.pick.Item`s, likeliest first; a group has the printed total of its parts where there is one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.codes import classification
from extract.text import folded, key
from qa.documents.pick import Item
from qa.words.lexicon import lexicon


@dataclass(frozen=True, slots=True)
class Named:
    """One thing to compare. `within`: the key of the item that it is a part of, inside its group."""

    key: str
    name: str
    items: tuple[Item, ...]
    within: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """Things that a person compares together. `total`: what the parts should add up to, as printed, if anything is.

    `fine`: a composition is told by the parts of its parts where those add up. `sparse`: parts that no document fills
    are left out.
    """

    key: str
    name: str
    parts: tuple[Named, ...]
    total: Named | None = None
    fine: bool = False
    sparse: bool = False

    @property
    def members(self) -> tuple[Named, ...]:
        """Its total, then its parts."""
        return self.parts if self.total is None else (self.total, *self.parts)


def _rows(table: str, *roles: str, side: str = "") -> Item:
    return Item((table,), row_roles=roles, sides=(side,) if side else ())


def _columns(table: str, *roles: str) -> Item:
    return Item((table,), column_roles=roles)


def _three_public(role: str, name: str, within: str = "") -> Named:
    """An item of 三公, a column in one layout and a row in another."""
    items = (_columns("three_public", role), _rows("three_public", role))
    return Named(f"three_public.{role}", name, items, f"three_public.{within}" if within else "")


def _income(role: str, name: str, within: str = "") -> Named:
    """A source of income: a row of 收支总表, else the column of 收入总表."""
    items = (_rows("income_expenditure", role, side="income"), _columns("income", role))
    return Named(f"income.{role}", name, items, f"income.{within}" if within else "")


def _spent(table: str, role: str, name: str) -> Named:
    """A column of a table of expenditure by code, on its total row."""
    return Named(f"{table}.{role}", name, (_columns(table, role),))


def _told(name: str, label: str, *also: str, first: Sequence[Item] = ()) -> Named:
    """A figure that notes tell, by all names that it goes by."""
    names = tuple(dict.fromkeys((*(n for a in lexicon().aliases if key(label) in a.means for n in a.means), *also)))
    return Named(name, label.removesuffix("总额"), (*first, Item(("narrative",), row_keys=names or (key(label),))))


_FUNCTIONS = [
    "201",
    "一般公共服务支出",
    "202",
    "外交支出",
    "203",
    "国防支出",
    "204",
    "公共安全支出",
    "205",
    "教育支出",
    "206",
    "科学技术支出",
    "207",
    "文化旅游体育与传媒支出",
    "208",
    "社会保障和就业支出",
    "210",
    "卫生健康支出",
    "211",
    "节能环保支出",
    "212",
    "城乡社区支出",
    "213",
    "农林水支出",
    "214",
    "交通运输支出",
    "215",
    "资源勘探工业信息等支出",
    "216",
    "商业服务业等支出",
    "217",
    "金融支出",
    "219",
    "援助其他地区支出",
    "220",
    "自然资源海洋气象等支出",
    "221",
    "住房保障支出",
    "222",
    "粮油物资储备支出",
    "223",
    "国有资本经营预算支出",
    "224",
    "灾害防治及应急管理支出",
    "227",
    "预备费",
    "229",
    "其他支出",
    "231",
    "债务还本支出",
    "232",
    "债务付息支出",
    "233",
    "债务发行费用支出",
    "234",
    "抗疫特别国债安排的支出",
]
"""The 类 of 《政府收支分类科目》, codes and names."""


def _function(code: str, name: str) -> Named:
    """A 类: in 收支总表 by its name, else in 支出总表 by its code."""
    names = tuple(dict.fromkeys((key(name), *sorted(classification("functional").names.get(code, ())))))
    by_name = Item(("income_expenditure",), row_keys=names, sides=("expenditure",))
    return Named(f"function.{code}", name, (by_name, Item(("expenditure",), row_keys=names, codes=(code,))))


_INCOME_TOTAL = Named(
    "total.income", "收入总计", (_rows("income_expenditure", "income_total", "total", side="income"),)
)
_EXPENDITURE_TOTAL = Named(
    "total.expenditure", "支出总计", (_rows("income_expenditure", "expenditure_total", "total", side="expenditure"),)
)
_INCOME_CURRENT = Named(
    "total.income_current",
    "本年收入合计",
    (
        _rows("income_expenditure", "income_subtotal", side="income"),
        Item(("income",), column_names=("本年收入合计", "本年收入")),
    ),
)
_EXPENDITURE_CURRENT = Named(
    "total.expenditure_current",
    "本年支出合计",
    (_rows("income_expenditure", "expenditure_subtotal", side="expenditure"), _columns("expenditure", "total")),
)

GROUPS: tuple[Group, ...] = (
    Group(
        "three_public",
        "“三公”经费",
        (
            _three_public("abroad", "因公出国（境）费"),
            _three_public("vehicles", "公务用车购置及运行费"),
            _three_public("purchase", "公务用车购置费", "vehicles"),
            _three_public("vehicle_running", "公务用车运行费", "vehicles"),
            _three_public("reception", "公务接待费"),
        ),
        _three_public("total", "“三公”经费合计"),
    ),
    Group(
        "expenditure",
        "基本支出和项目支出",
        (
            _spent("expenditure", "basic", "基本支出"),
            _spent("expenditure", "project", "项目支出"),
            _spent("expenditure", "upward", "上缴上级支出"),
            _spent("expenditure", "operating", "经营支出"),
            _spent("expenditure", "subsidy", "对附属单位补助支出"),
        ),
        _spent("expenditure", "total", "本年支出（支出总表合计）"),
        sparse=True,
    ),
    Group(
        "income",
        "收入构成",
        (
            _income("fiscal", "财政拨款收入"),
            _income("general", "一般公共预算拨款收入", "fiscal"),
            _income("fund", "政府性基金预算拨款收入", "fiscal"),
            _income("state_capital", "国有资本经营预算拨款收入", "fiscal"),
            _income("special_account", "财政专户管理资金收入"),
            _income("superior", "上级补助收入"),
            _income("business", "事业收入"),
            _income("education_fee", "教育收费", "business"),
            _income("operating", "经营收入"),
            _income("affiliated", "附属单位上缴收入"),
            _income("other", "其他收入"),
            _income("use_balance", "使用非财政拨款结余"),
            _income("carry_in", "上年结转"),
        ),
        _INCOME_TOTAL,
        fine=True,
        sparse=True,
    ),
    Group(
        "function",
        "支出按功能分类（类）",
        tuple(_function(c, n) for c, n in zip(_FUNCTIONS[::2], _FUNCTIONS[1::2], strict=True)),
        _EXPENDITURE_CURRENT,
        sparse=True,
    ),
    Group(
        "basic",
        "人员经费和公用经费",
        (
            Named("basic.staff", "人员经费", (_rows("basic", "staff_total"), _columns("basic", "staff"))),
            Named("basic.running", "公用经费", (_rows("basic", "running_total"), _columns("basic", "running"))),
        ),
        Named(
            "basic.total",
            "一般公共预算基本支出",
            (Item(("basic",), column_roles=("total",)), _columns("general_public", "basic")),
        ),
    ),
    Group(
        "total",
        "收入和支出总计",
        (_INCOME_TOTAL, _EXPENDITURE_TOTAL, _INCOME_CURRENT, _EXPENDITURE_CURRENT),
    ),
    Group(
        "general_public",
        "一般公共预算财政拨款支出",
        (
            _spent("general_public", "basic", "一般公共预算基本支出（支出表）"),
            _spent("general_public", "project", "一般公共预算项目支出"),
        ),
        _spent("general_public", "total", "一般公共预算支出合计"),
    ),
    Group(
        "budgets",
        "三本预算的支出",
        (
            _spent("general_public", "total", "一般公共预算支出合计"),
            _spent("government_fund", "total", "政府性基金预算支出"),
            _spent("state_capital", "total", "国有资本经营预算支出合计"),
        ),
    ),
    Group(
        "procurement",
        "政府采购（文字说明）",
        (
            _told("procurement.goods", "政府采购货物预算", "货物预算", "货物采购预算"),
            _told("procurement.works", "政府采购工程预算", "工程预算", "工程采购预算"),
            _told("procurement.services", "政府采购服务预算", "服务预算", "服务采购预算"),
        ),
        _told("procurement.total", "政府采购预算总额", "政府采购金额(以合同签订为准)"),
    ),
    Group(
        "agency",
        "机关运行经费",
        (_told("agency.operating", "机关运行经费", first=(_columns("three_public", "agency_operating"),)),),
    ),
)

_GROUPS = {group.key: group for group in GROUPS}
_NAMED = {named.key: named for group in reversed(GROUPS) for named in group.members}
_ALSO = {
    "三公": "three_public", "三公经费支出": "three_public", "收入来源": "income", "收入": "income", "功能分类": "function",
    "支出功能分类": "function", "基本/项目支出": "expenditure", "人员/公用经费": "basic", "收支总计": "total", "政府采购": "procurement",
    "总收入": "total.income", "总支出": "total.expenditure", "日常公用经费": "basic.running", "财政拨款": "income.fiscal",
    "一般公共预算财政拨款": "income.general", "政府采购预算": "procurement.total", "政府采购预算总额": "procurement.total", "一般公共预算支出": "general_public.total",
}  # fmt: skip


def items() -> tuple[tuple[str, str], ...]:
    """(label, key) of all that can be chosen: each group, then its items; one that stands in two groups once."""
    at_home = {n.key for group in GROUPS for n in group.members if n.key.split(".")[0] == group.key}
    found: dict[str, str] = {}
    for group in GROUPS:
        found[group.key] = group.name
        for named in group.members:
            if named.key.split(".")[0] == group.key or named.key not in at_home:
                found.setdefault(named.key, f"{group.name} · {named.name}")
    return tuple((label, key) for key, label in found.items())


def standard(words: str) -> Group | Named | None:
    """The group or item of a key, a name, or everyday words for one; None where the words mean none of them."""
    if words in _GROUPS or words in _NAMED:
        return _GROUPS.get(words) or _NAMED[words]
    asked = key(words)
    if asked in _ALSO:
        return standard(_ALSO[asked])
    named: list[Group | Named] = [*GROUPS, *_NAMED.values()]
    found = next((n for n in named if key(n.name) == asked), None)
    if found is not None:
        return found
    by_name = {key(n.name): n for n in _NAMED.values()}
    text = folded(words)
    meant = [a.means for a in lexicon().aliases if not a.total and not a.wide and a.words.fullmatch(text)]
    return next((by_name[name] for means in meant for name in means[:1] if name in by_name), None)


def economic(words: str) -> Named | None:
    """A 款 of the economic classification by its name (差旅费), None where no or several codes have it, or a functional
    code is called so too."""
    asked = key(words)
    codes = [code for code, names in classification("economic").names.items() if asked in names]
    if len(codes) != 1 or classification("functional").is_name(words):
        return None
    return Named(codes[0], words.strip(), (Item(("basic",), row_keys=(asked,), codes=(codes[0],)),))
