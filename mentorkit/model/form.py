"""What is remembered of an import, so that the next export of the same form asks nothing again."""

from typing import ClassVar, Literal

from pydantic import Field

from mentorkit.model.application import Role
from mentorkit.model.row import PersonId, Row


class Form(Row):
    """How one form is read, as she confirmed it; the id is made from its headings and its kind.

    `kind` is whose answers it holds: "both" when everybody takes both roles, "rows" when every
    row tells, and "hr" for an export of the staff. `columns` gives each heading its field, empty
    for a column that is left out. `options` gives answers, written as `field: answer`, our topic
    or her own word for them, empty for one that is dropped. `header_row` is where the headings
    stand, None when that is found by itself.
    """

    table: ClassVar[str] = "form"

    name: str = Field(min_length=1, max_length=600)
    kind: Literal["mentor", "mentee", "both", "rows", "hr"]
    columns: dict[str, str] = Field(default_factory=dict)
    options: dict[str, str] = Field(default_factory=dict)
    header_row: int | None = Field(default=None, ge=1)


class Imported(Row):
    """What a form said of somebody when it was last taken in, so that her own changes are known.

    There is one for each form, person and role; an export of the staff has no role. `form` is
    the id of the form. `answers` is JSON: the fields of the person under `person` and those of
    the application under `application`, without what was not answered.
    """

    table: ClassVar[str] = "imported"

    person_id: PersonId
    role: Role | None = None
    form: str
    answers: str
