"""Where in a table something is written (翻到某表), what is said of one row in two tables, the ends of a list with their gap, budgets and what
was spent of several items, costs that are called by what they are for, and what is asked of two halves after one another."""

import pytest

from qa.answer import Status
from qa.ask import Asker
from qa.outcomes.where_apart import where_cut_off
from qa.plain.set_phrases import in_set_phrases
from qa.plain.told_beside import without_what_is_told
from qa.plain.turns_of_money import turned_plain
from qa.plain.words_of_asking import in_plain_words

GENOME, RELICS = "genome_institute_2025", "relics_centre_2023"


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("翻到支出总表,提租补贴写的什么数?", "支出总表里提租补贴是多少"),
        ("打开收支总表,事业收入填了什么数字", "收支总表里事业收入是多少"),
        ("今年的收入比上一年增加了,这话准不准?", "今年的收入比上一年增加了,对吗"),
        ("今年的收入比上一年增加了,这个说法站得住脚吗", "今年的收入比上一年增加了,对吗"),
        ("请指出人员经费栏中没有填数的各个科目", "人员经费里哪些科目是空的"),
        ("列出公用经费栏里有数的所有科目", "公用经费里哪些科目有数"),
        ("列一列甲项目绩效目标表设的三级指标", "甲项目绩效目标表有哪些三级指标"),
        ("把行政运行拆成基本、项目两类支出,分别报数,再给出总数", "行政运行的基本支出和项目支出各是多少,合计是多少"),
        (
            "改问服务类:金额,以及它在采购总额里的百分比",
            "政府采购服务的金额是多少？政府采购服务占采购总额的百分之几",
        ),
        ("甲补贴、乙补贴同3万元的丙补贴之间是怎么一回事", "丙补贴和甲补贴、乙补贴有什么关系"),
    ],
)
def test_words_of_asking(said: str, plain: str) -> None:
    assert in_plain_words(said) == plain


@pytest.mark.parametrize(
    "said",
    ["翻到支出总表", "为什么提租补贴那么多", "今年的收入比上一年增加了多少", "这话是谁说的", "请指出人员经费是多少"],
)
def test_other_words_stay_as_they_are(said: str) -> None:
    assert in_plain_words(said) == ""


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        (
            "科学技术支出在支出总表是一个数,在一般公共预算支出表的2023年小计又是另一个数,分别报一下并算出差额",
            "科学技术支出在支出总表和一般公共预算支出表里各是多少，差多少",
        ),
        (
            "公务接待费有两个数:三公经费表一个,基本支出表另一个。前者高出后者多少万元?",
            "公务接待费在三公经费表里比基本支出表多多少",
        ),
        (
            "公务接待费有两个数:三公经费表一个,基本支出表另一个。后者比前者少多少?",
            "公务接待费在基本支出表里比三公经费表少多少",
        ),
        ("公务接待费有两个数:三公经费表一个,基本支出表另一个。为什么?", ""),
    ],
)
def test_one_row_in_two_tables(said: str, plain: str) -> None:
    assert without_what_is_told(said) == (plain or said)


def test_rows_that_two_tables_print_otherwise() -> None:
    asked = "科学技术支出这一类里,支出总表和一般公共预算支出表对不上的有两个款级科目,是哪两个,各自差多少万元"
    assert where_cut_off(asked) == ["科学技术支出在支出总表和一般公共预算支出表里相差多少", "差在哪几个款级科目"]
    assert where_cut_off("支出总表和收支总表一致吗") == ["支出总表和收支总表一致吗"]


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("三公合计多少,里面留给出国(境)的是多少?", "三公合计多少,其中出国(境)是多少?"),
        (
            "在商品和服务支出的明细中,最大的一笔与最小的一笔分别是什么,差额多少元?",
            "商品和服务支出下面最大的一项比最小的一项多多少",
        ),
        ("购房补贴呢?再把两项并在一起一共多少?", "购房补贴呢?两项合计多少?"),
        ("车辆有几辆?今年还要买多少?", "车辆有几辆？今年打算购置车辆多少辆?"),
        ("在商品和服务支出的明细中,最大的一笔和最大的两笔分别是什么,差额多少", ""),
        ("现有多少辆车?今年还要卖多少?", ""),
    ],
)
def test_what_is_told_together(said: str, plain: str) -> None:
    assert in_set_phrases(said) == (plain or said)


