"""What is told beside a question, denials that are to be confirmed, amounts that others make up, either year of a row, and classes
of spending by everyday words."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.sentences import question_text, sentences_of
from qa.plain.told_beside import without_what_is_told

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("question", "plain"),
    [
        # what the notes tell, and then what the table prints
        ("住房公积金在文字说明里说2024年安排352.67万元,可表格上列的不是这个数,表上是多少元?", "住房公积金在表里是多少"),
        ("文字说明里住房公积金写的是352.67万元,可表里不是这个数,表里是多少?", "住房公积金在表里是多少"),
        ("购房补贴说明写100万元,可支出总表上列的不是这个数,表上是多少?", "购房补贴在支出总表里是多少"),
        ("住房公积金的文字说明与表格数字不一致,表格里是多少元?", "住房公积金在表里是多少"),
        # a printed share, and then what it is by the amounts
        (
            "一般公共预算支出的说明写项目支出占74.73%,按金额重新算,正确的比例是多少?",
            "项目支出占一般公共预算支出的百分之几",
        ),
        ("说明称项目支出占一般公共预算支出的74.73%,重新计算应为多少?", "项目支出占一般公共预算支出的百分之几"),
        ("支出总表的说明写基本支出占55.31%,按金额算应该是多少?", "支出总表里基本支出占合计的百分之几"),
        # which of two totals is the larger, and then what they are apart and what that is
        (
            "支出总表合计19928.49万元,收支总表的支出总计却更大,差额是什么、多少?",
            "收支总表的支出总计比支出总表合计多多少？这笔差额是什么",
        ),
        # what only sounds so
        ("说明里项目支出占74.73%,对吗?", "说明里项目支出占74.73%,对吗?"),
        ("财政拨款是5万元,表里是多少?", "财政拨款是5万元,表里是多少?"),
        ("支出总表合计19928.49万元,对吗?", "支出总表合计19928.49万元,对吗?"),
    ],
)
def test_what_is_told_beside_a_question(question: str, plain: str) -> None:
    assert without_what_is_told(question) == plain


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # denials that are to be confirmed
        (GENOME, "今年一辆车都不打算添置，对吗？", "不是，", ["1"]),
        (GENOME, "2025年不打算购置车辆，对吗？", "不是，", ["1"]),
        (GENOME, "是不是今年一辆车都不买？", "不是，", ["1"]),
        (GENOME, "今年没有购置车辆的计划，对吧？", "不是，", ["1"]),
        (GENOME, "今年并非一辆车都不买，对吗？", "是，", ["1"]),
        (GENOME, "今年要添一辆车，对吗？", "是，", ["1"]),
        (GENOME, "今年不打算添置单价100万元以上的设备，对吗？", "不是，计划购置", ["6"]),
        (GENOME, "今年不安排会议费，对吗？", "不是，会议费", []),
        (GENOME, "今年公务接待费一分钱都不花，对吗？", "不是，公务接待费", ["3.00"]),
        (GENOME, "政府性基金这笔钱是不是全部用于项目、没有基本支出？", "是，", ["100.00"]),
        (GENOME, "政府性基金是不是只有项目支出，没有基本支出？", "是，", ["100.00"]),
        (GENOME, "政府性基金是不是全部用于基本支出、没有项目支出？", "不是，合计 · 项目支出", ["8718.00"]),
        # amounts that others make up
        (
            GENOME,
            "基本支出表的津贴补贴是249.39万元，这个数能不能由提租补贴和购房补贴凑出来？",
            "能，合计",
            ["249.39", "26.60", "222.79"],
        ),
        (GENOME, "津贴补贴249.39万元，是不是提租补贴加购房补贴凑成的？", "是，合计", ["249.39"]),
        (GENOME, "公用经费合计443.16万元，能不能由办公费和电费凑出来？", "不能，合计", ["69.01"]),
        (GENOME, "提租补贴加购房补贴，正好等于基本支出表的津贴补贴吗？", "一致：合计", ["249.39"]),
        (GENOME, "基本支出是不是由人员经费和公用经费构成的？", "是，合计", ["4257.58"]),
        (GENOME, "收入总计由本年收入合计加上年结转得来，对不对？", "是，合计", ["48996.17"]),
        # classes of spending
        (GENOME, "一般公共预算基本支出中，花在公用上的占百分之几？", "公用经费", ["10.41", "443.16", "4257.58"]),
        (GENOME, "一般公共预算支出里有百分之几花在了项目上？", "项目支出", ["74.43"]),
        (GENOME, "基本支出里，人员方面的占多少？", "人员经费", ["89.59"]),
        # a printed share, by the amounts
        (GENOME, "一般公共预算支出的说明写项目支出占74.73%，按金额重新算，正确的比例是多少？", "项目支出", ["74.43"]),
    ],
)  # fmt: skip
def test_denials_sums_and_classes(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question",
    [
        "津贴补贴是300万元，能不能由提租补贴和购房补贴凑出来？",
        "津贴补贴能不能由提租补贴和天文补贴凑出来？",
        "基本支出占政府性基金支出的百分之几？",  # its table prints none: the notes tell that of all money
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "told"),
    [
        ("有没有哪张项目绩效目标表，指标分值的总和不等于90？", "没有，"),
        ("有没有哪张项目绩效目标表，指标分值的总和不等于100？", "有，"),
        ("有没有哪个项目的指标分值加总超过90分？", "没有，"),
        ("各项目绩效目标表的分值之和都等于90吗？", "是，"),
        ("对外合作与交流经费的指标分值合计是不是90分？", "是，对外合作与交流经费 指标分值合计 90"),
    ],
)
def test_sums_of_weights_are_held_against_a_number(asker: Asker, question: str, told: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.answer.startswith(told)
    assert {f.value for f in answer.figures} == {"90"}


@pytest.mark.parametrize(
    ("question", "sentences"),
    [
        (
            "编报绩效目标的项目有多少个，涉及资金多少万元？",
            ["编报绩效目标的项目有几个", "编报绩效目标的项目资金是多少"],
        ),
        ("全年支出里，花在项目上的占百分之几？", ["全年支出里,项目支出占百分之几"]),
        ("花在公用方面的一共多少？", ["公用经费一共多少"]),
        ("为什么学者出国交流的钱不计入三公？", ["为什么学者出国交流的钱不纳入三公"]),
        ("哪些支出不计入三公？", ["哪些支出不计入三公"]),
        ("用于基本养老保险的钱是多少？", ["用于基本养老保险的钱是多少"]),  # no class
    ],
)
def test_counts_with_their_money_and_classes_by_everyday_words(question: str, sentences: list[str]) -> None:
    assert sentences_of(question_text(question)) == sentences
