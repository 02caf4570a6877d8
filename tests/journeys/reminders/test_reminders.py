"""Who chose to be told once a day, or of deadlines alone, hears just that; and what somebody is reminded of again."""

from bot.domain.kernel.notice import Notice, NoticeState
from bot.local.board import Message, words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from storage.outbox import notices
from tests.harness.minute_steps import said
from tests.harness.passing_time import reapplied
from tests.harness.steps import CHAIRS, COORDINATOR, SECRETARIAT, accept, circulate, in_channel, in_chat, propose, told

SERVES_NO_MORE = (
    "{person: sekretariat-kommuner, organisation: hjoerring, roles: [secretariat], side: municipalities}",
    "{person: sekretariat-kommuner, organisation: hjoerring, roles: [coordinator], side: municipalities}",
)
DIGEST = "Samlet kl. 7.30"
LATEST = "Se den seneste samlede besked"


async def outbox(nord: Stage, person: str) -> list[Notice]:
    """Everything that was ever owed to the person."""
    async with nord.service.database.reading() as conn:
        return [each for each in await notices.newest(conn, most=500) if each.recipient == person]


def digests(nord: Stage, person: str) -> list[Message]:
    return [each for each in in_chat(nord, person) if words(each).startswith(DIGEST)]


async def test_what_is_news_is_gathered_into_one_message_each_working_day_and_what_was_settled_is_left_out(
    nord: Stage,
) -> None:
    card = await nord.says(SECRETARIAT, "paamindelser", PERSONAL)
    assert "Straks (gælder nu)" in words(card)
    answer = await nord.clicks(SECRETARIAT, card, DIGEST)
    assert "Jeg har noteret dit valg: Samlet kl. 7.30." in said(answer)
    again = await nord.says(SECRETARIAT, "påmindelser samlet", PERSONAL)
    assert "Dit valg er allerede: Samlet kl. 7.30." in words(again)
    before = len(in_chat(nord, SECRETARIAT))
    await nord.at("2027-01-15T12:00")  # a Friday
    await propose(nord)
    await propose(nord, fields={"Overskrift": "Lægedækning"})
    await propose(nord, fields={"Overskrift": "Trækkes igen"})
    await nord.says(COORDINATOR, "træk 3 tilbage")
    held = [each for each in await outbox(nord, SECRETARIAT) if each.kind == "proposal_received"]
    waiting, treated = "Venter på den samlede besked kl. 7.30.", "Forslaget er behandlet."
    assert sorted(each.reason for each in held) == [treated, waiting, waiting]
    assert "3 beskeder" in words(await nord.says(SECRETARIAT, "påmindelser", PERSONAL))
    await nord.at("2027-01-17T07:30")  # a Sunday
    assert digests(nord, SECRETARIAT) == []
    await nord.at("2027-01-18T07:29")
    assert digests(nord, SECRETARIAT) == []
    await nord.at("2027-01-18T07:30")
    message = await told(nord, SECRETARIAT, DIGEST, "Lægedækning", "Fælles model")
    assert [each.id for each in digests(nord, SECRETARIAT)] == [message.id]
    assert len(in_chat(nord, SECRETARIAT)) == before + 2  # it, and the answer to »påmindelser«
    for each in await outbox(nord, SECRETARIAT):
        if each.kind == "proposal_received" and each.reason != treated:
            assert each.state is NoticeState.SENT
            assert each.activity == message.id
            assert each.reason == "Sendt i den samlede besked den 18. januar 2027 kl. 7.30."
    await nord.says(SECRETARIAT, "udskyd 2: Senere.")
    await nord.settle()
    (kept,) = digests(nord, SECRETARIAT)
    assert "Fælles model" in words(kept)  # what changed is changed within the whole
    shown = await nord.clicks(SECRETARIAT, await nord.says(SECRETARIAT, "påmindelser", PERSONAL), LATEST)
    assert "Fælles model" in said(shown)
    await nord.at("2027-01-19T07:30")
    assert len(digests(nord, SECRETARIAT)) == 1


async def test_whoever_chose_deadlines_alone_hears_of_nothing_else_and_the_outbox_says_why(nord: Stage) -> None:
    person = CHAIRS[0]
    assert "Jeg har noteret dit valg: Kun frister." in words(
        await nord.says(person, "påmindelser kun frister", PERSONAL)
    )
    await nord.says(SECRETARIAT, "påmindelser kun frister", PERSONAL)
    await propose(nord, person)
    before = await outbox(nord, SECRETARIAT)
    assert [each.reason for each in before if each.kind == "proposal_received"] == ["modtageren har valgt kun frister"]
    assert "Ikke sendt de seneste 14 dage: Nyt forslag" in words(await nord.says(SECRETARIAT, "påmindelser", PERSONAL))
    await accept(nord, 1)
    outcome = [each for each in await outbox(nord, person) if each.kind == "proposal_outcome"]
    assert [(each.state, each.reason) for each in outcome] == [
        (NoticeState.SUPERSEDED, "modtageren har valgt kun frister")
    ]
    await nord.at("2027-03-02T09:00")
    await circulate(nord)
    await nord.at("2027-03-04T08:00")
    reminder = await told(nord, person, "Du mangler at svare")
    answer = await nord.clicks(person, reminder, "Mind mig i morgen")
    assert "Jeg minder dig igen den 5. marts 2027 kl. 8.00" in said(answer)
    twice = await nord.says(person, "mind mig i morgen", PERSONAL)
    assert "Jeg minder dig igen den 5. marts 2027 kl. 8.00" in words(twice)
    await nord.at("2027-03-05T08:00")
    asked = [each for each in in_chat(nord, person) if "Du mangler at svare" in words(each)]
    assert len(asked) == 2


