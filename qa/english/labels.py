"""English names of lines of the budget, as the names of the classification (政府收支分类科目) that are made of the same parts.

A name is found where every part of it is one of the English words, and every word is a part of it: 污水处理设施建设和运营 for
“construction and operation of sewage treatment facilities”. What has a word too many, or too few, is no name.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib import resources

from extract.codes import classification

_LONGEST = 12
_LONG = 4
"""Characters of a part that tells enough of a name alone."""
_WORD = re.compile(r"[A-Za-z]+(?:[-'][A-Za-z]+)*")
_GAP = re.compile(r",? (?:& )?|-")
_TURNS = frozenset({"of", "for"})
"""Words after which comes what is said before them in Chinese; so it is after what is done (building cinemas)."""
_DONE = frozenset(
    {"build", "buy", "combat", "conserve", "construct", "control", "develop", "dispose", "inspect", "investigate", "maintain",
     "manage", "monitor", "preserve", "prevent", "promote", "protect", "rebuild", "regulate", "repair", "restore", "subsidise",
     "subsidize", "supervise", "support", "survey", "train", "treat"}
)  # fmt: skip
"""Verbs, before what they do it to."""
_SILENT = frozenset({"and", "the", *_TURNS})
"""Words between the parts of a name that stand for none of them."""
_JOINTS = ("支出", "和", "与", "及", "、", "的", "等", "(护)", "()")
"""What a Chinese name has between its parts, or after them, without saying more."""
_ADDED = ("资助", "事务", "安排的", "专项", "(周转金)", "补助", "补贴", "自然资源", "业务")
"""What a Chinese name may have that an English one leaves out; a name without it comes first."""


def labels_in(text: str) -> Iterator[tuple[int, int, str]]:
    """(start, end, name) of each run of English words that are a name of the classification together, longest first from
    each place."""
    runs: list[list[re.Match[str]]] = []
    for word in _WORD.finditer(text):
        if runs and _GAP.fullmatch(text[runs[-1][-1].end() : word.start()]):
            runs[-1].append(word)
        else:
            runs.append([word])
    for run in runs:
        for first in range(len(run)):
            for last in range(min(len(run), first + _LONGEST), first, -1):
                said = tuple(w[0].lower() for w in run[first:last])
                if said[0] in _SILENT or said[-1] in _SILENT:
                    continue
                if name := label_of(said):
                    yield run[first].start(), run[last - 1].end(), name
                    break


@lru_cache(maxsize=4096)
def label_of(words: tuple[str, ...]) -> str:
    """The name of the classification that some words are together; empty where they are none, or more than one."""
    found: dict[str, int] = {}
    for parts in _read(words):
        needed = [p for p in parts if "" not in p]
        if not needed:
            continue
        for name in frozenset.intersection(*(_having(p) for p in needed)):
            cost = _tiled(name, parts, turned=_turned(words))
            if cost is not None and (cost == 0 or len(needed) > 1 or all(len(p) >= _LONG for p in needed[0])):
                found[name] = min(cost, found.get(name, cost))
    if not found:
        return ""
    least = min(found.values())
    best = {name.removesuffix("支出"): name for name, cost in sorted(found.items()) if cost == least}
    return next(iter(best.values())) if len(best) == 1 else ""


def _turned(words: Sequence[str]) -> bool:
    """Whether some words have what is done first, or what is said of something (control of pollution, control pollution)."""
    return not _TURNS.isdisjoint(words) or words[0].endswith("ing") or words[0] in _DONE


def _read(words: Sequence[str]) -> Iterator[list[tuple[str, ...]]]:
    """The ways to read words as parts of a name, each part with what it may be in Chinese."""
    if not words:
        yield []
        return
    if words[0] in _SILENT:
        yield from _read(words[1:])
    for size in range(min(6, len(words)), 0, -1):
        options = _word(" ".join(words[:size]))
        if options is not None:
            for rest in _read(words[size:]):
                yield [options, *rest]
            if size > 1:
                return


def meanings(word: str) -> tuple[str, ...]:
    """What an English word may be in a Chinese name; nothing where it is not known."""
    return _word(word) or ()


def _word(said: str) -> tuple[str, ...] | None:
    """What a word may be in Chinese, in the singular or as it is."""
    known = _glossary()
    forms = [said, re.sub(r"ies$", "y", said), re.sub(r"s$", "", said), re.sub(r"(?<=s|x|h)es$", "", said)]
    return next((known[form] for form in forms if form in known), None)


@lru_cache
def _glossary() -> dict[str, tuple[str, ...]]:
    told = tomllib.loads((resources.files("qa.english") / "words.toml").read_text(encoding="utf-8"))
    return {said: tuple("" if part == "-" else part for part in parts.split()) for said, parts in told["words"].items()}


@lru_cache
def _names() -> frozenset[str]:
    both = (classification("functional"), classification("economic"))
    return frozenset(name for one in both for names in one.names.values() for name in names)


@lru_cache(maxsize=2048)
def _having(options: tuple[str, ...]) -> frozenset[str]:
    """The names that have one of some parts."""
    return frozenset(name for name in _names() if any(part in name for part in options if part))


def _tiled(name: str, parts: Sequence[tuple[str, ...]], *, turned: bool) -> int | None:
    """How much a name has beside some parts, each of them once and in their order, or in any where it is `turned`; None
    where it is not made of them."""
    if not name:
        return 0 if all("" in options for options in parts) else None
    costs = []
    for place, options in enumerate(parts):
        if not turned and any("" not in before for before in parts[:place]):
            break
        for part in options:
            if part and name.startswith(part):
                costs.append(_tiled(name[len(part) :], [*parts[:place], *parts[place + 1 :]], turned=turned))
    costs += [_tiled(name[len(joint) :], parts, turned=turned) for joint in _JOINTS if name.startswith(joint)]
    costs += [
        None if (rest := _tiled(name[len(more) :], parts, turned=turned)) is None else rest + 1
        for more in _ADDED
        if name.startswith(more)
    ]
    return min((cost for cost in costs if cost is not None), default=None)


_LOTTERY = re.compile(
    r"(?:\b(?:the|social|public|welfare) ){0,3}\blotter(?:y|ies)(?: tickets?)?(?: (?:public|welfare|interest))* (?:fund|proceed|revenue|money|income)s?"
    r"(?: (?:is|was|are|were|has been|have been|to be))*(?: (?:budgeted|planned|earmarked|reserved|set aside|used|spent|allocated|allotted|assigned|provided|put|goes|went|go))?"
    r" (?:for|on|to|towards?) (?:the )?(?P<for>[a-z][a-z' -]*?)(?= (?:in|for|by|at|of)\b|\s*(?:$|[?.,;(]|20\d\d))",
    re.IGNORECASE,
)
_OF_LOTTERY = re.compile(r"用于(.+?)的彩票公益金支出")
_CAUSES = re.compile(r" (?:undertakings?|causes?|programmes?|programs?|projects?|work|services?|activities|purposes?)$")


def for_lottery(question: str) -> str:
    """A question with what lottery money (彩票公益金) is for by the name that the classification has for it."""
    return _LOTTERY.sub(_for_lottery, question)


def _for_lottery(m: re.Match[str]) -> str:
    words = [w.lower() for w in _WORD.findall(_CAUSES.sub("", m["for"].lower()))]
    purposes = sorted({(p[1], name) for name in _names() if (p := _OF_LOTTERY.fullmatch(name)) is not None})
    meant = [
        name
        for purpose, name in purposes
        if words and any(_tiled(purpose.removesuffix("事业"), parts, turned=False) == 0 for parts in _read(words))
    ]
    return f" {meant[0]} " if len(meant) == 1 else m[0]
