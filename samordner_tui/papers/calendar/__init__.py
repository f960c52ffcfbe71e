"""Calendar files: the conference for each who comes, the samordner's own visits and deadlines. They name nobody."""
