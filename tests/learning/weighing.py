"""What traits speak for which act: a linear model, learned of sentences."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_matrix
from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

from bot.usecases.danish.words import Vocabulary
from tests.learning.rows import SEVERAL, Lesson

_STRICTNESS = 0.2  # of the margin, as LinearSVC's C
_LEAST_SEEN = 2  # sentences that a trait must stand in
_LEAST_WEIGHT = 0.06
_ALSO = 0.5  # how much an act weighs that would be good, too
_WHERE_ELSE_NOTHING_HELPS = frozenset({"ShowContact"})  # good beside almost everything, and so says nothing


@dataclass(frozen=True, slots=True)
class Learned:
    """A table as `likely.json` holds it, in hundredths."""

    acts: tuple[str, ...]
    biases: tuple[int, ...]
    traits: Mapping[str, tuple[tuple[int, int], ...]]


@dataclass(frozen=True, slots=True)
class _Meant:
    """What the sentence of that place may mean, and how much it weighs."""

    at: int
    act: str
    much: float

    @property
    def is_any(self) -> bool:
        """Whether it is left open which answer of the act is meant."""
        return self.act in SEVERAL


def vocabulary_of(lessons: Sequence[Lesson]) -> Vocabulary:
    """The words that stand in several sentences."""
    seen = Counter(word.stem for each in lessons for word in each.sentence.words)
    return Vocabulary([word for word, times in seen.items() if times >= _LEAST_SEEN])


def learn(lessons: Sequence[Lesson]) -> Learned:
    """What the traits of these sentences speak for."""
    vocabulary = vocabulary_of(lessons)
    vectorizer = DictVectorizer()
    found = vectorizer.fit_transform(_often([each.traits(vocabulary) for each in lessons]))
    found.indices, found.indptr = found.indices.astype(np.int32), found.indptr.astype(np.int32)
    meant = list(_meant(lessons))
    model = _fitted(found, _told_apart(found, meant, _fitted(found, [each for each in meant if not each.is_any])))
    names = vectorizer.get_feature_names_out()
    weights = np.where(np.abs(model.coef_) >= _LEAST_WEIGHT, model.coef_, 0.0)
    kept: dict[str, list[tuple[int, int]]] = {}
    for act, trait in zip(*np.nonzero(weights), strict=True):
        kept.setdefault(str(names[trait]), []).append((int(act), round(float(weights[act, trait]) * 100)))
    return Learned(
        acts=tuple(map(str, model.classes_)),
        biases=tuple(round(float(each) * 100) for each in model.intercept_),
        traits={trait: tuple(those) for trait, those in sorted(kept.items())},
    )


def _fitted(found: csr_matrix, meant: Sequence[_Meant]) -> LinearSVC:
    rows = found[[each.at for each in meant]]
    return LinearSVC(C=_STRICTNESS).fit(rows, [each.act for each in meant], [each.much for each in meant])


def _told_apart(found: csr_matrix, meant: Sequence[_Meant], model: LinearSVC) -> list[_Meant]:
    """The same, where it was left open which answer of an act is meant as the one that its words speak for most."""
    sums, acts = model.decision_function(found), [str(each) for each in model.classes_]

    def told(each: _Meant) -> _Meant:
        kinds = [place for place, act in enumerate(acts) if act.startswith(f"{each.act}.")]
        return replace(each, act=acts[max(kinds, key=lambda place: sums[each.at, place])])

    return [told(each) if each.is_any else each for each in meant]


def _often(lessons: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Without what one sentence alone has."""
    seen = Counter(trait for traits in lessons for trait in traits)
    return [{trait: much for trait, much in traits.items() if seen[trait] >= _LEAST_SEEN} for traits in lessons]


def _meant(lessons: Sequence[Lesson]) -> Iterator[_Meant]:
    """Each act that a sentence may mean."""
    for at, lesson in enumerate(lessons):
        yield _Meant(at, lesson.means[0], 1.0)
        yield from (_Meant(at, act, _ALSO) for act in lesson.means[1:] if act not in _WHERE_ELSE_NOTHING_HELPS)
