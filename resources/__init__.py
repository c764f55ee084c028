"""Files that are neither code nor data of a case."""
