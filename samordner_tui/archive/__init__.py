"""The local file a samordner keeps: encrypted, journalled, backed up, and really deleted from."""
