"""The page on which the committee describes itself and everybody chooses a look."""
