"""Into which kinds something is divided, as the notes or a table tell it (现有车辆分为哪几类, 政府采购分成哪几块, 支出预算按科目分成哪几大类), and what
a document counts and gives no names of (8个科研支撑部门分别叫什么)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from extract.model import Kind
from extract.text import folded, key
from qa.answer import Outcome, Stated, Status, grouped, money, numbers_in, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.counts import kinds_counted
from qa.outcomes.proportion import share, whole_of
from qa.outcomes.rows import level_of

_KIND = r"(?:大)?(?:类|种|块|项|部分|类型|种类|类别|用途)(?:别|型)?"
_DIVIDED = re.compile(
    rf"^(?:请问|那么?|现在|目前|单位|部门)*(?P<what>[^,，]{{1,16}}?)(?:都|一共|总共|又|具体|可以?|主要)*(?:按照?(?:用途|类别|种类|类型|性质|采购)?(?:来)?)?(?:(?:划|区)?分(?:别)?(?:列|出)?(?:为|成|了|有|是)*|(?:都|又)?(?:有|包括|包含|由|含))(?:了)?(?:哪|那)?(?:几|些|[两二三四五六])?个?{_KIND}(?:的)?(?:车辆?|用车|采购)?(?:构成|组成)?(?:[,，](?:各|分别|每)[^,，]*)?$"
)
_WHICH = re.compile(r"哪|几|什么")
_OF_WHAT_SORT = re.compile(
    r"^(?:这|那|现有|共有|的)*(?:\d+辆)?(?P<what>(?:公务用|公)?车辆?)(?:都|分别|各|具体)*(?:是|有)(?:什么|哪些|哪几种|哪几类|怎样的|什么样的)(?:种类|类型|类别|用途)?(?:的)?(?:车辆?|用车)?$"
)
_CARS = re.compile(r"^(?:现有|共有|实有|单位|部门|公务|的|\d+辆)*(?:用)?(?:公)?车辆?$")
_PROCUREMENT = re.compile(r"^(?:政府)?采购(?:预算|决算)?(?:支出)?(?:总额|金额|资金)?$")
_BOUGHT = re.compile(r"^(?:本(?:单位|部门))?(?:政府)?(?:采购)?(货物|工程|服务)类?(?:采购)?(?:预算|支出|金额)")
_SPENDING = (
    r"^(?:20\d\d年(?:度)?|本年|全年|今年|总|全部|所有|的)*支出(?:预算|决算)?(?:总计|合计|总额)?(?:都|一共|总共)*的?"
)
_EACH = r"(?:的)?(?:科目|支出)?(?:[,，](?:各|分别|每)[^,，]*)?$"
_INTO = r"(?:(?:划|区)?分(?:列)?(?:为|成|有|了)*)"
_BY_CLASS = r"按照?(?:支出)?的?(?:功能|科目)(?:分类|科目)*的?(?:大类)?(?:来)?(?:上)?(?:看|说|讲)?"
_OF_MONEY = _SPENDING.replace("支出", r"(?P<money>一般公共预算|政府性基金(?:预算)?)(?:财政拨款)?支出", 1)
_WHICH_OF_THEM = r"(?:哪|那)?(?:几|些|[两二三四五六])个?(?:科目)?"
_IS_DIVIDED = r"(?:一共|总共|都|可以?|能|被|共|又)*(?:(?:划|区)?分(?:列)?(?:为|成|有|了|在|到)*|有|是|涉及|包括|包含|落在|用在|花在)(?:了)?"
_INTO_CLASSES = rf"(?:{_IS_DIVIDED}{_WHICH_OF_THEM}(?:大类|大块|大项|类级科目|类|块|项|部分)|的?类级科目(?:一共|都|分别)*(?:有|是|包括)(?:哪些|哪几个|什么)(?:科目)?)"
_EACH_OF_THEM = r"(?:的)?(?:科目|支出)?(?:上|里)?(?:[,，]?(?:金额|数额|钱|预算|支出)?(?:各|分别|每)[^,，]*)?$"
_SPREAD = r"(?:主要|都|全|一共|总共|又|是|的|钱|资金)*(?:(?:分布|落|用|花|投|列|集中)(?:在|到|于)|分布于|涉及|由|有|包括|包含)(?:了)?"
_TOP = r"(?:支出|功能|科目)?(?:大类|类级科目|类科目)"
_SUBJECTS = (
    re.compile(
        r"^(?:按照?(?:支出)?功能(?:分类|科目)*(?:来)?(?:看|说)?[,，])?(?:20\d\d年(?:度)?|本年|全年|今年)?(?:的)?(?:支出)?(?:预算|决算)?(?:的)?各(?:个)?(?:支出)?(?:功能)?(?:分类|科目)*的?大类的?(?:支出|科目)*的?(?:金额|预算|决算)?(?:数)?(?:各自?|分别|都)*(?:是|有|为|花了?)?多少(?:钱)?$"
    ),
    re.compile(rf"^{_BY_CLASS}[,，]{_SPENDING.removeprefix('^')}{_INTO_CLASSES}{_EACH_OF_THEM}"),
    re.compile(rf"{_SPENDING}{_BY_CLASS}[,，]?{_INTO_CLASSES}{_EACH_OF_THEM}"),
    re.compile(rf"^{_BY_CLASS}[,，]{_OF_MONEY.removeprefix('^')}{_INTO_CLASSES}{_EACH_OF_THEM}"),
    re.compile(rf"{_OF_MONEY}{_BY_CLASS}[,，]?{_INTO_CLASSES}{_EACH_OF_THEM}"),
    re.compile(rf"{_OF_MONEY}{_IS_DIVIDED}{_WHICH_OF_THEM}(?:大类|类级科目|类){_EACH_OF_THEM}"),
    re.compile(
        rf"{_SPENDING}(?:是|要)?按照?(?:支出)?(?:功能|科目|功能科目|功能分类|功能分类科目|类级科目|支出科目)(?:来)?的?(?:{_INTO}(?:哪|那)?(?:几|些|[两二三四五六])个?(?:大类|类|类级科目|大块|块|项|部分){_EACH}|(?:是)?(?:怎么|如何|怎样)(?:分列?|划分|构成)(?:的)?$)"
    ),
    re.compile(rf"{_SPENDING}{_INTO}(?:哪|那)?(?:几|些|[两二三四五六])个?(?:大类|类|类级科目|科目大类){_EACH}"),
    re.compile(rf"{_SPENDING}{_SPREAD}(?:哪|那)(?:几|些)?个?{_TOP}(?:构成|组成)?{_EACH_OF_THEM}"),
    re.compile(
        rf"{_SPENDING}按照?{_TOP}(?:来)?(?:看|说|分|划分|区分)[,，]?(?:各类?|分别|每类)(?:都)?(?:是|有|为|花了?)?多少(?:钱|[万亿]?元)?$"
    ),
)


_BY_USE = re.compile(
    r"^(?P<what>(?:现有|公务|的)*(?:用|公)?车辆?)(?:按照?(?:不同)?(?:用途|类别|类型|种类)(?:来|分|看|说)*)[,，]?(?:各|分别|每种|每类)(?:自|都)?(?:有|是)?(?:几|多少)[辆台部]?$"
)


def divided(text: str, view: View) -> Outcome | None:
    """The kinds that something is divided into, each with how many or how much it is; None where it is not asked, or not told."""
    text = re.sub(rf"^{view.disclosure.meta.year}年(?:度)?的?", "", text)
    m = _BY_USE.match(text) or _DIVIDED.match(text) or _OF_WHAT_SORT.match(text)
    if m is not None and (m.re is _BY_USE or _WHICH.search(text)):
        if _CARS.match(m["what"]):
            told = _counted(kinds_counted("车辆各几辆", view, nothing=True))
            return _with_shares(told) if told is not None and _ASKS_SHARES.search(text) else told
        if _PROCUREMENT.match(m["what"]):
            return _listed(_bought(view), view, shares=_ASKS_SHARES.search(text) is not None)
    if (subjects := next((m for pattern in _SUBJECTS if (m := pattern.match(text)) is not None), None)) is not None:
        words, only = _ITS_TABLE[(subjects.groupdict().get("money") or "")[:2]]
        level = level_of(f"{words}里类级科目", view)
        kinds = [f for f in level if f.value is not None and only in {None, f.table}]
        return _listed(kinds, view, shares=_ASKS_SHARES.search(text) is not None)
    return None


_ITS_TABLE = {
    "": ("支出总表", None),
    "一般": ("一般公共预算支出表", Kind.GENERAL_PUBLIC),
    "政府": ("政府性基金预算支出表", Kind.GOVERNMENT_FUND),
}
"""What the table of each kind of money is called, and which that is."""


def _counted(told: Outcome | None) -> Outcome | None:
    """Kinds that are counted, without what they come to."""
    if told is None or len(told.stated) <= _MORE:
        return told
    whole, parts = told.stated[0], told.stated[1:]
    if not whole.value:
        return told
    kinds = parts if sum(s.value for s in parts) == whole.value else told.stated
    told.text = f"分为 {len(kinds)} 类：{told.text}"
    told.stated = [*told.stated, _number(kinds)]
    return told


_MORE = 2


def _bought(view: View) -> list[Figure]:
    """What is bought of goods, works and services, as one sentence tells them; nothing where none tells two of them."""
    told: dict[str, dict[str, Figure]] = {}
    for figure in view.figures:
        of_money = figure.is_fact and figure.yuan is not None and "政府采购" in figure.sentence
        kind = _BOUGHT.match(figure.row) if of_money else None
        if kind is not None:
            told.setdefault(figure.sentence, {}).setdefault(kind[1], figure)
    best = max(told.values(), key=len, default={})
    return list(best.values()) if len(best) >= _MORE else []


def _with_shares(told: Outcome) -> Outcome:
    """Kinds that are counted, with what part of all of them each is; not found where they do not come to what is counted in all."""
    counts = [s for s in told.stated if not s.how]
    whole, kinds = (counts[0], counts[1:]) if counts else (None, [])
    if whole is None or not whole.value or sum(s.value for s in kinds) != whole.value:
        return Outcome(Status.NOT_FOUND, "文件里没有可以计算各类占比的数字。", cited=[])
    for kind in kinds:
        percent = rounded(kind.value / whole.value * 100)
        how = f"{grouped(kind.value)} ÷ {grouped(whole.value)} = {percent}%"
        told.text += f"；{kind.label} 占 {percent}%：{how}"
        told.stated.append(Stated(percent, "%", (*kind.sources, *whole.sources), how, "占比"))
    return told


_ASKS_SHARES = re.compile(r"[,，](?:各|分别|每)[^,，]*(?:占|比例|比重)")


def _listed(kinds: list[Figure], view: View, *, shares: bool) -> Outcome | None:
    """Kinds of something with how much each is; `shares`: and what part of all."""
    if not kinds:
        return None
    wholes = [whole_of(f, view) for f in kinds] if shares else []
    parts = (
        [share(f, whole, view) for f, whole in zip(kinds, wholes, strict=True) if whole is not None] if shares else []
    )
    if shares and (len(parts) < len(kinds) or not all(o.found for o in parts)):
        return Outcome(Status.NOT_FOUND, "文件里没有可以计算各类占比的数字。", cited=[])
    if shares:
        told = "；".join(o.text for o in parts)
        outcome = Outcome(Status.ANSWERED, f"分为 {len(kinds)} 类：{told}", [o.stated[0] for o in parts])
        outcome.stated += [Stated.of(f) for f in kinds]
        outcome.stated += [Stated.of(w) for w in wholes[:1] if w is not None]
        outcome.stated.append(_number([Stated.of(f) for f in kinds]))
        return outcome
    listed = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in kinds)
    text = f"分为 {len(kinds)} 类：{listed}（第 {kinds[0].page} 页，{kinds[0].place}）"
    outcome = Outcome(Status.ANSWERED, text, [Stated.of(f) for f in kinds])
    outcome.stated.append(_number(outcome.stated))
    return outcome


def _number(kinds: Sequence[Stated]) -> Stated:
    """How many kinds there are."""
    sources = tuple(f for kind in kinds for f in kind.sources)
    return Stated(Decimal(len(kinds)), "类", sources, f"逐个数得 {len(kinds)}", "类数")


_UNIT = r"(?:个|家|名|所|处|支|间|座)"
_NAMES = (
    rf"(?:都|分别|各自?|具体|又)*(?:叫|是|有|为|包括)(?:做|作|着)?(?:(?:些)?什么|哪些|哪几{_UNIT}?|啥)(?:名字|名称|名)?"
)
_ASKED_BY_NAME = (
    re.compile(rf"^(?:那么?|这|现有|具体|的)*(?:(?:\d+|几|各){_UNIT})?(?P<thing>[\u4e00-\u9fff]{{3,12}}?)(?:的)?{_NAMES}$"),
    re.compile(
        rf"^(?:请|帮我|把|将|列出|列举|说出|说说|写出|给出|报出)*(?:这|那|的)*(?:(?:\d+|几|各){_UNIT})?(?P<thing>[\u4e00-\u9fff]{{3,12}}?)的?(?:名称|名字|名单)(?:都|分别|各|列出来|列一下|是|有|叫|什么|哪些|啥)*$"
    ),
    re.compile(r"^(?:现在?|目前|单位|部门|都|一共|具体)*有(?:哪些|哪几个|什么)(?P<thing>[\u4e00-\u9fff]{3,12})$"),
    re.compile(rf"^(?:列出|列举|说出|说说)(?:(?:\d+|几|各){_UNIT})?(?P<thing>[\u4e00-\u9fff]{{3,12}})$"),
)  # fmt: skip
_NUMBER = r"(?:\d+|[一二两三四五六七八九十]+)"
_NAMED_AFTER = r"(?:[(,，、]?(?:分别|具体|主要|即|其中)|[(,，]?(?:包括|包含|有|为|是)|[:(])"


def unnamed(text: str, view: View) -> Outcome | None:
    """That a document only counts what a question asks the names of; None where it asks for no names, or may tell some."""
    m = next((m for pattern in _ASKED_BY_NAME if (m := pattern.match(text)) is not None), None)
    if m is None or m["thing"] in view.vocabulary:
        return None
    thing = m["thing"]
    told = [(p, folded(p.text)) for p in view.disclosure.paragraphs if thing in folded(p.text)]
    name = re.escape(thing)
    counted = re.compile(
        rf"(?P<count>{_NUMBER}{_UNIT}){name}(?!{_NAMED_AFTER})|{name}(?:共|有|共有)?(?P<after>{_NUMBER}{_UNIT})(?!{_NAMED_AFTER})"
    )
    found = [m["count"] or m["after"] for _, said in told for m in counted.finditer(said)]
    if not found or len(found) != sum(said.count(thing) for _, said in told):
        return None
    page = told[0][0].page
    return Outcome(
        Status.NOT_FOUND,
        f"文件只写了有 {found[0]}{thing}（第 {page} 页），没有列出它们的名称。",
        cited=[],
        certain=True,
    )


_WHICH_PROJECTS = re.compile(
    r"^(?P<of>[^?？]*?\d[\d,.]*(?:亿|万)?元[^,，?？]{0,16}?)[,，]?(?:具体|究竟|到底|都|分别|又|主要|实际|一共|拿去|用来|钱)*"
    r"(?:是|为|包括|包含|有|做|干|搞|办|投|用|花|建|修|资助|支持|安排|落|给|买)(?:了|在|到|于|向|给|的是)*(?:哪些|哪几个?|哪[两二三四五六]个|什么)(?:具体)?的?(?:小|大)?(?:项目|工程|课题|专项|子项目)(?:上|里)?(?:呢)?(?:[,，].*)?$"
)


def unlisted_projects(text: str, view: View) -> Outcome | None:
    """That a document does not say on which projects an amount is spent (9万元具体是哪几个项目): rows with that amount are no projects.
    None where it is not asked, or the document has forms of projects and the question may mean those."""
    m = _WHICH_PROJECTS.match(text.rstrip("?？。"))
    if m is None or (view.disclosure.projects and ("项目" in m["of"] or _on_a_form(m["of"], view))):
        return None
    return Outcome(Status.NOT_FOUND, "文件没有列出这笔钱具体是哪些项目。", cited=[], certain=True)


def _on_a_form(words: str, view: View) -> bool:
    """Whether a form of a project prints an amount that some words say, or is of a project that they name."""
    said = numbers_in(words)
    named = any(key(p.name) in words for p in view.disclosure.projects)
    return named or any(f.table is Kind.PERFORMANCE and f.value in said for f in view.figures)
