"""The rows of the newsroom: stories and episodes at each step, slots, takedowns, letters, photos."""

from collections.abc import Callable

from wagtail.models import Collection, Page, PagePermissionTester, WorkflowTask
from wagtail.permissions import policy_registry

from broadcasts.programmes import permissions as programmes
from broadcasts.programmes.models import EpisodePage, ProgrammeIndexPage, ProgrammePage
from cms.home.models import HomePage
from cms.media.models import Attachment, Photo
from cms.operations.matrix.deed import Area, Deed, Sentence, by_policy, everybody, of_user, screens_of
from cms.operations.matrix.figures import Ground
from cms.operations.provisioning.workflow import NAME, STEPS
from cms.people.models import User
from cms.workflow.models import ReleaseTask
from cms.workflow.permissions import may_act_on_step
from columns.slots import permissions as slots
from columns.slots.models import Column
from stories.letters import permissions as letters
from stories.letters.forms import OFFICE_FORMS
from stories.pages import permissions as takedowns
from stories.pages.models import StoryIndexPage, StoryPage

AT = {name: model for model, name, _, _ in STEPS}


def _piece(model: type[Page], parent: Page, owner: User | None = None) -> Page:
    """A page that is not in the tables, in its place of the tree."""
    return model(path=f"{parent.path}ZZZZ", depth=parent.depth + 1, owner=owner, live=False)


def _on_piece(asks: Callable[[PagePermissionTester], bool], is_own: bool = False) -> Sentence:
    def may(user: User, ground: Ground) -> bool:
        story = _piece(StoryPage, StoryIndexPage.objects.get(), user if is_own else None)
        return asks(story.permissions_for_user(user))

    return may


def _may_throw_away(asks: PagePermissionTester) -> bool:
    # Wagtail looks for others' pages in the tables, where ours is not; whoever may not edit may not delete either.
    return asks.can_edit() and asks.can_delete()


def _on_programme(user: User, ground: Ground) -> bool:
    programme = _piece(ProgrammePage, ProgrammeIndexPage.objects.get())
    return programme.permissions_for_user(user).can_add_subpage()


def _on_episode(user: User, ground: Ground) -> bool:
    episode = _piece(EpisodePage, ProgrammeIndexPage.objects.get())
    return episode.permissions_for_user(user).can_edit()


def _on_section(section: type[Page], asks: Callable[[PagePermissionTester], bool]) -> Sentence:
    return lambda user, ground: asks(section.objects.get().permissions_for_user(user))


def _at_step(name: str) -> Sentence:
    def may(user: User, ground: Ground) -> bool:
        step = WorkflowTask.objects.get(workflow__name=NAME, task__name=name).task.specific
        return may_act_on_step(step, user)

    return may


def _on_readings(may: Callable[[User, Page], bool], is_own: bool = False) -> Sentence:
    return lambda user, ground: may(
        user, _piece(StoryPage, StoryIndexPage.objects.get(), user if is_own else None)
    )


def _on_file(model: type[Photo] | type[Attachment], verb: str, is_own: bool) -> Sentence:
    def may(user: User, ground: Ground) -> bool:
        file = model(collection=Collection.get_first_root_node(), uploaded_by_user=user if is_own else None)
        return policy_registry.get_by_type(model).user_has_permission_for_instance(user, verb, file)

    return may


def _files(model: type[Photo] | type[Attachment], noun: str) -> list[Deed]:
    return [
        *screens_of(model, f"{noun} trong kho", ("view", "add")),
        Deed(f"Sửa {noun} mình tải lên", _on_file(model, "change", is_own=True)),
        Deed(f"Sửa {noun} người khác tải lên", _on_file(model, "change", is_own=False)),
        Deed(f"Xóa {noun} mình tải lên", _on_file(model, "delete", is_own=True)),
        Deed(f"Xóa {noun} người khác tải lên", _on_file(model, "delete", is_own=False)),
        Deed(f"Chọn {noun} vào bài", by_policy(model, "choose")),
    ]


