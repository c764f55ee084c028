"""Materials of a case in the exchange format: the list and the digests, not the contents."""

from mediation_app.domain.materials import MOST_BYTES, Material
from mediation_app.exchange.places import Place
from mediation_app.exchange.shapes import Facts, Key, Record, Shape, facts_of
from mediation_app.exchange.values import Day, Digest, Flag, Text, Whole

_TEXT = Text()


def _material(facts: Facts, place: Place) -> Material:
    return Material(place.notes.ids.new(), **facts)


MATERIAL = Record(
    Shape(
        Key("名称", "name", _TEXT, "材料的名称", is_always_written=True),
        Key("已收到", "is_received", Flag(), "是否已经收到", is_always_written=True),
        Key("收到日期", "added_on", Day(), "收到文件的日期"),
        Key("文件名", "file_name", _TEXT, "文件原来的名称"),
        Key("文件类型", "media_type", _TEXT, "文件的媒体类型，例如 application/pdf"),
        Key("文件大小", "size_bytes", Whole(0, MOST_BYTES), "文件的字节数"),
        Key("需要", "need", _TEXT, "必须或者按需"),
        Key("由谁提供", "owed_by", _TEXT, "谁应当提供"),
        Key("期限", "due_on", Day(), "最迟哪天提供"),
        Key("文件摘要", "blob_id", Digest(), "文件内容的编号，64 位；内容不在本文件中"),
    ),
    _material,
    facts_of,
)
