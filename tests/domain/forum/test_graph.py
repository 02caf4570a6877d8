"""The relations around a forum, by name and direction, from its own charter and its guidance."""

from pathlib import Path

from bot.charters.loader import load_charter
from bot.domain.forum.graph import Way, graph
from bot.domain.kernel.forum import Forum

CAPITAL, POLITICAL, STEERING, KOSU = (
    load_charter(name, Path())
    for name in (
        "hovedstaden-kommuneklynge",
        "nordjylland-politisk-klynge",
        "nordjylland-klyngestyregruppe",
        "kosu-2022",
    )
)


def test_a_relation_goes_to_the_forum_or_from_it_under_its_own_name() -> None:
    group = Forum(id="g", name="Klyngestyregruppe Nord", region="Nordjylland", charter=STEERING)
    told = {(each.origin.name, each.to.name, each.way) for each in graph(group)}
    assert ("Strategisk Sundhedsforum", "Klyngestyregruppe Nord", Way.TO_US) in told
    assert ("Klyngestyregruppe Nord", "Den politiske klynge", Way.FROM_US) in told
    assert ("Klyngestyregruppe Nord", "Koordineringsgruppen for Sundhedsaftalen", Way.FROM_US) in told


def test_a_relation_is_between_municipalities_or_between_sectors_where_the_source_says_so() -> None:
    cluster = Forum(id="k", name="Kommuneklynge Nord", region="Hovedstaden", charter=CAPITAL)
    kinds = {each.to.name: each.cooperation for each in graph(cluster) if each.way is Way.FROM_US}
    assert (kinds["KKR"], kinds["DAS"], kinds["PAS"]) == ("tvaerkommunal", "tvaersektoriel", "tvaersektoriel")
    assert kinds["Samordningsudvalget"] is None


def test_guidance_that_names_the_forum_leads_to_it_as_well() -> None:
    cluster = Forum(id="p", name="Politisk Klynge Nord", region="Nordjylland", charter=POLITICAL, overlays=(KOSU,))
    assert any(each.origin.name == "KOSU" and each.to.is_forum for each in graph(cluster))


def test_every_body_that_a_shipped_charter_names_has_a_name() -> None:
    for charter in (CAPITAL, POLITICAL, STEERING):
        forum = Forum(id="f", name="F", region=None, charter=charter)
        assert [edge for edge in graph(forum) if edge.origin.id == edge.origin.name or edge.to.id == edge.to.name] == []
