"""Files that people send are read before they are kept: by what they hold, never by what they are called."""
