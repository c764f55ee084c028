"""The tables as the program reads and writes them; the migrations make them."""

from typing import Any, TypeAlias

from sqlalchemy import Column, Integer, LargeBinary, MetaData, Row, String, Table

from db.packing import Packed

AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of any columns."""

METADATA = MetaData()

META = Table("meta", METADATA, Column("key", String, primary_key=True), Column("value", String))

DEVICE = Table(
    "device",
    METADATA,
    Column("device_id", String, primary_key=True),
    Column("created_at", String),
    Column("name", String),
)

OP = Table(
    "op",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("op_id", String),
    Column("record_kind", String),
    Column("record_id", String),
    Column("action", String),
    Column("v", Integer),
    Column("author", String),
    Column("device_id", String),
    Column("device_seq", Integer),
    Column("base_seq", Integer),
    Column("base_chain", LargeBinary),
    Column("after", String),
    Column("saved_at", String),
    Column("body", Packed),
    Column("body_hash", LargeBinary),
    Column("link", LargeBinary),
    Column("shows", LargeBinary),
    Column("heads", String),
    Column("state", String),
    Column("seq", Integer),
    Column("chain", LargeBinary),
    Column("known_seq", Integer),
    Column("known_chain", LargeBinary),
    Column("meant", LargeBinary),
    Column("said", String),
)

PLACEMENT = Table(
    "placement",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("author", String),
    Column("device_id", String),
    Column("device_name", String),
    Column("placed_at", String),
    Column("base_seq", Integer),
    Column("base_chain", LargeBinary),
    Column("org_id", Integer),
    Column("sealed", String),
    Column("number", String),
    Column("blobs", String),
    Column("mac", LargeBinary),
    Column("key_id", Integer),
)

LOOK = Table(
    "look",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("record_kind", String),
    Column("record_id", String),
    Column("after_no", Integer),
    Column("shows", LargeBinary),
    Column("known_seq", Integer),
    Column("known_chain", LargeBinary),
    Column("heads", String),
)

SET_ASIDE = Table(
    "set_aside",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("reason", String),
    Column("refused_at", String),
)

HELD = Table(
    "held",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("former_seq", Integer),
    Column("former_chain", LargeBinary),
)

RECORD = Table(
    "record",
    METADATA,
    Column("record_kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("doc", Packed),
    Column("op_count", Integer),
    Column("last_no", Integer),
    Column("seq", Integer),
    Column("chain", LargeBinary),
    Column("placed_doc", LargeBinary),
    Column("shows", LargeBinary),
    Column("heads", String),
    Column("orgs", String),
    Column("from_seq", Integer),
    Column("from_chain", LargeBinary),
    Column("from_doc", LargeBinary),
    Column("dispute_count", Integer),
)

GONE = Table(
    "gone",
    METADATA,
    Column("record_kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("left_at", String),
)

CONFLICT = Table(
    "conflict",
    METADATA,
    Column("record_kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("path", String, primary_key=True),
    Column("kind", String),
    Column("arose_at", String),
    Column("doc", Packed),
)

ORG = Table(
    "org",
    METADATA,
    Column("org_id", Integer, primary_key=True),
    Column("home_id", Integer),
    Column("name", String),
    Column("kind", String),
    Column("role", String),
    Column("can_write", Integer),
    Column("case_word", String),
    Column("bell_key", LargeBinary),
)

CURSOR = Table(
    "cursor",
    METADATA,
    Column("org_id", Integer, primary_key=True),
    Column("fseq", Integer),
    Column("chain", LargeBinary),
)

NUMBER_LEASE = Table(
    "number_lease",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("org_id", Integer),
    Column("word", String),
    Column("year", Integer),
    Column("next", Integer),
    Column("last", Integer),
)

BLOB = Table(
    "blob",
    METADATA,
    Column("blob_id", String, primary_key=True),
    Column("chunk_hashes", LargeBinary),
    Column("size_bytes", Integer),
    Column("is_whole", Integer),
)

BLOB_USE = Table(
    "blob_use",
    METADATA,
    Column("record_kind", String, primary_key=True),
    Column("record_id", String, primary_key=True),
    Column("blob_id", String, primary_key=True),
    Column("is_sent", Integer),
)

BIN_EMPTIED = Table(
    "bin_emptied",
    METADATA,
    Column("op_id", String, primary_key=True),
    Column("emptied_at", String),
    Column("is_freed", Integer),
)

BLOB_CHUNK = Table(
    "blob_chunk",
    METADATA,
    Column("blob_id", String, primary_key=True),
    Column("place", Integer, primary_key=True),
    Column("data", LargeBinary),
)

SYNC_ROUND = Table(
    "sync_round",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("began_at", String),
    Column("ended_at", String),
    Column("doc", String),
)

DOCUMENT = Table(
    "document",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("id", String),
    Column("case_id", String),
    Column("kind", String),
    Column("version", Integer),
    Column("issued_at", String),
    Column("sha256", String),
    Column("content_digest", String),
    Column("pdf_blob_id", String),
    Column("snapshot_blob_id", String),
    Column("about", String),
)

CASE_LINE = Table(
    "case_line",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("case_id", String),
    Column("number", String),
    Column("number_key", String),
    Column("provisional_key", String),
    Column("year", Integer),
    Column("word", String),
    Column("serial", Integer),
    Column("stage", String),
    Column("applicants", String),
    Column("respondents", String),
    Column("dispute", String),
    Column("category", String),
    Column("amount_cents", Integer),
    Column("filed_on", String),
    Column("saved_at", String),
)

DELETED_CASE = Table(
    "deleted_case",
    METADATA,
    *(Column(each.name, each.type, primary_key=each.primary_key) for each in CASE_LINE.columns),
)

CASE_PARTY = Table(
    "case_party",
    METADATA,
    Column("case_id", String),
    Column("name", String),
    Column("identity_key", String),
    Column("phone_tail", String),
)

AGENDA_ITEM = Table(
    "agenda_item",
    METADATA,
    Column("case_id", String),
    Column("kind", String),
    Column("pile", String),
    Column("ref", String),
    Column("text", String),
    Column("about", String),
    Column("owner", String),
    Column("due_on", String),
    Column("at_min", Integer),
    Column("since_on", String),
    Column("reminders", String),
    Column("source", String),
    Column("is_certain", Integer),
)

AGENDA_STALE = Table("agenda_stale", METADATA, Column("case_id", String, primary_key=True))

APPOINTMENT_LINE = Table(
    "appointment_line",
    METADATA,
    Column("case_id", String),
    Column("appointment_id", String),
    Column("on_day", String),
    Column("begins_min", Integer),
    Column("lasts_min", Integer),
    Column("attendees", String),
    Column("facts", String),
)

BUSY_TIME = Table(
    "busy_time",
    METADATA,
    Column("calendar", String),
    Column("uid", String),
    Column("person", String),
    Column("text", String),
    Column("on_day", String),
    Column("begins_min", Integer),
    Column("lasts_min", Integer),
)

CASE_SEARCH = Table(
    "case_search",
    METADATA,
    Column("rowid", Integer, primary_key=True),
    Column("words", String),
)

CAUCUS_NOTE = Table(
    "caucus_note",
    METADATA,
    Column("author", String, primary_key=True),
    Column("id", String, primary_key=True),
    Column("case_id", String),
    Column("meeting_id", String),
    Column("side", String),
    Column("tag", String),
    Column("text", String),
    Column("said_at", String),
)
"""Nothing but ``db.caucus`` reads or writes it."""

FORM_DRAFT = Table(
    "form_draft",
    METADATA,
    Column("author", String, primary_key=True),
    Column("page", String, primary_key=True),
    Column("subject", String, primary_key=True),
    Column("form", String, primary_key=True),
    Column("about", String),
    Column("texts", String),
    Column("typed_at", String),
)

TOLD_STATUS = Table(
    "told_status",
    METADATA,
    Column("case_id", String, primary_key=True),
    Column("marks", Integer),
    Column("due_on", String),
    Column("code", String),
    Column("keys", LargeBinary),
    Column("said", LargeBinary),
)
