"""Whose documents have performance forms of projects, and which projects with how much money, where a question asks that of
a library (哪家附了项目绩效目标表)."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from extract.model import Kind, Verdict
from qa.answer import AnswerOut, Outcome, Stated, StatedFigure, Status, grouped, money, plain, weakest
from qa.documents.catalog import Document
from qa.documents.figures import Figure, View
from qa.outcomes.compose import citations_of
from qa.plain.sentences import question_text
from qa.surveys.each import Said
from qa.surveys.idioms import NUMBER, SO_MANY
from qa.surveys.told import MOST, answer, plainly, told_in_english, told_of
from qa.words.numerals import number_of

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


_HERE = rf"(?:(?:(?:这|那)(?:批|些)|整个|全|所有|全部)?(?:文件|材料|公开|资料库|库|预算|单位)(?:里面?|里头|中|当中|之中)?|{SO_MANY}(?:里面?|里头|中|当中|之中)?|这里)?的?[,，]?"
_SHOWS = r"(?:附|列|有|公开|填报?|编报?|报送?|公布|带|披露|晒|提供|是)(?:有|了|上|出|过)*"
_IN_ALL = r"(?:一共|总共|合计|总计|共)?"
_MONEY = r"(?:所?涉及的?|它们的?|表里的?|表上的?|其|这些项目的?|各项目的?)?(?:年度)?(?:的)?(?:项目)?资金(?:总额)?"
_SUM = (
    r"(?:加总|相加|加起来|加在一起|合起来|合计|总计|一共|总共|共)+(?:是|有|为|得|等于)*(?:多少|几)(?:钱|万元|亿元|元)?"
)
_PIECES = r"(?:几|多少)(?:张|份|个)"
_FORMS_COUNTED = re.compile(
    rf"^(?:请问)?{_HERE}{_IN_ALL}(?:{_SHOWS})?{_IN_ALL}(?:{_PIECES}(?:项目(?:{_SHOWS})?)?{_FORM}|(?:几|多少)个项目{_SHOWS}{_FORM}|(?:{_SHOWS}的)?{_FORM}{_IN_ALL}(?:有|是)?{_PIECES})(?:[,，?？;和、]*(?:都|分别|各)?(?:是|有)?(?:哪些|哪几个|什么)项目)?(?:[,，?？;；和、]*(?P<money>{_MONEY}的?{_SUM}))?[?？。]*$"
)
"""How many such forms there are in a library, and what their money comes to (总共公开了几张项目绩效目标表？年度资金总额相加多少？)."""
_FORMS_SUMMED = re.compile(
    rf"^(?:请问)?[把将]?{_HERE}(?:所有|全部|各(?:张|个|份)?|这(?:几|些)(?:张|份|个)|(?:这|那)?(?P<number>{NUMBER})(?:张|份|个))?(?:的)?(?:{_SHOWS}的)?(?:项目)?{_FORM}(?:里面?|上面?|中)?的?(?P<money>{_MONEY}的?{_SUM})[?？。]*$"
)
"""What the money of all such forms in a library comes to."""
_IN_ENGLISH = re.compile(
    r"^\W*how many (?:project )?performance (?:target |goal |objective )?(?:forms|tables|sheets)\b[^?,;]*(?P<money>[,;?]? ?(?:and )?(?:what|how much) (?:do|does|is|are) (?:they|their|the|its)[^?]*(?:add up to|total|come to|together|combined|in all|altogether)[^?]*)?\s*[?.]*$",
    re.IGNORECASE,
)


def _counted(
    documents: Sequence[Document], view: Callable[[str], View], *, money_too: bool, english: bool
) -> AnswerOut:
    """How many forms there are, each with its money, and what these come to where that is asked."""
    said = [s for d in _once(documents, view).values() for s in _of(d, view(d.id))]
    if not said:
        return AnswerOut(answer="这些文件里没有读到项目绩效目标表。", status=Status.NOT_FOUND)
    count = StatedFigure(value=str(len(said)), unit="张", how=f"逐张数得 {len(said)}")
    figures = [count, *(s.figure for s in said if s.figure is not None)]
    told = told_in_english if english else told_of
    head = (
        f"{len(said)} forms: {'; '.join(map(told, said[:MOST]))}"
        if english
        else f"项目绩效目标表共 {len(said)} 张：{'；'.join(map(told, said[:MOST]))}"
    )
    if not money_too:
        return answer([head], figures, said, [])
    if any(s.amount is None for s in said):
        return answer([], [], said, [], "不是每一张项目绩效目标表的年度资金总额都能确定，不能合在一起算。")
    amounts = [plainly(s.amount) for s in said if s.amount is not None]
    total = sum(amounts, Decimal(0))
    how = f"{' + '.join(map(grouped, amounts))} = {grouped(total)}"
    figure = StatedFigure(value=plain(total), unit="元", amount_yuan=plain(total), how=how)
    line = f"{'Together' if english else '年度资金总额合计'} {money(total, '元')}{': ' if english else '：'}{how}"
    return answer([head, line], [figure, *figures], said, [])


def _once(documents: Sequence[Document], view: Callable[[str], View]) -> dict[tuple[object, ...], Document]:
    """The documents with such forms, each once where it is there twice."""
    own: dict[tuple[object, ...], Document] = {}
    for d in sorted(documents, key=lambda d: d.id):
        if any(f.table is Kind.PERFORMANCE for f in view(d.id).figures):
            own.setdefault((d.institute, d.year, d.kind, d.level), d)
    return own


def with_project_forms(question: str, documents: Sequence[Document], view: Callable[[str], View]) -> AnswerOut | None:
    """Whose documents have such forms, with the money of each project; None where nothing of the sort is asked."""
    if (m := _IN_ENGLISH.match(question)) is not None:
        return _counted(documents, view, money_too=m["money"] is not None, english=True)
    text = question_text(question)
    if (m := _FORMS_COUNTED.match(text) or _FORMS_SUMMED.match(text)) is not None:
        told = _counted(documents, view, money_too=m["money"] is not None, english=False)
        number = m.groupdict().get("number")
        there = next((f.value for f in told.figures if f.unit == "张"), "")
        if number and there and str(number_of(number)) != there:
            return AnswerOut(answer=f"项目绩效目标表共 {there} 张，不是{number}张。", status=Status.NOT_FOUND)
        return told
    m = _ASKED.match(text) or _ASKED_LAST.match(text)
    if m is None or _MORE.fullmatch(m["more"]) is None:
        return None
    kind = {"预算": "budget", "决算": "final"}.get(m["kind"] or "")
    documents = [d for d in documents if kind in {None, d.kind}]
    own = _once(documents, view)
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
