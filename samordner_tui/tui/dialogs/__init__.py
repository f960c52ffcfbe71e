"""The boxes that ask: each is awaited and answers with a value, or with nothing when it is left by escape."""
