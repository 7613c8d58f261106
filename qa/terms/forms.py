"""Projects with a performance form: their names, goals and indicators, what these target, and what was read with doubt."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import Indicator, Kind, Project
from extract.text import UNIT_YUAN, folded, key
from qa.answer import NOWHERE, Outcome, Quote, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.search.lexical import tokens
from qa.words.lexicon import same_words, without_noise

_MOST = 12  # indicators told
_PIECE = 6  # characters of a stretch of a goal that can be told from any other words
_LEVELS = {"一级": 1, "二级": 2, "三级": 3}
_SAME = {"文章": "论文", "论文": "文章", "人才": "学生"}


def indicators(words: str, view: View) -> Outcome:
    """The indicators of the project that the words name."""
    project = project_named(words, view)
    if project is None:
        return Outcome(Status.NOT_FOUND, "文件里没有这个项目的绩效指标。")
    level = next((n for name, n in _LEVELS.items() if name in words), 3)
    sorts = {i.second for i in project.indicators if i.second and key(i.second) in words}
    if level == 3 and sorts:
        return _of_sort(project, sorts, view)
    names = (
        list(dict.fromkeys(getattr(i, ("first", "second", "third")[level - 1]) for i in project.indicators))
        if level < 3
        else [i.third for i in project.indicators]
    )
    text = f"{project.name}有 {len(names)} 个指标：" + "；".join(
        [f"{i.third} {i.target}" for i in project.indicators] if level == 3 else names
    )
    outcome = Outcome(
        Status.ANSWERED,
        text,
        quotes=_quotes(project, view),
    )
    outcome.stated = [Stated(Decimal(len(names)), "个", (), f"逐个数得 {len(names)}", "指标数")]
    outcome.notes += doubted(project)
    return outcome


def _of_sort(project: Project, sorts: set[str], view: View) -> Outcome:
    """The indicators of a project that stand under some names of the second level (数量指标)."""
    own = [i for i in project.indicators if i.second in sorts]
    text = f"{project.name}的{'、'.join(sorted(sorts))}有 {len(own)} 个：" + "；".join(
        f"{i.third} {i.target}" for i in own
    )
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(project, view, i) for i in own], notes=doubted(project))
    outcome.stated = [Stated(Decimal(len(own)), "个", (), f"逐个数得 {len(own)}", "指标数")]
    for i in own:
        m = re.search(rf"(\d+(?:\.\d+)?)({_ANY_UNIT})", folded(i.target))
        outcome.stated += [Stated(Decimal(m[1]), m[2], (), "", f"{i.third} {i.target}")] if m is not None else []
    return outcome


def doubted(project: Project, *, goals: bool = False) -> list[str]:
    """That a form's name, indicators or goals were read with doubt, in words; empty where they were not."""
    own = project.goal_doubts if goals else tuple(d for i in project.indicators for d in i.doubts)
    if not (own or project.name_doubts):
        return []
    return [f"待复核：{project.name}的{'目标' if goals else '指标'}有疑问（模型给出，或两种读法不同），请看原页"]


def doubted_quotes(quotes: Sequence[Quote], view: View) -> list[str]:
    """As `doubted`, for passages of forms that a search found: what each quotes of a doubted name, goal or indicator."""
    told = [q for q in quotes if q.table == Kind.PERFORMANCE.value]
    return [note for p in view.disclosure.projects if told for note in _doubted_in(p, [folded(q.text) for q in told])]


def _doubted_in(project: Project, said: Sequence[str]) -> list[str]:
    def quoted(*texts: str) -> bool:
        own = [folded(t) for t in texts if t]
        return any(all(t in words for t in own) for words in said if own)

    goals = [folded(g) for g in project.goals] if project.goal_doubts else []
    notes = doubted(project) if any(quoted(i.third, i.target) for i in project.indicators if i.doubts) else []
    if any(g in words or (len(words) >= _PIECE and words in g) for g in goals for words in said):
        notes += doubted(project, goals=True)
    if project.name_doubts and quoted(project.name):
        notes.append(f"待复核：项目名称“{project.name}”有疑问（两种读法不同），请看原页")
    return notes


def _quotes(project: Project, view: View) -> list[Quote]:
    """The indicators of a project as proof, one quote a page."""
    own = quote_of(project, view)
    pages: dict[int, list[str]] = {}
    for i in project.indicators:
        pages.setdefault(i.page, []).append(f"{i.third} {i.target}")
    return [Quote(page, own.box, "；".join(lines), own.table) for page, lines in pages.items()] or [own]


