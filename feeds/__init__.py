"""Feeds: what leaves the house for readers' programs, stations and loudspeakers."""
