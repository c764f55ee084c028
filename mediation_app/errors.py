"""The expected kinds of trouble; anything else is a bug and ends in the crash report."""

from collections.abc import Sequence

from mediation_app.sentences import Sentence, say


class MediationError(Exception):
    """Expected trouble, said in one sentence that a person can act on."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


class InvalidAmountError(MediationError):
    """An amount is not written as whole or two-decimal yuan."""


class InvalidValueError(MediationError):
    """A value breaks the rule of its field; the sentence says what would be right."""


class CaseNotFoundError(MediationError):
    """No case bears this number."""

    def __init__(self, number: str) -> None:
        super().__init__(say("没有找到案件“{number}”，请核对案件编号", number=number))


class DocumentNotFoundError(MediationError):
    """No issued document bears this id."""

    def __init__(self, document_id: str) -> None:
        super().__init__(say("没有找到编号为 {id} 的文书", id=document_id))


class AmbiguousCaseError(MediationError):
    """More than one case fits the part of a number that was given."""

    def __init__(self, number: str, found: Sequence[str]) -> None:
        super().__init__(
            say(
                "“{number}”对应多个案件：{found}，请写得更完整",
                number=number,
                found="、".join(found),
            )
        )
        self.found = tuple(found)


class DuplicateCaseError(MediationError):
    """A case with this number is there already."""

    def __init__(self, number: str) -> None:
        super().__init__(say("案件编号“{number}”已存在，不能重复登记", number=number))


class MissingFactsError(MediationError):
    """A document cannot be issued before these facts are there; all are listed at once."""

    def __init__(self, form: str, missing: Sequence[Sentence]) -> None:
        super().__init__(
            say(
                "《{form}》还不能出具，缺少：{missing}",
                form=form,
                missing="；".join(str(fact) for fact in missing),
            )
        )
        self.missing = tuple(missing)


class SealedAgreementError(MediationError):
    """An edit would have changed an agreement that was signed and sealed."""

    def __init__(self) -> None:
        super().__init__(say("协议已签署完成并锁定，不能再改；需要改动的，请另立补充协议"))


class UnlawfulStepError(MediationError):
    """A step, or an edit that would be one, is not lawful now; all reasons are listed at once."""

    def __init__(self, reasons: Sequence[Sentence]) -> None:
        super().__init__(say("{reasons}", reasons="；".join(str(each) for each in reasons)))
        self.reasons = tuple(reasons)


class OverlapError(MediationError):
    """A room, a mediator or a party would be wanted twice; a reason in words lets it stand."""

    def __init__(self, reasons: Sequence[Sentence]) -> None:
        reason = "；".join(str(each) for each in reasons)
        super().__init__(say("{reason}。请改时间，或者写明仍要安排的理由", reason=reason))
        self.reasons = tuple(reasons)


class MissingGlyphError(MediationError):
    """No font on this machine can print these characters."""

    def __init__(self, characters: Sequence[str]) -> None:
        names = "、".join(f"{character}（U+{ord(character):04X}）" for character in characters)
        super().__init__(say("以下字符没有可用字体，无法打印：{names}，请先添加字体", names=names))
        self.characters = tuple(characters)


class UnbindableFileError(MediationError):
    """A file is no PDF and no picture, is damaged, or is locked: no volume can hold it."""

    def __init__(self, name: str, *, is_locked: bool = False) -> None:
        locked = say("“{name}”有打开密码，装不进卷宗，请先去掉密码", name=name)
        damaged = say("“{name}”不是能读的PDF或者图片，装不进卷宗", name=name)
        super().__init__(locked if is_locked else damaged)
        self.is_locked = is_locked


class StorageError(MediationError):
    """The database cannot be opened, is locked, is damaged or cannot be written."""


class ContentNotHereError(StorageError):
    """The contents of a file are known by name only, until the next round fetches them."""

    def __init__(self) -> None:
        super().__init__(say("文件内容尚未从中心库取回，请联网同步后再打开"))


class WrongPasswordError(StorageError):
    """The password does not open this database."""

    def __init__(self) -> None:
        super().__init__(say("密码不正确，数据库没有打开"))


class CentralError(MediationError):
    """The centre cannot be reached, or did not let somebody in; the sentence says what to do."""

    def __init__(self, sentence: Sentence, *, is_refusal: bool = False, about: str = "") -> None:
        super().__init__(sentence)
        self.is_refusal = is_refusal
        """True where trying again will not help before somebody acts."""
        self.about = about
        """The field of ``CentralAddress``, or ``password``, that is to be put right, if known."""


class RejectedCallError(CentralError):
    """The centre answered that it cannot take what it was given; the line itself is good."""


class ForkedDeviceError(CentralError):
    """Another machine has written under this machine's id: the disk was copied."""

    def __init__(self) -> None:
        super().__init__(say("另一台电脑正以同一设备编号写入，本机将改用新的编号后继续"))


class BrokenFeedError(CentralError):
    """What came from the centre does not fit together; nothing of it was taken over."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            say("中心库传来的数据前后不一致（{detail}），没有采用，请通知管理员", detail=detail)
        )
