"""Why a piece cannot be edited at a step, in the office's words."""

from wagtail.locks import WorkflowLock

from cms.people.models import User


class StepLock(WorkflowLock):
    """Only the people of the running step may touch the piece, and what they change goes through every step again."""

    def get_message(self, user: User) -> str | None:
        if not self.for_user(user):
            return None
        return f"Bài đang ở bước “{self.task.name}” nên tạm khóa sửa. Cần sửa, hãy nhờ người ở bước này trả bài lại."

    def get_locked_by(self, user: User, can_lock: bool = False) -> str:
        return "Khóa theo quy trình"

    def get_description(self, user: User, can_lock: bool = False) -> str:
        return f"Bài được giữ nguyên trong bước “{self.task.name}”."
