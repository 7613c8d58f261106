"""What is worked out from several answers of one document: rows that keep to a bound added up, the gap of two shares, half of
an amount, the largest of things that are listed, two years together.

A question of such a sort is read whole or not at all: each thing that it names must be a name, and what it is worked out from
is asked as a question of its own.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal

from extract.model import State
from qa.answer import Outcome, Stated, Status, grouped, money, rounded
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, in_unit, measured_apart, plainly, total
from qa.outcomes.one_table import in_one_table
from qa.outcomes.proportion import share, share_of_sum, whole_of
from qa.outcomes.rows import level_of
from qa.plain.restated import SHARE, WITHIN, items_of, matched, wholly_named
from qa.terms.resolve import Match, Wanted
from qa.terms.targets import Target, targets_of
from qa.terms.terms import Terms
from qa.words.bounds import Limits, limits_in
from qa.words.plan import hidden, shown

Answer = Callable[[str], Outcome]
"""How the document answers a folded question that leans on none before it."""

_MUCH = r"(?:是|有|为|要|得|花了?)?(?:多少|几)?(?:钱|万元|元)?(?:呢)?"
_TOGETHER = r"(?:共计|一共|总共|合计|加起来|合起来|之和|总和|总额|加总|共)"
_PER_CENT = rf"(?:多少|几成|百分之(?:几|多少)|{SHARE}(?:是|为)?(?:多少)?)"
_UNREAD = Outcome(Status.NOT_FOUND, "没有读懂是哪些科目：请写明它们的上级科目。", cited=[])


def computed(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """The answer to a folded question of such a sort; None where it is of another, not found where it is only half read."""
    text = _of_its_year(text, view)
    return (
        _rows_that_keep(text, view)
        or _gap_of_shares(text, view, answer_to)
        or _gap_as_share(text, view, answer_to)
        or _fraction(text, view, answer_to)
        or _sum_of(text, view)
        or _by_quarter(text, view, answer_to)
        or _of_those_listed(text, view)
        or _in_order(text, view)
        or _two_years(text, view, answer_to)
        or _change_as_share(text, view, answer_to)
        or _with_what_is_bought(text, view)
    )


def _of_its_year(text: str, view: View) -> str:
    """A question without the year of the document at its head."""
    m = re.match(r"(?P<year>20\d\d)年(?:度)?的?(?=.{4})", text)
    return text[m.end() :] if m is not None and int(m["year"]) == view.disclosure.meta.year else text


_LEVEL = {"类": 3, "款": 5, "项": 7}
_ROWS_ASKED = re.compile(
    rf"^(?P<parent>[^,，]*?)(?:{WITHIN})?(?:的)?(?:所有|全部|那些|各个?(?=科目|支出)|几个)*(?:(?:支出)?科目|各[类款项]|(?P<level>[类款项])(?:级)?(?:的)?(?:支出)?(?:科目)?|支出项目?)(?:的)?(?:金额|支出|钱)?(?P<asks>{_TOGETHER}?占(?:了|到)?(?P<whole>[^,，占]{{2,}}?)的?{_PER_CENT}|{_TOGETHER}{_MUCH})$"
)
_ALL_ROWS = frozenset(("", "支出", "总支出", "本年支出", "今年支出", "支出预算", "支出决算", "预算支出"))


def _rows_that_keep(text: str, view: View) -> Outcome | None:
    """教育支出里超过100万元的科目合计, or their share: the sum of the rows under another that keep to a bound, all of one column."""
    limits = bounds_set(text)
    if limits is None or STATES.search(text):
        return None
    m = matched(_ROWS_ASKED, limits.without(text), view)
    if m is None:
        return None
    rows = _all_rows(m["level"], view) if m["parent"] in _ALL_ROWS else _rows_below(m["parent"], m["level"], view)
    if not rows:
        return _UNREAD
    chosen = [f for f in rows if limits.holds(f.yuan or Decimal(0))]
    if not chosen:
        text = f"{rows[0].place}的 {len(rows)} 个科目里，没有“{limits.said}”的。"
        return Outcome(Status.NOT_FOUND, text, cited=[], certain=True)
    if m["whole"]:
        whole = _whole_beside(m["whole"], m["parent"], rows[0], view)
        if whole is None:
            return Outcome(Status.NOT_FOUND, f"没有一张表同时列出这些科目和“{m['whole']}”。", cited=[])
        told = share_of_sum(chosen, whole) if len(chosen) > 1 else share(chosen[0], whole, view)
    else:
        told = total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in chosen])
    told.notes.append(f"在{rows[0].place}的 {len(rows)} 个科目中，{limits.said}的有 {len(chosen)} 个")
    return told


STATES = re.compile(r"吗|么$|吧$|是不是|是否|有没有|对不对|不对$")
"""Words of a question that states what it asks."""


def bounds_set(text: str) -> Limits | None:
    """The bounds that a question sets amounts; none where it only says how much something is (在410.28万元采购预算中)."""
    limits = limits_in(text)
    return None if limits is None or re.fullmatch(r"在\d[\d,.]*(?:亿|万)?元?", limits.said) else limits


def _rows_below(parent: str, level: str, view: View) -> list[Figure]:
    """The rows with amounts right under a row that some words name, or on a level below it, in its column."""
    if not wholly_named(parent, view):
        return []
    target = targets_of(parent, view, Wanted())[0]
    own = next((m.figure for m in target.matches if m.figure.code and not m.figure.is_fact), None)
    if own is None or target.open or (target.figure is not own and target.figure is not None and target.figure.code):
        return []
    below = [f for f in view.column(own) if f.code.startswith(own.code) and len(f.code) > len(own.code)]
    digits = _LEVEL[level] if level else min((len(f.code) for f in below), default=0)
    return _with_amounts([f for f in below if len(f.code) == digits])


def _all_rows(level: str, view: View) -> list[Figure]:
    """The rows with amounts on a level of the table of all spending."""
    return _with_amounts(level_of(f"{level}级科目", view)) if level else []


def _with_amounts(rows: list[Figure]) -> list[Figure]:
    return [f for f in rows if f.state is State.NUMBER and f.yuan is not None]


def _whole_beside(words: str, parent: str, row: Figure, view: View) -> Figure | None:
    """What rows are a part of, in their own column: the row that words name, or all of the table."""
    if words.strip("的") == parent.strip("的"):
        codes = {f.code for f in view.column(row) if row.code.startswith(f.code or "-") and f.code != row.code}
        named = [f for f in view.column(row) if f.code in codes and (parent in f.names or parent == f.code)]
        return named[0] if len(named) == 1 and named[0].value else None
    whole = whole_of(row, view)
    return whole if re.fullmatch(r"(?:全部|总|本年|所有)?支出(?:总[计额]|合计)?|总额|合计|总计", words) else None


def _share_told(part: str, whole: str, answer_to: Answer) -> tuple[Figure, Figure] | None:
    """Part and whole, as the question of what part one is of the other is answered; None where it is not."""
    told = answer_to(f"{part}占{whole}多少")
    if not told.found or not told.stated or told.stated[0].unit != "%" or len(told.stated[0].sources) != 2:
        return None
    return told.stated[0].sources[0], told.stated[0].sources[1]


_GAP_OF_SHARES = re.compile(
    rf"^(?P<a>[^,，占比]{{2,}}?)占(?P<whole>[^,，占]{{2,}}?)的?{SHARE}[,，]?比(?P<b>[^,，占比]{{2,}}?)(?:占(?P<again>[^,，占]{{2,}}?))?的?(?:{SHARE})?(?P<way>高|大|多|低|小|少)(?:出|了)?(?:多少|几)个?百分点$"
)
_GAP_AS_SHARE = re.compile(
    rf"^(?P<a>[^,，占]{{2,}}?)(?:和|与|跟|同)(?P<b>[^,，占]{{2,}}?)(?:之间)?的?(?:差额|差距|差值|之差|差)占(?:了|到)?(?P<whole>[^,，占]{{2,}}?)的?{_PER_CENT}$"
)


def _two_parts(a: str, b: str, whole: str, view: View, answer_to: Answer) -> tuple[Figure, Figure, Figure] | Outcome:
    """Two parts of one whole, in one column; why not, else."""
    if not all(wholly_named(words, view) for words in (a, b, whole)):
        return Outcome(Status.NOT_FOUND, "没有读懂是哪两项占哪一项：请写明名称。", cited=[])
    one, other = (_share_told(part, whole, answer_to) for part in (a, b))
    if one is None or other is None or one[1].ref != other[1].ref or one[0].ref == other[0].ref:
        return Outcome(Status.NOT_FOUND, f"没有一张表同时列出“{a}”“{b}”和“{whole}”。", cited=[])
    coded = [f.code for f in (one[0], other[0]) if f.code]
    if one[0].ref[0] != other[0].ref[0] or not all(c.startswith(one[1].code) for c in coded):
        return Outcome(Status.NOT_FOUND, f"没有一张表同时列出“{a}”“{b}”和“{whole}”。", cited=[])
    return one[0], other[0], one[1]


def _gap_of_shares(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """A占P的比重比B高多少个百分点: what two parts of one whole are apart, in percentage points with two decimals."""
    m = matched(_GAP_OF_SHARES, text, view)
    if m is None or re.search(r"上年|去年|20\d\d年", f"{m['b']}{m['again']}"):
        return None
    if m["again"] and m["again"].strip("的") != m["whole"].strip("的"):
        return Outcome(Status.NOT_FOUND, "两个占比的分母不同：请分开问。", cited=[])
    found = _two_parts(m["a"], m["b"], m["whole"], view, answer_to)
    return found if isinstance(found, Outcome) else _apart(*found, points=True)


def _gap_as_share(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """A和B的差额占P的比例: what two parts of one whole are apart, in per cent of it."""
    m = matched(_GAP_AS_SHARE, text, view)
    if m is None:
        return None
    found = _two_parts(m["a"], m["b"], m["whole"], view, answer_to)
    return found if isinstance(found, Outcome) else _apart(*found, points=False)


def _apart(a: Figure, b: Figure, whole: Figure, *, points: bool) -> Outcome:
    unit = common_unit([a, b, whole])
    x, y, z = (in_unit(f, unit) for f in (a, b, whole))
    if x is None or y is None or not z:
        return Outcome(Status.NOT_FOUND, "其中一格没有填数，算不出占比。", cited=[a, b, whole])
    gap = rounded((x - y) / z * 100)
    how = f"({grouped(x)} − {grouped(y)}) ÷ {grouped(z)} = {gap}%"
    if points:
        word = "高" if gap > 0 else "低" if gap < 0 else "相同，差"
        text = f"{a.called} 占 {whole.called} 的比例比 {b.called} {word} {abs(gap)} 个百分点：{how}（{whole.place}）"
        first = Stated(gap, "个百分点", (a, b, whole), how, "占比之差")
    else:
        gap = abs(gap)
        how = f"({grouped(max(x, y))} − {grouped(min(x, y))}) ÷ {grouped(z)} = {gap}%"
        text = f"{a.called} 与 {b.called} 的差额占 {whole.called} 的 {gap}%：{how}（{whole.place}）"
        first = Stated(gap, "%", (a, b, whole), how, "差额的占比")
    return Outcome(Status.ANSWERED, text, [first, *(Stated.of(f) for f in (a, b, whole))])


_PARTS = {"一半": 2, "二分之一": 2, "三分之一": 3, "四分之一": 4, "五分之一": 5, "十分之一": 10}
_FRACTION = re.compile(rf"^(?P<item>[^,，占比]{{2,}}?)的(?P<part>{'|'.join(_PARTS)}){_MUCH}$")


def _fraction(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """X的一半是多少: an amount divided, with two decimals where it does not come out."""
    m = matched(_FRACTION, text, view)
    if m is None or not wholly_named(m["item"], view):
        return None
    return _divided(m["item"], _PARTS[m["part"]], f"的{m['part']}", view, answer_to)


_SUM = re.compile(rf"^(?P<terms>[^,，占比]{{6,}}?)(?:一共|总共|合计)?(?:等于|是|得|为|还剩|剩下?)+{_MUCH}$")
_SIGNS = re.compile(r"(?:再|又|然后)?(?:加上?|减去?|减掉|扣除|扣掉)")


def _sum_of(text: str, view: View) -> Outcome | None:
    """A加B减C等于多少: amounts of one table added and taken off, each named; None where it is no such sum of three or more."""
    m = _SUM.match(hidden(text, view.whole_in(text)))
    signs = _SIGNS.findall(m["terms"]) if m is not None else []
    plus = [sign for sign in signs if "加" in sign]
    if m is None or len(signs) < _PAIR or len(plus) == len(signs):
        return None
    items = [shown(part).strip(",，") for part in _SIGNS.split(m["terms"])]
    if not all(wholly_named(item, view) for item in items):
        return Outcome(Status.NOT_FOUND, "没有读懂相加相减的是哪几项：请逐项写明名称。", cited=[])
    found = [targets_of(item, view, Wanted())[0] for item in items]
    if any(t.figure is None or t.open for t in found):
        return Outcome(Status.NOT_FOUND, "相加相减的几项里有一项没有找到。", cited=[])
    figures = [t.figure for t in in_one_table(found) if t.figure is not None]
    unit = common_unit(figures)
    amounts = [in_unit(f, unit) for f in figures]
    told = [a for a in amounts if a is not None]
    if (
        len(told) < len(items)
        or len({f.ref for f in figures}) < len(items)
        or any(measured_apart(figures[0], f) for f in figures)
    ):
        return Outcome(Status.NOT_FOUND, "相加相减的几项里有一格没有填数。", cited=figures)
    result, how = told[0], grouped(told[0])
    for sign, amount in zip(signs, told[1:], strict=True):
        result += amount if "加" in sign else -amount
        how += f" {'+' if '加' in sign else '−'} {grouped(amount)}"
    how += f" = {grouped(result)}"
    parts = "，".join(f"{f.called} {money(f.number, f.unit)}" for f in figures)
    text = f"得 {money(result, unit)}：{how}（{parts}；{figures[0].place}）"
    return Outcome(
        Status.ANSWERED, text, [Stated(result, unit, tuple(figures), how, "得数"), *(Stated.of(f) for f in figures)]
    )


_PAIR = 2
_BY_QUARTER = re.compile(
    rf"^(?P<item>[^,，占比]{{2,}}?)[,，]?(?:的)?(?:平均每个?季度?|每个?季度?平均|按季度?平均|季均)(?:要|支出|花)?{_MUCH}$"
)


def _by_quarter(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """X每季度平均多少: a year's amount by four."""
    m = matched(_BY_QUARTER, text, view)
    return _divided(m["item"], 4, "平均每季度", view, answer_to) if m is not None else None


