"""What the schema of the case file tells beside the columns' own labels, and the example it gives."""

from __future__ import annotations

from collections.abc import Mapping

from samordner_tui.language import _, said


def about_file() -> str:
    """What a case file is."""
    return _(
        "Én sag med alle dens rækker. En række, som en anden peger på, har et »id«, der gælder i filen: en hvilken som "
        "helst tekst. Det, man ikke ved, udelades. Sagen hentes hel ind eller slet ikke, og hver fejl nævnes med sit "
        "sted i filen; rækker tælles fra 0. Et CPR-nummer afvises, hvor det end står. Det samme gør en invitation "
        "eller en rolle til en, der ikke skal inviteres, et oplæg fra en informatør, der er læst op uden at være "
        "godkendt, og ord, der er gemt, mens familiens egen tid er i gang."
    )


def about_dates(most_days: int) -> str:
    """How dates may be written."""
    return _(
        "»absolute«: datoer står som 2027-01-21 og tidspunkter som 2027-01-21T17:00+01:00; uden tidszone gælder "
        "arkivets. »from_today«: de kan også regnes fra i dag, som »today-14« og »today+11 17:00«, højst {days} dage."
    ).format(days=most_days)


def about_rows() -> str:
    """What the id of a row is."""
    return _("Rækkens navn i filen. Kan udelades, når ingen anden række peger på den.")


UNLABELLED: Mapping[tuple[str, str], str] = {
    ("", "noted_on"): said("Den dag, rækken kom til. Bruges, når sagen ses, som den var en tidligere dag."),
    ("", "version"): said("Udgaven, talt fra 1."),
    ("statements", "replaces_id"): said("Den tidligere udgave, som teksten træder i stedet for."),
    ("briefing_approvals", "approved_version"): said("Den udgave af oplægget, som svaret gælder."),
    ("notices", "kind"): said(
        "En fravigelse af metoden, en opgave, der er lagt til side, eller en bemærkning til et mål."
    ),
    ("notices", "about"): said(
        "»gate:<port>/<linje>«, »task:<opgave>«, »cornerstone:<nummer>« eller »measure:<mål>/<rådslagning>«."
    ),
    ("evening_marks", "about"): said("»setup:<ting>«, »prompt:<punkt i køreplanen>« eller »wall:<tekst>«."),
    ("papers_made", "about"): said("»paper:<papir>« eller »paper:<papir>/<rækken, det er til>«."),
    ("papers_made", "language"): said("»da«, »en« eller navnet på det sprog, papiret er oversat til."),
    ("papers_made", "text_print"): said("Aftrykket af papirets tekst: 16 tegn, som intet kan læses ud af."),
    ("paper_translations", "about"): said("»paper:<papir>« eller »paper:<papir>/<rækken, det er til>«."),
    ("paper_translations", "text_print"): said("Aftrykket af den tekst, oversættelsen er lavet fra."),
    ("milestones", "milestone"): said("Navnet på spørgsmålet i metodefilen."),
    ("cleared_numbers", "number"): said("Ti cifre, der ligner et CPR-nummer uden at være det."),
    ("role_holders", "child_id"): said("For støttepersonen: barnet, der har valgt. Tomt, når der kun er ét barn."),
    ("presences", "present_as"): said("Samordner og initiativtager står ikke på listen over personer."),
}
"""Columns whose label does not say enough, by table and name; an empty table stands for all of them."""

EXAMPLE: Mapping[str, object] = {
    "format": "samordner-case",
    "version": 5,
    "dates": "absolute",
    "case": {"number": "2027-07", "alias": "Viggo", "case_type": "preventive", "opened_on": "2027-03-01"},
    "engagements": [
        {
            "municipality": "Fjordby Kommune",
            "knows_family": False,
            "employed_by_department": False,
            "related": False,
            "part_in_decision": False,
            "independence_answered_on": "2027-03-01",
        }
    ],
    "authorities": [
        {
            "id": "leader",
            "kind": "leader",
            "name": "Søren Vestergaard",
            "phone": "55 51 20 02",
            "may_approve": True,
            "reachable_from": "16:30",
            "reachable_until": "21:00",
            "confirmed_on": "2027-03-02",
        }
    ],
    "people": [
        {"id": "viggo", "name": "Viggo", "kind": "child", "age": 9, "invited": "invite"},
        {"id": "mor", "name": "Rikke", "relation": "mor", "side": "mother", "household": True, "invited": "invite"},
        {"id": "farfar", "name": "Aage", "relation": "farfar", "side": "father", "ring": 1, "invited": "invite"},
    ],
    "children": [{"id": "barnet", "person_id": "viggo", "participation": "in_room"}],
    "custodies": [{"person_id": "mor", "child_id": "barnet"}],
    "consents": [
        {"person_id": "mor", "scope": "method", "answer": "yes", "answered_on": "2027-03-03", "evidence": "written"}
    ],
    "contacts": [
        {
            "id": "besøg",
            "outcome": "made",
            "held_on": "2027-03-08",
            "form": "home",
            "method_explained": True,
            "responsibility_explained": True,
        }
    ],
    "contact_people": [{"contact_id": "besøg", "person_id": "farfar"}],
    "conferences": [{"id": "første", "number": 1, "starts_at": "2027-04-15T17:00+02:00"}],
    "role_holders": [{"conference_id": "første", "role": "chair", "person_id": "farfar", "chosen_by": "family"}],
}
"""A small case, written by hand."""
