"""Comparing documents: the right figure of each, and never a number where there is none that may be stated."""

import csv
import io
import itertools
import math
from collections.abc import Callable, Sequence
from decimal import Decimal
from fractions import Fraction
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eval.make_library import make, scaled
from extract import extract
from extract.library import Library
from extract.model import Cell, Disclosure, Kind, State, Table, Verdict
from qa.compare import GROUPS, Basis, Check, changes, compare, csv_bytes, frame, items, ranking, shares
from qa.compare.entries import Entry
from qa.compare.entries import State as Said
from qa.compare.items import Named, standard
from qa.compare.standings import percent
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.pick import Item
from tests.builders import Draft, table
from tests.libraries import SAMPLES

DISCLOSURES = Path(__file__).parent.parent.parent / "shared" / "disclosures"
RECEPTION = "three_public.reception"


@pytest.fixture(scope="module")
def samples() -> dict[str, Disclosure]:
    return {path.stem.split("_")[0]: extract(path) for path in SAMPLES}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, samples: dict[str, Disclosure]) -> Path:
    return library_of(tmp_path_factory.mktemp("samples"), samples.values())


def library_of(root: Path, documents: Any) -> Path:
    library = Library(root)
    with library.writing():
        for document in documents:
            library.store(document, SAMPLES[0])
        library.commit()
    return root


def another(of: Disclosure, number: int, by: int = 1, **meta: Any) -> Disclosure:
    """A document again as another one, its amounts multiplied."""
    told = {"institute": f"第{number}研究所", "file": f"another{number}.pdf", **meta}
    return scaled(of, by).model_copy(update={"id": f"{number:012x}", "meta": of.meta.model_copy(update=told)})


def with_cells(of: Disclosure, where: Callable[[Table, Cell], bool], **update: Any) -> Disclosure:
    """The document with some cells changed."""
    tables = tuple(
        t.model_copy(update={"cells": tuple(c.model_copy(update=update) if where(t, c) else c for c in t.cells)})
        for t in of.tables
    )
    return of.model_copy(update={"tables": tables})


def reception(shown: Table, cell: Cell) -> bool:
    return shown.kind is Kind.THREE_PUBLIC and shown.columns[cell.column].role == "reception"


def every_third(start: int) -> Callable[[Table, Cell], bool]:
    return lambda _, cell: (cell.row + cell.column + start) % 3 == 0 and bool(cell.value)


def drawn(*tables: Table, number: int = 1, **meta: Any) -> Disclosure:
    """A document of a few tables, every figure in its place but upheld by nothing."""
    made = Draft(tables).made()
    judged = tuple(
        t.model_copy(
            update={
                "cells": tuple(
                    c.model_copy(update={"verdict": Verdict.GROUNDED}) if c.state is State.NUMBER else c
                    for c in t.cells
                )
            }
        )
        for t in made.tables
    )
    told = {"institute": "试验所", "file": f"drawn{number}.pdf", "year": 2025, "kind": "budget", **meta}
    return made.model_copy(update={"id": f"{number:012x}", "tables": judged, "meta": made.meta.model_copy(update=told)})


def wan(entries: Sequence[Entry]) -> list[str | None]:
    """Amounts in 万元 as text, None where there is none."""
    return [None if e.wan is None else f"{e.wan.normalize():f}" for e in entries]


