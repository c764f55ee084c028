"""What the centre has lost with a restored backup: held here and offered until it comes back."""

from dataclasses import replace

from sqlalchemy import Connection, select, update
from sqlalchemy.dialects.sqlite import insert

from db.causes import ECHOED, PLACED, Causes
from db.fold import State
from db.records import load
from db.refolding import Key, fold_placed
from db.sync.local.standing import stand, write
from db.tables import BLOB_USE, HELD, OP


def roll_back(connection: Connection, key: Key, seq: int) -> None:
    """Note that the centre has the log of a record up to this place only.

    What comes later counts as not placed, and is offered again. Where the record came folded up
    to a later place, what is below the fold is not here: the log is fetched from its beginning.
    """
    _hold(connection, key, seq)
    stored = load(connection, *key)
    if stored is None or seq >= stored.seq:
        return
    # The centre may have lost the contents as well: it says itself which it still has.
    kind, record_id = key
    uses = (BLOB_USE.c.record_kind == kind.value) & (BLOB_USE.c.record_id == record_id)
    connection.execute(update(BLOB_USE).where(uses).values(is_sent=False))
    causes = Causes(connection, *key)
    placed: State = {}
    rolled = replace(stored, seq=0, chain=b"", from_seq=0, from_doc=None)
    if seq >= stored.from_seq:
        placed = fold_placed(connection, stored, seq)
        chain = stored.from_chain if seq == stored.from_seq else causes.chain_at(seq)
        rolled = replace(stored, seq=seq, chain=chain or b"")
    write(connection, stored, stand(connection, rolled, placed, causes))


def _hold(connection: Connection, key: Key, seq: int) -> None:
    kind, record_id = key
    lost = (
        (OP.c.record_kind == kind.value)
        & (OP.c.record_id == record_id)
        & (OP.c.state == ECHOED)
        & (OP.c.seq > seq)
    )
    rows = connection.execute(select(OP.c.no, OP.c.seq, OP.c.chain, OP.c.body).where(lost)).all()
    for row in rows:
        if row.body is not None:
            held = {"no": row.no, "former_seq": row.seq, "former_chain": row.chain}
            connection.execute(insert(HELD).on_conflict_do_nothing(), held)
    connection.execute(update(OP).where(lost).values(state=PLACED, seq=None, chain=None))
