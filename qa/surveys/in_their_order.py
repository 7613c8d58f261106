"""Bodies that a question takes up by their place among those just named (前者比后者高多少, 那另一家呢), or that it says the sort of
between dashes (两家科研单位——甲和乙——…): in the words of a question that names them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.documents.catalog import Catalog
from qa.surveys.bodies import BODY, masked
from qa.surveys.bodies_before import item_before, two_before
from qa.words.numerals import number_of

_NUMBER = r"(?P<number>[两二三四五六七八九十]|\d+)"
_YEAR = r"(?:20\d\d年(?:度)?)?"
_AND = r"(?:[和与跟同及、,，]|以及)"
_RUN = rf"(?P<run>{BODY}{_YEAR}(?:{_AND}{BODY}{_YEAR})+)"
_DASH = r"(?:[—–－─]+|-{1,3})"
_SORT = rf"(?:这|那|也就是|即|都是|同为)?{_NUMBER}(?:家|个|所|份)(?P<what>[^\0,，?？。;；—–－─-]{{0,14}}?)"
_BETWEEN_DASHES = (
    re.compile(rf"(?:这|那)?{_SORT}{_DASH}[,，]?{_RUN}{_DASH}[,，]?的?"),
    re.compile(rf"{_RUN}{_DASH}[,，]?{_SORT}{_DASH}[,，]?的?"),
)
"""Several bodies and what sort they are of, one between dashes after the other."""
_ASKS_WHO = re.compile(r"谁|哪|相?差|之间|相比|合计|加|一共|总共|平均|分别|各")


def without_sorts(question: str, catalog: Catalog) -> str:
    """A question that says between dashes of what sort the bodies are that it names, or who those of a sort are, with their
    names alone; as it is where it counts others than it names."""
    if BODY in question or re.search(_DASH, question) is None:
        return question
    resolved = catalog.resolve(question)
    if len(resolved.mentions) < _PAIR or any(len(names) != 1 for names in resolved.mentions):
        return question
    text, called = masked(question, resolved)
    for pattern in _BETWEEN_DASHES:
        m = pattern.search(text)
        if m is not None and m["run"].count(BODY) == number_of(m["number"]):
            joint = "" if _ASKS_WHO.match(text, m.end()) else "的"
            text = f"{text[: m.start()]}{m['run']}{joint}{text[m.end() :]}"
            break
    return _named(text, called)


def _named(text: str, called: Sequence[str]) -> str:
    first, *rest = text.split(BODY)
    return first + "".join(name + part for name, part in zip(called, rest, strict=True))


_ONE = r"(?:前|后)(?:者|一[家个](?:单位|机构|部门)?|面?那一?[家个](?:单位|机构|部门)?)"
_ITEM = r"(?:(?!多少|几|哪|谁|最|吗|是否|是不是|分别|占|前者|后者|比(?!重(?!点)|例))[^,，:：?？。;；\0]){2,30}?"
_TALK = r"^(?:请问|请|麻烦|帮我|那么?|我?想问(?:一下)?)*"
_COMPARE = r"(?:(?:比一比|比比|比较|对比)(?:一下|看看)?|[把将拿])"
_HEAD = (
    rf"{_TALK}(?:(?:论|就|单看|只看|要论)?(?P<topic>{_ITEM})(?:这(?:一)?[项块]|方面|来说|来看)?[,，:：])?{_COMPARE}?{BODY}{_YEAR}{_AND}{BODY}{_YEAR}"
    rf"(?:这?(?:[两2](?:家|个|者)|俩)(?:单位|机构|部门)?)?(?:之间|里面?|当中)?(?:[,，]?的?(?P<item>{_ITEM}))?(?:(?:来)?(?:相比|比较|比起来|相比较|对比|比一比|比比|来?比)(?:一下|看看)?(?:的话)?)?[,，:：?？。;；]*(?:那么?|请问|其中|看看?|算算)?"
)
_MUCH = r"(?:有|是|为|等于|得)?(?:多少|几|多大)(?:钱|万元|亿元|元|万|块钱|(?P<unit>[辆台套]))?(?:公?车|设备)?(?:呢|呀|啊)?[?？。]*$"
_FIRST = rf"(?P<first>{_ONE})(?:的(?P<own>公?车|{_ITEM}))?"
_OTHER = rf"(?P<other>{_ONE})(?:的(?P<same>公?车|{_ITEM})?)?"
_WAY = r"(?:要|还|更|又)*(?P<way>[多高大少低小]|超出|超过|节省|省)(?:出|了|来|花|用|支|安排|列)*"
_ASKED = tuple(
    (re.compile(rf"{_HEAD}{rest}"), told)
    for rest, told in (
        (rf"{_FIRST}(?:[比较]|(?:相比|相较|比起)(?:于)?){_OTHER}[,，]?{_WAY}{_MUCH}", "{a}的{x}比{b}{way}{much}"),
        (rf"{_FIRST}(?:超出|超过|高出|多出|高于|多于){_OTHER}(?P<way>){_MUCH}", "{a}的{x}比{b}多{much}"),
        (rf"{_FIRST}(?:低于|少于|不及){_OTHER}(?P<way>){_MUCH}", "{a}的{x}比{b}少{much}"),
        (rf"{_FIRST}{_WAY}{_MUCH}", "{a}的{x}比{b}{way}{much}"),
        (rf"{_FIRST}(?:减去?|减掉|扣除|扣去){_OTHER}(?P<way>){_MUCH}", "{a}的{x}比{b}多{much}"),
        (
            rf"{_FIRST}(?:大概|大约)?(?:是|为|相当于|等于){_OTHER}的?(?:(?:多少|几)倍|百分之(?:几|多少)|几成)(?:呢)?[?？。]*$",
            "{a}的{x}相当于{b}的几倍",
        ),
        (
            rf"{_FIRST}(?:是不是|是否)?(?:[比较]){_OTHER}(?:要|还|更)*(?P<way>[多高大少低小])(?:一?[些点])?(?:吗|么|对吗|是吗)?[?？。]*$",
            "{a}的{x}比{b}{way}吗",
        ),
        (
            rf"{_FIRST}占(?:了|到)?(?:[两二](?:家|者|个)|它们|他们)?(?:单位|机构|部门)?的?(?:合计|总和|总数|总额|之和|加起来)(?:数|额)?的?(?:百分之(?:几|多少)|几成|多少|(?:多大|多少)?的?(?:比例|比重)(?:是)?(?:多少|多大)?)(?:呢)?[?？。]*$",
            "{a}的{x}占{both}合计的百分之几",
        ),
        (
            rf"(?:是不是|是否)(?:是)?{_FIRST}(?:要|还|更)*(?P<way>[多高大少低小])(?:一?[些点])?(?:吗|么)?[?？。]*$",
            "{a}的{x}比{b}{way}吗",
        ),
        (
            rf"(?:是|到底|究竟)*{_FIRST}(?:要|还|更)*(?P<way>[多高大少低小])(?:一?[些点])?,?还是{_OTHER}(?:要|还|更)*(?P=way)?(?:一?[些点])?(?:呢)?[?？。]*$",
            "{both}的{x}，谁{way}",
        ),
        (
            rf"(?P<first>{_ONE})的(?P<own>公?车辆?|{_ITEM}(?<![多高大少低小]))(?:呢[?？。]*$|(?:又|一共|总共|各|还|现|共|大概)*{_MUCH})",
            "{a}的{x}是{much}",
        ),
    )
)
"""What is asked of the former and the latter of two bodies that a question names."""
_PAIR = 2
_LESS = ("少", "低", "小", "节", "省")


def former_and_latter(question: str, catalog: Catalog) -> str:
    """A question of the former or the latter of two bodies that it names, with their names in that place; any other as it is."""
    if BODY in question or re.search(_ONE, question) is None:
        return question
    resolved = catalog.resolve(question)
    if len(resolved.mentions) != _PAIR or any(len(names) != 1 for names in resolved.mentions):
        return question
    text, called = masked(question, resolved)
    if len(called) != _PAIR:
        return question
    years = re.findall(rf"{BODY}({_YEAR})", text)
    both = [f"{name}{year}" for name, year in zip(called, years, strict=True)]
    for pattern, told in _ASKED:
        m = pattern.match(text)
        if m is None:
            continue
        said = m.groupdict()
        item = said.get("own") or said.get("item") or said.get("topic")
        second = said["first"].startswith("后")
        same = said.get("same") in {None, "", item}
        if item is None or not same or (said.get("other") or "").startswith("后" if second else "前"):
            return question  # of nothing, of two things, or one held against itself
        a, b = reversed(both) if second else both
        way = "少" if (said.get("way") or "").startswith(_LESS) else "多"
        much = f"几{said['unit']}" if said.get("unit") else "多少"
        return told.format(a=a, b=b, x=item, way=way, much=much, both="和".join(both))
    return question


_THE_OTHER = re.compile(
    r"^(?:那么?|请问|换成?)*(?:另外|另|剩下)的?(?:那|这)?(?:一?(?:家|个|所|方)(?:单位|机构|部门)?)(?:的(?P<item>[^,，?？]{2,24}?))?"
    r"(?:又|也|一共|总共|各|还|则|现|共)*(?:呢|(?:有|是|为|花了?|安排了?|列了?)?(?:多少|几)(?:钱|万元|亿元|元|辆|台|套|个)?(?:呢)?)?[?？。]*$"
)
"""The other of two bodies, of which the question before asked one."""
_TWO_OF_KIND = re.compile(
    r"(?:[两二2](?:家|个|份)(?:做|编制?|出|公布|公开|发布)?了?(?P<kind>预算|决算)|(?:做|编制?|出|公布|公开|发布)了?(?P<of>预算|决算)的[两二2](?:家|个))"
)
_WHO_OF_TWO = re.compile(r"(?:谁|哪(?:一)?(?:家|个|所)).*?(?P<way>[多高大少低小])(?:一?[些点])?(?:呢)?[?？。]*$")
_FLIPPED = {"多": "少", "高": "低", "大": "小", "少": "多", "低": "高", "小": "大"}
_CLAUSE = re.compile(r"[^,，;；。?？]+[,，;；。?？]*")


@dataclass(frozen=True, slots=True)
class _Named:
    """A body as a question names it: who it is, and where."""

    body: str
    start: int
    end: int


def _named_in(question: str, catalog: Catalog) -> list[_Named]:
    """The bodies that a question names, in order; nothing where a name can mean several."""
    resolved = catalog.resolve(question)
    spans = sorted((s for s in resolved.spans if s.what == "institute"), key=lambda s: s.start)
    if len(spans) != len(resolved.mentions) or any(len(names) != 1 for names in resolved.mentions):
        return []
    return [_Named(names[0], s.start, s.end) for names, s in zip(resolved.mentions, spans, strict=True)]


def said_in_full(question: str, history: Sequence[str], catalog: Catalog) -> str | None:
    """A question of the other of two bodies, or of the former or the latter, that the ones before it named, with its name;
    empty where they do not tell which it is; None where it asks of no such body."""
    if not history or len(catalog.documents) < _PAIR or catalog.resolve(question).by_name:
        return None
    last = _named_in(history[-1], catalog)
    if not last:
        return None
    if (m := _THE_OTHER.match(question)) is not None:
        return _of_the_other(m["item"] or "", last, history, catalog)
    if re.match(rf"{_TALK}{_ONE}", question) is None:
        return None
    both, item = tuple(dict.fromkeys(n.body for n in last)), item_before(history[-1], catalog)
    if len(both) != _PAIR:
        both, item = two_before(history, catalog)
    if len(both) != _PAIR:
        return None
    asked = re.sub(_TALK, "", question)
    whole = f"{'和'.join(both)}{f'的{item}' if item else ''}，{asked}"
    told = former_and_latter(whole, catalog)
    return told if told != whole else None


def _of_the_other(item: str, last: Sequence[_Named], history: Sequence[str], catalog: Catalog) -> str:
    """The last question, or one of an item of its own, of the other of two bodies; empty where it is not told who that is."""
    asked = history[-1]
    clauses = [m for m in _CLAUSE.finditer(asked) if any(m.start() <= n.start < m.end() for n in last)]
    within = [n for n in last if clauses[-1].start() <= n.start]
    if len({n.body for n in within}) == _PAIR and not item:  # 甲和乙谁的X高? the other has less
        who = _WHO_OF_TWO.search(asked)
        if who is None:
            return ""
        return f"{asked[: who.start('way')]}{_FLIPPED[who['way']]}？"
    if len(within) != 1:
        return ""
    other = _other_than(within[0].body, history, catalog)
    if not other:
        return ""
    if item:
        return f"{other}的{item}是多少？"
    clause = clauses[-1]
    rest = asked[within[0].end :]
    if (year := re.match(r"的?(20\d\d)年(?:度)?", rest)) is not None and not catalog.select(
        [int(year[1])], None, None, [other], None
    ):
        rest = rest[year.end() :]
    return f"{asked[clause.start() : within[0].start]}{other}{rest}"


def _other_than(body: str, history: Sequence[str], catalog: Catalog) -> str:
    """The other of the last two bodies that questions spoke of together; empty where they spoke of no two."""
    for earlier in reversed(history):
        named = dict.fromkeys(n.body for n in _named_in(earlier, catalog))
        if len(named) > 1:
            rest = [n for n in named if n != body]
            return rest[0] if len(rest) == 1 and body in named else ""
        if (m := _TWO_OF_KIND.search(earlier)) is not None:
            kind = "final" if (m["kind"] or m["of"]) == "决算" else "budget"
            own = {d.institute for d in catalog.documents if d.kind == kind}
            rest = sorted(own - {body})
            return rest[0] if len(rest) == 1 and body in own else ""
    rest = sorted({d.institute for d in catalog.documents} - {body})
    return rest[0] if len(rest) == 1 else ""
