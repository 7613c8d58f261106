"""What somebody says of one document, asked of it part by part, and said to be so or not."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.codes import LEVEL_DIGITS
from extract.model import Kind
from extract.text import UNIT_YUAN, key
from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.follow_ups.context import Turn
from qa.outcomes.arithmetic import by_two_measures, difference
from qa.outcomes.rankings import extreme
from qa.plain.planned import planned_for
from qa.plain.sentences import question_text
from qa.terms.claim_parts import Part
from qa.terms.claim_verdicts import judged
from qa.terms.claims import claimed
from qa.terms.resolve import Wanted
from qa.terms.targets import Target, elsewhere, targets_of
from qa.words.lexicon import scopes_in
from qa.words.operations import Operation
from qa.words.plan import TOGETHER, Asked, Plan

CLAIMED_IN = frozenset(Operation) - {
    Operation.TEXT, Operation.LIST, Operation.REVERSE, Operation.CLAIM, Operation.FAULTS, Operation.RELATION,
    Operation.NAMED, Operation.MONTHLY, Operation.CHILDREN, Operation.EXTREME,
}  # fmt: skip
"""Operations of questions that an amount may be claimed in."""


Answer = Callable[[Asked, Sequence[Turn]], tuple[Outcome, Turn]]
"""How a document answers one question after others."""


def as_claimed(asked: Asked, view: View, before: Sequence[Turn], answer_to: Answer) -> Outcome | None:
    """Whether the amounts that a question claims are those of the document; None where it claims none that can be told."""
    if (whole := _read_whole(asked.text, view, answer_to)) is not None:
        return whole
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
        len(claim.parts) > 1
        or claim.otherwise
        or claim.strict
        or asked.plan.operation is Operation.FILTER
        or (asked.plan.operation is Operation.YES_NO and _of_money(claim.parts[0]))
        or (
            asked.plan.operation is Operation.CHANGE
            and claim.parts[0].held is not None
            and bool(_RATE.search(asked.text))
        )
    ):
        lost = next((a for a in answers if not a.found), None)
        return Outcome(Status.NOT_FOUND, lost.text if lost is not None else "文件里没有可以与之比较的数字。", cited=[])
    if done is not None and claim.otherwise:
        other = judged(claim.otherwise, answered(claim.otherwise))
        if other is None or other.text[:2] != done.text[:2]:
            return Outcome(
                Status.NOT_FOUND,
                _WHOLE_UNCLEAR if claim.strict else "没有读懂是说合计，还是说各项：请写明“合计”或“都”。",
                cited=[],
            )
    return done


def _of_money(part: Part) -> bool:
    """Whether a part of a claim tells an amount of money: what has no such amount is not just there or not there."""
    return part.held is not None and part.held.unit in UNIT_YUAN


_WHETHER = re.compile(r"[,，]?(?:是|对)?(?:吗|么|吧|不对)$|是不是|是否|有没有")
_SET_AGAINST = re.compile(
    r"(?P<over>高于|大于|多于|超过|超出)了?|(?P<under>低于|小于|少于|不及)了?|比(?=.*(?:还要?|要|更)?(?P<way>[多高大少低小])(?:了)?(?:些|一些|一点)?$)"
)
_WAY_LAST = re.compile(r"(?:还要?|要|更)?[多高大少低小](?:了)?(?:些|一些|一点)?$")


def between_tables(text: str, view: View) -> Outcome | None:
    """Whether an item is more, or less, in one table than in another (支出总表里的公积金比一般公共预算支出表里的多吗); None
    where words do not set two tables against one another."""
    if not _WHETHER.search(text):
        return None
    said = re.sub(r"[,，](?=(?:也|还|就)?(?:比|高于|大于|多于|超过|低于|小于|少于|不及))", "", _WHETHER.sub("", text))
    said = re.sub(r"(?<=表)(?:所|里)?(?:列|印|写|填)(?:的|出的|示的|数)?(?:数|金额)?(?=$|[\u4e00-\u9fff])", "的", said)
    said = re.sub(r"的(?:数|金额|数字|数额)?$", "", said)
    spans = [(s, e, name) for s, e, name in scopes_in(said) if name in set(Kind)]
    m = _SET_AGAINST.search(said)
    if m is None or len(spans) != 2 or spans[0][2] == spans[1][2]:
        return None
    (_, end, first), (start, _, second) = spans
    if not end <= m.start() < m.end() <= start:
        return None
    if TOGETHER.search(re.sub(r"表的?(?:本年)?(?:支出|收入)?(?:总计|合计)", "", said)) or re.search(
        r"[两二三四五六七八九几]张", said
    ):
        return None
    unread = Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项。", cited=[])
    if re.search(r"\d|[没不未]|倍|成(?!立|果|本|员|品)|都|各|[,，]", said):
        return unread
    left, right = said[: m.start()], _WAY_LAST.sub("", said[m.end() :])
    one, other = (targets_of(words, view, Wanted()) for words in (left, right))
    if len(one) > 1 or len(other) > 1:
        return unread
    a, b = one[0], other[0]
    if not _names_an_item(a) and not _names_an_item(b):
        return unread
    if not _names_an_item(b):
        b = elsewhere(a, [second], view, Wanted())
    elif not _names_an_item(a):
        a = elsewhere(b, [first], view, Wanted())
    for target, kind in ((a, first), (b, second)):
        figure = target.figure
        if figure is None or figure.value is None or target.open or figure.table.value != kind:
            return Outcome(Status.NOT_FOUND, "文件里没有在两张表里都找到这一项。", cited=[])
    if a.figure is None or b.figure is None or a.figure.ref == b.figure.ref:
        return unread
    outcome = difference(a.figure, b.figure)
    if outcome.found and outcome.stated:
        more = m["over"] is not None or (m["way"] or "") in {*"多高大"} - {""}
        gap = outcome.stated[0].value
        right_so = gap > 0 if more else gap < 0
        outcome.text = ("是，" if right_so else "不是，") + outcome.text
    return outcome


def _names_an_item(target: Target) -> bool:
    return bool(target.terms.terms) or target.terms.total


_TO_BUDGET = re.compile(
    r"^(?P<item>[^,，比占]{2,}?)的?(?:支出)?(?:决算|实际支出|实际发生|实际花费|实际)?(?:数|额)?(?:是不是|是否|有没有|要|还)?(?:(?P<within>(?:控制)?在(?:年初|全年)?预算(?:数|范围)?[以之]?内)|(?P<under>低于|少于|小于|不及)(?:年初|全年|当初)?的?预算(?:数)?|比(?:年初|全年|当初)?的?预算(?:数)?(?:还要?|要|更)?(?P<way>[少低小多高大])(?:花|用|支出)?)(?:的|了)?[,，]?(?:对|是)?(?:吗|么|吧|不对|$)$"
)


_OF_A_YEAR = re.compile(r"^(?:20\d\d年(?:度)?|今年|本年|当年|全年)的?")


def _kept_to_budget(text: str, view: View) -> Outcome | None:
    """Whether final accounts are under, over or within the budget of an item; None where it is not asked."""
    m = _TO_BUDGET.match(_OF_A_YEAR.sub("", text))
    if m is None or not _WHETHER.search(text):
        return None
    if view.disclosure.meta.kind != "final":
        spent = m["within"] is not None or re.search(r"决算|实际", text) is not None
        return Outcome(Status.NOT_FOUND, "这份文件是预算，没有决算数。", certain=True) if spent else None
    if re.search(r"三项|都|均|各|[和与、]", m["item"]):
        return Outcome(Status.NOT_FOUND, "问到的不止一项：请分开问，或写明“合计”。", cited=[])
    if re.search(r"\d|[没不未]", m["item"]) or not _is_thing(m["item"], view):
        unread = Outcome(Status.NOT_FOUND, "没有读懂要与预算相比的是哪一项。", cited=[])
        return unread if m["within"] is not None else None
    budget, final = by_two_measures(m["item"], ("budget", "final"), view, Wanted())
    if budget is None or final is None or budget.value is None or final.value is None:
        return Outcome(Status.NOT_FOUND, f"文件没有同时列出“{m['item']}”的预算数和决算数。", cited=[])
    if not (set(budget.names) & set(final.names) or set(budget.columns) & set(final.columns) or budget.total):
        return Outcome(Status.NOT_FOUND, f"文件没有同时列出“{m['item']}”的预算数和决算数。", cited=[])
    outcome = difference(final, budget)
    if outcome.found and outcome.stated:
        gap = outcome.stated[0].value
        holds = gap <= 0 if m["within"] else gap > 0 if (m["way"] or "少") in "多高大" else gap < 0
        outcome.text = ("是，" if holds else "不是，") + outcome.text
    return outcome


_BESIDES = re.compile(
    r"^(?P<head>[^,，]*?)[,，]?除(?:了|去|开)?(?P<it>[^,，]{2,}?)(?:这一?[项类个块])?(?:以外|之外|外)?[,，]?(?P<rest>[^,，]*?)(?:还|又|也|都)(?:有没有|是否|是不是)?(?:可以|能)?(?:安排|用于|用在|用到|投向|投到|花在|花到|列|拨|有|包括|包含|干|做)?了?(?:在|到)?(?:别的|其他|其它|另外的?|另)的?(?P<what>用途|支出|类别|支出类别|[类款项]级科目|科目|来源|资金来源|资金|收入|收入来源|方面|项目|地方|去处|种类|钱|事情?)?(?:上|里|可用)?(?:吗|么|没有|没|呢)?$"
)
_ASKS_OF_THE_REST = re.compile(
    r"除[^,，]{2,}[,，](?:其余|其他|其它|剩下|别)的?[^,，]*(?:都|全)[^,，]*(?:吗|么|吧)$|除(?:了|去|开)[^,，]{2,}还.*(?:吗|么|没有?)$|除(?:了|去|开)[^,，]{2,}[,，].*还.*(?:吗|么|没有?)$"
)
_WHEN = re.compile(r"^(?:今年|本年|全年|当年|20\d\d年(?:度)?|单位|本单位|的|是否|是不是|有没有)*$")


def _besides(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """Whether a whole has anything but one part of it (除了科技支出，政府性基金还有别的用途吗); None where it is not asked."""
    m = _BESIDES.match(text)
    unread = Outcome(Status.NOT_FOUND, "没有读懂除外的是哪一项、要看的是哪一项里的。", cited=[])
    if m is None or not re.search(r"吗|么|没有?$|有没有|是否|是不是", text):
        return unread if _ASKS_OF_THE_REST.search(text) else None
    head, rest = (re.sub(r"(?:里面?|中|的|当中)$", "", m[part]) for part in ("head", "rest"))
    whole = next((w for w in (head, rest) if not _WHEN.match(w)), "")
    part = m["it"]
    if not whole and re.search(r"收入|来源", m["what"] or ""):
        whole = "本年收入合计"
    elif not whole and "支出" in (m["what"] or ""):
        whole = "本年支出合计"
    if re.match(r"财政拨款(?!支出)", whole) and (kind := next((k for k in _ITS_MONEY if part.startswith(k)), "")):
        told = _of_one_money(f"财政拨款全部来自{kind}吗", view) or unread
        if told.found:
            told.text = ("没有，" if told.text.startswith("是") else "有，") + told.text.partition("，")[2]
        return told
    if not whole or not _is_thing(whole, view) or not _is_thing(part, view):
        return unread
    one = planned_for(question_text(f"{part}占{whole}多少"), view)
    told, _ = answer_to(one, ())
    if not told.found or not told.stated or told.stated[0].unit != "%" or not 0 < told.stated[0].value <= 100:
        return unread
    parts = told.stated[0].sources
    if len(parts) != 2 or parts[0].yuan is None or parts[1].yuan is None or parts[0].ref == parts[1].ref:
        return unread
    told.text = ("没有，" if parts[0].yuan == parts[1].yuan else "有，") + told.text
    return told


_GRADED = re.compile(
    r"项目[^,，]{0,6}?(?:都|全都|全部|均)[^,，]{0,4}?(?:评|得|拿|获|是|为)[^,，]{0,4}?[“\"]?(?P<grade>优秀?|良好?|合格)[”\"]?(?:的|等级|等次|了)*[,，]?(?:是|对)?(?:吗|么|吧|不对|$)$"
)


def _all_graded(text: str, view: View) -> Outcome | None:
    """Whether all projects that were rated got one grade, by how many got each; None where it is not asked or not told."""
    m = _GRADED.search(text)
    if m is None or not _WHETHER.search(text):
        return None
    grade = m["grade"] if m["grade"] == "合格" else m["grade"][0]
    told = [
        f for f in view.figures if f.is_fact and f.value is not None and re.match(r"绩效评级为.{1,3}的项目$", f.row)
    ]
    own = [f for f in told if f.row == f"绩效评级为{grade}的项目"]
    if len(own) != 1 or len(told) < _GRADES or len({f.row for f in told}) != len(told):
        return None
    alone = bool(own[0].number) and not any(f.number for f in told if f is not own[0])
    counts = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in told)
    place = f"（第 {own[0].page} 页，{own[0].place}）"
    return Outcome(
        Status.ANSWERED,
        f"{'是' if alone else '不是'}，{counts}{place}",
        [Stated.of(f) for f in (own[0], *(f for f in told if f is not own[0]))],
    )


_GRADES = 3
"""How many grades must be counted for nothing to be left out."""
_ALL_OF_ONE_MONEY = re.compile(
    r"^(?:本单位|今年|20\d\d年(?:度)?)*的?财政拨款(?:收入|资金)?(?:里面?|中)?[,，]?(?:是不是|是否)?(?:都|全都?|全部都?)(?:是|来自|来源于|由)(?P<money>一般公共预算|政府性基金)(?:预算)?(?:财政)?(?:拨款|资金|收入)*(?:的|安排)?[,，]?(?:是|对)?(?:吗|么|吧|不对|$)$"
)
_ITS_MONEY = ("一般公共预算", "政府性基金", "国有资本经营")


def _of_one_money(text: str, view: View) -> Outcome | None:
    """Whether this year's appropriations are all of one kind of money, by what the table of them prints of each kind."""
    m = _ALL_OF_ONE_MONEY.match(text)
    if m is None or not _WHETHER.search(text):
        return None
    found = {}
    for kind in _ITS_MONEY:
        rows = [
            f
            for f in view.figures
            if f.table is Kind.FISCAL and f.side == "income" and not f.code and kind in f.row and f.value is not None
        ]
        if rows:
            found[kind] = rows[0]
    own = found.get(m["money"])
    if own is None or (len(found) < 2 and not _blank_beside(own, view)):
        return Outcome(Status.NOT_FOUND, "没有读懂财政拨款里有哪几种资金。", cited=[])
    others = [f for kind, f in found.items() if kind != m["money"]]
    alone = bool(own.number) and not any(f.number for f in others)
    told = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in (own, *others))
    text = f"{'是' if alone else '不是'}，{told}（第 {own.page} 页，{own.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(f) for f in (own, *others)])


