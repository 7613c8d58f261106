"""From evidence to verdicts: what verifies a figure, what throws suspicion on it, and how many misreadings are caught."""

from __future__ import annotations

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract import extract
from extract.checks import Book, Class, Outcome, Result, Term, run
from extract.checks.base import Ref
from extract.gate import judge, suspected, weigh
from extract.model import Cell, Disclosure, Finding, Kind, Severity, State, Table, Verdict
from tests.builders import Draft, place, table

SAMPLE = Path(__file__).parent.parent / "eval" / "gold" / "marine_station_2026.pdf"

SPENT = table(
    Kind.EXPENDITURE,
    "合计 基本支出 项目支出",
    """
    206    科学技术支出  70.00  30.00  40.00
    20602  基础研究      50.00  30.00  20.00
    20605  科技条件与服务  20.00  _    20.00
    221    住房保障支出  35.00  35.00  _
    合计                105.00  65.00  40.00
    """,
)
NOTE = (
    "二、/关于支出总表的说明",
    "支出总计105.00万元，其中：基本支出65.00万元，占61.90%；项目支出40.00万元，占38.10%。",
)
BARE = ("二、/关于支出总表的说明", "支出总计105.00万元。")
LONELY = table(Kind.EXPENDITURE, "合计", "206 科学技术支出 70.00")


def verdict(judged: Disclosure, kind: Kind, row: str, column: str) -> Verdict | None:
    """The verdict of one cell."""
    shown = next(t for t in judged.tables if t.kind is kind)
    return next(c.verdict for c in shown.cells if (c.row, c.column) == place(shown, row, column))


def verdicts(judged: Disclosure) -> Counter[Verdict | None]:
    """How many figures of the tables have which verdict."""
    return Counter(cell.verdict for t in judged.tables for cell in t.figures)


def told(judged: Disclosure) -> dict[str, Verdict | None]:
    """The verdicts of the figures in prose by name."""
    return {fact.name: fact.verdict for fact in judged.facts}


def identities(judged: Disclosure) -> list[str]:
    """The checks with findings that are not mere information."""
    return [f.check for f in judged.findings if f.severity is not Severity.INFO]


# --- what verifies ---------------------------------------------------------------------------------------------------


def test_figures_that_tie_are_verified_in_tables_and_in_prose() -> None:
    judged = judge(Draft((SPENT,), (NOTE,)).made())
    assert set(verdicts(judged)) == {Verdict.VERIFIED}
    assert set(told(judged).values()) == {Verdict.VERIFIED}
    assert judged.findings == ()


def test_a_figure_that_no_identity_covers_is_grounded() -> None:
    judged = judge(Draft((LONELY,), (("四、/其他", "会议费2.30万元。"),)).made())
    assert verdict(judged, Kind.EXPENDITURE, "206", "合计") is Verdict.GROUNDED
    assert told(judged) == {"会议费": Verdict.GROUNDED}


def test_rounding_counts_as_holding_and_is_told_as_information() -> None:
    judged = judge(Draft((SPENT,), (BARE,)).cell(Kind.EXPENDITURE, "20605", "项目支出", "20.01").made())
    assert set(verdicts(judged)) == {Verdict.VERIFIED}
    assert {f.severity for f in judged.findings} == {Severity.INFO}


def test_blanks_dashes_and_words_have_no_verdict() -> None:
    body = "206 科学技术支出 70.00 - 无\n221 住房保障支出 35.00 _ _"
    judged = judge(Draft((table(Kind.EXPENDITURE, "合计 基本支出 项目支出", body),)).made())
    states = {cell.state: cell.verdict for t in judged.tables for cell in t.cells if cell.state is not State.NUMBER}
    assert states == {State.DASH: None, State.TEXT: None, State.BLANK: None}


def test_an_inequality_alone_does_not_verify() -> None:
    fund = table(Kind.GOVERNMENT_FUND, "合计", "206 科学技术支出 60.00")
    draft = Draft((LONELY, fund))
    assert [(r.check, r.outcome) for r in run(Book.of(draft.made())) if r.klass is Class.H] == [
        ("part_of_whole", Outcome.HOLDS)
    ]
    assert set(verdicts(judge(draft.made()))) == {Verdict.GROUNDED}