async def test_a_choice_holds_for_ones_own_chat_and_what_waits_goes_by_the_latest_one(nord: Stage) -> None:
    unknown = words(await nord.says(SECRETARIAT, "påmindelser: hver uge", PERSONAL))
    assert "Jeg kender ikke valget »hver uge«. Vælg »Straks«, »Samlet kl. 7.30« eller »Kun frister«." in unknown
    await nord.says(SECRETARIAT, "påmindelser: samlet kl. 7.30", PERSONAL)
    await nord.at("2027-03-24T12:00")  # the day before Maundy Thursday
    await propose(nord, fields={"Overskrift": "Lægedækning"})
    assert "den 30. marts 2027 kl. 7.30: 1 besked" in words(await nord.says(SECRETARIAT, "påmindelser", PERSONAL))
    assert not [each for each in in_chat(nord, SECRETARIAT) if "Lægedækning" in words(each)]
    await nord.says(SECRETARIAT, "påmindelser straks", PERSONAL)
    await told(nord, SECRETARIAT, "Lægedækning")
    assert "digest" in {each.kind for each in await outbox(nord, SECRETARIAT) if each.state is NoticeState.SUPERSEDED}
    await nord.says(SECRETARIAT, "påmindelser samlet", PERSONAL)
    await nord.says(COORDINATOR, "træk 1 tilbage")
    await reapplied(nord, SERVES_NO_MORE)
    await nord.at("2027-03-30T07:30")
    assert digests(nord, SECRETARIAT) == []
    waited = [each for each in await outbox(nord, SECRETARIAT) if each.kind == "proposal_news"]
    assert {(each.state, each.reason) for each in waited} == {
        (NoticeState.SUPERSEDED, "Modtageren er ikke længere i sekretariatet.")
    }


async def test_who_has_no_chat_is_called_in_the_channel_whatever_they_chose_and_only_they_put_off_what_is_theirs(
    nord: Stage,
) -> None:
    local, abroad = CHAIRS
    card = words(await nord.says(abroad, "påmindelser kun frister"))
    assert "Jeg har noteret dit valg: Kun frister." in card
    full = await nord.clicks(abroad, await nord.says(abroad, "påmindelser"), "Samlet kl. 7.30")
    assert "Jeg kan ikke skrive til dig alene" in said(full)
    await nord.says(local, "hjælp", PERSONAL)
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)
    await nord.at("2027-03-04T08:00")
    reminder = await told(nord, local, "Du mangler at svare", "Mind mig i morgen")
    await nord.sees("<at>Formand (Region Nordjylland)</at>", "Du mangler at svare")
    nobody = words(await nord.says("formand-laesoe", "mind mig i morgen", PERSONAL))
    assert "Du har ingen påmindelse, der venter på dig." in nobody
    await nord.clicks(local, reminder, "Mind mig i morgen")
    await nord.clicks(local, reminder, "Godkend")
    await nord.at("2027-03-05T08:00")
    assert len([each for each in in_chat(nord, local) if "Du mangler at svare" in words(each)]) == 0
    late = words(await nord.says(local, "mind mig i morgen", PERSONAL))
    assert "Du har ingen påmindelse, der venter på dig." in late
    await nord.at("2027-03-08T08:00")
    await told(nord, SECRETARIAT, "mangler svar fra Formand (Region Nordjylland)")
    assert in_channel(nord, "Du mangler stadig at svare") == []
    await nord.at("2027-03-09T08:00")
    await nord.sees("<at>Formand (Region Nordjylland)</at>", "Du mangler stadig at svare", "Fristen var")


async def test_a_reminder_of_the_day_comes_with_what_is_gathered_and_can_be_put_off_from_there(nord: Stage) -> None:
    local = CHAIRS[0]
    await nord.says(local, "påmindelser samlet", PERSONAL)
    await propose(nord)
    await accept(nord, 1)
    await nord.at("2027-03-02T09:00")
    await circulate(nord)
    await nord.at("2027-03-04T07:30")
    message = await told(nord, local, DIGEST, "Du mangler at svare")
    answer = await nord.clicks(local, message, "Mind mig i morgen")
    assert "Jeg minder dig igen den 5. marts 2027 kl. 8.00" in said(answer)
    await nord.at("2027-03-04T08:00")
    assert len([each for each in in_chat(nord, local) if "Du mangler at svare" in words(each)]) == 1
    await nord.at("2027-03-05T07:30")
    (again,) = [each for each in digests(nord, local) if each.id != message.id]
    assert "Du mangler at svare" in words(again)
    await nord.clicks(local, again, "Godkend")
    await nord.at("2027-03-08T07:30")
    assert not [each for each in digests(nord, local) if each.id not in (message.id, again.id)]
