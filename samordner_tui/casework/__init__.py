"""What a samordner does, one module a stage: the only code that states changes."""
