"""English questions about what changed since the year before, in the words that Chinese ones are asked in."""

from __future__ import annotations

import re

from qa.words.lexicon import lexicon

_YEAR = r"20\d\d|(?:the )?(?:last|previous|prior|preceding|past) year|(?:the )?year (?:before|earlier)"
_AGAINST = re.compile(
    rf",? ?\b(?P<how>(?:when |as )?compar(?:ed?|es|ing|ison) (?:with|to|against)|in comparison (?:with|to)|relative to|versus|vs\.?|over|than|from|on|against|since|exceed(?:s|ed|ing)?|surpass(?:es|ed)?|above|below|beyond|short of)"
    rf" (?:(?:that|those|the \w+) (?:of|in|for) |in |for |the |its |what (?:it|they) (?:was|were) in |what (?:was|were|had been|has been) (?:actually |really )?(?:executed|spent|budgeted|paid|received|allocated|implemented) in |(?:actual |executed )?(?:figures?|levels?|amounts?|outturns?|outlays?|spending|execution|budget) (?:of|in|for) )*(?P<year>{_YEAR})(?:'s)?"
    r"(?: (?:fiscal|financial) year)?(?:'s)?(?: (?:budget(?:ed)?|figures?|levels?|final accounts?|outturns?|amounts?|actuals?|actual|ones?|outlays?|spending|execut(?:ed|ion)|implement(?:ed|ation)))*(?=[\s,.?)]|$)(?! ?(?:wan|yuan|million|thousand|ten|people|vehicles|cars)\b)",
    re.IGNORECASE,
)
_BEYOND = (
    (re.compile(r"exceed|surpass|above|beyond", re.IGNORECASE), "增加"),
    (re.compile(r"below|short of", re.IGNORECASE), "减少"),
)
_YEAR_ON_YEAR = re.compile(
    r"\b(?:year[- ](?:on|over)[- ]year|yoy|from (?:one|a) year (?:before|earlier))\b", re.IGNORECASE
)
_BETWEEN = re.compile(r",? ?\b(?:between|from) (20\d\d) (?:and|to) (20\d\d)\b", re.IGNORECASE)
_CARRIED = re.compile(
    r"\b(?:carr\w+|brought|left|rolled|remaining)[- ]?(?:over|forward)?s?[\w -]{0,24}$", re.IGNORECASE
)
_CHANGES = tuple(
    (re.compile(rf"\b(?:(?:an?|the|any) )?(?:(?:percentage|annual|yearly|(?<!public )(?<!fund )(?<!funds )(?<!capital )budget|net) )*(?:{words})(?: (?:in|of) (?:the )?)?(?![\w-])", re.IGNORECASE), way)
    for words, way in (
        (r"increase[ds]?|ris(?:es?|en|ing)|rose|grow(?:s|n|th|ing)?|grew|go(?:es|ne)? up|went up|climb(?:s|ed)?|(?:(?<=was )|(?<=were )|(?<=is )|(?<=are )|(?<=been ))(?:raised|lifted|boosted|expanded|stepped up)(?: by)?|(?:raised|lifted|boosted) by|expan(?:d|ded|sion)|growth rate|rates? of (?:growth|increase)", "增加"),
        (r"decrease[ds]?|(?:fall(?:s|en|ing)?|fell)(?! (?:short|below|under|within))|drop(?:s|ped)?|declin(?:e[ds]?|ing)|go(?:es|ne)? down|went down|shr[aiu]nk|contract(?:ed|ion)|(?:(?<=was )|(?<=were )|(?<=is )|(?<=are )|(?<=been ))(?:cut|slashed|trimmed|lowered|scaled back|pared|squeezed|curtailed)(?: (?:by|back|down))*|(?:cut|slashed|trimmed|lowered) by|reductions?|reduced|rates? of (?:decrease|decline)", "减少"),
        (r"(?<!climate )(?:rates? of )?change[ds]?", "增减"),
    )
)  # fmt: skip
_HELD_AGAINST = tuple(
    (re.compile(rf"\b(?:{words})\b", re.IGNORECASE), way)
    for words, way in (
        (r"up|higher|larger|more|bigger|greater", "增加"),
        (r"down|lower|less|smaller|fewer|cut", "减少"),
        (
            r"differ(?:s|ed|ent|ences?)?|develop(?:s|ed|ment)?|evol(?:ves?|ved|ution)|fare[ds]?|var(?:y|ies|ied)|compare[ds]?|comparison|unchanged|(?:the )?same(?: as)?",
            "增减",
        ),
    )
)
"""Words that tell of a change only where another year is named."""
_IN_PERCENT = re.compile(
    r"\bby (?:what|how (?:much|many|large|great))(?: an?)? (?:percentage|per ?cent|percent|rate|proportion|%)(?: points?)?|\b(?:what|which) (?:percentage|per ?cent|percent)(?= (?:increase|decrease|growth|rise|fall|drop|decline|change|reduction))|,? ?\(?\b(?:in|as a) (?:per ?cent(?:age)?|percentage terms|relative terms)\b\)?,?|\bhow (?:fast|quickly|rapidly)\b|\bpercentage(?= (?:increase|decrease|growth|rise|fall|drop|decline|change|reduction))|\brates? of (?=growth|increase|decrease|decline|change)|\bgrowth rate\b",
    re.IGNORECASE,
)
_HOW_MUCH = re.compile(
    r"\bby (?:how much|what (?:amount|sum|figure|margin))\b|\bhow much(?: (?:is|was|were|are|did|does|do|has|have))?\b|\bhow (?=(?:did|does|do|has|have)\b)|\bhow (?:large|far)\b|\bwhat (?:is|was|were|are)\b",
    re.IGNORECASE,
)
_WHETHER = re.compile(r"\W*(?:is|are|was|were|did|does|do|has|have)\b", re.IGNORECASE)
_BY_MORE = re.compile(
    r"\bby (?:(?P<over>more than|over|at least)|(?P<under>less than|under)) (?P<rate>\d+(?:\.\d+)?) ?(?:%|per ?cent\b|percent\b)",
    re.IGNORECASE,
)
_ENDS_IN_CHANGE = re.compile(
    r"\b(?:chang|increas|decreas|gr[oe]w|r[io]se|fall|fell|drop|declin)\w*[\s?.]*$", re.IGNORECASE
)
_BY_WHAT = re.compile(
    r"\bhow (?:much|far|many percent) (?:was|were|is|are|has) [^?]+? (?:cut|slashed|trimmed|lowered|raised|lifted|boosted)(?: by)?\s*(?:[,?.]|$)",
    re.IGNORECASE,
)
_HOW_MUCH_DID = re.compile(r"\bhow much (?:did|has|have|does|do)\b", re.IGNORECASE)


