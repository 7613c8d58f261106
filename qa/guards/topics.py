"""A thing that a question tells first and then calls it (我对某项很感兴趣，今年支出预算里它有多少钱): where the document does not have
it, the money that it would be of is no answer."""

from __future__ import annotations

import re

from extract.text import folded
from qa.answer import Outcome, Status
from qa.documents.figures import View
from qa.documents.names import without_short_name
from qa.terms.terms import spot

_WHO = r"(?:我|我们|咱们?|本人)?(?:们)?(?:最近|一直|很|比较|最|更|正在|正|在|也|都|特别|主要)*"
_CARES = r"(?:关心|关注|在意|在乎|研究|调研|了解|想?(?:要)?(?:了解|知道|问|查|申请|研究|看)(?:一下|一?问|一?看)?(?:的是)?|关于|有关|说到|说起|提到|谈到|对于|至于|对)"
_TOPIC = re.compile(
    rf"^{_WHO}{_CARES}(?P<it>[\u4e00-\u9fff]{{2,14}}?)(?:这一?(?:项|块|笔|个|方面|件事))?(?:(?:很|比较|特别|挺)?(?:感兴趣|有兴趣|好奇|关心|关注))?[,，:：。;；](?P<rest>.{{4,}})$"
)
_CALLED_IT = re.compile(r"(?<!其)它(?!们)|为此")
_ONLY_OF_ALL = re.compile(
    r"^(?:20\d\d年(?:度)?|今年|本年)?[,，]?(?:项目支出|基本支出|(?:一般公共预算|政府性基金预算?|财政拨款)(?:支出)?)(?:里面?|中)?(?:列|安排|花|拨|编)了?多少(?:钱|万?元)?$"
)
"""What asks of all money of a kind, behind a thing that is told first."""
_BODY = re.compile(
    r"单位|部门|机构|街道|公开|预算|决算|文件|财务|收支|财政|这|那|[局院所馆校站园]$|中心$|问题|情况|数据|公司|政府|支出|收入|经费|资金"
)


def of_a_topic(question: str, outcome: Outcome, view: View) -> Outcome | None:
    """That a document has no figure of what a question is about, which is called it where the money is asked for; None where it
    has, or where a question tells nothing first."""
    if not outcome.found or not outcome.stated:
        return None
    m = _TOPIC.match(folded(question).rstrip("?？。"))
    if m is None or not (_CALLED_IT.search(m["rest"]) or _ONLY_OF_ALL.match(m["rest"])):
        return None
    it = without_short_name(m["it"], folded(view.disclosure.meta.institute))
    if not it or _BODY.search(it) or any(it in name for name in view.all_names):
        return None
    if any(t.names or t.code or t.tables or t.total for t in spot(it, view).terms):
        return None
    return Outcome(Status.NOT_FOUND, f"文件里没有“{it}”的数字。", cited=[], certain=True)
