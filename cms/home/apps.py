from django.apps import AppConfig


class HomeConfig(AppConfig):
    name = "cms.home"
    label = "home"
    verbose_name = "Trang chủ"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.home import milestones
        from cms.home.labels import say_in_vietnamese
        from cms.home.views import home
        from cms.pages.registries import faces
        from cms.workflow.registries import coming

        faces.register("home.HomePage", home)
        coming.register("milestones", milestones.week)
        say_in_vietnamese()
