"""Whether an amount that a row is said to have is of one kind of money or of one half of spending (甲那100万元是政府性基金出的吧,
甲的100万元算在基本支出里，没错吧): what the row prints there, and where its amount stands else."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Kind, State
from extract.text import key
from qa.answer import STANDS_IN, Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.words.bounds import LOOSE_AMOUNT, yuan_said

_MONEYS = {"一般公共预算": Kind.GENERAL_PUBLIC, "政府性基金": Kind.GOVERNMENT_FUND, "国有资本经营": Kind.STATE_CAPITAL}
_HALVES = ("基本支出", "项目支出")
_CLAIM = re.compile(
    rf"^(?:听说|据说)?[,，]?(?P<row>[^,，\d]{{2,24}}?)(?:支出|预算|决算)?(?:的|那|这|用掉的|花掉的|花的|一共)*(?:一?笔)?(?P<amount>{LOOSE_AMOUNT})[,，]?(?:是不是|是否)?(?:全都?|都|应该)?"
    r"(?:是从|是由|是用|是靠|是在|都是|是|属于|算是|算在|算到|算进|算作|算|列在|列入|列为|记在|归到|归入|归在|归|出自|来自|由|从|用)(?P<of>(?P<money>一般公共预算|政府性基金|国有资本经营)(?:预算)?(?:财政)?(?:拨款)?(?:支出)?(?:的钱)?|基本支出|项目支出)"
    r"(?:里面?|中|当中|里头|名下|下面?)?(?:开支|安排|列支|负担|支付|承担|支出|出|列|付|拿|掏|给|花|来)?(?:的|了)*(?P<asks>[,，]?(?:对不对|没错|对|是)?(?:吗|么|吧)|[,，]对不对)?$"
)
"""An amount, whose it is, and what it is said to be a part of."""


def counted_as(text: str, view: View) -> Outcome | None:
    """Whether a row's amount is of the kind of money, or of the half of spending, that a question says it is of; None where it does
    not ask that, or what is printed does not tell."""
    m = _CLAIM.match(text.rstrip("?？。"))
    if m is None or not (m["asks"] or re.search("是不是|是否", text)):
        return None
    amount = yuan_said(m["amount"])
    spent = [f for f in _rows(m["row"], view) if f.table is Kind.EXPENDITURE and f.yuan == amount]
    wholes = [f for f in spent if not set(_HALVES) & set(f.columns)] if amount else []
    codes = {f.code for f in wholes}
    top = min(codes, key=len, default="")
    if not top or any(not code.startswith(top) for code in codes):
        return None
    if m["money"]:
        return _of_money(next(f for f in wholes if f.code == top), m["money"], view)
    return _of_half(next(f for f in wholes if f.code == top), m["of"], view)


def _rows(name: str, view: View) -> list[Figure]:
    """The cells of rows by code that have a name, or whose names begin with it where none has it."""
    coded = [f for f in view.figures if f.code and not f.is_fact]
    exact = [f for f in coded if key(name) in f.names]
    return exact or [f for f in coded if any(n.startswith(key(name)) for n in f.names)]


def _of_half(whole: Figure, half: str, view: View) -> Outcome | None:
    """Which half of spending an amount stands under, where it does as a whole."""
    row = [f for f in view.figures if f.ref[:2] == whole.ref[:2]]
    under = [(name, f) for name in _HALVES for f in row if name in f.columns]
    own = next((f for name, f in under if name == half and f.yuan == whole.yuan), None)
    other = next(((name, f) for name, f in under if name != half and f.yuan == whole.yuan), None)
    if own is not None:
        return _told("是", f"{whole.row}的{half}是", [own])
    if other is None or not any(name == half and not f.number for name, f in under):
        return None
    return _told("不是", f"{whole.row}的{other[0]}是", [other[1]])


def _of_money(whole: Figure, money_said: str, view: View) -> Outcome | None:
    """Of which money a whole row is, where one table of a kind of money has all of it."""
    kind = _MONEYS[money_said]
    there = {k: [f for f in view.figures if f.table is k and f.code == whole.code] for k in _MONEYS.values()}
    all_of_it = {
        k: next((f for f in own if f.yuan == whole.yuan and not set(_HALVES) & set(f.columns)), None)
        for k, own in there.items()
    }
    if (own := all_of_it[kind]) is not None:
        return _told("是", f"{own.place}里{whole.row}是", [own])
    wholes = [f for f in there[kind] if not set(_HALVES) & set(f.columns) and f.yuan]
    if wholes and all(f.yuan == wholes[0].yuan and f.yuan < whole.yuan for f in wholes if f.yuan and whole.yuan):
        return _told("不是", f"{wholes[0].place}里{whole.row}只有", wholes)
    if any(f.yuan for f in there[kind]) or any(f.state not in _READ for f in there[kind]):
        return None
    other = next((f for k, f in all_of_it.items() if k is not kind and f is not None), None)
    return _told("不是", f"{other.place}里{whole.row}是", [other]) if other is not None else None


_READ = frozenset((State.NUMBER, State.DASH, State.BLANK))


def _told(verdict: str, lead: str, cells: Sequence[Figure]) -> Outcome:
    cell = cells[0]
    text = f"{verdict}，{lead} {money(cell.number, cell.unit)}（第 {cell.page} 页，{cell.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(cell)], notes=[f"{STANDS_IN}{cell.place}"])
