"""The address of a network camera: what is asked for, what may be shown, and who asks."""

from dataclasses import dataclass, field
from urllib.parse import unquote, urlsplit, urlunsplit

from sender.errors import SourceError

# It may hold a password: it is not repeated.
UNREADABLE = (
    "The address of the source cannot be read. Write it like http://camera/video, and signs like / in user and "
    "password as %2F, ? as %3F, # as %23; an @ behind the host as %40."
)


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
            # Asked for only to see whether it is one.
            _ = parts.port
        except ValueError:
            raise SourceError(UNREADABLE) from None
        if parts.scheme.startswith("http") and not parts.hostname:
            raise SourceError(UNREADABLE)
        if "@" in parts.path + parts.query + parts.fragment:
            # The password has a sign that ends the host: the rest of it would be taken for what may be shown.
            raise SourceError(UNREADABLE)
        who, _, host = parts.netloc.rpartition("@")
        user, _, password = who.partition(":")
        url = urlunsplit((parts.scheme, host, parts.path, parts.query, ""))
        return cls(url, f"{parts.scheme}://{host}{parts.path}", unquote(user), unquote(password))
