"""Address books read."""
