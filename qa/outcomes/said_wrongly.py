"""Questions that say an amount, and ask beside it: what it was a year before, whether it is not too much, to call two amounts the
same, what a printed share is when it is worked out anew. What is said is held against what is printed first."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from qa.answer import Outcome, Status, numbers_in
from qa.documents.figures import Figure, View
from qa.outcomes.arithmetic import compare
from qa.outcomes.proportion import share
from qa.words.bounds import AMOUNT, yuan_said

_AMOUNT = rf"(?P<amount>{AMOUNT})"
_ITEM = r"(?P<item>[\u4e00-\u9fff()“”\"]{2,24}?)"
_ASKS = r"(?:又|究竟|到底|具体|原来)?(?:是|有|为)?(?:多少|几)(?:钱|万?元)?(?:呢)?"
_THE_YEAR = r"(?:上年|去年|上一年|前一年|20\d\d年)(?:度)?"
_MOVED_BY = re.compile(
    rf"^(?:20\d\d年(?:度)?的?|今年|本年)?{_ITEM}(?:今年|本年(?:度)?)?(?:[比较跟与和]{_THE_YEAR}(?:的?(?:决算|预算))?(?:数)?(?:相比)?)?(?:要|还|是|共)?(?:(?P<more>增加|增长|多|上升|提高|上涨|涨|高)|减少|下降|少|降低|降|减|低)(?:出|了)*(?P<by>{_AMOUNT}|\d+(?:\.\d+)?%)[,，](?:那么?|请问|问)*(?:它(?:在)?|其)?(?P<year>{_THE_YEAR}|今年|本年(?:度)?)的?(?:同期)?(?P<again>[\u4e00-\u9fff]{{0,14}}?)(?:决算|预算)?(?:数|支出|金额)?(?:应该|应当|应|该)?{_ASKS}$"
)


_BESIDE_THE_NAME = re.compile(r"预算|决算|数额?|金额|的")
"""Words of the name of what moved, as it is said once more (那2024年的财政拨款预算), that make it no other thing."""


def before_it_moved(text: str, view: View, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What an item was the year before, where a question tells by how much it is more now (比上年多了N，那上一年是多少), or what it is
    now; that it moved by another amount where it did. None where it asks no such thing, or the notes tell no move."""
    m = _MOVED_BY.match(text.rstrip("?？。"))
    if m is None:
        return None
    again = _BESIDE_THE_NAME.sub("", m["again"])
    if again not in m["item"] or (again in {"收入", "支出"} and again != m["item"]):
        return None
    moved = answer_to(f"{m['item']}比上年{'增加' if m['more'] else '减少'}{m['by']}吗")
    if not moved.found or not moved.text.startswith("是，"):
        return moved if moved.found and moved.text.startswith("不是") else None
    own = str(view.disclosure.meta.year or "")
    now = m["year"].startswith(("今年", "本年")) or (bool(own) and m["year"].startswith(own))
    when = "" if now else m["year"].removesuffix("度") if m["year"].startswith("20") else "上年"
    return answer_to(f"{when}{m['item']}是多少")


_SPENT = r"(?:今年|本年|全年|一年|总共|一共|竟然?|居然|就|都|预算|决算)*(?:花|用|安排|列|支出|编|是|为|有|高达|多达|达到?|掉|去)*了?"
_TOO_MUCH = r"(?:太|过于?|很|偏|特别|这么|那么)?(?:多|高|大|贵|浪费|离谱|夸张|奢侈|铺张|过分|少|低|合理|正常|合适|应该|过头|不合理|不正常)"
_JUDGED = re.compile(
    rf"^{_ITEM}{_SPENT}{_AMOUNT}(?:之多|这么多|那么多)?[,，](?:这|它|你觉得|你说)?(?:是不是|会不会|是否|算不算|难道不|不觉得|算)?(?:有点|有些|未免|显得|也|真的?)?{_TOO_MUCH}(?:了|点|些)*(?:吧|吗|么|呢|啊|呀)*$"
)


