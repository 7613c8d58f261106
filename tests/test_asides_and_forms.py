"""What a question over a library says aside of its columns and of what was carried over; project forms counted; shares of more
than half; who has most of something and who has not one."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.many import by_kind, of_two_bodies, over_bodies
from qa.surveys.asides import carryover_unread, contrary, without_asides, without_carryover
from qa.surveys.idioms import plainly_worded
from qa.surveys.reworded import with_share


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("三公经费谁最高？决算单位用决算数。", "三公经费谁最高？"),
        ("三公经费谁最高，决算的按决算数算", "三公经费谁最高"),
        ("决算单位用决算数，预算单位用预算数，三公经费谁家最高？", "三公经费谁家最高？"),
        ("三公经费决算单位用决算数，预算单位用预算数，谁最低？", "三公经费，谁最低？"),
        ("三公经费合计多少，决算数", "三公经费合计多少，决算数"),  # a column that is asked for
        ("决算支出，哪家最多？", "决算支出，哪家最多？"),
    ],
)
def test_columns_said_aside(question: str, told: str) -> None:
    assert without_asides(question) == told
    assert not contrary(question)


def test_the_other_column_is_not_left_out() -> None:
    assert contrary("三公经费谁家最高？决算单位用年初预算数。")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("两家的事业收入一共多少？不算上年结转。", "两家的事业收入一共多少？"),
        ("不算上年结转，两家的收入加起来多少？", "两家的本年收入合计一共多少？"),
        ("两家的收入总计一共多少，不含上年结转？", "两家的本年收入合计一共多少？"),
        ("两家的支出总计一共多少？不算上年结转。", "两家的支出总计一共多少？不算上年结转。"),
    ],
)
def test_income_has_nothing_carried_over(question: str, told: str) -> None:
    assert without_carryover(question) == told
    assert carryover_unread(told) is (told == question)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("哪几家的项目支出超过了总支出的一半", "哪几家的项目支出占总支出的比重超过50%"),
        ("哪几家的项目支出低于总支出的一半", "哪几家的项目支出占总支出的比重低于50%"),
        ("项目支出过半的单位", "项目支出占比超过50%的单位"),
        ("项目支出没超过总支出的一半的单位", "项目支出没超过总支出的一半的单位"),
    ],
)
def test_more_than_half(text: str, told: str) -> None:
    assert with_share(text) == told


def test_worded_plainly() -> None:
    assert plainly_worded("公务用车哪家最多") == "车辆哪家最多"
    assert plainly_worded("公务用车哪家花得最多") == "公务用车哪家花得最多"
    assert plainly_worded("基本支出中,哪家的人员经费反而超过公用经费") == "基本支出里，哪家的人员经费比公用经费多"


def test_in_english() -> None:
    spent = "which institution actually spent money on overseas trips under the “three public” expenses, and how much?"
    assert over_bodies(spent) == "哪些单位有 overseas trips "
    assert by_kind(f"In the two 2024 final accounts, {spent}") == f"(2024年编决算的两家单位) {spent}"
    assert of_two_bodies("Across 甲市水利局 and 乙市水利局, who spent more on official vehicles?").startswith(
        "甲市水利局和乙市水利局哪家的 official vehicles"
    )


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("这批文件里总共公开了几张项目绩效目标表？年度资金总额相加多少？", "项目绩效目标表共 8 张", ["131515900", "8"]),
        ("六家单位公开的项目绩效目标表一共多少张？", "项目绩效目标表共 8 张", ["8"]),
        ("列出项目支出占全部支出一半以上的单位。", "3 份文件里有 2 家", ["87.25", "56.90"]),
        ("公务用车哪家最多、哪家一辆都没有？", "最高的是 云岭省文物保护中心 2023 年：车辆 11 辆", ["11", "6"]),
        ("“三公”经费谁最多？决算单位用决算数。", "最高的是 云岭省文物保护中心 2023 年", ["24.33", "18.50"]),
        ("三家的事业收入共多少？不算上年结转。", "一起 3 份文件合计 7,267.3 万元", ["72673000"]),
        ("文物保护中心2023年结束时账上还剩多少年末结转和结余？", "年末结转和结余 468.95 万元", ["468.95"]),
        ("文物保护中心公布的是哪一年的决算，支出总计多少？", "这份文件是 云岭省文物保护中心 2023 年的部门决算", []),
    ],
)  # fmt: skip
def test_over_a_library(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize("question", ["九张项目绩效目标表的资金总额合计多少？", "哪家的项目支出最多，不含上年结转？"])
def test_not_what_was_asked(asker: Asker, question: str) -> None:
    assert asker.ask(question).status is Status.NOT_FOUND
