from django.apps import AppConfig


class ProgrammesConfig(AppConfig):
    name = "broadcasts.programmes"
    label = "broadcasts"
    verbose_name = "Phát thanh, truyền hình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from broadcasts.programmes import views
        from broadcasts.programmes.checks import check_episode
        from broadcasts.programmes.models import EpisodePage
        from broadcasts.programmes.recalls import episodes
        from broadcasts.programmes.signal_handlers import give_programme
        from broadcasts.programmes.tags import lists_of_episode
        from cms.delivery.registries import lists, unshown
        from cms.pages.registries import faces
        from cms.workflow.registries import checks
        from columns.slots.signals import column_opened
        from stories.pages.registries import recalls

        lists.register("broadcasts.EpisodePage", lists_of_episode)
        for field in EpisodePage._meta.local_many_to_many:
            unshown.register(field.m2m_db_table(), field.name)
        checks.register("broadcasts", check_episode)
        recalls.register("broadcasts", episodes)
        faces.register("broadcasts.ProgrammeIndexPage", views.programme_index)
        faces.register("broadcasts.ProgrammePage", views.programme)
        faces.register("broadcasts.EpisodePage", views.episode)
        column_opened.connect(give_programme, dispatch_uid="broadcasts.programme")
