"""What tests in more than one folder share."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from grader.languages.indonesian import Indonesian
from grader.records.text import Language


@pytest.fixture(scope="session")
def language() -> Language:
    """Indonesian, loaded once: that takes seconds."""
    return Indonesian()


@pytest.fixture(scope="session", autouse=True)
def cache_of_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests keep nothing in the cache folder of whoever runs them, and take nothing from it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GRADER_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
