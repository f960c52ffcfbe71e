"""What is on the screen. Textual lives here alone."""
