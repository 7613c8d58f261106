"""Things that are counted: what the notes count in the unit asked for, as figures where they are read as such, else as said."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from extract.model import Paragraph
from extract.text import folded
from qa.answer import Outcome, Quote, Stated, Status, money
from qa.documents.figures import View
from qa.search.lexical import tokens
from qa.words.lexicon import lexicon, same_words, without_noise
from qa.words.plan import TOGETHER, Asked

_NEAR = 16  # characters about a number in which something must say what it counts


def counted(asked: Asked, view: View) -> Outcome | None:
    """A count of the notes in the unit asked for (批次, 人次), by the words that it shares with the question."""
    core = [w for w, _ in tokens(asked.text) if len(w) > 1 and without_noise(w)] or _plain(asked.text)
    bought = asked.plan.unit in {"辆", "台", "套"} and _BUYS.search(asked.text) is not None
    scored = [
        ([_carries(f"{f.row}\n{f.sentence}", f.section, w) for w in core], f)
        for f in view.figures
        if f.is_fact and f.unit.startswith(asked.plan.unit) and (not bought or _BUYS.search(f.sentence))
    ]
    thing = re.search(rf"(?:多少|几){re.escape(asked.plan.unit)}(.+)", asked.text)
    after = [w for w, _ in tokens(thing[1]) if w in core][:1] if thing else []
    if after and any(after[0] in f.row for _, f in scored):
        scored = [(shares, f) for shares, f in scored if after[0] in f.row]  # what is counted is what it is called
    if (m := _MEASURED.search(asked.text)) is not None:  # the longest ending of its name that something is called
        said = next((m[1][i:] for i in range(len(m[1]) - 3) if any(m[1][i:] in f.row for _, f in scored)), "")
        scored = [([1.0], f) for _, f in scored if said in f.row] if said else scored
    sums = [(sum(shares), f) for shares, f in scored if all(shares) or shares.count(1.0) * 2 > len(core)]
    most = max((n for n, _ in sums), default=0.0)
    best = [f for n, f in sums if n == most]
    if not core or len({f.value for f in best}) != 1:
        return None
    figure = best[0]
    text = f"{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])


_MEASURED = re.compile(
    r"((?:(?!的)[\u4e00-\u9fff]){2,8}(?:面积|人数|数量))(?:约|大约|大概|一共|总共)*(?:是|为|有)?(?:多少|几)"
)
"""What is measured, by its own name: 建筑面积 is no 用地面积."""


def _plain(text: str) -> list[str]:
    """The nouns, verbs and adjectives of a text that names nothing else."""
    return [w for w, sort in tokens(text) if len(w) > 1 and sort[:1] in {"n", "v", "a"}]


def _carries(text: str, heading: str, word: str) -> float:
    """Whether a text has a word: 1, or less for a half of a long one (公务接待: 接待) or where the heading has it."""
    half = len(word) // 2
    in_part = word in heading or (half > 1 and (word[:half] in text or word[half:] in text))
    return 1.0 if word in text else 0.6 if in_part else 0.0


def counted_each(asked: Asked, view: View) -> Outcome | None:
    """Counts of several things that a question joins (科研支撑部门和管理部门各有几个), added up where it wants them together;
    None where one of them is not told."""
    unit = asked.plan.unit
    bare = re.sub(r"(?:多少|几)(?:个|家)的?(?=[\u4e00-\u9fff]{2})", "", asked.text)
    asks = rf"(?:各自?|分别|一共|总共|合计|加起来)*(?:都|有|是|设)*(?:多少|几){re.escape(unit)}.*$"
    m = _JOINED.match(re.sub(asks, "", bare)) if unit else None
    if m is None:
        return None
    told: list[Outcome] = []
    for thing in m.groups():
        one = counted_in_words(replace(asked, text=f"{thing}有几{unit}"), view)
        if one is None:
            return None
        told.append(one)
    if len({q for one in told for q in one.quotes}) == 1 and told[0].stated[0].value == told[1].stated[0].value:
        return None  # one count, found twice
    outcome = Outcome(
        Status.ANSWERED, "；".join(one.text for one in told), quotes=[q for one in told for q in one.quotes]
    )
    outcome.stated = [s for one in told for s in one.stated]
    if TOGETHER.search(asked.text):
        amounts = [s.value for s in outcome.stated]
        how = f"{' + '.join(map(str, amounts))} = {sum(amounts)}"
        outcome.stated.insert(0, Stated(Decimal(sum(amounts)), unit, (), how, "合计"))
        outcome.text = f"合计 {sum(amounts)} {unit}：{how}；{outcome.text}"
    return outcome


_BUYS = re.compile(r"[买购添]|新增|采购")
_JOINED = re.compile(r"^(?:现有|现在|目前)?([\u4e00-\u9fff]{2,12}?)(?:和|与|及|以及|、)([\u4e00-\u9fff]{2,12})$")


@dataclass(frozen=True, slots=True)
class _Told:
    """A number that a sentence counts something with."""

    value: Decimal
    score: float
    sentence: str
    paragraph: Paragraph


def counted_in_words(asked: Asked, view: View) -> Outcome | None:
    """A count that a sentence of the notes gives (设 7 个内设机构), where it says all that the question names; None where
    none does, or two differ."""
    unit = asked.plan.unit
    question = re.sub(r"\([^()]*\)", "", asked.text)
    core = [same_words(w) for w in without_noise(question) or _plain(question) or without_noise(asked.text)]
    pairs = {question[i : i + 2] for i in range(len(question) - 1)}
    if not unit or not core or (TOGETHER.search(question) and re.search(r"[和与及、]", question)):
        return None
    acts = [
        w for w, sort in tokens(question) if len(w) > 1 and sort.startswith("v") and not lexicon().noise.fullmatch(w)
    ]
    bought = unit in {"辆", "台", "套"} and _BUYS.search(question) is not None  # which is not what is there
    told = sorted(_told(core, pairs, unit, view, acts, bought=bought), key=lambda t: -t.score)
    best = [t for t in told if t.score == told[0].score]
    if not best or len({t.value for t in best}) != 1:
        return None
    one = best[0]
    quote = Quote(one.paragraph.page, one.paragraph.box, one.sentence, heading=one.paragraph.section.split("/")[-1])
    text = f"{one.value} {unit}：“{one.sentence}”（第 {one.paragraph.page} 页）"
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote])
    outcome.stated = [Stated(one.value, unit, (), "", "".join(core))]
    return outcome


def _told(core: list[str], pairs: set[str], unit: str, view: View, acts: list[str], *, bought: bool) -> Iterator[_Told]:
    for paragraph in view.disclosure.paragraphs:
        for sentence in re.findall(r"[^。；;]+[。；;]?", paragraph.text):
            said = same_words(folded(sentence))
            if not all(_says(said, word) for word in core) or (bought and _BUYS.search(said) is None):
                continue
            for m in re.finditer(rf"(?<![\d.])(\d[\d,]*){re.escape(unit)}", said):
                about = said[max(0, m.start() - _NEAR) : m.end() + _NEAR]
                near = sum(_says(about, word) for word in core)
                if near:
                    yield _Told(
                        Decimal(m[1].replace(",", "")),
                        near
                        + sum(w in about for w in acts)
                        + any(said.startswith(word, m.end()) for word in core)
                        + 0.2 * _shared(about, pairs)
                        - 0.01 * _distance(said, m.end(), core),
                        sentence.strip(),
                        paragraph,
                    )


def _shared(text: str, pairs: set[str]) -> int:
    return sum(text[i : i + 2] in pairs for i in range(len(text) - 1))


def _says(text: str, word: str) -> bool:
    """Whether a text says a word, or all pairs of its characters."""
    return word in text or (len(word) > 3 and all(word[i : i + 2] in text for i in range(len(word) - 1)))


def _distance(said: str, at: int, core: list[str]) -> int:
    """How far behind a number the first of the words stands; words behind a number are what it counts."""
    places = [p for w in core if (p := said.find(w, at)) >= 0]
    return min((p - at for p in places), default=len(said))


def kinds_counted(words: str, view: View, *, nothing: bool) -> Outcome | None:
    """All that one sentence counts in the unit asked for (各几辆: kinds of vehicles); zeros only where `nothing` counts."""
    m = re.search(r"(?:几|多少)(辆|台|套|个|家|人|名|项|件|批次|人次)", words)
    if m is None:
        return None
    facts = [f for f in view.figures if f.is_fact and f.unit == m[1]]
    named = [w for w, _ in tokens(words) if without_noise(w)] or re.findall(r"车|设备", words)
    own = [f for f in facts if any(w in f.row for w in named)]
    counts = Counter(f.sentence for f in facts)
    sentence, number = max(((f.sentence, counts[f.sentence]) for f in own), key=lambda s: s[1], default=("", 0))
    chosen = [f for f in facts if f.sentence == sentence and (nothing or f.value)]
    if number < 2 or not chosen:
        return None
    text = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in chosen)
    return Outcome(
        Status.ANSWERED, f"{text}（第 {chosen[0].page} 页，{chosen[0].place}）", [Stated.of(f) for f in chosen]
    )


_WITHOUT_ANY = re.compile(
    r"^(?:请问|20\d\d年(?:度)?|今年|目前|现在|[,，])*(?:有)?(?:哪(?:一|几|些)?|什么)[种类个型]?(?:类型|种类)?的?(?:公务用车|公务?车|用车|车辆|车子?)(?:的)?(?:数量?)?(?:该|这个?|我们?)?(?:单位|部门|局|所|院|中心|馆|站)?(?:目前|现在|完全|根本|都|是|为|压根)*(?:一辆(?:也|都|车)*没有?(?:配|配备)?|0辆?|零辆?|没有车|没有)(?:的)?$"
)


def kinds_without_any(text: str, view: View) -> Outcome | None:
    """哪几类公车一辆也没有: the kinds of vehicles of which the sentence that counts them has none; None where it is no such question,
    or no sentence counts several."""
    if _WITHOUT_ANY.match(text.rstrip("?？。")) is None:
        return None
    facts = [f for f in view.figures if f.is_fact and f.unit == "辆" and "车" in f.row and _BUYS.search(f.row) is None]
    counts = Counter(f.sentence for f in facts)
    sentence, number = max(counts.items(), key=lambda c: c[1], default=("", 0))
    kinds = [f for f in facts if f.sentence == sentence]
    if number <= _OF_ONE_SORT or any(f.value is None for f in kinds):
        return None
    told = [f for f in kinds if not f.value] or kinds
    listed = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in told)
    text = listed if not told[0].value else f"没有：{listed}"
    return Outcome(Status.ANSWERED, f"{text}（第 {told[0].page} 页，{told[0].place}）", [Stated.of(f) for f in told])


_OF_ONE_SORT = 2
