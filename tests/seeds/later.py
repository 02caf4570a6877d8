"""The rules of the four documents that have no test yet: the topic of the issue that owns each, and what is missing."""

from collections.abc import Mapping

BODIES = "money, other bodies, appointments, the year"
DOCUMENTS = "documents and publication"

LATER: Mapping[str, tuple[str, str]] = {
    "A2": (BODIES, "approval is a part of its own already; the shared fund beside it is missing"),
    "A4": (BODIES, "there is no balance of a cluster's shared money"),
    "A7": (BODIES, "the country's 80 mio. kr. are nowhere told, and nowhere could be taken for a balance"),
    "A8": (BODIES, "an item on money has no purposes"),
    "A9": (BODIES, "an item on money names neither the parties nor their effort"),
    "A10": (BODIES, "to whom each municipality delegated is in the forum file, and nothing follows from it"),
    "A11": (BODIES, "nothing is disposed of, so nothing asks for the decision before"),
    "A12": (BODIES, "no council's approval is awaited where nothing is delegated"),
    "B5": (BODIES, "a meeting of another body, and a joint text for it, are unknown"),
    "B10": (BODIES, "Samordningsudvalget's meetings are unknown"),
    "B11": (BODIES, "positions with a mandate for another body's meeting are not gathered"),
    "B12": (BODIES, "there is no list of seats elsewhere to appoint to"),
    "B14": (BODIES, "nothing is sent on to another body and answered back"),
    "B17": (BODIES, "an item cannot be sent on to the politicians' forum"),
    "B25": (BODIES, "no meeting is proposed from another body's meetings"),
    "B28": (BODIES, "an evaluation cannot be chosen"),
    "B29": (BODIES, "there are no working groups"),
    "C14": (BODIES, "nobody is warned of a year without a meeting"),
    "C15": (BODIES, "the next host is not proposed from the turns before"),
    "C23": (DOCUMENTS, "minutes are not made available with a link as proof"),
    "D7": (BODIES, "there are no groups that a resolution sets up"),
    "D10": (BODIES, "meetings are not counted against two to four a year"),
    "D14": (BODIES, "nothing is sent on to Strategisk Sundhedsforum"),
    "D15": (BODIES, "a task that another body sets is not received"),
    "D16": (BODIES, "no item is proposed to Strategisk Sundhedsforum"),
    "D17": (BODIES, "no item is proposed to the political cluster with the plan as its basis"),
    "D18": (BODIES, "no yearly status is drafted"),
    "D19": (BODIES, "the groups under the cluster are not shown"),
    "D20": (BODIES, "a draft is not copied to Koordineringsgruppen"),
    "D21": (DOCUMENTS, "agenda and minutes are not made available with a link as proof"),
}
