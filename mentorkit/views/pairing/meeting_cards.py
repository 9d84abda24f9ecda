"""Cards for a matching meeting: one page to print, two pairs on every sheet of A4."""

from collections.abc import Iterable
from typing import Any

from markupsafe import Markup

from mentorkit.frames import Snapshot
from mentorkit.matching import Proposal, explain, sentence
from mentorkit.matching.explain import Part
from mentorkit.text import Speaker, say
from mentorkit.views.names import Names
from mentorkit.views.pairing.card import quoted, reached
from mentorkit.views.pairing.pairs import STATUS_LABELS, status_of

_STYLE = Markup("""
@page { size: A4 portrait; margin: 12mm; }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 186mm; color: #1b1f24; background: #fff;
  font: 10pt/1.3 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 14pt; margin: 0; }
.card:first-of-type { min-height: 118mm; }
h2 { font-size: 12pt; margin: 0; overflow-wrap: anywhere; }
p { margin: 0 0 1.5mm; }
.quiet { color: #57606a; font-size: 9pt; }
.card { min-height: 130mm; padding: 3mm 0 2mm; border-top: 1px solid #1b1f24; break-inside: avoid;
  display: flex; flex-direction: column; }
.head { display: flex; justify-content: space-between; align-items: baseline; gap: 6mm; margin-bottom: 1mm; }
.points { font-size: 13pt; font-weight: 650; white-space: nowrap; }
table { width: 100%; border-collapse: collapse; font-size: 9pt; line-height: 1.2; }
th, td { text-align: left; vertical-align: top; font-weight: 400; padding: 0.5mm 3mm 0.5mm 0;
  border-bottom: 1px solid #d0d7de; overflow-wrap: anywhere; }
thead th { color: #57606a; }
tbody th { font-weight: 600; width: 19%; }
td:nth-child(2) { width: 11%; white-space: nowrap; }
.verdict { margin-top: auto; padding-top: 3mm; display: flex; align-items: flex-end; gap: 6mm; }
.box { display: inline-block; width: 4.5mm; height: 4.5mm; border: 1px solid #1b1f24; margin-right: 2mm;
  vertical-align: -1mm; }
.line { flex: 1; padding-bottom: 4mm; border-bottom: 1px solid #1b1f24; min-height: 8mm; color: #57606a; }
@media screen { body { padding: 8mm; } }
""")

_PAGE = Markup(
    '<!doctype html><html lang="{language}"><head><meta charset="utf-8"><title>{title}</title>'
    "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">"
    '<style>{style}</style></head><body><header><h1>{title}</h1><p class="quiet">{hint}</p></header>'
    "<main>{cards}</main></body></html>"
)

_CARD = Markup(
    '<article class="card"><div class="head"><h2>{pair}</h2><span class="points">{points}</span></div>'
    '<p>{sentence}</p><table><thead><tr><th scope="col">{what}</th><th scope="col">{reached}</th>'
    '<th scope="col">{mentee}</th><th scope="col">{mentor}</th></tr></thead><tbody>{rows}</tbody></table>'
    '<p class="quiet">{status}</p><div class="verdict">{boxes}<span class="line">{note}</span></div>'
    "</article>"
)

_ROW = Markup('<tr><th scope="row">{}</th><td>{}</td><td>{}</td><td>{}</td></tr>')
_VERDICTS = (say("yes"), say("no"), say("talk first"))


def meeting_cards(snapshot: Snapshot, proposal: Proposal, speak: Speaker) -> str:
    """A whole HTML page without anything from outside: every pair of the plan, by name of the mentee.

    Names and answers that tell who somebody is are left out where the programme hides them;
    who asked not to be paired with whom is never on a card.
    """
    names = Names.of(snapshot)
    mentees = proposal.pool.candidates.mentees["id"].to_list()
    rows = sorted(proposal.placed.tolist(), key=lambda row: names[mentees[row]])
    title = say("Cards for {programme}", programme=snapshot.programme.name)
    hint = say("Two pairs on a sheet of A4. Tick what you think of each pair together, and write down why.")
    return str(
        _PAGE.format(
            language=speak.language,
            title=speak(title),
            style=_STYLE,
            hint=speak(hint),
            cards=Markup("").join(_card(proposal, row, names, speak) for row in rows),
        )
    )


def _card(proposal: Proposal, row: int, who: Names, speak: Speaker) -> Markup:
    column, candidates = int(proposal.mentor_of[row]), proposal.pool.candidates
    mentee, mentor = candidates.mentees.row(row, named=True), candidates.mentors.row(column, named=True)
    explanation = explain(proposal, row, column)
    names = {"mentee": who[mentee["id"]], "mentor": who[mentor["id"]]}
    counted = (part for part in explanation.parts if part.value is not None and part.weight > 0)
    return _CARD.format(
        pair=speak(say("{mentee} with {mentor}", **names)),
        points=speak(say("{points} of 100 points", points=round(explanation.score * 100))),
        sentence=speak(sentence(explanation, **names)),
        what=speak(say("What counts")),
        reached=speak(say("Points")),
        **names,
        rows=_rows(counted, (mentee, mentor), speak, who),
        status=speak(STATUS_LABELS[status_of(proposal, row)]).capitalize(),
        boxes=Markup("").join(
            Markup('<span><i class="box"></i>{}</span>').format(speak(one)) for one in _VERDICTS
        ),
        note=speak(say("Because:")),
    )


def _rows(
    parts: Iterable[Part], sides: tuple[dict[str, Any], dict[str, Any]], speak: Speaker, names: Names
) -> Markup:
    """One line per criterion, most points first: the points, and what both answered."""
    mentee, mentor = sides
    ordered = sorted(parts, key=lambda part: -part.points)
    return Markup("").join(
        _ROW.format(
            speak(part.criterion.label),
            speak(reached(part)),
            quoted(mentee, part.criterion.mentee_answers, speak, names),
            quoted(mentor, part.criterion.mentor_answers, speak, names),
        )
        for part in ordered
    )
