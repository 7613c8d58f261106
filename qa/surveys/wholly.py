"""Whether there are bodies all of whose one amount is another (有单位的收入全部来自财政拨款吗, 哪家的收入全部是财政拨款), and which: each
document is asked it by itself, as only it knows its rows; bodies that have some of the other are no answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer import AnswerOut, StatedFigure, Status
from qa.documents.catalog import Document
from qa.plain.sentences import question_text
from qa.surveys.answering import Answering
from qa.surveys.published import headings_of

_BODIES = r"(?:单位|部门|机构)"
_WHO = rf"(?:有没有|有无|是否有|存不存在|是不是有|有)?(?:谁家?|(?:哪|任何)?(?:一|几|些)?[家个]?{_BODIES}|哪[几些一]?[家个]|几家(?:{_BODIES})?)(?:是)?的?"
_ALL = r"(?:是不是|是否)?(?:全部|全都|全|都|完全|百分之百|100%|整个)(?:都|地)?"
_FROM = r"(?:来自于?|来源于|靠的?是?|由|是|为|出自|取自|等于|属于)"
_WHOLLY = re.compile(
    rf"^(?:请问)?(?:(?:资料)?库里?面?|这[几些六五四三]家?(?:单位)?(?:里面?|中)?[,，]?)?{_WHO}(?P<item>[^,，?？全都完整哪谁]{{2,10}}?){_ALL}{_FROM}(?P<of>[^,，?？哪谁几没不]{{2,14}}?)(?:构成|组成|提供)?(?:的)?{_BODIES}?(?:[,，](?:是|又是)?(?:谁|哪[家个些几]{{1,2}}(?:单位)?))?(?:吗|么|呢)?[?？。]*(?:(?:是|有)?(?:谁|哪[家个些几]{{1,2}}(?:单位)?)(?:呢)?[?？。]*)?$"
)
_BODIES_LAST = re.compile(
    rf"^(?:请问)?(?:有没有|有无|是否有|哪些{_BODIES}|有)?(?P<x>[^,，?？哪谁有没]{{2,10}}?(?:全部|全都|全|都|完全)(?:都)?{_FROM}[^,，?？哪谁几没不]{{2,14}}?)的{_BODIES}?(?:有哪些|是哪[些家个](?:单位)?|是谁|有吗|有没有|吗|有)?[?？。]*$"
)
_YES = re.compile(r"一致|是的?[,，:：]|是$")
_DOUBTED = re.compile(r"原文不平|待复核|更正")
"""What notes say of figures that are not to be taken as they are."""
_NO = re.compile(r"不一致|不是|没有")


def wholly(question: str, documents: Sequence[Document], answering: Answering) -> AnswerOut | None:
    """Which bodies' one amount is all of another, from what each document says; None where that is not asked."""
    if answering.across.catalog.resolve(question).mentions:
        return None
    m = _WHOLLY.match(_BODIES_LAST.sub(r"有单位的\g<x>吗？", question))
    if m is None:
        return None
    asked = f"{m['item']}全部来自{m['of']}吗？"
    told = [(d, answering.ask(asked, d.id)) for d in documents]
    said = [(d, t) for d, t in told if t.status is Status.ANSWERED and (_YES.match(t.answer) or _NO.match(t.answer))]
    yes = [(d, t) for d, t in said if _NO.match(t.answer) is None]
    unknown = [d.institute for d, _ in told if d not in [s for s, _ in said]]
    if not said or (unknown and not yes):
        return AnswerOut(answer=f"这些文件里说不准“{question_text(asked)}”。", status=Status.NOT_FOUND)
    shown = yes or said
    count = StatedFigure(value=str(len(yes)), unit="家", how=f"逐份数得 {len(yes)}")
    head = f"有 {len(yes)} 家：" if yes else f"没有：查过 {len(said)} 份文件："
    lines = [f"{d.institute}{f' {d.year} 年' if d.year else ''}：{t.answer.splitlines()[0]}" for d, t in shown]
    doubts = [note for _, t in shown for note in t.confidence_note.split("；") if _DOUBTED.search(note)]
    if unknown:
        doubts.append(f"没有读出的：{'、'.join(unknown)}")
    return AnswerOut(
        answer=head + "\n".join(lines),
        figures=(count, *(f for _, t in shown for f in t.figures)),
        citations=tuple(dict.fromkeys(c for _, t in shown for c in t.citations)) or headings_of([d for d, _ in shown]),
        status=Status.ANSWERED,
        verdict="verified" if all(t.verdict == "verified" for _, t in shown) else "",
        confidence_note="；".join(dict.fromkeys(doubts)),
    )
