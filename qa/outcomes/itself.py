"""What a document is: whose, of which year, a budget or final accounts."""

from __future__ import annotations

import re

from extract.text import folded
from qa.answer import NOWHERE, Outcome, Quote, Status
from qa.documents.figures import View

_DOCUMENT = r"(?:(?:20\d\d年(?:度)?|今年|本年)?的?(?:这|本|该|此)?(?:一?份|个|本)?(?:的)?(?:部门|单位|公开)?的?(?:预算|决算|预决算)?(?:公开)?(?:文件|报告|材料|资料|说明|书|表)?)"
_BODY = r"(?:单位|部门|机构|所|局|中心|街道|学校)"
_WHOSE = re.compile(
    rf"^{_DOCUMENT}(?:是|属于|由)+(?:哪(?:一)?(?:个|家)?{_BODY}|谁|什么{_BODY})(?:家)?(?:来)?(?:编制?|做|公开|公布|发布|披露|出|写|报|晒)?(?:出来)?的?$"
    rf"|^这是(?:哪(?:一)?(?:个|家)?{_BODY}|谁|什么{_BODY})的?(?:部门|单位)?(?:预算|决算|文件|报告|材料)(?:公开)?$"
)
_WHICH_YEAR = re.compile(
    rf"^(?:这|本|该)?{_DOCUMENT}(?:(?:公布|公开|发布|披露|编制|晒出?)出?来?的)?(?:是|属于|讲的是|说的是|编的是)+(?:哪(?:一)?(?:个)?(?:年度?|年份)|什么年度|几几年|多少年)(?:度)?的?(?:部门|单位)?(?:预算|决算|数据|文件)?(?:的)?$"
)
_WHICH_KIND = re.compile(
    rf"^(?:这|本|该)?{_DOCUMENT}(?:到底|究竟)?是(?:单位|部门)?(?:预算|决算)?还?是?(?:单位|部门)?(?:预算|决算)(?:文件|公开)?(?:呢)?$"
)
_KINDS = {"budget": "预算", "final": "决算"}
_LEVELS = {"unit": "单位", "department": "部门"}


def of_itself(text: str, view: View) -> Outcome | None:
    """The answer to a folded question whose document this is, of which year, or whether it is a budget, with the words on its first
    pages that say so; None where none of these is asked."""
    bare = text.rstrip("?？。")
    either = _WHICH_KIND.match(bare) is not None and "预算" in bare and "决算" in bare and "还是" in bare
    asks = _WHOSE.match(bare) or _WHICH_YEAR.match(bare)
    if not (asks or either) or not re.search(r"预算|决算|文件|报告|材料|资料|^[这本该]", bare):
        return None
    meta = view.disclosure.meta
    if not meta.institute or meta.year is None:
        return Outcome(Status.NOT_FOUND, "没有读出这份文件是哪个单位、哪一年的。", cited=[])
    called = f"{_LEVELS.get(meta.level, '')}{_KINDS.get(meta.kind, '')}"
    quotes = _cover(folded(meta.institute), view)
    return Outcome(Status.ANSWERED, f"这份文件是 {meta.institute} {meta.year} 年的{called}。", quotes=quotes)


def _cover(institute: str, view: View) -> list[Quote]:
    """The first words that name the body, or the first page where none do."""
    for paragraph in view.disclosure.paragraphs:
        if institute in folded(paragraph.text):
            return [Quote(paragraph.page, paragraph.box, paragraph.text)]
    return [Quote(1, NOWHERE, view.disclosure.meta.title)] if view.disclosure.meta.title else []
