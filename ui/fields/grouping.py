"""Numbers shown in groups while they are typed, with the caret kept where it was."""

PHONE_GROUPS = (3, 4, 4)


def group(text: str, groups: tuple[int, ...]) -> str:
    """Return the characters of the text in groups; what is too long stays in one piece."""
    bare = ungrouped(text)
    if len(bare) > sum(groups):
        return bare
    pieces = []
    start = 0
    for length in groups:
        pieces.append(bare[start : start + length])
        start += length
    return " ".join(piece for piece in pieces if piece)


def ungrouped(text: str) -> str:
    """Return the text without any gaps."""
    return "".join(text.split())


def moved_caret(typed: str, caret: int, shaped: str) -> int:
    """Return where the caret belongs after the gaps moved: behind the same character."""
    before = len(ungrouped(typed[:caret]))
    if before == 0:
        return 0
    passed = 0
    for index, character in enumerate(shaped, start=1):
        passed += not character.isspace()
        if passed == before:
            return index
    return len(shaped)
