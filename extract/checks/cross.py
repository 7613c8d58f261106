"""Identities across tables (CHECKS 3, 4, 7, 9 to 14, 16, 21 to 24, 27)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from extract.checks.base import Book, Class, Outcome, Result, Term, View, at_most, equal, present
from extract.checks.tables import grand_total, subtotal, total_of
from extract.model import Kind
from extract.text import key

_CARRY = {"carry_in", "use_balance"}
_ZERO = Term(Decimal(0), Decimal(0), None, "空白", 0, None)


def _total(view: View | None) -> Term | None:
    """The 合计 of an expenditure table; zero where the table is there and empty."""
    if view is None:
        return None
    row, column = view.total_row(), view.total_column()
    found = view.term(row, column) if row is not None and column is not None else None
    if found is not None:
        return found
    if not view.table.figures:
        return _ZERO
    return _single_class(view, column)


def _single_class(view: View, column: int | None) -> Term | None:
    tops = [r for code, rows in view.by_code.items() if len(code) == 3 for r in rows]
    return view.term(tops[0], column) if len(tops) == 1 and column is not None else None


def income_columns(book: Book) -> Iterator[Result]:
    """Each column of 收入总表 equals its row of 收支总表 (3); columns that 收支总表 has no row for are zero (4)."""
    t1, t2 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.INCOME)
    if t1 is None or t2 is None or (row := t2.total_row()) is None:
        return
    column = t1.total_column("income")
    if column is None:
        return
    roles = {t2.table.columns[i].role for i in t2.current()}
    for i in t2.current():
        role = t2.table.columns[i].role
        left = t2.term(row, i)
        if left is None or not role or t2.column(role) != i:
            continue
        if role == "total":
            whole = (
                grand_total(t1, "income") if roles & _CARRY else (subtotal(t1, "income") or grand_total(t1, "income"))
            )
            right = present(whole)
            where = "收入合计"
        else:
            right = present(*(t1.term(r, column) for r in t1.rows_of(role, "income")))
            where = t2.table.columns[i].name
            if role == "carry_in" and len(right) != 1:
                continue
        message = f"《{t2.name}》的{where}应等于《{t1.name}》的同一项"
        if len(right) == 1 and (result := equal("income_table", Class.H, left, right, message, t2.table.kind)):
            yield result
        elif not right and role in {"superior", "affiliated"} and left.ref is not None:
            message = f"《{t1.name}》没有“{where}”，《{t2.name}》该列应为零"
            yield from filter(None, [equal("income_absent", Class.C, left, [_ZERO], message, t2.table.kind)])


def income_items(book: Book) -> Iterator[Result]:
    """收入总表 with items as rows: each item equals its row of 收支总表 (3)."""
    t1, t2 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.INCOME)
    if t1 is None or t2 is None or t2.by_code or len(t2.table.rows) < 3:
        return
    mine, theirs = t2.total_column(), t1.total_column("income")
    if mine is None or theirs is None:
        return
    for label, rows in t2.by_label.items():
        same = [r for r in t1.by_label.get(label, []) if t1.side_of(t1.table.rows[r]) == "income"]
        if len(rows) != 1 or len(same) != 1:
            continue
        left, right = t2.term(rows[0], mine), t1.term(same[0], theirs)
        if left is None or right is None:
            continue
        message = f"《{t2.name}》的“{label}”应等于《{t1.name}》的同一项"
        if result := equal("income_items", Class.H, left, [right], message, t2.table.kind):
            yield result


def expenditure_total(book: Book) -> Iterator[Result]:
    """支出总表 合计 = 收支总表 本年支出合计; each 类 = its row there; 基本 and 项目支出 too where both print them (7)."""
    t1, t3 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.EXPENDITURE)
    if t1 is None or t3 is None:
        return
    left = _total(t3)
    right = subtotal(t1, "expenditure") or grand_total(t1, "expenditure")
    if left is not None and right is not None:
        message = f"《{t3.name}》合计应等于《{t1.name}》本年支出合计"
        if result := equal("expenditure_table", Class.H, left, [right], message, t3.table.kind):
            yield result
    yield from _classes(t3, t1, "expenditure_classes", t3.total_column(), None)
    split = [t1.column("staff", "expenditure"), t1.column("running", "expenditure")]
    basic = (
        [c for c in split if c is not None]
        if len(present_columns(split)) == 2
        else present_columns([t1.column("basic", "expenditure")])
    )
    yield from _classes(t3, t1, "expenditure_classes", t3.column("basic"), basic)
    yield from _classes(t3, t1, "expenditure_classes", t3.column("project"), [t1.column("project", "expenditure")])


def present_columns(columns: list[int | None]) -> list[int]:
    """The columns that are there."""
    return [c for c in columns if c is not None]


def _classes(
    by_code: View, by_name: View, check: str, column: int | None, others: Sequence[int | None] | None
) -> Iterator[Result]:
    """类 by code in one table against the row of the same name in another, there in its total or in some columns."""
    there = present_columns(list(others or ()))
    if column is None or not (there or others is None):
        return
    for code, rows in by_code.by_code.items():
        if len(code) != 3 or len(rows) != 1:
            continue
        label = key(by_code.table.rows[rows[0]].label)
        same = [r for r in by_name.by_label.get(label, []) if by_name.side_of(by_name.table.rows[r]) == "expenditure"]
        if len(same) != 1:
            continue
        left = by_code.term(rows[0], column)
        right = present(
            *(by_name.term(same[0], c) for c in there) if others is not None else (total_of(by_name, same[0]),)
        )
        if left is None or not right:
            continue
        message = f"“{label}”：《{by_code.name}》的数应等于《{by_name.name}》的数"
        if result := equal(check, Class.H, left, right, message, by_code.table.kind):
            yield result


def fiscal_income(book: Book) -> Iterator[Result]:
    """财政拨款收支总表's 本年收入 by kind of money = 收支总表's; its 上年结转 ≤ 收支总表's (9)."""
    t1, t4 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.FISCAL)
    if t1 is None or t4 is None:
        return
    left_column, right_column = t4.total_column("income"), t1.total_column("income")
    if left_column is None or right_column is None:
        return
    names = {"general": "一般公共预算拨款", "fund": "政府性基金预算拨款", "state_capital": "国有资本经营预算拨款"}
    for role, name in names.items():
        mine, theirs = t4.rows_of(role, "income")[:1], t1.rows_of(role, "income")
        if not mine or len(theirs) != 1:
            continue
        left, right = t4.term(mine[0], left_column), t1.term(theirs[0], right_column)
        if left is None or right is None:
            continue
        message = f"《{t4.name}》的{name}收入应等于《{t1.name}》的同一项"
        if result := equal("fiscal_income", Class.H, left, [right], message, t4.table.kind):
            yield result
    mine, theirs = t4.rows_of("carry_in", "income"), t1.rows_of("carry_in", "income")
    if len(mine) == 1 and len(theirs) == 1:
        left, right = t4.term(mine[0], left_column), t1.term(theirs[0], right_column)
        if left is not None and right is not None:
            message = f"《{t4.name}》的上年结转不应大于《{t1.name}》的上年结转"
            if result := at_most("fiscal_carryover", Class.H, left, right, message, t4.table.kind):
                yield result


