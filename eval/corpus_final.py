"""Invented final accounts (决算) in the national style: 行次 and 栏次 lines, opening and closing balances."""

from __future__ import annotations

from random import Random

from eval.corpus_amounts import Accounts, Row, percent, tree
from eval.corpus_names import Institute
from eval.corpus_notes import assets, change, procurement, shares
from eval.corpus_tables import Manner, Titled, by_code, fact, heading, plain, prose, section, side_by_side, two_sided
from eval.typeset_model import Cover, Section, TableBlock


def final_accounts(chance: Random, who: Institute, year: int, manner: Manner, made: Accounts) -> list[Section]:
    """The whole document, section by section."""
    raise NotImplementedError