def test_a_hint_verifies_nothing_and_a_broken_hint_changes_nothing() -> None:
    general = table(Kind.GENERAL_PUBLIC, "合计", "2210201 住房公积金 20.00")
    basic = table(Kind.BASIC, "合计", "30113 住房公积金 20.00")
    sound = Draft((general, basic))
    broken = sound.cell(Kind.BASIC, "30113", "合计", "22.00")
    for draft, findings in ((sound, 0), (broken, 1)):
        judged = judge(draft.made())
        hints = [f for f in judged.findings if f.check == "economic_functional_hint"]
        assert len(hints) == findings
        assert all(f.severity is Severity.INFO for f in hints)
        assert set(verdicts(judged)) == {Verdict.GROUNDED}


def test_a_conditional_identity_verifies_where_it_holds_and_where_it_is_broken_only_warns() -> None:
    income = table(Kind.INCOME, "合计", "206 科学技术支出 70.00")
    sound = Draft((income, LONELY))
    assert set(verdicts(judge(sound.made()))) == {Verdict.VERIFIED}
    judged = judge(sound.cell(Kind.INCOME, "206", "合计", "80.00").made())
    assert set(verdicts(judged)) == {Verdict.GROUNDED}
    assert [(f.check, f.severity) for f in judged.findings if f.severity is not Severity.INFO] == [
        ("income_expenditure_codes", Severity.WARNING)
    ]


def test_a_broken_conditional_identity_leaves_what_others_verify() -> None:
    income = table(Kind.INCOME, "合计", "206 科学技术支出 80.00")
    judged = judge(Draft((income, SPENT), (BARE,)).made())
    assert verdict(judged, Kind.EXPENDITURE, "206", "合计") is Verdict.VERIFIED
    assert verdict(judged, Kind.INCOME, "206", "合计") is Verdict.GROUNDED
    assert identities(judged) == ["income_expenditure_codes"]


# --- doubts ----------------------------------------------------------------------------------------------------------


def test_a_figure_in_doubt_is_for_review_and_holds_nothing_up() -> None:
    draft = Draft((table(Kind.EXPENDITURE, "合计 基本支出 项目支出", "206 科学技术支出 100.00 60.00 ?40.00"),))
    judged = judge(draft.made())
    assert verdict(judged, Kind.EXPENDITURE, "206", "项目支出") is Verdict.REVIEW
    assert verdict(judged, Kind.EXPENDITURE, "206", "合计") is Verdict.GROUNDED
    assert {c.check: c.not_checkable for c in judged.checks if c.not_checkable} == {"row_sum": 1}


def test_a_wrong_figure_in_doubt_is_for_review_and_accuses_nobody() -> None:
    judged = judge(Draft((SPENT,)).cell(Kind.EXPENDITURE, "20605", "项目支出", "?90.00").made())
    assert verdict(judged, Kind.EXPENDITURE, "20605", "项目支出") is Verdict.REVIEW
    assert Verdict.CONFLICT not in verdicts(judged)


def test_a_figure_printed_twice_over_is_grounded_at_most_and_still_holds_others_up() -> None:
    judged = judge(Draft((SPENT,), (BARE,)).cell(Kind.EXPENDITURE, "合计", "合计", "~105.00").made())
    assert verdict(judged, Kind.EXPENDITURE, "合计", "合计") is Verdict.GROUNDED
    assert verdict(judged, Kind.EXPENDITURE, "合计", "基本支出") is Verdict.VERIFIED


def test_a_figure_printed_twice_over_that_is_wrong_is_the_documents_own() -> None:
    judged = judge(Draft((SPENT,)).cell(Kind.EXPENDITURE, "20605", "项目支出", "~90.00").made())
    assert verdict(judged, Kind.EXPENDITURE, "20605", "项目支出") is Verdict.CONFLICT


