"""Limits before trust: the largest thing of each kind that is read from a peer."""

# One 8K picture as high-quality JPEG is about 15 MB. A larger single part is refused by ZeroMQ itself.
MESSAGE_BYTES = 32 * 1024 * 1024

# A header with every field at its cap stays well below this; only payload parts are large.
HEADER_BYTES = 512 * 1024

# Header and payload today; later messages may carry a few attachments.
PARTS = 16

NAME_CHARACTERS = 80
ID_CHARACTERS = 120
TEXT_CHARACTERS = 64 * 1024
REASON_CHARACTERS = 2000

# 64 megapixels is twice an 8K picture. A JPEG header may claim 65,500 x 65,500, which would need 17 GB.
PICTURE_PIXELS = 64 * 1024 * 1024

# A progressive JPEG goes over its pixels about ten times; one may claim thousands of scans in a few kilobytes.
JPEG_SCANS = 32
JPEG_SCANNED_PIXELS = 4 * PICTURE_PIXELS

# An encoder needs about five for one picture; each may claim a picture's work in a few bytes.
H264_UNITS = 16

# A decoder keeps up to sixteen pictures that others may build on: of 4096 x 2304 that is 240 MB, and with the limit
# above it would be more than a gigabyte. Larger ones travel as JPEG.
H264_PIXELS = 4096 * 2304

# Messages kept for a peer that has not receipted them. Beyond it the oldest conversation partner is plainly gone.
UNRECEIPTED_MESSAGES = 10_000

# A few pictures or arrays; text never comes near it.
UNRECEIPTED_BYTES = 128 * 1024 * 1024

# Lines on their way at once. A longer backlog follows as it is receipted: neither a queue nor a loop is flooded by it.
LINES_UNDER_WAY = 200
BYTES_UNDER_WAY = 4 * 1024 * 1024

# The most frames a viewer may have under way, whatever it asks for: delay is bounded here too.
CREDIT_FRAMES = 32

# A value's structure: what is not text, numbers and containers travels beside it, in parts of its own.
# It is read in the loop: so many items take it some 20 ms at most.
VALUE_BYTES = 1024 * 1024
VALUE_ITEMS = 25_000
VALUE_LEVELS = 32

# Larger ones are better carried by a program made for it.
FILE_BYTES = 16 * 1024 * 1024 * 1024
FILE_CHUNK_BYTES = 64 * 1024
FILE_NAME_CHARACTERS = 200

# Commands that a camera declares, and parameters of one.
COMMANDS = 200
PARAMETERS = 20

# What can be set at the source of one camera: more than any driver has.
CONTROLS = 200

# Figures of one camera's health.
FACTS = 32

# Connections to one port. Each camera has a port of its own, and a wall shows 256 cameras, which may be one computer's.
CONNECTIONS = 512
CONNECTIONS_OF_ADDRESS = 256

# Connections of one address that end before anybody was heard. A script with the wrong pattern calls ten times a
# second.
FAILURES_PER_SECOND = 10
FAILURES_AT_ONCE = 100
SHUT_OUT_SECONDS = 10.0

# A file as fast as it may go is 400 messages a second, and a wall shows 2,000 lines a second. Who can only be refused,
# and not be slowed down, may send all lines that can be waiting, and as many receipts and answers, before it is.
MESSAGES_PER_SECOND = 1000
MESSAGES_AT_ONCE = 2000
MESSAGES_BEFORE_REFUSAL = 4 * UNRECEIPTED_MESSAGES

# Fifteen pictures a second at 8K.
BYTES_PER_SECOND = 256 * 1024 * 1024
BYTES_AT_ONCE = 256 * 1024 * 1024

# Of one peer, in this program, before anything was read of it: more than the largest line there can be; and of all of
# a link together.
UNREAD_BYTES = 192 * 1024 * 1024
UNREAD_BYTES_OF_ALL = 2 * UNREAD_BYTES

# Of one that was never heard: where it has to prove a key, a hello; elsewhere one picture. ZeroMQ keeps 64 bytes of
# memory for each part of a message, and an empty part is two bytes long.
UNHEARD_BYTES = MESSAGE_BYTES + 1024 * 1024
UNHEARD_BYTES_OF_KNOWN = 1024 * 1024
