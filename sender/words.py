"""What an exception says, as text for the person whose message caused it."""

ERROR_CHARACTERS = 500


def words_of(error: BaseException) -> str:
    """The text of `error`, shortened, such that it can travel. Never raises, whatever the exception does."""
    try:
        text = str(error)
    except (Exception, SystemExit, KeyboardInterrupt):
        text = ""
    return text[:ERROR_CHARACTERS].encode("utf-8", "replace").decode()
