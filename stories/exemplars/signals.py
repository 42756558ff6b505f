from django.dispatch import Signal

# Every channel must stop for this exemplar. Sent inside the transaction, so a receiver may only write rows.
# Arguments: hold, at.
hold_placed = Signal()

# A hold was lifted by a decision; nothing is published by this alone. Arguments: hold, at.
hold_lifted = Signal()
