"""The lists of an import in words: what each holds, and what to do there."""

from collections.abc import Mapping

from mentorkit.text import Message, say

STATES: Mapping[str, Message] = {
    "error": say("with an error"),
    "partial": say("not finished"),
    "new": say("new"),
    "changed": say("changed"),
    "same": say("the same"),
    "merged": say("sent in twice"),
    "excluded": say("no sign-up"),
    "skipped": say("skipped"),
}
"""What becomes of a row."""

TABS: Mapping[str, Message] = {
    "error": say("Errors"),
    "partial": say("Not finished"),
    "warning": say("To look at"),
    "conflict": say("Yours or the form’s"),
    "double": say("Possibly the same person"),
    "new": say("New"),
    "changed": say("Changed"),
    "same": say("The same"),
    "merged": say("Sent in twice"),
    "excluded": say("No sign-up"),
    "skipped": say("Skipped"),
    "missing": say("Missing from the file"),
}
"""The lists she can look at, in their order."""

HINTS: Mapping[str, Message] = {
    "error": say("These rows are left out until they are right. Correct a value here, or skip the row."),
    "partial": say("These people stopped halfway. Tick whom to import all the same."),
    "warning": say(
        "These rows are imported, without this value or with a guess. Correct it here if you know better."
    ),
    "conflict": say(
        "You changed these answers after the last import, and the form has something new as well. "
        "Yours stays unless you tick the form’s."
    ),
    "double": say(
        "Somebody with nearly the same name is in the programme already. Say whether it is the same person."
    ),
    "new": say("These people are not in the programme yet."),
    "changed": say("These answers differ from the programme. An empty cell never deletes anything."),
    "same": say("Nothing is different for these people."),
    "merged": say("These people sent in the form more than once. The latest answer counts."),
    "excluded": say("These rows hold no sign-up: a total, a note or a preview."),
    "skipped": say("You left these rows out. Clear the tick to import them after all."),
    "missing": say(
        "These people were in an earlier file of this form and are not in this one. Nothing happens to them."
    ),
}
"""What each list is, and what to do there."""
