"""What each kind of notice is called in the outbox; a kind without a name stops the program as it starts."""

from collections.abc import Mapping
from typing import get_args

from bot.domain.notices import AnyNotice
from cards.kit.words import keyed

NOTICES: Mapping[AnyNotice, str] = {
    kind: key for kinds in get_args(AnyNotice) for kind, key in keyed(kinds, "notice").items()
}
