"""Bodies, their desks and their emulation blocks."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from cms.localities.viewsets import locality_chooser
from cms.organisations.actions import OrganisationRefused, register_body
from cms.organisations.models import Block, Desk, Organisation


class OrganisationForm(WagtailAdminModelForm):
    class Meta:
        model = Organisation
        fields = (
            "code", "name", "short_name", "tier", "locality", "parent", "valid_from", "valid_to", "successor",
        )  # fmt: skip
        widgets = {"locality": locality_chooser.widget_class}

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        begins, ends = data.get("valid_from"), data.get("valid_to")
        if begins and ends and begins > ends:
            self.add_error("valid_to", "Ngày kết thúc phải sau ngày bắt đầu.")
        return data


class OrganisationIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("locality", "successor")

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.named(self.search_query) if self.search_query else queryset


class _SavesThroughAction:
    # Wagtail sets it only where a form is refused before it was valid.
    produced_error_message = None

    def form_valid(self, form: OrganisationForm) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except OrganisationRefused as refusal:
            messages.error(self.request, str(refusal))  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]

    def save_instance(self) -> Organisation:
        organisation = self.form.save(commit=False)  # type: ignore[attr-defined]
        return register_body(organisation, by=self.request.user, at=timezone.now())  # type: ignore[attr-defined]


class OrganisationCreate(_SavesThroughAction, CreateView):
    pass


class OrganisationEdit(_SavesThroughAction, EditView):
    pass


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    name = "organisations"
    url_prefix = "co-quan"
    icon = "group"
    menu_label = "Cơ quan, đơn vị"
    index_view_class = OrganisationIndex
    add_view_class = OrganisationCreate
    edit_view_class = OrganisationEdit
    inspect_view_enabled = True
    copy_view_enabled = False
    inspect_view_fields = [
        "code",
        "name",
        "tier",
        "locality",
        "parent",
        "valid_from",
        "valid_to",
        "successor",
    ]
    list_filter = ["tier"]
    search_fields = ["name"]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return OrganisationForm

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("name", label="Tên", url_name=self.get_url_name("edit")),
            Column("tier", label="Cấp, loại", accessor=Organisation.get_tier_display),
            Column("locality", label="Địa bàn"),
            Column("valid_to", label="Đến hết ngày"),
            Column("successor", label="Nay là"),
        ]


class BlockIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("lead")


class BlockViewSet(ModelViewSet):
    model = Block
    name = "blocks"
    url_prefix = "khoi-cum"
    icon = "list-ul"
    menu_label = "Khối, cụm thi đua"
    index_view_class = BlockIndex
    copy_view_enabled = True
    list_filter = ["year", "kind"]
    list_display = ["name", "year", "lead"]
    form_fields = ["name", "kind", "year", "lead", "members"]


class DeskIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("organisation")


class DeskViewSet(ModelViewSet):
    model = Desk
    name = "desks"
    url_prefix = "ban-bien-tap"
    icon = "doc-full"
    menu_label = "Ban biên tập"
    index_view_class = DeskIndex
    copy_view_enabled = False
    list_display = ["name", "medium", "organisation"]
    form_fields = ["organisation", "medium", "name"]


class BodiesViewSetGroup(ModelViewSetGroup):
    menu_label = "Cơ quan"
    menu_icon = "group"
    menu_order = 720
    items = (OrganisationViewSet("organisations"), DeskViewSet("desks"), BlockViewSet("blocks"))


bodies = BodiesViewSetGroup()
