"""Claims of what one body has and of its place among all (甲的三公经费有3.41亿元，是六家里最多的，对不对): both must hold."""

from __future__ import annotations

import re

from qa.answer import AnswerOut, Status
from qa.answering import Answering
from qa.bodies import BODY, masked
from qa.body_follow_ups import one_after_another
from qa.idioms import SO_MANY
from qa.numerals import number_of
from qa.said_so import said_so

_MUCH = r"(?:大约|大概|约)?(?P<{}>\d[\d,]*(?:\.\d+)?(?:亿元?|万元?|元|辆|台|套|个|人|平方米)(?:[(（][套台][)）])?)"
_HAS = r"(?:高达|多达|低至|达到?|共有|只有|仅有|是|有|为)?"
_ALL = rf"(?P<all>{SO_MANY}|这?几家(?:单位)?|大家|(?:全|整个)?(?:资料)?库里?)(?:里面?|里头|中|当中|之中|之间)?"
_PLACE = rf"(?:[是在属算排]|也是|堪称|位列|居)*(?:{_ALL})?的?[,，]?(?:[是在属算]|排名?|位列|位居|居)*(?:最(?P<way>[高多大低少小])的?(?:那?一?家)?(?:单位|机构|部门)?|(?:排名?|第)*第(?P<place>[一二三四五六七八九十\d]+)(?:名|位|[高多大])?的?|(?P<first>首位|榜首|头名|第一名)|(?P<last>垫底|末位|倒数第一)的?)"
_SO = r"[,，。]?(?:对不对|对吗|是吗|是不是|没错吧|对吧|是吧|吗|么|吧)[?？]?$"
_CLAIM = re.compile(
    rf"^(?:听说|据说|有人说)?[,，]?{BODY}(?:20\d\d年(?:度)?)?(?:的(?P<item>[^,，?？最{BODY}]{{1,24}}?)[,，]?{_HAS}{_MUCH.format('much')}|(?P<bare>[^,，?？最\d的{BODY}]{{2,24}}?){_HAS}{_MUCH.format('bare_much')}|(?:共|拥|保)?有{_MUCH.format('number')}的?(?P<things>[\u4e00-\u9fff]{{1,10}}))[,，](?:而且|并且|在)?{_PLACE}{_SO}"
)
_AMONG_ALL = re.compile(rf"{SO_MANY}(?:里面?|里头|中|当中|之中)?(?:的)?(?:[是在属算]|排名?)*(?:最[高多大低少小]|第[一二三四五六七八九十\d]+(?:名|位)?)")
_HEAD = re.compile(r"^(是|不是)(?:（并列）)?，")
_CARS = frozenset(("车", "公车", "汽车", "公务车"))


def first_claimed(question: str, answering: Answering) -> AnswerOut | None:
    """Whether a body has what is claimed and the place that is claimed; None where not both are. A claim of a place among all
    that is not read is refused: the document of that body alone cannot tell."""
    claim = said_so(question)
    resolved = answering.across.catalog.resolve(claim)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1:
        return None
    text, (body, *_) = masked(claim, resolved)
    m = _CLAIM.match(text)
    if m is None or not (m["all"] or m["way"] or m["place"]):
        return None
    item = m["item"] or m["bare"] or m["things"]
    item = "车辆" if item in _CARS else item
    asks = "是" if m["number"] is None else "有"
    much = m["much"] or m["bare_much"] or m["number"]
    amount = answering.ask(f"{body}的{item}{'是' if asks == '有' else asks}{much}吗？")
    place = _placed(body, item, m, answering)
    if amount.status is not Status.ANSWERED or place.status is not Status.ANSWERED:
        return amount if amount.status is not Status.ANSWERED else place
    heads = [_HEAD.match(told.answer) for told in (amount, place)]
    if not all(heads):
        return AnswerOut(answer="没有读懂是哪一项、是多少：请分开来问。", status=Status.NOT_FOUND)
    right = all(head is not None and head[1] == "是" for head in heads)
    told = one_after_another(amount, place)
    return told.model_copy(update={"answer": f"{'是，两点都对' if right else '不是，两点没有都说对'}：\n{told.answer}"})


def _placed(body: str, item: str, m: re.Match[str], answering: Answering) -> AnswerOut:
    """Whether a body has the place among all that is claimed."""
    if m["place"] is None or m["place"] == "一":
        way = m["way"] or ("少" if m["last"] else "多")
        return answering.ask(f"{body}的{item}是所有单位里最{way}的，对吗？")
    among = m["all"] or "所有单位"
    told = answering.ask(f"{body}的{item}在{among}里排第几？")
    if told.status is not Status.ANSWERED or told.figures[0].unit != "名":
        return told
    right = int(told.figures[0].value) == number_of(m["place"])
    return told.model_copy(update={"answer": f"{'是' if right else '不是'}，{told.answer}"})


def among_all_unread(question: str, answering: Answering) -> bool:
    """Whether a question about one body that it names holds it against all of them in words that were not read: its own
    document ranks its rows, not the bodies."""
    resolved = answering.across.catalog.resolve(question)
    return len({n for names in resolved.mentions for n in names}) == 1 and _AMONG_ALL.search(question) is not None