@pytest.mark.parametrize("reason", ["a number left over", "a doubtful table"])
def test_a_number_left_over_or_a_doubtful_table_sends_all_its_figures_to_review(reason: str) -> None:
    update: dict[str, object] = {"doubts": ("ragged",)}
    if reason == "a number left over":
        update = {"unexplained": table(Kind.OTHER, "列", "", unexplained=("3,535.00",)).unexplained}
    judged = judge(Draft((SPENT.model_copy(update=update), LONELY.model_copy(update={"id": "other"}))).made())
    assert {cell.verdict for cell in judged.tables[0].figures} == {Verdict.REVIEW}
    assert {cell.verdict for cell in judged.tables[1].figures} == {Verdict.GROUNDED}


def test_a_sentence_about_a_doubtful_table_is_grounded_and_one_in_doubt_is_for_review() -> None:
    doubtful = SPENT.model_copy(update={"doubts": ("ragged",)})
    judged = judge(Draft((doubtful,), (("二、/关于支出总表的说明", "基本支出65.00万元。"),)).made())
    assert told(judged) == {"基本支出": Verdict.GROUNDED}
    judged = judge(Draft((SPENT,), (("二、/关于支出总表的说明", "基本支出65.00万元。"),)).doubting("65.00").made())
    assert told(judged) == {"基本支出": Verdict.REVIEW}


# --- suspects --------------------------------------------------------------------------------------------------------


def test_one_wrong_sentence_leaves_the_tables_verified() -> None:
    judged = judge(Draft((SPENT,), (NOTE,)).said("基本支出65.00", "基本支出56.00").made())
    assert set(verdicts(judged)) == {Verdict.VERIFIED}
    assert told(judged)["基本支出"] is Verdict.CONFLICT
    assert told(judged)["项目支出"] is Verdict.VERIFIED
    assert "note_amount" in identities(judged)


def test_one_wrong_percentage_leaves_the_amounts_verified() -> None:
    judged = judge(Draft((SPENT,), (NOTE,)).said("61.90", "69.10").made())
    assert set(verdicts(judged)) == {Verdict.VERIFIED}
    assert told(judged) == {
        "支出总计": Verdict.VERIFIED,
        "基本支出": Verdict.VERIFIED,
        "基本支出占比": Verdict.CONFLICT,
        "项目支出": Verdict.VERIFIED,
        "项目支出占比": Verdict.VERIFIED,
    }


def test_the_members_that_nothing_else_holds_up_are_the_suspects() -> None:
    judged = judge(Draft((SPENT,), (BARE,)).cell(Kind.EXPENDITURE, "20605", "项目支出", "90.00").made())
    assert verdict(judged, Kind.EXPENDITURE, "20605", "项目支出") is Verdict.CONFLICT
    assert verdict(judged, Kind.EXPENDITURE, "206", "项目支出") is Verdict.VERIFIED
    assert verdict(judged, Kind.EXPENDITURE, "20602", "项目支出") is Verdict.VERIFIED
    assert verdict(judged, Kind.EXPENDITURE, "20605", "合计") is Verdict.VERIFIED


def test_where_nothing_holds_any_member_up_all_are_suspects() -> None:
    body = "206 科学技术支出 100.00 60.00 45.00"
    judged = judge(Draft((table(Kind.EXPENDITURE, "合计 基本支出 项目支出", body),)).made())
    assert set(verdicts(judged)) == {Verdict.CONFLICT}


def test_where_all_members_are_held_up_and_none_is_prose_all_are_suspects() -> None:
    income = table(
        Kind.INCOME_EXPENDITURE,
        "收入/预算数 | 支出/预算数",
        "一、甲 40.00 | 一、乙 50.00\n收入总计 40.00 | 支出总计 50.00",
    )
    note = ("二、/关于收支总表的说明", "收入总计40.00万元。")
    judged = judge(Draft((income,), (note,)).made())
    assert identities(judged) == ["balance"]
    assert verdict(judged, Kind.INCOME_EXPENDITURE, "收入总计", "预算数") is Verdict.CONFLICT
    assert verdict(judged, Kind.INCOME_EXPENDITURE, "支出总计", "预算数") is Verdict.CONFLICT
    assert verdict(judged, Kind.INCOME_EXPENDITURE, "一、甲", "预算数") is Verdict.VERIFIED


