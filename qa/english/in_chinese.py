"""English questions, in the Chinese terms that they name."""

from __future__ import annotations

import re
from decimal import Decimal

from qa.english.asks import asked_together
from qa.english.brackets import in_named_table, in_place_of_words, table_first, without_glosses
from qa.english.changes import against_the_year_before
from qa.english.claims import asked_plainly
from qa.english.frames import plainly
from qa.english.grammar import plainly_asked
from qa.english.labels import for_lottery, labels_in, meanings
from qa.english.many import asks_of_each, of_two_bodies, over_bodies
from qa.english.masks import is_english
from qa.english.noted import in_notes
from qa.english.talk import without_talk
from qa.words.lexicon import lexicon

__all__ = ["in_chinese", "is_english"]


def in_chinese(question: str) -> str:
    """An English question in the Chinese terms that it names; what the lexicon does not know stays as it is."""
    if (told := in_notes(re.sub(r"\s+", " ", question), _in_chinese, _named_in_chinese)) != "":
        return told
    return table_first(_in_chinese(question))


def _in_chinese(question: str) -> str:
    question = in_named_table(_COMING_IN.sub("total income", re.sub(r"\s+", " ", question)))
    if not asks_of_each(question) and (told := plainly_asked(question)):
        return told
    question = _SUCH_BODIES.sub(" ", asked_plainly(without_talk(without_glosses(question))))
    question = re.sub(r"(?:\bof )?\b[A-Z][A-Za-z]+(?= ?[(（][\u4e00-\u9fff\s]*[)）])", "", question)  # named in Chinese
    question = of_two_bodies(question)
    asks_what = re.search(r"\b(?:how|what|which|who)\b", question, re.IGNORECASE) is not None
    question = over_bodies(against_the_year_before(plainly(question)))
    question = re.sub(
        r"\b(?:as (?:of|at)|(?:at|by) the end of)\b[A-Za-z0-9 ,]*?20\d\d", "", question, flags=re.IGNORECASE
    )
    years = re.findall(r"(?<![\d.,])\b(20\d\d)\b(?![.,]\d)(?! ?(?:wan|yuan|million|thousand|ten|万|元))", question)
    if years:  # "the total 2024 budget": the year stands between words that belong together
        question = _IN_A_YEAR.sub(" ", question)
        question = f"{years[0]}年 " + re.sub(
            r"\s*(?<![\d.,])\b20\d\d\b(?![.,]\d)(?! ?(?:wan|yuan|million|thousand|ten|万|元))\s*", " ", question
        )
    for words, told in _WHOLE_QUESTIONS:
        question = words.sub(told, question)
    question = re.sub(r" {2,}", " ", _OWNER.sub(_whose, question))
    if not asks_what:
        question = re.sub(r"\b(?:does|do|did) +have\b", " 有没有 ", question, flags=re.IGNORECASE)
    question = _PART_FOR.sub(_of_the_whole, question)
    question = re.sub(r"\b(\d+) (?:official |government )?(?:vehicles|cars)\b", r" 共有\1辆车 ", question)
    if re.search(r"\b(?:vehicles?|cars?|fleet)\b|辆", question, re.IGNORECASE):
        for words, name in _KINDS_OF_VEHICLES:
            question = words.sub(f" {name} ", question)
    question = in_place_of_words(_OF_VEHICLES.sub(" ", _named_in_chinese(_procured(for_lottery(question)))))
    disagree = re.search(r"(?:\bnot|n't) (?:add|match|agree|tally)", question, re.IGNORECASE)
    if disagree is None and (together := asked_together(question.replace(" 有没有 ", " ") if asks_what else question)):
        return together
    question = _ITS_SHARE.sub(" ", question)
    question = _BEYOND.sub(_bound, question)
    question = _MORE_FOR.sub(r"\g<a> 比 \g<b> 多多少", question)
    question = _SHARE_IN.sub(r"\g<part> 占 \g<whole> 比例", question)
    question = _PART_OF.sub(r"\g<part> 占 \g<whole> 比例", question)
    question = _MEANT_FOR.sub(r"\g<whole> 里 \g<part> 有多少", question)
    asked = _FROM.sub(r"\g<part> 占 \g<whole> 比例", question)
    for words, name in _ENGLISH_ASKS:
        asked = words.sub(name, asked)
    if asks_what:  # how many vehicles does it have: not whether
        asked = asked.replace(" 有没有 ", " ")
    if not asks_what and _WHETHER.match(question) and not re.search(r"吗|是否|有没有|多少|几", asked):
        asked = re.sub(r"[?？.!\s]+$", "", asked) + " 吗"
    asked = _OF_PROJECT.sub(_of_project, asked)
    unknown = [w for w in _WORD.findall(asked) if w.lower() not in lexicon().english_noise]
    left = _WORD.sub(" ", asked)
    if not unknown or re.search(r"[(（]\d{3,7}[)）]", left):
        return _SEVERAL.sub(
            r"\g<items> 各是多少", left
        )  # nothing is unknown, or the code in brackets says what is meant
    if (changed := re.search(r"比(?:上|20\d\d)年(?:增|减|下|有)\S*", left)) is not None:
        return f"{' '.join(unknown)} {changed[0]}"  # the change of something that has a name of its own
    if re.search(r"[占比]|哪个项目|里最[高低]的是哪一项|其中", left):
        return " ".join(unknown)  # a part of something else, or what is held against something else
    return " ".join([re.sub(r"[?？.!\s]+$", "", left), *unknown])  # what nobody knows may name something of its own


