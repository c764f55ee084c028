"""The volume of a case: J2 of the journeys, and what people put into a folder besides."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from PIL import Image

from forms.typesetting.paper import POINTS_PER_MM
from mediation_app.domain.appointments import Appointment
from mediation_app.domain.cases import Meeting, Termination
from mediation_app.domain.documents import About, FormKind
from mediation_app.domain.sessions import SessionNote
from mediation_app.domain.volumes import masked_for
from mediation_app.errors import MissingFactsError
from mediation_app.services.materials import IncomingFile
from tests.forms.reading import opened, outline_of, packed, page_texts

FILES = (
    ("领用合约", 3),
    ("账单", 6),
    ("息费计算表", 1),
    ("还款流水", 2),
    ("授权委托书", 1),
    ("身份证复印件", 1),
)
FRONT = 2


def a_pdf(pages, *, turned=0, password=""):
    with pikepdf.new() as document:
        for _ in range(pages):
            page = document.add_blank_page(page_size=(595, 842))
            page.obj.Contents = document.make_stream(b"q 0.8 g 50 50 200 200 re f Q")
            page.obj["/Rotate"] = turned
            link = pikepdf.Dictionary(Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])
            link.A = pikepdf.Dictionary(S=pikepdf.Name.JavaScript)
            page.obj.Annots = pikepdf.Array([link])
            page.obj.AA = pikepdf.Dictionary(O=pikepdf.Dictionary(S=pikepdf.Name.JavaScript))
        written = BytesIO()
        locked = pikepdf.Encryption(owner="o", user=password) if password else False
        document.save(written, encryption=locked, deterministic_id=not password)
        return written.getvalue()


def a_picture(kind="PNG", size=(300, 200), orientation=1):
    written = BytesIO()
    picture = Image.new("RGB", size, (200, 30, 30))
    exif = picture.getexif()
    exif[0x0112] = orientation
    picture.save(written, kind, exif=exif)
    return written.getvalue()


def with_files(desk, case, files):
    materials = []
    for name, content in files:
        kept = desk.materials.keep(case, IncomingFile(name, content))
        materials.append(kept.material)
    return desk.case_files.save(case, replace(case, materials=tuple(materials))).case


@pytest.fixture
def case(sample_desk):
    return sample_desk.case_files.find("第20号")


def test_the_pages_of_a_volume_are_numbered_and_its_bookmarks_are_its_contents(sample_desk, case):
    files = [(f"{name}.pdf", a_pdf(pages)) for name, pages in FILES]
    volume = sample_desk.volumes.bind(with_files(sample_desk, case, files).id)
    texts = [packed(text) for text in page_texts(volume.pdf)]
    assert len(texts) == FRONT + 14
    assert texts[FRONT:] == [str(number) for number in range(1, 15)]
    ranges = ("1–3", "4–9", "10", "11–12", "13", "14")
    listed = "".join(
        f"{number}{name}{pages}"
        for number, ((name, _), pages) in enumerate(zip(FILES, ranges, strict=True), start=1)
    )
    assert listed in texts[1]
    assert "本卷共14页" in texts[1]
    marks = [(title, page - FRONT + 1) for _, title, page in outline_of(volume.pdf)]
    assert marks == [(line.title, line.first_page) for line in volume.contents]
    assert [line.first_page for line in volume.contents] == [1, 4, 10, 11, 13, 14]


def test_the_same_papers_give_the_same_bytes(sample_desk, case):
    files = [("合约.pdf", a_pdf(2)), ("照片.jpg", a_picture("JPEG"))]
    stored = with_files(sample_desk, case, files)
    first, again = (sample_desk.volumes.bind(stored.id).pdf for _ in range(2))
    assert first == again
    with pikepdf.open(BytesIO(first)) as volume:
        link = volume.pages[FRONT].obj.Annots[0]
        assert "/AA" not in volume.pages[FRONT].obj
        assert "/A" not in link


@pytest.mark.parametrize("turned", [0, 90, 180, 270])
def test_the_number_stands_at_the_upper_right_however_a_page_is_turned(sample_desk, case, turned):
    stored = with_files(sample_desk, case, [("扫描.pdf", a_pdf(1, turned=turned))])
    with opened(sample_desk.volumes.bind(stored.id).pdf) as document:
        page = document[FRONT]
        across, down = page.get_size()
        picture = page.render(scale=1, grayscale=True)
        rows = bytes(picture.buffer)
        black = [
            (at % picture.stride, at // picture.stride)
            for at, grey in enumerate(rows)
            if grey < 100 and at % picture.stride < picture.width
        ]
    near = 15 * POINTS_PER_MM
    assert black
    assert all(x > across - near and y < near for x, y in black)
    assert down > 0


def test_pictures_stand_upright_and_whole_on_a4(sample_desk, case):
    files = [
        ("照片.jpg", a_picture("JPEG", (400, 300))),
        ("侧拍.jpg", a_picture("JPEG", (400, 300), orientation=6)),
        ("截图.png", a_picture("PNG", (2000, 200))),
    ]
    stored = with_files(sample_desk, case, files)
    with opened(sample_desk.volumes.bind(stored.id).pdf) as document:
        sizes = [tuple(map(round, document[FRONT + at].get_size())) for at in range(3)]
    assert sizes == [(842, 595), (595, 842), (842, 595)]


def test_what_cannot_be_bound_is_listed_apart(sample_desk, case):
    files = [
        ("录音.mp3", b"ID3 not a page"),
        ("加密.pdf", a_pdf(1, password="secret")),
        ("破损.pdf", b"%PDF-1.7 nothing"),
        ("合约.pdf", a_pdf(1)),
    ]
    stored = with_files(sample_desk, case, files)
    on_paper = replace(stored.materials[-1], id="paper", name="收据", file_name="", blob_id="")
    awaited = replace(on_paper, id="awaited", name="账单", is_received=False)
    materials = (*stored.materials, on_paper, awaited)
    stored = sample_desk.case_files.save(stored, replace(stored, materials=materials)).case
    volume = sample_desk.volumes.bind(stored.id)
    assert volume.apart == ("录音", "加密", "破损", "收据")
    notes = ["不能装订，另附", "有密码，另附", "不能装订，另附", "", "纸质，另附"]
    assert [line.note for line in volume.contents] == notes
    text = packed(page_texts(volume.pdf)[1])
    assert "1录音—不能装订，另附" in text
    assert "4合约1" in text


def test_issued_documents_stand_around_the_materials_in_their_last_version(sample_desk):
    desk = sample_desk
    case = desk.case_files.find("第17号")
    for kind in (FormKind.APPLICATION, FormKind.AGREEMENT, FormKind.CONFIRMATION):
        desk.paper.issue(kind, case.id)
    case = with_files(desk, case, [("合约.pdf", a_pdf(1))])
    case = desk.case_files.save(case, replace(case, facts="改过的事实。")).case
    desk.paper.issue(FormKind.AGREEMENT, case.id)
    titles = [line.title for line in desk.volumes.bind(case.id).contents]
    assert titles == ["人民调解申请书", "合约", "人民调解协议书", "司法确认申请书"]


def test_the_cover_tells_the_first_and_the_last_day_of_mediation(sample_desk):
    case = sample_desk.case_files.find("第1号")
    days = (Meeting("m1", date(2026, 3, 1)), Meeting("m2", date(2026, 3, 9)))
    case = sample_desk.case_files.save(case, replace(case, meetings=days)).case
    cover = packed(page_texts(sample_desk.volumes.bind(case.id).pdf)[0])
    assert "调解日期2026年3月1日至2026年3月9日" in cover
    assert packed(case.parties[0].name) in cover


def test_what_has_no_agreement_and_what_failed_is_masked_too(sample_desk):
    number = "370000195901124518"
    end = Termination(reason="分歧较大", undisputed=(f"证件{number}",))
    notes = (SessionNote("n1", "甲", "", f"电话13700000021，证件{number}"),)
    meeting = Meeting("m1", date(2026, 3, 1), notes=notes, record=f"证件{number}")
    case = replace(sample_desk.case_files.find("第20号"), agreement=None)
    case = replace(case, meetings=(meeting,), termination=end)
    hidden = masked_for(case, "nobody")
    assert number not in repr(hidden)
    assert "13700000021" not in repr(hidden)
    assert masked_for(replace(case, termination=None), "").termination is None


def test_a_copy_for_the_other_side_hides_who_can_be_traced(sample_desk):
    desk = sample_desk
    case = desk.case_files.find("第17号")
    applicant = case.parties[0]
    facts = f"申请人证件{applicant.identity.number}，电话{applicant.phone}。"
    case = desk.case_files.save(case, replace(case, facts=facts)).case
    desk.paper.issue(FormKind.APPLICATION, case.id)
    reader = case.parties[1]
    plain = packed("".join(page_texts(desk.volumes.bind(case.id).pdf)))
    copy = desk.volumes.bind(case.id, reader.id, is_masked=True).pdf
    hidden = packed("".join(page_texts(copy)))
    for value in (applicant.identity.number, applicant.phone, packed(applicant.address)):
        assert value in plain
        assert value not in hidden
    assert packed(reader.name) in hidden
    assert "脱敏副本" in hidden
    assert "扫描件和照片里的内容没有遮盖" in hidden
    own = packed("".join(page_texts(desk.volumes.bind(case.id, applicant.id, is_masked=True).pdf)))
    assert applicant.identity.number in own


def test_a_notice_of_a_meeting_that_was_called_off_is_not_in_a_copy(sample_desk, case):
    desk = sample_desk
    planned = Appointment("ap1", date(2026, 11, 26), room="调解室1", invited=("x",))
    party = case.parties[0]
    planned = replace(planned, invited=(party.id,))
    committee = desk.setup.committee()
    desk.setup.save(committee, replace(committee, phone="0530-8899"))
    case = desk.case_files.save(case, replace(case, appointments=(planned,))).case
    desk.paper.issue(FormKind.MEETING_NOTICE, case.id, About("ap1", party.id))
    called_off = replace(planned, cancelled_on=date(2026, 11, 24))
    case = desk.case_files.save(case, replace(case, appointments=(called_off,))).case
    assert desk.volumes.bind(case.id).contents[0].title == "调解通知书"
    copy = desk.volumes.bind(case.id, party.id, is_masked=True)
    assert copy.contents[0].note == "副本不附"


def test_a_case_without_number_has_no_volume(sample_desk, case):
    desk = sample_desk
    saved = desk.case_files.save(case, replace(case, parties=())).case
    with pytest.raises(MissingFactsError, match="调解卷宗"):
        desk.volumes.bind(saved.id)
