"""Where everything public stands: addresses that speak, that stay, and that name no host."""

from dataclasses import dataclass
from urllib.parse import urlencode

from bot.domain.documents.state import Attachment, Kind, MeetingRecord
from bot.domain.kernel.witness import Witness

ROOM = "/offentlig"
_CODE = 32  # digits of the hash that an address holds
SLUGS = {
    Kind.AGENDA: "dagsorden",
    Kind.SUPPLEMENT: "tillaeg",
    Kind.MINUTES: "referat",
    Kind.APPROVAL_SHEET: "godkendelser",
    Kind.EXTRACT: "uddrag",
    Kind.STATUS: "status",
    Kind.FUNDS: "midler",
}
FILES = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}
FILES |= {"json": "application/json"}
"""How a document's files end, and what each of them is."""
RESOLUTIONS, COMMITMENTS, FUNDS = "beslutninger", "tilsagn", "midler"
ACCESSIBILITY, ABOUT, PROOF, ITEM, EDITION, BILAG = "tilgaengelighed", "om", "bevis", "punkt", "udgave", "bilag"
DATA = "oparl/v1.1"


def slug(kind: Kind, supplement: int | None) -> str:
    """What a document is called in an address."""
    return SLUGS[kind] if kind is not Kind.SUPPLEMENT else f"{SLUGS[kind]}-{supplement or 1}"


@dataclass(frozen=True, slots=True)
class Addresses:
    """`path` is what stands before /offentlig where people reach the service below a path."""

    path: str = ""

    def front(self) -> str:
        """Every forum."""
        return f"{self.path}{ROOM}/"

    def at(self, *parts: str) -> str:
        """The address of what lies below."""
        return f"{self.path}{ROOM}/{'/'.join(parts)}"

    def forum(self, forum: str) -> str:
        """One forum."""
        return self.at(forum)

    def meeting(self, forum: str, meeting: str) -> str:
        """One meeting."""
        return self.at(forum, meeting)

    def paper(self, forum: str, meeting: str, kind: Kind) -> str:
        """The newest edition of the meeting's only document of that kind."""
        return self.at(forum, meeting, slug(kind, None))

    def document(self, record: MeetingRecord, edition: int | None = None, file: str | None = None) -> str:
        """The newest edition of a document or that one, as a page or as a file."""
        parts = [record.forum, record.meeting, slug(record.kind, record.supplement)]
        if edition is not None:
            parts.append(f"{EDITION}-{edition}")
        return self.at(*parts) + (f".{file}" if file else "")

    def item(self, forum: str, meeting: str, number: int) -> str:
        """One item of a meeting."""
        return self.at(forum, meeting, f"{ITEM}-{number}")

    def attachment(self, forum: str, meeting: str, attachment: Attachment) -> str:
        """The file of a bilag in that version, whose bytes stay the same."""
        return self.at(forum, meeting, f"{BILAG}-{attachment.number}-{attachment.version}")

    def register(self, register: str, forum: str | None, **asked: str | int | None) -> str:
        """All resolutions, commitments or money, of one forum or of all, perhaps those that are asked for."""
        given = {name: value for name, value in asked.items() if value not in (None, "")}
        where = self.at(register) if forum is None else self.at(forum, register)
        return where + (f"?{urlencode(given)}" if given else "")

    def proof(self, witness: Witness) -> str:
        """Where anybody can ask what a document's code is."""
        return self.at(PROOF, f"{witness.seq}-{witness.hash[:_CODE]}")

    def feed(self, forum: str | None) -> str:
        """What was released last, for feed readers."""
        return self.at("feed.atom") if forum is None else self.at(forum, "feed.atom")

    def calendar(self, forum: str | None) -> str:
        """Meetings, for calendars."""
        return self.at("kalender.ics") if forum is None else self.at(forum, "kalender.ics")

    def data(self) -> str:
        """The same for programs."""
        return self.at(DATA, "system")
