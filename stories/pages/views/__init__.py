"""The pages for readers; the screens of takedowns."""
