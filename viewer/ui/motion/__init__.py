"""Choosing how a camera is watched for motion, and showing where something moves."""
