"""What is remembered of an import, so that the next export of the same form asks nothing again."""

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from mentorkit.model.application import Role
from mentorkit.model.row import INNER, NameOf, PersonId, Row
from mentorkit.text import Message, say


class Form(Row):
    """How one form is read, as the coordinator confirmed it; the id is made from headings and kind.

    `kind` is whose answers it holds: "both" when everybody takes both roles, "rows" when every
    row tells, and "hr" for an export of the staff. `columns` gives each heading its field, empty
    for a column that is left out. `options` gives answers, written as `field: answer`, our topic
    or the coordinator's own word for them, empty for one that is dropped. `header_row` is where the
    headings stand, None when that is found by itself.
    """

    table: ClassVar[str] = "form"

    name: Annotated[str, say("name")] = Field(min_length=1, max_length=600)
    kind: Annotated[Literal["mentor", "mentee", "both", "rows", "hr"], say("whose answers it holds")]
    columns: Annotated[dict[str, str], say("what “{heading}” means")] = Field(default_factory=dict)
    options: Annotated[dict[str, str], say("what “{heading}” means")] = Field(default_factory=dict)
    header_row: Annotated[int | None, say("row of the headings")] = Field(default=None, ge=1)

    def called(self, name_of: NameOf) -> Message:
        """By its name."""
        return say("How the form {name} is read", name=self.name)


class Imported(Row):
    """What a form said of somebody when it was last taken in, so that later changes are known.

    There is one for each form, person and role; an export of the staff has no role. `form` is
    the id of the form. `answers` is JSON: the fields of the person under `person` and those of
    the application under `application`, without what was not answered.
    """

    table: ClassVar[str] = "imported"

    person_id: Annotated[PersonId, say("person")]
    role: Annotated[Role | None, say("role")] = None
    form: Annotated[str, INNER]
    answers: Annotated[str, INNER]

    def called(self, name_of: NameOf) -> Message:
        """By the name of the person."""
        return say("What a form said of {name}", name=name_of(self.person_id))
