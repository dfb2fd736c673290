"""The page of the guide that lists all keys: `python -m tests.support.keyboard_page` writes it anew."""

from pathlib import Path

from viewer.core.actions import ACTIONS, Where
from viewer.ui.look.key_words import ON_THE_KEY

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "keyboard.md"
HEAD = """# Keyboard

Everything can be done without a mouse. **Ctrl+?** shows this list in the program, where it can be searched and where
keys are changed: choose a line, then press the new keys. What had them before is named.

**Tab** goes through everything in the window, the arrow keys from tile to tile; the selected tile has a frame. Keys of
the wall count while the keyboard is on the wall, so that a letter typed in a chat is only a letter; **Esc** leads back
there.

"""
FOOT = """## In a chat

| does | keys |
|---|---|
| Send, break the line | Enter, Shift+Enter |
| Complete a command | Tab |
| What you said before | ↑ in an empty box |
| Find in this conversation | Ctrl+F |
| Send files | Ctrl+U |
| Say the next line about the picture shown now | Ctrl+P |
| Wider, narrower | Alt+←, Alt+→ |
| Back to the wall | Esc |

## For those who hear the screen

Every control has a name, a kind and a state for screen readers (Orca, NVDA, Narrator, VoiceOver). A tile is a group
with the name of its camera and its state; its description says how old the picture is, what is unread, and what is
wrong. A camera that changes its state, and what a camera says, is announced.
"""


def page() -> str:
    """What the page should say."""
    parts = [HEAD]
    for section in dict.fromkeys(spec.section for spec in ACTIONS):
        specs = [spec for spec in ACTIONS if spec.section == section]
        parts.append(f"## {section}\n\n| does | keys |\n|---|---|\n")
        parts += [
            f"| {spec.text}{'' if spec.where is Where.WINDOW else ' (on the wall)'} | {_written(spec.keys)} |\n"
            for spec in specs
        ]
        parts.append("\n")
    return "".join([*parts, FOOT])


def _written(keys: str) -> str:
    if not keys:
        return ""
    head, plus, last = keys.rpartition("+") if not keys.endswith("+") else (keys[:-1].rstrip("+"), "+", "+")
    return f"{head}{plus if head else ''}{ON_THE_KEY.get(last, last)}"


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
