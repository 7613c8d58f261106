"""What somebody claims, held against the document; and questions of invented documents that had once been answered wrong."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from eval.corpus import chosen, write
from extract.text import UNIT_YUAN
from qa.answer import Stated, Status
from qa.ask import Asker
from qa.terms.claim_parts import Part
from qa.terms.claims import claimed
from qa.words.bounds import Held
from tests.libraries import build

DOCUMENTS, SEED = 6, 503


@pytest.fixture(scope="module")
def asker(tmp_path_factory: pytest.TempPathFactory) -> Asker:
    folder = tmp_path_factory.mktemp("claims")
    named = [(name, document) for name, document in chosen(DOCUMENTS, SEED) if name.count("_") == 2]
    build(folder / "library", [write(folder, name, document) for name, document in named])
    return Asker(folder / "library")


@pytest.mark.parametrize(
    ("text", "questions"),
    [
        ("公务接待费是3万元吗", ["公务接待费是多少"]),
        ("公务接待费是不是3万元", ["公务接待费多少"]),
        ("水费和电费合计67.41万元,对吗", ["水费和电费合计多少"]),
        ("项目支出是基本支出的6.85倍,对吗", ["项目支出是基本支出的几倍"]),
        ("行政运行完成预算96.91%,对吗", ["行政运行完成预算百分之几"]),
        ("下属6家单位,对吗", ["下属几家单位"]),
        ("办公费和会议费各5万元,对吗", ["办公费多少", "会议费多少"]),
        ("采购总额30万元,其中货物20万元,对吗", ["采购总额多少", "其中货物多少"]),
        ("三公经费年初预算13.60,决算12.14,对吗", ["三公经费年初预算多少", "三公经费决算多少"]),
        ("公务接待费超过3万元吗", ["公务接待费多少"]),
        ("单价100万元以上设备有吗", []),
        ("2025年有预算吗", []),
        ("预算安排了3.93万元,决算里真的花了吗", []),
        ("公务接待费没有3万元吧", []),
        ("公务接待费3万元是多少", []),
    ],
)
def test_each_amount_claimed_is_a_question_of_its_own(text: str, questions: list[str]) -> None:
    told = claimed(text)
    assert [part.question for part in told.parts if told] == questions if told is not None else not questions


@pytest.mark.parametrize(
    ("number", "unit", "about", "value", "of", "holds"),
    [
        ("3", "万元", False, "3.00", "万元", True),
        ("3", "万元", False, "3.40", "万元", False),
        ("3", "万元", True, "3.40", "万元", True),
        ("14", "万元", False, "13.75", "万元", False),
        ("14", "万元", True, "13.75", "万元", True),
        ("13.8", "万元", False, "13.75", "万元", True),
        ("1378", "万元", False, "1377.67", "万元", True),
        ("0.65", "亿元", False, "6500.00", "万元", True),
        ("34000", "元", False, "3.40", "万元", True),
        ("129445.70", "万元", False, "1294457019", "元", True),
        ("129445.71", "万元", False, "1294457019", "元", False),
        ("5500", "万", True, "5539", "万元", True),
        ("6", "家", False, "6", "家", True),
        ("12", "台", False, "12", "台(套)", True),
        ("12", "台", False, "12", "万元", False),
        ("96.91", "%", False, "96.91", "%", True),
        ("96.91", "%", False, "96.92", "%", False),
    ],
)
def test_a_claim_is_right_to_its_last_digit(
    number: str, unit: str, about: bool, value: str, of: str, holds: bool
) -> None:
    part = Part("", Held("about" if about else "is", Decimal(number), unit))
    assert part.holds(Stated(Decimal(value), of)) is holds


@pytest.mark.parametrize(
    ("document", "question", "said"),
    [
        ("final_503_0002", "机要通信用车4辆、应急保障用车9辆，对吗", ("不是，", "应急保障用车 4 辆")),
        ("final_503_0002", "政府采购总额3436.51万元，其中货物2000万元，对吗", ("不是，", "1,965.53")),
        ("final_503_0002", "政府采购总额3436.51万元，其中货物1965.53万元，对吗", ("是，", "1,965.53")),
        ("final_503_0002", "基本支出42656.14万元，项目支出30000万元，对吗", ("不是，", "32,650.64")),
        ("final_503_0002", "三公经费年初预算1307.60，决算1293.14，对吗", ("是，",)),
        ("final_503_0002", "三公经费决算比预算增加14.46万元，对吗", ("不是，", "少 14.46")),
        ("final_503_0002", "三公经费决算比预算减少14.46万元，对吗", ("是，", "少 14.46")),
        ("final_503_0002", "三公经费超预算了吗", ("没有，", "1,293.14 − 1,307.60")),
        ("final_503_0002", "三公经费少花了多少", ("少 14.46 万元",)),
        ("final_503_0002", "财政拨款占本年收入的100%，对吗", ("不是，", "99.95%")),
        ("final_503_0002", "公务用车购置费完成预算的百分比", ("46.25%",)),
        ("final_503_0002", "剔除项目支出后支出是多少", ("42,725.47",)),
        ("final_503_0002", "政府采购服务比工程少多少", ("少 591.82",)),
        ("final_503_0002", "年末财政拨款结转多少", ("年末财政拨款结转和结余 60.42",)),
        ("final_503_0002", "年初结转和结余比年末多多少", ("多 134.93",)),
        ("final_503_0005", "车辆19辆，对吗", ("是，车辆 19 辆",)),
        ("final_503_0005", "政府采购货物比服务多多少", ("多 1,412.43",)),
        ("final_503_0005", "三类政府采购支出里哪一类最大，占总额多少？", ("政府采购工程支出 1,883.76", "52.35%")),
        ("final_503_0005", "教育支出的当年收入和当年支出差额是多少", ("5,736.64 − 5,760.30 = -23.66",)),
        ("central_503_0000", "青少年科技活动增加了吗", ("是，青少年科技活动",)),
        ("central_503_0000", "青少年科技活动增长35.14%，对吗", ("是，青少年科技活动",)),
        ("central_503_0000", "青少年科技活动增长45.14%，对吗", ("不是，青少年科技活动",)),
        ("central_503_0000", "高技术研究比上年执行数减少了，对吗", ("不是，高技术研究",)),
        ("central_503_0000", "哪个科目减少最多", ("减少最多的是 应用技术研究与开发 减少 3,338.81",)),
        ("central_503_0000", "降幅最大的科目是哪个", ("减少幅度最大的是 其他应用研究支出", "-25.93%")),
        ("central_503_0000", "减少超过1000万元的科目有哪些", ("有 5 个：", "产业技术研究与开发 减少 1,044.92")),
        ("central_503_0000", "增长超过30%的科目有哪些", ("有 5 个：", "核电站乏燃料处理处置基金支出")),
        ("central_503_0000", "科学技术支出2022年执行数比2023年预算多吗", ("不是，",)),
        ("central_503_0003", "两个项目一共多少资金", ("合计 5,909.42 万元",)),
        ("central_503_0003", "数据验收合格率是多少", ("≥86%", "≥94%")),
        ("city_503_0004", "教育支出3.82亿对不对", ("是，", "38,222.1843")),
        ("city_503_0004", "收入预算129445.70万元，对吗", ("是，收入总计 129,445.7019",)),
    ],
)  # fmt: skip
def test_what_had_been_answered_wrong_is_right(asker: Asker, document: str, question: str, said: Sequence[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(said[0]) or not said[0].endswith("，")
    assert [part for part in said if part not in answer.answer] == []


@pytest.mark.parametrize(
    ("document", "question"),
    [
        ("final_503_0002", "水利多花了多少"),  # no budget is printed of it
        ("final_503_0002", "卫生健康支出年初预算是多少"),
        ("final_503_0002", "部级领导干部用车几辆"),
        ("central_503_0003", "财政拨款结转下年"),  # blank; what is left over of all money is another thing
        ("central_503_0003", "电费多少"),  # no 邮电费
        ("central_503_0000", "这里一共采了多少血"),
        ("city_503_0001", "月湖市少年宫的三公经费是多少"),  # in the library, and not this document's
        ("city_503_0001", "长寿街道的三公经费是多少"),
        ("central_503_0000", "东岳作物遗传研究所的事业收入"),
        ("central_503_0003", "三公经费少花了多少"),  # a budget says not what was spent
    ],
)
def test_what_is_not_there_is_not_answered(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND


def test_shares_bound_what_is_listed_over_many_documents(asker: Asker) -> None:
    told = [asker.ask(q) for q in ("项目支出在总支出里占一半以上的单位有哪些？", "哪些单位一半以上的支出是项目支出")]
    assert told[0].answer == told[1].answer
    shares = [Decimal(f.value) for f in told[0].figures if f.unit == "%"]
    assert shares
    assert min(shares) >= 50


def test_each_body_that_is_named_counts(asker: Asker) -> None:
    """Of four that are named, three recognised would make another sum."""
    for place in range(3):
        institutes = [d.institute for d in asker.across.catalog.documents][place : place + 4]
        told = asker.ask(f"把{'、'.join(institutes)}四家的三公经费加总是多少？")
        assert "4 份文件合计" in told.answer
        unknown = asker.ask(f"把{'、'.join(institutes[:3])}、空桐山博物院四家的三公经费加总是多少？")
        assert unknown.status is Status.NOT_FOUND


def test_whose_documents_are_final_accounts_is_told(asker: Asker) -> None:
    told = asker.ask("这些单位中公布的是决算而不是预算的有哪些？")
    final = [d.institute for d in asker.across.catalog.documents if d.kind == "final"]
    assert final
    assert all(name in told.answer for name in final)


def test_the_year_of_another_body_is_not_carried_over(asker: Asker) -> None:
    first, second = asker.across.catalog.documents[:2]
    told = asker.ask(f"{second.institute}呢？", None, (f"{first.institute}{first.year}年三公经费多少？",))
    assert told.status is not Status.NOT_FOUND


def test_nothing_is_claimed_by_words_alone() -> None:
    assert claimed("") is None
    assert claimed("对吗") is None


@pytest.mark.parametrize(("way", "right"), [("少", True), ("多", False)])
def test_which_way_a_difference_goes_is_its_last_word(asker: Asker, way: str, right: bool) -> None:
    """高等 in a name says not that something is higher."""
    told = asker.ask(f"其他广播电视教育支出比高等职业教育{way}502.25万元，对吗？", "city_503_0001")
    assert told.status is Status.ANSWERED
    assert told.answer.startswith("是，" if right else "不是，")


def _amount(asker: Asker, document: str, question: str) -> Decimal:
    """What a question is answered with, in 元; nothing where its cell has no number."""
    told = asker.ask(question, document)
    figure = next((f for f in told.figures if f.unit in UNIT_YUAN), None)
    return Decimal(0) if figure is None else Decimal(figure.value.replace(",", "")) * UNIT_YUAN[figure.unit]


def _bodies() -> list[str]:
    return [name for name, _ in chosen(DOCUMENTS, SEED) if name.count("_") == 2]


@pytest.mark.parametrize("document", _bodies())
def test_an_empty_table_and_a_zero_are_told_so(asker: Asker, document: str) -> None:
    """A table without figures is empty: yes, not no."""
    assert asker.ask("国有资本经营预算支出表是一张空表吗？", document).answer.startswith("是，")
    assert asker.ask("国有资本经营预算是不是没有安排？", document).answer.startswith("是，")
    for item in ("因公出国费", "公务接待费"):
        nothing = not _amount(asker, document, f"{item}是多少？")
        for words in (f"{item}是零吗？", f"{item}是不是一分钱都没有？", f"{item}是不是没有安排？"):
            assert asker.ask(words, document).answer.startswith("是，" if nothing else "不是，"), words
    both = not _amount(asker, document, "因公出国费是多少？") and not _amount(asker, document, "公务接待费是多少？")
    told = asker.ask("因公出国费和公务接待费都是零吗？", document)
    assert told.answer.startswith("是，" if both else "不是，")


@pytest.mark.parametrize("document", _bodies())
def test_two_tables_are_set_against_one_another(asker: Asker, document: str) -> None:
    one, other = (_amount(asker, document, f"{t}的项目支出是多少？") for t in ("支出总表", "一般公共预算支出表"))
    for words, right in (
        ("支出总表里的项目支出比一般公共预算支出表里的多吗？", one > other),
        ("一般公共预算支出表列的项目支出，是否少于支出总表所列？", other < one),
        ("项目支出在支出总表里比在一般公共预算支出表里低吗？", one < other),
    ):
        told = asker.ask(words, document)
        assert told.answer.startswith("是，" if right else "不是，"), words


@pytest.mark.parametrize("document", _bodies())
def test_a_part_of_its_sister_is_no_part_of_the_whole(asker: Asker, document: str) -> None:
    """项目支出不到基本支出的一半 is not held against all spending."""
    basic, project = (_amount(asker, document, f"支出总表的{i}是多少？") for i in ("基本支出", "项目支出"))
    told = asker.ask("项目支出不到基本支出的一半，对吗？", document)
    assert told.answer.startswith("是，" if project * 2 < basic else "不是，")
    more = asker.ask("项目支出比基本支出多一倍以上吗？", document)
    assert more.answer.startswith("是，" if project >= basic * 2 else "没有，")


def test_final_accounts_keep_to_their_budget(asker: Asker) -> None:
    for document in _bodies():
        told = [asker.ask(f"三公经费决算{words}吗？", document) for words in ("低于预算", "控制在预算以内", "比预算少")]
        if not document.startswith("final"):
            assert {t.status for t in told} == {Status.NOT_FOUND}
            continue
        spent, budgeted = (_amount(asker, document, f"三公经费{m}数是多少？") for m in ("决算", "预算"))
        assert [t.answer.startswith("是，") for t in told] == [spent < budgeted, spent <= budgeted, spent < budgeted]


def test_what_there_is_besides_one_part(asker: Asker) -> None:
    for document in _bodies():
        only = asker.ask("财政拨款是不是全部来自一般公共预算？", document)
        besides = asker.ask("除了一般公共预算，财政拨款还有别的来源吗？", document)
        assert only.status is besides.status is Status.ANSWERED
        assert only.answer.startswith("是，") is besides.answer.startswith("没有，")
        fund = _amount(asker, document, "财政拨款收支总表的政府性基金收入是多少？")
        assert only.answer.startswith("是，") is not bool(fund), document


@pytest.mark.parametrize(
    "words",
    [
        "三公经费三项都低于预算吗？",
        "三公经费是不是越来越少了？",
        "是不是既有政府性基金又有国有资本经营预算？",
        "除事业收入外，其余收入都是财政拨款收入吗？",
        "每个科目都有项目支出吗？",
    ],
)
def test_what_is_not_read_whole_is_not_confirmed(asker: Asker, words: str) -> None:
    for document in _bodies():
        assert asker.ask(words, document).status is Status.NOT_FOUND, document


@pytest.mark.parametrize(
    ("words", "word"),
    [
        ("财政拨款收入和2024年预算持平吗？", "不是，"),
        ("财政拨款收入增幅超过5%了吗？", "是，"),
        ("财政拨款收入增幅超过30%了吗？", "不是，"),
    ],
)
def test_how_much_something_moved_is_held_against_what_is_said(asker: Asker, words: str, word: str) -> None:
    assert asker.ask(words, "city_503_0001").answer.startswith(word)