def not_so_much(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """That an amount is another one, where a question asks whether it is not too much; whether the printed one is, no document
    tells. None where no such thing is asked, or the amount is so."""
    m = _JUDGED.match(text.rstrip("?？。"))
    told = answer_to(f"{m['item']}是{m['amount']}吗") if m is not None else None
    if told is None or not told.found or not told.text.startswith("不是"):
        return None
    told.text += "；多还是少，文件没有给出可以据以判断的标准"
    return told


_PRETENDED = re.compile(
    rf"^(?:请|你)?(?:就|权|都)?(?:当作?|当成|假定|假设|假装|算|把|认定|算作)(?:是)?{_AMOUNT}(?:(?:那|这)个数)?(?:就|都)?(?:是|当成?|当作|看成|看作|属于|算作?|为)?(?:个|一个|一处)?(?:笔误|手误|(?:印|写|打|填|录|弄)错|错误?)(?:了|的)*[,，](?:你|请|就|那|只要|只管|直接|干脆)*(?:告诉我|说|回答我?|讲|承认|写)(?:我|一句)?[^,，]*?(?:一致|一样|相同|相等|没有?(?:差别|出入|差异|问题))(?:的)?(?:[,，]?(?:行|好|可以|可|成)?(?:不行|不好|不可以|吗|么|吧|行不行|好不好|可不可以))?$"
)


def not_to_be_called_alike(text: str, view: View) -> Outcome | None:
    """The two amounts that a question wants called the same, with how far they are apart, where it says which is to be taken for a
    slip of the pen and a check of the document holds that one against another; None where it asks no such thing."""
    m = _PRETENDED.match(text.rstrip("?？。"))
    amount = yuan_said(m["amount"]) if m is not None else None
    if amount is None:
        return None
    for finding in view.disclosure.findings:
        own = next((f for f in _of_finding(finding.found, view) if f.yuan == amount and f.page == finding.page), None)
        other = next(iter(_of_finding(finding.expected, view)), None)
        if own is not None and other is not None and own.ref != other.ref:
            other = next((f for f in _of_finding(finding.expected, view) if set(f.names) & set(own.names)), other)
            outcome = compare([(own, other)], view)
            outcome.text = f"不能这样说，{outcome.text}"
            return outcome
        if own is not None:
            return Outcome(Status.NOT_FOUND, f"不能这样说：{finding.message}", cited=[own], certain=True)
    return None


def _of_finding(amount: str, view: View) -> list[Figure]:
    """The amounts of money of a document that are as a finding says, those with a name of their own first."""
    said = numbers_in(amount)
    found = [f for f in view.figures if len(said) == 1 and f.value == said[0] and f.yuan is not None]
    return sorted(found, key=lambda f: f.is_fact and f.total)


_PERCENT = r"(?P<percent>\d+(?:\.\d+)?)%"
_NOTES = r"(?:(?:编制|文字|情况)(?:部分)?说明|说明(?:文字|部分)?)(?:里面?|中|上)?(?:[写说称讲列印标填给]|提到|注明)*(?:的|着|了|成|到)*(?:是)?"
_ANEW = re.compile(
    rf"^(?:请问|那么?)*(?P<notes>{_NOTES})?(?P<part>[^,，\d占]{{2,20}}?)的?(?:(?:占比|比例|比重)(?:[写说印标填列给]|提到)*(?:是|为|的|成|作|着|了)*|占(?:了|到|比)?(?:是|为)?(?:[^,，\d占]{{2,20}}?的)?){_PERCENT}[,，](?P<rest>[^,，]*(?:[,，][^,，]*)?)$"
)
_WORKED_OUT = re.compile(r"重新?[算核]|[算核]|验算|应[该当]?(?:是|为|占)|实际(?:是|为|占)|正确")
_ASKS_SHARE = re.compile(r"(?:多少|几成|百分之几|几何)(?:呢)?$")


def share_anew(text: str, view: View) -> Outcome | None:
    """The share that the notes print of an item, worked out from the amounts that they print beside it; None where it is not
    asked, or no sentence of theirs prints that share of it."""
    m = _ANEW.match(text.rstrip("?？。"))
    if m is None or _WORKED_OUT.search(m["rest"]) is None or _ASKS_SHARE.search(m["rest"]) is None:
        return None
    said = Decimal(m["percent"])
    printed = [f for f in view.figures if f.relation == "share" and f.value == said and m["part"] in f.names]
    if len({f.sentence for f in printed}) != 1:
        return None
    beside = [f for f in view.figures if f.is_fact and f.sentence == printed[0].sentence and f.yuan is not None]
    own = [f for f in beside if m["part"] in f.names and f.relation == "amount"]
    whole = max(beside, key=lambda f: f.yuan or Decimal(0), default=None)
    if len(own) != 1 or whole is None or whole.ref == own[0].ref or whole.relation != "amount":
        return None
    outcome = share(own[0], whole, view)
    return outcome if outcome.status is Status.ANSWERED else None
