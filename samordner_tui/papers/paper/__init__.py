"""A paper as blocks, and each way it is written: PDF, Word, Markdown, plain text."""
