"""Draws the pictures of this folder with the real program: `python3 run.py images [NAME …]`.

Each scene starts `watchword --screenshot` in a window of a virtual screen (Xvfb), with real cameras on loopback, and
types and clicks into it with xdotool.
"""

import itertools
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from actors import ANSWERS

HERE = Path(__file__).resolve().parent
CLIP = HERE.parents[1] / "resources" / "bigbuckbunny.mp4"
# A window leaves room for its frame on a screen.
WINDOW, SCREEN = "1440x900", "1480x960"
# Program → Debian's and Ubuntu's package that holds it.
TOOLS = {"Xvfb": "xvfb", "xdotool": "xdotool", "import": "imagemagick", "openbox": "openbox"}


class Stage:
    """A virtual screen with one viewer on it."""

    def __init__(self, display: str, folder: Path) -> None:
        self.environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        self._folder = folder

    def show(
        self,
        picture: str,
        seconds: float,
        *words: str,
        act: Callable[["Stage"], None] | None = None,
        theme: str = "dark",
    ) -> None:
        """Run the viewer for `seconds`; it writes `picture` as it leaves. `act` is done when the window is there."""
        width, height = WINDOW.split("x")
        (self._folder / "settings.toml").write_text(
            f"version = 1\nviewer_id = 'images'\n[window]\nwidth = {width}\nheight = {height}\n"
            f"[general]\nlanguage = 'en'\ntheme = '{theme}'\ngreeted = {'false' if picture == 'empty' else 'true'}\n"
        )
        command = [sys.executable, "-m", "viewer", "--config", str(self._folder), *words]
        leave = ["--screenshot", str(HERE / f"{picture}.png"), "--quit-after", str(seconds)]
        viewer = subprocess.Popen([*command, *leave], env=self.environment)
        try:
            if act is not None:
                self.do("search", "--sync", "--onlyvisible", "--name", "^Watchword$")
                # Nobody else does it where no window manager runs.
                self.do("windowfocus", self.found("Watchword"))
                while not self.is_painted():
                    time.sleep(0.2)
                act(self)
            viewer.wait(timeout=seconds + 30)
        finally:
            viewer.kill()
            viewer.wait()

    @contextmanager
    def managed(self) -> Iterator[None]:
        """With a window manager, which gives the keyboard to dialogs."""
        manager = subprocess.Popen(["openbox"], env=self.environment, stderr=subprocess.DEVNULL)
        try:
            time.sleep(1.5)
            self.do("windowactivate", "--sync", self.found("Watchword"))
            yield
        finally:
            manager.terminate()
            manager.wait()

    @property
    def unused(self) -> str:
        """For a scene that takes its pictures itself."""
        return str(self._folder / "unused")

    def found(self, title: str) -> str:
        """The window with that title, as xdotool calls it."""
        words = ["xdotool", "search", "--onlyvisible", "--name", f"^{title}$"]
        return subprocess.run(words, env=self.environment, capture_output=True, text=True, check=True).stdout.split()[0]

    def is_painted(self) -> bool:
        """Whether the window shows its bar: before, keys would go nowhere."""
        words = ["import", "-window", "root", "-crop", "1x1+20+20", "txt:-"]
        seen = subprocess.run(words, env=self.environment, capture_output=True, text=True, check=True).stdout
        return "#000000" not in seen

    def do(self, *words: str) -> None:
        """One word of xdotool."""
        subprocess.run(["xdotool", *words], env=self.environment, check=True, stdout=subprocess.DEVNULL)

    def click(self, x: int, y: int, times: int = 1) -> None:
        """Click at a point of the screen."""
        self.do("mousemove", str(x), str(y), "click", "--repeat", str(times), "--delay", "80", "1")

    def grab(self, picture: str) -> None:
        """Take a picture of the window and what stands over it."""
        command = ["import", "-window", "root", "-crop", f"{WINDOW}+0+0", "+repage", str(HERE / f"{picture}.png")]
        subprocess.run(command, env=self.environment, check=True)

    def grab_window(self, picture: str, title: str) -> None:
        """Take a picture of the window with that title."""
        self.do("search", "--sync", "--onlyvisible", "--name", f"^{title}$")
        time.sleep(1)
        subprocess.run(["import", "-window", title, str(HERE / f"{picture}.png")], env=self.environment, check=True)

    def say(self, text: str) -> None:
        """Type a line and send it."""
        self.do("type", "--delay", "15", text)
        self.do("key", "Return")
        time.sleep(0.4)


