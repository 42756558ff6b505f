from django.apps import AppConfig


class ExemplarsConfig(AppConfig):
    name = "stories.exemplars"
    label = "exemplars"
    verbose_name = "Điển hình"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.delivery.registries import rows
        from stories.exemplars.models import exemplar_tag

        rows.register("exemplars.Exemplar", lambda exemplar: [exemplar_tag(exemplar.pk)])
        rows.register("exemplars.Alias", lambda alias: [exemplar_tag(alias.exemplar_id)])
