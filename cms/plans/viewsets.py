"""Plans and what they ask: read here, changed by their profiles; sectors may be named and ordered by the office."""

from typing import Any

from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import IndexView, InspectView
from wagtail.admin.viewsets.model import ModelViewSet, ModelViewSetGroup

from cms.plans.models import Plan, Sector, Target


class PlanInspect(InspectView):
    """Everything the plan says, with the words it rests on, and what is not known with the reason."""

    template_name = "plans/plan.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        plan = self.object
        return context | {
            "plan": plan,
            "targets": plan.targets.all(),
            "milestones": plan.milestones.all(),
            "criteria": plan.criteria.select_related("sector"),
            "columns": plan.planned_columns.select_related("organisation"),
        }


class PlanIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("issuing_body")


class TargetIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("plan")


class PlanViewSet(ModelViewSet):
    model = Plan
    name = "plans"
    url_prefix = "ke-hoach"
    icon = "doc-full"
    menu_label = "Kế hoạch"
    index_view_class = PlanIndex
    inspect_view_enabled = True
    inspect_view_class = PlanInspect
    copy_view_enabled = False
    form_fields = ["name"]

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("name", label="Tên", url_name=self.get_url_name("inspect")),
            Column("issuing_body", label="Cơ quan ban hành"),
            Column("period_from", label="Từ ngày"),
            Column("period_to", label="Đến hết ngày"),
        ]


class TargetViewSet(ModelViewSet):
    model = Target
    name = "targets"
    url_prefix = "chi-tieu"
    icon = "success"
    menu_label = "Chỉ tiêu"
    index_view_class = TargetIndex
    inspect_view_enabled = True
    copy_view_enabled = False
    form_fields = ["number"]
    list_filter = ["plan", "tier", "measure"]
    inspect_view_fields = [
        "plan",
        "code",
        "measure",
        "tier",
        "number",
        "period",
        "valid_from",
        "valid_to",
        "section",
        "quote",
    ]

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("code", label="Chỉ tiêu", accessor=str, url_name=self.get_url_name("inspect")),
            Column("tier", label="Cấp", accessor=Target.get_tier_display),
            Column("number", label="Ít nhất"),
            Column("section", label="Mục"),
        ]


class SectorViewSet(ModelViewSet):
    model = Sector
    name = "sectors"
    url_prefix = "linh-vuc"
    icon = "tag"
    menu_label = "Lĩnh vực"
    copy_view_enabled = False
    list_display = ["name", "order"]
    form_fields = ["name", "slug", "parent", "order"]


class PlansViewSetGroup(ModelViewSetGroup):
    menu_label = "Kế hoạch"
    menu_icon = "doc-full"
    menu_order = 700
    items = (PlanViewSet("plans"), TargetViewSet("targets"), SectorViewSet("sectors"))


plans = PlansViewSetGroup()
