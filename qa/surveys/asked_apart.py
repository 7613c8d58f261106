"""Two questions over a library in one breath, each with its own item (谁家没有应急用车？谁家没有领导用车？; 哪家没有培训费，哪家没有会议费), as those two."""

from __future__ import annotations

import re

from qa.answer import AnswerOut, Status
from qa.plain.sentences import question_text
from qa.surveys.answering import Answering
from qa.surveys.body_follow_ups import one_after_another
from qa.surveys.both_ends import both_ends
from qa.surveys.reading import read_survey
from qa.surveys.survey import Act, Survey

_ENDS = re.compile(
    r"(?<=[?？])|[;；]|[,，、](?=(?:又|还|另外|还有|那|而)*(?:有|是)?(?:谁|哪(?:[些几一两]?家|[个些]单位)|几家))"
)
_TOPIC = re.compile(
    r"^(?:请问)?[“\"]?(?P<item>[^,，?？哪谁几最“”\"]{2,20}?)[”\"]?(?:这(?:一)?(?:个|项|块|笔|类)?(?:科目|收入|支出|费用|钱)?|方面|来说|来看)?[,，](?P<who>谁家?|哪[家个](?:单位)?)(?:的)?(?P<rest>(?:是|花得?|用得?)?最[高多大低少小])"
)
"""An item said before the question who has most of it, and another who has none (其他收入这一项，谁家最多，谁家一分没有)."""
_WHO = re.compile(r"^(?:请问|另外|还有)?[,，]?(?:有)?(?:谁|哪(?:[些几一两]?[家个份])?|几[家个])")
_AND = re.compile(r"^(?:又|还|另外|还有|那么?|而)+(?:有|是)?(?=谁|哪|几[家个])")
_LEANS = re.compile(r"它|其(?![他它余中])|其中|该|这|那|第|另|再|还有|又|比(?!例|重)")
_THE_SAME = re.compile(
    r"(?:这|该|那)(?:一|个)?(?:项|类|笔|块|种)(?:的)?(?:支出|收入|费用?|经费|开支|花费|钱)?|它(?=[?？]?$)"
)
"""The item of the question before, in words that say no more."""
_NO_ITEM = re.compile(
    r"^(?P<who>(?:有)?(?:谁|哪[些几一两二三四五]?[家个份](?:单位|部门|机构)?|几[家个](?:单位|部门|机构)?))(?:家)?的?(?P<told>[^?？]*)[?？]?$"
)
_HAS_NONE = re.compile(
    r"(?:是|却|就|都|也|则)*(?:压根|根本|完全|一点|连?一分钱?|一毛钱?|分文|连?(?P<piece>一(?:辆车?|台|套|个)))*(?:都|也|是)?(?:没有?|未)(?:有|安排|列支?|花|用|编|发生)*(?:过|钱|的)*|(?:是|为|等于)?(?:零|0|空白|空着?)的?"
)
_END = re.compile(r"(?:是|花得?|用得?)?(?:最[高多大低少小]|倒数第[一二三]|垫底)的?")
_CARS = re.compile(r"(?:公务用|公务|公|汽)车(?!辆?(?:购置|运行|维护|费|支出)|经费)(?:子|辆)?")
"""Vehicles that are counted, where it is asked who has not one of them."""
_SO_MANY = re.compile(r"(?<=车辆|设备)多少[辆台套](?:\([套台]\))?$")
_OF_ITS_OWN = re.compile(r"多少|占|比上年|比重")
_OF_THE_FIRST = re.compile(r"^(?:那么?)?(?:它|其(?![他它余中])|该单位|这家(?:单位)?|那家(?:单位)?)的?(?=占)")


def asked_apart(question: str, answering: Answering) -> AnswerOut | None:
    """The answers to two questions, or three, that each ask which bodies, one after another; None where a question is one,
    or one of them leans on another in words that are not read, or is not answered."""
    if "一辆" in question:
        question = _CARS.sub("车辆", question)
    question = _TOPIC.sub(r"\g<who>的\g<item>\g<rest>", question)
    parts = [p.strip() for p in _ENDS.split(question) if p.strip("?？。 ")]
    if not 1 < len(parts) < 4 or both_ends(question_text(question)) is not None:
        return None
    if answering.across.catalog.resolve(question).by_name:
        return None
    head = read_survey(question_text(parts[0]))
    if len(parts) == 2 and head.asked and head.act is Act.RANK and _OF_THE_FIRST.match(parts[1]):
        told = answering.ask(parts[0])
        return one_after_another(told, answering.ask(parts[1], None, [parts[0]]))
    parts = [parts[0], *(_with_item(p, head) for p in parts[1:])]
    if any(_LEANS.search(p) for p in parts[1:]):
        return None
    for part in parts:
        survey = read_survey(question_text(part))
        if (
            _WHO.match(_item_last(part)) is None
            or not survey.asked
            or survey.act not in {Act.LIST, Act.COUNT, Act.RANK}
        ):
            return None
    first, *rest = [answering.ask(part) for part in parts]
    for then in rest:
        first = one_after_another(first, then)
    return first if first.status is Status.ANSWERED else None


_ITEM_FIRST = re.compile(
    r"^(?:请问)?(?P<item>[^,，?？哪谁几最]{2,24}?)(?=(?:有)?(?:谁|哪[些几一两]?[家个]|几[家个])|最[高多大低少小]的)"
)


def _item_last(part: str) -> str:
    """A question which bodies without the item that it begins with (公务接待费哪家最高)."""
    m = _ITEM_FIRST.match(part)
    return part if m is None else re.sub(r"^最[高多大低少小]的(?:单位|部门|机构)?(?:是|有)?", "", part[m.end() :])


def _with_item(part: str, before: Survey) -> str:
    """A question that leaves its item to the one before it in the same breath, with that item (又有哪两家完全没有)."""
    part = _AND.sub("", part)
    item = _SO_MANY.sub("", before.asked[0]) if len(before.asked) == 1 else ""
    if not item or _OF_ITS_OWN.search(item):
        return part
    if (same := _THE_SAME.search(part)) is not None:
        return f"{part[: same.start()]}{item}{part[same.end() :]}"
    m = _NO_ITEM.match(part)
    if m is None:
        return part
    if _HAS_NONE.fullmatch(m["told"]):
        return f"{m['who']}没有{item}？"
    return f"{m['who']}的{item}{m['told']}？" if _END.fullmatch(m["told"]) else part
