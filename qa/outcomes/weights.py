"""What performance forms say of their indicators beside one another: what they weigh, and whether projects target the same."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.model import Indicator, Project
from extract.text import folded, key
from qa.answer import Outcome, Stated, Status
from qa.documents.figures import View
from qa.terms.forms import doubted, indicator_asked, indicator_told, quote_of
from qa.words.operations import Operation
from qa.words.plan import Asked, Plan


def beside_one_another(asked: Asked, plan: Plan, view: View) -> Outcome | None:
    """What forms say of their indicators beside one another: which weighs most, whether projects target the same; not found
    where projects' targets are compared by words that name no indicator of theirs."""
    text = asked.text
    if (told := heaviest(text, view)) is not None or (told := sums_held(text, view)) is not None:
        return told
    alike = plan.operation in {Operation.COMPARE, Operation.VERSUS, Operation.YES_NO}
    named = [p for p in view.disclosure.projects if key(p.name) in text]
    of_target = (
        "目标" in text or "满意度" in text or any(i.third and key(i.third) in text for p in named for i in p.indicators)
    )
    if not alike or not of_target or not named[1:]:
        return None
    return same_targets(text, view) or Outcome(
        Status.NOT_FOUND, "没有读懂要比较的是哪一项指标：请写明指标名称。", cited=[]
    )


def weight_of(words: str, view: View, like: str = "") -> Outcome | None:
    """What the indicators weigh that some words name (by level: 时效指标, or one by one), of the project that they name, else
    of each; where they name none, the one that was asked about before (`like`). None where there is none."""
    named = [p for p in view.disclosure.projects if key(p.name) in words] or list(view.disclosure.projects)
    told: list[tuple[Project, str, list[Indicator]]] = []
    for project in named:
        names = {key(n): n for i in project.indicators for n in (i.third, i.second, i.first) if n and key(n) in words}
        if not names:
            continue
        name = names[max(names, key=len)]
        told.append((project, name, [i for i in project.indicators if name in (i.third, i.second, i.first)]))
    if told and _THAT_ONE.search(words) is not None and len(told[0][2]) > 1:
        return None  # 社会效益指标里…那条: one of them, by words that name none
    before = indicator_asked(words, view) or indicator_asked(like, view) if not told else None
    told = told or ([(before[0], before[1].third, [before[1]])] if before is not None else [])
    if not told or any(i.weight is None for _, _, own in told for i in own):
        return None
    outcome = Outcome(Status.ANSWERED, "", quotes=[quote_of(p, view, own[0]) for p, _, own in told])
    for project, name, own in told:
        weight = sum((i.weight or Decimal(0) for i in own), Decimal(0))
        parts = " + ".join(f"{i.weight:f}" for i in own)
        outcome.stated.append(Stated(weight, "分", (), f"{parts} = {weight:f}" if len(own) > 1 else "", f"{name}分值"))
        outcome.text += f"{'；' if outcome.text else ''}{project.name}的{name}分值为 {weight.normalize():f} 分"
        outcome.notes += [n for n in doubted(project) if n not in outcome.notes]
    return outcome


_THAT_ONE = re.compile(r"(?:那|这)一?[条项个](?!指标类|目标类)")
_HEAVIEST = re.compile(
    r"(?:分值|权重|分)(?:给|定|设|占)?得?最(?P<way>高|大|重|多|低|小|轻|少)|最(?P<of>高|大|低|小)的?(?:分值|权重)"
)


def heaviest(words: str, view: View) -> Outcome | None:
    """The indicators of a project that weigh most, or least: of the one that some words name, or of the only one. None where
    that is not asked; not found where it is not clear of which project, or no weights are printed."""
    m = _HEAVIEST.search(words)
    if m is None or not view.disclosure.projects:
        return None
    named = [p for p in view.disclosure.projects if key(p.name) in words] or list(view.disclosure.projects)
    if len(named) != 1 or not named[0].indicators or any(i.weight is None for i in named[0].indicators):
        return Outcome(Status.NOT_FOUND, "没有读懂是哪个项目的指标分值：请写明一个项目的名称。", cited=[])
    weighed = [(i.weight or Decimal(0), i) for i in named[0].indicators]
    least = (m["way"] or m["of"]) in "低小轻少"
    most = (min if least else max)(weight for weight, _ in weighed)
    own = [i for weight, i in weighed if weight == most]
    text = f"{named[0].name}里分值最{'低' if least else '高'}的指标是 {'、'.join(i.third for i in own)}：{most.normalize():f} 分"
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(named[0], view, i) for i in own], notes=doubted(named[0]))
    outcome.stated = [Stated(most, "分", (), "", f"{own[0].third}分值")]
    return outcome


