"""The archive: what is kept, what is refused, what is really gone."""
