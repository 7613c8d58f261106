"""What a question leaves to the one before it: 那公务用车呢, 去年呢, 占比多少."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.model import Kind
from extract.text import key
from qa.documents.figures import View
from qa.follow_ups.clipped import clipped
from qa.plain.planned import planned_for
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.terms.terms import Term, spot
from qa.words.lexicon import lexicon, scopes_in, without_noise
from qa.words.numerals import value_of
from qa.words.operations import COMPLETED, Operation
from qa.words.plan import TOGETHER, Asked, Plan


@dataclass(frozen=True, slots=True)
class Turn:
    """What a question was about, for the one that follows it."""

    plan: Plan
    items: tuple[str, ...] = ()
    scope: str = ""
    said: str = ""
    """The question's own words."""


_THAT = re.compile(r"(?:其中?|它|前者|总数|总额|这个?|那个?)(?:里面?|中)?的?")


_FILLER = re.compile(r"^(?:那么?|其中|还有|换成?|再看|如果)|[呢吗吧]$|(?:是|有)?(?:多少|几)(?:钱|万元|元)?$")
_BY_ANOTHER_MEASURE = re.compile(
    r"(?:那么?|那它)?(?:年初|原本|原先|原来|当初|本来|实际上?|最后|最终|结果|真正)+(?:就|是|又|却|只|才|总共|一共|到底)*(?:打算|计划|准备|安排|预计|定)?了?要?(?:花|用|支出|执行|开支)了?(?:掉|出去)?(?:多少|几)(?:钱|万元|元)?"
)
_ENUMERATES = re.compile(r"[和与及跟同、]|加|还有|分别")
_POINTS_BACK = re.compile(r"(?:这|那|上述)[两几些]?个?(?:比例|数|金额|项|者|部分)|二者|两者|它们|前者|后者")
_LEANING = re.compile(
    r"更[大小多少高低]|(?:上|下)?[涨跌升降]了?|20\d\d年?度?|占比|比例|比重(?!点)|百分比|增减|变化|变动|幅度|差额|差距|原因|为什么|为何|依据|单位|哪一?页|第几页|在哪|出处|预算|决算|年初|执行数|金额|总额|总数|合计|一共"
)


def split_words(text: str, view: View) -> tuple[tuple[str, ...], str]:
    """The names that a question uses, and its words for tables and kinds of money."""
    terms = spot(text, view)
    items = tuple(t.text for t in terms.terms if not _is_money_kind(t))
    scope = "".join(text[s:e] for s, e, _ in scopes_in(text)) + "".join(
        t.text for t in terms.terms if _is_money_kind(t)
    )
    return items, scope


def _is_money_kind(term: Term) -> bool:
    return bool(term.tables) and not term.names and not term.total


def _is_kind_of_money(words: str) -> bool:
    return bool(words) and any(s.words.fullmatch(words) for s in lexicon().soft)


_OF_MONEY_ALONE = re.compile(r"^(?:那么?)?[^,，]{2,14}?(?:是|有)?(?:多少|几)?(?:呢)?$")
_WITHIN = re.compile(r"其中|(?:这|那|它|其)?(?:里面?|当中|之中)")


def _part_of(items: Sequence[str], last: Turn, text: str, view: View) -> str:
    """A column of the row that was asked about before, in words that find nothing where it has none such; empty where
    no such part is meant."""
    if _WITHIN.match(text) and (source := _of_source(items, last, view)):
        return source
    forms = {key(p.name) for p in view.disclosure.projects} & {key(i) for i in last.items}
    row = len(items) == 1 and (len(last.items) > 1 or is_row(last.items[0], view)) if last.items else False
    if not last.items or not (_WITHIN.match(text) or forms or row):
        return ""
    names = {n for item in items for t in spot(item, view).terms for n, _ in t.names}
    if not any(names & set(f.columns) for f in view.figures):
        return ""
    own = [i for i in last.items if key(i) in forms or (not forms and not _TOTALS.fullmatch(i))]
    heads = {n for f in view.figures if own and key(own[0]) in f.names for n in f.columns}
    own = (
        [i for i in own if i not in heads] if _WITHIN.match(text) is None else own
    )  # its other column, of the same row
    listed = len(items) > 1 and re.search(rf"{re.escape(items[0])}(?:和|与|、|及){re.escape(items[1])}", text)
    if listed:
        each = [_part_of((item,), last, text, view) for item in items]
        return "和".join(each) + "各" if all(each) else ""
    words = "的".join((*own, *items))
    target = targets_of((last.scope + "里" if last.scope else "") + words, view, Wanted())[0]
    found = target.figure is not None and not target.open and names & set(target.figure.columns)
    if own and not found and _WITHIN.match(text) is None:
        return ""
    if own and not found:
        tables = {f.table for f in view.figures if any(key(i) in f.names for i in own)}
        return "" if any(names & {key(f.row)} and f.table in tables for f in view.figures) else words
    return words if found and len(target.terms.terms) > len(items) else ""


