"""Five people talk with the bot as people type, and get on: each answer holds what matters, and nothing is overdone."""

import pytest

from tests.harness.conversations import CONVERSATIONS, Conversation, forum_file, played
from tests.harness.forging import said
from tests.harness.transcripts import told
from tests.journeys.conftest import OpenStage


@pytest.mark.parametrize("conversation", CONVERSATIONS, ids=lambda each: each.who)
async def test_people_get_on_by_what_they_type(open_stage: OpenStage, conversation: Conversation) -> None:
    async with open_stage(files=[forum_file()]) as nord:
        missed = {}
        async for turn, card in played(nord, conversation):
            text = said(card)
            lacks = [each for each in turn.holds if each not in text]
            too_much = [each for each in turn.never if each in text]
            assert list(told(card)), turn.says
            if lacks or too_much or "Fejlkode" in text:
                missed[turn.says] = lacks, too_much
        assert missed == {}
