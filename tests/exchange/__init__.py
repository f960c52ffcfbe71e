"""The case file: in, out, and as it stood on an earlier day."""
