"""What can be done with the papers of a case: look at them, make them, note where they went."""

from __future__ import annotations

from samordner_tui.language import said
from samordner_tui.tui.commands import Command


class OpenPapers(Command):
    """Viser alle sagens papirer: hvem de er til, og om de er klar. Her laver du dem, et ad gangen eller i pakker."""

    id = "papers"
    key = "f7"
    title = said("Papirer")
    footer = said("Papirer")
    footer_place = 56


class ShowPaper(Command):
    """Viser papiret, som det kommer til at stå, som tekst. Der bliver ikke lavet nogen fil."""

    id = "show_paper"
    key = "enter"
    title = said("Vis papiret")
    footer = said("Vis")
    footer_place = 10


class MakePaper(Command):
    """Laver papiret som en fil. Først står der, hvis data det holder, og hvad der ikke må stå på det."""

    id = "make_paper"
    key = "g"
    title = said("Gem papiret som fil")
    footer = said("Gem")
    footer_place = 11


class MakePack(Command):
    """Laver de papirer, der hører sammen, på én gang: til lokalet, til aftenen, til bagefter."""

    id = "make_pack"
    key = "p"
    title = said("Gem en pakke papirer")
    footer = said("Pakke")
    footer_place = 12


class MarkPaper(Command):
    """Mærker papiret, så du kan lave flere eller give flere videre på én gang. Tryk igen for at tage mærket af."""

    id = "mark_paper"
    key = "space"
    title = said("Mærk papiret")
    footer = said("Mærk")
    footer_place = 14


class HandedOver(Command):
    """Skriver op, hvem der har fået papiret, hvordan, og hvornår det skal være destrueret.

    Er flere mærket, gælder det dem alle. Du kan også tage en hel pakke. Det er én handling, og fortryd tager den
    tilbage.
    """

    id = "handed_over"
    key = "u"
    title = said("Givet videre")
    footer = said("Givet videre")
    footer_place = 13


class PaperDestroyed(Command):
    """Noterer, at papiret er destrueret: alle de udgaver, der er lavet af det, både filer og print.

    Brug den også, når du har fået et papir tilbage fra en, der ikke skal med længere.
    """

    id = "paper_destroyed"
    key = "d"
    title = said("Papiret er destrueret")
    footer = said("Destrueret")
    footer_place = 15


class BackToPapers(Command):
    """Går tilbage til listen over papirer."""

    id = "back_to_papers"
    key = "escape"
    title = said("Tilbage til papirerne")
    footer = said("Tilbage")
    footer_place = 10
    in_palette = False


class OpenPaperFile(Command):
    """Åbner den fil, du lige har lavet, i computerens eget program. Kun filer, du selv har lavet her, kan åbnes."""

    id = "open_paper_file"
    key = "o"
    title = said("Åbn filen")
    footer = said("Åbn")
    footer_place = 14


class MendPaper(Command):
    """Går til det sted i sagen, hvor det, papiret mangler, bliver skrevet."""

    id = "mend_paper"
    key = "m"
    title = said("Gå til det, der mangler")
    footer = said("Mangler")
    footer_place = 15


class PaperLanguage(Command):
    """Skifter mellem dansk og engelsk på papirerne. Skærmen bliver på sit sprog."""

    id = "paper_language"
    key = "t"
    title = said("Papirernes sprog")
    footer = said("Sprog")
    footer_place = 18


class PaperFolder(Command):
    """Vælger den mappe, filerne skal ligge i. Programmet husker den, til du lukker det."""

    id = "paper_folder"
    key = "f"
    title = said("Vælg mappen til papirer")
    footer = said("Mappe")
    footer_place = 19


class TranslatePaper(Command):
    """Sætter en oversættelse ind af et papir til familien. Den bliver mærket, når det danske papir ændrer sig."""

    id = "translate_paper"
    key = "v"
    title = said("Oversættelse af papiret")
    footer = said("Oversæt")
    footer_place = 16


class OwnPaperTemplate(Command):
    """Bruger din egen skabelon til papiret i stedet for vores. Den bliver set efter, før den bruges."""

    id = "own_template"
    key = "e"
    title = said("Din egen skabelon")
    footer = said("Skabelon")
    footer_place = 20


class MakeForDevice(Command):
    """Laver filer til kalenderen eller din telefon: rådslagningen, dine aftaler og frister, og numre uden navne."""

    id = "make_for_device"
    key = "k"
    title = said("Til kalender og telefon")
    footer = said("Kalender")
    footer_place = 17


class CopiesGone(Command):
    """Siger, at de kopier, du har lagt andre steder, er væk. Så er kvitteringen ikke foreløbig mere.

    Dagen bliver husket. Lægger du en ny kopi et andet sted, gælder det ikke længere.
    """

    id = "copies_gone"
    key = "k"
    title = said("Kopierne andre steder er væk")
    footer = said("Kopierne er væk")
    footer_place = 22


class SaveReceipt(Command):
    """Gemmer kvitteringen som et papir til kommunen og dig selv. Den nævner ingen. Det gør filens navn heller ikke."""

    id = "save_receipt"
    key = "g"
    title = said("Gem kvitteringen som papir")
    footer = said("Gem kvitteringen")
    footer_place = 21
