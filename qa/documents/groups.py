"""Bodies that a question speaks of without naming them: 三家研究所, 两家搞极端材料的研究所, 县级部门; and one that nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extract.text import folded

_NUMBER = r"(?:这|那|只看|只算)?(?:一|两|二|三|四|五|六|七|八|九|十|几|\d+|所有|全部|各|每|哪(?:一|几|两|些)?)(?:个|家|所|份)?(?:的)?"
_TOPIC = r"(?:搞|做|管|研究|从事|负责)?(?P<topic>[\u4e00-\u9fff]{2,8}?)的"
_LEVEL = r"(?P<level>省|市|区|县|乡|镇|街道)级(?:的)?"
_LEAD = re.compile(rf"(?:{_NUMBER}(?P<topic>(?!))?)?(?:{_LEVEL})?")
_LEAD_TOPIC = re.compile(rf"{_NUMBER}{_TOPIC}(?:{_LEVEL})?")
_RESEARCH = re.compile(
    r"(?:科学?研究?|研究)(?:院所|机构|单位|院和研究所|所和研究院)|research (?:institut\w+|bod(?:y|ies)|organi[sz]ations?)"
)
_OF_RESEARCH = ("研究所", "研究院", "研究中心")
_BODY = re.compile(r"(?:单位|部门|机构)(?!支出|收入|(?:预算|决算)(?!当中|里|中|公开))")
_AND = re.compile(r"[、,，和与及跟]")
_NOT_A_BODY = re.compile(r"长|建设|服务|费")
_ENDS = re.compile(
    r"$|[^\u4e00-\u9fff]|的|里|中|当中|之[中间]|谁|哪|[0-9]|一共|总共|平均|合计|和|与|及|预算|决算|公务|三公|政府"
)
"""What stands behind a sort of one character (所, 局), which else may be the beginning of a word."""
_OWNS = re.compile(r"的|里|中|当中|之中")
_WITHIN = re.compile(r"当中|之中|之间|里面|里头|里|中")
_LONGEST = 14
_ENGLISH = re.compile(
    r"(?:of )?(?:the |these |those |all )?(?:two |three |four |five |six |\d+ )?(?P<sort>research (?:institut\w+|bod(?:y|ies)|organi[sz]ations?))",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^(?:请问|想问(?:一下)?|问一下|查(?:一下)?|帮我查(?:一下)?|我想知道|(?:能不能|能否|可不可以|可以|能)(?:这么|这样)?(?:写|说|讲)(?:成|为)?)?(?P<name>[\u4e00-\u9fff]{2,16}?(?:研究所|研究院|图书馆|博物馆|文化馆|档案馆|局|委员会|街道办事处|街道|大学|中学|小学|医院|厅|中心|站|所|院|馆|处|台|队|园|社|学校|学院|党校|政府))(?:的|在|20\d\d|今年|去年|一年|一共|花|有多少|预算|决算)"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,}?(?:省|市|县|区|自治州|州|盟|旗|镇|乡)[\u4e00-\u9fff]{1,}(?<!本级)$")


@dataclass(frozen=True, slots=True)
class Group:
    """The institutes meant, and the words that say so; all, and none, where the question speaks of no sort of body."""

    words: str = ""
    members: frozenset[str] | None = None


@dataclass(frozen=True)
class Bodies:
    """The institutes of a library, by what their names end with. Made once for each state of a library."""

    institutes: tuple[str, ...]

    @cached_property
    def bare(self) -> dict[str, str]:
        """By institute, its folded name without brackets."""
        return {name: re.sub(r"\([^()]*\)", "", folded(name)) for name in self.institutes}

    @cached_property
    def endings(self) -> frozenset[str]:
        """What names end with, short of whole names."""
        return frozenset(own[-n:] for own in self.bare.values() for n in range(1, min(_LONGEST, len(own) - 1) + 1))


def group_in(words: str, bodies: Bodies) -> Group:
    """The sort of bodies that a question over many speaks of, among the institutes that there are. A sort is what names
    end with (所, 血站, 高原生态研究院), several of them joined, a level (县级), or all that do research."""
    text = folded(words)
    bare = bodies.bare
    best = Group()
    for start in range(len(text)):
        for lead in (_LEAD.match(text, start), _LEAD_TOPIC.match(text, start)):
            first = start == 0 or text[start - 1] in ",，"
            if lead is None or not (lead[0] or first or _RESEARCH.match(text, start)):
                continue
            end, sorts = _sorts(text, lead.end(), bodies.endings)
            if not lead[0] and not _RESEARCH.match(text, start) and not _OWNS.match(text, end):
                continue  # 研究所的公务接待费, 血站里: said of all that are one
            level, topic = lead["level"], lead["topic"] or ""
            if level and not sorts:
                if (m := _BODY.match(text, end)) is None:
                    continue  # 市级财政拨款: whose money it is
                end = m.end()
            members = frozenset(
                name
                for name, own in bare.items()
                if (not sorts or own.endswith(sorts)) and topic in own and (not level or _of_level(own, level))
            )
            if members and (sorts or level) and end - start > len(best.words):
                within = _WITHIN.match(text, end)
                best = Group(text[start : within.end() if within is not None else end], members)
    if best.members is not None:
        best = _of_place(best, text, bare)
    if best.members is None and (m := _ENGLISH.search(words)) is not None:
        members = frozenset(n for n, own in bare.items() if own.endswith(_OF_RESEARCH))
        return Group(m[0], members) if members else best
    return best


_OF_PLACE = re.compile(r"(?P<place>[\u4e00-\u9fff]{2,6}?(?:省|市|县|区|州|盟|旗))的?$")


def _of_place(group: Group, text: str, bare: dict[str, str]) -> Group:
    """A sort of bodies, of the place that stands before it where some are of it (鹭洲市那两个局)."""
    at = text.find(group.words)
    m = _OF_PLACE.search(text[:at]) if at > 0 else None
    own = frozenset(n for n in group.members or () if m is not None and bare[n].startswith(m["place"]))
    return Group(text[m.start() : at] + group.words, own) if m is not None and own else group


def _sorts(text: str, at: int, endings: frozenset[str]) -> tuple[int, tuple[str, ...]]:
    """Where the sorts of body end that begin at a place of a text, and what names end with that are of them."""
    found: list[str] = []
    end = at
    while True:
        own: tuple[str, ...]
        if (m := _RESEARCH.match(text, at)) is not None:
            own, stop = _OF_RESEARCH, m.end()
        else:
            run = re.match(rf"[\u4e00-\u9fff]{{1,{_LONGEST}}}", text[at:])
            lengths = range(len(run[0]) if run is not None else 0, 0, -1)
            fits = (n for n in lengths if text[at : at + n] in endings)
            ends = (n for n in fits if n > 1 or _ENDS.match(text, at + n))
            length = next((n for n in ends if not _NOT_A_BODY.match(text, at + n)), 0)
            if not length:
                break
            own, stop = (text[at : at + length],), at + length
        found += own
        end = stop
        if (m := _AND.match(text, end)) is None:
            break
        at = m.end()
    return end, tuple(found)


def _of_level(institute: str, level: str) -> bool:
    """Whether an institute's name begins with a place of a level."""
    places = re.match(r"(?:[\u4e00-\u9fff]{1,6}?(?:省|市|区|县|乡|镇|街道))+", institute)
    return places is not None and places[0].endswith(level)