@contextmanager
def screen() -> Iterator[str]:
    """A virtual screen of its own; yields its name."""
    number = next(free for free in itertools.count(90) if not Path(f"/tmp/.X11-unix/X{free}").exists())
    server = subprocess.Popen(["Xvfb", f":{number}", "-screen", "0", f"{SCREEN}x24", "-nolisten", "tcp"])
    try:
        while not Path(f"/tmp/.X11-unix/X{number}").exists():
            time.sleep(0.05)
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()


@contextmanager
def started(*words: str) -> Iterator[None]:
    """A process that is ended at the end; VidGear makes its folder in a home of its own."""
    with tempfile.TemporaryDirectory() as home:
        process = subprocess.Popen([sys.executable, *words], env={**os.environ, "HOME": home})
        try:
            yield
        finally:
            process.kill()
            process.wait()


@contextmanager
def camera(*words: str) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    """A camera process; yields its endpoint and the process."""
    command = [sys.executable, *words]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        yield process.stdout.readline().strip().removeprefix("Listening on "), process
    finally:
        process.kill()
        process.communicate()


def sender(name: str, *words: str) -> list[str]:
    """The words that start a camera."""
    return ["-m", "sender", "--name", name, "--listen", "tcp://127.0.0.1:0", "--attached", *words]


def pattern(name: str) -> list[str]:
    """A camera with a test pattern."""
    return sender(name, "--source", "pattern", "--size", "960x540", "--fps", "25")


def draw_empty(stage: Stage) -> None:
    stage.show("empty", 2)


def draw_four(stage: Stage) -> None:
    def act(stage: Stage) -> None:
        time.sleep(7)
        stage.click(300, 250)
        stage.do("key", "c")
        time.sleep(1.2)
        for line in ANSWERS:
            stage.say(line)
        stage.do("mousemove", "1000", "20")

    talkers = [
        [str(HERE / "actors.py"), "talk", "Front gate", str(CLIP)],
        [str(HERE / "actors.py"), "talk", "Bench", "pattern"],
    ]
    with ExitStack() as stack:
        cameras = [*talkers, pattern("Street"), pattern("Greenhouse")]
        endpoints = [stack.enter_context(camera(*words))[0] for words in cameras]
        stage.show("four", 14, *itertools.chain.from_iterable(("--camera", each) for each in endpoints), act=act)


def draw_sixteen(stage: Stage) -> None:
    stage.show("sixteen", 25, "--demo", "16", act=lambda stage: stage.do("mousemove", "700", "20"))


def draw_maximised(stage: Stage) -> None:
    def act(stage: Stage) -> None:
        time.sleep(4)
        stage.click(300, 250, times=2)
        time.sleep(0.5)
        stage.click(1198, 22)
        stage.click(300, 300)
        stage.do("key", "c")
        time.sleep(0.4)
        for line in ANSWERS:
            stage.say(line)
        stage.do("mousemove", "1000", "20")

    with ExitStack() as stack:
        cameras = [[str(HERE / "actors.py"), "talk", "Front gate", str(CLIP)], pattern("Bench"), pattern("Street")]
        endpoints = [stack.enter_context(camera(*words))[0] for words in cameras]
        stage.show("maximised", 10, *itertools.chain.from_iterable(("--camera", each) for each in endpoints), act=act)


def draw_states(stage: Stage) -> None:
    with ExitStack() as stack:
        film = ["--source", str(CLIP)]
        stopping = [str(HERE / "actors.py"), "stop", "Street"]
        cameras = [sender("Front gate", *film, "--loop"), stopping, pattern("Greenhouse")]
        running = [stack.enter_context(camera(*words)) for words in cameras]

        def act(stage: Stage) -> None:
            stage.do("mousemove", "700", "20")
            time.sleep(4)
            running[2][1].send_signal(signal.SIGKILL)

        words = itertools.chain.from_iterable(("--camera", endpoint) for endpoint, _ in running)
        stage.show("states", 13, *words, "--camera", "tcp://127.0.0.1:9", act=act)


