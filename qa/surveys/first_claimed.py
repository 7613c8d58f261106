"""Claims of what one body has and of its place among all (甲的三公经费有3.41亿元，是六家里最多的，对不对): both must hold."""

from __future__ import annotations

import re

from qa.answer import AnswerOut, Status
from qa.plain.sentences import question_text
from qa.surveys.answering import Answering
from qa.surveys.apart import as_held
from qa.surveys.bodies import BODY, masked
from qa.surveys.body_follow_ups import one_after_another
from qa.surveys.each import hear
from qa.surveys.idioms import OF_ONE_KIND, SO_MANY
from qa.surveys.reading import read_survey
from qa.surveys.said_so import said_so
from qa.surveys.told import answer, told_of, unit_of
from qa.words.bounds import HELD, held_in
from qa.words.numerals import number_of

_MUCH = r"(?:大约|大概|约)?(?P<{}>\d[\d,]*(?:\.\d+)?(?:亿元?|万元?|元|辆|台|套|个|人|平方米)(?:[(（][套台][)）])?)"
_HAS = r"(?:高达|多达|低至|达到?|共有|只有|仅有|是|有|为)?"
_ALL = rf"(?P<all>{OF_ONE_KIND}|{SO_MANY}|这?几家(?:单位)?|大家|(?:全|整个)?(?:资料)?库里?)(?:里面?|里头|中|当中|之中|之间)?"
_RANK = r"(?:最(?P<way>[高多大低少小])的?(?:那?一?家)?(?:单位|机构|部门)?|(?:排名?|第)*第(?P<place>[一二三四五六七八九十\d]+)(?:名|位|[高多大])?的?|(?P<first>之首|之冠|首位|榜首|头名|第一名)|(?P<last>垫底|末位|倒数第一)的?)"
_PLACE = rf"(?:[是在属算排]|也是|堪称|位列|居)*(?:{_ALL})?的?[,，]?(?:[是在属算居]|排名?|位列|位居)*{_RANK}"
_SO = r"[,，。]?(?:对不对|对吗|是吗|是不是|没错吧|对吧|是吧|吗|么|吧)[?？]?$"
_WHO = rf"^(?:听说|据说|有人说)?[,，]?{BODY}(?:20\d\d年(?:度)?)?"
_CLAIMS = (
    re.compile(
        rf"{_WHO}(?:的(?P<item>[^,，?？最{BODY}]{{1,24}}?)[,，]?{_HAS}{_MUCH.format('much')}|(?P<bare>[^,，?？最\d的{BODY}]{{2,24}}?){_HAS}{_MUCH.format('bare_much')}|(?:共|拥|保)?有{_MUCH.format('number')}的?(?P<things>[\u4e00-\u9fff]{{1,10}}))[,，](?:而且|并且|在|它|这家(?:单位)?)*{_PLACE}{_SO}"
    ),
    re.compile(
        rf"{_WHO}的?(?P<item>[^,，?？最{BODY}]{{1,24}}?){_PLACE}[,，](?:一共|总共|而且)?{_HAS}{_MUCH.format('much')}{_SO}"
    ),
    re.compile(
        rf"^(?:听说|据说|有人说)?[,，]?(?:{_ALL}[,，]?)?(?P<item>[^,，?？最{BODY}]{{2,24}}?)最(?P<way>[高多大低少小])的?(?:单位|机构|部门|一家|那家)?(?:就)?是{BODY}[,，](?:一共|总共|而且)?{_HAS}{_MUCH.format('much')}{_SO}"
    ),
)
_TOP = r"最(?P<{}>[高多大低少小])的?(?:那?一?[家个])?(?:单位|机构|部门)?"
_BOTH_FIRST = re.compile(
    rf"^(?P<x>[^,，?？最比]{{1,20}}?){_TOP.format('a')}[,，]?(?:恰好|正好|刚好|恰恰|同时|碰巧|是不是|是否|就|又|也|还|必然|一定)*(?:是)?(?P<y>[^,，?？最比是]{{1,20}}?){_TOP.format('b')}(?:是不是|是否)?(?:{_SO})"
)
_SAME_FIRST = re.compile(
    rf"^(?P<x>[^,，?？最比]{{1,20}}?){_TOP.format('a')}(?:和|与|跟|同)(?P<y>[^,，?？最比是]{{1,20}}?){_TOP.format('b')}[,，]?(?:是不是|是否|都是|是|乃)+同一[家个](?:单位|机构|部门)?(?:{_SO}|[?？]?$)"
)
"""That who has most of one thing has most of another."""
_FIRST_NAMED = re.compile(r"最[高低]的是 (?P<name>[^ ：；]+)(?= |：)")
_AMONG_ALL = re.compile(
    rf"(?:{OF_ONE_KIND}|{SO_MANY}|(?:全|整个)库|这?几家(?:单位)?)(?:里面?|里头|中|当中|之中)?(?:的)?(?:[是在属算居]|排名?)*(?:最[高多大低少小]|第[一二三四五六七八九十\d]+(?:名|位)?|之首|之冠|首位|榜首|垫底)|最[高多大低少小]的?(?:单位|机构|部门|一家|那家)?(?:就)?是{BODY}"
)
_HEAD = re.compile(r"^(是|不是)(?:（并列）)?，")
_CARS = frozenset(("车", "公车", "汽车", "公务车"))


