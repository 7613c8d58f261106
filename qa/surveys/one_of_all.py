"""What is said or asked of one body among all: whether it is the first, what part of the whole it has, what else the first has."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal

from qa.answer import AnswerOut, Status
from qa.documents.catalog import Document
from qa.surveys.added_up import share_of_all, share_of_first
from qa.surveys.answering import Answering
from qa.surveys.body_follow_ups import of_those_found, one_after_another
from qa.surveys.first_of_kind import first_of_kind
from qa.surveys.idioms import SO_MANY
from qa.surveys.said_so import said_so
from qa.surveys.scope import scope_of
from qa.words.numerals import number_of


def one_of_all(question: str, answering: Answering) -> AnswerOut | None:
    """The answer to what is said or asked of one body among all; None where it is neither."""
    told = first_of_kind(question, answering) or _said_first(question, answering) or _share_of_all(question, answering)
    return told or _first_and_its_own(question, answering)


_ALL_BODIES = r"(?:这|那|全部|所有|全体|全库|库里)*(?:编制?|做)?(?:{number}(?:家|个(?=单位|部门|机构|预算|决算)|份)(?:预算|决算)?(?:单位|机构|部门|文件)?(?:(?:里面?|中|当中)的?)?|(?:各|全部|所有)(?:家|(?:预算|决算)?(?:单位|机构|部门|文件)|家(?:预算|决算)?单位))"
_OF_ALL = re.compile(
    rf"[在于]{_ALL_BODIES.format(number='(?P<many>[一二两三四五六七八九十]+|[0-9]+)')}的?(?:合计|总和|总数|总额|总量|总盘子|之和)(?:数|额)?(?:里面?|里头|中|当中|之中)[,，]?的?(?:所)?占(?:了|到)?的?(?:多少|几成|百分之(?:几|多少)|(?:多大)?的?(?:比例|比重|份额)|比)(?:是|有|为)?(?:多少|多大|百分之几)?"
    rf"|占(?:到|了)?{_ALL_BODIES.format(number='(?P<number>[一二两三四五六七八九十]+|[0-9]+)')}的?(?P<of>[\u4e00-\u9fff“”()]{{2,24}}?)??的?(?:(?:合计|总和|总数|总额|加总|之和|总量|总盘子|加起来)(?:数(?!据)|额)?)*的?(?:多少|几成|百分之(?:几|多少)|(?:多大)?的?(?:比例|比重|份额)(?:是)?(?:多少|多大)?)"
)
"""Words that ask what part of what all bodies have is one's."""
_SO_MANY_BODIES = r"[一二两三四五六七八九十几各\d](?:家|个(?:[\u4e00-\u9fff]{0,8}?(?:单位|部门|机构|中心)|[\u4e00-\u9fff]{1,8}?[局所院馆站]))"
_PART_OF_ALL = re.compile(
    rf"(?:{_SO_MANY_BODIES}|(?:所有|全部|各)(?:的)?(?:单位|机构|部门))(?:单位|机构|部门)?[^,，?？]{{0,24}}?(?:合计|总和|总数|总额|之和|加起来|总量|总盘子|加总)[^,，?？]{{0,8}}[,，]?[^,，?？]{{0,16}}占"
    rf"|占(?:了|到|去)?[^,，?？]{{0,4}}?(?:{_SO_MANY_BODIES}|(?:所有|全部|各)(?:的)?(?:单位|机构|部门))[^,，?？]{{0,24}}?(?:合计|总和|总数|总额|之和|加起来|总量|总盘子|加总)"
)
"""A part of what several bodies have together, however it is worded."""


def part_of_all_unread(question: str) -> bool:
    """Whether a question asks what part of a sum over bodies is somebody's, of what nothing else has read: rules for a document
    find a part of its own sum."""
    return _PART_OF_ALL.search(question) is not None


