"""What one kind of money makes up of a whole: like is set beside like, and the treasury's money is all its kinds together."""

from pathlib import Path

import pytest

from extract import extract
from extract.library import Library
from extract.model import Kind
from qa.answer import Status
from qa.ask import Asker
from tests.libraries import SAMPLES

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "history", "question", "percent", "sum_of"),
    [
        # of a column, by the same column of each kind's own table
        (GENOME, [], "项目支出里一般公共预算占多少？", "32.91", ["12391.92", "37654.68"]),
        (GENOME, [], "项目支出里政府性基金占多少？", "23.15", ["8718.00", "37654.68"]),
        (GENOME, [], "项目支出里财政拨款占多少？", "56.06", ["21109.92", "12391.92", "8718.00", "37654.68"]),
        (GENOME, [], "基本支出里财政拨款占多少？", "77.41", ["4257.58", "5500.25"]),
        # of all, by the row of the same sort
        (GENOME, [], "支出总计里财政拨款占多少？", "68.90", ["33757.26", "48996.17"]),
        # after the whole, and in one question with it
        (GENOME, ["项目支出一共多少？"], "其中财政拨款占多少？", "56.06", ["21109.92"]),
        (GENOME, ["支出总计是多少？"], "其中财政拨款占多少？", "68.90", ["33757.26"]),
        (RELICS, ["本年支出合计是多少？"], "其中财政拨款占多少？", "92.74", ["5005.63", "5397.53"]),
    ],
)  # fmt: skip
def test_a_part_by_its_money(
    asker: Asker, document: str, history: list[str], question: str, percent: str, sum_of: list[str]
) -> None:
    answer = asker.ask(question, document, history)
    assert answer.status is Status.ANSWERED
    assert (answer.figures[0].value, answer.figures[0].unit) == (percent, "%")
    assert set(sum_of) <= {f.value for f in answer.figures}


@pytest.mark.parametrize(
    ("history", "question"),
    [
        ([], "项目支出里财政拨款是多少？"),
        ([], "财政拨款的项目支出是多少？"),
        (["项目支出一共多少？"], "其中财政拨款的是多少？"),
    ],
)
def test_the_treasury_pays_with_more_than_one_kind_of_money(asker: Asker, history: list[str], question: str) -> None:
    answer = asker.ask(question, GENOME, history)
    assert [f.value for f in answer.figures] == ["21109.92", "12391.92", "8718.00"]


def test_one_kind_alone_is_told_as_it_is_printed(asker: Asker) -> None:
    answer = asker.ask("财政拨款安排的基本支出是多少？", GENOME)
    assert answer.figures[0].value == "4257.58"
    assert "+" not in answer.answer


@pytest.mark.parametrize("question", ["项目支出里财政拨款占多少？", "项目支出里财政拨款是多少？"])
def test_money_whose_table_was_not_read_is_not_left_out(tmp_path: Path, question: str) -> None:
    """The treasury's money without the government fund's, where that comes in, is not all of it."""
    genome = next(path for path in SAMPLES if path.stem == GENOME)
    read = extract(genome)
    without = tuple(t for t in read.tables if t.kind is not Kind.GOVERNMENT_FUND)
    library = Library(tmp_path / "library")
    with library.writing():
        library.store(read.model_copy(update={"tables": without}), genome)
        library.commit()
    answer = Asker(library.root).ask(question)
    assert answer.status is Status.NOT_FOUND
