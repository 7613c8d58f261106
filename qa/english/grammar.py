"""English questions read by their grammar: with the names in them masked, each as the plain Chinese question that it is.

A question is read here only where every word has a place: in a pattern of what is asked (a share, a difference, a sum, whether
something is more), or among the words that say no more than that the amount of one thing is wanted. All others are left as they
are.
"""

from __future__ import annotations

import re
from dataclasses import replace

from qa.english.masks import AMOUNT, CHINESE, ITEM, MASK, PERCENT, TABLE, UNIT, Masked, masked
from qa.english.patterns import GIVEN, HEADS, LESS, LIST, MORE, follow_ups, named, readings
from qa.english.talk import without_talk
from qa.words.lexicon import lexicon

_COLUMN = re.compile(r"基本支出|项目支出|人员经费|公用经费")
_FUNDS = re.compile(r"(?:国债|公益金|基金)$")
"""Money of a kind that is both an income and what is spent of it."""
_YEAR = re.compile(
    r",? ?\b(?:in|for|during|of)? ?(?:the )?(?:(?:fiscal|financial|budget) year )?(?<![\d.,X])(20\d\d)(?! ?年)(?:'s)?\b(?![.,]\d)"
)
_OTHERWISE = re.compile(
    rf"(?<![{CHINESE}])[(（]\s*[{CHINESE}]|\b(?:why|not|except|excluding|without|average|per|(?:(?:end|close|start|beginning) of|as (?:of|at)) (?:the )?(?:year )?20\d\d)\b|n't\b(?! (?:it|that so)\W*$)",
    re.IGNORECASE,
)
"""A name in brackets for the words before it; what is asked of all but something, how it is on the average, or on a day."""
_ELSEWHERE = re.compile(
    rf"\bnumber of\b|\bhow many\b(?! (?:percent|times|{UNIT}|lines|items|rows|entries|accounts|subjects))|\b(?:under|over|within|below|above) (?:the )?budget\b"
    r"|\b(?:to|from|since|than|with|until|by|between|before|after|against|vs\.?|over) (?:the )?(?:year )?20\d\d\b"
)
"""How many of something there are; what was spent against its budget; another year than the one asked for."""
_AND_CHANGED = re.compile(
    rf"(?P<first>.+?),? and (?:by )?how much (?P<way>{MORE}|{LESS}) (?:is|was) (?:it|that|this) than (?:that |the figure |the budget )?(?:(?:of|in|for) )?(?:(?P<year>20\d\d)|(?:the )?(?:last|previous|prior) year|(?:the )?year before)(?:'s)?\W*$",
    re.IGNORECASE,
)
"""How much something is, and by how much it is more or less than the year before."""


_RECKONED = re.compile(rf"\b(?:plus|minus|times) +(?:{AMOUNT}|{PERCENT}|\d)", re.IGNORECASE)


def plainly_asked(question: str) -> str:
    """An English question as the plain Chinese one that it is; empty where some of its words have no place in one."""
    question = re.sub(r"\s+", " ", re.sub(r"[’ʼ`]", "'", question)).strip()
    if _OTHERWISE.search(question):
        return ""
    if (m := _AND_CHANGED.match(question)) is not None:
        first = plainly_asked(m["first"])
        since = f"{m['year']}年" if m["year"] else "上年"
        way = "减少" if re.match(LESS, m["way"].lower()) else "增加"
        return f"{first}？比{since}{way}多少" if first.endswith("是多少") else ""
    said = question if re.match(r"\W*(?:looking|going)", question, re.IGNORECASE) else without_talk(question)
    for english in (False, True):  # Chinese names alone first: words beside them may say no more than that it is money
        read = masked(said, english=english)
        if read is not None and not english and (half := _HALF.search(read.text)) is not None:
            told = _half_of_row(read, half)
            if told:
                return told
            continue
        if read is not None and _RECKONED.search(read.text):
            return question  # an amount that is only said, reckoned with one that is printed
        told = _told(read) if read is not None else ""
        if told or read is None:
            return told
    return ""


_HALF = re.compile(
    r"(?:\bthe )?\b(?:total )?(?P<half>basic|project) (?:expenditures?|spending|outlays?|costs?)\b(?: (?:for|of|on|under|within|in)\b)?",
    re.IGNORECASE,
)
"""A column of the tables of expenditure, in English: beside the name of a row it is what that row has there."""
_HALVES = {"basic": "基本支出", "project": "项目支出"}