_COMING_IN = re.compile(
    r"\b(?:money|funds|cash) (?:coming|that (?:comes|came|is coming)|which (?:comes|came)) in\b(?! (?:from|through|as))",
    re.IGNORECASE,
)
_IN_A_YEAR = re.compile(
    r" (?:in|for|during) 20\d\d(?= (?:is|are|was|were|has|have|had|does|do|did|goes|went|comes?|came|makes?|made)\b)",
    re.IGNORECASE,
)
"""The year of what a verb follows: without it, the word before it would stand before what the verb says (income in, carried over)."""
_SUCH_BODIES = re.compile(
    r",? ?\b(?:(?:by|of|for|at|from|in|between|across) )?(?:the|these|those|both) (?:two |three |four |\d )?(?:[a-z]+ ){0,3}(?:institut(?:e|ion)s?|bureaus?|units?|bodies|departments|cent(?:re|er)s?|stations?|organi[sz]ations|agencies|offices)(?:[,:]\s*(?=and\b|[?.,、]|$|[\u4e00-\u9fff])| (?=[\u4e00-\u9fff]{4,}))",
    re.IGNORECASE,
)
"""What bodies are that are named in Chinese next."""
_NAME = r"(?!合计|最[高低多少]|哪个|多少)[\u4e00-\u9fff][\u4e00-\u9fff()（）]*"
_SEVERAL = re.compile(
    rf"^(?P<items>\s*(?:20\d\d年)?\s*{_NAME}\s*(?:(?:,|，|,? 和)\s+{_NAME}\s*)*,?\s+和\s+{_NAME})\s*[?.]*\s*$"
)
"""Things that are only named, one beside the other: each is asked for."""
_OF_PROJECT = re.compile(
    rf"^(?P<year>\s*(?:20\d\d年)?)\s*(?P<many>多少个 +)?(?P<counted>{_NAME}) +[a-z ]*?(?P<of>{_NAME}(?:项目|专项|计划))[a-z ]*[?.\s]*$"
)
"""Something of a project, or how many of it the project is to have."""


def _of_project(m: re.Match[str]) -> str:
    """A project, and what of it is asked."""
    return f"{m['year']}{m['of']}的{m['counted']}{'目标值' if m['many'] or '满意度' in m['counted'] else ''}"


_WHETHER = re.compile(r"\W*(?:20\d\d年 )?\s*(?:is|are|was|were|did|does|do|has|have)\b", re.IGNORECASE)
_WORD = re.compile(r"(?![A-D]类)[A-Za-z'’\-]+")  # the A of A类 is part of a Chinese name


