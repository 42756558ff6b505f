"""How an exemplar is picked in the forms of rooms above: by any name, with or without diacritics."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import (
    ChooseResultsView,
    ChooseView,
    ChosenMultipleView,
    ChosenView,
)
from wagtail.admin.viewsets.chooser import ChooserViewSet

from cms.core.listing import HeadsNames
from cms.people.models import User
from stories.exemplars.models import Exemplar, ExemplarQuerySet
from stories.exemplars.permissions import may_choose


class ByNameForm(BaseFilterForm):
    q = forms.CharField(
        label="Tên hoặc bí danh",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Ví dụ: Tư Kiềm hoặc nguyen van kiem"}),
    )

    def filter(self, objects: ExemplarQuerySet) -> ExemplarQuerySet:
        query = self.cleaned_data["q"]
        self.is_searching, self.search_query = bool(query), query
        return objects.named(query) if query else objects


class _ForWriters:
    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if not isinstance(request.user, User) or not may_choose(request.user):
            raise PermissionDenied
        return super().dispatch(request, *args, **kwargs)  # type: ignore[misc]


class _ShowsPlace(HeadsNames, _ForWriters):
    """Two people of one name are told apart by where they live."""

    filter_form_class = ByNameForm

    @property
    def columns(self) -> list[Column]:
        place = Column("locality", label="Địa bàn", accessor="locality")
        return [*super().columns, place]  # type: ignore[misc]


class ChooseExemplar(_ShowsPlace, ChooseView):
    pass


class ChooseExemplarResults(_ShowsPlace, ChooseResultsView):
    pass


class ChosenExemplar(_ForWriters, ChosenView):
    pass


class ChosenExemplars(_ForWriters, ChosenMultipleView):
    pass


class ExemplarChooserViewSet(ChooserViewSet):
    model = Exemplar
    icon = "user"
    choose_one_text = "Chọn điển hình"
    choose_another_text = "Chọn điển hình khác"
    edit_item_text = "Mở thông tin điển hình"
    choose_view_class = ChooseExemplar
    choose_results_view_class = ChooseExemplarResults
    chosen_view_class = ChosenExemplar
    chosen_multiple_view_class = ChosenExemplars

    def get_object_list(self) -> Any:
        return Exemplar.objects.select_related("locality")


exemplar_chooser = ExemplarChooserViewSet("chon-dien-hinh")
