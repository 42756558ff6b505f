from django.apps import AppConfig


class SearchConfig(AppConfig):
    name = "cms.search"
    label = "search"
    verbose_name = "Tìm kiếm"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.search.signal_handlers import index_released
        from cms.workflow.signals import released

        released.connect(index_released, dispatch_uid="search.released")
