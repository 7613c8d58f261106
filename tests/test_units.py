"""The unit of money of a table is borne out by others, or its sums verify nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from extract import extract
from extract.checks import Book, Outcome, run
from extract.checks.units import Standing, standings
from extract.gate import judge
from extract.model import Cell, Disclosure, Kind, Severity, Table, Verdict
from tests.builders import Draft, table
from tests.pdfs import A4, ROWS, UNIT, WIDTHS, pdf, ruled, save, write
from tests.pdfs import HEADER as PRINTED_HEADER

TOTALS = table(
    Kind.INCOME_EXPENDITURE,
    "收入/预算数 | 支出/预算数",
    "一、一般公共预算拨款收入 5,000.00 | 一、科学技术支出 5,000.00\n收入总计 5,000.00 | 支出总计 5,000.00",
)
FISCAL = table(
    Kind.FISCAL,
    "收入/预算数 | 支出/预算数",
    "一、一般公共预算拨款 5,000.00 | 一、科学技术支出 5,000.00\n收入总计 5,000.00 | 支出总计 5,000.00",
)
"""Ties to TOTALS by 一般公共预算拨款."""


def three(total: str, reception: str, running: str, unit: str = "万元") -> Table:
    """A “三公” table whose sums hold."""
    return table(
        Kind.THREE_PUBLIC,
        "合计 公务接待费 公务用车运行费",
        f"· {total} {reception} {running}",
        unit=unit,
    )


def basic(reception: str, unit: str = "万元") -> Table:
    """基本支出表 with reception alone, tied to nothing."""
    return table(Kind.BASIC, "合计", f"30217 公务接待费 {reception}", unit=unit)


def in_yuan(shown: Table) -> Table:
    """The same amounts, printed in 元."""

    def cell(c: Cell) -> Cell:
        value = c.value * 10_000 if c.value is not None else None
        return c.model_copy(update={"unit": "元", "value": value})

    return shown.model_copy(update={"unit": "元", "cells": tuple(map(cell, shown.cells))})


def standing(disclosure: Disclosure, kind: Kind) -> Standing:
    """The standing of the one unit of a table."""
    results = run(Book.of(disclosure))
    (own,) = {s for (t, _), s in standings(disclosure.tables, results).items() if t == kind.value}
    return own


@dataclass(frozen=True)
class Case:
    """A disclosure, and what is made of the unit of its “三公” table."""

    name: str
    draft: Draft
    standing: Standing
    verdict: Verdict

    def __str__(self) -> str:
        return self.name


SAID = ("二、/关于三公经费的说明", "“三公”经费预算数为4.00万元，其中公务接待费3.00万元。")
V, G, R = Verdict.VERIFIED, Verdict.GROUNDED, Verdict.REVIEW
CASES = [
    Case("a document of one table", Draft((three("4.00", "3.00", "1.00"),)), Standing.ALONE, G),
    Case("tied to a note with a unit of its own", Draft((three("4.00", "3.00", "1.00"),), (SAID,)), Standing.PROVED, V),
    Case(
        "in 元, told in the notes in 万元",
        Draft((in_yuan(three("4.00", "3.00", "1.00")),), (SAID,)),
        Standing.PROVED,
        V,
    ),
    Case(
        "printed like the tables that tie, too small for 元",
        Draft((TOTALS, FISCAL, three("4.00", "3.00", "1.00"))),
        Standing.AGREED,
        V,
    ),
    Case(
        "printed like the tables that tie, but it might be 元",
        Draft((TOTALS, FISCAL, three("4,000.00", "3,000.00", "1,000.00"))),
        Standing.ALONE,
        G,
    ),
    Case(
        "万 not seen: unlike the tables that tie",
        Draft((TOTALS, FISCAL, three("4.00", "3.00", "1.00", "元"))),
        Standing.APART,
        R,
    ),
    Case(
        "万 not seen, in a document in 元: too small",
        Draft((in_yuan(TOTALS), in_yuan(FISCAL), three("4.00", "3.00", "1.00", "元"))),
        Standing.APART,
        R,
    ),
    Case(
        "万 not seen, in a document in 元, large enough",
        Draft((in_yuan(TOTALS), in_yuan(FISCAL), three("4,000.00", "3,000.00", "1,000.00", "元"))),
        Standing.ALONE,
        G,
    ),
    Case(
        "万 seen that is not printed: more than the whole",
        Draft((TOTALS, FISCAL, three("40000.00", "30000.00", "10000.00"))),
        Standing.APART,
        R,
    ),
    Case(
        "in 元, as 万元 it would be more than the whole",
        Draft((in_yuan(TOTALS), in_yuan(FISCAL), three("40000.00", "30000.00", "10000.00", "元"))),
        Standing.PROVED,
        V,
    ),
    Case(
        "unlike the tables that tie, and in 元 it would be nothing",
        Draft((in_yuan(TOTALS), in_yuan(FISCAL), three("4.00", "3.00", "1.00"))),
        Standing.ALONE,
        G,
    ),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_sum_verifies_only_where_the_unit_is_borne_out(case: Case) -> None:
    made = case.draft.made()
    assert standing(made, Kind.THREE_PUBLIC) is case.standing
    judged = judge(made)
    (shown,) = (t for t in judged.tables if t.kind is Kind.THREE_PUBLIC)
    assert {c.verdict for c in shown.figures} == {case.verdict}


def test_a_table_that_holds_a_known_part_is_in_no_smaller_unit() -> None:
    note = ("二、/关于一般公共预算基本支出表的说明", "一般公共预算基本支出3,000.00万元。")
    known = table(Kind.BASIC, "合计", "30217 公务接待费 3,000.00\n合计 3,000.00")
    shown = three("4,000.00", "3,000.00", "1,000.00")
    assert standing(Draft((TOTALS, FISCAL, known, shown), (note,)).made(), Kind.THREE_PUBLIC) is Standing.PROVED
    assert standing(Draft((TOTALS, FISCAL, known, shown)).made(), Kind.THREE_PUBLIC) is Standing.ALONE


def test_what_is_not_borne_out_is_told() -> None:
    for case in CASES:
        judged = judge(case.draft.made())
        told = [f for f in judged.findings if f.check == "unit_borne_out" and f.table == Kind.THREE_PUBLIC]
        wanted = {Standing.ALONE: [Severity.INFO], Standing.APART: [Severity.WARNING]}.get(case.standing, [])
        assert [f.severity for f in told] == wanted, case
        assert all("单位" in f.message for f in told)


def test_where_all_units_are_borne_out_the_check_holds() -> None:
    results = [r for r in run(Book.of(Draft((TOTALS, FISCAL)).made())) if r.check == "unit_borne_out"]
    assert [r.outcome for r in results] == [Outcome.HOLDS, Outcome.HOLDS]


def test_a_document_that_has_lost_the_same_character_everywhere_bears_nothing_out() -> None:
    """A whole institute's year of 5,000 元: nobody lives on that."""

    def lost(shown: Table) -> Table:
        cells = tuple(c.model_copy(update={"unit": "元"}) for c in shown.cells)
        return shown.model_copy(update={"unit": "元", "cells": cells})

    judged = judge(Draft((lost(TOTALS), lost(FISCAL))).made())
    assert Verdict.VERIFIED not in {c.verdict for t in judged.tables for c in t.figures}


