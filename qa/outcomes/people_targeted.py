"""How many people projects are to train or bring in (要培养多少人, 培养人才的数量是多少), from the indicators that count them."""

from __future__ import annotations

import re
from decimal import Decimal

from extract.text import folded, key
from qa.answer import Outcome, Stated, Status
from qa.documents.figures import View
from qa.terms.forms import doubted, quote_of

_WHO = r"(?P<who{n}>研究生|博士后?|硕士|学生|人才|专员|技术人员|业务人员|人员|人)"
_HOW_MANY_PEOPLE = re.compile(
    r"(?P<verb>培养|培训|引进|招收|招聘)(?:出|到|进)?(?:了)?(?:多少|几)(?:个|名|位)?(?:的)?"
    + _WHO.format(n=1)
    + r"(?![次均事])生?(?:呢)?$"
    r"|(?P<verb2>培养|培训|引进|招收|招聘)(?:的)?"
    + _WHO.format(n=2)
    + r"生?(?:的)?(?:数量?|人数)?(?:要求|任务|目标|指标)?(?:定)?(?:的)?(?:是|为|有|达到)?(?:多少|几)(?:个|名|位|人)?$"
    r"|"
    + _WHO.format(n=3)
    + r"生?(?:要|计划|打算|准备|预计|需要?)*(?P<verb3>培养|培训|引进|招收|招聘)(?:多少|几)(?:个|名|位|人)$"
)
_ANYBODY = frozenset(("人", "人才", "学生", "人员"))
_COUNTED = re.compile(r"(\d+(?:\.\d+)?)(名|人次|人)")


def people_targeted(text: str, view: View, like: str = "") -> Outcome | None:
    """What indicators target of people, each of a project; None where it is not asked, or none counts them. `like`: the words of
    the question before, for a project that it names."""
    m = _HOW_MANY_PEOPLE.search(text)
    if m is None:
        return None
    verb = m["verb"] or m["verb2"] or m["verb3"]
    who = (m["who1"] or m["who2"] or m["who3"]).removesuffix("后")
    projects = view.disclosure.projects
    named = [p for p in projects if key(p.name) in text] or [p for p in projects if key(p.name) in like]
    found = []
    for project in named or projects:
        for i in project.indicators:
            said, target = folded(i.third), folded(i.target)
            counts = [c for c in _COUNTED.findall(target) if c[1] != "人次" or verb == "培训"]
            if verb in said and counts and (who in _ANYBODY or who in f"{said}{target}"):
                found.append((project, i, counts))
    if not found:
        return None
    told = "；".join(f"{p.name}：{i.third} {i.target}" for p, i, _ in found)
    outcome = Outcome(
        Status.ANSWERED, f"绩效目标表里写的是：{told}", quotes=[quote_of(p, view, i) for p, i, _ in found]
    )
    outcome.stated = [
        Stated(Decimal(number), unit, (), "", f"{i.third} {i.target}")
        for _, i, counts in found
        for number, unit in counts
    ]
    outcome.notes = list(dict.fromkeys(n for p, _, _ in found for n in doubted(p)))
    return outcome
