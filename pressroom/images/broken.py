"""What is said of a picture that cannot be used."""

SAVE_AGAIN = "Öffnen Sie es in einem Bildprogramm und speichern Sie es neu als JPEG oder PNG."


class Broken(Exception):
    """The picture cannot be used: the reason and the cure, each a German sentence."""

    def __init__(self, reason: str, cure: str = SAVE_AGAIN) -> None:
        super().__init__(reason)
        self.reason = reason
        self.cure = cure
