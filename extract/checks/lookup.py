"""Which cell a phrase of the notes speaks of: 财政拨款收入, 一般公共服务支出（类）…（项）, 公务接待费.

A phrase is looked for in the table that its section explains first; without such a section, in the tables whose words it
uses. Several candidates are returned, likeliest first: the caller says a figure is wrong only where there is one.
"""

from __future__ import annotations

import re

from extract.checks.base import Book, Term, View, present
from extract.checks.cross import three_public_item
from extract.checks.tables import grand_total, subtotal
from extract.model import Fact, Kind
from extract.specs import BY_KIND, role_of, title_kind
from extract.text import folded, key

_SECTIONS: tuple[tuple[Kind, str], ...] = (
    (Kind.THREE_PUBLIC, r"三公"),
    (Kind.STATE_CAPITAL, r"国有资本经营"),
    (Kind.GOVERNMENT_FUND, r"政府性基金"),
    (Kind.BASIC, r"一般公共预算[^/]{0,8}基本支出|基本支出[^/]{0,6}情况"),
    (Kind.GENERAL_PUBLIC, r"一般公共预算[^/]{0,10}(?:支出|拨款)|一般公共预算"),
    (Kind.FISCAL, r"财政拨款(?:收支|收入支出)"),
    (Kind.INCOME_EXPENDITURE, r"(?:收支|收入支出)[^/]{0,8}(?:总|情况)|收支预算|收入支出决算总体"),
    (Kind.INCOME, r"收入(?:总表|预算|决算|情况)"),
    (Kind.EXPENDITURE, r"支出(?:总表|预算|决算|情况)"),
)
_OF_THE_WHOLE = {None, Kind.INCOME_EXPENDITURE, Kind.INCOME, Kind.EXPENDITURE, Kind.GENERAL_PUBLIC}
_PLAIN = {Kind.INCOME, Kind.EXPENDITURE}  # under another table's heading 收入 and 支出 are its sides
_THREE = (
    ("abroad", r"因公出国(?:\(境\))?(?:费用?)?"),
    ("vehicles", r"公务用车购置(?:及|和)运行(?:维护)?费?"),
    ("purchase", r"公务用车购置(?:费|支出)?|购置费"),
    ("vehicle_running", r"(?:公务用车|公车)运行(?:维护)?费?"),
    ("reception", r"公务接待费?"),
    ("total", r"(?:一般公共预算|财政拨款)?三公经费(?:财政拨款)?"),
)


def section_kind(section: str) -> Kind | None:
    """The table that a section explains, from its innermost heading that says so."""
    found: Kind | None = None
    for heading in section.split("/"):
        text = re.sub(r"^关于|的?(?:情况)?(?:说明|情况)$", "", folded(heading))
        kind = title_kind(text) if text.endswith("表") else None
        if kind is None or kind is Kind.OTHER:
            kind = next((k for k, pattern in _SECTIONS if re.search(pattern, key(heading))), None)
        if kind is not None and (found is None or kind not in _PLAIN):
            found = kind
    return found


def candidates(book: Book, fact: Fact) -> list[Term]:
    """The cells that a fact may be stating, likeliest first; none where the phrase names nothing in the tables."""
    item = phrase(fact.item)
    if not item or "绩效" in fact.section.rsplit("/", 1)[-1] + fact.sentence:
        return []
    budgeted = fact.relation == "budgeted" or (
        book.final and re.search(r"预算(?:数|安排)?$", folded(fact.item)) is not None
    )
    if budgeted:
        role = next((r for r, pattern in _THREE if re.fullmatch(pattern + r"(?:支出)?", item)), "")
        return _three_public(book, role, budgeted=True) if role else []
    if "(类)" in item:
        return _by_classification(book, fact, item)
    section = section_kind(fact.section)
    for role, pattern in _THREE:
        if re.fullmatch(pattern + r"(?:支出)?", item):
            return _three_public(book, role, budgeted=False)
    if re.fullmatch(r"机关运行(?:经费|费)(?:支出)?", item):
        view = book.view(Kind.THREE_PUBLIC)
        return present(three_public_item(view, "agency_operating")) if view is not None else []
    if re.fullmatch(r"本年(?:收入|支出)(?:合计)?", item) and section in _OF_THE_WHOLE:
        section = Kind.INCOME_EXPENDITURE
    found = _in_section(book, section, item) if section is not None else []
    return found or _anywhere(book, item, section)


