"""Whether one body has the most, or the least, of several that a question counts (文旅局的收入总计有九位数，它是四家预算单位里收入最多的吗), with
what is said of its amount beside that."""

from __future__ import annotations

import re
from decimal import Decimal

from qa.answer import AnswerOut, Status
from qa.surveys.answering import Answering
from qa.surveys.bodies import BODY, masked
from qa.surveys.idioms import OF_ONE_KIND, SO_MANY
from qa.words.numerals import number_of

_ALL = rf"(?:在|于)?(?P<{{}}>{OF_ONE_KIND}|{SO_MANY})(?:里面?|里头|中|当中|之中|之间)?"
_MOST = r"最(?P<{}>[高多大低少小])的?(?:那?一?家|那?一?个)?(?:单位|机构|部门)?"
_ITEM = rf"[^,，?？。最是{BODY}]{{1,24}}?"
_SO = r"[,，]?(?:对不对|对吗|是吗|对吧|是吧|吗|么|吧)[?？]?$"
_IS = r"(?:是不是|是否|是)"
_LEAD = r"^(?:请问|那么?)?[,，]?"
_CLAIMS = tuple(
    re.compile(f"{_LEAD}{form}(?:{_SO}|[?？]?$)")
    for form in (
        rf"{BODY}{_IS}{_ALL.format('all')}(?:的)?(?P<item>{_ITEM}){_MOST.format('way')}",
        rf"{BODY}的(?P<item>{_ITEM})(?:{_IS})?{_ALL.format('all')}(?:的)?(?:{_IS})?{_MOST.format('way')}",
        rf"{BODY}的?(?P<item>{_ITEM})(?:(?P<digits>(?:已经|高达|达到?|多达|共)?[有是]?(?:[两二三四五六七八九十]{{1,2}}|\d{{1,2}})位数)|(?P<vague>不少|很多|挺多|不低|很高|挺高|不多|很少|不高|可观|不小))?[,，](?:那么?)?(?:它|这家(?:单位)?|该单位|这个数|这)?(?:{_IS})?{_ALL.format('all')}(?:的)?(?:{_IS})?(?P<again>{_ITEM})??(?:{_IS})?{_MOST.format('way')}",
        rf"{_ALL.format('all')}[,，]?的?(?P<item>{_ITEM}){_MOST.format('way')}{_IS}{BODY}",
        rf"{_ALL.format('all')}[,，]?{_IS}{BODY}的?(?P<item>{_ITEM}){_MOST.format('way')}",
        rf"{_IS}{BODY}的(?P<item>{_ITEM})(?:在)?{_ALL.format('all')}(?:的)?{_MOST.format('way')}",
    )
)
_ASKS = re.compile(r"[吗么吧][?？]?$|是不是|是否|对不对")
_AMOUNT = re.compile(r"(?:\d|[一二两三四五六七八九十百千])+(?:\.\d+)?[余多]?(?:亿|万|元|辆|台|套|个|人|%)(?!元?以上)")
"""An amount beside the item, which is claimed as well."""
_UNREAD = "没有读懂这一家在各家里排在哪里的说法：请问“某项最多的是哪家”。"
_DIGITS = re.compile(r"(?P<number>[两二三四五六七八九十]{1,2}|\d{1,2})位数")


def first_of_kind(question: str, answering: Answering) -> AnswerOut | None:
    """Whether a body is the first, or the last, of those that are said; None where nothing of the sort is asked."""
    resolved = answering.across.catalog.resolve(question)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1 or len(answering.across.catalog.documents) < 2:
        return None
    text, called = masked(question, resolved)
    m = next((m for claim in _CLAIMS if (m := claim.match(text)) is not None), None)
    if m is None or len(called) != 1 or _ASKS.search(text) is None or _AMOUNT.search(m["item"]):
        return None
    said = {name: words for name, words in m.groupdict().items() if words}
    item = _one_item(said["item"], said.get("again", ""))
    if not item:
        return AnswerOut(answer=_UNREAD, status=Status.NOT_FOUND)
    told = answering.ask(f"{said['all']}里，哪家单位的{item}最{said['way']}？")
    head = re.match(r"最[高低]的是 ", told.answer)
    if told.status is not Status.ANSWERED or head is None:
        return told
    sizes = [Decimal(f.amount_yuan or f.value) for f in told.figures]
    places = [
        n
        for n, part in enumerate(told.answer[head.end() :].split("；其次 "))
        if part.startswith(resolved.mentions[0][0])
    ]
    first = any(sizes[n] == sizes[0] for n in places)
    if "digits" in said and (not places or not _so_long(sizes[places[0]], said["digits"])):
        wrong = "它的数没有列出，说不准有几位" if not places else f"它的数不是{_digits(said['digits'])}位数"
        return AnswerOut(answer=f"{wrong}：请分开来问。", status=Status.NOT_FOUND)
    alike = sum(size == sizes[0] for size in sizes[: told.answer.count("；其次 ") + 1]) > 1
    yes = "是（并列），" if alike else "是，"
    return told.model_copy(update={"answer": (yes if first else "不是，") + told.answer})


def _one_item(item: str, again: str) -> str:
    """The item that is ranked by, which may be said twice, the second time for short (收入总计 …, 收入最多); empty where two are
    named."""
    item, again = (re.sub(r"^的|的$|(?<=车)数$", "", words) for words in (item, again))
    item = {"有车": "车辆", "车": "车辆", "有": ""}.get(item, item)
    if not again or again in item or (again in {"车", "车辆"} and "车" in item):
        return item
    return again if item in again else ""


def _digits(said: str) -> int:
    m = _DIGITS.search(said)
    return number_of(m["number"]) if m is not None else 0


def _so_long(size: Decimal, said: str) -> bool:
    """Whether an amount in 元 has so many digits."""
    return len(str(int(abs(size)))) == _digits(said)