def _divided(item: str, by: int, called: str, view: View, answer_to: Answer) -> Outcome:
    told = answer_to(f"{item}是多少") if wholly_named(item, view) else None
    if told is None or not told.found or not told.stated or told.stated[0].yuan is None or told.stated[0].how:
        return Outcome(Status.NOT_FOUND, f"文件里没有“{item}”的数字。", cited=[])
    whole = told.stated[0]
    exact = whole.value / by
    result = plainly(exact) if exact == rounded(exact) else rounded(exact)
    how = f"{grouped(whole.value)} ÷ {by} = {grouped(result)}"
    label = f"{whole.label}{called}" if called.startswith("的") else called
    told.text = f"{label}为 {money(result, whole.unit)}：{how}；{told.text}"
    told.stated.insert(0, Stated(result, whole.unit, whole.sources, how, label))
    return told


_LISTED = re.compile(
    r"^(?:在)?(?P<list>[^占比]{6,}?)(?:这)?(?:[三四五六3456][项个者种类])?(?:里面?|中|当中|之中|相比|比较)?[,，]?(?:(?:是|看)?(?P<asks>哪一?[个项种类]|谁))?(?:的)?(?:金额|支出|花得|花费|数额)*最(?P<way>[多大高少小低])(?:的)?(?:一[项个])?(?:是)?(?P<which>哪一?[个项种类]|谁|什么)?(?:呢)?$"
)
_LEAST_LISTED = 3


