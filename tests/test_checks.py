"""Every identity: on a disclosure where it holds, on one where it is broken, and on one where it cannot be made."""

from collections.abc import Sequence
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.checks import CHECKS, Outcome, Result, cross, prose, tables
from extract.model import Kind
from tests.builders import Draft, cell_of, figures, outcomes, results, table
from tests.cases import Case, WordCase
from tests.prose_cases import PROSE_CASES, WORD_CASES
from tests.table_cases import EXPENDITURE, FUND, TABLE_CASES, THREE, TOTALS

CASES = [*TABLE_CASES, *PROSE_CASES]

DECIDED = {Outcome.HOLDS, Outcome.ROUNDING, Outcome.BROKEN}


def test_every_check_has_a_case() -> None:
    assert {case.check for case in CASES} | {case.check for case in WORD_CASES} == set(CHECKS)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_identity_holds_where_the_figures_tie(case: Case) -> None:
    found = results(case.check, case.sound, case.identity)
    assert found
    assert outcomes(found) == {Outcome.HOLDS}
    own = [r for r in found if r.klass is case.klass]
    assert own
    assert {r.covers for r in own} == {case.covers}
    assert not [r for r in results(case.check, case.sound) if r.outcome is Outcome.BROKEN]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_one_wrong_figure_breaks_it_and_both_sides_are_told(case: Case) -> None:
    (broken,) = [r for r in results(case.check, case.broken, case.identity) if r.outcome is Outcome.BROKEN]
    assert broken.klass is case.klass
    assert (figures(broken.left), figures(broken.right)) == (case.left, case.right)
    assert round(broken.difference, 2) == round(Decimal(case.difference), 2)
    assert broken.message


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_figure_in_doubt_makes_it_uncheckable_and_that_is_counted(case: Case) -> None:
    made = case.doubtful.made()
    in_doubt = {(t.id, c.row, c.column) for t in made.tables for c in t.cells if c.doubts}
    in_doubt |= {("", i, 0) for i, fact in enumerate(made.facts) if fact.doubts}
    assert in_doubt
    found = results(case.check, case.doubtful, case.identity)
    assert not [r for r in found if r.outcome in DECIDED and in_doubt & set(r.members)]
    assert Outcome.NOT_CHECKABLE in outcomes(found)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_where_the_figures_are_not_printed_nothing_is_decided(case: Case) -> None:
    decided = [r for r in results(case.check, case.absent, case.identity) if r.outcome in DECIDED]
    assert not [r for r in decided if r.klass is case.klass and figures(r.left) == case.left]
    assert Outcome.BROKEN not in outcomes(decided)


@pytest.mark.parametrize("case", WORD_CASES, ids=str)
def test_words_agree_or_do_not(case: WordCase) -> None:
    sound = results(case.check, case.sound, case.identity)
    assert outcomes(sound) == (set() if case.silent else {Outcome.HOLDS})
    (broken,) = [r for r in results(case.check, case.broken, case.identity) if r.outcome is Outcome.BROKEN]
    assert (broken.klass, broken.expected, broken.found) == (case.klass, case.expected, case.found)
    assert broken.message
    assert not broken.covers
    assert not [r for r in results(case.check, case.absent, case.identity) if r.outcome in DECIDED]


# --- tolerance (尾差) ------------------------------------------------------------------------------------------------

PRINTED = [("元", 0), ("万元", 2)]


def class_and_parts(total: int, parts: Sequence[int | None], unit: str, decimals: int) -> Result:
    """类 = Σ 款 in units of the last printed decimal; None is a blank."""
    rows = [f"206{i:02} 款{i} {'_' if part is None else amount(part, decimals)}" for i, part in enumerate(parts, 1)]
    shown = table(Kind.EXPENDITURE, "合计", "\n".join([f"206 类 {amount(total, decimals)}", *rows]), unit=unit)
    (result,) = results(tables.code_sums, Draft((shown,)))
    return result


def amount(units: int, decimals: int) -> str:
    return f"{Decimal(units).scaleb(-decimals):f}"


thousandths = st.integers(0, 10**11)


