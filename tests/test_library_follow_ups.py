"""Questions over a library that lean on the one before, ask two things in one breath, or call bodies by a common first word."""

from decimal import Decimal
from types import SimpleNamespace
from typing import cast

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.documents.catalog import Catalog, Document, Resolved
from qa.plain.sentences import question_text
from qa.surveys.bodies_before import UNCLEAR
from qa.surveys.both_ends import both_ends
from qa.surveys.follow_ups import names_no_item, survey_of
from qa.surveys.named_alike import miscounted, names_written_out
from qa.surveys.reading import read_survey
from qa.surveys.reworded import change_asked
from qa.surveys.survey import Act, Bound
from qa.words.bounds import limits_in


@pytest.mark.parametrize(
    ("before", "question", "told", "amounts"),
    [
        # the other end of a ranking
        ("公务接待费哪家最低？", "那最高的呢？", "最高的是 中国科学院", ["3.00", "2.30", "1.86"]),
        ("公务接待费哪家最高？", "那反过来，最少的是谁？", "最低的是 云岭省", ["1.86", "2.30", "3.00"]),
        ("公务接待费最高的是谁？", "它比第二名多多少？", "相差 7,000 元", ["7000", "3.00", "2.30"]),
        # what those that were told of come to
        ("各单位的公务接待费分别是多少？", "全部加起来多少？", "一起 3 份文件合计 7.16 万元", ["71600"]),
        ("各单位的公务接待费分别是多少？", "平均下来多少？", "一起 3 份文件平均", ["23866.67"]),
        ("哪些单位的公务接待费超过2万元？", "加起来多少？", "单位预算 2 份文件合计 5.3 万元", ["53000"]),
        ("各单位的收入总计分别是多少？", "从高到低排一下", "最高的是 中国科学院", ["48996.17", "60067849", "5878.88"]),
        # a share that was told of
        ("各单位项目支出占本年支出的比重分别是多少？", "占比最低的又是谁？", "最低的是 滨海市", ["31.92"]),
    ],
)
def test_what_leans_on_the_question_before(
    asker: Asker, before: str, question: str, told: str, amounts: list[str]
) -> None:
    answer = asker.ask(question, None, [before])
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_another_item_of_the_bodies_before(asker: Asker) -> None:
    before = "云岭省文物保护中心和滨海市海洋环境监测站的公务接待费各是多少，前者少多少？"
    told = asker.ask("它们的收入总计分别是多少？", None, [before])
    assert {f.value for f in told.figures} >= {"60067849", "5878.88"}
    assert "北京基因组" not in told.answer
    assert asker.ask("这三家的收入总计分别是多少？", None, [before]).answer == UNCLEAR


def test_which_of_the_bodies_before_and_another_item_of_them(asker: Asker) -> None:
    before = "云岭省文物保护中心和滨海市海洋环境监测站的公务接待费谁多？"
    told = asker.ask("那收入总计呢？", None, [before])
    assert {f.value for f in told.figures} >= {"60067849", "5878.88"}
    both = "云岭省文物保护中心和滨海市海洋环境监测站的公务接待费分别是多少？"
    assert asker.ask("最高的是谁？", None, [both]).answer.startswith("最高的是 滨海市海洋环境监测站")


@pytest.mark.parametrize(
    ("question", "firsts"),
    [
        ("公务接待费哪家最高？又有哪家完全没有？", ["最高的是", "3 份文件里有 0 家"]),
        ("因公出国（境）费最高的是谁？又有哪几家没有？", ["最高的是", "3 份文件里有 3 家"]),
        ("科学技术支出最多的单位是谁？哪家压根没有这类支出？", ["最高的是", "3 份文件里有 0 家"]),
        ("公务接待费哪家最高，哪家最低？", ["最高的是", "最低的是"]),
    ],
)
def test_two_questions_in_one_breath(asker: Asker, question: str, firsts: list[str]) -> None:
    lines = asker.ask(question).answer.split("\n")
    assert [line[: len(first)] for line, first in zip(lines, firsts, strict=True)] == firsts


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("收入总计过亿元的有几家，分别多少？", "3 份文件里有 1 家：中国科学院"),
        ("收入总计不到亿元的有几家？", "3 份文件里有 2 家：滨海市"),
        ("各单位的基本支出都比项目支出多吗？", "不是，3 份文件里有 1 家：滨海市"),
        ("各单位的基本支出都比项目支出少吗？", "不是，3 份文件里有 2 家：云岭省"),
        ("哪些单位的人员经费低于公用经费？", "3 份文件里有 0 家"),
        ("哪些单位的公用经费低于人员经费？", "3 份文件里有 3 家"),
        ("各单位名下的车按数量从多到少排一排，分别是几辆？", "最高的是 云岭省文物保护中心 2023 年：车辆 11 辆"),
        ("云岭省两家单位的收入总计一共多少？", "名称以“云岭省”开头的有 1 家"),
    ],
)
def test_which_and_how_many(asker: Asker, question: str, told: str) -> None:
    assert asker.ask(question).answer.startswith(told)


