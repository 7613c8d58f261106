"""Whose money was planned and not spent (哪家安排了公务接待费却一分没用): final accounts that print a budget of an item and nothing as
what was spent."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from qa.answer import AnswerOut, StatedFigure, Status
from qa.documents.across import Across
from qa.documents.catalog import Document
from qa.documents.figures import View
from qa.plain.sentences import question_text
from qa.surveys.each import hear
from qa.surveys.survey import Act, Bound, Survey
from qa.surveys.told import answer, left_out, told_of

_AMONG = r"(?:(?:在|只看)?(?:[一二两三四五六七八九十\d]+(?:家|个))?(?:公开|公布|编制?|做|出)?(?:了)?决算(?:类)?的?(?:那)?(?:几家|单位|机构|部门|文件)(?:里面?|里头|中|当中|之中)?[,，]?(?:的)?)?"
_WHO = r"(?:有)?(?P<who>谁家?|哪(?:些|几|一|两)?(?:家|个)?(?:单位|部门|机构)?|(?:有)?(?:几|多少)(?:家|个)(?:单位|部门|机构)?)的?"
_ITEM = r"(?P<item>[\u4e00-\u9fff()]{2,16}?)"
_BUT = r"[,，]?(?:却|但是?|可是?|而|结果|最后|然而|不过)+[,，]?(?:实际)?(?:上)?"
_UNSPENT = (
    r"(?:(?:连)?(?:一分一?毫?钱?|一毛钱?|一点|分文)?(?:都|也)?(?:没有?|未|不曾|并未)(?:有)?(?:真正|实际)?(?:花|用|支出|使用|发生|动用?|开支|执行|列支)(?:过|掉|出去)?(?:钱|一分钱?|支出)?"
    r"|(?:决算|实际|支出|执行)(?:数|支出|额)?(?:为|是|等于)?(?:零|0|空白?|空的)|(?:没有?|无)(?:实际)?(?:支出|决算|花费|开支)(?:数)?)"
)
_TAIL = r"的?(?:(?:单位|部门|机构)?(?:是|有)(?:谁|哪(?:些|几|一)?(?:家|个)?(?:单位)?))?(?:[,，?？]+(?:它|其|当初|原来|原先|年初|原)?(?:的)?(?:安排|预算)?(?:的)?(?:预算|金额|数)?(?:数)?(?:是|有|为|安排了?|列了?)*(?:多少|几)(?:钱|万元|元)?)?[?？。]*$"
_ASKED = tuple(
    re.compile(pattern)
    for pattern in (
        rf"^{_AMONG}{_WHO}(?:安排|列|编|预留|留|有)(?:了|有|过)*{_ITEM}(?:的)?(?:预算|经费|钱)?{_BUT}{_UNSPENT}{_TAIL}",
        rf"^{_AMONG}{_WHO}{_ITEM}(?:安排|列|编|有|做)(?:了|有|过)*(?:年初)?(?:预算|钱){_BUT}{_UNSPENT}{_TAIL}",
        rf"^{_AMONG}{_WHO}{_ITEM}(?:的)?预算(?:数)?(?:{_BUT})?(?:连)?(?:一分钱?|一毛钱?|分文)(?:都|也)?(?:没有?|未)(?:花|用|动)(?:过|掉)?{_TAIL}",
        rf"^{_AMONG}{_ITEM}(?:安排|列|编|有|做)(?:了|有|过)*(?:年初)?预算{_BUT}{_UNSPENT}的?(?:单位|部门|机构)?(?:是|有)(?P<who>谁家?|哪(?:些|几|一)?(?:家|个)?(?:单位|部门|机构)?|(?:几|多少)(?:家|个)){_TAIL}",
    )
)
_NOT_AN_ITEM = re.compile(r"预算|决算|哪|谁|没|未|多少")


def planned_unspent(
    question: str, documents: Sequence[Document], across: Across, view: Callable[[str], View]
) -> AnswerOut | None:
    """Which bodies planned money for an item and spent none of it; None where that is not asked."""
    resolved = across.catalog.resolve(question)
    text = question_text(question)
    m = next((m for pattern in _ASKED if (m := pattern.match(text)) is not None), None)
    if m is None or resolved.by_name or resolved.years or _NOT_AN_ITEM.search(m["item"]):
        return None
    finals = [d for d in documents if d.kind == "final"]
    item = m["item"].removesuffix("的")
    asked = (f"{item}预算数", f"{item}决算数")
    heard = hear(Survey(Act.LIST, asked, bound=Bound("none")), finals, across, view) if finals else []
    if len(heard) != 2 or not heard[0].said:
        return AnswerOut(answer=f"决算里没有“{item}”的预算数，看不出安排了没有花。", status=Status.NOT_FOUND)
    planned, spent = ({s.document.id: s for s in h.said} for h in heard)
    both = [i for i in planned if i in spent]
    held = [i for i in both if planned[i].amount and not spent[i].amount]
    told = "；".join(f"{told_of(planned[i])}，决算 {spent[i].money}" for i in held)
    text = f"{len(both)} 份决算里有 {len(held)} 家安排了没有花" + (f"：{told}" if held else "")
    count = StatedFigure(value=str(len(held)), unit="家", how=f"逐份数得 {len(held)}")
    proof = [said[i] for i in held or both for said in (planned, spent)]
    figures = [*(f for i in held if (f := planned[i].figure) is not None), count]
    notes = [*left_out(heard[0]), "没有花：决算印作 0、空白或短横；预算文件没有决算数，不在其中"]
    return answer([text], figures, proof, notes)
