"""National numbers, by their check digits: what they are, nobody may know."""

from mentorkit.intake.values.cells import as_text


def is_national(cell: object) -> bool:
    """Whether the check digits of a Dutch (9 digits) or Belgian (11) national number are right."""
    digits = "".join(c for c in as_text(cell) if c.isdigit())
    if len(digits) == 9:  # noqa: PLR2004 - the eleven test
        weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
        return sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True)) % 11 == 0
    if len(digits) == 11:  # noqa: PLR2004 - 97 minus the rest, with a 2 in front from the year 2000
        return any(97 - int(front + digits[:9]) % 97 == int(digits[9:]) for front in ("", "2"))
    return False
