"""Questions about the rows of basic expenditure whose answers are worked out from the gold tables, not by gouji: each is answered with
that amount; and the same questions with a row that the document does not print are refused.
"""

import json
import random
import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal

import pytest

from extract.text import folded
from qa.answer import AnswerOut, Status, numbers_in
from qa.ask import Asker
from qa.words.standard import standard_names
from tests.libraries import SAMPLES

DOCUMENTS = [file.stem for file in SAMPLES]
HEADS = re.compile(r"支出$|补助$|合计|总计")
"""What rows are called that others stand under."""
Work = Callable[[Decimal, Decimal, Decimal], Decimal]

PLACES = ("基本支出里", "基本支出表里", "在基本支出表中，", "")
WAYS: tuple[tuple[str, Work], ...] = (
    ("{a}比{b}多出来多少", lambda a, b, c: a - b),
    ("{b}和{a}的差额是多少", lambda a, b, c: a - b),
    ("{a}和{b}哪一个数额更大，大多少", lambda a, b, c: a - b),
    ("{a}比{b}多百分之几", lambda a, b, c: (a - b) / b * 100),
    ("{b}比{a}低百分之多少", lambda a, b, c: (a - b) / a * 100),
    ("{a}大约是{b}的几倍", lambda a, b, c: a / b),
    ("{a}、{b}、{c}三项共计多少", lambda a, b, c: a + b + c),
    ("{a}、{b}与{c}的平均值", lambda a, b, c: (a + b + c) / 3),
    ("{a}加{b}再减{c}是多少", lambda a, b, c: a + b - c),
    ("{a}、{b}、{c}中最多的是哪个，多少钱", lambda a, b, c: max(a, b, c)),
    ("{a}、{b}、{c}中最少的是哪个，多少钱", lambda a, b, c: min(a, b, c)),
    ("{a}翻一番会是多少", lambda a, b, c: a * 2),
    ("{a}压减10%后剩多少", lambda a, b, c: a * Decimal("0.9")),
    ("{a}压缩20%能省下多少钱", lambda a, b, c: a * Decimal("0.2")),
    ("{a}上浮5%是多少", lambda a, b, c: a * Decimal("1.05")),
    ("{a}平均每月多少", lambda a, b, c: a / 12),
)


def rows_of(document: str) -> dict[str, Decimal]:
    """The rows of a sample's table of basic expenditure that have one amount and a name of their own, in 万元."""
    gold = json.loads((SAMPLES[0].parent / f"{document}.gold.json").read_text())
    table = next(t for t in gold["tables"] if t["kind"] == "basic")
    scale = 10_000 if table["unit"] == "元" else 1
    names = Counter(row["label"].strip() for t in gold["tables"] for row in t["rows"] if t["kind"] == "basic")
    everywhere = Counter(row["label"].strip() for t in gold["tables"] for row in t["rows"])
    found = {}
    for row in table["rows"]:
        label, amounts = row["label"].strip(), [v for v in row["values"] if v]
        alone = names[label] == everywhere[label] == 1 and not HEADS.search(label)
        if amounts and alone and Decimal(amounts[0].replace(",", "")) > 0:
            found[label] = Decimal(amounts[0].replace(",", "")) / scale
    return found


def not_printed(document: str) -> str:
    """A row of the economic classification that a sample prints nowhere; empty where it prints all, be they blank."""
    text = folded((SAMPLES[0].parent / f"{document}.gold.json").read_text())
    usual = ("邮电费", "取暖费", "租赁费", "咨询费", "手续费", "抚恤金", "救济费", "助学金", "被装购置费", "专用燃料费")
    return next((n for n in usual if n in standard_names() and n not in text), "")


NOT_ALL = [document for document in DOCUMENTS if not_printed(document)]


def tells(answer: AnswerOut, wanted: Decimal) -> bool:
    told = [abs(n) for n in numbers_in(answer.answer.replace(",", ""))]
    return any(abs(n - abs(wanted)) <= Decimal("0.0051") or abs(n - abs(wanted) * 10_000) <= 1 for n in told)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_what_is_worked_out_from_the_gold_is_told(asker: Asker, document: str, place: str) -> None:
    rows = rows_of(document)
    chance = random.Random(f"{document}{place}")  # noqa: S311
    for form, work in WAYS:
        a, b, c = sorted(chance.sample(sorted(rows), 3), key=lambda name: -rows[name])
        question = place + form.format(a=a, b=b, c=c)
        answer = asker.ask(question, document)
        assert answer.status is Status.ANSWERED, question
        assert tells(answer, work(rows[a], rows[b], rows[c])), (question, answer.answer)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("document", NOT_ALL)
def test_what_is_not_printed_is_not_left_out(asker: Asker, document: str, place: str) -> None:
    rows, absent = rows_of(document), not_printed(document)
    chance = random.Random(f"{document}{place}")  # noqa: S311
    for form, _ in WAYS:
        a, b = chance.sample(sorted(rows), 2)
        named = {"a": a, "b": b, "c": absent} if "{c}" in form else {"a": absent, "b": b, "c": a}
        question = place + form.format(**named)
        answer = asker.ask(question, document)
        assert answer.status is Status.NOT_FOUND, (question, answer.answer)


@pytest.mark.parametrize(
    "question",
    [
        "基本支出里奖金比邮电费多出来多少？",
        "基本支出里的奖金、邮电费、水费三项共计多少？",
        "基本支出里的奖金、津贴补贴、邮电费三项共计多少？",
    ],
)
def test_a_short_name_that_is_not_printed_is_not_left_out(asker: Asker, question: str) -> None:
    answer = asker.ask(question, "marine_station_2026")
    assert answer.status is Status.NOT_FOUND
    assert "奖金" in answer.answer


@pytest.mark.parametrize(
    "question",
    [
        "{absent}最高的是哪一项？",
        "{absent}里最多的科目是哪个？",
        "最高的{absent}是多少？",
        "哪一项{absent}最少？",
    ],
)
@pytest.mark.parametrize("document", NOT_ALL)
def test_of_what_is_not_printed_there_is_no_largest(asker: Asker, document: str, question: str) -> None:
    answer = asker.ask(question.format(absent=not_printed(document)), document)
    assert answer.status is Status.NOT_FOUND
