"""Why one total is larger than another: the row of its table that makes up the gap exactly, and what kind of income pays for what
one row has beyond the general public budget.

Each is held against the printed amounts: a gap that no row of the table makes up exactly is not explained.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal
from itertools import combinations

from extract.model import Kind
from qa.answer import Outcome, Stated, Status, grouped, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import common_unit, difference, in_unit
from qa.plain.sentences import WHAT_PAYS, WHICH_ROW
from qa.words.bounds import AMOUNT, yuan_said

_WHY = r"(?:是)?(?:为什么|为何|为啥|怎么(?:会|就)?|凭什么|什么原因|(?:的)?原因(?:是|在)?(?:什么|哪))"
_ITEM = r"[\u4e00-\u9fff()]{2,20}?"
_IS = r"(?:才|只|仅|就|却|倒|是|有|为|达到?|了|竟然?|居然|一共|总共|共|写|列|印|填|报|标|着|明明|上面|里|上|的|合计数?|总数|金额)*"
_WHENCE = r"(?:那么?)?(?:多|差|超|高)(?:出)?(?:来|去)?的?(?:这|那)?(?:一)?(?:部分|笔|块|些|点)?(?:钱|资金|差额|数)?(?:是|又|到底|究竟)*(?:从|打)?(?:哪里|哪儿|哪|何处|什么)(?:来|冒出来|来源|钱)?的?|差在(?:哪里|哪儿|哪|什么地方)|差额是(?:什么|啥|哪来的)"
_WHITHER = rf"(?:那么?|这|中间|两者|二者|两表|之间|请问)*(?:的)?(?:相差|差|缺|少|多|剩)?(?:出|了|下|掉)*(?:来|去)?的?(?:这|那)?一?(?:部分|笔|块|些|点)?的?(?P<said>{AMOUNT})?的?(?:钱|资金|数|额|差额|差距|缺口)?(?:都|又|到底|究竟|是|跑)*(?:(?:花|用|流|转|放|留|跑|去|到|上)(?:在|到|了|往)*(?:哪里|哪儿|哪|何处|什么地方)(?:去|里)*了?|(?:是|算|属于|为)?(?:什么|啥|哪一?[笔块])(?:钱|资金|款)?)"
_WHENCE = rf"{_WHENCE}|{_WHITHER}"
_SAID_BOTH = re.compile(
    rf"^(?P<why>{_WHY}[,，]?)?(?P<a>{_ITEM}){_IS}(?P<x>{AMOUNT})[,，](?:那么?|而|但是?|可是?)*(?P<why2>{_WHY})?(?P<b>{_ITEM})(?P<why3>{_WHY})?{_IS}(?P<y>{AMOUNT})(?:[,，](?P<whence>{_WHENCE}|{_WHY}))?(?:呢)?$"
)
_SAID_MORE = re.compile(
    rf"^(?P<why>{_WHY}[,，]?)?(?P<a>{_ITEM}){_IS}(?P<x>{AMOUNT})?(?P<why2>{_WHY})?(?:要|会)?比(?P<b>{_ITEM}){_IS}(?P<y>{AMOUNT})?(?P<why3>{_WHY})?(?:还|要|更|会)*(?P<way>多|高|大|少|低|小)(?:出|了|一些|一截|这么多|呢)*(?P<gap>{AMOUNT})?(?:[,，](?P<whence>{_WHENCE}|{_WHY}))?$"
)
_APART = r"(?:之间|两者|二者|为什么|为何|中间|[,，])*的?(?:相?差|差额|差距|差别)(?:的|了|出|来)*(?:那|这)?一?(?:部分|笔|块)?的?(?:钱|资金|数|额)?(?:都|又|到底|究竟|主要)*"
_TWO_TOTALS = re.compile(
    rf"^(?:收支总表|收入支出决算总表)?(?:里面?|中|上)?的?(?P<a>[\u4e00-\u9fff]{{0,10}}?总计)(?:和|与|跟|同)(?:它|其)?的?(?P<b>本年(?:收入|支出)(?:合计)?|(?:收入|支出)合计|支出总表(?:里面?|中|上)?的?(?:合计|总数|总计)数?)(?:对不上|不一样|不一致|不相等)?(?P<why>{_APART}(?:在|出在)(?:了)?(?:哪里|哪儿|哪|什么地方)|{_APART}(?:是|算)(?:什么|啥|哪一?[笔块])(?:钱|资金|款)?)(?:呢)?$"
)
"""Two totals of one table that a question holds against one another, asking in what they are apart."""
_FILLS = frozenset(("carry_in", "carry_out", "use_balance", "distribution"))
"""Rows that a total has beyond the income or the spending of the year."""
_TOTALS = frozenset(("income_total", "expenditure_total", "total", "income_subtotal", "expenditure_subtotal", "income_current", "expenditure_current"))  # fmt: skip


def why_more(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """The row of its table that one total is larger by than another, where a folded question asks why it is or where that money
    is from; None where it asks no such thing, or nothing in the table makes up the gap exactly."""
    bare = text.rstrip("?？。")
    if (two := _TWO_TOTALS.match(bare)) is not None:
        return _totals_apart(two["a"], two["b"], view)
    m = _SAID_BOTH.match(bare) or _SAID_MORE.match(bare)
    if m is None or not any(m[w] for w in ("why", "why2", "why3", "whence")):
        return None
    if m["x"] and m["y"]:
        pairs = _printed_pairs((m["a"], m["x"]), (m["b"], m["y"]), view)
    elif m["x"] or m["y"]:
        return None
    else:
        told = answer_to(f"{m['a']}比{m['b']}多多少")
        sides = [s.sources[0] for s in told.stated[1:] if not s.how] if told.found else []
        pairs = [(sides[0], sides[1])] if len(sides) == _PAIR and sides[0].ref[0] == sides[1].ref[0] else []
    for one, other in pairs:
        more, less = (one, other) if one.number > other.number else (other, one)
        said = m.groupdict().get("gap") or m["said"]
        if said and (more.yuan or 0) - (less.yuan or 0) != yuan_said(said):
            return None
        if m.re is _SAID_MORE and (more is one) is not (m["way"] in "多高大"):
            return None
        if (explained := _explained(more, less, view)) is not None:
            return explained
    return None


def _totals_apart(whole: str, part: str, view: View) -> Outcome | None:
    """What the total of one side has beyond what the year brings or costs, in the table of both sides; None where one of the two is
    not printed, or words name two sides."""
    side, words = ("income", "收入") if "收入" in part else ("expenditure", "支出")
    if whole not in {"总计", f"{words}总计"}:
        return None
    rows = [
        f for f in view.figures if f.table is Kind.INCOME_EXPENDITURE and f.side == side and not f.columns and f.value
    ]
    more = next((f for f in rows if f.row_role in {"total", f"{side}_total"}), None)
    less = next((f for f in rows if f.row_role == f"{side}_subtotal"), None)
    spent = [f for f in view.figures if f.table is Kind.EXPENDITURE and f.total and f.column_role in {"", "total"}]
    if more is None or less is None or ("总表" in part and all(f.yuan != less.yuan for f in spent)):
        return None
    return _explained(more, less, view)


def _explained(more: Figure, less: Figure, view: View) -> Outcome | None:
    """By how much one total is more than another, and the rows of their table that make that up; None where none do."""
    made = _made_up_by(more, less, view) if {more.row_role, less.row_role} <= _TOTALS else ()
    if not made:
        return None
    gap = difference(more, less).stated[0]
    filled = " + ".join(f"{f.called} {money(f.number, f.unit)}" for f in made)
    text = (
        f"{more.called} 比 {less.called} 多 {money(gap.value, gap.unit)}（{gap.how}），多出的正是 {filled}"
        f"（第 {made[0].page} 页，{made[0].place}）"
    )
    return Outcome(Status.ANSWERED, text, [*(Stated.of(f) for f in made), gap, Stated.of(more), Stated.of(less)])


_PAIR = 2


def _printed_pairs(one: tuple[str, str], other: tuple[str, str], view: View) -> list[tuple[Figure, Figure]]:
    """The cells of one table that print two amounts under such names as some words say."""
    found = [[f for f in view.figures if _is_said(f, words, amount, one[0])] for words, amount in (one, other)]
    return [(a, b) for a in found[0] for b in found[1] if a.ref[0] == b.ref[0] and a.number != b.number]


def _is_said(figure: Figure, words: str, amount: str, first: str) -> bool:
    """Whether a total prints an amount, on the side and of the money that words say it is of."""
    if figure.is_fact or figure.row_role not in _TOTALS or figure.yuan is None or figure.yuan != yuan_said(amount):
        return False
    side = "income" if "收入" in words else "expenditure" if "支出" in words else figure.side
    fiscal = "财政拨款" in words + first
    return figure.side == side and (figure.table is Kind.FISCAL) is fiscal


def _made_up_by(more: Figure, less: Figure, view: View) -> tuple[Figure, ...]:
    """The one row, or the two, of a table that are the gap between two of its totals; none where there are none."""
    gap = (more.yuan or Decimal(0)) - (less.yuan or Decimal(0))
    rows = [
        f for f in view.figures
        if f.ref[0] == more.ref[0] and f.row_role in _FILLS and f.column_role in {"", "total"} and f.value
    ]  # fmt: skip
    options = [(f,) for f in rows] + [p for p in combinations(rows, 2) if p[0].side == p[1].side]
    return next((own for own in options if sum(f.yuan or Decimal(0) for f in own) == gap), ())


def which_row_more(text: str, before: Outcome, view: View) -> Outcome | None:
    """Which row of the table of both sides a total has more than the other amount that was told before (多出来的是哪一项); that no row
    is, where none makes up the gap. None where it is not asked, or no gap of such a total was told."""
    gap = next((s for s in before.stated if s.how and s.yuan), None) if before.found else None
    if WHICH_ROW.match(text) is None or gap is None or len(gap.sources) != _PAIR:
        return None
    more, less = sorted(gap.sources, key=lambda f: f.yuan or Decimal(0), reverse=True)
    if more.code and more.code == less.code:
        return None  # of one row in two tables: the rows under it, or what pays for it
    total = more.row_role in _TOTALS and more.table in {Kind.INCOME_EXPENDITURE, Kind.FISCAL}
    made = _made_up_by(more, less, view) if total and not more.code and not less.code else ()
    if not made:
        beyond = re.search(r"出|部分|[笔块]", text) is not None  # 多的是哪一项 may ask which of the two
        unread = Outcome(Status.NOT_FOUND, "表里没有哪一行正好是多出的部分。", cited=[], certain=True)
        return unread if beyond else None
    filled = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in made)
    text = f"多出的正是 {filled}（第 {made[0].page} 页，{made[0].place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(f) for f in made])


def what_pays(text: str, before: Outcome, view: View) -> Outcome | None:
    """Which kinds of income pay for the gap that was told before of one row in two tables; that the document does not say it,
    where none of them come to it. None where it is not asked, or no gap of one row was told."""
    gap = next((s for s in before.stated if s.how and s.yuan), None) if before.found else None
    if WHAT_PAYS.match(text) is None or gap is None or gap.yuan is None:
        return None
    codes = {f.code for f in gap.sources}
    if len(gap.sources) != _PAIR or len(codes) != 1 or not all(codes) or gap.sources[0].ref[0] == gap.sources[1].ref[0]:
        return None
    code = next(iter(codes))
    kinds = [
        f for f in view.figures
        if f.table is Kind.INCOME and f.code == code and f.value and f.column_role not in {"", "total", "fiscal", "general", "fund"}
    ]  # fmt: skip
    alone = [f for f in kinds if f.yuan == abs(gap.yuan)][:1]
    paying = alone or (kinds if sum(f.yuan or 0 for f in kinds) == abs(gap.yuan) else [])
    if not paying:
        return Outcome(Status.NOT_FOUND, "文件没有说多出的部分用的是什么钱。", cited=[])
    return Outcome(Status.ANSWERED, f"多出的部分是 {_listed(paying)}", [Stated.of(f) for f in paying])


def _listed(figures: Sequence[Figure]) -> str:
    parts = "、".join(f"{f.columns[0]} {money(f.number, f.unit)}" for f in figures)
    unit = common_unit(figures)
    added = [in_unit(f, unit) or Decimal(0) for f in figures]
    how = f"，{' + '.join(map(grouped, added))}" if len(figures) > 1 else ""
    return f"{parts}（第 {figures[0].page} 页，{figures[0].place}{how}）"
