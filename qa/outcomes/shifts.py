"""What is held against the year before: whether an item rose or fell, how a share moved, and an item as a part or a multiple
of what it was."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.follow_ups.context import split_words
from qa.outcomes.arithmetic import both_years, change, common_unit, in_unit, moving
from qa.outcomes.moves import moved_rows
from qa.outcomes.proportion import ratio
from qa.outcomes.texts import moved_in_words
from qa.plain.restated import items_of, matched
from qa.terms.resolve import Wanted
from qa.terms.targets import Target, targets_of
from qa.terms.terms import spot
from qa.words.bounds import NEGATED
from qa.words.lexicon import without_noise
from qa.words.operations import YEAR_BEFORE
from qa.words.plan import TOGETHER, Plan, earlier_first

_LOOKED_AT = 8
_SHIFTED = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|本年)?的?(?P<part>[^,，占比]+?)占(?P<whole>[^,，占比]+?)的?(?:比例|比重(?!点)|份额|百分比|占比)[,，]?(?:是否|是不是|有没有)?(?:比|较|与|和|同|跟)(?:上一?年|去年|前一年|20\d\d年)(?:度)?(?:的)?(?:预算|决算|执行)?(?:数)?(?:相?比(?:较)?)?[,，]?(?:是|有|要)?(?:否|没有|不是)?(?:所|更|还)?(?P<how>[^,，]*)"
)
_ROSE = re.compile(r"提高|上升|增|涨|升|高|大|多")
_FELL = re.compile(r"下降|降低|减|跌|降|低|小|少")
_WHETHER = re.compile(r"吗$|么$|吧$|对不对$|是不是|是否|有没有")
_NOT = re.compile(r"没有?(?=提|上|增|涨|升|下|降|减|变)|不[高低升降]|未")


def share_shifted(plan: Plan, view: View) -> Outcome | None:
    """How the share of one item in another moved against the year before, in percentage points; None where that is not
    asked. Not found where a table does not print both years of both."""
    m = _SHIFTED.match(plan.first)
    if m is None:
        return None
    pair = _both_of(m["part"], m["whole"], view)
    if pair is None:
        return Outcome(
            Status.NOT_FOUND, f"文件没有印出“{m['part']}”和“{m['whole']}”两年的数，算不出占比的变化。", cited=[]
        )
    (part, part_before), (whole, whole_before) = pair
    unit = common_unit([part, part_before, whole, whole_before])
    a, a_before, b, b_before = (in_unit(f, unit) or Decimal(0) for f in (part, part_before, whole, whole_before))
    now, before = rounded(a / b * 100), rounded(a_before / b_before * 100)
    gap = now - before
    how = f"{grouped(a)} ÷ {grouped(b)} = {now}%；{grouped(a_before)} ÷ {grouped(b_before)} = {before}%；{now} − {before} = {gap}"
    word = "提高" if gap > 0 else "下降" if gap < 0 else "没有变化，相差"
    year = view.disclosure.meta.year or 1
    text = f"{part.called} 占 {whole.called} 的比例 {year} 年为 {now}%，{year - 1} 年为 {before}%，{word} {abs(gap)} 个百分点：{how}（第 {part.page} 页，{part.place}）"
    said = m["how"]
    if _WHETHER.search(plan.first) and _NOT.search(said) is None and (_ROSE.search(said) or _FELL.search(said)):
        right = gap > 0 if _ROSE.search(said) and not _FELL.search(said) else gap < 0
        text = ("是，" if right else "不是，") + text
    outcome = Outcome(Status.ANSWERED, text)
    outcome.stated = [
        Stated(gap, "个百分点", (part, whole, part_before, whole_before), how, "占比的变化"),
        Stated(now, "%", (part, whole), f"{grouped(a)} ÷ {grouped(b)} = {now}%", "占比"),
        Stated(before, "%", (part_before, whole_before), f"{grouped(a_before)} ÷ {grouped(b_before)} = {before}%", "占比"),
        *(Stated.of(f) for f in (part, part_before, whole, whole_before)),
    ]  # fmt: skip
    return outcome


def _both_of(part: str, whole: str, view: View) -> tuple[tuple[Figure, Figure], tuple[Figure, Figure]] | None:
    """This year's and last year's amounts of two items, all in one table; None where no table has them."""
    first, second = (_pairs(targets_of(words, view, Wanted())[0], view) for words in (part, whole))
    for one in first:
        for other in second:
            if one[0].ref[0] == other[0].ref[0] and one[0].ref != other[0].ref and other[0].value and other[1].value:
                return one, other
    return None


def _pairs(target: Target, view: View) -> list[tuple[Figure, Figure]]:
    if target.open:
        return []
    figures = [m.figure for m in target.matches[:_LOOKED_AT] if not m.figure.is_fact and m.figure.value is not None]
    year = view.disclosure.meta.year
    return [pair for f in figures if (pair := both_years(f, view, year)) is not None and pair[0].ref == f.ref]


def of_year_before(found: Sequence[Target], plan: Plan, view: View, *, percent: bool) -> Outcome | None:
    """What part of last year's amount an item is, or how many times it; None where the words hold it against another
    thing. Not found where both years are not printed in one table."""
    if YEAR_BEFORE.fullmatch(plan.second) is None:
        return None
    pairs = _pairs(found[0], view) if found else []
    if not pairs:
        return Outcome(Status.NOT_FOUND, f"文件没有印出“{plan.first}”两年的数，不能与上年相比。", cited=[])
    now, before = pairs[0]
    unit = common_unit([now, before])
    a, b = in_unit(now, unit), in_unit(before, unit)
    if not percent:
        return ratio(now, before)
    if a is None or not b:
        return Outcome(Status.NOT_FOUND, f"“{before.called}”上年没有可以作除数的数字。", cited=[now, before])
    part = rounded(a / b * 100)
    how = f"{grouped(a)} ÷ {grouped(b)} = {part}%"
    text = f"{now.called} 今年是上年的 {part}%：{how}（第 {now.page} 页，{now.place}）"
    stated = [Stated(part, "%", (now, before), how, "为上年的"), Stated.of(now), Stated.of(before)]
    return Outcome(Status.ANSWERED, text, stated)


_CLAIMED = re.compile(r"(?P<up>增加|增长|上升|提高|上涨|涨|多|高)|(?P<down>减少|下降|降低|减|降|少|低)")


_ASKS_WHETHER = re.compile(r"(?:对|是)?(?:吗|么|吧)$|是不是|是否")


def _the_other_way(outcome: Outcome, claim: re.Match[str] | None) -> Outcome:
    """Yes or no to a claim that the year before had more, or less, than this one."""
    pair = outcome.stated[0].sources if outcome.stated else ()
    if claim is None or len(pair) != 2 or pair[0].yuan is None or pair[1].yuan is None:
        return outcome
    right = (pair[1].yuan > pair[0].yuan) if claim["up"] else (pair[1].yuan < pair[0].yuan)
    outcome.text = ("是，" if right else "不是，") + outcome.text
    return outcome


def _moved_as_claimed(outcome: Outcome, plan: Plan) -> Outcome:
    """Yes or no, where the question says which way something moved and asks whether that is so."""
    claim = _CLAIMED.search(plan.first)
    if earlier_first(plan.first):
        whether = _ASKS_WHETHER.search(plan.first) is not None
        return _the_other_way(outcome, claim) if whether else outcome  # was it more in the year before?
    asked = _ASKS_WHETHER.search(plan.first) is not None and NEGATED.search(plan.first) is None
    moved = next((f.relation for s in outcome.stated for f in s.sources if f.relation in {"increase", "decrease"}), "")
    if not moved and outcome.stated and len(outcome.stated[0].sources) == 2:  # two columns, one less the other
        moved = "increase" if outcome.stated[0].value > 0 else "decrease"
    if asked and moved and _SAID_STILL.search(plan.first) and not re.search(r"还是|多少", plan.first):
        outcome.text = ("不是，" if outcome.stated[0].value else "是，") + outcome.text
        return outcome
    if _AN_AMOUNT.search(plan.first):
        return outcome  # an amount that is claimed is held against each part (`qa.terms.claim_verdicts`), or not at all
    if asked and claim is not None and moved and not re.search(r"还是|增减|变化|多少", plan.first):
        right = (moved == "increase") == bool(claim["up"]) and bool(outcome.stated[0].value)
        outcome.text = ("是，" if right else "不是，") + outcome.text
    return outcome


_SAID_STILL = re.compile(r"持平|一样|相同|一致|(?:没有?|未)(?:任何|什么|发生)?(?:变化|变动|变)|不变")
_AN_AMOUNT = re.compile(r"\d(?:亿|万|元|%)|一半|[一二三四五六七八九]成|倍")


_THINGS = re.compile(
    r"^(?:今年|本年|20\d\d年)?的?(?P<list>.+?)(?:今年|本年|这[两三几][项个])?[,，]?(?:各|分别|都|均|哪(?:一?个|项)|谁|合计|一共|总共|加起来|之和|总和|总计|[两三]项)*(?P<rest>(?:比|较|与|和|同|跟)(?:上一?年|去年|前一年|20\d\d年).*)$"
)
_WHICH = re.compile(r"哪(?:一?[个项类])|谁")


def _each_changed(plan: Plan, view: View, wanted: Wanted) -> Outcome | None:
    """How each of several things that a question lists moved (水费、电费比上年各增加多少), which of them did so more, or
    whether all of them did; None where it lists none. Not found where one of them is not told, or they are asked of together."""
    m = matched(_THINGS, plan.first, view)
    items = items_of(m["list"], view) if m is not None else []
    if m is None or not items:
        return None
    told = [changed(plan.model_copy(update={"first": f"{i}{_EACH.sub('', m['rest'])}"}), view, wanted) for i in items]
    if TOGETHER.search(plan.first) or not all(o.found and o.stated for o in told):
        return Outcome(Status.NOT_FOUND, "问到的不止一项，不能一起与上年相比：请分开问。", cited=[])
    head = ""
    if _WHICH.search(plan.first):
        way = _CLAIMED.search(m["rest"])
        if way is None or len({o.stated[0].unit for o in told}) > 1:
            return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪两项的增减：请分开问。", cited=[])
        moves = [_move_of(o) for o in told]
        most, word = (max(moves), "增加") if way["up"] else (min(moves), "减少")
        none = most <= 0 if way["up"] else most >= 0
        head = f"都没有{word}：" if none else f"{word}得多的是{items[moves.index(most)]}："
        told.sort(key=lambda o: _move_of(o) != most)
    elif all(re.match(_VERDICT, o.text) for o in told):
        head = "是，" if all(o.text.startswith("是") for o in told) else "不是，"
    text = head + "；".join(re.sub(_VERDICT, "", o.text) if head else o.text for o in told)
    outcome = Outcome(Status.ANSWERED, text, [s for o in told for s in o.stated])
    outcome.quotes = [q for o in told for q in o.quotes]
    outcome.cited = [f for o in told for f in o.cited]
    return outcome


_VERDICT = r"^(?:是|不是)，"
_EACH = re.compile(r"各自?|分别|都|均|哪(?:一?[个项类])|谁|得(?=[多少快])")


def _move_of(outcome: Outcome) -> Decimal:
    """By how much something moved, less than nothing where it fell."""
    one = outcome.stated[0]
    fell = any(f.relation == "decrease" for f in one.sources) and one.value > 0
    return -one.value if fell else one.value


_OF_EACH_YEAR = re.compile(r"20\d\d年和20\d\d年各是多少$")
"""Words that ask what it was in either year: the amounts come before what they are apart."""


_ROW_IN_NOTES = re.compile(r"^(?P<above>.*\(款\))(?P<leaf>[^()]+)\(项\)")


def _one_of_several(outcome: Outcome, words: str, view: View) -> str | None:
    """The name of a row that the notes tell of, where they tell of several called so (行政运行 of one 款 and of another) and the
    words name none of what it stands under; None else."""
    moved = outcome.stated[0].sources[0] if outcome.stated and outcome.stated[0].sources else None
    own = _ROW_IN_NOTES.match(moved.row) if moved is not None and moved.is_fact else None
    if own is None:
        return None
    above = {
        m["above"]
        for f in view.figures
        if f.is_fact and (m := _ROW_IN_NOTES.match(f.row)) is not None and m["leaf"] == own["leaf"]
    }
    heads = re.findall(r"([^()]+)\((?:类|款)\)", own["above"])
    named = any(re.sub(r"(?:事务|支出)$", "", head) in words for head in heads)
    return own["leaf"] if len(above) > 1 and not named else None


def _both_told(outcome: Outcome, view: View) -> Outcome | None:
    """The amounts of either year, as the sentence tells them that tells by what part something moved; None where it tells no
    such two, or an amount was found."""
    if any(s.yuan is not None for s in outcome.stated) or len(outcome.stated) != 1:
        return None
    moved = outcome.stated[0].sources[0] if outcome.stated[0].sources else None
    if moved is None or not moved.is_fact:
        return None
    beside = [f for f in view.figures if f.is_fact and f.sentence == moved.sentence and f.yuan is not None]
    before = [f for f in beside if f.relation == "prior"]
    now = [f for f in beside if f.relation in {"amount", "budgeted", "final"}]
    if len(before) != 1 or len(now) != 1 or not set(before[0].names) & set(now[0].names):
        return None
    text = "；".join(f"{f.called} {money(f.number, f.unit)}（第 {f.page} 页，{f.place}）" for f in (before[0], now[0]))
    told = Outcome(
        Status.ANSWERED, f"{text}；{outcome.text}", [Stated.of(before[0]), Stated.of(now[0]), *outcome.stated]
    )
    told.notes = outcome.notes
    return told


def changed(plan: Plan, view: View, wanted: Wanted) -> Outcome:
    if (rows := moved_rows(plan.first, view)) is not None:
        return rows
    if (each := _each_changed(plan, view, wanted)) is not None:
        return each
    outcome = change(plan, view, wanted)
    bare = plan.first
    for term in spot(plan.first, view).terms:  # 青少年科技活动: a name says not which way it moved
        bare = bare.replace(term.text, "，") if term.names and not term.fuzzy else bare
    said = plan.model_copy(update={"first": bare})
    if outcome.found:
        if (leaf := _one_of_several(outcome, plan.first, view)) is not None:
            return Outcome(Status.NOT_FOUND, f"有几个科目都叫“{leaf}”：请写明它属于哪一款。", cited=[], certain=True)
        if _OF_EACH_YEAR.search(plan.first):
            if (told := _both_told(outcome, view)) is not None:
                return told
            outcome.stated.sort(key=lambda s: bool(s.how))
        return _moved_as_claimed(outcome, said)
    item = split_words(plan.first, view)[0]
    terms = spot(plan.first, view).terms
    own = terms[:1] if not item or not terms or not without_noise(item[0].replace(terms[0].text, "")) else ()
    names = [*item[:1], *(n for t in own for n in (t.contains, *(n for n, _ in t.names[:2])) if n)]
    sides = {side for side in ("收入", "支出") if item and side in item[0]}
    whole = bool(item) and not item[0].startswith(("本年", "当年"))
    names = [n for n in names if all(side in n for side in sides) or (whole and "收支" in n)]  # 收支总计 is no 本年支出
    told = moved_in_words(names, moving(plan.first, view), view)
    if told is None:
        return outcome
    claim = _CLAIMED.search(bare)
    whether = _ASKS_WHETHER.search(plan.first) is not None and NEGATED.search(plan.first) is None
    if claim is not None and whether and re.match(r"增|减", told.text) and not _AN_AMOUNT.search(plan.first):
        told.text = ("是，" if told.text.startswith("增") is bool(claim["up"]) else "不是，") + told.text
    if whether and claim is not None and re.match(r"持平|无增减|没有变化", told.text):
        told.text = "不是，" + told.text
    elif re.search(r"持平|一样|没有变化", plan.first) and _ASKS_WHETHER.search(plan.first):
        told.text = ("是，" if re.match(r"持平|无增减|没有变化", told.text) else "不是，") + told.text
    if plan.unit == "%":
        told.stated.sort(key=lambda s: s.unit != "%")
    return told
