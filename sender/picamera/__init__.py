"""What the source `sender/sources/picamera.py` is made of. Nothing of it needs picamera2 to be imported."""
