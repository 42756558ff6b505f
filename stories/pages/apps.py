from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "stories.pages"
    label = "stories"
    verbose_name = "Bài viết"
    default_auto_field = "django.db.models.BigAutoField"