def test_a_conditional_identity_holds_nothing_up_against_suspicion() -> None:
    income = table(Kind.INCOME, "合计", "206 科学技术支出 100.00")
    spent = table(Kind.EXPENDITURE, "合计 基本支出 项目支出", "206 科学技术支出 100.00 60.00 45.00")
    judged = judge(Draft((income, spent)).made())
    assert verdict(judged, Kind.EXPENDITURE, "206", "合计") is Verdict.CONFLICT


def test_a_figure_over_its_bound_is_a_conflict() -> None:
    fund = table(Kind.GOVERNMENT_FUND, "合计", "206 科学技术支出 80.00")
    judged = judge(Draft((LONELY, fund)).made())
    assert set(verdicts(judged)) == {Verdict.CONFLICT}


def test_a_sentence_in_whole_wan_yuan_does_not_hold_up_the_last_digits_of_a_table_in_yuan() -> None:
    body = "合计 60069849 40894519 19173330"  # 2,000 too much
    shown = table(Kind.EXPENDITURE, "合计 基本支出 项目支出", body, unit="元")
    judged = judge(Draft((shown,), (("二、/关于支出总表的说明", "支出总计6007万元。"),)).made())
    assert "row_sum" in identities(judged)
    assert verdict(judged, Kind.EXPENDITURE, "合计", "合计") is not Verdict.VERIFIED


def test_a_figure_in_a_column_where_its_class_is_blank_is_not_verified() -> None:
    body = "221 住房保障支出 35.00 35.00 _\n22102 住房改革支出 35.00 _ 35.00\n合计 35.00 35.00 _"
    judged = judge(Draft((table(Kind.EXPENDITURE, "合计 基本支出 项目支出", body),)).made())
    assert "code_sum" in identities(judged)
    assert verdict(judged, Kind.EXPENDITURE, "22102", "项目支出") is not Verdict.VERIFIED


def ref(number: int) -> Ref:
    return ("t", number, 0)


def result(klass: Class, outcome: Outcome, *members: Ref, covers: bool = True) -> Result:
    """A result with bare members."""
    terms = tuple(Term(Decimal(1), Decimal(1), member, "", 1, None) for member in members)
    return Result("c", klass, outcome, terms, covers=covers)


def test_suspects_are_weighed_by_what_holds_each_member_up() -> None:
    broken = result(Class.H, Outcome.BROKEN, ref(1), ref(2), ("", 0, 0))
    everyone = [ref(1), ref(2), ("", 0, 0)]
    assert suspected(broken, {}) == everyone
    assert suspected(broken, {ref(1): {1}}) == [ref(2), ("", 0, 0)]
    assert suspected(broken, {ref(1): {1}, ref(2): {1}}) == [("", 0, 0)]
    assert suspected(broken, {member: {1} for member in everyone}) == [("", 0, 0)]
    only_prose = result(Class.H, Outcome.BROKEN, ("", 0, 0), ("", 1, 0))
    assert suspected(only_prose, {("", 0, 0): {1}, ("", 1, 0): {2}}) == [("", 0, 0), ("", 1, 0)]


@given(
    st.lists(
        st.tuples(
            st.sampled_from(Class),
            st.sampled_from(Outcome),
            st.sets(st.integers(0, 5), min_size=1, max_size=4),
            st.booleans(),
        ),
        max_size=8,
    )
)
def test_evidence_follows_the_rules_whatever_the_results(
    drawn: list[tuple[Class, Outcome, set[int], bool]],
) -> None:
    found = [
        result(klass, outcome, *map(ref, sorted(members)), covers=covers) for klass, outcome, members, covers in drawn
    ]
    evidence = weigh(found)
    good = {Outcome.HOLDS, Outcome.ROUNDING}
    for r in found:
        members = set(r.members)
        if r.outcome in good and r.covers and r.klass is not Class.S:
            assert members <= evidence.covered
        if r.outcome is Outcome.BROKEN and r.klass is Class.H:
            assert members & set(evidence.suspects), "a broken identity always names a suspect"
    covering = [set(r.members) for r in found if r.outcome in good and r.covers and r.klass is not Class.S]
    assert evidence.covered == frozenset().union(*covering)
    breaking = [set(r.members) for r in found if r.outcome is Outcome.BROKEN and r.klass is Class.H]
    assert set(evidence.suspects) <= set().union(*breaking)


