"""What comes in and goes out: the case file, and the fictional cases that are shown with it."""
