"""The camera as a service of a computer that nobody visits: systemd's unit, its watchdog and its journal."""
