"""When a picture was taken: the sensor's stamp, on the clock of this program."""


def capture_time_ns(stamp_ns: int, now_ns: int, boot_ns: int, oldest_ns: int) -> int:
    """The time of `stamp_ns` on the clock on which it is `now_ns`; `boot_ns` is now on the one that counts sleep, too.

    libcamera says it stamps on the latter; not every driver does. Where a stamp fits neither, or would be older than
    `oldest_ns`, it is now.
    """
    slept_ns = boot_ns - now_ns
    # As documented first: on a machine that never slept both are the same.
    for candidate in (stamp_ns - slept_ns, stamp_ns):
        if now_ns - oldest_ns <= candidate <= now_ns:
            return candidate
    return now_ns
