"""Things that are counted: what the notes count in the unit asked for, as figures where they are read as such, else as said."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from extract.model import Paragraph
from extract.text import folded
from qa.answer import Outcome, Quote, Stated, Status, money
from qa.figures import View
from qa.lexical import tokens
from qa.lexicon import same_words, without_noise
from qa.plan import Asked

_NEAR = 12  # characters about a number in which something must say what it counts
_CLAUSES = re.compile(r"[^,，;；:：。、]+")


def counted(asked: Asked, view: View) -> Outcome | None:
    """A count of the notes in the unit asked for (批次, 人次), by the words that it shares with the question."""
    core = [w for w, _ in tokens(asked.text) if len(w) > 1 and without_noise(w)]
    scored = [
        (sum(w in f.sentence or w in f.row or w in f.section for w in core), f)
        for f in view.figures
        if f.is_fact and f.unit.startswith(asked.plan.unit)
    ]
    most = max((n for n, _ in scored), default=0)
    best = [f for n, f in scored if n == most]
    if not core or most * 2 <= len(core) or len({f.value for f in best}) != 1:
        return None
    figure = best[0]
    text = f"{figure.called} {money(figure.number, figure.unit)}（第 {figure.page} 页，{figure.place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(figure)])


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
    core = [same_words(w) for w in without_noise(asked.text)]
    if not unit or not core:
        return None
    told = sorted(_told(core, unit, view), key=lambda t: -t.score)
    best = [t for t in told if t.score == told[0].score]
    if not best or len({t.value for t in best}) != 1:
        return None
    one = best[0]
    quote = Quote(one.paragraph.page, one.paragraph.box, one.sentence, heading=one.paragraph.section.split("/")[-1])
    text = f"{one.value} {unit}：“{one.sentence}”（第 {one.paragraph.page} 页）"
    outcome = Outcome(Status.ANSWERED, text, quotes=[quote])
    outcome.stated = [Stated(one.value, unit, (), "", "".join(core))]
    return outcome


def _told(core: list[str], unit: str, view: View) -> Iterator[_Told]:
    for paragraph in view.disclosure.paragraphs:
        for sentence in re.findall(r"[^。；;]+[。；;]?", paragraph.text):
            said = same_words(folded(sentence))
            if not all(_says(said, word) for word in core):
                continue
            for m in re.finditer(rf"(?<![\d.])(\d[\d,]*){re.escape(unit)}", said):
                about = said[max(0, m.start() - _NEAR) : m.end() + _NEAR]
                near = sum(_says(about, word) for word in core)
                if near:
                    yield _Told(
                        Decimal(m[1].replace(",", "")),
                        near - 0.01 * _distance(said, m.end(), core),
                        sentence.strip(),
                        paragraph,
                    )


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
    sentences = [s for s in dict.fromkeys(f.sentence for f in own) if sum(f.sentence == s for f in facts) > 1]
    if not sentences:
        return None
    chosen = [f for f in facts if f.sentence == sentences[0] and (nothing or f.value)]
    text = "、".join(f"{f.called} {money(f.number, f.unit)}" for f in chosen)
    return Outcome(
        Status.ANSWERED, f"{text}（第 {chosen[0].page} 页，{chosen[0].place}）", [Stated.of(f) for f in chosen]
    )
