"""The rows of the road from the commune to the desks: papers, the office, hand-overs, work, dossiers."""

from collections.abc import Callable

from cms.operations.matrix.deed import Area, Deed, Sentence, by_policy, nobody, of_user, screens_of
from cms.operations.matrix.figures import Ground
from cms.people.models import User
from stories.assignments import permissions as assignments
from stories.assignments.models import Assignment
from stories.assignments.views import VERBS as WORK_VERBS
from stories.dossiers import permissions as dossiers
from stories.dossiers.views import VERBS as DOSSIER_VERBS
from stories.exemplars.models import Exemplar
from stories.exemplars.permissions import may_choose
from stories.nominations import permissions as nominations
from stories.nominations.enums import Step
from stories.nominations.forms import OFFICE_FORMS
from stories.nominations.models import HandOver, Nomination
from stories.nominations.views.desks import FORMS as DESK_FORMS
from stories.pages.models import StoryIndexPage

IN_THE_DOSSIER = {
    "alias": "Thêm bí danh",
    "stage": "Ghi bậc được công nhận, quyết định",
    "claim": "Nêu điều cần kiểm chứng",
    "evidence": "Thêm minh chứng",
    "amend": "Sửa điều được nêu",
    "judge": "Kết luận thẩm định",
    "consent": "Ghi nhận sự đồng ý",
    "withdraw": "Ghi việc rút lại sự đồng ý",
    "hold": "Tạm dừng xem xét",
    "lift": "Gỡ tạm dừng",
}


def _writes(user: User, ground: Ground) -> bool:
    return bool(nominations.writes_for(user, ground.day))


def _on_own_paper(may: Callable[..., bool]) -> Sentence:
    return lambda user, ground: may(user, Nomination(organisation=ground.body), ground.day)


def _on_anothers_paper(user: User, ground: Ground) -> bool:
    return nominations.may_write(user, Nomination(organisation=ground.other_body), ground.day)


def _concurs(user: User, ground: Ground) -> bool:
    return ground.committee.pk in nominations.speaks_for(user, ground.day)


def _reads_hand_over(user: User, ground: Ground) -> bool:
    return ground.desk.organisation_id in nominations.reads_for(user, ground.day)


def _answers_hand_over(user: User, ground: Ground) -> bool:
    return nominations.may_answer(user, HandOver(desk=ground.desk), ground.day)


def _works(user: User, ground: Ground) -> bool:
    return bool(assignments.newsrooms_of(user, ground.day))


def _on_work(may: Callable[..., bool]) -> Sentence:
    return lambda user, ground: may(user, Assignment(desk=ground.desk), ground.day)


def _begins_story(user: User, ground: Ground) -> bool:
    section = StoryIndexPage.objects.get()
    return (
        _on_work(assignments.may_work_on)(user, ground)
        and section.permissions_for_user(user).can_add_subpage()
    )


def _light(label: str, may: Sentence) -> Deed:
    return Deed(label, may, outside=True)


PAPERS = Area(
    "Phiếu giới thiệu ở đơn vị",
    [
        _light("Xem danh sách phiếu của đơn vị mình", _writes),
        _light("Lập phiếu mới", _writes),
        _light("Chép phiếu năm trước của đơn vị mình", _on_own_paper(nominations.may_write)),
        _light("Đọc phiếu nháp của đơn vị mình", _on_own_paper(nominations.may_write)),
        _light("Sửa phiếu nháp của đơn vị mình", _on_own_paper(nominations.may_write)),
        _light("Xem người trùng tên với người trong phiếu", _on_own_paper(nominations.may_write)),
        _light("Thêm ảnh vào phiếu", _on_own_paper(nominations.may_write)),
        _light("Xem ảnh trong phiếu nháp", _on_own_paper(nominations.may_write)),
        _light("Bỏ ảnh khỏi phiếu", _on_own_paper(nominations.may_write)),
        _light("Trình thủ trưởng ký", _on_own_paper(nominations.may_write)),
        _light("Ký gửi phiếu", _on_own_paper(nominations.may_sign)),
        _light("Trả phiếu cho người lập", _on_own_paper(nominations.may_sign)),
        _light("Bỏ phiếu nháp", _on_own_paper(nominations.may_write)),
        _light("Đọc phiếu của đơn vị khác", _on_anothers_paper),
        _light("Sửa phiếu của đơn vị khác", _on_anothers_paper),
    ],
)
OFFICE = Area(
    "Phiếu đã gửi Cơ quan Thường trực",
    [
        Deed("Xem danh sách phiếu đã gửi", of_user(nominations.may_see_received)),
        Deed("Đọc phiếu đã gửi", of_user(nominations.may_see_received)),
        Deed("Xem ảnh trong phiếu đã gửi", of_user(nominations.may_see_received)),
        Deed("Đọc phiếu đơn vị còn đang viết", nobody),
        *(
            Deed(form.title, _concurs if step == Step.CONCUR else of_user(nominations.may_receive))
            for step, form in OFFICE_FORMS.items()
        ),
    ],
)
HAND_OVERS = Area(
    "Hồ sơ chuyển tòa soạn",
    [
        Deed("Xem danh sách hồ sơ chuyển đến tòa soạn mình", _reads_hand_over),
        Deed("Đọc hồ sơ báo chí", _reads_hand_over),
        Deed("Tải hồ sơ báo chí dạng Word", _reads_hand_over),
        *(Deed(form.title, _answers_hand_over) for form in DESK_FORMS.values()),
    ],
)
WORK = Area(
    "Việc của tòa soạn",
    [
        Deed("Xem danh sách việc của tòa soạn mình", _works),
        Deed("Xem một việc", _on_work(assignments.may_see)),
        *(Deed(verb.form.title, _on_work(verb.may)) for verb in WORK_VERBS.values()),
        Deed("Mở bài viết từ việc được giao", _begins_story),
    ],
)
DOSSIERS = Area(
    "Điển hình và hồ sơ",
    [
        *screens_of(Exemplar, "điển hình"),
        Deed("Sao chép điển hình", by_policy(Exemplar, "add")),
        Deed("Chọn điển hình trong biểu mẫu", of_user(may_choose)),
        Deed("Mở hồ sơ", of_user(dossiers.may_see)),
        Deed("Tải minh chứng", of_user(dossiers.may_see)),
        Deed("Tải giấy đồng ý", of_user(dossiers.may_see)),
        *(Deed(IN_THE_DOSSIER[name], of_user(verb.may)) for name, verb in DOSSIER_VERBS.items()),
    ],
)