# --- what each document says ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("what", "genome", "relics", "marine"),
    [
        ("three_public.total", "13.75", "24.33", "18.5"),
        (RECEPTION, "3", "1.86", "2.3"),
        ("three_public.purchase", "0", "0", None),
        ("three_public.vehicle_running", "10.75", "22.47", "16.2"),
        ("expenditure.basic", "5500.25", "2301.74", "4089.4519"),
        ("expenditure.project", "37654.68", "3071.39", "1917.333"),
        ("expenditure.operating", None, "24.4", None),
        ("income.fiscal", None, "4997.31", "5673.1349"),
        ("income.general", "16649.5", "4817.31", "5433.1349"),
        ("income.business", "6500", "452.3", "315"),
        ("income.operating", None, "36.8", None),
        ("income.other", "400", "61.07", "18.65"),
        ("income.carry_in", "16728.67", "312.9", None),
        ("total.income", "48996.17", "5878.88", "6006.7849"),
        ("total.expenditure", "48996.17", "5878.88", "6006.7849"),
        ("function.206", "41354.93", "38.25", "186"),
        ("function.221", "840", "169.47", "415.248"),
        ("function.211", None, None, "4412.0149"),
        ("basic.staff", "3814.42", "1880.24", "3414.9272"),
        ("basic.running", "443.16", "218.65", "464.5247"),
        ("basic.total", "4257.58", "2098.89", "3879.4519"),
        ("general_public.total", "16649.5", "4845.63", "5433.1349"),
        ("government_fund.total", "8718", "160", "240"),
        ("procurement.total", "11336.02", "1725.91", "964.8"),
        ("差旅费", "15", "27.93", "33.6"),
        ("水费", "3.4", "3.65", "8.8"),
        ("住房公积金", "550", "111.27", "238.848"),
        ("招待费", "3", "1.86", "2.3"),
    ],
)
def test_the_samples_say(root: Path, what: str, genome: str | None, relics: str | None, marine: str | None) -> None:
    compared = compare(root, what)
    assert len(compared.items) == 1
    assert [d.year for d in compared.documents] == [2025, 2023, 2026]
    assert wan(compared.entries) == [genome, relics, marine]


def test_every_entry_is_a_line_of_facts_csv_or_says_why_not(root: Path) -> None:
    with (root / "facts.csv").open(encoding="utf-8", newline="") as handle:
        lines = {
            (f["document"], f["page"], f["x0"], f["y0"], f["value"], f["unit"], f["amount_yuan"], f["verdict"])
            for f in csv.DictReader(handle)
        }
    numbers = 0
    for group in GROUPS:
        for entry in compare(root, group).entries:
            if entry.amount is None:
                assert entry.reason
                assert (entry.yuan, entry.value, entry.wan) == (None, None, None)
                continue
            numbers += 1
            assert entry.yuan is not None
            place = (str(entry.page), f"{entry.box[0]:.2f}", f"{entry.box[1]:.2f}")
            told = (f"{entry.value:f}", entry.unit, f"{entry.yuan.normalize():f}", entry.verdict)
            assert (entry.document.id, *place, *told) in lines
    assert numbers > 100


