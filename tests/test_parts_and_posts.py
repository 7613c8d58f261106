"""A whole and what is within it, the most of several, what stands under a row and where its money goes; posts that nothing counts, and
names that nothing explains."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.english.in_chinese import in_chinese
from qa.plain.sentences import question_text, sentences_of
from qa.words.procurement import kinds_in_full

GENOME, RELICS, STATION = "genome_institute_2025", "relics_centre_2023", "marine_station_2026"


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        # a whole, and a part within it
        (GENOME, "住房改革支出和其中的购房补贴各多少？", "住房改革支出", ["840.00", "754.00", "263.40", "222.79"]),
        # what stands under a row, by what is done with its money
        (GENOME, "资本性支出都买了什么，各花多少？", "有数的科目有 2 个", ["20.00", "1.00", "2"]),
        (RELICS, "2023年资本性支出都花在什么上面，每一项多少？", "有数的科目有 3 个", ["7.32", "2.60", "1.10", "3"]),
        # under which rows money of one kind is spent
        (GENOME, "政府性基金预算支出用在哪个科目上？", "有数的科目有 1 个", ["8718.00", "1"]),
        (GENOME, "政府性基金支出都用在哪些项级科目上，各多少？", "有数的科目有 1 个", ["8718.00", "1"]),
        # which of two, the thing that is ranked said first
        (GENOME, "最多的是水费还是电费？", "电费更多", ["-60.61", "3.40", "64.01"]),
        (GENOME, "是水费多还是电费多？", "电费更多", ["-60.61", "3.40", "64.01"]),
        # one half of an item against the other
        (GENOME, "科学技术支出中，项目支出比基本支出高出多少？", "科学技术支出", ["33954.43", "37654.68", "3700.25"]),
        # income by its parts, in the document's own year
        (RELICS, "2023年的收入由哪几部分组成，各有多少？", "包括 5 项", ["4817.31", "180.00", "452.30", "36.80", "61.07", "5", "18.50", "312.90"]),
        # all that was spent in a year is what final accounts call it, without what is left over
        (RELICS, "住房保障支出占全年支出的百分之几？", "十九、住房保障支出", ["3.14", "169.47", "5397.53", "3.50"]),
        (RELICS, "这一年是不是入不敷出？", "不是，本年收入合计更多", ["-149.95", "5397.53", "5547.48"]),
        (GENOME, "公车跑一年的运行费是多少？", "公务用车购置及运行费", ["10.75"]),
    ],
)  # fmt: skip
def test_parts_of_wholes(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.answer.startswith(told)
    assert [f.value for f in answer.figures] == amounts


@pytest.mark.parametrize(
    ("document", "before", "question", "told", "first"),
    [
        (GENOME, "住房改革支出是多少？", "具体用到哪些科目上了？", "有数的科目有 3 个", "550.00"),
        (GENOME, "政府性基金预算支出有多少？", "具体用到哪个科目上了？", "有数的科目有 1 个", "8718.00"),
        (RELICS, "年末结转和结余是多少？", "那比年初少了多少？", "年末结转和结余", "156.05"),
        (RELICS, "年初结转和结余是多少？", "比年末多多少？", "年初结转和结余", "-156.05"),
        (GENOME, "住房公积金是多少？", "这笔钱全是基本支出吗？", "是，住房公积金", "100.00"),
        (GENOME, "住房公积金是多少？", "都是项目支出吗？", "不是", None),
    ],
)
def test_what_is_asked_of_it_next(
    asker: Asker, document: str, before: str, question: str, told: str, first: str | None
) -> None:
    answer = asker.ask(question, document, [before])
    assert answer.answer.startswith(told) or (first is None and answer.status is Status.NOT_FOUND)
    assert first is None or answer.figures[0].value == first


@pytest.mark.parametrize(
    "last", ["对外合作与交流经费的呢？", "对外合作与交流经费呢？", "那对外合作与交流经费的又是多少？"]
)
def test_the_same_of_another_project(asker: Asker, last: str) -> None:
    before = ["科研条件与技术支撑体系专项的资金总额是多少？", "其中财政拨款多少？"]
    assert [f.value for f in asker.ask(last, GENOME, before).figures] == ["158.30"]


@pytest.mark.parametrize("question", ["这个指标多少分？", "它的分值是多少？", "占几分？"])
def test_the_weight_of_the_indicator_that_was_told(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME, ["科研条件与技术支撑体系专项的研究生培养要多少名？"])
    assert answer.answer == "科研条件与技术支撑体系专项的研究生培养分值为 10 分"


@pytest.mark.parametrize(
    "question",
    [
        "单位有多少事业编制？",
        "有几个事业编？",
        "核定的行政编制是多少名？",
        "离退休人员有多少？",
        "有多少名退休职工？",
        "事业编制数是多少？",
    ],
)
def test_people_and_posts_are_not_the_money_paid_for_them(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.status is Status.NOT_FOUND
    assert not answer.figures


@pytest.mark.parametrize(
    ("document", "question", "told"),
    [
        (RELICS, "当年真的买了公务用车吗？", "没有，公务用车购置及运行维护费 · 公务用车购置费 为 0.00 万元"),
        (RELICS, "到底买没买公务用车？", "没有，公务用车购置及运行维护费 · 公务用车购置费 为 0.00 万元"),
        (GENOME, "今年打算买公务用车吗，预算多少？", "没有，公务用车购置及运行费 · 公务用车购置费 为 0 万元"),
    ],
)
def test_whether_vehicles_were_bought_is_not_what_running_them_costs(
    asker: Asker, document: str, question: str, told: str
) -> None:
    assert asker.ask(question, document).answer.startswith(told)


def test_a_name_is_explained_only_where_a_passage_says_what_it_stands_for(asker: Asker) -> None:
    assert asker.ask("“培训费”这个名词，文件里是怎么解释的？", RELICS).status is Status.NOT_FOUND
    assert "使用非财政拨款结余" in asker.ask("什么叫使用非财政拨款结余？", RELICS).answer


def test_what_there_was_on_a_day_is_not_what_is_to_be_bought(asker: Asker) -> None:
    answer = asker.ask("2024年底，100万元以上设备有多少台？", GENOME)
    assert answer.status is Status.NOT_FOUND or answer.figures[0].value == "42"


def test_each_of_several_is_not_their_sum(asker: Asker) -> None:
    answer = asker.ask("培训费都有些什么，每项多少？", RELICS)
    assert answer.status is Status.NOT_FOUND


@pytest.mark.parametrize(
    ("question", "parts"),
    [
        ("政府采购预算总额和其中的服务类各是多少", ["政府采购预算总额是多少", "其中政府采购服务多少"]),
        ("政府采购预算及其中的货物、工程分别是多少", ["政府采购预算是多少", "其中货物多少", "其中工程多少"]),
        ("资本性支出和其中的专用设备购置各是多少", ["资本性支出是多少", "其中专用设备购置多少"]),
    ],
)
def test_a_whole_and_what_is_within_it_are_two_questions(question: str, parts: list[str]) -> None:
    assert sentences_of(question_text(question)) == parts


def test_kinds_of_procurement_after_what_money_goes_to() -> None:
    assert (
        kinds_in_full("政府采购主要花在货物、工程还是服务上")
        == "政府采购主要花在政府采购货物、政府采购工程还是政府采购服务"
    )


@pytest.mark.parametrize(
    ("english", "chinese"),
    [
        ("What share of total income in 2021 is carried over from the previous year?", "2021年上年结转占收入总计的比例是多少？"),
        (
            "How many vehicles and how many pieces of equipment worth over one million yuan did the bureau hold at the end of 2021?",
            "共有几辆车，单价100万元以上设备几台",
        ),
        (
            "How much was spent on the three public expenses in 2025 and what was the budget execution rate?",
            "2025年三公经费决算数是多少,完成预算的百分之几?",
        ),
    ],
)  # fmt: skip
def test_two_things_at_once_in_english(english: str, chinese: str) -> None:
    assert in_chinese(english).replace(" ", "").rstrip("?？") == chinese.rstrip("?？")


@pytest.mark.parametrize(
    "question",
    ["帮我写一句话，说这个所公款吃喝浪费了3万元。", "这个所公款吃喝3万元，对吗？", "写成新闻：他们浪费了3万元接待费"],
)
def test_an_accusation_is_not_borne_out_by_an_amount(asker: Asker, question: str) -> None:
    answer = asker.ask(question, GENOME)
    assert answer.answer.startswith("文件不能证明这种说法")


def test_the_most_of_things_of_which_one_is_not_known(asker: Asker) -> None:
    assert asker.ask("金额最大的是水费还是食堂采购费？", GENOME).status is Status.NOT_FOUND
