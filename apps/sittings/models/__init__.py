"""Sittings from the plan to the signed minutes, and the resolutions that come out of them."""

from apps.sittings.models.agenda import AgendaItem, Ballot, Motion, Proposal, Vote
from apps.sittings.models.minutes import Minutes, Resolution, Seal
from apps.sittings.models.sitting import Announcement, Attendance, Invitation, Series, Sitting

__all__ = [
    "AgendaItem",
    "Announcement",
    "Attendance",
    "Ballot",
    "Invitation",
    "Minutes",
    "Motion",
    "Proposal",
    "Resolution",
    "Seal",
    "Series",
    "Sitting",
    "Vote",
]
