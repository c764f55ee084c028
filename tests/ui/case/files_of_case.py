"""Files for the cases of tests, and the person who chooses them."""

from PySide6.QtWidgets import QToolButton


class Chosen:
    """Files that a person would choose in the dialogs of the system."""

    def __init__(self, files=(), target=None):
        self.chosen = list(files)
        self.where = target
        self.name = ""

    def files(self, go_on):
        if self.chosen:
            go_on(self.chosen)

    def target(self, name, go_on):
        self.name = name
        if self.where is not None:
            go_on(self.where)


def some_files(folder, *names):
    paths = [folder / name for name in names]
    for no, path in enumerate(paths):
        path.write_bytes(f"invented content {no} of {path.name}".encode())
    return paths


def finish(place):
    """Let what is on its way through both threads arrive."""
    for _ in range(12):
        place.paper_tasks.finish()
        place.tasks.finish()


def names(view):
    return [each.name for each in view.case.materials]


def button_of(section, name):
    section.complete()
    found = [each for each in section.findChildren(QToolButton) if each.accessibleName() == name]
    return next(each for each in found if each.isVisibleTo(section))
