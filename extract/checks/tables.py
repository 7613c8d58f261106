"""Identities within one table (CHECKS 1, 2, 5, 6, 8, 12, 15, 25)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import takewhile

from extract.checks.base import (
    Book,
    Class,
    Outcome,
    Result,
    Term,
    View,
    equal,
    is_among,
    not_checkable,
    present,
)
from extract.model import Column, Kind
from extract.specs import BY_KIND
from extract.text import folded, key

_TOTAL = re.compile(r"合计|小计|总计|本年收入合计|本年支出合计|收入合计|支出合计|收入总计|支出总计|金额")
_MEASURE = re.compile(r"(?:\d{4}年度?)?(?:年初|全年|调整)?(?:预算|决算|执行|支出)数|金额")
_NO_PARTS = {"carry_out", "education_fee", "agency_operating"}
_CODED = (Kind.INCOME, Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL)


def row_sums(book: Book) -> Iterator[Result]:
    """In each row, 合计 (小计) = Σ of the columns beside it under the same header; "其中:" columns are no parts.

    基本支出 = 人员经费 + 公用经费 where the header splits it; 三公 合计 = 出国 + 用车 + 接待, 用车小计 = 购置 + 运行.
    """
    for view in book.views:
        if view.table.kind in {Kind.OTHER, Kind.PERFORMANCE}:
            continue
        for total, parts in header_sums(view.table.columns):
            for row in range(len(view.table.rows)):
                left = view.term(row, total)
                right = present(*(view.term(row, part) for part in parts))
                if left is None or not right:
                    continue
                message = f"《{view.name}》{_where(view, row)}：{_column(view, total)}应等于{'、'.join(_column(view, p) for p in parts)}之和"
                if result := equal("row_sum", Class.H, left, right, message, view.table.kind):
                    yield result


def header_sums(columns: tuple[Column, ...]) -> list[tuple[int, list[int]]]:
    """For each total column the columns that make it up, by the tree of header paths."""
    found: list[tuple[int, list[int]]] = []
    for group in sorted({c.group for c in columns}):
        members = {
            i: tree_path(c)
            for i, c in enumerate(columns)
            if c.group == group and c.measure not in {"change"} and c.unit != "%"
        }
        _node_sums(columns, members, 0, found)
    return found


def tree_path(column: Column) -> tuple[str, ...]:
    """The header path with the measure (预算数, 决算数) first: an item's budget and final columns stand interleaved."""
    path = tuple(folded(p) for p in column.path)
    if len(path) > 1 and _MEASURE.fullmatch(path[-1]) and path[-1] != "金额":
        return (path[-1], *path[:-1])
    return path


def _node_sums(
    columns: tuple[Column, ...], members: dict[int, tuple[str, ...]], depth: int, found: list[tuple[int, list[int]]]
) -> list[int]:
    """Collect the sums below one header; the columns that stand for the whole header."""
    children: dict[str, dict[int, tuple[str, ...]]] = {}
    for i, path in members.items():
        children.setdefault(path[depth] if depth < len(path) else "", {})[i] = path
    stands: dict[str, list[int]] = {}
    for name, below in children.items():
        leaf = len(below) == 1 and len(next(iter(below.values()))) <= depth + 1
        stands[name] = list(below) if leaf or not name else _node_sums(columns, below, depth + 1, found)
    totals = [name for name in stands if _TOTAL.fullmatch(key(name)) and len(stands[name]) == 1]
    if not totals:
        totals = [name for name, below in children.items() if len(below) == 1 and _named_total(columns[min(below)])]
    if len(totals) == 1 and len(stands) > 1:
        total = stands[totals[0]][0]
        parts = [i for name, own in stands.items() if name != totals[0] for i in own if not is_among(columns[i])]
        parts = [i for i in parts if columns[i].role not in _NO_PARTS and not _is_measure(columns[i])]
        if (key(totals[0]) != "金额" and len(parts) > 1) or (
            key(totals[0]) != "金额" and len(parts) == 1 and len(stands) == 2
        ):
            found.append((total, parts))
        return [total]
    return [i for own in stands.values() for i in own if not is_among(columns[i])]