def test_items_mean_what_they_mean_to_rankings(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    """The rules of `qa.compare.fitting` are those of `qa.documents.pick`, on cells of every state and verdict."""
    documents = list(samples.values())
    odd: list[dict[str, Any]] = [
        {"state": State.BLANK, "value": None, "verdict": None},
        {"state": State.DASH, "value": None, "verdict": None},
        {"verdict": Verdict.REVIEW},
        {"verdict": Verdict.CONFLICT},
    ]
    for number, (of, update) in enumerate(itertools.product(samples.values(), odd), 100):
        changed = another(of, number)
        documents.append(with_cells(changed, every_third(number), **update))
    across = Across(library_of(tmp_path, documents))
    ways = [named for group in GROUPS for named in group.members]
    ways += [
        named for words in ("差旅费", "水费", "住房公积金", "政府性基金") for named in compare(across, words).items
    ]
    for named in {n.key: n for n in ways}.values():
        expected = {
            v.document: (v.value, v.unit, v.page, v.column, v.verdict, v.rivals) for v in across.values(named.items)
        }
        found = {
            e.document.id: (Decimal(e.printed), e.unit, e.page, e.column, e.verdict, e.rivals)
            for e in compare(across, named).entries
            if e.state in {Said.NUMBER, Said.REVIEW}
        }
        assert found == expected, named.name


def test_a_blank_a_dash_words_zero_review_and_nothing_are_told_apart(
    tmp_path: Path, samples: dict[str, Disclosure]
) -> None:
    marine = samples["marine"]

    def changed(number: int, **update: Any) -> Disclosure:
        return with_cells(another(marine, number, institute=f"{number}所"), reception, **update)

    bare = another(marine, 7, institute="7所")
    without = bare.model_copy(update={"tables": tuple(t for t in bare.tables if t.kind is not Kind.THREE_PUBLIC)})
    documents = [
        changed(1, state=State.BLANK, value=None, verdict=None),
        changed(2, state=State.DASH, value=None, verdict=None),
        changed(3, state=State.TEXT, value=None, verdict=None, text="见附表"),
        changed(4, value=Decimal("0.00")),
        changed(5, verdict=Verdict.REVIEW),
        changed(6, verdict=None),
        without,
    ]
    root = library_of(tmp_path, documents)
    compared = compare(root, RECEPTION)
    assert [(e.state, e.wan) for e in compared.entries] == [
        (Said.BLANK, None),
        (Said.DASH, None),
        (Said.TEXT, None),
        (Said.NUMBER, Decimal(0)),
        (Said.REVIEW, None),
        (Said.REVIEW, None),
        (Said.NO_TABLE, None),
    ]
    assert {e.page for e in compared.entries[:6]} == {18}
    assert "2 个数待复核，不参与比较。" in compared.notes
    (standing,) = ranking(compared)
    assert [(p.place, p.entry.document.institute) for p in standing.placed] == [(1, "4所")]
    assert [u.reason for u in standing.unplaced] == [
        "该格为空白", "该格印的是“-”", "该格印的是文字", "待复核", "待复核", "没有读到这张表"
    ]  # fmt: skip
    data = frame(compared)
    assert [math.isnan(v) for v in data["value"]] == [True, True, True, False, True, True, True]
    assert "2.30" not in csv_bytes(compared).decode("utf-8-sig")
    assert compare(root, "function.202").entries[0].state is Said.NO_ROW


def test_levels_and_kinds_stand_apart_and_a_note_says_so(root: Path, samples: dict[str, Disclosure]) -> None:
    compared = compare(root, RECEPTION)
    assert [(e.document.level, e.document.kind) for e in compared.entries] == [
        ("unit", "budget"),
        ("department", "final"),
        ("unit", "budget"),
    ]
    assert [note.split("：")[0] for note in compared.notes] == ["口径不同", "种类不同"]
    assert [(s.year, s.level, s.kind) for s in ranking(compared, together=True)] == [
        (None, "department", "final"),
        (None, "unit", "budget"),
    ]
    alone = compare(root, RECEPTION, documents=[samples["genome"].id])
    assert (len(alone.entries), alone.notes) == (1, ())
    assert compare(root, RECEPTION, years=[2026]).documents[0].id == samples["marine"].id


def test_verdicts_are_carried_through(root: Path, samples: dict[str, Disclosure]) -> None:
    """支出总表 prints 379.29 for 20603, which does not add up in the document itself."""
    compared = compare(root, "科技条件与服务", documents=[samples["genome"].id])
    (entry,) = compared.entries
    assert (entry.verdict, entry.trust, entry.wan) == ("conflict", "原文不平", Decimal(390))
    assert any("原文不平" in note for note in compared.notes)


def test_a_figure_with_others_of_its_name_says_so(root: Path, samples: dict[str, Disclosure]) -> None:
    """支出总表 has 应用研究 twice, as 20603 and as 2069802."""
    compared = compare(root, Named("x", "应用研究", (Item(("expenditure",), row_keys=("应用研究",)),)))
    entry = compared.entry(samples["genome"].id, "x")
    assert (entry.rivals, entry.caution) == (1, "文件里另有 1 个同名而不同的数")
    assert any("同名" in note for note in compared.notes)
    assert entry.caution in set(frame(compared)["reason"])


def test_an_empty_library_and_an_empty_choice_say_so(tmp_path: Path, root: Path) -> None:
    nothing = compare(tmp_path / "nowhere", "three_public")
    assert (nothing.entries, nothing.notes) == ((), ("资料库里还没有文件。",))
    assert changes(tmp_path / "nowhere", "three_public").notes == nothing.notes
    assert (ranking(nothing), shares(nothing)) == ((), ())
    for result in (nothing, changes(tmp_path / "nowhere", "three_public"), ranking(nothing), shares(nothing)):
        assert len(frame(result)) == 0
        assert {"label", "item", "value"} <= set(frame(result).columns)
        assert csv_bytes(result).count(b"\r\n") == 1
    assert compare(root, RECEPTION, years=[1999]).notes == ("没有符合所选条件的文件。",)
    assert compare(root, RECEPTION, documents=["../../etc/passwd", "'; DROP TABLE x; --"]).entries == ()


@pytest.mark.parametrize(
    "words", ["不存在的东西", "", "  ", "'; DROP TABLE facts; --", "$files", "\x00", "<img src=x>"]
)
def test_words_that_no_document_knows_find_nothing(root: Path, words: str) -> None:
    compared = compare(root, words)
    assert (compared.items, compared.entries) == ((), ())
    assert compared.notes[0] == f"这些文件里没有“{words}”。"


def test_documents_without_institute_or_year_are_shown_by_their_file(
    tmp_path: Path, samples: dict[str, Disclosure]
) -> None:
    marine = samples["marine"]
    documents = [
        another(marine, 1, 2, institute="", year=None),
        another(marine, 2, 3, institute="", year=2026),
        another(marine, 3, 5, institute="乙所", year=None),
    ]
    root = library_of(tmp_path, documents)
    compared = compare(root, RECEPTION)
    assert wan(compared.entries) == ["11.5", "4.6", "6.9"]
    assert list(frame(compared)["label"]) == [
        "乙所 （年度不明）预算",
        "another1.pdf （年度不明）预算",
        "another2.pdf 2026年预算",
    ]
    assert "2 份文件没有读到单位名称，用文件名表示。" in compared.notes
    assert "2 份文件没有读到年度。" in compared.notes
    (undated, dated) = sorted(ranking(compared), key=lambda s: s.year or 0)
    assert (undated.year, len(undated.placed), dated.year, len(dated.placed)) == (None, 2, 2026, 1)
    assert [c.reason for c in changes(root, RECEPTION).changes] == ["文件年度不明", "文件年度不明", "没有读到单位名称"]


def test_two_years_columns_in_a_document_without_a_year_give_no_number(tmp_path: Path) -> None:
    both = table(Kind.THREE_PUBLIC, "2024年预算数/公务接待费 2025年预算数/公务接待费", "· 3.00 4.00")
    (entry,) = compare(library_of(tmp_path, [drawn(both, year=None)]), RECEPTION).entries
    assert (entry.state, entry.amount) == (Said.UNCLEAR, None)


# --- which items ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("三公经费", "three_public"),
        ("“三公”经费", "three_public"),
        ("收入构成", "income"),
        ("公务用车运行维护费", "three_public.vehicle_running"),
        ("公务接待费", RECEPTION),
        ("接待", RECEPTION),
        ("人员经费", "basic.staff"),
        ("总收入", "total.income"),
        ("政府采购预算总额", "procurement.total"),
        ("科学技术支出", "function.206"),
    ],
)
def test_words_for_standard_items(words: str, key: str) -> None:
    found = standard(words)
    assert found is not None
    assert found.key == key


