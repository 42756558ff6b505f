from django.dispatch import Signal

# A profile was taken over into the tables. Sent inside the transaction, and only when something changed.
# Arguments: plan, changes (list of cms.plans.rules.Change), by, at.
adopted = Signal()
