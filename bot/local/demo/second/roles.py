"""Who plays in the second act, by their ids."""

SECRETARY = "sekretariat-kommuner"
FIRST, SECOND = "formand-kommunal", "formand-regional"
DEPUTY = "naestformand-hjoerring"
COORDINATOR, REGION = "koordinator-hjoerring", "koordinator-region"
LAESOE, HOST = "formand-laesoe", "formand-frederikshavn"
