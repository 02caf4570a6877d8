"""`/offentlig/`: what was released, for everybody, read alone, without a cookie, a script or a word in the log."""
