"""A name mistyped in one character (管里费, 公务接侍费), or by its sound (陪训, 预蒜), mended where only one can be meant.

A character counts as mistyped only where it makes no word with those beside it, and says nothing of its own: 本年结转 is no
slip for 上年结转, 租房补贴 none for 购房补贴.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

os.environ.setdefault("PYPINYIN_NO_PHRASES", "true")  # only single characters are asked for; its phrases load slowly

from pypinyin import Style, pinyin

from qa.documents.figures import View
from qa.documents.names import is_spending
from qa.search.lexical import _tokenizer, trade_words

_SHORTEST = 3
_COMMON = [
    "预算",
    "决算",
    "培训",
    "会议",
    "招待",
    "接待",
    "采购",
    "绩效",
    "经费",
    "支出",
    "收入",
    "拨款",
    "工资",
    "奖金",
    "津贴",
    "补贴",
    "公积金",
    "出国",
    "差旅",
    "结余",
    "结转",
    "项目",
    "资金",
    "一共",
    "总共",
    "合计",
    "通讯",
    "卫生",
    "金额",
]
_SAYS_SOMETHING = frozenset(
    "本上下年末初月日收支入出前后新旧大小多少总分内外自他其主副个各每全半一二三四五六七八九十两非不无有和与及的之公私省市区县乡镇国水电气暖油车房"
)


def mended(text: str, view: View) -> tuple[str, str, str]:
    """The text with a mistyped name put right, what it said, and the name; all empty where there is none, or more than one."""
    alone = _alone(text)
    found = {
        (at, name)
        for name in view.vocabulary
        if len(name) >= _SHORTEST and name not in text
        for at in _slips(text, name, alone)
        if not _GRAMMAR.intersection(set(text[at : at + len(name)]) - set(name))
        and not (text[at] != name[0] and is_spending(text[at + 1 : at + len(name)]))  # 花电费: no 邮电费
    }
    if not found:
        return _by_sound(text, view, alone)
    longest = max((len(name) for _, name in found), default=0)
    best = {(at, name) for at, name in found if len(name) == longest}
    if len({name for _, name in best}) != 1:
        return "", "", ""
    at, name = best.pop()
    said = text[at : at + len(name)]
    return text[:at] + name + text[at + len(name) :], said, name


_GRAMMAR = frozenset("除比占和与跟的里在为有从到由外减加")
"""Characters of a question that join names, and are no slip of one (除电费: 电费 left out, no 邮电费)."""


def _by_sound(text: str, view: View, alone: set[int]) -> tuple[str, str, str]:
    """The same for printed names, and words of the trade, that sound like what is written."""
    found: set[tuple[int, str]] = set()
    if not alone:
        return "", "", ""
    for name in {*view.vocabulary, *trade_words(), *_COMMON}:
        if name in text:
            continue
        for at in range(len(text) - len(name) + 1):
            if all(
                text[i] == char or (i in alone and _sounds(text[i]) & _sounds(char)) for i, char in enumerate(name, at)
            ):
                found.add((at, name))
    longest = max((len(name) for _, name in found), default=0)
    best = {(at, name) for at, name in found if len(name) == longest}
    if len(best) != 1:
        return "", "", ""
    at, name = best.pop()
    return text[:at] + name + text[at + len(name) :], text[at : at + len(name)], name


@lru_cache(maxsize=4096)
def _sounds(char: str) -> frozenset[str]:
    """The syllables that a character can be read as, without tones; none for what is no character."""
    if not "\u4e00" <= char <= "\u9fff":
        return frozenset()
    return frozenset(pinyin(char, style=Style.NORMAL, heteronym=True)[0])


def _alone(text: str) -> set[int]:
    """The places of characters that are no part of a longer word, and say nothing alone."""
    places, at = set(), 0
    for word in _tokenizer().cut(text, HMM=False):
        if len(word) == 1 and word not in _SAYS_SOMETHING and "\u4e00" <= word <= "\u9fff":
            places.add(at)
        at += len(word)
    return places


def _slips(text: str, name: str, alone: set[int]) -> Iterator[int]:
    """Where a text has a name but for one mistyped character, or two beside one another the wrong way round."""
    for at in range(len(text) - len(name) + 1):
        wrong = list(islice((i for i, char in enumerate(name) if text[at + i] != char), 3))
        if len(wrong) == 1 and at + wrong[0] in alone and name[wrong[0]] not in _SAYS_SOMETHING:
            yield at
        elif len(wrong) == 2 and len(name) > _SHORTEST and wrong[1] == wrong[0] + 1:
            first, second = wrong
            if (text[at + first], text[at + second]) == (name[second], name[first]):
                yield at
