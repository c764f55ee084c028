"""Private notes without a file; it passes the contract of the real one."""


class MemoryCaucusNotes:
    def __init__(self):
        self._notes = {}

    def put(self, note):
        self._notes[note.author, note.id] = note

    def remove(self, author, note_id):
        self._notes.pop((author, note_id), None)

    def of_case(self, author, case_id):
        mine = (each for each in self._notes.values() if each.author == author)
        found = (each for each in mine if each.case_id == case_id)
        return tuple(sorted(found, key=lambda each: (each.said_at, each.id)))
