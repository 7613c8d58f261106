"""Rankings, counts and lists keep to the level of the classification that a question names (款级, 项级), and to the document's own
year where a table prints the year before beside it. What is right is worked out from the gold tables.
"""

import json
from decimal import Decimal
from pathlib import Path

import pytest

from eval.corpus import chosen, write
from qa.answer import Status
from qa.ask import Asker
from tests.libraries import build
from tests.pdfs import Draft

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"
SEED = 1201


@pytest.fixture(scope="module")
def both_years(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, str, list[dict[str, object]]]:
    """An invented document whose table of general public expenditure prints the year before as well; its rows on the lowest level."""
    folder: Path = tmp_path_factory.mktemp("both_years")
    for name, document in chosen(6, SEED):
        if not name.startswith("central"):
            continue
        file = write(folder, name, document)
        gold = json.loads(file.with_suffix(".gold.json").read_text(encoding="utf-8"))
        table = next(t for t in gold["tables"] if t["kind"] == "general_public")
        rows = [r for r in table["rows"] if len(r["code"]) == 7 and r["values"][0] and r["values"][1]]
        if "执行数" in table["columns"][0] and len({r["label"] for r in rows}) == len(rows) > 4:
            build(folder / "library", [file])
            return Asker(folder / "library"), name, rows
    raise AssertionError("no such document in the corpus")


def ranked(rows: list[dict[str, object]], column: int) -> list[tuple[str, Decimal]]:
    own = [(str(r["label"]).strip(), Decimal(str(r["values"][column]).replace(",", ""))) for r in rows]  # type: ignore[index]
    return sorted(own, key=lambda pair: -pair[1])


@pytest.mark.parametrize(
    ("question", "place"),
    [
        ("一般公共预算支出表中，金额最大的项级科目是哪个？", 0),
        ("一般公共预算支出表里排第一的项级科目是什么？", 0),
        ("一般公共预算支出表里按金额排，居首的项级科目是哪个？", 0),
        ("一般公共预算支出表中，金额第二大的项级科目是哪个？", 1),
        ("在一般公共预算支出表里，排在第二位的项级科目是什么？", 1),
        ("一般公共预算支出表中金额最小的项级科目是哪个？", -1),
    ],
)
def test_ranked_by_the_documents_own_year(
    both_years: tuple[Asker, str, list[dict[str, object]]], question: str, place: int
) -> None:
    asker, name, rows = both_years
    label, amount = ranked(rows, 1)[place]
    answer = asker.ask(question, name)
    assert answer.status is Status.ANSWERED
    assert label in answer.answer
    assert Decimal(answer.figures[0].value) == amount


@pytest.mark.parametrize(
    "words", ["金额最大的两个项级科目合计多少", "前两个项级科目加起来是多少", "排前两位的项级科目一共多少钱"]
)
def test_the_first_together(both_years: tuple[Asker, str, list[dict[str, object]]], words: str) -> None:
    asker, name, rows = both_years
    answer = asker.ask(f"一般公共预算支出表中，{words}？", name)
    assert Decimal(answer.figures[0].value) == sum(amount for _, amount in ranked(rows, 1)[:2])


@pytest.mark.parametrize(
    "words", ["超过{}万元的项级科目有几个", "超过{}万元的项级科目列一下", "有哪些项级科目在{}万元以上"]
)
def test_over_an_amount(both_years: tuple[Asker, str, list[dict[str, object]]], words: str) -> None:
    asker, name, rows = both_years
    own = ranked(rows, 1)
    limit = (own[1][1] + own[2][1]) / 2
    answer = asker.ask(f"一般公共预算支出表里{words.format(limit)}？", name)
    assert [Decimal(f.value) for f in answer.figures[:2]] == [own[0][1], own[1][1]]
    assert "有 2 个" in answer.answer
    assert all((label in answer.answer) is (place < 2) for place, (label, _) in enumerate(own))


def test_of_the_year_before_where_that_is_asked(both_years: tuple[Asker, str, list[dict[str, object]]]) -> None:
    asker, name, rows = both_years
    year = json.loads((asker.library.root.parent / f"{name}.gold.json").read_text(encoding="utf-8"))["meta"]["year"]
    label, amount = ranked(rows, 0)[0]
    answer = asker.ask(f"{year - 1}年一般公共预算支出表里金额最大的项级科目是哪个？", name)
    assert label in answer.answer
    assert Decimal(answer.figures[0].value) == amount


@pytest.mark.parametrize(
    ("question", "amounts"),
    [
        # 应用研究 stands on the level of 款 and has no row below it
        ("支出总表里超过300万元但不到400万元的项级科目有哪些？", ["390.00", "320.00"]),
        ("支出总表里超过300万元但不到400万元的款级科目有哪些？", ["390.00", "379.29"]),
        ("支出总表里金额第二大的款级科目是哪个？", ["9354.82", "27444.48"]),
        ("支出总表里金额最大的类级科目是哪个？", ["41354.93"]),
        ("支出总表里金额最大的科目是哪个？", ["16060.24"]),
    ],
)
def test_the_level_that_is_named(asker: Asker, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, GENOME)
    assert [f.value for f in answer.figures if f.unit == "万元"] == amounts


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("一般公共预算财政拨款支出决算表中，项目支出最多的项级科目是哪个？", "2318.96"),
        ("一般公共预算财政拨款支出决算表里排第一的项级科目是哪个？", "3819.96"),
        ("一般公共预算财政拨款支出决算表里哪个项级科目的基本支出最多？", "1501.00"),
        ("一般公共预算财政拨款支出决算表里金额最大的科目是哪个？", "3819.96"),
    ],
)
def test_money_by_where_it_is_from_names_no_level(asker: Asker, question: str, amount: str) -> None:
    answer = asker.ask(question, RELICS)
    assert "文物保护" in answer.answer
    assert answer.figures[0].value == amount


