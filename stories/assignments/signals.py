from django.dispatch import Signal

# Somebody has work, or other work than before. Sent inside the transaction. Arguments: assignment, by, at.
assigned = Signal()
