"""Keys: how they are shown, how a person changes them, and whether two commands want the same one.

The key file is `keys.toml` in the configuration folder: `command id = "key"`, for instance `lock = "ctrl+k"`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from samordner_tui.language import _, said
from samordner_tui.tui.commands import REGISTRY, Command

KEY_FILE = "keys.toml"

SHOWN = {
    "escape": "esc",
    "enter": "↵",
    "space": said("mellemrum"),
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
    "plus": "+",
    "minus": "-",
    "slash": "/",
    "question_mark": "?",
    "full_stop": ".",
    "comma": ",",
    "delete": "del",
}


def shown_key(key: str) -> str:
    """A key as it is written on the screen: `ctrl+p` is `^p`."""
    *modifiers, name = key.split(",")[0].strip().split("+")
    word = _(SHOWN[name]) if name in SHOWN else name
    if "ctrl" in modifiers:
        modifiers.remove("ctrl")
        word = f"^{word}"
    return "+".join([*modifiers, word])


def key_of(command: type[Command], keymap: Mapping[str, str]) -> str:
    """The key that acts for `command` now, as it is shown; empty where it has none."""
    key = keymap.get(command.id, command.key)
    return shown_key(key) if key else ""


def load_keymap(folder: Path) -> tuple[dict[str, str], str]:
    """The changed keys, and a sentence when the file cannot be read."""
    path = folder / KEY_FILE
    if not path.exists():
        return {}, ""
    import tomllib

    try:
        wanted = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        return {}, _("Filen med dine taster kan ikke læses. De sædvanlige taster gælder.")
    keymap = {name: key for name, key in wanted.items() if isinstance(key, str) and key}
    if len(keymap) < len(wanted):
        return keymap, _("Nogle linjer i filen med dine taster er ikke forstået. De er sprunget over.")
    return keymap, ""


def clashes(keymap: Mapping[str, str], always_there: Iterable[type[Command]]) -> tuple[str, ...]:
    """A sentence for each changed key that a command of every screen has already, or two of them share."""
    fixed = {command.id: _parts(keymap.get(command.id, command.key)) for command in always_there}
    sentences: dict[frozenset[str], str] = {}
    for command_id, key in keymap.items():
        for other_id, other_keys in fixed.items():
            pair = frozenset((command_id, other_id))
            shared = _parts(key) & other_keys
            if other_id != command_id and shared and pair not in sentences:
                sentences[pair] = _("Tasten {key} er valgt til både »{one}« og »{other}«. Ret det i {file}.").format(
                    key=shown_key(sorted(shared)[0]), one=_name(command_id), other=_name(other_id), file=KEY_FILE
                )
    return tuple(sentences.values())


def _parts(keys: str) -> set[str]:
    """The single keys of `f1,ctrl+h`."""
    return {key.strip() for key in keys.split(",") if key.strip()}


def _name(command_id: str) -> str:
    """What a person calls the command."""
    command = REGISTRY.get(command_id)
    return _(command.title) if command else command_id
