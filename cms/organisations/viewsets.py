"""Bodies, their desks and their emulation blocks; how a body is picked in forms."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.forms.choosers import BaseFilterForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, IndexView, InspectView
from wagtail.admin.views.generic.chooser import ChooseResultsView, ChooseView
from wagtail.admin.viewsets.chooser import ChooserViewSet
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.listing import SortsNames
from cms.core.menus import Job, menu_of
from cms.localities.viewsets import locality_chooser
from cms.organisations.actions import OrganisationRefused, register_body
from cms.organisations.enums import Tier
from cms.organisations.models import TIER_LABELS, Block, Desk, Organisation, OrganisationQuerySet

DAY = "%d/%m/%Y"
WORKING, ENDED = "working", "ended"


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


class _ShowsLife:
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


class OrganisationForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Organisation
        fields = (
            "name", "short_name", "code", "tier", "locality", "parent", "valid_from", "valid_to", "successor",
        )  # fmt: skip
        widgets = {
            "locality": locality_chooser.widget_class,
            "parent": organisation_chooser.widget_class,
            "successor": organisation_chooser.widget_class,
        }
        help_texts = {
            "name": "Tên đầy đủ như trong quyết định thành lập.",
            "short_name": "Tên gọn in trong danh sách, ví dụ: UBND xã Tháp Mười.",
            "tier": "Cấp hoặc loại cơ quan; chỉ tiêu của kế hoạch đặt theo mục này.",
            "locality": "Nơi cơ quan phụ trách. Tìm được cả tên cũ.",
            "parent": "Cơ quan cấp trên trực tiếp, nếu có.",
            "valid_from": "Ngày bắt đầu hoạt động dưới tên này; chưa rõ thì bỏ trống.",
            "valid_to": "Ngày cuối cùng còn hoạt động. Bỏ trống khi vẫn hoạt động.",
            "code": "Bỏ trống thì lấy theo tên. Hồ sơ kế hoạch gọi cơ quan bằng mã này nên sau khi ghi không đổi nữa.",
            "successor": "Cơ quan nhận nhiệm vụ sau khi hợp nhất, đổi tên.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["code"].required = False
        self.fields["code"].disabled = bool(self.instance.pk)

    def _get_validation_exclusions(self) -> set[str]:
        """Leaves the table's constraints to the action, which says at which field and what to do."""
        return super()._get_validation_exclusions() | {"valid_to"}  # type: ignore[misc]


class OrganisationFilter(WagtailFilterSet):
    life = django_filters.ChoiceFilter(
        label="Hoạt động",
        choices=[(WORKING, "Còn hoạt động"), (ENDED, "Đã kết thúc")],
        method="of_life",
        empty_label="Tất cả",
        widget=forms.RadioSelect,
    )
    tier = django_filters.ChoiceFilter(
        label="Cấp, loại", choices=TIER_LABELS, empty_label="Tất cả", widget=forms.RadioSelect
    )

    class Meta:
        model = Organisation
        fields = ["life", "tier"]

    def of_life(self, queryset: OrganisationQuerySet, name: str, value: str) -> OrganisationQuerySet:
        today = timezone.localdate()
        working = Organisation.objects.still_working(today).values("pk")
        if value == WORKING:
            return queryset.filter(pk__in=working)
        return queryset.exclude(pk__in=working).exclude(valid_from__gt=today)


class OrganisationIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("locality", "successor")

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.named(self.search_query) if self.search_query else queryset


class _SavesThroughAction:
    def form_valid(self, form: OrganisationForm) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except OrganisationRefused as refusal:
            form.add_error(refusal.field or None, str(refusal))
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]

    def save_instance(self) -> Organisation:
        organisation = self.form.save(commit=False)  # type: ignore[attr-defined]
        return register_body(organisation, by=self.request.user, at=timezone.now())  # type: ignore[attr-defined]


class OrganisationCreate(_SavesThroughAction, CreateView):
    pass


class OrganisationEdit(_SavesThroughAction, EditView):
    pass


class OrganisationInspect(InspectView):
    """The body with what it came from, what it answers for, its blocks and its desks."""

    template_name = "organisations/organisation.html"
    page_title = "Thông tin"

    def get_object(self, queryset: Any = None) -> Organisation:
        near = Organisation.objects.select_related("locality", "parent", "successor")
        return get_object_or_404(near, pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        body = self.object
        return super().get_context_data(**kwargs) | {
            "body": body,
            "life": life_of(body),
            "predecessors": body.predecessors.all(),
            "children": body.children.all(),
            "duties": body.duties.all(),
            "blocks": Block.objects.filter(Q(members=body) | Q(lead=body)).distinct(),
            "desks": body.desks.all(),
        }


class OrganisationViewSet(ModelViewSet):
    model = Organisation
    name = "organisations"
    url_prefix = "co-quan"
    icon = "group"
    menu_label = "Cơ quan, đơn vị"
    menu_order = 10
    menu_hook = menu_of(Job.ADMINISTRATION)
    index_view_class = OrganisationIndex
    add_view_class = OrganisationCreate
    edit_view_class = OrganisationEdit
    inspect_view_enabled = True
    inspect_view_class = OrganisationInspect
    inspect_template_name = OrganisationInspect.template_name
    copy_view_enabled = False
    filterset_class = OrganisationFilter
    search_fields = ["name"]
    list_display = [
        "__str__",
        Column("tier", label="Cấp, loại", accessor=Organisation.get_tier_display),
        Column("locality", label="Địa bàn"),
        Column("life", label="Thời gian", accessor=life_of),
        Column("successor", label="Nay là"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return OrganisationForm


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


bodies = [OrganisationViewSet("organisations"), DeskViewSet("desks"), BlockViewSet("blocks")]
