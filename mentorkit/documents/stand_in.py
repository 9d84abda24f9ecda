"""Two pages for whoever stands in: what is to be kept, whom nobody knows of, whom to call first."""

from collections.abc import Mapping

from mentorkit.progress.ahead import Absence
from mentorkit.text import Speaker, say
from mentorkit.views.progress.ahead import absence_headline, absence_parts
from mentorkit.views.start.two import Two
from mentorkit.writing import word


def stand_in_pages(found: Absence, twos: Mapping[str, Two], programme: str, speak: Speaker) -> bytes:
    """A .docx with everything that is to be kept exactly once, and the calls of the first week."""
    document = word.new_document(
        speak(say("Standing in for {programme}", programme=programme)), speak.language
    )
    word.add_line(document, speak(absence_headline(found)))
    for head, lines in absence_parts(found, twos, speak):
        word.add_heading(document, head)
        word.add_list(document, lines)
    return word.saved_document(document)
