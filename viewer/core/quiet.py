"""When the desktop is not to be told what cameras say."""

from datetime import datetime

from viewer.core.settings import NotificationSettings


def is_quiet(settings: NotificationSettings, now: datetime) -> bool:
    """Whether nothing is to be shown at `now`, local time: never, or in the quiet hours, which may pass midnight."""
    if not settings.shown:
        return True
    begin, end, minute = settings.quiet_from, settings.quiet_until, now.hour * 60 + now.minute
    if begin <= end:
        return begin <= minute < end
    return minute >= begin or minute < end