def phrase(item: str) -> str:
    """A fact's item as a name: brackets of remarks, trailing 预算数/决算数/金额 removed."""
    text = re.sub(r"^(?:全年|当年|本年度|年初)(?=收|支|总|预算|财政|一般)", "", folded(item))
    text = re.sub(r"\((?!类|款|项|境|护|役)[^()]*\)$", "", text)
    text = re.sub(r"^.*?(?:本级|部门|单位|本年|当年)?(?=本年(?:收入|支出)(?:合计|总计)$)", "", text)
    while (shorter := re.sub(r"(?:预算数|决算数|预算总额|总额|金额|数额|预算安排|预算)$", "", text)) != text and len(
        shorter
    ) > 2:
        text = shorter
    return text


def _by_classification(book: Book, fact: Fact, item: str) -> list[Term]:
    names = [key(part) for part in re.split(r"\([类款项]\)", item) if part]
    names = [re.sub(r"^[“\"]", "", n) for n in names]
    kinds = (
        [Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND]
        if section_kind(fact.section) is not Kind.GOVERNMENT_FUND
        else [Kind.GOVERNMENT_FUND]
    )
    if section_kind(fact.section) is Kind.EXPENDITURE:
        kinds = [Kind.EXPENDITURE]
    for kind in kinds:
        view = book.view(kind)
        column = view.total_column() if view is not None else None
        if view is None or column is None:
            continue
        codes = [""]
        for depth, name in enumerate(names):
            codes = [
                code
                for code, rows in view.by_code.items()
                if len(code) == 3 + 2 * depth
                and code.startswith(tuple(codes))
                and key(view.table.rows[rows[0]].label) == name
            ]
            if not codes:
                break
        if len(codes) == 1 and codes[0]:
            return present(*(view.term(row, column) for row in view.by_code[codes[0]][:1]))
    return []


def _three_public(book: Book, role: str, *, budgeted: bool) -> list[Term]:
    view = book.view(Kind.THREE_PUBLIC)
    if view is None:
        return []
    if book.final and budgeted:
        columns = [i for i, c in enumerate(view.table.columns) if c.role == role and c.measure == "budget"]
        row = view.total_row() if view.total_row() is not None else 0
        return present(view.term(row or 0, columns[0])) if len(columns) == 1 and view.table.rows else []
    return present(three_public_item(view, role))


def _in_section(book: Book, kind: Kind, item: str) -> list[Term]:
    view = book.view(kind)
    if view is None:
        return []
    if BY_KIND[kind].two_sided:
        return _two_sided(view, item)
    if kind is Kind.INCOME:
        return _income(view, item)
    if kind is Kind.BASIC:
        return _basic(view, item)
    if kind is Kind.THREE_PUBLIC:
        return []
    if kind is Kind.GOVERNMENT_FUND and re.fullmatch(r"政府性基金(?:预算)?(?:财政)?(?:拨款)?", item):
        return _expenditure(view, item + "支出")
    return _expenditure(view, item)


def _two_sided(view: View, item: str) -> list[Term]:
    if view.table.kind is Kind.FISCAL:
        item = re.sub(r"^财政拨款(?=收支|收入|支出)", "", item)
    if re.fullmatch(
        r"(?:收支|收入支出|收、支)(?:总计|总预算|总决算|总额|总|预算|决算)?|(?:部门|单位)?预算|收支总体?", item
    ):
        return present(grand_total(view, "income"))
    if re.fullmatch(r"收入(?:总计|总预算|总额|总)?", item):
        return present(grand_total(view, "income"))
    if re.fullmatch(r"支出(?:总计|总预算|总额|总)?", item):
        return present(grand_total(view, "expenditure"))
    if re.fullmatch(r"本年收入(?:合计|总计)?", item):
        return present(subtotal(view, "income"))
    if re.fullmatch(r"本年支出(?:合计|总计)?", item):
        return present(subtotal(view, "expenditure"))
    found = []
    role = role_of(BY_KIND[view.table.kind].rows, item)
    for side in ("income", "expenditure"):
        column = view.total_column(side)
        if column is None:
            continue
        rows = (
            view.rows_of(role, side)
            if role
            else [r for r in view.by_label.get(key(item), []) if view.side_of(view.table.rows[r]) == side]
        )
        found += present(*(view.term(r, column) for r in rows[:1]))
    return found[:1]


