"""Which of a document's projects a question means by more than that they are projects, and which of them targets most of
something: by their names and by what the indicators of their forms print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Indicator, Project
from extract.text import folded, key
from qa.answer import Outcome, Stated, Status
from qa.documents.figures import View
from qa.search.lexical import tokens
from qa.terms.forms import doubted, indicators, projects, quote_of

_SAYS_NOTHING = re.compile(
    r"(?<=[各个别])(?:批|拨|得|拿|花|用|投|占)(?:了|到)?|(?:公开|公布|披露|列示?|附|编报?|编制|填报?|设置?|设定|晒|报送)(?:了|出|有|上)?|绩效(?:目标)?(?:申报)?|目标(?:表)?|项目支出|项目|专项(?!资金)|课题|附?表[里中]?|附件|预算|年度|资金(?:总额)?|总额|金额|多少|钱|万元"
    r"|哪(?:些|几|一)?(?:个|项(?!目))?|[几多]少?个?|什么|一共|总共|共|所有|全部|都|各自?|每个?|分别|名称?|名字|叫做?|清单|列表|目录|列出|列举|有|是|为|包括|包含|了|的|里面?|中|当中|上|呢|吗|吧|啊|请问?|说|一下|看|给|我|你们?|想|知道|告诉|麻烦|帮|这|那|该|本|单位|部门|所|院|局|中心|今年|本年|20\d\d年?|文件|材料|报告|和|与|及|以及|其|它们?|他们|个|张|份|数|计|安排|情况|下面?|完成任务|[,，、?？。:：\d\"“”()（）]|具体|介绍|数量|名单|到底|究竟|要|需要?"
)
"""Words of a question that ask for projects, and say no more of them."""
_LINK = re.compile(
    r"^(?:属于|名为|叫做?|关于|有关|涉及|针对|面向|围绕|研究|做|搞|开展|从事|在|是|跟|和|与|对|就)+|(?:方面|领域|有关|相关|类型?|研究|工作|这块|的|之类)+$"
)
_DENIED = re.compile(r"没有?|未|不(?!少|低|含)|非")


def projects_asked(text: str, view: View) -> Outcome:
    """All projects that have a performance form, or those of them that a question says more of; not found where neither
    their names nor their indicators tell which."""
    said = _SAYS_NOTHING.sub("\n", _without_names(text, view))
    left = [p for p in re.findall(r"[\u4e00-\u9fffA-Za-z%]+", said) if p]
    if not left:
        return projects(view, with_money=_EACH_GETS.search(text) is not None)
    unclear = Outcome(
        Status.NOT_FOUND, f"没有读懂“{left[0]}”的是哪些项目：项目绩效目标表没有按此区分。", cited=[], certain=True
    )
    if _DENIED.search(text):
        return unclear
    named = [p for p in view.disclosure.projects if len(left[0]) >= _A_WORD and left[0] in key(p.name)]
    if len(named) == 1 and _TASKS.search(text):
        return indicators(f"{key(named[0].name)}的指标有哪些", view)
    words = _PLAIN.sub("", text)
    words = _LINK.sub("", _LINK.sub("", words))
    if len(words) < _A_WORD:
        return unclear
    by_name = [p for p in view.disclosure.projects if key(words) in key(p.name)]
    if by_name:
        return _told(f"名称里有“{words}”的项目", by_name, view)
    return _with_indicator(words, view) or unclear


_A_WORD = 2
_EACH_GETS = re.compile(
    r"(?:各自?|分别|每[个项]|都)[^,，]{0,6}(?:多少|几)|多少(?:钱|资金|预算|经费|万?元)|金额|预算(?:各|是|有|为|多少)"
)
_TASKS = re.compile(r"(?:哪些|什么)(?:任务|目标|指标|工作)")
_PLAIN = re.compile(
    r"(?:附表里|表里|预算里|一共|总共)|(?:有|是)?(?:哪(?:些|几|一)?个?|什么)(?:是|的)?(?:项目|专项|课题)?(?:的)?(?:是|有)?|(?:的)?(?:项目|专项|课题)?(?:都|一共)?(?:有|是)?(?:哪(?:些|几)个?|什么|几个|多少个?)|^有|[?？。呢吗的]$"
)


def _without_names(text: str, view: View) -> str:
    for project in view.disclosure.projects:
        text = text.replace(key(project.name), "")
    return text


def _told(said: str, chosen: Sequence[Project], view: View) -> Outcome:
    text = f"{said}有 {len(chosen)} 个：{'；'.join(p.name for p in chosen)}"
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(p, view) for p in chosen])
    outcome.stated = [Stated(Decimal(len(chosen)), "个", (), f"逐个数得 {len(chosen)}", "个数")]
    outcome.notes = [n for p in chosen for n in doubted(p)]
    return outcome


_BOUND = re.compile(
    r"^(?P<what>[\u4e00-\u9fff]{2,10}?)的?(?:要求|目标|指标)?值?(?:定|设)?(?:都)?(?:是|为|在|要|达到|有)*(?P<over>超过|高于|大于|不低于|不少于|低于|不到|少于)?(?P<number>\d+(?:\.\d+)?)(?P<unit>%|篇|人次|人|名|项|个|次|套|件)?(?P<by>以上|以下|以内)?$"
)


def _with_indicator(words: str, view: View) -> Outcome | None:
    """The projects that have an indicator called so, or one whose target keeps to the bound that the words set; None where none has."""
    m = _BOUND.match(words)
    what = m["what"] if m is not None else words
    found: list[tuple[Project, Indicator]] = []
    for project in view.disclosure.projects:
        own = [i for i in project.indicators if _speaks_of(i, _SAID_OF.sub("", _SAID_OF.sub("", what)))]
        if m is not None:
            own = [i for i in own if (n := _number(i, m["unit"] or "")) is not None and _keeps(n, m)]
        found += [(project, i) for i in own[:1]]
    if not found:
        return None
    told = "；".join(f"{p.name}：{i.third} {i.target}" for p, i in found)
    text = f"绩效目标表里写了“{words}”的项目有 {len(found)} 个：{told}"
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(p, view, i) for p, i in found])
    outcome.stated = [Stated(Decimal(len(found)), "个", (), f"逐个数得 {len(found)}", "个数")]
    outcome.notes = [n for p, _ in found for n in doubted(p)]
    return outcome


def _keeps(number: Decimal, m: re.Match[str]) -> bool:
    bound, over = Decimal(m["number"]), m["over"] or ""
    if m["by"] in {"以下", "以内"} or over in {"低于", "不到", "少于"}:
        return number <= bound if m["by"] else number < bound
    if over in {"超过", "高于", "大于"} and not m["by"]:
        return number > bound
    return number >= bound if m["by"] or over else number == bound


_ALIKE = {"论文": "文章", "发文": "文章", "发文章": "文章", "学生": "研究生", "育人": "培养"}
_SAID_OF = re.compile(
    r"^(?:要求|需要?|要|计划|打算|准备|完成|形成|发表?|开展|获得|取得|做|出|产出|搞)+(?=.{2})|(?:要求|目标|指标|任务|数量?|授权|值|定|设|得|量|率(?=要求))+$"
)


def _speaks_of(indicator: Indicator, what: str) -> bool:
    """Whether the name of an indicator has all words of something; of satisfaction, the sort that it stands under."""
    name = folded(indicator.third) + (folded(indicator.second) if "满意" in what else "")
    if "影响因子" in name and "影响因子" not in what:  # of articles, not how many there are
        return False
    what = _ALIKE.get(what, what)
    if what == _TRAINED:
        return "人才队伍" in name or "研究生培养" in name
    words = [w for w, _ in tokens(what)]
    return bool(words) and all(_ALIKE.get(w, w) in name for w in words)


def _number(indicator: Indicator, unit: str) -> Decimal | None:
    """The one number that an indicator targets in a unit; None where it targets none, or several."""
    found = re.findall(rf"(\d+(?:\.\d+)?)(?:{re.escape(unit)})", folded(indicator.target))
    return Decimal(found[0]) if len(found) == 1 else None


@dataclass(frozen=True, slots=True)
class _Aimed:
    project: Project
    indicator: Indicator
    value: Decimal


_UNITS = ("篇", "人次", "人", "名", "%", "项", "套", "个", "次", "件")
_PAIR = 2
_SAME_UNIT = {"名": "人"}


def most_targeted(text: str, view: View, *, lowest: bool) -> Outcome | None:
    """Which project targets most, or least, of what words name (哪个项目发文章最多), by the one indicator of each that counts it;
    None where no two have one, or they count it in several ways."""
    what = _criterion(text)
    if len(what) < _A_WORD or not view.disclosure.projects:
        return None
    aimed: dict[str, list[_Aimed]] = {}
    lost = False
    for project in view.disclosure.projects:
        for i in project.indicators:
            if not _speaks_of(i, what):
                continue
            target = folded(i.target)
            numbers = re.findall(r"(\d+(?:\.\d+)?)(人次|[\u4e00-\u9fff%]|[A-Z]+)?", target)
            factor = re.findall(r"影响因子[^\d]{0,4}(\d+(?:\.\d+)?)", target) if what == "影响因子" else []
            if factor:
                aimed.setdefault("", []).append(_Aimed(project, i, Decimal(factor[0])))
            elif len(numbers) == 1:
                unit = numbers[0][1] if numbers[0][1] in _UNITS else ""
                unit = _SAME_UNIT.get(unit, unit)
                aimed.setdefault(unit, []).append(_Aimed(project, i, Decimal(numbers[0][0])))
            elif numbers:
                lost = True
    sized = sorted(((len({a.project.table for a in own}), u) for u, own in aimed.items()), reverse=True)
    if not sized or (len(sized) > 1 and sized[1][0] == sized[0][0]):
        return None
    unit = sized[0][1]
    own = aimed[unit]
    if len(own) < _PAIR or len({a.project.table for a in own}) < len(own) or (lost and lowest):
        return None
    if unit == "" and what != "影响因子":
        return None
    ranked = sorted(own, key=lambda a: a.value, reverse=not lowest)
    first = [a for a in ranked if a.value == ranked[0].value]
    told = "；".join(f"{a.project.name}：{a.indicator.third} {a.indicator.target}" for a in first)
    text = f"按项目绩效目标表，“{what}”指标值{'最低' if lowest else '最高'}的是 {told}"
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(a.project, view, a.indicator) for a in first])
    outcome.stated = [Stated(a.value, unit, (), "", f"{a.indicator.third} {a.indicator.target}") for a in first]
    others = len(view.disclosure.projects) - len(own)
    outcome.notes = [f"在 {len(own)} 个项目的这项指标中比较", *(n for a in first for n in doubted(a.project))]
    if others:
        outcome.notes.append(f"另有 {others} 个项目没有印出可比的数值")
    return outcome


_ASKS_WHICH = re.compile(
    r"(?:最[高多大低少小](?:的)?(?:是)?|哪(?:一|些)?个?|什么)?(?:项目|专项|课题)(?:是)?(?:哪(?:一)?个|什么|谁)?|哪(?:一)?个|最[高多大低少小](?:的)?|^[的里中]+|[?？。呢是的]+$|是$"
)


def _criterion(text: str) -> str:
    """What projects are to be ranked by, without the words that rank them."""
    words = _ASKS_WHICH.sub("", _ASKS_WHICH.sub("", text))
    words = _SAID_OF.sub("", _SAID_OF.sub("", words.strip("的里中")))
    words = _ALIKE.get(words, words)
    return _TRAINED if _TRAINS.fullmatch(words) else words


_TRAINED = "人才培养"
_TRAINS = re.compile(r"培养的?(?:人才|人)|人才培养|人才")