_STREET = re.compile(r"^(?!街道|本|该|我|各|这|那|贵)[\u4e00-\u9fff]{2,}?(?:街道|镇|乡)(?:办事处)?$")


def body_in(question: str) -> str:
    """The body that a question begins with, by a name with its place; empty where it begins with none."""
    m = _WHOSE.match(folded(question))
    name = m["name"] if m is not None else ""
    return name if name and (_PLACE.match(name) or _STREET.match(name)) else ""


def unknown_in(question: str) -> str | None:
    """The institute that a question begins with, by its full name with its place, where the library has none such."""
    name = body_in(question)
    return name if name and _PLACE.match(name) else None


_ONE_MORE = re.compile(
    r"[和与及跟、](?P<name>[\u4e00-\u9fff]{2,5}?(?:街道|研究所|研究院|中心|医院|大学|学院|局))(?=的|[,，?？]|合计|一共|总共|加|各|分别|哪|谁)"
)


def joined_body_in(question: str) -> str:
    """The body that a question names beside another (甲街道和乙街道的三公经费); empty where it names none."""
    m = _ONE_MORE.search(folded(question))
    return m["name"] if m is not None else ""


def like_body_in(question: str, institute: str) -> str:
    """A body whose name differs from an institute's in how it begins only (南斗岭, 北斗岭); empty where a question begins
    with none such."""
    text, own = folded(question), folded(institute)
    for cut in (1, 2):
        tail = own[cut:]
        at = text.find(tail) if len(tail) > _ALIKE else -1
        other = text[:at]
        if at in (1, 2) and re.fullmatch(r"[\u4e00-\u9fff]+", other) and other != own[:cut] and not _ASIDE.match(other):
            return f"{other}{tail}"
    return ""


_ALIKE = 5
_ASIDE = re.compile(r"请问?|那么?|在|问|这|该|查|看")
