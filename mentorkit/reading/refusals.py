"""Why a file is not read, each with what to do next. Nothing of its contents is repeated."""

from enum import Enum

from mentorkit.errors import FileRefused
from mentorkit.text import Value, say


class Refusal(Enum):
    """Why a file is not read, by the name that programs know."""

    BAD_CSV = say(
        "A quotation mark opens in row {row} and does not close there, so it is not clear where the answers "
        "end. Remove that mark, or export the sign-ups again as .xlsx, and choose the new file."
    )
    DAMAGED = say(
        "This file is damaged, so it cannot be read. "
        "Open it in Excel, save it again as .xlsx and choose the new file."
    )
    EMPTY_FILE = say("This file is empty. Export the sign-ups again and choose the new file.")
    ENCRYPTED = say(
        "This file is protected with a password, so it cannot be read. "
        "In Excel, choose File, Info, Protect workbook, Encrypt with password, and clear the password. "
        "Then save and choose the file again."
    )
    HTML_AS_XLS = say(
        "This file is a web page with the name of an Excel file. "
        "Open it in Excel, save it as .xlsx and choose the new file."
    )
    NOT_A_SPREADSHEET = say(
        "This file is not an Excel workbook (.xlsx) or a CSV file. "
        "Save the sign-ups as .xlsx or .csv and choose that file."
    )
    NO_ROWS = say(
        "There are no sign-ups in this file: no row with answers was found under the headings. "
        "Check that you chose the right file."
    )
    OLD_XLS = say(
        "This is an old Excel file (.xls). Open it in Excel, save it as .xlsx and choose the new file."
    )
    OPEN_DOCUMENT = say(
        "This is an OpenDocument file (.ods), as LibreOffice makes it. "
        "Open it there, save it as .xlsx (Excel) and choose the new file."
    )
    OTHER_FORMAT = say(
        "This is a file of {program}, which is not an Excel workbook (.xlsx) or a CSV file. "
        "Open it there, save or export it as .xlsx and choose the new file."
    )
    TOO_LARGE = say(
        "This file is too large to read safely. "
        "Copy only the rows with the sign-ups to a new workbook and choose that file."
    )
    UNSAFE_XML = say(
        "This workbook holds instructions that a workbook never needs and that can do harm, "
        "so it is not opened. "
        "Ask the sender where it comes from, or copy the sign-ups to a new workbook."
    )
    UNSAFE_ZIP = say(
        "This workbook is not built as Excel builds one, so it is not opened. "
        "Copy the sign-ups to a new workbook in Excel and choose that file."
    )


def refusal(reason: Refusal, **values: Value) -> FileRefused:
    """The error for a reason, to be raised."""
    return FileRefused(reason.name, reason.value.filled(**values))
