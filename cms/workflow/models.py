"""The three kinds of step a piece passes (design §3)."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.db import models, transaction
from django.forms import Form
from django.utils import timezone
from wagtail.models import AbstractGroupApprovalTask, Page, TaskState, WorkflowState

from cms.people.models import User
from cms.workflow import permissions
from cms.workflow.locks import StepLock
from cms.workflow.reasons import ReturnForm
from cms.workflow.registries import failures_of

Action = tuple[str, str, bool]
RETURN = "reject"
REJECT: Action = (RETURN, "Trả lại, yêu cầu sửa", True)
APPROVE: Action = ("approve", "Duyệt", False)
WITHDRAW: Action = (RETURN, "Rút lại để sửa", True)
APPROVE_WITH_NOTE: Action = ("approve", "Duyệt và ghi chú", True)


class Step(AbstractGroupApprovalTask):
    """What the three share: a time allowed, and actions refused on the server when the screen would not offer them."""

    days_allowed = models.PositiveSmallIntegerField(
        "số ngày xử lý", default=2, help_text="Quá số ngày này, việc được báo là trễ hạn."
    )

    admin_form_fields = [*AbstractGroupApprovalTask.admin_form_fields, "days_allowed"]

    lock_class = StepLock

    class Meta:
        abstract = True

    def get_form_for_action(self, action: str) -> type[Form]:
        form: type[Form] = ReturnForm if action == RETURN else super().get_form_for_action(action)
        return form

    @transaction.atomic
    def on_action(self, task_state: TaskState, user: User, action_name: str, **kwargs: Any) -> None:
        page = task_state.workflow_state.content_object
        if action_name not in {name for name, _, _ in self.get_actions(page, user)}:
            raise PermissionDenied("Bước này không cho phép thao tác đó với bài này, hoặc bài vừa thay đổi.")
        if action_name == RETURN and not kwargs.get("comment", "").strip():
            raise PermissionDenied("Trả bài lại phải kèm lý do.")
        super().on_action(task_state, user, action_name, **kwargs)


class ReviewTask(Step):
    """An editor reads and approves; never the one who edited last (four eyes)."""

    class Meta:
        verbose_name = "bước biên tập duyệt"
        verbose_name_plural = "các bước biên tập duyệt"

    @classmethod
    def get_description(cls) -> str:
        return "Biên tập viên đọc và duyệt; người sửa cuối cùng không được tự duyệt."

    def get_actions(self, page: Page, user: User) -> list[Action]:
        if not permissions.may_act_on_step(self, user):
            return []
        if permissions.is_own_work(page, user):
            return [REJECT]
        return [REJECT, APPROVE, APPROVE_WITH_NOTE]


class VerificationTask(Step):
    """The standing office vouches for the facts; approving exists only when every check passes (E7, E8)."""

    class Meta:
        verbose_name = "bước thẩm định"
        verbose_name_plural = "các bước thẩm định"

    @classmethod
    def get_description(cls) -> str:
        return "Cơ quan Thường trực thẩm định thông tin; chỉ duyệt được khi không còn điều nào chưa đạt."

    def get_actions(self, page: Page, user: User) -> list[Action]:
        if not permissions.may_act_on_step(self, user):
            return []
        latest = page.get_latest_revision_as_object()
        if permissions.is_own_work(page, user) or failures_of(latest, day=timezone.localdate()):
            return [REJECT]
        return [REJECT, APPROVE, APPROVE_WITH_NOTE]


class ReleaseTask(Step):
    """Approved and waiting for its slot or hour; the release alone finishes this step."""

    class Meta:
        verbose_name = "bước chờ phát hành"
        verbose_name_plural = "các bước chờ phát hành"

    @classmethod
    def get_description(cls) -> str:
        return "Bài đã duyệt xong, chờ kỳ đăng hoặc giờ phát; hệ thống tự phát hành đúng giờ."

    def start(self, workflow_state: WorkflowState, user: User | None = None) -> TaskState:
        """A piece that was withdrawn, edited and handed in again begins where its new text was not approved.

        Wagtail would go on here, with a text that nobody has read.
        """
        first = workflow_state.get_next_task()
        if first is not None and first.pk != self.pk:
            return first.specific.start(workflow_state, user=user)
        return super().start(workflow_state, user=user)

    def get_actions(self, page: Page, user: User) -> list[Action]:
        return [WITHDRAW] if permissions.may_act_on_step(self, user) else []