@pytest.mark.parametrize(
    ("question", "percent"),
    [
        ("一般公共预算支出表中，住房保障支出在全部支出中的占比是多少？", "4.53"),
        ("一般公共预算支出表里，住房保障支出占总支出多少？", "4.53"),
        ("支出总表里住房保障支出占全部支出的百分之几？", "1.95"),
    ],
)
def test_all_spending_of_the_table_that_is_named(asker: Asker, question: str, percent: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.figures[0].value == percent


@pytest.mark.parametrize(
    "question",
    [
        "支出总表里公务接待费是多少？",
        "国有资本经营预算支出表里住房公积金比提租补贴多多少？",
        "三公经费表里住房公积金是多少？",
    ],
)
def test_what_another_table_has_is_not_told_for_the_one_that_is_named(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "row", "amount"),
    [
        ("What is the project expenditure of 基础研究 in 支出总表?", "基础研究", "23744.23"),
        ("In the expenditure summary table (支出总表), how much is the basic expenditure for 其他基础研究支出?", "其他基础研究支出", "936.42"),
        ("How much basic expenditure does 基础研究 have?", "基础研究", "3700.25"),
    ],
)  # fmt: skip
def test_a_half_of_a_row_in_english(asker: Asker, question: str, row: str, amount: str) -> None:
    answer = asker.ask(question, GENOME)
    assert row in answer.answer
    assert answer.figures[0].value == amount


@pytest.mark.parametrize("question", ["208类的支出预算是多少？", "208这一类的支出是多少？", "208开头的支出一共多少？"])
def test_a_code_with_its_level(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.figures[0].value == "960.00"
    assert "社会保障和就业支出" in answer.answer


@pytest.mark.parametrize(
    ("question", "amount"),
    [("支出总表，基础研究，项目支出？", "23744.23"), ("一般公共预算支出表，基础研究，基本支出？", "2763.83")],
)
def test_a_table_a_row_and_a_column(asker: Asker, question: str, amount: str) -> None:
    answer = asker.ask(question, GENOME)
    assert [f.value for f in answer.figures] == [amount]


@pytest.mark.parametrize("words", ["较预算数少多少", "比预算数少多少", "相较预算数少多少万元"])
def test_final_against_budget_in_other_words(asker: Asker, words: str) -> None:
    plain = asker.ask("公务接待费决算数比预算数少多少？", RELICS)
    assert asker.ask(f"公务接待费决算数{words}？", RELICS).figures == plain.figures
    assert len(plain.figures) == 3


ONLY_ABOVE = (
    ("206", "科学技术支出", "300.00", "300.00", ""),
    ("20603", "应用研究", "300.00", "300.00", ""),
    ("205", "教育支出", "220.00", "150.00", "70.00"),
    ("20502", "普通教育", "150.00", "100.00", "50.00"),
    ("2050203", "初中教育", "150.00", "100.00", "50.00"),
    ("20508", "进修及培训", "70.00", "50.00", "20.00"),
    ("合计", "", "520.00", "450.00", "70.00"),
)


@pytest.mark.parametrize("lowest", [("2050203",), ()])
def test_a_level_is_that_of_the_classification(tmp_path: Path, lowest: tuple[str, ...]) -> None:
    """Where a table stops at 款, none of its rows is a 项, though they are its lowest."""
    rows = [row for row in ONLY_ABOVE if len(row[0]) < 7 or row[0] in lowest]
    build(tmp_path / "library", [Draft(rows).save(tmp_path / "station.pdf")])
    asker = Asker(tmp_path / "library")
    item = asker.ask("支出总表里金额最大的项级科目是哪个？")
    assert [f.value for f in item.figures[:1]] == ["150.00"] * len(lowest)
    class_of = asker.ask("支出总表里金额最大的款级科目是哪个？")
    assert "应用研究" in class_of.answer
    assert class_of.figures[0].value == "300.00"
    halves = asker.ask("普通教育的基本支出比项目支出多吗？")
    assert halves.status is Status.ANSWERED
    assert halves.answer.startswith("是")


def test_a_name_that_holds_a_word_for_within_is_one_name(tmp_path: Path) -> None:
    """The 中 of 初中教育 is no word for "within", where the name is said twice neither."""
    build(tmp_path / "library", [Draft(ONLY_ABOVE).save(tmp_path / "station.pdf")])
    asker = Asker(tmp_path / "library")
    more = asker.ask("初中教育的基本支出比初中教育的项目支出多吗？")
    assert more.answer.startswith("是")
    assert {"50.00", "100.00"} <= {f.value for f in more.figures}
    assert asker.ask("初中教育里，初中教育的基本支出是多少？").figures[0].value == "100.00"


@pytest.mark.parametrize("words", ["低于{}万元的", "不到{}万元的"])
def test_under_a_row_and_under_an_amount(both_years: tuple[Asker, str, list[dict[str, object]]], words: str) -> None:
    """Of what stands under a row the amounts of the document's own year are held against a limit."""
    asker, name, rows = both_years
    heads = {str(r["code"])[:3] for r in rows}
    for head in heads:
        own = ranked([r for r in rows if str(r["code"]).startswith(head)], 1)
        if len(own) < 2 or own[-1][1] == own[-2][1]:
            continue
        limit = ((own[-1][1] + own[-2][1]) / 2).quantize(Decimal("0.1"))
        answer = asker.ask(f"一般公共预算支出表里{head}类下面{words.format(limit)}项级科目有哪些？", name)
        assert own[-1][0] in answer.answer
        assert str(own[-1][1]) in {f.value for f in answer.figures}