def _of_those_listed(text: str, view: View) -> Outcome | None:
    """A、B、C中哪个最多: of things that are listed by name, and of no others."""
    m = matched(_LISTED, text, view)
    if m is None or not (m["asks"] or m["which"]) or not re.search(r"、", m["list"]):
        return None
    items = items_of(m["list"], view)
    if len(items) < _LEAST_LISTED:
        return None
    figures = _comparable(items, view)
    if isinstance(figures, Outcome):
        return figures
    most = m["way"] in "多大高"
    ranked = sorted(figures, key=lambda f: f.yuan or Decimal(0), reverse=most)
    first = [f for f in ranked if f.yuan == ranked[0].yuan]
    told = "、".join(f"{f.called} {money(f.number, f.unit)}（第 {f.page} 页，{f.place}）" for f in first)
    rest = "；".join(f"{f.called} {money(f.number, f.unit)}" for f in ranked[len(first) :])
    text = f"{'最多' if most else '最少'}的是 {told}" + (f"；其余：{rest}" if rest else "")
    return Outcome(Status.ANSWERED, text, [Stated.of(f) for f in ranked])


_IN_ORDER = re.compile(
    r"^(?P<list>[^占比]{4,}?)(?:这)?(?:[两三四五六23456][项个者种类])?[,，]?(?:按(?:金额|数额|预算))?从(?P<way>[多大高少小低])到[多大高少小低](?:怎么|如何|是怎么|应该怎么)?(?:排|排列|排序|列出来?)(?:的)?$"
)


