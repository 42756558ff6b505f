from django.dispatch import Signal

# A nomination took a step of its road. Sent inside the transaction, so a receiver may only write rows.
# Arguments: nomination, step (Step), by, at.
moved = Signal()

# A desk accepted a hand-over. Sent inside the transaction. Arguments: hand_over, person (User or None), due_on, by, at.
hand_over_accepted = Signal()
