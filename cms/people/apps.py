from django.apps import AppConfig
from wagtail.users.apps import WagtailUsersAppConfig


class AccountsConfig(WagtailUsersAppConfig):
    """Wagtail's room of accounts with our lists and our form."""

    user_viewset = "cms.people.viewsets.AccountViewSet"
    group_viewset = "cms.people.groups.GroupViewSet"


class PeopleConfig(AppConfig):
    default = True
    name = "cms.people"
    label = "people"
    verbose_name = "Người dùng"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from allauth.account import signals as account
        from allauth.mfa import signals as mfa
        from wagtail.admin.views.account import NameEmailSettingsPanel

        from cms.people import signal_handlers as log
        from cms.people.forms import OwnAccountForm

        # Wagtail's asks for a first and a last name, which nobody has here, and so saved nothing on the screen.
        NameEmailSettingsPanel.form_class = OwnAccountForm

        for changed in (account.password_changed, account.password_set, account.password_reset):
            changed.connect(log.log_new_password, dispatch_uid="people.password")
        mfa.authenticator_added.connect(log.log_authenticator_added, dispatch_uid="people.factor_added")
        mfa.authenticator_removed.connect(log.log_authenticator_removed, dispatch_uid="people.factor_removed")
        mfa.authenticator_reset.connect(log.log_codes_renewed, dispatch_uid="people.codes_renewed")
