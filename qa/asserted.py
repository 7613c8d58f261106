"""What somebody says of one document, asked of it part by part, and said to be so or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.text import key
from qa.answer import Outcome, Stated, Status, money
from qa.claims import Part, claimed, judged
from qa.context import Turn, planned_for
from qa.figures import View
from qa.operations import Operation
from qa.plan import Asked, Plan
from qa.rankings import extreme
from qa.resolve import Wanted
from qa.sentences import question_text
from qa.targets import targets_of

CLAIMED_IN = frozenset(Operation) - {
    Operation.TEXT, Operation.LIST, Operation.REVERSE, Operation.CLAIM, Operation.FAULTS, Operation.RELATION,
    Operation.NAMED, Operation.MONTHLY, Operation.CHILDREN, Operation.EXTREME,
}  # fmt: skip
"""Operations of questions that an amount may be claimed in."""


Answer = Callable[[Asked, Sequence[Turn]], tuple[Outcome, Turn]]
"""How a document answers one question after others."""


def as_claimed(asked: Asked, view: View, before: Sequence[Turn], answer_to: Answer) -> Outcome | None:
    """Whether the amounts that a question claims are those of the document; None where it claims none that can be told."""
    claim = claimed(asked.text, view.numbered_names, view.whole_in(asked.text), lambda words: _is_thing(words, view))
    if claim is None and _ONLY.search(asked.text):
        return Outcome(Status.NOT_FOUND, "没有读懂“只有”是就哪些而言。", cited=[])
    if claim is None and (_NOT_UNDER.search(asked.text) or _NOT_MOST.search(asked.text)):
        return Outcome(Status.NOT_FOUND, "没有读懂“不”是就什么而言：请正着问。", cited=[])
    if claim is None and _NAMELESS.search(asked.text) and not before:
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项。", cited=[])
    if claim is not None and not claim.parts:
        return Outcome(Status.NOT_FOUND, "这句话里有几个说法，没有都读懂：请分开问。", cited=[])
    if claim is None or (asked.plan.operation is Operation.LOOKUP and not claim.parts[0].question):
        return None

    def answered(parts: Sequence[Part]) -> list[Outcome]:
        found: list[Outcome] = []
        turns = list(before)
        for part in parts:
            one = planned_for(question_text(part.question), view)
            alone = one.plan.operation is Operation.SHARE and bool(one.plan.second)  # says all that it means
            answer, turn = answer_to(one, before if alone else turns)
            turns.append(turn)
            found.append(answer)
        return found

    answers = answered(claim.parts)
    done = judged(claim.parts, answers)
    if done is None and (
        len(claim.parts) > 1 or claim.otherwise or claim.strict or asked.plan.operation is Operation.FILTER
    ):
        lost = next((a for a in answers if not a.found), None)
        return Outcome(Status.NOT_FOUND, lost.text if lost is not None else "文件里没有可以与之比较的数字。", cited=[])
    if done is not None and claim.otherwise:
        other = judged(claim.otherwise, answered(claim.otherwise))
        if other is None or other.text[:2] != done.text[:2]:
            return Outcome(Status.NOT_FOUND, "没有读懂是说合计，还是说各项：请写明“合计”或“都”。", cited=[])
    return done


_ONLY = re.compile(r"(?:只有|仅有?|唯一)(?![\d约]).*(?:吗|么|吧|对不对|是不是)$")
_NOT_UNDER = re.compile(
    r"不比[^,，]+[低少小高多大]|不(?:低于|高于|少于|多于|小于|大于)了?(?!\d|[一二两三四五六七八九十百千])[^\d,，]{2,}"
)
_NOT_MOST = re.compile(r"(?<!是)不是[^,，]{0,12}最[高多大低少小](?!的?吗)")
_NAMELESS = re.compile(r"(?<!同)(?<!环)(?<!相)(?<!占)比\s*(?:多|少|高|低|大|小)\s*(?:吗|么)?\s*$")


def _is_thing(words: str, view: View) -> bool:
    """Whether words name something of the document."""
    found = targets_of(words, view, Wanted())[0]
    return found.figure is not None and not found.open and bool(found.terms.terms)


_KINDS_BOUGHT = frozenset(("货物", "工程", "服务"))
_SAID_MOST = re.compile(
    r"^(?P<most>[^,，]*?最[大多高小少低](?:的)?[^,，是]{0,8}?)(?:就)?是(?P<it>(?!什么|哪|多少|不是)[^,，是]{2,20}?)[,，]?(?:对|是)?(?:吗|么|对不对|是不是|吧)$"
)
_LEVEL_OF = {3: "类级科目", 5: "款级科目", 7: "项级科目"}


def most_as_claimed(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """最大的支出是科学技术支出，对吗: yes or no, held against what is on its level; None where nothing of the sort is said."""
    m = _SAID_MOST.match(plan.first)
    if m is None:
        return None
    codes = [len(f.code) for f in view.vocabulary.get(key(m["it"]), ()) if f.code and not f.is_fact]
    level = _LEVEL_OF.get(codes[0], "") if codes else ""
    outcome = extreme(plan.model_copy(update={"first": f"{m['most']}{level}"}), view, wanted)
    if not outcome.found or not outcome.stated or not outcome.stated[0].sources:
        return outcome
    first = outcome.stated[0].sources[0]
    right = key(m["it"]) in {*first.names, *first.columns} or first.called.endswith(m["it"])
    right = right or (first.is_fact and m["it"] in _KINDS_BOUGHT and m["it"] in first.row)
    outcome.text = ("是，" if right else "不是，") + outcome.text
    if not right:  # and how much it is
        bought = "政府采购" if m["it"] in _KINDS_BOUGHT else ""
        own = targets_of(bought + m["it"], view, wanted)[0]
        if own.figure is not None and own.figure.yuan is not None and not own.open and own.figure.ref != first.ref:
            outcome.text += (
                f"；{own.figure.called} {money(own.figure.number, own.figure.unit)}（第 {own.figure.page} 页）"
            )
            outcome.stated.append(Stated.of(own.figure))
    return outcome
