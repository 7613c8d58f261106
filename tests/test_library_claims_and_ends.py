"""Questions over a library: both ends of a ranking, what is not there, sums and equals in other words, two bodies each by its own
kind of document, claims with a place among all, and what was planned and not spent."""

from __future__ import annotations

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import question_text
from qa.surveys.bodies_asked import asked_plainly
from qa.surveys.both_ends import both_ends, names_both
from qa.surveys.reading import read_survey
from qa.surveys.reworded import both_items, reworded
from qa.surveys.survey import Act, Bound
from tests.libraries import SAMPLES, build

GENOME, RELICS, MARINE = "中国科学院北京基因组研究所", "云岭省文物保护中心", "滨海市海洋环境监测站"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    return Asker(build(tmp_path_factory.mktemp("read_a"), SAMPLES).root)


@pytest.mark.parametrize(
    ("text", "item", "places"),
    [
        ("公车最多的和最少的各是哪家,分别几辆?", "公车", (1, -1)),
        ("只看三公经费的预算数,六家中谁最高、谁最低?各是多少?", "三公经费的预算数", (1, -1)),
        ("哪家会议费最少,哪家会议费最多,各多少?", "会议费", (-1, 1)),
        ("三公经费在六家里哪家最高、哪家最低?", "三公经费", (1, -1)),
        ("六家单位里,会议费最高的是谁,最低的又是谁?", "会议费", (1, -1)),
        ("列出公车最多和最少的单位及辆数。", "公车", (1, -1)),
    ],
)
def test_both_ends_in_one_breath(text: str, item: str, places: tuple[int, int]) -> None:
    assert both_ends(text) == (item, *places)


@pytest.mark.parametrize(
    "text", ["谁的会议费最多,谁的培训费最少?", "会议费最高的三家和最低的一家是谁?", "会议费最多的是哪家?"]
)
def test_other_ends_are_not_read_as_both_of_one(text: str) -> None:
    assert both_ends(text) is None
    assert not names_both(text) or read_survey(text).asked == ()


@pytest.mark.parametrize(
    ("question", "told", "amounts"),
    [
        ("车辆最多的和最少的各是哪家，分别几辆？", "最低的是 中国科学院北京基因组研究所", ["8", "11", "3"]),
        ("只看三公经费，各家中谁最高、谁最低？", "最高的是 云岭省文物保护中心", ["105800", "24.33", "13.75"]),
        # added up, with what is of another kind, where all are meant
        ("各家车辆全部相加是多少辆？", "一起 3 份文件合计 20 辆", ["20"]),
        ("三家加起来一共有多少辆车？", "一起 3 份文件合计 20 辆", ["20"]),
        # what is not there: a preset row without a number, and no row at all
        ("哪家的支出里根本没有“教育支出”这一类？", "3 份文件里有 3 家：云岭省文物保护中心", ["3"]),
        ("哪家不涉及教育支出？", "3 份文件里有 3 家：云岭省文物保护中心", ["3"]),
        ("谁没有科学技术支出？", "3 份文件里有 0 家", ["0"]),
        ("预算单位中，没有给因公出国（境）留钱的有哪些？", "2 份文件里有 2 家", ["2"]),
        ("决算单位里，谁安排了因公出国（境）费却一分没花？", "决算 0.00 万元", ["5.00", "1"]),
        ("公开决算的单位里，哪家安排了公务接待费却没有花？", "1 份决算里有 0 家", ["0"]),
        # two questions in one breath
        ("谁家没有会议费？谁家没有教育支出？", "3 份文件里有 3 家", ["0", "3"]),
    ],
)
def test_over_all_bodies(asker: Asker, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert told in answer.answer
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (f"{RELICS}的三公经费有24.33亿元，是三家里最多的，对不对？", "不是，两点没有都说对：\n不是，"),
        (f"{RELICS}的三公经费有24.33万元，是三家里最多的，对不对？", "是，两点都对：\n是，"),
        (f"{RELICS}有11辆车，是所有单位里最多的，对吗？", "是，两点都对：\n是，"),
        (f"{RELICS}有12辆车，是所有单位里最多的，对吗？", "不是，两点没有都说对：\n不是，"),
        (f"三公经费最低的是{RELICS}，有24.33万元，对吗？", "不是，两点没有都说对：\n是，"),
        (f"{MARINE}的车辆有6辆，在三家里排第二，对吗？", "是，两点都对：\n是，"),
    ],
)
def test_an_amount_and_a_place_are_claimed(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question)
    assert answer.status is Status.ANSWERED, answer.answer
    assert answer.answer.startswith(told)


