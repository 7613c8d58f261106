"""Which sorts of indicators the forms of projects have (绩效表里有满意度指标吗, 设了几个产出指标, 哪些项目没有成本指标), told from their rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Indicator, Project
from extract.text import folded, key
from qa.answer import Outcome, Stated, Status
from qa.documents.figures import View, own_titles
from qa.terms.forms import doubted, quote_of
from qa.words.lexicon import scopes_in, without_noise

_SORT = re.compile(
    r"(?P<sort>满意度?|服务对象满意度|产出|效益|成本|数量|质量|时效|进度|经济效益|社会效益|生态效益|可持续影响|可持续发展|经济成本|社会成本|生态环境成本)(?:类|方面|性|这[一]?[类种项])?(?:的)?(?:绩效|考核)?指标"
)
_FIRST = ("产出", "效益", "成本", "满意度")
"""Names of the first level, of which whatever stands under them is one."""
_NO_SORT = re.compile(r"分值|权重|多少分|几分|指标值|目标值|占|要求|达到|完成|标准|定(?:的|了|在|为)")
_WHETHER = re.compile(
    r"有没有|有无|是否|是不是|设没设|[吗么]$|没有$|(?:对|是)[吗么吧]$|对不对$|缺不缺|(?:没有?|未|缺少?)(?:设|列|填|编|写|定)?"
)
_LACKS = re.compile(
    r"(?:是不是|是否|真的|确实|都|就)*(?:(?<!有)没有?|未|缺少?|不含|不包括)(?:有|再|专门)?(?:设置?|列|填|编|写|定|安排)?(?:了|过|任何)?(?=[^,，有没]{0,6}(?:满意|服务对象|产出|效益|成本|数量|质量|时效|进度|经济|社会|生态|可持续))"
)
_WHETHER_OR_NOT = re.compile(r"有没有|设没设|列没列|缺不缺|编没编")
_HOW_MANY = re.compile(
    r"(?:几|多少)(?:个|项(?!目)|条)(?!项目|专项)|(?:设置?|列|有|编|填)了?(?:几|多少)(?:[^,，个]{0,6}指标)?$|数量(?:是)?多少$"
)
_WHICH = re.compile(r"哪些|哪几[个项条]|什么(?=指标|$)|列出|列举")
_WHICH_PROJECTS = re.compile(
    r"(?:哪些|哪几个|哪个|哪一个|什么|几个|多少个?)(?:项目|专项)|(?:项目|专项)(?:都|一共|总共)?(?:有|是)(?:哪些|哪几个|哪个|几个|多少个?)$"
)
_ALL_PROJECTS = re.compile(
    r"(?:所有|全部|每(?:一)?个|各个?|各)(?:的)?(?:项目|专项|绩效)|(?:项目|专项|表)(?:里|中)?(?:全|都|均|全都)"
)
_ANY_OF_THEM = re.compile(r"(?:有没有|有无|是否有|有|存在)(?:哪个|任何)?(?:项目|专项)(?:是)?(?:设|有|列|填|编|定)")
_SAYS_NOTHING = re.compile(
    r"绩效|目标|申报|自评|考核|指标|表|里面?|中|内|上面?|设(?:置|定|立|计)?|没|未|列(?:有|出)?|填|编|写|定|专门|单独|项目|专项|全都?|都|均|每个?|各个?|所有|全部|缺少?|任何|类|方面|对不对|不含|包括|存在|一级|二级|三级|[一两二三]个?|这|那|该|张|份|它|公开|预算|到底|究竟|还|部分"
)


def sorts_of_indicators(text: str, view: View, like: str = "") -> Outcome | None:
    """Whether, or how often, the forms of projects have indicators of a sort, as their rows tell it; None where it is not asked.
    `like`: the words of the question before, for a project that it names."""
    said = _SORT.search(text)
    if said is None or not view.disclosure.projects:
        return None
    rest = text.replace(said[0], "")
    for project in view.disclosure.projects:
        rest = rest.replace(key(project.name), "")
    which = _WHICH_PROJECTS.search(text)
    listed = _WHICH.search(text) or _HOW_MANY.search(text)
    if _NO_SORT.search(rest) or not (which or listed or _WHETHER.search(text)):
        return _lacking_it(text, said["sort"], view)
    sort = said["sort"]
    lacking = _LACKS.search(_WHETHER_OR_NOT.sub(lambda m: m[0][0], text)) is not None
    if which:
        return _by_project(view.disclosure.projects, sort, view, lacking=lacking)
    if _ALL_PROJECTS.search(text) and not listed:
        return _of_all(view.disclosure.projects, sort, view, lacking=lacking)
    named = _projects_named(text, view, like)
    if named is None:
        return Outcome(Status.NOT_FOUND, "没有读懂是哪个项目的绩效目标表：请写明项目名称。", cited=[])
    if len(named) > 1:
        if listed and not _ANY_OF_THEM.search(text):
            return None
        return _of_any(named, sort, view, lacking=lacking)
    if listed:
        return _listed(named[0], sort, view) if sort in _FIRST or _HOW_MANY.search(text) else None
    return _of_one(named[0], sort, view, lacking=lacking)


def _lacking_it(text: str, sort: str, view: View) -> Outcome | None:
    """That the project which is named has no indicator of the sort whose target is asked for; None where it has, or none is."""
    named = [p for p in view.disclosure.projects if key(p.name) in text]
    asks = re.search(r"多少|几|什么|要求|达到", text) is not None
    if not asks or len(named) != 1 or _of_sort(named[0], sort) or not _is_whole(named[0]):
        return None
    return _of_one(named[0], sort, view, lacking=False)


def _of_sort(project: Project, sort: str) -> list[Indicator]:
    """The indicators of a project that stand under a name of the first or of the second level."""
    return [i for i in project.indicators if sort in key(i.second) or sort in key(i.first)]


def _is_whole(project: Project) -> bool:
    """Whether no line of a form was lost: what its lines weigh is a hundred, with what its money does."""
    weights = [i.weight for i in project.indicators]
    if not project.indicators or not all(i.second or i.first for i in project.indicators):
        return False
    if all(w is None for w in weights):
        return True
    whole = sum((w for w in weights if w is not None), Decimal(0))
    return whole in {Decimal(90), Decimal(100), 100 - (project.execution_weight or Decimal(0))}


def _projects_named(text: str, view: View, like: str) -> list[Project] | None:
    """The project that words name, by its name or the end of it; all where they name none; None where they name what is no
    project, or what several could be."""
    projects = view.disclosure.projects
    for words in (text, like):
        whole = [p for p in projects if key(p.name) in words]
        whole = whole or [p for p in projects if any(title in words for title in own_titles(p.name))]
        if whole:
            longest = max(whole, key=lambda p: len(key(p.name)))
            return [longest]
        if words == text and (rest := _left(text)):
            like_it = [p for p in projects if len(rest) >= _A_NAME and rest in key(p.name)]
            return like_it if len(like_it) == 1 else None
    return list(projects)


_A_NAME = 2


def _left(text: str) -> str:
    """What words name beside a sort of indicators and their form."""
    text = _SORT.sub("，", text)
    for start, end, _ in reversed(scopes_in(text)):
        text = f"{text[:start]}，{text[end:]}"
    pieces = [p for p in re.split(r"[,，]|(?:里|中|的)(?=[,，]|$)", text) if p]
    bare = [_SAYS_NOTHING.sub("", p) for p in pieces]
    return "".join(w for piece in bare for w in without_noise(piece) if len(w) > 1)


def _told(indicators: Sequence[Indicator]) -> str:
    return "；".join(f"{i.third} {i.target}" for i in indicators)


def _called(sort: str) -> str:
    return f"{'满意度' if sort == '满意' else sort}指标"


def _outcome(text: str, projects: Sequence[Project], view: View, *counts: int) -> Outcome:
    """An answer with the forms that it was told from, and what was counted in them."""
    quotes = [quote_of(p, view) for p in projects]
    outcome = Outcome(Status.ANSWERED, text, quotes=quotes, notes=[n for p in projects for n in doubted(p)])
    outcome.stated = [_count(n) for n in counts]
    return outcome


def _count(number: int) -> Stated:
    return Stated(Decimal(number), "个", (), f"逐个数得 {number}", "个数")


def _unsure(project: Project) -> Outcome:
    return Outcome(Status.NOT_FOUND, f"{project.name}的绩效目标表没有读全，说不准有没有这类指标。", cited=[])


def _of_one(project: Project, sort: str, view: View, *, lacking: bool) -> Outcome:
    """Whether a project has indicators of a sort; `lacking`: whether it has none."""
    own = _of_sort(project, sort)
    if not own and not _is_whole(project):
        return _unsure(project)
    if own:
        return _with_targets(f"{'不是，' if lacking else ''}有，", project, own, sort, view)
    others = "、".join(dict.fromkeys(i.second or i.first for i in project.indicators))
    word = "是，没有" if lacking else "没有"
    return _outcome(f"{word}，{project.name}的绩效目标表里没有{_called(sort)}，列的是：{others}", [project], view)


def _with_targets(word: str, project: Project, own: Sequence[Indicator], sort: str, view: View) -> Outcome:
    """The indicators of a sort, with how many there are and what they target."""
    outcome = _outcome(
        f"{word}{project.name}的{_called(sort)}有 {len(own)} 个：{_told(own)}", [project], view, len(own)
    )
    outcome.quotes = [quote_of(project, view, i) for i in own]
    for i in own:
        m = re.search(r"(\d+(?:\.\d+)?)(%|万?人次|名|篇|项|万?次|件|份|种|场|个|套|台|人|天)", folded(i.target))
        outcome.stated += [Stated(Decimal(m[1]), m[2], (), "", f"{i.third} {i.target}")] if m is not None else []
    return outcome


def _listed(project: Project, sort: str, view: View) -> Outcome:
    """The indicators of a sort; that there are none, where there are none."""
    own = _of_sort(project, sort)
    if not _is_whole(project):
        return _unsure(project)
    return _with_targets("", project, own, sort, view) if own else _of_one(project, sort, view, lacking=False)


def _lost(projects: Sequence[Project]) -> Outcome | None:
    """That a form was not read as a whole; None where all were."""
    lost = next((p for p in projects if not _is_whole(p)), None)
    return _unsure(lost) if lost is not None else None


def _by_project(projects: Sequence[Project], sort: str, view: View, *, lacking: bool) -> Outcome:
    """Which projects have, or have not, indicators of a sort."""
    if (lost := _lost(projects)) is not None:
        return lost
    chosen = [p for p in projects if bool(_of_sort(p, sort)) is not lacking]
    has = f"{'没有' if lacking else '有'}{_called(sort)}"
    if not chosen:
        return _outcome(f"{len(projects)} 个项目里没有一个{has}", projects, view, len(projects))
    names = "；".join(p.name for p in chosen)
    return _outcome(f"{has}的项目有 {len(chosen)} 个：{names}", chosen, view, len(chosen))


def _of_all(projects: Sequence[Project], sort: str, view: View, *, lacking: bool) -> Outcome:
    """Whether all projects have indicators of a sort; `lacking`: whether none of them has."""
    if (lost := _lost(projects)) is not None:
        return lost
    others = [p for p in projects if bool(_of_sort(p, sort)) is lacking]
    if not others:
        has = f"都{'没有' if lacking else '有'}{_called(sort)}"
        return _outcome(f"是，{len(projects)} 个项目{has}", projects, view, len(projects))
    has = f"{'有' if lacking else '没有'}{_called(sort)}"
    names = "；".join(p.name for p in others)
    return _outcome(f"不是，{has}的项目有 {len(others)} 个：{names}", others, view, len(others))


def _of_any(projects: Sequence[Project], sort: str, view: View, *, lacking: bool) -> Outcome:
    """Whether any project has indicators of a sort, and which."""
    own = [p for p in projects if _of_sort(p, sort)]
    if not own:
        word = "是，没有" if lacking else "没有"
        none = _outcome(f"{word}，{len(projects)} 个项目都没有{_called(sort)}", projects, view, len(projects))
        return _lost(projects) or none
    names = "；".join(p.name for p in own)
    text = f"{'不是，' if lacking else ''}有，设了{_called(sort)}的项目有 {len(own)} 个：{names}"
    return _outcome(text, own, view, len(own))
