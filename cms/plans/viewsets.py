"""Plans and what they ask: read here, changed by their profiles; sectors may be named and ordered by administrators."""

from collections.abc import Iterator
from typing import Any

import django_filters
from django import forms
from django.core.exceptions import FieldDoesNotExist
from django.db.models import Model, QuerySet
from django.shortcuts import get_object_or_404
from django.template.defaultfilters import floatformat
from django.utils.text import capfirst
from slugify import slugify
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import BooleanColumn, Column
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.listing import SortsNames
from cms.core.menus import Job, menu_of
from cms.organisations.models import TIER_LABELS, Duty, Organisation
from cms.plans.models import MEASURE_LABELS, Plan, PlannedColumn, Sector, Target

DAY = "%d/%m/%Y"
LISTS = {
    "relations": "Văn bản liên quan",
    "goals": "Mục tiêu",
    "milestones": "Mốc thực hiện",
    "bodies": "Cơ quan, đơn vị",
    "duties": "Nhiệm vụ của các cơ quan",
    "sectors": "Lĩnh vực",
    "criteria": "Tiêu chuẩn",
    "movements": "Phong trào thi đua",
    "columns": "Chuyên mục",
    "targets": "Chỉ tiêu",
    "funding": "Kinh phí",
    "exceptions": "Chỉ tiêu không đặt ra",
    "blocks": "Khối, cụm thi đua",
}


def open_points(plan: Plan) -> Iterator[tuple[str, str]]:
    """What the plan leaves open, in the screen's words, each with the reason; two queries however many they are."""
    bodies = {code: str(body) for code, body in Organisation.objects.in_bulk(field_name="code").items()}
    columns = dict(plan.planned_columns.values_list("slug", "name"))
    for key, reason in plan.unknowns.items():
        match key.split("."):
            case ["bodies", code, field]:
                yield f"{bodies.get(code, code)}: {_field(Organisation, field)}", reason
            case ["columns", code, field]:
                yield f"{columns.get(code, code)}: {_field(PlannedColumn, field)}", reason
            case _:
                yield LISTS.get(key) or capfirst(_field(Plan, key)), reason


