"""The command: exit statuses, what goes to stdout, exports that no spreadsheet runs, checks replayed from the record."""

import csv
import io
import json
import re
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any, NamedTuple

import openpyxl
import pyarrow.parquet as pq
import pytest

import cli
from extract import extract
from extract.export import export
from extract.library import Library
from tests.libraries import FACTS, SAMPLES, build, read_in_this_process
from tests.pdfs import ROWS, WIDTHS, Draft, pdf, ruled, write

parquet: Any = pq  # untyped
sheets: Any = openpyxl  # untyped

HOSTILE = (
    ("206", "=SUM(A1:A9)", "130.00", "70.00", "60.00"),
    ("20602", "+基础研究", "130.00", "70.00", "60.00"),
    ("2060201", "-机构运行", "70.00", "70.00", "-5.00"),
    ("=1+2", "@自然科学基金", "60.00", "－", "60.00"),
    ("2060204", "[red]x[/]", "30.00", "10.00", "10.00"),
    ("2060299", "其他基础研究支出", "", "", "-1=cmd|' /C calc'!A0"),
    ("", "合计", "130.00", "70.00", "60.00"),
)
UNEVEN = (*ROWS[:3], ("2060203", "[red]x[/]", "65.00", "", "60.00"), ROWS[4])


class Ran(NamedTuple):
    """What a command did."""

    status: int
    out: str
    err: str
    bytes: bytes


Command = Callable[..., Ran]


@pytest.fixture
def gouji(monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes], tmp_path: Path) -> Command:
    """Runs `gouji` with some arguments, in an empty folder and without worker processes."""
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    read_in_this_process(monkeypatch)

    def run(*arguments: object) -> Ran:
        monkeypatch.setattr(sys, "argv", ["gouji", *map(str, arguments)])
        capsysbinary.readouterr()
        with pytest.raises(SystemExit) as ended:
            cli.main()
        told = capsysbinary.readouterr()
        assert b"Traceback" not in told.err
        return Ran(int(ended.value.code or 0), told.out.decode("utf-8-sig"), told.err.decode(), told.out)

    return run


@pytest.fixture
def good(tmp_path: Path) -> Path:
    return Draft().save(tmp_path / "good.pdf")


@pytest.fixture
def doubtful(tmp_path: Path) -> Path:
    """Two numbers in a cell: nothing in the table is sure."""
    rows = [*ROWS[:3], ("2060203", "自然科学基金", "60.00", "", "30.00  30.00"), ROWS[4]]
    return Draft(rows).save(tmp_path / "doubtful.pdf")


@pytest.fixture
def bad(tmp_path: Path) -> Path:
    (tmp_path / "bad.pdf").touch()
    return tmp_path / "bad.pdf"


@pytest.fixture
def library(tmp_path: Path, good: Path) -> Path:
    return build(tmp_path / "library", [good]).root


@pytest.fixture(scope="module")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("samples"), SAMPLES).root


@pytest.fixture(scope="module")
def book(samples: Path) -> Any:
    """The workbook of the samples."""
    return sheets.load_workbook(io.BytesIO(export(Library(samples).all(), "xlsx")))


# --- exit statuses ----------------------------------------------------------------------------------------------------


def test_zero_where_all_is_read(gouji: Command, good: Path, doubtful: Path) -> None:
    assert gouji("extract", good, doubtful).status == 0
    assert gouji("extract", good, "--strict").status == 0


def test_one_where_a_document_cannot_be_read(gouji: Command, good: Path, bad: Path) -> None:
    ran = gouji("extract", bad, good, "--strict")
    assert ran.status == 1
    assert "✗ bad.pdf：文件是空的（0 字节）" in ran.out
    assert "✓ good.pdf" in ran.out


