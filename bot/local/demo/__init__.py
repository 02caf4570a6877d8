"""Klynge Nord's meeting of 16 March 2027, played through the stand-in for Teams. Fictional."""
