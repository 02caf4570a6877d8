"""A charter that was applied once is read for good, and never more mildly where silence would decide."""

import re
from pathlib import Path

import pytest

from bot.charters.loader import parse_charter
from bot.charters.problems import BrokenFile
from bot.charters.stored import stored_charter
from tests.harness.stored import CHARTERS, shown

SETTLED = {
    "v1/hovedstaden-kommuneklynge": ("charter", "single_or_shared", None, None, None),
    "v1/kosu-2022": ("overlay", None, None, None, "consult_or_approve"),
    "v1/nordjylland-klyngestyregruppe": ("charter", "shared", None, None, None),
    "v1/nordjylland-politisk-klynge": ("charter", "host_leads", 7, 7, None),
    "v1/sundhedsraad": ("charter", None, None, None, None),
}
"""Of each its kind, and what it settles: the chair, days until dispatch and of minutes, and approval."""

POLITICAL = next(path for path in CHARTERS if path.stem == "nordjylland-politisk-klynge").read_text("utf-8")


@pytest.mark.parametrize("path", CHARTERS, ids=shown)
def test_what_an_earlier_version_stored_says_what_it_said(path: Path) -> None:
    found = stored_charter(path.read_text("utf-8"))
    settled = (
        found.chair.model,
        found.agenda.dispatch_days_before,
        found.minutes.dispatch_days_after,
        found.agenda_approval.mode,
    )
    assert (found.kind, *(each.value for each in settled)) == SETTLED[shown(path)]
    assert found.id == path.stem


@pytest.mark.parametrize("path", CHARTERS, ids=shown)
def test_what_a_newer_version_would_have_added_is_passed_over(path: Path) -> None:
    text = path.read_text("utf-8")
    newer = re.sub(r"\{(?=[a-z])", "{nyt: {value: 1, words: Ord}, ", text)
    newer = re.sub(r"(?m)^([a-z_]+:)$(?=\n  [a-z])", r"\1\n  nyt: {value: 1, words: Ord}", newer) + "\nnyt: [1, 2]\n"
    assert newer.count("nyt:") > 3
    with pytest.raises(BrokenFile, match="ukendt nøgle"):
        parse_charter(newer, "nyt.yaml")
    assert stored_charter(newer) == parse_charter(text, path.name)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("region: {value: nordjylland,", "region: {value: [Nordjylland],"),
        ("topics:\n", "topics: 7\nevaluation:\n"),
        ("kind: gp_organisation", "kind: noget-andet"),
        ("quorum: null", "quorum: {value: Flertal, words: Ord}"),
        ("where: {value: Sundhedsaftalens hjemmeside, words:", "where: {value: null, word:"),
        ("kind: proposes-agenda, ", ""),
        ("words: Region Nordjylland}", "words: null}"),
        ("{id: inspiration,", "{id: dialog,"),
        ("members: [hjoerring,", "members: [ukendt,"),
    ],
)
def test_what_decides_nothing_by_its_absence_may_have_become_refused_in_a_file(old: str, new: str) -> None:
    assert old in POLITICAL
    text = POLITICAL.replace("\nevaluation: null", "") if "evaluation" in new else POLITICAL
    text = text.replace(old, new)
    with pytest.raises(BrokenFile):
        parse_charter(text, "nyt.yaml")
    was, found = parse_charter(POLITICAL, "gammelt.yaml"), stored_charter(text)
    assert found.agenda.proposers == was.agenda.proposers
    assert found.composition == was.composition
    assert found.agenda.dispatch_days_before == was.agenda.dispatch_days_before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("agenda_approval: null", "agenda_approval: {mode: {value: unanimous, words: Ord}}"),
        ("model: {value: host_leads,", "model: {value: somebody_leads,"),
        ("value: 7\n", 'value: "syv"\n'),
        ("role: politician", "role: minister"),
        ("by_right: true, bases", "by_right: maybe, bases"),
        ("composition:\n", "composition: 7\nevaluation:\n"),
        ("binding: {value: charter,", "binding: {value: law,"),
        ("id: nordjylland-politisk-klynge\n", ""),
        ("format: 1", "format: 2"),
        ("title:", "title: ["),
    ],
)
def test_what_would_decide_by_its_absence_is_never_guessed_at(old: str, new: str) -> None:
    assert old in POLITICAL
    text = POLITICAL.replace("\nevaluation: null", "") if "evaluation" in new else POLITICAL
    with pytest.raises(BrokenFile):
        stored_charter(text.replace(old, new))
