"""The anchor: a file outside the database that tells, with marks nobody else can make, how far it had come."""
