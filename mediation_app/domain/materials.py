"""The materials of a case: a checklist whose lines are ticked when they are there (材料)."""

from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import PurePath


class Need(Enum):
    """Whether a file is complete without a line; lines keep the word."""

    NEEDED = "必须"
    OPTIONAL = "按需"


NEEDED, OPTIONAL = Need.NEEDED.value, Need.OPTIONAL.value
MOST_BYTES = 200 * 1024 * 1024
"""The largest file that is taken; a scan of a whole file of papers has a tenth of it."""
_MOST_NAME = 120
_RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{no}" for port in ("COM", "LPT") for no in range(10))}
)
"""Names of devices, which Windows opens instead of a file."""
_UNSAFE = frozenset('<>:"/\\|?*')
_OPENABLE = frozenset(
    (
        *("pdf", "ofd", "txt", "csv", "md", "rtf", "doc", "docx", "xls", "xlsx", "ppt", "pptx"),
        *("wps", "et", "dps", "odt", "ods", "odp", "eml", "zip", "7z", "rar"),
        *("jpg", "jpeg", "png", "gif", "bmp", "tif", "tiff", "webp", "heic", "heif"),
        *("mp3", "m4a", "wav", "amr", "aac", "ogg", "flac", "wma"),
        *("mp4", "mov", "avi", "mkv", "webm", "3gp", "wmv"),
    )
)


@dataclass(frozen=True, slots=True)
class Material:
    """One line of the checklist, with the file that was received for it where there is one.

    Attributes:
        name: What it is: 身份证明复印件（顾喆安）.
        is_received: Whether the desk has it, on paper or as a file.
        file_name: As the file was called where it came from; empty without a file.
        media_type: ``application/pdf``.
        size_bytes: Of the file; None without one.
        blob_id: By which the database knows the contents; equal contents have equal ids.
        added_on: The day on which the file came in.
        need: 必须 or 按需; empty where nobody said, which counts as 按需.
        owed_by: Who is to bring it: 申请人, 被申请人, or anybody by name.
        due_on: Until when.
    """

    id: str
    name: str = ""
    is_received: bool = False
    file_name: str = ""
    media_type: str = ""
    size_bytes: int | None = None
    blob_id: str = ""
    added_on: date | None = None
    need: str = ""
    owed_by: str = ""
    due_on: date | None = None

    @property
    def has_file(self) -> bool:
        """True where contents belong to the line, here or at the centre."""
        return bool(self.blob_id)

    @property
    def is_needed(self) -> bool:
        """True where the file is not complete without it."""
        return self.need == NEEDED


def name_of_file(file_name: str) -> str:
    """Return what a material is called after its file: 银行流水 for 银行流水.pdf."""
    return PurePath(safe_file_name(file_name)).stem


def safe_file_name(file_name: str) -> str:
    """Return a name under which the file can be written on every system, in no other folder."""
    name = "".join(
        "_" if sign in _UNSAFE or not sign.isprintable() else sign
        for sign in file_name.replace("\\", "/").rpartition("/")[2]
    ).strip(" .")
    path = PurePath(name or "材料")
    stem = f"_{path.stem}" if path.stem.upper() in _RESERVED else path.stem
    return f"{stem[:_MOST_NAME]}{path.suffix[:_MOST_NAME]}"


def is_openable(file_name: str) -> bool:
    """Return whether a program for reading opens it; what could run itself is only saved."""
    return PurePath(file_name).suffix.lower().lstrip(".") in _OPENABLE
