"""The fields of a form, one widget a kind of value."""
