"""What does not add up, in words: the finding's own sentence in Chinese; in English one for each rule, with the figures,
the Chinese beside it, as the names in it are the document's."""

from __future__ import annotations

import re

from extract.model import Finding, Kind
from tabs.markup import esc
from tabs.words import Words

SENTENCES = {
    # within one table
    "row_sum": "In the row “{what}” of {table}, a total should equal the sum of the columns beside it.",
    "code_sum": "“{what}” in {table} should equal the sum of the codes one level below it.",
    "total_sum": "“{what}” in {table} should equal the sum of all classes (类).",
    "basic_total": "“{what}” in {table} should equal the sum of its parts.",
    "side_subtotal": "“{what}” in {table} should equal the sum of the items above it.",
    "side_total": "“{what}” in {table} should equal the year's total with what is carried over.",
    "item_parts": "“{what}” in {table} should equal the sum of the items below it.",
    "balance": "In {table}, total income should equal total expenditure.",
    "nature_parts": "“{what}” in {table} should equal the sum of the items below it.",
    "three_public_rows": "“{what}” in {table} should equal the sum of its items.",
    "year_change": "In the row “{what}” of {table}, the change should be what follows from this year and last year.",
    # between tables
    "income_table": "“{what}” in {table} should equal the same item of the income and expenditure table (收支总表).",
    "income_absent": "The income and expenditure table (收支总表) has no “{what}”, so this column of {table} should be zero.",
    "income_items": "“{what}” in {table} should equal the same item of the income and expenditure table (收支总表).",
    "expenditure_table": "The total of {table} should equal the year's expenditure in the income and expenditure table (收支总表).",
    "expenditure_classes": "“{what}” in {table} should equal the same item of the income and expenditure table (收支总表).",
    "fiscal_income": "“{what}” in {table} should equal the same item of the income and expenditure table (收支总表).",
    "fiscal_carryover": "What {table} carries over from last year should not exceed what the income and expenditure table (收支总表) does.",
    "fiscal_expenditure": "The expenditure of {table} should equal that of the general public budget, government funds and state capital together.",
    "fiscal_classes": "“{what}” in {table} should equal the same item of the fiscal appropriation table (财政拨款收支总表).",
    "general_public_total": "The total of {table} should equal the general public budget's income in the fiscal appropriation table (财政拨款收支总表).",
    "fiscal_by_kind": "“{what}” in {table} should equal the total of the table of that kind of money.",
    "part_of_whole": "“{what}” in {table} is a part of the expenditure table (支出总表) and should not exceed it.",
    "basic_expenditure": "The total of {table} should equal basic expenditure (基本支出) in the general public budget table.",
    "fund_income": "The total of {table} should equal the government funds' income in the income and expenditure table (收支总表).",
    "state_capital_income": "The total of {table} should equal the state capital's income in the income and expenditure table (收支总表).",
    "no_state_capital": "The state capital table is empty, so the state capital's money in {table} should be blank or zero.",
    "three_public_bound": "“{what}” of the basic expenditure table should not exceed the same item of {table}.",
    "income_expenditure_codes": "“{what}” should have the same total in the income table and in the expenditure table.",
    "special_bonds": "Code 20698 of {table} should equal that of the government funds with what they carry over.",
    "wholly_state_funded": "Without other income, the totals of {table} and of the fiscal appropriation table (财政拨款收支总表) should be equal.",
    "annuity_hint": "Occupational annuities (职业年金) are usually half of basic pension insurance; a hint only.",
    "economic_functional_hint": "An economic code usually equals its functional one; a hint only, as they may be counted differently.",
    "unit_borne_out": "The unit “{found}” of {table} is not borne out by another table, by the notes or by the size of its amounts: compare the page.",
    # performance targets
    "project_funds": "The year's money of the project “{what}” should equal the sum of its sources.",
    "indicator_weights": "The weights of the indicators of “{what}” should add up to the full score (that of execution apart).",
    "project_title": "The form's title and its field 项目名称 do not name the same project.",
    "projects_total": "The money of all published projects should not exceed project expenditure in the expenditure table (支出总表).",
    # the notes
    "note_amount": "The notes' “{what}” should agree with the table.",
    "note_share": "The share of “{what}” told in the notes is not that of its amounts.",
    "note_share_sum": "The shares of all parts of “{what}” should add up to 100%.",
    "note_change": "The change of “{what}” told in the notes is not what follows from this year and last year.",
    "note_change_percent": "The rate of change of “{what}” told in the notes is not what follows from the amounts.",
    "note_completion": "The share of its budget that “{what}” is said to have reached is not that of the amounts.",
    "procurement_sum": "Total government procurement should equal goods, works and services together.",
    "vehicle_sum": "The number of vehicles should equal the sum of their kinds.",
    "performance_sum": "The money under performance management should equal that of its kinds of budget together.",
    "performance_money": "“{what}” under performance management should equal project expenditure in that kind's table.",
    "note_parts": "The parts listed of “{what}” in the notes should add up to it.",
    "note_list": "The items that the notes list should add up to the total budget.",
    "note_repeated": "The notes tell “{what}” twice in one paragraph, with different amounts.",
    "note_reason": "The reason given for the change of “{what}” says the opposite.",
    "note_items": "The notes to basic expenditure name items that hold nothing in the table: {found}.",
    # words and pages
    "said_empty": "{table} is said to be empty, but holds figures.",
    "empty_unsaid": "{table} holds no figure, and is not said to be empty.",
    "table_missing": "The contents list {table}, but the document does not have it.",
    "title_year": "The year in the title of {table} is not the document's.",
    "placeholder": "A placeholder of a template was left in the text: “{found}”.",
    "asset_date": "A date told in the notes lies after the document's year.",
    "code_form": "A code in {table} is not printed in full, by the name beside it.",
    "code_unknown": "The code {found} in {table} is not in the classification.",
    "code_name": "A code in {table} does not fit the name beside it: “{found}”.",
    "ledger": "The number “{found}” on the pages of {table} is bound to no cell: compare the table with the page.",
    "vehicles_unfunded": "Vehicles are to be bought ({found}), but nothing is budgeted for it: they may be paid from other money.",
    "table_unreadable": "{table} could not be read (no rulings, and no clear columns): look at the page.",
    "page_damaged": "This page is damaged and may not have been read in full: look at it.",
    "page_without_text": "This page has no text (a picture or a scan): its figures were not read.",
    "hidden_text": "This page has characters that cannot be seen; they were not read.",
    "decision_lost": "A person decided about “{what}”, but this reading finds no such figure in its place. The decision is kept, not applied: decide again on that page, or take it back.",
}  # fmt: skip
"""A sentence for each rule; `what` is what its Chinese sentence is about, as the document calls it."""

