"""The rows of what everything else stands on: the door itself, plans, bodies, people, and Wagtail's own settings."""

from django.contrib.auth.models import Group
from wagtail.models import Collection, Page, Site, Task, Workflow

from cms.operations.matrix.deed import Area, Deed, by_policy, everybody, screens_of
from cms.organisations.models import Block, Desk, Organisation
from cms.people.enums import Role
from cms.people.models import Appointment, User
from cms.people.permissions import may_appoint
from cms.plans.models import Plan, Sector, Target

DOOR = Area(
    "Vào hệ thống",
    [
        Deed("Vào trang làm việc", everybody),
        Deed("Đổi mật khẩu, bật xác thực hai lớp của mình", everybody, outside=True),
    ],
)
PLANS = Area(
    "Kế hoạch, chỉ tiêu, lĩnh vực",
    [*screens_of(Plan, "kế hoạch"), *screens_of(Target, "chỉ tiêu"), *screens_of(Sector, "lĩnh vực")],
)
BODIES = Area(
    "Cơ quan, đơn vị",
    [
        *screens_of(Organisation, "cơ quan, đơn vị"),
        *screens_of(Desk, "ban biên tập"),
        *screens_of(Block, "khối, cụm thi đua"),
    ],
)
PEOPLE = Area(
    "Con người",
    [
        *screens_of(Appointment, "phân công"),
        Deed("Phân công cán bộ, thủ trưởng đơn vị", lambda user, ground: may_appoint(user, Role.CLERK)),
        Deed("Phân công vào tòa soạn, cơ quan", lambda user, ground: may_appoint(user, Role.EDITOR_IN_CHIEF)),
        *screens_of(User, "tài khoản"),
        *screens_of(Group, "nhóm quyền"),
    ],
)
SYSTEM = Area(
    "Hệ thống và báo cáo của Wagtail",
    [
        *screens_of(Workflow, "quy trình duyệt"),
        *screens_of(Task, "bước duyệt"),
        *screens_of(Site, "trang mạng"),
        *screens_of(Collection, "bộ sưu tập ảnh"),
        Deed("Xem báo cáo các bài trong quy trình", by_policy(Page, "add", "change", "publish")),
        Deed("Xem báo cáo các trang lâu chưa sửa", by_policy(Page, "add", "change", "publish")),
        Deed("Xem báo cáo các trang đang khóa", by_policy(Page, "unlock")),
    ],
)
