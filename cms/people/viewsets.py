"""Who holds which role in which body, from when to when."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.utils import timezone
from wagtail.admin.forms import WagtailAdminModelForm
from wagtail.admin.ui.tables import Column, TitleColumn
from wagtail.admin.views.generic import CreateView, EditView, IndexView
from wagtail.admin.viewsets.model import ModelViewSet

from cms.organisations.models import Organisation
from cms.people.actions import AppointmentRefused, appoint
from cms.people.models import Appointment

DATE = forms.DateInput(format="%d/%m/%Y", attrs={"placeholder": "dd/mm/yyyy"})


class AppointmentForm(WagtailAdminModelForm):
    class Meta:
        model = Appointment
        fields = ("user", "organisation", "role", "valid_from", "valid_to")
        widgets = {"valid_from": DATE, "valid_to": DATE}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        here = Organisation.objects.as_of(timezone.localdate())
        if self.instance.pk:
            here = here | Organisation.objects.filter(pk=self.instance.organisation_id)
        self.fields["organisation"].queryset = here  # type: ignore[attr-defined]


class AppointmentIndex(IndexView):
    def get_base_queryset(self) -> Any:
        return super().get_base_queryset().select_related("user", "organisation")


class _SavesThroughAction:
    # Wagtail sets it only where a form is refused before it was valid.
    produced_error_message = None

    def form_valid(self, form: AppointmentForm) -> HttpResponse:
        try:
            return super().form_valid(form)  # type: ignore[misc]
        except AppointmentRefused as refusal:
            messages.error(self.request, str(refusal))  # type: ignore[attr-defined]
            return self.form_invalid(form)  # type: ignore[attr-defined]

    def save_instance(self) -> Appointment:
        appointment = self.form.save(commit=False)  # type: ignore[attr-defined]
        return appoint(appointment, by=self.request.user, at=timezone.now())  # type: ignore[attr-defined]


class AppointmentCreate(_SavesThroughAction, CreateView):
    pass


class AppointmentEdit(_SavesThroughAction, EditView):
    pass


class AppointmentViewSet(ModelViewSet):
    model = Appointment
    name = "appointments"
    url_prefix = "phan-cong"
    icon = "user"
    menu_label = "Phân công"
    menu_order = 730
    add_to_admin_menu = True
    index_view_class = AppointmentIndex
    add_view_class = AppointmentCreate
    edit_view_class = AppointmentEdit
    copy_view_enabled = False
    list_filter = ["role"]

    def get_form_class(self, for_update: bool = False) -> type[forms.ModelForm]:
        return AppointmentForm

    @property
    def list_display(self) -> list[Any]:
        return [
            TitleColumn("user", label="Người", url_name=self.get_url_name("edit")),
            Column("role", label="Vai trò", accessor=Appointment.get_role_display),
            Column("organisation", label="Cơ quan, đơn vị"),
            Column("valid_from", label="Từ ngày"),
            Column("valid_to", label="Đến hết ngày"),
        ]


appointments = AppointmentViewSet()
