"""A page is its visible characters with boxes and baselines, its ruling lines, its size and rotation.

One pass per page over PyMuPDF's characters and drawings. Characters come in *upright* coordinates (points, origin top
left, text running left to right), whatever the page's `/Rotate` or the direction its text was drawn in;
`Page.shown` takes a box back to the page as it is shown. Text that a reader of the page cannot see (invisible, white,
clipped, off the page, covered, 1 pt) is left out and counted.

PyMuPDF is imported where a page is read, as it takes a second to load: most of what imports this reads none.
"""

from __future__ import annotations

import math
import re
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from extract.errors import (
    DamagedPdfError,
    EmptyFileError,
    EncryptedPdfError,
    LimitError,
    NoPagesError,
    NotAPdfError,
)
from extract.limits import Limits

Box = tuple[float, float, float, float]

_ASCENT, _DESCENT = 0.88, 0.12  # of the em box around the baseline, as CJK fonts draw it
_SMALLEST = 2.5  # points; smaller text cannot be read on paper
_FAINTEST = 20  # of 255: alpha below this is invisible
_FILLED_OR_STROKED = 16 | 32
_THIN = 3.0  # points; a filled rectangle thinner than this is a ruling line
_SAME_COLOUR = 0.08
_OPAQUE = 0.9
_DAMAGE = re.compile(r"zlib|syntax error|premature|corrupt|data error|broken", re.IGNORECASE)
_DPI, _CONTRAST = 144, 40  # of 255: how a doubtful character is looked at, and how much it must stand out


class Char(NamedTuple):
    """One visible character: its box and baseline in upright points; `twice` where it is printed twice over."""

    x0: float
    y0: float
    x1: float
    y1: float
    text: str
    base: float
    size: float
    twice: bool = False


class Segment(NamedTuple):
    """A horizontal or vertical ruling: its place across (`at`) and its extent along."""

    at: float
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Page:
    """One page as the reader needs it. `number` is 1-based; width and height are of the page as shown."""

    number: int
    width: float
    height: float
    rotation: int
    turn: int
    chars: tuple[Char, ...]
    horizontals: tuple[Segment, ...]
    verticals: tuple[Segment, ...]
    has_image: bool
    hidden: int = 0
    damaged: bool = False
    hidden_digits: tuple[tuple[float, float], ...] = ()

    def shown(self, box: Box) -> Box:
        """A box in upright coordinates, as a box on the page as shown (points, origin top left)."""
        x0, y0, x1, y1 = _shown(box, self.turn, self.width, self.height)
        return (round(x0, 2), round(y0, 2), round(x1, 2), round(y1, 2))


def _shown(box: Box, turn: int, width: float, height: float) -> Box:
    x0, y0, x1, y1 = box
    if turn == 90:
        return (width - y1, x0, width - y0, x1)
    if turn == 180:
        return (width - x1, height - y1, width - x0, height - y0)
    if turn == 270:
        return (y0, height - x1, y1, height - x0)
    return box


class _Affine(NamedTuple):
    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def point(self, x: float, y: float) -> tuple[float, float]:
        return (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)

    def box(self, x0: float, y0: float, x1: float, y1: float) -> Box:
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))


_AS_IS = _Affine(1, 0, 0, 1, 0, 0)
_DOUBLE = 1.0  # points: equal characters nearer than this are one, printed twice


def load() -> None:
    """Load PyMuPDF, which takes most of a second, before it is needed."""
    import pymupdf

    pymupdf.TOOLS.mupdf_display_errors(False)


