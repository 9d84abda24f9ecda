"""Reading the XML parts of a package as they stream by, with a limit on what they may hold."""

from collections.abc import Mapping
from typing import BinaryIO, NoReturn
from xml.parsers import expat

from mentorkit.reading.refusals import Refusal, refusal

MAX_ELEMENTS = 2_200_000
MAX_PIECES = 4_096
"""Text comes in pieces of up to 8 kB, or one for each font; a cell of Excel holds 32,767 characters."""

_CHUNK = 4 * 1024 * 1024


class Listener:
    """What is told of a part, in document order; names come without their prefix."""

    def start(self, name: str, attributes: Mapping[str, str]) -> None:
        """An element begins."""

    def text(self, data: str) -> None:
        """A piece of text."""

    def end(self, name: str) -> None:
        """An element ends."""


class Walker:
    """Walks through the parts of one package; `left` is how many elements they may still hold."""

    def __init__(self) -> None:
        self.left = MAX_ELEMENTS

    def walk(self, stream: BinaryIO, listener: Listener) -> None:
        """Tells a listener all of a part.

        Raises FileRefused with UNSAFE_XML at a document type, the only way to declare
        entities, and with TOO_LARGE above 2.2 million elements; expat's ExpatError
        where the XML is broken.
        """

        def start(name: str, attributes: Mapping[str, str]) -> None:
            self.left -= 1
            if self.left < 0:
                raise refusal(Refusal.TOO_LARGE)
            listener.start(name.rpartition(":")[2], attributes)

        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartDoctypeDeclHandler = _unsafe
        parser.StartElementHandler = start
        parser.EndElementHandler = lambda name: listener.end(name.rpartition(":")[2])
        parser.CharacterDataHandler = listener.text
        while chunk := stream.read(_CHUNK):
            parser.Parse(chunk)
        parser.Parse(b"", True)


def _unsafe(*_: object) -> NoReturn:
    raise refusal(Refusal.UNSAFE_XML)
