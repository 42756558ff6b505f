"""Sample stories in bulk (`manage.py seed --stories N`): to see how the house behaves when it has grown.

Everything made here is marked as a sample. Number 7 has the same text, dates and address in every run.
"""
