"""The corpus: the same from the same seed, true on every page, and sound: every identity holds by construction."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from decimal import Decimal
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import pymupdf
import pytest

from eval.corpus import FAMILIES, OPEN, again, chosen, invent, main, make_corpus
from eval.corpus_amounts import Leaf, code_names, percent, printed, split, tree
from eval.mutations_figures import false_accepts, printed_figures, read_figures
from eval.typeset import typeset
from eval.typeset_model import Document, TableBlock
from extract import extract
from extract.model import Disclosure, Severity, Verdict

SEED = 13
NUMBERS = range(6)  # two of each family

open_pdf: Any = pymupdf.open  # untyped


@pytest.fixture(scope="session")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small corpus."""
    folder = tmp_path_factory.mktemp("corpus")
    make_corpus(folder, len(NUMBERS), SEED)
    return folder


@cache
def pdf_of(folder: Path, number: int) -> Path:
    return folder / f"{invent(SEED, number)[0]}.pdf"


@cache
def gold_of(pdf: Path) -> dict[str, Any]:
    return dict(json.loads(pdf.with_suffix(".gold.json").read_text(encoding="utf-8")))


@cache
def read(pdf: Path) -> Disclosure:
    return extract(pdf, reader="layout")


def tables_of(document: Document) -> list[Any]:
    return [b.table for s in document.sections for b in s.blocks if isinstance(b, TableBlock)]


# --- amounts ----------------------------------------------------------------------------------------------------------


def test_a_total_is_cut_exactly_into_positive_parts() -> None:
    chance = Random(1)  # noqa: S311
    for parts in (1, 2, 7, 40):
        cut = split(chance, 1234, parts)
        assert len(cut) == parts
        assert sum(cut) == 1234
        assert min(cut) > 0
    with pytest.raises(ValueError, match="3 cannot be cut into 4 parts"):
        split(chance, 3, 4)


def test_amounts_and_percentages_are_printed_exactly() -> None:
    assert [printed(123456, 2), printed(-5, 2), printed(7, 0)] == ["1234.56", "-0.05", "7"]
    assert [percent(1, 3), percent(1, 8, 1), percent(-1, 200)] == ["33.33", "12.5", "-0.50"]


def test_codes_add_up_in_a_tree_of_classes() -> None:
    leaves = [Leaf("2060201", general_staff=3), Leaf("2060203", general_project=4), Leaf("20605", fund=5)]
    rows = tree(leaves, [lambda leaf: leaf.total, lambda leaf: leaf.basic], lambda leaf: leaf.total)
    assert [(r.code, r.amounts) for r in rows] == [
        ("206", (12, 3)), ("20602", (7, 3)), ("2060201", (3, 3)), ("2060203", (4, 0)), ("20605", (5, 0)),
    ]  # fmt: skip
    assert rows[1].name == code_names("functional")["20602"] == "基础研究"


# --- determinism --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", range(3))
def test_the_same_seed_gives_the_same_bytes(number: int, corpus: Path) -> None:
    name, document = invent(SEED, number)
    pdf, gold = typeset(document, f"{name}.pdf")
    path = pdf_of(corpus, number)
    assert hashlib.sha256(pdf).digest() == hashlib.sha256(path.read_bytes()).digest()
    assert gold == gold_of(path)


def test_another_seed_gives_other_documents_and_more_of_them_change_none(tmp_path: Path, corpus: Path) -> None:
    assert invent(SEED + 1, 0) != invent(SEED, 0)
    main(["--n", "1", "--seed", str(SEED), "-o", str(tmp_path)])
    (alone,) = tmp_path.glob("*.pdf")
    assert alone.read_bytes() == pdf_of(corpus, 0).read_bytes()
    assert sorted(p.name for p in tmp_path.iterdir()) == [f"{alone.stem}.gold.json", alone.name]


# --- variety ------------------------------------------------------------------------------------------------------------


def test_the_corpus_has_every_form_that_such_documents_take() -> None:
    documents = [invent(1, n)[1] for n in range(60)]
    tables = [t for d in documents for t in tables_of(d)]
    assert {d.meta.kind for d in documents} == {"budget", "final"}
    assert {d.meta.level for d in documents} == {"unit", "department"}
    assert {t.unit for t in tables} == {"元", "万元"}
    assert len({d.meta.year for d in documents}) == 6
    assert {s.rotate for d in documents for s in d.sections} == {0, 90, 270}
    assert {t.rules for t in tables} == {"grid", "horizontal"}
    assert {t.repeat_header for t in tables} == {True, False}
    assert {d.style.latin for d in documents} == {"Times-Roman", "Helvetica", ""}
    assert any(t.columns.startswith("code code code") for t in tables)
    assert any("　" in t.rows for t in tables)
    cells = {cell.strip() for t in tables for line in t.rows.splitlines() for cell in line.split("|")}
    assert {"", "-", "0.00", "0"} <= cells
    assert any(c.startswith("-") and len(c) > 1 for c in cells)
    lengths = [len(t.rows.splitlines()) for t in tables if t.kind == "expenditure"]
    assert min(lengths) <= 12
    assert max(lengths) > 100
    assert len({d.meta.institute for d in documents}) > 40


# --- what is printed ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", NUMBERS)
def test_every_figure_of_the_gold_data_is_printed_on_its_page(number: int, corpus: Path) -> None:
    gold = gold_of(pdf_of(corpus, number))
    with open_pdf(pdf_of(corpus, number)) as pdf:
        words = [[w[4].replace(",", "") for w in page.get_text("words")] for page in pdf]
    wanted = Counter(
        (row["page"], value)
        for table in gold["tables"]
        for row in table["rows"]
        for value in row["values"]
        if value is not None
    )
    there = Counter((n, word) for n, page in enumerate(words, 1) for word in page)
    # A narrow field may wrap its figure: then its digits stand on the page in pieces.
    lost = [(page, value) for page, value in (wanted - there) if value not in "".join(words[page - 1])]
    assert lost == []
    pages = ["".join(page) for page in words]
    for fact in gold["facts"]:
        assert f"{fact['value']}{fact['unit']}" in pages[fact["page"] - 1], fact