_WHOSE_PART = re.compile(
    r"^(?:请问)?(?:谁家?|哪(?:一)?(?:家|个)(?:单位|机构|部门)?)的?(?P<item>[^,，?？占]{2,20}?)[,，]?(?P<part>占(?:到|了)?[^,，?？占]{2,24}?)的?(?:比重|比例|份额|百分比|占比)(?:是)?最(?P<way>[高大多低小少])(?:[,，?？](?:是|有|占|又|为|到)*(?:多少|百分之(?:几|多少)|几成))?[?？。]*$"
)
"""Whose part in what all have is the largest: who has the most, and what part that is."""
_ALL_FIRST = re.compile(
    r"^(?P<all>[一二两三四五六七八九十\d]+家(?:单位)?|(?:所有|全部)单位)的?(?P<item>[^,，]{1,14}?)(?:的)?(?:(?:加在一起|加起来|合计|合在一起|总和|之和|总额|总量)(?:里面?|里头|中|当中)?|里面?|里头|中|当中|之中)[,，](?P<who>[^,，]{2,}?)占(?:了|到)?(?:其中)?的?(?P<how>多少|几成|百分之(?:几|多少)|多大(?:的)?(?:比例|比重|份额))[?？]?$"
)
_PAPERS_FIRST = re.compile(
    r"^[在于从]?(?P<all>[一二两三四五六七八九十\d]+份(?:预算|决算|文件|材料)?)的?(?P<item>[^,，哪谁]{1,14}?)(?:的)?(?:合计|总和|之和|总额)?(?:里面?|里头|中|当中|之中)[,，](?P<who>[^,，]{2,}?)占(?:了|到)?(?:其中)?的?(?P<how>多少|几成|百分之(?:几|多少)|多大(?:的)?(?:比例|比重|份额))[?？]?$"
)
_PAPERS = re.compile(r"[一二两三四五六七八九十\d]份")
_WHO_HAVE = re.compile(r"^有(?P<item>[^,，]{2,14}?)的[一二两三四五六七八九十\d]+家(?:单位)?(?:里面?|中|当中)[,，]?")
_FIRST_AND_SHARE = re.compile(
    r"^(?P<item>[^,，?？最]{2,30}?)最(?P<way>[高多大低少小])的?(?:是|那)?(?:一)?(?:哪|家|个|谁)*(?:单位|机构|部门)?[,，?？]占(?:了|到)?(?:它|其|该单位|这家|那家|自己)(?:自己|单位)?的?(?P<whole>[^,，?？]{2,12}?)的?(?:多少|几成|百分之(?:几|多少)|(?:比例|比重)(?:是)?(?:多少)?)[?？]?$"
)
"""Who has the most of something, and what part that is of another thing of its own."""
_FIRST_AND_ITS = re.compile(
    r"^(?P<first>[^,，?？]{2,40}?最[高多大低少小])的?(?:是|那)?(?:一)?(?:哪|家|个|谁)*(?:单位|机构|部门)?[,，?？](?P<its>(?:它|其|该单位|这家(?:单位)?|那家(?:单位)?)的.+)$"
)
_SAID_FIRST = re.compile(
    r"^(?P<what>[^,，?？是]{2,40}?)最(?P<way>[高低多少大小])的(?:单位|机构|部门|一家|那家)?(?:就)?是(?P<body>[^,，?？]{4,}?)[,，]?(?:对不对|对吗|是吗|对吧|吗|吧)[?？]?$"
)
_CROWNED = re.compile(
    rf"(?<=的)(?P<what>[^,，?？的]{{2,30}}?)(?P<among>在?(?:{SO_MANY})(?:里面?|里头|中|当中|之中))[,，]?(?:(?:拔得?|夺得?)头筹|夺冠|夺魁|称冠|独占鳌头|居首位?|(?:位居|名列|位列|高居|排名?)(?:第一|首位|榜首)|(?P<last>垫底|排末位|排(?:在)?最后|敬陪末座))(?=[,，]?(?:对不对|对吗|是吗|对吧|吗|吧))"
)
"""The first place among all, or the last, that one body is said to have in other words (在六家中拔得头筹)."""
_WHETHER_MOST = re.compile(
    rf"(?:是不是|是否)(?:在)?(?:全库|{SO_MANY})(?:里面?|里头|中|当中|之中)?(?:是)?最(?P<way>[高低多少大小])(?:的)?(?:一家|那家|单位)?(?=[?？]?$)"
)
_THAN_EVERY = re.compile(
    r"(?:是不是|是否)?比(?:别家|谁家?|(?:别的|其他|其它|其余|另外|剩下)的?(?:[二三四五六七八九十\d]+|几|各|所有|任何|每)*(?:一)?(?:家|个)?(?:单位|部门|机构)?|(?:任何|每)一?(?:家|个)(?:单位|部门|机构)?)(?:都)(?:还|要|来得)*(?P<way>多|高|大|少|低|小)"
)
"""What one body is said to have more of than each other (比别家都多)."""
_WHETHER_FIRST = re.compile(
    r"^(?:是不是|是否)(?P<body>[^,，?？的]{4,}?)的(?P<what>[^,，?？是]{1,20}?)(?:是)?(?:(?:全库|库里|所有单位|各家)(?:里面?|中)?)?最(?P<way>[高低多少大小])(?:的)?[?？]?$"
)
_IS_SAID_FIRST = re.compile(
    r"^(?P<body>[^,，?？的]{2,}?)的(?P<what>[^,，?？是]{1,40}?)(?:(?:是|在)?(?:全库|(?:整个)?(?:资料)?库|这批(?:单位|文件)?|[这那]?[二三四五六七八九十\d]+(?:家|个单位|个部门)|(?:所有|全部|各)(?:单位|家|机构|部门))(?:里面?|中|当中|之中)?(?:是)?)?(?:是)?(?:最(?P<way>[高低多少大小])(?:的)?(?:一家|那家|单位)?|超过了?(?:其他|其它|别的|其余)(?:所有|全部|各|几家|[一二两三四五六七八九]家)*的?(?:单位|机构|部门|家)?)[,，]?(?:对不对|对吗|是吗|是不是|对吧|吗|吧)[?？]?$|^(?P<of>[^,，?？的]{2,}?)的(?P<item>[^,，?？是]{1,40}?)是(?:不是|否)最(?P<most>[高低多少大小])(?:的)?[?？]?$"
)


