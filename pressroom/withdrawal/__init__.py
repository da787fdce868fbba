"""Takes a picture back: all that was made of it goes, what was written stays, and the deed is recorded."""

from pressroom.withdrawal.deed import Done, withdraw
from pressroom.withdrawal.finding import Traces, Unknown, traces
from pressroom.withdrawal.telling import said

__all__ = ["Done", "Traces", "Unknown", "said", "traces", "withdraw"]
