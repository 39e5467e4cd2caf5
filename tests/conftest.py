"""What tests in more than one folder share."""

from __future__ import annotations

import pytest

from grader.languages.indonesian import Indonesian
from grader.records.text import Language


@pytest.fixture(scope="session")
def language() -> Language:
    """Indonesian, loaded once: that takes seconds."""
    return Indonesian()