def _of_source(items: Sequence[str], last: Turn, view: View) -> str:
    """事业收入, and then 其中教育支出: what an item has of that source of income; empty where it is none."""
    if len(items) != 1 or len(last.items) != 1 or not is_row(items[0], view):
        return ""
    if not any(f.table is Kind.INCOME and key(last.items[0]) in f.columns for f in view.figures):
        return ""
    words = f"{items[0]}的{last.items[0]}"
    figure = targets_of(words, view, Wanted())[0].figure
    return words if figure is not None and figure.table is Kind.INCOME and figure.code else ""


def is_row(item: str, view: View) -> bool:
    """Whether an item is a row by code, and heads no column."""
    return any(f.code for f in view.vocabulary.get(key(item), ())) and not any(
        key(item) in f.columns for f in view.figures
    )


def heads_column(item: str, view: View) -> bool:
    """Whether an item heads a column, and is no row by code (基本支出)."""
    own = view.vocabulary.get(key(item), ())
    return any(key(item) in f.columns for f in own) and not any(f.code and key(item) in f.names for f in own)


def _column_of_before(plan: Plan, items: Sequence[str], last: Turn, view: View) -> bool:
    """Whether what a share is asked of is a column, after a row that was asked about (基本支出占多少, after 行政运行)."""
    alone = plan.operation is Operation.SHARE and not plan.second and len(items) == len(last.items) == 1
    return alone and is_row(last.items[0], view) and heads_column(items[0], view)


def _without(text: str, names: Sequence[str]) -> str:
    """A text with names cut out, and what joins them left."""
    for name in sorted(names, key=len, reverse=True):
        text = text.replace(name, "，")
    return text


def _same_column(items: Sequence[str], last: Turn, view: View) -> str:
    """Another row, in the column that was asked about before (其中项目支出呢, 那应用研究呢); empty where it has none."""
    if len(items) != 1 or len(last.items) != 2 or not is_row(items[0], view):
        return ""
    columns = [i for i in last.items if not is_row(i, view) and any(key(i) in f.columns for f in view.figures)]
    if len(columns) != 1:
        return ""
    words = f"{items[0]}的{columns[0]}"
    target = targets_of((last.scope + "里" if last.scope else "") + words, view, Wanted())[0]
    return words if target.figure is not None and not target.open and key(columns[0]) in target.figure.columns else ""


def _money_of(before: Sequence[str], items: Sequence[str], view: View) -> str:
    """The kind of money that the item before names in its own name (一般公共预算支出), where it has such items as well."""
    old, new = (
        [(m[0], s.tables) for i in some for s in lexicon().soft if (m := s.words.search(i))] for some in (before, items)
    )
    if len(old) != 1 or new:
        return ""
    words, tables = old[0]
    target = targets_of(f"{words}里{'和'.join(items)}", view, Wanted())[0]
    return words if target.figure is not None and target.figure.table in tables and not target.open else ""


_ITS_SIDE = re.compile(
    r"^(?:那么?)?(?P<its>它|其|该项|这项|这个)?(?:的|当年|本年|今年)*(?P<side>收入|支出)(?:呢|是多少|有多少)?$"
)


def _other_total(side: str, last: Turn, view: View) -> str:
    """支出呢, after 收入总计: what was asked before, of the other side; empty where that was no total of one side."""
    other = "支出" if side == "收入" else "收入"
    words = last.plan.first
    if last.plan.operation is not Operation.LOOKUP or other not in words or side in words:
        return ""
    totals = len(last.items) == 1 and not is_row(last.items[0], view) and _TOTAL_SAID.search(words) is not None
    return words.replace(other, side) if totals else ""


