"""Finds the fields of a case on screen, and the case behind them."""


def field_of(view, at):
    view.go_to(at)
    return view.binding.field_at(at)


def stored(view):
    view.editing.store_now()
    view.place.tasks.finish()
    return view.place.desk.case_files.open(view.case.id)
