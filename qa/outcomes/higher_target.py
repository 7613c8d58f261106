"""Which of two projects targets more of one indicator that the forms of both have (两个项目哪个对数据验收合格率要求更高)."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.model import Indicator, Project
from extract.text import folded, key
from qa.answer import Outcome, Stated, Status
from qa.documents.figures import View
from qa.terms.forms import doubted, quote_of

_AND = r"(?:和|与|跟|同|、|[,，]|还是)"
_ASKED = re.compile(
    rf"^(?P<a>[^,，和与跟、]{{2,30}}?){_AND}(?P<b>[^,，和与跟、]{{2,30}}?)(?:这)?(?:[两二]个?(?:项目|专项|课题)|[两二]者)?[,，]?(?:的|相比[,，]?)*(?:是)?(?:哪一?个(?:项目|专项)?|谁|哪边)?(?:的|对|在|给)*(?P<of>[^,，]{{2,24}}?)(?:的|上|方面)?(?:哪一?个(?:项目)?|谁|哪边)?(?:的)?(?:要求|目标值?|指标值?|标准|定|设)?(?:得|的|是|设)*(?:更|要|比较|较)*(?P<way>高|低|多|少|大|小|严格?)(?:一?[些点])?(?:呢)?$"
)
_A_TARGET = re.compile(
    r"^(?:(?P<bound>[≥>=≤<]|大于等于|不低于|不少于|小于等于|不超过|不高于)=?)?(?P<n>\d+(?:\.\d+)?)(?P<unit>[%\u4e00-\u9fff/]{0,6})$"
)
_NO_NAME = re.compile(r"(?:这|那)?(?:[两二]个)?(?:项目|专项|课题)$")
_LESS = frozenset("低少小")
_AT_MOST = frozenset(("≤", "<", "小于等于", "不超过", "不高于"))


def higher_target(text: str, view: View) -> Outcome | None:
    """Which of two projects has the higher target; None where no such thing is asked, or the two are not both named, or have not
    both that indicator with a number of one unit."""
    m = _ASKED.match(text.rstrip("?？。"))
    if m is None or not re.search("哪|谁", text):
        return None
    found = [_target(m[side], m["of"], view) for side in "ab"]
    if found[0] is None or found[1] is None or found[0][0] is found[1][0]:
        return None
    (one, a, x), (other, b, y) = found[0], found[1]
    if x["unit"] != y["unit"] or (x["bound"] or "") != (y["bound"] or ""):
        return None
    if m["way"][0] == "严" and x["bound"] in _AT_MOST:
        return None
    p, q = Decimal(x["n"]), Decimal(y["n"])
    first = (p < q) if m["way"][0] in _LESS else (p > q)
    told = f"{key(one.name)}：{a.third} {a.target}；{key(other.name)}：{b.third} {b.target}"
    lead = "两个项目一样" if p == q else f"{(one if first else other).name}更{m['way']}"
    stated = [Stated(n, t["unit"], (), "", f"{i.third} {i.target}") for n, t, i in ((p, x, a), (q, y, b))]
    quotes = [quote_of(one, view, a), quote_of(other, view, b)]
    notes = list(dict.fromkeys([*doubted(one), *doubted(other)]))
    return Outcome(Status.ANSWERED, f"{lead}（绩效目标表：{told}）", stated, quotes=quotes, notes=notes)


def _target(named: str, of: str, view: View) -> tuple[Project, Indicator, re.Match[str]] | None:
    """The one project that is named so, its one indicator of that name, and the number that it targets."""
    words = _NO_NAME.sub("", key(named))
    projects = [p for p in view.disclosure.projects if len(words) > 1 and words in key(p.name)]
    own = [i for i in projects[0].indicators if key(i.third) == key(of)] if len(projects) == 1 else []
    m = _A_TARGET.match(folded(own[0].target).replace(" ", "")) if len(own) == 1 else None
    return (projects[0], own[0], m) if m is not None else None
