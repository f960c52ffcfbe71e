"""How the register of what has left the archive names it. Nothing else stands here: a command line reads it too."""

from typing import Final

PAPERS: Final = "papers_"
"""Before the kind of file: which papers they are says too much in a register that outlives the case."""
