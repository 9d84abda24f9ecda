"""What the fields of a stored row are called on the screen."""

from mentorkit.text import Message, say

_LABELS = {
    "name": say("name"),
    "language": say("language"),
    "relation_type": say("kind of mentoring"),
    "framework.mission": say("mission"),
    "framework.objectives": say("objectives"),
    "framework.duration_weeks": say("duration in weeks"),
    "framework.meeting_interval_days": say("days between meetings"),
    "framework.measures": say("measures of success"),
    "rules_off": say("conditions switched off"),
    "is_sample": say("sample programme"),
    "aim": say("what counts first"),
    "unplaced_price": say("price of not placing somebody"),
    "is_blind": say("names hidden until decided"),
    "other_types": say("other kinds of mentoring"),
    "own_topics": say("own topics"),
    "full_name": say("full name"),
    "first_name": say("first name"),
    "infix": say("infix"),
    "last_name": say("last name"),
    "email": say("e-mail"),
    "employee_id": say("employee number"),
    "phone": say("phone"),
    "job_title": say("job title"),
    "department": say("department"),
    "organisation": say("organisation"),
    "city": say("place"),
    "level": say("level"),
    "level_name": say("level in words"),
    "years_experience": say("years of experience"),
    "languages": say("languages"),
    "manager_email": say("manager's e-mail"),
    "manager_id": say("manager's employee number"),
    "manager_name": say("manager's name"),
    "other_managers": say("other managers"),
    "person_id": say("person"),
    "role": say("role"),
    "submitted_at": say("handed in on"),
    "topics": say("topics offered"),
    "goals": say("goals"),
    "goal_text": say("goals in own words"),
    "biography": say("about"),
    "values": say("values"),
    "interests": say("interests"),
    "working_style": say("working style"),
    "learning_style": say("learning style"),
    "feedback_style": say("feedback style"),
    "channels": say("ways to meet"),
    "availability": say("availability"),
    "available_from": say("available from"),
    "hours_per_month": say("hours a month"),
    "capacity": say("room for mentees"),
    "least": say("fewest mentees"),
    "relation_types": say("kinds of mentoring"),
    "prefers": say("prefers"),
    "avoids": say("avoids"),
    "has_consented": say("consent"),
    "is_paused": say("paused"),
    "is_trained": say("trained"),
    "source_file": say("from file"),
    "source_row": say("from row"),
    "kind": say("kind of choice"),
    "mentee_id": say("mentee"),
    "mentor_id": say("mentor"),
    "side": say("who said it"),
    "reason": say("reason"),
    "score": say("match score"),
    "decision_id": say("decision"),
    "confirmed_on": say("confirmed on"),
    "ended_on": say("ended on"),
    "has_failed": say("did not work out"),
    "decided_at": say("decided on"),
    "decided_by": say("decided by"),
    "pair_count": say("number of pairs"),
    "unplaced_count": say("number not placed"),
    "record": say("record"),
    "sha256": say("checksum"),
    "header_row": say("row of the headings"),
    "form": say("form"),
    "answers": say("what the form said"),
}


def label_of(field: str) -> Message:
    """What a field is called; one inside a map is named `weights.goals`. Raises KeyError if unknown.

    >>> label_of("full_name").id
    'full name'
    """
    table, _, part = field.partition(".")
    if table in {"columns", "options"}:
        return say("what “{heading}” means", heading=part)
    if table == "weights":
        return say("weight of {criterion}", criterion=part.replace("_", " "))
    return _LABELS[field]
