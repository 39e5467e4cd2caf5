"""Which essays are held out together."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence


def fold_of(names: Sequence[str], folds: int) -> Mapping[str, int]:
    """For each name the number of its fold, 0 to ``folds`` - 1; folds differ by at most one name in size.

    The order is that of the names' hashes: it has nothing to do with how good an essay is, and is the same everywhere.
    """
    mixed = sorted(set(names), key=lambda name: hashlib.sha256(name.encode()).hexdigest())
    return {name: place % folds for place, name in enumerate(mixed)}
