"""English questions over many bodies, in the Chinese frame of the same question: who has most, how many have so much, what
all have together or on average. The item stays in English: `qa.english.in_chinese` names it."""

from __future__ import annotations

import re

BODIES = r"(?:bod(?:y|ies)|institut(?:e|ion)s?|organi[sz]ations?|units?|departments?|agenc(?:y|ies)|disclosures?|documents?|bureaus?|entit(?:y|ies))"
_PLURAL = (
    r"(?:bodies|institut(?:es|ions)|organi[sz]ations|units|departments|agencies|disclosures|documents|bureaus|entities)"
)
_SO_MANY_OF_THEM = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}(?!\d))"
_OF_ALL = rf"(?:(?:all|each|every|any)(?: one)?(?: of)?(?: the| these| those)?(?: {_SO_MANY_OF_THEM})? {BODIES}|(?:the |these |those )?{_SO_MANY_OF_THEM} {_PLURAL}|(?:the|these|those) {_PLURAL})"
_NUMBERS = {"two": "两", "three": "三", "four": "四", "five": "五", "six": "六", "seven": "七", "eight": "八", "nine": "九", "ten": "十", "2": "两", "3": "三", "4": "四", "5": "五"}  # fmt: skip
_PLACES = {"": "", "second": "二", "2nd": "二", "third": "三", "3rd": "三", "fourth": "四", "4th": "四"}
_HAS = r"(?:has|have|had|owns?|owned|holds?|keeps?|spends?|spent|plans?|planned|reports?|reported|receives?|received|budgets?|budgeted|allocates?|allocated|runs?|shows?|lists?|gets?|got|buys?|bought|puts?)"
_ON = r"(?:on|for|to|in|of|as|with|the|its|their)\b"
_LEAST = frozenset(("least", "fewest", "lowest", "smallest", "smaller", "lower", "less", "fewer"))
_FAR = r"(?P<far>most|highest|largest|biggest|greatest|least|fewest|lowest|smallest|(?:larger|higher|bigger|greater|smaller|lower|more|less|fewer)(?![^?]*\b(?:than|or)\b))"
_MOST = re.compile(
    rf"^\W*(?:which|what|who)\b(?: of (?:them|these|those|(?:the|these|those) (?P<of>two|three|four|five|six|[2-6]) (?:[a-z]+ ){{0,2}}?(?P<sort>{_PLURAL})(?= {_HAS})))?(?: (?P<few>two|three|four|five|[2-5]))?(?: {BODIES})?(?: (?:do|does|did))?(?: (?:actually|really|in fact))? {_HAS} (?:the )?(?:(?P<place>second|third|fourth|2nd|3rd|4th)[- ])?{_FAR}(?: (?:money|amount))?(?: {_ON})*(?: number of)? ?(?P<item>[^?.,]+)",
    re.IGNORECASE,
)
_SPENT_ON = re.compile(
    rf"^\W*(?:which|what|who)(?: (?:ones?|of (?:them|these|those|the {_SO_MANY_OF_THEM})|{BODIES}))?(?: (?:actually|really|in fact))? (?:(?:spent|spends?|paid|(?:plans?|planned|expects?|expected|budgeted|intends?) (?:to spend)?)(?: any| some)? ?money|(?:had|has|have|reported|recorded|incurred)(?: any| some)?(?: actual)? (?:spending|expenditure|expenses?|outlays?)) (?:on|for) (?:the )?(?P<item>[^?,]+?)(?:,? and how much(?: (?:was it|is it|did (?:it|they) (?:spend|pay)|was spent|money))?)?\s*[?.]*$",
    re.IGNORECASE,
)
"""Who had any money go to something at all, and how much."""
_THREE_PUBLIC = re.compile(
    r" (?:under|within|as part of|among|in) (?:the |its |their )?[\"“”']?three[- ]public[\"“”']?(?: expenses?| funds?| expenditures?| costs?| items?| table)?(?=\W|$)",
    re.IGNORECASE,
)
_CALLED = {"institutes": "研究所", "bureaus": "局"}
"""What bodies are called in their names, by their sort."""
_BY_HOW_MUCH = re.compile(r",? (?:and )?by how much\s*[?.]*$", re.IGNORECASE)
_BOUND = r"(?P<way>more than|over|above|at least|fewer than|less than|under|below|at most|no more than|exactly|up to) (?P<number>\d+|ten|twenty|two|three|five) (?P<what>(?:official |government )?(?:vehicles|cars)|(?:pieces|sets|items|units) of (?:large )?equipment[^?.,]*)"
_SO_MANY = re.compile(
    rf"^\W*(?P<ask>how many|which|what)(?: of)?(?: the| these| those)?(?: \d+| six| five)? {BODIES} {_HAS} {_BOUND}",
    re.IGNORECASE,
)
_ALL_HAVE = re.compile(
    rf"^\W*(?:(?:is it true that|is it right that|is it the case that) |(?P<do>do|does|did) )(?:all|each|every)(?: (?:of|the|one|these|those|\d+|six|five))* {BODIES} {_HAS} {_BOUND}",
    re.IGNORECASE,
)
_NO = re.compile(
    rf"^\W*(?P<ask>how many|which|what)(?: of)?(?: the| these| those)? {BODIES} (?:(?:has|have|had|own|owns|report|list|budget|show)s? no|(?:do|does|did) not (?:have|own|list|report|budget)(?: any)?|lacks?) (?:single )?(?P<item>[^?.,]+)",
    re.IGNORECASE,
)
_TOTAL = re.compile(
    rf"^\W*(?:what (?:is|was) the|how much is the) (?:(?P<mean>average|mean)|(?:grand |overall |combined )?total|sum of(?: the)?)(?: number of| amount of)? (?P<item>[^?.,]+?) (?:of|for|across|over|among|in|per|owned by|held by|spent by) {_OF_ALL}(?: (?:together|combined|in total|taken together|in (?:this|the) library))*\s*[?.]*$"
    rf"|^\W*(?P<avg>on average, )?how (?:many|much)(?: (?:money|is spent on|was spent on))? ?(?P<of>[^?.,]+?) (?:do|does|did) {_OF_ALL} {_HAS}(?: on)?,?(?: (?:(?P<each>on average)|in total|together|altogether|combined|all told))?\s*[?.]*$"
    rf"|^\W*how many (?P<sum>[^?.,]+?) (?:of|for|across|over|among|in|at|owned by|held by) {_OF_ALL}(?:,? (?:together|combined|in total|taken together|altogether|all told|in (?:this|the) library))*\s*[?.]*$"
    rf"|^\W*(?P<mid>on average,? )?how much(?: money)? (?:do|does|did) {_OF_ALL} {_HAS} (?:on|for) (?P<on>[^?.,]+?),?(?: (?:(?P<ave>on average)|in total|together|altogether|combined|all told))?\s*[?.]*$",
    re.IGNORECASE,
)
_ORDER = re.compile(
    rf"^\W*(?:please )?(?:rank|order|sort|list) {_OF_ALL} (?:by|according to|in order of|on) (?:their |the )?(?:total )?(?P<item>[^?.,]+?)(?:,? (?:from (?:high(?:est)?|larg(?:e|est)|most) to \w+|in descending order|descending))?\s*[?.]*$",
    re.IGNORECASE,
)
_KIND_OF_DOCUMENT = rf"(?:(?:all|the|these|those|of) )*(?:(?P<number>{_SO_MANY_OF_THEM}) )?(?:(?P<year>20\d\d) )?(?:(?P<final>final[- ]accounts?)|budgets?)(?:[- ](?:documents|disclosures|reports|statements|{_PLURAL}))?(?: ?[(（][\u4e00-\u9fff]+[)）])?(?: (?:here|listed|covered|included|(?:in|of) (?:this|the) (?:library|collection)))*"
_TOGETHER = re.compile(r"\b(?:combined|sum|average|mean|together|in total|altogether)\b", re.IGNORECASE)
_ALL = "of all the bodies"
"""What stands for the bodies of one kind where a question adds them up."""
_OF_KIND = (
    (
        rf"^\W*(?:which|what)(?: one)? (?:of|among|in|out of) {_KIND_OF_DOCUMENT}(?: body)?,? (?={_HAS}\b)",
        "which body ",
    ),
    (
        rf"^\W*(?:which|what) (?:budget|(?P<final>final[- ]account(?:s)?))(?: document| {BODIES})? (?P<number>)(?={_HAS}\b|actually|really)",
        "which body ",
    ),
    (
        rf"^\W*(?:among|amongst|of|across|out of|within|in|for|between) {_KIND_OF_DOCUMENT},? (?=(?:which|what) (?:(?:one|{BODIES})\b|of (?:them|these|those)\b|{_HAS}\b)|(?:who|whose)\b|[^,?]*\beach\b)",
        "",
    ),
    (
        rf"\b(?:of|for|across|over|among) {_KIND_OF_DOCUMENT}(?<=s|\)),? (?=(?:together|combined|in total|taken together|altogether)\s*[?.]*$)",
        "of all the bodies ",
    ),
    (
        rf"\b(?:of|for|across|over|among|in|by) {_KIND_OF_DOCUMENT}(?<=s|\))(?=,?(?: (?:together|combined|in total|taken together|altogether))?\s*[?.]*$)",
        _ALL,
    ),
    (rf"\beach (?:one )?of {_KIND_OF_DOCUMENT}", "each body"),
    (
        rf"\bthe (?P<number>{_SO_MANY_OF_THEM}) (?:(?P<final>final[- ]accounts?)|budgets?)[- ]{_PLURAL} each\b",
        "each body",
    ),
)
_OF_ONE_KIND = tuple((re.compile(words, re.IGNORECASE), told) for words, told in _OF_KIND)
"""Words for the bodies of one kind of document, and what stands for them where the kind is said apart."""
_EACH = rf"each(?: (?:one|of (?:them|(?:these|those|the) {_PLURAL})|{BODIES}))"
_IN_ALL = r"(?: in total| overall| altogether| in all)?"
_EACH_ITS_OWN = tuple(
    re.compile(rf"^\W*{words}\s*[?.]*$", re.IGNORECASE)
    for words in (
        rf"how much(?: money)? (?:is|was|were|are|has been|had been) (?:spent|budgeted|planned|allocated|received|set aside|paid|reported){_IN_ALL}(?: {_ON})* ?(?P<item>[^?.,]+?){_IN_ALL},? (?:by|in|for|at|of) {_EACH}",
        rf"how much(?: money)? (?:did|does|do) {_EACH}(?: (?:actually|plan to|expect to))? {_HAS}{_IN_ALL}(?: {_ON})* ?(?P<item>[^?.,]+?){_IN_ALL}",
        rf"how many (?P<item>[^?.,]+?) (?:did|does|do) {_EACH} {_HAS}",
        rf"(?:how much|what|how (?:large|big)) (?:is|was|were|are)(?: (?:the|their))? (?P<item>[^?.,]+?){_IN_ALL},? (?:by|in|for|at|of|reported by|spent by) {_EACH}",
        rf"(?:please )?(?:list|give|show|state|tell me|provide|name)(?: me)?(?: the)? (?P<item>[^?.,]+?){_IN_ALL},? (?:by|in|for|at|of) {_EACH}",
        rf"(?:for|in|by|at) {_EACH},? (?:how much|what|how (?:large|big)) (?:is|was|were|are)(?: the| its)?(?: spent on)? (?P<item>[^?.,]+?){_IN_ALL}",
        rf"each body,? (?:how much|what|how (?:large|big)) (?:is|was|were|are)(?: the| its)? (?P<item>[^?.,]+?){_IN_ALL}",
    )
)
"""What each of many bodies has, side by side."""
_WHOSE = re.compile(
    rf"^\W*whose (?P<item>[^?.,]+?) (?:is|was|are|were) (?:the )?(?:(?P<place>second|third|fourth|2nd|3rd|4th)[- ])?{_FAR}(?:,? and (?:how (?:much|large|many)|what) [^?.,]*)?\s*[?.]*$",
    re.IGNORECASE,
)
_COUNTED = (
    (
        re.compile(
            r"^(?:the )?(?:total |overall )?(?:number of )?(?:official |government )?(?:vehicles?|cars?)$",
            re.IGNORECASE,
        ),
        "车辆",
    ),
    (
        re.compile(r"^(?:the )?(?:number of )?(?:pieces|sets|items|units) of (?:large )?equipment\b.*$", re.IGNORECASE),
        "单价100万元以上设备",
    ),
    (re.compile(r"^(?:the )?(?:total )?(?:government|public) procurement(?: spending)?$", re.IGNORECASE), "政府采购"),
)
"""What is asked of bodies by a name that budgets and final accounts have both, or that is counted."""
_WAYS = {
    "more than": "超过", "over": "超过", "above": "超过", "at least": "至少", "fewer than": "少于", "less than": "少于",
    "under": "少于", "below": "少于", "exactly": "正好",
}  # fmt: skip
_DIGITS = {"ten": "10", "twenty": "20", "two": "2", "three": "3", "five": "5"}


