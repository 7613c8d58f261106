"""Comparing, as the page uses it: what each document says of chosen items, ranked, against the year before, composed.

compared = compare(root, "three_public", years=[2024, 2025])
ranking(compared, "three_public.reception")
shares(compare(root, "income"))
changes(root, "三公")
frame(compared), csv_bytes(compared)
"""

from qa.changes import Basis, Change, Changes, changes
from qa.comparison import Comparison, compare, label
from qa.entries import Entry, State
from qa.frames import csv_bytes, frame
from qa.items import GROUPS, Group, Named, items
from qa.standings import Check, Composition, Part, Placed, Standing, Unplaced, ranking, shares

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
