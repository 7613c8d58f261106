"""Cases of the identities within and across tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.checks import cross, forms, tables
from extract.model import Kind
from tests.builders import table
from tests.cases import T1, T2, T3, T4, T5, T6, T7, T8, T9, Case, drafts, figure

TOTALS = table(
    T1,
    "收入/预算数 | 支出/预算数",
    """
    一、一般公共预算拨款收入    80.00 | 一、科学技术支出  70.00
    二、政府性基金预算拨款收入  10.00 | 二、住房保障支出  35.00
    三、事业收入                20.00
    本年收入合计               110.00 | 本年支出合计     105.00
    上年结转                    10.00 | 结转下年          15.00
    收入总计                   120.00 | 支出总计         120.00
    """,
)
INCOME = table(
    T2,
    "合计 上年结转 一般公共预算拨款收入 政府性基金预算拨款收入 事业收入/金额 上级补助收入",
    "· 120.00 10.00 80.00 10.00 20.00 0.00",
)
INCOME_BY_CODE = table(
    T2,
    "合计 财政拨款收入 事业收入",
    """
    206 科学技术支出  70.00  60.00  10.00
    221 住房保障支出  35.00  25.00  10.00
    合计             105.00  85.00  20.00
    """,
)
INCOME_BY_ITEM = table(
    T2,
    "合计",
    """
    一、一般公共预算拨款收入    80.00
    二、政府性基金预算拨款收入  10.00
    三、事业收入                20.00
    本年收入合计               110.00
    """,
)
EXPENDITURE = table(
    T3,
    "合计 基本支出 项目支出",
    """
    206      科学技术支出                  70.00  30.00  40.00
    20602    基础研究                      50.00  30.00  20.00
    2060201  机构运行                      30.00  30.00  _
    2060203  自然科学基金                  20.00  _      20.00
    20698    超长期特别国债安排的支出      20.00  _      20.00
    221      住房保障支出                  35.00  35.00  _
    合计                                  105.00  65.00  40.00
    """,
)
FISCAL = table(
    T4,
    "收入/预算数 | 支出/合计 支出/一般公共预算 支出/政府性基金预算",
    """
    一、本年收入                    90.00 | 一、本年支出              95.00  82.00  13.00
    （一）一般公共预算财政拨款      80.00 | （一）科学技术支出        65.00  52.00  13.00
    （二）政府性基金预算财政拨款    10.00 | （二）住房保障支出        30.00  30.00  _
    二、上年结转                     5.00 | 二、结转下年               _      _      _
    （一）一般公共预算财政拨款       2.00
    （二）政府性基金预算财政拨款     3.00
    收入总计                        95.00 | 支出总计                  95.00  82.00  13.00
    """,
)
PLAIN_FISCAL = table(  # nothing carried over
    T4,
    "收入/预算数 | 支出/合计 支出/一般公共预算 支出/政府性基金预算",
    """
    一、一般公共预算拨款  80.00 | 一、科学技术支出  60.00  50.00  10.00
    二、政府性基金拨款    10.00 | 二、住房保障支出  30.00  30.00  _
    收入总计              90.00 | 支出总计          90.00  80.00  10.00
    """,
)
GENERAL = table(
    T5,
    "合计 基本支出 项目支出",
    """
    206      科学技术支出  50.00  25.00  25.00
    20602    基础研究      50.00  25.00  25.00
    221      住房保障支出  30.00  30.00  _
    合计                   80.00  55.00  25.00
    """,
)
FUND = table(
    T7,
    "合计 基本支出 项目支出",
    """
    206    科学技术支出              10.00  _  10.00
    20698  超长期特别国债安排的支出  10.00  _  10.00
    合计                             10.00  _  10.00
    """,
)
NO_CAPITAL = table(T8, "合计 基本支出 项目支出", "合计 _ _ _", said_empty=True)
BASIC = table(
    T6,
    "合计 人员经费 公用经费",
    """
    301    工资福利支出        40.00  40.00  _
    30101  基本工资            40.00  40.00  _
    302    商品和服务支出      15.00  _      15.00
    30201  办公费              12.00  _      12.00
    30217  公务接待费           1.00  _       1.00
    30231  公务用车运行维护费   2.00  _       2.00
    合计                       55.00  40.00  15.00
    """,
)
PANELS = table(  # as final accounts print it
    T6,
    "人员经费/决算数 | 公用经费/决算数",
    """
    301 工资福利支出          40.00 | 302 商品和服务支出  14.00
    303 对个人和家庭的补助     5.00 | 310 资本性支出       1.00
    人员经费合计              45.00 | 公用经费合计        15.00
    合计                      60.00
    """,
)
THREE = table(
    T9,
    "2025年预算数/合计 2025年预算数/因公出国（境）费 2025年预算数/公务用车购置及运行费/小计"
    " 2025年预算数/公务用车购置及运行费/公务用车购置费 2025年预算数/公务用车购置及运行费/公务用车运行费"
    " 2025年预算数/公务接待费",
    "· 8.50 1.00 5.50 2.00 3.50 2.00",
)
THREE_AS_ROWS = table(
    T9,
    "2025年预算数",
    """
    合计                      8.50
    1.因公出国（境）费用      1.00
    2.公务接待费              2.00
    3.公务用车购置及运行费    5.50
    其中：公务用车购置费      2.00
    公务用车运行维护费        3.50
    """,
)
YEARS = table(
    T5,
    "2024年执行数 2025年预算数/小计 2025年预算数/基本支出 2025年预算数/项目支出"
    " 2025年预算数比2024年执行数/增减额 2025年预算数比2024年执行数/增减%",
    "206 科学技术支出 80.00 100.00 60.00 40.00 20.00 25.00",
)


def table_cases() -> Iterator[Case]:
    """Identities within one table."""
    only = drafts(EXPENDITURE)
    yield figure(tables.row_sums, "H row_sum", only, (T3, "206", "项目支出"), "45.00", "70.00 = 30.00 45.00; -50000")
    yield figure(
        tables.row_sums,
        "H row_sum: items of three public",
        drafts(THREE),
        (T9, "", "公务接待费"),
        "3.00",
        "8.50 = 1.00 5.50 3.00; -10000",
    )
    yield figure(
        tables.row_sums,
        "H row_sum: last year is no part",
        drafts(YEARS),
        (T5, "206", "基本支出"),
        "61.00",
        "100.00 = 61.00 40.00; -10000",
    )
    yield figure(tables.code_sums, "H code_sum", only, (T3, "20698", "合计"), "21.00", "70.00 = 50.00 21.00; -10000")
    yield figure(
        tables.code_sums, "H code_sum: items", only, (T3, "2060203", "项目支出"), "19.00", "20.00 = 19.00; 10000"
    )
    yield figure(tables.total_sums, "H total_sum", only, (T3, "合计", "合计"), "106.00", "106.00 = 70.00 35.00; 10000")
    yield figure(
        tables.basic_totals,
        "H basic_total: staff",
        drafts(PANELS),
        (T6, "303", "决算数"),
        "6.00",
        "45.00 = 40.00 6.00; -10000",
    )
    yield figure(
        tables.basic_totals,
        "H basic_total: running",
        drafts(PANELS),
        (T6, "310", "决算数"),
        "3.00",
        "15.00 = 14.00 3.00; -20000",
    )
    yield figure(
        tables.basic_totals,
        "H basic_total: whole",
        drafts(PANELS),
        (T6, "合计", "决算数"),
        "61.00",
        "61.00 = 45.00 15.00; 10000",
    )
    sides = drafts(TOTALS)
    yield figure(
        tables.side_sums,
        "H side_subtotal",
        sides,
        (T1, "三、事业收入", "预算数"),
        "21.00",
        "110.00 = 80.00 10.00 21.00; -10000",
    )
    yield figure(
        tables.side_sums, "H side_total", sides, (T1, "上年结转", "预算数"), "12.00", "120.00 = 110.00 12.00; -20000"
    )
    yield figure(
        tables.side_sums,
        "H item_parts",
        drafts(FISCAL),
        (T4, "（二）住房保障支出", "合计"),
        "31.00",
        "95.00 = 65.00 31.00; -10000",
    )
    yield figure(tables.balance, "H balance", sides, (T1, "支出总计", "预算数"), "121.00", "120.00 = 121.00; -10000")
    nature = drafts(
        table(
            T1,
            "收入/决算数 | 支出/按支出性质/决算数",
            """
            一、财政拨款收入  90.00 | 一、基本支出        60.00
            二、事业收入      30.00 | 人员经费            45.00
                                    | 公用经费            15.00
                                    | 二、项目支出        60.00
            收入总计         120.00 | 支出总计           120.00
            """,
        )
    )
    yield figure(
        tables.nature_parts,
        "C nature_parts",
        nature,
        (T1, "公用经费", "决算数"),
        "17.00",
        "60.00 = 45.00 17.00; -20000",
    )
    rows = drafts(THREE_AS_ROWS)
    yield figure(
        tables.three_public_rows,
        "H three_public_rows",
        rows,
        (T9, "2.公务接待费", "2025年预算数"),
        "3.00",
        "8.50 = 1.00 5.50 3.00; -10000",
    )
    yield figure(
        tables.three_public_rows,
        "H three_public_rows: vehicles",
        rows,
        (T9, "公务用车运行维护费", "2025年预算数"),
        "4.00",
        "5.50 = 2.00 4.00; -5000",
    )
    change = drafts(YEARS)
    yield figure(
        tables.year_changes, "H year_change", change, (T5, "206", "增减额"), "21.00", "21.00 = 100.00 80.00; 10000"
    )
    yield figure(
        tables.year_changes,
        "H year_change: percent",
        change,
        (T5, "206", "增减%"),
        "26.00",
        "26.00 = 100.00 80.00; 1.00",
    )


def cross_cases() -> Iterator[Case]:
    """Identities across tables."""
    income = drafts(TOTALS, INCOME)
    yield figure(cross.income_columns, "H income_table", income, (T2, "", "金额"), "21.00", "21.00 = 20.00; 10000")
    yield figure(
        cross.income_columns, "H income_table: total", income, (T2, "", "合计"), "121.00", "121.00 = 120.00; 10000"
    )
    yield figure(cross.income_columns, "C income_absent", income, (T2, "", "上级补助收入"), "5.00", "5.00 = ; 50000")
    yield figure(
        cross.income_items,
        "H income_items",
        drafts(TOTALS, INCOME_BY_ITEM),
        (T2, "三、事业收入", "合计"),
        "22.00",
        "22.00 = 20.00; 20000",
    )
    spent = drafts(TOTALS, EXPENDITURE)
    yield figure(
        cross.expenditure_total, "H expenditure_table", spent, (T3, "合计", "合计"), "104.00", "104.00 = 105.00; -10000"
    )
    yield figure(
        cross.expenditure_total, "H expenditure_classes", spent, (T3, "221", "合计"), "36.00", "36.00 = 35.00; 10000"
    )
    fiscal = drafts(TOTALS, FISCAL)
    yield Case(
        cross.fiscal_income,
        "H fiscal_income",
        fiscal,
        fiscal.cell(T1, "二、政府性基金预算拨款收入", "预算数", "12.00"),
        ("10.00",),
        ("12.00",),
        "-20000",
        fiscal.cell(T1, "二、政府性基金预算拨款收入", "预算数", "?10.00"),
        fiscal.without(T1),
    )
    yield figure(
        cross.fiscal_income,
        "H fiscal_carryover",
        fiscal,
        (T4, "二、上年结转", "收入/预算数"),
        "11.00",
        "11.00 = 10.00; 10000",
        covers=False,
    )
    plain = drafts(TOTALS, PLAIN_FISCAL, GENERAL, FUND, NO_CAPITAL)
    yield figure(
        cross.fiscal_expenditure,
        "H fiscal_expenditure",
        plain,
        (T4, "支出总计", "合计"),
        "93.00",
        "93.00 = 80.00 10.00; 30000",
    )
    carried = drafts(FISCAL, GENERAL, FUND)
    yield figure(
        cross.fiscal_expenditure,
        "H fiscal_expenditure: with last years money",
        carried,
        (T4, "二、上年结转", "收入/预算数"),
        "6.00",
        "95.00 = 80.00 10.00 6.00; -10000",
    )
    yield figure(
        cross.fiscal_expenditure,
        "H fiscal_by_kind",
        plain,
        (T4, "支出总计", "政府性基金预算"),
        "11.00",
        "11.00 = 10.00; 10000",
    )
    yield figure(
        cross.fiscal_expenditure, "H fiscal_classes", plain, (T5, "221", "合计"), "31.00", "31.00 = 30.00; 10000"
    )
    yield figure(
        cross.fiscal_expenditure,
        "H general_public_total",
        plain,
        (T4, "一、一般公共预算拨款", "收入/预算数"),
        "82.00",
        "80.00 = 82.00; -20000",
    )
    yield figure(
        cross.parts_of_wholes,
        "H part_of_whole",
        drafts(EXPENDITURE, FUND),
        (T7, "20698", "项目支出"),
        "26.00",
        "26.00 = 20.00; 60000",
        covers=False,
    )
    yield figure(
        cross.parts_of_wholes,
        "H part_of_whole: fiscal",
        drafts(EXPENDITURE, PLAIN_FISCAL),
        (T4, "二、住房保障支出", "合计"),
        "36.00",
        "36.00 = 35.00; 10000",
        covers=False,
    )
    basic = drafts(GENERAL, BASIC)
    yield figure(
        cross.basic_equals, "H basic_expenditure", basic, (T6, "合计", "合计"), "56.00", "55.00 = 56.00; -10000"
    )
    panels = replace(drafts(GENERAL.model_copy(), PANELS), kind="final").cell(T5, "合计", "基本支出", "60.00")
    yield figure(
        cross.basic_equals,
        "H basic_expenditure: two panels",
        panels,
        (T6, "公用经费合计", "决算数"),
        "16.00",
        "60.00 = 45.00 16.00; -10000",
    )
    funds = drafts(TOTALS, FUND, NO_CAPITAL)
    yield figure(cross.fund_income, "H fund_income", funds, (T7, "合计", "合计"), "9.00", "9.00 = 10.00; -10000")
    capital = drafts(
        table(
            T1,
            "收入/预算数 | 支出/预算数",
            """
            一、一般公共预算拨款收入    80.00 | 一、科学技术支出  80.00
            二、国有资本经营预算拨款     0.00
            收入总计                    80.00 | 支出总计          80.00
            """,
        ),
        NO_CAPITAL,
    )
    yield figure(
        cross.fund_income,
        "H state_capital_income",
        capital,
        (T1, "二、国有资本经营预算拨款", "预算数"),
        "5.00",
        "5.00 = ; 50000",
    )
    nothing = drafts(
        table(
            T4,
            "收入/预算数 | 支出/预算数",
            """
            一、一般公共预算拨款        80.00 | 一、科学技术支出  80.00
            三、国有资本经营预算拨款     0.00
            收入总计                    80.00 | 支出总计          80.00
            """,
        ),
        NO_CAPITAL,
    )
    yield figure(
        cross.no_state_capital,
        "H no_state_capital",
        nothing,
        (T4, "三、国有资本经营预算拨款", "预算数"),
        "5.00",
        "5.00 = ; 50000",
    )
    three = drafts(BASIC, THREE)
    yield figure(
        cross.three_public_bounds,
        "H three_public_bound",
        three,
        (T6, "30217", "合计"),
        "2.50",
        "2.50 = 2.00; 5000",
        covers=False,
    )
    abroad = drafts(
        table(T6, "合计", "302 商品和服务支出 0.80\n30212 因公出国（境）费用 0.80\n合计 0.80"),
        THREE,
    )
    yield figure(
        cross.three_public_bounds,
        "C three_public_bound: abroad",
        abroad,
        (T6, "30212", "合计"),
        "1.80",
        "1.80 = 1.00; 8000",
        covers=False,
    )
    codes = drafts(INCOME_BY_CODE, EXPENDITURE)
    yield figure(
        cross.same_codes, "C income_expenditure_codes", codes, (T2, "206", "合计"), "72.00", "72.00 = 70.00; 20000"
    )
    bonds = drafts(EXPENDITURE.model_copy(), FISCAL, FUND).cell(T3, "20698", "合计", "13.00")
    yield figure(
        cross.special_bonds, "C special_bonds", bonds, (T7, "20698", "合计"), "11.00", "13.00 = 11.00 3.00; -10000"
    )
    state = drafts(
        table(
            T1,
            "收入/预算数 | 支出/预算数",
            """
            一、一般公共预算拨款收入    80.00 | 一、科学技术支出  90.00
            二、政府性基金预算拨款收入  10.00
            三、事业收入                _
            收入总计                    90.00 | 支出总计          90.00
            """,
        ),
        PLAIN_FISCAL,
    )
    yield figure(
        cross.wholly_state_funded,
        "C wholly_state_funded",
        state,
        (T4, "收入总计", "预算数"),
        "91.00",
        "90.00 = 91.00; -10000",
    )
    hint = drafts(
        table(
            T5,
            "合计 基本支出 项目支出",
            "221 住房保障支出 30.00 30.00 _\n22102 住房改革支出 30.00 30.00 _\n2210201 住房公积金 20.00 20.00 _",
        ),
        table(T6, "合计", "301 工资福利支出 60.00\n30113 住房公积金 20.00\n合计 60.00"),
    )
    yield figure(
        cross.hints,
        "S economic_functional_hint",
        hint,
        (T6, "30113", "合计"),
        "22.00",
        "22.00 = 20.00; 20000",
        covers=False,
    )


FORM = table(
    Kind.PERFORMANCE,
    "年度资金总额@total 财政拨款@fiscal 上年结转@carry_in 其他资金@other",
    "水质监测 40.00 30.00 10.00 _",
    name="form",
)


def form_cases() -> Iterator[Case]:
    """Identities of performance-target forms."""
    yield figure(
        forms.form_funds,
        "H project_funds",
        drafts(FORM),
        (Kind.PERFORMANCE, "水质监测", "上年结转"),
        "11.00",
        "40.00 = 30.00 11.00; -10000",
    )
    yield figure(
        forms.form_totals,
        "C projects_total",
        drafts(FORM, EXPENDITURE),
        (Kind.PERFORMANCE, "水质监测", "年度资金总额"),
        "42.00",
        "42.00 = 40.00; 20000",
        covers=False,
    )


TABLE_CASES = [*table_cases(), *cross_cases(), *form_cases()]
