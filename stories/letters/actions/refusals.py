from collections.abc import Mapping


class LetterRefused(Exception):
    """What was asked cannot be done now; the text says why and what to do."""


class AlreadySent(LetterRefused):
    """The form was sent before, with other words; `code` is that proposal's."""

    def __init__(self, code: str) -> None:
        self.code = code
        super().__init__(
            f"Phiếu này đã gửi trước đó với nội dung khác, mã theo dõi {code}. "
            "Muốn gửi thêm lời giới thiệu này, bấm Gửi lần nữa: bạn sẽ có mã mới."
        )


class NotAnswered(LetterRefused):
    """Something is left to say; `faults` says what, by point (None: the whole)."""

    def __init__(self, faults: Mapping[int | None, str]) -> None:
        self.faults = dict(faults)
        super().__init__("Còn điều chưa trả lời.")
