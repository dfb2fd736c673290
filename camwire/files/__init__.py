"""Files between two peers: offered in a line, fetched in chunks, resumed wherever they stopped.

`exchange.Exchange` is all that a program needs. `fetches`, `offers`, `flow` and `names` do no I/O; what `part`,
`offered` and `disk` do runs in the thread of `filing`, everything else in the loop's.
"""
