"""What goes into a bundle, and what PyInstaller would put there that nobody needs."""

import re
from collections.abc import Iterable
from pathlib import Path
from typing import TypeAlias

from PyInstaller.utils.hooks import collect_submodules

from viewer.core import guide

ROOT = Path(__file__).resolve().parents[2]

Toc: TypeAlias = list[tuple[str, str, str]]

# Found by looking into folders, or asked for by name: PyInstaller does not see that.
OF_THE_CAMERA = ("camwire", "sender")
OF_THE_VIEWER = ("camwire", "viewer")

LIBRARIES = ("av", "mss", "numpy", "simplejpeg", "zmq.backend.cython")
"""Loaded when they are first needed."""
COMPILED = ("zeroconf",)
"""The same, of modules that are compiled: PyInstaller does not see what these import."""

# Asked for by libraries for uses that we do not make of them.
NEVER = (
    *("tkinter", "PIL", "matplotlib", "IPython", "pytest", "setuptools", "pydoc", "pdb", "doctest", "unittest"),
    *("PySide6.QtQml", "PySide6.QtQuick", "PySide6.QtOpenGL", "PySide6.QtOpenGLWidgets", "PySide6.QtTest"),
    *("numpy.f2py", "numpy.testing", "numpy.distutils", "lib2to3", "curses", "readline", "tornado", "gevent"),
    *("pkg_resources", "distutils", "test", "xmlrpc", "cv2_enumerate_cameras"),
)

_UNUSED = re.compile(
    r"""
    # Qt: screens without a window system, touch screens, network state, formats that no camera sends
    plugins/(egldeviceintegrations|generic|networkinformation|platforminputcontexts/libqtvirtual|qmltooling|tls
        |platforms/libq(eglfs|linuxfb|minimal|minimalegl|vkkhrdisplay|vnc)|platforms/q(direct2d|minimal)
        |platformthemes/libqgtk3|imageformats/(lib)?q(tga|tiff|wbmp|icns|gif|pdf|webp)|wayland-decoration-client/libbradient)
    | (lib)?Qt6?(EglFS|EglFs|Qml|Quick|Pdf|VirtualKeyboard|ShaderTools|OpenGLWidgets)
    # the GTK theme brings its whole family
    | libgtk-3|libgdk|libpango|libcairo|libatk|libatspi|libepoxy|libthai|libdatrie|libharfbuzz|libpixman|libfribidi
    | libgraphite2|libXinerama|libXcursor|libXcomposite|libXdamage|libXrandr|libXi\.so
    # part of the C library, whose private parts it calls: of another one, they would be others
    | libmvec
    # OpenCV: faces
    | cv2/data/
    """,
    re.VERBOSE,
)
_UNUSED_DATA = re.compile(r"Qt/?(6/)?translations/(?!qtbase_(de|fr|en))|\.dist-info/|include/|\.pyi$|\.pxd$|/tests?/")


def hidden(packages: Iterable[str]) -> list[str]:
    """All modules of our `packages`, which are few and needed."""
    return [name for package in packages for name in collect_submodules(package)]


def viewer_resources() -> list[tuple[str, str]]:
    """Fonts, icons, the demo's clip and translations, where `viewer.ui.look.resources` looks; and the guide."""
    kept = (path for path in (ROOT / "resources").rglob("*") if path.is_file() and path.suffix not in (".ts", ".md"))
    laid = [(path, Path("viewer/resources", path.relative_to(ROOT / "resources").parent)) for path in kept]
    laid += [(path, Path("viewer/guide", place.parent)) for path, place in guide.files()]
    return [(str(path), str(place)) for path, place in laid]


def camera_resources() -> list[tuple[str, str]]:
    """The letters that the test pattern writes with."""
    return [(str(ROOT / "sender" / "imaging" / "letters.npz"), "sender/imaging")]


def needed(toc: Toc, is_data: bool = False) -> Toc:
    """`toc` without what nobody needs."""
    return [
        each
        for each in toc
        if not _UNUSED.search(Path(each[0]).as_posix())
        and not (is_data and _UNUSED_DATA.search(Path(each[0]).as_posix()))
    ]
