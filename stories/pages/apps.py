from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "stories.pages"
    label = "stories"
    verbose_name = "Bài viết"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.pages.registries import faces
        from cms.workflow.registries import checks
        from stories.dossiers.signals import claim_reopened
        from stories.pages import views
        from stories.pages.checks import check_story
        from stories.pages.signal_handlers import reopen_stories_of_claim

        checks.register("stories", check_story)
        claim_reopened.connect(reopen_stories_of_claim, dispatch_uid="stories.reopen")
        faces.register("stories.StoryIndexPage", views.story_index)
        faces.register("stories.StoryPage", views.story)
        faces.register("stories.SectorIndexPage", views.sector_index)
        faces.register("stories.LocalityIndexPage", views.locality_index)