def _field(model: type[Model], name: str) -> str:
    try:
        return str(model._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
    except FieldDoesNotExist:
        return name


def period_of(plan: Plan) -> str:
    return f"{plan.period_from:{DAY}} – {plan.period_to:{DAY}}"


def amount_of(target: Target) -> str:
    """`2 mỗi năm`, `100% cả kỳ`."""
    number = f"{floatformat(target.number)}{'%' if target.is_percent else ''}"
    span = target.get_period_display()
    return f"{number} {span}" if span.startswith("cả") else f"{number} mỗi {span}"


class PlanIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("issuing_body")


class PlanInspect(InspectView):
    """Everything the plan says, with the words it rests on, and what is not known with the reason."""

    page_title = "Nội dung"

    def get_object(self, queryset: Any = None) -> Plan:
        return get_object_or_404(Plan.objects.select_related("issuing_body", "verifies_with"), pk=self.pk)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        plan = self.object
        duties = Duty.objects.filter(source__startswith=f"{plan.code} ").select_related("organisation")
        return super().get_context_data(**kwargs) | {
            "plan": plan,
            "targets": [(target, amount_of(target)) for target in plan.targets.all()],
            "milestones": plan.milestones.all(),
            "duties": [(duty, duty.source.removeprefix(f"{plan.code} ")) for duty in duties],
            "sectors": plan.sectors.all(),
            "criteria": plan.criteria.select_related("sector"),
            "columns": plan.planned_columns.select_related("organisation"),
            "open_points": list(open_points(plan)),
        }


class _ReadOnly(ModelViewSet):
    """Nobody adds, changes or deletes these rows on a screen, so nobody is offered the permission either."""

    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields: list[str] = []

    def get_permissions_to_register(self) -> QuerySet[Any]:
        return super().get_permissions_to_register().filter(codename__startswith="view_")


class PlanViewSet(_ReadOnly):
    model = Plan
    name = "plans"
    url_prefix = "ke-hoach"
    icon = "doc-full"
    menu_label = "Kế hoạch"
    menu_order = 10
    menu_hook = menu_of(Job.PLANS)
    index_view_class = PlanIndex
    inspect_view_class = PlanInspect
    inspect_template_name = "plans/plan.html"
    list_display = [
        "name",
        Column("number", label="Số", accessor=lambda plan: plan.number or "chưa biết"),
        Column("issuing_body", label="Cơ quan ban hành"),
        Column("period", label="Thời gian", accessor=period_of, sort_key="period_from"),
    ]


class TargetFilter(WagtailFilterSet):
    tier = django_filters.ChoiceFilter(
        label="Cấp", choices=TIER_LABELS, empty_label="Tất cả", widget=forms.RadioSelect
    )
    measure = django_filters.ChoiceFilter(
        label="Đếm gì",
        choices=[(measure, capfirst(label)) for measure, label in MEASURE_LABELS.items()],
        empty_label="Tất cả",
        widget=forms.RadioSelect,
    )

    class Meta:
        model = Target
        fields = ["plan", "tier", "measure"]


class TargetIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("plan")


class TargetInspect(InspectView):
    page_title = "Chỉ tiêu"

    def get_measure_display_value(self) -> str:
        return capfirst(self.object.measure_label)

    def get_number_display_value(self) -> str:
        return amount_of(self.object)

    def get_quote_display_value(self) -> str:
        return f"“{self.object.quote}”" if self.object.quote else "–"


class TargetViewSet(_ReadOnly):
    model = Target
    name = "targets"
    url_prefix = "chi-tieu"
    icon = "success"
    menu_label = "Chỉ tiêu"
    menu_order = 20
    menu_hook = menu_of(Job.PLANS)
    index_view_class = TargetIndex
    inspect_view_class = TargetInspect
    filterset_class = TargetFilter
    inspect_view_fields = [
        "measure",
        "tier",
        "number",
        "plan",
        "scheme",
        "valid_from",
        "valid_to",
        "section",
        "quote",
    ]
    list_display = [
        "__str__",
        Column("number", label="Ít nhất", accessor=amount_of),
        Column("section", label="Mục"),
        Column("plan", label="Kế hoạch"),
    ]


class SectorForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Sector
        fields = ("name", "parent", "order", "slug")
        help_texts = {
            "name": "Tên như bạn đọc thấy ở mục Lĩnh vực.",
            "parent": "Lĩnh vực lớn hơn chứa lĩnh vực này, nếu có.",
            "order": "Số nhỏ đứng trước.",
            "slug": "Địa chỉ trang lĩnh vực. Bỏ trống thì lấy theo tên; sau khi ghi không đổi nữa.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["slug"].required = False
        self.fields["slug"].disabled = bool(self.instance.pk)
        self.fields["parent"].queryset = Sector.objects.filter(parent=None).exclude(  # type: ignore[attr-defined]
            pk=self.instance.pk
        )

    def clean(self) -> dict[str, Any]:
        data: dict[str, Any] = super().clean() or {}
        if data.get("name") and not data.get("slug") and "slug" not in self.errors:
            self.instance.slug = data["slug"] = slugify(data["name"])[:80].strip("-")
        return data


class SectorIndex(SortsNames, IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("plan", "parent")


class SectorViewSet(ModelViewSet):
    model = Sector
    name = "sectors"
    url_prefix = "linh-vuc"
    icon = "tag"
    menu_label = "Lĩnh vực"
    menu_order = 30
    menu_hook = menu_of(Job.PLANS)
    index_view_class = SectorIndex
    inspect_view_enabled = True
    inspect_view_fields = ["name", "parent", "order", "slug", "plan", "section", "quote", "is_sample"]
    copy_view_enabled = False
    list_display = [
        "name",
        Column("parent", label="Thuộc"),
        Column("order", label="Thứ tự", sort_key="order"),
        Column("plan", label="Theo kế hoạch"),
        BooleanColumn("is_sample", label="Dữ liệu mẫu"),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return SectorForm


plans = [PlanViewSet("plans"), TargetViewSet("targets"), SectorViewSet("sectors")]