def test_every_choice_can_be_chosen_by_its_key(root: Path) -> None:
    keys = [key for _, key in items()]
    assert len({label for label, _ in items()}) == len(set(keys)) == len(keys)
    for key in keys:
        found = standard(key)
        assert found is not None
        assert found.key == key
    several = compare(root, ["three_public.total", "expenditure.basic", "差旅费"])
    assert [n.name for n in several.items] == ["“三公”经费合计", "基本支出", "差旅费"]
    assert (several.total, len(several.entries)) == ("", 9)


# --- order ------------------------------------------------------------------------------------------------------------


def test_equals_share_a_place_and_a_second_copy_is_not_placed(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    marine = samples["marine"]
    sizes = ((1, 2), (2, 5), (3, 5), (4, 1))
    documents = [another(marine, n, by) for n, by in sizes]
    documents += [another(marine, 5, 2, institute="第1研究所"), another(marine, 6, 3, institute="第4研究所")]
    root = library_of(tmp_path, documents)
    (standing,) = ranking(compare(root, "三公经费"), RECEPTION)
    assert [(p.place, p.entry.document.institute) for p in standing.placed] == [
        (1, "第2研究所"), (1, "第3研究所"), (3, "第1研究所"), (4, "第4研究所")
    ]  # fmt: skip
    assert [(u.entry.document.id, u.reason.split("，")[1]) for u in standing.unplaced] == [
        (f"{5:012x}", "数相同"),
        (f"{6:012x}", "数不同"),
    ]
    assert [p.place for p in ranking(compare(root, RECEPTION), order="asc")[0].placed] == [1, 2, 3, 3]
    with pytest.raises(ValueError, match="sideways"):
        ranking(compare(root, RECEPTION), order="sideways")
    with pytest.raises(ValueError, match=r"income\.fiscal"):
        ranking(compare(root, RECEPTION), "income.fiscal")


# --- composition ------------------------------------------------------------------------------------------------------


def test_compositions_of_the_samples_add_up(root: Path) -> None:
    for group in ("three_public", "expenditure", "income", "function", "basic", "general_public"):
        made = shares(compare(root, group))
        assert [c.check for c in made] == [Check.EQUAL] * 3, group
        for one in made:
            assert one.total.yuan == sum(p.entry.yuan or 0 for p in one.parts)
            assert abs(sum((p.share or Decimal(0) for p in one.parts), Decimal(-100))) <= Decimal("0.05")
    genome, _, marine = shares(compare(root, "income"))
    assert [(p.entry.name, p.share) for p in marine.parts] == [
        ("一般公共预算拨款收入", Decimal("90.45")),
        ("政府性基金预算拨款收入", Decimal("4.00")),
        ("事业收入", Decimal("5.24")),
        ("其他收入", Decimal("0.31")),
    ]
    assert "16,649.5 + 8,718 + 0 + 6,500 + 0 + 400 + 16,728.67 = 48,996.17 万元" in genome.how
    assert shares(compare(root, "total")) == ()


def test_a_composition_that_does_not_add_up_says_so(tmp_path: Path) -> None:
    columns = "合计@total 基本支出 项目支出"
    documents = [
        drawn(table(Kind.EXPENDITURE, columns, f"合计 {row}"), number=n, institute=f"{n}所")
        for n, row in enumerate(
            ["10.00 4.00 6.00", "10.00 4.00 6.01", "10.00 4.00 6.50", "_ 4.00 6.00", "10.00 - _"], 1
        )
    ]
    documents.append(with_cells(documents[0], lambda _, c: c.column == 2, verdict=Verdict.REVIEW))
    documents[-1] = another(documents[-1], 6, institute="6所")
    documents.append(drawn(table(Kind.EXPENDITURE, columns, "合计 0.00 0.00 0.00"), number=7, institute="7所"))
    made = shares(compare(library_of(tmp_path, documents), "expenditure"))
    assert [(c.check, c.gap) for c in made] == [
        (Check.EQUAL, Decimal(0)),
        (Check.ROUNDING, Decimal(-100)),
        (Check.DIFFERENT, Decimal(-5000)),
        (Check.UNKNOWN, None),
        (Check.UNKNOWN, None),
        (Check.UNKNOWN, Decimal(60000)),
        (Check.EQUAL, Decimal(0)),
    ]
    assert "相差 -0.5 万元" in made[2].reason
    assert [p.share for p in made[3].parts + made[6].parts] == [None] * 4


# --- against the year before ------------------------------------------------------------------------------------------


def test_changes_between_two_documents(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    marine = samples["marine"]
    same: dict[str, Any] = {"institute": "甲所"}
    documents = [
        another(marine, 1, 2, year=2024, **same),
        another(marine, 2, 3, year=2025, **same),
        another(marine, 3, 9, year=2024, level="department", **same),
        another(marine, 4, 9, year=2024, kind="final", **same),
        another(marine, 5, 9, year=2024, institute="乙所"),
    ]
    root = library_of(tmp_path, documents)
    found = changes(root, "three_public", years=[2025])
    by_item = {c.item: c for c in found.changes}
    change = by_item[RECEPTION]
    assert (change.basis, change.amount, change.percent, change.verdict) == (
        Basis.DOCUMENTS, Decimal(23000), Decimal("50.00"), "verified"
    )  # fmt: skip
    assert change.how == "6.9 − 4.6 = 2.3 万元；2.3 ÷ 4.6 = 50.00%"
    assert [(p.document.id, p.page) for p in change.proofs] == [(f"{2:012x}", 18), (f"{1:012x}", 18)]
    abroad = by_item["three_public.abroad"]
    assert (abroad.amount, abroad.percent, abroad.reason) == (Decimal(0), None, "上年为 0，不能算百分比")
    purchase = by_item["three_public.purchase"]
    assert (purchase.amount, purchase.percent, purchase.reason) == (None, None, "该格为空白")
    reasons = {c.reason for c in changes(root, RECEPTION, documents=[f"{5:012x}"]).changes}
    assert reasons == {"资料库里没有该单位 2023 年的预算，本文件也没有印上年的数"}


def test_a_blank_or_doubtful_year_before_is_no_zero(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    marine = samples["marine"]
    documents = []
    odd: list[dict[str, Any]] = [
        {"state": State.BLANK, "value": None, "verdict": None},
        {"state": State.DASH, "value": None, "verdict": None},
        {"verdict": Verdict.REVIEW},
    ]
    for number, update in enumerate(odd, 1):
        documents.append(with_cells(another(marine, number, year=2024, institute=f"{number}所"), reception, **update))
        documents.append(another(marine, 10 + number, year=2025, institute=f"{number}所"))
    documents += [another(marine, 20 + n, n, year=2024, institute="4所") for n in (1, 2)]
    documents.append(another(marine, 30, year=2025, institute="4所"))
    found = changes(library_of(tmp_path, documents), RECEPTION, years=[2025]).changes
    assert [(c.amount, c.percent, c.reason) for c in found] == [
        (None, None, "上年：该格为空白"),
        (None, None, "上年：该格印的是“-”"),
        (None, None, "上年：待复核"),
        (None, None, "4所 2024年预算有 2 份文件，数不同"),
    ]


def test_changes_from_the_columns_of_one_document(tmp_path: Path) -> None:
    columns = "2024年预算数/合计 2024年预算数/公务接待费 2025年预算数/合计 2025年预算数/公务接待费"
    year_named = drawn(table(Kind.THREE_PUBLIC, columns, "· 8.00 3.00 10.00 4.00"), number=1, institute="1所")
    rows = "三公经费合计 8.00 6.00 -2.00\n公务接待费 4.00 0.00 -4.00\n公务用车购置费 - 2.00 2.00"
    by_row = drawn(table(Kind.THREE_PUBLIC, "上年预算数 本年预算数 比上年增减", rows), number=2, institute="2所")
    root = library_of(tmp_path, [year_named, by_row])
    found = {(c.document.institute, c.item): c for c in changes(root, "three_public").changes}
    change = found["1所", RECEPTION]
    assert (change.basis, change.amount, change.percent) == (Basis.COLUMNS, Decimal(10000), Decimal("33.33"))
    assert change.before is not None
    assert (change.before.column, change.now.column) == ("2024年预算数/公务接待费", "2025年预算数/公务接待费")
    assert len({p.box for p in change.proofs}) == 2
    change = found["2所", RECEPTION]
    assert (change.basis, change.amount, change.percent) == (Basis.COLUMNS, Decimal(-40000), Decimal("-100.00"))
    assert change.printed is not None
    assert change.printed.yuan == change.amount
    change = found["2所", "three_public.purchase"]
    assert (change.amount, change.reason) == (None, "上年：该格印的是“-”")


def test_changes_that_a_document_prints(tmp_path: Path) -> None:
    columns = "预算数/合计@total 预算数/基本支出 预算数/项目支出 比上年增减/合计@total 比上年增减/基本支出 比上年增减/项目支出"
    shown = table(Kind.EXPENDITURE, columns, "合计 10.00 4.00 6.00 2.50 0.00 6.00")
    found = {c.item: c for c in changes(library_of(tmp_path, [drawn(shown)]), "expenditure").changes}
    total = found["expenditure.total"]
    assert (total.basis, total.amount, total.percent) == (Basis.PRINTED, Decimal(25000), Decimal("33.33"))
    assert total.how == "印出的增减 2.5 万元；上年 10 − 2.5 = 7.5 万元；2.5 ÷ 7.5 = 33.33%"
    assert len(total.proofs) == 2
    project = found["expenditure.project"]
    assert (project.amount, project.percent, project.reason) == (Decimal(60000), None, "上年为 0，不能算百分比")
    assert found["expenditure.basic"].percent == Decimal(0)


@pytest.mark.parametrize(
    "header", ["2024年执行数", "上年决算数", "上年执行数", "2023年预算数", "比上年执行数增减", "增减"]
)
def test_a_base_of_another_kind_or_year_is_no_year_before(tmp_path: Path, header: str) -> None:
    shown = table(Kind.EXPENDITURE, f"2025年预算数/合计@total {header}/合计@total", "合计 10.00 8.00")
    (change,) = changes(library_of(tmp_path, [drawn(shown)]), "expenditure.total").changes
    assert (change.basis, change.now.wan, change.amount) == (Basis.NONE, Decimal(10), None)


def test_sources_that_disagree_are_named(tmp_path: Path) -> None:
    shown = table(Kind.THREE_PUBLIC, "上年预算数 本年预算数 比上年增减", "公务接待费 4.00 5.00 2.00")
    before = table(Kind.THREE_PUBLIC, "本年预算数", "公务接待费 3.00")
    documents = [drawn(shown, number=1), drawn(before, number=2, year=2024)]
    found = changes(library_of(tmp_path, documents), RECEPTION, years=[2025])
    assert [(c.basis, c.amount) for c in found.changes] == [
        (Basis.DOCUMENTS, Decimal(20000)),
        (Basis.COLUMNS, Decimal(10000)),
    ]
    assert [note.split("：")[1] for note in found.notes] == [
        "印出的增减与两年之差不同。", "上年文件的数与本文件印的上年数不同。"
    ]  # fmt: skip


def test_changes_in_a_made_library_are_those_of_its_scales(tmp_path: Path) -> None:
    root = tmp_path / "made"
    make(root, 12)
    compared = {(e.document.institute, e.document.kind, e.document.level, e.document.year): e.yuan
                for e in compare(root, "total.income").entries}  # fmt: skip
    pairs = 0
    for change in changes(root, "total.income").changes:
        d = change.document
        before = compared.get((d.institute, d.kind, d.level, (d.year or 0) - 1))
        now = change.now.yuan
        assert now is not None
        assert change.amount == (None if before is None else now - before)
        if before is not None:
            pairs += 1
            assert change.percent == percent(now - before, before)
    assert pairs


# --- arithmetic -------------------------------------------------------------------------------------------------------

AMOUNTS = st.decimals(-(10**12), 10**12, places=4)


@given(AMOUNTS, AMOUNTS.filter(lambda v: v != 0), st.integers(0, 4))
def test_a_percentage_is_the_exact_quotient_rounded_half_away_from_zero(
    part: Decimal, whole: Decimal, places: int
) -> None:
    exact = Fraction(part) / Fraction(whole) * 100
    found = percent(part, whole, places)
    assert abs(Fraction(found) - exact) <= Fraction(1, 2 * 10**places)
    if abs(Fraction(found) - exact) == Fraction(1, 2 * 10**places):
        assert abs(found) > abs(exact)
    assert -found.as_tuple().exponent == places  # type: ignore[operator]


WHO = Document("0" * 12, "f.pdf", "所", "unit", 2025, "budget", "")


def test_percentages_with_ties() -> None:
    assert percent(Decimal("1"), Decimal("800")) == Decimal("0.13")
    assert percent(Decimal("-1"), Decimal("800")) == Decimal("-0.13")
    assert percent(Decimal("1"), Decimal("3")) == Decimal("33.33")
    with pytest.raises(ZeroDivisionError):
        percent(Decimal(1), Decimal(0))


@given(st.decimals(0, 10**15, places=2), st.sampled_from(["元", "万元", "亿元"]))
def test_amounts_in_both_units_are_exact(value: Decimal, unit: str) -> None:
    factor = {"元": 1, "万元": 10**4, "亿元": 10**8}[unit]
    entry = Entry("i", "项", WHO, Said.NUMBER, yuan=value * factor, value=value, unit=unit)
    assert entry.wan is not None
    assert Fraction(entry.wan) * 10**4 == Fraction(value) * factor
    assert (entry.amount, entry.amount_unit) == (entry.yuan, "元")


# --- tables for charts and spreadsheets -------------------------------------------------------------------------------


def test_a_frame_is_ready_for_bars(root: Path) -> None:
    data = frame(compare(root, "three_public"))
    assert (len(data), str(data["value"].dtype), str(data["year"].dtype)) == (18, "float64", "Int64")
    assert data["label"].nunique() == 3
    chosen = data[(data["item"] == "公务接待费") & (data["year"] == 2023)].iloc[0]
    assert (chosen["value"], chosen["unit"], chosen["page"], chosen["verdict"]) == (1.86, "万元", 15, "已核实")
    ranked = frame(ranking(compare(root, RECEPTION), together=True))
    assert list(ranked["place"]) == [1, 1, 2]
    composed = frame(shares(compare(root, "basic")))
    assert set(composed["check"]) == {"相等"}
    assert composed["share"].notna().all()


def test_labels_tell_documents_apart(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    same: dict[str, Any] = {"institute": "甲所", "year": 2025}
    documents = [
        another(samples["marine"], 1, **same),
        another(samples["marine"], 2, level="department", **same),
        another(samples["marine"], 3, **same),
    ]
    data = frame(compare(library_of(tmp_path, documents), RECEPTION))
    assert sorted(data["label"]) == [
        "甲所 2025年预算（单位）（another1.pdf）",
        "甲所 2025年预算（单位）（another3.pdf）",
        "甲所 2025年预算（部门（含所属单位））",
    ]


def test_csv_is_exact_and_no_formula(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    evil: dict[str, Any] = {"institute": '=HYPERLINK("http://x","y")', "file": "+cmd.pdf"}
    root = library_of(tmp_path, [another(samples["marine"], 1, **evil)])
    text = csv_bytes(compare(root, "expenditure")).decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(text)))
    assert [line["金额（元）"] for line in lines] == ["60067849", "40894519", "19173330"]
    assert [line["数额"] for line in lines] == ["6006.7849", "4089.4519", "1917.333"]
    assert {line["单位名称"] for line in lines} == {"'" + evil["institute"]}
    for result in (compare(root, "expenditure"), changes(root, "三公"), ranking(compare(root, RECEPTION)),
                   shares(compare(root, "basic"))):  # fmt: skip
        for line in csv.reader(io.StringIO(csv_bytes(result).decode("utf-8-sig"))):
            assert not any(value[:1] in {"=", "+", "@"} for value in line)


# --- real disclosures -------------------------------------------------------------------------------------------------


@pytest.mark.skipif(not DISCLOSURES.is_dir(), reason="the disclosures to develop with are not beside the repository")
def test_real_disclosures_side_by_side(tmp_path: Path) -> None:
    names = ("putuo_wanli_2024_bumen_yusuan", "putuo_caizhengju_2024_juesuan", "shanghai_caizhengju_2025_danwei_yusuan")
    root = library_of(tmp_path, [extract(DISCLOSURES / f"{name}.pdf") for name in names])
    expected: dict[str, list[str | None]] = {
        "three_public.total": ["47.91", None, "346.3"],
        "three_public.purchase": ["25", None, None],
        "three_public.abroad": ["0", None, "288.7"],
        "expenditure.basic": ["9970.602", "2336.91", "12764.2039"],
        "expenditure.project": ["5650.5103", "603.14", "4427.313"],
        "basic.staff": ["8853.7451", "2152.26", "10246.426"],
        "basic.running": ["1116.8569", "184.65", "2517.7779"],
        "total.income": ["15621.1123", "2995.39", "17191.5169"],
        "income.carry_in": [None, "49.14", None],
        "function.201": ["293.27", "2106.66", "12788.6849"],
        "function.212": ["11938.5303", None, None],
        "procurement.total": ["1662.44", "251.25", "1708.03"],
        "agency.operating": [None, "184.65", "2517.78"],
    }
    for key, amounts in expected.items():
        compared = compare(root, key)
        assert [d.institute[:6] for d in compared.documents] == ["上海市普陀区", "上海市普陀区", "上海市财政局"]
        assert wan(compared.entries) == amounts, key
    for group in ("expenditure", "income", "function", "basic"):
        assert {c.check for c in shares(compare(root, group))} == {Check.EQUAL}, group
    wanli, putuo, finance = shares(compare(root, "procurement"))
    assert [c.check for c in (wanli, putuo, finance)] == [Check.EQUAL, Check.ROUNDING, Check.EQUAL]
    blank = compare(root, "three_public").entry(putuo.document.id, "three_public.total")
    assert (blank.state, blank.page) == (Said.BLANK, 18)


def test_an_item_of_ones_own_can_be_compared(root: Path) -> None:
    office = Named("office", "办公费", standard("basic.staff").items)  # type: ignore[union-attr]
    assert compare(root, office).items == (office,)