def fiscal_expenditure(book: Book) -> Iterator[Result]:
    """财政拨款 本年支出 = 一般公共预算 + 政府性基金 + 国有资本经营 (+ 上年结转 − 结转下年), by kind where printed (10, 11)."""
    t4, t5 = book.view(Kind.FISCAL), book.view(Kind.GENERAL_PUBLIC)
    if t4 is None or t5 is None:
        return
    t7, t8 = book.view(Kind.GOVERNMENT_FUND), book.view(Kind.STATE_CAPITAL)
    whole = subtotal(t4, "expenditure") or grand_total(t4, "expenditure")
    parts = present(_total(t5), _total(t7), _total(t8))
    if whole is not None and _total(t5) is not None:
        message = f"《{t4.name}》支出合计应等于一般公共预算、政府性基金、国有资本经营预算支出之和"
        plain = equal("fiscal_expenditure", Class.H, whole, parts, message, t4.table.kind)
        carried = [*parts, *_carry(t4, "carry_in", "income", 1), *_carry(t4, "carry_out", "expenditure", -1)]
        with_carry = equal(
            "fiscal_expenditure", Class.H, whole, carried, message + "加上年结转减结转下年", t4.table.kind
        )
        candidates = [r for r in (plain, with_carry) if r is not None]
        good = [r for r in candidates if r.outcome in {Outcome.HOLDS, Outcome.ROUNDING}]
        if good or candidates:
            yield (good or candidates)[-1 if not good else 0]
    yield from _by_kind(t4, {"general": t5, "fund": t7, "state_capital": t8})
    column = t4.column("general", "expenditure")
    if column is not None and not _carries(t4):
        yield from _classes(t5, t4, "fiscal_classes", t5.total_column(), [column])
    if not book.final:
        rows = t4.rows_of("general", "income")[:1]
        column = t4.total_column("income")
        left, income = _total(t5), t4.term(rows[0], column) if rows and column is not None else None
        if left is not None and income is not None and left.ref is not None:
            message = f"《{t5.name}》合计应等于《{t4.name}》的一般公共预算拨款收入"
            if result := equal("general_public_total", Class.H, left, [income], message, t5.table.kind):
                carry = _carry(t4, "general", "income", 1)
                if result.outcome is not Outcome.BROKEN or not _explained(left, income, t4):
                    yield result
                elif carry:
                    yield Result(
                        "general_public_total",
                        Class.H,
                        Outcome.NOT_CHECKABLE,
                        (left,),
                        (income,),
                        table=t5.table.kind,
                        covers=False,
                    )


