"""That a message reached its recipient by neither way is told to the secretariat, once for the wave that it is of."""

import logging

from bot.domain.kernel import settings
from bot.domain.kernel.hearing import Hearer
from bot.domain.kernel.notice import Notice
from bot.domain.notices import hearing
from bot.domain.reach.notices import ReachNotice
from bot.domain.reach.waves import added, keys_of, wave_of
from bot.usecases.desk import WritingDesk
from bot.usecases.routes import meeting_of

log = logging.getLogger(__name__)


async def name_unreached(desk: WritingDesk, notice: Notice) -> None:
    """Each of the secretariat hears of it in one message a wave; that they are not reached themselves, the log does."""
    if is_to_secretariat(notice):
        return log.warning("Of the secretariat of forum %s somebody is reached by neither way", notice.forum)
    meeting = meeting_of(notice)
    wave = wave_of(notice, meeting)
    for person in settings.secretariat(desk.forum, desk.today):
        known = keys_of(await desk.told(ReachNotice.UNREACHED, wave, recipient=person))
        keys = added(known, (notice.key,))
        if keys != known:
            about = (ReachNotice.UNREACHED, wave)
            await desk.tell(*about, recipient=person, first=desk.soon(), wave=wave, keys=list(keys), under=meeting)
    return None


def is_to_secretariat(notice: Notice) -> bool:
    """Whether it is for those who would be told that somebody is not reached."""
    return hearing(notice.kind).who is Hearer.SECRETARIAT