def by_kind(question: str) -> str:
    """An English question over the bodies of one kind of document (among the final accounts, which body …) with the kind
    in Chinese, as documents are chosen by it; any other question as it is."""
    for words, told in _OF_ONE_KIND:
        if (m := words.search(question)) is not None and (told != _ALL or _TOGETHER.search(question) is not None):
            kind = "决算" if m["final"] else "预算"
            number = _NUMBERS.get((m["number"] or "").lower(), m["number"] or "")
            year = f"{m['year']}年" if m.groupdict().get("year") else ""
            who = f"编{kind}的{number}家单位" if number else kind
            return f"({year}{who}) {question[: m.start()]}{told}{question[m.end() :]}"
    return question


def asks_of_each(question: str) -> bool:
    """Whether an English question asks what each of many bodies has."""
    return any(words.match(question) for words in _EACH_ITS_OWN)


def over_bodies(question: str) -> str:
    """An English question over many bodies in the Chinese frame of it; any other question as it is."""
    if (m := _MOST.match(question)) is not None:
        lowest = m["far"].lower() in _LEAST
        most = "最少" if lowest else "最多"
        if m["few"]:
            return f"{_item(m['item'], question)}{most}的{_NUMBERS[m['few'].lower()]}家单位是哪几家"
        if m["place"]:
            return f"哪个单位的{_item(m['item'], question)}第{_PLACES[m['place'].lower()]}{'少' if lowest else '多'}"
        among = f"{_NUMBERS[m['of'].lower()]}家{_CALLED.get((m['sort'] or '').lower(), '单位')}里" if m["of"] else ""
        apart = f"，{most[-1]}多少" if _BY_HOW_MUCH.search(question) else ""
        return f"{among}哪个单位的{_item(m['item'], question)}{most}{apart}"
    if (m := _SPENT_ON.match(_THREE_PUBLIC.sub("", question))) is not None:
        return f"哪些单位有{_item(m['item'], question)}"
    if (m := _SO_MANY.match(question)) is not None and m["way"].lower() in _WAYS:
        who = "几家单位" if m["ask"].lower() == "how many" else "哪些单位"
        number = _DIGITS.get(m["number"].lower(), m["number"])
        item = _item(m["what"])
        return f"{who}的{item}{_WAYS[m['way'].lower()]}{number}{'辆' if item == '车辆' else '台'}的"
    if (m := _ALL_HAVE.match(question)) is not None and m["way"].lower() in _WAYS:
        item, number = _item(m["what"]), _DIGITS.get(m["number"].lower(), m["number"])
        return f"每家单位的{item}都{_WAYS[m['way'].lower()]}{number}{'辆' if item == '车辆' else '台'}，对吗"
    if (m := _NO.match(question)) is not None:
        return f"{'几家' if m['ask'].lower() == 'how many' else '哪些'}单位没有{_item(m['item'])}"
    if (m := _WHOSE.match(question)) is not None:
        way = "少" if m["far"].lower() in _LEAST else "多"
        place = f"第{_PLACES[m['place'].lower()]}" if m["place"] else "最"
        return f"哪个单位的{_item(m['item'])}{place}{way}"
    if (m := next((m for words in _EACH_ITS_OWN if (m := words.match(question)) is not None), None)) is not None:
        return f"各家单位的{_item(m['item'], question)}分别是多少"
    if (m := _TOTAL.match(question)) is not None:
        mean = m["mean"] or m["avg"] or m["each"] or m["mid"] or m["ave"]
        if not m["item"] and not mean and re.search(r"\b(?:each|every)\b", question, re.IGNORECASE):
            return question
        return f"各家单位的{_item(m['item'] or m['of'] or m['sum'] or m['on'], question)}{'平均' if mean else '合计'}是多少"
    if (m := _ORDER.match(question)) is not None:
        return f"各家单位的{_item(m['item'])}从高到低排序"
    return question


