"""How a place is picked in forms: by name with or without diacritics, former units too."""

from typing import Any

from django import forms
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from cms.core.listing import HeadsNames
from cms.core.text import fold
from cms.localities.models import Locality, LocalityQuerySet


class ByNameForm(BaseFilterForm):
    q = forms.CharField(
        label="Tên đơn vị hành chính",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Ví dụ: thap muoi"}),
    )

    def filter(self, objects: LocalityQuerySet) -> LocalityQuerySet:
        query = self.cleaned_data["q"]
        self.is_searching, self.search_query = bool(query), query
        return objects.filter(search_name__contains=fold(query)) if query else objects


class _ShowsWhere(HeadsNames):
    """Two places of one name are told apart by what they belong to and by their time."""

    filter_form_class = ByNameForm

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]
            Column("parent", label="Trực thuộc", accessor="parent"),
            Column("scheme", label="Thời gian", accessor="get_scheme_display"),
        ]


class ChooseLocality(_ShowsWhere, ChooseView):
    pass


class ChooseLocalityResults(_ShowsWhere, ChooseResultsView):
    pass


class LocalityChooserViewSet(ChooserViewSet):
    model = Locality
    icon = "site"
    choose_one_text = "Chọn địa bàn"
    choose_another_text = "Chọn địa bàn khác"
    edit_item_text = "Mở"
    choose_view_class = ChooseLocality
    choose_results_view_class = ChooseLocalityResults
    # Forms that offer a few places only (communes of the province) keep their short list.
    register_widget = False

    def get_object_list(self) -> Any:
        return Locality.objects.select_related("parent").order_by("-scheme", "sort_name")


locality_chooser = LocalityChooserViewSet("chon-dia-ban")