def _left_to_the_last(plan: Plan, asked: Asked, scope: str, before: Sequence[Turn], view: View) -> Plan | None:
    """The plan of a question that names nothing: the other side of a total (支出呢), what one kind of money was of the row
    before it (其中财政拨款, 占多少); None where it is neither."""
    last = before[-1]
    if (nth := _NTH_OF_IT.match(asked.text)) is not None and last.plan.operation is Operation.EXTREME:
        ranked = _MOST_OF_IT.sub(
            lambda most: f"第{nth['place']}{nth['way'] or most['way']}的", last.plan.first, count=1
        )
        low = (nth["way"] or ("少" if last.plan.lowest else "多")) in {"少", "低", "小"}
        return last.plan.model_copy(update={"first": ranked, "lowest": low})
    if (ends := _END_OF_YEAR.match(asked.text)) is not None and last.plan.operation is Operation.LOOKUP:
        other = "年末" if ends["end"] == "初" else "年初"
        if other in last.plan.first:
            return last.plan.model_copy(update={"first": last.plan.first.replace(other, f"年{ends['end']}")})
    m = _ITS_SIDE.search(asked.text)
    if m is not None and not scope and (total := _other_total(m["side"], last, view)):
        year = plan.year or last.plan.year
        return plan.model_copy(update={"operation": Operation.LOOKUP, "first": total, "year": year})
    narrowed = len(before) > 1 and last.scope and before[-2].items == last.items != () and not before[-2].scope
    if plan.operation is Operation.SHARE and narrowed and not plan.second:
        return plan.model_copy(update={"first": last.scope, "second": last.items[0]})
    return None


_NTH_OF_IT = re.compile(
    r"^(?:那么?)?第(?P<place>[二三四五六七八九十]|\d+)(?:名|位)?(?P<way>大|多|高|小|少|低)?(?:的)?(?:是)?(?:哪个|谁|哪一?项)?呢?$"
)
_MOST_OF_IT = re.compile(r"最(?P<way>大|多|高|小|少|低)的?")
_END_OF_YEAR = re.compile(r"^(?:那么?)?年(?P<end>[初末])(?:数)?(?:呢|是多少|有多少)?$")
_TOTAL_SAID = re.compile(r"[总合]计|总额|总[收支]|本年|财政拨款|当年|^经营[收支]|单位经营")
_TOTALS = re.compile(r"(?:本年)?(?:决算|预算)?(?:总?支出|总?收入)?(?:预算|决算)?(?:总计|合计|总额)?")


_WHICH = re.compile(r"(?:哪(?:一)?(?:个|项|边|块)|谁)(?:更|比较)?[多大高少小低]")
_OF_TWO = re.compile(
    r"^(?:那么?|一?共|总共)*(?:平均(?:下来)?(?:是|有|为)?(?:多少|几)?(?:钱|万元)?呢?|(?:合计|一共|总共|加起来|合起来|总和|两者之和)(?:是|有)?(?:多少|几)?(?:钱|万元)?呢?|(?:差额|相差|差距|差|[少多亏]了?(?=多少))(?:了|是|有)?(?:多少|几)?(?:钱|万元)?呢?|(?:哪(?:一)?(?:个|项|边|块)|谁)(?:更|比较)?[多大高少小低](?:一些|一点)?呢?)$"
)


_BOTH = re.compile(r"这?(?:两|(?<!第)几(?!页)|些)个?|[二两三四五]者|这[三四五][个项笔]|它们|分别")


def _meant(text: str, before: Sequence[Turn]) -> int:
    """How many of the questions before are meant together: as many as the words say, else all in a row that each ask for
    one thing, where they are to be added up; else two."""
    if (m := re.search(r"([二两三四五])(?:者|[个项笔])", text)) is not None:
        return value_of(m[1])
    row = 0
    for turn in reversed(before):
        if len(turn.items) != 1 or turn.plan.operation is not Operation.LOOKUP:
            break
        row += 1
    return max(2, row) if TOGETHER.search(text) else 2


