"""One body held against each of others and against the first of all; a part of what another has; what the first few have of the
whole; amounts of unlike tables; questions over bodies in other words, and English ones with the heads of Chinese names."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.brackets import named_in_chinese
from qa.surveys.asides import without_asides
from qa.surveys.body_follow_ups import the_like
from qa.surveys.closings import without_closings
from qa.surveys.idioms import in_other_words, plainly_worded
from qa.surveys.of_two import against_another
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.sorts_in_english import heads_written_out
from qa.surveys.survey import Act, Bound


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("做买卖挣钱的——也就是有经营收入的——统共几家，各挣（或计划挣）多少？", "有经营收入的一共几家，各挣多少？"),
        ("谁最“重项目”——项目支出占比居首的是哪家？", "项目支出占比居首的是哪家？"),
        ("城乡社区支出出现在哪几家的账上？几家相加得多少？", "有城乡社区支出的是哪几家，合计是多少？"),
        ("城乡社区支出列在谁的表里？", "有城乡社区支出的是哪几家？"),
        ("来自政府性基金预算的拨款收入，全库各单位累计多少万元？", "所有单位的政府性基金预算的拨款收入一共多少万元？"),
        ("特种专业技术用车全部算上有多少辆？六家加总。", "六家的特种专业技术用车一共多少辆？"),
        ("“三公”经费一家一家报数：四家报预算，两家报决算。", "各单位的“三公”经费分别是多少？"),
        ("服务类采购排行榜上的亚军是哪个单位？", "服务类采购排第二名的是哪个单位？"),
        ("谁家的“三公”经费最紧巴？", "谁家的“三公”经费最少？"),
        ("甲和乙谁更靠财政拨款过日子？", "甲和乙谁的财政拨款收入占本年收入的比重更高？"),
        ("听说有两家单位的车辆一辆不差、完全相同，是哪两家？", "两家单位的车辆完全相同，是哪两家？"),
        ("华辰的公务用车运行费预算除以它现有车辆数，每辆车平均摊到多少？", "华辰的平均每辆车的公务用车运行费是多少？"),
        ("甲的车辆占两家合计的百分之几？两家指甲局和乙局", "甲的车辆占甲局和乙局合计的百分之几？"),
        ("请教：甲的委托业务费，决算结果为多少？", "请教：甲的委托业务费，决算数为多少？"),
        ("再算上甲研究所的，两家合计多少？", "再算上甲研究所的，两家合计多少？"),
        ("听说两家的车辆完全相同，对吗？", "听说两家的车辆完全相同，对吗？"),
        ("哪几家有城乡社区支出？", "哪几家有城乡社区支出？"),
        ("谁更依赖进口设备？", "谁更依赖进口设备？"),
        ("修缮费用——不含设备——哪家最多？", "修缮费用——不含设备——哪家最多？"),
        ("冠军项目的预算是多少？", "冠军项目的预算是多少？"),
    ],
)
def test_other_words_of_questions_over_bodies(question: str, told: str) -> None:
    assert in_other_words(question) == told


def test_places_sums_and_remarks() -> None:
    assert plainly_worded("收支总计榜首落到谁头上") == "收支总计最多的是谁"
    assert plainly_worded("六家的服务金额合起来等于多少") == "六家的服务金额合计多少"
    assert without_asides("服务采购谁最多？预决算放在一起排。") == "服务采购谁最多"
    assert without_asides("六家的服务采购合计（预算数与决算支出数直接相加）") == "六家的服务采购合计"
    assert without_asides("各单位的基本支出（支出总表、支出决算表的合计行）") == "各单位的基本支出"
    assert without_asides("各单位的基本支出（支出总表、收入总表的合计行）").endswith("的合计行）")  # of two tables
    assert said_so("甲的采购最多，我没记错吧？") == "甲的采购最多，对吗？"
    assert said_so("四家都没安排公务接待费，属实吗？") == "四家里没有一家安排了公务接待费，对吗？"


def test_part_of_what_the_other_has() -> None:
    text, held = against_another("的采购总额不到的一半,对吗")
    assert (text, held is not None and (held.way, str(held.number), held.unit)) == (
        "的采购总额是几倍",
        ("under", "50", "%"),
    )
    assert against_another("的三公经费不到总支出的一半,对吗")[1] is None


def test_within_their_budgets() -> None:
    told = read_survey("三公支出都控制在预算以内,对吗?")
    assert (told.act, told.claim, told.bound) == (Act.COUNT, "all", Bound("most", unit="元"))
    assert told.asked == ("三公经费决算比预算少多少",)


def test_the_like_of_another() -> None:
    assert the_like("青枫交通局也这样减一下，差额是？") == "青枫交通局呢？"
    assert the_like("换成教育支出，比重变成多少？") == "换成教育支出呢？"
    assert the_like("青枫交通局的差额是多少？") == "青枫交通局的差额是多少？"


def test_chinese_names_in_english(asker: Asker) -> None:
    assert named_in_chinese("How much has the flood-control supplies station (沐阳区防汛物资站) spent?") == (
        "How much has 沐阳区防汛物资站  spent?"
    )
    catalog = asker.across.catalog
    assert heads_written_out("Who has more vehicles, 云岭 or 滨海市?", catalog) == (
        "Who has more vehicles, 云岭省文物保护中心 or 滨海市海洋环境监测站?"
    )
    assert heads_written_out("What is the 培训费 of 云岭?", catalog) == "What is the 培训费 of 云岭?"


def test_who_they_are_is_asked(asker: Asker) -> None:
    catalog = asker.across.catalog
    assert without_closings("事业收入达到400万元以上的单位，请列名称和数额。", catalog) == (
        "事业收入达到400万元以上的单位有哪些？"
    )
    assert without_closings("事业收入由多到少，位列第二的单位及其金额？", catalog) == (
        "事业收入由多到少，位列第二的是哪家？"
    )
    assert without_closings("汇总表要填各单位的基本支出，烦请逐一给出。", catalog).startswith("各单位的基本支出")


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("文物保护中心的车辆比监测站和北京基因组研究所都多，是吗？", "是，", ["11", "6", "3"]),
        ("监测站的车辆比文物保护中心和北京基因组研究所都多，是吗？", "不是，并不比云岭省文物保护中心多", ["6", "11", "3"]),
        ("监测站的车辆比文物保护中心和北京基因组研究所都少吗？", "不是，并不比中国科学院", ["6", "11", "3"]),
        ("车辆最多的单位比监测站多多少？", "最多的云岭省文物保护中心比滨海市海洋环境监测站多 5 辆", ["5", "11", "6"]),
        ("监测站的车辆比最多的单位少几辆？", "最多的云岭省文物保护中心比滨海市海洋环境监测站多 5 辆", ["5"]),
        ("车辆最少的单位比监测站少多少？", "最少的中国科学院", ["3", "3", "6"]),
        ("车辆最多的单位比文物保护中心多多少？", "云岭省文物保护中心自己就是最多的", ["11"]),
        ("车辆前两名合计占三家总数的比重是多少？", "前 2 名合计 17 辆，占 3 家合计的 85.00%", ["85", "17", "11"]),
        ("监测站的车辆超过文物保护中心的一半，对吗？", "是，", ["0.55", "54.55"]),
        ("监测站的车辆不到文物保护中心的一半，对吗？", "不是，", ["0.55", "54.55"]),
        ("监测站的事业收入有文物保护中心的八成吗？", "不是，", ["0.7", "69.64"]),
        ("文物保护中心的车辆在三家中拔得头筹，我没记错吧？", "是，", ["11"]),
        ("监测站的车辆在三家中拔得头筹，我没记错吧？", "不是，", ["11"]),
        ("事业收入达到400万元以上的单位，请列名称和数额。", "3 份文件里有 2 家", ["6500.00", "452.30"]),
        ("车辆由多到少，位列第二的单位及其数量？", "第 2 名是 滨海市海洋环境监测站", ["6"]),
        ("Did 云岭 have more vehicles than 滨海?", "Yes. 云岭省文物保护中心 has more", ["5", "11", "6"]),
    ],
)  # fmt: skip
def test_over_a_library(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_nobody_is_not_told_of_what_was_not_read(asker: Asker) -> None:
    """Most documents say nothing of it: that the one which has the row has no amount there tells of nobody."""
    told = asker.ask("哪几家有国家电影事业发展专项资金安排的支出？")
    assert "里有 0 家" not in told.answer or told.answer.startswith("3 份")


def test_unlike_tables_are_not_compared(asker: Asker) -> None:
    """人员经费 of the one is of all money in its 收支总表, and of the general public budget in its 基本支出表, as the other has it."""
    alone = asker.ask("海洋环境监测站的人员经费是多少？")
    assert alone.figures[0].value == "35649272"
    told = asker.ask("海洋环境监测站和文物保护中心的人员经费谁多？")
    assert {c.table for c in told.citations} == {"basic"}
    side_by_side = asker.ask("海洋环境监测站和文物保护中心的人员经费各是多少？").answer
    assert "相差" not in side_by_side
