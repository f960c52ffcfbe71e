"""The tables, one file a family of tables. Importing this package maps them all."""

from samordner_tui.archive.records import after, assignment, base, briefings, day, keeping, network, practical

CASE_RECORDS: tuple[type[base.OfCase], ...] = (
    assignment.Engagement,
    assignment.Authority,
    network.Person,
    network.Child,
    network.Custody,
    assignment.Statement,
    assignment.Consent,
    assignment.SafetyRound,
    network.View,
    network.NetworkTie,
    network.ConflictPair,
    network.Contact,
    network.ContactPerson,
    day.Conference,
    practical.Booking,
    practical.Menu,
    briefings.Briefing,
    briefings.BriefingApproval,
    practical.RoleHolder,
    practical.Wording,
    practical.Invitation,
    day.Step,
    day.Presence,
    day.LogEntry,
    network.ChildAbsence,
    day.Plan,
    day.PlanItem,
    day.Decision,
    day.Delivery,
    day.Progress,
    after.Evaluation,
    after.TimeEntry,
    after.Expense,
    after.Notice,
    after.Milestone,
    after.SeriousMatter,
    after.ClearedNumber,
)
"""Every record of a case, each after those it points to. One walk for export, import and deletion."""

SHARED_RECORDS: tuple[type[base.Shared], ...] = (practical.Venue, practical.Supplier)
"""What several cases share."""

__all__ = [
    "CASE_RECORDS",
    "SHARED_RECORDS",
    "after",
    "assignment",
    "base",
    "briefings",
    "day",
    "keeping",
    "network",
    "practical",
]
