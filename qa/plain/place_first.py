"""A table named first, as the place of all that is asked after it: 基本支出表里印刷费比差旅费高百分之几 asks of that table alone, whatever is
done with the amounts. What follows is read by itself, in a document that has no other table.
"""

from __future__ import annotations

import re
from typing import Literal

from extract.model import Kind
from qa.answer import Outcome
from qa.documents.figures import View
from qa.plain.two_places import places_in, tables_in_full
from qa.terms.terms import spot
from qa.words.lexicon import scopes_in

_IF = r"(?P<if>(?:如果|要是|假如|假设|若是?|请问|麻烦|那么?)?[,，]?(?:把|将)?)"
_LED_BY = rf"{_IF}(?:在|按照?|从|就|据|根据|依据?|看|只看|单看)?"
_BEHIND = r"(?:里面?|里头|之?中|当中|上|内|来看|看|来说|而言|的口径|口径)?(?:所?列(?:示|出)?)?的?[,，:：]?"
_ITS_MONEY = re.compile(
    rf"^{_LED_BY}(?:一般公共预算)?(?:财政拨款)?基本支出(?:里面?|里头|之?中|当中|内)的?[,，]?(?=.{{4}})"
)
"""Basic expenditure as a place: its table is the one by economic classification."""
_LEADS = re.compile(rf"^{_LED_BY}(?=.)")
_GOES_ON = re.compile(rf"^{_BEHIND}")
_SHORTEST = 6
"""How many characters a question has at least that asks more than the amount of one name."""


def place_first(text: str) -> tuple[Kind, str] | None:
    """The table that a folded question names first, and what it asks of it; None where it names none first, or another behind it."""
    if len(places_in(tables_in_full(text))) > 1:
        return None
    if (m := _ITS_MONEY.match(text)) is not None:
        return _asked_in(Kind.BASIC, m["if"] + text[m.end() :])
    led = _LEADS.match(text)
    start, condition = (led.end(), led["if"]) if led else (0, "")
    first = next(((e, name) for s, e, name in scopes_in(text) if s == start and name in set(Kind)), None)
    if first is None or first[1] == Kind.NARRATIVE.value:
        return None
    behind = _GOES_ON.match(text[first[0] :])
    return _asked_in(Kind(first[1]), condition + text[first[0] + (behind.end() if behind else 0) :])


_IN_BRACKETS = re.compile(
    r"[?？]?[(（](?:请|都|均|皆|一律)?(?:按照?|以|从|就|据|根据|依据?|看|只看|见|查|取)?(?P<table>[^()（）,，?？]+?)(?:里面?|里头|之?中|当中|上)?(?:的)?(?:口径|数据|数字|列示|为准|计算?|来?看|来?说|而言|里|中)*[)）](?P<then>[?？。]?[^()（）?？]{0,12}[?？。]?)$"
)
_ROW_IN = re.compile(
    r"^(?P<row>[^,，?？在]{2,24})在(?P<table>[^,，?？]{3,20})(?:里面?|里头|之?中|当中|上)(?:[,，](?=(?:其|它的?|的)?(?:基本|项目)支出)|(?=(?:是)?(?:基本|项目)支出(?:多|占)))"
)
_ROW_OF = re.compile(
    r"^(?P<row>[^,，?？()（）]{2,30})[(（](?P<table>[^()（）,，?？]{3,20})[)）](?:里面?|里头|之?中|当中)?的?[:：,，]?(?P<rest>(?:基本|项目)支出.+)$"
)
_SAID_LAST = re.compile(
    r"(?P<stop>[,，?？])(?:请|都|均|皆|一律|只|就|要)?(?:按照?|以|从|看|据|根据|依据?|参照)(?P<table>[^,，?？()（）]{3,20}?)(?:里面?|里头|之?中|当中|上)?的?(?:来?(?:算|计算?|看|说)|口径|数据|数字|列示|为准|为依据|回答)*(?P<then>[?？。]?)$"
)
_COMPARES = re.compile(
    r"比|倍|差|合计|之和|一共|总共|加|占|最|前[一二三四五十\d]|第[一二三四五]|以上|以下|超过|不到|几[个项]|多少[个项]"
)
"""What is done with amounts, where the table they are from is said last; the amount of one name has rules of its own."""


