"""A whole case walked by keyboard, from nothing to a case that is deleted."""
