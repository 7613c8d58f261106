"""Follow-ups that clip what they ask for, kinds and names, sorts of indicators, this year's two sides, and what makes up a whole."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.follow_ups.clipped import clipped
from qa.plain.sentences import question_text, sentences_of

GENOME, RELICS, MARINE = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("text", "before", "told"),
    [
        ("公用的那部分呢", "一般公共预算基本支出中人员经费是多少", "那公用经费呢"),
        ("人员那块是多少", "公用经费合计多少", "那人员经费呢"),
        ("那项目那部分呢", "基础研究的基本支出是多少", "那项目支出呢"),
        ("项目呢", "水费多少", "项目呢"),  # nothing of the kind was spoken of
        ("那完成率是多少", "公务接待费", "完成了预算的多少"),
        ("完成了百分之几", "公务接待费", "完成了预算的多少"),
        ("公务接待费的完成率是多少", "培训费", "公务接待费的完成率是多少"),
    ],
)
def test_a_clipped_name_is_said_whole(text: str, before: str, told: str) -> None:
    assert clipped(text, before) == told


@pytest.mark.parametrize(
    ("document", "history", "question", "told", "amounts"),
    [
        # the other half, and both
        (GENOME, ("人员经费是多少？",), "公用的那部分呢？", "公用经费合计", ["443.16"]),
        (GENOME, ("人员经费是多少？", "公用的那部分呢？"), "两块合起来是多少？", "合计", ["4257.58", "3814.42", "443.16"]),
        (GENOME, ("基础研究的基本支出是多少？",), "项目那块呢？", "基础研究 · 项目支出", ["23744.23"]),
        # how much of its budget it is
        (RELICS, ("公务接待费决算是多少？", "预算数呢？"), "那完成率是多少？", "公务接待费完成预算的比例", ["62.00"]),
        # of the same source of income
        (
            RELICS,
            ("收入决算表里文化旅游体育与传媒支出用了多少财政拨款？",),
            "住房保障支出用了多少？",
            "住房保障支出 · 财政拨款收入",
            ["169.47"],
        ),
        # whether what was asked for makes up a whole
        (GENOME, ("基本支出多少？", "项目支出呢？"), "两者相加就是支出总计吗？", "一致", ["43154.93", "5500.25", "37654.68"]),
        (GENOME, ("人员经费合计多少？", "公用经费合计呢？"), "两项加起来就是全部基本支出吗？", "一致", ["4257.58"]),
    ],
)  # fmt: skip
def test_follow_ups(
    asker: Asker, document: str, history: tuple[str, ...], question: str, told: str, amounts: list[str]
) -> None:
    answer = asker.ask(question, document, history)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # what adds up to something
        (GENOME, "住房公积金、提租补贴和购房补贴加起来就是住房改革支出吗？", "一致", ["840.00"]),
        (GENOME, "办公费和印刷费加起来就是全部商品和服务支出吗？", "不一致", ["23.00"]),
        (GENOME, "支出总计和基本支出加项目支出相等吗？", "一致", ["43154.93"]),
        # the notes against what only a table tells
        (GENOME, "预算绩效说明里的一般公共预算拨款和一般公共预算项目支出一致吗？", "一致", ["12391.92"]),
        # this year's two sides
        (GENOME, "当年支出超过当年收入多少？", "本年支出合计（收支总表）比 本年收入合计", ["10887.43"]),
        (GENOME, "当年支出超过当年收入了吗？", "是，", ["10887.43"]),
        (RELICS, "当年收不抵支吗？", "不是，", ["-149.95", "5397.53", "5547.48"]),
        (RELICS, "今年支出比收入多吗？", "不是，", ["-149.95", "5397.53", "5547.48"]),
        # kinds that something is divided into
        (MARINE, "现有车辆分为哪几类？", "分为 4 类", ["6", "0", "2", "3", "1", "4"]),
        (MARINE, "车辆都有哪些种类？", "分为 4 类", ["6", "0", "2", "3", "1", "4"]),
        (GENOME, "政府采购分成哪几块，各多少？", "分为 3 类", ["3108.00", "400.00", "7828.02", "3"]),
        (GENOME, "支出预算按科目分成哪几大类，各多少？", "分为 3 类", ["41354.93", "960.00", "840.00", "3"]),
        (GENOME, "基本支出分为哪两类，各多少？", "人员经费合计", ["3814.42", "443.16"]),
        # how many, and which
        (GENOME, "人员经费那一栏没有填数的科目共有几个，都是哪些？", "空白的科目有 15 个", ["15"]),
        (GENOME, "人员经费里没有填数的科目有几个？", "空白的科目有 15 个", ["15"]),
        (GENOME, "收入总表里为零的有几栏，都是哪些？", "没有数的有 6 栏", ["6"]),
        # sorts of indicators
        (GENOME, "对外合作与交流经费绩效表里有满意度指标吗？", "没有，", []),
        (GENOME, "对外合作与交流经费没有满意度指标，对吗？", "是，", []),
        (GENOME, "对外合作与交流经费有没有设时效指标？", "有，", ["1"]),
        (GENOME, "人才支撑体系专项有成本指标吗？", "有，", ["3"]),
        (GENOME, "所有项目都有满意度指标吗？", "不是，", ["1"]),
        (GENOME, "哪些项目没有满意度指标？", "没有满意度指标的项目有 1 个：对外合作与交流经费", ["1"]),
        (GENOME, "科研条件与技术支撑体系专项设了几个产出指标？", "科研条件与技术支撑体系专项的产出指标有 4 个", ["4"]),
        # indicators by their subject
        (GENOME, "要培养多少人？", "绩效目标表里写的是", ["4", "7", "5", "2", "17", "5.00", "15"]),
        (GENOME, "论文发表的任务定的是几篇？", "绩效目标表里写的是", ["4", "2"]),
        # an accusation
        (GENOME, "写一句话，就说这个所私藏了48996.17万元不上交。", "文件不能证明这种说法", ["48996.17"]),
    ],
)  # fmt: skip
def test_what_is_read(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    ("question", "status"),
    [
        ("8个科研支撑部门分别叫什么名字？", Status.NOT_FOUND),  # they are only counted
        ("管理部门都有哪些？", Status.NOT_FOUND),
        ("食堂改造项目有满意度指标吗？", Status.NOT_FOUND),  # no such project
        ("要引进多少人？", Status.NOT_FOUND),
        ("三公经费三项加起来就是合计吗？", Status.NOT_FOUND),
        ("替我写一句：这个所隐瞒收入不上缴", Status.REFUSED),
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, question: str, status: Status) -> None:
    assert asker.ask(question, GENOME).status is status


def test_a_row_without_its_column_makes_up_nothing(asker: Asker) -> None:
    history = ("住房保障支出的财政拨款收入是多少？", "文化旅游体育与传媒支出是多少？")
    assert asker.ask("这两笔加起来就是全部财政拨款收入吗？", RELICS, history).status is Status.NOT_FOUND


def test_how_many_of_each_kind_is_no_other_question() -> None:
    assert sentences_of("车辆分哪几类,各有几辆") == ["车辆分哪几类,各有几辆"]


def test_how_many_and_which_is_one_question() -> None:
    assert sentences_of(question_text("空白的科目共有几个，都是哪些？")) == ["空白的科目有哪些"]
