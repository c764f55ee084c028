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
    Column("pdf", LargeBinary),
    Column("snapshot", String),
)

CASE_LINE = Table(
    "case_line",
    METADATA,
    Column("no", Integer, primary_key=True),
    Column("case_id", String),
    Column("number", String),
    Column("number_key", String),
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

CASE_PARTY = Table(
    "case_party",
    METADATA,
    Column("case_id", String),
    Column("name", String),
    Column("identity_key", String),
    Column("phone_tail", String),
)

CASE_SEARCH = Table(
    "case_search",
    METADATA,
    Column("rowid", Integer, primary_key=True),
    Column("words", String),
)
