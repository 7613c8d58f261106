"""Questions over many documents: what they are read as, and the exact answers over libraries whose figures are known."""

from __future__ import annotations

import csv
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from eval.make_library import make, scaled
from extract import extract
from extract.library import Library
from extract.model import Disclosure, Kind, State, Verdict
from qa.answer import AnswerOut, Status
from qa.ask import Asker
from qa.documents.groups import Bodies, group_in
from qa.documents.names import Names
from qa.plain.sentences import question_text
from qa.surveys.each import FEW
from qa.surveys.reading import read_survey
from qa.surveys.survey import Act, Bound, Survey
from tests.libraries import SAMPLES

HOUSES = {
    "澄江县湿地保护站": 5, "霜溪市生态环境局": 3, "远岚极端材料研究所": 1, "澄江县农业农村局": 2, "云滨第三幼儿园": 4,
}  # fmt: skip
"""Institutes of invented names, each with how many times the first one's amounts it has."""


@pytest.fixture(scope="module")
def sample() -> Disclosure:
    return extract(next(p for p in SAMPLES if "marine" in p.stem))


def another(of: Disclosure, number: int, by: int, **meta: Any) -> Disclosure:
    told = {"file": f"of{number}.pdf", **meta}
    return scaled(of, by).model_copy(update={"id": f"{number:012x}", "meta": of.meta.model_copy(update=told)})


def without_reception(of: Disclosure, state: State) -> Disclosure:
    """The document with its cells for receptions blank, its notes without them, or for review."""

    def changed(table: Any) -> Any:
        cells = []
        for cell in table.cells:
            role = (table.columns[cell.column].role, table.rows[cell.row].role)
            if "reception" in role or "接待" in table.rows[cell.row].label:
                update: dict[str, Any] = {"state": state, "value": None, "verdict": None}
                if state is State.NUMBER:
                    update = {"verdict": Verdict.REVIEW}
                cell = cell.model_copy(update=update)
            cells.append(cell)
        return table.model_copy(update={"cells": tuple(cells)})

    facts = tuple(f for f in of.facts if "接待" not in f.name)
    return of.model_copy(update={"tables": tuple(changed(t) for t in of.tables), "facts": facts})


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory, sample: Disclosure) -> Library:
    library = Library(tmp_path_factory.mktemp("many") / "library")
    with library.writing():
        for number, (institute, by) in enumerate(HOUSES.items(), 1):
            document = another(sample, number, by, institute=institute)
            if institute == "霜溪市生态环境局":
                document = without_reception(document, State.DASH)
            library.store(document, SAMPLES[0])
        last = {"institute": "远岚极端材料研究所", "year": (sample.meta.year or 0) - 1}
        library.store(another(sample, 9, 6, **last), SAMPLES[0])
        library.commit()
    return library


@pytest.fixture(scope="module")
def asker(library: Library) -> Asker:
    return Asker(library.root)


@pytest.fixture(scope="module")
def one(sample: Disclosure) -> dict[str, Decimal]:
    """The amounts of the first, in 元: receptions, projects, and vehicles."""
    with_roles = {
        t.columns[c.column].role or t.rows[c.row].role: c
        for t in sample.tables
        if t.kind is Kind.THREE_PUBLIC
        for c in t.cells
        if c.value is not None and t.columns[c.column].measure != "prior"
    }
    return {name: (c.value or Decimal(0)) * 10_000 for name, c in with_roles.items()}


def amounts(answer: AnswerOut) -> list[Decimal]:
    return [Decimal(f.amount_yuan or f.value) for f in answer.figures]


