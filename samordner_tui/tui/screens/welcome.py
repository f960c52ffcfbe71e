"""What a person meets in an archive without cases."""

from __future__ import annotations

from textual.content import Content

from samordner_tui.language import _


def welcome() -> Content:
    """What a person meets the first time."""
    return Content.assemble(
        (_("Velkommen. Her er plads til din første sag."), "bold"),
        "\n\n",
        _("Tryk "),
        ("n", "bold $accent"),
        _(", og giv sagen et nummer og et navn, som ikke røber, hvem den handler om: »2027-01« og »Anemone«."),
        "\n\n",
        _(
            "Derfra viser programmet dig vejen, et skridt ad gangen: opgaven, barnet og forældrene, netværket, dagen "
            "og tiden bagefter. Alt bliver gemt, mens du skriver, og kun du kan åbne arkivet."
        ),
        "\n\n",
        (_("Tryk f1 hvor som helst, så fortæller programmet, hvad der sker dér."), "$muted"),
    )