def _held_together(plan: Plan, text: str, both: Sequence[str], before: Sequence[Turn]) -> Plan | None:
    """The plan of a question that holds what two questions before it asked for against one another; None where it does not."""
    if len(both) == 2 and _WHICH.search(text):
        held = {"operation": Operation.VERSUS, "first": f"{both[0]}和{both[1]}", "second": "", "unit": ""}
        return plan.model_copy(update=held)
    if len(both) == 2 and re.search(r"差|多出?多少|少多少", text):
        apart = {"operation": Operation.DIFFERENCE, "first": both[0], "second": both[1], "unit": ""}
        return plan.model_copy(update=apart)
    last_two = tuple(dict.fromkeys(i for t in before[-2:] for i in t.items))
    if plan.operation is not Operation.RATIO or len(last_two) != 2:
        return None
    scope = before[-1].scope
    sides = [last_two[1] if "后者" in side else last_two[0] for side in (plan.first, plan.second)]
    return plan.model_copy(update={"first": (f"{scope}里" if scope else "") + sides[0], "second": sides[1]})


def _of_the_last_two(text: str, items: Sequence[str], before: Sequence[Turn]) -> bool:
    """Whether a question that names nothing is about what each of the last two asked for (合计呢, 哪个多)."""
    if items or len(before) < 2 or _OF_TWO.match(text) is None:
        return False
    return all(len(t.items) == 1 for t in before[-2:]) and before[-1].items != before[-2].items


def turn_of(plan: Plan, view: View) -> Turn:
    """What a plan is about."""
    items, scope = split_words(plan.first, view)
    own = tuple(i for i in items if not _TOTALS.fullmatch(i))
    return Turn(plan, own or items, scope)


def names_something(text: str) -> bool:
    """Whether words name something, be it known to the document or not: 食堂 does, 占比多少 does not."""
    for start, end, _ in reversed(scopes_in(text)):
        text = text[:start] + text[end:]
    return any(len(part) > 1 for part in without_noise(_LEANING.sub("", text)))


_TURNED_TO = re.compile(r"^(?:那么?)?(?:换成?|换做|换作|改成|改为)")
"""Words that put something in the place of what was asked about: a project may be called by less than its name."""
_THAT_PROJECT = re.compile(r"(?:的)?(?:那|这)(?:一)?个(?:专项|课题)?项目$|(?:专项|项目)$")


def of_another_project(asked: Asked, view: View, before: Sequence[Turn]) -> Asked:
    """数据共享专项呢, after a question about something of another project: that question, about this one."""
    if not before or not asked.follows:
        return asked
    said, last = _FILLER.sub("", _FILLER.sub("", asked.text)), before[-1].plan.first
    said = re.sub(r"(?:的(?:话|那个)?|这边|那边|[那这]一[个项]|又)+$", "", said)
    names = sorted((key(p.name) for p in view.disclosure.projects), key=len, reverse=True)
    short = _THAT_PROJECT.sub("", said)
    turned_to = short != said or _TURNED_TO.match(asked.text) is not None
    like = [n for n in names if len(short) > 2 and short in n] if turned_to else []
    said = like[0] if len(like) == 1 else said
    other = next((n for n in names if n in last and n != said), "")
    if said not in names or last == other:
        return asked
    if not other:  # 甘蔗那个项目要发几篇文章: by less than its name
        rest = _SHORT_PROJECT.sub("", last, count=1)
        return planned_for(f"{said}{rest}", view) if rest != last and said not in last else asked
    return planned_for(last.replace(other, said), view)


_SHORT_PROJECT = re.compile(r"^[^,，]{2,14}?(?:那个|这个|的)?(?:项目|专项|课题)(?!支出|资金|经费|科目|绩效)(?=.)")


_ADDED = re.compile(
    r"^(?:那么?|如果|要是)*(?:再|还|又)*(?:要|得|需要?|应)?(?:(?P<more>加上|算上|加)|减去|减掉|减|扣除|扣掉|去掉|刨去|刨除|剔除)(?P<it>[^,，]{2,}?)(?:(?:以?后|之后)?呢|[,，]?(?:以?后|之后)?(?:一共|总共|合计|共|还)?(?:剩下?|余下?|是|有|为|要)*(?:多少|几)(?:钱|万元|元)?呢?|$)$"
)
_ADDED_TOO = re.compile(
    r"^(?:那么?|如果|要是)*(?:再|还|又)*(?P<more>连同|连上|带上|把|将)(?P<it>[^,，]{2,}?)(?:也|一起|一并|都|给)*(?:加|算|计|包括)?(?:进去|进来|上|在内|到一起|一起)?[,，]?(?:总共|一共|合计|共|加起来|总计)?(?:呢|(?:是|有|要|为)*(?:多少|几)(?:钱|万元|元)?(?:呢)?|(?<=[加算][上进]|进去|进来))$"
)
_NO_MORE = re.compile(
    rf"(?:请问|今年|本年|全年|预算|决算|支出|经费|费用|数|的|里|和|与|及|跟|同|以及|、|[,，]|两项|三项|{TOGETHER.pattern}|那|呢|是|有|为|了|花|用|安排|列|多少|几|钱|万元|元)*"
)
"""What may stand beside names in a question that asks for no more than their amounts."""


