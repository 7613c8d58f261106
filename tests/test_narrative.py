"""Figures told in prose: which numbers of a sentence are figures, what each is called, and how it relates to its item."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.model import Fact
from extract.narrative import item_of, mentions, read_facts
from tests.builders import prose, told

Told = tuple[str, str, str, str]

OPERATION = "科学技术支出(类)基础研究(款)机构运行(项)"


def said(text: str) -> list[Told]:
    """Name, value, unit and relation of each figure in a sentence."""
    return [(fact.name, f"{fact.value:f}", fact.unit, fact.relation) for fact in told(text)]


def only(text: str) -> Fact:
    (fact,) = told(text)
    return fact


# --- amounts ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("本单位2025年收入总计1,234.50万元。", [("收入总计", "1234.50", "万元", "amount")]),
        ("一、收入总计100万元。", [("收入总计", "100", "万元", "amount")]),
        (
            "2025年政府采购预算总额9.00万元，分别是货物预算3.00万元、工程预算4.00万元、服务预算2.00万元。",
            [
                ("政府采购预算总额", "9.00", "万元", "amount"),
                ("货物预算", "3.00", "万元", "amount"),
                ("工程预算", "4.00", "万元", "amount"),
                ("服务预算", "2.00", "万元", "amount"),
            ],
        ),
        ("3.公务接待费3万元。", [("公务接待费", "3", "万元", "amount")]),
        ("（2）公务用车运行费16.20万元。", [("公务用车运行费", "16.20", "万元", "amount")]),
        ("（一）因公出国（境）费0.00万元，与2024年预算持平。", [("因公出国(境)费", "0.00", "万元", "amount")]),
        ("2025年“三公”经费预算数为13.75万元。", [("三公经费", "13.75", "万元", "amount")]),
        ("2025年机关运行经费预算为0.00万元。", [("机关运行经费预算", "0.00", "万元", "amount")]),
        ("其中：教育收费15.00万元。", [("教育收费", "15.00", "万元", "amount")]),
        ("公务接待费30,000元。", [("公务接待费", "30000", "元", "amount")]),
        ("其他收入0.5亿元。", [("其他收入", "0.5", "亿元", "amount")]),
        ("人员经费40万，公用经费10万。", [("人员经费", "40", "万", "amount"), ("公用经费", "10", "万", "amount")]),
        ("２０２５年收入总计１２．５０万元。", [("收入总计", "12.50", "万元", "amount")]),
        ("其他收入-3.50万元。", [("其他收入", "-3.50", "万元", "amount")]),
        ("其他收入－3.50万元。", [("其他收入", "-3.50", "万元", "amount")]),
        (
            "2025年政府采购预算总额1,136.02万元，其中：货物预算310.80万元、工程预算40.00万元、服务预算785.22万元。",
            [
                ("政府采购预算总额", "1136.02", "万元", "amount"),
                ("货物预算", "310.80", "万元", "amount"),
                ("工程预算", "40.00", "万元", "amount"),
                ("服务预算", "785.22", "万元", "amount"),
            ],
        ),
        (
            "人员经费100.00万元，主要包括：基本工资、津贴补贴；公用经费20.00万元，主要包括：办公费、水费。",
            [("人员经费", "100.00", "万元", "amount"), ("公用经费", "20.00", "万元", "amount")],
        ),
        (
            "一般公共预算拨款收入1,000.00万元（其中：上年结转100.00万元）。",
            [("一般公共预算拨款收入", "1000.00", "万元", "amount"), ("上年结转", "100.00", "万元", "amount")],
        ),
    ],
)
def test_an_amount_is_named_by_the_words_before_it(text: str, figures: list[Told]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize("minus", ["-", "－", "−", "–"])
def test_a_minus_is_read_however_it_is_drawn_or_the_figure_is_not_read(minus: str) -> None:
    assert [fact.value for fact in told(f"其他收入{minus}3.50万元。")] in ([Decimal("-3.50")], [])


def test_the_year_beside_an_amount_is_its_year_and_not_its_name() -> None:
    fact = only("本单位2025年收入总计1,234.50万元。")
    assert (fact.item, fact.year, fact.amount_yuan, fact.decimals) == ("收入总计", 2025, Decimal("12345000"), 2)


def test_a_total_told_for_both_sides_is_named_without_its_verb() -> None:
    assert said("2025年度收入总计、支出总计均为5,878.88万元。") == [("收入总计、支出总计", "5878.88", "万元", "amount")]


@given(st.integers(0, 10**12), st.integers(0, 4), st.sampled_from(["元", "万元", "亿元"]), st.booleans())
def test_an_amount_is_read_with_its_exact_value_and_decimals(
    digits: int, decimals: int, unit: str, grouped: bool
) -> None:
    value = Decimal(digits).scaleb(-decimals)
    fact = only(f"公务接待费{value:{',' if grouped else ''}f}{unit}。")
    assert (fact.name, fact.value, fact.decimals, fact.unit) == ("公务接待费", value, decimals, unit)


# --- shares, changes, facets -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "支出总计90.00万元，其中：基本支出60.00万元，占66.67%；项目支出30.00万元，占33.33%。",
            [
                ("支出总计", "90.00", "万元", "amount"),
                ("基本支出", "60.00", "万元", "amount"),
                ("基本支出占比", "66.67", "%", "share"),
                ("项目支出", "30.00", "万元", "amount"),
                ("项目支出占比", "33.33", "%", "share"),
            ],
        ),
        (
            "授予中小企业合同金额700.00万元，占政府采购支出总额的70.00%。",
            [
                ("授予中小企业合同金额", "700.00", "万元", "amount"),
                ("授予中小企业合同金额占政府采购支出总额比", "70.00", "%", "share"),
            ],
        ),
        (
            "本年收入合计547.48万元，占９０.０８％。",
            [("本年收入合计", "547.48", "万元", "amount"), ("本年收入合计占比", "90.08", "%", "share")],
        ),
    ],
)
def test_a_share_belongs_to_the_amount_before_it(text: str, figures: list[Told]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "2025年一般公共预算支出900.00万元，比2024年执行数减少12.30万元，下降1.35%。",
            [
                ("一般公共预算支出", "900.00", "万元", "amount"),
                ("一般公共预算支出比2024年执行数减少", "12.30", "万元", "decrease"),
                ("一般公共预算支出下降", "1.35", "%", "decrease"),
            ],
        ),
        (
            "财政拨款收入5,673万元，比2024年预算增加288万元。",
            [("财政拨款收入", "5673", "万元", "amount"), ("财政拨款收入比2024年预算增加", "288", "万元", "increase")],
        ),
        (
            "公务接待费3.00万元，较上年减少0.20万元，减幅6.25%。",
            [
                ("公务接待费", "3.00", "万元", "amount"),
                ("公务接待费较上年减少", "0.20", "万元", "decrease"),
                ("公务接待费减幅", "6.25", "%", "decrease"),
            ],
        ),
        (
            "公务接待费3.00万元，同比增长5.00%。",
            [("公务接待费", "3.00", "万元", "amount"), ("公务接待费增长", "5.00", "%", "increase")],
        ),
        (
            "公务接待费3.00万元（与2024年相比压减0.40万元）。",
            [("公务接待费", "3.00", "万元", "amount"), ("公务接待费与2024年相比压减", "0.40", "万元", "decrease")],
        ),
    ],
)
def test_a_change_is_a_magnitude_with_its_direction_in_the_name(text: str, figures: list[Told]) -> None:
    assert said(text) == figures


def test_a_base_told_inside_a_comparison_is_last_years() -> None:
    prior, change, percent = told("2025年收入预算100.00万元，比上年预算数90.00万元增加10.00万元，增长11.11%。")[1:]
    assert (prior.item, prior.relation) == ("收入预算", "prior")
    assert (change.item, change.relation) == ("收入预算", "increase")
    assert (percent.item, percent.relation) == ("收入预算", "increase")


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "1.科学技术支出（类）基础研究（款）机构运行（项）。年初预算为390.56万元，支出决算为381.20万元，完成年初预算的97.60%。",
            [
                (f"{OPERATION}：年初预算", "390.56", "万元", "budgeted"),
                (f"{OPERATION}：支出决算", "381.20", "万元", "amount"),
                (f"{OPERATION}完成预算的比例", "97.60", "%", "completion"),
            ],
        ),
        (
            "科学技术支出（类）基础研究（款）机构运行（项）2025年预算数为390.56万元，比2024年执行数增加20.10万元，增长5.43%。",
            [
                (OPERATION, "390.56", "万元", "amount"),
                (f"{OPERATION}比2024年执行数增加", "20.10", "万元", "increase"),
                (f"{OPERATION}增长", "5.43", "%", "increase"),
            ],
        ),
        (
            "科学技术支出（类）基础研究（款）机构运行（项）2024年执行数为350.00万元，2025年预算数为390.56万元。",
            [
                (f"{OPERATION}：2024年执行数", "350.00", "万元", "prior"),
                (f"{OPERATION}：2025年预算数", "390.56", "万元", "amount"),
            ],
        ),
        (
            "公务接待费支出决算1.86万元，完成预算的62.00%，占“三公”经费的7.64%。",
            [
                ("公务接待费：支出决算", "1.86", "万元", "amount"),
                ("公务接待费完成预算的比例", "62.00", "%", "completion"),
                ("公务接待费占“三公”经费比", "7.64", "%", "share"),
            ],
        ),
        (
            "公务用车购置费预算数为20.00万元，决算数为18.50万元。",
            [("公务用车购置费", "20.00", "万元", "amount"), ("公务用车购置费：决算数", "18.50", "万元", "amount")],
        ),
    ],
)
def test_the_facets_of_an_item_carry_its_name(text: str, figures: list[Told]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize(
    ("text", "item"),
    [
        (
            "2024年度一般公共预算财政拨款支出年初预算为100.00万元，支出决算为90.00万元，完成年初预算的90.00%。",
            "一般公共预算财政拨款支出",
        ),
        ("公务接待费全年预算为100.00万元，支出决算为90.00万元，完成全年预算的90.00%。", "公务接待费"),
    ],
)
def test_budget_and_final_account_of_one_sentence_are_of_one_item(text: str, item: str) -> None:
    assert [(fact.item, f"{fact.value:f}", fact.relation) for fact in told(text)] == [
        (item, "100.00", "budgeted"),
        (item, "90.00", "amount"),
        (item, "90.00", "completion"),
    ]


@pytest.mark.parametrize("measure", ["执行数", "决算数", "预算数"])
def test_last_years_number_beside_this_years_is_told_apart(measure: str) -> None:
    this, prior = told(f"公务接待费2025年预算数为3.00万元，2024年{measure}为2.50万元。")
    assert (this.item, this.relation, this.year) == ("公务接待费", "amount", 2025)
    assert (prior.item, prior.relation) == ("公务接待费", "prior")


# --- counts ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (
            "截至2025年12月31日，本单位共有车辆6辆，其中：机要通信用车1辆、其他用车5辆；单价100万元以上设备3台（套）。",
            [
                ("车辆", "6", "辆", "amount"),
                ("机要通信用车", "1", "辆", "amount"),
                ("其他用车", "5", "辆", "amount"),
                ("单价100万元以上设备", "3", "台(套)", "amount"),
            ],
        ),
        (
            "全年接待国内来访12批次、96人次，其中外事接待2批次、11人次。",
            [
                ("全年接待国内来访", "12", "批次", "amount"),
                ("全年接待国内来访", "96", "人次", "amount"),
                ("外事接待", "2", "批次", "amount"),
                ("外事接待", "11", "人次", "amount"),
            ],
        ),
        (
            "公务用车购置费支出决算为18.5万元，购置公务用车1辆。",
            [("公务用车购置费：支出决算", "18.5", "万元", "amount"), ("购置公务用车", "1", "辆", "amount")],
        ),
        (
            "编报绩效目标的项目共9个，涉及资金1,793.68万元。",
            [("编报绩效目标的项目", "9", "个", "amount"), ("资金", "1793.68", "万元", "amount")],
        ),
        ("办公用房面积1,200平方米。", [("办公用房面积", "1200", "平方米", "amount")]),
        ("因公出国（境）团组2个。", [("因公出国(境)团组", "2", "个", "amount")]),
        ("车辆数为3。", [("车辆数", "3", "", "amount")]),
    ],
)
def test_counts_are_read_with_what_they_count(text: str, figures: list[Told]) -> None:
    assert said(text) == figures


@pytest.mark.parametrize("comma", ["，", ",", "、", "；"])
def test_a_count_that_follows_a_comma_at_once_is_read(comma: str) -> None:
    found = told(f"公务接待12批次{comma}96人次。")
    assert [(f"{fact.value:f}", fact.unit) for fact in found] == [("12", "批次"), ("96", "人次")]


# --- no figures ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "2025年4月18日公布。",
        "二十大报告提出，到2035年基本实现。",
        "根据《关于加强经费管理的通知》（财预〔2016〕17号）和厅字[2018]5号文件执行。",
        "国发〔2015〕35号。",
        "（一）基本情况",
        "1.机构设置",
        "第3季度完成。",
        "第三部分2025年预算",
        "电话：010-12345678。",
        "标准GB 3838-2002和型号X200。",
        "比例为1:2。",
        "收入1,23,456万元。",
        "安排5-10万元。",
        "收支总表........3",
        "一、收支总表…………………3",
        "科目代码2060201。",
        "",
    ],
)
def test_years_dates_document_numbers_and_enumerators_are_no_figures(text: str) -> None:
    assert said(text) == []


@pytest.mark.parametrize(
    ("text", "name", "count", "unit"),
    [
        ("单价100万元以上设备 3 台。", "单价100万元以上设备", "3", "台"),
        ("单位价值50万元以上通用设备2台（套）。", "单位价值50万元以上通用设备", "2", "台(套)"),
        ("单价100万元（含）以上设备（不含车辆）14台（套）。", "单价100万元(含)以上设备(不含车辆)", "14", "台(套)"),
        ("单价50万元以下的设备2台。", "单价50万元以下的设备", "2", "台"),
        ("单台价值在100万元及以上的设备2台。", "单台价值在100万元及以上的设备", "2", "台"),
        ("价值200万元以上大型设备4台（套）。", "价值200万元以上大型设备", "4", "台(套)"),
        ("100万元以上的项目5个。", "100万元以上的项目", "5", "个"),
        ("预算50万元以上的项目2个。", "预算50万元以上的项目", "2", "个"),
    ],
)
def test_a_threshold_is_part_of_the_name_and_no_figure(text: str, name: str, count: str, unit: str) -> None:
    assert said(text) == [(name, count, unit, "amount")]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("依据京财预〔2024〕1234号文件，2025年安排会议费50.00万元。", "50.00"),
        ("2025年1-6月支出20.00万元。", "20.00"),
        ("在2024年12月31日前支付10.00万元。", "10.00"),
        ("24小时值班，365天不间断，经费10.00万元。", "10.00"),
        ("表5中列示支出10.00万元。", "10.00"),
        ("（3）2025年项目支出120.50万元。", "120.50"),
        ("机构运行（2060201）支出100.00万元。", "100.00"),
        ("上年结转2,024万元。", "2024"),
    ],
)
def test_the_amount_beside_a_date_or_a_number_of_another_kind_is_the_only_figure(text: str, value: str) -> None:
    assert [figure[1] for figure in said(text)] == [value]


@given(st.integers(2000, 2099), st.integers(1, 12), st.integers(1, 31), st.integers(1, 9999))
def test_no_year_month_day_or_document_number_is_ever_a_figure(year: int, month: int, day: int, number: int) -> None:
    text = f"根据财预〔{year}〕{number}号文件，于{year}年{month}月{day}日公布{year}年度预算，公务接待费1.25万元。"
    assert [fact.value for fact in told(text)] == [Decimal("1.25")]


# --- places and doubts -----------------------------------------------------------------------------------------------


def test_a_figure_without_any_name_is_in_doubt() -> None:
    assert only("12.50万元").doubts == ("unnamed",)
    assert only("会议费12.50万元").doubts == ()


def test_a_number_that_goes_on_overleaf_is_in_doubt() -> None:
    text = prose("收入总计1,234.50万元", pages=(1, 2))
    (fact,) = read_facts([text])
    assert fact.value == Decimal("1234.50")
    assert fact.doubts == ("page_break",)
    assert fact.page == 1


def test_the_box_of_a_figure_is_around_its_digits() -> None:
    fact = only("会议费2.30万元")
    assert fact.digits == (80.0, 92.0, 120.0, 102.0)
    assert fact.box == (50.0, 92.0, 140.0, 102.0)


def test_figures_know_their_paragraph_section_and_sentence() -> None:
    texts = [prose("说明。"), prose("收入总计9.00万元。支出总计8.00万元。", "二、/关于收支总表的说明")]
    income, expenditure = read_facts(texts)
    assert (income.paragraph, income.at, income.section) == (1, 4, "二、/关于收支总表的说明")
    assert texts[1].folded[expenditure.at :].startswith("8.00")
    assert expenditure.sentence == "支出总计8.00万元"


def test_mentions_tell_where_the_digits_stand_and_what_stands_before_them() -> None:
    text = "支出90.00万元,占66.67%"
    assert [(m.digits, m.unit, m.clause, text[m.start : m.end]) for m in mentions(text)] == [
        ("90.00", "万元", "支出", "90.00万元"),
        ("66.67", "%", "占", "66.67%"),
    ]


@given(
    st.text(
        alphabet="收入支出预算占比减少增加为的，。；：（）()、0123456789.,%万元年月日号〔〕辆台-一二三其中", max_size=60
    )
)
def test_no_wording_stops_the_reader_and_every_figure_stands_in_its_sentence(text: str) -> None:
    paragraph = prose(text)
    for fact in read_facts([paragraph]):
        digits = paragraph.folded[fact.at :].lstrip("-").replace(",", "")
        assert digits.startswith(f"{abs(fact.value):f}".rstrip("0").rstrip(".")) or digits[0] == "0"
        assert fact.name


@pytest.mark.parametrize(
    ("clause", "item"),
    [
        ("其中:一般公共预算拨款收入", "一般公共预算拨款收入"),
        ("我单位2025年收入总计", "收入总计"),
        ("本单位共有车辆", "车辆"),
        ("1.公务接待费", "公务接待费"),
        ("“三公”经费预算数为", "三公经费"),
        ("以及其他收入共计", "其他收入"),
        ("有效期", "有效期"),
        ("有关经费", "有关经费"),
        ("共计", ""),
    ],
)
def test_an_item_is_its_clause_without_connectives_and_verbs(clause: str, item: str) -> None:
    assert item_of(clause) == item