def _named_in_chinese(question: str) -> str:
    """A question with the English names that the lexicon knows in Chinese: of names that overlap the longest, then the
    one that the lexicon has first."""
    found = [
        (m.end() - m.start(), -place, m.start(), m.end(), name)
        for place, (words, name) in enumerate(lexicon().english)
        for m in words.finditer(question)
        if m.end() > m.start()
    ]
    found += [(end - start, -len(lexicon().english), start, end, name) for start, end, name in labels_in(question)]
    kept: list[tuple[int, int, str]] = []
    for _, _, start, end, name in sorted(found, reverse=True):
        if all(end <= s or start >= e for s, e, _ in kept):
            kept.append((start, end, name))
    for start, end, name in sorted(kept, reverse=True):
        question = f"{question[:start]} {name} {question[end:]}"
    return question


_ITS_SHARE = re.compile(
    r"(?<=[\w)]),? and (?:what|which) (?:share|percentage|proportion|percent|fraction)(?: of (?:it|the total|the whole|that))? (?:is|was|does) (?:that|it|this|they)(?: (?:of (?:it|the total|the whole)|represent|make up))?(?=\s*(?:$|[?.]))",
    re.IGNORECASE,
)
"""And what share that is, of what is named nowhere."""
_KINDS_OF_VEHICLES = tuple(
    (re.compile(rf"\b(?:(?<!many )(?:vehicles?|cars?) (?=for|used|assigned|reserved|kept))?(?:(?:for|used (?:by|for|in|as)|assigned to|reserved for|kept for) )*(?:the )?(?:{words})(?: (?:vehicles?|cars?))?(?![\w-])", re.IGNORECASE), name)
    for words, name in (
        (r"(?:retired|veteran)(?: (?:cadres?|officials?|officers?|staff|personnel|employees|leaders?|civil servants?))+(?:'s?)?|retirees'?", "离退休干部用车"),
        (r"(?:(?:main|principal|key|chief) )?(?:(?:leading|senior|top|principal|high-ranking|main) (?:officials?|cadres?|leaders?|executives?)|leadership|leaders|executives)(?:'s?)?(?: (?:use|duties))?", "主要领导干部用车"),
        (r"confidential (?:correspondence|communications?|documents?|mail|messages?)", "机要通信用车"),
        (r"emergenc(?:y|ies)(?: (?:support|response|use|duty|services?|purposes?))?", "应急保障用车"),
        (r"law[- ]enforcement(?: and (?:patrol|duty))?(?: (?:duty|duties|purposes?))?", "执法执勤用车"),
        (r"(?:special(?:i[sz]ed|ist)?(?:[- ]purpose)?(?:,| and| or)?(?:[ -](?:(?:and|or) )?(?:professional|technical))+|special[- ]purpose)(?: (?:use|uses|purposes?|work|duties|tasks?|functions?))?", "特种专业技术用车"),
        (r"(?:all )?(?:other|miscellaneous) (?:uses|purposes|duties)", "其他用车"),
    )
)  # fmt: skip
"""What vehicles are for; in questions that speak of vehicles."""
_OF_VEHICLES = re.compile(
    r"共有几辆车(?=[a-z\s]*(?:(?:主要)?领导|机要|应急|执法|特种|其他|离退休)[\u4e00-\u9fff]*用车)"
)
"""How many vehicles: said again by the kind that is named."""
_PROCURED = re.compile(
    r"\b(?:(?:planned )?(?:(?:government |public )?procurement|purchas(?:es?|ing)|buying)(?: budget| spending)? (?:(?:of|for) )?(?:the )?)?"
    r"(?P<kind>(?:construction |engineering )?works?(?! (?:of|units?|on|for))|goods|(?<!public )services)\b(?: (?:(?:through|via|by|under) (?:the )?(?:government |public )?)?procurement\b| (?:procured|purchased|bought|acquired)(?: (?:by|through|under|via) (?:the )?government(?: procurement)?)?)?(?! expen)",
    re.IGNORECASE,
)
_OF_PROCUREMENT = re.compile(r"\bprocure|\bpurchas|\bgoods, (?:construction )?works", re.IGNORECASE)
_IN_PROCUREMENT = re.compile(
    r"\b(?:in|within|under|of|for) (?:the |its )?(?:government |public )*procurement(?: (?:budget|plan|spending))?\b",
    re.IGNORECASE,
)
_KIND_ALONE = re.compile(
    r"\W*(?:and |so |then )*(?:(?:what|how) about |how much )?(?:is |was |went |goes )?(?:for |on |to |of )?(?:the )?(?P<kind>goods|services|(?:construction |engineering )?works)\W*",
    re.IGNORECASE,
)


