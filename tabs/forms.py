"""Performance-target forms: each project with its goals and indicators, and what of them was read with doubt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extract.model import Disclosure, Indicator, Project, Verdict
from tabs.markup import Place, badge, carried, esc, note, show, table
from tabs.words import Words

MOST_PROJECTS = 40
MOST_DOUBTS = 60


@dataclass(frozen=True, slots=True)
class Doubt:
    """Words of a form that a person should look at: where they stand, what they are, and what speaks against them."""

    place: Place
    what: str
    doubts: tuple[str, ...]


def doubts_of(disclosure: Disclosure, words: Words) -> list[Doubt]:
    """All names, goals and indicators that were read with doubt, form by form."""
    return [doubt for project in disclosure.projects for doubt in _doubts(disclosure, project, words)]


def _doubts(disclosure: Disclosure, project: Project, words: Words) -> Iterator[Doubt]:
    if project.name_doubts:
        yield Doubt(_place(disclosure, project, project.name, project.page), words.form_name, project.name_doubts)
    for goal in project.goals if project.goal_doubts else ():
        yield Doubt(_place(disclosure, project, goal, project.page), words.form_goals, project.goal_doubts)
    for own in project.indicators:
        if own.doubts:
            yield Doubt(_place(disclosure, project, _said(own), own.page), words.form_indicators, own.doubts)


def _said(indicator: Indicator) -> str:
    return " · ".join(filter(None, (indicator.first, indicator.second, indicator.third, indicator.target)))


def _place(disclosure: Disclosure, project: Project, text: str, page: int) -> Place:
    """Where a form's words stand: its page, and the form's own box where it begins there."""
    form = next((t for t in disclosure.tables if t.id == project.table), None)
    box = form.box if form is not None and form.pages[:1] == (page,) else None
    return Place(document=disclosure.id, page=page, box=box, words=text[:600], table="performance")


def _in_words(doubts: tuple[str, ...], words: Words) -> str:
    """The verdict that a doubt comes to, and why."""
    if not doubts:
        return ""
    told = "；".join(words.doubt(d) for d in dict.fromkeys(doubts))
    return f'{badge(Verdict.REVIEW, words)} <span class="gj-small">{esc(told)}</span>'


def forms_html(disclosure: Disclosure, words: Words) -> str:
    """The forms of a document, closed until asked for; how many of their words need a person is told before."""
    projects = disclosure.projects
    if not projects:
        return ""
    n = len(doubts_of(disclosure, words))
    told = f" {badge(Verdict.REVIEW, words)} {n}" if n else ""
    more = note(words.forms_more.format(n=MOST_PROJECTS)) if len(projects) > MOST_PROJECTS else ""
    places: list[Place] = []
    forms = "".join(_form(disclosure, project, places, words) for project in projects[:MOST_PROJECTS])
    head = f"<summary>{esc(words.counted(words.forms, len(projects)))}{told}</summary>"
    return f'<details class="gj-forms">{head}<div {carried(places)}>{forms}{more}</div></details>'


def _form(disclosure: Disclosure, project: Project, places: list[Place], words: Words) -> str:
    def page(text: str, number: int) -> str:
        places.append(_place(disclosure, project, text, number))
        return show(len(places) - 1, esc(words.page_n.format(page=number)), "gj-quiet")

    name = f"<b>{esc(project.name)}</b> {page(project.name, project.page)} {_in_words(project.name_doubts, words)}"
    goals = "".join(f"<li>{esc(goal)}</li>" for goal in project.goals)
    if goals:
        goals = f'<div class="gj-small">{esc(words.form_goals)} {_in_words(project.goal_doubts, words)}</div><ul>{goals}</ul>'
    rows = [
        [
            *(esc(t) for t in (own.first, own.second, own.third, own.target)),
            esc("" if own.weight is None else f"{own.weight:f}"),
            f"{page(_said(own), own.page)} {_in_words(own.doubts, words)}",
        ]
        for own in project.indicators
    ]
    heads = [esc(h) for h in (*words.form_heads.split("|"), "")]
    return f'<div class="gj-form"><div>{name}</div>{goals}{table(heads, rows) if rows else ""}</div>'


def doubted_html(disclosure: Disclosure, words: Words) -> str:
    """The words of forms that need a person, each showing its page; nothing where there are none."""
    found = doubts_of(disclosure, words)
    if not found:
        return ""
    shown = found[:MOST_DOUBTS]
    items = []
    for at, one in enumerate(shown):
        where = f"<b>{esc(words.page_n.format(page=one.place.page))}</b> {esc(one.what)}{words.colon}{esc(one.place.words[:160])}"
        items.append(f"<li>{show(at, f'<span>{where} {_in_words(one.doubts, words)}</span>', 'gj-finding')}</li>")
    more = note(words.review_more.format(n=len(found) - len(shown))) if len(found) > len(shown) else ""
    head = f'<h4 class="gj-h">{esc(words.counted(words.forms_doubted, len(found)))}</h4>'
    return f'<div {carried([d.place for d in shown])}>{head}<ul class="gj-findings">{"".join(items)}</ul>{more}</div>'


__all__ = ["Doubt", "doubted_html", "doubts_of", "forms_html"]