def _in_order(text: str, view: View) -> Outcome | None:
    """A、B和C从多到少怎么排: things that are listed by name, in the order of their amounts."""
    m = matched(_IN_ORDER, text, view)
    items = items_of(m["list"], view) if m is not None else []
    if m is None or len(items) < _PAIR:
        return None
    figures = _comparable(items, view)
    if isinstance(figures, Outcome):
        return figures
    ranked = sorted(figures, key=lambda f: f.yuan or Decimal(0), reverse=m["way"] in "多大高")
    told = "；".join(f"{f.called} {money(f.number, f.unit)}（第 {f.page} 页，{f.place}）" for f in ranked)
    return Outcome(Status.ANSWERED, told, [Stated.of(f) for f in ranked])


def _comparable(items: Sequence[str], view: View) -> list[Figure] | Outcome:
    """The amounts of things that are named one by one, of one table where they stand in one; why not, where they cannot be
    compared."""
    found = [targets_of(item, view, Wanted())[0] for item in items]
    found = [replace(t, matches=tuple(x for x in t.matches if x.figure.state is State.NUMBER)) for t in found]
    if any(t.figure is None or t.open or t.figure.yuan is None for t in found):
        lost = next(i for i, t in zip(items, found, strict=True) if t.figure is None or t.open or t.figure.yuan is None)
        return Outcome(Status.NOT_FOUND, f"文件里没有“{lost}”的数字。", cited=[])
    figures = [t.figure for t in in_one_table(found) if t.figure is not None]
    if len({f.ref for f in figures}) < len(items) or any(measured_apart(figures[0], f) for f in figures[1:]):
        return Outcome(Status.NOT_FOUND, "没有读懂要比较的是哪几项：请逐项写明名称。", cited=[])
    return figures


