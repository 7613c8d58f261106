"""What is said to go on between two named things, whose the amounts of a gap are to be, who paid them, and sums in everyday words."""

import re

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.everyday import _ON_A_DAY

GENOME, RELICS, MARINE = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("document", "question"),
    [
        # what no table tells of two names
        (RELICS, "水费里有多少是替基本支出付的？"),
        (RELICS, "电费垫付了基本支出多少？"),
        (GENOME, "劳务费质押给基本支出多少？"),
        (GENOME, "水费罚没项目支出多少？"),
        (GENOME, "从公务接待费转移到基本支出的有多少？"),
        (MARINE, "从公用经费挪用到培训费的有多少？"),
        (RELICS, "核减基本支出以后劳务费还剩多少？"),
        # all of a thing is not what of it is for what it is a part of
        (MARINE, "办公费中用于基本支出的有多少？"),
        (RELICS, "基本工资中用于基本支出的有多少？"),
        # of two, in anything but their amounts
        (GENOME, "公用经费和住房公积金哪个先批的？"),
        (RELICS, "基本支出和公用经费哪个执行得快？"),
        # a gap of somebody's, or on a day
        (GENOME, "博士后的水费超过办公费多少？"),
        (GENOME, "博士后的水费比办公费多多少？"),
        (RELICS, "去年底的印刷费比住房公积金多多少？"),
        # who it came from
        (GENOME, "事业收入6500万元分别是哪几家医院上交的？"),
        (GENOME, "6500万元事业收入是谁交上来的？"),
        # a sum of which one part is not there
        (GENOME, "开会和团建两项费用加在一起是多少？"),
    ],
)  # fmt: skip
def test_no_amount_is_told_for_them(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("document", "question", "amounts"),
    [
        (MARINE, "公用经费中用于电费的有多少？", ["512000"]),
        (RELICS, "住房公积金中用于基本支出的有多少？", ["111.27"]),
        (GENOME, "水费超过办公费多少？", ["-1.60", "3.40", "5.00"]),
        (GENOME, "不靠一般公共预算解决的基本支出有多少钱？", ["1242.67"]),
        (GENOME, "出差和开会的费用加在一起是多少？", ["19.00", "15.00", "4.00"]),
        (GENOME, "开会、出差、培训三项费用合计是多少？", ["23.00", "4.00", "15.00"]),
        (GENOME, "印刷和咨询两项费用总共多少？", ["18.00"]),
    ],
)
def test_what_is_printed_of_them_is_told(asker: Asker, document: str, question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "day"),
    [
        ("截至2023年底，各类车有几辆", "截至2023年底，"),
        ("2023年12月31日各类车有几辆", "2023年12月31日"),
        ("各类车有几辆", ""),
    ],
)
def test_the_day_on_which_cars_are_counted(question: str, day: str) -> None:
    m: re.Match[str] | None = _ON_A_DAY.match(question)
    assert (m[0] if m is not None else "") == day