def _procured(question: str) -> str:
    """A question with goods, works and services by their names where it is about procurement, or names nothing else."""
    if (alone := _KIND_ALONE.fullmatch(question)) is not None:
        return f" {_kind(alone['kind'])} 呢"
    if _OF_PROCUREMENT.search(question) is None:
        return question
    named = _PROCURED.sub(lambda m: f" {_kind(m['kind'])} ", question)
    if named == question or re.search(
        r"\b(?:share|proportion|percent|fraction|portion|part of)", question, re.IGNORECASE
    ):
        return named
    return _IN_PROCUREMENT.sub(" ", named)  # their names say so


def _kind(said: str) -> str:
    """What goods, works or services are called in Chinese."""
    return {"goods": "政府采购货物", "services": "政府采购服务"}.get(said.lower(), "政府采购工程")


_WHOLE_QUESTIONS = tuple(
    (re.compile(words, re.IGNORECASE), told)
    for words, told in (
        (r"\bwhat (?:is|does|item is|account is)(?: the)?(?: meaning of)?(?: budget)?(?: item| account| subject)? (?:code|number) (\d{3,7})(?: (?:stand for|mean|refer to))?", r" 科目\1是什么 "),
        (r"\bwhat (?:do|does|did) (?P<x>[^?.]+?) (?:mean|stand for|refer to|cover)\b", r" 什么是 \g<x> "),
        (r"\b(?:what is (?:meant by|the (?:meaning|definition) of)|define|(?:meaning|definition) of) (?P<x>[^?.]+)", r" 什么是 \g<x> "),
        (r"\bwhat does(?: (?:it|(?:the|this) \w+))? (?:mainly |actually )?do\b|\b(?:main |major |principal )?(?:duties|responsibilities|functions|mandate|mission)\b(?: of)?(?: (?:the|this) (?:institute|unit|department|bureau|centre|center|station|office))?", " 主要职责 "),
        (r"^\W*(?P<a>[^?.,:]+?) (?:versus|vs\.?|or|against|and) (?P<b>[^?.:]+?)[:,;-] ?(?:which|what)(?: (?:one|of (?:them|the two)))?(?: (?:is|was|are|were|costs?))?(?: the)? (?:larger|higher|bigger|greater|more)(?:,? (?:and )?by how much)?(?=\s*(?:$|[?.]))", r" \g<a> 和 \g<b> 哪个多 "),
        (r"\b(?:which|what) (?:one )?is (?:larger|higher|bigger|greater|more)\b[,:]? (?:the )?(?P<a>[^?.,]+?),? or (?:the )?(?P<b>[^?.]+)", r" \g<a> 和 \g<b> 哪个多 "),
        (r"\b(?:is|are|does|do) (?:the )?(?P<a>[^?.]+?) (?:equals?(?: to)?|the same as|match(?:es)?|agrees? with|consistent with|identical (?:to|with)) (?:the )?(?P<b>[^?.]+)", r" \g<a> 与 \g<b> 一致吗 "),
        (r",? (?:and )?how (?:much|many)(?: (?:is|was|are|were) (?:it|that|they)\b)?(?= *[?.]?$)", ""),
        (r"\bthe (?P<way>largest|highest|greatest|biggest) number of\b", " the most "),
        (r"\bthe (?:smallest|lowest) number of\b", " the fewest "),
        (r"\bhow much (?:larger|higher|more|bigger|greater) (?:is|was|are|were) (?:the )?(?P<x>[^?.]+?)(?: (?:of|at|in|for))? *than (?:that|those|the one)(?: (?:of|at|in|for))?", r" \g<x> 比多多少 "),
        (r"\bwhat (?:share|percentage|proportion|percent) (?:is|are) (?:the )?(?P<a>[^?.]+?) (?:of|in) (?:the )?(?P<b>[^?.]+)", r" \g<a> 占 \g<b> 比例 "),
        (r"\bhow much of (?:the )?(?P<a>[^?.]+?) (?:is|are|was|comes?|came) not (?:paid |funded |financed |covered )?(?:from|by|out of) (?:the )?(?P<b>[^?.]+)", r" \g<a> 里有多少不是由 \g<b> 安排的 "),
        (
            r"[,;]? *\b(?:and )?how much of (?:it|that|this|which|them) (?:is|was|are|were|went|goes|has been)?(?: spent| used| allocated| set aside)? *(?:for|on|to) goods",
            " 多少,其中政府采购货物多少 ",
        ),
        (
            r"[,;]? *\b(?:and )?how much of (?:it|that|this|which|them) (?:is|was|are|were|went|goes|has been)?(?: spent| used| allocated| set aside)? *(?:for|on|to) works",
            " 多少,其中政府采购工程多少 ",
        ),
        (
            r"[,;]? *\b(?:and )?how much of (?:it|that|this|which|them) (?:is|was|are|were|went|goes|has been)?(?: spent| used| allocated| set aside)? *(?:for|on|to) services",
            " 多少,其中政府采购服务多少 ",
        ),
        (
            r"[,;] *(?:and )?how much of (?:it|that|this|which|them) (?:is|was|are|were|went|goes|has been)?(?: spent| used| allocated| set aside)? *(?:for|on|to) (?P<x>[^?.]+)",
            r" 多少,其中 \g<x> 多少 ",
        ),
        (
            r"[,;]? *\b(?:and )?how many of (?:them|these|those) (?:are|were|is|was) (?:for |used for |used as )?(?P<x>[^?.]+)",
            r" ,其中 \g<x> 几辆 ",
        ),
        (
            r"[,;]? *\b(?:and )?how (?:is|was|does|did|do|are) (?:it|this|that|they) (?:split|divided?|broken down|break down|allocated|shared|distributed)(?: up)? (?:among|between|into|by) goods, (?:construction )?works,? and services",
            " 多少,其中政府采购货物、政府采购工程、政府采购服务各是多少 ",
        ),
        (
            r"\bby how much (?:did|does|do|was|is|were) (?:the )?(?:actual )?(?P<a>[^?.]+?) (?:spending |expenditures? |expenses )?(?:fall|falls|stay|stays|come|comes|came|remain)?(?:ed)? ?(?:short of|below|under|less than|lower than) (?:its|the|their) budget",
            r" \g<a> 决算比预算少多少 ",
        ),
        (
            r"\bby how much (?:did|does|do|was|is|were) (?:the )?(?:actual )?(?P<a>[^?.]+?) (?:spending |expenditures? |expenses )?(?:exceed|exceeds|go over|above|over|more than|higher than) (?:its|the|their) budget",
            r" \g<a> 决算比预算多多少 ",
        ),
        (r"\b(?:which|what) projects?\b(?= (?:has|have|gets?|receives?|is|with)\b)", " 哪个项目 "),
        (
            r"\b(?:is|are|was|were) (?:the )?(?P<a>(?:(?!worth|valued|priced)[^?.])+?) (?:higher|larger|more|greater|bigger) than (?:the )?(?P<b>(?!\d)[^?.]+)",
            r" \g<a> 比 \g<b> 多吗 ",
        ),
        (
            r"\b(?:is|are|was|were) (?:the )?(?P<a>[^?.]+?) (?:lower|less|smaller|fewer) than (?:the )?(?P<b>(?!\d)[^?.]+)",
            r" \g<a> 比 \g<b> 少吗 ",
        ),
        (r"\b(?:does|do|is|are|will)\b(?=[^?.]{0,40}\b(?:plan(?:ning|s)?|intend(?:ing|s)?|going|expect(?:ed|s)?) to\b)", " 有没有 "),
        (r"\b(?:list|name|what are) (?:all )?(?:the )?(?:performance )?indicators (?:of|for) (?:the )?(?P<x>[^?.]+)", r" \g<x> 有哪些指标 "),
    )
)  # fmt: skip
"""Questions whose order of words is another in Chinese; what they name is put into Chinese afterwards."""

