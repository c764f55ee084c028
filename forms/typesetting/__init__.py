"""Sets text on pages: faces, lines, paragraphs, tables, signature fields, pagination and PDF."""
