from django.dispatch import Signal

# The office answered a proposal. Sent inside the transaction, so a receiver may only write rows.
# Arguments: proposal, by, at.
proposal_answered = Signal()

# An exemplar answered a reading. Sent inside the transaction. Arguments: reading, at.
reading_answered = Signal()
