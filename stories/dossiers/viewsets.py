"""The list of exemplars and their basic facts; everything else is done on the dossier's own screen."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from stories.exemplars.actions import register
from stories.exemplars.models import Exemplar


class ExemplarIndex(IndexView):
    """Searched by folded name and alias: “nguyen van kiem” and “Tư Kiềm” both find him."""

    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("locality")

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.named(self.search_query) if self.search_query else queryset


class SavesThroughAction:
    def save_instance(self) -> Exemplar:
        exemplar = self.form.save(commit=False)  # type: ignore[attr-defined]
        register(exemplar, by=self.request.user, at=timezone.now())  # type: ignore[attr-defined]
        self.form.save_m2m()  # type: ignore[attr-defined]
        return exemplar


class ExemplarCreate(SavesThroughAction, CreateView):
    pass


class ExemplarEdit(SavesThroughAction, EditView):
    pass


def _dossier_link(exemplar: Exemplar) -> str:
    return format_html('<a href="{}">Mở hồ sơ</a>', reverse("dossiers:dossier", args=[exemplar.pk]))


class ExemplarViewSet(ModelViewSet):
    model = Exemplar
    name = "exemplars"
    url_prefix = "dien-hinh"
    icon = "user"
    menu_label = "Điển hình"
    menu_order = 200
    add_to_admin_menu = True
    index_view_class = ExemplarIndex
    add_view_class = ExemplarCreate
    edit_view_class = ExemplarEdit
    inspect_view_enabled = False
    list_filter = ["kind", "subject_type"]
    search_fields = ["search_name"]
    form_fields = [
        "name", "subject_type", "kind", "scope", "birth_year", "birth_date", "gender", "occupation", "organisation",
        "locality", "unit_then", "sectors", "summary", "is_sample",
    ]  # fmt: skip

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("name", label="Tên", url_name=self.get_url_name("edit")),
            Column("kind", label="Loại", accessor=Exemplar.get_kind_display),
            Column("locality", label="Địa bàn"),
            Column("dossier", label="Hồ sơ", accessor=_dossier_link),
        ]


exemplars = ExemplarViewSet()
