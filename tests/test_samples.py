"""The sample disclosures are read whole: every figure of their gold data, and no other, at its place."""

from __future__ import annotations

import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from extract import Disclosure, Verdict, extract
from extract.facts import fact_lines
from extract.model import Kind, Severity, State
from extract.text import folded, key

SAMPLES = Path(__file__).parent.parent / "eval" / "gold"
NAMES = sorted(path.stem for path in SAMPLES.glob("*.pdf"))
INVENTED = [name for name in NAMES if not name.startswith("genome")]

Figure = tuple[str, str, str, str, Decimal, int]


@cache
def read(name: str) -> Disclosure:
    """A sample, read once."""
    return extract(SAMPLES / f"{name}.pdf")


@cache
def gold(name: str) -> dict[str, Any]:
    """A sample's gold data."""
    loaded: dict[str, Any] = json.loads((SAMPLES / f"{name}.gold.json").read_text(encoding="utf-8"))
    return loaded


def expected(name: str) -> Counter[Figure]:
    """The figures of the gold tables: kind, code, label, innermost header, value, page."""
    found: Counter[Figure] = Counter()
    for table in gold(name)["tables"]:
        for row in table["rows"]:
            for column, value in zip(table["columns"], row["values"], strict=True):
                if value is not None:
                    last = key(column.split("/")[-1])
                    found[table["kind"], row["code"], key(row["label"]), last, Decimal(value), row["page"]] += 1
    return found


def got(name: str) -> Counter[Figure]:
    """The figures as read, in the same form."""
    return Counter(
        (
            line["table"],
            line["code"],
            key(line["row"]),
            key(line["column"].split("/")[-1]),
            Decimal(line["value"]),
            int(line["page"]),
        )
        for line in fact_lines(read(name))
        if line["table"] not in {Kind.NARRATIVE, Kind.OTHER}
    )


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_the_tables_is_read_and_no_other(name: str) -> None:
    assert got(name) == expected(name)


@pytest.mark.parametrize("name", NAMES)
def test_every_figure_of_the_notes_is_told(name: str) -> None:
    told = Counter((fact.value, fact.unit, fact.page) for fact in read(name).facts)
    stated = Counter(
        (Decimal(str(fact["value"]).replace(",", "")), folded(fact["unit"]), fact["page"])
        for fact in gold(name)["facts"]
    )
    assert stated - told == Counter()


@pytest.mark.parametrize("name", NAMES)
def test_the_words_in_each_box_are_the_figure(name: str) -> None:
    with pymupdf.open(SAMPLES / f"{name}.pdf") as document:
        pages = [
            [(pymupdf.Rect(w[:4]) * page.rotation_matrix, w[4]) for w in page.get_text("words")] for page in document
        ]
    for line in fact_lines(read(name)):
        box = pymupdf.Rect(*(float(line[side]) for side in ("x0", "y0", "x1", "y1")))
        words = "".join(
            word
            for place, word in pages[int(line["page"]) - 1]
            if box.contains(pymupdf.Point((place.x0 + place.x1) / 2, (place.y0 + place.y1) / 2))
        )
        digits = line["value"].lstrip("-")
        said = folded(words).replace(",", "")
        assert digits in said if line["table"] == Kind.NARRATIVE else digits == said.lstrip("-"), line


@pytest.mark.parametrize("name", INVENTED)
def test_a_sound_document_raises_no_alarm_and_comes_out_verified(name: str) -> None:
    document = read(name)
    assert [f.message for f in document.findings if f.severity is not Severity.INFO] == []
    figures = [cell for table in document.tables for cell in table.figures]
    verified = sum(cell.verdict is Verdict.VERIFIED for cell in figures)
    assert verified >= 0.98 * len(figures)
    assert all(cell.verdict in {Verdict.VERIFIED, Verdict.GROUNDED} for cell in figures)


def test_the_institutes_own_mistakes_are_reported_as_its_own() -> None:
    document = read("genome_institute_2025")
    found = {(f.check, f.page, f.difference) for f in document.findings if f.severity is not Severity.INFO}
    assert found == {
        ("code_sum", 9, "3,535.00"),
        ("note_share", 14, "0.30"),
        ("performance_sum", 23, "1.00"),
        ("project_title", 31, ""),
        ("note_list", 6, "5,841.24"),
        ("performance_money", 23, "-1.00"),
    }
    conflicts = [c for t in document.tables for c in t.figures if c.verdict is Verdict.CONFLICT]
    assert len(conflicts) == 12
    assert {t.kind for t in document.tables for c in t.figures if c.verdict is Verdict.CONFLICT} == {Kind.EXPENDITURE}
    assert not [c for t in document.tables for c in t.figures if c.verdict is Verdict.REVIEW]


def test_blank_dash_and_zero_stay_three_things() -> None:
    document = read("genome_institute_2025")
    by_kind = {table.kind: table for table in document.tables}
    income = by_kind[Kind.INCOME]
    assert [str(c.value) for c in income.cells] == [
        "48996.17", "16728.67", "16649.50", "8718.00", "0.00", "6500.00", "0.00", "0.00", "0.00", "0.00", "400.00", "0.00",
    ]  # fmt: skip
    assert [str(c.value) for c in by_kind[Kind.THREE_PUBLIC].cells] == ["13.75", "0", "10.75", "0", "10.75", "3.00"]
    assert {c.state for c in by_kind[Kind.STATE_CAPITAL].cells} == {State.BLANK}
    form = next(table for table in document.tables if table.kind is Kind.PERFORMANCE)
    assert [(form.columns[c.column].name, c.state, str(c.value)) for c in form.cells] == [
        ("年度资金总额", State.NUMBER, "952.79"),
        ("财政拨款", State.NUMBER, "950.00"),
        ("上年结转", State.NUMBER, "2.79"),
        ("其他资金", State.DASH, "None"),
    ]


def test_a_performance_form_gives_indicators_with_three_levels_targets_and_weights() -> None:
    document = read("genome_institute_2025")
    assert len(document.projects) == 8
    assert [p.execution_weight for p in document.projects][:2] == [Decimal(10), Decimal(10)]
    for project in document.projects:
        assert project.name
        assert project.institute
        assert project.goals
        assert sum(i.weight or 0 for i in project.indicators) in {Decimal(80), Decimal(90)}
        assert all(i.first and i.second and i.third and i.target for i in project.indicators)


def test_side_by_side_groups_give_rows_of_their_own() -> None:
    basic = next(t for t in read("genome_institute_2025").tables if t.kind is Kind.BASIC)
    rows = {
        row.code: (row.label, basic.columns[next(c.column for c in basic.cells if c.row == i)].name)
        for i, row in enumerate(basic.rows)
    }
    assert rows["30101"] == ("基本工资", "人员经费/预算数")
    assert rows["30201"] == ("办公费", "公用经费/日常公用经费")
    assert rows["31002"] == ("办公设备购置", "公用经费/日常公用经费")
    totals = [row.label for row in basic.rows if not row.code]
    assert totals == ["人员经费合计", "公用经费合计"]