def draw_vidgear(stage: Stage) -> None:
    script, port = str(HERE / "foreign.py"), "5555"
    with ExitStack() as stack:

        def act(stage: Stage) -> None:
            time.sleep(5)
            stack.enter_context(started(script, "imagezmq", port))
            time.sleep(3)
            stage.click(300, 250)
            stage.do("key", "c")
            time.sleep(0.4)
            stage.say("Anyone at the gate?")
            stage.do("mousemove", "1000", "20")

        stack.enter_context(started(script, "netgear", port))
        stage.show("vidgear", 14, "--listen", f"tcp://127.0.0.1:{port}", act=act)


def _conversation(stage: Stage, large: Path) -> None:
    """All that a chat can show, in the tile that is alone on the wall."""
    time.sleep(4)
    stage.click(500, 400)
    stage.do("key", "c")
    time.sleep(0.6)
    for line in ("Who is at the door?", "/parts", "/sweep", "/snapshot", "/lamp on"):
        stage.say(line)
        time.sleep(0.6)
    stage.do("key", "ctrl+u")
    time.sleep(1.0)
    stage.do("type", "--delay", "8", str(large))
    stage.do("key", "Return")
    time.sleep(1.5)
    stage.say("/drill 20")
    time.sleep(0.6)
    stage.do("key", "Tab", "Return")
    time.sleep(1.5)


def _draw_chat(stage: Stage, picture: str, theme: str) -> None:
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        large = Path(folder) / "calibration.zip"
        large.write_bytes(os.urandom(1 << 20) * 800)

        def act(stage: Stage) -> None:
            _conversation(stage, large)
            stage.do("mousemove", "300", "860")
            time.sleep(0.5)
            stage.grab(picture)
            stage.click(1100, 862)
            stage.do("type", "--delay", "20", "/s")
            time.sleep(0.8)
            stage.grab(f"{picture}-completion")

        endpoint = stack.enter_context(camera(str(HERE / "workshop.py"), "Workshop"))[0]
        unused = str(Path(folder) / "unused")
        stage.show(unused, 34, "--camera", endpoint, act=act, theme=theme)


def draw_chat(stage: Stage) -> None:
    _draw_chat(stage, "chat", "dark")


def draw_chat_light(stage: Stage) -> None:
    _draw_chat(stage, "chat-light", "light")


def draw_receipts(stage: Stage) -> None:
    workshop = str(HERE / "workshop.py")
    with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
        cameras = [[workshop, "Workshop"], [workshop, "Garage"], pattern("Street"), pattern("Greenhouse")]
        running = [stack.enter_context(camera(*words)) for words in cameras]

        def act(stage: Stage) -> None:
            time.sleep(4)
            running[3][1].send_signal(signal.SIGKILL)
            time.sleep(1)
            with stage.managed():
                stage.do("key", "ctrl+shift+s")
                stage.do("search", "--sync", "--onlyvisible", "--name", "^Say to 4 cameras$")
                time.sleep(0.5)
                stage.do("type", "--delay", "20", "/fps 12")
                stage.do("key", "Return")
                time.sleep(1.5)
                stage.grab_window("receipts", "Say to 4 cameras")

        words = itertools.chain.from_iterable(("--camera", endpoint) for endpoint, _ in running)
        stage.show(str(Path(folder) / "unused"), 20, *words, act=act)


def draw_panel(stage: Stage) -> None:
    """What can be set at a Raspberry Pi camera: the simulated one."""

    def act(stage: Stage) -> None:
        time.sleep(5)
        stage.click(500, 450)
        stage.do("key", "a")
        time.sleep(1.5)
        # What is to be sharp: its face.
        stage.click(337, 340)
        time.sleep(1)
        stage.do("mousemove", "720", "20")

    pi = [str(HERE / "pi.py"), *sender("Meadow", "--source", "picamera", "--size", "1280x720")[2:]]
    with camera(*pi) as (endpoint, _):
        stage.show("panel", 10, "--camera", endpoint, act=act)


def draw_add(stage: Stage) -> None:
    def act(stage: Stage) -> None:
        with stage.managed():
            stage.do("key", "ctrl+n")
            stage.do("search", "--sync", "--onlyvisible", "--name", "^Add a camera$")
            time.sleep(0.5)
            stage.do("key", "--delay", "150", "shift+Tab", "shift+Tab", "Down")
            stage.grab_window("add", "Add a camera")

    stage.show(stage.unused, 12, act=act)


