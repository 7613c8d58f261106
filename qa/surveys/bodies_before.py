"""Questions that lean on the bodies which the questions before them named: what two of them differ by, who has more, what
they come to together or on average (它们俩差多少, 这两家平均下来是多少), and another body's amount of the same item."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from qa.documents.catalog import Catalog, Resolved
from qa.surveys.words import ALL
from qa.words.numerals import number_of

_THEM = re.compile(
    r"^(?:那么?|请问)?(?:(?:这|那|上述|以上|前面|刚才)*(?:(?P<number>[两二三四五六])(?:家|者|个)(?:单位|部门|机构|所|局)?)|(?P<pair>(?:它|他|这|那)?们?俩(?:家|个)?)|它们|他们|这些(?:单位|部门|机构))?(?:之间)?的?(?P<asks>.*)$"
)
"""Words for the bodies just asked about, with how many they are."""
_END = r"(?:钱|万元|元|辆|台|套|个百分点)?呢?[?？]?$"
_GAP = re.compile(rf"^(?:的)?(?:相?差|差额|差距|差别|距离|悬殊)(?:了|是|有|距|额)*(?:多少|几|多大|多远){_END}")
_MORE = re.compile(
    r"^(?:是|到底)?(?:谁|哪(?:一)?(?:家|个)(?:单位)?)的?(?:更|要|比较)?(?P<way>[多高大少低小])(?:一?些|一?点)?(?:[,，?？](?:又|要)?[多高大少低小差](?:出|了)*(?:多少|几)(?:钱|万元|元|辆|台)?)?[?？]?$"
)
_SUM = re.compile(
    rf"^(?:加起来|加在一起|加一起|合起来|合在一起|合计|一共|总共|总和)+(?:(?:是|有|为)?(?:多少|几){_END}|呢[?？]?$)"
)
_MEAN = re.compile(
    rf"^(?:平均(?:下来|起来|算下来|每家|值|数)*|均值)(?:各)?(?:(?:是|有|为)?(?:多少|几){_END}|呢[?？]?$)"
)
_TIMES = re.compile(
    r"^(?:前者|前一?[家个]|第一[家个])(?:是|相当于)(?:后者|后一?[家个]|第二[家个])的?(?:多少|几)倍[?？]?$"
)
_MOST = re.compile(
    r"^(?:里面?|里头|当中|其中)?[,，]?(?:(?:最(?P<way>[多高大少低小])的?(?:又|那?一?家|单位)*(?:是)?(?:谁|哪(?:一)?[家个](?:单位)?)?(?:呢)?)|(?:谁|哪(?:一)?[家个](?:单位)?)的?最(?P<most>[多高大少低小]))[?？]?$"
)
_LEANS = re.compile(r"^[,，]?(?:那么?)?的?(?:情况)?呢?[?？]?$")
"""What is left of a question that only names another body (那某某局呢)."""
_MUCH = re.compile(
    r"(?:一共|总共)?(?:各自?|分别|都)*(?:又)?(?:是|有|为|花了?|列了?|安排了?)?(?:多少|几)(?:钱|万元|元|辆|台|套)*呢?[?？]?$"
)
_COUNTED = re.compile(
    r"^(?:各自?|分别|一共|总共)*(?:共?有|拥有)?(?:多少|几)(?:辆|台|套)的?(?P<what>[^,，?？]{1,14})[?？]?$"
)
_YEAR = re.compile(r"(?<!\d)20\d\d年(?:度)?的?")
_NOT_ONE_ITEM = re.compile(r"多少|几[个家份辆台成倍]|哪|谁|最|比(?!重(?!点)|例)|吗|是否|[,，]")
_SAME_ITEM = re.compile(
    r"^的?(?:(?:同|这|那|该)(?:一|样)?(?:的)?(?:一)?(?:项|个?科目|个?指标|类|笔(?:钱|支出)?|个数)|相同(?:的)?(?:项目|科目|指标|一项))(?:的)?(?:支出|费用|经费|收入|金额|数)?(?:又)?(?:是|有|为|呢)*(?:多少)?(?:钱|万元|元)?呢?[?？]?$"
)
UNCLEAR = "没有读懂是哪几家的哪一项：请写出各家的名称和要问的项目。"


@dataclass(frozen=True, slots=True)
class _Turn:
    """A question before: the bodies that it names, in order, and what it asks of them; empty where it leans on another."""

    bodies: tuple[str, ...]
    item: str


def of_bodies_before(question: str, history: Sequence[str], catalog: Catalog) -> str | None:
    """The whole question where one is about the bodies of those before it; empty where it is and they do not tell which
    bodies or which item; None where it is about something else."""
    m = _THEM.match(question.strip())
    resolved = catalog.resolve(question)
    if m is None or not history or resolved.by_name or resolved.years:
        return None
    told = _asked(m["asks"])
    turns = [_turn(catalog.resolve(earlier), earlier, catalog) for earlier in history]
    if told is None or turns[-1] is None or (not turns[-1].item and len(turns) == 1):
        return None
    number = 2 if m["pair"] else number_of(m["number"]) if m["number"] else 0
    bodies, item = _of_last(turns, number or (2 if told[0] in {"gap", "more", "times"} else 0))
    if len(bodies) < 2:
        return None
    if not item or (number and number != len(bodies)):
        return ""
    act, form = told
    if act not in {"sum", "mean", "rank"} and len(bodies) != 2:
        return ""
    return form.format(*bodies[:2], all="、".join(bodies), item=item)


_THE_TWO_PLACES = re.compile(
    r"^(?:那么?)?(?:最)?[多高大](?:的)?(?:那?一?家|那个)?(?:单位)?比(?:最)?[少低小](?:的)?(?:那?一?家|那个)?(?:单位)?(?=[多高大])"
)


def asked_of_both(question: str, first: str, second: str, item: str, unit: str = "") -> str:
    """The whole question where one is about the two bodies that the two before it found, `first` with more and `second`, each
    a place of one ranking (这两家之间差多少); empty where it is about something else."""
    m, ends = _THEM.match(question.strip()), _THE_TWO_PLACES.match(question)
    if ends is not None:
        gap = _MORE_BY.match(question[ends.end() :]) is not None
        return f"{first}的{item}比{second}多多少{unit}？" if gap else ""
    if m is None or (m["number"] and number_of(m["number"]) != 2):
        return ""
    told = _asked(m["asks"])
    led = re.match(r"(?:那么?|请问)?", question.strip())
    them = m["number"] or m["pair"] or m.start("asks") > (led.end() if led is not None else 0)
    if told is None or not (them or told[0] in {"gap", "times"}) or told[0] in {"rank", "more"}:
        return ""
    if told[0] == "gap":
        return f"{first}的{item}比{second}多多少{unit}？"
    return told[1].format(first, second, all=f"{first}、{second}", item=item)


_MORE_BY = re.compile(rf"^[多高大](?:出|了|来)*(?:多少|几){_END}")
_THOSE = re.compile(
    r"^(?:那么?|请问)?(?:(?:它|他|她)们|这些(?:单位|部门|机构)|(?:二|两)者|(?:这|那|上述|以上|前面|刚才)*的?(?P<number>[两二三四五六])(?:家|个(?=单位|部门|机构)|者)(?:单位|部门|机构|所|局)?|(?P<pair>(?:它|他|这|那)?们?俩(?:家|个)?))(?:之间|里面?|当中)?[,，]?的?(?P<asks>[^,，?？呢].+)$"
)
"""Words for the bodies of the questions before, and what is asked of them now."""


def asked_of_those(question: str, history: Sequence[str], catalog: Catalog) -> str | None:
    """The whole question where one asks another item of the bodies that those before it named (它们的培训费分别是多少); empty where
    it does not say which bodies are meant; None where it is about something else."""
    m = _THOSE.match(question.strip())
    if not history or catalog.resolve(question).by_name:
        return None
    if m is None:
        return _another_compared(question, history[-1], catalog)
    bodies: list[str] = []
    number = 2 if m["pair"] or re.search("[二两]者", m[0][: m.start("asks")]) else 0
    number = number_of(m["number"]) if m["number"] else number
    for earlier in reversed(history):
        resolved = catalog.resolve(earlier)
        if not resolved.mentions:
            if ALL.search(earlier) and _THOSE.match(earlier.strip()) is None:
                break  # it was about all bodies
            continue
        if any(len(names) != 1 for names in resolved.mentions):
            return ""
        named = [_as_asked(names[0], resolved, catalog) for names in resolved.mentions]
        if len(set(named)) > 1 and not bodies:
            bodies = list(dict.fromkeys(named))
            break
        if len(set(named)) > 1 or (number and len(bodies) >= number):
            break
        bodies = [*(b for b in named if b not in bodies), *bodies]
    if not bodies:
        return None
    if len(bodies) < 2 or (number and number != len(bodies)):
        return ""
    asks = m["asks"]
    return f"{'、'.join(bodies)}{'，' if re.match('谁|哪|相?比|相?差', asks) else '的'}{asks}"


_ANOTHER = re.compile(r"^(?:那么?)?(?P<item>[\u4e00-\u9fff()（）“”]{2,20}?)呢[?？]?$")
_NO_OTHER_ITEM = re.compile(r"年|比(?!重|例)|占|预算|决算|其|它|这|那|哪|谁|最|第|剩|另|多|少|呢")


def _another_compared(question: str, last: str, catalog: Catalog) -> str | None:
    """Another item of bodies of which the question before asked who of them has more (那公用经费呢); None for any other."""
    m, resolved = _ANOTHER.match(question.strip()), catalog.resolve(last)
    names = [names[0] for names in resolved.mentions if len(names) == 1]
    if m is None or _NO_OTHER_ITEM.search(m["item"]) or len(set(names)) < 2 or len(names) < len(resolved.mentions):
        return None
    if not re.search(r"谁|哪(?:一)?[家个]|前者|后者|比(?!重|例)[^,，?？]*[多高大少低小](?:多少|几)", last):
        return None
    bodies = dict.fromkeys(_as_asked(name, resolved, catalog) for name in names)
    return f"{'、'.join(bodies)}的{m['item']}分别是多少？"


def _asked(asks: str) -> tuple[str, str] | None:
    """What is made of the bodies, with the form that a question has which asks for it of bodies that it names."""
    if _GAP.match(asks):
        return "gap", "{0}的{item}和{1}的差多少？"
    if (m := _MORE.match(asks)) is not None:
        way = "多" if m["way"] in "多高大" else "少"
        return "more", f"{{0}}和{{1}}的{{item}}，谁{way}？{way}多少？"
    if (m := _MOST.match(asks)) is not None:
        return "rank", f"{{all}}，哪家的{{item}}最{m['way'] or m['most']}？"
    if _SUM.match(asks):
        return "sum", "{all}的{item}合计是多少？"
    if _MEAN.match(asks):
        return "mean", "{all}的{item}平均是多少？"
    return ("times", "{0}的{item}是{1}的几倍？") if _TIMES.match(asks) else None


def _turn(resolved: Resolved, question: str, catalog: Catalog) -> _Turn | None:
    """A question before that names bodies and asks one item of them, or none; None where it is another."""
    if not resolved.mentions or any(len(names) != 1 for names in resolved.mentions):
        return None
    names = [names[0] for names in resolved.mentions]
    rest = re.sub(
        r"^(?:[的和与跟及、,，\s]|同(?!一|样|类))+", "", _YEAR.sub("", resolved.without(question, ("institute",)))
    )
    bodies = tuple(_as_asked(name, resolved, catalog) for name in dict.fromkeys(names))
    if _LEANS.match(rest) is not None or _SAME_ITEM.match(rest) is not None:
        return _Turn(bodies, "")
    if (m := _COUNTED.match(rest)) is not None:
        rest = m["what"]
    rest = _MUCH.sub("", _plain_item(rest))
    item = re.sub(r"^(?:那么?|请问)|^[的和与跟同及、,，\s]+", "", rest).strip("的，,。？? ")
    item = item.removesuffix("呢")
    return None if _NOT_ONE_ITEM.search(item) else _Turn(bodies, item)


def item_before(question: str, catalog: Catalog) -> str:
    """The one item that a question asks of the bodies that it names; empty where it asks none, or another thing."""
    turn = _turn(catalog.resolve(question), question, catalog)
    return turn.item if turn is not None else ""


def two_before(history: Sequence[str], catalog: Catalog) -> tuple[tuple[str, ...], str]:
    """The last two bodies that were asked of one after the other, and the item; nothing where not one was asked of both."""
    turns = [_turn(catalog.resolve(earlier), earlier, catalog) for earlier in history]
    bodies, item = _of_last(turns, 2) if turns[-1] is not None and len(turns) > 1 else ((), "")
    return (bodies, item) if item and len(bodies) == 2 else ((), "")


_CLAUSE_MORE = re.compile(
    r"[,，?？](?:那|又|请问|其中|它们|两[家者])*(?:前者|后者|前一?[家个]|后一?[家个]|谁|哪(?:一)?[家个]|之间|相?差|合计|加起来|一共|总共|平均)[^,，?？]*[?？]?$"
)
"""A clause after the amounts that says what is made of them (前者多出多少)."""
_WHO_MORE = re.compile(
    r"[,，]?(?:到底|究竟)?(?:谁家?|哪(?:一)?[家个所](?:单位)?)的?(?:更|要|比较)?[多高大少低小](?:一?些|一?点)?[?？]?$"
)
_WHOSE_MORE = re.compile(
    r"^[,，]?(?:谁家?|哪(?:一)?[家个](?:单位)?)的(?P<what>[^,，?？哪谁]{2,20}?)(?:更|要|比较)?[多高大少低小](?:一?些|一?点)?[?？]?$"
)
"""Which of them has more of an item (谁的会议费多)."""


def _plain_item(rest: str) -> str:
    """What a question asks of bodies without what it makes of their amounts (会议费各多少，谁多)."""
    rest = _CLAUSE_MORE.sub("", rest)
    if (m := _WHOSE_MORE.match(rest)) is not None:
        return m["what"]
    return _WHO_MORE.sub("", rest)


def _as_asked(name: str, resolved: Resolved, catalog: Catalog) -> str:
    """A body with the year of which it was asked, where it has documents of several."""
    years = {d.year for d in catalog.by_institute.get(name, ())}
    return f"{name}{resolved.years[0]}年" if len(years) > 1 and len(resolved.years) == 1 else name


def _of_last(turns: Sequence[_Turn | None], number: int) -> tuple[tuple[str, ...], str]:
    """The last bodies asked about, so many of them (0: all that the same item was asked of), in the order in which they
    were named, and the item; an empty item where not one was asked of all."""
    last = turns[-1]
    if last is None:
        return (), ""
    if len(last.bodies) > 1:
        return last.bodies, last.item
    bodies: list[str] = []
    items: list[str] = []
    for turn in reversed(turns):
        if turn is None or len(turn.bodies) != 1:
            break
        if not number and items and turn.item not in {"", items[0]}:
            break
        if not number or len(bodies) < number:
            bodies = [*(b for b in turn.bodies if b not in bodies), *bodies]
        items += [turn.item] if turn.item else []
        if (number and len(bodies) >= number and items) or (not number and items and len(bodies) > 1 and turn.item):
            break
    return tuple(bodies), items[0] if len(set(items)) == 1 else ""


def with_same_item(question: str, catalog: Catalog) -> str:
    """A question for the same item of a body that it names (某某局的同一项是多少), as one that only names the body."""
    resolved = catalog.resolve(question)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1:
        return question
    span = next(s for s in resolved.spans if s.what == "institute")
    head, rest = question[: span.start], question[span.end :]
    if not re.fullmatch(r"(?:那么?|请问)?", head) or _SAME_ITEM.match(_YEAR.sub("", rest)) is None:
        return question
    year = _YEAR.search(rest)
    return f"那{question[span.start : span.end]}{year[0].rstrip('的') if year else ''}呢？"


_STEP = re.compile(r"(?<=呢)[,，?？。;；]+")
_ONE_MORE = re.compile(
    r"^(?:那么?)?(?:再|如果再|要是再|还要)?(?:加上|算上|加|添上|并上)(?P<which>[^,，?？]{2,}?)(?:的)?(?:呢)?[,，?？](?P<asks>.+)$"
)


def in_two_steps(question: str, history: Sequence[str], catalog: Catalog) -> tuple[str, str] | None:
    """A question that names another body for the item before it and then asks what they come to (那某某局的呢？两家差多少), as
    those two; None where it is no such question. The first is empty where only the second asks (再加上某某局，三家一共多少)."""
    if not history:
        return None
    if (more := _ONE_MORE.match(question)) is not None and len(catalog.resolve(more["which"]).mentions) == 1:
        asks = _THEM.match(more["asks"])
        names = catalog.resolve(more["which"])
        if asks is not None and _asked(asks["asks"]) is not None and not _letters(names.without(more["which"])):
            return "", f"那{more['which']}呢？{more['asks']}"
    parts = _STEP.split(question, maxsplit=1)
    if len(parts) != 2 or catalog.resolve(parts[1]).by_name:
        return None
    then = _THEM.match(parts[1].strip())
    if len(catalog.resolve(parts[0]).mentions) != 1:
        return None
    return (parts[0], parts[1]) if then is not None and _asked(then["asks"]) is not None else None


def _letters(text: str) -> str:
    return re.sub(r"[的\s,，]", "", text)


_PART_OF_ALL = re.compile(
    r"^(?:那么?)?(?:它|其|这|该单位|这家(?:单位)?|那家(?:单位)?|这个数|这笔)?(?:的)?(?=(?:在|占(?:到|了)?)[^,，?？]*(?:家|单位|部门|机构))"
)
_RANKING = re.compile(r"最[高多大低少小]的?(?:是)?(?:哪|谁)|(?:谁|哪(?:一)?[家个])[^,，?？]*最[高多大低少小]")


_PART_OF_SUM = re.compile(
    r"^(?:那么?|其中|这里面|里面|(?:在)?(?:这|那|该|上述)?个?(?:合计|总数|总额|总和|总计|数)(?:里面?|中|当中)?的?|[,，])*\ue3ff(?:一家|单位)?的?(?:那)?(?:部分|份额)?[,，]?(?:占(?:了|到|去|掉)?|贡献了?)(?:其中|(?:这|那|该)?个?(?:总数|合计|总额|总和|数)|其)?(?:里面?|中)?的?(?P<share>(?:百分之(?:几|多少)|几成|多少|(?:多大|多少)?的?(?:比例|比重|份额)(?:是|有)?(?:多少|多大)?)[^,，?？]{0,3})[?？]?$"
)
"""One body's part in a sum over several (这个合计里，某某局占百分之几)."""
_SUMMED = re.compile(
    r"(?:[,，]?(?:加起来|加在一起|加总|合起来|合在一起|合计|一共|总共|总和|总计|之和|共)(?:后|以后)?)+[,，]?(?:一共|总共|合计|共)?(?:是|有|为|要|花了?|安排了?)*(?:多少|几)(?:钱|万元|亿元|元|辆|台|套)?(?P<counted>(?<=[辆台套])(?:的)?(?:公务用?|公)?(?:车辆?|设备))?(?:呢)?[?？。]?$"
)


