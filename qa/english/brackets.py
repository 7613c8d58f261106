"""English questions that give the Chinese name of what they mean, in brackets or before an English one in brackets.

The Chinese name stands for the words before it that name the same; all else that the question says is read as in any other.
"""

from __future__ import annotations

import re

from qa.words.lexicon import lexicon, scopes_in

_TERM = re.compile(r"(?<![\u4e00-\u9fff])[(（]\s*[\"“'‘]?([\u4e00-\u9fff][\u4e00-\u9fff、“”（()）]*?)[\"”'’]?\s*[)）]")
_GLOSS = re.compile(r"(?<=[\u4e00-\u9fff])([\"”'’]?)\s*[(（]\s*[A-Za-z][A-Za-z ,'’&/-]*[)）]")
_BEFORE = re.compile(r"(?P<term>[\u4e00-\u9fff][\u4e00-\u9fff()（）]*)|(?P<word>[A-Za-z]+(?:['’-][A-Za-z]+)*)")
_JOINS = frozenset({"of", "to", "and", "for", "in", "on", "from", "by", "with"})
_HEADS = frozenset(
    {"project", "projects", "programme", "programmes", "program", "programs", "scheme", "fund", "funds", "expenditure", "expenditures",
     "expense", "expenses", "spending", "cost", "costs", "fee", "fees", "income", "revenue", "item", "line", "account", "budget"}
)  # fmt: skip
"""What a name may end in, though it says little alone."""
_KINDS = (
    (re.compile(r"^\s*(?:expenditures?|spending|outlays?|expenses?)\b", re.IGNORECASE), "支出"),
    (re.compile(r"^\s*(?:incomes?|revenues?|receipts)\b", re.IGNORECASE), "收入"),
)
_ALL_INCOME = re.compile(r"^\s*收入总计")
_KIND_OF_MONEY = re.compile(r"(?:基金|公共预算|经营预算|国有资本经营|财政拨款|事业|上级补助)$")
"""Names of money, after which income, named already as all of it, is that of this money."""
_WHOLE_NAME = re.compile(r"(?:支出|收入|费|补贴|补助|基金|资金|金|经费|项目|专项|工资|结转|结余|用车|设备|表)$")
_ASKS = re.compile(
    r"(?:percent\w*|per|cent|share|proportion|fraction|portion|part|ratio|rate|exceed\w*|differ\w*|gap|sum|average|mean|median|than|"
    r"outturn|actual\w*|change\w*|increas\w*|decreas\w*|grow\w*|grew|ris\w*|rose|fall\w*|fell|drop\w*|declin\w*|up|down|more|less|"
    r"higher|lower|larger|smaller|bigger|compar\w*|versus|vs|against|why|excluding|except|without|excluded|besides|only|not|no|"
    r"largest|biggest|highest|smallest|lowest|most|least|over|under|above|below|many|quarter\w*|month\w*|person|capita|domestic|foreign)",
    re.IGNORECASE,
)
"""Words that say what is asked of something, or which part of it: no Chinese name stands for those."""


_BODY = r"(?:office|bureau|cent(?:re|er)|institut(?:e|ion)|station|department|commission|committee|agency|hospital|school|college|university|museum|library|administration|authority|academy|palace|brigade|team|unit)"
_LITTLE = r"(?:is|was|are|were|did|does|do|has|have|had|on|in|at|by|from|to|for|with|than|as|spend|spent|pay|paid|much|many|what|which|who|how|the|that|it|its)"
_ENGLISH_NAME = rf"(?:\b[Tt]he )?\b(?!(?i:{_LITTLE}|when|where|why|compare)\b)[A-Z][A-Za-z-]+(?: (?!{_LITTLE}\b)[A-Za-z-]+(?:s?['’]s?(?= [A-Z]))?){{0,6}}?"
_IN_CHINESE = r"[\u4e00-\u9fff]{3,}(?:局|所|院|中心|馆|校|站|处|委|厅|街道|队|办|学|园|宫)"
_NAME_OF_BODY = re.compile(rf"{_ENGLISH_NAME}(?P<own>'s|’s)? ?[(（]\s*(?P<name>{_IN_CHINESE})\s*[)）]")
_SMALL_NAME = re.compile(
    rf"\b(?:[Tt]he|[Tt]his|[Tt]hat) (?:(?!(?:of|for|and|or|between|{_LITTLE})\b)[a-z][a-z-]* ){{0,6}}(?i:{_BODY})(?P<own>'s|’s)? ?[(（]\s*(?P<name>{_IN_CHINESE})\s*[)）]"
)
"""A body called by what it is, without capitals (the flood-control supplies station (沐阳区防汛物资站))."""
_BODY_IN_BRACKETS = re.compile(rf"(?P<name>{_IN_CHINESE}) ?[(（]\s*{_ENGLISH_NAME} (?i:{_BODY})\s*[)）]")