def table_to_front(text: str) -> str:
    """A folded question with the table that it names in brackets behind what it asks (水费比电费多多少(基本支出表)), or behind a row
    whose halves it asks for (基础研究在支出总表里,基本支出…), named first, and
    so one that is said last (购房补贴是住房公积金的几倍,看支出总表); any other as it is."""
    if (m := _IN_BRACKETS.search(text)) is not None and _is_table(m["table"]) and not scopes_in(text[: m.start()]):
        then = m["then"].strip("?？。,，")
        return f"{m['table']}里{text[: m.start()]}{f',{then}' if then else ''}{'?' if '?' in text else ''}"
    m = _SAID_LAST.search(text)
    if (
        m is not None
        and _is_table(m["table"])
        and not scopes_in(text[: m.start()])
        and (m["stop"] in "?？" or _COMPARES.search(text[: m.start()]))
    ):
        return f"{m['table']}里{text[: m.start()]}{m['then']}"
    if (m := _ROW_OF.match(text)) is not None and _is_table(m["table"]):
        return f"{m['table']}里{m['row']}的{m['rest']}"
    if (m := _ROW_IN.match(text)) is not None and _is_table(m["table"]):
        return f"{m['table']}里{m['row']}的{text[m.end() :]}"
    return text


def _is_table(words: str) -> bool:
    """Whether some words are the name of one table of figures, and no more."""
    found = scopes_in(words)
    return len(found) == 1 and found[0][:2] == (0, len(words)) and found[0][2] in set(Kind) - {Kind.NARRATIVE}


def with_its_table(text: str) -> str:
    """A folded question with basic expenditure, where it names that first as a place, by the name of its table; any other as it is."""
    m = _ITS_MONEY.match(text)
    return text if m is None else f"{m['if']}一般公共预算基本支出表里{text[m.end() :]}"


def _asked_in(kind: Kind, rest: str) -> tuple[Kind, str] | None:
    return (kind, rest) if len(rest) >= _SHORTEST and not scopes_in(rest) else None


_A_SPENDING = re.compile(r"[\u4e00-\u9fff](?:费|(?<![资基现])金|补贴|补助|工资|购置)$")
"""What names of spending end with; the short ones of the classification (水费, 奖金) are words of everyday speech elsewhere."""


def not_printed(text: str, view: View) -> str:
    """The first spending that a question asks for in the table it names first, and the document does not print; empty where it names
    none first, or prints each."""
    place = place_first(text)
    if place is None:
        return ""
    terms = spot(place[1], view)
    named = {name for _, name in view.absent_in(place[1])}
    lost = [word for word in terms.unexplained if word in named or _A_SPENDING.search(word)]
    return next(iter([*lost, *(t.text for t in terms.terms if t.absent)]), "")


_ALL_OF_IT = re.compile(
    r"(?:全部|所有|总的?)支出(?:合计|总[额计数])?|支出总[额计数]|全表(?:的)?(?:合计|总[额计数])|(?<!汇)总数"
)
_OF_SPENDING = frozenset((Kind.EXPENDITURE, Kind.GENERAL_PUBLIC, Kind.BASIC, Kind.GOVERNMENT_FUND, Kind.STATE_CAPITAL))


def of_its_total(kind: Kind, asked: str) -> str:
    """What is asked of a table that tells spending alone, with all spending by the one name that rules know for a total."""
    return _ALL_OF_IT.sub("支出总计", asked) if kind in _OF_SPENDING else asked


def asks_of_total(text: str) -> bool:
    """Whether a question asks of the total of a table that it names first, by a name for all spending."""
    place = place_first(text)
    return place is not None and of_its_total(*place) != place[1]


def cells_apart(text: str, outcome: Outcome) -> Literal["", "some", "all"]:
    """How many of the cells that prove an outcome stand in other tables than the one that a question names first, as a table; empty
    where it names none so, or none does."""
    place = None if _ITS_MONEY.match(text) else place_first(text)
    tables = {f.table for s in outcome.stated for f in s.sources if not f.is_fact}
    if place is None or not outcome.found or not tables - {place[0]}:
        return ""
    return "some" if place[0] in tables else "all"


def all_from(kind: Kind, outcome: Outcome) -> bool:
    """Whether an outcome is found, and all that proves it stands in tables of a kind."""
    sources = [f for s in outcome.stated for f in s.sources]
    return outcome.found and bool(sources) and not outcome.quotes and all(f.table is kind for f in sources)
