"""Speed as ratios in one run, beside a bare Textual app or bare SQLCipher. Run by hand: `python -m tests.benchmarks`."""
