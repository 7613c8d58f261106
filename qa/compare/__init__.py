"""Comparing, as the page uses it: what each document says of chosen items, ranked, against the year before, composed.

compared = compare(root, "three_public", years=[2024, 2025])
ranking(compared, "three_public.reception")
shares(compare(root, "income"))
changes(root, "三公")
frame(compared), csv_bytes(compared)
"""

from qa.compare.changes import Basis, Change, Changes, changes
from qa.compare.comparison import Comparison, compare, label
from qa.compare.entries import Entry, State
from qa.compare.frames import csv_bytes, frame
from qa.compare.items import GROUPS, Group, Named, items
from qa.compare.standings import Check, Composition, Part, Placed, Standing, Unplaced, ranking, shares

__all__ = [
    "GROUPS",
    "Basis",
    "Change",
    "Changes",
    "Check",
    "Comparison",
    "Composition",
    "Entry",
    "Group",
    "Named",
    "Part",
    "Placed",
    "Standing",
    "State",
    "Unplaced",
    "changes",
    "compare",
    "csv_bytes",
    "frame",
    "items",
    "label",
    "ranking",
    "shares",
]
