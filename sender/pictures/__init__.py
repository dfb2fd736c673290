"""What a picture is on its way through a camera, and what can be done to one."""
