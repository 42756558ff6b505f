"""How somebody knocks at the door of each row of the matrix; the answer is whether the door opened."""

from collections.abc import Callable

from wagtail.models import Page, TaskState

from cms.media.models import Attachment, Photo
from cms.operations.matrix.road import IN_THE_DOSSIER
from cms.operations.provisioning.workflow import STEPS
from cms.people.enums import Role
from cms.people.queries import group_name
from stories.dossiers.views import VERBS as DOSSIER_VERBS
from stories.letters.forms import OFFICE_FORMS as PROPOSAL_FORMS
from stories.nominations.enums import NominationState
from stories.nominations.forms import OFFICE_FORMS
from stories.nominations.models import Nomination
from stories.pages.models import Takedown
from tests.factories.doors import House, Knock, Visit, a_draft_of, does, opens, presses, shows, takes
from tests.factories.newsroom import fresh

PAPERS, OFFICE, KIT, WORK = "/phieu-gioi-thieu/", "/admin/phieu/", "/admin/chuyen-giao/", "/admin/viec/"
PAPER, FILE = f"{PAPERS}{{draft.pk}}/", "/admin/ho-so/{exemplar.pk}/"


def own_draft(act: Callable[[Visit, Page], Page | None], happened: Callable[[Page | None], bool]) -> Knock:
    """A knock with a draft that belongs to whoever knocks."""
    return lambda visit: happened(act(visit, a_draft_of(visit.house, visit.user)))


def submits(visit: Visit, page: Page) -> Page:
    return presses(visit, page, "action-submit")


def is_handed_in(page: Page | None) -> bool:
    return bool(page and page.workflow_in_progress)


def deletes(visit: Visit, page: Page) -> Page | None:
    visit.client.post(f"/admin/pages/{page.pk}/delete/")
    return Page.objects.filter(pk=page.pk).first()


def at_step(number: int, action: str) -> Knock:
    """Press a button of a step; whether the step is over then."""

    def knock(visit: Visit) -> bool:
        page = visit.house.at_step[number]
        state = page.current_workflow_task_state
        visit.client.post(
            f"/admin/pages/workflow/action/{page.pk}/{action}/{state.pk}/", {"comment": "Xem lại số liệu"}
        )
        return TaskState.objects.get(pk=state.pk).status != TaskState.STATUS_IN_PROGRESS

    return knock


def own_file(model: type[Photo] | type[Attachment], pattern: str) -> Knock:
    """A knock at a screen of a file that belongs to whoever knocks."""

    def knock(visit: Visit) -> bool:
        house = visit.house
        file = house.picture if model is Photo else house.file
        model.objects.filter(pk=file.pk).update(uploaded_by_user=visit.user)
        return opens(pattern)(visit)

    return knock


def kept_at(
    prefix: str, name: str, noun: str, verbs: str = "view add change delete", **other: str
) -> dict[str, Knock]:
    """The four screens of a model on Wagtail's viewset."""
    words = {"view": "Xem", "add": "Thêm", "change": "Sửa", "delete": "Xóa"}
    paths = {
        "view": "",
        "add": "new/",
        "change": f"edit/{{{name}.pk}}/",
        "delete": f"delete/{{{name}.pk}}/",
    } | other
    return {f"{words[verb]} {noun}": opens(f"/admin/{prefix}/{paths[verb]}") for verb in verbs.split()}


def signs(visit: Visit) -> None:
    draft, house = visit.house.signing, visit.house
    typed = {
        "edition": draft.edition, "subject_type": "individual", "name": draft.name, "locality": draft.locality_id,
        "sector": house.sector.pk, "kind": "good_deed", "deed_1": "Trồng lại sen", "proof_1": "Sổ thu chi",
        "contact_name": "Lê Thị Ngân", "contact_phone": "0277 385 1234", "verb": "sign",
    }  # fmt: skip
    visit.post(f"{PAPERS}{{signing.pk}}/", typed)


def is_signed(house: House) -> bool:
    return Nomination.objects.get(pk=house.signing.pk).state == NominationState.SENT


def takes_down(visit: Visit) -> None:
    asked = {"page": visit.house.live.pk, "reason": "order", "grounds": "CV 45/SVHTT"}
    visit.post("/admin/go-bai/moi/?bai={live.pk}", asked)


def is_off(house: House) -> bool:
    return not fresh(house.live).live


def is_lifted(house: House) -> bool:
    return Takedown.objects.get(pk=house.taken.pk).lifted_at is not None