def project_named(words: str, view: View) -> Project | None:
    """The project whose name or title shares most with the words."""

    def shared(project: Project) -> int:
        return max(_overlap(words, key(project.name)), _overlap(words, key(project.title)))

    best = max(view.disclosure.projects, key=shared, default=None)
    return best if best is not None and shared(best) >= 4 else None


def _overlap(a: str, b: str) -> int:
    """The length of the longest stretch that two texts share."""
    longest = 0
    previous = [0] * (len(b) + 1)
    for char in a:
        row = [0] * (len(b) + 1)
        for i, other in enumerate(b):
            if char == other:
                row[i + 1] = previous[i] + 1
                longest = max(longest, row[i + 1])
        previous = row
    return longest


def quote_of(project: Project, view: View, indicator: Indicator | None = None) -> Quote:
    """A project's form as proof: the page of an indicator or of the form, its table's box."""
    table = next((t for t in view.disclosure.tables if t.id == project.table), None)
    page = indicator.page if indicator is not None else project.page
    box = table.box if table is not None and table.box is not None else NOWHERE
    text = f"{project.name} {indicator.third} {indicator.target}" if indicator is not None else project.name
    return Quote(page, box, text, Kind.PERFORMANCE.value)


def projects(view: View, *, with_money: bool = False) -> Outcome:
    """The projects that have a performance form, with their money; `with_money`: with what each gets behind its name."""
    totals = [
        f for f in view.figures if f.table is Kind.PERFORMANCE and f.column_role == "total" and f.value is not None
    ]
    names = [p.name for p in view.disclosure.projects]
    own = {n: f for f in totals for n in f.names} if with_money else {}
    told = [f"{n}（{money(f.number, f.unit)}）" if (f := own.get(key(n))) is not None else n for n in names]
    text = f"公开了绩效目标的项目有 {len(names)} 个：" + "；".join(told)
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote_of(p, view) for p in view.disclosure.projects])
    outcome.stated = [
        Stated(Decimal(len(names)), "个", (), f"逐个数得 {len(names)}", "项目数"),
        *(Stated.of(f) for f in totals),
    ]
    return outcome


def targeted(words: str, view: View, like: str = "") -> Outcome | None:
    """Indicators and goals that speak of what the words ask for, with what they target; None where none does. `like` is
    what was asked about before: of a project that it names, where it names one."""
    wanted = [w for w, _ in tokens(_ASKS_TARGET.sub("", words)) if len(w) > 1 and without_noise(w)]
    if all(w.isdigit() for w in wanted):
        return None  # a year alone is in many a form
    counts = _COUNTED.search(words)
    unit = (counts[1] or "%") if counts is not None else ""
    if counts is not None and (one := _counted_in(words, unit, view, like)) is not None:
        return one
    if not wanted:
        return None
    thing = [w for w, _ in tokens(words[counts.end() :]) if w in wanted] if counts is not None else []
    found: list[tuple[int, Project, str, int]] = []
    before = project_named(like, view) if like else None
    outright = [p for p in view.disclosure.projects if key(p.name) in words]
    for project in outright or ([before] if before is not None else view.disclosure.projects):
        own = folded(project.name + project.title)
        lines = [
            (same_words(folded(f"{i.second}{i.third}{i.target}")), f"{i.third} {i.target}", i.page)
            for i in project.indicators
        ]
        lines += [(folded(goal), goal, project.page) for goal in project.goals]
        for said, told, page in lines:
            about = [w for w in wanted if _says(said, w)]
            known = len({*about, *(w for w in wanted if _says(own, w))})
            asked = [w for w in wanted if w != "项目" and not (outright and w in own)]
            if unit == "名" and not re.search(r"\d(?:名|人(?!次))", folded(told)):
                continue  # of people, not of times
            if unit == "个" and known < len(wanted) and not _counts(said, thing, asked):
                continue  # anything is counted so
            if about and known * 2 > len(wanted) and (unit != "%" or "%" in told):
                found.append((sum(_says(said + own, w) for w in wanted), project, told, page))
    most = max((n for n, _, _, _ in found), default=0)
    best = [(project, text, page) for n, project, text, page in found if n == most]
    if not best:
        return None
    quotes = []
    for project, text, page in best[:_MOST]:
        form = quote_of(project, view)
        quotes.append(Quote(page, form.box, text, form.table))
    told = "；".join(f"{project.name}：{text}" for project, text, _ in best[:_MOST])
    stated = [
        Stated(Decimal(number), m[3], (), "", text)
        for _, text, _ in best[:_MOST]
        for m in re.finditer(rf"(\d+(?:\.\d+)?)(?:[~～\-—至到](\d+(?:\.\d+)?))?({unit or _ANY_UNIT})", folded(text))
        for number in m.groups()[:2]
        if number is not None
    ]
    notes = [
        n
        for p in dict.fromkeys(p.table for p, _, _ in best)
        for q in view.disclosure.projects
        if q.table == p
        for n in (*doubted(q), *doubted(q, goals=True))
    ]
    return Outcome(
        Status.ANSWERED, f"绩效目标表里写的是：{told}", stated, quotes=quotes, notes=list(dict.fromkeys(notes))
    )


