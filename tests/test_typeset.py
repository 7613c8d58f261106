"""The sample disclosures: made from their data files, true on every page, and adding up."""

import json
import re
from collections import Counter
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import pymupdf
import pytest

from eval.typeset import typeset
from eval.typeset_model import Document, Prose, Table, load
from eval.typeset_tables import gold_rows, header_paths
from eval.typeset_text import break_lines

EVAL = Path(__file__).parent.parent / "eval"
SAMPLES = sorted(path.stem for path in (EVAL / "data").glob("*.yaml"))
INVENTED = [name for name in SAMPLES if name != "genome_institute_2025"]
BY_CODE = ("income", "expenditure", "general_public", "government_fund", "basic")

Row = dict[str, Any]
open_pdf: Any = pymupdf.open  # untyped, as is Rect
rect: Any = pymupdf.Rect


@cache
def gold_of(name: str) -> dict[str, Any]:
    return dict(json.loads((EVAL / "gold" / f"{name}.gold.json").read_text(encoding="utf-8")))


@cache
def words_of(name: str) -> list[list[str]]:
    """The words of each page of the committed PDF."""
    with open_pdf(EVAL / "gold" / f"{name}.pdf") as pdf:
        return [[word[4] for word in page.get_text("words")] for page in pdf]


def table(name: str, kind: str) -> dict[str, Any]:
    return next(t for t in gold_of(name)["tables"] if t["kind"] == kind)


def row(name: str, kind: str, label: str) -> list[Decimal]:
    """The values of the last row with a label (or code), blanks as zero."""
    found = [r for r in table(name, kind)["rows"] if label in (r["label"], r["code"])]
    return numbers(found[-1])


def numbers(found: Row) -> list[Decimal]:
    return [Decimal(value or 0) for value in found["values"]]


def total(rows: list[Row]) -> list[Decimal]:
    return [sum(column, Decimal(0)) for column in zip(*(numbers(r) for r in rows), strict=True)]


def broken_sums(name: str) -> list[tuple[str, str]]:
    """(table kind, code) wherever a class or sub-class is not the sum of its parts; code 合计 for the whole table."""
    broken = []
    for kind in BY_CODE:
        rows = table(name, kind)["rows"]
        coded = [r for r in rows if r["code"]]
        for parent in coded:
            width = len(parent["code"]) + 2
            parts = [r for r in coded if r["code"].startswith(parent["code"]) and len(r["code"]) == width]
            if parts and total(parts) != numbers(parent):
                broken.append((kind, parent["code"]))
        totals = [r for r in rows if r["label"].endswith("合计")]
        # 人员经费合计 and 公用经费合计 each stand in a column of their own; several columns may be one kind of money.
        classes = [r for r in coded if len(r["code"]) == 3]
        if coded and sum(total(totals)) != sum(total(classes)):
            broken.append((kind, "合计"))
        if len(totals) == 1 and coded and numbers(totals[0]) != total(classes):
            broken.append((kind, "合计"))
    return broken


@pytest.mark.parametrize("name", SAMPLES)
def test_a_data_file_makes_the_committed_sample(name: str) -> None:
    pdf, gold = typeset(load(EVAL / "data" / f"{name}.yaml"), f"{name}.pdf")
    with open_pdf(stream=pdf, filetype="pdf") as made:
        assert [[word[4] for word in page.get_text("words")] for page in made] == words_of(name)
    assert gold == gold_of(name)


def test_the_same_data_give_the_same_bytes() -> None:
    document = load(EVAL / "data" / "marine_station_2026.yaml")
    assert typeset(document, "a.pdf")[0] == typeset(document, "a.pdf")[0]


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_of_a_table_is_a_word_of_its_page(name: str) -> None:
    wanted: Counter[tuple[int, str]] = Counter()
    for found in gold_of(name)["tables"]:
        for r in found["rows"]:
            wanted.update((r["page"], f"{Decimal(v):,}") for v in r["values"] if v is not None)
    printed = Counter((n, word) for n, page in enumerate(words_of(name), 1) for word in page)
    assert not wanted - printed


