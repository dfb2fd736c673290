"""Messages of our own cameras, as the viewer hears them."""

from tests.fuzz import hearing

READS = ("camwire.dialects.native", "camwire.messages", "camwire.peer", "camwire.conversation", "camwire.settable",
         "camwire.controls", "camwire.commands.announcing", "camwire.commands.declared")  # fmt: skip


def take(data: bytes) -> None:
    hearing.hear("native", data)


def seeds() -> dict[str, bytes]:
    return hearing.recorded("native")