_WORD_OF_TABLE = r"(?!(?:in|from|under|within|on|per|the|its|this|that|according|as|to|for|is|was|are|were|shown|listed)\b)[A-Za-z][A-Za-z'’-]*"
_IN_TABLE = re.compile(
    rf"\b(?:(?:according|as) (?:to|per|in)|shown in|listed in|in|from|under|within|on|per|of) (?:the |its |this )?(?:{_WORD_OF_TABLE} ){{1,10}}[(（]\s*[\"“'‘]?(?P<table>[\u4e00-\u9fff]{{2,30}}表)[\"”'’]?\s*[)）]",
    re.IGNORECASE,
)
_THE_TABLE = re.compile(
    r"\b(?:the|its|this) (?:(?!(?:the|in|from|does|do|did|is|are|was|were|has|have|for|and|under)\b)[A-Za-z][A-Za-z'’-]* ){0,8}?(?:table|sheet|statement)(?: of (?:(?!(?:the|in|from|for|and|under)\b)[A-Za-z'’-]+ ?){1,6}?)? ?[(（]\s*[\"“'‘]?(?P<table>[\u4e00-\u9fff]{2,30}表)[\"”'’]?\s*[)）]",
    re.IGNORECASE,
)
_SAYS_TABLE = re.compile(r"\b(?:tables?|sheets?|statements?|forms?|summary|schedule|accounts?)\b", re.IGNORECASE)


def in_named_table(question: str) -> str:
    """An English question with the table whose Chinese name stands in brackets behind an English one, by that name alone: the answer
    is what this table says, and no other."""

    def named(m: re.Match[str]) -> str:
        words = m[0][: m.start("table") - m.start()]
        of_table = _SAYS_TABLE.search(words) is not None and bool(scopes_in(m["table"]))
        return f"in the {m['table']}" if of_table else m[0]

    question = _IN_TABLE.sub(named, question)
    return _THE_TABLE.sub(lambda m: f"the {m['table']}" if scopes_in(m["table"]) else m[0], question)


_GLUED = re.compile(
    r"^\s*(?P<year>20\d\d年)?(?P<before>[^?.]*[\u4e00-\u9fff)）]) +(?P<table>[\u4e00-\u9fff]{2,24}表)(?![\u4e00-\u9fff里中])(?P<after>.*)$"
)


def table_first(told: str) -> str:
    """A question in Chinese terms with the one table that stands behind what is asked of it in front: it would run together with the
    name before it."""
    m = _GLUED.match(told)
    if m is None or told.count("表") != 1 or [s for s, _, _ in scopes_in(m["table"])] != [0]:
        return told
    return f"{m['year'] or ''}{m['table']}里 {m['before']} {m['after']}"


def named_in_chinese(question: str) -> str:
    """An English question with the body whose Chinese name stands in brackets behind an English one, or before it, by that
    Chinese name alone."""
    question = _BODY_IN_BRACKETS.sub(r"\g<name> ", question)
    for pattern in (_NAME_OF_BODY, _SMALL_NAME):
        question = pattern.sub(lambda m: f"{m['name']}{m['own'] or ' '}", question)
    return question


def without_glosses(question: str) -> str:
    """A question without the English that stands in brackets after a Chinese name."""
    return _GLOSS.sub(r"\1 ", question)


def in_place_of_words(question: str) -> str:
    """A question, its nouns in Chinese already, with each Chinese name in brackets in place of the words before it."""
    while (m := _TERM.search(question)) is not None:
        start = _starts(question[: m.start()])
        name, rest = m[1], question[m.end() :]
        for words, kind in _KINDS:
            if (said := words.match(rest)) is not None and _WHOLE_NAME.search(name) is None:
                name, rest = name + kind, rest[said.end() :]
        if _KIND_OF_MONEY.search(name) and (said := _ALL_INCOME.match(rest)) is not None:
            name, rest = f"{name}收入", rest[said.end() :]
        question = f"{question[:start]} {name} {rest}"
    return question


def _starts(before: str) -> int:
    """Where the words begin that the name after them stands for."""
    start, end = len(before), len(before)
    named = within = False
    for m in reversed(list(_BEFORE.finditer(before))):
        if before[m.end() : end].strip(" \"“”'’"):
            break  # a stop between
        end = m.start()
        if m["term"]:
            if named:
                break  # of two names, the one that comes first is another's
            named, start = True, m.start()
            continue
        word = m["word"].lower()
        if word in _JOINS:
            continue  # part of the name where more of it comes before
        if _ASKS.fullmatch(word) or (word in lexicon().english_noise and (within or named or word not in _HEADS)):
            break
        within = within or word not in _HEADS
        start = m.start()
    return start
