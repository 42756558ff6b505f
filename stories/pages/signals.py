from django.dispatch import Signal

# A published page is no longer shown. Sent inside the transaction, so a receiver may only write rows.
# Arguments: takedown, at.
taken_down = Signal()

# A decision ended a takedown; nothing is published by this alone. Arguments: takedown, at.
takedown_lifted = Signal()
