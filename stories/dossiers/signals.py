from django.dispatch import Signal

# A claim that had been checked was changed or judged otherwise: who used it must look again.
# Sent inside the transaction. Arguments: claim, by, at.
claim_reopened = Signal()

# A consent no longer holds. Sent inside the transaction. Arguments: consent, by, at.
consent_withdrawn = Signal()
