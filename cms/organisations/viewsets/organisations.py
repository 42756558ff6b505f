"""Bodies with their time and what they became."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.menus import Job, menu_of
from cms.localities.viewsets import locality_chooser
from cms.organisations.actions import OrganisationRefused, register_body
from cms.organisations.models import TIER_LABELS, Block, Organisation, OrganisationQuerySet
from cms.organisations.viewsets.choosers import life_of, organisation_chooser

WORKING, ENDED = "working", "ended"


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
