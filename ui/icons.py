"""Icons of one family and one stroke width, drawn in the colour of the words beside them.

Their drawings lie in ``resources/icons``; the words ``currentColor`` in them are replaced.
"""

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QLabel

from resources.looks import icon_path
from ui.colours import colours_now
from ui.measures import scaled

SIZE_PX = 18
_ICON = "icon_name"
_SIZE = "icon_size"


def drawn(name: str, colour: str, size_px: int) -> QPixmap:
    """Return the icon in a colour, sharp on screens of up to twice the usual density."""
    key = f"icon {name} {colour} {size_px}"
    known = QPixmap()
    if QPixmapCache.find(key, known):
        return known
    pixmap = _draw_anew(name, colour, size_px)
    QPixmapCache.insert(key, pixmap)
    return pixmap


def _draw_anew(name: str, colour: str, size_px: int) -> QPixmap:
    drawing = icon_path(name).read_text(encoding="utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    pixmap = QPixmap(size_px * 2, size_px * 2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, size_px * 2, size_px * 2))
    painter.end()
    pixmap.setDevicePixelRatio(2)
    return pixmap


def set_icon(widget: QAbstractButton | QLabel, name: str, size_px: int = SIZE_PX) -> None:
    """Give a button or label an icon that follows theme and zoom."""
    widget.setProperty(_ICON, name)
    widget.setProperty(_SIZE, size_px)
    _draw(widget)


def redraw_icons(root: QObject) -> None:
    """Draw every icon below the root again, after theme or zoom have changed."""
    for button in root.findChildren(QAbstractButton):
        _draw(button)
    for label in root.findChildren(QLabel):
        _draw(label)


def _draw(widget: QAbstractButton | QLabel) -> None:
    name = widget.property(_ICON)
    if not name:
        return
    colours = colours_now()
    size_px = scaled(widget.property(_SIZE))
    if isinstance(widget, QLabel):
        tone = widget.property("tone") or "text"
        widget.setPixmap(drawn(name, getattr(colours, tone), size_px))
        return
    kind, tone = widget.property("kind") or "", widget.property("tone") or ""
    icon = QIcon(drawn(name, getattr(colours, tone or _colour_of_kind(kind)), size_px))
    icon.addPixmap(drawn(name, colours.faint, size_px), QIcon.Mode.Disabled)
    if widget.isCheckable():
        chosen = drawn(name, colours.accent, size_px)
        icon.addPixmap(chosen, QIcon.Mode.Normal, QIcon.State.On)
    widget.setIcon(icon)
    widget.setIconSize(QSize(size_px, size_px))


def _colour_of_kind(kind: str) -> str:
    return {"primary": "on_accent", "danger": "error", "rail": "muted", "link": "accent"}.get(
        kind, "muted"
    )
