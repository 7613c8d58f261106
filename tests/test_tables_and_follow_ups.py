"""Where the table of a question is named, what its follow-up leaves to it, and halves of a row: one figure each, from one place."""

from pathlib import Path

import pytest

from eval.corpus import chosen, write
from eval.worked_gold import Gold, Row, gold_of
from qa.answer import AnswerOut, Status
from qa.ask import Asker
from tests.libraries import build

SEED = 1319


@pytest.fixture(scope="module")
def central(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, Gold]:
    folder: Path = tmp_path_factory.mktemp("central")
    files = [write(folder, name, document) for name, document in chosen(9, SEED) if name.startswith("central_1")]
    golds = [gold_of(file.with_suffix(".gold.json")) for file in files]
    one = next(i for i, gold in enumerate(golds) if both_halves(gold) and len(rows(gold)) > 1)
    build(folder / "library", [files[one]])
    return Asker(folder / "library"), golds[one]


def both_halves(gold: Gold) -> list[Row]:
    """Rows of 支出总表 that have basic and project expenditure."""
    table = gold.tables["expenditure"]
    return [
        r
        for r in table.having(table.column("基本支出"), table.column("项目支出"))
        if r.values[table.column("项目支出")]
    ]


def rows(gold: Gold) -> list[Row]:
    """Rows by code that both tables have, with different amounts, none of them the head of others."""
    one, other = gold.tables["expenditure"], gold.tables["general_public"]
    own = {r.label: r.values[other.sums] for r in other.having(other.sums)}
    return [r for r in one.having(one.sums) if r.label in own and len(r.code) == 7]


def told(answer: AnswerOut) -> str:
    assert answer.status is Status.ANSWERED, answer.answer
    return answer.answer


def amount(gold: Gold, table: str, row: Row, end: str = "") -> str:
    """A printed amount as it is told."""
    own = gold.tables[table]
    same = next(r for r in own.rows if r.label == row.label)
    value = same.values[own.column(end) if end else own.sums]
    assert value is not None
    return f"{value:,}"


@pytest.mark.parametrize(
    "words", ["{x}给了多少钱？看{t}", "{x}是多少？按{t}", "{x}多少钱？请以{t}为准", "{x}多少？依据{t}"]
)
def test_a_table_said_last_is_the_place(central: tuple[Asker, Gold], words: str) -> None:
    asker, gold = central
    for row in rows(gold):
        answer = asker.ask(words.format(x=row.label, t="一般公共预算支出表"), gold.stem)
        assert told(answer).startswith(f"{row.label} {amount(gold, 'general_public', row)} "), answer.answer


@pytest.mark.parametrize(
    "words", ["同一张表里{y}是多少？", "{y}又是多少？", "同表的{y}呢？", "接着问{y}", "{y}怎么样，多少钱？"]
)
def test_another_row_is_of_the_same_table(central: tuple[Asker, Gold], words: str) -> None:
    asker, gold = central
    one, other = rows(gold)[:2]
    before = [f"一般公共预算支出表里{one.label}是多少？"]
    answer = asker.ask(words.format(y=other.label), gold.stem, before)
    assert told(answer).startswith(f"{other.label} {amount(gold, 'general_public', other)} ")


def test_a_row_that_stands_elsewhere_is_told_from_there(central: tuple[Asker, Gold]) -> None:
    asker, gold = central
    before = [f"支出总表里{rows(gold)[0].label}是多少？"]
    alone = asker.ask("公务接待费是多少？", gold.stem)
    assert told(asker.ask("那公务接待费呢？", gold.stem, before)) == told(alone)


@pytest.mark.parametrize("words", ["它的项目支出是多少？", "项目支出占了多少钱？", "其项目支出有多少"])
def test_its_own_half_is_told_and_not_that_of_all(central: tuple[Asker, Gold], words: str) -> None:
    asker, gold = central
    table = gold.tables["expenditure"]
    row = next(r for r in rows(gold) if r.values[table.column("项目支出")])
    answer = asker.ask(words, gold.stem, [f"支出总表里{row.label}列了多少？"])
    assert told(answer).startswith(f"{row.label} · 项目支出 {amount(gold, 'expenditure', row, '项目支出')} ")


@pytest.mark.parametrize(
    "words", ["里走项目的钱有多少", "花在项目上的有多少", "的项目部分是多少", "搞项目用了多少", "中列为项目的是多少"]
)
def test_what_is_spent_on_projects_is_not_all_of_a_row(central: tuple[Asker, Gold], words: str) -> None:
    asker, gold = central
    row = both_halves(gold)[0]
    answer = asker.ask(f"支出总表里{row.label}{words}", gold.stem)
    assert told(answer).startswith(f"{row.label} · 项目支出 {amount(gold, 'expenditure', row, '项目支出')} ")
    for vague in ("项目那块多少", "项目的钱有多少", "有多少放在项目里"):
        answer = asker.ask(f"支出总表里{row.label}{vague}", gold.stem)
        assert answer.status is Status.NOT_FOUND, answer.answer


def test_a_code_with_its_table_is_that_row_and_not_the_total(central: tuple[Asker, Gold]) -> None:
    asker, gold = central
    heads = [r for r in gold.tables["general_public"].rows if len(r.code) == 3]
    for row in heads:
        answer = asker.ask(f"{row.code}在一般公共预算支出表里是多少钱", gold.stem)
        assert told(answer).startswith(f"{row.label} {amount(gold, 'general_public', row)} ")


def test_what_is_to_be_divided_is_divided_or_refused(central: tuple[Asker, Gold]) -> None:
    asker, gold = central
    one, other = rows(gold)[:2]
    answer = asker.ask(f"支出总表里用{one.label}除以{other.label}，得几？", gold.stem)
    assert "÷" in told(answer)
    assert one.label in answer.answer
    assert asker.ask(f"{one.label}除以12", gold.stem).status is Status.NOT_FOUND
    assert asker.ask(f"{one.label}除以参观人数", gold.stem).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    "words",
    ["{x}的合同编号是多少？", "{x}的承包商是什么？", "{x}的审批人叫什么", "支出总表里{x}这项，发票号码写的什么？"],
)
def test_what_no_passage_tells_of_a_row_is_not_found(central: tuple[Asker, Gold], words: str) -> None:
    asker, gold = central
    for row in gold.tables["expenditure"].rows[:6]:
        if row.code:
            assert asker.ask(words.format(x=row.label), gold.stem).status is Status.NOT_FOUND
