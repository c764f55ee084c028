"""Where the bench finds and leaves things."""

from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "resources" / "fonts"
SAMPLES = ROOT / "resources" / "samples" / "cases.json"
PAGE = ROOT / "docs" / "PERFORMANCE.md"