# --- what a question is read as ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("question", "survey"),
    [
        ("公务接待费排第二的是哪家，多少钱？", Survey(Act.RANK, ("公务接待费",), ranks=(2,))),
        ("哪家公车最多？把前三名的辆数报一下。", Survey(Act.RANK, ("公车多少辆",), ranks=(1, 2, 3))),
        ("谁的会议费垫底", Survey(Act.RANK, ("会议费",), lowest=True)),
        ("跟上一年比，谁的三公降得最多？", Survey(Act.RANK, ("三公比上年增减多少",), moved="down")),
        ("全部支出里，哪家的项目支出占比最高？", Survey(Act.RANK, ("项目支出占全部支出的比重",))),
        ("三公超过一千万的单位有几个？", Survey(Act.COUNT, ("三公",), bound=Bound("over", Decimal(10_000_000), "元"))),
        ("有几家的公车超过15辆？", Survey(Act.COUNT, ("公车多少辆",), bound=Bound("over", Decimal(15), "辆"))),
        ("一分钱出国费都没有的单位有多少家？", Survey(Act.COUNT, ("出国费",), bound=Bound("none"))),
        ("哪些单位的公务接待是零？", Survey(Act.LIST, ("公务接待",), bound=Bound("none"))),
        ("三公里头既不买车也没有养车钱的是哪几家？", Survey(Act.LIST, ("三公里头买车", "养车钱"), bound=Bound("none"))),
        ("有几份写了其他收入这笔进账、数不是空的？", Survey(Act.COUNT, ("其他收入",), bound=Bound("some"))),
        ("把所有单位的公车加起来一共多少辆？同一家收了两份只算一次。", Survey(Act.SUM, ("公车多少辆",))),
        ("三家研究所平均每家的政府采购预算是多少？", Survey(Act.AVERAGE, ("政府采购预算",))),
        ("的采购比的大吗？两边各多少？", Survey(Act.GAP, ("采购",), said="大")),
        ("和在养人的钱(人员经费)上差了多少？", Survey(Act.GAP, ("养人的钱(人员经费)",))),
        ("这几份里收支总额最高的和最低的差多少钱？", Survey(Act.SPREAD, ("收支总额",))),
        ("那第二呢？", Survey(Act.EACH, (), ranks=(2,))),
    ],
)  # fmt: skip
def test_what_is_asked_of_many(question: str, survey: Survey) -> None:
    assert read_survey(question_text(question)) == survey


def test_what_is_denied_and_not_read_is_not_answered() -> None:
    assert read_survey(question_text("哪些单位不归财政供养但花了公务接待费")).asked == ()


# --- who is meant ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("words", "institute"),
    [
        ("澄江那个湿地站花了多少", "澄江县湿地保护站"),
        ("管极端材料的那家单位一年多少钱", "远岚极端材料研究所"),
        ("远岚的公务接待费", "远岚极端材料研究所"),
        ("霜溪环保局的收入", "霜溪市生态环境局"),
        ("霜溪市的环保局", "霜溪市生态环境局"),
        ("那家幼儿园的采购", "云滨第三幼儿园"),
    ],
)
def test_an_institute_is_known_by_what_it_does_where_it_is_and_its_old_name(words: str, institute: str) -> None:
    names = Names(list(HOUSES))
    found = names.find(words) or names.described(words)
    assert [list(HOUSES)[i] for m in found for i in m.institutes] == [institute]


def test_a_first_word_that_several_have_names_them_all() -> None:
    """Whose is meant cannot be told: each is answered for."""
    found = Names(list(HOUSES)).described("澄江的公务接待费")
    assert [list(HOUSES)[i] for m in found for i in m.institutes] == ["澄江县湿地保护站", "澄江县农业农村局"]


@pytest.mark.parametrize("words", ["那家单位的公务接待费", "那家医院的收入", "极端天气的预算"])
def test_what_fits_several_or_none_names_none(words: str) -> None:
    assert Names(list(HOUSES)).described(words) == []


@pytest.mark.parametrize("question", ["澄江县图书馆的三公经费有多少？", "霜溪市公安局2026年的会议费是多少？"])
def test_an_institute_that_is_not_there_is_said_not_to_be(asker: Asker, question: str) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.NOT_FOUND
    assert answer.figures == ()
    assert question[:5] in answer.answer


def test_a_year_that_is_not_there_is_said_not_to_be(asker: Asker) -> None:
    answer = asker.ask("2031年的那几家单位里，谁的公务接待费最高？")
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())
    assert "2031" in answer.answer


