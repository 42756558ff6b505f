from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "broadcasts.programmes"
    label = "broadcasts"
    verbose_name = "Phát thanh, truyền hình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from broadcasts.programmes import views
        from broadcasts.programmes.checks import check_episode
        from cms.pages.registries import faces
        from cms.workflow.registries import checks

        checks.register("broadcasts", check_episode)
        faces.register("broadcasts.ProgrammeIndexPage", views.programme_index)
        faces.register("broadcasts.ProgrammePage", views.programme)
        faces.register("broadcasts.EpisodePage", views.episode)