def _explained(total: Term, income: Term, t4: View) -> bool:
    """Whether a 上年结转 of general money makes up the difference: then the table tells this year's and last year's."""
    column = t4.total_column("income")
    rows = t4.rows_of("general", "income")[1:] + t4.rows_of("carry_in", "income")
    return any(
        column is not None
        and (carry := t4.term(r, column)) is not None
        and carry.value
        and abs(total.value - income.value - carry.value) <= 3 * total.quantum
        for r in rows
    )


def _carry(view: View, role: str, side: str, sign: int) -> list[Term]:
    column = view.total_column(side)
    rows = view.rows_of(role, side)
    found = view.term(rows[0], column) if rows and column is not None else None
    if found is None:
        return []
    return [
        Term(
            found.value, found.quantum, found.ref, found.label, found.page, found.box, found.unit, found.doubtful, sign
        )
    ]


def _by_kind(t4: View, tables: dict[str, View | None]) -> Iterator[Result]:
    rows = (
        t4.rows_of("expenditure_subtotal", "expenditure")
        or t4.rows_of("expenditure_current", "expenditure")
        or t4.rows_of("expenditure_total", "expenditure")
    )
    if len(rows) != 1:
        return
    for role, view in tables.items():
        column = t4.column(role, "expenditure")
        right = _total(view)
        left = t4.term(rows[0], column) if column is not None else None
        if left is None or right is None or view is None:
            continue
        message = f"《{t4.name}》的{t4.table.columns[column or 0].name}应等于《{view.name}》合计"
        plain = equal("fiscal_by_kind", Class.H, left, [right], message, t4.table.kind)
        if plain is not None and plain.outcome is Outcome.BROKEN and _carries(t4):
            carried = _carried_kind(t4, role)
            message += "加上年结转减结转下年"
            plain = (
                equal("fiscal_by_kind", Class.H, left, [right, *carried], message, t4.table.kind) if carried else None
            )
        if plain is not None:
            yield plain


def _carries(t4: View) -> bool:
    """Whether the table prints money carried over from last year: then its expenditure holds it too."""
    return any(t.value for t in _carry(t4, "carry_in", "income", 1))


