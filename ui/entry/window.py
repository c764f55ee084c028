"""The window before the desk: it leads to an open database."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from mediation_app.errors import MediationError, WrongPasswordError
from mediation_app.services.desk import Desk, Stations
from ui.entry.new_station import NewStation
from ui.entry.password import PasswordScreen
from ui.entry.recover import Recover
from ui.entry.recovery_code import RecoveryCode
from ui.entry.screen import Screen
from ui.entry.welcome import Welcome
from ui.measures import scaled
from ui.sentences import told
from ui.tasks import Tasks

SIZE_PX = (760, 640)
DEMO_CASES = 480


class EntryWindow(QMainWindow):
    """Asks what is needed, and nothing where nothing is."""

    opened = Signal(object)
    """Desk: the database is open."""
    gone = Signal()
    """The person closed the window."""

    def __init__(self, stations: Stations, tasks: Tasks, data_dir: Path) -> None:
        super().__init__()
        self._stations = stations
        self._tasks = tasks
        self._dir = data_dir
        self._wants_own = False
        self.is_forgetful = False
        """True where the person wanted to be remembered and this computer cannot."""
        self.stack = QStackedWidget()
        self.setCentralWidget(self.stack)
        self.setWindowTitle(self.tr("金融消费纠纷人民调解工作台"))
        self.resize(scaled(SIZE_PX[0]), scaled(SIZE_PX[1]))

    def begin(self, *, wants_own: bool = False) -> None:
        """Open what is there; ask for a password or for what to begin with."""
        self._wants_own = wants_own
        self._tasks.run(self, self._what_is_there, self._on_looked, self._on_trouble)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Tell that nobody wants in any more."""
        super().closeEvent(event)
        self.gone.emit()

    # --- what is there --------------------------------------------------------

    def _what_is_there(self) -> tuple[bool, bool]:
        exists = self._stations.exists(self._dir)
        return exists, exists and self._stations.needs_password(self._dir)

    def _on_looked(self, found: tuple[bool, bool]) -> None:
        exists, needs_password = found
        if not exists and self._wants_own:
            self._on_own_chosen()
        elif not exists:
            self._show_welcome()
        elif needs_password:
            self._show_password()
        else:
            self._open(None, self._on_trouble)

    def _on_trouble(self, error: MediationError) -> None:
        """Nothing is shown yet, so the trouble is all there is to see."""
        welcome = self._show_welcome()
        welcome.show_trouble(told(error))

    # --- first start ----------------------------------------------------------

    def _show_welcome(self) -> Welcome:
        welcome = Welcome()
        welcome.demo_chosen.connect(lambda: self._make_demo(welcome))
        welcome.own_chosen.connect(self._on_own_chosen)
        self._show(welcome)
        return welcome

    def _make_demo(self, welcome: Welcome) -> None:
        demo_dir = self._stations.demo_dir()

        def prepare() -> Desk:
            if not self._stations.exists(demo_dir):
                self._stations.create_demo(demo_dir, DEMO_CASES)
            return self._stations.open(demo_dir, None)

        welcome.show_busy(self.tr("正在准备示例，约需几秒…"))
        self._tasks.run(
            self, prepare, self.opened.emit, lambda error: welcome.show_trouble(told(error))
        )

    def _on_own_chosen(self) -> None:
        screen = NewStation()
        screen.back_asked.connect(self._show_welcome)
        screen.password_chosen.connect(lambda password: self._create(screen, password))
        self._show(screen)

    def _create(self, screen: NewStation, password: str) -> None:
        screen.show_busy(self.tr("正在建立加密数据库…"))
        self._tasks.run(
            self,
            lambda: self._stations.create(self._dir, password),
            lambda code: self._show_code(code, password),
            lambda error: screen.show_trouble(told(error)),
        )

    def _show_code(self, code: str, password: str) -> None:
        screen = RecoveryCode(code)
        screen.kept.connect(lambda: self._open(password, self._on_trouble))
        self._show(screen)

    # --- password -------------------------------------------------------------

    def _show_password(self) -> None:
        screen = PasswordScreen(str(self._dir))
        screen.recovery_asked.connect(self._show_recover)
        screen.password_given.connect(
            lambda password, remembers: self._try(screen, password, remembers=remembers)
        )
        self._show(screen)

    def _try(self, screen: PasswordScreen, password: str, *, remembers: bool) -> None:
        screen.show_busy(self.tr("正在打开…"))

        def refused(error: MediationError) -> None:
            if isinstance(error, WrongPasswordError):
                screen.show_wrong()
            else:
                screen.show_trouble(told(error))

        self._open(password, refused, remembers=remembers)

    def _open(
        self,
        password: str | None,
        on_error: Callable[[MediationError], None],
        *,
        remembers: bool = False,
    ) -> None:
        def open_desk() -> Desk:
            desk = self._stations.open(self._dir, password)
            if remembers and password is not None:
                self.is_forgetful = not self._stations.remember(self._dir, password)
            return desk

        self._tasks.run(self, open_desk, self.opened.emit, on_error)

    def _show_recover(self) -> None:
        screen = Recover()
        screen.back_asked.connect(self._show_password)
        screen.recovery_given.connect(lambda code, password: self._recover(screen, code, password))
        self._show(screen)

    def _recover(self, screen: Recover, code: str, password: str) -> None:
        screen.show_busy(self.tr("正在核对…"))
        self._tasks.run(
            self,
            lambda: self._stations.recover(self._dir, code, password),
            lambda new_code: self._show_code(new_code, password),
            lambda error: screen.show_trouble(told(error)),
        )

    def _show(self, screen: Screen) -> None:
        before = self.stack.currentWidget()
        self.stack.addWidget(screen)
        self.stack.setCurrentWidget(screen)
        if before is not None:
            self.stack.removeWidget(before)
            before.deleteLater()
        self.show()
        screen.setFocus()
