"""Accounts; who holds which role in which body, from when to when."""

from typing import Any

import django_filters
from django import forms
from django.db.models import Q
from django.http import HttpResponse
from django.utils import timezone
from wagtail.admin.filters import WagtailFilterSet
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.users.views.users import IndexView as AccountIndexView
from wagtail.users.views.users import UserViewSet

from cms.core.listing import SortsNames
from cms.core.menus import Job, menu_of
from cms.core.text import fold
from cms.organisations.models import Organisation
from cms.organisations.viewsets import organisation_chooser
from cms.people.actions import AppointmentRefused, appoint, end_appointment
from cms.people.forms import AccountForm, NewAccountForm
from cms.people.models import ROLE_LABELS, Appointment, AppointmentQuerySet, User
from cms.people.permissions import may_appoint

DAY = "%d/%m/%Y"
HELD, ENDED, COMING = "held", "ended", "coming"


def span_of(appointment: Appointment) -> str:
    begins = f"từ {appointment.valid_from:{DAY}}"
    return f"{begins} đến hết {appointment.valid_to:{DAY}}" if appointment.valid_to else begins


class AppointmentForm(WagtailAdminModelForm):
    class Meta(WagtailAdminModelForm.Meta):
        model = Appointment
        fields = ("user", "organisation", "role", "valid_from", "valid_to")
        widgets = {"organisation": organisation_chooser.widget_class}
        help_texts = {
            "user": "Người đã có tài khoản. Chưa có thì tạo ở Quản trị, mục Người dùng, trước.",
            "organisation": "Nơi người đó làm vai trò này. Phiếu và hồ sơ của nơi ấy mở ra cho họ.",
            "role": "Một người có thể giữ nhiều vai trò, mỗi vai trò một dòng.",
            "valid_from": "Ngày đầu tiên giữ vai trò.",
            "valid_to": "Bỏ trống khi chưa biết. Thôi giữ vai trò thì ghi ngày cuối cùng, đừng xóa dòng này.",
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["user"].queryset = User.objects.filter(  # type: ignore[attr-defined]
            Q(is_active=True) | Q(pk=self.instance.user_id)
        )
        self.fields["role"].choices = [  # type: ignore[attr-defined]
            (role, label)
            for role, label in self.fields["role"].choices  # type: ignore[attr-defined]
            if role in {"", self.instance.role} or self.for_user is None or may_appoint(self.for_user, role)
        ]
        if not self.instance.pk:
            self.fields["valid_from"].initial = timezone.localdate()

    def _get_validation_exclusions(self) -> set[str]:
        """Leaves the table's constraints to the action, which says at which field and what to do."""
        return super()._get_validation_exclusions() | {"role", "valid_to"}  # type: ignore[misc]


class AppointmentFilter(WagtailFilterSet):
    state = django_filters.ChoiceFilter(
        label="Thời gian",
        choices=[(HELD, "Đang giữ"), (COMING, "Sắp giữ"), (ENDED, "Đã thôi")],
        method="in_state",
        empty_label="Tất cả",
        widget=forms.RadioSelect,
    )
    role = django_filters.ChoiceFilter(
        label="Vai trò", choices=ROLE_LABELS, empty_label="Tất cả", widget=forms.RadioSelect
    )

    class Meta:
        model = Appointment
        fields = ["state", "role"]

    def in_state(self, queryset: AppointmentQuerySet, name: str, value: str) -> AppointmentQuerySet:
        today = timezone.localdate()
        if value == HELD:
            return queryset.as_of(today)
        return (
            queryset.filter(valid_to__lt=today) if value == ENDED else queryset.filter(valid_from__gt=today)
        )


class AppointmentIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("user", "organisation")

    def search_queryset(self, queryset: Any) -> Any:
        """By the name of the person or of the body, with or without diacritics."""
        if not self.search_query:
            return queryset
        bodies = Organisation.objects.named(self.search_query).values("pk")
        return queryset.filter(Q(organisation__in=bodies) | Q(user__in=_called(self.search_query)))


def _called(query: str) -> list[int]:
    # People have no key for searching, and there are hundreds of them, not thousands.
    words = fold(query).split()
    names = User.objects.values_list("pk", "full_name", "username")
    return [pk for pk, name, login in names if all(word in fold(f"{name} {login}") for word in words)]


class _SavesThroughAction:
    def form_valid(self, form: AppointmentForm) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except AppointmentRefused as refusal:
            form.add_error(refusal.field or None, str(refusal))
            self.produced_error_message = self.get_error_message()  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]


class AppointmentCreate(_SavesThroughAction, CreateView):
    def save_instance(self) -> Appointment:
        return appoint(self.form.save(commit=False), by=self.request.user, at=timezone.now())


class AppointmentEdit(_SavesThroughAction, EditView):
    def save_instance(self) -> Appointment:
        """Somebody who only writes down the last day ends the appointment; the log says so."""
        changed, by, at = self.form.save(commit=False), self.request.user, timezone.now()
        if self.form.changed_data == ["valid_to"] and self.form.initial["valid_to"] is None:
            return end_appointment(changed, on=changed.valid_to, by=by, at=at)
        return appoint(changed, by=by, at=at)


class AppointmentViewSet(ModelViewSet):
    model = Appointment
    name = "appointments"
    url_prefix = "phan-cong"
    icon = "user"
    menu_label = "Phân công"
    menu_order = 40
    menu_hook = menu_of(Job.ADMINISTRATION)
    index_view_class = AppointmentIndex
    add_view_class = AppointmentCreate
    edit_view_class = AppointmentEdit
    copy_view_enabled = False
    filterset_class = AppointmentFilter
    search_fields = ["user", "organisation"]
    list_display = [
        "user",
        Column("role", label="Vai trò", accessor=Appointment.get_role_display),
        Column("organisation", label="Cơ quan, đơn vị"),
        Column("span", label="Thời gian", accessor=span_of),
    ]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return AppointmentForm


class AccountIndex(SortsNames, AccountIndexView):
    """By tên, and found by name with or without diacritics."""

    default_ordering = "sort_name"

    def search_queryset(self, queryset: Any) -> Any:
        return queryset.filter(pk__in=_called(self.search_query)) if self.search_query else queryset


class AccountViewSet(UserViewSet):
    ordering = "sort_name"
    index_view_class = AccountIndex

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return AccountForm if for_update else NewAccountForm


appointments = AppointmentViewSet()