def test_three_only_where_strict_and_figures_need_review(gouji: Command, doubtful: Path) -> None:
    assert gouji("extract", doubtful).status == 0
    ran = gouji("extract", doubtful, "--strict")
    assert ran.status == 3
    assert "待复核 12" in ran.out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["extract"], "Missing argument"),
        (["extract", "nowhere.pdf"], "没有这个文件或文件夹：nowhere.pdf"),
        (["extract", "."], "没有 PDF 文件"),
        (["extract", "{good}", "--jobs", "0"], "--jobs"),
        (["extract", "{good}", "--reader", "magic"], "--reader"),
        (["extract", "{good}", "--reader", "llm"], "没有配置模型"),
        (["extract", "{good}", "--libary", "x"], "No such option"),
        (["list", "--library", "nowhere"], "不是资料库"),
        (["list", "--library", "{good}"], "--library"),
        (["verify", "--library", "nowhere"], "不是资料库"),
        (["export", "--format", "csv"], "不是资料库"),
        (["export", "--format", "doc", "--library", "{library}"], "--format"),
        (["export", "--format", "csv", "--library", "{library}", "-o", "no/such/folder.csv"], "no such folder"),
        (["export", "--format", "csv", "--library", "{library}", "--document", "other"], "资料库里没有“other”"),
        (["remove", "other", "--library", "{library}"], "资料库里没有“other”"),
        (["remove", "[red]other[/]", "--library", "{library}"], "资料库里没有“[red]other[/]”"),
        (["list", "--library", "[red]nowhere"], "[red]nowhere"),
        (["nonsense"], "No such command"),
    ],
)
def test_two_where_the_command_makes_no_sense(
    arguments: list[str], told: str, gouji: Command, good: Path, library: Path
) -> None:
    ran = gouji(*(a.format(good=good, library=library) for a in arguments))
    assert (ran.status, ran.out) == (2, "")
    assert told in re.sub(r"[│╭╮╰╯─\s]+", " ", ran.err)


def test_two_where_another_process_writes(gouji: Command, good: Path, library: Path) -> None:
    with Library(library).writing():
        for arguments in (["extract", good], ["remove", "good"]):
            ran = gouji(*arguments, "--library", library)
            assert (ran.status, ran.out) == (2, "")
            assert "另一个 gouji 正在写入资料库" in ran.err
        assert gouji("list", "--library", library).status == 0


def test_a_damaged_record_is_told_in_words(gouji: Command, library: Path) -> None:
    (record,) = library.glob("documents/*/disclosure.json")
    record.write_bytes(record.read_bytes()[:500])
    for command in (["list"], ["verify"], ["export", "--format", "csv"]):
        ran = gouji(*command, "--library", library)
        assert (ran.status, ran.out) == (2, "")
        assert "已损坏：请对原文件重新运行 gouji extract" in ran.err


def test_every_command_explains_itself(gouji: Command) -> None:
    ran = gouji("--help")
    commands = ["extract", "export", "list", "remove", "verify"]
    assert ran.status == 0
    assert all(command in ran.out for command in commands)
    for command in commands:
        assert gouji(command, "--help").status == 0


# --- stdout and stderr ------------------------------------------------------------------------------------------------


def test_results_go_to_stdout_and_are_json_where_asked(gouji: Command, good: Path, bad: Path) -> None:
    ran = gouji("extract", good, bad, "--json")
    read, failed = json.loads(ran.out)
    assert (read["status"], read["pages"], read["tables"], read["figures"]) == ("read", 1, 1, 13)
    assert read["verdicts"] == {"grounded": 13}
    assert (failed["status"], failed["code"]) == ("failed", "empty_file")
    assert "good.pdf" not in ran.err
    again = json.loads(gouji("extract", good, "--json").out)
    assert [(r["status"], r["document"]) for r in again] == [("unchanged", read["document"])]
    (listed,) = json.loads(gouji("list", "--json").out)
    assert (listed["document"], listed["file"], listed["year"]) == (read["document"], "good.pdf", 2026)
    assert listed["verdicts"]["grounded"] == 13
    (replayed,) = json.loads(gouji("verify", "--json").out)
    assert (replayed["document"], replayed["same"], replayed["figures"]) == (read["document"], True, 13)


