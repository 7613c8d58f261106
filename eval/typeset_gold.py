"""Gold data of a laid-out document: what a reader should find, and on which page."""

from collections.abc import Hashable
from dataclasses import dataclass, field
from typing import Any

from eval.typeset_model import Document, Form, FormBlock, Prose, Stated, Table, TableBlock, squeezed
from eval.typeset_tables import FORM_MONEY_ROW, form_indicators, form_money, gold_rows, header_paths
from eval.typeset_text import OnDraw

Gold = dict[str, Any]
Key = tuple[Hashable, ...]


@dataclass
class PageLog:
    """On which page (1-based) each thing was first drawn.

    Keys: `("title", id)` and `("row", id, line)` of a table or form, `("fact", id, stated)` of a block of prose,
    `("anchor", text)` of whatever the contents page and the violations may name, and `("last",)`.
    """

    pages: dict[Key, int] = field(default_factory=dict)

    def mark(self, *keys: Key) -> OnDraw:
        """A callback that notes the page under each of the keys."""

        def note(page: int) -> None:
            for key in keys:
                self.pages.setdefault(key, page)

        return note


def page_span(part: Table | Form, log: PageLog) -> tuple[int, int]:
    """The page of the title and of the last line."""
    first = log.pages["title", id(part)]
    return first, max([first, *(page for key, page in log.pages.items() if key[:2] == ("row", id(part)))])


def table_gold(table: Table, log: PageLog) -> Gold:
    """Gold data of a table, from its title's page to the page of its last line."""
    first, last = page_span(table, log)
    return {
        "kind": table.kind,
        "title": squeezed(table.title),
        "unit": table.unit,
        "pages": [first, last],
        "columns": header_paths(table),
        "rows": [
            {"code": row.code, "label": row.label, "page": log.pages["row", id(table), row.line], "values": row.values}
            for row in gold_rows(table)
        ],
    }


def form_gold(form: Form, log: PageLog) -> Gold:
    """The money of a performance form as a table of one row."""
    first, last = page_span(form, log)
    page = log.pages["row", id(form), FORM_MONEY_ROW]
    money = form_money(form)
    row = {"code": "", "label": squeezed(form.project), "page": page, "values": list(money.values())}
    return {
        "kind": "performance",
        "title": squeezed(form.title),
        "unit": form.unit,
        "pages": [first, last],
        "columns": list(money),
        "rows": [row],
    }


def targets_gold(form: Form, log: PageLog) -> Gold:
    """The goals and indicators of a performance form."""
    return {
        "project_name": form.project,
        "table_title": squeezed(form.title),
        "page": log.pages["title", id(form)],
        "department": form.department,
        "executing_unit": form.unit_name,
        "unit": form.unit,
        "money": form_money(form),
        "goals": form.goals,
        "indicators": form_indicators(form),
    }


def stated_gold(block: Prose, stated: Stated, log: PageLog) -> Gold:
    """A figure told in prose."""
    page = log.pages["fact", id(block), stated]
    return {"name": stated.name, "value": stated.value, "unit": stated.unit, "page": page}


def gold_of(document: Document, log: PageLog, file: str) -> Gold:
    """The gold data of a laid-out document, in the order of its pages."""
    blocks = [block for section in document.sections for block in section.blocks]
    forms = [block.form for block in blocks if isinstance(block, FormBlock)]
    gold: Gold = {
        "meta": {"file": file, **document.meta.model_dump(), "pages": log.pages[("last",)]},
        "tables": [table_gold(block.table, log) for block in blocks if isinstance(block, TableBlock)]
        + [form_gold(form, log) for form in forms],
        "facts": [
            stated_gold(block, stated, log)
            for block in blocks
            if isinstance(block, Prose)
            for _, found in block.paragraphs()
            for stated in found
        ],
        "violations": [
            {"type": v.type, "page": log.pages["anchor", v.at], **v.model_dump(exclude={"type", "at"})}
            for v in document.violations
        ],
    }
    return gold | ({"performance": [targets_gold(form, log) for form in forms]} if forms else {})
