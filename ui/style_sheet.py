"""The style sheet, with tokens in place of colours and lengths; ``ui.theme`` fills them in."""

SHEET = """
QWidget { color: $text; }
QMainWindow, QDialog, QStackedWidget, QWidget#page { background: $ground; }
QScrollArea { border: none; background: transparent; }
QWidget#sheet, QScrollArea > QWidget { background: transparent; }
QScrollArea > QDialog { background: $ground; }
QToolTip { color: $ground; background: $text; border: none; padding: $px4 $px8;
  font-size: $caption; }

/* words */
QLabel { background: transparent; }
QLabel[role="title"] { font-size: $title; font-weight: 700; }
QLabel[role="heading"] { font-size: $heading; font-weight: 700; }
QLabel[role="strong"] { font-weight: 700; }
QLabel[role="caption"] { font-size: $caption; color: $muted; }
QLabel[role="number"] { font-size: $title; font-weight: 700; }
QLabel[role="code"] { font-size: $title; font-weight: 700; }
QLabel[role="key"] { font-size: $caption; color: $muted; background: $raised;
  border-radius: $px4; padding: $px1 $px6; }
QLabel[role="badge"] { font-size: $badge; font-weight: 700; color: $surface;
  background: $error; border-radius: $px6; padding: 0 $px4; }
QLabel:disabled { color: $faint; }
QLabel[tone="muted"] { color: $muted; }
QLabel[tone="accent"] { color: $accent; }
QLabel[tone="error"] { color: $error; }
QLabel[tone="warning"] { color: $warning; }
QLabel[tone="ok"] { color: $ok; }

/* frames: lines instead of boxes, white space instead of lines */
QFrame[role="surface"] { background: $surface; border: 1px solid $line;
  border-radius: $radius; }
QFrame[role="panel"] { background: $surface; border: 1px solid $edge;
  border-radius: $radius; }
QFrame[role="bar"] { background: $ground; border: none; border-bottom: 1px solid $line; }
QFrame[role="foot"] { background: $ground; border: none; border-top: 1px solid $line; }
QFrame[role="side"] { background: $ground; border: none; border-left: 1px solid $line; }
QFrame[role="rail"] { background: $rail; border: none; border-right: 1px solid $line; }
QFrame[role="line"] { background: $line; border: none; max-height: 1px; min-height: 1px; }
QFrame[role="notice"] { background: $accent_soft; border: none; border-radius: $radius; }
QFrame[role="notice"][tone="error"] { background: $error_soft; }
QFrame[role="notice"][tone="warning"] { background: $warning_soft; }
QFrame[role="notice"][tone="ok"] { background: $ok_soft; }
QFrame[role="notice"][tone="apart"] { background: $apart_soft; }
QFrame[role="banner"] { background: $warning_soft; border: none; }
QFrame[role="apart"] { background: $apart; border: none; }
QFrame[role="apart"] QLabel { color: $on_apart; font-weight: 700; }
QLineEdit[tone="apart"] { border: 2px solid $apart; background: $apart_soft; }

QFrame[role="card"] { background: $surface; border: 2px solid $line;
  border-radius: $radius; }
QFrame[role="card"][chosen="yes"] { border-color: $accent; }

/* buttons */
QPushButton, QToolButton { background: $surface; border: 1px solid $line;
  border-radius: $radius; padding: $px5 $px12; min-height: $px20; outline: none; }
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:pressed, QToolButton:pressed { background: $line; }
QPushButton:focus, QToolButton:focus { border: 2px solid $accent; padding: $px4 $px11; }
QPushButton:disabled, QToolButton:disabled { color: $faint; background: $ground; }
QPushButton[kind="primary"] { background: $accent; border: 1px solid $accent;
  color: $on_accent; font-weight: 700; }
QPushButton[kind="primary"]:hover { background: $accent_strong; border-color: $accent_strong; }
QPushButton[kind="primary"]:focus { border: 2px solid $text; }
QPushButton[kind="primary"]:disabled { background: $raised; border-color: $raised; color: $faint; }
QPushButton[kind="danger"] { color: $error; border-color: $error; }
QPushButton[kind="danger"]:hover { background: $error_soft; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent;
  border: 1px solid transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:pressed, QToolButton[kind="quiet"]:pressed { background: $line; }
QPushButton[kind="quiet"]:focus, QToolButton[kind="quiet"]:focus { border: 2px solid $accent; }
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked {
  background: $accent_soft; color: $accent; }
QPushButton[tone="error"], QToolButton[tone="error"] { color: $error; }
QPushButton[tone="warning"], QToolButton[tone="warning"] { color: $warning; }
QPushButton[tone="ok"], QToolButton[tone="ok"] { color: $ok; }
QPushButton[tone="muted"], QToolButton[tone="muted"] { color: $muted; }
QPushButton[density="small"] { font-size: $caption; padding: $px3 $px8; min-height: $px16; }
QPushButton[density="small"]:focus { padding: $px2 $px7; }
QToolButton[density="small"] { padding: $px2; min-height: $px16; }
QToolButton[density="small"]:focus { padding: $px1; }
QPushButton[has="menu"] { padding-right: $px24; }
QPushButton[kind="link"] { background: transparent; border: 1px solid transparent;
  color: $accent; padding: $px2 $px4; min-height: $px16; text-align: left; }
QPushButton[kind="link"]:hover { color: $accent_strong; background: $raised; }
QPushButton[kind="link"]:focus { border: 2px solid $accent; padding: $px1 $px3; }
QPushButton[kind="link"][tone="warning"] { color: $warning; }
QPushButton[kind="link"]:disabled { color: $faint; background: transparent; }
QPushButton[kind="take"]:checked { background: $accent; border-color: $accent;
  color: $on_accent; font-weight: 700; }
QPushButton[kind="choice"] { background: $surface; border: 1px solid $line; padding: 0;
  min-height: $px64; }
QPushButton[kind="choice"]:hover { border-color: $accent; background: $surface; }
QPushButton[kind="choice"]:focus { border: 2px solid $accent; }
QToolButton[kind="rail"] { background: transparent; border: 1px solid transparent;
  border-radius: $radius; color: $muted; padding: $px8 $px2 $px6 $px2; font-size: $caption; }
QToolButton[kind="rail"]:hover { background: $raised; color: $text; }
QToolButton[kind="rail"]:checked { background: $accent_soft; color: $accent; font-weight: 700; }
QToolButton[kind="rail"]:focus { border: 2px solid $accent; padding: $px7 $px1 $px5 $px1; }
QToolButton[kind="rail"][counted="yes"] { padding-right: $px24; }
QToolButton[kind="rail"][counted="yes"]:focus { padding-right: $px23; }
QToolButton[popupMode="2"] { padding-right: $px24; }
QToolButton::menu-indicator { image: url("$chevron"); width: $px12; height: $px12;
  subcontrol-position: right center; subcontrol-origin: padding; right: $px6; }
QPushButton::menu-indicator { image: url("$chevron"); width: $px12; height: $px12;
  subcontrol-position: right center; subcontrol-origin: padding; right: $px6; }

/* fields */
QLineEdit, QPlainTextEdit, QTextEdit, QAbstractSpinBox, QComboBox {
  background: $surface; border: 1px solid $edge; border-radius: $radius; color: $text;
  selection-background-color: $accent; selection-color: $on_accent; }
QLineEdit, QAbstractSpinBox, QComboBox { padding: $px5 $px8; min-height: $px20; }
QLineEdit[density="row"], QComboBox[density="row"], QPushButton[density="row"] {
  min-height: $px23; }
QPlainTextEdit, QTextEdit { padding: $px4 $px4; }
QLineEdit:hover, QPlainTextEdit:hover, QAbstractSpinBox:hover, QComboBox:hover {
  border-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus, QAbstractSpinBox:focus, QComboBox:focus {
  border: 2px solid $accent; }
QLineEdit:focus, QAbstractSpinBox:focus, QComboBox:focus { padding: $px4 $px7; }
QPlainTextEdit:focus, QTextEdit:focus { padding: $px3 $px3; }
QLineEdit:disabled, QPlainTextEdit:disabled, QAbstractSpinBox:disabled, QComboBox:disabled {
  color: $faint; background: $ground; border-color: $line; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $ground; border-color: $line; }
QLineEdit[tone="error"], QPlainTextEdit[tone="error"], QComboBox[tone="error"],
QAbstractSpinBox[tone="error"] { border-color: $error; }
QLineEdit[tone="warning"], QPlainTextEdit[tone="warning"], QComboBox[tone="warning"],
QAbstractSpinBox[tone="warning"] { border-color: $warning; }
QAbstractSpinBox { padding-left: $px8; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: $px20;
  background: transparent; }
QAbstractSpinBox::up-arrow { image: url("$chevron_up"); width: $px12; height: $px12; }
QAbstractSpinBox::down-arrow { image: url("$chevron"); width: $px12; height: $px12; }
QComboBox::drop-down { border: none; width: $px24; }
QComboBox::down-arrow { image: url("$chevron"); width: $px12; height: $px12; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $edge; padding: $px4;
  outline: none; selection-background-color: $accent_soft; selection-color: $text; }
QCheckBox, QRadioButton { spacing: $px8; background: transparent; padding: $px3 $px2;
  border: 2px solid transparent; border-radius: $radius; }
QCheckBox:focus, QRadioButton:focus { border-color: $accent; }
QCheckBox::indicator, QRadioButton::indicator { width: $px16; height: $px16;
  border: 1px solid $edge; background: $surface; }
QCheckBox::indicator { border-radius: $px4; }
QRadioButton::indicator { border-radius: $px9; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QRadioButton::indicator:checked { border: $px5 solid $accent; background: $on_accent;
  width: $px8; height: $px8; }

/* tables and lists */
QAbstractItemView { background: $surface; border: none; outline: none;
  selection-background-color: $accent_soft; selection-color: $text; }
QTableView { gridline-color: transparent; alternate-background-color: $surface; }
QTableView::item { border-bottom: 1px solid $line; padding: 0 $px8; }
QTableView::item:selected { background: $accent_soft; color: $text; }
QListView::item { padding: $px6 $px8; border-radius: $px4; }
QListView::item:hover { background: $raised; }
QListView::indicator { width: $px16; height: $px16; border: 1px solid $edge;
  border-radius: $px4; background: $surface; }
QListView::indicator:checked { background: $accent; border-color: $accent; image: url("$check"); }
QListView::item:selected { background: $accent_soft; color: $text; }
QTableView[role="rows"] { border: 1px solid $line; border-bottom: none;
  border-top-left-radius: $radius; border-top-right-radius: $radius; }
QTableView[role="rows"]:focus { border-color: $accent; }
QHeaderView { background: transparent; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none;
  border-bottom: 1px solid $line; padding: $px8 $px11; font-size: $caption; }
QTableCornerButton::section { background: $surface; border: none; }

/* what holds things */
QSplitter::handle { background: $line; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QTabWidget::pane { border: none; }
QTabBar { qproperty-drawBase: 0; }
QTabBar::tab { background: transparent; color: $muted; padding: $px8 $px12; border: none;
  border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: $text; }
QTabBar::tab:selected { color: $accent; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent_strong; }
QMenu { background: $surface; border: 1px solid $edge; padding: $px4; menu-scrollable: 1; }
QMenu::item { padding: $px6 $px24 $px6 $px12; border-radius: $px4; }
QMenu::item:selected { background: $accent_soft; color: $text; }
QMenu::item:disabled { color: $faint; }
QMenu::separator { height: 1px; background: $line; margin: $px4 $px8; }
QMenu::icon { padding-left: $px8; }
QProgressBar { background: $surface; border: 1px solid $muted; border-radius: $px4;
  max-height: $px6; min-height: $px6; }
QProgressBar::chunk { background: $accent; border-radius: $px2; }
QSlider::groove:horizontal { background: $line; height: $px4; border-radius: $px2; }
QSlider::sub-page:horizontal { background: $accent; height: $px4; border-radius: $px2; }
QSlider::handle:horizontal { background: $surface; border: 2px solid $accent; width: $px12;
  height: $px12; margin: -$px6 0; border-radius: $px8; }
QSlider::handle:horizontal:focus { background: $accent; }

/* scroll bars: there when needed, out of the way otherwise */
QScrollBar:vertical { background: transparent; width: $px12; margin: 0; }
QScrollBar:horizontal { background: transparent; height: $px12; margin: 0; }
QScrollBar::handle { background: $edge; border: $px3 solid transparent; border-radius: $px6; }
QScrollBar::handle:vertical { background: $edge; min-height: $px32; border-radius: $px3;
  margin: $px3; }
QScrollBar::handle:horizontal { background: $edge; min-width: $px32; border-radius: $px3;
  margin: $px3; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; background: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
QAbstractScrollArea::corner { background: transparent; }
"""
