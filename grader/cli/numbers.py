"""Numbers on the command line."""

from __future__ import annotations

import math
from typing import Any

import click


class FiniteNumber(click.types.FloatParamType):
    """A number; ``nan`` and ``inf``, which Python takes for numbers, are none to compare a mark with."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The number; `click.BadParameter` when it is none."""
        number = super().convert(value, param, ctx)
        if not math.isfinite(number):
            self.fail("not finite", param, ctx)
        return number
