from wagtail import hooks
from wagtail.log_actions import LogActionRegistry

ACTIONS = {
    "slots.open_column": ("Mở chuyên mục", "Mở chuyên mục theo kế hoạch"),
    "slots.make_ahead": ("Mở kỳ", "Mở các kỳ sắp tới"),
    "slots.place": ("Xếp bài", "Xếp bài vào kỳ"),
    "slots.take_out": ("Đưa bài ra", "Đưa bài ra khỏi kỳ"),
    "slots.swap": ("Đổi kỳ", "Đổi bài giữa hai kỳ"),
    "slots.skip": ("Nghỉ kỳ", "Cho nghỉ một kỳ"),
    "slots.release": ("Phát hành", "Phát hành kỳ"),
    "slots.blocked": ("Vướng", "Chưa phát hành được"),
    "slots.missed": ("Lỡ kỳ", "Đến giờ mà chưa có bài"),
}


@hooks.register("register_log_actions")
def register_log_actions(actions: LogActionRegistry) -> None:
    for action, (label, message) in ACTIONS.items():
        actions.register_action(action, label, message)
