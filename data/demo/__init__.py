"""The demo extracts: synthetic, seeded, calibrated against the published figures."""