def _half_of_row(read: Masked, half: re.Match[str]) -> str:
    """How much the one row that a question names in Chinese has in a column that it names in English; empty where it asks else."""
    told = _told(replace(read, text=read.text[: half.start()] + " " + read.text[half.end() :]))
    row = re.fullmatch(r"(?P<row>(?:(?!是多少).)+?)是多少", told)
    return f"{row['row']}的{_HALVES[half['half'].lower()]}是多少" if row is not None else ""


# what is said around it -----------------------------------------------------------------------------------------------

_TALK = tuple(
    (re.compile(words), told)
    for words, told in (
        (r"\b(?P<w>what|how|that|it|there|which|who)'(?:s|re)\b", r"\g<w> is"),
        (r"\b(?P<w>they|you|we)'re\b", r"\g<w> are"),
        (r"\b(?:what|which) (?:sort|kind) of (?:money|sum|amount|figure|budget)\b", "how much"),
        (r"^\W*(?:would|is) it (?:be )?(?:right|correct|true|fair|accurate) to say(?: that)? |^\W*(?:please )?(?:confirm|check|verify|see) (?:that|whether|if) ", "is it true that "),
        (r"^is it (?:true|right|correct) that (?P<x>X\d+Z) (?P<is>is|are|was|were) (?! ?N)", r"\g<is> \g<x> "),
        (r"^is it (?:true|right|correct) that (?P<x>X\d+Z) (?P<does>exceeds|equals)\b", lambda m: f"does {m['x']} {m['does'].removesuffix('s')}"),
        (r"\b(?:please|kindly|thanks|thank you|just|only the(?= X| amount| figure)|exactly|overall,)\b,?", " "),
        (r",? (?:and )?nothing else\b|,? (?:if|as) (?:you )?(?:can|may|possible)$", " "),
        (r"^\W*(?:ok|okay|so|well|right|hi|hello|hey|then|now|quick question)\b[,:]? ", " "),
        (r"\b(?:(?:could|can|would|will) you )?(?:tell|show|give|let|get|fetch|bring)(?: me| us)(?: know)?\b(?! (?:\w+ )?was\b)", " "),
        (r"\b(?:could|can|would|will) you\b|\b(?:help me|do you know|any idea|i wonder|i need to know|i (?:want|need)(?: to know)?|i(?:'d| would) like(?: to (?:know|see|have))?|i(?:'m| am) (?:looking for|after)|looking for)\b", " "),
        (r"\b(?:of|from|to) (?:all )?(?:the )?(?:total |whole |available )?(?:money|funds|funding|pot)(?: available| there is)?(?= (?:do|does|did|is|are|was|were|comes?|came)\b|,|$)", " "),
        (r",? ?\bisn't (?:it|that so)(?=\W*$)", ", right"),
        (r"(?<=Z) (?:really|actually|indeed) (?=N)", " "),
        (r"^\W*(?:check|find(?: out)?|look up|look for|search for|pull up|read out|read|quote|state|report|calculate|compute|work out|fetch|get)(?= )", " "),
        (r"\b(?:in|from|on|of) (?:the|this|that) (?:document|disclosure|report|file|paper|budget document|whole document)\b,?", " "),
        (r"\b(?:for|in|during|of|over) (?:the|this) (?:(?:current|whole|coming|budget|fiscal|entire) )*year(?:'s budget)?\b|\bthis (?:fiscal |budget )?year(?:'s)?\b|\bcurrently\b|\bthe current year's?\b|\bfor the year(?! before)\b", " "),
        (r"\b(?:to|for) (?:them|the (?:unit|office|agency|institute|bureau|department))\b|\bthis (?:unit|office|agency|institute|bureau|department|body|organi[sz]ation)'s\b", " "),
    )
)  # fmt: skip
_TABLE_AT = re.compile(
    rf",? ?(?:\b(?:according to|looking at|going by|based on|as (?:shown|listed|given|printed|stated|per)(?: (?:in|by))?|shown in|listed in|printed in|appearing in|as per|per|in|from|under|within|on|of|does|do|by)\b )?(?:\bthe )?\b{TABLE}(?:'s)?(?: (?:shows?|gives?|lists?|prints?|has|states?|table|form|sheet)\b)?[,:]?"
)