_WITHIN_IT = re.compile(r"(?:里面?|里头|当中|之中|(?<=费)中)(?=[\u4e00-\u9fff]{2})")
"""What is said of one thing within another of the same body (三公经费里公务接待费最多)."""


def _said_first(question: str, answering: Answering) -> AnswerOut | None:
    """Whether the body that somebody says has the most, or the least, is the one (三公经费最高的是某某局，对吗); None where
    nothing of the sort is said."""
    question = re.sub(r"[,，]?(?:排名?|排在|位列|位居)?第一的(?=就?是)", "最高的", question)
    question = _CROWNED.sub(lambda m: f"{m['what']}{m['among']}最{'少' if m['last'] else '多'}的", question)
    strictly = _THAN_EVERY.search(question) is not None
    question = _WHETHER_MOST.sub(r"是不是最\g<way>的", question)
    if strictly:
        claim = _THAN_EVERY.sub(r"最\g<way>", said_so(question))
        question = claim if re.search(r"吗[?？]?$", claim) else f"{claim.rstrip('?？。')}，对吗？"
    question = _WHETHER_FIRST.sub(r"\g<body>的\g<what>是最\g<way>的，对吗？", question)
    m = _SAID_FIRST.match(question) or _IS_SAID_FIRST.match(question)
    said = {k: v for k, v in m.groupdict().items() if v} if m is not None else {}
    body, what = said.get("body") or said.get("of", ""), said.get("what") or said.get("item", "")
    named = answering.across.catalog.resolve(body).mentions
    if m is None or len(named) != 1 or (_WITHIN_IT.search(what) and re.search(SO_MANY, question) is None):
        return None
    told = answering.ask(f"哪家单位的{what}最{said.get('way') or said.get('most') or '多'}？")
    head = re.match(r"最[高低]的是 ", told.answer)
    if told.status is not Status.ANSWERED or head is None:
        return told
    first = [n for n, part in enumerate(told.answer[head.end() :].split("；其次 ")) if part.startswith(named[0])]
    sizes = [Decimal(f.amount_yuan or f.value) for f in told.figures]
    alike = sum(size == sizes[0] for size in sizes[: told.answer.count("；其次 ") + 1])
    right = any(sizes[n] == sizes[0] for n in first) and not (strictly and alike > 1)
    yes = "是（并列），" if alike > 1 else "是，"
    return told.model_copy(update={"answer": (yes if right else "不是，") + told.answer})


