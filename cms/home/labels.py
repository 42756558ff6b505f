"""Labels that Wagtail leaves to the English names of its fields: no catalogue reaches them."""

from wagtail.admin.forms import choosers
from wagtail.admin.forms.workflows import WorkflowPageForm
from wagtail.admin.views.pages.search import SearchView
from wagtail.models import Page
from wagtail.sites.views import IndexView as SiteList
from wagtail.users.forms import PagePermissionsForm
from wagtail.users.views.bulk_actions.assign_role import RoleForm

FORMS: dict[type, dict[str, str]] = {
    choosers.ExternalLinkChooserForm: {"link_text": "Chữ của liên kết"},
    choosers.AnchorLinkChooserForm: {"url": "Tên chỗ cần đến (#)", "link_text": "Chữ của liên kết"},
    choosers.EmailLinkChooserForm: {
        "email_address": "Địa chỉ thư điện tử",
        "link_text": "Chữ của liên kết",
        "subject": "Tiêu đề thư",
        "body": "Nội dung thư",
    },
    PagePermissionsForm: {"page": "Trang"},
    RoleForm: {"role": "Vai trò"},
    WorkflowPageForm: {"page": "Trang"},
    choosers.PhoneLinkChooserForm: {"phone_number": "Số điện thoại", "link_text": "Chữ của liên kết"},
}
SITE_COLUMNS = {"port": "Cổng", "site_name": "Tên trang mạng", "root_page": "Trang gốc"}


def say_in_vietnamese() -> None:
    for form, labels in FORMS.items():
        for name, label in labels.items():
            form.base_fields[name].label = label  # type: ignore[attr-defined]  # every form has them
    for column in SiteList.columns:
        column.label = SITE_COLUMNS.get(column.name, column.label)
    # A view without a model calls the pages that it lists “None”.
    SearchView.verbose_name = Page._meta.verbose_name
    SearchView.verbose_name_plural = Page._meta.verbose_name_plural
