"""Claims that hold two bodies against one another, in the words of questions that ask for it."""

from __future__ import annotations

import re

from qa.words.bounds import HELD, Held, held_in

YEARS = re.compile(r"(?<![比较与跟和\d.,])20\d\d(?![\d.,]*\d|[.,]?\d*[万亿元%])年?(?:度)?(?:的)?")
"""A year that a question names, with what holds it to the words after it."""
_SAID_OF_TWO = re.compile(
    r"比(?:的)?(?:还要?|要|更)?(?P<way>多|高|大|少|低|小)出?了?(?P<much>[^,，]*?\d[^,，]*?|[^,，]*?[一二三四五六七八九]成|一半)[,，]?(?P<tail>(?:这话|这个?说法)?(?:对|是)?(?:吗|不对|不是|吧|么).*)$"
)
_TIMES_OF_TWO = re.compile(
    r"(?:(?P<way>超过了?|不止|高于|达到了?|不到|不足)|是|相当于|为)(?:的)?(?P<much>[^,，]*?(?:\d|[一二两三四五六七八九十])[^,，]*?)倍(?P<more>以上|多)?[,，]?(?P<tail>(?:这话|这个?说法)?(?:对|是)?(?:吗|不对|不是|吧|么).*)$"
)
_PART_OF_TWO = re.compile(
    r"(?:(?P<way>超过了?|不止|高于|达到了?|不到|不足|低于|少于|没到|不及|没有达到|未达到)|(?P<has>有)|(?:还?是|只有|仅有|只|仅|才)?(?:相当于|等于|是|占|为))(?:的)+(?P<much>一半|半数|[二三四五六七八九十]分之[一二三四五六七八九]|[一二三四五六七八九]成半?|\d+(?:\.\d+)?%|百分之[一二三四五六七八九十百点]+)(?P<more>以上|以下|左右|上下|多)?[,，]?(?P<tail>(?:这话|这个?说法)?(?:对|是)?(?:吗|不对|不是|吧|么|没有).*)$"
)
"""A part of what the other has that one is said to have (不到乙的一半): what is left of the other's name is 的."""
_NOT_SO_MUCH = frozenset(("没有达到", "未达到", "没到", "不及"))
_BARE_OF_TWO = re.compile(
    r"(?:(?P<over>高于|超过|超出|大于|多于)|低于|小于|少于|不及|不如)了?(?:的(?P<same>[^,，\d]{2,14}?))?[,，]?(?:(?:这话|这个?说法)?(?:对|是)?(?:吗|不对|不是|吧|么|没有).*)$"
    r"|(?:是不是|是否)(?:要|还)?(?:(?P<above>高于|超过|超出|大于|多于)|低于|小于|少于|不及|不如)了?[?？]?$"
)
_SAME_OF_TWO = re.compile(
    r"(?:是不是|是否|(?<!不)是)?(?:完全|正好|恰好|刚好)?(?:一样|相同|相等|同样)(?:多|高|大)?(?:的)?[,，]?(?:(?:吗|么|对吗|对不对|是吗)[?？]?$|(?<=一样多)[?？]?$)|(?:是不是|是否)(?:完全|正好|恰好|刚好)?(?:一样|相同|相等)(?:多|高|大)?[?？]?$"
)
"""What is left, without their names, of a claim that holds two bodies against one another."""


def says_of_two(text: str) -> bool:
    """Whether somebody says that one body has more than another, or so many times as much; `text`: without their names."""
    text = YEARS.sub("", text)
    if _SAME_OF_TWO.search(text) is not None and not re.search(r"哪|谁|几", text):
        return True
    if _PART_OF_TWO.search(text) is not None:
        return True
    if (m := _BARE_OF_TWO.search(text)) is not None:
        return not m["same"]
    return any(
        (m := p.search(text)) is not None and HELD.search(m["much"]) is not None for p in (_SAID_OF_TWO, _TIMES_OF_TWO)
    )


_SAME_AGAIN = re.compile(r"比的?(?P<same>[^,，\d比多少高低大小的]{2,12})(?=(?:还要?|要|更)?[多高大少低小])")


def against_another(text: str) -> tuple[str, Held | None]:
    """A claim that one body has more than another, in the words that a question has which asks for it; and how much more,
    where that is said."""
    m = _SAME_AGAIN.search(text)
    if m is not None and m["same"][:2] in text[: m.start()] and re.search(r"[吗么吧]|是不是", text[m.end() :]):
        text = f"{text[: m.start()]}比{text[m.end() :]}"  # the other's, of the same item
    if (m := _SAME_OF_TWO.search(text)) is not None and not re.search(r"哪|谁|几", text):
        return f"{text[: m.start()]}比同吗", None
    if (m := _BARE_OF_TWO.search(text)) is not None and not m["same"]:
        return f"{text[: m.start()]}比{'多' if m['over'] or m['above'] else '少'}吗", None
    if (m := _PART_OF_TWO.search(text)) is not None and not re.search(r"哪|谁|几", text):
        way = "达到" if m["has"] else "不到" if m["way"] in _NOT_SO_MUCH else m["way"] or ""
        told = HELD.fullmatch(f"{way}{m['much']}{m['more'] or ''}")
        if told is not None:
            return f"{text[: m.start()]}是几倍", held_in(told)
    for pattern, words in ((_SAID_OF_TWO, "比{way}吗"), (_TIMES_OF_TWO, "是几倍")):
        m = pattern.search(text)
        told = (
            HELD.fullmatch(f"{m['way'] or ''}{m['much']}倍{m['more'] or ''}" if "倍" in words else m["much"])
            if m is not None
            else None
        )
        if m is not None and told is not None:
            return text[: m.start()] + words.format(way=m.groupdict().get("way", "")), held_in(told)
    return text, None
