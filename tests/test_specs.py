"""Titles, headers and row labels of the standard tables, in the words that different families of documents use."""

import pytest

from extract.model import Kind
from extract.specs import BY_KIND, SPECS, column_role, measure_of, role_of, title_kind, year_of

TITLES = {
    Kind.INCOME_EXPENDITURE: [
        "收支总表",
        "部门收支总表",
        "单位收支总体情况表",
        "部门收支总体情况表",
        "2026年预算单位财务收支预算总表",
        "收入支出决算总表",
        "2023年度收入支出决算总表",
        "收支预算总表",
        "表一：收支总表",
        "附表1 收支总表",
        "1．收支总表",
        "部门收支总表（续）",
        "收支总表（单位：万元）",
    ],
    Kind.INCOME: [
        "收入总表",
        "部门收入总表",
        "部门收入总体情况表",
        "2026年预算单位收入预算总表",
        "收入决算表",
        "单位收入总表",
        "表二 收入总表",
        "收入预算总表（续表）",
    ],
    Kind.EXPENDITURE: [
        "支出总表",
        "部门支出总表",
        "部门支出总体情况表",
        "2026年预算单位支出预算总表",
        "支出决算表",
        "单位支出总表",
        "支出预算表",
        "附表3：支出总表",
    ],
    Kind.FISCAL: [
        "财政拨款收支总表",
        "财政拨款收支总体情况表",
        "2026年预算单位财政拨款收支预算总表",
        "财政拨款收入支出决算总表",
        "部门财政拨款收支总表",
        "财政拨款收支预算总表（续）",
    ],
    Kind.GENERAL_PUBLIC: [
        "一般公共预算支出表",
        "一般公共预算支出情况表",
        "一般公共预算财政拨款支出决算表",
        "2026年预算单位一般公共预算支出功能分类预算表",
        "一般公共预算支出表（按功能分类科目）",
        "一般公共预算财政拨款支出预算表",
    ],
    Kind.BASIC: [
        "一般公共预算基本支出表",
        "一般公共预算基本支出情况表",
        "2026年预算单位一般公共预算基本支出部门预算经济分类预算表",
        "一般公共预算财政拨款基本支出决算明细表",
        "一般公共预算财政拨款基本支出决算表",
        "财政拨款基本支出预算表",
    ],
    Kind.GOVERNMENT_FUND: [
        "政府性基金收支表",
        "政府性基金预算支出表",
        "政府性基金预算支出情况表",
        "2026年预算单位政府性基金预算支出功能分类预算表",
        "政府性基金预算财政拨款收入支出决算表",
    ],
    Kind.STATE_CAPITAL: [
        "国有资本经营预算支出表",
        "国有资本经营预算支出情况表",
        "国有资本经营预算财政拨款支出决算表",
        "2026年预算单位国有资本经营预算支出功能分类预算表",
    ],
    Kind.THREE_PUBLIC: [
        "“三公”经费支出表",
        "一般公共预算“三公”经费支出表",
        "一般公共预算“三公”经费支出情况表",
        "财政拨款“三公”经费支出决算表",
        "2026年单位“三公”经费和机关运行经费预算表",
        "一般公共预算财政拨款“三公”经费支出预算表",
        "财政拨款三公经费支出表",
    ],
    Kind.PERFORMANCE: [
        "项目支出绩效目标表",
        "项目绩效目标表",
        "国家基因组科学数据中心2024项目绩效目标表",
        "部门整体支出绩效目标表",
        "项目支出绩效自评表",
        "预算绩效目标申报表",
    ],
    Kind.OTHER: [
        "政府采购预算表",
        "政府采购预算明细表",
        "项目支出表",
        "政府购买服务预算财政拨款明细表",
        "国有资产占有使用情况表",
        "机关运行经费预算表",
        "部门单位构成情况表",
        "非税收入情况表",
        "一般公共预算支出经济分类汇总表",
    ],
}


@pytest.mark.parametrize(
    ("title", "kind"), [(title, kind) for kind, titles in TITLES.items() for title in titles], ids=lambda v: str(v)
)
def test_a_title_says_which_table_follows(title: str, kind: Kind) -> None:
    assert title_kind(title) is kind


def test_every_standard_table_is_known_by_its_own_name() -> None:
    assert {spec.kind: title_kind(spec.name) for spec in SPECS} == {spec.kind: spec.kind for spec in SPECS}


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("表一 一般公共预算支出表", Kind.GENERAL_PUBLIC),
        ("附表5一般公共预算支出表", Kind.GENERAL_PUBLIC),
        ("附表六 一般公共预算基本支出表", Kind.BASIC),
        ("附表9“三公”经费支出表", Kind.THREE_PUBLIC),
        ("表八 “三公”经费支出表", Kind.THREE_PUBLIC),
        ("9.“三公”经费支出表", Kind.THREE_PUBLIC),
        ("表十 项目绩效目标表", Kind.PERFORMANCE),
        ("1-1 收支总表", Kind.INCOME_EXPENDITURE),
    ],
)
def test_a_tables_number_is_told_from_the_numerals_its_title_begins_with(title: str, kind: Kind) -> None:
    assert title_kind(title) is kind