@given(st.lists(thousandths, min_size=1, max_size=30), st.sampled_from(PRINTED))
def test_rounded_parts_never_count_as_wrong_within_the_tolerance(exact: list[int], form: tuple[str, int]) -> None:
    parts = [(part + 500) // 1000 for part in exact]
    total = (sum(exact) + 500) // 1000
    off = abs(sum(parts) - total)
    outcome = class_and_parts(total, parts, *form).outcome
    if off == 0:
        assert outcome is Outcome.HOLDS
    elif 2 * off <= min(len(parts) + 1, 6):
        assert outcome is Outcome.ROUNDING
    else:
        assert outcome is Outcome.BROKEN


@given(
    st.lists(st.integers(0, 10**9), min_size=1, max_size=30),
    st.integers(4, 10**6),
    st.sampled_from([1, -1]),
    st.sampled_from(PRINTED),
)
def test_an_error_of_four_units_is_always_broken(
    parts: list[int], units: int, sign: int, form: tuple[str, int]
) -> None:
    result = class_and_parts(sum(parts) + sign * units, parts, *form)
    assert result.outcome is Outcome.BROKEN
    scale = 1 if form[0] == "元" else 100
    assert result.difference == sign * units * scale


@given(st.lists(st.one_of(st.none(), st.integers(1, 10**6)), min_size=2, max_size=12).filter(any))
def test_blanks_are_zero_and_widen_no_tolerance(parts: list[int | None]) -> None:
    printed = [part for part in parts if part is not None]
    slack = min((len(printed) + 1) // 2, 3)
    assert class_and_parts(sum(printed), parts, "万元", 2).outcome is Outcome.HOLDS
    assert class_and_parts(sum(printed) + slack, parts, "万元", 2).outcome is Outcome.ROUNDING
    assert class_and_parts(sum(printed) + slack + 1, parts, "万元", 2).outcome is Outcome.BROKEN


@pytest.mark.parametrize(
    "values", ["100.10 60.00 40.00 0", "100.05 60.00 40 _", "100.04 60.00 40.00 0", "18.60 0 2.30 16.20"]
)
def test_a_figure_printed_without_decimals_does_not_widen_the_tolerance_of_a_table(values: str) -> None:
    shown = table(Kind.EXPENDITURE, "合计 基本支出 项目支出 上缴上级支出", f"206 科学技术支出 {values}")
    (result,) = results(tables.row_sums, Draft((shown,)))
    assert result.outcome is Outcome.BROKEN


@given(st.integers(1, 50), st.integers(1, 3))
def test_counts_are_not_rounded(others: int, error: int) -> None:
    text = f"共有车辆{3 + others}辆，其中：机要通信用车1辆、应急保障用车2辆、其他用车{others + error}辆。"
    (result,) = results(prose.complete_splits, Draft(notes=(("四、/国有资产占用情况", text),)))
    assert result.outcome is Outcome.BROKEN


@given(st.integers(1, 10**8), st.data())
def test_a_share_rounded_as_printed_holds_and_one_well_off_is_broken(whole: int, data: st.DataObject) -> None:
    part = data.draw(st.integers(0, whole))
    share = (Decimal(part) / whole * 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    input_slack = Decimal(100) / whole * 100
    wrong = share + Decimal("0.03") + input_slack.quantize(Decimal("0.01"), ROUND_HALF_UP)

    def outcome(printed: Decimal) -> set[Outcome]:
        text = f"支出总计{amount(whole, 2)}万元，其中：基本支出{amount(part, 2)}万元，占支出总计的{printed}%。"
        return outcomes(results(prose.shares, Draft(notes=(("二、/关于支出总表的说明", text),))))

    assert outcome(share) == {Outcome.HOLDS}
    assert outcome(wrong) == {Outcome.BROKEN}


@given(st.integers(10_000, 10**10))
def test_a_note_may_round_a_table_in_yuan_to_whole_wan_yuan_or_cut_it_off(yuan: int) -> None:
    shown = table(Kind.EXPENDITURE, "合计 基本支出", f"206 科学技术支出 {yuan} {yuan}\n合计 {yuan} {yuan}", unit="元")

    def outcome(told: int) -> Outcome:
        note = ("二、/关于支出总表的说明", f"基本支出{told}万元。")
        (result,) = results(prose.stated_in_tables, Draft((shown,), (note,)))
        return result.outcome

    rounded, cut = (yuan + 5000) // 10_000, yuan // 10_000
    assert outcome(rounded) is Outcome.HOLDS
    assert outcome(cut) is (Outcome.HOLDS if cut == rounded else Outcome.ROUNDING)
    assert outcome(cut - 2) is Outcome.BROKEN
    assert outcome(cut + 2) is Outcome.BROKEN


# --- what is no mistake, and what is ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "公务接待费2025年预算数为3.00万元，2024年执行数为2.50万元，增加0.50万元，增长20.00%。",
        "公务接待费2025年预算数为3.00万元，2024年决算数为2.50万元，增加0.50万元，增长20.00%。",
        "公务接待费2025年预算数为3.00万元，2024年预算数为2.50万元，增加0.50万元，增长20.00%。",
        "公务接待费3.00万元，比2024年预算数2.50万元增加0.50万元，增长20.00%。",
        "公务接待费3.00万元，比2024年预算增加0.50万元，增长20.00%，主要原因是接待批次增加。",
        "公务接待费3.00万元，比2024年预算减少0.50万元，下降14.29%，主要原因是压减接待。",
        "公务接待费0.00万元，与2024年预算持平。",
        "公务接待费0.00万元，比2024年预算减少3.00万元，下降100.00%。",
        "公务接待费年初预算为4.00万元，支出决算为3.00万元，完成年初预算的75.00%，决算数小于预算数的主要原因是压减接待。",
        "人员经费60.00万元，占60.00%；公用经费40.00万元，占40.00%。",
        "共接待12批次，96人次，其中外事接待2批次，11人次。",
        "政府采购预算总额60.00万元，其中：货物预算30.00万元、服务预算30.00万元。",
        "截至2024年12月31日，共有车辆6辆，其中：其他用车5辆；单价100万元以上设备3台（套）。",
    ],
)
def test_a_sound_sentence_is_never_called_wrong(text: str) -> None:
    reception = "0.00" if "公务接待费0.00" in text else "3.00"
    shown = THREE.model_copy(update={"cells": (cell_of(reception, 0, 5, "万元"),)})
    draft = Draft((shown,), (("三、/其他说明", text),))
    broken = [result for check in CHECKS for result in results(check, draft) if result.outcome is Outcome.BROKEN]
    assert [result.message for result in broken] == []


def test_nothing_cannot_have_grown() -> None:
    draft = Draft(notes=(("三、/一、“三公”经费", "因公出国（境）费0.00万元，比2024年预算增加1.00万元。"),))
    (result,) = results(prose.changes, draft)
    assert (result.outcome, result.covers) == (Outcome.BROKEN, False)
    assert (figures(result.left), figures(result.right)) == (("1.00",), ("0.00",))


def test_a_part_named_among_is_no_part_of_the_sum() -> None:
    shown = table(Kind.INCOME, "合计 事业收入/金额 事业收入/其中：教育收费 其他收入", "· 30.00 20.00 5.00 10.00")
    (result,) = results(tables.row_sums, Draft((shown,)))
    assert result.outcome is Outcome.HOLDS
    assert figures(result.right) == ("20.00", "10.00")


def test_budget_and_final_columns_of_three_public_tie_each_in_themselves() -> None:
    shown = table(
        Kind.THREE_PUBLIC,
        "合计/预算数 合计/决算数 因公出国（境）费/预算数 因公出国（境）费/决算数 公务接待费/预算数 公务接待费/决算数",
        "· 5.00 4.00 2.00 1.00 3.00 3.00",
    )
    found = results(tables.row_sums, Draft((shown,), kind="final"))
    assert [(r.outcome, figures(r.left), figures(r.right)) for r in found] == [
        (Outcome.HOLDS, ("5.00",), ("2.00", "3.00")),
        (Outcome.HOLDS, ("4.00",), ("1.00", "3.00")),
    ]


def test_a_sub_class_printed_without_items_is_a_leaf() -> None:
    shown = table(Kind.EXPENDITURE, "合计", "206 类 30.00\n20602 款 20.00\n2060201 项 20.00\n20605 款 10.00")
    found = results(tables.code_sums, Draft((shown,)))
    assert [(figures(r.left), figures(r.right)) for r in found] == [
        (("30.00",), ("20.00", "10.00")),
        (("20.00",), ("20.00",)),
    ]


def test_a_dash_and_a_blank_are_zero_but_words_in_a_money_cell_are_not() -> None:
    for printed, wanted in (("-", Outcome.HOLDS), ("_", Outcome.HOLDS), ("单位不需填列", Outcome.NOT_CHECKABLE)):
        shown = table(Kind.EXPENDITURE, "合计 基本支出 项目支出", f"206 科学技术支出 100.00 100.00 {printed}")
        (result,) = results(tables.row_sums, Draft((shown,)))
        assert result.outcome is wanted


def test_a_blank_total_over_printed_parts_is_not_checkable() -> None:
    shown = table(Kind.EXPENDITURE, "合计 基本支出 项目支出", "206 科学技术支出 _ 60.00 40.00\n208 社会保障 _ _ _")
    assert [r.outcome for r in results(tables.row_sums, Draft((shown,)))] == [Outcome.NOT_CHECKABLE]


def test_a_change_column_that_lost_its_sign_is_noticed() -> None:
    columns = "2024年执行数 2025年预算数/小计 2025年预算数比2024年执行数/增减额 2025年预算数比2024年执行数/增减%"
    sound = Draft((table(Kind.GENERAL_PUBLIC, columns, "206 科学技术支出 100.00 80.00 -20.00 -20.00"),))
    assert [r.outcome for r in results(tables.year_changes, sound)] == [Outcome.HOLDS, Outcome.HOLDS]
    for column, value in (("增减额", "20.00"), ("增减%", "20.00")):
        lost = sound.cell(Kind.GENERAL_PUBLIC, "206", column, value)
        assert Outcome.BROKEN in outcomes(results(tables.year_changes, lost)), column


def test_growth_from_nothing_has_no_percentage() -> None:
    columns = "2024年执行数 2025年预算数/小计 2025年预算数比2024年执行数/增减%"
    shown = table(Kind.GENERAL_PUBLIC, columns, "206 科学技术支出 0.00 80.00 100.00")
    assert outcomes(results(tables.year_changes, Draft((shown,)))) <= {Outcome.NOT_CHECKABLE}


def test_figures_printed_twice_over_can_still_be_added_up() -> None:
    shown = table(Kind.EXPENDITURE, "合计 基本支出 项目支出", "206 科学技术支出 ~100.00 60.00 40.00")
    (result,) = results(tables.row_sums, Draft((shown,)))
    assert result.outcome is Outcome.HOLDS


def test_a_doubtful_table_or_a_number_left_over_makes_all_of_it_uncheckable() -> None:
    body = "206 科学技术支出 100.00 60.00 40.00"
    for shown in (
        table(Kind.EXPENDITURE, "合计 基本支出 项目支出", body, doubts=("ragged",)),
        table(Kind.EXPENDITURE, "合计 基本支出 项目支出", body, unexplained=("3,535.00",)),
    ):
        assert outcomes(results(tables.row_sums, Draft((shown,)))) == {Outcome.NOT_CHECKABLE}


def test_final_accounts_may_spend_more_than_a_part_of_the_budget() -> None:
    shown = Draft((EXPENDITURE, FUND)).cell(Kind.GOVERNMENT_FUND, "20698", "项目支出", "26.00")
    assert results(cross.parts_of_wholes, replace(shown, kind="final")) == []


def test_two_tables_of_one_kind_are_never_compared_by_guess() -> None:
    other = EXPENDITURE.model_copy(update={"id": "other"})
    assert results(cross.expenditure_total, Draft((TOTALS, EXPENDITURE, other))) == []


def test_no_check_fails_on_an_empty_disclosure() -> None:
    assert [result for check in CHECKS for result in results(check, Draft())] == []
