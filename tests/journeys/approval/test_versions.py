"""A version 2 after a return, told in ten seconds: who sent it back and why, and the words that changed."""

from bot.domain.approval.notices import ApprovalNotice
from bot.domain.kernel.notice import NoticeState
from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from cards.html.walk import buttons
from storage.outbox.table import notices as table
from tests.cards.checks import marked_in
from tests.harness.steps import CHAIRS, SECRETARIAT, approve, circulated, in_channel, propose, told
from tests.journeys.conftest import OpenStage

LOCAL, REGIONAL = CHAIRS
TWO_YEARS = "punkt 2 indstilling: Det indstilles, at modellen afprøves i to år."


def titles(message: Message) -> list[str]:
    return [button.title for button in buttons(message.card or {})]


async def returned(nord: Stage) -> Message:
    await circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2")
    await nord.clicks(LOCAL, request, "Send retur", {"Bemærkninger": "Der mangler en tid."})
    return await nord.sees("er sendt retur", "Der mangler en tid.")


async def test_the_next_version_is_a_new_message_that_says_what_changed_and_why(nord: Stage) -> None:
    request = await returned(nord)
    await nord.says(SECRETARIAT, TWO_YEARS)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    second = await nord.sees("Godkendelse af dagsorden", "Version 2", "Der mangler en tid.", "Formand (Hjørring)")
    assert second.id != request.id
    assert marked_in(second.card) == [(" i to år", "new")]
    assert "<at>Formand (Hjørring)</at>" in words(second)
    old = await nord.sees("er erstattet af version 2")
    assert old.id == request.id
    assert "Godkend" not in titles(old)


