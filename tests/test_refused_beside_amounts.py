"""Each guard by a question of its own that it refuses, beside the plain one that is answered: without the guard an amount is told."""

import pytest

from qa.answer import Status
from qa.ask import Asker

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("document", "refused", "answered"),
    [
        # what is said of an item that no table knows
        (GENOME, "差旅费是15.00万元，抽检是另算的吧？", "差旅费是15.00万元吧？"),
        (GENOME, "未报销差旅费有多少？", "差旅费有多少？"),
        # a share of what is unknown, of itself, or of the other half of spending
        (RELICS, "支出总计占加班的百分之几？", "基本支出占支出总计的百分之几？"),
        (RELICS, "项目支出里工会占多少？", "工会经费占公用经费的百分之几？"),
        # what is taken off is named by no word of what is printed
        (RELICS, "行政事业单位养老支出比食堂多多少？", "行政事业单位养老支出比住房改革支出多多少？"),
        # what is paid in cash, where it is, and a row within one that is not printed
        (GENOME, "现金支付三公经费是多少？", "三公经费是多少？"),
        (GENOME, "港澳台的会议费是多少？", "会议费是多少？"),
        # words for a row before another name are whose it is
        (RELICS, "临时工的会议费和办公费一共多少？", "会议费和办公费一共多少？"),
        (RELICS, "临时工的基本支出占其他收入的百分之几？", "劳务费占其他收入的百分之几？"),
        # half of a sum, of a row or of a column, read in so many words or by its gist
        (GENOME, "开会和搬家两项费用加在一起是多少？", "开会和培训两项费用加在一起是多少？"),
        (GENOME, "吃饭和搬家两项费用加在一起是多少？", "吃饭和开会两项费用加在一起是多少？"),
        (GENOME, "开会加上搬家总共多少？", "开会加上培训总共多少？"),
        # a project's amount proves no more than a row's
        (GENOME, "住宿不在人才支撑体系专项的1403.69万元里面，对吗？", "人才支撑体系专项是1403.69万元，对吗？"),
    ],
)
def test_refused_beside_what_is_answered(asker: Asker, document: str, refused: str, answered: str) -> None:
    assert asker.ask(answered, document).status is Status.ANSWERED
    assert asker.ask(refused, document).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("refused", "answered"),
    [("哪家的违规会议费最多？", "哪家的会议费最多？"), ("三年前哪家的电费最多？", "哪家的电费最多？")],
)
def test_refused_over_all(asker: Asker, refused: str, answered: str) -> None:
    assert asker.ask(answered).status is Status.ANSWERED
    assert asker.ask(refused).status is Status.NOT_FOUND
