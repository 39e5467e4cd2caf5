"""What was learned from labelled essays and passages, as it lies in a JSON file; ``grader train`` makes it.

Weights of the lexicon are whole numbers of one byte, times a scale for each concept and level, in base64; all others
can be read with the eye.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np

from grader.scoring.judge import Judgement
from grader.scoring.lexicon import Known, Lexicon
from grader.scoring.linear import Levels, Linear
from grader.scoring.unlike import Usual

FORMAT: Final = "grader.parameters/1"
_STEPS: Final = 127  # the greatest whole number of a weight; one byte with its sign


@dataclass(frozen=True, slots=True)
class Parameters:
    """All that is learned.

    Attributes:
        provenance: what it was learned from and with: numbers of essays and passages, hashes, versions.
        lexicon: words that speak for a concept.
        known: how concepts of the lexicon are judged.
        others: how all others are.
        offsets: by concept, what is added to the log odds of mentioned and of explained.
        cuts: from which expected label (0 to 2) on a concept is mentioned, and explained.
        usual: what few of the essays learned on fall below, see `grader.scoring.unlike.Usual`.
    """

    provenance: Mapping[str, Any]
    lexicon: Lexicon
    known: Judgement
    others: Judgement
    offsets: Mapping[str, tuple[float, float]]
    cuts: tuple[float, float]
    usual: Usual

    def to_json(self) -> str:
        """The text of the file; the same parameters give the same bytes."""
        lexicon = self.lexicon
        plain = {
            "format": FORMAT,
            "provenance": self.provenance,
            "cuts": list(self.cuts),
            "usual": {"named": self.usual.named, "known_pairs": self.usual.known_pairs},
            "known": _plain(self.known),
            "others": _plain(self.others),
            "offsets": {concept: list(pair) for concept, pair in self.offsets.items()},
            "lexicon": {
                "terms": list(lexicon.terms),
                "idf": [round(float(value), 4) for value in lexicon.idf],
                "mentioned": {concept: _packed(known) for concept, known in lexicon.mentioned.items()},
                "explained": {concept: _packed(known) for concept, known in lexicon.explained.items()},
            },
        }
        return json.dumps(plain, ensure_ascii=False, indent=1) + "\n"


def parse(text: str) -> Parameters:
    """Read what `Parameters.to_json` wrote.

    Raises:
        ValueError: when it is of another format.
    """
    plain = json.loads(text)
    if plain.get("format") != FORMAT:
        raise ValueError(f"not {FORMAT}: {plain.get('format')}")
    lexicon = plain["lexicon"]
    return Parameters(
        provenance=plain["provenance"],
        lexicon=Lexicon(
            terms=tuple(lexicon["terms"]),
            idf=np.array(lexicon["idf"], dtype=np.float64),
            mentioned={concept: _unpacked(each) for concept, each in lexicon["mentioned"].items()},
            explained={concept: _unpacked(each) for concept, each in lexicon["explained"].items()},
        ),
        known=_judgement(plain["known"]),
        others=_judgement(plain["others"]),
        offsets={concept: (pair[0], pair[1]) for concept, pair in plain["offsets"].items()},
        cuts=(plain["cuts"][0], plain["cuts"][1]),
        usual=Usual(**plain["usual"]),
    )


@lru_cache(maxsize=1)
def learned() -> Parameters:
    """The parameters that come along with the program."""
    return parse(resources.files("grader.scoring").joinpath("learned.json").read_text(encoding="utf-8"))


def quantised(bias: float, weights: np.ndarray[Any, np.dtype[np.float64]]) -> Known:
    """What a file keeps of learned weights: whole numbers times a scale."""
    scale = round(float(np.abs(weights).max()) / _STEPS, 6) or 1e-6
    steps = np.round(weights / scale).clip(-_STEPS, _STEPS).astype(np.float32)
    return Known(round(bias, 4), steps * np.float32(scale))


def _packed(known: Known) -> dict[str, Any]:
    scale = round(float(np.abs(known.weights).max()) / _STEPS, 6) or 1e-6
    steps = np.round(known.weights / scale).clip(-_STEPS, _STEPS).astype(np.int8)
    return {"bias": known.bias, "scale": scale, "weights": base64.b64encode(steps.tobytes()).decode("ascii")}


def _unpacked(plain: Mapping[str, Any]) -> Known:
    steps = np.frombuffer(base64.b64decode(plain["weights"]), dtype=np.int8)
    return Known(plain["bias"], steps.astype(np.float32) * np.float32(plain["scale"]))


def _plain(judgement: Judgement) -> dict[str, Any]:
    return {
        step: {
            level: {"bias": linear.bias, "weights": dict(linear.weights)}
            for level, linear in (("mentioned", levels.mentioned), ("explained", levels.explained))
        }
        for step, levels in (("windows", judgement.windows), ("labels", judgement.labels))
    }


def _judgement(plain: Mapping[str, Any]) -> Judgement:
    def levels(step: str) -> Levels:
        read = plain[step]
        return Levels(*(Linear(read[level]["bias"], read[level]["weights"]) for level in ("mentioned", "explained")))

    return Judgement(levels("windows"), levels("labels"))
