from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "broadcasts.programmes"
    label = "broadcasts"
    verbose_name = "Phát thanh, truyền hình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from broadcasts.programmes import views
        from broadcasts.programmes.checks import check_episode
        from broadcasts.programmes.signal_handlers import give_programme
        from cms.pages.registries import faces
        from cms.workflow.registries import checks
        from columns.slots.signals import column_opened

        checks.register("broadcasts", check_episode)
        faces.register("broadcasts.ProgrammeIndexPage", views.programme_index)
        faces.register("broadcasts.ProgrammePage", views.programme)
        faces.register("broadcasts.EpisodePage", views.episode)
        column_opened.connect(give_programme, dispatch_uid="broadcasts.programme")