def _blank_beside(own: Figure, view: View) -> bool:
    """Whether the table of a kind of money has rows for others that print no number."""
    rows = [f.row for f in view.figures if f.ref[0] == own.ref[0] and f.value is None]
    return any(kind in row for kind in _ITS_MONEY if kind not in own.row for row in rows)


def _read_whole(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """The verdict on words that only say what they do as a whole; None where they are not of such a sort."""
    return (
        between_tables(text, view)
        or _kept_to_budget(text, view)
        or _all_graded(text, view)
        or _of_one_money(text, view)
        or _besides(text, view, answer_to)
    )


_RATE = re.compile(r"[增降涨跌]幅|增速|增长率|下降率")
_WHOLE_UNCLEAR = "没有读懂是就本年合计而言，还是连同结转的总计：请写明。"
_ONLY = re.compile(r"(?:只有|仅有?|唯一)(?![\d约]|(?:年初|全年)?预算的).*(?:吗|么|吧|对不对|是不是)$")
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
_LEVEL_OF = {digits: f"{level}级科目" for level, digits in LEVEL_DIGITS.items()}


def _as_large(words: str, first: Figure, view: View, wanted: Wanted) -> bool:
    """Whether what some words name is all that there is of the largest, in a column under its own."""
    own = targets_of(words, view, wanted)[0].figure
    return own is not None and own.ref[0] == first.ref[0] and own.yuan is not None and own.yuan == first.yuan


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
    right = (
        _as_large(m["it"], first, view, wanted)
        or bool({key(m["it"]), f"{key(m['it'])}支出"} & {*first.names, *first.columns})
        or first.called.endswith(m["it"])
    )
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
