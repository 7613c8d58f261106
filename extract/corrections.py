"""What people decided about figures: `corrections.jsonl` in a library, and what follows from it.

The file is a source of truth beside the documents: one `Decision` a line, only ever added to. Each document's record holds
its readings with the decisions put in and judged; reading the file again puts them in again. A damaged line before the
last stops whatever needs the decisions, with the line named: to pass over a person's word would let a figure that they
corrected go out again as it was misread. What stands in the records can still be asked for.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from decimal import Decimal

from pydantic import ValidationError

from extract.decisions import Decision, Place, Ref, Spot, applied, latest, located, spots, undecided
from extract.errors import LibraryError, UsageError
from extract.gate import judge
from extract.journal import append, lines
from extract.library import Library
from extract.model import Action, Disclosure, Kind, State
from extract.text import is_dash, parse_amount

FILE = "corrections.jsonl"
BLANK = "空白"
"""The value of a cell that prints nothing, as `decide` takes it; `-` is that of one that prints a dash."""

Target = Ref | int | Place
"""A cell (table id, row, column), a figure in prose by its number (or `("", number, 0)`), or a place."""

_BLANKS = {BLANK, "空"}
_WHOLE, _DECIMALS = 13, 4  # digits of a decided value
_DECIDED = (b'"decided": {', b'"lost": [')  # what the record of a document that people decided about has
_WAIT = 15.0  # seconds for another's decision to be written


@dataclass(frozen=True, slots=True)
class Decisions:
    """What people decided about one document.

    `latest`: for each figure the decision that stands, oldest first; `history`: every line of the file; `at`: by figure of
    the document as it is now, the decision that stands there; `lost`: those of `latest` whose figure is not there.
    """

    latest: tuple[Decision, ...]
    history: tuple[Decision, ...]
    at: dict[Ref, Decision]
    lost: tuple[Decision, ...]


def log(library: Library, document: str = "") -> list[Decision]:
    """Every line, or those of one document, oldest first. Raises LibraryError where a line before the last is damaged."""
    path = library.root / FILE
    found = []
    for number, line in lines(path):
        if document and document.encode() not in line:
            continue
        try:
            decision = Decision.model_validate_json(line)
        except ValidationError as error:
            raise LibraryError(
                f"{path} 第 {number} 行已损坏，或由另一版本的 gouji 写成：请从备份恢复这一行，"
                "或把它移到别的文件里再重试（那条核定将不再生效）。其余各行完好。"
            ) from error
        if decision.document == document or not document:
            found.append(decision)
    return found


def by_document(library: Library) -> dict[str, list[Decision]]:
    """Every document's lines. Raises as `log` does."""
    found: dict[str, list[Decision]] = {}
    for decision in log(library):
        found.setdefault(decision.document, []).append(decision)
    return found


def with_decisions(disclosure: Disclosure, history: Iterable[Decision]) -> Disclosure:
    """A document with what people decided about it, and none else, judged; as it is where they decided nothing."""
    decided = applied(disclosure, latest(history))
    return disclosure if decided is disclosure else judge(decided)


def settle(library: Library, document: str, history: Iterable[Decision]) -> None:
    """Bring a document's record in line with the file: after a run that was killed, or a file put back from a backup.

    The caller holds the write lock, and commits.
    """
    history = list(history)
    record = (library.documents / document / "disclosure.json").read_bytes()
    if not history and not any(mark in record for mark in _DECIDED):
        return
    stored = library.load(document)
    again = with_decisions(stored, history)
    if again != stored:
        library.rewrite(again)


def decisions(library: Library, document: str) -> Decisions:
    """What people decided about a document, by id, file name or stem; also about one that was taken out, by id.

    Raises LibraryError where the file is damaged.
    """
    there = library.ids()
    found = document if document in there else ""
    history = log(library, found or document)
    if not found and not history:
        found = library.find(document)
        history = log(library, found)
    standing = latest(history)
    where = located(undecided(library.load(found)), standing) if found else {}
    return Decisions(
        tuple(standing),
        tuple(history),
        {where[d.place]: d for d in standing if d.place in where},
        tuple(d for d in standing if d.place not in where),
    )


def decide(
    library: Library,
    document: str,
    target: Target,
    action: Action | str,
    value: str | Decimal | None = None,
    who: str = "",
    note: str = "",
    *,
    seen: str | None = None,
) -> Disclosure:
    """Keep what a person decided about a figure, put it into the document, judge it and commit what is derived.

    `value` is for `correct` alone: a plain number in the unit of the cell (`1,234.50`, with the decimals it is to have),
    `空白` where the cell prints nothing, `-` where it prints a dash. Neither a blank nor a figure in prose can be the
    document's own error, and a figure in prose cannot be blank: prose has no cell that stays when its figure goes.
    `seen` is the figure as the person saw it: where another stands there now, nothing is decided.

    Returns the document as it is now. Raises UsageError where this makes no sense, LibraryBusyError where another process
    writes for more than fifteen seconds, LibraryError where a record or the file is damaged; then nothing was decided. Must
    not be called while `library.writing()` is held.
    """
    document = library.find(document)
    with library.writing(wait=_WAIT):
        stored = library.load(document)
        history = log(library, document)
        standing = latest(history)
        reading = undecided(stored)
        where = located(reading, standing)
        spot, decision = _spot(reading, target, where, standing)
        entry = _entry(document, _action(action), spot, decision, value, seen)
        entry = entry.model_copy(update=_signed(who, note))
        decided = judge(applied(reading, latest([*history, entry])))
        append(library.root / FILE, entry.model_dump_json())
        library.rewrite(decided)
        library.commit()
    return decided


