"""A synchroniser that does what a test tells it; the database behind it stays the real one."""

from threading import Event

from mediation_app.domain.syncing import (
    CentralAddress,
    Link,
    Progress,
    SetAside,
    SyncRound,
    SyncState,
)
from mediation_app.errors import CentralError
from mediation_app.sentences import say
from tests.patience import PATIENCE_S


class FakeSynchroniser:
    """Has one account: ``liuyang`` with the password ``right``, at ``db.example``."""

    def __init__(self):
        self.now = SyncState()
        self.kept = None
        self.listener = None
        self.history = ()
        self.refused: tuple[SetAside, ...] = ()
        self.too_late: tuple[SetAside, ...] = ()
        self.calls = []
        self.statuses = {}
        self.may_answer = Event()
        self.may_answer.set()

    def state(self):
        return self.now

    def try_address(self, address, password):
        self.calls.append("try")
        assert self.may_answer.wait(PATIENCE_S)
        if address.hosts != "db.example":
            raise CentralError(
                say("找不到服务器 {host}，请核对地址", host=address.hosts), about="hosts"
            )
        if address.login == "revoked":
            raise CentralError(say("管理员已停用这台电脑的同步"), is_refusal=True)
        if not address.certificate:
            raise CentralError(say("服务器的证书不受信任，请选择证书文件"), about="certificate")
        if (address.login, password) != ("liuyang", "right"):
            raise CentralError(say("账号或密码不正确"), is_refusal=True, about="password")
        return "刘洋", ("崂山工作站", "李沧工作站")

    def connect(self, address, password):
        person, orgs = self.try_address(address, password)
        self.kept = address
        self.tell(
            SyncState(
                Link.SYNCING,
                person=person,
                orgs=orgs,
                progress=Progress(say("正在接收案件"), 1200, 3500),
            )
        )

    def disconnect(self):
        self.kept = None
        self.tell(SyncState())

    def address(self) -> CentralAddress | None:
        return self.kept

    def start(self, listener):
        self.listener = listener

    def sync_now(self):
        self.calls.append("sync")

    def cancel(self):
        self.calls.append("cancel")

    def open_case(self, case_id):
        self.calls.append(f"open {case_id}".strip())

    def run_round(self, on_progress=None) -> SyncRound:  # noqa: ARG002 - as in the protocol
        raise CentralError(say("没有连接中心库"))

    def ask_status(self, code):
        self.calls.append(f"ask {code}")
        if self.now.link is Link.OFFLINE:
            raise CentralError(say("连不上中心库"))
        if self.now.link is Link.REFUSED:
            raise CentralError(say("查询的次数太多"), is_refusal=True)
        return self.statuses.get(code)

    def rounds(self, limit=100):
        return self.history[:limit]

    def set_aside(self):
        return self.refused

    def refused_of_others(self):
        if self.now.link is Link.OFFLINE:
            raise CentralError(say("连不上中心库"))
        return self.too_late

    def answer(self, edit):
        if edit.is_of_others and self.now.link is Link.OFFLINE:
            raise CentralError(say("连不上中心库"))
        self.calls.append(f"answer {edit.op_id}")
        self.refused = tuple(each for each in self.refused if each != edit)
        self.too_late = tuple(each for each in self.too_late if each != edit)

    def stop(self):
        self.calls.append("stop")

    def tell(self, state):
        """Say to the window how things stand."""
        self.now = state
        if self.listener is not None:
            self.listener.on_state(state)
