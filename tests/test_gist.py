"""Questions with talk around them, and questions that are understood by their gist: what is answered, and what must not be."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.gist import gist
from qa.plain.remarks import opens_with_talk, without_remarks
from qa.plain.sentences import question_text
from tests.libraries import SAMPLES, build

GENOME = "genome_institute_2025"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("gist") / "library"
    build(root, SAMPLES)
    return Asker(root)


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("我卖教具的，想知道公务接待费有多少，好准备报价。", "公务接待费有多少"),
        ("写稿要用一个数：项目支出占本年支出合计的百分之几？", "项目支出占本年支出合计的百分之几？"),
        ("有人说公务接待费太高，我不太信，请告诉我公务接待费是多少。", "公务接待费是多少"),
        (
            "“会议费超过培训费”，这一结论能否成立？",
            "“会议费超过培训费”，这一结论能否成立？",
        ),  # read in other words later
        ("公务接待费是多少，能查到吗？", "公务接待费是多少"),
        ("教育支出，一般公共预算里是多少？", "教育支出，一般公共预算里是多少？"),
        ("不含公用经费，人员经费是多少？", "不含公用经费，人员经费是多少？"),
        ("我在核对支出总表，合计是多少？", "我在核对支出总表，合计是多少？"),
        ("我想买台钢琴，一共多少钱？", "我想买台钢琴，一共多少钱？"),
        ("我要核公积金，这一项是多少？", "我要核公积金，这一项是多少？"),
    ],
)
def test_talk_around_a_question_is_left_out_and_nothing_that_is_asked(asker: Asker, question: str, plain: str) -> None:
    assert without_remarks(question, asker.view(asker.library.find(GENOME))) == plain


@pytest.mark.parametrize(
    ("question", "begins"),
    [
        ("听说都在压车辆，今年还打算购车吗？", True),
        ("我想求证一件事，公务接待费是3万元吗？", True),
        ("公务接待费是多少，会议费呢？", False),
    ],
)
def test_who_begins_with_talk(question: str, begins: bool) -> None:
    assert opens_with_talk(question) is begins


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        ("会议费减培训费，等于多少？", "会议费比培训费多多少"),
        ("水费、电费两个科目的预算数合并后的金额，经测算为多少？", "水费和电费合计是多少"),
        ("日常公用经费除以人员经费，所得比重为百分之多少？", "日常公用经费占人员经费的百分之几"),
        ("住房公积金在支出总表里列报为多少？", "支出总表的住房公积金是多少"),
        ("会议费和培训费在基本支出表里的预算数合并，为多少？", ""),
        ("会议费和培训费哪个多？", ""),
        ("会议费比去年结余多少？", ""),
        ("除会议费外，培训费列报多少？", ""),
        ("会议费开了几次？", ""),
        ("食堂的会议费列报多少？", ""),
        ("平均每人的会议费列报多少？", ""),
        ("如果会议费砍掉一半，列报多少？", ""),
    ],
)
def test_the_gist_of_a_question(asker: Asker, question: str, plain: str) -> None:
    view = asker.view(asker.library.find(GENOME))
    assert gist(question_text(question).rstrip("?？。"), view) == plain


@pytest.mark.parametrize(
    ("question", "stated"),
    [
        ("写预算报道要用一个数，公务接待费列报为多少，请予答复。", ("3.00", "万元")),
        ("我们做节能论证，先要弄明白电费的预算数，帮忙查一下。", ("64.01", "万元")),
        ("水跟电这两项费用加起来，预算是多少？", ("67.41", "万元")),
        ("听说三公经费都在压，公务接待费今年安排了多少？", ("3.00", "万元")),
    ],
)
def test_such_questions_are_answered(asker: Asker, question: str, stated: tuple[str, str]) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.ANSWERED, answer.answer
    assert (answer.figures[0].value, answer.figures[0].unit) == stated


@pytest.mark.parametrize(
    "question",
    [
        "食堂大师傅那块，预算给了多少？",
        "我想买食堂的设备，预算是多少？",
        "水费、电费、燃气费这三样加起来一共多少？",
        "整个中科院的公务接待费是多少？",
        "全系统一共花了多少公务接待费？",
    ],
)
def test_what_only_sounds_like_them_is_not(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.NOT_FOUND, answer.answer


@pytest.mark.parametrize(
    ("question", "value"),
    [
        ("住房公积金是多少（以一般公共预算支出表为准）？", "504.61"),
        ("住房公积金的金额，在一般公共预算支出表里列报为多少，请予答复。", "504.61"),
        ("住房公积金，支出总表口径，多少？", "550.00"),
    ],
)
def test_the_table_that_is_named_anywhere_is_the_one_that_is_read(asker: Asker, question: str, value: str) -> None:
    assert asker.ask(question, GENOME).figures[0].value == value


@pytest.mark.parametrize(
    ("question", "said"),
    [
        ("体育（款）的行政运行是多少", "体育里的行政运行是多少"),
        ("一般公共服务支出（类）财政事务（款）项下的行政运行是多少", "财政事务里的行政运行是多少"),
        ("其他科目的收入全是财政给的吗", "其他科目的收入全是财政给的吗"),
        ("培训费的钱全是财政拨款吗", "培训费的钱全是财政拨款吗"),
        ("作为公用经费,办公费是多少", "作为公用经费,办公费是多少"),
    ],
)
def test_a_rewrite_keeps_whose_an_item_is(question: str, said: str) -> None:
    assert question_text(question).rstrip("?？") == said.replace("（", "(").replace("）", ")")


def test_both_cells_of_one_row_are_told_a_blank_one_as_blank(asker: Asker) -> None:
    answer = asker.ask("住房公积金的基本支出和住房公积金的项目支出分别是多少？", GENOME)
    assert [f.value for f in answer.figures] == ["550.00"]
    assert "住房公积金 · 项目支出”，但该格为空白" in answer.answer
