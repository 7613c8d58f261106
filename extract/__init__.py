"""Read budget disclosures into checked figures: `from extract import extract`."""

from extract.errors import DocumentError, GoujiError, LibraryError, UsageError
from extract.limits import Limits
from extract.model import Disclosure, Verdict
from extract.read import Model, Reader, extract

__all__ = [
    "Disclosure",
    "DocumentError",
    "GoujiError",
    "LibraryError",
    "Limits",
    "Model",
    "Reader",
    "UsageError",
    "Verdict",
    "extract",
]