def _counted_in(words: str, unit: str, view: View, like: str) -> Outcome | None:
    """The indicator of the one project that is named outright, or was before (`like`), whose name the rest of the words has most of, of those that
    are counted so (要做出多少套数据集: 形成数据集 ≥83套); None where none has a word of it."""
    named = [p for p in view.disclosure.projects if key(p.name) in words]
    named = named or [p for p in view.disclosure.projects if key(p.name) in like]
    if len(named) != 1:
        return None
    rest = words.replace(key(named[0].name), "")
    fits = [i for i in named[0].indicators if re.search(rf"\d{re.escape(unit)}", folded(i.target))]
    scored = sorted(((_overlap(rest, key(i.third)), i) for i in fits), key=lambda s: -s[0])
    if not scored or scored[0][0] < _WORD or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    indicator = scored[0][1]
    m = re.search(rf"(\d+(?:\.\d+)?)({re.escape(unit)})", folded(indicator.target))
    outcome = indicator_told(named[0], indicator, view)
    if m is not None:
        outcome.stated = [Stated(Decimal(m[1]), m[2], (), "", f"{indicator.third} {indicator.target}")]
    return outcome


def indicator_asked(words: str, view: View) -> tuple[Project, Indicator] | None:
    """The one indicator that some words name, by its name or by most of it, of the project that they name, where they name
    one; None where they name none, or several fit."""
    named = [p for p in view.disclosure.projects if key(p.name) in words]
    rest = words
    for project in named:
        rest = rest.replace(key(project.name), "，")
    fits = [(p, i) for p in (named or view.disclosure.projects) for i in p.indicators if i.third]
    whole = [(p, i) for p, i in fits if key(i.third) in rest]
    if whole:
        longest = max(len(key(i.third)) for _, i in whole)
        whole = [(p, i) for p, i in whole if len(key(i.third)) == longest]
        return whole[0] if len(whole) == 1 else None
    scored = sorted(((_overlap(rest, key(i.third)), n) for n, (_, i) in enumerate(fits)), reverse=True)
    if len(named) != 1 or not scored or scored[0][0] <= _WORD or (len(scored) > 1 and scored[1][0] == scored[0][0]):
        return None
    return fits[scored[0][1]]


def indicator_told(project: Project, indicator: Indicator, view: View) -> Outcome:
    """What an indicator of a project targets, as its form prints it."""
    told = f"{indicator.third} {indicator.target}"
    stated = [
        Stated(Decimal(number), m[3], (), "", told)
        for m in re.finditer(rf"(\d+(?:\.\d+)?)(?:[~～\-—至到](\d+(?:\.\d+)?))?({_ANY_UNIT})", folded(indicator.target))
        for number in m.groups()[:2]
        if number is not None
    ]
    return Outcome(
        Status.ANSWERED,
        f"绩效目标表里写的是：{project.name}：{told}",
        stated,
        quotes=[quote_of(project, view, indicator)],
        notes=doubted(project),
    )


_WORD = 2
_ASKS_TARGET = re.compile(
    r"的?(?:指标值|目标值|指标|目标|任务|要求)(?:量|数)?(?:上)?(?:定|设|规定|下达|要求)?(?:是|为|的|了|在)*(?:多少|几|什么)[^,，]{0,4}$"
)
_ANY_UNIT = r"%|万?人次|名|篇|项|万?次|件|份|种|场|个|套|台|人|天|年|[KMGTP]B|万?条|家|期|部|册|吨|亩|公里|平方米|小时"
_COUNTED = re.compile(
    r"(?:多少|几)(篇|万?人次|人|名|项|万?次|件|份|种|场|个|套|[KMGTP]B|万?条|期|部|册|吨|亩|公里|平方米|小时)|(?:多少|几)%|百分之(?:多少|几)"
)


