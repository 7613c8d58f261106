"""An item of spending that a document does not print is not answered by a total of the spending that it would be part of, whatever
everyday words name it; one that is printed is."""

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from tests.libraries import SAMPLES, build

STATION = "marine_station_2026"


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("samples") / "library"
    build(root, SAMPLES)
    return Asker(root)


@pytest.mark.parametrize(
    "question",
    [
        "一般公共预算基本支出中，租赁开支安排了多少",
        "租房租设备的钱要花多少（一般公共预算基本支出）？",
        "今年基本支出里取暖的钱有多少",
        "劳务开支占基本支出的百分之几？",
        "购置专用设备要花多少（一般公共预算基本支出）？",
        "基本支出里发奖金的钱是多少？",
        "一般公共预算基本支出中，咨询开支安排了多少",
        "离休人员的钱占基本支出的百分之几？",
    ],
)
def test_a_total_is_no_answer_to_an_item_that_is_not_printed(samples: Asker, question: str) -> None:
    answer = samples.ask(question, STATION)
    assert answer.status is Status.NOT_FOUND, answer.answer
    assert not answer.figures


@pytest.mark.parametrize(
    ("question", "amount"),
    [
        ("一般公共预算基本支出中，出差费用安排了多少", "差旅费"),
        ("今年基本支出里开会的钱有多少", "会议费"),
        ("基本支出里职工福利是多少？", "福利费"),
        ("用于日常运转的公用经费是多少？", "公用经费"),
    ],
)
def test_one_that_is_printed_is_told(samples: Asker, question: str, amount: str) -> None:
    answer = samples.ask(question, STATION)
    assert answer.status is Status.ANSWERED, answer.answer
    assert amount in answer.answer
