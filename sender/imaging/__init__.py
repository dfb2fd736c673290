"""What a library does to pictures: OpenCV where it is installed, else PyAV. `chosen` says which."""
