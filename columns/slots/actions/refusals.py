class SlotRefused(Exception):
    """What was asked cannot be done with this slot or column; the text tells the editor why and what to do."""