def test_a_document_is_told_in_a_few_lines(gouji: Command, good: Path) -> None:
    ran = gouji("extract", good)
    assert ran.out.splitlines() == [
        f"✓ good.pdf  {extract(good).id}  滨海市水文监测站 2026 单位预算",
        "  1 页，1 张表，表内数字 13 个（另有空白或短横 2 格），文字中的数字 0 个",
        "  已核实 0，有据 13，待复核 0",
        "  勾稽 19 项：成立 18（其中尾差 0），不成立 1，不可核 0",
        "  另有 1 条提示（尾差、科目名称等），见 findings.csv",
    ]
    assert "未变，跳过" in gouji("extract", good).out


def test_a_folder_of_bad_copies_is_reported_to_the_end(gouji: Command, bad: Path, good: Path) -> None:
    shutil.copyfile(bad, bad.with_name("bad2.pdf"))
    ran = gouji("extract", bad.parent)
    assert ran.status == 1
    assert re.findall(r"[✓✗] (\S+?)[：\s]", ran.out) == ["bad.pdf", "bad2.pdf", "good.pdf"]


def test_remove_says_so_on_stderr(gouji: Command, library: Path) -> None:
    (document,) = Library(library).ids()
    ran = gouji("remove", "good", "--library", library)
    assert (ran.status, ran.out) == (0, "")
    assert document in ran.err
    assert json.loads(gouji("list", "--library", library, "--json").out) == []


def test_markup_in_a_name_or_a_label_is_printed_as_it_is(gouji: Command, tmp_path: Path) -> None:
    Draft(UNEVEN).save(tmp_path / "[red]a[bold].pdf")
    (tmp_path / "[blink]b.pdf").touch()
    ran = gouji("extract", tmp_path)
    assert "✓ [red]a[bold].pdf" in ran.out
    assert "✗ [blink]b.pdf：" in ran.out
    assert "2060203[red]x[/]" in ran.out
    (listed,) = json.loads(gouji("list", "--json").out)
    assert listed["file"] == "[red]a[bold].pdf"
    assert "[red]a[bold].pdf" in gouji("list").out
    assert "[red]a[bold].pdf：" in gouji("verify").out


def test_a_name_cannot_steer_the_terminal(gouji: Command, tmp_path: Path) -> None:
    Draft().save(tmp_path / "a\x1b[2J\x07.pdf")
    (tmp_path / "b\x1b]0;title\x07.pdf").touch()
    for command in (["extract", tmp_path], ["list"], ["verify"]):
        ran = gouji(*command)
        assert ".pdf" in ran.out
        assert "\x1b" not in ran.out + ran.err


# --- export -----------------------------------------------------------------------------------------------------------


def test_csv_json_and_parquet_say_what_facts_csv_says(gouji: Command, samples: Path, tmp_path: Path) -> None:
    facts = (samples / "facts.csv").read_text(encoding="utf-8")
    ran = gouji("export", "--format", "csv", "--library", samples)
    assert ran.bytes == b"\xef\xbb\xbf" + facts.encode()
    assert ran.out.splitlines()[0] == FACTS
    lines = list(csv.DictReader(io.StringIO(facts)))
    assert len(lines) > 1000
    assert json.loads(gouji("export", "--format", "json", "--library", samples).out) == lines
    target = tmp_path / "facts.parquet"
    ran = gouji("export", "--format", "parquet", "--library", samples, "-o", target)
    assert ran.out == ""
    assert "facts.parquet" in ran.err
    assert parquet.read_table(target).to_pylist() == lines


def test_one_document_can_be_exported_alone(gouji: Command, samples: Path) -> None:
    ran = gouji("export", "--format", "json", "--library", samples, "--document", "marine_station_2026")
    assert {line["file"] for line in json.loads(ran.out)} == {"marine_station_2026.pdf"}


