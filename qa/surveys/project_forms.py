"""Whose documents have performance forms of projects, and which projects with how much money, where a question asks that of
a library (哪家附了项目绩效目标表)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from extract.model import Kind, Verdict
from qa.answer import AnswerOut, Outcome, Stated, StatedFigure, Status, weakest
from qa.documents.catalog import Document
from qa.documents.figures import Figure, View
from qa.outcomes.compose import citations_of
from qa.plain.sentences import question_text
from qa.surveys.each import Said
from qa.surveys.idioms import SO_MANY
from qa.surveys.told import MOST, answer, told_of

_FORM = r"(?:项目)?(?:支出)?(?:的)?(?:预算)?(?:项目)?绩效目标(?:申报)?(?:表|情况表)"
_ASKED = re.compile(
    rf"^(?:请问)?(?:{SO_MANY}(?:里面?|里头|中|当中|之中)?[,，]?)?(?:哪(?:几|些|一)?(?:家|个|份)?(?:单位|部门|机构|文件|公开|(?P<kind>预算|决算))?|谁|有?(?:几|多少)(?:家|份|个(?=单位|部门|机构))(?:单位|部门|机构)?)(?:的(?:文件|公开|预算))?(?:里面?|中)?"
    rf"(?:附|列|有|公开|填报?|编报?|报送?|公布|带|披露|晒|提供)(?:有|了|上|出|过)*{_FORM}(?:的)?(?P<more>.*)$"
)
_ASKED_LAST = re.compile(
    rf"^(?:请问)?(?:{SO_MANY}(?:里面?|里头|中|当中|之中)?[,，]?)?(?:附|列|有|公开|填报?|编报?|报送?|公布|带|披露|晒|提供)(?:有|了|上|出|过)*{_FORM}的(?:(?P<kind>预算|决算)|单位|部门|机构|文件|公开)?(?:文件|公开)?(?:一共|都|分别)?(?:是|有|来自|属于)+(?P<more>(?:哪(?:几|些|一)?(?:家|个|份)?|谁|(?:几|多少)[家个份])(?:单位|部门|机构)?(?:编|做|公开)?的?.*)$"
)
_MORE = re.compile(
    r"(?:[,，?？、和及与的各是都谁有]|哪几?[家个些]|(?:几|多少)个?|涉及|包括|包含|单位|部门|机构|编|一共|总共|共|表里|分别|以及|对应|它|其|什么|哪些|多少|项目|名称|名字|叫|年度|资金|总额|金额|万元|钱|列出|一下)*"
)
_HOW_MANY = re.compile(r"(?<!哪)(?:几|多少)个?项目|项目(?:一共|总共)?(?:有|是)(?:几|多少)个?")


def with_project_forms(question: str, documents: Sequence[Document], view: Callable[[str], View]) -> AnswerOut | None:
    """Whose documents have such forms, with the money of each project; None where nothing of the sort is asked."""
    text = question_text(question)
    m = _ASKED.match(text) or _ASKED_LAST.match(text)
    if m is None or _MORE.fullmatch(m["more"]) is None:
        return None
    kind = {"预算": "budget", "决算": "final"}.get(m["kind"] or "")
    documents = [d for d in documents if kind in {None, d.kind}]
    own: dict[tuple[object, ...], Document] = {}
    for d in sorted(documents, key=lambda d: d.id):
        if any(f.table is Kind.PERFORMANCE for f in view(d.id).figures):
            own.setdefault((d.institute, d.year, d.kind, d.level), d)
    said = [s for d in own.values() for s in _of(d, view(d.id))]
    if not said:
        return AnswerOut(answer="这些文件里没有读到项目绩效目标表。", status=Status.NOT_FOUND)
    bodies = len({d.institute for d in own.values()})
    text = f"有项目绩效目标表的是 {bodies} 家：{'；'.join(map(told_of, said[:MOST]))}"
    count = StatedFigure(value=str(bodies), unit="家", how=f"逐份数得 {bodies}")
    figures = [*(s.figure for s in said if s.figure is not None), count]
    if _HOW_MANY.search(m["more"]) is not None:
        text += f"；共 {len(said)} 个项目"
        figures.append(StatedFigure(value=str(len(said)), unit="个", how=f"逐张数得 {len(said)}"))
    return answer([text], figures, said, [])


def _of(document: Document, view: View) -> list[Said]:
    """The projects of a document, each with its money for the year; without it where that is not to be stated."""
    forms = [f for f in view.figures if f.table is Kind.PERFORMANCE]
    first: dict[str, Figure] = {}
    for figure in forms:
        first.setdefault(figure.row, figure)
        if figure.column_role == "total" and first[figure.row].column_role != "total":
            first[figure.row] = figure
    return [_said(document, name, figure, view) for name, figure in first.items()]


def _said(document: Document, name: str, figure: Figure, view: View) -> Said:
    told = Outcome(Status.ANSWERED, "", [Stated.of(figure)] if figure.value is not None else [], cited=[figure])
    verdict = weakest((figure,))
    whole = figure.column_role == "total" and figure.value is not None and verdict is not Verdict.REVIEW
    return Said(
        document,
        figure.yuan if whole else None,
        Stated.of(figure).out() if whole else None,
        f"{name} 年度资金总额" if whole else name,
        figure.page,
        tuple(citations_of(told, view)),
        verdict.value if verdict is not None and whole else "",
    )
