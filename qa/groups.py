"""Bodies that a question speaks of without naming them: 三家研究所, 两家搞极端材料的研究所; and one that nobody knows."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.text import folded

_SORTS = "研究所|研究院|中心|街道|学校|医院|所|院|局|馆|站|校|厅|委员会|委"
_GROUP = re.compile(
    rf"(?:(?:这|那|只看|只算)?(?:两|三|四|五|六|七|八|九|十|几|\d+|所有|全部|各)(?:个|家|所)?(?:(?:搞|做|管|研究|从事|负责)?(?P<topic>[\u4e00-\u9fff]{{2,8}}?)的)?)(?P<sort>{_SORTS})(?![\u4e00-\u9fff]*(?:费|长|支出))"
    rf"|(?:哪(?:一)?(?:个|家|所)?)(?P<which>{_SORTS})(?!长)"
)
_WHOSE = re.compile(
    r"^(?:请问|想问(?:一下)?|问一下|查(?:一下)?|帮我查(?:一下)?|我想知道)?(?P<name>[\u4e00-\u9fff]{2,16}?(?:研究所|研究院|图书馆|博物馆|文化馆|档案馆|局|委员会|街道办事处|街道|大学|中学|小学|医院|厅|中心|站|所|院|馆|处))(?:的|在|20\d\d|今年|去年|一年|一共|花|有多少|预算|决算)"
)
_PLACE = re.compile(r"^[\u4e00-\u9fff]{2,}?(?:省|市|县|区|自治州|州|盟|旗|镇|乡)[\u4e00-\u9fff]{1,}(?<!本级)$")


@dataclass(frozen=True, slots=True)
class Group:
    """Institutes whose name ends with what sort of body they are (所) and has a topic in it; all where both are empty.
    `words`: where the question says so."""

    words: str = ""
    sort: str = ""
    topic: str = ""

    def holds(self, institute: str) -> bool:
        """Whether an institute is one of them."""
        name = re.sub(r"\([^()]*\)", "", folded(institute))
        return name.endswith(self.sort) and self.topic in name


def group_in(words: str) -> Group:
    """The sort of bodies that a question over many speaks of."""
    m = _GROUP.search(folded(words))
    if m is None:
        return Group()
    return Group(m[0] if m["sort"] else "", m["sort"] or m["which"], m["topic"] or "")


def unknown_in(question: str) -> str | None:
    """The institute that a question begins with, by its full name with its place, where the library has none such."""
    m = _WHOSE.match(folded(question))
    return m["name"] if m is not None and _PLACE.match(m["name"]) else None
