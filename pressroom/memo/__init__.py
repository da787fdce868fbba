"""Remembers the result of a slow function under a digest of all that went into it."""

from pressroom.memo.memory import WORTH_WORKERS, Memo, code_of

__all__ = ["WORTH_WORKERS", "Memo", "code_of"]
