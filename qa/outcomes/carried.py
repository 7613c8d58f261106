"""How much of what was carried over from the year before is fiscal money and how much is not, held against the printed amounts."""

from __future__ import annotations

import re

from extract.model import Kind
from qa.answer import Outcome, Stated, Status, money
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import difference
from qa.words.bounds import AMOUNT, yuan_said

_MUCH = r"(?:多少|几)(?:钱|万?元)?(?:呢)?"
_CARRIED = rf"^(?:那么?|请问)*(?:上一?年|去年|年初)(?:度)?的?(?:财政)?结转(?:和结余|结余)?(?:的|资金|钱|下来|过来|而来|这|共|总共|一共|是|有|[,，])*(?P<amount>{AMOUNT})?(?:里面?|当?中|之中|的|[,，])*"
_OF_FISCAL = r"财政(?:拨款|性)?(?:的|资金|部分|钱)*"
_OF_OTHER = r"非财政(?:拨款|性)?(?:的|资金|部分|钱)*"
_TWO_SORTS = re.compile(
    rf"{_CARRIED}(?:{_OF_FISCAL}(?:和|与|、|跟|及){_OF_OTHER}|{_OF_OTHER}(?:和|与|、|跟|及){_OF_FISCAL})(?:各自?|分别)(?:占|是|有|为|了)*{_MUCH}$"
)
_SORTS_FIRST = re.compile(
    rf"^(?:那么?|请问)*{_OF_FISCAL}(?:和|与|、|跟|及){_OF_OTHER}[,，]?(?:上一?年|去年|年初)(?:度)?的?结转(?:和结余|结余)?(?:的|资金|钱|下来|过来|而来|是|有|[,，])*(?P<amount>{AMOUNT})?(?:各自?|分别)(?:占|是|有|为|了)*{_MUCH}$"
)
_OTHER_SORT = re.compile(
    rf"{_CARRIED}(?:(?:有|是)?{_MUCH}(?:不是|不属于|不来自|并非|非){_OF_FISCAL}|(?:属于|是)*(?:不是{_OF_FISCAL}|{_OF_OTHER})(?:占|是|有|为)*{_MUCH})$"
)


def of_carried_over(text: str, view: View) -> Outcome | None:
    """How much of what was carried over from the year before is fiscal money, and how much is not; None where a folded question
    asks no such thing, or the tables do not print both what all of it is and what is fiscal."""
    bare = text.rstrip("?？。")
    m = _TWO_SORTS.match(bare) or _SORTS_FIRST.match(bare) or _OTHER_SORT.match(bare)
    if m is None:
        return None
    whole, fiscal = _carried_in(Kind.INCOME_EXPENDITURE, view), _carried_in(Kind.FISCAL, view)
    if whole is None or fiscal is None or (fiscal.yuan or 0) > (whole.yuan or 0):
        return None
    rest = difference(whole, fiscal)
    if not rest.found:
        return None
    said = yuan_said(m["amount"]) if m["amount"] else whole.yuan
    wrong = "" if said == whole.yuan else "题中所说的金额与印出的不符，"
    left = rest.stated[0]
    text = (
        f"{wrong}{whole.called} {money(whole.number, whole.unit)}（第 {whole.page} 页，{whole.place}）：财政拨款 {money(fiscal.number, fiscal.unit)}"
        f"（第 {fiscal.page} 页，{fiscal.place}），非财政拨款 {money(left.value, left.unit)}（{left.how}）"
    )
    told = [Stated.of(fiscal), left] if m.re is not _OTHER_SORT else [left, Stated.of(fiscal)]
    return Outcome(Status.ANSWERED, text, [*told, Stated.of(whole)])


def _carried_in(kind: Kind, view: View) -> Figure | None:
    rows = [f for f in view.figures if f.table is kind and f.row_role == "carry_in" and f.value is not None]
    rows = [f for f in rows if f.column_role in {"", "total"}]
    return rows[0] if len({f.yuan for f in rows}) == 1 else None