def first_claimed(question: str, answering: Answering) -> AnswerOut | None:
    """Whether a body has what is claimed and the place that is claimed; None where not both are. A claim of a place among all
    that is not read is refused: the document of that body alone cannot tell."""
    claim = said_so(question)
    resolved = answering.across.catalog.resolve(claim)
    if not resolved.mentions and (both := _BOTH_FIRST.match(claim) or _SAME_FIRST.match(claim)) is not None:
        return _first_in_both(both, answering)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1:
        return None
    text, (body, *_) = masked(claim, resolved)
    m = next((m for pattern in _CLAIMS if (m := pattern.match(text)) is not None), None)
    if m is None:
        return None
    said = {name: words for name, words in m.groupdict().items() if words}
    item = said.get("item") or said.get("bare") or said.get("things", "")
    item = "车辆" if item in _CARS else item
    much = said.get("much") or said.get("bare_much") or said.get("number", "")
    amount, place = _held(resolved.mentions[0][0], item, much, answering), _placed(body, item, said, answering)
    heads = [_HEAD.match(told.answer) for told in (amount, place) if told is not None]
    if amount is None or place.status is not Status.ANSWERED or not all(heads):
        return AnswerOut(answer="没有读懂是哪一项、是多少：请分开来问。", status=Status.NOT_FOUND)
    right = all(head is not None and head[1] == "是" for head in heads)
    told = one_after_another(amount, place)
    return told.model_copy(update={"answer": f"{'是，两点都对' if right else '不是，两点没有都说对'}：\n{told.answer}"})


def _first_in_both(m: re.Match[str], answering: Answering) -> AnswerOut:
    """Whether who has most of one thing has most of another, too (车最多的单位恰好也是政府采购总额最高的单位，对吗)."""
    ways = [(re.sub(r"^(?:公?务?用?车)$", "车辆", m[x]), m[way]) for x, way in (("x", "a"), ("y", "b"))]
    told = [answering.ask(f"哪家单位的{item}最{way}？") for item, way in ways]
    first = [_FIRST_NAMED.match(one.answer) for one in told]
    if any(one.status is not Status.ANSWERED or "并列" in one.confidence_note for one in told) or not all(first):
        return AnswerOut(answer="没有读懂是哪两项各排第一：请分开来问。", status=Status.NOT_FOUND)
    names = {named["name"] for named in first if named is not None}
    both = one_after_another(*told)
    return both.model_copy(
        update={
            "answer": f"{'是' if len(names) == 1 else '不是'}，{'同一家' if len(names) == 1 else '不是同一家'}：\n{both.answer}"
        }
    )


def _held(institute: str, item: str, much: str, answering: Answering) -> AnswerOut | None:
    """Whether a body's amount of an item, as it is ranked by, is what is claimed; None where it has not one."""
    survey, held = read_survey(question_text(f"谁的{item}最多")), HELD.fullmatch(question_text(much))
    documents = answering.across.catalog.documents
    heard = hear(survey, documents, answering.across, answering.view) if len(survey.asked) == 1 else []
    own = [s for s in heard[0].said if s.document.institute == institute] if heard else []
    if held is None or len(own) != 1 or own[0].amount is None or own[0].figure is None:
        return None
    right = as_held(held_in(held), own[0].amount, unit_of(own[0]))
    return answer([f"{'是' if right else '不是'}，{told_of(own[0])}"], [own[0].figure], own, [])


def _placed(body: str, item: str, said: dict[str, str], answering: Answering) -> AnswerOut:
    """Whether a body has the place among all that is claimed."""
    if said.get("place", "一") == "一":
        way = said.get("way") or ("少" if "last" in said else "多")
        among = said.get("all", "")
        among = among if re.fullmatch(OF_ONE_KIND, among) else "所有单位"
        return answering.ask(f"{body}的{item}是{among}里最{way}的，对吗？")
    told = answering.ask(f"{body}的{item}在{said.get('all', '所有单位')}里排第几？")
    if told.status is not Status.ANSWERED or told.figures[0].unit != "名":
        return told
    right = int(told.figures[0].value) == number_of(said["place"])
    return told.model_copy(update={"answer": f"{'是' if right else '不是'}，{told.answer}"})


def among_all_unread(question: str, answering: Answering) -> bool:
    """Whether a question about one body that it names holds it against all of them in words that were not read: its own
    document ranks its rows, not the bodies."""
    resolved = answering.across.catalog.resolve(question)
    alone = len({n for names in resolved.mentions for n in names}) == 1
    return alone and _AMONG_ALL.search(masked(question, resolved)[0]) is not None
