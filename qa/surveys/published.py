"""Whose documents are budgets and whose final accounts, where a question asks who published one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from qa.answer import NOWHERE, AnswerOut, Citation, StatedFigure, Status
from qa.compare.comparison import KINDS
from qa.documents.catalog import Document
from qa.plain.sentences import question_text

_PUBLISHED = re.compile(
    r"(?:公布|公开|披露|发布|晒|交|出)(?:出来|了)?的?(?:是|为)?(?P<kind>决算|预算)(?:而不是|不是|,不是|[,，]而非)?(?:预算|决算)?(?:的)?(?:单位|部门|机构|文件)?(?:都|分别)?(?:有|是)?(?:哪|谁|几|多少)|(?:哪些|哪几家|谁|几家|多少家)(?:单位|部门|机构)?(?:公布|公开|披露|发布|晒|交)(?:出来|了)?的?(?:是|为)?(?P<of>决算|预算)(?:而不是|[,，]?不是)?(?:预算|决算)?(?:的)?$"
    r"|哪(?:些|几[份家个])(?:文件|材料|单位)?(?:是|属于|算)(?P<which>决算|预算)"
    r"|^(?:(?:资料)?库里?|这里)?的?(?:20\d\d年度?)?的?(?:部门|单位)?(?P<whose>决算|预算)(?:公开)?(?:文件)?(?:都?是|都?有|属于)(?:哪[几两些一]?[家个]|谁)(?:单位)?(?:编|公开|做|出)?的?$"
)
_EITHER = re.compile(
    r"(?:哪[些几]?[家份个]?|谁)[^,，?？]{0,6}(?:是|公开|公布)[^,，?？]{0,4}(?P<one>决算|预算)[^,，?？]*[,，?？和、](?:又)?(?:哪[些几]?[家份个]?|谁)[^,，?？]{0,6}(?:是|公开|公布)[^,，?？]{0,4}(?P<two>决算|预算)"
)
"""Who published which of the two."""
_NEWEST = re.compile(
    r"(?:年份|年度|时间)?最(?P<way>新|近|晚|早|老|旧)的(?:那|一)?(?:一)?(?:份|个|家)?(?:文件|材料|单位)?(?:是|属于|来自)?(?:哪|谁|什么|[,，])"
)


_OF_YEAR = re.compile(
    r"20\d\d年(?:度)?的(?:都)?(?:是|有)哪[几些两]?[家份个]|20\d\d年(?:度)?的?(?:公开)?(?:材料|文件|资料|预决算|报告)(?:都|一共|总共)?(?:有|是)?(?:哪|几|多少)|(?:哪|几|多少)[几些]?[份个](?:公开)?(?:材料|文件|资料|报告)?(?:是|属于|涉及)20\d\d年"
)
_HOW_MANY = re.compile(
    r"^(?:请问|那么?)?(?:[这那]个|整个)?(?:(?:资料)?库(?:里面?|中|内)?|这里|手头)?(?:一共|总共|共|都)*(?:收录?了?|收集了?|存了?|有|是)*(?:了)?(?:(?:几|多少|哪几?些?)(?:份|个|家)|哪些(?=单位|机构|部门))(?:单位|机构|部门)?(?:的)?(?P<kind>决算|预算)?(?P<what>单位|机构|部门|文件|材料|报告|公开|资料)?(?:[,，?？和]?(?:一共|总共)?(?:分别|都|各|又)?(?:是|来自|属于|叫)?(?:哪几?些?家|哪几?个|哪家|谁家?|哪一?年|哪些|什么)(?:单位)?[^多少几最比]{0,12})?[?？。]?$"
)
_TWICE = re.compile(
    r"^(?:请问)?(?:(?:在)?(?:[这那]里|(?:资料)?库里?|[这那]批(?:文件|材料)(?:里|中)?)[,，]?)?(?:有)?(?:哪(?:一|几|些)?(?:家|个|些)?|谁)(?:单位|机构|部门)?(?:在)?(?:[这那]里|(?:资料)?库里?|[这那]批(?:文件|材料)(?:里|中)?)?(?:同时|都)?(?:公开|公布|发布|收录|交|有|是)*了?(?P<many>两|2|二|多|不止一|好几)(?:个)?(?P<of>年度|年份|年|份)的?(?P<kind>预算|决算)?(?:文件|公开|材料|报告|数据|资料)?(?:[,，?？](?:分别|各)?是?(?:哪|什么)[一两二几些]?个?年(?:度|份)?的?)?[?？。]?$"
)
"""Whose documents of several years there are."""
_BOTH_COUNTED = re.compile(
    r"^(?:请问)?(?:(?:资料)?库里?|这里)?(?:一共|总共|共)?有?(?:几|多少)[份家个](?:单位)?的?(?:是)?(?P<one>预算|决算)[,，、和又]?(?:一共|总共)?有?(?:几|多少)[份家个](?:单位)?的?(?:是)?(?P<two>预算|决算)[?？。]?$"
)
_OF_THE_YEAR = re.compile(
    r"^(?:有)?(?:哪|几|多少)[几些]?(?:家|个|份)(?:单位|机构)?的?(?:公开)?(?:文件|材料|报告|资料)?是20\d\d年(?:度)?的[?？]?$"
)
_FOUND_HERE = re.compile(
    r"^(?:请问)?(?:(?:这个|整个|资料)*库里?面?(?:中|内)?|这里|手头)?(?:能不能|能否|能|可以|可)?(?:找到|查到|看到|有没有|有无|是否有|收录?了?|存了?|有)+(?:没有)?(?:哪(?:一)?[家个](?:单位)?的)?(?:任何|一份)?的?(?:部门|单位)?(?P<kind>预算|决算)(?:公开)?(?:文件|报告|材料)?(?:吗|么|没有)?[,，?？。]*(?:(?:如果)?有的话)?[,，]?(?:(?:都|又|它|分别)*(?:是|属于|来自)?(?:谁|哪(?:一|几|些)?[家个](?:单位)?)(?:家)?(?:的|公开的|编的)?(?:呢)?)?[?？。]*$"
)
"""Whether there is a document of a kind, and whose it is (库里能找到2025年度的决算吗？是谁的)."""
_LEVELS = {"unit": "单位", "department": "部门"}


def kind_asked(words: str) -> str:
    """The kind of document of which a question asks who published one (budget, final); empty where it asks none."""
    asked = question_text(words).rstrip("?？。")
    if _both_kinds(asked):
        return ""
    m = _PUBLISHED.search(asked)
    return "" if m is None else "final" if (m["kind"] or m["of"] or m["which"] or m["whose"]) == "决算" else "budget"


def _both_kinds(asked: str) -> bool:
    either = _EITHER.search(asked)
    return either is not None and either["one"] != either["two"]


def of_newest(words: str, documents: Sequence[Document]) -> AnswerOut | None:
    """Which document is of the latest year, or of the earliest, or which are of a year (`documents` are those), or how many
    there are, of a kind or of all; None where none of these is asked."""
    asked = question_text(words)
    if _both_kinds(asked):
        return _listed(documents)
    bare = re.sub(r"20\d\d年?(?:度)?的?", "", asked)
    if (there := _FOUND_HERE.match(bare)) is not None and re.search(r"吗|么|有没有|有无|是否|能|没有|谁|哪", asked):
        own = [d for d in documents if d.kind == ("final" if there["kind"] == "决算" else "budget")]
        return _listed(own) if own else None
    if _OF_YEAR.search(asked) is not None or _OF_THE_YEAR.match(asked) is not None:
        return _listed(documents)
    if (counted := _HOW_MANY.match(re.sub(r"20\d\d年(?:度)?的?", "", asked))) is not None:
        kind = {"决算": "final", "预算": "budget"}.get(counted["kind"] or "", "")
        own = [d for d in documents if not kind or d.kind == kind]
        return _bodies_listed(own) if _of_bodies(counted[0]) and counted["what"] not in _PAPERS else _listed(own)
    if (twice := _TWICE.match(asked)) is not None:
        return _of_several(twice, documents)
    if (both := _BOTH_COUNTED.match(asked)) is not None and both["one"] != both["two"]:
        return _of_both_kinds(documents)
    m = _NEWEST.search(asked)
    years = [d.year for d in documents if d.year is not None]
    if m is None or not years:
        return None
    year = max(years) if m["way"] in "新近晚" else min(years)
    own = [d for d in documents if d.year == year]
    told = "、".join(f"{d.institute} {year} 年{_LEVELS.get(d.level, '')}{KINDS[d.kind]}" for d in own)
    count = StatedFigure(value=str(year), unit="年", how=f"{len(documents)} 份文件中{m['way']}的一年")
    return AnswerOut(
        answer=f"最{m['way']}的是 {told}", figures=(count,), citations=headings_of(own), status=Status.ANSWERED
    )


def of_that_kind(kind: str, documents: Sequence[Document]) -> AnswerOut:
    """Whose documents are budgets, or final accounts: each institute and year once, proved by the heading of each."""
    own = {(d.institute, d.year): d for d in documents if d.kind == kind}
    told = "、".join(f"{name} {year} 年" if year else name for name, year in own)
    bodies = len({name for name, _ in own})
    number = StatedFigure(value=str(bodies), unit="家", how=f"逐份数得 {bodies}")
    years = [StatedFigure(value=str(y), unit="年") for y in dict.fromkeys(y for _, y in own) if y]
    of_bodies = f"（{bodies} 家）" if bodies != len(own) else ""
    text = f"{KINDS[kind]}有 {len(own)} 份{of_bodies}：{told}" if own else f"没有{KINDS[kind]}"
    return AnswerOut(
        answer=text, figures=(number, *years), citations=headings_of(list(own.values())), status=Status.ANSWERED
    )


def _listed(documents: Sequence[Document]) -> AnswerOut:
    """Documents with whose they are, of which year and kind."""
    told = "、".join(
        f"{d.institute}{f' {d.year} 年' if d.year else ''}{_LEVELS.get(d.level, '')}{KINDS[d.kind]}" for d in documents
    )
    number = StatedFigure(value=str(len(documents)), unit="份", how=f"逐份数得 {len(documents)}")
    years = [StatedFigure(value=str(y), unit="年") for y in dict.fromkeys(d.year for d in documents) if y]
    text = f"有 {len(documents)} 份：{told}"
    return AnswerOut(answer=text, figures=(number, *years), citations=headings_of(documents), status=Status.ANSWERED)


_PAPERS = frozenset({"文件", "材料", "报告", "公开", "资料"})


def _of_bodies(asked: str) -> bool:
    """Whether a question counts bodies, which may have several documents each."""
    return re.search(r"家|单位|机构|部门(?!预算|决算)", asked) is not None


def _bodies_listed(documents: Sequence[Document]) -> AnswerOut:
    """Bodies, each once, with the documents of it."""
    own: dict[str, list[Document]] = {}
    for d in documents:
        own.setdefault(d.institute, []).append(d)
    if len(own) == len(documents):
        return _listed(documents)
    told = "、".join(f"{name}（{'、'.join(map(_whose, found))}）" for name, found in own.items())
    number = StatedFigure(value=str(len(own)), unit="家", how=f"逐份数得 {len(own)}")
    years = [StatedFigure(value=str(y), unit="年") for y in dict.fromkeys(d.year for d in documents) if y]
    text = f"有 {len(own)} 家（{len(documents)} 份文件）：{told}"
    return AnswerOut(answer=text, figures=(number, *years), citations=headings_of(documents), status=Status.ANSWERED)


def _whose(d: Document) -> str:
    return f"{f'{d.year} 年' if d.year else ''}{_LEVELS.get(d.level, '')}{KINDS[d.kind]}"


def _of_both_kinds(documents: Sequence[Document]) -> AnswerOut:
    """How many budgets and how many final accounts there are, and whose."""
    told, figures = [], []
    for kind, name in KINDS.items():
        own = [d for d in documents if d.kind == kind]
        told.append(f"{name} {len(own)} 份：{'、'.join(f'{d.institute} {_whose(d)}' for d in own)}")
        figures.append(StatedFigure(value=str(len(own)), unit="份", how=f"逐份数得 {len(own)}"))
    return AnswerOut(
        answer="\n".join(told), figures=tuple(figures), citations=headings_of(documents), status=Status.ANSWERED
    )


def _of_several(asked: re.Match[str], documents: Sequence[Document]) -> AnswerOut:
    """Which bodies have documents of two years, or of several, or two documents."""
    kind = {"决算": "final", "预算": "budget"}.get(asked["kind"] or "", "")
    own: dict[str, list[Document]] = {}
    for d in documents:
        if not kind or d.kind == kind:
            own.setdefault(d.institute, []).append(d)
    two = asked["many"] in "两2二"

    def counted(found: Sequence[Document]) -> int:
        return len({d.year for d in found} if asked["of"].startswith("年") else found)

    several = {n: f for n, f in own.items() if counted(f) == 2 or (not two and counted(f) > 1)}
    cited = [d for found in several.values() for d in found]
    told = "；".join(f"{name}：{'、'.join(map(_whose, found))}" for name, found in several.items())
    number = StatedFigure(value=str(len(several)), unit="家", how=f"逐份数得 {len(several)}")
    years = [StatedFigure(value=str(y), unit="年") for y in dict.fromkeys(d.year for d in cited) if y]
    return AnswerOut(
        answer=f"有 {len(several)} 家：{told}" if several else "没有这样的单位",
        figures=(number, *years),
        citations=headings_of(cited or documents),
        status=Status.ANSWERED,
    )


def headings_of(documents: Sequence[Document]) -> tuple[Citation, ...]:
    """The heading of each document, which says whose it is and of which year and kind."""
    return tuple(
        Citation(
            document=d.id, file=d.file, institute=d.institute, year=d.year, page=1, box=NOWHERE, table="narrative", text=d.title
        )
        for d in documents
    )  # fmt: skip