@pytest.mark.parametrize("name", SAMPLES)
def test_every_figure_told_in_prose_stands_on_its_page(name: str) -> None:
    pages = ["".join(page) for page in words_of(name)]
    for fact in gold_of(name)["facts"]:
        assert fact["unit"], fact
        value = Decimal(fact["value"])
        assert any(f"{printed}{fact['unit']}" in pages[fact["page"] - 1] for printed in (f"{value:,}", f"{value}")), (
            fact
        )


@pytest.mark.parametrize("name", INVENTED)
def test_an_invented_document_adds_up_by_code(name: str) -> None:
    assert broken_sums(name) == []
    assert gold_of(name)["violations"] == []


def test_the_genome_institute_keeps_the_sum_it_published_short_of_a_row() -> None:
    assert broken_sums("genome_institute_2025") == [("expenditure", "206")]


@pytest.mark.parametrize("name", INVENTED)
def test_each_expenditure_is_basic_and_project_and_operating(name: str) -> None:
    for kind in ("expenditure", "general_public"):
        for r in table(name, kind)["rows"]:
            whole, *parts = numbers(r)
            assert whole == sum(parts), (kind, r)


def test_the_budget_ties_between_its_tables() -> None:
    name = "marine_station_2026"
    income, *_ = row(name, "income_expenditure", "收入总计")
    _, spent, staff, running, project = row(name, "income_expenditure", "支出总计")
    assert income == spent == staff + running + project
    assert row(name, "expenditure", "合计") == [spent, staff + running, project]
    assert row(name, "income", "合计")[0] == income == sum(row(name, "income", "合计")[1:])
    _, fiscal, general, fund, capital = row(name, "fiscal", "支出总计")
    assert fiscal == general + fund + capital == row(name, "fiscal", "收入总计")[0]
    assert general == row(name, "general_public", "合计")[0]
    assert fund == row(name, "government_fund", "合计")[0]
    basic, people, office = row(name, "basic", "合计")
    assert basic == people + office == row(name, "general_public", "合计")[1]
    whole, abroad, reception, cars, bought, run, _ = numbers(table(name, "three_public")["rows"][0])
    assert (whole, cars) == (abroad + reception + cars, bought + run)


def test_the_final_accounts_tie_between_their_tables() -> None:
    name = "relics_centre_2023"

    def sides(kind: str, left: str, right: str) -> tuple[Decimal, Decimal]:
        return row(name, kind, left)[0], row(name, kind, right)[1]

    received, spent = sides("income_expenditure", "本年收入合计", "本年支出合计")
    opening, closing = sides("income_expenditure", "年初结转和结余", "年末结转和结余")
    drawn, distributed = sides("income_expenditure", "使用非财政拨款结余（含专用结余）", "结余分配")
    assert received + opening + drawn == spent + closing + distributed == row(name, "income_expenditure", "总计")[1]
    assert received == row(name, "income", "合计")[0] == sum(row(name, "income", "合计")[1:])
    assert spent == row(name, "expenditure", "合计")[0]
    _, fiscal, general, fund, _ = row(name, "fiscal", "本年支出合计")
    assert general == row(name, "general_public", "合计")[0]
    assert fund == row(name, "government_fund", "合计")[2]
    assert fiscal == general + fund
    people, office = row(name, "basic", "人员经费合计")[0], row(name, "basic", "公用经费合计")[2]
    assert people + office == row(name, "general_public", "合计")[1]
    planned_and_spent = numbers(table(name, "three_public")["rows"][0])
    for whole, abroad, cars, bought, run, reception in (planned_and_spent[:6], planned_and_spent[6:]):
        assert (whole, cars) == (abroad + cars + reception, bought + run)


