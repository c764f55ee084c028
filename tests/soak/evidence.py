"""What a history left behind: raw rows, and what its witness saw; the checker reads only this.

Nothing here comes from the folding code of the program: rows are read as they lie in the tables.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

RecordId: TypeAlias = str
Path: TypeAlias = str
Frozen: TypeAlias = str
"""A value as canonical JSON, so that values can be members of sets."""


@dataclass(frozen=True, slots=True)
class LoggedOp:
    """A row of the log at the centre."""

    op_id: str
    kind: str
    record_id: RecordId
    action: str
    v: int
    author: str
    device_id: str
    device_seq: int
    seq: int
    base_seq: int
    base_chain: bytes
    after: tuple[str, ...]
    saved_at: str
    placed_at: str
    body: str
    body_hash: bytes
    said: str
    sealed: str
    chain: bytes
    blobs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FedEntry:
    """A row of a feed at the centre."""

    org_id: int
    fseq: int
    event: int
    record_id: RecordId
    seq: int
    chain: bytes


@dataclass(frozen=True, slots=True)
class CentreLeft:
    """The tables of the centre at the end."""

    log: tuple[LoggedOp, ...] = ()
    feed: tuple[FedEntry, ...] = ()
    set_aside: frozenset[str] = frozenset()
    """Ids of operations that were refused and are kept with their reason."""
    contents: frozenset[tuple[RecordId, str]] = frozenset()
    """Of files, by record and id, as far as they are complete."""
    signatures: tuple[str, ...] = ()
    """The op id of each row in the table of sealed agreements."""
    serials: Mapping[tuple[int, int], tuple[int, ...]] = field(default_factory=dict)
    """By numbering organisation and year: each serial given, leased or returned."""
    heads: Mapping[tuple[int, int], int] = field(default_factory=dict)
    """By numbering organisation and year: the greatest serial that was taken."""


@dataclass(frozen=True, slots=True)
class LocalOp:
    """A row of the journal on a machine.

    Attributes:
        state: ``pending``, ``placed``, ``echoed``, ``refused`` …
        is_own: Written on this machine.
    """

    op_id: str
    record_id: RecordId
    state: str
    seq: int | None
    chain: bytes | None
    body_hash: bytes
    is_own: bool


Register: TypeAlias = tuple[tuple[Frozen, int], ...]
"""The values at a path with the place of the entry that wrote each; the first is shown."""


@dataclass(frozen=True, slots=True)
class MachineLeft:
    """The file of one machine at the end.

    Attributes:
        orgs: Whose records its person may see.
        states: Of each record that is present: path to values.
        conflicts: Record and path of each open conflict that it shows.
        canaries: Marks found anywhere in the file, packed or not.
        trouble: What its own check of the audit chain found, empty where all is well.
    """

    name: str
    person: str
    orgs: frozenset[int]
    ops: Mapping[str, LocalOp] = field(default_factory=dict)
    states: Mapping[RecordId, Mapping[Path, Register]] = field(default_factory=dict)
    conflicts: frozenset[tuple[RecordId, Path]] = frozenset()
    canaries: frozenset[str] = frozenset()
    trouble: str = ""
    contents: frozenset[tuple[RecordId, str]] = frozenset()
    """Of files, by record and id, as far as they are complete."""


@dataclass(frozen=True, slots=True)
class Edit:
    """What a person did, as a witness beside him wrote it down before he saw "saved".

    Attributes:
        writes: What he meant to change: path to the value that he typed.
        saw_ops: Every entry of the record that his machine knew when the screen was opened.
        saw_values: What stood at each path on that screen.
        canary: A mark inside the texts of this edit and nowhere else; empty where there is none.
    """

    op_id: str
    machine: str
    person: str
    record_id: RecordId
    body_hash: bytes
    writes: Mapping[Path, Frozen]
    saw_ops: frozenset[str]
    saw_values: Mapping[Path, frozenset[Frozen]] = field(default_factory=dict)
    canary: str = ""


@dataclass(frozen=True, slots=True)
class Echo:
    """An operation that a machine reported as safe, and what it was then."""

    op_id: str
    body_hash: bytes
    seq: int
    chain: bytes
    centre_age: int
    """How often the centre had been put back before."""


@dataclass(frozen=True, slots=True)
class Told:
    """An official number that a screen showed as final, and the operation that got it."""

    record_id: RecordId
    number: str
    machine: str
    op_id: str = ""


@dataclass(slots=True)
class Witness:
    """What is true, whatever the program says."""

    edits: dict[str, Edit] = field(default_factory=dict)
    echoes: dict[str, Echo] = field(default_factory=dict)
    told: list[Told] = field(default_factory=list)
    """Numbers that the centre has confirmed."""
    printed: list[Told] = field(default_factory=list)
    """Numbers that a machine gave by itself, from those it had leased."""
    disks_copied: int = 0
    """How often a disk was copied or put back: two machines may have one lease then."""
    granted: dict[RecordId, set[int]] = field(default_factory=dict)
    """Every organisation that ever was allowed to see the record."""
    granted_now: dict[RecordId, set[int]] = field(default_factory=dict)
    lost_with_all_copies: set[str] = field(default_factory=set)
    """Edits whose every copy was put back to before them: no protocol could keep these."""
    centre_age: int = 0
    """How often the centre was put back."""
    silent_restores: int = 0
    """How often that was done without the runbook, which closes numbering."""
    ended_early: int = 0
    """Recoveries that were declared finished before every machine had met the centre."""
    seen_amiss: list[tuple[str, str]] = field(default_factory=list)
    """Invariant and detail of what was seen to be wrong on the way."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """All of it."""

    witness: Witness
    centre: CentreLeft
    machines: tuple[MachineLeft, ...] = ()
    adversary_saw: frozenset[str] = frozenset()
    """Marks in what the centre answered to somebody who asked for what is not his."""
    adversary_orgs: frozenset[int] = frozenset()
