"""What is worked out from two printed figures, asked of many rows of invented documents: names of all sorts, one answer each."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import pytest

from eval.corpus import chosen, write
from extract import extract
from extract.model import Kind
from qa.answer import AnswerOut, rounded
from qa.ask import Asker
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import both_years
from tests.libraries import build

SEED, DOCUMENTS, EACH = 409, 6, 40


@dataclass(frozen=True)
class Worked:
    """A question of one document, and the amount that it must be answered with first (元, %, or times)."""

    document: str
    question: str
    amount: Decimal
    history: tuple[str, ...] = ()


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> tuple[Asker, dict[str, View]]:
    folder = tmp_path_factory.mktemp("worked_out")
    named = [(name, document) for name, document in chosen(DOCUMENTS, SEED) if name.count("_") == 2]
    made = build(folder / "library", [write(folder, name, document) for name, document in named])
    views = {d.meta.file.removesuffix(".pdf"): View.of(d) for d in map(made.load, made.ids())}
    return Asker(folder / "library"), views


def rows_of(view: View, kind: Kind, column: str) -> list[Figure]:
    """The amounts of one column of a table by code; a name that stands at two codes is left out."""
    own = [
        f for f in view.figures
        if f.table is kind and f.code and f.value and f.yuan is not None and f.measure not in {"prior", "change"}
        and (f.column_role == column or kind is Kind.BASIC)
    ]  # fmt: skip
    return [f for f in own if len({g.code for g in own if g.row == f.row}) == 1]


def yuan(figure: Figure) -> Decimal:
    return figure.yuan if figure.yuan is not None else Decimal(0)


def apart(rows: Sequence[Figure], chance: random.Random) -> tuple[Figure, Figure]:
    """Two rows of which none is part of the other."""
    while True:
        a, b = chance.sample(list(rows), 2)
        if not a.code.startswith(b.code) and not b.code.startswith(a.code):
            return a, b


def twice(view: View, chance: random.Random) -> tuple[Figure, Figure]:
    """A row of the table of general public budget, as all money and as that money."""
    part = chance.choice(rows_of(view, Kind.GENERAL_PUBLIC, "total"))
    return next(f for f in rows_of(view, Kind.EXPENDITURE, "total") if (f.code, f.row) == (part.code, part.row)), part


def sums(view: View, chance: random.Random) -> tuple[str, Decimal]:
    a, b = apart(rows_of(view, chance.choice([Kind.EXPENDITURE, Kind.BASIC]), "total"), chance)
    return chance.choice(["{}与{}合计多少？", "{}和{}一共多少？", "{}、{}两项之和是多少？"]).format(a.row, b.row), yuan(
        a
    ) + yuan(b)


def gaps(view: View, chance: random.Random) -> tuple[str, Decimal]:
    a, b = apart(rows_of(view, Kind.EXPENDITURE, "total"), chance)
    words = chance.choice(["{}比{}多多少？", "支出总表中{}和{}相差多少？", "{}与{}的差额是多少"])
    return words.format(a.row, b.row), abs(yuan(a) - yuan(b))


def shares(view: View, chance: random.Random) -> tuple[str, Decimal]:
    own = rows_of(view, Kind.EXPENDITURE, "project")
    part = chance.choice(own)
    whole = next(f for f in rows_of(view, Kind.EXPENDITURE, "total") if (f.code, f.row) == (part.code, part.row))
    words = chance.choice(["{}中项目支出占多少？", "{}里项目支出的比例是多少？", "支出总表中{}的项目支出占比是多少？"])
    return words.format(part.row), rounded(yuan(part) / yuan(whole) * 100)


def shares_of_a_heading(view: View, chance: random.Random) -> tuple[str, Decimal]:
    own = rows_of(view, Kind.BASIC, "")
    part = chance.choice([f for f in own if len(f.code) == 5])
    whole = next(f for f in own if f.code == part.code[:3])
    return f"{part.row}占{whole.row}的比例是多少？", rounded(yuan(part) / yuan(whole) * 100)


def two_tables(view: View, chance: random.Random) -> tuple[str, Decimal]:
    whole, part = twice(view, chance)
    words = chance.choice(["{}在支出总表和一般公共预算支出表中相差多少？", "支出总表与一般公共预算支出表的{}差多少？"])
    return words.format(part.row), abs(yuan(whole) - yuan(part))


def other_money(view: View, chance: random.Random) -> tuple[str, Decimal]:
    whole, part = twice(view, chance)
    words = chance.choice(["{}里不是一般公共预算安排的有多少？", "{}由非一般公共预算资金负担的部分是多少？"])
    return words.format(part.row), yuan(whole) - yuan(part)


def what_stands_under(view: View, chance: random.Random) -> tuple[str, Decimal]:
    own = rows_of(view, Kind.EXPENDITURE, "total")
    top = chance.choice([f for f in own if len(f.code) == 3])
    under = [f for f in view.column(top) if f.code.startswith(top.code) and len(f.code) == 5]
    return f"{top.code}类下各款加起来是多少？", sum((yuan(f) for f in under), Decimal(0))


def times(view: View, chance: random.Random) -> tuple[str, Decimal]:
    b, a = sorted(apart(rows_of(view, Kind.EXPENDITURE, "total"), chance), key=yuan)
    return f"{a.row}是{b.row}的几倍？", rounded(yuan(a) / yuan(b))


def in_the_year_before(view: View, chance: random.Random) -> tuple[str, Decimal]:
    row = chance.choice([f for f in rows_of(view, Kind.GENERAL_PUBLIC, "") if f.measure == "final"])
    return chance.choice(["{}上年执行数是多少？", "去年{}花了多少？", "上年{}执行了多少"]).format(row.row), yuan(row)


def spoken_of_before(view: View, chance: random.Random) -> tuple[str, Decimal, tuple[str, ...]]:
    a, b = apart(rows_of(view, Kind.EXPENDITURE, "total"), chance)
    words = chance.choice(["那{}呢？", "{}呢", "换成{}"])
    return words.format(b.row), yuan(b), (f"支出总表里{a.row}是多少？",)


def part_of_the_row_before(view: View, chance: random.Random) -> tuple[str, Decimal, tuple[str, ...]]:
    alone_so = {f.row for f in rows_of(view, Kind.EXPENDITURE, "total")}
    row = chance.choice([f for f in rows_of(view, Kind.EXPENDITURE, "project") if f.row in alone_so])
    return chance.choice(["其中项目支出呢？", "里面项目支出是多少", "项目支出呢"]), yuan(row), (f"{row.row}是多少？",)


def same_column_of_another_row(view: View, chance: random.Random) -> tuple[str, Decimal, tuple[str, ...]]:
    a, b = apart(rows_of(view, Kind.EXPENDITURE, "project"), chance)
    return f"那{b.row}呢？", yuan(b), (f"支出总表里{a.row}是多少？", "其中项目支出呢？")


def the_last_two_together(view: View, chance: random.Random) -> tuple[str, Decimal, tuple[str, ...]]:
    a, b = apart(rows_of(view, Kind.BASIC, ""), chance)
    return chance.choice(["合计呢？", "一共多少"]), yuan(a) + yuan(b), (f"{a.row}是多少？", f"{b.row}呢")


def income_and_spending_of_a_row(view: View, chance: random.Random) -> tuple[str, Decimal]:
    incomes = {f.row: f for f in rows_of(view, Kind.INCOME, "total")}
    spent = chance.choice([f for f in rows_of(view, Kind.EXPENDITURE, "total") if f.row in incomes])
    words = chance.choice(["{}支出比收入多多少？", "{}支出与收入相差多少？", "{}的支出减去收入是多少？"])
    return words.format(spent.row.removesuffix("支出")), yuan(spent) - yuan(incomes[spent.row])


def part_of_the_year_before(view: View, chance: random.Random) -> tuple[str, Decimal]:
    rows = [f for f in rows_of(view, Kind.GENERAL_PUBLIC, "") if f.code]
    now, before = chance.choice(
        [p for f in rows if (p := both_years(f, view, view.disclosure.meta.year)) and p[1].value]
    )
    return f"{now.row}是上年的百分之几？", rounded(yuan(now) * 100 / yuan(before))


def two_together_of_a_third(view: View, chance: random.Random) -> tuple[str, Decimal, tuple[str, ...]]:
    whole = next(f for f in view.figures if f.table is Kind.BASIC and f.total and f.column_role in {"", "total"})
    a, b = apart([f for f in rows_of(view, Kind.BASIC, "") if f.columns == whole.columns], chance)
    share = rounded((yuan(a) + yuan(b)) * 100 / yuan(whole))
    return "合计占基本支出多少？", share, (f"{a.row}是多少？", f"{b.row}呢？")


def the_mean_of_two(view: View, chance: random.Random) -> tuple[str, Decimal, tuple[str, ...]]:
    a, b = apart(rows_of(view, Kind.BASIC, ""), chance)
    unit = 10_000 if a.unit == "万元" else 1
    return "平均多少？", rounded((yuan(a) + yuan(b)) / 2 / unit) * unit, (f"{a.row}是多少？", f"{b.row}呢？")


SORTS = (sums, gaps, shares, shares_of_a_heading, two_tables, other_money, what_stands_under, times,
         in_the_year_before, spoken_of_before, part_of_the_row_before, same_column_of_another_row, the_last_two_together,
         income_and_spending_of_a_row, part_of_the_year_before, two_together_of_a_third, the_mean_of_two)  # fmt: skip

Asks = Callable[[View, random.Random], "tuple[str, Decimal] | tuple[str, Decimal, tuple[str, ...]]"]


def questions(views: dict[str, View], ask: Asks) -> Iterator[Worked]:
    chance = random.Random(1)  # noqa: S311
    for _ in range(EACH):
        document = chance.choice(sorted(views))
        try:
            yield Worked(document, *ask(views[document], chance))
        except (IndexError, StopIteration):  # the document has no such rows
            continue


def first_of(answer: AnswerOut) -> Decimal | None:
    if not answer.figures:
        return None
    first = answer.figures[0]
    return abs(Decimal(first.amount_yuan if first.amount_yuan is not None else first.value))


@pytest.mark.parametrize("ask", SORTS, ids=lambda ask: ask.__name__)
def test_what_is_worked_out_is_right(ask: Asks, library: tuple[Asker, dict[str, View]]) -> None:
    asker, views = library
    asked = list(questions(views, ask))
    told = [(one, asker.ask(one.question, one.document, one.history)) for one in asked]
    assert len(asked) > EACH / 5
    assert [(one.question, str(one.amount), a.answer) for one, a in told if first_of(a) != abs(one.amount)] == []


def says_yes(answer: AnswerOut) -> bool | None:
    """Whether an answer begins with yes, or no; None where with neither."""
    first = re.split(r"[，：]", answer.answer)[0]
    return True if first in {"是", "有", "一致"} else False if first in {"不是", "没有", "不一致"} else None


def alone(view: View, chance: random.Random) -> Figure:
    """A row of basic expenditure whose amount is the only one under its name."""
    own = [
        f
        for f in rows_of(view, Kind.BASIC, "")
        if len({g.yuan for g in view.figures if f.row in {*g.names, *g.columns} and g.yuan}) == 1
    ]
    return chance.choice(own)


def claims(view: View, chance: random.Random) -> tuple[str, bool]:
    figure, right = alone(view, chance), chance.random() < 0.5
    told = figure.number if right else figure.number + Decimal("7.77")
    words = chance.choice(["{}是{:,}{}吗？", "{}是不是{:,}{}？", "听说{}有{:,}{}，对吗？"])
    return words.format(figure.row, told, figure.unit), right


def sums_claimed(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b = apart(rows_of(view, Kind.BASIC, ""), chance)
    right = chance.random() < 0.5
    told = rounded((yuan(a) + yuan(b)) / 10_000) + (0 if right else Decimal("7.77"))
    return f"{a.row}和{b.row}合计{told}万元，对吗？", right


def two_claims_at_once(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b = alone(view, chance), alone(view, chance)
    right = chance.random() < 0.5
    told = b.number if right else b.number + Decimal("7.77")
    return f"{a.row}{a.number}{a.unit}、{b.row}{told}{b.unit}，对吗？", right


def claims_of_a_move(view: View, chance: random.Random) -> tuple[str, bool]:
    moves = [f for f in view.figures if f.table is Kind.GENERAL_PUBLIC and f.measure == "change" and f.value]
    move = chance.choice([f for f in moves if f.code and f.unit in {"万元", "%"}])
    right = chance.random() < 0.5
    told = abs(move.number) + (0 if right else Decimal("7.77"))
    word = "增加" if move.number > 0 else "减少"
    return f"{move.row}比上年执行数{word}了{told}{move.unit}，对吗？", right


def over_a_limit(view: View, chance: random.Random) -> tuple[str, bool]:
    figure = alone(view, chance)
    limit = rounded(yuan(figure) * chance.choice([Decimal("0.5"), Decimal("1.5")]) / 10_000)
    words = chance.choice(["{}超过{}万元吗？", "{}有没有超过{}万元？", "{}是否超过{}万元"])
    return words.format(figure.row, limit), yuan(figure) > limit * 10_000


def sums_over_a_limit(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b = apart(rows_of(view, Kind.BASIC, ""), chance)
    total = yuan(a) + yuan(b)
    limit = rounded(total * chance.choice([Decimal("0.7"), Decimal("1.3")]) / 10_000)
    over = chance.random() < 0.5
    words = "{}和{}合计超过{}万元，对吗？" if over else "{}和{}一共不到{}万元，对吗？"
    return words.format(a.row, b.row, limit), (total > limit * 10_000) is over


def each_under_a_limit(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b, c = alone(view, chance), alone(view, chance), alone(view, chance)
    if len({a.row, b.row, c.row}) < 3:
        raise IndexError
    amounts = sorted(yuan(f) for f in (a, b, c))
    limit = rounded(chance.choice([amounts[-1] * 2, (amounts[0] + amounts[-1]) / 2]) / 10_000)
    words = chance.choice(["{}、{}和{}都不到{}万元，对吗？", "{}、{}、{}均低于{}万元，是吗？"])
    return words.format(a.row, b.row, c.row, limit), amounts[-1] < limit * 10_000


def two_shares_at_once(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b = alone(view, chance), alone(view, chance)
    whole = next(f for f in view.figures if f.table is Kind.BASIC and f.total and f.column_role in {"", "total"})
    if not yuan(whole) or a.row == b.row or a.columns != whole.columns or b.columns != whole.columns:
        raise IndexError
    shares = [rounded(yuan(f) * 100 / yuan(whole)) for f in (a, b)]
    right = chance.random() < 0.5
    told = shares[1] + (0 if right else Decimal("3.33"))
    return f"{a.row}占基本支出的{shares[0]}%，{b.row}占{told}%，对吗？", right


def from_one_year_to_the_next(view: View, chance: random.Random) -> tuple[str, bool]:
    year = view.disclosure.meta.year
    rows = [f for f in rows_of(view, Kind.GENERAL_PUBLIC, "") if f.code]
    now, before = chance.choice([p for f in rows if (p := both_years(f, view, year)) and p[0].number != p[1].number])
    right = chance.random() < 0.5
    told = before.number + (0 if right else Decimal("0.77") if now.number < before.number else Decimal("-0.77"))
    word = "增加" if now.number > before.number else "减少"
    return f"{now.row}从{told}{now.unit}{word}到{now.number}{now.unit}，对吗？", right


def more(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b = apart(rows_of(view, Kind.EXPENDITURE, "total"), chance)
    words = chance.choice(["{}比{}多吗？", "{}是不是比{}多？", "{}的钱比{}多，是这样吗？"])
    return words.format(a.row, b.row), yuan(a) > yuan(b)


def agree(view: View, chance: random.Random) -> tuple[str, bool]:
    whole, part = twice(view, chance)
    words = chance.choice(["支出总表和一般公共预算支出表的{}一致吗？", "{}在支出总表和一般公共预算支出表里一样吗？"])
    return words.format(part.row), yuan(whole) == yuan(part)


def two_equal_a_sum(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b = alone(view, chance), alone(view, chance)
    if a.row == b.row:
        raise IndexError
    right = chance.random() < 0.5
    told = rounded((yuan(a) + yuan(b)) / 10_000) + (0 if right else Decimal("7.77"))
    return f"{a.row}和{b.row}之和等于{told}万元，对吗？", right


def more_than_two_together(view: View, chance: random.Random) -> tuple[str, bool]:
    a, b, c = alone(view, chance), alone(view, chance), alone(view, chance)
    if len({a.row, b.row, c.row}) < 3:
        raise IndexError
    return f"{a.row}超过{b.row}和{c.row}之和，对吗？", yuan(a) > yuan(b) + yuan(c)


def part_of_last_year_claimed(view: View, chance: random.Random) -> tuple[str, bool]:
    rows = [f for f in rows_of(view, Kind.GENERAL_PUBLIC, "") if f.code]
    now, before = chance.choice(
        [p for f in rows if (p := both_years(f, view, view.disclosure.meta.year)) and p[1].value]
    )
    part = yuan(now) * 100 / yuan(before)
    limit = rounded(part, 0) + chance.choice([Decimal(-7), Decimal(7)])
    if part > 1000 or limit <= 0:
        raise IndexError
    over = chance.random() < 0.5
    return f"{now.row}预算数{'超过' if over else '不到'}上年的{limit}%，对吗？", (part > limit) is over


def share_of_last_year_claimed(view: View, chance: random.Random) -> tuple[str, bool]:
    rows = [f for f in rows_of(view, Kind.GENERAL_PUBLIC, "") if f.code]
    pairs = [p for f in rows if (p := both_years(f, view, view.disclosure.meta.year)) and p[0].value and p[1].value]
    part = chance.choice([p for p in pairs if len(p[0].code) > 3])
    whole = next(p for p in pairs if p[0].code == part[0].code[:3])
    shares = [rounded(yuan(a) * 100 / yuan(b)) for a, b in zip(part, whole, strict=True)]
    if shares[0] == shares[1]:
        raise IndexError
    rose = chance.random() < 0.5
    words = f"{part[0].row}占{whole[0].row}的比例比{part[1].year or (part[0].year or 1) - 1}年{'提高' if rose else '下降'}了，对吗？"
    return words, (shares[0] > shares[1]) is rose


def made_of_one_column(view: View, chance: random.Random) -> tuple[str, bool]:
    totals = {f.row: f for f in rows_of(view, Kind.EXPENDITURE, "total")}
    column = chance.choice(["basic", "project"])
    part = chance.choice([f for f in rows_of(view, Kind.EXPENDITURE, column) if f.row in totals])
    word = "基本支出" if column == "basic" else "项目支出"
    whole = yuan(totals[part.row])
    if chance.random() < 0.5:
        return f"{part.row}全部是{word}，对吗？", yuan(part) == whole
    return f"{part.row}主要是{word}，对吗？", yuan(part) * 2 > whole


YES_OR_NO = (
    claims, sums_claimed, two_claims_at_once, claims_of_a_move, over_a_limit, more, agree,
    sums_over_a_limit, each_under_a_limit, two_shares_at_once, from_one_year_to_the_next,
    two_equal_a_sum, more_than_two_together, part_of_last_year_claimed, share_of_last_year_claimed, made_of_one_column,
)  # fmt: skip


@pytest.mark.parametrize("ask", YES_OR_NO, ids=lambda ask: ask.__name__)
def test_yes_and_no_are_right(
    ask: Callable[[View, random.Random], tuple[str, bool]], library: tuple[Asker, dict[str, View]]
) -> None:
    asker, views = library
    chance = random.Random(2)  # noqa: S311
    told: list[tuple[str, bool, AnswerOut]] = []
    while len(told) < EACH:
        document = chance.choice(sorted(views))
        with suppress(IndexError, StopIteration):  # the document has no such rows
            question, right = ask(views[document], chance)
            told.append((question, right, asker.ask(question, document)))
    assert {right for _, right, _ in told} == {True, False}
    assert [(question, a.answer) for question, right, a in told if says_yes(a) is not right] == []


def test_the_first_label_of_a_table_without_rulings_is_whole(tmp_path: Path) -> None:
    """Its first line stands between the header and the row's figures."""
    name, document = next((n, d) for n, d in chosen(DOCUMENTS, SEED) if n.startswith("central_open"))
    table = next(t for t in extract(write(tmp_path, name, document)).tables if t.kind is Kind.EXPENDITURE)
    assert (table.rows[0].code, table.rows[0].label) == ("208", "社会保障和就业支出")