def _action(action: Action | str) -> Action:
    try:
        return Action(action)
    except ValueError:
        raise UsageError(
            f"没有“{action}”这种核定：请用 accept（读数无误）、correct（更正）、own_error（原文有误）或 withdraw（撤回）。"
        ) from None


def _signed(who: str, note: str) -> dict[str, str]:
    """Who and when. What cannot be written is left out."""
    who, note = (text.encode(errors="ignore").decode().strip() for text in (who, note))
    if len(who) > 200 or len(note) > 4000:
        raise UsageError("核定人不超过 200 字，备注不超过 4000 字：请缩短后重试。")
    return {"who": who, "note": note, "when": datetime.now(UTC).isoformat(timespec="seconds")}


def _spot(
    reading: Disclosure, target: Target, where: dict[Place, Ref], standing: Sequence[Decision]
) -> tuple[Spot | None, Decision | None]:
    """The figure that is meant, and the decision that stands for it; no figure where only a decision is left."""
    by_place = {d.place: d for d in standing}
    by_ref = {ref: by_place[place] for place, ref in where.items()}
    if isinstance(target, Place) and target in by_place and target not in where:
        return None, by_place[target]
    ref = ("", target, 0) if isinstance(target, int) else where.get(target) if isinstance(target, Place) else target
    for spot in spots(reading):
        if spot.ref == ref or (ref is None and spot.place == target):
            return spot, by_ref.get(spot.ref)
    raise UsageError("这份文件里没有这个数字或单元格：资料库可能已更新，请刷新后重新选择。")


def _entry(
    document: str,
    action: Action,
    spot: Spot | None,
    standing: Decision | None,
    value: str | Decimal | None,
    seen: str | None,
) -> Decision:
    """The line to be written, unsigned."""
    given = "" if value is None else f"{value:f}" if isinstance(value, Decimal) else value.strip()
    if given and action is not Action.CORRECT:
        raise UsageError("只有更正（correct）需要填新的数值：请清空数值，或改用更正。")
    if action is Action.WITHDRAW:
        if standing is None:
            raise UsageError("这个数字还没有人核定过，没有可以撤回的核定。")
    elif spot is None:
        raise UsageError("这条核定在文件里已找不到对应的数字：只能撤回，或在原页上重新选择数字核定。")
    shown = standing.printed if standing is not None else spot.reading.printed if spot is not None else ""
    if seen is not None and seen.replace(",", "").strip() != shown:
        raise UsageError(f"这里现在是 {shown}，不是您看到的 {seen}：资料库已更新，请刷新后再核定。")
    place = standing.place if standing is not None else spot.place if spot is not None else None
    assert place is not None  # noqa: S101 - one of the two is there
    if spot is None:
        return Decision(document=document, place=place, action=action, state=State.BLANK, was=shown)
    was = spot.reading
    common = {"document": document, "place": place, "action": action, "was_state": was.state, "was": was.printed}
    if action is Action.OWN_ERROR and was.state is not State.NUMBER:
        raise UsageError("这一格没有印数字，不能记为原文有误：如确实印有数字请用更正，原文漏印请写在备注里。")
    if action is not Action.CORRECT:
        return Decision(**common, state=was.state, value=was.value)
    state, number = _value(given, spot)
    if state is not State.NUMBER and place.table == Kind.NARRATIVE:
        raise UsageError("文字说明里的数字不能更正为空：请填正确的数值；如果这里本不是数字，请写在备注里并保留待复核。")
    entry = Decision(**common, state=state, value=number)
    if (state, entry.printed) == (was.state, was.printed):
        raise UsageError(f"{entry.printed} 就是读出的内容：读数无误请用 accept，要取消之前的核定请用 withdraw。")
    return entry


def _value(given: str, spot: Spot) -> tuple[State, Decimal | None]:
    """A decided value: a number, blank or dash."""
    if not given:
        raise UsageError(f"请填更正后的数值，如 1,234.50；单元格实为空白请填“{BLANK}”，实为短横请填“-”。")
    if given in _BLANKS:
        return State.BLANK, None
    if is_dash(given):
        return State.DASH, None
    amount = parse_amount(given)
    if amount is None or (amount.percent and spot.unit != "%"):
        unit = f"单位为{spot.unit}，" if spot.unit else ""
        raise UsageError(f"“{given[:40]}”不是可用的数值：请只填数字，如 1,234.50（{unit}不要带单位、公式或文字）。")
    whole, _, decimals = amount.printed.lstrip("-").partition(".")
    if len(whole) > _WHOLE or len(decimals) > _DECIMALS:
        raise UsageError(f"数值太长：整数部分不超过 {_WHOLE} 位，小数不超过 {_DECIMALS} 位，请核对后重填。")
    number = Decimal(amount.printed)
    return State.NUMBER, abs(number) if number == 0 else number
