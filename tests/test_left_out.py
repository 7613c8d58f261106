"""What a question leaves out, places in a ranking and rows held against one another, with exact answers on invented documents."""

from __future__ import annotations

from decimal import Decimal

import pytest

from extract.model import Kind
from qa.answer import AnswerOut, Status, rounded
from qa.ask import Asker
from qa.documents.figures import Figure, View
from qa.words.left_out import Masked, asked_of_the_rest, left_out
from qa.words.ranks import plainly_ranked
from tests.test_worked_out import library, yuan

__all__ = ["library"]

CENT = Decimal(100)
"""元 within which an amount is the same as one worked out in the table's own unit."""


def masked(text: str, *names: str) -> Masked:
    spans = sorted((text.index(name), name) for name in names)
    return Masked.of(text, spans)


@pytest.mark.parametrize(
    "text",
    [
        "除水费外的办公支出是多少",
        "除了水费,办公支出还有多少",
        "水费以外的办公支出有多少",
        "水费之外,办公支出还花了多少",
        "办公支出里水费之外的钱有多少",
        "办公支出中,除了水费,一共多少",
        "撇开水费不谈,办公支出有多少",
        "没有水费的话,办公支出是多少",
        "如果不计水费,办公支出是多少",
        "办公支出(不含水费)是多少",
        "办公支出不包括水费是多少",
        "去掉水费后办公支出是多少",
    ],
)
def test_one_grammar_reads_what_is_left_out(text: str) -> None:
    asked = masked(text, "水费", "办公支出")
    left = left_out(asked)
    assert left is not None
    assert left.out == ("水费",)
    rest = asked_of_the_rest(left.rest)
    assert rest is not None
    assert asked.shown(rest.whole) == "办公支出"
    assert rest.of is None


def test_a_share_of_what_is_left_is_read_as_a_share() -> None:
    asked = masked("除水费外的办公支出占支出合计的比例", "水费", "办公支出")
    left = left_out(asked)
    rest = asked_of_the_rest(left.rest) if left is not None else None
    assert rest is not None
    assert (asked.shown(rest.whole), rest.of) == ("办公支出", "支出合计")


def test_places_are_said_in_one_way() -> None:
    assert plainly_ranked("办公支出中金额居第二位的是") == "办公支出中排第二的是"
    assert plainly_ranked("办公支出的次大项是什么") == "办公支出的第二大的科目是什么"
    assert plainly_ranked("办公支出后三位是哪几项") == "办公支出最少的三项是哪几项"
    assert plainly_ranked("办公支出中紧跟在水费后面的是哪项(按金额)") == "办公支出中仅次于水费的是哪项"
    assert plainly_ranked("公务接待批次多少") == "公务接待批次多少"


def under(view: View) -> tuple[Figure, list[Figure]] | None:
    """A class of the table of basic expenditure, and at least four rows under it, all of different amounts and called as
    nothing else is, largest first."""
    rows = [f for f in view.figures if f.table is Kind.BASIC and f.code and f.value and f.column_role in {"total", ""}]
    for whole in (f for f in rows if len(f.code) == 3):
        own = [f for f in rows if f.code.startswith(whole.code) and f.code != whole.code and f.ref[2] == whole.ref[2]]
        own.sort(key=lambda f: f.number, reverse=True)
        names = [f.names[0] for f in own]
        alike = any(a != b and a in b for a in names for b in names)
        coded = any(len({g.code for g in view.vocabulary[n] if g.code}) > 1 for n in names[:3])
        if len(own) > 3 and len({f.number for f in own}) == len(own) and not alike and not coded:
            return whole, own
    return None


@pytest.fixture(scope="module")
def cases(library: tuple[Asker, dict[str, View]]) -> list[tuple[str, str, Figure, list[Figure]]]:
    found = [(name, told) for name, view in library[1].items() if (told := under(view)) is not None]
    assert found
    return [(name, whole.names[0], whole, own) for name, (whole, own) in found]


def first_yuan(answer: AnswerOut) -> Decimal:
    told = answer.figures[0].amount_yuan
    assert told is not None
    return Decimal(told)