# --- findings and counts ---------------------------------------------------------------------------------------------


def test_findings_say_what_is_printed_what_should_be_and_how_far_off_worst_first() -> None:
    income = table(Kind.INCOME, "合计", "206 科学技术支出 80.00")
    draft = Draft((SPENT, income)).cell(Kind.EXPENDITURE, "20605", "项目支出", "90.00")
    judged = judge(draft.made())
    order = [Severity.ERROR, Severity.WARNING, Severity.INFO]
    assert [f.severity for f in judged.findings] == sorted((f.severity for f in judged.findings), key=order.index)
    finding = next(f for f in judged.findings if f.check == "code_sum")
    assert (finding.expected, finding.found, finding.difference) == ("110.00", "40.00", "-70.00")
    assert (finding.severity, finding.table, finding.page, finding.verdict) == (
        Severity.ERROR,
        "expenditure",
        1,
        "conflict",
    )
    assert "206科学技术支出" in finding.message
    assert "应为 110.00，印作 40.00" in finding.message


def test_counts_add_up_to_the_results() -> None:
    draft = Draft((SPENT,), (NOTE,)).cell(Kind.EXPENDITURE, "20605", "项目支出", "?20.00")
    judged = judge(draft.made())
    counted = sum(c.holds + c.broken + c.rounding + c.not_checkable for c in judged.checks)
    assert counted == len(run(Book.of(draft.made())))


@given(st.permutations(range(3)))
def test_judging_again_or_in_another_order_of_tables_changes_no_verdict(order: list[int]) -> None:
    fund = table(Kind.GOVERNMENT_FUND, "合计", "206 科学技术支出 80.00")
    income = table(Kind.INCOME, "合计", "206 科学技术支出 70.00")
    shown = (SPENT, fund, income)
    first = judge(Draft(shown, (NOTE,)).made())
    again = judge(Draft(tuple(shown[i] for i in order), (NOTE,)).made())
    assert judge(first) == first
    assert {t.id: [c.verdict for c in t.cells] for t in again.tables} == {
        t.id: [c.verdict for c in t.cells] for t in first.tables
    }
    assert told(again) == told(first)


# --- misreadings of a real disclosure --------------------------------------------------------------------------------


@pytest.fixture(scope="session")
def sound() -> Disclosure:
    """A sound disclosure of many tables, as read."""
    return extract(SAMPLE)


@dataclass(frozen=True)
class Misreading:
    """A disclosure with one misreading, and the figures that are wrong through it."""

    disclosure: Disclosure
    wrong: tuple[Ref, ...]
    units: int  # how far off, in units of the last decimal; large where a figure stands in the wrong place


Misread = Callable[[Disclosure, Table, Cell, random.Random], Misreading | None]


def with_table(disclosure: Disclosure, new: Table) -> Disclosure:
    return disclosure.model_copy(update={"tables": tuple(new if t.id == new.id else t for t in disclosure.tables)})


def with_value(disclosure: Disclosure, shown: Table, cell: Cell, value: Decimal) -> Misreading | None:
    """The disclosure with another value in one cell; None where it is the same."""
    assert cell.value is not None
    if value == cell.value:
        return None
    cells = tuple(c.model_copy(update={"value": value}) if c is cell else c for c in shown.cells)
    units = int(abs(value - cell.value).scaleb(cell.decimals))
    changed = with_table(disclosure, shown.model_copy(update={"cells": cells}))
    return Misreading(changed, ((shown.id, cell.row, cell.column),), units)


def another_digit(disclosure: Disclosure, shown: Table, cell: Cell, chance: random.Random) -> Misreading | None:
    printed = f"{cell.value:f}"
    at = chance.choice([i for i, char in enumerate(printed) if char.isdigit()])
    digit = chance.choice([d for d in "0123456789" if d != printed[at]])
    return with_value(disclosure, shown, cell, Decimal(printed[:at] + digit + printed[at + 1 :]))


