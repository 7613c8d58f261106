"""Questions over many documents: the right figure of each, ranked as a person would from facts.csv, with who has none."""

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from eval.make_library import make, scaled
from extract import extract
from extract.dataset import mark, read_stored, stored_of
from extract.errors import LibraryError
from extract.library import Library
from extract.model import Cell, Disclosure, Kind, State, Verdict
from extract.text import key
from qa.documents.across import Across
from qa.documents.catalog import Catalog
from qa.documents.figures import Figure, View
from qa.documents.pick import Item, like
from qa.documents.values import How, Value
from tests.libraries import SAMPLES

RECEPTION = (Item(("three_public",), column_roles=("reception",)), Item(("three_public",), row_roles=("reception",)))
PROJECT = Item(("expenditure",), column_roles=("project",))
SCIENCE = Item(("expenditure",), row_keys=("科学技术支出",), codes=("206",))
OFFICE = Item(("basic",), row_keys=("办公费",), codes=("30201",))


@pytest.fixture(scope="module")
def samples() -> dict[str, Disclosure]:
    return {path.stem.split("_")[0]: extract(path) for path in SAMPLES}


def another(of: Disclosure, number: int, by: int = 1, **meta: Any) -> Disclosure:
    """A sample again as another document, its amounts multiplied."""
    told = {"institute": f"第{number}研究所", "file": f"another{number}.pdf", **meta}
    return scaled(of, by).model_copy(update={"id": f"{number:012x}", "meta": of.meta.model_copy(update=told)})


def with_cells(of: Disclosure, where: Callable[[Kind, str], bool], **update: Any) -> Disclosure:
    """The document with some cells changed: those of tables and columns that fit."""

    def changed(kind: Kind, column: str, cell: Cell) -> Cell:
        return cell.model_copy(update=update) if where(kind, column) else cell

    tables = tuple(
        t.model_copy(update={"cells": tuple(changed(t.kind, t.columns[c.column].role, c) for c in t.cells)})
        for t in of.tables
    )
    return of.model_copy(update={"tables": tables})


def reception(kind: Kind, role: str) -> bool:
    return kind is Kind.THREE_PUBLIC and role == "reception"


def library_of(root: Path, documents: list[Disclosure]) -> Library:
    library = Library(root)
    with library.writing():
        for document in documents:
            library.store(document, SAMPLES[0])
        library.commit()
    return library


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory, samples: dict[str, Disclosure]) -> Path:
    """The samples, and ten documents made from them."""
    genome, marine, relics = samples["genome"], samples["marine"], samples["relics"]
    documents = [
        *samples.values(),
        *(another(genome, n, by=n) for n in range(2, 6)),
        *(another(marine, n, by=n) for n in range(6, 9)),
        another(relics, 9, by=3),
        with_cells(another(genome, 10, by=1000), reception, state=State.BLANK, value=None, verdict=None),
        with_cells(another(genome, 11, by=999), reception, verdict=Verdict.REVIEW),
    ]
    return library_of(tmp_path_factory.mktemp("across"), documents).root


@pytest.fixture(scope="module")
def across(root: Path) -> Across:
    return Across(root)


