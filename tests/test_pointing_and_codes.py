"""Claims in more of people's words; codes and what they are of; one row in two tables; follow-ups that point at the one before."""

from __future__ import annotations

from pathlib import Path

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.context import planned_for
from qa.document_terms import in_document_terms
from qa.sentences import question_text, sentences_of
from tests.libraries import SAMPLES, build

GENOME = "genome_institute_2025"


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    root: Path = tmp_path_factory.mktemp("frames_i") / "library"
    build(root, SAMPLES)
    return Asker(root)


def _read(asker: Asker, asked: str) -> str:
    view = asker.view(asker.library.find(GENOME))
    return planned_for(in_document_terms(question_text(asked), view), view).text


@pytest.mark.parametrize(
    ("asked", "read"),
    [
        ("网传水费高达5万元，属实吗", "水费是5万元吗"),
        ("能否确认水费为5万元", "水费是5万元吗"),
        ("水费是按5万元编的吧", "水费是5万元吗"),
        ("水费=5万元", "水费是5万元吗"),
        ("水费填的就是5万元，对得上文件吗", "水费是5万元吗"),
        ("水费的数确实是5万元", "水费是5万元吗"),
        ("水费能有5万元吗，超没超过", "水费超过5万元吗"),
        ("水费离5万元还差一截，是不是", "水费不到5万元吗"),
        ("水费连5万元都凑不齐", "水费不到5万元吗"),
        ("水费顶破天也就5万元吧", "水费不超过5万元吗"),
        ("水费够得上5万元吗", "水费达到5万元吗"),
        ("水费有5万元那么高", "水费达到5万元吗"),
        ("水费是零吧", "水费是0吗"),
        ("水费仅5万元，没记错吧", "水费是5万元吗"),
        ("我算出水费是5万元，跟你们的表一致吗", "水费是5万元吗"),
        ("水费和5万元相等吗", "水费是5万元吗"),
        ("水费多不多于5万元", "水费超过5万元吗"),
        ("水费没有花到5万元那么多吧", "水费不到5万元吗"),
        ("水费排在电费前头吗，论金额", "水费比电费多吗"),
        ("相较电费，水费用得更少对吧", "水费比电费少吗"),
        ("电费中水费过5%了吗", "水费占电费的比例超过5%吗"),
        ("水费占掉电费的5%还多吧", "水费占电费的比例超过5%吗"),
        ("水费比重不足电费5%吧", "水费不到电费的5%，对吗"),
        ("水费的钱比电费宽裕吗", "水费比电费多吗"),
        ("水费的钱比电费紧张吗", "水费比电费少吗"),
        ("水费跟电费哪个多，是电费多吧", "电费比水费多吗"),
        ("水费的盘子是不是没有电费大", "水费比电费少吗"),
        ("水费压得过电费吗", "水费比电费多吗"),
        ("水费是不是才电费的一半", "水费占电费的一半吗"),
        ("水费占电费是否高出5%", "水费占电费的比例超过5%吗"),
        ("水费占电费连5%都没有", "水费占电费的比例不到5%吗"),
        ("水费有5%的比重吗，按电费算", "水费占电费的5%吗"),
        ("住房公积金的占比过没过5%", "住房公积金占支出总计的比例超过5%吗"),
        ("今年给不给水费留钱", "有水费吗"),
        ("水费编没编", "有水费吗"),
        ("本单位未列水费，对吗", "没有水费,对吗"),
        ("科目代码2210201核算什么内容，列支金额多少", "编码2210201是什么科目,多少钱"),
        ("凭证上科目填的2210201，是什么", "编码2210201是什么科目"),
        ("差旅费用的哪个编码", "差旅费的编码是多少"),
        ("报销差旅费，科目编码写几号", "差旅费的编码是多少"),
        ("差旅费科目号", "差旅费的编码是多少"),
        ("印刷费用哪个码核算", "印刷费的编码是多少"),
        ("住房公积金从一般公共预算支出表到支出总表，多了多少", "住房公积金在支出总表里比一般公共预算支出表多多少"),
        ("住房公积金从支出总表到一般公共预算支出表，减了多少", "住房公积金在一般公共预算支出表里比支出总表少多少"),
        ("一般公共预算支出表少列了住房公积金多少，跟支出总表相比", "住房公积金在一般公共预算支出表里比支出总表少多少"),
        ("住房公积金两张表平不平，支出总表跟一般公共预算支出表", "支出总表和一般公共预算支出表的住房公积金一致吗"),
        ("住房公积金：支出总表和一般公共预算支出表打架吗", "支出总表和一般公共预算支出表的住房公积金有出入吗"),
        ("支出总表列的住房公积金是不是大过一般公共预算支出表的", "支出总表里住房公积金比一般公共预算支出表多吗"),
        ("为啥支出总表有些科目是空白，都是哪些", "支出总表里哪些科目是空的"),
        ("支出总表里哪些支出一分钱没列", "支出总表里哪些科目是空的"),
        ("支出总表有空格子吗，哪几项", "支出总表里哪些科目是空的"),
        ("一百块钱支出里，水费占几块", "水费占支出总计的百分之几"),
        ("水费占你们总盘子几成", "水费占支出总计的百分之几"),
    ],
)
def test_questions_are_read_in_plain_words(asker: Asker, asked: str, read: str) -> None:
    assert _read(asker, asked) == read