@pytest.mark.parametrize("kind", list(TITLES))
@pytest.mark.parametrize("way", ["spaced", "full_width", "numbered", "continued"])
def test_printing_does_not_change_which_table_a_title_names(kind: Kind, way: str) -> None:
    for title in TITLES[kind]:
        printed = {
            "spaced": " ".join(title),
            "full_width": title.translate(str.maketrans("0123456789()", "０１２３４５６７８９（）")),
            "numbered": title if title[0] in "附表12" else f"表5 {title}",
            "continued": title if title.endswith(("）", ")")) else f"{title}（续）",
        }[way]
        assert title_kind(printed) is kind, printed


@pytest.mark.parametrize(
    "line",
    [
        "",
        "表",
        "二、收支总表。",
        "收支总表反映单位全年的收入和支出；",
        "关于收支总表的说明",
        "关于2025年一般公共预算支出表的说明",
        "收支总表情况说明",
        "收支总表.......................................3",
        "收支总表……………………3",
        "一般公共预算支出表················13",
        "收支总表 3",
        "“三公”经费支出表 21",
        "注：本表反映部门本年度的总收支情况。",
        "注：本单位没有使用政府性基金安排的支出，本表为空表",
        "具体数额如下表",
        "详见附表1收支总表",
        "公开01表",
        "部门公开表3",
        "表一",
        "附表5",
        "（表4）",
        "单位：万元",
        "编制单位：试验所",
        "2025年4月",
        "第二部分 2025年单位预算",
        "一般公共预算财政拨款支出决算情况说明",
        "本单位预算由收入和支出组成",
        "科学技术支出",
        "合计",
        "16,649.50",
        "收入总表列示了本年收入，支出总表列示了本年支出，两表的合计应当相等，口径与财政部门批复的单位预算完全一致，供社会公众监督使用，如有疑问可以来信来电，收支总表",
    ],
)
def test_sentences_contents_entries_and_table_numbers_are_no_titles(line: str) -> None:
    assert title_kind(line) is None


# --- columns ---------------------------------------------------------------------------------------------------------

