"""What others wrote, as text for a sentence of ours: an exception, or a value that is refused."""

from camwire.wording import cut

ERROR_CHARACTERS = 500


def words_of(error: BaseException) -> str:
    """The text of `error`, shortened, such that it can travel. Never raises, whatever the exception does."""
    try:
        text = str(error)
    except (Exception, SystemExit, KeyboardInterrupt):
        text = ""
    return text[:ERROR_CHARACTERS].encode("utf-8", "replace").decode()


def briefly(value: object) -> str:
    """`value` as it is written in Python, shortened. Never raises."""
    try:
        return cut(repr(value))
    except Exception:
        # Python writes no number of thousands of digits.
        return f"({type(value).__name__} of such a size)"
