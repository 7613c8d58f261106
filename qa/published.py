"""Whose documents are budgets and whose final accounts, where a question asks who published one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer import NOWHERE, AnswerOut, Citation, StatedFigure, Status
from qa.catalog import Document
from qa.comparison import KINDS
from qa.sentences import question_text

_PUBLISHED = re.compile(
    r"(?:公布|公开|披露|发布|晒|交|出)(?:出来|了)?的?(?:是|为)?(?P<kind>决算|预算)(?:而不是|不是|,不是|[,，]而非)?(?:预算|决算)?(?:的)?(?:单位|部门|机构|文件)?(?:都|分别)?(?:有|是)?(?:哪|谁|几|多少)|(?:哪些|哪几家|谁|几家|多少家)(?:单位|部门|机构)?(?:公布|公开|披露|发布|晒|交)(?:出来|了)?的?(?:是|为)?(?P<of>决算|预算)(?:而不是|[,，]?不是)?(?:预算|决算)?(?:的)?$"
)


def kind_asked(words: str) -> str:
    """The kind of document of which a question asks who published one (budget, final); empty where it asks none."""
    m = _PUBLISHED.search(question_text(words).rstrip("?？。"))
    return "" if m is None else "final" if (m["kind"] or m["of"]) == "决算" else "budget"


def of_that_kind(kind: str, documents: Sequence[Document]) -> AnswerOut:
    """Whose documents are budgets, or final accounts: each institute and year once, proved by the heading of each."""
    own = {(d.institute, d.year): d for d in documents if d.kind == kind}
    told = "、".join(f"{name} {year} 年" if year else name for name, year in own)
    number = StatedFigure(value=str(len(own)), unit="家", how=f"逐份数得 {len(own)}")
    cited = tuple(
        Citation(
            document=d.id, file=d.file, institute=d.institute, year=d.year, page=1, box=NOWHERE, table="narrative", text=d.title
        )
        for d in own.values()
    )  # fmt: skip
    text = f"{KINDS[kind]}有 {len(own)} 份：{told}" if own else f"没有{KINDS[kind]}"
    return AnswerOut(answer=text, figures=(number,), citations=cited, status=Status.ANSWERED)