def draw_pair(stage: Stage) -> None:
    """The code of a camera that encrypts, typed."""
    with tempfile.TemporaryDirectory() as folder:
        words = [*sender("Porch", "--source", "pattern", "--size", "960x540"), "--secure", "--state", folder]
        with camera(*words) as (said, process):
            assert process.stdout is not None
            code = process.stdout.readline().strip().removeprefix("Pairing code: ")

            def act(stage: Stage) -> None:
                time.sleep(3)
                stage.click(720, 512)
                stage.do("search", "--sync", "--onlyvisible", "--name", "^Pair with a camera$")
                stage.do("windowfocus", stage.found("Pair with a camera"))
                time.sleep(0.5)
                stage.do("type", "--delay", "20", code)
                time.sleep(0.5)
                stage.grab_window("pair", "Pair with a camera")

            stage.show(stage.unused, 10, "--camera", said.partition(" ")[0], act=act)


def draw_replay(stage: Stage) -> None:
    """A recording with what was said, while it plays."""

    def act(stage: Stage) -> None:
        time.sleep(5)
        stage.click(500, 400)
        stage.do("key", "r")
        time.sleep(1)
        stage.do("key", "c")
        time.sleep(0.5)
        for line in ANSWERS:
            stage.say(line)
            time.sleep(1.5)
        stage.do("key", "Escape")
        time.sleep(1)
        stage.do("key", "r")
        time.sleep(2)
        stage.do("key", "ctrl+h")
        stage.do("search", "--sync", "--onlyvisible", "--name", "^Recordings$")
        time.sleep(2)
        stage.do("key", "--window", stage.found("Recordings"), "Down", "space")
        time.sleep(2.5)
        stage.grab_window("replay", "Recordings")

    talker = [str(HERE / "actors.py"), "talk", "Front gate", str(CLIP)]
    with camera(*talker) as (endpoint, _):
        stage.show(stage.unused, 40, "--camera", endpoint, act=act)


def draw_layouts(stage: Stage) -> None:
    """The dialog of layouts, with two of them."""

    def act(stage: Stage) -> None:
        time.sleep(6)
        with stage.managed():
            for name in ("Entrance by night", "All doors"):
                stage.do("key", "ctrl+s")
                stage.do("search", "--sync", "--onlyvisible", "--name", "^Save layout$")
                time.sleep(0.5)
                stage.do("type", "--delay", "20", name)
                stage.do("key", "Return")
                time.sleep(1)
            stage.do("key", "F10")
            time.sleep(1)
            stage.do("key", "--delay", "150", "Down", "Down", "Down", "Down", "Right", "Down", "Down", "Return")
            stage.grab_window("layouts", "Layouts")

    stage.show(stage.unused, 30, "--demo", "4", act=act)


def draw_preferences(stage: Stage) -> None:
    def act(stage: Stage) -> None:
        with stage.managed():
            stage.do("key", "ctrl+comma")
            stage.grab_window("preferences", "Preferences")

    stage.show(stage.unused, 12, act=act)


def draw_wall(stage: Stage) -> None:
    """A large tile among small ones, and the list of cameras."""

    def act(stage: Stage) -> None:
        time.sleep(8)
        stage.click(300, 250)
        stage.do("key", "--delay", "200", "ctrl+plus", "ctrl+plus", "ctrl+plus")
        stage.do("key", "ctrl+l")
        time.sleep(1)
        stage.do("mousemove", "700", "20")

    stage.show("wall", 16, "--demo", "8", act=act)


SCENES = {
    "empty": draw_empty,
    "four": draw_four,
    "sixteen": draw_sixteen,
    "maximised": draw_maximised,
    "states": draw_states,
    "vidgear": draw_vidgear,
    "add": draw_add,
    "pair": draw_pair,
    "chat": draw_chat,
    "chat-light": draw_chat_light,
    "receipts": draw_receipts,
    "panel": draw_panel,
    "replay": draw_replay,
    "layouts": draw_layouts,
    "preferences": draw_preferences,
    "wall": draw_wall,
}


def main(words: list[str]) -> int:
    """Draw the named scenes, or all."""
    missing = [package for tool, package in TOOLS.items() if shutil.which(tool) is None]
    if missing:
        print(f"Something is missing first: sudo apt-get install {' '.join(missing)}", file=sys.stderr)
        return 1
    for name in words or SCENES:
        with screen() as display, tempfile.TemporaryDirectory() as folder:
            SCENES[name](Stage(display, Path(folder)))
        print(f"docs/images/{name}.png")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
