"""Follow-ups that ask the like of another row (农林水支出用了多少, after what a row used of one source of income), or whether what was asked
for makes up a whole (这两笔加起来就是全部事业收入吗). Said out in full."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.model import Kind
from extract.text import key
from qa.documents.figures import View
from qa.follow_ups.context import Turn, is_row
from qa.follow_ups.leaning import one_thing, place_before, so_many
from qa.terms.masking import masked
from qa.words.left_out import NAME
from qa.words.operations import Operation

_USES = r"(?:又|则|也|还|就|一共|总共)*(?P<verb>使用|动用|占用|用|花|有)(?:到|掉)?了?(?:多少|几)(?:钱|万?元)?"
_IT_USES = re.compile(rf"^(?:那么?|换成)?(?P<it>{NAME})(?:呢)?[,，]?{_USES}(?:呢)?$")
_USES_SOURCE = re.compile(rf"(?P<it>{NAME}){_USES}的?(?P<source>{NAME})(?:资金|的钱)?$")
_HAS_OF_SOURCE = re.compile(
    rf"(?P<it>{NAME})(?:里面?|中)?[,，]?(?:来自|来源于|由|靠)(?P<source>{NAME})(?:安排|负担|支付|出)?的?(?:钱|资金|部分|支出)?(?P<verb>有)多少(?:钱|万?元)?$"
)
_OF_SOURCE = re.compile(rf"(?P<it>{NAME})的(?P<source>{NAME})(?:是|有|为)?多少(?:钱|万?元)?$")
"""What a row used of a source of income, in the words that it is looked up by."""
_MAKE_UP = re.compile(
    r"^(?:那么?|这|那|上述|以上|前面|上面|刚才|的|它们?)*(?:(?P<n>[两二三四五六2-6])(?:笔|项|个|块|者|样|部分|边|头|种|类)(?:钱|数|金额|科目|支出|收入)?)?(?:都)?的?"
    r"(?:之和|加(?:在)?一?起来?|合(?:在)?一?起来?|合计|一共|总共|相加|加总)[,，]?(?:正好|刚好|恰好)?等于(?P<whole>[^\d,，]{2,20}?)(?:吗|么|吧)?$"
)
_COUNTS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, **{str(n): n for n in range(2, 7)}}


def as_before(text: str, before: Sequence[Turn], view: View) -> str | None:
    """A question of such a sort, said out in full; None where it is of another."""
    if not before or before[-1].plan.operation is not Operation.LOOKUP:
        return None
    if (m := _MAKE_UP.match(text)) is not None:
        return _making_up(m, before, view)
    asked, last = masked(text, view), masked(before[-1].said.rstrip("?？。"), view)
    uses = _IT_USES.match(asked.text)
    said = _USES_SOURCE.search(last.text) or _HAS_OF_SOURCE.search(last.text)
    if uses is not None and uses["verb"] != "有":
        said = said or _OF_SOURCE.search(last.text)
    if uses is None or said is None or uses["verb"] != said.groupdict().get("verb", uses["verb"]):
        return None
    row, other = asked.shown(uses["it"]), last.shown(said["it"])
    if (
        row == other
        or not is_row(row, view)
        or not is_row(other, view)
        or not _is_source(last.shown(said["source"]), view)
    ):
        return None
    return last.shown(last.text[: said.start("it")]) + row + last.shown(last.text[said.end("it") :])


def _is_source(name: str, view: View) -> bool:
    """Whether a name heads a column of the table of income."""
    return any(key(name) in column for f in view.figures if f.table is Kind.INCOME for column in f.columns)


def _making_up(m: re.Match[str], before: Sequence[Turn], view: View) -> str:
    """Whether the last two things that were asked for, or as many as the words say, come to a whole, of the table that they were
    asked of; empty where there are not so many."""
    number = _COUNTS[m["n"] or "两"]
    turns = before[-number:]
    things = [_thing(turn, view) for turn in turns]
    if not all(things) or len(set(things)) != number:
        listed = so_many(number, before, view)
        return f"{listed.removesuffix('合计是多少')}之和等于{m['whole']}吗" if listed is not None else ""
    if len({len(turn.items) for turn in turns}) != 1:
        return ""  # a cell of a row, and another row
    places = {place_before(turn, view) for turn in turns}
    place = places.pop() if len(places) == 1 else ""
    whole = m["whole"] if m["whole"].startswith(place) else f"{place}{m['whole']}"
    return f"{'和'.join(things)}之和等于{whole}吗"


def _thing(turn: Turn, view: View) -> str:
    """The one thing that a question looked up, be it a row, a cell of it or the total of a column; empty where it is none."""
    if turn.plan.operation is not Operation.LOOKUP:
        return ""
    alone = f"{place_before(turn, view)}{turn.items[0]}" if len(turn.items) == 1 else ""
    return one_thing(turn, view) or alone
