"""The case that the tests of the preparation begin with."""

from __future__ import annotations

import pytest

from tests.casework.prepared_case import PreparedCase, prepared_case


@pytest.fixture
def case() -> PreparedCase:
    """Alma's case, just opened."""
    return prepared_case()