def _plain(text: str) -> str:
    """The masked question in lower case, without what is said around it."""
    text = re.sub(r"(?<!\w)[A-Za-z][A-Za-z']*(?!\w)", lambda m: m[0].lower(), text)
    text = re.sub(r"\s+", " ", re.sub(r"[\"“”]", " ", text)).strip()
    for words, told in _TALK:
        text = re.sub(r"\s+", " ", words.sub(told, text)).strip()
    return _trimmed(re.sub(r" +(?=[,.:?']|'s\b)", "", text))


def _trimmed(text: str) -> str:
    return re.sub(r"^[\s,.:;-]+|[\s,.:;?!-]+$", "", re.sub(r"\s+", " ", text))


_BEFORE = re.compile(
    rf"\b(?:(?:the|its|their|a|an|any|all|total|overall|whole|planned|budgeted|annual|combined|lines?|items?|both|project|projects) )*(?:(?:{HEADS}|total|size|amounts|figures|lines|numbers) )(?:that is |that was )?(?:(?:{GIVEN}) )?(?:(?:for|of|on|to|under|against|from|in) )+(?:the )?(?={ITEM})"
)
_BESIDE = re.compile(
    rf"\b(?:(?:the|its|their|both|all|an?|(?:same|two|three|four|\d) (?:lines|items)|lines|items|line|item|row|rows|project|projects) )+(?={ITEM})"
)
_AFTER = re.compile(
    rf"(?P<x>{ITEM})(?: (?:{HEADS}|total(?! how))(?=\s|$|[,?.:'-])(?! (?:more|less|as much|the same)\b))+"
)
_TOGETHER = re.compile(r"combined|total|sum|overall")
_AND_MORE = re.compile(rf"{ITEM}(?:,|,? and|,? plus| \+| &) {ITEM}")


def _folded(text: str) -> str:
    """A question in which each name stands without the nouns around it: `the budget for X`, `the X line` as `X`."""

    def before(m: re.Match[str]) -> str:
        return "combined " if _TOGETHER.search(m[0]) and _AND_MORE.match(m.string, m.end()) else ""

    while (told := _AFTER.sub(r"\g<x>", _BEFORE.sub(before, _BESIDE.sub("", text)))) != text:
        text = re.sub(r"\s+", " ", told)
    return text.strip()


# what is asked --------------------------------------------------------------------------------------------------------

_OF_ALL = re.compile(r"(?P<part>.+?)是(?P<whole>.*(?:总计|合计|总额))的几倍")
"""The ratio of something to all there is: its share."""
_OF_LINES = re.compile(rf"(?:金额|{ITEM})?(?:最|第.[大小])|超过|低于|达到|合计是多少|{ITEM}的合计是多少")
"""What asks of the lines of a table, and of nothing where none is named."""
_BUDGETED = re.compile(
    r"\b(?:was|were|had been) (?:originally |initially )?budgeted\b|\b(?:originally )?budgeted (?:amount|figure|sum)\b|\b(?:initial|original) budget\b"
)

_SPENT_IN_FACT = r"(?:actual(?:ly)?|final(?:ly)?|outturn|executed|spent|in fact)"
_PLANNED = r"(?:budget(?:ed)?|planned|estimated)"
_OF_BOTH = re.compile(rf"\b{_PLANNED}\b.*\band\b.*\b{_SPENT_IN_FACT}\b|\b{_SPENT_IN_FACT}\b.*\band\b.*\b{_PLANNED}\b")
"""What was budgeted, and what was spent of it."""


def _told(read: Masked) -> str:
    """The plain question of a masked one; empty where it is none."""
    text = _plain(read.text)
    years = {m[1] for m in _YEAR.finditer(text)}
    if _ELSEWHERE.search(text) or len(years) > 1:
        return ""
    text = _trimmed(_YEAR.sub(" ", text))
    year = "".join(f"{y}年" for y in years)
    tables = re.findall(TABLE, text)
    whole = _folded(text)
    if not re.fullmatch(ITEM, whole):
        of_two_tables = readings(whole) if len(tables) > 1 else []
        for made, _ in (*of_two_tables, *follow_ups(whole)):
            return read.unmasked(year + made)
    if len(tables) > 1:
        return ""
    column = "预算数" if _BUDGETED.search(text) else "决算数" if re.search(r"\bactual(?:ly)?\b", text) else ""
    column = "预算数和决算数各" if _OF_BOTH.search(text) else column
    text = _folded(_trimmed(_TABLE_AT.sub(" ", text)))
    within = f"{tables[0]}里" if tables else ""
    made = _pattern_of(text, read, table=bool(tables)) or _amount_of(text, column, read)
    return read.unmasked(f"{year}{within}{made}") if made else ""


