"""The configuration that a new service begins with. Only viewers that are paired see it."""

STARTER = """\
# What this computer shows. After a change:
#   watchword-camera check /etc/watchword/camera.toml
#   sudo systemctl restart watchword-camera
# Everything that `watchword-camera --help` lists can stand here, as name = value.

# What the tile shows; without it, the name of this computer.
# name = "porch"

# "picamera", a webcam by its number or its lasting name (watchword-camera --list-sources), a file, a URL, or "pattern".
source = "pattern"

# size = "1280x720"
# fps = 15
# quality = 80

# Only viewers that are paired see the camera, encrypted. To pair one: sudo watchword-camera pair
secure = true

# Instead of that, without any encryption, everybody in the network may watch and talk:
# listen = "tcp://*:5600"
# open = true

# Or the camera calls the viewer itself:
# dial = ["tcp://desk.local:5555"]

# A source with words of its own is a table, instead of source = above and below everything else:
# [source]
# spec = "picamera"
# [source.options]
# buffer_count = 4

# Several cameras: one [[camera]] for each, at the end. What stands above holds for all of them. Pi cameras go by what
# watchword-camera --list-sources tells: the number of one becomes another's when a cable is out.
# [[camera]]
# name = "left"
# source = "picamera:/base/axi/pcie@120000/rp1/i2c@88000/imx708@1a"
# listen = "tcp://*:5600"
# [[camera]]
# name = "right"
# source = "picamera:/base/axi/pcie@120000/rp1/i2c@80000/imx708@1a"
# listen = "tcp://*:5601"
"""
