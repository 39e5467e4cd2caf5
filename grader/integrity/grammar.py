"""Which function words of Indonesian (and of the English that runs through it) cannot stand where.

Only what no writer does on purpose, in whatever register: *yang yang*, *di adalah*, *of the of*. What is merely clumsy
(*adalah merupakan*, *di karenakan*, *dari, oleh, dan untuk*) is left out. Source: closed word classes as grammars of
Indonesian and English name them; no text was learned from.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

_JOINING = "dan atau tetapi tapi namun sedangkan maupun melainkan"
_OPENING = "bahwa karena sehingga agar supaya jika kalau apabila meskipun walaupun"
_NO_NOUN = f"{_JOINING} bahwa sehingga agar supaya jika apabila adalah merupakan ialah yaitu yakni maka tersebut"
_PREPOSITIONS = "di ke oleh kepada terhadap pada dengan"

_CANNOT_FOLLOW: Final[tuple[tuple[str, str], ...]] = (
    (
        "di",
        f"{_NO_NOUN} di ke dari oleh kepada terhadap pada dengan untuk sebagai yang tidak akan telah sudah juga ada "
        "paling lebih sampai bukan belum pernah kalau bisa masih hanya sangat itu ini",
    ),
    ("ke", f"{_NO_NOUN} di ke dari oleh kepada terhadap pada dengan untuk sebagai akan telah sudah juga itu ini"),
    ("dari", f"{_NO_NOUN} di dari oleh kepada terhadap dengan untuk sebagai karena akan telah juga"),
    ("oleh", f"{_NO_NOUN} di ke dari oleh kepada terhadap pada dengan untuk sebagai akan dapat bisa harus juga"),
    ("kepada", f"{_NO_NOUN} di ke dari oleh kepada terhadap pada dengan untuk sebagai karena akan dapat bisa harus"),
    ("pada", f"{_NO_NOUN} di ke dari oleh kepada terhadap pada dengan untuk sebagai karena telah sudah juga"),
    ("bagi tentang terhadap", f"{_NO_NOUN} di ke dari oleh kepada pada dengan untuk karena telah sudah"),
    ("dengan", f"{_NO_NOUN} dari oleh kepada pada dengan karena untuk sebagai juga"),
    ("untuk", "atau oleh bahwa sehingga agar supaya adalah merupakan telah akan sudah karena tersebut maka untuk"),
    (
        "dalam",
        "atau oleh dengan dari kepada adalah bahwa sehingga agar tersebut pada di untuk akan dalam itu ini",
    ),
    ("sebagai", "dan atau oleh dari dengan pada di adalah bahwa tersebut akan sehingga agar karena untuk sebagai"),
    ("tanpa", "dan atau dari oleh pada adalah akan karena bahwa tersebut untuk dengan sehingga agar tanpa"),
    ("yang", "yang dan atau tetapi namun sedangkan melainkan bahwa agar supaya sehingga maka ialah yaitu yakni"),
    ("dan atau", "dan atau tetapi namun sedangkan melainkan maupun tersebut pun"),
    ("tetapi tapi namun sedangkan melainkan", "dan atau maupun tersebut pun"),
    ("serta maupun", "dan atau tetapi sedangkan maupun melainkan tersebut pun yaitu"),
    (_OPENING, "dan atau maupun tersebut sedangkan melainkan"),
    (
        "para sebuah suatu berbagai",
        "dan di dari oleh pada dengan untuk ke kepada adalah merupakan akan telah sudah tidak bahwa karena sehingga "
        "agar tersebut ini itu para sebuah suatu setiap maka",
    ),
    (
        "setiap tiap seorang secara",
        "dan atau di oleh pada dengan untuk ke kepada adalah merupakan bahwa karena sehingga agar tersebut maka itu",
    ),
    ("tidak telah akan dapat harus", "yang dan bahwa adalah tersebut merupakan sehingga maka para"),
    ("sudah belum masih juga hanya seperti", "dan atau tersebut maupun bahwa"),
    ("sebelum setelah sesudah", "yang atau adalah tersebut oleh bahwa sehingga maka agar"),
    ("demi menurut sejak", "dan atau yang dengan untuk oleh di ke pada adalah tersebut bahwa sehingga"),
    ("lebih", "yang itu ini adalah oleh bahwa tersebut sehingga"),
    ("adalah merupakan ialah", "dan atau adalah tersebut sehingga sedangkan maka pun akan telah"),
    ("saling sangat", "yang dan atau dari oleh pada untuk dengan itu ini tersebut adalah bahwa karena sehingga"),
    ("paling", "yang dan atau oleh pada untuk dengan itu ini tersebut adalah bahwa karena sehingga"),
    (
        "the a an our their your",
        "the a an of and or to in on for with is are was were by that at from as has have be it they we you this",
    ),
    ("of for with from", "of and or is are was were has have by to with from"),
    ("dan atau yang di ke dari pada oleh dengan untuk karena", "of and or is are was were has have"),
    ("of and or is are was were with from", "dan atau tersebut pun maupun sehingga"),
)

_NO_END = (
    "di ke dari oleh kepada terhadap dan atau bahwa yang untuk dengan sebagai para sebuah suatu secara tetapi agar "
    "supaya jika apabila setiap tiap merupakan namun sehingga tanpa seorang berbagai the a of and or our their your"
)
_NO_VERB_AFTER = "di ke kepada para sebuah suatu seorang"
_NO_START = "tersebut pun pula maupun"
_ENGLISH = (
    "the a an and are as at be by can for from has have how in into is it its more not on or our so such that their "
    "them then there these they this those through to was we were what when where which who will with you your"
)
_CAPITAL = "saya aku kami kita anda beliau dia ia mereka"


def _pairs(rules: Iterable[tuple[str, str]]) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for firsts, seconds in rules:
        for first in firsts.split():
            found.setdefault(first, set()).update(seconds.split())
    # "daripada" and "dan/atau" are also written apart; "oleh dan untuk" and "dalam pada itu" are set phrases
    said = "dari pada, dan atau, oleh dan, dari dan, ke dan, dalam pada, menurut yang"
    for first, second in (pair.split() for pair in said.split(", ")):
        found[first].discard(second)
    return {first: frozenset(seconds) for first, seconds in found.items()}


CANNOT_FOLLOW: Final = _pairs(_CANNOT_FOLLOW)
"""For each function word those that never stand right behind it, with nothing but a blank between."""

CANNOT_END: Final = frozenset(_NO_END.split())
"""Words that never end a sentence: they announce something."""

CANNOT_START: Final = frozenset(_NO_START.split())
"""Words that never begin a sentence: they refer to the word before."""

NO_VERB_AFTER: Final = frozenset(_NO_VERB_AFTER.split())
"""Words behind which no verb with *meN-* or *di-* and *-kan* stands."""

ENGLISH: Final = frozenset(_ENGLISH.split())
"""Function words that tell English text. *of* is not among them: Indonesian essays write *Whole of Government*."""

ANYWHERE_CAPITAL: Final = ENGLISH | frozenset(_CAPITAL.split())
"""Function words that people begin with a capital letter within a sentence too."""