def test_a_place_among_all_is_not_told_from_one_document(asker: Asker) -> None:
    for claim in ("的三公经费差不多算三家最高了，有24.33万元，对吗？", "的钱是这几家最多的，有1万元，对吗？"):
        assert asker.ask(f"{RELICS}{claim}").status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (f"{GENOME}和{MARINE}是否都有培训费？", "是，2 家都是"),
        (f"{GENOME}、{MARINE}的车辆都超过5辆吗？", "不是，2 家里有 1 家是"),
        (f"{GENOME}、{MARINE}的因公出国（境）费是不是都为零？", "是，2 家都是"),
    ],
)
def test_whether_both_do(asker: Asker, question: str, told: str) -> None:
    assert asker.ask(question).answer.startswith(told)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        (f"{RELICS}的培训费决算，比{MARINE}的培训费预算高多少？", f"{RELICS}决算的培训费比{MARINE}预算多多少"),
        (f"{MARINE}的培训费预算与{RELICS}的培训费决算相差多少？", f"{MARINE}预算的培训费比{RELICS}决算多多少"),
        (
            f"{MARINE}的培训费预算与{RELICS}的培训费决算相差多少？都按支出总表（支出决算表）的合计。",
            f"{MARINE}预算的支出总表的培训费比{RELICS}决算多多少",
        ),
        (f"{MARINE}的培训费预算是{RELICS}的培训费决算的几倍？", f"{MARINE}预算的培训费是{RELICS}决算的几倍"),
        (f"比较{MARINE}和{RELICS}的培训费，哪个大，相差多少？", f"{MARINE}和{RELICS}的培训费，谁多？多多少？"),
        (f"{MARINE}的培训费决算与预算相差多少？", f"{MARINE}的培训费决算与预算相差多少？"),
    ],
)
def test_two_bodies_each_by_its_own_kind(asker: Asker, question: str, plain: str) -> None:
    assert asked_plainly(question, asker.across.catalog) == plain


@pytest.mark.parametrize(
    ("question", "act", "asked"),
    [
        ("有两家单位的车辆总数正好相等，是哪两家，多少辆？", Act.ALIKE, "车辆多少辆"),
        ("各家车辆全部相加是多少辆？", Act.SUM, "车辆多少辆"),
        ("六家加起来一共有多少辆车？", Act.SUM, "车辆多少辆"),
        ("哪些单位拿到了政府性基金预算拨款，逐家列出金额。", Act.LIST, "政府性基金预算拨款"),
        ("哪家没有社会保障和就业支出？", Act.LIST, "社会保障和就业支出"),
        ("哪家没有会议费支出这一项？", Act.LIST, "会议费支出"),
        ("哪家没有会议费支出？", Act.LIST, "会议费"),
        ("谁家一台设备都没有？", Act.LIST, "单价100万元以上设备"),
    ],
)
def test_surveys_in_other_words(question: str, act: Act, asked: str) -> None:
    survey = read_survey(question_text(question))
    assert (survey.act, survey.asked) == (act, (asked,))


def test_what_is_missing_is_not_read_as_there() -> None:
    for text in ("谁的支出不含卫生健康支出?", "哪家的支出里缺卫生健康支出?", "哪家不存在卫生健康支出?"):
        assert read_survey(text).bound == Bound("none")
    assert reworded("谁家的支出里找不到卫生健康支出?") == "谁家没有卫生健康支出"


def test_two_things_are_to_be_there_each_by_itself() -> None:
    assert both_items("培训费和会议费") == "培训费|会议费"
    assert both_items("社会保障和就业支出") == "社会保障和就业支出"
    assert both_items("商品和服务支出") == "商品和服务支出"


def test_bodies_of_which_one_is_left_are_not_compared(asker: Asker) -> None:
    told = asker.ask(f"{RELICS}的培训费决算跟{MARINE}的培训费决算差多少？")
    assert told.status is Status.NOT_FOUND


def test_project_forms_with_what_they_are_about() -> None:
    from qa.surveys.project_forms import _ASKED, _MORE

    for text in (
        "谁公开了项目绩效目标表?涉及哪几个项目,年度资金总额各多少?",
        "哪家有绩效目标表?共有几个项目,各是什么?",
    ):
        m = _ASKED.match(text)
        assert m is not None
        assert _MORE.fullmatch(m["more"])
