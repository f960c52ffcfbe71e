"""What the method says. Pure: it knows no database, no screen and no clock."""
