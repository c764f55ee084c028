"""The memory: encrypted SQLite here, PostgreSQL there, and the sync between them."""