def added(asked: Asked, view: View, before: Sequence[Turn]) -> Asked | None:
    """加上培训费呢, 减去培训费呢, after amounts that were looked up: those and this together, or without this. An empty question
    where it cannot be said what is to be added to; None where nothing is to be added or taken off."""
    m = _ADDED.match(asked.text) or _ADDED_TOO.match(asked.text)
    if m is None or not before or re.match(r"它|这|那|其(?![他它])", m["it"]):
        return None
    if not m["more"] and before[-1].plan.operation is Operation.EXTREME:
        return None
    last, unclear = before[-1], Asked("", asked.plan)
    rest = _without(last.plan.first.removeprefix(f"{last.scope}里"), last.items)
    columns = [i for i in last.items if heads_column(i, view)]
    several = len(last.items) > 1 and TOGETHER.search(last.plan.first) is None
    other_year = last.plan.year not in {None, view.disclosure.meta.year}
    if last.plan.operation is not Operation.LOOKUP or not last.items or several or other_year:
        return unclear
    if not _NO_MORE.fullmatch(rest) or (columns and len(last.items) > 1):
        return unclear
    place = f"{last.scope}里" if last.scope else ""
    if not m["more"]:
        less = planned_for(f"{place}{last.items[0]}减去{m['it']}等于多少", view)
        return less if len(last.items) == 1 else unclear
    told = planned_for(f"{place}{'和'.join((*last.items, m['it']))}合计是多少", view)
    return replace(told, plan=told.plan.model_copy(update={"measures": last.plan.measures}))


_ITSELF = re.compile(r"(?:该|此|这|本)(?:一|个)?(?:款|项|类|科目)(?:科目|支出)?(?:的?(?:合计|总数|总额|总计)数?)?")


def _of_itself(plan: Plan, view: View) -> Plan:
    """占该款合计的百分之几: the whole that is the item's own, in another table."""
    if not plan.second or _ITSELF.search(plan.second) is None:
        return plan
    items = split_words(plan.first, view)[0]
    own = next((i for i in items if is_row(i, view) or i in view.codes), "")
    return plan.model_copy(update={"second": _ITSELF.sub(own, plan.second)}) if own else plan


_BOUGHT = re.compile(r"(?<!采购)(货物|工程|服务)(?:类)?(比|和|与|跟|同)(货物|工程|服务)(?:类)?")
_BOUGHT_ALONE = re.compile(
    r"^(?:那么?)?(?P<it>货物|工程|服务)(?:类)?(?:(?:这|那)?一?(?:类|项|块))?(?=呢|占|支出|预算|又|是|安排|有|多少)"
)
_OF_CARS = re.compile(r"^(?:那么?|其中)?(购置费|运行(?:维护)?费|购置及运行(?:维护)?费)(?=呢|是多少|有多少|多少|$)")


_ALL_KINDS = re.compile(
    r"^(?:那么?)?(?:这)?三(?:类|项|块)(?:都)?(?:加起来|合计|一共|总共|加在一起|合起来)?的?(?:总额|合计|总数|总和|总计|一共)?(?:是|有)?(?:多少)?呢?$"
)
_FISCAL_LEFT = re.compile(
    r"^(?:那么?|其中|里面|(?:属于|来自|归|是)(?=财政拨款的))*财政拨款的?(?:(?:那|这)(?:一)?(?:部分|块))?的?(?:结转)?(?:和|与)?(?:结余)?(?:资金|部分)?(?:呢|(?:是|有)?多少(?:钱|万元|元)?)?$"
)
_RECALLED = 3


