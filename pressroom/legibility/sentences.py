"""Where a German sentence ends: which dots do, and which stand behind a number or an abbreviation."""

import re
from collections.abc import Sequence

from pressroom.legibility.words import WORD

BREAK = "\x1f"
"""Stands where a paragraph, an item of a list or a line ends; so does a sentence, whatever its last sign is."""

TOKEN = re.compile(rf"{WORD}|[.!?…:][”“\"»«’‘')\]]*(?=\s|$)|{BREAK}")
"""A word, or what may be the end of a sentence. (BREAK is white space to ``re``.)"""

_NEVER = frozenset(
    (
        "abs abschn allg anh anm apr art aufl aug az bd bez bsp bspw bzgl bzw ca d.h dez dgl dipl dr ebd ehem einschl "
        "entspr erm ev evtl f.d feb febr ff fr geb gem ggf ggfs hj hl hr hrsg i.a i.d i.d.r i.s i.s.d i.v.m inkl insb "
        "insbes jan jul jun kap kath kl lfd lt m.e max mdl min mind mo.di mär nachm nov nr nrn o.g o.ä okt prof rd "
        "resp s.a s.o s.u sen sep sept sog st staatl stellv städt tel u.a u.ä urspr v.a vgl vorm z.b z.hd z.t z.zt "
        "zit zzgl zzt"
    ).split()
)
"""They want something behind them."""
_MAYBE = frozenset(
    ("chr e.v etc g.m.b.h i.r jh jhd mio mrd n.chr o.j p.a s std str u u.s.w u.v.m uhr usw uvm v.chr").split()
)
"""They may be the last word."""
_MONTHS = frozenset("januar februar märz april mai juni juli august september oktober november dezember".split())
_STARTS = frozenset(
    (
        "aber alle allein allerdings alles als also am an andere auch auf aus außerdem bei beide beim bis bisher "
        "bitte da dabei dafür daher dahinter damals damit danach dann daran darauf darin darum das dass davon dazu "
        "denn dennoch der deren deshalb dessen dies diese dieser dieses doch dort durch ein eine einen einer einige "
        "er erst es für gegen gemeinsam gleich heute hier hinter ich im immer in insgesamt inzwischen ist jede jeder "
        "jedes jetzt kein keine kommen können man manche mehr mit nach nachdem neben nicht nichts noch nun nur ob "
        "obwohl oder ohne rund schon sein seine seit seitdem selbst sie sind so sobald solange sondern später "
        "trotzdem um und unser unsere unter viele vom von vor wann war waren warum was weil weitere welche wenn wer "
        "wie wieder wir wo wurde wurden während zu zudem zuerst zum zur zwar zwei zwischen über"
    ).split()
)
"""Words that begin a sentence; a noun begins with a capital letter anywhere."""


def is_end(tokens: Sequence[str], at: int) -> bool:
    """Whether the token there, which is no word, ends a sentence."""
    sign = tokens[at][0]
    if sign == BREAK:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else BREAK
    if following[0].islower():
        return False
    if sign == ":":
        # What follows a colon with a capital letter is taken in by itself; LIX counts it so.
        return following[0].isalpha()
    if sign != "." or not at:
        return True
    if tokens[at + 2 : at + 3] == ["Sie"]:
        # „Fragen Sie …“ can only be a beginning.
        return True
    return _is_end_behind(tokens, at, tokens[at - 1].lower(), following.lower())


def _is_end_behind(tokens: Sequence[str], at: int, before: str, following: str) -> bool:
    """Whether a dot between these two, in small letters, is an end; the second was written with no small one first."""
    if before.isdigit():
        # The 14th of July, the 2nd place; but years and large numbers are seldom counted through.
        return following not in _MONTHS and (following in _STARTS or (len(before) > 3 and following[0].isalpha()))
    if len(before) < 3:
        # Of „z. B.“ the dot in the middle is a token of its own, of „z.B.“ it is none.
        first = next((token for token in reversed(tokens[max(0, at - 3) : at - 1]) if token[0].isalpha()), "")
        if f"{first}.{before}".lower() in _NEVER:
            return False
    if before in _NEVER:
        return False
    if before in _MAYBE or len(before) == 1 or before.endswith("str"):
        return following in _STARTS
    return True