_BEYOND = re.compile(
    r"\b(?:(?P<over>above|over|more than|greater than|exceed(?:s|ing)?|higher than)|(?P<under>below|under|less than|fewer than|lower than)) (?P<number>\d[\d,]*(?:\.\d+)?) ?(?P<scale>million|billion|thousand|wan)? ?yuan\b",
    re.IGNORECASE,
)
_SCALES = {"": 1, "thousand": 1_000, "wan": 10_000, "million": 1_000_000, "billion": 1_000_000_000}


def _bound(m: re.Match[str]) -> str:
    """An amount that others are held against, in 元."""
    number = Decimal(m["number"].replace(",", "")) * _SCALES[(m["scale"] or "").lower()]
    return f" {'超过' if m['over'] else '低于'}{number.normalize():f}元 "


_OWNER = re.compile(
    r"\bthe (?:(?!(?:of|in|for|on|at|by|to|from|is|was|does|did|do|the|or)\b)[a-z'-]+ ){1,4}and (?:(?!(?:of|in|for|on|at|by|to|from|is|was|does|did|do|the|or|and)\b)[a-z'-]+ ){1,3}(?:bureau|commission|department|committee|administration|centre|center|institute|station)(?:'s)?(?![a-z])"
    r"|\b(?:the|this|that|its) (?!(?:\w+ )?(?:branch|regional|field|overseas|local|satellite|subordinate|affiliated|other|second|rural|neighbou?ring)\b)(?:(?!(?:of|in|for|on|at|by|to|from|is|was|does|did|do|the|and|or)\b)[a-z']+ ){0,4}?(?:bureau|palace|hospital|college|university|office|station|cent(?:re|er)|institute|institution|department|commission|agency|museum|school|academy|gallery|kindergarten|library|archives?|laboratory|authority|administration|sub-?district|street)(?:'s)?(?![a-z])(?! (?:education|expenses?|costs?|suppl|equipment))",
    re.IGNORECASE,
)


