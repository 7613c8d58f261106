"""What a question over a library says of how its answer is to be given; the table said beside an item; two bodies of which one is
not read; who has most of two things; sums and intervals of things that are counted."""

from decimal import Decimal

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.surveys.asides import without_asides
from qa.surveys.closings import without_closings
from qa.surveys.idioms import counted_as_bodies, plainly_worded
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.survey import Act, Bound


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("哪家单位连一辆特种专业技术用车都没有", "哪些单位没有特种专业技术用车"),
        ("哪家一辆车都没有", "哪些单位没有车辆"),
        ("哪家车辆最多", "哪家车辆最多"),
        ("住房保障支出的头把交椅是谁坐的", "住房保障支出最多的是谁"),
        ("所有单位的设备加总是多少", "所有单位的设备合计是多少"),
        ("六家的货物类政府采购合计金额是多少", "六家的货物类政府采购合计是多少"),
        ("货物类政府采购总金额", "货物类政府采购总金额"),
    ],
)
def test_worded_plainly(text: str, told: str) -> None:
    assert plainly_worded(text) == told


def test_totals_and_things_counted() -> None:
    assert counted_as_bodies("各单位的收支总计分别是多少") == "各单位的收支总计是多少"
    assert counted_as_bodies("各单位的事业收入分别是多少") == "各单位的事业收入分别是多少"
    assert counted_as_bodies("所有单位的车辆合计是多少") == "所有单位的车辆加起来多少辆"
    assert counted_as_bodies("甲和乙的车辆各是多少") == "甲和乙的车辆有多少辆"
    assert counted_as_bodies("各单位的车辆分别是多少") == "各单位的车辆分别是多少"
    assert counted_as_bodies("甲的车辆一共多少钱") == "甲的车辆一共多少钱"


def test_remarks_on_money_and_kinds() -> None:
    assert without_asides("卫生健康支出（全部资金口径）谁最多") == "卫生健康支出谁最多"
    assert without_asides("货物采购，六家（预算与决算支出混在一起）合计") == "货物采购，六家合计"
    assert without_asides("各家的采购总额（预算单位列预算数，决算单位列支出数）") == "各家的采购总额"
    assert without_asides("卫生健康支出（财政拨款口径）谁最多") == "卫生健康支出（财政拨款口径）谁最多"
    assert said_so("甲的采购超过了乙，此话当真？") == "甲的采购超过了乙，对吗？"


def test_so_many_things_between() -> None:
    told = read_survey("车辆在15到23辆之间的是哪几家")
    assert (told.act, told.bound) == (Act.LIST, Bound("least", Decimal(15), "辆", Bound("most", Decimal(23), "辆")))
    assert read_survey("车辆不低于15辆但不超过23辆的有哪些单位").bound == told.bound
    assert read_survey("哪几家一般公共预算基本支出突破了3000万元").asked == ("一般公共预算基本支出",)


def test_how_it_is_to_be_given(asker: Asker) -> None:
    catalog = asker.across.catalog
    for said in ("保留两位小数", "请摆出两个数字", "把两个比例都报出来", "给我一张清单"):
        assert without_closings(f"文物保护中心和海洋环境监测站的公用经费谁多？{said}。", catalog).startswith(
            "文物保护中心和海洋环境监测站的公用经费谁多？"
        )
    assert (
        without_closings("收支总表上，文物保护中心的事业收入减去监测站的事业收入，得数是多少？", catalog)
        == "文物保护中心的收支总表的事业收入减去监测站的收支总表的事业收入是多少？"
    )
    assert (
        without_closings("三公经费超过10万元的单位请点一下名，并附金额。", catalog)
        == "三公经费超过10万元的单位有哪些？"
    )
    one = "文物保护中心的公用经费是多少？保留两位小数。"
    assert without_closings(one, catalog) == one


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("财政部门想知道：所有单位的车辆加总是多少？", "一起 3 份文件合计 20 辆", ["20"]),
        ("车最多的单位恰好也是“三公”经费最高的单位，这话没错吧？", "是，同一家", ["11", "6", "3", "24.33"]),
        ("车最多的单位和事业收入最少的单位是不是同一家？", "不是，不是同一家", ["11"]),
        ("三家的“三公”经费总额里，文物保护中心占多少比例？", "云岭省文物保护中心占 3 家合计的 43.00%", ["43"]),
        ("车辆在5到11辆之间的是哪几家？", "3 份文件里有 2 家", ["11", "6", "2"]),
        ("请把各单位的“三公”经费列个清单", "滨海市海洋环境监测站 2026 年", ["18.50", "13.75", "24.33"]),
        ("有几家的车辆比监测站多？都是谁", "比滨海市海洋环境监测站多的有 1 家", ["1", "11", "6"]),
    ],
)  # fmt: skip
def test_over_a_library(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_all_that_was_spent(asker: Asker) -> None:
    """Of a final account, whose 总计 has what is left over."""
    for whole in ("全部支出", "支出总额", "总支出"):
        told = asker.ask(f"文物保护中心的文化旅游体育与传媒支出占{whole}的百分之几")
        assert [f.value for f in told.figures][:1] == ["85.25"]


def test_what_one_of_two_has_not_got_is_said(asker: Asker) -> None:
    told = asker.ask("文物保护中心和海洋环境监测站的文物保护是多少？").answer
    assert "云岭省文物保护中心 2023 年：" in told
    assert "滨海市海洋环境监测站 2026 年：文件里没有" in told