_THINGS = frozenset({"车辆", "单价100万元以上设备"})
_SIDE = re.compile(r"^(?:income|revenue|expenditures?|spending|budget)\b", re.IGNORECASE)
"""One side of a body's money, of which all is meant."""
_SPENDS = re.compile(
    r"\b(?:spen[dt]s?|plan(?:s|ned)?|budget(?:s|ed)|allocate[sd]?|pa(?:ys?|id)|puts?)\b(?: the)?(?: (?:most|least|more|less|money))* (?:on|for|to|into)\b",
    re.IGNORECASE,
)


_HOW_MUCH = re.compile(r"\W*(?:on average,? |in total,? )?how much\b", re.IGNORECASE)


def _item(words: str, question: str = "") -> str:
    """What is counted, in Chinese; money by its English name, between spaces: also what is spent on things that are counted."""
    words = re.sub(r"\s*(?:,? and (?:(?:by )?how (?:much|many)|what).*)$", "", words.strip())
    words = f"total {words}" if _SIDE.match(words) else words
    money = _SPENDS.search(question) is not None or _HOW_MUCH.match(question) is not None
    named = (name for known, name in _COUNTED if known.match(words) and not (money and name in _THINGS))
    return next(named, f" {words} ")


_BODY = r"(?:[\u4e00-\u9fff][\u4e00-\u9fff（）()]{3,} ?)?"
"""A body's name in Chinese, or nothing where it was read already."""
_MORE_OF_TWO = (
    r"(?P<way>more|most|larger|largest|higher|highest|bigger|biggest|greater|less|least|fewer|smaller|lower|lowest)"
)
_OF_TWO = (
    (
        rf"\bhow much {_MORE_OF_TWO}(?: money)? (?:did|does|do|has|had|is|was) (?P<a>{_BODY})(?:{_HAS}|spending|putting)(?: (?:on|for|of|in|to|into|as)\b)*(?: (?:the|its)\b)? ?(?P<x>[^?.]+?) than (?P<b>{_BODY})(?=\s*[?.]|\s*$|(?:did|does|do|has|had)\b)",
        "{a}的 {x} 比{b}{way}多少",
    ),
    (
        rf"^\W*(?:which|who)(?: one| body| of (?:them|the two))? {_HAS}(?: the)? {_MORE_OF_TWO}(?: money)?(?: (?:on|for|of|in)\b)*(?: (?:the|number of)\b)* ?(?P<x>[^?.,:]+)[,:]? (?P<a>{_BODY})or (?P<b>{_BODY})(?=\s*[?.]|\s*$)",
        "{a}和{b}哪家的 {x} {way}",
    ),
    (rf"\bby how much (?:does|did|do) (?P<a>{_BODY})(?:'s|’s) (?P<x>[^?.]+?) (?:exceed|surpass) (?:that of )?(?P<b>{_BODY})(?:'s|’s)?(?=\s*[?.]|\s*$)", "{a}的 {x} 比{b}多多少"),
    (
        rf"^\W*(?:across|of|out of|between|among|in|for) (?P<a>{_BODY})(?:and|or) (?P<b>{_BODY}),? ?(?:which|who)(?: one| {BODIES}| of (?:them|the two))?(?: (?:actually|really))? {_HAS}(?: the)? {_MORE_OF_TWO}(?: money)?(?: (?:on|for|of|in)\b)*(?: (?:the|number of)\b)* ?(?P<x>[^?.,]+)",
        "{a}和{b}哪家的 {x} {way}",
    ),
    (
        rf"^\W*(?:which|who)(?: one| body)?,? ?(?:of |out of |between )?(?P<a>{_BODY})(?:and|or) (?P<b>{_BODY}){_HAS}(?: the)? {_MORE_OF_TWO}(?: money)?(?: (?:on|for|of|in)\b)*(?: (?:the|number of)\b)* ?(?P<x>[^?.]+)",
        "{a}和{b}哪家的 {x} {way}",
    ),
    (
        rf"\b(?:what|how (?:much|large|big)) (?:is|was) (?:the )?(?:difference|gap) between (?P<a>{_BODY})and (?P<b>{_BODY})in (?:the |their )?(?P<x>[^?.]+)",
        "{a}和{b}的 {x} 相差多少",
    ),
    (rf"\bby how much (?:does|did|do) (?P<a>{_BODY})(?:exceed|surpass|outspend) (?P<b>{_BODY})(?:in|on) (?:terms of )?(?:the |its )?(?P<x>[^?.]+)", "{a}的 {x} 比{b}多多少"),
    (
        rf"\bhow many times (?:(?:larger|higher|bigger|as (?:large|high|much)) )?(?:is|was|are|were) (?:the )?(?P<x>[^?.]+?) (?:of|at|in) (?P<a>{_BODY})(?:(?:as|so) (?:large|high|big|much) as |larger than |higher than |than )?(?:that|those)(?: of| at| in)? (?P<b>{_BODY})(?=\s*[?.]|\s*$)",
        "{a}的 {x} 是{b}的几倍",
    ),
    (
        rf"^\W*(?:did|does|do|has|had) (?:the )?(?P<a>{_BODY}){_HAS} {_MORE_OF_TWO}(?: money)?(?: (?:on|for|of|in)\b)*(?: (?:the|number of)\b)* ?(?P<x>[^?.,:]+?) than (?:the )?(?P<b>{_BODY})(?:(?:did|does|do|has|had)\b)?(?=\s*[?.]|\s*$)",
        "{a}的 {x} 比{b}{way}，对吗",
    ),
    (
        rf"^\W*(?:is|was|are|were) (?:the )?(?P<x>[^?.,:]+?) (?:of|at|in) (?:the )?(?P<a>{_BODY}){_MORE_OF_TWO} than (?:that|those)? ?(?:of|at|in)? ?(?:the )?(?P<b>{_BODY})(?:'s|’s)?(?=\s*[?.]|\s*$)",
        "{a}的 {x} 比{b}{way}，对吗",
    ),
    (rf"^\W*(?:please )?compare (?:the )?(?P<x>[^?.]+?) (?:of|at|in|between) (?P<a>{_BODY})(?:and|with|to|against) (?:(?:that|those) of )?(?P<b>{_BODY})(?=\s*[?.]|\s*$)", "{a}和{b}的 {x}"),
)  # fmt: skip
_OF_TWO_ASKED = tuple((re.compile(words, re.IGNORECASE), told) for words, told in _OF_TWO)
_LESS = frozenset({"less", "least", "fewer", "smaller", "lower", "lowest"})


def of_two_bodies(question: str) -> str:
    """An English question that holds two bodies with Chinese names against one another, in the Chinese frame of it."""
    for words, told in _OF_TWO_ASKED:
        if (m := words.search(question)) is not None:
            said = m.groupdict()
            way = "少" if (said.get("way") or "").lower() in _LESS else "多"
            a, b, x = said["a"].strip(), said["b"].strip(), _item(said["x"], m[0]).strip()
            return question[: m.start()] + told.format(a=a, b=b, x=x, way=way) + question[m.end() :]
    return question