def office_verb(step: str) -> Knock:
    paper = "{asked.pk}" if step == "concur" else "{sent.pk}"
    return takes(f"{OFFICE}{paper}/", verb=step)


def readings(verb: str, page: str = "read", **data: str) -> Knock:
    return takes(f"/admin/doc-truoc/{{{page}.pk}}/", verb=verb, **data)


def revokes(visit: Visit) -> bool:
    return readings("revoke", reading=str(visit.house.reading.pk))(visit)


def asks_own(visit: Visit) -> bool:
    draft = a_draft_of(visit.house, visit.user)
    return takes(f"/admin/doc-truoc/{draft.pk}/", verb="ask")(visit)


def appoints(role: Role) -> Knock:
    """Give somebody of the house this role; whether they hold it then."""

    def knock(visit: Visit) -> bool:
        newcomer, body = visit.house.writer, visit.house.organisation
        typed = {
            "user": newcomer.pk,
            "organisation": body.pk,
            "role": role,
            "valid_from": "01/07/2025",
            "valid_to": "",
        }
        visit.post("/admin/phan-cong/new/", typed)
        return newcomer.groups.filter(name=group_name(role)).exists()

    return knock


def begins_copy(visit: Visit) -> bool:
    return takes(f"{PAPERS}moi/", copy=str(visit.house.draft.pk))(visit)


