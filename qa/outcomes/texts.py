"""Answers from prose: the sentences that speak of what is asked, quoted as they stand."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from decimal import Decimal

from extract.model import Paragraph
from extract.text import folded
from qa.answer import NOWHERE, Outcome, Quote, Stated, Status, money, numbers_in
from qa.documents.figures import View
from qa.outcomes.arithmetic import by_two_measures
from qa.terms.resolve import Wanted
from qa.terms.targets import is_noun, targets_of
from qa.terms.terms import spot
from qa.words.lexicon import same_words, scopes_in
from qa.words.numerals import number_of

Search = Callable[[str], Sequence[Quote]]

_SHORT = 16  # characters of a passage that is no more than a heading
_FOLLOWING = 4
_MOST = 240  # characters quoted
_ASKING = re.compile(
    r"明年|今年|打算|准备|一共|总共|共有?(?=几|多少)|(?:几|多少)(?:个|家|项|种|类)?|都?叫(?:做)?什么|都叫|为什么|为何|什么叫做?|什么是|是什么|的?原因(?:是)?|怎么|如何|定义|含义|什么意思|意思|依据(?:是)?|解释|介绍|哪些|什么|请|政策|一下|主要|是指|指的?是|文件|规定|说明"
)


_POLITE = re.compile(
    r"请问|麻烦|一下|告诉我|20\d\d年度?|(?:该|本|我)(?:单位|部门|所|院|局|中心|站|馆|校|街道|委)|这(?:个|家)(?:单位|部门|所|院|局|中心|站|馆|街道)"
)


_AGAINST = re.compile(
    r"的?(?:比|较|与|同)(?:去年|上年|上一年|往年|20\d\d年)度?的?(?:预算|决算|执行数)?(?:相?比)?(?:增加|减少|下降|增长|上升|降低|[少多降涨高低])+了?(?:不少|很多|这么多)?"
)


def core_of(words: str) -> str:
    """What a textual question is about, without the words that ask."""
    words = _THIS_WORD.sub("", words)
    core = _POLITE.sub("", _ASKING.sub("", re.sub(r"名词解释(?:里面?|中|部分|上)?(?:对|把)?的?", "", words)))
    core = _AGAINST.sub("", core) or core
    core = re.sub(r"(?:承担|履行|具有|担负|行使)[着的了]?(?=职能|职责|任务|工作)", "", core)
    core = re.sub(r"^(?:中心|单位|部门|院|所|局|馆|站|街道|学校)(?:里|内)?的?(?=.{2})", "", core)
    return re.sub(r"^[的里,，、:：]+|[的里,，、:：?？是有]+$", "", core) or words


_THIS_WORD = re.compile(
    r"(?:这一?个?|该)(?:专业|专有)?(?:名词|词语?|术语|概念|说法)(?:在[^,，]{0,6}里)?|怎么[说讲写](?:的)?"
)


def _grams(text: str) -> Counter[str]:
    return Counter(text[i : i + 2] for i in range(len(text) - 1))


CONTENTS = re.compile(r"[.…·]{6,}")  # dotted leaders: an entry of the contents page


def ranked(words: str, view: View) -> list[Quote]:
    """The document's paragraphs by how much of the question's words they carry (TF-IDF over character pairs)."""
    paragraphs = view.disclosure.paragraphs
    grams = [_grams(same_words(heading_of(p.section) + "\n" + bare(p.text))) for p in paragraphs]
    spread = Counter(g for own in grams for g in own)
    core = bare(core_of(words))
    asked = _grams(core)
    scored = []
    for paragraph, own in zip(paragraphs, grams, strict=True):
        if CONTENTS.search(paragraph.text):
            continue
        score = sum(math.log(1 + len(paragraphs) / spread[g]) for g in asked if g in own)
        text = bare(paragraph.text)
        score *= (
            1 + 0.5 * (core in text) + 0.8 * bool(re.match(rf"^[^,，。:：]{{0,6}}{re.escape(core)}[:：(是指]", text))
        )
        scored.append((score / (1 + 0.15 * math.log(1 + len(text) / 120)), paragraph))
    scored.sort(key=lambda s: -s[0])
    return [Quote(p.page, p.box, p.text, heading=heading_of(p.section)) for score, p in scored[:8] if score > 0]


def heading_of(section: str) -> str:
    """The innermost heading, folded: what stands under 主要职能 need not say so again."""
    return bare(section.rsplit("/", 1)[-1])


def bare(text: str) -> str:
    """A text folded, without quotation marks: “三公”经费 is asked for as 三公经费."""
    return _QUOTED.sub("", folded(text))


_QUOTED = re.compile("[“”\"'‘’]")


def covers(quote: Quote, core: str) -> float:
    """How much of what is asked a quote speaks of: 0 to 1, by character pairs."""
    asked = _grams(bare(core))
    own = same_words(quote.heading + "\n" + bare(quote.text))
    return sum(g in own for g in asked) / len(asked) if asked else 0.0


def from_text(words: str, view: View, search: Search | None = None) -> Outcome:
    """The passages that answer, quoted; not found where nothing speaks of what is asked."""
    core = core_of(words)
    if (note := _note_of(words, view)) is not None:
        return note
    if words == SETUP and (setup := _setup_told(view)) is not None:
        return setup
    outcome = _about(core, words, view, search)
    if outcome.found and (untold := _untold_of_row(words, outcome.quotes, view)):
        return Outcome(Status.NOT_FOUND, f"文件里没有说到“{untold}”。", quotes=[])
    if outcome.found or outcome.certain or _ASKS_CITED.search(words) or not (named := _named(words, view)):
        return outcome
    meant = f"什么是{named}" if _ASKS_MEANING.search(words) else named
    again = _about(named, f"{named}{_WHY_TOO}" if _WHY.search(words) else meant, view, search)
    turned = _WHY.search(words) and any(_goes_the_other_way(words, q.text) for q in again.quotes)
    untold = _untold_of_row(words, again.quotes, view)
    return again if again.found and not (turned or untold) else outcome


_NOTE = re.compile(r"反映|表注|(?:表下|表底|下面|末尾)的?注|备注|注(?:里|中|是|怎么|说)")


def _note_of(words: str, view: View) -> Outcome | None:
    """What the note below a table says, where a question asks what the table shows; None where it names none, or has none."""
    if not _NOTE.search(words):
        return None
    kinds = {name for _, _, name in scopes_in(folded(words))}
    for table in view.disclosure.tables:
        if table.kind.value in kinds and table.notes and table.pages:
            box = table.box if table.box is not None and len(table.pages) == 1 else NOWHERE
            quotes = [Quote(table.pages[-1], box, note, table.kind.value, table.title) for note in table.notes]
            return Outcome(Status.ANSWERED, "；".join(f"“{q.text}”" for q in quotes), quotes=quotes)
    return None


SETUP = "机构设置"
_REMARK = re.compile(r"\s*注\s*[:：]")
_SETUP_HEADING = re.compile(r"(?:机构|部门|单位|预算单位)(?:设置|构成|组成)")


def _setup_told(view: View) -> Outcome | None:
    """What stands under the heading that says which units a body has; None where there is none, or nothing under it."""
    own = [
        p
        for p in view.disclosure.paragraphs
        if _SETUP_HEADING.search(heading_of(p.section)) and not CONTENTS.search(p.text)
    ]
    own = [
        p
        for p in own
        if bare(p.text) != heading_of(p.section) and p.page <= own[0].page + 1 and not _REMARK.match(p.text)
    ]
    own = own[:_LISTED]
    if not own:
        return None
    quotes = [Quote(p.page, p.box, p.text, heading=heading_of(p.section)) for p in own]
    return Outcome(Status.ANSWERED, f"原文：{'；'.join(f'“{q.text}”' for q in quotes)}", quotes=quotes)


_WHY = re.compile(r"为什么|为何|原因|怎么会|怎么回事")
_WHY_TOO = "增减变动的主要原因"
BECAUSE = re.compile(
    r"原因|因为|由于|主要是|(?<![体关联])系(?![统列数])|所致|导致|追加|新增|调剂|是因|因(?![公素此而])[\u4e00-\u9fff]"
)
_MEANING = re.compile(r"什么是|什么叫|是什么|叫什么|意思|含义|定义|指什么|是指|指的是|怎么理解|如何理解|解释|包括|包含")
_ANY_MONEY = re.compile(r"(?:财政拨款|本年|全年)?的?总?(?:收入|支出|收支|预算|决算)*(?:总额|总计|合计)?")
_DEFINES = re.compile(r"^[^。]{0,24}[:：,，]?是?指")


_TERM = re.compile(r"(?:^|[\n。])[(（]?[一二三四五六七八九十\d]{1,3}[)）、.．]+[^,，。:：]{2,24}[:：](?:是|指|反映)")
_LEFT_OUT = re.compile(
    r"不(?:纳入|列入|包括|含|算|计入|列)|(?:里面?|中|内)没有|(?:没有?|未)(?:被)?(?:纳入|列入|计入|包括|算[进在到])"
)
_BECAUSE_LEFT_OUT = re.compile(rf"{BECAUSE.pattern}|不纳入|不列入|不包括|不含|根据")
_ASKS_MEANING = re.compile(r"什么是|什么叫|什么意思|含义|定义|^[^,，的]{3,16}是什么$")
_ASKS_EXPLAINED = re.compile(
    r"名词|(?:怎么|怎样|如何|是否|有没有)(?:被|加以|作)?(?:解释|定义)|(?:这个?|该)(?:词|术语|概念|说法)|的(?:定义|释义)(?:是|$)|^什么(?:叫|是)|什么意思|的含义"
)
_ASKS_CITED = re.compile(r"(?:依据|根据|引用)[^,，]{0,6}(?:什么|哪)[^,，]{0,3}文件|文号|(?:什么|哪)[些个份]?批复")
_CITED = re.compile(
    r"《|号文|[〔【\[(]20\d\d[〕】\])]|批复|(?:根据|依据|按照)[^,，。有关]{2,30}(?:规定|通知|办法|意见|条例|方案)"
)
_UP, _DOWN = re.compile(r"增加|增长|上升|提高|增多"), re.compile(r"减少|下降|降低|减小|压减")


def _goes_the_other_way(words: str, said: str) -> bool:
    """Whether a question is why something fell where a passage says only that it rose, or the other way round."""
    up, down = _UP.search(words) is not None, _DOWN.search(words) is not None
    rose, fell = _UP.search(said) is not None, _DOWN.search(said) is not None
    return (up and not down and fell and not rose) or (down and not up and rose and not fell)


def _named(words: str, view: View) -> str:
    """What a free question is about, as the document calls it; empty where its words name nothing for sure."""
    spotted = [t for t in spot(words, view).terms if t.names]
    terms = [t for t in spotted if not t.fuzzy] or (spotted[:1] if _WHY.search(words) else [])
    if not terms:
        return ""
    return terms[0].text if terms[0].fuzzy or terms[0].names[0][0] in words else terms[0].names[0][0]


def _about(core: str, words: str, view: View, search: Search | None) -> Outcome:
    """The passages that speak of something."""
    own = ranked(words, view)
    hits = [q for q in search(words) if not CONTENTS.search(q.text)] if search is not None else []
    merged: dict[str, tuple[float, Quote]] = {}
    for hits_of in (own, hits):
        for place, quote in enumerate(hits_of):
            at = f"{quote.page}{quote.text}"
            score = merged.get(at, (0.0, quote))[0] + 1 / (3 + place) + 0.4 * covers(quote, core) / len((own, hits))
            merged[at] = (score, quote)
    best = [q for _, q in sorted(merged.values(), key=lambda s: -s[0])]
    telling = [q for q in best if covers(q, core) >= 0.34]
    if _WHY.search(words) and telling:
        names = _surely_named(words, view)
        because = _BECAUSE_LEFT_OUT if _LEFT_OUT.search(words) else BECAUSE
        told = [q for q in telling if because.search(q.text) and not (_DEFINES.match(q.text) or _TERM.search(q.text))]
        told = [q for q in told if not _goes_the_other_way(words, q.text)]
        told = [q for q in told if not names or _speaks_of(q, names)]
        if not told:
            return Outcome(Status.NOT_FOUND, f"文件提到了“{core}”，没有说原因。", cited=[])
        telling = told
    if _MEANING.search(words) and (own := [q for q in best if _defines(q, core)]):
        telling = own[:1]
    elif (explained := _explained(core, words, best, view)) is not None:
        telling = explained
        if not telling:
            return Outcome(Status.NOT_FOUND, f"文件里没有解释“{core}”。", cited=[], certain=True)
    elif _ASKS_MEANING.search(words):
        telling = [q for q in telling if bare(core) in bare(q.text) and "；单位：" not in q.text]
    if _ASKS_CITED.search(words):
        telling = [q for q in telling if _CITED.search(q.text)]
    if any(not _is_heading(q) for q in telling):
        telling = [q for q in telling if not _is_heading(q)]
    telling = telling[:2]
    if not telling:
        return Outcome(Status.NOT_FOUND, f"文件里没有说到“{core}”。", quotes=[])
    telling = list(dict.fromkeys(q for quote in telling for q in _carried_on(quote, view)))
    telling = [q for q in telling if not _is_heading(q)]
    if not telling:
        return Outcome(Status.NOT_FOUND, f"文件里没有说到“{core}”。", quotes=[])
    text = "；".join(f"“{cut(q.text, core)}”" for q in telling)
    return Outcome(Status.ANSWERED, f"原文：{text}", quotes=telling)


_OF_ROW = re.compile(
    r"^(?P<row>[^,，]{2,}?)(?:这笔钱|这一?[项笔])?(?:的|[,，])(?P<of>[\u4e00-\u9fff]{2,8}?)(?:都|又|分别|各)?(?:是|有|叫|写)(?:着|了|的|做)?(?:是)?(?:什么|啥|谁|哪[些个几家位]?|多少)"
)
_TOLD_IN_ITS_WORDS = re.compile(
    r"内容|含义|用途|依据|原因|(?:执行|使用|变化|收支|构成|安排|预算|决算|增减|基本|具体|总体)情况|范围|意思|定义|特点|构成|组成|目标|任务|职[能责]|用处|作用|去向|方向|领域|安排|说明|解释|概念|分类|口径|标准|来源|指标|变化|明细|科目|项目|重点|事项|工作"
)
"""What a passage may tell of something without the word."""
_ENDS_OF_NOUNS = "人员方商号码者家户行况"


def _untold_of_row(words: str, telling: Sequence[Quote], view: View) -> str:
    """What is asked of a row by code (住房改革支出的承包商是什么), where no passage that speaks of the row has that word; empty otherwise."""
    m = _OF_ROW.match(words)
    if m is None or _TOLD_IN_ITS_WORDS.search(m["of"]) or not (is_noun(m["of"]) or m["of"][-1] in _ENDS_OF_NOUNS):
        return ""
    if not any(f.code for t in spot(m["row"], view).terms for n, _ in t.names for f in view.vocabulary.get(n, ())):
        return ""
    pairs = set(_grams(m["of"]))
    return "" if any(pairs & set(_grams(bare(q.text))) for q in telling) else f"{m['of']}"


def _surely_named(words: str, view: View) -> set[str]:
    """The printed names of what a question asks the reason of; none where it names several things, or nothing for sure."""
    terms = [t for t in spot(words, view).terms if t.names and not t.fuzzy]
    if len(terms) != 1 or _ANY_MONEY.fullmatch(terms[0].text):
        return set()
    return {terms[0].text, *(n for n, _ in terms[0].names)}


def _defines(quote: Quote, core: str) -> bool:
    """Whether a passage says what something is: its name, then 指 or a colon."""
    name = re.escape(bare(core))
    return (
        re.match(
            rf"^(?:[(（]?[一二三四五六七八九十\d]+[)）]?[、.．]?)?{name}(?:支出|费|收入)?[^,，。]{{0,10}}?(?:[:：],?是?指|是?指)",
            bare(quote.text),
        )
        is not None
    )


def _explained(core: str, words: str, best: Sequence[Quote], view: View) -> list[Quote] | None:
    """The passages that say what a printed name stands for, where that is asked; None where it is not, or passages
    speak of something by words that are no printed name."""
    if _ASKS_EXPLAINED.search(words) is None or _OF_A_MOVE.search(words) is not None:
        return None
    terms = [t for t in spot(words, view).terms if t.names and not t.fuzzy]
    names = [core, *(t.text for t in terms if len(t.text) > 1)]
    told = [q for q in best if any(_explains(q, name) for name in names) and not _is_heading(q)]
    nowhere = not any(bare(core) in bare(q.text) for q in best)
    return told or ([] if nowhere or any(bare(core) == bare(t.text) for t in terms) else None)


_OF_A_MOVE = re.compile(r"减少|下降|降低|增加|增长|上升|变化|变动|差异|差额|原因|为什么|为何")
"""What is explained of amounts is a reason."""


def _explains(quote: Quote, core: str) -> bool:
    """Whether a passage says something of what a name stands for, be it no more than what belongs to it, and not only an amount."""
    name, said = bare(core), bare(quote.text)
    if "名词解释" in quote.heading:
        return name in said
    stands = r"(?:是(?![\d否])|指(?!标|导)|包括|包含|反映|用于|即|主要|系(?!统))"
    amount = r"(?:\d[\d,.]*(?:亿|万)?元)?"
    return re.search(rf"{re.escape(name)}{amount}[^。;；\d]{{0,16}}?{stands}", said) is not None


def _speaks_of(quote: Quote, names: set[str]) -> bool:
    """Whether a passage, or the heading that it stands under, has one of some names."""
    said = bare(f"{quote.heading}{quote.text}")
    return any(n in said for n in names)


def is_title(text: str, section: str) -> bool:
    """Whether a paragraph is no more than the heading that it opens, or a piece of one."""
    own = heading_of(section)
    title = bare(text)
    return bool(own) and (title == own or (title in own and title[-1] not in "。;；"))


def _is_heading(quote: Quote) -> bool:
    """Whether a passage is no more than a heading, or an entry of the contents."""
    return (len(quote.text) < _SHORT and quote.text[-1] not in "。.；;：:") or bare(quote.text) == quote.heading


def _carried_on(quote: Quote, view: View) -> list[Quote]:
    """A passage, and where it only announces what follows (主要职能包括：, a heading), the next ones too."""
    announces = quote.text.rstrip().endswith(("：", ":")) or _is_heading(quote)
    paragraphs = view.disclosure.paragraphs
    at = next((i for i, p in enumerate(paragraphs) if (p.page, p.text) == (quote.page, quote.text)), None)
    if not announces or at is None:
        return [quote]
    following = list(paragraphs[at + 1 : at + 1 + _FOLLOWING])
    while (
        len(following) < _LISTED
        and (more := paragraphs[at + 1 + len(following) :])
        and _numbered_on(following, more[0])
    ):
        following.append(more[0])  # a list that is under way is told to its end
    return [quote, *(Quote(p.page, p.box, p.text, heading=heading_of(p.section)) for p in following)]


_LISTED = 24  # entries of a list that are told
_ENTRY = re.compile(r"^\s*[(（]?(\d{1,2}|[一二三四五六七八九十]{1,3})[)）]?[、.．]?")


def _numbered_on(before: Sequence[Paragraph], after: Paragraph) -> bool:
    """Whether a paragraph is the next entry of the list that the ones before it are."""
    if not before or before[-1].section != after.section:
        return False
    last, this = _ENTRY.match(before[-1].text), _ENTRY.match(after.text)
    return last is not None and this is not None and number_of(this[1]) == number_of(last[1]) + 1


def cut(text: str, core: str) -> str:
    """The sentences of a paragraph from the first that speaks of what is asked, as they stand."""
    if len(text) <= _MOST:
        return text
    sentences = re.findall(r"[^。；;]+[。；;]?", text)
    asked = _grams(core)
    scores = [sum(g in folded(s) for g in asked) for s in sentences]
    start = scores.index(max(scores)) if scores else 0
    out = ""
    for sentence in sentences[start:]:
        if out and len(out) + len(sentence) > _MOST:
            break
        out += sentence
    return out


_MOVE = re.compile(r"持平|无增减|没有变化|增加|减少|增长|下降")


def _move_of(names: Sequence[str], said: str) -> re.Match[str] | None:
    """How a sentence says that one of some names moved: what follows the name in its clause; where the clause says nothing,
    what the sentence says once."""
    for name in names:
        for clause in re.split(r"[;；]", said):
            at = clause.find(name)
            if at < 0 or (m := _MOVE.search(clause, at)) is None:
                continue
            between = clause[at + len(name) : m.start()]
            amounts = re.findall(r"(\d[\d,]*(?:\.\d+)?)(?:亿元|万元|元)", between)
            of_a_part = "其中" in between and (len(amounts) < 2 or amounts[0] != amounts[-1])  # unless it is all of it
            return None if of_a_part else m
    found = list(_MOVE.finditer(said))
    return found[0] if len({m[0] for m in found}) == 1 else None


def moved_in_words(items: Sequence[str], words: str, view: View) -> Outcome | None:
    """A sentence that says how an item moved against another year, in words (持平 has no number)."""
    names = [n for n in (*items, core_of(words)) if n]
    for paragraph in view.disclosure.paragraphs:
        about = folded(f"{paragraph.section}{paragraph.text}")
        if any((m := _OF_MONEY.search(words[: words.find(n)])) and m[1] not in about for n in items if n in words):
            continue  # 财政拨款收支总计 is not 收支总计
        for sentence in re.findall(r"[^。]+。?", paragraph.text):
            said = folded(sentence)
            if (
                any(n in said for n in names)
                and (m := _move_of(names, said))
                and re.search(r"(?:比|较|与|同).{0,8}(?:年|上年|去年)", said)
            ):
                done = Outcome(
                    Status.ANSWERED,
                    f"{m[0]}：“{sentence.strip()}”",
                    quotes=[Quote(paragraph.page, paragraph.box, sentence.strip())],
                )
                moves = [f for f in view.figures if f.relation in {"increase", "decrease"} and f.page == paragraph.page]
                done.stated = [Stated.of(f) for f in moves if f.sentence and f.sentence in said]
                return done
    return None


_OF_MONEY = re.compile(r"(财政拨款|一般公共预算|政府性基金|国有资本经营)(?:预算|收支|收入|支出)?(?:的)?$")


def reverse(words: str, view: View) -> Outcome:
    """What an amount that the question states is, where the document prints it."""
    values = [v for v in numbers_in(words) if v not in {Decimal(y) for y in range(1990, 2100)}]
    hits = [f for f in view.figures if f.value in values]
    if not hits:
        gap = finding_with(values, view)
        note = f"它只是勾稽的差额：{gap[0]}" if gap else ""
        return Outcome(Status.NOT_FOUND, f"文件里没有印出这个数。{note}".strip())
    outcome = Outcome(Status.ANSWERED, "；".join(f"{f.called}（{f.place}）{money(f.number, f.unit)}" for f in hits[:4]))
    outcome.stated = [Stated.of(f) for f in hits[:4]]
    return outcome


def finding_with(
    values: Sequence[Decimal], view: View
) -> tuple[str, int | None, tuple[float, float, float, float] | None, Decimal] | None:
    """A finding whose difference is one of some amounts: its message, page, box and the amount."""
    for finding in view.disclosure.findings:
        for told in numbers_in(finding.difference):
            if abs(told) in values:
                return finding.message, finding.page, finding.box, abs(told)
    return None


UNPROVEN = "文件不能证明这种说法"
"""What is told first of an accusation."""


def claim(words: str, view: View) -> Outcome:
    """An accusation: nothing here proves one; what the document does print of that amount is told."""
    values = numbers_in(words)
    head = UNPROVEN
    if gap := finding_with(values, view):
        message, page, box, value = gap
        quote = Quote(page or 1, box or NOWHERE, message)
        outcome = Outcome(
            Status.ANSWERED, f"{head}；与 {money(value, '万元')} 有关的只是原文勾稽不平：{message}", quotes=[quote]
        )
        outcome.stated = [Stated(value, _unit_of(words), (), "勾稽核对得出的差额", "差额")]
        return outcome
    hits = [f for f in view.figures if f.value is not None and abs(f.value) in values]
    own = [f for f in hits if any(len(n) >= _A_NAME and n in words for n in f.names[:1])]
    if hits := own or hits:  # of rows with that amount the one that is named
        outcome = Outcome(
            Status.ANSWERED,
            f"{head}；这个数在文件里是 {hits[0].called}（{hits[0].place}）{money(hits[0].number, hits[0].unit)}",
        )
        outcome.stated = [Stated.of(hits[0])]
        return outcome
    if _OVERSPENT.search(words) and (over := _against_its_budget(words, view, head)) is not None:
        return over
    named = targets_of(words, view, Wanted(unit="money"))[0]
    if (
        named.figure is not None
        and named.figure.value is not None
        and any(t.names and not t.fuzzy for t in named.terms.terms)
    ):
        own = [named.figure]
        if (against := re.search(r"比(?P<b>[^,，]+?)(?:还要?|要|更)*[多大高少小低]", words)) is not None:
            other = targets_of(against["b"], view, Wanted(unit="money"))[0]
            own = [f for f in (*own, other.figure) if f is not None and f.value is not None]
        told = "，".join(f"{f.called} 是 {money(f.number, f.unit)}（第 {f.page} 页，{f.place}）" for f in own)
        return Outcome(Status.ANSWERED, f"{head}；文件里 {told}", [Stated.of(f) for f in own])
    return Outcome(Status.REFUSED, f"{head}，也没有与它有关的数字。")


_A_NAME = 3
_OVERSPENT = re.compile(r"超支|超(?:出|过)?了?预算|超标|花超|突破(?:了)?预算")


def _against_its_budget(words: str, view: View, head: str) -> Outcome | None:
    """What was budgeted and what was spent of an item that somebody says was overspent; None where one is not printed."""
    final, budget = by_two_measures(_OVERSPENT.sub("", words), ("final", "budget"), view, Wanted())
    if final is None or budget is None or final.yuan is None or budget.yuan is None:
        return None
    over = final.yuan > budget.yuan
    told = f"决算 {money(final.number, final.unit)}，预算 {money(budget.number, budget.unit)}，{'超过' if over else '没有超过'}预算"
    head = "文件里的数字是" if over else head
    return Outcome(
        Status.ANSWERED, f"{head}；{told}（第 {final.page} 页，{final.place}）", [Stated.of(final), Stated.of(budget)]
    )


def _unit_of(words: str) -> str:
    m = re.search(r"\d(亿元|万元|元)", words)
    return m[1] if m else "万元"
