"""A simulated Raspberry Pi camera, good enough for the real picamera2.

    with simulated_pi.install(cameras=2) as pi:
        from picamera2 import Picamera2
        …
        pi.unplug(); pi.plug()

picamera2 keeps its state in the process and starts threads: a test that needs it fresh has a process of its own, as
`python -m tests.simulated_pi` is, which runs the program. What is as on the board, and easily overlooked:

- A change of exposure, gain or rate takes two frames from the request that carries it; that one waits in the queue.
- Most others (`sensor.ECHOED`) are told by the frame that they came with, and by no later one.
- After `unplug` and `plug` no frame comes until the camera is started again; after `stall` and `resume` they go on.
- What is plugged in is found when libcamera's manager is made. picamera2 keeps it, also after it found no camera:
  `Picamera2._cm.reset()` searches anew.
- A `Picamera2()` that fails leaves a pipe open (`notifyme_w`). Whoever tries again and again has to close it.
"""

from tests.simulated_pi.simulation import Simulation, install

__all__ = ["Simulation", "install"]
