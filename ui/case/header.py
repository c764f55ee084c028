"""The head of a case: who, what, how much, where it stands, what is next and by when."""