def _carried_kind(t4: View, role: str) -> list[Term]:
    """上年结转 and 结转下年 of one kind of money: the rows of that kind below the carry-overs."""
    column, out = t4.total_column("income"), t4.column(role, "expenditure")
    rows = t4.rows_of(role, "income")[1:2]
    found = [t4.term(r, column) for r in rows if column is not None]
    later = _carry(t4, "carry_out", "expenditure", -1)
    if later and later[0].value and out is not None:
        row = t4.rows_of("carry_out", "expenditure")[0]
        own = t4.term(row, out)
        if own is not None:
            found.append(
                Term(own.value, own.quantum, own.ref, own.label, own.page, own.box, own.unit, own.doubtful, -1)
            )
    return present(*found)


def parts_of_wholes(book: Book) -> Iterator[Result]:
    """A part is at most its whole: 一般公共预算 code ≤ 支出总表 code, column by column (11); 财政拨款 类 ≤ 支出总表 类 (9)."""
    t3 = book.view(Kind.EXPENDITURE)
    if t3 is None or book.final:
        return
    for kind in (Kind.GENERAL_PUBLIC, Kind.GOVERNMENT_FUND):
        view = book.view(kind)
        for role in ("total", "basic", "project") if view is not None else ():
            small_column = (
                view.total_column()
                if view is not None and role == "total"
                else view.column(role)
                if view is not None
                else None
            )
            large_column = t3.total_column() if role == "total" else t3.column(role)
            if view is None or small_column is None or large_column is None:
                continue
            for code, rows in view.by_code.items():
                there = t3.by_code.get(code, [])
                if len(rows) != 1 or len(there) != 1:
                    continue
                small, large = view.term(rows[0], small_column), t3.term(there[0], large_column)
                if small is None or large is None:
                    continue
                message = f"{small.label}：《{view.name}》的数不应大于《{t3.name}》的数"
                if result := at_most("part_of_whole", Class.H, small, large, message, view.table.kind):
                    yield result
    t4 = book.view(Kind.FISCAL)
    column, large_column = t4.total_column("expenditure") if t4 is not None else None, t3.total_column()
    if t4 is None or column is None or large_column is None:
        return
    for code, rows in t3.by_code.items():
        same = [
            r
            for r in t4.by_label.get(key(t3.table.rows[rows[0]].label), [])
            if t4.side_of(t4.table.rows[r]) == "expenditure"
        ]
        if len(code) == 3 and len(rows) == 1 and len(same) == 1:
            small, large = t4.term(same[0], column), t3.term(rows[0], large_column)
            if small is not None and large is not None:
                message = f"{small.label}：《{t4.name}》的数不应大于《{t3.name}》的数"
                if result := at_most("part_of_whole", Class.H, small, large, message, t4.table.kind):
                    yield result


def basic_equals(book: Book) -> Iterator[Result]:
    """基本支出表's total = 一般公共预算支出表's 基本支出 (12)."""
    t5, t6 = book.view(Kind.GENERAL_PUBLIC), book.view(Kind.BASIC)
    if t5 is None or t6 is None:
        return
    row, column = t5.total_row(), t5.column("basic")
    left = t5.term(row, column) if row is not None and column is not None else None
    if left is None:
        return
    message = f"《{t6.name}》的合计应等于《{t5.name}》的基本支出"
    total = t6.total_row()
    if total is not None and len({c.group for c in t6.table.columns}) == 1:
        wide = t6.total_column()
        right = present(t6.term(total, wide) if wide is not None else None)
    else:
        rows = t6.rows_of("staff_total") + t6.rows_of("running_total")
        right = [
            t
            for r in rows
            for c in t6.current()
            if t6.table.columns[c].group == t6.table.rows[r].group and (t := t6.term(r, c)) is not None
        ]
        if len(rows) != 2 or len(right) != 2:
            return
    if result := equal("basic_expenditure", Class.H, left, right, message, t6.table.kind):
        yield result


