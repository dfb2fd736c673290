"""What a viewer is without a window: sessions, pictures, conversations, settings. No Qt here."""