def _named_total(column: Column) -> bool:
    """Whether a column whose header the rules do not know gives the total of those beside it, as the model reader found."""
    return column.role_from == "sums" or (column.role == "total" and column.role_from != "")


def _is_measure(column: Column) -> bool:
    """Whether a column's own name is only a measure (2024年执行数): another year's total, no part of this one's."""
    return _MEASURE.fullmatch(folded(column.path[-1])) is not None if len(column.path) == 1 else False


def code_sums(book: Book) -> Iterator[Result]:
    """类 = Σ 款 and 款 = Σ 项 in each column; a 款 printed without 项 is a leaf."""
    for view in book.views:
        if view.table.kind not in _CODED:
            continue
        for code, rows in view.by_code.items():
            if len(code) not in {3, 5}:
                continue
            children = [
                r for c, rs in view.by_code.items() if len(c) == len(code) + 2 and c.startswith(code) for r in rs
            ]
            if not children or len(rows) > 1:
                continue
            level = "款" if len(code) == 3 else "项"
            yield from _column_sums(view, rows[0], children, "code_sum", f"下列各{level}之和")


def _column_sums(view: View, row: int, children: list[int], check: str, what: str) -> Iterator[Result]:
    shown = view.table.rows[row]
    for column in range(len(view.table.columns)):
        if view.table.columns[column].unit == "%":
            continue
        left = view.term(row, column)
        right = present(*(view.term(child, column) for child in children))
        if left is None or not right:
            continue
        message = f"《{view.name}》{shown.code}{shown.label}的{_column(view, column)}应等于{what}"
        zero = left.ref is None and _adds_up_without(view, row, column)
        if result := equal(check, Class.H, left, right, message, view.table.kind, blank_is_zero=zero):
            yield result


def _adds_up_without(view: View, row: int, column: int) -> bool:
    """Whether a row's total is made by its other columns alone: then a blank among its parts is zero."""
    for total, parts in header_sums(view.table.columns):
        whole = view.term(row, total)
        others = present(*(view.term(row, p) for p in parts))
        if column in parts and whole is not None and whole.ref is not None and not any(t.doubtful for t in others):
            return whole.value == sum((t.value for t in others), Decimal(0))
    return False


def total_sums(book: Book) -> Iterator[Result]:
    """合计 = Σ 类 in each column."""
    for view in book.views:
        if view.table.kind not in _CODED:
            continue
        row = view.total_row()
        tops = [r for code, rows in view.by_code.items() if len(code) == 3 for r in rows]
        if not tops:
            shortest = min((len(c) for c in view.by_code), default=0)
            tops = [r for code, rows in view.by_code.items() if len(code) == shortest for r in rows]
        groups = {view.table.rows[r].group for r in tops}
        if row is not None and tops and len(groups) == 1 and view.table.rows[row].group in groups:
            yield from _column_sums(view, row, tops, "total_sum", "各类之和")


_STAFF = ("301", "303")


def basic_totals(book: Book) -> Iterator[Result]:
    """基本支出表: 人员经费合计 = 301 + 303; 公用经费合计 = 302 + 310 and the other 类 printed; 合计 = both."""
    view = book.view(Kind.BASIC)
    if view is None:
        return
    tops = {code: rows[0] for code, rows in view.by_code.items() if len(code) == 3 and len(rows) == 1}
    staff, running = view.rows_of("staff_total"), view.rows_of("running_total")
    for rows, codes, name in (
        (staff, [c for c in tops if c in _STAFF], "301、303"),
        (running, [c for c in tops if c not in _STAFF], "302、310 等各类"),
    ):
        if len(rows) != 1 or not codes:
            continue
        left = total_of(view, rows[0])
        right = present(*(total_of(view, tops[c]) for c in codes))
        message = f"《{view.name}》{view.table.rows[rows[0]].label}应等于 {name} 之和"
        if left is not None and (result := equal("basic_total", Class.H, left, right, message, view.table.kind)):
            yield result
    total = view.total_row()
    if total is not None and len(staff) == 1 and len(running) == 1:
        left = total_of(view, total)
        right = present(total_of(view, staff[0]), total_of(view, running[0]))
        message = f"《{view.name}》合计应等于人员经费与公用经费之和"
        if left is not None and (result := equal("basic_total", Class.H, left, right, message, view.table.kind)):
            yield result