HEADERS: list[tuple[Kind, str, str, str, int | None]] = [
    # kind, header path, role, measure, year
    (Kind.INCOME_EXPENDITURE, "收入/预算数", "", "budget", None),
    (Kind.INCOME_EXPENDITURE, "支出/预算数", "", "budget", None),
    (Kind.INCOME_EXPENDITURE, "本年支出/预算数/合计", "total", "budget", None),
    (Kind.INCOME_EXPENDITURE, "本年支出/预算数/基本支出/人员经费", "staff", "budget", None),
    (Kind.INCOME_EXPENDITURE, "本年支出/预算数/基本支出/公用经费", "running", "budget", None),
    (Kind.INCOME_EXPENDITURE, "本年支出/预算数/项目支出", "project", "budget", None),
    (Kind.INCOME_EXPENDITURE, "收入/决算数", "", "final", None),
    (Kind.INCOME_EXPENDITURE, "支出/年初预算数", "", "budget", None),
    (Kind.INCOME_EXPENDITURE, "支出/全年预算数", "", "budget", None),
    (Kind.INCOME, "合计", "total", "", None),
    (Kind.INCOME, "收入预算/合计", "total", "budget", None),
    (Kind.INCOME, "收入预算/财政拨款收入", "fiscal", "budget", None),
    (Kind.INCOME, "上年结转", "carry_in", "", None),
    (Kind.INCOME, "一般公共预算拨款收入", "general", "", None),
    (Kind.INCOME, "政府性基金预算拨款收入", "fund", "", None),
    (Kind.INCOME, "国有资本经营预算拨款收入", "state_capital", "", None),
    (Kind.INCOME, "事业收入/金额", "business", "budget", None),
    (Kind.INCOME, "事业收入/其中：教育收费", "education_fee", "", None),
    (Kind.INCOME, "事业单位经营收入", "operating", "", None),
    (Kind.INCOME, "上级补助收入", "superior", "", None),
    (Kind.INCOME, "附属单位上缴收入", "affiliated", "", None),
    (Kind.INCOME, "其他收入", "other", "", None),
    (Kind.INCOME, "使用非财政拨款结余", "use_balance", "", None),
    (Kind.INCOME, "使用非财政拨款结余（含专用结余）", "use_balance", "", None),
    (Kind.EXPENDITURE, "合计", "total", "", None),
    (Kind.EXPENDITURE, "支出预算/基本支出", "basic", "budget", None),
    (Kind.EXPENDITURE, "项目支出", "project", "", None),
    (Kind.EXPENDITURE, "上缴上级支出", "upward", "", None),
    (Kind.EXPENDITURE, "事业单位经营支出", "operating", "", None),
    (Kind.EXPENDITURE, "对下级单位补助支出", "subsidy", "", None),
    (Kind.EXPENDITURE, "对附属单位补助支出", "subsidy", "", None),
    (Kind.EXPENDITURE, "本年支出合计", "total", "", None),
    (Kind.FISCAL, "财政拨款支出/合计", "total", "", None),
    (Kind.FISCAL, "财政拨款支出/一般公共预算", "general", "", None),
    (Kind.FISCAL, "财政拨款支出/政府性基金预算", "fund", "", None),
    (Kind.FISCAL, "财政拨款支出/国有资本经营预算", "state_capital", "", None),
    (Kind.FISCAL, "支出/一般公共预算财政拨款", "general", "", None),
    (Kind.GENERAL_PUBLIC, "本年一般公共预算支出/合计", "total", "", None),
    (Kind.GENERAL_PUBLIC, "一般公共预算支出/基本支出", "basic", "", None),
    (Kind.GENERAL_PUBLIC, "基本支出/人员经费", "staff", "", None),
    (Kind.GENERAL_PUBLIC, "基本支出/小计", "basic", "", None),
    (Kind.GENERAL_PUBLIC, "2024年执行数", "", "final", 2024),
    (Kind.GENERAL_PUBLIC, "2025年预算数/合计", "total", "budget", 2025),
    (Kind.GENERAL_PUBLIC, "2025年预算数/基本支出", "basic", "budget", 2025),
    (Kind.GENERAL_PUBLIC, "2025年预算数比2024年执行数/增减额", "", "change", 2025),
    (Kind.GENERAL_PUBLIC, "2025年预算数比2024年执行数/增减%", "", "change", 2025),
    (Kind.BASIC, "人员经费/预算数", "staff", "budget", None),
    (Kind.BASIC, "公用经费/日常公用经费", "running", "", None),
    (Kind.BASIC, "一般公共预算基本支出/合计", "total", "", None),
    (Kind.BASIC, "一般公共预算基本支出/人员经费", "staff", "", None),
    (Kind.BASIC, "一般公共预算基本支出/公用经费", "running", "", None),
    (Kind.GOVERNMENT_FUND, "2025年政府性基金预算支出/合计", "total", "", 2025),
    (Kind.GOVERNMENT_FUND, "2025年政府性基金预算支出/项目支出", "project", "", 2025),
    (Kind.GOVERNMENT_FUND, "年初结转和结余", "carry_in", "", None),
    (Kind.GOVERNMENT_FUND, "本年收入", "income", "", None),
    (Kind.GOVERNMENT_FUND, "本年支出/小计", "total", "", None),
    (Kind.GOVERNMENT_FUND, "年末结转和结余", "carry_out", "", None),
    (Kind.STATE_CAPITAL, "2025年国有资本经营预算支出/小计", "total", "", 2025),
    (Kind.THREE_PUBLIC, "2025年预算数/合计", "total", "budget", 2025),
    (Kind.THREE_PUBLIC, "2025年预算数/因公出国（境）费", "abroad", "budget", 2025),
    (Kind.THREE_PUBLIC, "2025年预算数/公务用车购置及运行费/小计", "vehicles", "budget", 2025),
    (Kind.THREE_PUBLIC, "2025年预算数/公务用车购置及运行费/公务用车购置费", "purchase", "budget", 2025),
    (Kind.THREE_PUBLIC, "“三公”经费预算数/公务用车购置及运行费/购置费", "purchase", "budget", None),
    (Kind.THREE_PUBLIC, "“三公”经费预算数/公务用车购置及运行费/运行费", "vehicle_running", "budget", None),
    (Kind.THREE_PUBLIC, "“三公”经费预算数/公务接待费", "reception", "budget", None),
    (Kind.THREE_PUBLIC, "机关运行经费预算数", "agency_operating", "budget", None),
    (Kind.THREE_PUBLIC, "决算数/公务用车购置及运行维护费/公务用车运行维护费", "vehicle_running", "final", None),
    (Kind.THREE_PUBLIC, "公务接待费/决算数", "reception", "final", None),
    (Kind.THREE_PUBLIC, "公务接待费/预算数", "reception", "budget", None),
]


@pytest.mark.parametrize(("kind", "path", "role", "measure", "year"), HEADERS, ids=lambda v: str(v))
def test_a_header_path_says_what_its_column_holds(
    kind: Kind, path: str, role: str, measure: str, year: int | None
) -> None:
    parts = tuple(path.split("/"))
    assert column_role(BY_KIND[kind], parts) == role
    assert measure_of(parts) == measure
    assert year_of(parts) == year


