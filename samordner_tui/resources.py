"""Where the program's own data lies: in a wheel, an editable install and a frozen program alike."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).parent


def data_folder() -> Path:
    """The folder `data/`: beside the package in a checkout, inside it where the program is installed."""
    beside = PACKAGE.parent / "data"
    return beside if (beside / "method").is_dir() else PACKAGE / "data"


def method_file() -> Path:
    """The method as data."""
    return data_folder() / "method" / "familieraadslagning.toml"


def plain_language_file() -> Path:
    """Words that are better said in another way to a family."""
    return data_folder() / "method" / "plain_language.toml"


def case_files() -> Path:
    """The folder of fictional cases."""
    return data_folder() / "cases"


def paper_folder() -> Path:
    """The templates of the papers, how they are set, and their fonts."""
    return data_folder() / "papers"


def locale_folder() -> Path:
    """The compiled catalogues, made by the build."""
    return PACKAGE / "locale"