def _pattern_of(text: str, read: Masked, *, table: bool) -> str:
    """The plain question of the first pattern that fits; empty where none does."""
    for made, said in readings(text):
        if "{column}" in made and _COLUMN.fullmatch(read.unmasked(said["b"])) is None:
            continue
        if not table and ("{table}" in made or _OF_LINES.match(made)):
            continue
        made = re.sub(r"\{\w+\}", "", made)
        if "ratio" in text and (of := _OF_ALL.fullmatch(read.unmasked(made))) is not None:
            return f"{of['part']}占{of['whole']}的比例是多少"
        return made
    return ""


_SUMS = re.compile(
    r"\b(?:together|combined|in all|in total|altogether|overall|add(?:ing|s)?(?: up)?|total(?:led)?(?: up)?|totalling|sum(?: up)?|plus|between them|come to|grand total)\b|\+"
)
_AUXILIARY = re.compile(r"(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b")
_WHETHER_AND_HOW = re.compile(
    rf"is there (?:a |an |any )?(?:(?:{HEADS}) )?(?:(?:for|of|on) )?(?P<a>{ITEM})[,;]? (?:and|if so)[, ]+(?:what|how much)(?: is it)?"
)
_LISTED = re.compile(rf"{LIST}|{ITEM}(?:, {ITEM})+|adding {ITEM} (?:to|and) {ITEM}|{ITEM}(?: ?\+ ?{ITEM})+")


def _amount_of(text: str, column: str, read: Masked) -> str:
    """The amount of one thing, or of several, together or each: where all other words say no more than that."""
    if (m := _WHETHER_AND_HOW.fullmatch(text)) is not None:
        return f"{m['a']}是多少"
    names, rest = re.findall(ITEM, text), re.sub(MASK, " ", text)
    if re.search(r"\d", rest):
        return ""  # a number that has no place in the question: another year, say
    words = re.findall(r"[a-z]+(?:[-'][a-z]+)*", rest)
    known = lexicon().english_amount
    if re.search(r"\b(?:when|if)\b(?! (?:you|we|i)\b)", text):
        return ""  # when it was paid, or what would be
    if not names or re.search(r"[NP]\d+Z", text) or re.search(r"[^\w\s,.:;?'+&=-]", rest):
        return ""
    if any(w not in known for w in words) or (_AUXILIARY.match(text) and not re.search(r"\b(?:how much|what)\b", text)):
        return ""
    unit = next(iter(re.findall(UNIT, text)), "")
    if len(names) == 1 and re.search(
        r"\b(?:and|or) (?:the |its )?(?:expenditures?|spending|incomes?|revenues?)\b", text
    ):
        return ""
    if len(names) == 1 and len(re.findall(r"\b(?:how much|what)\b", text)) > 1:
        return ""  # asked both ways: what was budgeted, and what was spent
    if len(names) == 1:
        gives = re.search(r"\bcontribut|\bbrings? in\b|\bsuppl(?:y|ies)\b", text) is not None
        income = "收入来源里" if gives and any(_FUNDS.search(name) for name in read.names) else ""
        return "" if "+" in text else f"{income}{names[0]}{column}是多少{unit}"
    listed = _LISTED.search(text)
    if re.search(rf"{ITEM}(?:'s)? {ITEM}|of {ITEM}", text) or listed is None:
        return ""
    if len(re.findall(ITEM, listed[0])) != len(names):
        return ""
    if _SUMS.search(text):
        return f"{named(listed[0])}一共多少{unit}"
    each = re.search(r"\b(?:how much|what|amounts?|figures?|budgets|costs)\b", text) is not None
    return f"{named(listed[0])}各是多少{unit}" if each else ""
