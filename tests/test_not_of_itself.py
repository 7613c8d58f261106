"""A table is not held against itself, a whole is not told for one of its rows, running cars not for running an organ, and all of
a body's money not for a word within its name."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, RELICS, STATION = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("document", "question"),
    [
        # each place must have its own amount: the same column of the first is none
        (GENOME, "支出总表里的购房补贴跟基本支出明细里的差多少？"),
        (GENOME, "支出总表里的机构运行跟基本支出明细里的差多少？"),
        (GENOME, "收支总表里的科学技术支出跟基本支出明细里的差多少？"),
        (RELICS, "一般公共预算支出表里的购房补贴跟基本支出里的差多少？"),
        # which of its rows moved most is not how it moved
        (GENOME, "科学技术支出底下，比上年执行数降幅最大的是哪个科目？"),
        (GENOME, "科学技术支出比上年涨得最多的是哪一项科目？"),
        # what runs an organ is not what runs its cars
        (STATION, "机关运行每月平均多少？"),
        (RELICS, "机关运行的车辆费用多少？"),
        # a word within the body's name
        (RELICS, "保护一共有多少？"),
    ],
)
def test_the_amount_of_something_else_is_not_told(asker: Asker, document: str, question: str) -> None:
    answer = asker.ask(question, document)
    if answer.status is Status.ANSWERED:  # or the row itself, once it is read
        assert "最" in answer.answer
    else:
        assert answer.status is Status.NOT_FOUND
