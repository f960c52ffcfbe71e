"""Speed as ratios in one run, beside a bare Textual app or bare SQLCipher: `python -m tests.benchmarks`, by hand."""
