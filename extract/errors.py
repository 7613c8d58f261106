"""Everything that can go wrong, in one tree; each message says what happened and what the user can do.

GoujiError
├── DocumentError            one document cannot be read; the others go on
│   ├── EmptyFileError       0 bytes
│   ├── NotAPdfError         another kind of file
│   ├── DamagedPdfError      truncated or broken beyond repair
│   ├── EncryptedPdfError    needs a password
│   ├── NoPagesError         a PDF without pages
│   ├── NoSuchPageError      a page is asked for that is not there
│   ├── NoTextLayerError     every page is a picture
│   ├── NotADisclosureError  readable, but holds no table of a budget disclosure
│   ├── ModelUnavailableError  the model that was to read everything cannot be asked
│   ├── LimitError           larger, longer or slower than the limits allow
│   └── ReaderFailedError    our own fault: the reader stopped unexpectedly
├── LibraryError             the library folder cannot be used
│   └── LibraryBusyError     another process is writing to it
└── UsageError               the command or call does not make sense as given
"""

from __future__ import annotations

from typing import Any


class GoujiError(Exception):
    """Base of all errors that gouji raises on purpose."""

    code = "error"

    def __reduce__(self) -> tuple[Any, ...]:
        """Carried from process to process as it is: the constructors take other things than the message."""
        return _again, (type(self), self.args, self.__dict__)


def _again(kind: type[GoujiError], args: tuple[Any, ...], state: dict[str, Any]) -> GoujiError:
    error = kind.__new__(kind, *args)
    error.__dict__.update(state)
    return error


class DocumentError(GoujiError):
    """One document cannot be read. `code` is stable; the text is for people."""

    code = "document"


class EmptyFileError(DocumentError):
    """The file has no content."""

    code = "empty_file"

    def __init__(self) -> None:
        super().__init__("文件是空的（0 字节）：请重新下载或重新导出这份 PDF。")


class NotAPdfError(DocumentError):
    """The file is not a PDF."""

    code = "not_a_pdf"

    def __init__(self) -> None:
        super().__init__("这不是 PDF 文件：请把原文件另存或打印为 PDF 再读。")


class DamagedPdfError(DocumentError):
    """The PDF is truncated or its structure is broken."""

    code = "damaged_pdf"

    def __init__(self, detail: str = "") -> None:
        super().__init__(
            f"PDF 已损坏或不完整{f'（{detail}）' if detail else ''}：请重新下载；若仍打不开，请向发布单位索取。"
        )


class EncryptedPdfError(DocumentError):
    """The PDF needs a password."""

    code = "encrypted_pdf"

    def __init__(self) -> None:
        super().__init__("PDF 有打开密码：请先用密码打开并另存为不加密的 PDF。")


class NoPagesError(DocumentError):
    """The PDF has no pages."""

    code = "no_pages"

    def __init__(self) -> None:
        super().__init__("PDF 里一页也没有：请重新导出这份文件。")


class NoSuchPageError(DocumentError):
    """A page is asked for that the document does not have."""

    code = "no_such_page"

    def __init__(self, page: int, pages: int) -> None:
        super().__init__(f"这份文件共 {pages} 页，没有第 {page} 页：文件可能已更新，请刷新后重新选择。")


class NoTextLayerError(DocumentError):
    """No page has a usable text layer (scans, pictures)."""

    code = "no_text_layer"

    def __init__(self, pages: int) -> None:
        super().__init__(
            f"全部 {pages} 页都没有可用的文字层（扫描件或图片）：请索取原始电子版，或先做文字识别（OCR）。"
        )


class NotADisclosureError(DocumentError):
    """The PDF has text, but none of the standard tables of a budget disclosure."""

    code = "not_a_disclosure"

    def __init__(self) -> None:
        super().__init__(
            "没有找到预决算公开的任何一张标准表（收支总表、支出总表、“三公”经费表等）：请确认这是单位或部门的预决算公开文件。"
        )


class ModelUnavailableError(DocumentError):
    """Everything was to be read by a model, and none can be asked."""

    code = "model_unavailable"


class LimitError(DocumentError):
    """A limit of `extract.limits.Limits` was exceeded; `limit` names it."""

    code = "limit"

    def __init__(self, limit: str, message: str) -> None:
        super().__init__(f"{message}；如确需读取，可调高限额（环境变量 GOUJI_{limit.upper()}）。")
        self.limit = limit


class ReaderFailedError(DocumentError):
    """The reader itself failed on this document; please report it."""

    code = "reader_failed"

    def __init__(self, detail: str) -> None:
        super().__init__(f"读取程序在这份文件上意外中止（{detail}）：其他文件不受影响，请把这份文件报告给我们。")


class LibraryError(GoujiError):
    """The library folder cannot be used as it is."""

    code = "library"


class LibraryBusyError(LibraryError):
    """Another process holds the library's write lock."""

    code = "library_busy"

    def __init__(self, path: str) -> None:
        super().__init__(f"另一个 gouji 正在写入资料库 {path}：请等它结束再试。")


class UsageError(GoujiError):
    """The request does not make sense as given."""

    code = "usage"
