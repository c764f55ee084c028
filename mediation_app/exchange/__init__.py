"""The exchange format: cases as JSON with Chinese keys, read and written."""
