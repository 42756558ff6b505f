"""The columns of the house: what they are, when they appear."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.db.models import Prefetch
from django.http import HttpResponse
from django.utils import timezone
from wagtail.admin.ui.tables import Column as TableColumn
from wagtail.admin.ui.tables import TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.menus import Job, menu_of
from columns.slots.actions import SlotRefused
from columns.slots.forms import ColumnForm
from columns.slots.models import Column, Rhythm


class ColumnIndex(IndexView):
    def get_base_queryset(self) -> Any:
        running = Prefetch("rhythms", Rhythm.objects.filter(valid_to__isnull=True), to_attr="running")
        return super().get_base_queryset().select_related("organisation").prefetch_related(running)


class _SavesThroughAction:
    # Wagtail sets it only where a form is refused before it was valid.
    produced_error_message = None

    def form_valid(self, form: ColumnForm) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except SlotRefused as refusal:
            messages.error(self.request, str(refusal))  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]

    @transaction.atomic
    def save_instance(self) -> Column:
        form: ColumnForm = self.form  # type: ignore[attr-defined]
        return form.carry_out(by=self.request.user, at=timezone.now())  # type: ignore[attr-defined]


class ColumnCreate(_SavesThroughAction, CreateView):
    pass


class ColumnEdit(_SavesThroughAction, EditView):
    pass


def _rhythm(column: Any) -> str:
    return "; ".join(str(rhythm) for rhythm in column.running) or "Chưa có nhịp"


class ColumnViewSet(ModelViewSet):
    model = Column
    name = "columns"
    url_prefix = "chuyen-muc"
    icon = "list-ul"
    menu_label = "Chuyên mục"
    menu_order = 20
    menu_hook = menu_of(Job.COLUMNS)
    index_view_class = ColumnIndex
    add_view_class = ColumnCreate
    edit_view_class = ColumnEdit
    inspect_view_enabled = False
    copy_view_enabled = False

    def get_form_class(self, for_update: bool = False) -> type[ColumnForm]:
        return ColumnForm

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("name", label="Tên", sort_key="sort_name", url_name=self.get_url_name("edit")),
            TableColumn("media", label="Loại hình", accessor="media_text"),
            TableColumn("rhythm", label="Nhịp", accessor=_rhythm),
            TableColumn("organisation", label="Cơ quan"),
        ]


columns = ColumnViewSet()
