"""What people type about their own messages; see bot/usecases/phrases.py."""

from bot.domain.reminders.actions import ChooseNotices, RemindTomorrow, ShowGathered, ShowNotices
from bot.domain.reminders.state import NoticeChoice
from bot.usecases.phrases import CommandPhrases, Filled, QueryPhrases


def _typed(got: Filled) -> ChooseNotices:
    """Whatever stands after the word: what is no choice is refused with those that there are."""
    return ChooseNotices(chosen=got.words)


PHRASES = (
    QueryPhrases(
        "[vis/se] [mine] påmindelser/påmindelserne | reminders | hvordan får jeg besked | hvordan vil jeg have besked",
        lambda got: ShowNotices(),
    ),
    CommandPhrases(
        "[mine] påmindelser straks | send [mine] påmindelser straks | påmindelser enkeltvis",
        lambda got: ChooseNotices(chosen=NoticeChoice.AT_ONCE.value),
    ),
    CommandPhrases(
        "[mine] påmindelser samlet | send [mine] påmindelser samlet | påmindelser samlet kl 7.30"
        " | påmindelser samlet kl. 7.30 | påmindelser samlet 7.30",
        lambda got: ChooseNotices(chosen=NoticeChoice.GATHERED.value),
    ),
    CommandPhrases(
        "[mine] påmindelser kun frister | send [mine] påmindelser kun frister",
        lambda got: ChooseNotices(chosen=NoticeChoice.DEADLINES.value),
    ),
    CommandPhrases("påmindelser:", _typed),
    CommandPhrases(
        "mind mig i morgen | mind mig om det/den i morgen | husk mig [på det] i morgen", lambda got: RemindTomorrow()
    ),
    QueryPhrases("[vis/se] [den/min] [seneste] samlet/samlede besked", lambda got: ShowGathered()),
)
