"""`samordner papers`: the papers of a case, listed, or made as files."""
