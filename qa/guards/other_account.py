"""Whether an amount is of the account that a question asks for: a budget is not what was spent in the end, nor final accounts what
was budgeted, what is left of a budget or what is paid of it by now."""

from __future__ import annotations

import re

from extract.text import folded
from qa.answer import AnswerOut, Outcome, Status
from qa.documents.catalog import Catalog
from qa.documents.figures import Figure, View
from qa.english.masks import is_english
from qa.guards.within_year import another_time, of_another_time
from qa.terms.resolve import measure_of
from qa.words.operations import Operation

_OF_BOTH = re.compile(r"(?:决算|执行|实际|花|用了|支出).*预算|预算.*(?:决算|执行|实际|花|用了|支出)|分别|各|比")
"""Words that ask for a budget and for what became of it, one beside the other."""


def asking(question: str, part: str = "") -> str:
    """What a question asks, without what it only tells: the clauses that ask, and those too short to tell anything. `part`: the one
    of its sentences that is meant, as it was read; a budget that is only read into it is none that is asked for."""
    if part and not is_english(question):
        return asking(part if "预算" in question else part.replace("预算", ""))
    text = question if is_english(question) else folded(question)
    clauses = re.findall(r"[^,，。;；!！\n]+[,，。;；!！\n]*", text)
    asks = [c for c in clauses if _ASKS.search(c) or (len(c) <= _BRIEF and not _TELLS.search(c))]
    said = is_english(question) or not any(_ASKS.search(c) and not _TAG.fullmatch(c) for c in asks)
    return text if said else "".join(asks)


_ASKS = re.compile(r"多少|几|哪|什么|[吗么呢吧]|是否|有没有|是不是|[?？]")
_TAG = re.compile(
    r"(?:这个?|这种)?(?:说法|数字?)?(?:是|对|属实|真|没错|正确|准确|成立|是真|确实|这样|这么回事|的|不)*(?:吗|么|吧|对不对|是不是|是否属实|对否)?[?？,，。!！]*"
)
"""What asks whether that is so which stands before it."""
_BRIEF = 14
_TELLS = re.compile(r"说|知道|写|问|查|听|看|讲|称|传|报道|不要|别")


def of_another_account_or_time(said: str, operation: Operation, outcome: Outcome, view: View) -> Outcome | None:
    """That a document has not what is asked for, of the account and the time that it is asked for; None where it has. `said`:
    what the question asks, in its own words."""
    english = is_english(said)
    return of_other_account(said, outcome, view, english=english) or of_another_time(
        said, operation, outcome, view, english=english
    )


def of_another_among_many(question: str, answer: AnswerOut, catalog: Catalog) -> AnswerOut:
    """An answer that is made of several documents, or that it is not found where they have not what is asked for, of the account
    and the time that it is asked for."""
    if answer.status is not Status.ANSWERED or not any(f.amount_yuan for f in answer.figures):
        return answer
    kinds = {d.kind for c in answer.citations if (d := catalog.by_id.get(c.document)) is not None}
    said = asking(question)
    why = ""
    if (when := another_time(said)) and when not in answer.answer:
        why = f"文件里的金额都是全年的，没有“{when}”的数字。"
    elif "budget" in kinds and (m := _among_many(said)) and not re.search(r"结转|结余|执行", answer.answer):
        why = f"预算里只有安排的数，没有“{m}”的数。"
    return AnswerOut(answer=why, status=Status.NOT_FOUND) if why else answer


def _among_many(said: str) -> str:
    """Words that ask several documents what became of their budgets; empty where none do."""
    said = re.sub(r"决算[^,，。]*(?:按|看|取|用|是)实际", "", said)  # of those that have it
    found = (p.search(said) for p in (_LEFT, _LEFT_MOST, _STRUCK, _ACTUALLY, _ALREADY, _SO_FAR))
    return next((m[0] for m in found if m is not None), "")


_LEFT_MOST = re.compile(r"(?:还|尚)(?:剩|余)(?:下|余)?(?:的|得)?最[多少]")