async def test_only_those_who_owe_an_answer_are_called_to_a_corrected_version(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"), LOCAL)
    await nord.says(SECRETARIAT, "punkt 2 40 min")
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    second = await nord.sees("Godkendelse af dagsorden", "Version 2", "1 af 2 har svaret")
    assert "<at>Formand (Region Nordjylland)</at>" in words(second)
    assert "<at>Formand (Hjørring)</at>" not in words(second)


async def test_a_return_can_be_taken_back_and_the_secretariat_hears_of_both(nord: Stage) -> None:
    request = await returned(nord)
    news = await told(nord, SECRETARIAT, "har sendt dagsordenen", "retur", "Der mangler en tid.")
    await nord.clicks(LOCAL, request, "Fortryd svar")
    await told(nord, SECRETARIAT, "har fortrudt sit svar")
    await nord.sees("Godkendelse af dagsorden", "0 af 2 har svaret", "Send retur")
    again = await told(nord, SECRETARIAT, "Der mangler en tid.", "siden ændret eller fortrudt")
    assert again.id == news.id
    await approve(nord, request)
    await told(nord, SECRETARIAT, "Alle har godkendt")


async def test_whoever_sent_it_back_may_approve_instead(nord: Stage) -> None:
    request = await returned(nord)
    form = await nord.clicks(LOCAL, request, "Ret svar")
    assert form.card is not None
    await nord.says(LOCAL, "godkend")
    await nord.sees("Godkendelse af dagsorden", "1 af 2 har svaret")


async def test_a_return_that_a_new_version_followed_cannot_be_taken_back(nord: Stage) -> None:
    request = await returned(nord)
    old = request.card
    await nord.says(SECRETARIAT, TWO_YEARS)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    answer = await nord.teams.visitor.clicks(nord.account(LOCAL), request, "Fortryd svar", card=old)
    assert "kan ikke fortrydes" in str(answer.card)


async def test_after_all_have_approved_the_card_says_so_and_asks_for_nothing(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    card = await nord.sees("er godkendt", "kan ændres eller fortrydes indtil fredag den 5. marts 2027")
    assert "klar til godkendelse" not in words(card)
    assert titles(card) == ["Ret svar", "Fortryd svar", "Se hele dagsordenen", "Hent som PDF", "Hent som Word"]


async def test_the_word_that_all_approved_says_that_a_newer_version_took_its_place(nord: Stage) -> None:
    await nord.says(SECRETARIAT, "hjælp", PERSONAL)
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    complete = await told(nord, SECRETARIAT, "Alle har godkendt dagsordenen")
    await nord.says(SECRETARIAT, "punkt 2 resumé: Kommunerne afprøver ikke modellen.", PERSONAL)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse", PERSONAL)
    now = await nord.hears(
        SECRETARIAT, "Version 1 af dagsordenen til mødet den 16. marts 2027 er erstattet af en nyere."
    )
    assert now.id == complete.id
    assert "ikke længere godkendt af alle" not in words(now)


async def test_a_reminder_whose_matter_is_settled_has_no_live_buttons(nord: Stage) -> None:
    await circulated(nord)
    await nord.at("2027-03-04T08:00")
    for chair in CHAIRS:
        await nord.sees("Du mangler at svare") if chair == REGIONAL else await told(nord, chair, "Du mangler at svare")
    await nord.says(LOCAL, "godkend")
    settled = await told(nord, LOCAL, "Du har svaret på dagsordenen")
    assert titles(settled) == ["Se hele dagsordenen"]
    await nord.says(REGIONAL, "godkend")
    await nord.sees("Du har svaret på dagsordenen")
    assert in_channel(nord, "Du mangler at svare") == []


async def test_an_approved_agenda_leaves_before_its_day_at_the_secretariats_word(nord: Stage) -> None:
    await circulated(nord)
    assert "Der mangler svar fra Formand (Hjørring)" in words(await nord.says(SECRETARIAT, "send dagsorden ud"))
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    news = await told(nord, SECRETARIAT, "Alle har godkendt", "Den sendes tirsdag den 9. marts 2027")
    await nord.clicks(SECRETARIAT, news, "Send dagsordenen ud nu")
    await nord.sees("Dagsorden til mødet den")
    assert titles(await told(nord, SECRETARIAT, "er udsendt")) == ["Se hele dagsordenen"]


async def test_what_came_too_late_for_the_approved_version_is_named_when_it_leaves(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    await propose(nord, fields={"Overskrift": "Kom for sent"})
    await nord.says(SECRETARIAT, "optag 2")
    await propose(nord, fields={"Overskrift": "Udsat sag"})
    await nord.says(SECRETARIAT, "udskyd 3: Vi venter på økonomien")
    await nord.at("2027-03-09T08:00")
    sent = words(await nord.sees("Dagsorden til mødet den"))
    assert "Nr. 2 »Kom for sent«: ikke med i den godkendte version" in sent
    assert "Nr. 3 »Udsat sag«: udsat til et senere møde" in sent


async def test_remarks_that_complete_a_late_approval_reach_the_secretariat_although_it_left(
    nord: Stage,
) -> None:
    await circulated(nord)
    await nord.at("2027-03-10T10:00")
    await nord.says(LOCAL, "godkend")
    await nord.says(REGIONAL, "godkend med bemærkninger: Husk bilag 2.")
    await nord.sees("Dagsorden til mødet den")
    news = await told(nord, SECRETARIAT, "Alle har godkendt", "Husk bilag 2.", "er udsendt")
    assert "Send dagsordenen ud nu" not in titles(news)


async def test_somebody_who_is_not_asked_is_offered_no_answer_to_change(nord: Stage) -> None:
    await circulated(nord)
    await approve(nord, await nord.sees("Godkendelse af dagsorden"))
    shared = await nord.sees("Godkendelse af dagsorden", "2 af 2 har svaret")
    for person, is_offered in ((SECRETARIAT, False), (LOCAL, True)):
        answer = await nord.clicks(person, shared, "Ret svar")
        assert ("Godkend" in [button.title for button in buttons(answer.card or {})]) is is_offered


async def test_what_was_circulated_before_the_channel_is_tied_reaches_it_when_it_is(open_stage: OpenStage) -> None:
    async with open_stage("2027-03-02T09:00", tied=False) as stage:
        await stage.says(SECRETARIAT, "tilføj punkt: Lægedækning", PERSONAL)
        await stage.hears(SECRETARIAT, "Dagsordenen skal til godkendelse")  # due, and the chat is known by now
        answer = words(await stage.says(SECRETARIAT, "send dagsorden til godkendelse", PERSONAL))
        assert "Ingen har fået version 1 endnu" in answer
        assert "er sendt til godkendelse hos" not in answer
        await stage.says(SECRETARIAT, "tilknyt politisk-klynge-nord")
        await stage.sees("Godkendelse af dagsorden", "0 af 2 har svaret", "Lægedækning")


async def test_an_answer_that_is_changed_within_a_second_is_one_message_to_the_secretariat(nord: Stage) -> None:
    await circulated(nord)
    request = await nord.sees("Godkendelse af dagsorden", "0 af 2")
    thoughts = [f"Tanke nummer {number}." for number in range(3)]
    # Not with the stage's own click, after which delivery gathers nothing; and all at once on a busy machine.
    chair, click = nord.account(LOCAL), nord.teams.visitor.clicks
    nord.service.delivery.stop()
    for each in thoughts:
        await click(chair, request, "Godkend med bemærkninger", {"Bemærkninger": each})
    those = (table.c.kind == ApprovalNotice.ANSWER, table.c.recipient == SECRETARIAT)
    async with nord.service.database.reading() as conn:
        answers = list(await conn.execute(table.select().where(*those).order_by(table.c.key)))
    dropped = (NoticeState.SUPERSEDED, "Svaret er ændret.")
    assert [(each.state, each.reason) for each in answers] == [dropped, dropped, (NoticeState.WAITING, "")]
    assert len({each.retry_at for each in answers}) == 1  # however often it is changed, it leaves after a second


async def test_whoever_is_asked_nothing_sees_the_newest_version_and_what_it_changed(nord: Stage) -> None:
    await circulated(nord)
    assert "kun én version" in words(await nord.says(SECRETARIAT, "hvad er ændret siden sidste version?", PERSONAL))
    await nord.says(SECRETARIAT, TWO_YEARS)
    await nord.says(SECRETARIAT, "send dagsorden til godkendelse")
    changed = await nord.says(SECRETARIAT, "hvad er ændret siden sidste version?", PERSONAL)
    assert marked_in(changed.card) == [(" i to år", "new")]
    assert "Version 2" in words(await nord.says(SECRETARIAT, "vis hele den version de skal godkende", PERSONAL))
