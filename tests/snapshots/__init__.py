"""Every screen as it was looked at and accepted: 80×24 and 120×40, dark and light.

A picture is kept as text: the letters, a map of styles below, and what each style is in either look, so that a change
is read in a diff. `SNAPSHOTS=write python -m pytest tests/snapshots` accepts what is drawn now; look at it first.
"""
