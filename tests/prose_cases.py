"""Cases of what notes and tables say of each other, in figures and in words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extract.checks import consistency, forms, prose
from extract.model import PageInfo
from tests.builders import Draft, project, table
from tests.cases import T2, T3, T6, T8, T9, Case, WordCase, drafts, sentence
from tests.table_cases import BASIC, EXPENDITURE, FUND, GENERAL, INCOME, NO_CAPITAL, THREE, TOTALS

OPERATION = "科学技术支出（类）基础研究（款）机构运行（项）"
INCOME_NOTE = (
    "二、预算说明/关于收入总表的说明",
    "收入总计120.00万元，其中：一般公共预算拨款收入80.00万元，占66.67%；政府性基金预算拨款收入10.00万元，占8.33%；"
    "事业收入20.00万元，占16.67%；上年结转10.00万元，占8.33%。",
)
LIST_NOTE = (
    "二、预算说明/关于收支总表的说明",
    "收入包括：一般公共预算拨款收入80.00万元、政府性基金预算拨款收入10.00万元、事业收入20.00万元、上年结转10.00万元；"
    "支出包括：科学技术支出70.00万元、住房保障支出35.00万元、结转下年15.00万元。收支总预算120.00万元。",
)


def prose_cases() -> Iterator[Case]:
    """Identities between notes and tables, and within notes."""
    income = drafts(TOTALS, INCOME, INCOME_NOTE)
    yield sentence(
        prose.stated_in_tables,
        "H note_amount: income",
        income,
        ("事业收入20.00", "事业收入22.00"),
        "22.00 = 20.00; 20000",
        "20.00",
        ("事业收入20.00万元，占16.67%；", ""),
    )
    three = drafts(THREE, ("三、/一、2025年“三公”经费预算情况说明", "其中：公务接待费2.00万元。"))
    yield sentence(
        prose.stated_in_tables,
        "H note_amount: three public",
        three,
        ("2.00万元", "2.20万元"),
        "2.20 = 2.00; 2000",
        "2.00",
        ("2.00万元", "不变"),
    )
    coarse = drafts(EXPENDITURE, ("二、/关于支出总表的说明", "基本支出65万元。")).cell(T3, "合计", "基本支出", "64.60")
    yield sentence(
        prose.stated_in_tables,
        "H note_amount: rounded in prose",
        coarse,
        ("65万元", "66万元"),
        "66 = 64.60; 14000",
        "65",
        ("65万元", "不变"),
    )
    yield sentence(
        prose.shares,
        "H note_share",
        income,
        ("占16.67%", "占17.67%"),
        "17.67 = 20.00 120.00; 1.0033",
        "16.67",
        (
            "，占66.67%；政府性基金预算拨款收入10.00万元，占8.33%；事业收入20.00万元，占16.67%；上年结转10.00万元，占8.33%",
            "",
        ),
    )
    yield sentence(
        prose.share_sums,
        "C note_share_sum",
        income,
        ("占16.67%", "占17.67%"),
        "66.67 8.33 17.67 8.33 = ; 1.00",
        "16.67",
        ("，占66.67%", ""),
        covers=False,
    )
    change = drafts(
        ("三、/二、", f"{OPERATION}2024年执行数为2.50万元，2025年预算数为3.00万元，增加0.50万元，增长20.00%。")
    )
    yield sentence(
        prose.changes,
        "H note_change",
        change,
        ("增加0.50", "增加0.60"),
        "0.60 = 3.00 2.50; 1000",
        "0.50",
        ("增加0.50万元，增长20.00%", "有所增加"),
    )
    yield sentence(
        prose.changes,
        "H note_change_percent: from last year",
        change,
        ("增长20.00%", "增长25.00%"),
        "25.00 = 3.00 2.50; 5.00",
        "20.00",
        ("，增长20.00%", ""),
    )
    less = drafts(("三、/一、“三公”经费", "公务接待费3.00万元，比2024年预算减少1.00万元，下降25.00%。"))
    yield sentence(
        prose.changes,
        "H note_change_percent: from the change",
        less,
        ("下降25.00%", "下降33.33%"),
        "33.33 = 1.00 3.00; -8.33",
        "25.00",
        ("，下降25.00%", ""),
    )
    done = drafts(
        ("三、/五、", f"1.{OPERATION}。年初预算为40.00万元，支出决算为30.00万元，完成年初预算的75.00%。"),
        kind="final",
    )
    yield sentence(
        prose.completions,
        "H note_completion",
        done,
        ("75.00%", "80.00%"),
        "80.00 = 30.00 40.00; 5.00",
        "75.00",
        ("，完成年初预算的75.00%", ""),
    )
    buying = drafts(
        (
            "四、/政府采购情况说明",
            "政府采购预算总额60.00万元，其中：货物预算30.00万元、工程预算10.00万元、服务预算20.00万元。",
        )
    )
    yield sentence(
        prose.complete_splits,
        "H procurement_sum",
        buying,
        ("服务预算20.00", "服务预算21.00"),
        "60.00 = 30.00 10.00 21.00; -10000",
        "20.00",
        ("，其中：货物预算30.00万元、工程预算10.00万元、服务预算20.00万元", ""),
    )
    cars = drafts(("四、/国有资产占用情况", "共有车辆6辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车3辆。"))
    yield sentence(
        prose.complete_splits,
        "H vehicle_sum",
        cars,
        ("其他用车3辆", "其他用车4辆"),
        "6 = 1 2 4; -1",
        "3",
        ("，其中：机要通信用车1辆、应急保障用车2辆、其他用车3辆", ""),
    )
    goals = drafts(
        GENERAL,
        FUND,
        (
            "四、/预算绩效情况说明",
            "项目2个，涉及预算拨款35.00万元，其中一般公共预算拨款25.00万元、政府性基金预算拨款10.00万元。",
        ),
    )
    yield sentence(
        prose.complete_splits,
        "H performance_sum",
        goals,
        ("35.00", "36.00"),
        "36.00 = 25.00 10.00; 10000",
        "35.00",
        ("，其中一般公共预算拨款25.00万元、政府性基金预算拨款10.00万元", ""),
    )
    yield sentence(
        prose.performance_money,
        "C performance_money",
        goals,
        ("10.00万元", "11.00万元"),
        "11.00 = 10.00; 10000",
        "10.00",
        ("，其中一般公共预算拨款25.00万元、政府性基金预算拨款10.00万元", ""),
    )
    parts = drafts(
        ("二、/关于一般公共预算支出表的说明", "一般公共预算支出80.00万元，其中：基本支出55.00万元，项目支出25.00万元。")
    )
    yield sentence(
        prose.listed_parts,
        "C note_parts",
        parts,
        ("项目支出25.00", "项目支出26.00"),
        "80.00 = 55.00 26.00; -10000",
        "25.00",
        ("，其中：基本支出55.00万元，项目支出25.00万元", ""),
    )
    lists = drafts(LIST_NOTE)
    yield sentence(
        prose.listed_totals,
        "C note_list",
        lists,
        ("住房保障支出35.00", "住房保障支出36.00"),
        "120.00 = 70.00 36.00 15.00; -10000",
        "35.00",
        ("收支总预算120.00万元", "收支平衡"),
    )
    twice = drafts(("二、/一、", f"{OPERATION}35.00万元，用于人员经费，2025年预算安排35.00万元。"))
    yield Case(
        prose.said_twice,
        "H note_repeated",
        twice,
        twice.said("安排35.00", "安排36.00"),
        ("35.00",),
        ("36.00",),
        "-10000",
        twice.said("安排35.00", "安排35.0").doubting("35.0"),
        twice.said("，2025年预算安排35.00万元", ""),
    )


def word_cases() -> Iterator[WordCase]:
    """What must agree in words."""
    form = replace(Draft(), projects=(project(),))
    yield WordCase(
        forms.form_weights,
        "H indicator_weights",
        form,
        replace(form, projects=(project(weights=("50", "45")),)),
        "90",
        "95",
        replace(form, projects=(project(weights=("50", None)),)),
    )
    yield WordCase(
        forms.form_titles,
        "H project_title",
        replace(Draft(), projects=(project("近岸海域水质监测"),)),
        replace(Draft(), projects=(project("近岸海域水质监测", "石窟修缮与展陈改造项目绩效目标表"),)),
        "近岸海域水质监测",
        "石窟修缮与展陈改造项目绩效目标表",
        replace(Draft(), projects=(project("近岸海域水质监测", "项目绩效目标表"),)),
    )
    reason = drafts(("三、/一、“三公”经费", "公务接待费3.00万元，比上年减少1.00万元，主要原因是接待批次减少。"))
    yield WordCase(
        prose.reasons,
        "C note_reason",
        reason,
        reason.said("批次减少", "批次增加"),
        "",
        "1.00",
        reason.said("，主要原因是接待批次减少", ""),
    )
    named = drafts(
        BASIC, ("二、/关于基本支出表的说明", "公用经费15.00万元，主要包括：办公费、公务接待费、公务用车运行维护费。")
    )
    yield WordCase(
        prose.named_items,
        "C note_items",
        named,
        named.cell(T6, "30217", "合计", "_").cell(T6, "30217", "公用经费", "_"),
        "",
        "公务接待费",
        named.said("，主要包括：办公费、公务接待费、公务用车运行维护费", ""),
    )
    empty = drafts(NO_CAPITAL)
    yield WordCase(
        consistency.empty_tables,
        "H said_empty",
        empty,
        empty.cell(T8, "合计", "合计", "5.00"),
        "空表",
        "5.00",
        Draft(),
    )
    unsaid = NO_CAPITAL.model_copy(update={"said_empty": False})
    yield WordCase(
        consistency.empty_tables,
        "S empty_unsaid",
        drafts(unsaid).cell(T8, "合计", "合计", "5.00"),
        drafts(unsaid),
        "",
        "",
        Draft(),
        silent=True,
    )
    listed = replace(drafts(TOTALS, INCOME), table_list=("income_expenditure", "income"))
    yield WordCase(
        consistency.named_tables,
        "H table_missing",
        listed,
        listed.without(T2),
        "收入总表",
        "",
        replace(listed, table_list=()),
    )
    titled = drafts(TOTALS.model_copy(update={"title": "2025年收支总表"}))
    yield WordCase(
        consistency.years,
        "H title_year",
        titled,
        replace(titled, year=2024),
        "2024",
        "2025",
        replace(titled, year=None),
    )
    words = drafts(("四、/其他", "2025年支出由财政部门批复。"))
    yield WordCase(
        consistency.placeholders,
        "H placeholder",
        words,
        words.said("2025年", "20XX年"),
        "",
        "20XX年",
        Draft(),
        silent=True,
    )
    assets = drafts(("四、/国有资产占用情况", "截至2024年12月31日，共有车辆6辆。"))
    yield WordCase(
        consistency.asset_dates,
        "H asset_date",
        assets,
        assets.said("2024", "2026"),
        "≤ 2025",
        "2026",
        replace(assets, year=None),
    )
    spent = drafts(EXPENDITURE)
    row = EXPENDITURE.rows[1]
    mistyped = EXPENDITURE.model_copy(
        update={
            "rows": (
                EXPENDITURE.rows[0],
                row.model_copy(update={"code": "2062", "intended_code": "20602"}),
                *EXPENDITURE.rows[2:],
            )
        }
    )
    yield WordCase(
        consistency.code_forms, "C code_form", spent, drafts(mistyped), "20602", "2062", Draft(), silent=True
    )
    unknown = EXPENDITURE.model_copy(
        update={"rows": (EXPENDITURE.rows[0], row.model_copy(update={"code": "20677"}), *EXPENDITURE.rows[2:])}
    )
    yield WordCase(consistency.code_forms, "S code_unknown", spent, drafts(unknown), "", "20677", Draft(), silent=True)
    renamed = EXPENDITURE.model_copy(
        update={"rows": (EXPENDITURE.rows[0], row.model_copy(update={"label": "应用研究"}), *EXPENDITURE.rows[2:])}
    )
    yield WordCase(consistency.code_forms, "S code_name", spent, drafts(renamed), "", "应用研究", Draft())
    left_over = table(T3, "合计", "206 科学技术支出 70.00", unexplained=("3,535.00",))
    yield WordCase(consistency.unexplained, "C ledger", spent, drafts(left_over), "", "3,535.00", Draft(), silent=True)
    cars = drafts(THREE, ("四、/国有资产占用情况", "2025年计划购置车辆1辆。"))
    yield WordCase(
        consistency.vehicles_without_money,
        "S vehicles_unfunded",
        cars,
        cars.cell(T9, "", "公务用车购置费", "0.00"),
        "",
        "1",
        cars.without(T9),
        silent=True,
    )
    unread = table(T3, "合计", "", doubts=("unreadable",))
    yield WordCase(consistency.unreadable, "C table_unreadable", spent, drafts(unread), "", "", Draft(), silent=True)
    pages = replace(Draft(), pages=(PageInfo(number=1, width=595, height=842),))
    picture = replace(Draft(), pages=(PageInfo(number=1, width=595, height=842, text="picture"),))
    yield WordCase(consistency.unreadable, "C page_without_text", pages, picture, "", "", Draft(), silent=True)
    hidden = replace(Draft(), pages=(PageInfo(number=1, width=595, height=842, hidden_chars=9),))
    yield WordCase(consistency.hidden_text, "S hidden_text", pages, hidden, "", "", Draft(), silent=True)


PROSE_CASES = [*prose_cases()]
WORD_CASES = [*word_cases()]