# --- what is read -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("number", NUMBERS)
def test_a_sound_document_raises_no_alarm_and_nothing_wrong_is_verified(number: int, corpus: Path) -> None:
    pdf = pdf_of(corpus, number)
    document, gold = read(pdf), gold_of(pdf)
    assert [f.message for f in document.findings if f.severity is not Severity.INFO] == []
    assert false_accepts(document, gold) == []
    wanted = printed_figures(gold)
    stated = read_figures(document, set(Verdict))
    assert not stated - wanted
    assert (wanted & stated).total() == wanted.total()
    assert (wanted & read_figures(document, {Verdict.VERIFIED})).total() >= 0.95 * wanted.total()
    assert (document.meta.kind, document.meta.year) == (gold["meta"]["kind"], gold["meta"]["year"])


@pytest.mark.parametrize("number", NUMBERS)
def test_the_sides_of_the_summary_table_balance(number: int, corpus: Path) -> None:
    gold = gold_of(pdf_of(corpus, number))
    table = next(t for t in gold["tables"] if t["kind"] == "income_expenditure")
    totals = {
        Decimal(row["values"][side])
        for row in table["rows"]
        for side in (0, 1)
        if row["label"].endswith("总计") and row["values"][side] is not None
    }
    assert len(totals) == 1


def test_a_family_for_each_number_in_turn() -> None:
    assert [invent(SEED, n)[0].split("_")[0] for n in range(4)] == [*FAMILIES, FAMILIES[0]]


# --- pages that hold little -----------------------------------------------------------------------------------------------


def two_pages(rows: int, *, repeat: bool) -> Document:
    """支出总表 between horizontal rulings only, so long that its last rows stand alone on a second page."""
    items = [f"20602{n:02d} | 专项{n:02d} | {n}.50 | | {n}.50" for n in range(1, rows + 1)]
    total = sum((Decimal(f"{n}.50") for n in range(1, rows + 1)), Decimal(0))
    over = [f"206 | 科学技术支出 | {total} | | {total}", f"20602 | 基础研究 | {total} | | {total}"]
    table = {
        "kind": "expenditure", "title": "支出总表", "unit": "万元", "captions": ["| 单位：万元"],
        "header": "科目编码 | 科目名称 | 合计 | 基本支出 | 项目支出", "columns": "code label value value value",
        "widths": [1.6, 4, 2, 2, 2], "rows": "\n".join([*over, *items, f"合计 | < | {total} | | {total}"]),
        "rules": "horizontal", "repeat_header": repeat, "row_height": 20,
    }  # fmt: skip
    meta = {"institute": "某所", "year": 2025, "kind": "budget", "level": "unit", "unit": "万元"}
    sections = [{"blocks": [{"cover": ["某所", "2025年单位预算", "2025年3月"]}]}, {"blocks": [{"table": table}]}]
    return Document.model_validate({"meta": meta, "sections": sections})


@pytest.mark.parametrize("repeat", [True, False])
@pytest.mark.parametrize("rows", [23, 24, 26])
def test_the_last_rows_of_an_unruled_table_are_read_or_missed_openly(rows: int, repeat: bool, tmp_path: Path) -> None:
    pdf, gold = typeset(two_pages(rows, repeat=repeat), "a.pdf")
    path = tmp_path / "a.pdf"
    path.write_bytes(pdf)
    read_back = extract(path, reader="layout")
    missing = printed_figures(gold) - read_figures(read_back, set(Verdict))
    (table,) = (t for t in read_back.tables if t.kind == "expenditure")
    if missing:
        assert table.left_over
        assert {c.verdict for c in table.figures} == {Verdict.REVIEW}
    else:
        assert table.pages == tuple(range(gold["tables"][0]["pages"][0], gold["tables"][0]["pages"][1] + 1))
        assert {f.check for f in read_back.findings if f.severity is Severity.ERROR} == set()


# --- open tables --------------------------------------------------------------------------------------------------------


def test_every_third_document_has_an_open_like_and_its_name_makes_it_again() -> None:
    made = list(chosen(6, SEED))
    assert [name for name, _ in made[:6]] == [invent(SEED, n)[0] for n in range(6)]
    assert [name for name, _ in made[6:]] == ["central_open_013_0000", "city_bars_013_0001"]
    for name, document in made:
        assert again(name) == (name, document)


@pytest.mark.parametrize("look", list(OPEN))
def test_open_tables_have_no_vertical_rulings_and_are_read_with_nothing_wrong(look: str, tmp_path: Path) -> None:
    for number in range(3):
        name, document = invent(SEED, number, items=6, look=look)
        assert {t.rules for t in tables_of(document)} == {OPEN[look]}
        assert {t.unit for t in tables_of(document)} == {t.unit for t in tables_of(invent(SEED, number, items=6)[1])}
        pdf, gold = typeset(document, f"{name}.pdf")
        path = tmp_path / f"{name}.pdf"
        path.write_bytes(pdf)
        disclosure = extract(path, reader="layout")
        stated = read_figures(disclosure, (Verdict.VERIFIED, Verdict.GROUNDED))
        assert false_accepts(disclosure, gold) == []
        assert stated - printed_figures(gold) == Counter()
        assert stated.total() > 0.8 * printed_figures(gold).total()