def workbook(gouji: Command, library: Path) -> Any:
    ran = gouji("export", "--format", "xlsx", "--library", library)
    assert (ran.status, ran.out) == (0, "")
    assert "gouji.xlsx" in ran.err
    return sheets.load_workbook(io.BytesIO(Path("gouji.xlsx").read_bytes()))


def rows_of(sheet: Any, first: int = 1) -> list[list[object]]:
    return [[cell.value for cell in row] for row in sheet.iter_rows(min_row=first)]


def test_a_sheet_is_laid_out_like_the_printed_table(gouji: Command, tmp_path: Path) -> None:
    draft = Draft()
    page = draft.document.new_page()
    write(page, (200, 80), "一般公共预算支出表", 14)
    write(page, (450, 105), "单位：元")
    ruled(
        page,
        [
            ("科目编码", "科目名称", "合计", "2026年预算数", "<"),
            ("^", "^", "^", "基本支出", "项目支出"),
            ("206", "科学技术支出", "1,300,000", "700,000.5", "599,999.50"),
            ("", "合计", "1,300,000", "－", ""),
        ],
        WIDTHS,
        top=120,
    )
    book = workbook(gouji, build(tmp_path / "library", [draft.save(tmp_path / "a.pdf")]).root)
    assert book.sheetnames == ["目录", "支出预算总表", "一般公共预算支出表", "文字说明", "核对发现", "图例"]
    sheet = book["一般公共预算支出表"]
    assert rows_of(sheet) == [
        ["一般公共预算支出表", None, None, None, None, None],
        ["单位：元", None, None, None, None, None],
        ["科目编码", "科目名称", "合计", "2026年预算数", None, "页"],
        [None, None, None, "基本支出", "项目支出", None],
        ["206", "科学技术支出", 1300000, 700000.5, 599999.5, 2],
        [None, "合计", 1300000, "－", None, 2],
    ]
    assert {str(area) for area in sheet.merged_cells.ranges} == {"A3:A4", "B3:B4", "C3:C4", "D3:E3", "F3:F4"}
    assert [sheet.cell(5, c).number_format for c in (3, 4, 5)] == ["#,##0", "#,##0.0", "#,##0.00"]
    assert [sheet.cell(5, c).data_type for c in (1, 3, 4, 5)] == ["s", "n", "n", "n"]
    assert sheet.freeze_panes == "A5"
    assert book["目录"].cell(3, 5).hyperlink.target == "#'一般公共预算支出表'!A1"


def test_every_figure_of_the_samples_is_a_number_on_its_sheet(book: Any, samples: Path) -> None:
    tables = [table for document in Library(samples).all() for table in document.tables]
    assert len(book.sheetnames) == len(tables) + 4
    for table, sheet in zip(tables, book.worksheets[1:], strict=False):
        shown = [
            c for row in sheet.iter_rows(min_row=4) for c in row[:-1] if c.data_type == "n" and c.value is not None
        ]
        wanted = sorted(figure.value for figure in table.figures if figure.value is not None)
        assert sorted(Decimal(str(c.value)) for c in shown) == wanted, table.title
        assert all(c.number_format.startswith("#,##0") for c in shown)


def test_a_two_sided_table_stands_side_by_side(book: Any) -> None:
    (name,) = (
        row[4] for row in rows_of(book["目录"]) if row[0] == "genome_institute_2025.pdf" and row[3] == "收支总表"
    )
    assert rows_of(book[name])[:6] == [
        ["收支总表", None, None, None, None],
        ["单位：万元", None, None, None, None],
        ["收入", None, "支出", None, "页"],
        ["项目", "预算数", "项目", "预算数", None],
        ["一、一般公共预算拨款收入", 16649.5, "一、科学技术支出", 41354.93, 5],
        ["二、政府性基金预算拨款收入", 8718, "二、社会保障和就业支出", 960, 5],
    ]
    assert {str(area) for area in book[name].merged_cells.ranges} == {"A3:B3", "C3:D3", "E3:E4"}


