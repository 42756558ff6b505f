from django.dispatch import Signal

# All pieces of a slot went live together. Sent inside the transaction of the release, so a receiver may only write
# rows. Arguments: slot, at.
slot_released = Signal()

# A column exists from now on. Sent inside the transaction; houses that show columns to the public make its face.
# Arguments: column, at.
column_opened = Signal()
