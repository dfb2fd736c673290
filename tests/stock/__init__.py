"""Stock peers: the published vidgear and imagezmq, run as processes of their own and never imported by tests.

They set the event loop policy, own the process-wide ZeroMQ context and spin while they wait, so a test that imported
them would test another program than ours. `tests/support/stock.py` starts them. `pictures` alone is for both sides.
"""
