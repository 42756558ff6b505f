"""The list of exemplars and their basic facts; everything else is done on the dossier's own screen."""

from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.core.menus import Job, menu_of
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


class ExemplarForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Exemplar
        fields = (
            "name", "subject_type", "kind", "scope", "birth_year", "birth_date", "gender", "occupation", "organisation",
            "locality", "unit_then", "sectors", "summary", "is_sample",
        )  # fmt: skip
        help_texts = {
            "name": "Họ tên đầy đủ có dấu, hoặc tên tập thể, mô hình. Tên thường gọi thì thêm thành bí danh trong hồ sơ.",
            "subject_type": "Là một người, một hộ, một tập thể hay một mô hình.",
            "kind": "Gương người tốt, việc tốt; điển hình tiên tiến; nhân tố mới hay mô hình.",
            "scope": "Toàn diện, hay chỉ một mặt.",
            "birth_year": "Đủ để phân biệt người trùng tên. Chưa rõ thì bỏ trống.",
            "birth_date": "Chỉ ghi khi có giấy tờ; không in ra ngoài.",
            "gender": "Để báo cáo cơ cấu; không in ra ngoài.",
            "occupation": "Như sẽ in trong bài, ví dụ: nông dân.",
            "organisation": "Nơi làm việc, học tập hoặc tổ chức giới thiệu.",
            "locality": "Xã, phường theo tên hiện nay.",
            "sectors": "Một hoặc hai lĩnh vực gần nhất.",
            "summary": "Vài câu: làm gì, từ bao giờ, ai được nhờ. Chỉ người làm hồ sơ đọc.",
            "is_sample": "Dữ liệu dựng để giới thiệu hệ thống.",
        }


class ExemplarViewSet(ModelViewSet):
    model = Exemplar
    name = "exemplars"
    url_prefix = "dien-hinh"
    icon = "user"
    menu_label = "Điển hình"
    menu_order = 10
    menu_hook = menu_of(Job.EXEMPLARS)
    index_view_class = ExemplarIndex
    add_view_class = ExemplarCreate
    edit_view_class = ExemplarEdit
    inspect_view_enabled = False
    list_filter = ["kind", "subject_type"]
    search_fields = ["search_name"]

    def get_form_class(self, for_update: bool = False) -> type[ExemplarForm]:
        return ExemplarForm

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("name", label="Tên", url_name=self.get_url_name("edit")),
            Column("kind", label="Loại", accessor=Exemplar.get_kind_display),
            Column("locality", label="Địa bàn"),
            Column("dossier", label="Hồ sơ", accessor=_dossier_link),
        ]


exemplars = ExemplarViewSet()
