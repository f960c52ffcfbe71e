"""The network map: where each person stands, from ring and sector alone. Position is never a fact of its own."""