def of_other_account(said: str, outcome: Outcome, view: View, *, english: bool) -> Outcome | None:
    """That a document has no amount of the account that is asked for, where what was found is of its own; None where it is what
    is asked. `said`: the question with the document's names as they are, as far as it asks (`asking`)."""
    sources = [f for s in outcome.stated for f in s.sources]
    if not outcome.found or not sources:
        return None
    if not any(f.yuan is not None for f in sources):
        bought = view.disclosure.meta.kind == "budget" and re.search(r"购置|安排|计划", sources[0].row)
        why = "这份文件是预算，没有说实际做了没有。" if bought and _ACTUALLY.search(said) else ""
        return Outcome(Status.NOT_FOUND, why, cited=[], certain=True) if why else None
    if not _OF_BOTH.search(said):
        sources = list(outcome.stated[0].sources)
    final = view.disclosure.meta.kind == "final"
    if english:
        why = _english(said, sources, final=final, worked_out=_is_worked_out(outcome))
    elif final:
        why = _not_budgeted(said, sources) or _used_up(said) or _not_left(said, outcome, sources)
    else:
        why = _not_carried_out(said, outcome, sources, view)
    return Outcome(Status.NOT_FOUND, why, cited=[], certain=True) if why else None


_BUDGET = re.compile(
    r"(?<!公共)(?<!基金)(?<!资本经营)(?<!三本)预算(?!单位|绩效|科目|公开|管理|编制|法|外(?!的)|执行|财政拨款|拨款|(?:收支|收入|支出)?(?:明细)?总?表)"
)
"""A budget as an amount; 一般公共预算 and its like are kinds of money, 预算单位 and its like no amounts."""
_INTENDED = re.compile(
    r"(?:年初|原本|原先|原来|当初|本来|事先)(?:就|是)?(?:打算|计划|准备|安排|定|批|预计|给)|(?:打算|计划|准备|预计)(?=花|用|支出|开支)"
)
_ADJUSTED = re.compile(r"调整(?:后|过|了|之后|以后)*的?(?:全年)?预算|预算(?:的)?(?:中期)?调整|(?:调整|追加)(?:预算)?数")
_CARRIED_OUT_OF_IT = re.compile(
    r"预算归预算|不(?:是|要|看|问)(?:年初)?预算|真正|实际(?:上)?(?:花|用|支|开支|发生)|完成|执行|(?:花|用|占)(?:掉|去|完|光|了)*(?:年初)?的?预算"
    r"|预算[^,，?？]{0,8}\d[^,，?？]*[,，][^,，?？]{0,6}(?:最后|最终|结果|到底|究竟)[^,，?？]{0,4}(?:花|用|支出|开支)"
)


def _not_budgeted(said: str, sources: list[Figure]) -> str:
    """Why final accounts do not tell a budget: none of what was found is one, or none is the adjusted one."""
    if _ADJUSTED.search(said) and not any("调整" in f"{f.row}{f.header}" for f in sources):
        return "这份决算没有印出这一项调整后的预算数。"
    told = any(f.measure == "budget" or _BUDGET.search(f"{f.row}{f.header}") for f in sources)
    asks = _BUDGET.search(said) is not None or _INTENDED.search(said) is not None
    if told or not asks or _CARRIED_OUT_OF_IT.search(said):
        return ""
    return "这份决算没有印出这一项的预算数。"


def only_spent(words: str, outcome: Outcome) -> bool:
    """Whether final accounts among other documents are asked for what was budgeted (政府采购预算总额), and what they have is what
    was spent: it is no budget, and stands among none."""
    sources = list(outcome.stated[0].sources) if outcome.stated else []
    money = any(f.yuan is not None for f in sources)
    return money and _OF_BOTH.search(words) is None and bool(_not_budgeted(words, sources))


_USED_UP = re.compile(
    r"(?:结转|结余|转来的钱?)(?:资金|的钱|来的)?[^,，]{0,4}?(?:用|花|使用|消化|消耗|支|动用)(?:掉|去|完|光|出去|了)+(?:多少|几)"
)


def _used_up(said: str) -> str:
    """Why it is not told how much of what was carried over has been used: only how much it was is printed."""
    return "文件只印出结转结余的数，没有说用掉了多少。" if _USED_UP.search(said) else ""


_UNSPENT = re.compile(
    r"(?<!有)(?:没有?|未|尚未|未能?|没能)(?:花|用|使|动用?|支出?|执行|使用|支付|消耗|消化)(?:得|到|出去|掉|完|光|了)*(?:的(?:那?部分|钱|预算|资金|经费|额度)?)?(?:是|有|为)?(?:多少.*|几.*)?[?？。!！]*$"
)