def total_of(view: View, row: int) -> Term | None:
    """A row's total: its term in the one current column of its group, or in the group's total column."""
    columns = [c for c in view.current() if view.table.columns[c].group == view.table.rows[row].group]
    if len(columns) > 1:
        total = [c for c in columns if view.table.columns[c].role == "total"]
        columns = total if len(total) == 1 else []
    return view.term(row, columns[0]) if len(columns) == 1 else None


def _level(label: str) -> int:
    """The depth that an enumerator gives a row: 一、 1; (一) 2; 1. 3; 其中 4; none 0."""
    text = folded(label)
    for level, pattern in (
        (4, r"^其中"),
        (1, r"^[一二三四五六七八九十]+[、.．]"),
        (2, r"^[(（][一二三四五六七八九十]+[)）]"),
        (3, r"^(?:\d+[、.．]|[(（]\d+[)）])"),
    ):
        if re.match(pattern, text):
            return level
    return 0


_KINDS = {"general", "fund", "state_capital"}
_SUBTOTAL = {"income_subtotal", "expenditure_subtotal", "income_current", "expenditure_current"}


def side_sums(book: Book) -> Iterator[Result]:
    """收支总表 and 财政拨款收支总表, each side: 本年合计 = Σ items; 总计 = 本年合计 + carry-overs; an item = Σ its parts."""
    for view in book.views:
        if not (_two_sided(view) or _by_item(view)):
            continue
        for group in sorted({c.group for c in view.table.columns}):
            rows = [i for i, r in enumerate(view.table.rows) if r.group == group and (r.label or r.code)]
            for column in view.columns_of_group(group):
                if view.table.columns[column].unit != "%":
                    yield from _side(view, rows, column)


def _by_item(view: View) -> bool:
    """Whether 收入总表 or 支出总表 lists items as rows (收入来源, 支出性质) and not codes."""
    return view.table.kind in {Kind.INCOME, Kind.EXPENDITURE} and not view.by_code and len(view.table.rows) > 2


def _two_sided(view: View) -> bool:
    spec = BY_KIND.get(view.table.kind)
    return spec is not None and spec.two_sided


def _side(view: View, rows: list[int], column: int) -> Iterator[Result]:
    """One side in one column. 按支出性质 panels print 人员经费, 公用经费 and 经济分类 below their items: no items themselves."""
    by_nature = any(key(view.table.rows[i].label) == "基本支出" for i in rows)
    tops: list[int] = []
    parts: dict[int, list[int]] = {}
    subtotal: int | None = None
    after: list[int] = []
    for i in rows:
        row = view.table.rows[i]
        level = _level(row.label)
        items = tops if subtotal is None else after
        if row.role in _SUBTOTAL and level == 0:
            yield from _sum(view, i, tops, column, "side_subtotal", "以上各项之和")
            subtotal, after = i, []
        elif row.role in {"income_total", "expenditure_total", "total"} and level == 0:
            members = [subtotal, *after] if subtotal is not None else tops
            what = "本年合计与结转结余之和" if subtotal is not None else "以上各项之和"
            yield from _sum(view, i, members, column, "side_total", what)
        elif level == 4 or (by_nature and level == 0 and subtotal is None):
            continue
        elif items and _is_part(view, i, level, items[-1], after_subtotal=subtotal is not None):
            parts.setdefault(items[-1], []).append(i)
        else:
            items.append(i)
    for owner, below in parts.items():
        if len({_level(view.table.rows[b].label) for b in below}) == 1:
            yield from _sum(view, owner, below, column, "item_parts", "其下各项之和")


