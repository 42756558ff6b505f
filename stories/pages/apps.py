from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "stories.pages"
    label = "stories"
    verbose_name = "Bài viết"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from cms.delivery.registries import frames, lists, rows, unshown
        from cms.notifications.registries import deliverers
        from cms.pages.registries import faces, gone
        from cms.pages.rules import page_tag
        from cms.workflow.registries import checks
        from stories.dossiers.signals import claim_reopened
        from stories.pages import tasks
        from stories.pages.checks import check_story, check_takedown
        from stories.pages.models import StoryPage, Takedown
        from stories.pages.queries import gone_from
        from stories.pages.recalls import stories
        from stories.pages.registries import recalls
        from stories.pages.signal_handlers import reopen_stories_of_claim
        from stories.pages.tags import lists_of_story
        from stories.pages.views import readers

        lists.register("stories.StoryPage", lists_of_story)
        rows.register("stories.Byline", lambda byline: [page_tag(byline.page_id)])
        rows.register("stories.Subject", lambda subject: [page_tag(subject.page_id)])
        frames.register("stories.Takedown", Takedown)
        for field in StoryPage._meta.local_many_to_many:
            unshown.register(field.m2m_db_table(), field.name)
        checks.register("stories", check_story)
        checks.register("stories.takedowns", check_takedown)
        recalls.register("stories", stories)
        gone.register("stories", gone_from)
        deliverers.register("takedown.done", tasks.tell_editors)
        deliverers.register("takedown.clean_up", tasks.clean_up)
        deliverers.register("takedown.old_files", tasks.remove_old_files)
        claim_reopened.connect(reopen_stories_of_claim, dispatch_uid="stories.reopen")
        faces.register("stories.StoryIndexPage", readers.story_index)
        faces.register("stories.StoryPage", readers.story)
        faces.register("stories.SectorIndexPage", readers.sector_index)
        faces.register("stories.LocalityIndexPage", readers.locality_index)