def _not_left(said: str, outcome: Outcome, sources: list[Figure]) -> str:
    """Why final accounts do not tell what of an amount was not spent: all of it was found, and nothing that is left."""
    of_it = _UNSPENT.search(said) is not None and re.search(r"多少|几", said) is not None
    if not (of_it or _UNSPENT_MONEY.search(said)) or _is_worked_out(outcome):
        return ""
    brought = re.search(r"结转|结余", said) is not None and _any(_BROUGHT_IN, sources)  # all of what was carried over
    return "" if _any(_LEFT_OVER, sources) and not brought else "文件里没有印出这一项没有用掉多少。"


_UNSPENT_MONEY = re.compile(
    r"(?:没有?|未)(?:花|用|执行|支出|使用)(?:完|掉|出去|光)?的(?:那?部分|钱|预算|资金|经费|额度)"
)
_BROUGHT_IN = re.compile(r"年初|上年")


_PLANNED_SO = r"(?:列|填|安排|编|批|预算|占|写|印|记|需要?|要|有效)"
_ON_PEOPLE = r"(?:用|花|落|发)(?:在|到|给|于)了?(?:人|职工|员工|个人)"
"""What is truly for the people, of all that is planned."""
_ACTUALLY = re.compile(
    rf"(?:真正|真实|确实)(?!{_ON_PEOPLE})(?:花|用|支|开支|发|付)|实际(?!{_ON_PEOPLE}.{{0,3}}的)(?!上?的?(?:一共|共|总共|只|就|都)?(?:{_PLANNED_SO}|[,，]|我|想))"
)
_ALREADY = re.compile(
    r"(?:已经?|业已|早已)(?!知|经|公|披露|列|编|安排|予|批|确定|核定|纳入|有|含|包|扣|除|在|是|退|离|满|明|说|写|印|填|注|计|被|减|剔|转|结转|向)"
)
_LEFT = re.compile(
    r"(?:还|尚|仍|只|就|现在?|目前|最后|账上)*(?:剩|结余|节余|余(?=额|下|多少|了))(?:余|下|额|的|了|有|是|钱|预算|资金|经费|款)*(?:多少|几(?![家个所])|\d|[?？]|$)|(?:还|尚|仍)有?多少[^,，]{0,6}(?:没|未)有?(?:安排|分配|下达)|(?:还|尚|仍)[^,，]{0,6}(?:没|未)有?(?:花|用|付|支|执行|到|收|拨|发)|(?:没|未)有?(?:花|用|执行|支付|支出|拨付|到账|发放|收到)(?:完|掉|出去|的|钱)*(?:是|有|为)?(?:多少|几)"
)
_CARRYING_OUT = re.compile(
    r"(?:执行|完成|兑现|落实)(?:了|过|掉|到|数|额|金额|情况|进度|率|得|的|是|为|一共|总共)*(?:多少|几|怎|如何|百分|[?？]|$)"
)
_STRUCK = re.compile(
    r"成交|中标|(?:签|订)[了订署过好]*的?[^,，]{0,4}合同|合同(?:总?金?额|价|总价)|签约|到账|到位(?=了|多少|资金)|入账|实[收付发支缴拨](?!报告|现)|付清|结清|报销(?=了|多少|金额)"
)
_SO_FAR = re.compile(
    r"(?:截至|截止|至今|迄今|目前|如今|眼下|现在|现阶段|到.{0,8}(?:为止|现在|目前|今天)|今年以来|年初以来|这段时间)[^,，]*(?:用|花|支|执行|完成|付|拨|发|领|缴|交|报|收|采购|支出|使用)(?:掉|出去?|到|完|去)?(?:了|过|掉|到)"
)
_EXECUTED = re.compile(r"执行|决算|实际")
_LEFT_OVER = re.compile(r"结转|结余|剩|余额|未")

_IN_ANOTHER_TABLE = re.compile(
    r"(?:到|换成|换到|放到|放在)了?[\u4e00-\u9fff“”]{2,16}表(?:里面?|上面?|中|内)?(?:就|却|又|便|则)*(?:只|仅|还|就)*剩下?了?"
)
"""某项到了一张表里只剩多少: what that table has of it, and nothing of what is left unspent."""


