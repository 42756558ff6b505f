"""The sample site: the real plan and units, invented people and stories, marked as samples."""