STORIES = Area(
    "Bài viết và số phát thanh",
    [
        Deed("Xem danh sách bài viết", of_user(takedowns.may_see_stories)),
        Deed("Xem danh sách số phát sóng", of_user(programmes.may_see_episodes)),
        Deed("Viết bài mới", _on_section(StoryIndexPage, PagePermissionTester.can_add_subpage)),
        Deed("Sửa bản nháp của mình", _on_piece(PagePermissionTester.can_edit, is_own=True)),
        Deed("Gửi duyệt bản nháp của mình", _on_piece(PagePermissionTester.can_edit, is_own=True)),
        Deed("Xóa bản nháp của mình", _on_piece(_may_throw_away, is_own=True)),
        Deed("Sửa bản nháp của người khác", _on_piece(PagePermissionTester.can_edit)),
        Deed("Gửi duyệt bản nháp của người khác", _on_piece(PagePermissionTester.can_edit)),
        Deed("Xóa bản nháp của người khác", _on_piece(_may_throw_away)),
        *(
            Deed(f"Duyệt ở bước “{name}”", _at_step(name))
            for name, model in AT.items()
            if model is not ReleaseTask
        ),
        *(Deed(f"Trả lại ở bước “{name}”", _at_step(name)) for name in AT),
        *(
            Deed("Đăng ngay bài đã duyệt", _at_step(name))
            for name, model in AT.items()
            if model is ReleaseTask
        ),
        Deed("Đăng bài bằng nút của Wagtail", _on_piece(PagePermissionTester.can_publish)),
        Deed("Gỡ bài bằng nút của Wagtail", _on_piece(PagePermissionTester.can_publish)),
        Deed("Thêm số phát thanh", _on_programme),
        Deed("Sửa số phát thanh", _on_episode),
        Deed("Sửa trang mục Câu chuyện", _on_section(StoryIndexPage, PagePermissionTester.can_edit)),
        Deed("Sửa trang chủ", _on_section(HomePage, PagePermissionTester.can_edit)),
    ],
)
SLOTS = Area(
    "Lịch xuất bản và chuyên mục",
    [
        Deed("Xem lịch xuất bản", of_user(slots.may_see_calendar)),
        Deed("Xem một kỳ", of_user(slots.may_see_calendar)),
        Deed("Xếp bài vào kỳ", of_user(slots.may_plan)),
        Deed("Đưa bài ra khỏi kỳ", of_user(slots.may_plan)),
        Deed("Đổi bài giữa hai kỳ", of_user(slots.may_plan)),
        Deed("Cho nghỉ một kỳ", of_user(slots.may_plan)),
        Deed("Mở lại một kỳ nghỉ", of_user(slots.may_plan)),
        Deed("Xem các chuyên mục", by_policy(Column, "add", "change", "delete", "view")),
        Deed("Mở chuyên mục", by_policy(Column, "add")),
        Deed("Sửa chuyên mục, đặt nhịp", of_user(slots.may_run_columns)),
        Deed("Xóa chuyên mục", by_policy(Column, "delete")),
    ],
)
TAKEDOWNS = Area(
    "Gỡ bài",
    [
        Deed("Xem danh sách bài đã gỡ", of_user(takedowns.may_see_takedowns)),
        Deed("Xem vì sao một bài bị gỡ", of_user(takedowns.may_see_takedowns)),
        Deed("Gỡ bài đã đăng", of_user(takedowns.may_take_down)),
        Deed("Đọc bản niêm phong", of_user(takedowns.may_read_sealed_copy)),
        Deed("Cho thôi gỡ", of_user(takedowns.may_lift)),
    ],
)
LETTERS = Area(
    "Lời giới thiệu của bạn đọc và đọc trước khi đăng",
    [
        Deed("Giới thiệu một tấm gương", everybody, outside=True, strangers=True),
        Deed("Theo dõi lời giới thiệu bằng mã", everybody, outside=True, strangers=True),
        Deed("Xem các lời giới thiệu, liên hệ người gửi", of_user(letters.may_answer)),
        Deed("Đọc một lời giới thiệu", of_user(letters.may_answer)),
        *(Deed(form.title, of_user(letters.may_answer)) for form in OFFICE_FORMS.values()),
        Deed("Xem ai đọc trước bài của người khác", _on_readings(letters.may_see_readings)),
        Deed("Gửi bài mình viết cho nhân vật đọc trước", _on_readings(letters.may_ask_reading, is_own=True)),
        Deed("Gửi bài người khác viết cho nhân vật đọc trước", _on_readings(letters.may_ask_reading)),
        Deed("Thu hồi liên kết đọc trước bài của người khác", _on_readings(letters.may_ask_reading)),
        Deed("Cho bài đi tiếp khi nhân vật chưa đồng ý", of_user(letters.may_override)),
    ],
)
PHOTOS = Area("Ảnh và tệp", [*_files(Photo, "ảnh"), *_files(Attachment, "tệp")])
