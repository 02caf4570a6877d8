"""An item's page: what it says, what was resolved, how organisations stood, and its way through bodies."""

from collections.abc import Iterator

from markupsafe import Markup

from bot.domain.documents.state import Attachment, Commitment, MeetingRecord, RecordItem, Station
from bot.domain.publication.public import PublicForum, PublicMeeting
from cards.html.document import clean, is_followed, lined
from cards.html.markup import Child, join, tag
from cards.kit.words import listing, money, say
from cards.minutes.sentence import OUTCOMES, STANCES
from cards.proposals.view import ITEM_KINDS
from cards.public.frame import Page
from cards.public.meeting import meeting_title, way_to_meeting
from cards.public.pieces import body, day, day_words, facts, heading, link, listed, record_title, words
from cards.public.site import Case, Site

_LONGEST = 24_000  # characters of a text before it is left to the document


def item_page(site: Site, forum: PublicForum, meeting: PublicMeeting, case: Case) -> Page:
    """The item as the newest document that tells of it has it."""
    item, record = case.item, case.record
    title = f"{item.number}. {item.title}"
    drawn = body(
        heading(1, title),
        _facts(site, forum, meeting, item),
        _noted(item),
        *_outcome(item),
        *_texts(item),
        _attachments(site, record, item),
        *_way(site, forum, meeting, item),
        tag("p", link(f"{site.addresses.document(record)}", say("public.item.read", papir=record_title(record)))),
    )
    about = say("public.meeting.about", forum=forum.name, dag=day_words(meeting.starts))
    return Page(title=title, body=drawn, way=way_to_meeting(site, forum, meeting), forum=forum.id, description=about)


def outcome_words(item: RecordItem) -> str:
    """What was resolved: the minutes' sentence, or the outcome alone; nothing where nothing was."""
    return item.sentence or (say(OUTCOMES[item.outcome]) if item.outcome else "")


def money_of(item: RecordItem) -> str:
    """The amount, as a Dane writes it."""
    return "" if item.amount is None else money(item.amount)


def _facts(site: Site, forum: PublicForum, meeting: PublicMeeting, item: RecordItem) -> Markup | None:
    content = item.content
    return facts(
        (
            (say("public.fact.meeting"), link(site.addresses.meeting(forum.id, meeting.id), meeting_title(meeting))),
            (say("public.fact.kind"), say(ITEM_KINDS[content.kind]) if content and item.standing is None else None),
            (say("public.fact.proposed_by"), clean(item.proposed_by)),
            (say("public.fact.topic"), clean(content.topic) if content else None),
            (say("public.fact.principles"), clean(listing(content.principles)) if content else None),
            (say("public.fact.amount"), money_of(item)),
            (say("public.fact.outcome"), say(OUTCOMES[item.outcome]) if item.outcome else None),
        )
    )


def _noted(item: RecordItem) -> Markup | None:
    """That it came after dispatch, or is not taken up."""
    said: list[Markup] = []
    if item.late is not None:
        said.append(
            tag("p", say("public.item.late", nr=item.late.supplement), " ", lined(item.late.reason), dir="auto")
        )
    if item.gone is not None:
        said.append(tag("p", say("public.item.gone"), " ", lined(item.gone.reason), dir="auto"))
    return tag("div", *said, class_="note") if said else None


def _outcome(item: RecordItem) -> Iterator[Markup]:
    if said := outcome_words(item):
        yield heading(2, say("public.item.resolved"))
        yield tag("p", lined(_short(said)), class_="resolution", dir="auto")
    if item.positions:
        yield heading(2, say("public.item.positions"))
        yield words(say("public.item.positions.help"), "small")
        yield tag("dl", *(_stood(each.organisation, say(STANCES[each.stance])) for each in item.positions))
    if item.opinions:
        yield heading(2, say("public.item.opinions"))
        for each in item.opinions:
            of = f"{each.name}, {each.organisation}" if each.organisation else each.name
            yield tag(
                "figure", tag("blockquote", tag("p", lined(each.words), dir="auto")), tag("figcaption", clean(of))
            )
    if item.commitments:
        yield heading(2, say("public.commitments"))
        yield listed(commitment(each) for each in item.commitments)


