"""Files that cannot be read: each says why, in words that tell what to do, and none stops the others."""

import json
import os
import pickle
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from extract import Limits, extract
from extract.batch import read_all
from extract.errors import (
    DamagedPdfError,
    DocumentError,
    EmptyFileError,
    EncryptedPdfError,
    LimitError,
    NoPagesError,
    NoSuchPageError,
    NotADisclosureError,
    NotAPdfError,
    NoTextLayerError,
)
from extract.library import Library
from tests.pdfs import Draft, opened, pdf, save, table, values, write

GOLD = Path(__file__).parent.parent / "eval" / "gold"
SAMPLE = GOLD / "relics_centre_2023.pdf"
NO_LIMITS: dict[str, Any] = {}


def made(path: Path, draw: Callable[[Any], object] = lambda _: None, **how: Any) -> Path:
    """A PDF of a draft page and whatever is drawn into its document."""
    draft = Draft()
    draw(draft.document)
    return draft.save(path, **how)


def tree(pages: str) -> bytes:
    """A PDF whose page tree is as given."""
    return f"""%PDF-1.4
1 0 obj
<</Type/Catalog/Pages 2 0 R>>
endobj
2 0 obj
<</Type/Pages {pages}>>
endobj
3 0 obj
<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>
endobj
trailer
<</Root 1 0 R>>
""".encode()


def empty(path: Path) -> None:
    path.touch()


def a_web_page(path: Path) -> None:
    path.write_text("<html><body>404 页面不存在</body></html>", encoding="utf-8")


def a_spreadsheet(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + bytes(2000))