def swapped_digits(disclosure: Disclosure, shown: Table, cell: Cell, chance: random.Random) -> Misreading | None:
    printed = f"{cell.value:f}"
    pairs = [m.start() for m in re.finditer(r"(?=(\d)(?!\1)\d)", printed)]
    if not pairs:
        return None
    at = chance.choice(pairs)
    return with_value(
        disclosure, shown, cell, Decimal(printed[:at] + printed[at + 1] + printed[at] + printed[at + 2 :])
    )


def factor_of_ten(disclosure: Disclosure, shown: Table, cell: Cell, chance: random.Random) -> Misreading | None:
    assert cell.value is not None
    exponent = int(cell.value.as_tuple().exponent)
    shifted = cell.value * 10 if chance.random() < 0.5 else (cell.value / 10).quantize(Decimal(1).scaleb(exponent))
    return with_value(disclosure, shown, cell, shifted)


def lost_sign(disclosure: Disclosure, shown: Table, cell: Cell, chance: random.Random) -> Misreading | None:
    assert cell.value is not None
    return with_value(disclosure, shown, cell, -cell.value)


def moved_to_a_blank(disclosure: Disclosure, shown: Table, cell: Cell, chance: random.Random) -> Misreading | None:
    """A figure read into the blank cell left or right of it."""
    blanks = [
        c for c in shown.cells if c.row == cell.row and abs(c.column - cell.column) == 1 and c.state is State.BLANK
    ]
    if not blanks or not cell.value:
        return None
    blank = chance.choice(blanks)
    cells = tuple(
        c.model_copy(update={"state": State.NUMBER, "value": cell.value, "unit": cell.unit})
        if c is blank
        else c.model_copy(update={"state": State.BLANK, "value": None})
        if c is cell
        else c
        for c in shown.cells
    )
    changed = with_table(disclosure, shown.model_copy(update={"cells": cells}))
    return Misreading(changed, ((shown.id, blank.row, blank.column),), 10**9)


def shifted_columns(disclosure: Disclosure, shown: Table, cell: Cell, chance: random.Random) -> Misreading | None:
    """The figures of a row each read one column to the right, the last into the first."""
    own = sorted((c for c in shown.cells if c.row == cell.row), key=lambda c: c.column)
    if len(own) < 2:
        return None
    sources = dict(zip((c.column for c in own), [own[-1], *own[:-1]], strict=True))
    moved = {
        c.column: c.model_copy(update={"state": sources[c.column].state, "value": sources[c.column].value}) for c in own
    }
    wrong = tuple(
        (shown.id, c.row, c.column)
        for c in own
        if moved[c.column].state is State.NUMBER and (moved[c.column].value or 0) != (c.value or 0)
    )
    if not wrong:
        return None
    cells = tuple(moved[c.column] if c.row == cell.row else c for c in shown.cells)
    return Misreading(with_table(disclosure, shown.model_copy(update={"cells": cells})), wrong, 10**9)


def dropped_row(disclosure: Disclosure, shown: Table, row: int) -> Disclosure:
    """The disclosure with one row not read."""
    cells = tuple(c.model_copy(update={"row": c.row - (c.row > row)}) for c in shown.cells if c.row != row)
    rows = tuple(r for i, r in enumerate(shown.rows) if i != row)
    return with_table(disclosure, shown.model_copy(update={"rows": rows, "cells": cells}))


def verdict_of(judged: Disclosure, place_of: Ref) -> Verdict | None:
    name, row, column = place_of
    shown = next(t for t in judged.tables if t.id == name)
    return next(c.verdict for c in shown.cells if (c.row, c.column) == (row, column))


def accusers(disclosure: Disclosure, place_of: Ref) -> list[str]:
    """The identities between tables that are broken with a figure among their members (a sentence never unmakes a table)."""
    return [
        r.check
        for r in run(Book.of(disclosure))
        if r.klass is Class.H
        and r.outcome is Outcome.BROKEN
        and place_of in r.members
        and all(name for name, _, _ in r.members)
    ]


def chosen(disclosure: Disclosure, number: int, chance: random.Random) -> Iterator[tuple[Table, Cell]]:
    """Some figures of the tables that an identity covers, as many of each table as can be."""
    covered = weigh(run(Book.of(disclosure))).covered
    for shown in disclosure.tables:
        cells = [c for c in shown.figures if (shown.id, c.row, c.column) in covered]
        for cell in chance.sample(cells, min(number, len(cells))):
            yield shown, cell