def test_zero_is_zero_in_any_unit() -> None:
    judged = judge(Draft((three("0.00", "0.00", "0.00"),)).made())
    assert {c.verdict for t in judged.tables for c in t.figures} == {Verdict.VERIFIED}


def test_forms_of_one_document_bear_one_another_out() -> None:
    def form(name: str, unit: str = "万元") -> Table:
        columns = "年度资金总额@total 财政拨款@fiscal 其他资金@other"
        return table(Kind.PERFORMANCE, columns, "项目 2,500.00 2,000.00 500.00", unit=unit, name=name)

    def seen(*forms: Table) -> dict[str, Standing]:
        made = Draft((TOTALS, FISCAL, *forms)).made()
        return {t: s for (t, _), s in standings(made.tables, run(Book.of(made))).items() if t in {"a", "b"}}

    assert seen(form("a"), form("b")) == {"a": Standing.AGREED, "b": Standing.AGREED}
    assert seen(form("a")) == {"a": Standing.ALONE}
    assert seen(form("a"), form("b", "元")) == {"a": Standing.ALONE, "b": Standing.APART}


# --- on pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("overleaf", "doubted"), [("单位：万元", False), ("单位：元", True), ("", False)])
def test_another_unit_above_the_second_page_of_a_table_is_a_doubt(overleaf: str, doubted: bool, tmp_path: Path) -> None:
    document = pdf.open()
    for number, rows in enumerate((ROWS[:3], ROWS[3:])):
        page = document.new_page(width=A4[0], height=A4[1])
        if number == 0:
            write(page, (220, 100), "支出预算总表", 14)
        unit = UNIT if number == 0 else overleaf
        if unit:
            write(page, (450, 125), unit)
        ruled(page, [PRINTED_HEADER, *rows], WIDTHS, top=140)
    save(document, tmp_path / "two.pdf")
    (shown,) = extract(tmp_path / "two.pdf").tables
    assert shown.pages == (1, 2)
    assert ("units_differ" in shown.doubts) is doubted
    assert ({c.verdict for c in shown.figures} == {Verdict.REVIEW}) is doubted