TITLES = {Photo: "{picture.title}", Attachment: "{file.title}"}
NAMES = [name for _, name, _, _ in STEPS]
KNOCKS: dict[str, dict[str, Knock]] = {
    "Vào hệ thống": {
        "Vào trang làm việc": opens("/admin/"),
        "Đổi mật khẩu, bật xác thực hai lớp của mình": opens("/tai-khoan/"),
    },
    "Phiếu giới thiệu ở đơn vị": {
        "Xem danh sách phiếu của đơn vị mình": opens(PAPERS),
        "Lập phiếu mới": takes(f"{PAPERS}moi/"),
        "Chép phiếu năm trước của đơn vị mình": begins_copy,
        "Đọc phiếu nháp của đơn vị mình": opens(PAPER),
        "Sửa phiếu nháp của đơn vị mình": takes(f"{PAPER}luu/"),
        "Xem người trùng tên với người trong phiếu": opens(f"{PAPER}trung-ten/"),
        "Thêm ảnh vào phiếu": takes(f"{PAPER}anh/", name="a.jpg", size="900"),
        "Xem ảnh trong phiếu nháp": opens(f"{PAPER}anh/{{photo.pk}}/xem/"),
        "Bỏ ảnh khỏi phiếu": takes(f"{PAPER}anh/{{photo.pk}}/bo/"),
        "Trình thủ trưởng ký": takes(PAPER, verb="hand_to_head"),
        "Ký gửi phiếu": does(signs, is_signed),
        "Trả phiếu cho người lập": takes(f"{PAPERS}{{signing.pk}}/tra-lai/", reason="Sửa tuổi"),
        "Bỏ phiếu nháp": takes(f"{PAPER}bo/"),
        "Đọc phiếu của đơn vị khác": opens(f"{PAPERS}{{others_draft.pk}}/"),
        "Sửa phiếu của đơn vị khác": takes(f"{PAPERS}{{others_draft.pk}}/luu/"),
    },
    "Phiếu đã gửi Cơ quan Thường trực": {
        "Xem danh sách phiếu đã gửi": opens(OFFICE),
        "Đọc phiếu đã gửi": opens(f"{OFFICE}{{sent.pk}}/"),
        "Xem ảnh trong phiếu đã gửi": opens(f"{OFFICE}{{sent_photo.nomination_id}}/anh/{{sent_photo.pk}}/"),
        "Đọc phiếu đơn vị còn đang viết": opens(f"{OFFICE}{{draft.pk}}/"),
        **{form.title: office_verb(step) for step, form in OFFICE_FORMS.items()},
    },
    "Điển hình và hồ sơ": {
        **kept_at("dien-hinh", "exemplar", "điển hình"),
        "Sao chép điển hình": opens("/admin/dien-hinh/copy/{exemplar.pk}/"),
        "Chọn điển hình trong biểu mẫu": opens("/admin/chon-dien-hinh/"),
        "Mở hồ sơ": opens(FILE),
        "Tải minh chứng": opens("/admin/ho-so/minh-chung/{evidence.pk}/"),
        "Tải giấy đồng ý": opens("/admin/ho-so/giay-dong-y/{consent.pk}/"),
        **{IN_THE_DOSSIER[verb]: takes(FILE, verb=verb) for verb in DOSSIER_VERBS},
    },
    "Hồ sơ chuyển tòa soạn": {
        "Xem danh sách hồ sơ chuyển đến tòa soạn mình": opens(KIT),
        "Đọc hồ sơ báo chí": opens(f"{KIT}{{hand_over.pk}}/"),
        "Tải hồ sơ báo chí dạng Word": opens(f"{KIT}{{hand_over.pk}}/docx/"),
        "Nhận hồ sơ": takes(f"{KIT}{{hand_over.pk}}/", verb="accept"),
        "Trả lại hồ sơ": takes(f"{KIT}{{hand_over.pk}}/", verb="return"),
    },
    "Việc của tòa soạn": {
        "Xem danh sách việc của tòa soạn mình": opens(WORK),
        "Xem một việc": opens(f"{WORK}{{work.pk}}/"),
        "Nhận việc": takes(f"{WORK}{{work.pk}}/", verb="take"),
        "Báo đã xong": takes(f"{WORK}{{work.pk}}/", verb="finish"),
        "Giao lại, đổi hạn": takes(f"{WORK}{{work.pk}}/", verb="reassign"),
        "Thôi không làm": takes(f"{WORK}{{work.pk}}/", verb="drop"),
        "Mở bài viết từ việc được giao": takes(f"{WORK}{{work.pk}}/viet-bai/"),
    },
    "Bài viết và số phát thanh": {
        "Xem danh sách bài viết": opens("/admin/bai-viet/"),
        "Xem danh sách số phát sóng": opens("/admin/phat-thanh/"),
        "Viết bài mới": opens("/admin/pages/add/stories/storypage/{section.pk}/"),
        "Sửa bản nháp của mình": lambda visit: opens(
            f"/admin/pages/{a_draft_of(visit.house, visit.user).pk}/edit/"
        )(visit),
        "Gửi duyệt bản nháp của mình": own_draft(submits, is_handed_in),
        "Xóa bản nháp của mình": own_draft(deletes, lambda page: page is None),
        "Sửa bản nháp của người khác": opens("/admin/pages/{others.pk}/edit/"),
        "Gửi duyệt bản nháp của người khác": lambda visit: is_handed_in(submits(visit, visit.house.others)),
        "Xóa bản nháp của người khác": lambda visit: deletes(visit, visit.house.others) is None,
        **{f"Duyệt ở bước “{NAMES[number]}”": at_step(number, "approve") for number in range(3)},
        **{f"Trả lại ở bước “{name}”": at_step(number, "reject") for number, name in enumerate(NAMES)},
        "Đăng ngay bài đã duyệt": does(
            lambda visit: visit.post("/admin/bai/{waiting.pk}/dang-ngay/", {}),
            lambda house: fresh(house.waiting).live,
        ),
        "Đăng bài bằng nút của Wagtail": lambda visit: presses(visit, visit.house.others, "action-publish").live,
        "Gỡ bài bằng nút của Wagtail": does(lambda visit: visit.post("/admin/pages/{live.pk}/unpublish/", {}), is_off),
        "Thêm số phát thanh": opens("/admin/pages/add/broadcasts/episodepage/{programme.pk}/"),
        "Sửa số phát thanh": opens("/admin/pages/{episode.pk}/edit/"),
        "Sửa trang mục Câu chuyện": opens("/admin/pages/{section.pk}/edit/"),
        "Sửa trang chủ": opens("/admin/pages/{home.pk}/edit/"),
    },
    "Lời giới thiệu của bạn đọc và đọc trước khi đăng": {
        "Giới thiệu một tấm gương": opens("/gioi-thieu-guong/"),
        "Theo dõi lời giới thiệu bằng mã": opens("/theo-doi/"),
        "Xem các lời giới thiệu, liên hệ người gửi": opens("/admin/de-xuat/"),
        "Đọc một lời giới thiệu": opens("/admin/de-xuat/{proposal.pk}/"),
        **{form.title: takes("/admin/de-xuat/{proposal.pk}/", verb=verb) for verb, form in PROPOSAL_FORMS.items()},
        "Xem ai đọc trước bài của người khác": opens("/admin/doc-truoc/{read.pk}/"),
        "Gửi bài mình viết cho nhân vật đọc trước": asks_own,
        "Gửi bài người khác viết cho nhân vật đọc trước": readings("ask"),
        "Thu hồi liên kết đọc trước bài của người khác": revokes,
        "Cho bài đi tiếp khi nhân vật chưa đồng ý": readings("override"),
    },
    "Lịch xuất bản và chuyên mục": {
        "Xem lịch xuất bản": opens("/admin/lich/"),
        "Xem một kỳ": opens("/admin/lich/{slot.pk}/"),
        "Xếp bài vào kỳ": takes("/admin/lich/{slot.pk}/", verb="place"),
        "Đưa bài ra khỏi kỳ": takes("/admin/lich/{slot.pk}/", verb="take_out"),
        "Đổi bài giữa hai kỳ": takes("/admin/lich/{slot.pk}/", verb="swap"),
        "Cho nghỉ một kỳ": takes("/admin/lich/{slot.pk}/", verb="skip"),
        "Mở lại một kỳ nghỉ": takes("/admin/lich/{slot.pk}/", verb="reopen"),
        "Xem các chuyên mục": opens("/admin/chuyen-muc/"),
        "Mở chuyên mục": opens("/admin/chuyen-muc/new/"),
        "Sửa chuyên mục, đặt nhịp": opens("/admin/chuyen-muc/edit/{column.pk}/"),
        "Xóa chuyên mục": opens("/admin/chuyen-muc/delete/{column.pk}/"),
    },
    "Gỡ bài": {
        "Xem danh sách bài đã gỡ": opens("/admin/go-bai/"),
        "Xem vì sao một bài bị gỡ": opens("/admin/go-bai/{taken.pk}/"),
        "Gỡ bài đã đăng": does(takes_down, is_off),
        "Đọc bản niêm phong": opens("/admin/go-bai/{taken.pk}/ban-luu/"),
        "Cho thôi gỡ": does(
            lambda visit: visit.post("/admin/go-bai/{taken.pk}/", {"document": "QĐ 9"}), is_lifted
        ),
    },
    "Ảnh và tệp": {
        **{
            label.format(noun): knock
            for noun, model, place, change, delete in [
                ("ảnh", Photo, "images", "{picture.pk}/", "{picture.pk}/delete/"),
                ("tệp", Attachment, "documents", "edit/{file.pk}/", "delete/{file.pk}/"),
            ]
            for label, knock in {
                "Xem {} trong kho": opens(f"/admin/{place}/"),
                "Thêm {} trong kho": opens(f"/admin/{place}/add/"),
                "Sửa {} mình tải lên": own_file(model, f"/admin/{place}/{change}"),
                "Sửa {} người khác tải lên": opens(f"/admin/{place}/{change}"),
                "Xóa {} mình tải lên": own_file(model, f"/admin/{place}/{delete}"),
                "Xóa {} người khác tải lên": opens(f"/admin/{place}/{delete}"),
                "Chọn {} vào bài": shows(f"/admin/{place}/chooser/", TITLES[model]),
            }.items()
        },
    },
    "Kế hoạch, chỉ tiêu, lĩnh vực": {
        **kept_at("ke-hoach", "plan", "kế hoạch"),
        **kept_at("chi-tieu", "target", "chỉ tiêu"),
        **kept_at("linh-vuc", "sector", "lĩnh vực"),
    },
    "Cơ quan, đơn vị": {
        **kept_at("co-quan", "organisation", "cơ quan, đơn vị"),
        **kept_at("ban-bien-tap", "desk", "ban biên tập"),
        **kept_at("khoi-cum", "block", "khối, cụm thi đua"),
    },
    "Con người": {
        **kept_at("phan-cong", "appointment", "phân công"),
        "Phân công cán bộ, thủ trưởng đơn vị": appoints(Role.CLERK),
        "Phân công vào tòa soạn, cơ quan": appoints(Role.EDITOR_IN_CHIEF),
        **kept_at("users", "user", "tài khoản"),
        **kept_at("groups", "group", "nhóm quyền"),
    },
    "Hệ thống và báo cáo của Wagtail": {
        **kept_at("workflows", "workflow", "quy trình duyệt", view="list/", add="add/", delete="disable/{workflow.pk}/"),
        **kept_at("workflows/tasks", "task", "bước duyệt", view="index/", add="add/workflow/reviewtask/",
                  delete="disable/{task.pk}/"),
        **kept_at("sites", "site", "trang mạng"),
        **kept_at("collections", "collection", "bộ sưu tập ảnh", add="add/", change="{collection.pk}/",
                  delete="{collection.pk}/delete/"),
        "Xem báo cáo các bài trong quy trình": opens("/admin/reports/workflow/"),
        "Xem báo cáo các trang lâu chưa sửa": opens("/admin/reports/aging-pages/"),
        "Xem báo cáo các trang đang khóa": opens("/admin/reports/locked/"),
    },
}  # fmt: skip