_IN_PER_CENT = re.compile(
    r"^(?:(?:我)?(?:说|问|要)?的?不(?:是|要|看|问)(?:金额|数额|绝对数|钱数?|数)[,，](?:而)?(?:我)?(?:是|要|看|问|给)?(?:的)?(?:是)?)?(?:那么?|这|它)?(?:[折换]?(?:算|合)?(?:成|为|作)?)?(?:百分比|百分数|比例|幅度|百分之几|百分之多少|几个(?:百分)?点|增幅|降幅)(?:又|大概)?(?:呢|(?:是|有)?(?:多少|几|多大|多高)?)$"
)
"""Words that ask for a change as a part of what was before it."""


def with_head_lent(asked: Asked, view: View, before: Sequence[Turn]) -> Asked:
    """购置费呢, 工程比服务多多少: with the head of what was asked before (公务用车, 政府采购), which names them alone do not have;
    折成百分比是多少, after a change: that change."""
    if before and before[-1].plan.operation is Operation.CHANGE and _IN_PER_CENT.match(asked.text):
        moved = before[-1].plan.model_copy(update={"unit": "%"})
        return Asked(moved.first, moved, said=asked.said or asked.text)
    last = "，".join(t.plan.first for t in before[-_RECALLED:])
    text = clipped(asked.text, last) if before else asked.text
    if "用车" in last or "公车" in last or "三公" in last:
        text = re.sub(
            r"^(?:那么?|其中)?(?:的)?(?:公|用)?车(?:的)?(?:呢|是多少|多少)$", "公务用车购置及运行费是多少", text
        )
        text = _OF_CARS.sub(lambda m: f"公务用车{m[1]}", text)
    if (end := re.findall(r"年[初末底]", last)) and re.search(r"结转|结余", last):
        text = _FISCAL_LEFT.sub(
            f"财政拨款收支总表里{'年初' if end[-1] == '年初' else '年末'}财政拨款结转和结余是多少", text
        )
    if "采购" in last and _ALL_KINDS.match(text):
        text = "政府采购预算总额是多少"
    if "采购" in last and "采购" not in text:
        text = _BOUGHT_ALONE.sub(r"政府采购\g<it>", text)
        text = _BOUGHT.sub(r"政府采购\1\2政府采购\3", text)
    whole = before and not any(is_row(item, view) for item in before[-1].items)
    if whole and (side := re.findall(r"收入|支出", before[-1].plan.first)) and len(set(side)) == 1:
        text = _KIND_WITHIN.sub(lambda m: f"其中{(_RECEIVED if side[0] == '收入' else _SPENT)[m['kind']]}", text)
    return asked if text == asked.text else planned_for(text, view)


_RECEIVED = {"财政拨款": "财政拨款收入", "一般公共预算": "一般公共预算拨款收入", "政府性基金": "政府性基金预算拨款收入"}
_SPENT = {"财政拨款": "财政拨款支出", "一般公共预算": "一般公共预算支出", "政府性基金": "政府性基金支出"}
_KIND_WITHIN = re.compile(
    rf"^(?:那么?)?(?:其中|(?:这|那)?里面?)的?(?P<kind>{'|'.join(_RECEIVED)})(?:预算|拨款)?的?(?=占|比|份额|是|有|多少|呢|$)"
)
"""One kind of money of what was received, asked for without the word (其中财政拨款占多少, after 本年收入)."""


def _items_meant(items: tuple[str, ...], last: Turn, text: str, view: View) -> tuple[str, ...]:
    """What a question names, with what of the one before it that belongs to: its column, the column of another row."""
    if items and re.match(r"(?:它|其|该项|这项|这个|该科目)的?", text) and not re.match(r"其(?:中|他|它)", text):
        items = ("的".join((*last.items, *items)),)  # its basic expenditure: the row of before, and a column
    if items and (within := _part_of(items, last, text, view) or _same_column(items, last, view)):
        items = (within,)  # 其中基本支出: of that, where it has such a part
    return items


def _joined(items: Sequence[str], view: View, *, one: bool) -> str:
    """Names as the words of one thing, or of several: with 各 where a row and its column is among them, told one by one."""
    each = "各" if not one and any("的" in item and key(item) not in view.vocabulary for item in items) else ""
    return ("的" if one else "和").join(items) + each


def _things_of(turn: Turn, view: View) -> tuple[str, ...]:
    """What a question was about, a row and its column as one thing (其中基本支出有多少)."""
    one = len(turn.items) > 1 and heads_column(turn.items[-1], view)
    listed = _ENUMERATES.search(_without(turn.plan.first, turn.items)) is not None
    return ("的".join(turn.items),) if one and not listed else turn.items