@pytest.mark.parametrize(
    ("path", "measure"),
    [
        (("上年预算数",), "prior"),
        (("2025年", "上年执行数"), "prior"),
        (("上年决算数",), "prior"),
        (("上年结转",), ""),
        (("一般公共预算",), ""),
        (("政府性基金预算",), ""),
        (("增减金额",), "change"),
        (("比上年增减", "幅度(%)"), "change"),
        (("完成预算的%",), "change"),
        (("金额",), "budget"),
    ],
)
def test_last_years_numbers_and_changes_are_told_from_this_years(path: tuple[str, ...], measure: str) -> None:
    assert measure_of(path) == measure


def test_the_innermost_part_of_a_header_decides() -> None:
    spec = BY_KIND[Kind.GENERAL_PUBLIC]
    assert column_role(spec, ("合计", "项目支出")) == "project"
    assert column_role(spec, ("项目支出", "合计")) == "project"
    assert column_role(spec, ("本年支出", "合计")) == "total"
    assert column_role(spec, ("备注栏",)) == ""


def test_a_year_in_a_header_is_its_own_and_not_what_it_is_compared_with() -> None:
    assert year_of(("2025年预算数", "比2024年执行数增减")) == 2024
    assert year_of(("2025年预算数比2024年执行数",)) == 2025
    assert year_of(("预算数", "合计")) is None


# --- rows ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("kind", "label", "role"),
    [
        (Kind.INCOME_EXPENDITURE, "一、财政拨款收入", "fiscal"),
        (Kind.INCOME_EXPENDITURE, "1、一般公共预算资金", "general"),
        (Kind.INCOME_EXPENDITURE, "二、政府性基金预算拨款收入", "fund"),
        (Kind.INCOME_EXPENDITURE, "三、国有资本经营预算拨款", "state_capital"),
        (Kind.INCOME_EXPENDITURE, "四、事业收入", "business"),
        (Kind.INCOME_EXPENDITURE, "五、事业单位经营收入", "operating"),
        (Kind.INCOME_EXPENDITURE, "六、其他收入", "other"),
        (Kind.INCOME_EXPENDITURE, "本年收入合计", "income_subtotal"),
        (Kind.INCOME_EXPENDITURE, "本年支出合计", "expenditure_subtotal"),
        (Kind.INCOME_EXPENDITURE, "收 入 总 计", "income_total"),
        (Kind.INCOME_EXPENDITURE, "支出总计", "expenditure_total"),
        (Kind.INCOME_EXPENDITURE, "总计", "total"),
        (Kind.INCOME_EXPENDITURE, "使用非财政拨款结余（含专用结余）", "use_balance"),
        (Kind.INCOME_EXPENDITURE, "上年结转", "carry_in"),
        (Kind.INCOME_EXPENDITURE, "年初结转和结余", "carry_in"),
        (Kind.INCOME_EXPENDITURE, "结转下年", "carry_out"),
        (Kind.INCOME_EXPENDITURE, "年末结转和结余", "carry_out"),
        (Kind.INCOME_EXPENDITURE, "结余分配", "distribution"),
        (Kind.INCOME_EXPENDITURE, "一、科学技术支出", ""),
        (Kind.FISCAL, "一、本年收入", "income_current"),
        (Kind.FISCAL, "一、本年支出", "expenditure_current"),
        (Kind.FISCAL, "（一）一般公共预算财政拨款", "general"),
        (Kind.FISCAL, "二、上年结转", "carry_in"),
        (Kind.FISCAL, "二、结转下年", "carry_out"),
        (Kind.FISCAL, "收入总计", "income_total"),
        (Kind.BASIC, "人员经费合计", "staff_total"),
        (Kind.BASIC, "公用经费合计", "running_total"),
        (Kind.BASIC, "合计", "total"),
        (Kind.THREE_PUBLIC, "1.因公出国（境）费用", "abroad"),
        (Kind.THREE_PUBLIC, "2.公务接待费", "reception"),
        (Kind.THREE_PUBLIC, "3.公务用车购置及运行费", "vehicles"),
        (Kind.THREE_PUBLIC, "其中：公务用车购置费", "purchase"),
        (Kind.THREE_PUBLIC, "（2）公务用车运行维护费", "vehicle_running"),
    ],
)
def test_a_row_label_says_what_its_row_is(kind: Kind, label: str, role: str) -> None:
    assert role_of(BY_KIND[kind].rows, label) == role


def test_no_role_is_declared_twice_under_different_words_for_one_label() -> None:
    for spec in SPECS:
        for names in (spec.columns, spec.rows):
            roles = [role for role, _ in names]
            assert len(set(roles)) == len(roles), spec.kind
