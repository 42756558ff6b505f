from django.dispatch import Signal

# A piece went live through `release`. Sent inside its transaction, so a receiver may only write rows.
# Arguments: page (the specific page), revision (what is live now), at.
released = Signal()

# A piece that had approvals must pass them again. Arguments: page, reason (Vietnamese), by, at.
reopened = Signal()
