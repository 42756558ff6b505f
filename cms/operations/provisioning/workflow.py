"""The road of every piece: editor, standing office, managing editor, release (design §3)."""

from django.contrib.auth.models import Group
from wagtail.models import Page, Task, Workflow, WorkflowPage, WorkflowTask

from broadcasts.programmes.models import ProgrammeIndexPage
from cms.people.enums import Role
from cms.people.queries import group_name
from cms.workflow.models import ReleaseTask, ReviewTask, Step, VerificationTask
from stories.pages.models import StoryIndexPage

NAME = "Từ tòa soạn đến bạn đọc"
STEPS: list[tuple[type[Step], str, int, list[Role]]] = [
    (ReviewTask, "Biên tập viên duyệt", 2, [Role.DESK_EDITOR, Role.RADIO_EDITOR, Role.MANAGING_EDITOR]),
    (VerificationTask, "Cơ quan Thường trực thẩm định", 3, [Role.STANDING_OFFICE]),
    (ReviewTask, "Thư ký tòa soạn duyệt", 1, [Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF]),
    (ReleaseTask, "Chờ kỳ đăng, phát", 30, [Role.MANAGING_EDITOR, Role.EDITOR_IN_CHIEF]),
]
STOCK = ("Moderators approval", "Kiểm duyệt có sẵn (không dùng)")
UNUSED = "Quy trình có sẵn (không dùng)"


def provide_workflow() -> list[str]:
    for model in (Workflow, Task):
        model.objects.filter(name__in=STOCK).update(name=UNUSED, active=False)
    workflow, is_new = Workflow.objects.get_or_create(name=NAME)
    for order, (model, name, days, roles) in enumerate(STEPS):
        task, _ = model.objects.get_or_create(name=name, defaults={"days_allowed": days})
        task.groups.set(Group.objects.filter(name__in=[group_name(role) for role in roles]))
        WorkflowTask.objects.get_or_create(workflow=workflow, task=task, defaults={"sort_order": order})
    for section in (StoryIndexPage, ProgrammeIndexPage):
        _assign(workflow, section.objects.get())
    return [f"quy trình “{NAME}”"] if is_new else []


def _assign(workflow: Workflow, section: Page) -> None:
    WorkflowPage.objects.update_or_create(page_id=section.pk, defaults={"workflow": workflow})