# --- what is made of it ------------------------------------------------------------------------------------------------


def test_places_in_a_ranking(asker: Asker, one: dict[str, Decimal]) -> None:
    second = asker.ask("今年公务接待费排第二的是哪家？")
    assert amounts(second)[:2] == [one["reception"] * 4, one["reception"] * 5]
    assert second.answer.startswith("第 2 名是 云滨第三幼儿园")
    lowest = asker.ask("今年谁的公务接待费垫底？")
    assert amounts(lowest)[0] == one["reception"]
    assert "远岚" in lowest.answer.split("；")[0]
    assert "1 份文件该格为空白" in lowest.confidence_note


def test_a_place_beyond_the_last_is_not_made_up(asker: Asker) -> None:
    answer = asker.ask("今年公务接待费排第九的是哪家？")
    assert (answer.status, answer.figures) == (Status.NOT_FOUND, ())


def test_how_many_and_which(asker: Asker, one: dict[str, Decimal]) -> None:
    limit = f"{one['reception'] * 3 / 10_000:f}万元"
    over = asker.ask(f"今年公务接待费超过{limit}的单位有几家？")
    assert over.figures[0].value == "2"
    assert amounts(over)[1:] == [one["reception"] * 5, one["reception"] * 4]
    assert {c.institute for c in over.citations} == {"澄江县湿地保护站", "云滨第三幼儿园"}
    none = asker.ask("今年哪些单位的公务接待费是零？")
    assert [c.institute for c in none.citations] == ["霜溪市生态环境局"]
    assert none.figures[-1].value == "1"
    some = asker.ask("今年有几家单位安排了公务接待费？")
    assert some.figures[0].value == "4"


def test_a_figure_for_review_is_in_no_ranking(library: Library, sample: Disclosure, tmp_path: Path) -> None:
    other = Library(tmp_path / "library")
    with other.writing():
        other.store(another(sample, 1, 1, institute="甲地环境站"), SAMPLES[0])
        other.store(without_reception(another(sample, 2, 9, institute="乙地环境站"), State.NUMBER), SAMPLES[0])
        other.commit()
    answer = Asker(other.root).ask("谁的公务接待费最高")
    assert "乙地环境站" not in answer.answer
    assert "待复核" in answer.confidence_note


def test_amounts_are_not_held_against_counts(asker: Asker) -> None:
    answer = asker.ask("今年有几家的公务接待费超过15辆？")
    assert answer.status is Status.NOT_FOUND


def test_two_that_are_named_are_held_against_each_other(asker: Asker, one: dict[str, Decimal]) -> None:
    answer = asker.ask("湿地站的公务接待费比幼儿园高出多少？")
    assert amounts(answer) == [one["reception"], one["reception"] * 5, one["reception"] * 4]
    assert answer.answer.startswith("澄江县湿地保护站 比 云滨第三幼儿园 多")
    back = asker.ask("那家幼儿园的公务接待费比湿地站的大吗？")
    assert back.answer.startswith("不是，云滨第三幼儿园 比 澄江县湿地保护站 少")


def test_sums_and_averages(asker: Asker, one: dict[str, Decimal]) -> None:
    assert amounts(asker.ask("今年所有单位的公务接待费一共多少？"))[0] == one["reception"] * (5 + 1 + 2 + 4)
    assert amounts(asker.ask("今年平均每家的公务接待费是多少？"))[0] == one["reception"] * 3
    named = asker.ask("湿地站和幼儿园的公务接待费加起来多少？")
    assert amounts(named)[0] == one["reception"] * 9


def test_the_ends_and_how_far_they_are_apart(asker: Asker, one: dict[str, Decimal]) -> None:
    answer = asker.ask("今年这几家里公务接待费最高的和最低的差多少？")
    assert amounts(answer) == [one["reception"] * 4, one["reception"] * 5, one["reception"]]