def test_the_prose_of_the_final_accounts_compares_and_divides_rightly() -> None:
    told = {fact["name"]: Decimal(fact["value"]) for fact in gold_of("relics_centre_2023")["facts"]}

    def percent(part: Decimal, whole: Decimal) -> Decimal:
        return (100 * part / whole).quantize(Decimal("0.01"), ROUND_HALF_UP)

    compared = completed = 0
    for name, value in told.items():
        if m := re.fullmatch("(.+)比2022年度(增加|减少)", name):
            last = told[m[1]] - value if m[2] == "增加" else told[m[1]] + value
            assert told[f"{m[1]}比2022年度{'增长' if m[2] == '增加' else '下降'}"] == percent(value, last), name
            compared += 1
        if name.endswith("）完成年初预算"):
            item = name.removesuffix("完成年初预算")
            assert value == percent(told[f"{item}：支出决算"], told[f"{item}：年初预算"])
            completed += 1
    assert (compared, completed) == (4, 9)
    for whole, names in (
        ("本年收入合计", ("财政拨款收入", "事业收入", "经营收入", "其他收入")),
        ("本年支出合计", ("基本支出", "项目支出", "经营支出")),
    ):
        assert sum(told[name] for name in names) == told[whole]
        assert [told[f"{name}占比"] for name in names] == [percent(told[name], told[whole]) for name in names]
    assert told["政府采购支出总额"] == sum(told[f"政府采购{what}支出"] for what in ("货物", "工程", "服务"))
    assert told["共有车辆"] == sum(value for name, value in told.items() if name.startswith("现有车辆："))


def small_table(**options: Any) -> Table:
    return Table.model_validate(
        {
            "kind": "expenditure",
            "title": "支出总表",
            "unit": "万元",
            "header": "科目 | < | 本年支出 | <\n编码 | 名称 | 合计 | 其中：基本 支出",
            "columns": "code label value value",
            "widths": [1, 3, 1, 1],
            "rows": "206 | 　科学技术支出 | 1000.50 | -\n合 计 | < | 1000.50 |",
        }
        | options
    )


def test_merged_headers_become_paths_and_merged_totals_labels() -> None:
    assert header_paths(small_table()) == ["本年支出/合计", "本年支出/其中：基本支出"]
    assert [(r.code, r.label, r.values) for r in gold_rows(small_table())] == [
        ("206", "科学技术支出", ["1000.50", None]),
        ("", "合计", ["1000.50", None]),
    ]


def test_a_ragged_table_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="支出总表: 4 columns but 3 cells"):
        small_table(rows="206 | 科学技术支出 | 1.00")


@pytest.mark.parametrize(("rules", "verticals"), [("grid", True), ("horizontal", False), ("none", False)])
def test_rulings_are_drawn_as_asked_and_rotated_pages_show_upright(rules: str, verticals: bool) -> None:
    block = {"table": small_table(rules=rules).model_dump()}
    sections = [{"page": "landscape", "rotate": turn, "blocks": [block]} for turn in (90, 0, 270)]
    meta = {"institute": "某所", "year": 2025, "kind": "budget", "level": "unit", "unit": "万元"}
    pdf, gold = typeset(Document.model_validate({"meta": meta, "sections": sections}), "a.pdf")
    assert [t["pages"] for t in gold["tables"]] == [[1, 1], [2, 2], [3, 3]]
    with open_pdf(stream=pdf, filetype="pdf") as made:
        shown = []
        for page in made:
            turned = page.rotation_matrix
            boxes = [rect(w[:4]) * turned for w in page.get_text("words") if w[4] == "1,000.50"]
            shown.append([round(value) for box in boxes for value in box])
            lines = [rect(d["rect"]) * turned for d in page.get_drawings()]
            assert any(line.width < 1 < line.height for line in lines) is verticals
        assert [page.rotation for page in made] == [90, 0, 270]
    assert shown[0] == shown[1] == shown[2]


def test_a_figure_is_never_cut_by_the_end_of_a_line() -> None:
    text, stated = next(Prose(prose="本年收入合计{本年收入合计|16,649.50 万元}，比上年增加。").paragraphs())
    assert [(s.value, s.unit, text[s.at :][:9]) for s in stated] == [("16649.50", "万元", "16,649.50")]
    for width in range(50, 200, 7):
        lines = break_lines(text, 10, width, "Times-Roman")
        assert "".join(lines) == text
        assert sum("16,649.50" in line for line in lines) == 1
