"""The shape of the central database, step by step; the statements lie in ``sql/``."""
