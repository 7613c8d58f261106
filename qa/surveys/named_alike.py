"""Bodies that a question calls by the word that their names begin with, and how many they are (南屏这两家, 南屏的两家科研单位): written
out by their names."""

from __future__ import annotations

import re

from qa.documents.catalog import Catalog
from qa.documents.names import in_order
from qa.surveys.words import ALL
from qa.words.numerals import number_of

_KIND = r"(?P<kind>单位|部门|机构|院所|研究所|研究院|研究中心|中心|委员会|街道|[局所院馆站厅](?!长))"
_SORT = r"(?P<sort>科研|研究(?!所|院|中心)|科学研究(?!所|院|中心)|事业|行政|直属)?"
_WITHIN = r"(?:里面?|当中|之中|之间)?"
_SO_MANY = re.compile(
    rf"(?:的|这|那|下属的?|所属的?)*(?P<number>[两二三四五六七八九]|[2-9])(?:家|个(?={_SORT.replace('?P<sort>', '?:')}{_KIND.replace('?P<kind>', '?:')}))(?:{_SORT}{_KIND})?{_WITHIN}"
)
"""How many bodies are meant, behind the word that their names begin with."""
_KIND_FIRST = re.compile(
    rf"(?:这|那)?(?P<number>[两二三四五六七八九]|[2-9])(?:家|个)(?P<head>[\u4e00-\u9fff]{{2,6}}?)的?{_SORT}{_KIND}{_WITHIN}"
)
"""The same with the number before the word (两家南屏单位)."""
_RESEARCH = ("研究所", "研究院", "研究中心")
_ANY_KIND = frozenset(("", "单位", "部门", "机构", "院所"))
_LONGEST = 8


def names_written_out(question: str, catalog: Catalog) -> str:
    """A question with the names of bodies in the place of the word that they begin with; as it is where it names bodies
    otherwise, or where there are not so many of that name."""
    if len(catalog.documents) < 2:
        return question
    question = _sort_written_out(question, catalog)
    named = catalog.resolve(question).by_name
    for pattern, ahead in ((_SO_MANY, False), (_KIND_FIRST, True)):
        for m in pattern.finditer(question):
            start = m.start() if ahead else _begin(question, m.start(), catalog)
            head = m["head"] if ahead else question[start : m.start()]
            if (named and not question[:start].endswith(_SHARE_OF)) or not (names := _names(head, m, catalog)):
                continue
            rest = question[m.end() :]
            joint = "" if re.match(r"[的,，、]", rest) or _BEHIND_NAMES.match(rest) else "的"
            return f"{question[:start]}{'、'.join(names)}{joint}{rest}"
    return question


_SO_MANY_OF_SORT = re.compile(
    r"(?:这|那)?(?P<number>[两二三四五六七八九]|[2-9])(?:个|所|家)(?P<sort>[\u4e00-\u9fff]{1,10}?[所院局馆站园宫校委厅心社台队])(?!长)(?=的|20\d\d|[,，、?？]|谁|哪|合|加|一共|总共|分别|各|都|相?比|相?差|之间|里|中|平均)"
)
"""So many bodies by the sort that their names say (两个作物遗传研究所, 两个作物所)."""


def _sort_written_out(question: str, catalog: Catalog) -> str:
    """A question with the names of the bodies that it counts by their sort, or, behind their names (甲和乙两个作物所), without that;
    as it is where there are not so many of that sort."""
    for m in _SO_MANY_OF_SORT.finditer(question):
        sort, number = m["sort"], number_of(m["number"])
        own = [name for name in catalog.by_institute if name.endswith(sort[-1]) and in_order(sort, name)]
        if re.search(r"[\u4e00-\u9fff]$", question[: m.start()]) and len(sort) > 1:
            apart = f"{question[: m.start()]}{m['number']}家{question[m.end() :]}"
            told = catalog.resolve(apart).mentions
            if len(told) == number and all(len(names) == 1 and names[0] in own for names in told):
                return apart
        if len(sort) < _SHORTEST_SORT or len(own) != number or ALL.search(f"{m['number']}个{sort}") is not None:
            continue
        rest = f"{question[: m.start()]}{question[m.end() :]}"
        if not catalog.resolve(rest).by_name and not question[: m.start()].endswith(_SHARE_OF):
            joint = "" if re.match(r"[的,，、]", rest[m.start() :]) or _BEHIND_NAMES.match(rest[m.start() :]) else "的"
            return f"{question[: m.start()]}{'、'.join(own)}{joint}{question[m.end() :]}"
    return question


_SHORTEST_SORT = 3
_SHARE_OF = ("占", "占了", "占到")
"""Before the bodies of which a share is asked: another is named before."""
_BEHIND_NAMES = re.compile(r"$|之和|总和|合计|20\d\d|谁|哪|相?比|相?差|之间|各|分别|都|一共|合计|[?？]")


def _begin(text: str, end: int, catalog: Catalog) -> int:
    """Where the longest word begins that ends at a place and that names of bodies begin with; the place itself where none
    does."""
    for start in range(max(0, end - _LONGEST), end - 1):
        if any(name.startswith(text[start:end]) for name in catalog.by_institute):
            return start
    return end


def _names(head: str, said: re.Match[str], catalog: Catalog) -> list[str]:
    """So many bodies of a name, of a sort where they are of several; none where they are more or fewer."""
    own = _beginning_with(head, catalog)
    kind, number = said["kind"] or "", number_of(said["number"])
    if kind and kind not in _ANY_KIND:
        own = [name for name in own if name.endswith(kind)]
    of_sort = [name for name in own if name.endswith(_RESEARCH)] if "研" in (said["sort"] or "") else own
    if len(of_sort) == number:
        return of_sort
    return own if len(own) == number else []


def _beginning_with(head: str, catalog: Catalog) -> list[str]:
    return [name for name in catalog.by_institute if len(head) > 1 and name.startswith(head) and name != head]


def miscounted(question: str, catalog: Catalog) -> str:
    """That there are not so many bodies of the name that a question says; empty where it says nothing of the kind."""
    for m in _SO_MANY.finditer(question) if len(catalog.documents) > 1 else ():
        start = _begin(question, m.start(), catalog)
        head = question[start : m.start()]
        own = _beginning_with(head, catalog)
        joined = re.search(r"[、,，和与及跟]$", question[:start]) is not None
        if own and (m["kind"] or "") in _ANY_KIND and not joined and not _names(head, m, catalog):
            return f"名称以“{head}”开头的有 {len(own)} 家：{'、'.join(own)}，与问题里的家数不同。"
    return ""