def _is_part(view: View, row: int, level: int, item: int, *, after_subtotal: bool) -> bool:
    """Whether a row is a part of the item above: deeper enumerated, or set below 本年收入, 本年支出 or 上年结转."""
    own, above = view.table.rows[row], view.table.rows[item]
    if level >= 2:
        return 0 < _level(above.label) < level or (after_subtotal and above.role == "carry_in")
    if above.role in {"carry_in", "carry_out"} and own.role in _KINDS:
        return level == 0 or after_subtotal
    heads = {"income_current", "expenditure_current"}
    return level == 0 and _level(above.label) == 1 and above.role in heads and own.role not in {"carry_in", "carry_out"}


def _sum(view: View, row: int, members: list[int], column: int, check: str, what: str) -> Iterator[Result]:
    left = view.term(row, column)
    right = present(*(view.term(m, column) for m in members))
    if left is None or not right:
        return
    side = view.table.columns[column].name
    message = f"《{view.name}》{view.table.rows[row].label}〔{side}〕应等于{what}"
    if result := equal(check, Class.H, left, right, message, view.table.kind):
        yield result


def balance(book: Book) -> Iterator[Result]:
    """收入总计 = 支出总计 on a two-sided table."""
    for view in book.views:
        if not _two_sided(view):
            continue
        left, right = grand_total(view, "income"), grand_total(view, "expenditure")
        if left is not None and right is not None:
            message = f"《{view.name}》收入总计应等于支出总计"
            if result := equal("balance", Class.H, left, [right], message, view.table.kind):
                yield result


def grand_total(view: View, side: str) -> Term | None:
    """收入总计 or 支出总计 of a two-sided table."""
    return _one(view, view.rows_of(f"{side}_total", side) or view.rows_of("total", side))


def subtotal(view: View, side: str) -> Term | None:
    """本年收入合计 or 本年支出合计 of a two-sided table."""
    return _one(view, view.rows_of(f"{side}_subtotal", side) or view.rows_of(f"{side}_current", side))


def _one(view: View, rows: list[int]) -> Term | None:
    """The one figure of some rows: several panels of a table may print the same total."""
    found = present(*(total_of(view, row) for row in rows))
    return found[0] if found and len({t.value for t in found}) == 1 else None


def nature_parts(book: Book) -> Iterator[Result]:
    """按支出性质 and 经济分类 panels: 基本支出 and 经济分类支出合计 = Σ the items printed below them."""
    for view in book.views:
        if not _two_sided(view):
            continue
        for group in sorted({c.group for c in view.table.columns}):
            rows = [i for i, r in enumerate(view.table.rows) if r.group == group and r.label]
            for n, row in enumerate(rows):
                name = key(view.table.rows[row].label)
                if name != "基本支出" and not re.fullmatch(r"(?:支出)?经济分类(?:支出)?合计", name):
                    continue
                below = _plain_rows(view, rows[n + 1 :])
                for column in view.columns_of_group(group) if len(below) > 1 else ():
                    left = view.term(row, column)
                    right = present(*(view.term(i, column) for i in below))
                    if left is None or not right:
                        continue
                    message = f"《{view.name}》{view.table.rows[row].label}应等于其下各项之和"
                    if result := equal("nature_parts", Class.C, left, right, message, view.table.kind):
                        yield result


def _plain_rows(view: View, rows: list[int]) -> list[int]:
    """The first rows that have neither an enumerator nor a role."""
    return list(takewhile(lambda i: not view.table.rows[i].role and _level(view.table.rows[i].label) == 0, rows))