def test_the_findings_sheet_says_what_findings_csv_says(book: Any, samples: Path) -> None:
    with (samples / "findings.csv").open(encoding="utf-8", newline="") as handle:
        told = list(csv.DictReader(handle))
    assert rows_of(book["核对发现"])[0] == [
        "文件", "核对项", "级别", "表", "页", "说明", "应为", "印作", "差额", "结论"
    ]  # fmt: skip
    files = {d.id: d.meta.file for d in Library(samples).all()}
    wanted = ("check", "page", "message", "expected", "found", "difference")
    shown = [[str(v or "") for v in (r[0], r[1], r[4], *r[5:9])] for r in rows_of(book["核对发现"], first=2)]
    assert shown == [[files[line["document"]], *(line[name] for name in wanted)] for line in told]
    assert [row[1] for row in shown if row[0].startswith("genome")][:2] == ["code_sum", "code_sum"]


def formulas(text: str) -> bool:
    """Whether a spreadsheet would compute a text."""
    return text[:1] in {"=", "+", "-", "@", "\t", "\r"} and re.fullmatch(r"-?[\d,]+(\.\d+)?", text) is None


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    folder = tmp_path / "in"
    folder.mkdir()
    first = Draft(HOSTILE, widths=(75, 150, 70, 70, 130)).save(folder / "=HYPERLINK(0).pdf")
    uneven = Draft(UNEVEN, title="=2026年支出预算总表")
    page = uneven.document.new_page()
    write(page, (200, 80), "@水文监测网络建设项目绩效目标表", 14)
    form = [("项目名称", "=HYPERLINK(0)"), ("年度资金总额（万元）", "60.00"), ("绩效目标", "+按期完成")]
    ruled(page, form, (150, 250), top=120)
    second = uneven.save(folder / "+1.pdf")
    return build(tmp_path / "library", [first, second]).root


def fields(library: Path, gouji: Command) -> Iterator[tuple[str, str, str]]:
    texts = {path.name: path.read_text(encoding="utf-8") for path in sorted(library.glob("*.csv"))}
    texts["export"] = gouji("export", "--format", "csv", "--library", library).out
    for name, text in texts.items():
        for line in csv.DictReader(io.StringIO(text)):
            for column, value in line.items():
                yield name, column, value


def test_no_csv_field_is_a_formula(gouji: Command, hostile: Path) -> None:
    found = list(fields(hostile, gouji))
    assert ("facts.csv", "row", "'=SUM(A1:A9)") in found
    assert ("facts.csv", "row", "'=HYPERLINK(0)") in found
    assert ("facts.csv", "value", "-5.00") in found
    assert [field for field in found if formulas(field[2])] == []


