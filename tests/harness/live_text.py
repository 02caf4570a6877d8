"""Words that Teams would make something of: functions, addresses; and what would recognise them."""

import re

LIVE = (
    "Mødet er {{DATE(2027-03-16T16:30:00Z, SHORT)}}",
    "{{TIME(2027-03-16T16:30:00+01:00)}}",
    "{{{date(2027-03-16T16:30:00Z,LONG)}}}",
    "Se https://evil.example.com/login?a=b",
    "HTTP://EVIL.EXAMPLE",
    "se (https://a.dk), https://10.0.0.1:80/x og ftp://x.y",
    "evil.example.com/login og www.evil.dk",
    "www.x.y",
    "kommune.dk",
    "nord-jylland.dk/sag#1",
    "skriv til chef@kommune.dk",
    "mailto:chef@kommune.dk tel:96123456 sip:a@b",
    "skype:evil callto:1",
    "//evil.example.com/x",
    "xn--kommune-vxa.dk",
    "klynge.sundhed",
)
FUNCTION = re.compile(
    r"\{{2}(DATE|TIME)\((\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:Z|[-+]\d{2}:\d{2}))(?:, ?(COMPACT|SHORT|LONG))?\)\}{2}",
    re.I,
)
"""As Microsoft's renderer reads them."""

LINKS = (
    re.compile(r"\bhttps?://\S|\bftps?://\S", re.IGNORECASE),
    re.compile(r"//\w"),
    re.compile(r"\bwww\.\S", re.IGNORECASE),
    re.compile(r"[\w.+-]+@[\w-]+\.\w", re.IGNORECASE),
    re.compile(r"\b(?:mailto|tel|sip|skype|callto):\S", re.IGNORECASE),
    re.compile(r"[^\W_](?:[\w-]*[^\W_])?[.\u3002][^\W\d_]{2,}"),
)
"""What finds addresses in a text, each in another way."""
