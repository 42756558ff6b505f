"""Emulation blocks and clusters of a year."""

from typing import Any

from django import forms
from django.db.models import Q
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.listing import SortsNames
from cms.core.menus import Job, menu_of
from cms.organisations.models import Block, Organisation
from cms.organisations.viewsets.choosers import organisation_chooser


class BlockForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Block
        fields = ("name", "kind", "year", "lead", "members")
        help_texts = {
            "name": "Ví dụ: Khối thi đua số 3.",
            "kind": "Khối gồm các cơ quan cùng loại; cụm gồm các địa phương.",
            "year": "Khối, cụm chia lại mỗi năm. Sang năm thì chép thành một khối mới.",
            "lead": "Cơ quan đứng đầu năm nay.",
            "members": "Mọi thành viên, kể cả trưởng khối, cụm.",
        }
        widgets = {
            "lead": organisation_chooser.widget_class,
            "members": forms.CheckboxSelectMultiple(attrs={"class": "long-choices"}),
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        working = Organisation.objects.still_working(timezone.localdate())
        offered = Q(pk__in=working.values("pk"))
        if self.instance.pk:
            offered |= Q(blocks=self.instance)
        else:
            self.fields["year"].initial = timezone.localdate().year
        self.fields["members"].queryset = Organisation.objects.filter(offered).distinct()  # type: ignore[attr-defined]


class BlockIndex(SortsNames, IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("lead")


class BlockViewSet(ModelViewSet):
    model = Block
    name = "blocks"
    url_prefix = "khoi-cum"
    icon = "list-ul"
    menu_label = "Khối, cụm thi đua"
    menu_order = 30
    menu_hook = menu_of(Job.ADMINISTRATION)
    index_view_class = BlockIndex
    inspect_view_enabled = True
    inspect_view_fields = ["name", "kind", "year", "lead", "members"]
    copy_view_enabled = True
    list_filter = ["year", "kind"]
    list_display = [
        "name",
        Column("kind", label="Loại", accessor=Block.get_kind_display),
        Column("year", label="Năm", accessor=lambda block: str(block.year), sort_key="year"),
        Column("lead", label="Trưởng khối, cụm"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return BlockForm
