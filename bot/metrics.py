"""What the service counts about itself, for `GET /metrics`; no person, forum or text is ever a label."""

from prometheus_client import CONTENT_TYPE_LATEST, Counter, Gauge, Histogram, generate_latest

TURNS = Counter("klyngebot_turns_total", "Turns answered, by what Teams sent", ["kind"])
REFUSED = Counter("klyngebot_refused_requests_total", "Requests that were turned away, by HTTP status", ["status"])
FAILED_TURNS = Counter("klyngebot_failed_turns_total", "Turns answered with an apology")
TURN_SECONDS = Histogram("klyngebot_turn_seconds", "From a verified activity to its answer")
NOTICES = Counter("klyngebot_notices_total", "Notices that ended, by state", ["state"])
ANCHOR_FAILURES = Counter("klyngebot_anchor_failures_total", "Times that the anchor could not be read or written")
RESTORED = Gauge("klyngebot_restored", "1 while the database lacks what the anchor has seen, and nobody accepted that")
RETRIES = Counter("klyngebot_retries_total", "Deliveries put off after a failure")


def exposition() -> tuple[bytes, str]:
    """The metrics as Prometheus reads them, and their content type."""
    return generate_latest(), CONTENT_TYPE_LATEST
