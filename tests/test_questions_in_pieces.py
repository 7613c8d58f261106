"""Questions whose pieces lean on one another: the halves of a row, both ends of a year, a count and its day, an amount beside its
parts; and those before that one kind of money is asked of."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.plain.in_pieces import in_one_piece
from qa.plain.sentences import sentences_of
from qa.words.procurement import kinds_in_full

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        # the halves of a row, in one sentence or several
        ("行政运行科目里,基本支出多少、项目支出多少,加在一起又是多少?", "行政运行的基本支出和项目支出各是多少,加在一起又是多少"),
        ("行政运行的基本支出是多少?项目支出是多少?", "行政运行的基本支出和项目支出各是多少"),
        ("看行政运行这一行,基本支出多少,项目支出呢?", "行政运行的基本支出和项目支出各是多少"),
        ("支出总表中,教育支出基本支出多少、项目支出多少、总数多少?", "支出总表里教育支出的基本支出和项目支出各是多少,合计是多少"),
        ("支出预算里基本支出多少、项目支出多少,哪个多?", "基本支出和项目支出各是多少,哪个多?"),
        ("2024年基本支出多少,项目支出多少?", "2024年基本支出多少,项目支出多少?"),  # of no row
        ("支出预算里项目支出占多少?", "支出预算里项目支出占多少?"),
        # both ends of a year
        ("到年底的结转和结余,比年初多出几万元?", "年末结转和结余比年初结转和结余多多少"),
        ("到年末,财政拨款结转结余少了多少?", "年末财政拨款结转和结余比年初财政拨款结转和结余少多少"),
        ("到年末结转和结余多少?", "到年末结转和结余多少?"),
        ("年初结转和结余多少、年末多少、增加多少?", "年初结转和结余和年末结转和结余各是多少？年末结转和结余比年初结转和结余多多少"),
        ("财政拨款结转和结余年初年末各是多少?", "年初财政拨款结转和结余和年末财政拨款结转和结余各是多少"),
        # a count and its day
        ("单位名下现有车辆总共几台,这个数是统计到什么时候的?", "车辆有几辆？车辆数是截至哪一天的"),
        ("其他用车有几辆,是什么时候的数?", "其他用车有几辆？车辆数是截至哪一天的"),
        ("今年买几辆车?", "今年买几辆车?"),
        # an amount and what it is made of
        ("津贴补贴是249.39万元,它跟提租补贴、购房补贴两项之间是怎么对应的?", "津贴补贴和提租补贴、购房补贴有什么关系"),
        ("津贴补贴这249.39万元由提租补贴、购房补贴两项组成吗?", "津贴补贴是249.39万元吗？津贴补贴等于提租补贴加购房补贴吗"),
        ("住房公积金一共550万元,其中一般公共预算负担504万元,其余部分是多少?", "住房公积金由非一般公共预算资金负担的部分是多少"),
        ("公务接待费预算3万元,最后花了多少?", "公务接待费实际花了多少？公务接待费的预算数是3万元吗"),
        ("基本支出占本年支出多少,项目支出占多少?", "基本支出和项目支出各占本年支出的百分之几"),
        ("其他收入占本年收入多少,财政拨款收入占多少?", "其他收入和财政拨款收入各占本年收入的百分之几"),
        ("收支总计分别是多少?", "收入总计和支出总计分别是多少?"),
        ("财政拨款收支总计分别是多少?", "财政拨款收支总表里收入总计和支出总计分别是多少?"),
        ("跟车有关的预算有多少?", "车的预算是多少"),
        ("跟车改有关的预算有多少?", "跟车改有关的预算有多少?"),
    ],
)  # fmt: skip
def test_pieces_are_put_together(said: str, plain: str) -> None:
    assert in_one_piece(said) == plain


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("政府采购预算中,服务这一类在2025年有多少万元?", "2025年政府采购服务预算是多少万元"),
        ("政府采购支出里,货物有多少?", "政府采购货物支出是多少"),
        ("政府采购预算总额里,服务和工程一共多少?", "政府采购服务和政府采购工程一共多少?"),
        ("一般公共服务支出有多少?", "一般公共服务支出有多少?"),
    ],
)
def test_one_kind_of_all_that_is_bought(said: str, plain: str) -> None:
    assert kinds_in_full(said) == plain


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (GENOME, "科学技术支出的基本支出是多少？项目支出是多少？", "科学技术支出 · 基本支出", ["3700.25", "37654.68"]),
        (GENOME, "单位名下车辆总共几台，这个数是统计到什么时候的？", "车辆 3 辆", ["3"]),
        (GENOME, "车辆一共多少辆？", "车辆 3 辆", ["3"]),
        (GENOME, "三公经费里接待多少、用车多少，总共多少？", "公务接待费", ["3.00", "10.75", "13.75"]),
        (GENOME, "车辆购置费和运行费各多少，一共多少？", "公务用车购置及运行费 · 公务用车购置费", ["0", "10.75"]),
        # a part of it, and no part of anything else
        (GENOME, "非财政拨款的上年结转占上年结转总额的比例是多少？", "上年结转", ["49.85", "8338.91"]),
        # rows by economic nature, and the same by function
        (GENOME, "基本养老保险缴费和职业年金缴费加起来多少？", "合计", ["739.75", "470.21", "269.54", "960.00"]),
        (GENOME, "行政事业单位养老支出下面，养老保险和职业年金合计多少？", "合计", ["960.00", "640.00", "320.00"]),
        # what final accounts print of the year, not what they add up with what is carried over
        (RELICS, "全年实际支出合计是多少万元？", "本年支出合计", ["5397.53"]),
        (RELICS, "公务接待费预算0.95万元，最后花了多少？", "公务接待费 1.86 万元", ["1.86"]),
        (RELICS, "基本支出占本年支出多少，项目支出占多少？", "合计 · 基本支出", ["42.64", "2301.74", "5397.53"]),
    ],
)  # fmt: skip
def test_questions_in_pieces(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures][: len(amounts)] == amounts


def test_what_there_is_and_what_is_bought_are_two_questions() -> None:
    assert sentences_of("车辆有几辆,今年买几辆") == ["车辆有几辆", "今年买几辆"]
    assert sentences_of("政府采购预算总额多少,其中服务多少,货物多少") == [
        "政府采购预算总额多少",
        "其中服务类采购多少",
        "其中货物多少",
    ]


def test_the_day_of_a_count_is_told_in_english_too(asker: Asker) -> None:
    answer = asker.ask("How many vehicles are there, and as of what date?", GENOME).answer
    assert answer.startswith("车辆: 3 辆")
    assert "2024年7月31日" in answer


def test_a_total_of_income_is_none_of_spending(asker: Asker) -> None:
    values = [f.value for f in asker.ask("2023年支出决算合计是多少万元？", RELICS).figures]
    assert values[0] == "5397.53"
    assert "5547.48" not in values


@pytest.mark.parametrize(
    ("before", "question", "value"),
    [
        (["支出总表里住房公积金是多少？", "购房补贴呢？"], "按一般公共预算来看，它又是多少？", "222.79"),
        (["支出总表里住房公积金是多少？", "购房补贴呢？"], "用一般公共预算的口径，是多少？", "222.79"),
        (["支出总表里基本支出是多少？"], "按一般公共预算来看，它又是多少？", "4257.58"),
        (["支出总表里支出合计是多少？"], "按一般公共预算来看，它又是多少？", "16649.50"),
        (["上年结转是多少？"], "按财政拨款来看，又是多少？", "8389.76"),
        (["收入总计是多少？"], "按一般公共预算来看，它又是多少？", "16649.50"),
        (["事业收入是多少？"], "按一般公共预算来看，它又是多少？", ""),
        (["住房公积金和购房补贴各是多少？"], "按一般公共预算来看是多少？", ""),
    ],
)
def test_what_was_asked_before_of_one_kind_of_money(asker: Asker, before: list[str], question: str, value: str) -> None:
    answer = asker.ask(question, GENOME, before)
    assert [f.value for f in answer.figures][:1] == ([value] if value else [])
    assert (answer.status is Status.ANSWERED) == bool(value)


def test_a_part_of_another_whole_is_refused(asker: Asker) -> None:
    assert asker.ask("非财政拨款的上年结转占支出总计的比例是多少？", GENOME).status is Status.NOT_FOUND
