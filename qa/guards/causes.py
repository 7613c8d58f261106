"""Whether something moved for the reason that a question gives: what the document says of it is quoted, and a change is no answer."""

from __future__ import annotations

import re
from collections.abc import Callable

from qa.answer import Outcome, Status

_BECAUSE = r"(?:主要|真的|就|都|全|完全|只|仅仅?|应该|可能|会)*(?:是不是|是否|难道是|难道|是)?(?:主要|真的|就|都|只|仅仅?)*(?:因为|由于|缘于|源于|出于|得益于|归因于|是因|受)"
_CAUSED = re.compile(
    rf"^(?P<said>[^,，]*?)[,，]?{_BECAUSE}(?P<why>[^?？]{{1,30}}?)(?:影响|所致|导致|造成|引起)?(?:的|了|才)*(?P<asks>[,，]?(?:是|对)?(?:吗|么|吧|不对|不是|没错|没有))?$"
)
_REASON_IS = re.compile(
    r"^(?P<said>[^,，]*?)的?(?:主要)?原因(?:就|是不是|是否)*(?:是|在于|为)(?P<why>(?!什么|啥|哪|怎|多少)[^,，?？]{1,30}?)(?P<asks>[,，]?(?:是|对)?(?:吗|么|吧|不对|不是))?$"
)
_CAUSES = re.compile(
    r"^(?P<why>[^,，]{2,20}?)(?:导致|造成|引起|使得|使(?!用)|带动|推动)了?(?P<said>[^,，]{2,24}?)(?:的|了)*(?P<asks>[,，]?(?:是|对)?(?:吗|么|吧|不对|不是))$"
)
_MOVED = re.compile(
    r"(?:的|比(?:上一?年|去年|20\d\d年(?:度)?)(?:预算|决算|执行数)?|较(?:上一?年|去年|20\d\d年(?:度)?)|今年|本年|才|会|有所|略有|大幅|明显|这么|那么|如此|之所以|所以|能|了|又|还|都|也)*(?P<move>增加|增长|上升|提高|上涨|增|涨|减少|下降|降低|缩减|压减|压缩|下滑|减|降|变化|变动|持平|不变|[多高大少低小])(?:了|的|是|这么多|这么少|很多|不少|些|一些|幅度|之所以)*$"
)
_SAYS = re.compile(r"^(?:听说|据说|有人说|请问|是不是|是否|难道)*[,，]?")


def of_cause(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """What the document gives as the reason of a change of which a folded question gives one and asks whether it is so; not found
    where it gives none; None where no such thing is asked."""
    bare = text.rstrip("?？。")
    m = _CAUSED.match(bare) or _REASON_IS.match(bare) or _CAUSES.match(bare)
    if m is None or not (m["asks"] or re.search(r"是不是|是否|难道", bare)):
        return None
    said = _SAYS.sub("", m["said"])
    unknown = Outcome(Status.NOT_FOUND, "文件没有说是不是这个原因。", cited=[], certain=True)
    moved = _MOVED.search(said)
    if moved is None or not said[: moved.start()]:
        return None if m.re is _CAUSES else unknown
    told = answer_to(f"{said[: moved.start()]}为什么{moved['move']}")
    return told if told.found and told.quotes and not told.stated else unknown


_WHY_MOVED = re.compile(
    r"^(?P<of>[^,，?？]{2,24}?)(?:为什么|为何|为啥)比(?:上一?年|去年|20\d\d年)(?:度)?(?:的)?(?:预算|决算|执行)?数?(?P<way>增加|增长|减少|下降)(?:了|这么多|那么多)*$"
)
_WAYS = {"增": "increase", "减": "decrease", "下": "decrease"}


def moved_the_other_way(text: str, answer_to: Callable[[str], Outcome]) -> Outcome | None:
    """That something moved the other way than a plain question has it, which asks why (增加 where a decrease is printed); None
    where no such thing is asked, it did move so, or the document does not say how it moved."""
    m = _WHY_MOVED.match(text.rstrip("?？。"))
    if m is None:
        return None
    told = answer_to(f"{m['of']}比上年增加还是减少")
    ways = {f.relation for s in told.stated for f in s.sources if f.relation in _WAYS.values()} if told.found else set()
    if len(ways) != 1 or ways == {_WAYS[m["way"][0]]}:
        return None
    told.text = f"没有{m['way']}，{told.text}"
    return told