def _whose(m: re.Match[str]) -> str:
    """Nothing in place of whose it is; as it is where the words are a name of the classification."""
    named = any(end == len(m[0]) and " " in m[0][start:end] for start, end, _ in labels_in(m[0]))
    another = re.search(r" (?!(?:County|District|City|Municipal|Provincial|National)\b)(?P<word>[A-Z][a-z]+)", m[0])
    proper = (
        another is not None and not meanings(another["word"].lower()) and not _OWNER.fullmatch(f"the {another['word']}")
    )
    return m[0] if named or proper else " "


_MORE_FOR = re.compile(
    r"\bhow much (?:more|higher|larger|bigger)(?: money)? (?:is|was|are|were|goes?|went) (?:budgeted|planned|spent|allocated|allotted|set aside|earmarked|paid|the)?\s*(?:for|on|to)?\s*(?P<a>[^?.]+?) than (?:the )?(?:for |on |to )?(?P<b>[^?.,]+)",
    re.IGNORECASE,
)
_PART_FOR = re.compile(
    r"\bhow much of (?:the |its )?(?P<whole>government procurement(?: budget)?|procurement(?: budget)?) (?:is|was|are|were|goes|went)(?: set aside| earmarked| planned| budgeted| allocated| spent| meant)? (?:for|on|to) (?P<part>goods|services|(?:construction |engineering )?works?|construction|engineering)",
    re.IGNORECASE,
)


