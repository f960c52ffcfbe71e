"""Bare SQLCipher: the commit of one row, with the archive's own settings and no journal."""

from __future__ import annotations

import secrets
import statistics
import time
from pathlib import Path

import sqlcipher3.dbapi2 as sqlcipher

ROUNDS = 300


def bare_commit(folder: Path) -> float:
    """Seconds of the median commit of one row."""
    connection = sqlcipher.connect(str(folder / "bare.db"), isolation_level=None)
    for pragma in (
        f"key=\"x'{secrets.token_hex(32)}'\"",
        "journal_mode=WAL",
        "synchronous=FULL",
        "foreign_keys=ON",
        "temp_store=MEMORY",
        "secure_delete=ON",
    ):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE people (id TEXT PRIMARY KEY, name TEXT, phone TEXT)")
    connection.executemany("INSERT INTO people VALUES (?, ?, ?)", [(str(one), "Inge", "") for one in range(15)])
    taken = []
    for one in range(ROUNDS):
        began = time.perf_counter()
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("UPDATE people SET phone = ? WHERE id = ?", (str(one), "7"))
        connection.execute("COMMIT")
        taken.append(time.perf_counter() - began)
    connection.close()
    return statistics.median(taken)