def _part_of_sum(question: str, last: str, catalog: Catalog) -> str:
    """What part one body has in what the question before added up over all, said in full; empty where it is none."""
    resolved = catalog.resolve(question)
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1 or catalog.resolve(last).by_name:
        return ""
    span = next(s for s in resolved.spans if s.what == "institute")
    m = _PART_OF_SUM.match(f"{question[: span.start]}\ue3ff{question[span.end :]}")
    added = _SUMMED.search(last)
    if m is None or added is None or ALL.search(last) is None:
        return ""
    what = re.sub(r"^(?:请问|请|帮我)*(?:把|将|给)?", "", last[: added.start()]) + (added["counted"] or "")
    return f"{what}合计里，{resolved.mentions[0][0]}占{m['share']}？" if what else ""


def share_before(question: str, history: Sequence[str], catalog: Catalog) -> str:
    """The whole question where one asks what part of what all have the amount before it is (占六家合计的百分之几); empty where
    it asks none, or of no such amount."""
    if history and (part := _part_of_sum(question, history[-1], catalog)):
        return part
    m = _PART_OF_ALL.match(question)
    if m is None or not history or catalog.resolve(question).by_name:
        return ""
    last, rest = history[-1], question[m.end() :]
    turn = _turn(catalog.resolve(last), last, catalog)
    if turn is not None and len(turn.bodies) == 1 and not turn.item:  # 那某某局呢
        turns = [_turn(catalog.resolve(earlier), earlier, catalog) for earlier in history]
        items = [t.item for t in turns if t is not None and t.item]
        return f"{turn.bodies[0]}的{items[-1]}{rest}" if items and all(turns) else ""
    if turn is not None and len(turn.bodies) == 1:
        return f"{turn.bodies[0]}的{turn.item}{rest}"
    if not catalog.resolve(last).by_name and _RANKING.search(last) is not None:
        return f"{last.rstrip('?？。')}，{rest}"
    return ""
