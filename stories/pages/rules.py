"""Bounds of a story's parts, on plain data (domain.md, “A profile piece”)."""

from dataclasses import dataclass

from cms.core.text import count_words


@dataclass(frozen=True, slots=True)
class Bounds:
    """Least and most chữ (tiếng, separated by spaces)."""

    least: int
    most: int

    def complaint(self, text: str) -> str:
        """What is wrong in words, "" when the text fits."""
        count = count_words(text)
        if self.least <= count <= self.most:
            return ""
        return f"{count} chữ, cần từ {self.least} đến {self.most} chữ"


HEADLINE = Bounds(8, 14)
STANDFIRST = Bounds(25, 50)
