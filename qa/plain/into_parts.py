"""Questions into what parts something is divided that ask more of them in the same breath: what part of it each is
(分成哪两项，各占多少比例), or which is the largest (下分哪几款，最多的是哪款)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LEAD = r"(?:请问?|麻烦|帮我?|想知道|想问一?下|那么?|[,，])*"
_PART = r"(?:百分之(?:几|多少)|几成|(?:多大|多少|多高)(?:的)?(?:比例|比重|份额|占比|百分比)?|(?:比例|比重|份额|百分比)(?:是|为|有)?(?:多少|多大|几)?)"
_MUCH = r"(?:是|有|为|列|花|安排)*(?:了)?(?:多少|几)(?:钱|万?元)?"
_EACH = r"(?:各自?|分别|每一?[项款个类块](?:各|都)?)"
_PARTS = re.compile(
    rf"^{_LEAD}(?P<of>[^,，]{{0,40}}?)(?:具体|又|都|各|下面?|底下|之下|名下|项下|里面?|当中|中|其中|的|再|往下|主要|一共|共|可以?)*"
    r"(?:(?:细|划|拆)?分(?:成|为|有|了|出)*|(?:是)?由|包括|包含|含有?|有(?!没有)|列了)(?:了)?(?:哪|那)?(?:些|几|(?P<n>[两二三四五六七八九2-9]))个?(?P<level>类|款|项|部分|块|子项|明细)?(?:级)?(?:支出)?(?:科目)?(?:组成|构成)?的?"
    r"[,，](?P<then>.+)$"
)
_SHARES = re.compile(
    rf"^(?:又|它们|这[些几两二三四五六]*[个项款]?|其中)*{_EACH}(?:都)?(?:{_MUCH}[,，]?(?:又|{_EACH})*)?(?:所?占(?:了|到|比|的)?(?:它|其|总数|总额|整体|其中|全部)?(?:的)?{_PART}?|的?(?:占比|比例|比重)(?:是|为|各)?(?:多少)?)(?:呢)?$"
    rf"|^(?:所占的?)?(?:占比|比例|比重|份额|百分比){_EACH}(?:是|为|有)?(?:多少|多大|几)?(?:呢)?$"
)
_SIZE = r"(?:金额|数额|花钱|用钱|支出|占比|占得|花得|安排得?|钱)*(?:的)?"
_WHICH = r"(?:哪|什么|谁|啥)(?:一|个|款|项|类|块|科目|支出)*"
_LARGEST = re.compile(
    rf"^(?:其中|里面?|当中|又|它们|这里面)*(?:{_SIZE}最(?P<most>多|大|高|少|小|低)的?(?:那)?(?:一?[个项款笔])?(?:又)?(?:是)?{_WHICH}|{_WHICH}(?:的)?{_SIZE}最(?P<way>多|大|高|少|小|低))(?:的|呢)*$"
)
_AMOUNTS = re.compile(rf"^(?:又|它们)*{_EACH}(?:的?(?:金额|数额)){{0,1}}{_MUCH}$")
_ASKS_WHICH = re.compile(r"哪|那|几|些|什么")
_COUNTS = {n: at for at, n in enumerate("零一二三四五六七八九")} | {"两": 2} | {str(n): n for n in range(10)}


@dataclass(frozen=True, slots=True)
class IntoParts:
    """What is divided (`of`, empty where a question only points at it), into how many parts as it says (0: it does not), on which
    level, and what is asked of them: their shares, which is the largest or smallest (`most`), or no more than their amounts."""

    of: str
    number: int
    level: str
    most: str
    shares: bool
    words: str
    """The question without what is divided."""


def into_parts(text: str) -> IntoParts | None:
    """What a folded question asks of the parts of something; None where it asks no such thing."""
    bare = text.rstrip("?？。")
    m = _PARTS.match(bare)
    if m is None or not _ASKS_WHICH.search(bare[m.end("of") :]):
        return None
    largest = _LARGEST.match(m["then"])
    shares = _SHARES.match(m["then"]) is not None
    of_so_many = bool(m["n"]) and _AMOUNTS.match(m["then"]) is not None
    if largest is None and not shares and not of_so_many:
        return None
    most = "" if largest is None else largest["most"] or largest["way"]
    return IntoParts(m["of"], _COUNTS.get(m["n"] or "", 0), m["level"] or "", most, shares, bare[m.end("of") :])