def fund_income(book: Book) -> Iterator[Result]:
    """政府性基金支出 合计 = 收支总表's 政府性基金 income (13); an empty 国有资本经营 table means none elsewhere."""
    t1, t7, t8 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.GOVERNMENT_FUND), book.view(Kind.STATE_CAPITAL)
    if t1 is None or book.final:
        return
    column = t1.total_column("income")
    for view, role, check in ((t7, "fund", "fund_income"), (t8, "state_capital", "state_capital_income")):
        rows = t1.rows_of(role, "income")
        left = _total(view)
        if view is None or left is None or len(rows) != 1 or column is None:
            continue
        right = t1.term(rows[0], column)
        if right is None or (role == "state_capital" and left.ref is not None):
            continue
        terms = (left, [right]) if left.ref is not None else (right, [left])
        message = f"《{view.name}》合计应等于《{t1.name}》的{t1.table.rows[rows[0]].label}"
        if result := equal(check, Class.H, terms[0], terms[1], message, view.table.kind):
            yield result


def no_state_capital(book: Book) -> Iterator[Result]:
    """An empty 国有资本经营 table means none in 收入总表 and 财政拨款收支总表 either (13)."""
    t8 = book.view(Kind.STATE_CAPITAL)
    if t8 is None or not t8.empty or t8.table.doubts or book.final:
        return
    t2, t4 = book.view(Kind.INCOME), book.view(Kind.FISCAL)
    found: list[tuple[View, Term | None]] = []
    if t2 is not None and (row := t2.total_row()) is not None and (column := t2.column("state_capital")) is not None:
        found.append((t2, t2.term(row, column)))
    if t4 is not None and (rows := t4.rows_of("state_capital", "income")):
        found.append((t4, total_of(t4, rows[0])))
    for view, term in found:
        if term is not None and term.ref is not None:
            message = f"《{t8.name}》为空表，《{view.name}》的国有资本经营预算应为空或零"
            if result := equal("no_state_capital", Class.H, term, [_ZERO], message, view.table.kind):
                yield result


def three_public_bounds(book: Book) -> Iterator[Result]:
    """“三公” item ≥ what 基本支出表 gives for it: 30231, 31013, 30217 (16); 30212 only conditionally, since scholars'
    travel is kept apart from “三公”."""
    t6, t9 = book.view(Kind.BASIC), book.view(Kind.THREE_PUBLIC)
    if t6 is None or t9 is None:
        return
    for role, code, klass in (
        ("vehicle_running", "30231", Class.H),
        ("purchase", "31013", Class.H),
        ("reception", "30217", Class.H),
        ("abroad", "30212", Class.C),
    ):
        rows = t6.by_code.get(code, [])
        large = three_public_item(t9, role)
        if len(rows) != 1 or large is None:
            continue
        columns = [c for c in t6.current() if t6.table.columns[c].group == t6.table.rows[rows[0]].group]
        column = columns[0] if len(columns) == 1 else t6.total_column()
        small = t6.term(rows[0], column) if column is not None else None
        if small is None:
            continue
        message = f"《{t6.name}》{code}{t6.table.rows[rows[0]].label}不应大于《{t9.name}》的同一项"
        if result := at_most("three_public_bound", klass, small, large, message, t9.table.kind):
            yield result


def three_public_item(view: View, role: str) -> Term | None:
    """An item of the 三公 table, whether items are columns or rows."""
    rows = view.rows_of(role)
    if len(rows) == 1 and (column := view.current()) and len(column) == 1:
        return view.term(rows[0], column[0])
    column_of = view.column(role)
    row = view.total_row()
    if row is None and view.table.rows and len({r.line for r in view.table.rows}) == 1:
        row = 0
    return view.term(row, column_of) if column_of is not None and row is not None else None


def same_codes(book: Book) -> Iterator[Result]:
    """收入总表 and 支出总表 by function list the same codes with the same totals (27, budgets)."""
    t2, t3 = book.view(Kind.INCOME), book.view(Kind.EXPENDITURE)
    if t2 is None or t3 is None or book.final or not t2.by_code:
        return
    left_column, right_column = t2.total_column(), t3.total_column()
    if left_column is None or right_column is None:
        return
    for code, rows in t2.by_code.items():
        there = t3.by_code.get(code, [])
        if len(rows) != 1 or len(there) != 1:
            continue
        left, right = t2.term(rows[0], left_column), t3.term(there[0], right_column)
        if left is None or right is None:
            continue
        message = f"{code}{t2.table.rows[rows[0]].label}：《{t2.name}》与《{t3.name}》的合计应相等"
        if result := equal("income_expenditure_codes", Class.C, left, [right], message, t2.table.kind):
            yield result


