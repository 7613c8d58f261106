"""Chinese text on a reportlab page: fonts, line breaking, and a block of text that says on which page it fell."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from io import BytesIO
from typing import Any, Literal

import pymupdf
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import Flowable

_pdf_font: Any = pymupdf.Font  # untyped

CJK = "Gouji-CJK"
Align = Literal["left", "center", "right"]
OnDraw = Callable[[int], None]

# What must stay on one line: opening marks with what follows, a run of ASCII or a single character, closing marks.
_UNIT = re.compile(r"[（《“〔]*(?:[!-~]+|.)[，。；：、）》”〕？！％…]*", re.DOTALL)
_RUN = re.compile(r"[ -~]+|[^ -~]+")


@cache
def register_fonts() -> frozenset[int]:
    """Make the Chinese font that PyMuPDF carries known to reportlab, which embeds only the glyphs used.

    Returns the code points that it can draw.
    """
    font = TTFont(CJK, BytesIO(_pdf_font("cjk").buffer))
    pdfmetrics.registerFont(font)
    return frozenset(font.face.charToGlyph)


@lru_cache(maxsize=1 << 16)
def runs(text: str, latin: str) -> tuple[tuple[str, str], ...]:
    """Text cut into (font name, run): ASCII in the Latin font where one is named, the rest in the Chinese one.

    Raises ValueError for a character that the Chinese font cannot draw.
    """
    missing = sorted({c for c in text if c > "~" and ord(c) not in register_fonts()})
    if missing:
        raise ValueError(f"no glyph for {' '.join(missing)} in {text!r}")
    return tuple((latin if latin and run[0] <= "~" else CJK, run) for run in _RUN.findall(text))


@lru_cache(maxsize=1 << 16)
def text_width(text: str, size: float, latin: str) -> float:
    """Width in points."""
    return float(sum(pdfmetrics.stringWidth(run, font, size) for font, run in runs(text, latin)))


@lru_cache(maxsize=1 << 14)
def break_lines(text: str, size: float, width: float, latin: str, indent: float = 0) -> tuple[str, ...]:
    """Cut text into lines of at most `width` points, the first shorter by `indent`; joined, they are the text.

    A figure is never cut; only a run of ASCII wider than the line is.
    """
    lines, room = [""], width - indent
    for unit in _UNIT.findall(text):
        parts = [unit] if text_width(unit, size, latin) <= width else list(unit)
        for part in parts:
            if lines[-1] and text_width(lines[-1] + part, size, latin) > room:
                lines.append("")
                room = width
            lines[-1] += part
    return tuple(lines)


class TextBlock(Flowable):  # type: ignore[misc]  # reportlab is untyped
    """Wrapped text in one size that never splits over pages and reports the page it is drawn on (1-based)."""

    def __init__(
        self,
        text: str,
        size: float,
        *,
        latin: str,
        align: Align = "left",
        leading: float = 1.25,
        indent: float = 0,
        min_height: float = 0,
        bold: bool = False,
        on_draw: OnDraw | None = None,
    ) -> None:
        super().__init__()
        self.text, self.size, self.latin, self.align, self.bold = text, size, latin, align, bold
        self.step, self.indent, self.min_height, self.on_draw = size * leading, indent, min_height, on_draw
        self._lines: list[str] = []

    def wrap(self, available_width: float, _available_height: float) -> tuple[float, float]:
        """Width and height in points, as platypus asks for."""
        self._lines = []
        for n, paragraph in enumerate(self.text.split("\n")):
            indent = self.indent if n == 0 else 0
            # A hair of slack, so that a line broken for this width is not broken again.
            self._lines += break_lines(paragraph, self.size, available_width + 0.1, self.latin, indent)
        self.width, self.height = available_width, max(len(self._lines) * self.step, self.min_height)
        return self.width, self.height

    def draw(self) -> None:
        """Draw the lines, centred in the height where a minimum made it larger."""
        if self.on_draw is not None:
            self.on_draw(int(self.canv.getPageNumber()))
        top = self.height - (self.height - len(self._lines) * self.step) / 2
        for n, line in enumerate(self._lines):
            spare = self.width - text_width(line.strip(" "), self.size, self.latin)
            x = {"left": self.indent if n == 0 else 0, "center": spare / 2, "right": spare}[self.align]
            draw_line(
                self.canv,
                (x, top - (n + 0.5) * self.step - 0.36 * self.size),
                line.strip(" "),
                self.size,
                latin=self.latin,
                bold=self.bold,
            )


def draw_line(canvas: Any, at: tuple[float, float], text: str, size: float, *, latin: str, bold: bool = False) -> None:
    """Draw one line with its baseline at a point; bold is the outline stroked, as the font has no bold cut."""
    pen = canvas.beginText(*at)
    if bold:
        canvas.setLineWidth(size * 0.03)
        pen.setTextRenderMode(2)
    for font, run in runs(text, latin):
        pen.setFont(font, size)
        pen.textOut(run)
    if bold:
        pen.setTextRenderMode(0)
    canvas.drawText(pen)