@pytest.mark.parametrize(
    "asked",
    [
        "给水费安排的钱",
        "水费不会真有5万元吧",
        "水费的编码是多少,列了多少钱",
        "编码2210201下面有哪些科目",
        "水费比电费宽裕多少",
    ],
)
def test_what_says_more_is_not_read_as_less(asker: Asker, asked: str) -> None:
    view = asker.view(asker.library.find(GENOME))
    text = in_document_terms(question_text(asked), view)
    assert planned_for(text, view).text == text


def test_what_a_share_is_to_be_of_may_be_said_after_it() -> None:
    assert sentences_of("住房公积金占比？占支出总计的") == ["住房公积金占支出总计的百分之几"]
    assert sentences_of("住房公积金占比？占支出总计的多少") == ["住房公积金占比", "占支出总计的多少"]


@pytest.mark.parametrize(
    ("earlier", "asked", "told"),
    [
        (["水费是多少"], "电费加上刚才那个，总共多少", "合计 67.41 万元"),
        (["水费是多少"], "前项与电费合计多少", "合计 67.41 万元"),
        (["水费是多少"], "把电费也算上，合计几何", "合计 67.41 万元"),
        (["水费是多少"], "跟电费一块儿总共呢", "合计 67.41 万元"),
        (["住房公积金是多少"], "前述款项占支出总计的比例为何", "住房公积金 占 支出总计 的 1.12%"),
        (["住房公积金是多少"], "按一般公共预算口径再报一次", "住房公积金 504.61 万元"),
        (["水费是多少"], "相比之下，电费有多少", "电费 64.01 万元"),
        (["水费是多少"], "如果换成电费，是多少", "电费 64.01 万元"),
        (["水费是多少"], "不看水费了，看电费", "电费 64.01 万元"),
        (["水费是多少"], "除了水费，电费准备了多少", "电费 64.01 万元"),
        (["水费是多少"], "电费是不是比它多", "是，电费更多"),
        (["水费是多少"], "比电费多吗", "不是，电费更多"),
        (["水费是多少"], "电费超过它没", "是，电费更多"),
        (["水费是多少"], "它有没有超过电费", "不是，电费更多"),
        (["水费是多少"], "是电费的几倍", "水费（一般公共预算基本支出表）是 电费（一般公共预算基本支出表）的 0.05 倍"),
        (["水费是多少"], "刚说的那个加电费呢", "合计 67.41 万元"),
        (["水费是多少", "电费是多少", "邮电费是多少"], "三项总和", "合计 "),
        (["水费是多少"], "不要水费，我要电费的数", "电费 64.01 万元"),
        (["水费是多少"], "到3万元没有", "是，水费 3.40 万元"),
        (["水费是多少"], "电费也这么多吗", "不一致"),
    ],
)
def test_follow_ups_point_at_the_one_before(asker: Asker, earlier: list[str], asked: str, told: str) -> None:
    assert asker.ask(asked, GENOME, earlier).answer.startswith(told)


def test_another_kind_of_money_is_no_other_item(asker: Asker) -> None:
    earlier = ["支出总表里购房补贴是多少"]
    told = asker.ask("若改按一般公共预算支出表统计，这一项的金额为多少", GENOME, earlier)
    assert told.figures[0].value == "222.79"


@pytest.mark.parametrize(
    "asked",
    ["支出总计的5%都不到给了住房公积金", "支出总表里哪些科目没影"],
)
def test_what_is_passed_over_is_not_answered(asker: Asker, asked: str) -> None:
    assert asker.ask(asked, GENOME).status is Status.NOT_FOUND
