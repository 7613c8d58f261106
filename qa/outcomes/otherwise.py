"""What else a question may mean where no figure was found: an indicator, a count in the notes, a project, an amount beside."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import UNIT_YUAN, folded, key
from qa.answer import Outcome, Quote, Stated, Status, money
from qa.documents.figures import View
from qa.outcomes.counts import counted, counted_in_words
from qa.terms.forms import project_named, projects, targeted
from qa.terms.resolve import Wanted
from qa.terms.targets import targets_of
from qa.words.lexicon import without_noise
from qa.words.plan import Asked


def otherwise(asked: Asked, words: str, view: View, outcome: Outcome, like: str) -> Outcome:
    """Where no figure was found: an indicator's target, a project, or a finding of that difference."""
    if asked.plan.unit == "个" and _TARGETED.search(asked.text) and view.disclosure.projects:
        return projects(view)
    if (
        re.search(r"(?:多少|几)(?:篇|人次|名|位|项|次|件|份|种|场|套|论文|文章|专利|软著)", asked.text)
        and (found := targeted(asked.text, view, like)) is not None
    ):
        return found
    in_a_form = any(key(p.name) in like for p in view.disclosure.projects)
    if in_a_form and asked.plan.unit == "人" and (found := targeted(asked.text, view, like)) is not None:
        return found
    if (
        asked.plan.unit not in {"", "%", "money"}
        and (told := counted(asked, view) or counted_in_words(asked, view)) is not None
    ):
        return told
    if re.search(r"(?:多少|几)个|%", asked.text) and (found := targeted(asked.text, view, like)) is not None:
        return found
    if (
        re.search(r"指标值?|目标值|定的?(?:标准|目标)|(?:最低|至少|起码)?要?达到(?:多少|几)", asked.text)
        and (found := targeted(asked.text, view, like)) is not None
    ):
        return found
    if like and not asked.plan.unit and (found := targeted(asked.text, view, like)) is not None:
        return found
    if asked.plan.unit == "money" and (told := _money_beside(words, view) or _money_beside(like, view)) is not None:
        return told
    if any(len(name) >= _NAMED_INDICATOR and name in asked.text for name in _indicator_names(view)):
        found = targeted(asked.text, view, like)
        if found is not None:
            return found
    if "项目" in asked.text and (project := project_named(asked.text, view)) is not None:
        cells = [
            f for f in view.figures if f.ref[0] == project.table and f.column_role == "total" and f.value is not None
        ]
        if cells and re.search(r"哪个项目|什么项目|哪一个", asked.text):
            done = Outcome(
                Status.ANSWERED,
                f"{project.name}，年度资金总额 {money(cells[0].number, cells[0].unit)}（第 {cells[0].page} 页）",
            )
            done.stated = [Stated.of(cells[0])]
            return done
    return _number_in_prose(asked.text, view) or outcome


_TARGETED = re.compile(r"^编报绩效目标的项目(?:一共|总共)?有?(?:几|多少)个$")
_HOW_MUCH = re.compile(r"^(?P<said>[^,，]{4,40}?)(?:是|为|有|达到?)?(?:约)?(?:多少|几)(?P<unit>[\u4e00-\u9fff]{1,3})$")
_TOLD = re.compile(r"(?:约)?(?:为|是|达到?|有)?(?:约)?(?P<number>\d[\d,]*(?:\.\d+)?)(?P<unit>[\u4e00-\u9fff%]{1,4})")


def _number_in_prose(text: str, view: View) -> Outcome | None:
    """The number that a sentence tells right behind a name, in the unit that is asked for (抗震设防烈度为7度: 是几度); None
    where no sentence does, several tell different ones, or what else the question names is not spoken of there."""
    m = _HOW_MUCH.match(text)
    if m is None or m["unit"] in UNIT_YUAN:
        return None
    said = m["said"]
    for start in range(len(said) - _NAMED_INDICATOR + 1):
        name = said[start:]
        told = [
            (p, t) for p in view.disclosure.paragraphs if (at := folded(p.text).find(name)) >= 0
            and (t := _TOLD.match(folded(p.text), at + len(name))) is not None and t["unit"].startswith(m["unit"])
        ]  # fmt: skip
        if not told:
            continue
        paragraph, number = told[0]
        about = "".join(folded(p.text) for p in view.disclosure.paragraphs if p.section == paragraph.section)
        others = [w for w in without_noise(said[:start]) if len(w) > 1]
        if len({t["number"] for _, t in told}) != 1 or not all(w in about for w in others):
            return None
        value = Decimal(number["number"].replace(",", ""))
        sentence = next(
            (s for s in re.findall(r"[^。；;]+[。；;]?", paragraph.text) if name in folded(s)), paragraph.text
        )
        quote = Quote(paragraph.page, paragraph.box, sentence)
        stated = Stated(value, m["unit"], (), "", name)
        return Outcome(
            Status.ANSWERED, f"{name} {number['number']}{m['unit']}，原文：“{sentence}”", [stated], quotes=[quote]
        )
    return None


_NAMED_INDICATOR = 4


def _indicator_names(view: View) -> set[str]:
    return {key(i.third) for p in view.disclosure.projects for i in p.indicators if i.third}


def _money_beside(words: str, view: View) -> Outcome | None:
    """The one amount of the sentence that counts what is asked about (编报绩效目标的项目 12 个，涉及预算资金 …)."""
    named = [m.figure for t in targets_of(words, view, Wanted())[:1] for m in t.matches[:1] if m.figure.is_fact]
    beside = [f for f in view.figures if f.is_fact and f.yuan is not None and named and f.sentence == named[0].sentence]
    if len(beside) != 1:
        return None
    text = f"{beside[0].called} {money(beside[0].number, beside[0].unit)}（第 {beside[0].page} 页，{beside[0].place}）"
    return Outcome(Status.ANSWERED, text, [Stated.of(beside[0])])
