"""What traits speak for which act: a linear model, learned of sentences."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.svm import LinearSVC

from bot.usecases.danish.words import Vocabulary
from tests.learning.rows import Lesson

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


def vocabulary_of(lessons: Sequence[Lesson]) -> Vocabulary:
    """The words that stand in several sentences."""
    seen = Counter(word.stem for each in lessons for word in each.sentence.words)
    return Vocabulary([word for word, times in seen.items() if times >= _LEAST_SEEN])


def learn(lessons: Sequence[Lesson]) -> Learned:
    """What the traits of these sentences speak for."""
    vocabulary = vocabulary_of(lessons)
    vectorizer = DictVectorizer()
    traits = _often([each.traits(vocabulary) for each in lessons])
    meant = list(_meant(lessons))
    found = vectorizer.fit_transform([traits[at] for at, _, _ in meant])
    found.indices, found.indptr = found.indices.astype(np.int32), found.indptr.astype(np.int32)
    model = LinearSVC(C=_STRICTNESS).fit(found, [act for _, act, _ in meant], [much for _, _, much in meant])
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


def _often(lessons: Sequence[Mapping[str, float]]) -> list[dict[str, float]]:
    """Without what one sentence alone has."""
    seen = Counter(trait for traits in lessons for trait in traits)
    return [{trait: much for trait, much in traits.items() if seen[trait] >= _LEAST_SEEN} for traits in lessons]


def _meant(lessons: Sequence[Lesson]) -> Iterator[tuple[int, str, float]]:
    """Each act that a sentence may mean: of which sentence, what, and how much it weighs."""
    for at, lesson in enumerate(lessons):
        yield at, lesson.means[0], 1.0
        yield from ((at, act, _ALSO) for act in lesson.means[1:] if act not in _WHERE_ELSE_NOTHING_HELPS)