def _income(view: View, item: str) -> list[Term]:
    row = view.total_row()
    if row is None:
        return []
    if re.fullmatch(r"(?:本年)?收入(?:总计|合计|预算|总额)?", item):
        column = view.total_column()
    else:
        role = role_of(BY_KIND[Kind.INCOME].columns, item)
        column = view.column(role) if role else None
    return present(view.term(row, column)) if column is not None else []


def _basic(view: View, item: str) -> list[Term]:
    row = view.total_row()
    for pattern, role in ((r"人员(?:经费|支出)", "staff"), (r"(?:日常)?公用(?:经费|支出)", "running")):
        if re.fullmatch(pattern, item):
            rows = view.rows_of(f"{role}_total")
            if len(rows) == 1:
                columns = [c for c in view.current() if view.table.columns[c].group == view.table.rows[rows[0]].group]
                return present(view.term(rows[0], columns[0])) if len(columns) == 1 else []
            column = view.column(role)
            return present(view.term(row, column)) if row is not None and column is not None else []
    if re.fullmatch(r".*基本支出", item) and row is not None and (column := view.total_column()) is not None:
        return present(view.term(row, column))
    return []


def _expenditure(view: View, item: str) -> list[Term]:
    row = view.total_row()
    if row is None:
        return []
    for pattern, role in ((r"基本支出", "basic"), (r"项目支出", "project")):
        if re.fullmatch(pattern, item):
            column = view.column(role)
            return present(view.term(row, column)) if column is not None else []
    column = view.total_column()
    if column is None:
        return []
    if re.fullmatch(
        r"(?:本年)?(?:一般公共预算|政府性基金|国有资本经营)?(?:预算)?(?:财政)?(?:拨款)?支出(?:总计|合计)?|合计|总计",
        item,
    ):
        return present(view.term(row, column))
    if item == "本年收入" and (income := view.column("income")) is not None:
        return present(view.term(row, income))
    rows = view.by_label.get(key(item), [])
    return present(view.term(rows[0], column)) if len(rows) == 1 else []


def _anywhere(book: Book, item: str, section: Kind | None) -> list[Term]:
    """The phrase in any table whose words it uses, where its section explains none."""
    found: list[Term] = []
    t1, t4 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.FISCAL)
    if "财政拨款" in item and re.search(r"收支|收入支出", item):
        return _two_sided(t4, item) if t4 is not None else []
    if re.fullmatch(r"一般公共预算(?:财政)?(?:拨款)?支出", item):
        view = book.view(Kind.GENERAL_PUBLIC)
        return _expenditure(view, item) if view is not None else []
    if re.fullmatch(r"(?:一般公共预算)(?:财政)?(?:拨款)?基本支出", item):
        view = book.view(Kind.BASIC)
        return _basic(view, item) if view is not None else []
    if section in {None, Kind.INCOME_EXPENDITURE, Kind.INCOME, Kind.EXPENDITURE} and t1 is not None:
        suffix = next(
            (s for s in ("收入预算", "支出预算", "收支总预算", "收入支出总计", "收支总计") if item.endswith(s)), ""
        )
        name = (
            phrase(suffix)
            if suffix
            and "财政拨款" not in item
            and "政府性" not in item
            and "一般公共" not in item
            and "国有" not in item
            else item
        )
        found += _two_sided(t1, re.sub(r"预算$", "", name) if name in {"收入预算", "支出预算"} else name)
    return found
