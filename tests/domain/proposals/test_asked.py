"""What a charter lets a proposal say: asked for by data alone, optional, kept by name, warned of outside its scope."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.kernel.forum import Forum
from bot.domain.kernel.provision import Named, Provision
from bot.domain.kernel.refusal import Refusal
from bot.domain.kernel.sections import Proposers, TaskRules
from bot.domain.proposals.actions import Propose, Revise
from bot.domain.proposals.asked import asked_by
from bot.domain.proposals.revising import filled, revised_content, whole
from bot.domain.proposals.rules import bases_of, content_of, require_basis
from bot.domain.proposals.scope import beyond_scope
from bot.domain.proposals.state import Content, ItemKind
from tests.harness.charters import SILENT_CHARTER, saying

DAY = date(2027, 2, 1)
FORM = Propose(form="f", title="Lægedækning", summary="Derfor.", recommendation="Det indstilles, at …")
ASKING = replace(
    SILENT_CHARTER,
    topics=(Named(id="aftalen", name="Sundhedsaftalen"),),
    purposes=(Named(id="dialog", name="Dialog"),),
    principles=(Named(id="borgere", name="Borgerne med", by="inddragelse"), Named(id="ledelse", name="Fælles ledelse")),
    scope=Provision(("somatik",)),
    tasks=TaskRules(mandatory=(Named(id="a", name="A", by="lokal-udfordring"),)),
)
MUNICIPAL = saying(
    ASKING, composition__parties=Provision(("municipality",)), agenda__local_policy=Provision("interplay")
)
WORDS = st.text("abc æøå", max_size=20)


def test_a_silent_charter_asks_for_nothing() -> None:
    assert not asked_by(SILENT_CHARTER).anything


def test_each_thing_is_asked_for_by_what_the_charter_says() -> None:
    asked = asked_by(MUNICIPAL)
    assert (asked.topics, asked.purposes) == ({"aftalen": "Sundhedsaftalen"}, {"dialog": "Dialog"})
    assert asked.areas == ("somatik", "psykiatri")
    assert asked.involvement
    assert asked.local_challenge
    assert asked.local_policy
    assert asked.joint_position
    assert not asked_by(ASKING).joint_position


def test_what_is_chosen_is_kept_by_its_name_and_nothing_need_be() -> None:
    chosen = replace(FORM, topic="aftalen", purpose="-", principles=("ledelse",), areas=("psykiatri",))
    content = content_of(chosen, ASKING)
    assert (content.topic, content.purpose, content.principles) == ("Sundhedsaftalen", "", ("Fælles ledelse",))
    assert content.areas == ("psykiatri",)
    assert content_of(FORM, ASKING) == content_of(FORM, SILENT_CHARTER)


@pytest.mark.parametrize("field", ["topic", "purpose"])
def test_what_the_charter_does_not_name_is_refused(field: str) -> None:
    with pytest.raises(Refusal, match="bad_card"):
        content_of(replace(FORM, **{field: "noget-andet"}), ASKING)  # type: ignore[arg-type]  # a text field


@given(title=WORDS.filter(str.strip), policy=WORDS)
def test_what_is_not_touched_stays_though_the_charter_has_changed(title: str, policy: str) -> None:
    before = content_of(replace(FORM, topic="aftalen", principles=("ledelse",), local_policy=policy), MUNICIPAL)
    after = revised_content(before, Revise(number=1, title=title), SILENT_CHARTER, may_wait=False, may_be_same=True)
    assert (after.topic, after.principles) == ("Sundhedsaftalen", ("Fælles ledelse",))
    assert after.local_policy == before.local_policy


def test_choices_that_were_emptied_are_empty_and_those_of_another_part_stay() -> None:
    before = content_of(replace(FORM, topic="aftalen", principles=("ledelse",), areas=("somatik",)), ASKING)
    typed = whole(Revise(number=1, topic="-", shown=("topic", "principles")))
    assert filled(before, typed).principles == ()
    after = revised_content(before, typed, ASKING, may_wait=False, may_be_same=False)
    assert (after.topic, after.principles, after.areas) == ("", (), ("somatik",))


def test_one_speaks_on_the_bases_of_those_one_speaks_for_and_on_those_that_are_everybodys(forum: Forum) -> None:
    bases = tuple(Named(id=each, name=each) for each in ("plan", "own", "local"))
    circles = (
        Proposers(id="party", name="Parterne", by_right=True, bases=("plan",)),
        Proposers(id="politician", name="Politikere", by_right=True, bases=("own",)),
    )
    charter = saying(forum.charter, agenda__bases=bases, agenda__proposers=circles)
    named = replace(forum, charter=charter)
    assert bases_of(named, "koordinator-hjoerring", DAY) == ("plan", "local")
    assert bases_of(named, "formand-laesoe", DAY) == ("plan", "own", "local")
    require_basis(named, "koordinator-hjoerring", "other", DAY)
    with pytest.raises(Refusal, match="bad_card"):
        require_basis(named, "koordinator-hjoerring", "own", DAY)


@pytest.mark.parametrize(
    ("said", "beyond"),
    [
        ({"title": "Unge i psykiatrien"}, "psykiatri"),
        ({"summary": "Mennesker med psykisk sygdom."}, "psykiatri"),
        ({"title": "Ungdomspsykiatri"}, "psykiatri"),
        ({"areas": ("psykiatri",)}, "psykiatri"),
        ({"areas": ("somatik",)}, None),
        ({"title": "Hofteoperationer"}, None),
    ],
)
def test_what_lies_outside_the_scope_is_found_by_its_mark_and_by_its_words(
    said: dict[str, Any], beyond: str | None
) -> None:
    content = replace(Content(title="Sag", kind=ItemKind.DISCUSSION), **said)
    assert beyond_scope(ASKING, content) == beyond
    assert beyond_scope(SILENT_CHARTER, content) is None