_TWO_YEARS = re.compile(
    rf"^(?P<item>[^,，占比]{{2,}}?)的?[,，]?(?:(?:今年|本年)(?:和|与|加上?|、)(?:去年|上年)|(?:去年|上年)(?:和|与|加上?|、)(?:今年|本年)|这?两年){_TOGETHER}{_MUCH}$"
)


def _both(item: str, view: View, answer_to: Answer) -> tuple[Stated, Stated] | None:
    """This year's and last year's amount of an item, of which the second is the first's own; None where that is not sure."""
    if not wholly_named(item, view):
        return None
    before = answer_to(f"上年的{item}是多少")
    if not before.found or not before.stated or before.stated[0].yuan is None:
        return None
    last = before.stated[0]
    if last.how and len(last.sources) > 1:  # worked out from this year's and the change, which the notes tell
        now = Stated.of(last.sources[0])
        return now, last
    figure = last.sources[0]
    own = [
        f
        for f in view.row(figure)
        if f.year == view.disclosure.meta.year and f.value is not None and f.unit == figure.unit and f.measure != "change"
        and f.column_role in {"total", figure.column_role}
    ]  # fmt: skip
    year = view.disclosure.meta.year or 0
    return (Stated.of(own[0]), last) if figure.year == year - 1 and own and not figure.is_fact else None


