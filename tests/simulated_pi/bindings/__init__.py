"""The parts of the simulated libcamera, as its module `libcamera` offers them."""
