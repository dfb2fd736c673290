"""The frozen `watchword-camera`."""

from sender.__main__ import leave, main

if __name__ == "__main__":
    leave(main())