def only_a_header(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n")


def header_and_noise(path: Path) -> None:
    path.write_bytes(b"%PDF-1.7\n" + bytes(range(256)) * 20)


def locked(path: Path) -> None:
    made(path, encryption=pdf.PDF_ENCRYPT_AES_256, user_pw="reader", owner_pw="owner")


def locked_long_ago(path: Path) -> None:
    made(path, encryption=pdf.PDF_ENCRYPT_RC4_40, user_pw="reader", owner_pw="owner")


def without_pages(path: Path) -> None:
    path.write_bytes(tree("/Kids[]/Count 0"))


def fewer_pages_than_it_says(path: Path) -> None:
    path.write_bytes(tree("/Kids[]/Count 5"))


def more_pages_than_there_can_be(path: Path) -> None:
    path.write_bytes(tree("/Kids[3 0 R]/Count 2000000000"))


def pages_within_themselves(path: Path) -> None:
    path.write_bytes(tree("/Kids[2 0 R]/Count 1"))


def scanned(path: Path) -> None:
    document = pdf.open()
    image = pdf.Pixmap(pdf.csRGB, pdf.IRect(0, 0, 8, 8))
    image.clear_with(200)
    for _ in range(3):
        page = document.new_page()
        page.insert_image(page.rect, pixmap=image, keep_proportion=False)
    save(document, path)


def a_notice(path: Path) -> None:
    document = pdf.open()
    write(document.new_page(), (60, 80), "关于召开2026年学术年会的通知：会议经费预算12.50万元。")
    save(document, path)


def blank_pages(path: Path) -> None:
    document = pdf.open()
    document.new_page()
    save(document, path)


def fifteen_hundred_pages(path: Path) -> None:
    made(path, lambda document: [document.new_page() for _ in range(1499)])


def a_poster(path: Path) -> None:
    made(path, lambda document: document.new_page(width=20_000, height=300))


def a_sample(path: Path) -> None:
    shutil.copyfile(SAMPLE, path)


Case = tuple[Callable[[Path], None], type[DocumentError], str, dict[str, Any]]
CASES: list[Case] = [
    (empty, EmptyFileError, "0 字节", NO_LIMITS),
    (a_web_page, NotAPdfError, "不是 PDF", NO_LIMITS),
    (a_spreadsheet, NotAPdfError, "不是 PDF", NO_LIMITS),
    (only_a_header, DamagedPdfError, "损坏", NO_LIMITS),
    (header_and_noise, DamagedPdfError, "损坏", NO_LIMITS),
    (fewer_pages_than_it_says, DamagedPdfError, "损坏", NO_LIMITS),
    (more_pages_than_there_can_be, DamagedPdfError, "损坏", NO_LIMITS),
    (pages_within_themselves, DamagedPdfError, "损坏", NO_LIMITS),
    (locked, EncryptedPdfError, "密码", NO_LIMITS),
    (locked_long_ago, EncryptedPdfError, "密码", NO_LIMITS),
    (without_pages, NoPagesError, "一页也没有", NO_LIMITS),
    (scanned, NoTextLayerError, "全部 3 页都没有可用的文字层", NO_LIMITS),
    (blank_pages, NoTextLayerError, "全部 1 页", NO_LIMITS),
    (a_notice, NotADisclosureError, "没有找到预决算公开的任何一张标准表", NO_LIMITS),
    (fifteen_hundred_pages, LimitError, "共有 1500 页，超过 1000 页.*GOUJI_MAX_PAGES", NO_LIMITS),
    (a_poster, LimitError, "第 2 页长 20000 点，超过 14400 点.*GOUJI_MAX_PAGE_POINTS", NO_LIMITS),
    (a_sample, LimitError, "共有 22 页，超过 21 页.*GOUJI_MAX_PAGES", {"max_pages": 21}),
    (a_sample, LimitError, "用完.*GOUJI_MAX_SECONDS", {"max_seconds": 0.001}),
    (a_sample, LimitError, "MB.*GOUJI_MAX_FILE_MB", {"max_file_mb": 0.01}),
    (a_sample, LimitError, "第 2 页有 1413 个字符，超过 100 个.*GOUJI_MAX_PAGE_CHARS", {"max_page_chars": 100}),
    (a_sample, LimitError, "条线，超过 10 条.*GOUJI_MAX_PAGE_PATHS", {"max_page_paths": 10}),
]


@pytest.mark.parametrize(
    ("make", "error", "told", "limits"), CASES, ids=["-".join((c[0].__name__, *c[3])) for c in CASES]
)
def test_a_file_that_cannot_be_read_says_why(
    make: Callable[[Path], None], error: type[DocumentError], told: str, limits: dict[str, Any], tmp_path: Path
) -> None:
    make(tmp_path / "a.pdf")
    with pytest.raises(error, match=told) as raised:
        extract(tmp_path / "a.pdf", Limits(**limits))
    assert type(raised.value) is error
    if isinstance(raised.value, LimitError):
        assert raised.value.limit in Limits.model_fields


@pytest.mark.parametrize("part", [0.1, 0.5, 0.7, 0.9, 0.95])
def test_a_file_that_breaks_off_is_called_damaged(part: float, tmp_path: Path) -> None:
    whole = SAMPLE.read_bytes()
    (tmp_path / "a.pdf").write_bytes(whole[: int(part * len(whole))])
    with pytest.raises(DamagedPdfError):
        extract(tmp_path / "a.pdf")


@pytest.mark.parametrize("part", [0.5, 0.8, 0.97])
def test_a_page_whose_content_is_damaged_never_passes_in_silence(part: float, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    draft = Draft()
    draft.page.clean_contents()
    draft.save(path, deflate=True)
    with opened(path) as document:
        content = document.xref_stream_raw(document[0].get_contents()[0])
    at = path.read_bytes().index(content) + int(part * len(content))
    path.write_bytes(path.read_bytes()[:at] + bytes(40) + path.read_bytes()[at + 40 :])
    try:
        found = extract(path)
    except DocumentError:
        return
    assert [f.severity.value for f in found.findings if f.severity.value != "info" and f.page == 1] != []


def test_a_pdf_that_only_may_not_be_changed_is_read(tmp_path: Path) -> None:
    path = made(tmp_path / "a.pdf", encryption=pdf.PDF_ENCRYPT_AES_256, user_pw="", owner_pw="owner")
    assert len(values(table(extract(path)))) == 5


def test_a_file_without_a_suffix_is_read(tmp_path: Path) -> None:
    path = made(tmp_path / "预算公开 2026")
    assert extract(path).meta.file == "预算公开 2026"


def test_one_bad_file_never_stops_the_rest(tmp_path: Path) -> None:
    """Through the command: a folder of bad files and a good one gives the good one, a reason for each, and status 1."""
    folder = tmp_path / "年度公开"
    (folder / "附件").mkdir(parents=True)
    wanted = {}
    for make, error, _, limits in CASES:
        if limits:
            continue
        name = f"{make.__name__}.pdf"
        make(folder / "附件" / name)
        wanted[name] = error.code
    shutil.copyfile(SAMPLE, folder / "样本.PDF")
    run = subprocess.run(
        [
            sys.executable,
            "-m",
            "cli",
            "extract",
            str(folder),
            "--library",
            str(tmp_path / "library"),
            "--jobs",
            "1",
            "--json",
        ],
        capture_output=True,
        text=True,
        check=False,
        env=os.environ | {"PYTHONPATH": str(GOLD.parent.parent)},
    )
    assert run.returncode == 1
    results = {Path(r["path"]).name: r for r in json.loads(run.stdout)}
    good = results.pop("样本.PDF")
    assert (good["status"], good["pages"], good["tables"]) == ("read", 22, 9)
    assert {name: r["code"] for name, r in results.items()} == wanted
    assert {r["status"] for r in results.values()} == {"failed"}
    assert all(re.search(r"请|可调高限额", r["message"]) for r in results.values())
    assert all(re.search(r"[\u4e00-\u9fff]", r["message"]) for r in results.values())
    assert "Traceback" not in run.stderr
    library = Library(tmp_path / "library")
    assert library.ids() == [good["document"]]


def crowded(path: Path, pages: int = 1) -> Path:
    """A PDF with pages of 95,000 characters each."""
    line = "一二三四五六七八九十" * 20

    def crowd(document: Any) -> None:
        for _ in range(pages):
            write(document.new_page(width=3000, height=3000), (20, 20), "\n".join([line] * 475), 5)

    return made(path, crowd, deflate=True)


def test_a_document_that_wants_too_much_memory_fails_alone(tmp_path: Path) -> None:
    files = [crowded(tmp_path / "crowded.pdf", pages=5), made(tmp_path / "good.pdf")]
    results = read_all(files, Library(tmp_path / "library"), jobs=1, limits=Limits(max_memory_mb=150))
    assert results[1].status == "read"
    # How far 150 MB go depends on the machine; a worker that cannot get its memory may also die of it.
    assert (results[0].status, results[0].code) in {("failed", "limit"), ("failed", "reader_failed"), ("read", "")}


def test_a_document_that_takes_too_long_is_stopped_and_the_next_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("extract.batch._GRACE", 0.0)
    files = [crowded(tmp_path / "crowded.pdf"), made(tmp_path / "good.pdf")]
    results = read_all(files, Library(tmp_path / "library"), jobs=1, limits=Limits(max_seconds=0.4))
    assert [(r.status, r.code) for r in results] == [("failed", "limit"), ("read", "")]
    assert "GOUJI_MAX_SECONDS" in results[0].message


@pytest.mark.parametrize("error", [LimitError("max_pages", "共有 2000 页"), NoSuchPageError(9, 3), EmptyFileError()])
def test_an_error_comes_out_of_a_worker_as_it_went_in(error: DocumentError) -> None:
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (type(again), str(again), vars(again)) == (type(error), str(error), vars(error))