def open_pdf(path: Path, limits: Limits) -> Any:
    """Open a PDF inside the limits. Raises a `DocumentError` that says what is wrong with the file."""
    import pymupdf

    size = path.stat().st_size
    if size == 0:
        raise EmptyFileError
    if size > limits.max_file_mb * 1e6:
        raise LimitError("max_file_mb", f"文件有 {size / 1e6:.3g} MB，超过 {limits.max_file_mb:g} MB 的限额")
    with path.open("rb") as handle:
        if b"%PDF-" not in handle.read(1024):
            raise NotAPdfError
    pymupdf.TOOLS.mupdf_display_errors(False)
    pymupdf.TOOLS.mupdf_display_warnings(False)
    try:
        document = pymupdf.open(path, filetype="pdf")
    except (pymupdf.FileDataError, pymupdf.EmptyFileError, RuntimeError, ValueError) as error:
        raise DamagedPdfError(type(error).__name__) from error
    if document.needs_pass:
        raise EncryptedPdfError
    if not _ends(path) and document.is_repaired:
        raise DamagedPdfError("文件中途断了")
    try:
        count = document.page_count
    except (pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
        raise DamagedPdfError("页树损坏") from error
    if count == 0:
        raise NoPagesError
    if count > limits.max_pages:
        raise LimitError("max_pages", f"共有 {count} 页，超过 {limits.max_pages} 页的限额")
    return document


def _ends(path: Path) -> bool:
    """Whether the file has its end mark somewhere in its last stretch: one that breaks off has none."""
    with path.open("rb") as handle:
        handle.seek(max(0, path.stat().st_size - 65_536))
        tail = handle.read()
    return b"%%EOF" in tail or b"trailer" in tail


def read_pages(document: Any, limits: Limits, deadline: float | None = None) -> Iterator[Page]:
    """The pages of an open document, in order, each read once; stops at the deadline (`time.monotonic`)."""
    import pymupdf

    for number in range(1, document.page_count + 1):
        if deadline is not None and time.monotonic() > deadline:
            raise LimitError("max_seconds", f"读到第 {number} 页时已用完 {limits.max_seconds:g} 秒")
        try:
            yield read_page(document[number - 1], number, limits)
        except (pymupdf.FileDataError, pymupdf.mupdf.FzErrorBase, RuntimeError, ValueError) as error:
            raise DamagedPdfError(f"第 {number} 页无法读取") from error


def read_page(page: Any, number: int, limits: Limits) -> Page:
    """Everything the reader needs of one page."""
    import pymupdf

    width, height = page.rect.width, page.rect.height
    if max(width, height) > limits.max_page_points:
        raise LimitError(
            "max_page_points", f"第 {number} 页长 {max(width, height):.0f} 点，超过 {limits.max_page_points:.0f} 点"
        )
    pymupdf.TOOLS.reset_mupdf_warnings()
    # text as it is shown, not as it is given for copying (ActualText); nothing that is clipped away
    flags = (pymupdf.TEXTFLAGS_RAWDICT & ~pymupdf.TEXT_PRESERVE_IMAGES) | pymupdf.TEXT_IGNORE_ACTUALTEXT
    raw = page.get_text("rawdict", flags=flags)
    spans = [
        (line["dir"], span) for block in raw["blocks"] for line in block.get("lines", ()) for span in line["spans"]
    ]
    total = sum(len(span["chars"]) for _, span in spans)
    if total > limits.max_page_chars:
        raise LimitError("max_page_chars", f"第 {number} 页有 {total} 个字符，超过 {limits.max_page_chars} 个")
    paths = page.get_cdrawings()
    if len(paths) > limits.max_page_paths:
        raise LimitError("max_page_paths", f"第 {number} 页有 {len(paths)} 条线，超过 {limits.max_page_paths} 条")
    rotation = _Affine(*page.rotation_matrix)
    turn = _text_turn(spans, rotation)
    place = _upright(rotation, turn, width, height)
    fills = _fills(paths)
    covered = _covered(page, spans, fills)
    ink = _Ink(page)
    extent = (height, width) if turn in (90, 270) else (width, height)
    chars: list[Char] = []
    unseen: list[Any] = []
    for direction, span in spans:
        run = _run_direction(direction, place)
        visible = run is not None and _visible(span) and (bool(fills) or not _pale(span["color"]))
        if not visible:
            unseen += (char for char in span["chars"] if not char["c"].isspace())
            continue
        for char in span["chars"]:
            if char["c"].isspace():
                continue
            made = _char(char, span["size"], place, level=bool(run))
            doubtful = bool(fills) and not _legible(char, span["color"], fills)
            if doubtful or (covered and _at(char) in covered):
                seen = ink.shows(_shown((made.x0, made.y0, made.x1, made.y1), turn, width, height))
            else:
                seen = True
            if seen and 0 <= made.x0 + made.x1 <= 2 * extent[0] and 0 <= made.y0 + made.y1 <= 2 * extent[1]:
                chars.append(made)
            else:
                unseen.append(char)
    horizontals, verticals = _rulings(paths, place, extent)
    return Page(
        number=number,
        width=width,
        height=height,
        rotation=page.rotation,
        turn=turn,
        chars=tuple(_once(chars)),
        horizontals=tuple(horizontals),
        verticals=tuple(verticals),
        has_image=bool(page.get_images()) and _has_large_image(page),
        hidden=len(unseen),
        damaged=bool(_DAMAGE.search(pymupdf.TOOLS.mupdf_warnings())),
        hidden_digits=tuple(place.point(*_centre(char)) for char in unseen if char["c"].isdigit()),
    )


def _visible(span: Any) -> bool:
    """Whether a span's text is large enough, opaque, and painted at all."""
    return bool(span["size"] >= _SMALLEST and span["alpha"] >= _FAINTEST and span["char_flags"] & _FILLED_OR_STROKED)


def _has_large_image(page: Any) -> bool:
    import pymupdf

    area = page.rect.width * page.rect.height
    return any(abs(pymupdf.Rect(info["bbox"])) > 0.25 * area for info in page.get_image_info())


def _text_turn(spans: list[tuple[Any, Any]], rotation: _Affine) -> int:
    """By how much most of the page's text is turned clockwise on the page as shown: 0, 90, 180 or 270."""
    votes: Counter[int] = Counter()
    for (dx, dy), span in spans:
        angle = math.degrees(math.atan2(rotation.b * dx + rotation.d * dy, rotation.a * dx + rotation.c * dy))
        nearest = round(angle / 90) % 4 * 90
        if abs((angle - nearest + 180) % 360 - 180) < 3:
            votes[nearest] += len(span["chars"])
    return votes.most_common(1)[0][0] if votes else 0


def _upright(rotation: _Affine, turn: int, width: float, height: float) -> _Affine:
    """From the page's own coordinates to upright ones."""
    turned = {
        0: _Affine(1, 0, 0, 1, 0, 0),
        90: _Affine(0, -1, 1, 0, 0, width),
        180: _Affine(-1, 0, 0, -1, width, height),
        270: _Affine(0, 1, -1, 0, height, 0),
    }[turn]
    r, t = rotation, turned
    return _Affine(
        t.a * r.a + t.c * r.b,
        t.b * r.a + t.d * r.b,
        t.a * r.c + t.c * r.d,
        t.b * r.c + t.d * r.d,
        t.a * r.e + t.c * r.f + t.e,
        t.b * r.e + t.d * r.f + t.f,
    )


def _run_direction(direction: tuple[float, float], place: _Affine) -> bool | None:
    """True for level text, False for text that runs up or down, None for slanting text (a watermark)."""
    dx = place.a * direction[0] + place.c * direction[1]
    dy = place.b * direction[0] + place.d * direction[1]
    if abs(dy) < 0.05:
        return True
    return False if abs(dx) < 0.05 else None


def _char(char: Any, size: float, place: _Affine, *, level: bool) -> Char:
    x0, y0, x1, y1 = char["bbox"]
    base = char["origin"][1]
    if place != _AS_IS:
        base = place.point(*char["origin"])[1]
        x0, y0, x1, y1 = place.box(x0, y0, x1, y1)
    if not level:
        return Char(x0, y0, x1, y1, char["c"], y1, size)
    return Char(x0, base - _ASCENT * size, x1, base + _DESCENT * size, char["c"], base, size)


def _once(chars: list[Char]) -> list[Char]:
    """Without the doubles of text that is printed twice, a hair apart, to look bold."""
    doubles: dict[int, int] = {}
    order = sorted(range(len(chars)), key=lambda i: (chars[i].text, chars[i].base))
    for n, i in enumerate(order):
        x0, _, _, _, text, base, _, _ = chars[i]
        for m in range(n + 1, len(order)):
            other = chars[j := order[m]]
            if other.text != text or other.base - base >= _DOUBLE:
                break
            if abs(other.x0 - x0) < _DOUBLE:
                doubles[max(i, j)] = min(i, j)
    if not doubles:
        return chars
    twice = set(doubles.values())
    return [c._replace(twice=True) if i in twice else c for i, c in enumerate(chars) if i not in doubles]


class _Fill(NamedTuple):
    box: Box
    colour: tuple[float, ...]
    seqno: int


def _fills(paths: list[Any]) -> list[_Fill]:
    """Opaque painted areas (not lines), in the order they are painted; of odd shapes, the box around them."""
    found = []
    for path in paths:
        seqno = path.get("seqno", 0)
        colour = path.get("fill")
        if colour is not None and path.get("fill_opacity", 1.0) >= _OPAQUE:
            shapes = [tuple(item[1]) for item in path["items"] if item[0] == "re"] or [tuple(path["rect"])]
            found += [_Fill((a, b, c, d), tuple(colour), seqno) for a, b, c, d in shapes if min(c - a, d - b) > _THIN]
        colour = path.get("color")
        if colour is not None and path.get("stroke_opacity", 1.0) >= _OPAQUE and (path.get("width") or 0) > _THIN:
            half = path["width"] / 2
            x0, y0, x1, y1 = path["rect"]
            found.append(_Fill((x0 - half, y0 - half, x1 + half, y1 + half), tuple(colour), seqno))
    return found


class _Ink:
    """The page as a picture, drawn when first asked: whether anything can be seen in a box."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.picture: Any = None

    def shows(self, box: Box) -> bool:
        """Whether light and dark stand in a box (points on the page as shown)."""
        if self.picture is None:
            import pymupdf

            self.picture = self.page.get_pixmap(dpi=_DPI, colorspace=pymupdf.csGRAY, alpha=False)
        picture, scale = self.picture, _DPI / 72
        x0, x1 = max(int(box[0] * scale), 0), min(int(box[2] * scale) + 1, picture.width)
        y0, y1 = max(int(box[1] * scale), 0), min(int(box[3] * scale) + 1, picture.height)
        rows = (
            [picture.samples[y * picture.stride + x0 : y * picture.stride + x1] for y in range(y0, y1)]
            if x0 < x1
            else []
        )
        pixels = b"".join(rows)
        return bool(pixels) and max(pixels) - min(pixels) > _CONTRAST


def _rgb(colour: int) -> tuple[float, float, float]:
    return ((colour >> 16 & 255) / 255, (colour >> 8 & 255) / 255, (colour & 255) / 255)


def _pale(colour: int) -> bool:
    """Whether text of this colour cannot be told from white paper."""
    return min(_rgb(colour)) > 1 - _SAME_COLOUR


def _legible(char: Any, colour: int, fills: list[_Fill]) -> bool:
    """Whether the text's colour surely differs from what lies under it (paper is white)."""
    if _pale(colour):
        return False
    x, y = _centre(char)
    rgb = _rgb(colour)
    return not any(
        max(abs(a - b) for a, b in zip(rgb, fill.colour, strict=False)) <= _SAME_COLOUR
        for fill in fills
        if fill.box[0] <= x <= fill.box[2] and fill.box[1] <= y <= fill.box[3]
    )


def _centre(char: Any) -> tuple[float, float]:
    x0, y0, x1, y1 = char["bbox"]
    return ((x0 + x1) / 2, (y0 + y1) / 2)


def _at(char: Any) -> tuple[int, int]:
    return (round(char["origin"][0] * 4), round(char["origin"][1] * 4))


def _covered(page: Any, spans: list[tuple[Any, Any]], fills: list[_Fill]) -> set[tuple[int, int]]:
    """Origins of characters over which something opaque was painted later.

    Asked for only where an area or an image overlaps text: the order of painting costs a second look at the page.
    """
    text_boxes = [span["bbox"] for _, span in spans]
    images = [tuple(info["bbox"]) for info in page.get_image_info()] if page.get_images() else []
    areas = [fill.box for fill in fills] + images
    if not any(_overlap(area, box) for area in areas for box in text_boxes):
        return set()
    painted = [(index, tuple(box)) for index, (kind, box, *_) in enumerate(page.get_bboxlog()) if kind == "fill-image"]
    painted += [(fill.seqno, fill.box) for fill in fills]
    hidden = set()
    for span in page.get_texttrace():
        later = [box for index, box in painted if index > span["seqno"]]
        for _, _, origin, (x0, y0, x1, y1) in span["chars"] if later else ():
            x, y = (x0 + x1) / 2, (y0 + y1) / 2
            if any(box[0] <= x <= box[2] and box[1] <= y <= box[3] for box in later):
                hidden.add((round(origin[0] * 4), round(origin[1] * 4)))
    return hidden


def _overlap(a: tuple[float, ...], b: tuple[float, ...]) -> bool:
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


def _rulings(paths: list[Any], place: _Affine, extent: tuple[float, float]) -> tuple[list[Segment], list[Segment]]:
    """The page's horizontal and vertical lines, from strokes and from thin filled rectangles, inside the page."""
    horizontals: list[Segment] = []
    verticals: list[Segment] = []

    def add(x0: float, y0: float, x1: float, y1: float) -> None:
        x0, y0, x1, y1 = place.box(x0, y0, x1, y1)
        x0, x1 = max(x0, -1.0), min(x1, extent[0] + 1)
        y0, y1 = max(y0, -1.0), min(y1, extent[1] + 1)
        if y1 - y0 <= _THIN and x1 - x0 > y1 - y0:
            horizontals.append(Segment((y0 + y1) / 2, x0, x1))
        elif x1 - x0 <= _THIN and y1 - y0 > x1 - x0:
            verticals.append(Segment((x0 + x1) / 2, y0, y1))

    for path in paths:
        x0, y0, x1, y1 = path["rect"]
        if "s" in path["type"]:
            if path.get("stroke_opacity", 1.0) >= _FAINTEST / 255 and (path.get("width") or 0) <= 2 * _THIN:
                for item in path["items"]:
                    for edge in _edges(item):
                        add(*edge)
        elif min(x1 - x0, y1 - y0) <= _THIN:
            add(x0, y0, x1, y1)
        else:
            for item in path["items"]:
                if item[0] == "re" and min(item[1][2] - item[1][0], item[1][3] - item[1][1]) <= _THIN:
                    add(*item[1])
    return horizontals, verticals


def _edges(item: Any) -> list[Box]:
    """The straight edges that a stroked path item draws."""
    if item[0] == "l":
        return [(*item[1], *item[2])]
    if item[0] == "re":
        x0, y0, x1, y1 = item[1]
        return [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)]
    if item[0] == "qu":
        upper_left, upper_right, lower_left, lower_right = item[1]
        corners = (upper_left, upper_right, lower_right, lower_left)
        return [(*a, *b) for a, b in zip(corners, (*corners[1:], corners[0]), strict=True)]
    return []