def test_amounts_shares_and_ranks_leave_out_what_is_to_be_left_out(
    library: tuple[Asker, dict[str, View]], cases: list[tuple[str, str, Figure, list[Figure]]]
) -> None:
    asker, _ = library
    for document, whole, total, rows in cases:
        a, b = rows[0].names[0], rows[1].names[0]
        left = yuan(total) - yuan(rows[0])
        for words in (
            f"{a}以外的{whole}有多少？",
            f"撇开{a}不谈，{whole}有多少",
            f"{whole}（不含{a}）是多少",
            f"没有{a}的话，{whole}是多少",
            f"{a}之外，{whole}还花了多少",
        ):
            assert abs(first_yuan(asker.ask(words, document)) - left) < CENT, words
        both = asker.ask(f"{whole}减去{a}再减去{b}等于多少", document)
        assert abs(first_yuan(both) - left + yuan(rows[1])) < CENT
        share = asker.ask(f"{whole}中除{a}外其余部分占{whole}的比例是多少", document)
        assert (share.figures[0].unit, Decimal(share.figures[0].value)) == ("%", rounded(left / yuan(total) * 100))
        for words in (
            f"不考虑{a}，{whole}里哪个最多",
            f"{whole}里{a}之外哪一项最多",
            f"去掉{a}后{whole}里最大的是哪项",
        ):
            assert Decimal(asker.ask(words, document).figures[0].value) == rows[1].number, words
        third = asker.ask(f"{whole}里除了{a}和{b}哪项最多", document)
        assert Decimal(third.figures[0].value) == rows[2].number


def test_rows_are_held_against_one_another(
    library: tuple[Asker, dict[str, View]], cases: list[tuple[str, str, Figure, list[Figure]]]
) -> None:
    asker, _ = library
    for document, whole, total, rows in cases:
        gap = asker.ask(f"{whole}下最大的和最小的相差多少", document)
        assert abs(first_yuan(gap) - yuan(rows[0]) + yuan(rows[-1])) < CENT
        more = asker.ask(f"{whole}中比{rows[2].names[0]}多的是哪项", document)
        assert [Decimal(f.value) for f in more.figures[:2]] == [rows[0].number, rows[1].number]
        mean = asker.ask(f"{whole}各项平均是多少", document)
        assert abs(first_yuan(mean) - sum(map(yuan, rows), Decimal(0)) / len(rows)) < CENT
        two = asker.ask(f"{whole}第一名和第二名合计占多少", document)
        assert Decimal(two.figures[0].value) == rounded((yuan(rows[0]) + yuan(rows[1])) / yuan(total) * 100)
        second = asker.ask(f"{rows[1].names[0]}在{whole}里排第二，对吗", document)
        assert second.answer.startswith("是，")


def test_a_question_after_a_ranking_is_about_what_was_ranked(
    library: tuple[Asker, dict[str, View]], cases: list[tuple[str, str, Figure, list[Figure]]]
) -> None:
    asker, _ = library
    for document, whole, total, rows in cases:
        before = [f"{whole}中最多的是哪一项"]
        rest = asker.ask("除了它还有多少？", document, before)
        assert abs(first_yuan(rest) - yuan(total) + yuan(rows[0])) < CENT
        two = asker.ask("前两项合计多少？", document, before)
        assert abs(first_yuan(two) - yuan(rows[0]) - yuan(rows[1])) < CENT
        over = asker.ask("它比第二名多多少？", document, before)
        assert abs(first_yuan(over) - yuan(rows[0]) + yuan(rows[1])) < CENT


def test_what_is_no_part_is_not_left_out(
    library: tuple[Asker, dict[str, View]], cases: list[tuple[str, str, Figure, list[Figure]]]
) -> None:
    asker, views = library
    for document, whole, _, rows in cases:
        classes = [
            f.names[0] for f in views[document].figures
            if f.table is Kind.BASIC and len(f.code) == 3 and f.value and f.names[0] != whole
        ]  # fmt: skip
        answer = asker.ask(f"{classes[0]}里{rows[0].names[0]}之外哪一项最多", document)
        assert answer.status is Status.NOT_FOUND
