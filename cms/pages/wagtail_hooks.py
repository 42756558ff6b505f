from wagtail import hooks

from cms.pages.handing_in import back_to_the_list

hooks.register("after_create_page", back_to_the_list)
hooks.register("after_edit_page", back_to_the_list)