def _counts(said: str, thing: Sequence[str], asked: Sequence[str]) -> bool:
    """Whether a clause of a line counts in 个 the thing that is asked for by name, and the line says nearly all words."""
    known = [w for w in asked if _says(said, w)]
    counting = [c for c in re.split(r"[,，;；。、]", said) if re.search(r"\d个", c)]
    named = thing or known[-1:]
    enough = 4 * len(known) >= 3 * len(asked) and len(known) > 1
    return enough and any(all(w in clause for w in named) for clause in counting)


def _says(text: str, word: str) -> bool:
    return word in text or (word in _SAME and _SAME[word] in text)


_WITH_MONEY = re.compile(
    r"项目(?:都|全部|全)?(?P<all>全部|全|都|完全)?(?P<no>没有|没|无)?(?:有|是|由|靠|安排|用)?(?:了)?(?P<money>上年结转|财政拨款|其他资金|非财政拨款)(?:资金|安排|负担)?的?$|(?P<some>有|没有)(?P<other>上年结转|财政拨款|其他资金)的?项目"
)


def projects_with(words: str, view: View) -> Outcome | None:
    """哪些项目有上年结转, 哪些项目没有, 哪些全部由财政拨款: by the amounts that their forms print; None where nothing of the
    sort is asked."""
    m = _WITH_MONEY.search(words)
    if m is None or not re.search(r"哪|列|几", words):
        return None
    head, none = m["money"] or m["other"], bool(m["no"]) or m["some"] == "没有"
    whole = bool(m["all"]) or "全部由" in words
    forms: dict[str, dict[str, Figure]] = {}
    for figure in view.figures:
        if figure.table is Kind.PERFORMANCE and figure.unit in UNIT_YUAN:
            role = "total" if figure.column_role == "total" else next((c for c in figure.columns if head in c), "")
            if role:
                forms.setdefault(figure.ref[0], {})["total" if role == "total" else head] = figure
    if not forms or not all("total" in own for own in forms.values()):
        return Outcome(Status.NOT_FOUND, f"文件没有按项目印出{head}。", cited=[])

    def fits(own: dict[str, Figure]) -> bool:
        amount = own[head].value if head in own else None
        if whole:
            return bool(amount) and amount == own["total"].value
        return bool(amount) is not none

    chosen = [own for own in forms.values() if fits(own)]
    said = f"{'没有' if none else '全部由' if whole else '有'}{head}"
    names = {key(p.name): p.name for p in view.disclosure.projects}

    def called(own: dict[str, Figure]) -> str:
        return next((names[n] for n in own["total"].names if n in names), own["total"].called)

    shown = [o["total"] if none or whole else o.get(head, o["total"]) for o in chosen]
    listed = "；".join(
        f"{called(o)}" + ("" if none else f" {money(f.number, f.unit)}") for o, f in zip(chosen, shown, strict=True)
    )
    if not chosen:
        return Outcome(
            Status.ANSWERED, f"{len(forms)} 个项目里没有{said}的", cited=[o["total"] for o in forms.values()]
        )
    outcome = Outcome(Status.ANSWERED, f"{said}的项目有 {len(chosen)} 个：{listed}")
    outcome.stated = [] if none else [Stated.of(f) for f in shown if f.value is not None]
    outcome.stated.append(
        Stated(Decimal(len(chosen)), "个", tuple(o["total"] for o in chosen), f"逐个数得 {len(chosen)}", "个数")
    )
    outcome.cited = [o["total"] for o in chosen]
    return outcome


_SET_AT = re.compile(
    r"(?:目标|指标)(?:值)?[^,，\d]{0,10}?(?P<way>超过|高于|大于|不低于|不少于)?(?P<n>\d+(?:\.\d+)?)(?P<unit>%|[\u4e00-\u9fff]{1,2}?)(?P<least>(?:及|或)?以上)?(?:了)?(?:吗|么|没有?|[,，]?(?:对|是)吗)$"
)
_AT_LEAST = re.compile(r"(?:≥|>=|不低于|不少于)|(?<![<≤])\s(?=\d)")


def held_to(words: str, outcome: Outcome) -> Outcome:
    """What an indicator targets, with whether that is as much as a question asks (目标定到90%以上了吗); as it is where the question asks no
    such thing, or the target is none that bounds from below."""
    m = _SET_AT.search(words.rstrip("?？。"))
    one = outcome.stated[0] if outcome.found and len(outcome.stated) == 1 else None
    if m is None or one is None or one.unit != m["unit"] or not _AT_LEAST.search(one.label):
        return outcome
    asked = Decimal(m["n"])
    least = m["least"] or m["way"] in {"不低于", "不少于"}
    holds = one.value >= asked if least else one.value > asked if m["way"] else one.value == asked
    return replace(outcome, text=f"{'是' if holds else '不是'}，{outcome.text}")