def _of_the_whole(m: re.Match[str]) -> str:
    """A part of procurement by the name that it has of its own."""
    kinds = {"goods": "货物", "services": "服务"}
    return f" 政府采购{kinds.get(m['part'].lower(), '工程')}预算 "


_ENGLISH_ASKS = tuple(
    (re.compile(words, re.IGNORECASE), name)
    for words, name in (
        (
            r"\bhow many(?: of (?:the|these|those))?(?: (?!research|administrative|management|internal|functional|support)\w+)? (?:institutions?|institutes?|organi[sz]ations|bodies|disclosures|documents|reports|units|departments)\b",
            " 多少家单位 ",
        ),
        (r"\bhow many(?! (?:yuan|wan|ten|hundred|million|thousand))\b", " 多少个 "),
        (r"\bwhat (?:share|percentage|proportion|fraction|percent) of\b", " 占比 "),
        (r"\b(?:share|percentage|proportion) of\b|\bas a (?:share|percentage) of\b", " 占 "),
        (r"\b(?:and|plus)\b|&", "和"),
        (r"\b(?:in total|altogether|combined|(?:taken |added |put )?together(?! with)|sum of|total of)\b", " 合计 "),
        (r"\b(?:how much|how many|what is|what was|what are)\b", " "),
        (
            r"\bwh(?:ich|at) (?:of (?:these|those|the) )?(?:(?:two|three|four|five|six|seven|eight|nine|ten|\d+) )?(?:institut(?:e|ion)s?|organi[sz]ations?|bod(?:y|ies)|documents?|disclosures?|units?|departments?|bureaus?|cent(?:re|er)s?|agenc(?:y|ies))\b|\bwho\b",
            " 哪个单位 ",
        ),
        (r"\b(?:each|every|all) (?:institutes?(?:'s)?|units?(?:'s)?|departments?(?:'s)?)", " 各单位 "),
        (r"\bthe (?:most|highest|largest|biggest)\b", " 最高 "),
        (r"\bthe (?:least|lowest|smallest|fewest)\b", " 最低 "),
        (r"\bthan\b", "比"),
        (r"\bwhy\b", " 为什么 "),
        (
            r"\b(?:(?:n't|not) adds? up|adds? up(?=\s*[?.]?\s*$)|mistakes?|errors?|inconsisten\w+|discrepanc\w+|(?:n't|not) match)\b",
            " 对不上 ",
        ),
        (
            r"\b(?:is|are|does|do|did|has|have) (?:there|the institute|it)(?: have)?\b|\b(?:did|does|do|has|have)\b(?=[^?.]{0,60}\b(?:spen[dt]|paid?y?|used?|budget(?:ed)?|received?|earn(?:ed)?) (?:any|some)\b)",
            " 有没有 ",
        ),
        (r"\b(?:compared (?:with|to)|over|from) (?:last year|the previous year|20\d\d)\b", " 比上年增减 "),
    )
)
_SHARE_IN = re.compile(
    r"\b(?:what(?: is|'s) )?the (?:share|percentage|proportion|part) of (?:the )?(?P<part>[^?.]+?) (?:in|within|out of) (?:the )?(?P<whole>[^?.]+)",
    re.IGNORECASE,
)
_PART_OF = re.compile(
    r"\bwhat (?:share|percentage|proportion|fraction|percent) of (?:the )?(?P<whole>.+?) (?:is|was|are|were|goes to|comes from|came from|does) (?P<part>[^?.]+)",
    re.IGNORECASE,
)
_FROM = re.compile(
    r"\bhow much of (?:the )?(?P<whole>.+?) (?:comes?|is|are|came|was|were) (?:from|paid by|funded by|paid from|financed by) (?P<part>[^?.]+)",
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(
    r"\bhow much of (?:the )?(?P<whole>[^?]+?) (?:is|are|was|were) (?:meant |used |set aside |earmarked )?for (?P<part>[^?.]+)",
    re.IGNORECASE,
)
