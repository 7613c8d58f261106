"""Claims about what all bodies have together (六家的政府采购总额合计超过2亿元吗), and by what part one has more than another."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from qa.answer import AnswerOut, StatedFigure, Status, grouped, money, plain, rounded
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.plain.sentences import question_text
from qa.surveys.apart import as_held
from qa.surveys.bodies import BODY, masked
from qa.surveys.each import hear
from qa.surveys.idioms import SO_MANY
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.told import MOST, OF_SEVERAL_SORTS, answer, left_out, plainly, told_of, unit_of
from qa.words.bounds import HELD, held_in
from qa.words.numerals import number_of

_SUM = r"(?:之和|加(?:在)?一起|加一块儿?|加起来|合起来|合在一起|合计(?:数)?|总和|总数|总共|一共|加总|相加|总计数)"
_CLAIM = re.compile(
    rf"^(?:请问)?(?P<all>{SO_MANY})的?(?P<item>[^,，?？哪谁最比]{{1,24}}?)的?(?P<sum>{_SUM})[,，]?(?:的?数(?:额)?)?(?:是不是|是否|有没有|能不能|到底|会不会)?(?:已经|有)?(?P<much>[^,，?？]{{2,20}}?)[,，]?(?:了)?(?:对吗|是吗|对不对|吗|么|吧|没有)?[?？]?$"
)
_WHETHER = re.compile(r"[吗么吧][?？]?$|是不是|是否|有没有|对不对|没有[?？]?$|会不会|能不能")
_NUMBER = re.compile(r"[一二两三四五六七八九十]|\d+")


def sum_held(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """Whether the sum over all bodies is as a question says; None where it says nothing of the sort."""
    claim = said_so(question)
    text = question_text(claim)
    m = _CLAIM.match(text)
    held = HELD.fullmatch(m["much"]) if m is not None else None
    if m is None or held is None or not _WHETHER.search(text) or across.catalog.resolve(question).by_name:
        return None
    survey = read_survey(f"谁的{m['item']}最多")
    heard = hear(survey, documents, across, view) if len(survey.asked) == 1 else []
    own = [s for s in heard[0].said if s.amount is not None] if heard else []
    units = {unit_of(s) for s in own}
    number = _NUMBER.search(m["all"])
    bodies = {s.document.institute for s in own}
    counted = number is None or number_of(number[0]) == len(own)
    if len(units) != 1 or len(bodies) != len(own) or not counted or heard[0].absent or heard[0].review:
        return answer([], [], [], left_out(heard[0]) if heard else [], "不是每一家都有一个这样的数，说不准合计。")
    amounts, unit = [plainly(s.amount or Decimal(0)) for s in own], units.pop()
    total = plainly(sum(amounts, Decimal(0)))
    how = f"{' + '.join(map(grouped, amounts))} = {grouped(total)}"
    much = held_in(held)
    if much.way == "is" and "有没有" in text:
        much = replace(much, way="least")  # 有没有100辆
    right = as_held(much, total, unit)
    figure = StatedFigure(value=plain(total), unit=unit, amount_yuan=plain(total) if unit == "元" else None, how=how)
    text = f"{'是' if right else '不是'}，{len(own)} 家合计 {money(total, unit)}：{how}"
    notes = [*left_out(heard[0]), OF_SEVERAL_SORTS]
    lines = [text, "；".join(map(told_of, own[:MOST]))]
    return answer(lines, [figure, *(s.figure for s in own if s.figure is not None)], own, notes)


_PERCENT = re.compile(
    rf"^(?:请问)?{BODY}(?P<middle>[^{BODY}]{{1,40}}?(?:比|较)){BODY}(?P<same>[^{BODY}]{{0,30}}?)(?P<way>多|高|大|少|低|小)(?:出|了)*(?P<part>百分之(?:几|多少)|百分比(?:是|有)?多少|几成)[?？]?$"
)
_POINTS = re.compile(r"百分点")


def part_more(question: str, across: Across, ask: Callable[[str], AnswerOut]) -> AnswerOut | None:
    """By what part of the other's amount one body has more or less than it (甲的水费比乙少百分之几); None where it asks
    nothing of the sort. `ask`: the answer to the question how much more it is."""
    resolved = across.catalog.resolve(question)
    if len(resolved.mentions) != 2 or any(len(names) != 1 for names in resolved.mentions):
        return None
    text, words = masked(question, resolved)
    m = _PERCENT.match(question_text(text))
    if m is None or re.search(r"占|比[重例]|率|上年|去年", m["middle"] + m["same"]):
        return None
    told = ask(f"{words[0]}{m['middle']}{words[1]}{m['same']}{m['way']}多少？")
    if told.status is not Status.ANSWERED or len(told.figures) != 3:
        return told
    gap, _, other = (Decimal(f.amount_yuan or f.value) for f in told.figures)
    if not other or told.figures[1].unit == "%":
        return AnswerOut(answer="对方的数是 0 或本身是百分比，算不出百分之几。", status=Status.NOT_FOUND)
    percent = rounded(abs(gap) / abs(other) * 100)
    how = f"{grouped(plainly(abs(gap)))} ÷ {grouped(plainly(abs(other)))} = {grouped(percent)}%"
    figure = StatedFigure(value=plain(percent), unit="%", how=how)
    return told.model_copy(
        update={"answer": f"{told.answer}\n相差 {grouped(percent)}%：{how}", "figures": (figure, *told.figures)}
    )