def _names_source(items: Sequence[str], view: View) -> bool:
    """Whether items are sources of income, each a column of the income table."""
    heads = {c for f in view.figures if f.table is Kind.INCOME for c in f.columns}
    return all(key(item) in heads for item in items)


def _whole_in(scope: str, last: Plan) -> str:
    """What the share before was of; of another kind of money, its whole (换成一般公共预算来看)."""
    moved = scope and last.operation is Operation.SHARE and last.second and _WHOLE_SAID.fullmatch(last.second)
    return f"{scope}里{last.second}" if moved else last.second


_WHOLE_SAID = re.compile(r"(?:本年)?(?:支出|收入)?(?:预算|决算)?(?:总计|合计|总额|总数)|(?:全部|所有|总)(?:支出|收入)")


_ADDED_AMOUNTS = re.compile(r"(?:合计|一共|总共|加起来|合起来|共)(?:是|有)?(?:多少|几)(?:钱|[万亿]?元)")
_HOW_MUCH = re.compile(r"多少(?:钱|[万亿]?元)?$")


_OF_A_YEAR = re.compile(
    r"(?:20\d\d年(?:度)?|去年|上一?年(?:度)?|前一年|今年|本年|当年)(?:的)?[^,，变增减升降涨跌少多比幅率]{0,12}(?:预算|决算|执行|支出|经费)(?:数|总额|总数|合计)?(?:是|为|有|又是|定了|安排了?)*(?:多少|几)(?:钱|[万亿]?元)?(?:呢)?[?？]?$"
)
"""What something was in a year, by name and measure: an amount, whatever was asked of how it moved."""


def _operation_meant(plan: Plan, text: str, last: Operation) -> Operation:
    """What is to be done: what the question itself says, else what was done before; how much of its budget something is, after
    how far it is from that, is looked up."""
    if plan.operation is Operation.LOOKUP and COMPLETED.search(text) is not None:
        return Operation.LOOKUP
    if plan.operation is Operation.LOOKUP and last is Operation.SHARE and _ADDED_AMOUNTS.search(text) is not None:
        return Operation.LOOKUP  # 两项合计多少万元, after what share each is
    if plan.operation is Operation.LOOKUP and last is Operation.YES_NO and _HOW_MUCH.search(text) is not None:
        return Operation.LOOKUP  # 花钱了吗, and then: 预算是多少
    if plan.operation is Operation.LOOKUP and last is Operation.CHANGE and _OF_A_YEAR.search(text) is not None:
        return Operation.LOOKUP  # 有没有减少, and then: 那2024年的预算是多少
    told = plan.operation if plan.operation not in {Operation.LOOKUP, Operation.YES_NO} else last
    whether = told in {Operation.LOOKUP, Operation.YES_NO} and plan.operation is Operation.YES_NO
    return Operation.YES_NO if whether else told


def _stand_elsewhere(items: Sequence[str], scope: str, view: View) -> bool:
    """Whether rows are printed, and none of them in the table of the question before (公务接待费 after a row of 支出总表)."""
    kinds = {kind for _, _, kind in scopes_in(scope)} & set(Kind)
    found = [view.vocabulary.get(key(item), ()) for item in items]
    own = {f.table for figures in found for f in figures if not f.is_fact}
    return bool(kinds and own and all(found)) and not kinds & own


