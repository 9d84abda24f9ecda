"""Text made comparable: what a cell says, without the traces of where it was typed."""

import re
import unicodedata

_BLANKS = re.compile(r"[^\S\n]+")
_WORD = re.compile(r"[^\W_]+")
_APOSTROPHES = re.compile(r"['’‘`´]")
_BRACKETS = re.compile(r"[(\[](?:[^()\[\]]|\([^()]*\))*[)\]]\W*$")
_CHOICE = re.compile(r"\s+-\s+(?:selected choice|geselecteerde keuze|choix sélectionné)\W*$", re.IGNORECASE)
_ASKED = re.compile(
    r"^(?:(?:hi|hello|hallo|hoi|dag|bonjour|and|en|et) )*"
    r"(?:(?:what|wat|which|quel|quelle|quels|quelles) (?:is|are|zijn|est|sont) )?"
    r"(?:whats |please enter |geef |vul )?"
    r"(?:your|je|jouw|uw|votre|vos) "
)
_VAGUE = re.compile(r"rol|role|id|doel|goal|status")
_NUMBER = re.compile(r"^\s*\d{1,3}[.)]\s+(?=\D)")
_SHOWN = 60
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u202a-\u202e\u2066-\u2069]")
_FORMULA = re.compile(r"=\S|[@+-][\w.|]*[(|!]|[+-][\d.,]+[-+*/^]")
_PHONE = re.compile(r"\+[\d\s()./-]{6,}")
_UNSEEN = dict.fromkeys(
    (
        *range(0x09),
        0x0B,
        0x0C,
        *range(0x0E, 0x20),
        0x7F,
        0xAD,
        0x200B,
        0x200E,
        0x200F,
        *range(0x202A, 0x202F),
        0x2060,
        *range(0x2066, 0x206A),
        0xFEFF,
    )
)


def tidy(value: object) -> object:
    r"""A cell as we keep it: composed characters, single spaces, nothing invisible.

    Text that is empty after cleaning is None, a float without decimals an int; line
    breaks inside a cell stay.

    >>> tidy(" Zoe\u0308\u00a0 Kaya\u200b ")
    'Zoë Kaya'
    >>> tidy(20.0)
    20
    """
    if isinstance(value, str):
        return _tidy_text(value) or None
    if isinstance(value, float):
        return None if value != value else int(value) if value.is_integer() else value  # noqa: PLR0124
    return value


def _tidy_text(text: str) -> str:
    if text.isascii() and text.isprintable():
        return " ".join(text.replace("_x000D_", "").split())
    text = text.replace("_x000D_", "").replace("\r\n", "\n").replace("\r", "\n")
    text = unicodedata.normalize("NFC", text).translate(_UNSEEN)
    return "\n".join(_BLANKS.sub(" ", line).strip() for line in text.split("\n")).strip()


def has_controls(text: str) -> bool:
    r"""Whether a text holds characters that command a machine or turn the direction of reading.

    >>> has_controls("\u202egpj.exe"), has_controls("Zoë\u00a0Kaya\n")
    (True, False)
    """
    return not text.isprintable() and _CONTROLS.search(text) is not None


def shown(text: str) -> str:
    r"""The start of a text with what nobody can see shown by its number.

    >>> shown("\u202egpj.exe")
    '‹U+202E›gpj.exe'
    """
    start = text if len(text) <= _SHOWN else text[:_SHOWN] + "…"
    return _CONTROLS.sub(lambda found: f"‹U+{ord(found[0]):04X}›", start)


def is_formula(text: str) -> bool:
    """Whether a spreadsheet would run this text as a formula; telephone numbers and dashes are none.

    >>> [is_formula(text) for text in ("=1+1", "@SUM(1+1)", "-2+3", "+31 (0)6-12345678", "- geen", "@noor")]
    [True, True, True, False, False, False]
    """
    return bool(_FORMULA.match(text)) and not _PHONE.fullmatch(text)


def words(text: str) -> tuple[str, ...]:
    """The words of a text in small letters, without accents and punctuation.

    >>> words("Thema’s (één of meer)")
    ('themas', 'een', 'of', 'meer')
    """
    return tuple(_WORD.findall(bare(text.replace("#", " number "))))


def bare(text: str) -> str:
    """A text in small letters, without accents and apostrophes.

    >>> bare("Thema’s: COÖRDINEREN")
    'themas: coordineren'
    """
    plain = _APOSTROPHES.sub("", text).casefold()
    if plain.isascii():
        return plain
    return "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))


def folded(text: str) -> str:
    """Letters and digits only, for comparing: E-mail, e mail and EMAIL are one.

    >>> folded("E-mailadres:") == folded("e mailadres")
    True
    """
    return "".join(words(text))


def forms_of(heading: str) -> tuple[str, ...]:
    """A heading as compared: whole, without its number and the brackets at its end, without "What is your".

    >>> forms_of("3. Max. mentees (1–5)")
    ('3maxmentees15', 'maxmentees')
    >>> forms_of("Hi, what's your *first name*?")
    ('hiwhatsyourfirstname', 'firstname')
    """
    whole, short = folded(heading), _NUMBER.sub("", _BRACKETS.sub("", heading))
    said = " ".join(words(_CHOICE.sub("", short)))
    asked = folded(_ASKED.sub("", said))
    forms = dict.fromkeys((whole, folded(short), folded(said), "" if _VAGUE.fullmatch(asked) else asked))
    return (whole, *(form for form in forms if form and form != whole))