def special_bonds(book: Book) -> Iterator[Result]:
    """支出总表 20698 = 政府性基金 20698 + 上年结转 of the fund (14)."""
    t3, t4, t7 = book.view(Kind.EXPENDITURE), book.view(Kind.FISCAL), book.view(Kind.GOVERNMENT_FUND)
    if t3 is None or t4 is None or t7 is None or book.final:
        return
    rows, funds = t3.by_code.get("20698", []), t7.by_code.get("20698", [])
    column, fund_column, income = t3.total_column(), t7.total_column(), t4.total_column("income")
    carried = t4.rows_of("fund", "income")[1:]
    if (
        len(rows) != 1
        or len(funds) != 1
        or column is None
        or fund_column is None
        or income is None
        or len(carried) != 1
    ):
        return
    left = t3.term(rows[0], column)
    right = present(t7.term(funds[0], fund_column), t4.term(carried[0], income))
    if left is not None and len(right) == 2:
        message = f"《{t3.name}》20698 应等于《{t7.name}》20698 加政府性基金上年结转"
        if result := equal("special_bonds", Class.C, left, right, message, t3.table.kind):
            yield result


def wholly_state_funded(book: Book) -> Iterator[Result]:
    """Where no other income is printed, 收支总表 = 财政拨款收支总表 in total (24)."""
    t1, t4 = book.view(Kind.INCOME_EXPENDITURE), book.view(Kind.FISCAL)
    if t1 is None or t4 is None or book.final:
        return
    column = t1.total_column("income")
    state = {"fiscal", "general", "fund", "state_capital", "income_total", "income_subtotal", "total", "carry_in"}
    others = [
        t1.term(i, column)
        for i, r in enumerate(t1.table.rows)
        if column is not None and t1.side_of(r) == "income" and r.role not in state
    ]
    if any(t is not None and (t.value or t.doubtful) for t in others):
        return
    left, right = grand_total(t1, "income"), grand_total(t4, "income")
    if left is not None and right is not None:
        message = f"没有其他收入时，《{t1.name}》与《{t4.name}》的收入总计应相等"
        if result := equal("wholly_state_funded", Class.C, left, [right], message, t1.table.kind):
            yield result


def hints(book: Book) -> Iterator[Result]:
    """Hints that sound documents break: economic items against functional ones (22), 职业年金 = 养老保险 ÷ 2 (23)."""
    t5, t6 = book.view(Kind.GENERAL_PUBLIC), book.view(Kind.BASIC)
    if t5 is None or t6 is None:
        return
    pension, annuity = _economic(t6, "30108"), _economic(t6, "30109")
    if pension is not None and annuity is not None:
        message = "职业年金缴费通常是基本养老保险缴费的一半（仅供参考）"
        half = equal("annuity_hint", Class.S, pension, [annuity, annuity], message, t6.table.kind, covers=False)
        if half is not None:
            yield half
    column = t5.column("basic") or t5.total_column()
    for economic, functional in (("30108", "2080505"), ("30109", "2080506"), ("30113", "2210201")):
        mine, theirs = t6.by_code.get(economic, []), t5.by_code.get(functional, [])
        if len(mine) != 1 or len(theirs) != 1 or column is None:
            continue
        columns = [c for c in t6.current() if t6.table.columns[c].group == t6.table.rows[mine[0]].group]
        own = columns[0] if len(columns) == 1 else t6.total_column()
        left = t6.term(mine[0], own) if own is not None else None
        right = t5.term(theirs[0], column)
        if left is None or right is None:
            continue
        message = f"{economic} 通常等于 {functional}（口径可能不同，仅供参考）"
        if result := equal("economic_functional_hint", Class.S, left, [right], message, t6.table.kind, covers=False):
            yield result


def _economic(view: View, code: str) -> Term | None:
    """The amount of an economic code in 基本支出表."""
    rows = view.by_code.get(code, [])
    return total_of(view, rows[0]) if len(rows) == 1 else None