def _first_and_its_own(question: str, answering: Answering) -> AnswerOut | None:
    """What the body that has the most, or the least, of one thing has of another (会议费最多的单位，它的培训费是多少); None
    where that is not asked."""
    if (share := _FIRST_AND_SHARE.match(question)) is not None and not answering.across.catalog.resolve(
        question
    ).by_name:
        item = re.sub(r"(?:谁|哪[家个](?:单位)?)的?", "", share["item"])
        of_it = f"它的{item}占{share['whole']}的比重是多少？"
        told = answering.ask(f"{share['item']}最{share['way']}的是哪家？")
        part = of_those_found(of_it, [f"{share['item']}最{share['way']}的是哪家？"], answering)
        return one_after_another(told, part) if part is not None else None
    m = _FIRST_AND_ITS.match(question)
    if m is None or answering.across.catalog.resolve(question).by_name:
        return None
    return of_those_found(m["its"], [f"{m['first']}的是哪家？"], answering)


def _share_of_all(question: str, answering: Answering) -> AnswerOut | None:
    """What part of what all have is one body's (占六家合计的百分之几); None where that is not asked."""
    if _PART_OF_ALL.search(question) is not None:
        question = _WHOSE_PART.sub(r"\g<item>最\g<way>的是哪家，\g<part>的百分之几？", question)
    question = _ALL_FIRST.sub(r"\g<who>的\g<item>占\g<all>合计的\g<how>", question)
    question = _PAPERS_FIRST.sub(r"\g<who>的\g<item>占\g<all>合计的\g<how>", question)
    m = _OF_ALL.search(question)
    if m is None:
        return None
    resolved = answering.across.catalog.resolve(question)
    if not resolved.mentions and (ranked := _first_and_its_share(question, m, answering)) is not None:
        return ranked
    if len(resolved.mentions) != 1 or len(resolved.mentions[0]) != 1:
        return None
    item = _WHO_HAVE.sub(r"\g<item>", resolved.without(f"{question[: m.start()]}{question[m.end() :]}"))
    if (item := _of_both(item, m["of"] or "")) == "":
        return AnswerOut(
            answer="没有读懂是哪一项占哪一项：请问“甲的某项占各家某项合计的百分之几”。", status=Status.NOT_FOUND
        )
    number = m["number"] or m["many"]
    told = number and number_of(number)
    documents = _of_kind(m[0], told or 0, answering.across.catalog.documents)
    return share_of_all(
        item,
        resolved.mentions[0][0],
        told or 0,
        documents,
        answering.across,
        answering.view,
        papers=_PAPERS.search(m[0]) is not None,
    )


def _of_both(item: str, whole: str) -> str:
    """The item that is said of one body, or of all of them, or of both (甲的收入占四家收入总计之和); empty where one thing is
    said to be a part of another."""
    own = re.sub(r"[的是在，,、。？?\s]|(?:那|请问)(?=[\u4e00-\u9fff])", "", item)
    if not own or not whole or own in whole or whole in own:
        return whole if len(whole) > len(own) else item
    return item if set(own) & set("车辆") and set(whole) & set("车辆") else ""