def _two_years(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """X今年和去年一共多少."""
    m = matched(_TWO_YEARS, text, view)
    if m is None:
        return None
    pair = _both(m["item"], view, answer_to)
    if pair is None or pair[0].unit != pair[1].unit:
        return Outcome(Status.NOT_FOUND, f"文件没有说明“{m['item']}”两年各是多少。", cited=[])
    now, last = pair
    result = now.value + last.value
    how = f"{grouped(now.value)} + {grouped(last.value)} = {grouped(result)}"
    text = f"{m['item']}两年合计 {money(result, now.unit)}：{how}（今年 {money(now.value, now.unit)}，上年 {money(last.value, last.unit)}）"
    return Outcome(
        Status.ANSWERED, text, [Stated(result, now.unit, (*now.sources, *last.sources), how, "合计"), now, last]
    )


_CHANGE_AS_SHARE = re.compile(
    rf"^(?P<item>[^,，占比]{{2,}}?)的?(?:比|较)(?:去年|上年)(?:度)?的?(?:预算|决算)?(?:数)?的?(?P<way>增加|减少|增长|下降|增减|变化|变动)的?(?:数?额|数|金额|部分|量|规模)占(?:了|到)?(?P<year>今年|本年|当年|去年|上年|上年度)(?:的)?(?P<again>[^,，占]*?)(?:预算|决算)?(?:数|总额)?的?{_PER_CENT}$"
)


def _change_as_share(text: str, view: View, answer_to: Answer) -> Outcome | None:
    """X比上年的增加额占今年X的比例."""
    m = matched(_CHANGE_AS_SHARE, text, view)
    if m is None:
        return None
    pair = _both(m["item"], view, answer_to)
    if pair is None or pair[0].unit != pair[1].unit or (m["again"] and m["again"].strip("的") != m["item"].strip("的")):
        return Outcome(Status.NOT_FOUND, f"没有读懂“{m['item']}”的增减占什么的比例。", cited=[])
    now, last = pair
    gap = now.value - last.value
    whole = last if m["year"].startswith(("去", "上")) else now
    other = (gap > 0 and m["way"] in {"减少", "下降"}) or (gap < 0 and m["way"] in {"增加", "增长"})
    if other or not gap or not whole.value:
        return Outcome(Status.NOT_FOUND, f"“{m['item']}”没有比上年{m['way']}。", cited=list(now.sources))
    percent = rounded(abs(gap) / whole.value * 100)
    how = f"{grouped(abs(gap))} ÷ {grouped(whole.value)} = {percent}%"
    word = "增加" if gap > 0 else "减少"
    text = f"{m['item']}比上年{word} {money(abs(gap), now.unit)}，占{m['year']}的 {percent}%：{how}"
    sources = tuple(dict.fromkeys((*now.sources, *last.sources)))
    return Outcome(Status.ANSWERED, text, [Stated(percent, "%", sources, how, "占比"), now, last])


_AFTER_BUYING = re.compile(
    r"^(?:购置|购买|买|采购|添置)(?:完)?(?:了)?(?:车辆?|设备|之)?(?:以?后|完)[,，]?(?P<thing>.*?)(?:就|将|会|要)*(?:一共|总共|合计|共)(?:就|将|会|要)*(?:有)?(?:多少|几)(?P<unit>辆|台|套)"
)


def _with_what_is_bought(text: str, view: View) -> Outcome | None:
    """购置后100万元以上设备一共多少台: what there is and what is to be bought; not found where each is not told once."""
    m = _AFTER_BUYING.match(text)
    if m is None:
        return None
    thing = "车辆" if m["unit"] == "辆" else m["thing"]
    unread = Outcome(Status.NOT_FOUND, f"文件没有说明购置以后一共有多少{m['unit']}。", cited=[])
    pair = [targets_of(words, view, Wanted(unit=m["unit"]))[0] for words in (f"现有{thing}", f"购置{thing}")]
    figures = [t.figure for t in pair]
    there, bought = figures
    if there is None or bought is None or any(t.open for t in pair) or there.value is None or bought.value is None:
        return unread
    alike = {
        (f.row, f.value)
        for f in view.figures
        if f.is_fact and f.row in {there.row, bought.row} and f.unit == there.unit
    }
    if (
        there.ref == bought.ref
        or there.unit != bought.unit
        or not (there.is_fact and bought.is_fact)
        or len(alike) != _PAIR
    ):
        return unread
    return total([Target(Terms((), (), ()), (Match(f, 1.0),)) for f in (there, bought)])