def facts(root: Path) -> list[dict[str, str]]:
    with (root / "facts.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def by_hand(root: Path, fits: Callable[[dict[str, str]], bool], kind: str) -> list[tuple[Decimal, str]]:
    """A ranking from facts.csv, largest first."""
    found = {f["document"]: Decimal(f["amount_yuan"]) for f in facts(root) if f["kind"] == kind and fits(f)}
    return sorted(((amount, document) for document, amount in found.items()), key=lambda p: (-p[0], p[1]))


def told(values: tuple[Value, ...]) -> list[tuple[Decimal, str]]:
    return [(v.amount_yuan or Decimal(0), v.document) for v in values]


@pytest.mark.parametrize(
    ("item", "fits"),
    [
        (
            RECEPTION,
            lambda f: (
                f["table"] == "three_public"
                and f["column"].endswith("公务接待费")
                and (f["kind"] == "budget" or "决算" in f["column"])
                and f["verdict"] != "review"
            ),
        ),
        (
            PROJECT,
            lambda f: f["table"] == "expenditure" and f["row"] == "合计" and f["column"].endswith("项目支出"),
        ),
        (SCIENCE, lambda f: f["table"] == "expenditure" and f["code"] == "206" and f["column"].endswith("合计")),
        (
            OFFICE,
            lambda f: (
                f["table"] == "basic"
                and f["code"] == "30201"
                and not f["column"].endswith(("基本支出/人员经费", "基本支出/公用经费"))
            ),
        ),
    ],
)
def test_rankings_are_what_facts_csv_says(
    root: Path, across: Across, item: Item, fits: Callable[[dict[str, str]], bool]
) -> None:
    rankings = across.ranking(item, limit=None)
    assert [(r.level, r.kind) for r in rankings] == [("department", "final"), ("unit", "budget")]
    for ranking in rankings:
        expected = by_hand(root, fits, ranking.kind)
        assert len(expected) > 1
        assert told(ranking.entries) == expected
        assert told(across.ranking(item, "asc", 3, kinds=[ranking.kind])[0].entries) == sorted(expected)[:3]
    for total in across.aggregate(item):
        assert total.result == sum(amount for amount, _ in by_hand(root, fits, total.kind))
        assert sum(v.amount_yuan or 0 for v in total.values) == total.result


def test_every_value_is_a_line_of_facts_csv(root: Path, across: Across) -> None:
    lines = {
        (f["document"], f["page"], f["x0"], f["y0"], f["value"], f["verdict"], f["table"], f["column"])
        for f in facts(root)
    }
    for item in (*RECEPTION, PROJECT, SCIENCE, OFFICE, Item(("narrative",), row_keys=("政府采购预算总额",))):
        for v in across.values(item):
            x0, y0 = f"{v.box[0]:.2f}", f"{v.box[1]:.2f}"
            assert (v.document, str(v.page), x0, y0, f"{v.value:f}", v.verdict, v.table, v.column) in lines


def test_a_blank_is_no_zero_and_what_needs_review_is_not_ranked(across: Across) -> None:
    (ranking,) = across.ranking(RECEPTION, "asc", kinds=["budget"])
    assert ranking.tally.blank == (f"{10:012x}",)
    assert ranking.tally.review == (f"{11:012x}",)
    assert ranking.tally.absent == ()
    assert ranking.tally.used + 2 == ranking.tally.asked == 11
    assert not {v.document for v in ranking.entries} & {f"{10:012x}", f"{11:012x}"}
    assert [v.verdict for v in across.values(RECEPTION, documents=[f"{11:012x}"])] == ["review"]


def test_a_row_that_a_document_lacks_is_absent(across: Across, samples: dict[str, Disclosure]) -> None:
    (item,) = (Item(("narrative",), row_keys=("政府采购预算总额",)),)
    (final, budget) = across.ranking(item)
    assert (final.entries, final.tally.used) == ((), 0)
    assert samples["relics"].id in final.tally.absent
    assert samples["marine"].id in budget.tally.absent


def test_another_row_of_the_same_name_is_a_rival_and_not_one_of_another_code(
    across: Across, samples: dict[str, Disclosure]
) -> None:
    genome = [samples["genome"].id]
    (either,) = across.values(Item(("expenditure",), row_keys=("应用研究",)), documents=genome)
    assert either.rivals == 1
    (one,) = across.values(Item(("expenditure",), row_keys=("应用研究",), codes=("2069802",)), documents=genome)
    assert (one.code, one.rivals) == ("2069802", 0)


def test_departments_and_units_budgets_and_final_accounts_are_never_added_up(
    tmp_path: Path, samples: dict[str, Disclosure]
) -> None:
    marine = samples["marine"]
    same = {"institute": "滨海市海洋局", "year": 2026}
    root = library_of(
        tmp_path / "library",
        [
            another(marine, 1, 2, level="unit", **same),
            another(marine, 2, 10, level="department", **same),
            another(marine, 3, 2, level="unit", kind="final", **same),
        ],
    ).root
    totals = Across(root).aggregate(PROJECT)
    assert [(t.level, t.kind, t.result) for t in totals] == [
        ("department", "budget", 10 * Decimal(19173330)),
        ("unit", "budget", 2 * Decimal(19173330)),
        ("unit", "final", 2 * Decimal(19173330)),
    ]
    assert [t.level for t in Across(root).aggregate(PROJECT, level="unit")] == ["unit", "unit"]


def test_one_disclosure_published_twice_counts_once(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    same = {"institute": "滨海市海洋局"}
    documents = [another(samples["marine"], n, by, **same) for n, by in ((1, 2), (2, 2), (3, 5))]
    (total,) = Across(library_of(tmp_path / "library", documents).root).aggregate(PROJECT)
    assert total.result == 2 * Decimal(19173330)
    assert total.tally.repeated == (f"{2:012x}", f"{3:012x}")
    assert total.tally.differing == (f"{3:012x}",)


def test_the_measure_is_that_of_the_documents_kind(across: Across, samples: dict[str, Disclosure]) -> None:
    relics = [samples["relics"].id]
    (final,) = across.values(RECEPTION, documents=relics)
    (budget,) = across.values(
        Item(("three_public",), column_roles=("reception",), measures=("budget",)), documents=relics
    )
    assert (final.column.split("/")[0], budget.column.split("/")[0]) == ("决算数", "预算数")
    assert final.value == Decimal("1.86")


def test_a_blank_final_figure_is_not_filled_from_the_budget(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    relics = samples["relics"]
    tables = tuple(
        t.model_copy(
            update={
                "cells": tuple(
                    c.model_copy(update={"state": State.BLANK, "value": None})
                    if t.kind is Kind.THREE_PUBLIC and t.columns[c.column].measure == "final"
                    else c
                    for c in t.cells
                )
            }
        )
        for t in relics.tables
    )
    root = library_of(tmp_path / "library", [relics.model_copy(update={"tables": tables})]).root
    (ranking,) = Across(root).ranking(RECEPTION)
    assert (ranking.entries, ranking.tally.blank) == ((), (relics.id,))


def test_filters_by_year_institute_level_and_kind(across: Across) -> None:
    assert {v.year for v in across.values(PROJECT, years=[2026])} == {2026}
    assert {v.institute for v in across.values(PROJECT, institutes=["第3研究所"])} == {"第3研究所"}
    assert {v.level for v in across.values(PROJECT, level="department")} == {"department"}
    assert {v.kind for v in across.values(PROJECT, kinds=["final"])} == {"final"}
    assert across.values(PROJECT, years=[1999]) == []
    assert across.values(PROJECT, documents=["../../etc/passwd", "'; DROP TABLE x; --"]) == []


def test_comparisons_have_a_line_for_each_year_or_institute(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    marine = samples["marine"]
    documents = [another(marine, n, n, institute="甲局", year=2022 + n) for n in range(1, 4)]
    documents[1] = with_cells(documents[1], reception, state=State.DASH, value=None)
    root = library_of(tmp_path / "library", documents).root
    lines = Across(root).compare(RECEPTION)
    assert [(c.key, [v.value for v in c.values], c.tally.used) for c in lines] == [
        ("2023", [Decimal("2.30")], 1),
        ("2024", [], 0),
        ("2025", [Decimal("6.90")], 1),
    ]
    assert lines[1].tally.blank == (f"{2:012x}",)
    (one,) = Across(root).compare(RECEPTION, by="institute")
    assert (one.key, len(one.values)) == ("甲局", 2)


def test_averages_extremes_and_counts(across: Across) -> None:
    amounts = [v.comparable for v in across.values(PROJECT, kinds=["budget"])]
    made = {how: across.aggregate(PROJECT, how, kinds=["budget"])[0] for how in How}
    assert made[How.AVERAGE].result == (sum(amounts, Decimal(0)) / len(amounts)).quantize(Decimal("0.01"))
    assert [made[How.MAX].result, made[How.MIN].result] == [max(amounts), min(amounts)]
    assert [v.comparable for v in made[How.MAX].values] == [max(amounts)]
    assert made[How.COUNT].result == Decimal(len(amounts))
    assert (made[How.COUNT].unit, made[How.SUM].unit) == ("份", "元")


def test_counts_of_things_are_found_by_their_unit(across: Across, samples: dict[str, Disclosure]) -> None:
    values = across.values(Item(("narrative",), row_keys=("车辆", "共有车辆"), unit="辆"))
    told = {v.document: v.value for v in values}
    assert [told[samples[name].id] for name in ("genome", "marine", "relics")] == [3, 6, 11]


@pytest.mark.parametrize(
    "text",
    ["'; DROP TABLE facts; --", '" OR 1=1 --', "公务接待费' UNION SELECT 1", "$p0", "?", "{0}", "\\", "%", "\x00"],
)
def test_hostile_names_find_nothing_and_harm_nothing(across: Across, text: str) -> None:
    wild = Item((text,), (text,), (text,), (text,), (text,), (text,), (text,), sides=(text,), unit=text)
    assert across.values(wild) == []
    assert across.values(Item(row_keys=(text,))) == []
    assert across.values(Item(column_names=(text,)), institutes=[text], level=text, kinds=[text]) == []
    assert len(across.values(PROJECT)) == 13


def test_what_a_figure_of_one_document_is_can_be_asked_of_all(across: Across, samples: dict[str, Disclosure]) -> None:
    view = View.of(samples["genome"])
    by_place: dict[tuple[Kind, str, str], Figure] = {
        (f.table, f.row, f.header): f for f in view.figures if f.state is State.NUMBER and f.table is not Kind.NARRATIVE
    }
    expected = {
        (Kind.THREE_PUBLIC, "", "2025年预算数/公务接待费"): ("30000", "23000"),
        (Kind.EXPENDITURE, "合计", "项目支出"): ("376546800", "19173330"),
        (Kind.BASIC, "公务接待费", "公用经费/日常公用经费"): ("30000", "18000"),
    }
    for place, amounts in expected.items():
        found = {v.document: v.amount_yuan for v in across.values(like(by_place[place]))}
        assert (found[samples["genome"].id], found[samples["marine"].id]) == tuple(map(Decimal, amounts))


def test_every_unambiguous_figure_is_found_again_in_its_own_document(
    across: Across, samples: dict[str, Disclosure]
) -> None:
    """A figure's own items lead back to it, or to one of the same amount, or say that there are rivals."""
    for disclosure in samples.values():
        for figure in View.of(disclosure).figures[::5]:
            plain = figure.measure not in {"prior", "change"} and figure.relation in {"", "amount"}
            if figure.yuan is None or not plain or (figure.year not in {None, disclosure.meta.year}):
                continue
            if disclosure.meta.kind == "final" and (figure.measure == "budget" or figure.is_fact):
                continue
            for value in across.values(like(figure), documents=[disclosure.id]):
                assert value.amount_yuan == figure.yuan or value.rivals, (figure, value)


# --- what they are made from ------------------------------------------------------------------------------------------


def test_the_parquet_says_what_a_figure_means(root: Path, samples: dict[str, Disclosure]) -> None:
    relics = samples["relics"]
    parquet: Any = pq
    rows = parquet.read_table(root / "facts" / f"{relics.id}.parquet").to_pylist()
    assert [row["at"] for row in rows] == list(range(len(rows)))
    (told,) = (r for r in rows if r["table"] == "three_public" and r["column"] == "决算数/公务接待费")
    wanted = {"is_total": True, "column_role": "reception", "measure": "final", "column_key": "决算数/公务接待费"}
    assert {name: told[name] for name in wanted} == wanted
    (row,) = (r for r in rows if r["table"] == "expenditure" and r["code"] == "2070204" and r["column_role"] == "basic")
    assert (row["row_key"], row["is_total"], row["side"]) == ("文物保护", False, "")
    totals = {(r["table"], r["row_key"]) for r in rows if r["is_total"]}
    assert ("expenditure", "合计") in totals
    assert ("expenditure", "文物保护") not in totals
    (fact,) = (r for r in rows if r["row"] == "收支总计增加")
    assert (fact["measure"], fact["relation"], fact["item"]) == ("change", "increase", "收支总计")
    assert fact["sentence"]
    assert fact["digits_x0"] >= fact["x0"]


def test_a_made_library_is_as_if_it_had_been_read(tmp_path: Path) -> None:
    told: list[int] = []
    make(tmp_path / "library", 30, after=lambda _, ids: told.append(len(ids)))
    library = Library(tmp_path / "library")
    assert told == [len(library.ids())] == [30]
    assert library.committed()
    for document in library.ids()[:3]:
        disclosure = library.load(document)
        record = (library.documents / document / "disclosure.json").read_bytes()
        stored = read_stored(library.root / "facts" / f"{document}.parquet", mark(record))
        assert stored is not None
        anew = stored_of(disclosure)
        assert stored.figures.replace_schema_metadata(None).equals(anew.figures)
        assert (stored.meta, stored.findings, stored.tables) == (anew.meta, anew.findings, anew.tables)


def test_all_documents_and_each_alone_give_the_same_values(tmp_path: Path) -> None:
    make(tmp_path / "library", 30)
    across = Across(tmp_path / "library")
    for item in (RECEPTION, PROJECT, OFFICE):
        together = across.values(item)
        alone = [v for d in across.catalog.documents for v in across.values(item, documents=[d.id])]
        assert together == alone
        assert len(together) > 5


def test_what_is_read_later_is_seen_after_opening_again(tmp_path: Path, samples: dict[str, Disclosure]) -> None:
    library = library_of(tmp_path / "library", [samples["marine"]])
    before = Across(library.root)
    assert len(before.values(PROJECT)) == 1
    with library.writing():
        library.store(samples["relics"], SAMPLES[0])
        library.commit()
    assert len(before.values(PROJECT)) == 1
    assert len(Across(library.root).values(PROJECT)) == 2
    with library.writing():
        library.remove(samples["marine"].id)
    assert [v.file for v in Across(library.root).values(PROJECT)] == ["relics_centre_2023.pdf"]
    assert [d.id for d in Catalog.open(library.root).documents] == [samples["relics"].id]


def test_a_part_that_is_damaged_or_replaced_is_told_or_read_again(
    tmp_path: Path, samples: dict[str, Disclosure]
) -> None:
    library = library_of(tmp_path / "library", [samples["marine"]])
    across = Across(library.root)
    for folder in ("facts", "across"):
        for path in (library.root / folder).iterdir():
            path.write_bytes(b"PAR1")
    with pytest.raises(LibraryError, match="请运行 gouji extract"):
        across.values(PROJECT)
    assert not library.committed()
    with library.writing():
        library.commit()
    assert len(across.values(PROJECT)) == 1


def test_a_label_is_compared_without_its_enumerator(across: Across) -> None:
    assert key("四、事业收入") == "事业收入"
    found = across.values(Item(("income_expenditure",), row_keys=("事业收入",)))
    assert len(found) == 13
    assert {v.row for v in found} == {"四、事业收入", "二、事业收入", "五、事业收入"}
