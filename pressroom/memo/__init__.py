"""Remembers results, and of each all that it looked at."""

from pressroom.memo.clearing import digest_of, traces
from pressroom.memo.ledger import Ledger, Note, plain
from pressroom.memo.memory import WORTH_WORKERS, Memo, code_of
from pressroom.memo.store import Lost, digest

__all__ = ["WORTH_WORKERS", "Ledger", "Lost", "Memo", "Note", "code_of", "digest", "digest_of", "plain", "traces"]