def in_context(asked: Asked, view: View, before: Sequence[Turn]) -> tuple[Plan, str]:
    """The plan with what an earlier question left to be understood; and the earlier item, to tell like names apart."""
    plan = _of_itself(asked.plan, view)
    if not before:
        alone = _THAT.fullmatch(plan.second) is not None
        return (plan.model_copy(update={"second": ""}) if alone else plan), ""
    items, scope = split_words(plan.first, view)
    last = before[-1]
    if items and _is_kind_of_money(last.scope) and _names_source(items, view):
        last = replace(last, scope="")  # 来自其他收入的又是多少, after what is of fiscal money
    if last.items and _OF_MONEY_ALONE.match(asked.text) and _is_kind_of_money(kind := "".join(items)):
        items, scope = (), kind  # 那一般公共预算财政拨款是多少: of the same
    named = {key(p.name) for p in view.disclosure.projects}
    if not items and _is_kind_of_money(scope) and any(key(i) in named for i in last.items):
        items, scope = (scope,), ""  # a column of the project's form
    if _BY_ANOTHER_MEASURE.fullmatch(asked.text) and last.items:
        items = ()  # 年初打算花多少, after an item: of that, not of all
    its_column = _column_of_before(plan, items, last, view)
    of_it = plan.operation is Operation.SHARE and _THAT.fullmatch(plan.second) is not None
    of_it = of_it and re.search(r"多少(?:钱|万?元)", asked.text) is None
    points = asked.follows or its_column or of_it or _POINTS_BACK.search(asked.text)
    leans = points or not (items or names_something(plan.first))
    unknown = not items and not scope and names_something(_FILLER.sub("", plan.first))
    if not leans or (
        unknown and plan.operation is Operation.LOOKUP and not plan.unit and not _POINTS_BACK.search(asked.text)
    ):
        return plan, ("".join(last.items) if leans else "")  # it names something that nobody knows
    if plan.operation is Operation.TEXT and items:
        return plan, ""
    operation = _operation_meant(plan, asked.text, last.plan.operation)
    shared = operation is Operation.SHARE and TOGETHER.search(plan.first) is not None and not items and len(before) > 1
    both = (
        _BOTH.search(asked.text) is not None
        or _of_the_last_two(asked.text, items, before)
        or (shared and all(len(t.items) == 1 for t in before[-2:]))
    )
    old = (
        tuple(dict.fromkeys(i for t in before[-_meant(asked.text, before) :] for i in _things_of(t, view)))
        if both
        else last.items
    )
    items = _items_meant(items, last, asked.text, view)
    if not items and len(last.items) > 1 and (m := re.search(r"(前|后)者", asked.text)):
        old = last.items[:1] if m[1] == "前" else last.items[-1:]
    if not items and (left := _left_to_the_last(plan, asked, scope, before, view)) is not None:
        return left, ""
    if (held := _held_together(plan, asked.text, old if both and not items else (), before)) is not None:
        return held, ""
    if (
        (m := _ITS_SIDE.search(asked.text)) is not None
        and last.items
        and (not items or items == ("收入",))
        and (m["its"] or (len(last.items) == 1 and is_row(last.items[0], view)))
    ):
        items, scope = (), ("收入总表" if m["side"] == "收入" else "支出总表")
    within = _WITHIN.match(asked.text) is not None or its_column
    if operation is Operation.SHARE and within and not plan.second and items and last.items:
        plan = plan.model_copy(update={"second": last.items[0]})  # 里面X占多少: of what was asked before
    moved = operation is Operation.LOOKUP and not within and _stand_elsewhere(items, last.scope, view)
    last = replace(last, scope="") if _is_kind_of_money(scope) or moved else last
    place = scope or last.scope or (_money_of(last.items, items, view) if items else "")
    one = (
        not items and not both and not _ENUMERATES.search(_without(last.plan.first, last.items))
    )  # 采购预算里的服务类 is one thing
    words = (place + "里" if place else "") + _joined(items or old, view, one=one)
    qualifier = "".join(re.findall(r"买|购置|新增|采购", asked.text)) if not items else ""
    if qualifier and (plan.unit or last.plan.unit) in {"辆", "台"} and "车" in words:
        words, qualifier = "买几辆车", ""  # 车辆几辆, and then: 今年买几辆
    together = TOGETHER.search(asked.text) or (
        operation is Operation.SHARE and not items and len(old) > 1 and TOGETHER.search(last.plan.first)
    )  # of what was added up before
    merged = plan.model_copy(
        update={
            "operation": operation,
            "first": words
            + qualifier
            + ("平均" if "平均" in asked.text and both else "合计" if together and not TOGETHER.search(words) else ""),
            "second": ("" if not items and plan.second in {"总数", "总额"} else "".join(last.items))
            if _THAT.fullmatch(plan.second)
            else plan.second or (_whole_in(scope, last.plan) if operation is last.plan.operation else ""),
            "year": plan.year if plan.year is not None else last.plan.year,
            "measures": plan.measures or (last.plan.measures if operation is Operation.LOOKUP else ()),
            "unit": ""
            if operation is Operation.SHARE  # 那基本支出又是百分之几: of amounts
            else plan.unit or (last.plan.unit if operation is last.plan.operation else ""),
        }
    )
    return merged, "".join(last.items)
