"""What a mediation case is, and what people do with it."""

__version__ = "0.1.0"