@pytest.mark.parametrize(
    ("text", "way", "limit"),
    [
        ("支出过亿元的", "over", 10**8),
        ("支出上亿", "over", 10**8),
        ("支出没过亿", "most", 10**8),
        ("支出不到亿元", "under", 10**8),
        ("支出亿元以上", "least", 10**8),
        ("支出超2亿元", "over", 2 * 10**8),
        ("支出过百万", "over", 10**6),
    ],
)
def test_a_bare_hundred_million_is_one(text: str, way: str, limit: int) -> None:
    limits = limits_in(text)
    assert limits is not None
    assert limits.tests == ((way, Decimal(limit)),)


def test_no_amount_is_left_of_a_bound_that_was_not_read() -> None:
    assert read_survey(question_text("支出近亿的有几家？")).asked == ()


@pytest.mark.parametrize(
    ("text", "asked", "bound"),
    [
        ("年末结转和结余都比年初少吗", "年末结转和结余比年初少", Bound("under")),
        ("基本支出是不是都比项目支出多", "基本支出比项目支出多", Bound("some")),
        ("公务接待费都比预算少吗", "公务接待费决算比预算少多少", Bound("under", unit="元")),
    ],
)
def test_all_have_more_of_one_thing_than_of_another(text: str, asked: str, bound: Bound) -> None:
    survey = read_survey(question_text(text))
    assert (survey.act, survey.asked, survey.bound, survey.claim) == (Act.COUNT, (asked,), bound, "all")


def test_changes_and_who_changed_most() -> None:
    asks = "一般公共预算支出与2021年执行数相比各减少多少,谁降得更狠"
    assert change_asked(asks) == "一般公共预算支出比上年增减多少"
    assert change_asked("年末结转和结余分别比年初少多少") == "年末结转和结余比年初少多少"
    assert both_ends("基本支出当中,人员经费占比最高和最低的各是哪家?") == ("基本支出当中,人员经费占比", 1, -1)


def test_what_a_question_leaves_to_the_one_before() -> None:
    assert names_no_item("占比最低的又是谁？")
    assert not names_no_item("培训费最低的又是谁？")
    survey = survey_of("那最多的呢？", "哪家的培训费最少？")
    assert (survey.act, survey.asked, survey.lowest) == (Act.RANK, ("培训费",), False)
    limit = read_survey(question_text("有几家单位的培训费超过100万元？")).bound
    assert survey_of("分别是哪几家？", "有几家单位的培训费超过100万元？").bound == limit
    assert survey_of("有的呢？", "没有培训费的是哪几家？").bound == Bound("some")
    assert survey_of("第二名呢？", "哪家的培训费最少？").lowest
    apart = survey_of("最多的比最少的多多少？", "各家的培训费是多少？")
    assert (apart.act, apart.asked) == (Act.SPREAD, ("培训费",))


_NAMES = ("南屏极端材料研究所", "南屏深空数据研究中心", "南屏市档案馆", "东岭县财政局")


class _Library:
    """As a catalog is, of names alone."""

    by_institute: dict[str, tuple[Document, ...]] = dict.fromkeys(_NAMES, ())
    documents = tuple(SimpleNamespace(institute=name) for name in _NAMES)

    def resolve(self, text: str) -> Resolved:
        return Resolved()


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("南屏两家科研单位的支出总表", "南屏极端材料研究所、南屏深空数据研究中心的支出总表"),
        ("南屏三家收入总计差多少", "南屏极端材料研究所、南屏深空数据研究中心、南屏市档案馆的收入总计差多少"),
        ("两家南屏研究机构谁的车多", "南屏极端材料研究所、南屏深空数据研究中心谁的车多"),
        ("南屏两家的收入总计", "南屏两家的收入总计"),
        ("东岭县两家的收入总计", "东岭县两家的收入总计"),
    ],
)
def test_bodies_by_a_common_first_word(question: str, told: str) -> None:
    assert names_written_out(question, cast(Catalog, _Library())) == told


def test_so_many_of_a_name_as_there_are() -> None:
    catalog = cast(Catalog, _Library())
    assert miscounted("南屏两家的收入总计", catalog).startswith("名称以“南屏”开头的有 3 家")
    assert miscounted("南屏三家的收入总计", catalog) == ""
