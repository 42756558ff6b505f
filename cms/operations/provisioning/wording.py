"""Names that migrations write into the database in English, where no catalogue reaches them."""

from django.contrib.auth.models import Permission
from wagtail.models import Collection, Page

ROOT = "Gốc"
VERBS = {"add": "Thêm", "change": "Sửa", "delete": "Xóa", "view": "Xem", "choose": "Chọn"}
SENTENCES = {
    "access_admin": "Được vào trang làm việc",
    "bulk_delete_page": "Xóa trang cùng các trang con",
    "choose_document": "Chọn tài liệu",
    "choose_image": "Chọn ảnh",
    "lock_page": "Khóa trang, và mở khóa trang mình đã khóa",
    "publish_page": "Đăng mọi trang",
    "unlock_page": "Mở khóa mọi trang",
}


def put_into_words() -> list[str]:
    permissions = list(Permission.objects.select_related("content_type"))
    renamed = [permission for permission in permissions if permission.name != _name(permission)]
    for permission in renamed:
        permission.name = _name(permission)
    Permission.objects.bulk_update(renamed, ["name"])
    for root in (Page.objects.filter(depth=1, title="Root"), Collection.objects.filter(depth=1, name="Root")):
        root.update(**({"title": ROOT, "draft_title": ROOT} if root.model is Page else {"name": ROOT}))
    return ["tên các quyền"] if renamed else []


def _name(permission: Permission) -> str:
    """“Sửa điển hình” for “Can change điển hình”; what a room of ours calls its own verb stays."""
    verb, _, noun = permission.codename.partition("_")
    model = permission.content_type.model_class()
    if permission.codename in SENTENCES:
        return SENTENCES[permission.codename]
    if model is None or noun != permission.content_type.model or verb not in VERBS:
        return permission.name
    is_stock = permission.name.startswith("Can ") or permission.name.split(" ")[0] in VERBS.values()
    return f"{VERBS[verb]} {model._meta.verbose_name}"[:255] if is_stock else permission.name
