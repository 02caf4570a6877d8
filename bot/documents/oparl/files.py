"""The files of a release: the paper that people read, and beside it the record that it was made from."""

import hashlib

from bot.documents.data import MEDIA_TYPE, to_json
from bot.documents.oparl import keys
from bot.documents.oparl.fields import Fields, filled, moment
from bot.documents.oparl.keys import Key, Link, link
from bot.domain.documents.state import Kind
from bot.domain.publication.public import Published
from bot.domain.publication.state import Release
from cards.kit.words import keyed, medium_date, say
from cards.public.addresses import FILES, Addresses

PAPER, RECORD = "pdf", "json"
FORMS = (PAPER, RECORD)
KINDS = keyed(Kind, "open_data.file")
_AT = Addresses()


def called(published: Published) -> str:
    """Like »Referat 16. marts 2027«, an edition after the first with its number."""
    record, edition = published.record, published.release.edition
    facts = {"hvad": say(KINDS[record.kind]), "dag": medium_date(record.starts.date())}
    if record.supplement is not None and record.kind is Kind.SUPPLEMENT:
        facts["hvad"] = say("open_data.file.numbered", hvad=facts["hvad"], nr=record.supplement)
    return say("open_data.file", **facts) if edition == 1 else say("open_data.file.edition", **facts, nr=edition)


def objects_of(published: Published, before: Release | None, *, has_meeting: bool) -> dict[Key, Fields]:
    """The release in each of its forms; `before` is the edition whose place it took."""
    release, record = published.release, published.record
    paper, data = (keys.release(release.forum, release.number, form) for form in FORMS)
    common = {
        "name": called(published),
        "date": record.at.date().isoformat(),
        "meeting": [link(keys.meeting(release.forum, release.meeting))] if has_meeting else None,
        "web": Link(_AT.document(record, release.edition)),
        "klynge:kind": record.kind,
        "klynge:edition": release.edition,
        "klynge:version": release.version,
        "klynge:correction": release.words,
        "klynge:releasedAt": moment(release.visible_at),
        "klynge:logEntry": None
        if record.witness is None
        else {"number": record.witness.seq, "hash": record.witness.hash},
        "klynge:caseNumber": record.case_number,
    }
    return {
        paper: filled(
            common | _located(published, PAPER) | _replaced(before, PAPER) | {"derivativeFile": [link(data)]}
        ),
        data: filled(
            common
            | _located(published, RECORD)
            | _replaced(before, RECORD)
            | {"masterFile": link(paper), **_measured(to_json(record)), "klynge:sha256": release.digest}
        ),
    }


def _located(published: Published, form: str) -> Fields:
    at = _AT.document(published.record, published.release.edition, form)
    return {
        "mimeType": MEDIA_TYPE if form == RECORD else FILES[form],
        "fileName": at.rpartition("/")[2],
        "accessUrl": Link(at),
    }


def _replaced(before: Release | None, form: str) -> Fields:
    return {"klynge:replaces": None if before is None else link(keys.release(before.forum, before.number, form))}


def _measured(data: bytes) -> Fields:
    return {"size": len(data), "sha512Checksum": hashlib.sha512(data).hexdigest()}