def test_no_xlsx_cell_is_a_formula(gouji: Command, hostile: Path) -> None:
    book = workbook(gouji, hostile)
    cells = [cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert [c.value for c in cells if c.data_type == "s" and formulas(str(c.value))] == []
    assert "'=SUM(A1:A9)" in [cell.value for cell in cells]
    assert -5 in [cell.value for cell in cells if cell.data_type == "n"]


def test_text_that_xml_cannot_hold_does_not_stop_the_export(gouji: Command, tmp_path: Path) -> None:
    """A font may map its glyphs to control characters and non-characters."""
    draft = Draft([("206", "科学技术支出", "1.00", "1.00", ""), ("20602", "", "1.00", "1.00", "")])
    x, y = draft.places[1][1].start
    draft.page.insert_text((x, y), "abcde", fontname="cour")
    document = draft.document
    mapping = document.get_new_xref()
    document.update_object(mapping, "<<>>")
    pairs = "".join(
        f"<{ord(c):02x}> <{u}>\n" for c, u in zip("abcde", ("0002", "FFFE", "FFFF", "57FA", "000B"), strict=True)
    )
    document.update_stream(
        mapping,
        (
            "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /X def /CMapType 2 def\n"
            "1 begincodespacerange <00> <ff> endcodespacerange\n"
            f"5 beginbfchar\n{pairs}endbfchar endcmap end end"
        ).encode(),
    )
    (font,) = (f for f in draft.page.get_fonts() if f[4] == "cour")
    document.xref_set_key(font[0], "ToUnicode", f"{mapping} 0 R")
    library = build(tmp_path / "library", [draft.save(tmp_path / "a.pdf")]).root
    label = rows_of(workbook(gouji, library)["支出预算总表"])[4][1]
    assert isinstance(label, str)
    assert "基" in label
    assert gouji("export", "--format", "csv", "--library", library).status == 0
    assert gouji("list", "--library", library).status == 0


# --- verify -----------------------------------------------------------------------------------------------------------


def test_verify_needs_neither_the_pdf_nor_a_network(
    gouji: Command, samples: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = tmp_path / "library"
    shutil.copytree(samples, library)
    before = json.loads(gouji("verify", "--library", library, "--json").out)
    for source in library.glob("documents/*/source.pdf"):
        source.unlink()

    def forbidden(*_: object, **__: object) -> None:
        raise AssertionError("no network")

    for name in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, name, forbidden)
    monkeypatch.setattr(pdf, "open", forbidden)
    ran = gouji("verify", "--library", library, "--json")
    assert ran.status == 0
    assert json.loads(ran.out) == before
    assert [replayed["same"] for replayed in before] == [True] * 3
    broken = {replayed["file"]: sum(c["broken"] for c in replayed["checks"]) for replayed in before}
    assert broken["marine_station_2026.pdf"] == broken["relics_centre_2023.pdf"] == 0
    assert broken["genome_institute_2025.pdf"] > 0
    assert gouji("verify", "--library", library).out.count("一致") == 3


def a_verdict(record: dict[str, Any]) -> None:
    record["tables"][0]["cells"][0]["verdict"] = "review"


def a_better_verdict(record: dict[str, Any]) -> None:
    for cell in record["tables"][0]["cells"]:
        if cell["verdict"] == "conflict":
            cell["verdict"] = "verified"


def a_value(record: dict[str, Any]) -> None:
    cell = record["tables"][0]["cells"][0]
    cell["value"] = str(Decimal(cell["value"]) + 1)


def a_finding(record: dict[str, Any]) -> None:
    record["findings"] = record["findings"][1:]


def a_doubt(record: dict[str, Any]) -> None:
    record["tables"][0]["unexplained"] = [{"text": "9.99", "page": 1, "box": [0, 0, 1, 1]}]


@pytest.mark.parametrize("tamper", [a_verdict, a_better_verdict, a_value, a_finding, a_doubt])
def test_verify_reports_what_was_tampered_with(
    tamper: Callable[[dict[str, Any]], None], gouji: Command, good: Path, tmp_path: Path
) -> None:
    """A file with broken sums, its record changed by hand; the other file's stays as it is."""
    uneven = Draft(UNEVEN).save(tmp_path / "uneven.pdf")
    library = build(tmp_path / "both", [good, uneven]).root
    assert gouji("verify", "--library", library).status == 0
    path = library / "documents" / extract(uneven).id / "disclosure.json"
    record = json.loads(path.read_text(encoding="utf-8"))
    tamper(record)
    path.write_text(json.dumps(record), encoding="utf-8")
    ran = gouji("verify", "--library", library, "--json")
    assert ran.status == 1
    assert {r["file"]: r["same"] for r in json.loads(ran.out)} == {"good.pdf": True, "uneven.pdf": False}
    told = gouji("verify", "--library", library).out
    assert "不一致" in next(line for line in told.splitlines() if "uneven.pdf" in line)