_UNKNOWN = "Something here does not add up ({check})."
_QUOTED = re.compile(r"“(.*?)”(?=[行：，。的各下减增年]|$)|“(.*?)”")  # a name may have quotation marks of its own
_FIRST = re.compile(r"(?:绩效管理的|的)?(.+?)(?:应等于|应与|不应大于|应为|通常|：)")
_EMPTY_TABLE = ("空表", "an empty table")


def told(finding: Finding, words: Words) -> str:
    """A finding in the page's language."""
    return finding.message if words.language == "zh" else in_english(finding, words)


def both_html(finding: Finding, words: Words) -> str:
    """A finding in the page's language, and in English the Chinese too, small."""
    if words.language == "zh":
        return esc(finding.message)
    return f'{esc(in_english(finding, words))}<br><span class="gj-small" lang="zh">{esc(finding.message)}</span>'


def in_english(finding: Finding, words: Words) -> str:
    """The rule in a sentence, what should stand there, what does, and by how much they differ."""
    named = {
        "what": about(finding.message),
        "table": _table(finding.table, words),
        "found": finding.found,
        "check": finding.check,
    }
    sentence = SENTENCES.get(finding.check, _UNKNOWN)
    if not named["what"]:
        sentence = sentence.replace(" “{what}”", "").replace("“{what}”", "A figure")
    parts = [sentence.format(**named)]
    if finding.expected and finding.found:
        expected = _EMPTY_TABLE[1] if finding.expected == _EMPTY_TABLE[0] else finding.expected
        parts.append(f"Should be {expected}, printed as {finding.found}.")
    if finding.difference:
        parts.append(f"Difference: {finding.difference}.")
    return " ".join(parts)


def about(message: str) -> str:
    """What a finding's Chinese sentence is about, as the document calls it; empty where it names nothing."""
    bare = re.sub(r"《[^》]*》", "", message)
    quoted = _QUOTED.search(bare)
    first = _FIRST.match(bare)
    if quoted is not None and (first is None or quoted.start() <= first.end()):
        return quoted.group(1) or quoted.group(2) or ""
    return first.group(1).strip("的") if first is not None else ""


def _table(kind: str, words: Words) -> str:
    return words.table(kind) if kind else words.table(Kind.NARRATIVE)


__all__ = ["SENTENCES", "about", "both_html", "in_english", "told"]
