"""Yes or no: whether an amount is there, is what it is said to be, is nothing, or is more than another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import Kind, State
from extract.text import UNIT_YUAN
from qa.answer import NOWHERE, Outcome, Quote, Stated, Status, money, numbers_in
from qa.documents.figures import Figure, View, not_read
from qa.outcomes.arithmetic import missing, total
from qa.outcomes.differences import differences
from qa.outcomes.lookup import lookup, spread
from qa.outcomes.one_table import in_one_table
from qa.outcomes.texts import Search, from_text
from qa.outcomes.weights import weight_of, weights
from qa.terms.resolve import Wanted, measure_of, same_place
from qa.terms.targets import Target, targets_of
from qa.terms.terms import spot
from qa.words.lexicon import scopes_in
from qa.words.plan import TOGETHER, Plan


def _weighed(words: str, view: View) -> Outcome | None:
    """Whether indicators weigh as much as is said: those that are named, else all of each project; None without projects."""
    if (named := weight_of(words, view)) is not None:
        said = re.findall(r"(?<![\d.])\d+(?:\.\d+)?(?=分(?!值))", words)
        if said:
            named.text = ("是，" if {s.value for s in named.stated} == {Decimal(said[-1])} else "不是，") + named.text
        return named
    outcome = weights(view)
    values = numbers_in(words)
    if outcome is not None and values:
        totals = {s.value for s in outcome.stated}
        outcome.text = ("是，" if totals == {values[-1]} else "不是，") + outcome.text.split("：", 1)[1]
    return outcome


def yes_no(plan: Plan, view: View, wanted: Wanted, search: Search | None) -> Outcome:
    if "分值" in plan.first and (weighed := _weighed(plan.first, view)) is not None:
        return weighed
    if _OF_A_WHOLE.search(plan.first) or _MORE_THAN_ONE_CELL.search(
        plan.first
    ):  # a share or a multiple that `qa.terms.claims` has not read
        return Outcome(Status.NOT_FOUND, "没有读懂这句话要核对的是什么。", cited=[])
    if (held := _held(plan, view, wanted)) is not None:
        return held
    if (negative := _NEGATIVE.search(plan.first)) is not None:
        return _below_zero(plan.first[: negative.start()], view, wanted)
    nothing = says_nothing(plan.first)
    words = _IS_ZERO.sub("", plan.first) if nothing else plan.first
    found = targets_of(words, view, replace(wanted, unit=""))
    target = next((t for t in found if t.figure is not None and not t.open), None)
    asking = re.split(r"[,，](?!\d{3})", plan.first)[-1]  # what is told before it is no claim
    told = numbers_in(_IN_A_NAME.sub("", _AS_OF.sub("", plan.first if _CLAIMS.search(asking) else asking)))
    claimed = [n for n in told if str(n) not in view.codes]
    if target is None or target.figure is None:
        if (whole := empty_table(plan, view) or _of_a_table(plan, view, wanted)) is not None:
            return whole
        return missing(found[0], plan.first) if found else from_text(plan.first, view, search)
    figure = target.figure
    others = _fact_beside(target, plan.first) if plan.wants != "blank" and not nothing else None
    if others is not None:
        figure = others
    if nothing or (len(found) > 1 and not claimed and _DENIED.search(plan.first)):
        return _says_none(found, target, plan.first, view)
    if (unread := _unread(plan.first, asking, figure, claimed=bool(claimed))) is not None:
        return unread
    if claimed and (len(found) > 1 or figure.value is not None):
        return _as_claimed(found, figure, plan.first, claimed)
    if figure.value is None or figure.value == 0:
        if (empty := empty_table(plan, view)) is not None:
            return empty
        what = (
            f"为 {money(figure.value, figure.unit)}"
            if figure.value is not None
            else "一格为空白"
            if figure.state is State.BLANK
            else "一格为短横"
        )
        word = "没有" if plan.wants != "blank" else "是" if figure.value is None else "不是"
        word = "是" if word == "没有" and _DENIED.search(plan.first) else word
        outcome = Outcome(
            Status.ANSWERED,
            f"{word}，{figure.called} {what}（第 {figure.page} 页，{figure.place}）",
            cited=[figure],
        )
        outcome.stated = [Stated.of(figure)] if figure.value is not None else []
        return outcome
    if _MORE_THAN_WHETHER.search(plan.first):
        return Outcome(Status.NOT_FOUND, "没有读懂这句话要核对的是什么。", cited=[])
    denied = plan.wants == "blank" or _DENIED.search(plan.first) is not None
    outcome = Outcome(
        Status.ANSWERED,
        f"{'不是' if denied else '有'}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）",
        [Stated.of(figure)],
    )
    outcome.cited = [figure, *spread(same_place(figure, view))]
    return outcome


_DENIED = re.compile(
    r"^(?!.*(?:有没有|是不是|是否))[^,，]*(?:没有?|未|无)(?:有|配备?|拥有|安排|列|编|购置|任何)?[^,，]{0,16}[,，](?:是|对|没错|是这样|属实)(?:的)?(?:吗|么|吧|不对|不是)$|^(?!.*(?:有没有|是不是|是否))[^,，]*(?:没有?|未)[^,，]{0,16}[,，](?:对不对|是不是)$"
)
"""A denial that is to be confirmed (一辆都没有，是这样吗): yes says that there is none."""
_WHETHER_FILLED = re.compile(
    r"^(?P<table>[^,，]{2,24}?表)(?:里面?|上面?|之?中|内)?(?:是不是|是否|到底|究竟|真的|就)*(?:有没有(?:数字?|金额|填数?)|有数(?:字)?(?:吗|么|没有)|是?空(?:表|的|白)?(?:吗|么|的吗)?)(?:呢)?$"
)


def _of_a_table(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """Whether a table that a question names has amounts at all, by its total; None where it does not ask that, or the table has none."""
    m = _WHETHER_FILLED.match(plan.first)
    if m is None or not plan.wants or [s for s, _, _ in scopes_in(m["table"])] != [0]:
        return None
    figure = targets_of(f"{m['table']}里的合计", view, wanted)[0].figure
    if figure is None or figure.value is None or figure.is_fact:
        return None
    text = f"{'不是' if plan.wants == 'blank' else '有'}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])


_AS_OF = re.compile(r"(?:截至|截止|到)?20\d\d年(?:1[0-2]|0?[1-9])月(?:[0-3]?\d[日号]|[底末初])?")
"""A day as of which things are counted, which is no amount that is claimed."""


def _as_claimed(found: Sequence[Target], figure: Figure, words: str, claimed: Sequence[Decimal]) -> Outcome:
    """Whether a figure is an amount that is claimed, or several things come to it; not found where no words add several up, or
    the amount is a bound."""
    if len(found) == 1:
        place = f"（第 {figure.page} 页，{figure.place}）"
        outcome = Outcome(
            Status.ANSWERED, f"{figure.called} {money(figure.number, figure.unit)}{place}", [Stated.of(figure)]
        )
    elif TOGETHER.search(words) is None or _BOUND.search(words) or any(t.figure is None or t.open for t in found):
        return Outcome(Status.NOT_FOUND, "没有读懂是说合计，还是说各项：请写明“合计”或“都”。", cited=[])
    else:
        outcome = total(in_one_table(found))
    if outcome.found:
        first = outcome.stated[0]
        same = first.value in claimed or (
            first.yuan is not None and any(first.yuan in {c, c * 10_000} for c in claimed)
        )
        outcome.text = f"{'是' if same else '不是'}，{outcome.text}"
    return outcome


_BOUND = re.compile(r"(?:有没有|够不够|到没到|是否[有到够达]|能不能|超|过|不到|以上|以下|低于|高于)")


def _held(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """Whether one thing, or several together, is more than another, or several together are less; None where that is not asked."""
    if (m := _EXCEEDS.search(plan.first)) is not None:
        return _exceeds(m["a"], m["b"], plan, view, wanted)
    m = _SUM_SHORT.search(plan.first)
    if m is None or TOGETHER.search(m["a"]) is None:
        return None
    summed = plan.model_copy(update={"first": m["a"]})
    added = lookup(targets_of(m["a"], view, wanted), summed, view, wanted)
    return _sum_over(added, targets_of(m["b"], view, wanted)[0], m["b"], under=True)


def _exceeds(first: str, second: str, plan: Plan, view: View, wanted: Wanted) -> Outcome:
    """Whether one thing, or several together, is more than another."""
    if TOGETHER.search(second) and not TOGETHER.search(first):
        several = targets_of(second, view, wanted)
        added = lookup(several, plan.model_copy(update={"first": second}), view, wanted)
        return _over_sum(targets_of(first, view, wanted)[0], added, first)
    if TOGETHER.search(first):
        added = lookup(targets_of(first, view, wanted), plan.model_copy(update={"first": first}), view, wanted)
        held = _sum_over(added, targets_of(second, view, wanted)[0], second)
        if held.found and re.search(r"(?<!有)(?<!是)不(?:会|能)?$", first):  # 不超过…吗: yes says that it is not more
            held.text = re.sub(r"^(?:是|没有)", lambda word: "不是" if word[0] == "是" else "是", held.text)
        return held
    sides = plan.model_copy(update={"first": first, "second": second})
    found = targets_of(first, view, wanted)
    if len(found) > 1:
        return Outcome(Status.NOT_FOUND, "问到的不止一项：请分开问，或写明“合计”。", cited=[])
    outcome = differences(found, sides, view, wanted)
    if outcome.found:
        over = outcome.stated[0].value > 0
        denied = re.search(r"(?:没有?|并?未|并?不)(?:曾|能|会)?$", first) is not None and _CLAIMS_SO.search(plan.first)
        word = ("不是，" if over else "是，") if denied else "是，" if over else "没有，"
        outcome.text = word + outcome.text
    return outcome


_CLAIMS_SO = re.compile(r"(?:对|是|没错)(?:吗|么|吧|不对)?$|[,，]对不对$")
"""What ends a claim that is to be confirmed: where that denies something, yes says that it is not so."""


def _over_sum(one: Target, added: Outcome, words: str) -> Outcome:
    """Whether a figure is more than a sum."""
    outcome = _sum_over(added, one, words)
    if outcome.found and one.figure is not None and one.figure.yuan is not None and added.stated[0].yuan is not None:
        _, _, told = outcome.text.partition("，")
        outcome.text = ("是，" if one.figure.yuan > added.stated[0].yuan else "没有，") + told
    return outcome


def _sum_over(added: Outcome, other: Target, words: str, *, under: bool = False) -> Outcome:
    """Whether a sum is more than another figure; `under`: whether it is less."""
    figure = other.figure
    if not added.found or not added.stated or not added.stated[0].how:
        return added if not added.found else missing(other, words)
    total = added.stated[0]
    if figure is None or figure.yuan is None or total.yuan is None or other.open:
        return missing(other, words)
    word = "是" if (total.yuan < figure.yuan if under else total.yuan > figure.yuan) else "没有"
    text = f"{word}，{added.text}；{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    outcome = Outcome(Status.ANSWERED, text, [*added.stated, Stated.of(figure)])
    outcome.cited = added.cited
    return outcome


_OF_A_WHOLE = re.compile(r"倍|[一二三四五六七八九]成(?!立|果|本|人|员|套|品|功)|一半|半数|分之")
_MORE_THAN_ONE_CELL = re.compile(r"既.+又|越来越|一年比一年|其(?:余|他)[^,，]*都")
_MORE_THAN_WHETHER = re.compile(
    r"倍|[一二三四五六七八九]成|一半|半数|分之|%|不到|不足|超过|(?<!万元)(?<!元\(含\))以上|以下|(?<!首)都(?!没)|各项|每[一项个]|全部|全都|完成|花(?:出去|掉|完|光)|用(?:掉|完|光)|达到|大部分|大多|多半|主要(?:是|用|来)|(?<!能)够|亏|(?<!公)赚|大头|预算.{0,3}有没有[花用]"
)
"""Words that ask for more than whether there is any of a thing."""


def _unread(words: str, asking: str, figure: Figure, *, claimed: bool) -> Outcome | None:
    """That no single cell says whether some words hold, or not in what they count; None where one may."""
    if (claimed and _BOUNDS.search(asking)) or (not claimed and _EACH_OF_THEM.search(words)):
        return Outcome(Status.NOT_FOUND, "没有读懂这句话要核对的是什么。", cited=[])
    told_in = {m[1] for m in _CLAIMED_IN.finditer(_IN_A_NAME.sub("", words if _CLAIMS.search(asking) else asking))}
    if claimed and told_in and not any((u in "亿万元") is (figure.yuan is not None) for u in told_in):
        return Outcome(Status.NOT_FOUND, f"文件里没有可以与之比较的“{words}”的数字。", cited=[])
    return None


_BOUNDS = re.compile(
    r"(?<!单价)(?<!价值)\d[\d.,]*(?:亿|万|元|%|分|个|人|辆|台)*(?:\(含\))?(?:以上|以下|以内|左右|上下|多)(?!的?(?:通用|专用|大型)?设备)|(?:超过|不到|不足|低于|高于|至少|最多|大于|小于|达到)\d"
)
_EACH_OF_THEM = re.compile(
    r"(?<![平人年])均(?:为|是|由|来自|系)|(?<!首)都(?:是|被|评|属|归|为|有|达|完|拿|来|用)|全部(?:是|评|都|拿|达|完|来|用)|全都"
)
"""Words that say something of all of several things, or bound an amount: no single cell says whether they hold."""
_CLAIMED_IN = re.compile(r"\d(亿|万|元|%|辆|台|人|个|家|项|次|批|户)")
_SAYS_NOTHING = re.compile(
    r"(?:(?:(?<!有)没有?(?:任何|再|去)?|(?<![是能会要对可没有])不(?:再|打算|准备|计划|会|预备|想|必|用(?=花|安排|列|支|编|发)|需要?)*)(?:安排|发生|列|花|编|预算|支出|用(?!于|在|来|到)|使用|产生)|(?:(?:没有?|未)(?!不)|(?<![是能会要对可没有])不(?:再|打算|准备|计划|会|预备|想|必|用(?=花|安排|列|支|编|发)|需要?)*(?=安排|发生|编列|列|花|支出|产生))(?:安排|发生|编列|列|花)?(?:[^,，有]|(?<=国)有){2,24}|(?:是|为|等于)(?:0|零)(?:元|万元)?)[,，]?(?:这|是)?(?:真的)?(?:对不对|对吗|对吧|是吗|是吧|吧)$"
)
"""Words that say there is none of a thing, and ask whether that is so."""
_IS_ZERO = re.compile(
    r"(?:是不是|是否|到底|都|就|是|为|等于)+(?:0|零)(?:元|万元|辆|台|个)?(?:的|了)?[,，]?(?:对|是)?(?:吗|么|吧|不对)?$|(?:是不是|是否|真的|就)*(?:连)?一(?:分钱?|毛钱?|元钱?|块钱?)(?:钱)?(?:都|也)(?:没有?|未|不(?:打算|准备|计划|会)*)(?:安排|花|列|用|编|支出|发生)?(?:了)?(?:的)?[,，]?(?:对|是)?(?:吗|么|吧|不对)?$"
)
"""Words that ask whether a thing is zero."""
_IS_THERE_NONE = re.compile(
    r"^[^,，]*(?:是不是|是否)(?:就|真的|根本|完全|一直)?(?:没有?|未)(?:有|安排|列|编|发生|花|买|配)*[^,，超过变增减]*$|一(?:分|毛|元|块)钱?[^,，]{2,10}(?:都|也)没有?(?:安排|花|列)?(?:吗|么|吧)?$"
)
"""Words that ask whether there is none of a thing (是不是没有接待费)."""
_COUNTS = re.compile(r"[辆台套]|数量|[车次人]数|几[个家项]")


def says_nothing(words: str) -> bool:
    """Whether words ask to have it confirmed that there is none of a thing."""
    return any(p.search(words) for p in (_SAYS_NOTHING, _IS_THERE_NONE)) or _IS_ZERO.search(words) is not None


def _is_nothing(figure: Figure) -> Outcome:
    """Yes where a figure is zero or its cell prints no number, else no with how much it is."""
    if figure.value:
        text = f"不是，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
        return Outcome(Status.ANSWERED, text, [Stated.of(figure)])
    word = "为 0" if figure.value is not None else "一格没有填数"
    outcome = Outcome(
        Status.ANSWERED, f"是，{figure.called} {word}（第 {figure.page} 页，{figure.place}）", cited=[figure]
    )
    outcome.stated = [Stated.of(figure)] if figure.value is not None else []
    return outcome


def _says_none(found: Sequence[Target], target: Target, words: str, view: View) -> Outcome:
    """Whether there is none of a thing: of its money, by the measure that the document is about."""
    if len(found) > 1:
        return _all_nothing(found, words)
    figures = [m.figure for m in target.matches]
    own = [f for f in figures if measure_of(f, view) == view.disclosure.meta.kind] or figures[:1]
    amounts = [f for f in own if f.unit in UNIT_YUAN or not f.is_fact]
    return _is_nothing(figures[0] if _COUNTS.search(words) else (amounts or figures)[0])


def _all_nothing(found: Sequence[Target], words: str) -> Outcome:
    """Yes where each of several things is zero or prints no number; not found where one of them is not there."""
    lost = next((t for t in found if t.figure is None or t.open), None)
    if lost is not None:
        return missing(lost, words)
    each = [_is_nothing(t.figure) for t in found if t.figure is not None]
    word = "是，" if all(o.text.startswith("是") for o in each) else "不是，"
    outcome = Outcome(Status.ANSWERED, word + "；".join(o.text.partition("，")[2] for o in each))
    for one in each:
        outcome.stated += one.stated
        outcome.cited += one.cited
    return outcome


_IN_A_NAME = re.compile(
    r"(?<![\d.,])20\d\d(?![\d.,]*\d|[.,]?\d*[万亿元%])年?|(?:单位价值|单价|价值)?\d+万元(?:\(含\))?(?:以上|以下)"
)
"""Numbers that claim nothing: years, and the bound that things are called by (100万元以上设备)."""
_NEGATIVE = re.compile(
    r"(?:是不是|是否|会不会|有没有)?(?<!没有)(?<!没)(?<!不是)(?:出现|为|是|成)?(?:负数|负值|负的|为负)"
)


def _below_zero(words: str, view: View, wanted: Wanted) -> Outcome:
    """Whether an amount is negative."""
    found = targets_of(words, view, replace(wanted, unit=""))
    figure = found[0].figure
    whole = (
        re.search(r"(?:里面?|中|内|表)$", words) is not None or not found[0].terms.terms
    )  # of many cells, not of one
    if whole or figure is None or found[0].open or figure.value is None:
        return missing(found[0], words)
    word = "是" if figure.value < 0 else "不是"
    text = f"{word}，{figure.called} {money(figure.value, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])


_CLAIMS = re.compile(
    r"^(?:这|那)?(?:是不是|是否|是|对)?(?:真|对|属实|准确|正确|真实)?的?(?:吗|么|不对|呢)?$|^(?:是不是|是否)"
)
_SUM_SHORT = re.compile(
    r"(?P<a>.+?)(?:是否|有没有)?(?:低于|少于|小于|不及)了?(?P<b>[^零0\d]{2,}?)了?(?:[,，]?(?:对|是)?(?:吗|吧|不对)|$)"
)
_EXCEEDS = re.compile(
    r"(?P<a>.+?)(?:是否|有没有)?(?:超出|超过|超支|高于|大于|多于)(?:了)?(?P<b>[^零0]{2,}?)(?:了)?(?:[,，]?(?:对|是)?(?:吗|吧|不对)|$)"
)


def _fact_beside(target: Target, words: str) -> Figure | None:
    """For 买车吗 and its like: a count told in prose says more than a blank or zero of money."""
    if target.figure is None or target.figure.value:
        return None
    of_money = _SAYS_MONEY.search(words) is not None  # 有公务用车购置费吗: what is bought is no money
    hits = [
        m.figure
        for m in target.matches
        if m.figure.is_fact
        and m.figure.value
        and m.figure.names
        and (m.figure.yuan is not None or not of_money)
        and any(n in m.figure.names for t in target.terms.terms for n, _ in t.names)
    ]
    return hits[0] if hits else None


_SAYS_MONEY = re.compile(r"费|经费|支出|资金|拨款|预算数?(?!单位)")


_AN_EMPTY_TABLE = re.compile(r"空表|空的|全空|没有?(?:任何)?(?:数据|内容|数字|数)(?:的)?(?:表|吗|吧|对|$)")


_ANY_THERE = re.compile(r"有没有(?:填)?(?:数|金额)")


def empty_table(plan: Plan, view: View) -> Outcome | None:
    """A table that is there without figures, with the note that says so: yes where the question asks whether it is empty."""
    words = plan.first
    asks_nothing = (
        plan.wants == "blank" or says_nothing(words) or _AN_EMPTY_TABLE.search(words) or _DENIED.search(words)
    )
    no = "是" if asks_nothing and not _ANY_THERE.search(words) else "没有"
    kinds = {Kind(n) for _, _, n in scopes_in(words) if n in set(Kind)} | {
        k for t in spot(words, view).terms for k in t.tables[:1]
    }
    for table in view.disclosure.tables:
        filled = any(f.value for f in view.figures if f.ref[0] == table.id)
        if (
            table.kind in kinds
            and table.pages
            and not not_read(table)
            and (not table.figures or (table.notes and not filled))
        ):
            note = "".join(table.notes)
            box = table.box or NOWHERE
            text = f"{no}，第 {table.pages[0]} 页的《{table.title}》没有填数" + (f"：“{note}”" if note else "")
            return Outcome(
                Status.ANSWERED, text, quotes=[Quote(table.pages[0], box, note or table.title, table.kind.value)]
            )
    return None