_KIND_SAID = re.compile(r"(?:[家份个]|各|全部|所有)的?(?P<kind>预算|决算)")


def _of_kind(said: str, number: int, documents: Sequence[Document]) -> tuple[Document, ...]:
    """The documents that are budgets, or final accounts, where words speak of so many bodies by that and there are so many
    (四家预算单位), or of all of those; else all, as a body that spends is called a 预算单位 whatever it publishes."""
    m = _KIND_SAID.search(said)
    own = tuple(d for d in documents if m is not None and d.kind == ("budget" if m["kind"] == "预算" else "final"))
    bodies = len(own) if _PAPERS.search(said) is not None else len({d.institute for d in own})
    return own if own and number in {0, bodies} else tuple(documents)


_FIRST_FEW = re.compile(
    r"^(?:请问)?(?:(?P<item>[^,，?？哪谁最前]{2,24}?)(?:排名?|排在|位列|位居)?(?:的)?(?:最[高多大])?的?前(?P<few>[二两三四五六七八九]|\d)(?:名|位|家|强|大)?|(?P<what>[^,，?？哪谁最前]{2,24}?)最[高多大]的(?P<first>[二两三四五六七八九]|\d)(?:家|个(?=单位|部门|机构)))(?:的?(?:单位|部门|机构))?的?(?P<same>[^,，?？哪谁最前]{2,24}?)??(?:加起来|合起来|加在一起|合在一起|合计|之和|总和|总共|一共|相加|加总)*(?:的?(?:数|金额|数额))?[,，]?$"
)
"""The first few of a ranking, of whom it is asked what part of the whole they have together (前三名合计占六家总数的比重)."""


def _first_few_and_their_share(few: re.Match[str], asked: re.Match[str], answering: Answering) -> AnswerOut | None:
    """What part of what all have is that of the first few (前三名合计占六家总数的比重); None where it names no item, or
    another whole."""
    item = few["item"] or few["what"]
    whole = asked["of"] or ""
    if (few["same"] and few["same"] not in item) or (whole and whole not in item and item not in whole):
        return None
    number = number_of(asked["number"] or asked["many"] or "") if asked["number"] or asked["many"] else 0
    scope = scope_of(f"各单位的{item}", answering.across.catalog)
    of_all = _of_kind(asked[0], number, scope.documents)
    first = number_of(few["few"] or few["first"])
    return share_of_first(item, first, number, of_all, answering.across, answering.view)


def _first_and_its_share(question: str, asked: re.Match[str], answering: Answering) -> AnswerOut | None:
    """Who has the most, and what part of what all have that is (…最高的是哪家，占六家总和的百分之几); None where no
    ranking is asked."""
    before = question[: asked.start()].rstrip("，,；;。？? ")
    asks = "" if re.search(r"哪|谁", before) else "是哪家"
    if (few := _FIRST_FEW.match(before)) is not None:
        return _first_few_and_their_share(few, asked, answering)
    before = re.sub(r"(?<=最[高低多少大小])的?(?:那|这)?一?(?:家|个)(?:单位)?$", "的", before)
    told = answering.ask(f"{before}{asks}？") if re.search(r"最[高低多少大小]", before) else None
    if told is None or told.status is not Status.ANSWERED or re.match(r"最[高低]的是 ", told.answer) is None:
        return None
    first = answering.across.catalog.by_id[told.citations[0].document]
    over = scope_of(before, answering.across.catalog)
    number = number_of(asked["number"] or asked["many"] or "") if asked["number"] or asked["many"] else 0
    of_all = _of_kind(asked[0], number, over.documents)
    item = re.sub(r"(?:的)?最[高低多少大小].*$", "", over.words)
    part = share_of_all(item, first.institute, number, of_all, answering.across, answering.view)
    if part.status is not Status.ANSWERED:
        return told.model_copy(update={"confidence_note": "；".join(filter(None, (told.confidence_note, part.answer)))})
    return one_after_another(told, part)