_SUM_OF_WEIGHTS = re.compile(r"(?:分值|权重)[^,，]{0,6}?(?:总和|之和|合计|加起来|加总|相加|总分|总计|总数|一共)")
_HELD_AGAINST = re.compile(
    r"(?:(?P<not>(?<!是)并?不(?:都|全)?(?:是|等于|为|到|足|满)|没有?(?:到|达到)?|未(?:到|达到)?|低于|少于|小于)|(?P<over>超过|高于|大于|多于|超出)|(?:都|均|全|正好|刚好)?(?:等于|是|为|达到|到))了?(?P<n>\d+(?:\.\d+)?)分?(?:的|了|呢|吗|么)*$"
)
_UNDER = re.compile(r"不(?:到|足|满)|没|未|低于|少于|小于")
_IS_THERE_ONE = re.compile(r"有没有|有无|是否有|是不是有|存不存在|是否存在|有.*吗$")
_WHICH_OF_THEM = re.compile(r"哪(?:一|几)?[张个份些]|哪些")
_EACH_OF_THEM = re.compile(r"每一?[张个份]|各个?(?=项目|张|份)|都|均|全部")


def sums_held(words: str, view: View) -> Outcome | None:
    """Whether the weights of some project, or of each, add up to a number, or to more or less than it, and of which they do; None
    where that is not asked."""
    m = _HELD_AGAINST.search(words)
    if m is None or _SUM_OF_WEIGHTS.search(words) is None or not view.disclosure.projects:
        return None
    one, which = _IS_THERE_ONE.search(words), _WHICH_OF_THEM.search(words)
    if one is None and which is None:
        said = _EACH_OF_THEM.search(words) is not None or any(key(p.name) in words for p in view.disclosure.projects)
        if not said or m["not"] or re.search("不都|不全|没有?都", words):
            return None
    named = [p for p in view.disclosure.projects if key(p.name) in words] or list(view.disclosure.projects)
    if any(i.weight is None for p in named for i in p.indicators) or not all(p.indicators for p in named):
        return Outcome(Status.NOT_FOUND, "有的项目没有印出全部指标的分值。", cited=[])
    limit = Decimal(m["n"])
    sums = [(p, sum((i.weight or Decimal(0) for i in p.indicators), Decimal(0))) for p in named]
    if m["over"]:
        chosen = [(p, total) for p, total in sums if total > limit]
    elif m["not"]:
        under = _UNDER.search(m["not"]) is not None
        chosen = [(p, total) for p, total in sums if (total < limit if under else total != limit)]
    else:
        chosen = [(p, total) for p, total in sums if total == limit]
    every = one is None and which is None
    head = ("是" if len(chosen) == len(sums) else "不是") if every else "有" if chosen else "没有"
    if which is not None and one is None and chosen:
        head = "、".join(p.name for p, _ in chosen)
    shown = chosen if chosen and not every else sums
    text = f"{head}，" + "；".join(f"{p.name} 指标分值合计 {total.normalize():f}" for p, total in shown)
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(p, view) for p, _ in shown])
    outcome.stated = [Stated(total, "分", (), _added(p, total), p.name) for p, total in shown]
    return outcome


def _added(project: Project, total: Decimal) -> str:
    return " + ".join(f"{i.weight:f}" for i in project.indicators if i.weight is not None) + f" = {total:f}"


def same_targets(words: str, view: View) -> Outcome | None:
    """Whether several projects that some words name target the same by an indicator that each of them has; None where no
    such indicator is named, or fewer than two projects are."""
    named = [p for p in view.disclosure.projects if key(p.name) in words]
    shared = {key(i.third) for p in named[:1] for i in p.indicators if i.third and key(i.third) in words}
    name = max(shared, key=len, default="")
    own = [(p, i) for p in named for i in p.indicators if key(i.third) == name]
    if not named[1:] or not name or len(own) != len(named):
        return None
    same = len({folded(i.target) for _, i in own}) == 1
    told = "；".join(f"{p.name}：{i.third} {i.target}" for p, i in own)
    outcome = Outcome(Status.ANSWERED, f"{'是，一样' if same else '不一样'}：{told}")
    outcome.quotes = [quote_of(p, view, i) for p, i in own]
    outcome.notes = [n for p in named for n in doubted(p)]
    outcome.stated = [s for p, i in own for s in indicator_told(p, i, view).stated]
    return outcome


def weights(view: View) -> Outcome | None:
    """What the weights of each project's indicators add up to."""
    if not view.disclosure.projects:
        return None
    sums = [(p, sum((i.weight or Decimal(0) for i in p.indicators), Decimal(0))) for p in view.disclosure.projects]
    values = {total for _, total in sums}
    head = "是" if len(values) == 1 else "不都相等"
    text = f"{head}：" + "；".join(f"{p.name} 指标分值合计 {total.normalize():f}" for p, total in sums)
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(p, view) for p, _ in sums])
    outcome.stated = [Stated(total, "分", (), _added(p, total), p.name) for p, total in sums]
    return outcome