@pytest.mark.parametrize(
    ("misread", "number", "least"),
    [
        (another_digit, 12, "0.95"),
        (swapped_digits, 8, "0.95"),
        (factor_of_ten, 5, "0.95"),
        (lost_sign, 5, "0.95"),
        # Sums are symmetric: a figure in the wrong column may leave them whole. Rulings must tell its place.
        (moved_to_a_blank, 6, "0.7"),
        (shifted_columns, 5, "0.9"),
    ],
    ids=lambda v: getattr(v, "__name__", str(v)),
)
def test_a_misread_figure_is_never_verified_where_an_identity_can_notice_it(
    sound: Disclosure, misread: Misread, number: int, least: str
) -> None:
    chance = random.Random(misread.__name__)  # noqa: S311 (no secret)
    counts: Counter[tuple[str, str]] = Counter()
    slips: list[str] = []
    for shown, cell in chosen(sound, number, chance):
        misreading = misread(sound, shown, cell, chance)
        if misreading is None:
            continue
        judged = judge(misreading.disclosure)
        for place_of in misreading.wrong:
            found = verdict_of(judged, place_of)
            small = misreading.units <= 3
            counts[shown.kind.value, "within 3 units" if small else str(found)] += 1
            if found is Verdict.VERIFIED and not small and (noticed := accusers(misreading.disclosure, place_of)):
                slips.append(f"{shown.kind.value} {shown.rows[cell.row].label} {cell.value}: {', '.join(noticed)}")
    report(misread.__name__, counts)
    assert slips == []
    large = sum(n for (_, outcome), n in counts.items() if outcome != "within 3 units")
    caught = large - sum(n for (_, outcome), n in counts.items() if outcome == "verified")
    assert large > 20
    assert caught >= Decimal(least) * large


def report(title: str, counts: Counter[tuple[str, str]]) -> None:
    """Print how the misread figures of each table came out (shown with -rP)."""
    outcomes = ["conflict", "review", "grounded", "verified", "within 3 units"]
    lines = [f"{title:24}" + "".join(f"{outcome:>16}" for outcome in outcomes)]
    for kind in dict.fromkeys(kind for kind, _ in counts):
        lines.append(f"{kind:24}" + "".join(f"{counts[kind, outcome]:16}" for outcome in outcomes))
    print("\n".join(lines))  # noqa: T201


DOWN = {"code_sum", "total_sum", "side_subtotal", "side_total", "item_parts"}
"""Identities that add up rows."""


@pytest.mark.parametrize("kind", [Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC, Kind.FISCAL])
def test_a_row_that_was_not_read_is_noticed_where_it_is_added_to_others(sound: Disclosure, kind: Kind) -> None:
    shown = next(t for t in sound.tables if t.kind is kind)
    parts = {
        term.ref[1]
        for r in run(Book.of(sound))
        for term in r.right
        if r.check in DOWN and len(r.right) > 1 and term.value and term.ref is not None and term.ref[0] == shown.id
    }
    assert parts
    dropped = range(0, len(shown.rows), 2)
    noticed = [row for row in dropped if identities(judge(dropped_row(sound, shown, row)))]
    print(f"{kind.value}: {len(noticed)} of {len(dropped)} rows not read are noticed")  # noqa: T201
    assert [shown.rows[row].label for row in sorted(parts.intersection(dropped) - set(noticed))] == []


def test_the_sample_itself_is_sound(sound: Disclosure) -> None:
    assert identities(sound) == []
    assert set(verdicts(sound)) == {Verdict.VERIFIED}


def finding_of(judged: Disclosure, check: str) -> Finding:
    return next(f for f in judged.findings if f.check == check)


def test_a_row_missing_under_its_class_is_told_with_the_amount_that_is_missing(sound: Disclosure) -> None:
    shown = next(t for t in sound.tables if t.kind is Kind.EXPENDITURE)
    row = next(i for i, r in enumerate(shown.rows) if r.code == "2080506")
    finding = finding_of(judge(dropped_row(sound, shown, row)), "code_sum")
    assert (finding.severity, finding.difference) == (Severity.ERROR, "1,592,320")
