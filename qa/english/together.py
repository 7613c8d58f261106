"""English questions what bodies that are named in Chinese have together, have on average, or are apart by, in the frames that are
read: the item stays in English, and so does the question."""

from __future__ import annotations

import re

_BODY = r"(?:the )?\0(?:['’]s?)?"
_BODIES = rf"(?:both |the )?(?P<who>{_BODY}(?:,? (?:and |& )?{_BODY}|, ?{_BODY}| ?[、和与] ?{_BODY})+)"
_SO = r"(?:,? ?(?:combined|together|taken together|added together|put together|added up|in total|in all|altogether|all told|as a whole|jointly))"
_WHEN = r"(?P<when>,? (?:in|for|during|of) (?:the (?:year )?)?20\d\d(?: (?:fiscal )?year)?)?"
_END = r"\s*[?.!]*\s*$"
_ITEM = r"(?P<item>[^?.,\0]+?)"
_TALK = r"^\W*(?:please |kindly |can you |could you |tell me |calculate |work out |compute |give me |find )*"
_WHAT = r"(?:what (?:is|are|was|were|would be)|what's|how (?:much|large|big|high) (?:is|are|was|were))"
_OF = r"(?:of|for|at|in|by|across|between|spent by|planned by|reported by|owned by|held by)"
_SPENDS = r"(?:spend|spent|plan|planned|budget|budgeted|allocate|allocated|receive|received|have|had|get|got|report|reported|pay|paid|buy|bought|set aside|expect|bring in|take in|own|owned|hold|keep)"
_TOGETHER = (
    rf"{_TALK}{_WHAT} the (?:combined|joint|aggregate|cumulative|overall combined|total combined|grand total|(?:sum|combined total|total sum) of(?: the)?(?: respective)?)(?: amount(?: of)?)? {_ITEM} {_OF} {_BODIES}{_SO}?{_WHEN}{_SO}?{_END}",
    rf"{_TALK}{_WHAT} the total (?P<item>(?!(?:income|revenues?|receipts|expenditures?|spending|outlays?|budget(?:ed)?)\b)[^?.,\0]+?) {_OF} {_BODIES}{_SO}?{_WHEN}{_SO}?{_END}",
    rf"{_TALK}{_WHAT} (?:the )?{_ITEM} {_OF} {_BODIES}{_WHEN}{_SO}{_END}",
    rf"{_TALK}{_WHAT} (?:the )?{_ITEM} {_OF} {_BODIES}{_SO}{_WHEN}{_END}",
    rf"{_TALK}(?:added together|taken together|put together|together|combined|in total),? {_WHAT} (?:the )?{_ITEM} {_OF} {_BODIES}{_WHEN}{_END}",
    rf"{_TALK}(?:what|how much) do(?:es)? (?:the )?{_ITEM} {_OF} {_BODIES}{_WHEN} (?:add up to|come to|sum to|sum up to|total|amount to){_SO}?{_END}",
    rf"{_TALK}(?:add|sum)(?: up| together)? (?:the )?{_ITEM} {_OF} {_BODIES}{_WHEN}{_END}",
    rf"{_TALK}(?:what|how much) (?:do|did|would|will) {_BODIES} (?:add up to|come to|sum up to|sum to|amount to|total){_SO}? (?:in|for|on)(?: terms of)? (?:the |their )?{_ITEM}{_SO}?{_WHEN}{_SO}?{_END}",
    rf"{_TALK}how (?P<many>many|much)(?: money)? (?:do|did|does|will|would) {_BODIES}(?: (?:plan|intend|expect|budget) to)?(?: {_SPENDS}){_SO}?(?: (?:on|for|in|as))? (?:the )?{_ITEM}{_SO}{_WHEN}{_END}",
    rf"{_TALK}how (?P<many>many|much)(?: money)? (?:do|did|does|will|would) {_BODIES}{_SO}(?: (?:plan|intend|expect|budget) to)?(?: {_SPENDS}){_SO}?(?: (?:on|for|in|as))? (?:the )?{_ITEM}{_WHEN}{_END}",
    rf"{_TALK}how (?P<many>many|much)(?: money)?{_SO} (?:do|did|does|will|would) {_BODIES}(?: (?:plan|intend|expect|budget) to)? {_SPENDS}(?: (?:on|for|in|as))? (?:the )?{_ITEM}{_WHEN}{_END}",
    rf"{_TALK}(?:together|combined|in total|in all|altogether|all told),? how (?P<many>many|much)(?: money)? (?:do|did|does|will|would) {_BODIES}(?: (?:plan|intend|expect|budget) to)? {_SPENDS}(?: (?:on|for|in|as))? (?:the )?{_ITEM}{_WHEN}{_END}",
    rf"{_TALK}how much {_ITEM} (?:do|did|does|will) {_BODIES}{_SO}? {_SPENDS}{_SO}{_WHEN}{_END}",
    rf"{_TALK}(?:what|how much) (?:do|did|will) {_BODIES}(?: {_SPENDS})?{_SO}(?: {_SPENDS})? (?:on|for|in|as) (?:the )?{_ITEM}{_WHEN}{_END}",
    rf"{_TALK}(?:if (?:you|we|i) )?(?:add|sum)(?: up| together)? (?:the )?{_ITEM} {_OF} {_BODIES}{_WHEN}(?: (?:up|together))?, (?:what|how much) (?:do (?:you|we|i) get|is it|is that|is the (?:total|sum|result))(?: in total)?{_END}",
    rf"{_TALK}how many {_ITEM} (?:do|did|does) {_BODIES}{_SO}? (?:have|own|hold|keep|report|list|possess){_SO}?{_WHEN}{_END}",
    rf"{_TALK}(?:together|combined|in total|in all|altogether|all told),? how many {_ITEM} (?:do|did|does) {_BODIES} (?:have|own|hold|keep|report|list|possess){_WHEN}{_END}",
)  # fmt: skip
_ADDED = tuple(re.compile(words, re.IGNORECASE) for words in _TOGETHER)
_MEAN = re.compile(
    rf"{_TALK}{_WHAT} the (?:average|mean)(?: of(?: the)?)? {_ITEM} {_OF} {_BODIES}{_WHEN}{_END}", re.IGNORECASE
)
_GAP = re.compile(
    rf"{_TALK}{_WHAT} the (?:difference|gap) (?:between|in) (?:the )?{_ITEM} (?:of|at|in|for|between) (?P<a>{_BODY}) and (?:(?:that|those|the (?P=item)) (?:of|at|in|for) )?(?P<b>{_BODY}){_WHEN}{_END}",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"^(?:official |government )?(?:vehicles|cars)$|^(?:pieces|sets|units) of\b", re.IGNORECASE)
