"""Desks of press bodies."""

from typing import Any

from django import forms
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.listing import SortsNames
from cms.core.menus import Job, menu_of
from cms.organisations.enums import Tier
from cms.organisations.models import Desk, Organisation


class DeskForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Desk
        fields = ("organisation", "medium", "name")
        help_texts = {
            "organisation": "Cơ quan báo chí có ban này.",
            "medium": "Ban làm cho loại hình nào; hồ sơ được chuyển theo loại hình.",
            "name": "Ví dụ: Ban Phát thanh.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        press = Organisation.objects.still_working(timezone.localdate()).of_tier(Tier.PRESS)
        if self.instance.pk:
            press = press | Organisation.objects.filter(pk=self.instance.organisation_id)
        self.fields["organisation"].queryset = press  # type: ignore[attr-defined]


class DeskIndex(SortsNames, IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("organisation")


class DeskViewSet(ModelViewSet):
    model = Desk
    name = "desks"
    url_prefix = "ban-bien-tap"
    icon = "doc-full"
    menu_label = "Ban biên tập"
    menu_order = 20
    menu_hook = menu_of(Job.ADMINISTRATION)
    index_view_class = DeskIndex
    inspect_view_enabled = True
    inspect_view_fields = ["organisation", "medium", "name"]
    copy_view_enabled = False
    list_filter = ["medium"]
    list_display = [
        "name",
        Column("medium", label="Loại hình", accessor=Desk.get_medium_display),
        Column("organisation", label="Cơ quan báo chí"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return DeskForm
