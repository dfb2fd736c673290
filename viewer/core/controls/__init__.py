"""What can be set at a camera, as a person sees it."""
