"""Turns of phrase with one plain equivalent: 包不包括, 从年初到年末, 是不是就是甲加乙, 属于基本支出和属于项目支出的, 有公车吗, 对不上."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.set_phrases import in_set_phrases

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("政府性基金的支出包不包括基本支出?", "政府性基金的支出包括基本支出吗"),
        ("收入总计含不含上年结转", "收入总计包括上年结转吗"),
        ("从年初到年末,账上的结转和结余多了多少万元?", "年末结转和结余比年初结转和结余多多少"),
        ("这一年下来财政拨款结转结余减少了多少", "年末财政拨款结转和结余比年初财政拨款结转和结余少多少"),
        ("津贴补贴是不是就是提租补贴加购房补贴", "津贴补贴等于提租补贴加购房补贴吗"),
        ("津贴补贴的3万元,是不是就是提租补贴加购房补贴", "津贴补贴是3万元吗？津贴补贴等于提租补贴加购房补贴吗"),
        (
            "津贴补贴一共多少?其中属于基本支出和属于项目支出的分别是多少",
            "津贴补贴一共多少?其中基本支出和项目支出分别是多少",
        ),
        ("津贴补贴多少?基本支出和项目支出各多少", "津贴补贴多少?其中基本支出和项目支出各多少"),
        ("截至2024年8月底,名下有公车吗", "截至2024年8月底,有车辆吗"),
        ("非财政拨款里要留到下一年用的有多少钱", "结转下年的非财政拨款有多少"),
        ("三公经费表底下注着本表为空表,表里到底有没有数", "三公经费表里有没有数"),
        ("公务接待费多少,和去年比变了没有", "公务接待费多少,比上年变了没有"),
        ("通过政府采购买服务,2025年预算了多少万元", "政府采购服务,2025年预算了多少万元"),
    ],
)
def test_set_phrases(said: str, plain: str) -> None:
    assert in_set_phrases(said) == plain


@pytest.mark.parametrize(
    "said",
    [
        "今年的支出包不包括会议费",
        "收入总计等于本年收入加上年结转吗",
        "支出总计是基本支出加项目支出吗",
        "收入总计多少?基本支出和项目支出各多少?",
        "有公车购置费吗",
        "预算里有没有公车",
        "结转结余是多少",
    ],
)
def test_other_questions_stay_as_they_are(said: str) -> None:
    assert in_set_phrases(said) == said


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (RELICS, "这一年下来结转结余多了多少？", "年末结转和结余", ["156.05", "468.95", "312.90"]),
        (RELICS, "2023年总共花出去多少万元？", "本年支出合计", ["5397.53"]),
        (RELICS, "2023年总共收进来多少万元？", "本年收入合计", ["5547.48"]),
        (GENOME, "名下有公车吗？", "有，车辆 3 辆", ["3"]),
        (GENOME, "截至2024年7月底有公车吗？", "有，车辆 3 辆", ["3"]),
        # amounts that make up one of the general public budget are of that
        (GENOME, "津贴补贴等于提租补贴加购房补贴吗？", "一致", ["249.39", "26.60", "222.79"]),
        (GENOME, "收支总表和支出总表给出的支出总数对不上，差在哪里？", "不一致", ["43154.93", "48996.17", "5841.24"]),
        (GENOME, "政府性基金的支出包不包括基本支出？", "没有", []),
        (GENOME, "国有资本经营预算支出表里有没有数？", "没有", []),
        (GENOME, "三公经费表是不是空表？", "不是", ["13.75"]),
        (GENOME, "说明称2025年安排培训费3万元，可表格里列的究竟是多少元？", "培训费", ["4.00"]),
        (GENOME, "一般公共预算，基本支出和项目支出各是多少？", "合计 · 基本支出", ["4257.58", "12391.92"]),
        (GENOME, "三公经费中，接待费多少，公车多少？", "公务接待费", ["3.00", "10.75"]),
    ],
)  # fmt: skip
def test_what_they_ask(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


@pytest.mark.parametrize(
    "question",
    [
        "6500万元事业收入都是哪些委托单位付的？",  # nobody who pays is named
        "6500万元的事业收入是谁给的？",
        "这6500万元是哪几家企业委托的？",
        "截至2024年8月底有公车吗？",  # they are counted on another day
        "表格里列的究竟是多少元？",  # of what
        "说明里写的事业收入600万元和表格里的数一致吗？",  # an amount of neither place
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, question: str) -> None:
    assert asker.ask(question, GENOME).status is Status.NOT_FOUND