_ON_COUNTED = re.compile(r"\b(?:on|for) (?:the )?$", re.IGNORECASE)


def together(question: str, names: list[str]) -> str:
    """An English question, each Chinese name in it a mark, what several bodies have together, or on average, or how far two of
    them are apart, in the frame of it that is read; any other question as it is, with its names."""
    said = question
    for pattern in _ADDED:
        if (m := pattern.match(question)) is not None:
            said = f"Added together, what is the {_named(m)} of {_listed(m['who'])}{m['when'] or ''}?"
            break
    else:
        if (m := _GAP.match(question)) is not None:
            said = f"What is the difference between {m['a']} and {m['b']} in {_named(m)}{m['when'] or ''}?"
        elif (m := _MEAN.match(question)) is not None:
            said = f"{_listed(m['who'])}: what is the average {_named(m)} of all the bodies{m['when'] or ''}?"
    first, *rest = said.split("\0")
    return first + "".join(name + part for name, part in zip(names, rest, strict=True))


def _named(m: re.Match[str]) -> str:
    """What is asked of them: of what is counted its number, unless money is spent on it."""
    item = re.sub(r"^(?:the|their|its) | (?:owned|held|kept|reported|spent|planned|received)$", "", m["item"].strip())
    if _COUNTED.search(item) is None:
        return item
    return f"{'spending on' if _ON_COUNTED.search(m.string[: m.start('item')]) else 'number of'} {item}"


def _listed(who: str) -> str:
    """Bodies one after another, with nothing between them that could join what is asked."""
    return re.sub(r",? (?:and|&) ", ", ", who)
