"""How a body is picked in forms."""

from typing import Any

from django import forms
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet

from cms.core.listing import HeadsNames
from cms.organisations.models import Organisation, OrganisationQuerySet

DAY = "%d/%m/%Y"


def life_of(organisation: Organisation) -> str:
    """From when to when the body is there, in words; what is not known is not shown."""
    begins, ends = organisation.valid_from, organisation.valid_to
    words = [begins and f"từ {begins:{DAY}}", ends and f"đến hết {ends:{DAY}}"]
    return " ".join(word for word in words if word)


class BodyByNameForm(BaseFilterForm):
    q = forms.CharField(
        label="Tên cơ quan, đơn vị",
        required=False,
        widget=forms.TextInput(attrs={"placeholder": "Ví dụ: so noi vu"}),
    )

    def filter(self, objects: OrganisationQuerySet) -> OrganisationQuerySet:
        query = self.cleaned_data["q"]
        self.is_searching, self.search_query = bool(query), query
        return objects.named(query) if query else objects


class _ShowsLife(HeadsNames):
    """Two bodies of one name are told apart by their tier, their time and what they became."""

    filter_form_class = BodyByNameForm

    @property
    def columns(self) -> list[Column]:
        return [
            *super().columns,  # type: ignore[misc]
            Column("tier", label="Cấp, loại", accessor=Organisation.get_tier_display),
            Column("life", label="Thời gian", accessor=life_of),
            Column("successor", label="Nay là"),
        ]


class ChooseOrganisation(_ShowsLife, ChooseView):
    pass


class ChooseOrganisationResults(_ShowsLife, ChooseResultsView):
    pass


class OrganisationChooserViewSet(ChooserViewSet):
    model = Organisation
    icon = "group"
    choose_one_text = "Chọn cơ quan, đơn vị"
    choose_another_text = "Chọn cơ quan khác"
    edit_item_text = "Mở"
    choose_view_class = ChooseOrganisation
    choose_results_view_class = ChooseOrganisationResults
    # Forms that offer a few bodies only (press bodies of a desk) keep their short list.
    register_widget = False

    def get_object_list(self) -> Any:
        return Organisation.objects.select_related("successor")


organisation_chooser = OrganisationChooserViewSet("chon-co-quan")
