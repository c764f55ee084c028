"""The sentences of the program in other languages than Chinese."""