def _not_carried_out(said: str, outcome: Outcome, sources: list[Figure], view: View) -> str:
    """Why a budget does not tell what became of it: nothing of what was found is of an account that was carried out."""
    for name in {n for f in sources if f.code for n in f.names}:
        said = said.replace(name, "某项")  # 已垦草原退耕还草 says of nothing that it was done
    left = _LEFT.search(_IN_ANOTHER_TABLE.sub("", said))
    if left is not None and not _is_worked_out(outcome) and not _any(_LEFT_OVER, sources):
        return "这份文件是预算，没有说还剩多少。"
    if (m := _STRUCK.search(said)) is not None and not any(
        m[0][:2] in f"{f.row}{f.sentence}{f.header}" for f in sources
    ):
        return f"这份文件是预算，没有“{m[0]}”的数。"
    executed = any(measure_of(f, view) in {"final", "prior"} for f in sources) or _any(_EXECUTED, sources)
    spent = _ACTUALLY.search(said) if not _IN_TABLE.search(said) else None
    found = spent or _ALREADY.search(said) or _SO_FAR.search(said) or _CARRYING_OUT.search(said)
    if found is None and (m := _FINAL.search(said)) is not None and not _BUDGET.search(said[: m.start()]):
        found = m
    return "这份文件是预算，只有安排的数，没有实际执行的数。" if found is not None and not executed else ""


_FINAL = re.compile(r"决算(?!(?:公开|编制|管理|报告)?(?:表|的?(?:单位|部门)))")
_IN_TABLE = re.compile(r"表(?:里|中|上|内|格)|栏|列(?:的|着|了)|[,，]")
"""Words that ask what a table says in the end, whatever is said elsewhere (表里实际是多少)."""


_ENGLISH_BUDGET = re.compile(
    r"\b(?:budget|budgeted|earmarked|allotted|originally planned)\b(?! (?:unit|performance|execution|document|disclosure|table))",
    re.IGNORECASE,
)
_ENGLISH_KIND = re.compile(
    r"\b(?:general public|government fund|public|state capital)\W+(?:\w+ )?budget\b", re.IGNORECASE
)
_ENGLISH_CARRIED_OUT = re.compile(
    r"\bactual(?:ly)?\b(?! (?:budget|plan|set aside|alloc))|\b(?:so far|to date|thus far|up to now|year to date|already|outturn|final accounts?)\b|\b(?:has|have|had) (?:\w+ )?been (?:\w+ )?(?:spent|paid|used|received|executed|disbursed|signed|awarded|drawn)\b|\b(?:unspent|left over|remaining|remains|is left|are left|still left|signed contracts?|contracts? signed|winning bids?)\b|\b(?:has|have) \w+(?: \w+){0,4}? (?:spent|received|paid|used)\b|\b(?:was|were) (?:\w+ )?(?:executed|disbursed|paid out)\b",
    re.IGNORECASE,
)
_ENGLISH_OF_IT = re.compile(
    r"\b(?:used|spent|actual\w*|final accounts|outturn|percent\w*|per cent|share|rate|completed?|completion|compared|versus|vs|over|under|exceed\w*|within|below|above|short)\b",
    re.IGNORECASE,
)


def _english(said: str, sources: list[Figure], *, final: bool, worked_out: bool) -> str:
    """Why a question in English asks for another account than what was found is of; empty where it does not."""
    if final:
        asks = _ENGLISH_BUDGET.search(_ENGLISH_KIND.sub("", said)) is not None and not _ENGLISH_OF_IT.search(said)
        told = any(f.measure == "budget" or _BUDGET.search(f"{f.row}{f.header}") for f in sources)
        return "这份决算没有印出这一项的预算数。" if asks and not told else ""
    done = _ENGLISH_CARRIED_OUT.search(said) is not None
    if not done or worked_out or _any(_EXECUTED, sources) or _any(_LEFT_OVER, sources):
        return ""
    return "这份文件是预算，只有安排的数，没有实际执行的数。"


def _is_worked_out(outcome: Outcome) -> bool:
    """Whether what was found is worked out of several amounts, beside those that are worked back to the year before."""
    return any(s.how for s in outcome.stated[:1]) and not outcome.text.startswith("按说明倒推")


def _any(words: re.Pattern[str], figures: list[Figure]) -> bool:
    return any(words.search(f"{f.row}{''.join(f.columns)}{f.header}{f.sentence}") for f in figures)