def against_the_year_before(question: str) -> str:
    """A question about a change since the year before, as `… 比上年增减多少`, each of its sentences; another as it is."""
    return "".join(_against(sentence) for sentence in re.findall(r"[^?]+(?:\?\s*|$)|\?", question))


def _against(question: str) -> str:
    if re.search(r"\bwhy\b|\breasons?\b", question, re.IGNORECASE):
        return question
    between = _BETWEEN.search(question)
    against = None if between else next((m for m in _AGAINST.finditer(question) if _holds(question, m)), None)
    yearly = _YEAR_ON_YEAR.search(question)
    named = between or against or yearly
    rest = question if named is None else f"{question[: named.start()]} {question[named.end() :]}"
    way = _way(rest, known=named is not None)
    if way is None and against is not None:
        way = next((w for words, w in _BEYOND if words.match(against["how"])), None)
    if way is None and against is not None and against["how"].lower().startswith(("compar", "in compar", "when", "as")):
        way = "增减"  # how does it compare with last year
    if way is None or (named is None and not _asks(question)):
        return question
    percent = _IN_PERCENT.search(question) is not None
    more = _BY_MORE.search(rest)
    rest = _HOW_MUCH.sub(" ", _BY_MORE.sub(" ", _IN_PERCENT.sub(" ", _YEAR_ON_YEAR.sub(" ", rest))))
    for words, _ in (*_CHANGES, *(_HELD_AGAINST if named else ())):
        rest = words.sub(" ", rest)
    year = between[1] if between else against["year"] if against and against["year"].isdigit() else ""
    later = f"{between[2]}年 " if between else ""
    told = f"比{year}年" if year else "比上年"
    if _WHETHER.match(question):
        if more:
            asked = f"{'增长' if way != '减少' else '下降'}{'超过' if more['over'] else '低于'}{more['rate']}%吗"
        else:
            asked = "有变化吗" if way == "增减" else f"{way}了吗"
    elif percent:
        asked = "下降百分之几" if way == "减少" else "增长百分之几"
    else:
        asked = f"{way}多少"
    rest = re.sub(r"[?？.!,\s]+$", "", rest)
    said = re.findall(r"[^\W\d_]+(?:'\w+)?", rest)
    of_before = re.search(r"\b(?:it|they|that|this|these|those)\b", rest, re.IGNORECASE) is not None
    if (
        not of_before
        and all(w.lower() in lexicon().english_noise for w in said)
        and not any(n.search(rest) for n, _ in lexicon().english)
    ):
        funds = re.search(r"\b(?:appropriation|allocation|grant)s?\b", rest, re.IGNORECASE)
        rest = (
            f"{rest} fiscal appropriation" if funds else f"{rest} total budget"
        )  # nothing is named: by how much did the budget grow
    return f"{later}{rest} {told}{asked} "


def _holds(question: str, against: re.Match[str]) -> bool:
    """Whether a year is one to compare with: not the one that money was carried over from, nor that it is counted on."""
    if against["how"].lower() in ("from", "on", "over", "since") and _CARRIED.search(question[: against.start()]):
        return False
    if against["how"].lower() not in ("from", "on", "over", "against", "since"):
        return True
    return (
        _way(question, known=False) is not None
        or re.search(r"\b(?:up|down|develop\w*|evolv\w+|fared?)\b", question, re.IGNORECASE) is not None
    )


def _way(question: str, *, known: bool) -> str | None:
    """Which way something changed, as the question has it."""
    for words, way in (*_CHANGES, *(_HELD_AGAINST if known else ())):
        if words.search(question):
            return way
    return None


def _asks(question: str) -> bool:
    """Whether a question without another year asks for a change all the same."""
    if _WHETHER.match(question) and (_BY_MORE.search(question) or _ENDS_IN_CHANGE.search(question)):
        return True
    return (
        re.search(
            r"\bby (?:how|what)\b|\bhow fast\b|\bgrowth rate\b|\brates? of (?:growth|increase|decrease|decline|change)\b|"
            r"\b(?:what|how (?:much|large)) (?:is|was|are|were) the (?:\w+ )?(?:increase|decrease|growth|change|rise|fall|reduction|drop)\b|"
            r"\bpercentage (?:increase|decrease|growth|change|rise|fall|reduction|drop)\b|"
            r"\bhow much (?:did|has|have|does|do) [^?]+ (?:chang|increas|decreas|gr[oe]w|r[io]se|fall|fell|drop|declin)\w*[\s?.]*$",
            question,
            re.IGNORECASE,
        )
        is not None
        or _BY_WHAT.search(question) is not None
        or (_HOW_MUCH_DID.search(question) is not None and _ENDS_IN_CHANGE.search(question) is not None)
    )
