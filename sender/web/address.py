"""The address of a network camera: what is asked for, what may be shown, and who asks."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit

from sender.sources.base import SourceError


@dataclass(frozen=True, slots=True)
class Address:
    """`url` is without user and password, `public` without the query, too: viewers and logs see it."""

    url: str = field(repr=False)
    public: str
    user: str = field(default="", repr=False)
    password: str = field(default="", repr=False)

    @classmethod
    def of(cls, text: str) -> "Address":
        """Read `http://user:password@host/path?query`; signs in user and password may be written like %40.

        Raises SourceError for what is none.
        """
        try:
            parts = urlsplit(text)
        except ValueError:
            # It may hold a password: it is not repeated.
            raise SourceError("The address of the source cannot be read. Write it like http://camera/video.") from None
        who, _, host = parts.netloc.rpartition("@")
        user, _, password = who.partition(":")
        url = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
        return cls(url, f"{parts.scheme}://{host}{parts.path}", unquote(user), unquote(password))