@pytest.mark.parametrize(
    ("said", "plain"),
    [
        ("公用经费占基本支出的百分之几(取两位小数)", "公用经费占基本支出的百分之几"),
        ("财政拨款收入撑起了收入总计的多大比例,算到小数点后两位", "财政拨款收入占收入总计的多大比例"),
        ("工资福利支出中津贴补贴的分量有多重,请给出百分比", "工资福利支出中津贴补贴占百分之几"),
        ("一般公共预算的基本支出,百分之几是公用经费?", "公用经费占一般公共预算的基本支出的百分之几?"),
        ("物业管理费如果摊到12个月,每个月大概要付多少", "物业管理费平均每个月要付多少"),
        ("养一辆车要多少钱?请拿三公经费里的公务用车运行费除以该所现有车辆总数", "平均每辆车的公务用车运行费是多少"),
        ("公用经费的各个明细里,不足100万元的有几项", "公用经费里不足100万元的科目有几个"),
        ("有多少进账记在其他收入里?", "其他收入有多少?"),
        ("2020年度的一般公共预算财政拨款支出,从本年数和增加额看,原来是多少", "2020年度的一般公共预算财政拨款支出倒推是多少"),
        ("其他收入是多少", "其他收入是多少"),
        ("公用经费的明细有哪些", "公用经费的明细有哪些"),
        ("补贴企业多少钱,百分之几是利息?", "利息占补贴企业多少钱的百分之几?"),
    ],
)  # fmt: skip
def test_turns(said: str, plain: str) -> None:
    assert turned_plain(said) == plain


@pytest.mark.parametrize(
    ("document", "question", "told", "amounts"),
    [
        (GENOME, "翻到支出总表，提租补贴那一行写的什么数？", "提租补贴", ["26.60"]),
        (GENOME, "专项基础科研这一行，支出总表的合计栏写了什么数？", "专项基础科研", ["16060.24"]),
        (GENOME, "请指出人员经费栏中没有填数的各个科目。", "空白的科目有 15 个", ["15"]),
        (GENOME, "列一列“对外合作与交流经费”绩效目标表设的三级指标。", "对外合作与交流经费有 8 个指标", ["8"]),
        (GENOME, "印刷、租赁、会议这三笔凑到一起要多少钱？", "合计", ["32.00", "18.00", "10.00", "4.00"]),
        (GENOME, "水、电、取暖三项一共多少？", "合计", ["77.41", "3.40", "64.01", "10.00"]),
        (GENOME, "上百万元（单价100万元以上）的设备手头有几台套？2025年打算再添多少？", "单位价值100万元以上的设备 42 台", ["42", "6"]),
        (GENOME, "科学技术支出在支出总表是一个数，在一般公共预算支出表又是另一个数，算出差额。", "不一致", ["41354.93", "15155.75", "26199.18"]),
        (GENOME, "商品和服务支出的明细中，最大的一笔与最小的一笔分别是什么，差额多少元？", "物业管理费", ["107.00"]),
        (GENOME, "一般公共预算的基本支出，百分之几是公用经费？", "公用经费", ["10.41", "443.16", "4257.58"]),
        (RELICS, "公务接待费这块，批了多少、最后报了多少？", "公务接待费", ["3.00", "1.86"]),
        (RELICS, "因公出国费和公务接待费的预算数和决算数各是多少？", "因公出国", ["5.00", "3.00", "0.00", "1.86"]),
        (RELICS, "把文物拆成基本、项目两类支出，分别报数，再给出总数", "文物", ["1703.85", "2873.14", "4576.99"]),
    ],
)  # fmt: skip
def test_what_they_ask(asker: Asker, document: str, question: str, told: str, amounts: list[str]) -> None:
    answer = asker.ask(question, document)
    assert answer.status is Status.ANSWERED
    assert told in answer.answer
    assert set(amounts) <= {f.value for f in answer.figures}


@pytest.mark.parametrize(
    ("history", "question", "amounts"),
    [
        (
            ["基本支出在支出总表中占百分之几？", "那项目支出占多大份额？"],
            "若只看一般公共预算，上面两个占比各为百分之几？",
            ["25.57", "74.43"],
        ),
        (["基本支出在支出总表中占百分之几？"], "那要是换成一般公共预算支出，基本和项目两块各占多少？", ["25.57", "74.43"]),
        # one item that two tables print is not added up with itself
        (["住房公积金是多少？"], "购房补贴呢？再把两项并在一起一共多少？", ["263.40", "813.40"]),
    ],
)  # fmt: skip
def test_after_one_another(asker: Asker, history: list[str], question: str, amounts: list[str]) -> None:
    answer = asker.ask(question, GENOME, history)
    assert answer.status is Status.ANSWERED
    assert set(amounts) <= {f.value for f in answer.figures}


@pytest.mark.parametrize(
    ("document", "question"),
    [
        (RELICS, "其他收入具体由哪些单位或哪些业务交来？"),
        (GENOME, "科学技术支出用于修建哪几处实验场地？"),
        (GENOME, "印刷、租赁、被装这三笔凑到一起要多少钱？"),  # of one of which there is nothing
        (GENOME, "2025年打算再添多少？"),  # of what
    ],
)
def test_what_is_not_told_is_refused(asker: Asker, document: str, question: str) -> None:
    assert asker.ask(question, document).status is Status.NOT_FOUND