def test_a_share_is_ranked_as_it_is_computed_for_each(asker: Asker) -> None:
    answer = asker.ask("今年哪家的项目支出占总支出的比例最高？")
    alone = asker.ask("项目支出占总支出的比例是多少", "of1")
    assert answer.figures[0].unit == "%"
    assert answer.figures[0].value == alone.figures[0].value  # all have the same: scaled
    assert "÷" in answer.figures[0].how


def test_what_follows_a_ranking_leans_on_it(asker: Asker, one: dict[str, Decimal]) -> None:
    before = ["今年谁的公务接待费最高？"]
    assert amounts(asker.ask("那第二呢？", history=before))[0] == one["reception"] * 4
    cars = asker.ask("那公务用车运行费呢？", history=before)
    assert cars.answer.startswith("最高的是 澄江县湿地保护站")
    assert "运行" in cars.answer


def test_the_year_before_is_another_document(asker: Asker, one: dict[str, Decimal]) -> None:
    answer = asker.ask("它前一年呢？", history=["远岚所的公务接待费是多少？"])
    assert amounts(answer)[0] == one["reception"] * 6


def test_a_claim_over_the_years_is_answered(asker: Asker, sample: Disclosure) -> None:
    year = sample.meta.year or 0
    answer = asker.ask(f"远岚{year}年的公务接待费比{year - 1}年涨了吧？")
    assert answer.answer.startswith("不是，")
    assert "减少" in answer.answer.split("。")[0]


def test_every_figure_stands_in_facts_csv_or_is_shown_to_follow(library: Library, asker: Asker) -> None:
    with (library.root / "facts.csv").open(encoding="utf-8", newline="") as handle:
        printed = {(f["document"], Decimal(f["value"])) for f in csv.DictReader(handle)}
    for question in (
        "今年谁的公务接待费最高",
        "哪几家安排了公务接待费",
        "今年平均每家的公务接待费",
        "湿地站和幼儿园的三公差多少",
    ):
        answer = asker.ask(question)
        assert answer.status is Status.ANSWERED, question
        documents = {c.document for c in answer.citations}
        for figure in answer.figures:
            assert figure.how or any((d, Decimal(figure.value)) in printed for d in documents), (question, figure)


# --- more than are asked one by one ------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root = tmp_path_factory.mktemp("large") / "library"
    make(root, FEW + 8)
    return Asker(root)


def test_a_large_library_is_ranked_at_once(large: Asker) -> None:
    answer = large.ask("谁的公务接待费最高？")
    assert answer.status is Status.ANSWERED
    values = amounts(answer)
    assert len(values) == 5
    assert values == sorted(values, reverse=True)


def test_what_cannot_be_asked_of_so_many_is_said(large: Asker) -> None:
    answer = large.ask("哪家的项目支出占总支出的比例最高？")
    assert answer.status is Status.NOT_FOUND
    assert str(FEW) in answer.answer


@pytest.mark.parametrize(
    ("question", "members"),
    [
        ("两家血站的政府采购预算加在一起是多少", {"青枫县血站", "星浦县血站"}),
        ("研究所的公务接待费最高的是哪家", {"启明湾湖泊沉积研究所"}),
        ("四家研究机构平均每家多少", {"启明湾湖泊沉积研究所", "南屏高原生态研究院"}),
        ("几家研究所、研究院里最大的是哪家", {"启明湾湖泊沉积研究所", "南屏高原生态研究院"}),
        ("三家县级部门预算当中哪一家没有", {"青枫县血站", "星浦县血站"}),
        ("Which of the two research institutes spent the most?", {"启明湾湖泊沉积研究所", "南屏高原生态研究院"}),
        ("哪家的公务接待费最高", None),
        ("所有单位的研究所建设支出谁最多", None),
        ("各单位的血站服务费", None),
    ],
)
def test_bodies_are_known_by_what_names_end_with(question: str, members: set[str] | None) -> None:
    bodies = Bodies(("青枫县血站", "星浦县血站", "启明湾湖泊沉积研究所", "南屏高原生态研究院", "麦湾市教育局"))
    assert group_in(question, bodies).members == members
