from tests.viewer.ui.test_placing import *
from tests.viewer.ui.conftest import *
@pytest.mark.parametrize("i",range(5))
def test_x(stage,i):
    cameras = [stage.add(f"camera {number}") for number in range(4)]
    settled(stage, *cameras)
    before = [len(camera.wants) for camera in cameras]
    rests = stage.drag((1200, 800), (600, 400))
    settled(stage, *cameras)
    if not all(len(camera.wants) - count <= 3 + rests for camera, count in zip(cameras, before, strict=True)):
        print(rests, *[[(w.width,w.height,w.paused) for w in c.wants[b-1:]] for c,b in zip(cameras,before)], sep="\n")
        assert 0