def _stood(organisation: str, stance: str) -> Markup:
    return tag("div", tag("dt", clean(organisation), dir="auto"), tag("dd", stance.capitalize()))


def commitment(each: Commitment) -> Markup:
    """What was promised, by whom, until when, and whether it is done."""
    said: list[Child] = []
    if each.owner:
        said += [say("public.commitment.by"), " ", tag("bdi", clean(each.owner)), ". "]
    if each.due is not None:
        said += [say("public.commitment.due"), " ", day(each.due), ". "]
    said.append(tag("strong", say("public.commitment.done" if each.is_done else "public.commitment.open")))
    return join((tag("p", clean(each.title), class_="t", dir="auto"), tag("p", *said, class_="small")))


def _texts(item: RecordItem) -> Iterator[Markup]:
    content = item.content
    if content is None:
        return
    for title, text in (
        (say("public.item.summary"), content.summary),
        (say("public.item.case"), content.case_description),
        (say("public.item.recommendation"), content.recommendation),
        (say("public.item.economy"), content.financial_note),
        (say("public.item.involvement"), content.involvement),
    ):
        if text:
            yield heading(2, title)
            yield from (tag("p", lined(each), dir="auto") for each in _short(text).split("\n\n") if each.strip())


def _short(text: str) -> str:
    """What a page can hold; the whole of it stands in the document."""
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]} … {say('public.item.cut')}"


def _attachments(site: Site, record: MeetingRecord, item: RecordItem) -> Markup | None:
    links = [tag("li", _linked(each)) for each in item.content.links] if item.content else []
    shown = [tag("li", _attachment(site, record, each)) for each in item.attachments] + links
    return join((heading(2, say("public.item.attachments")), tag("ul", *shown))) if shown else None


def _attachment(site: Site, record: MeetingRecord, each: Attachment) -> Markup:
    if each.is_closed:
        return join((say("public.attachment.closed", nr=each.number),))
    titled = say("public.attachment", nr=each.number, titel=clean(each.title))
    if each.digest is not None:
        return tag("a", titled, href=site.addresses.attachment(record.forum, record.meeting, each), dir="auto")
    if each.link and is_followed(each.link):
        return tag("a", titled, href=each.link, rel="noopener noreferrer", dir="auto")
    return tag("bdi", titled)


def _linked(address: str) -> Markup:
    return (
        tag("a", address, href=address, rel="noopener noreferrer")
        if is_followed(address)
        else tag("bdi", clean(address))
    )


def _way(site: Site, forum: PublicForum, meeting: PublicMeeting, item: RecordItem) -> Iterator[Markup]:
    """Where it came from, this meeting, and where it went."""
    if not (item.came_from or item.went_to):
        return
    here = Station(name=forum.name, day=meeting.starts.date(), answer=outcome_words(item))
    stations = [
        *(_station(site, each) for each in item.came_from),
        tag("li", _told(here, clean(forum.name)), aria_current="step"),
        *(_station(site, each) for each in item.went_to),
    ]
    yield heading(2, say("public.item.way"))
    yield tag("ol", *stations, class_="stations")


def _station(site: Site, each: Station) -> Markup:
    return tag("li", _told(each, _named(site, each)))


def _named(site: Site, each: Station) -> str | Markup:
    """The body's name, as a link to what the public may see of the case there."""
    if each.forum not in site.forums or each.forum is None:
        return clean(each.name)
    if each.meeting is not None and each.item in site.cases_of(each.forum, each.meeting):
        return link(site.addresses.item(each.forum, each.meeting, each.item or 0), each.name)
    if (each.forum, each.meeting) in site.meetings and each.meeting is not None:
        return link(site.addresses.meeting(each.forum, each.meeting), each.name)
    return link(site.addresses.forum(each.forum), each.name)


def _told(each: Station, name: str | Markup) -> Markup:
    when = join((", ", day(each.day))) if each.day is not None else None
    answer = tag("p", lined(each.answer), class_="small", dir="auto") if each.answer else None
    return join((tag("bdi", name), when, answer))