def three_public_rows(book: Book) -> Iterator[Result]:
    """三公 items printed as rows: 合计 = 因公出国（境） + 公务用车 + 公务接待; 公务用车 = 购置 + 运行."""
    view = book.view(Kind.THREE_PUBLIC)
    if view is None or not view.rows_of("reception"):
        return
    for column in range(len(view.table.columns)):
        if view.table.columns[column].unit == "%":
            continue
        for total, parts in (
            ("total", ("abroad", "vehicles", "reception")),
            ("vehicles", ("purchase", "vehicle_running")),
        ):
            tops = view.rows_of(total)
            below = [rows[0] for part in parts if len(rows := view.rows_of(part)) == 1]
            if len(tops) == 1 and len(below) == len(parts):
                yield from _sum(view, tops[0], below, column, "three_public_rows", "各项之和")


def year_changes(book: Book) -> Iterator[Result]:
    """Columns of change: 增减额 = this year − last year; 增减% = that over last year, rounded as printed."""
    for view in book.views:
        columns = view.table.columns
        changes = [i for i, c in enumerate(columns) if c.measure == "change"]
        if not changes or view.table.kind is Kind.OTHER:
            continue
        base = [
            i
            for i, c in enumerate(columns)
            if c.measure in {"prior", "final", "budget", ""}
            and c.year is not None
            and view.year is not None
            and c.year == view.year - 1
        ]
        this = [
            i
            for i, c in enumerate(columns)
            if c.measure != "change"
            and c.year == view.year
            and (
                c.role == "total"
                or key(c.path[-1]) in {"小计", "合计"}
                or len([d for d in columns if d.year == view.year and d.measure != "change"]) == 1
            )
        ]
        base = [i for i in base if columns[i].measure != "change"]
        if len(base) != 1 or len(this) != 1:
            continue
        for row in range(len(view.table.rows)):
            now, then = view.term(row, this[0]), view.term(row, base[0])
            if now is None or then is None:
                continue
            for column in changes:
                change = view.term(row, column)
                if change is None or change.ref is None:
                    continue
                if columns[column].unit == "%":
                    yield from _percent_change(view, row, change, now, then)
                else:
                    minus = Term(
                        then.value,
                        then.quantum,
                        then.ref,
                        then.label,
                        then.page,
                        then.box,
                        then.unit,
                        then.doubtful,
                        -1,
                    )
                    message = f"《{view.name}》{_where(view, row)}：增减额应等于本年减上年"
                    if result := equal("year_change", Class.H, change, [now, minus], message, view.table.kind):
                        yield result


def _percent_change(view: View, row: int, change: Term, now: Term, then: Term) -> Iterator[Result]:
    if any(t.doubtful for t in (change, now, then)):
        yield not_checkable("year_change", (change,), (now, then), view.table.kind)
        return
    if then.value == 0:
        return
    exact = (now.value - then.value) / then.value * 100
    slack = change.quantum / 2 + abs(exact) * (now.quantum + then.quantum) / (2 * abs(then.value)) + Decimal("0.000001")
    if then.quantum and abs(then.value) < 100 * then.quantum:
        slack += (now.quantum + then.quantum) / abs(then.value) * 100
    off = change.value - exact
    outcome = (
        Outcome.HOLDS if abs(off) <= slack else Outcome.ROUNDING if abs(off) <= 2 * change.quantum else Outcome.BROKEN
    )
    message = f"《{view.name}》{_where(view, row)}：增减幅度应为 {exact:.2f}%"
    yield Result(
        "year_change",
        Class.H,
        outcome,
        (change,),
        (now, then),
        off,
        message,
        view.table.kind,
        True,
        change.page,
        change.box,
        f"{exact:.2f}%",
        f"{change.value}%",
    )


def _where(view: View, row: int) -> str:
    shown = view.table.rows[row]
    return f"“{shown.code}{shown.label}”行" if shown.label or shown.code else "数据行"


def _column(view: View, column: int) -> str:
    return view.table.columns[column].name or "该列"
