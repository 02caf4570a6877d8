"""How a sentence says what it says, by examples of the kind people write."""

import pytest

from bot.domain.saying.mood import Mood, mood_of


@pytest.mark.parametrize(
    "sentence",
    [
        *("status?", "hvad mangler vi", "Hvem kommer på tirsdag", "hvornaar er naeste moede", "hvornå er næste møde"),
        *(
            "er dagsordenen sendt",
            "skal vi aflyse mødet",
            "må jeg se referatet",
            "har alle svaret",
            "kom forslaget med?",
        ),
        *("Hej, er dagsordenen sendt", "Godmorgen skal vi aflyse mødet", "Klyngebot er der noget vi mangler"),
        *("Jeg kan ikke finde den, kan jeg få den igen", "mine forslag, hvor ser jeg dem", "er du der"),
        *("har formændne godkendt", "Kommer borgmesteren fra Hjørring selv", "kan Læsø få penge fra puljen"),
        *("Jeg vil gerne vide om den er sendt", "Jeg er ny. Hvor finder jeg bilagene", "hvorfor ikke", "hvad så nu"),
    ],
)
def test_a_question_is_heard_with_a_mark_and_without(sentence: str) -> None:
    assert mood_of(sentence).asks


@pytest.mark.parametrize(
    "sentence",
    [
        *(
            "er forhindret den 16. marts",
            "kan desværre ikke på tirsdag",
            "har læst den, godkendt",
            "Ser fint ud herfra",
        ),
        *("så tager vi punkt 3", "Hvis tiden rettes, er det ok", "gør det", "vores chef er stoppet, så pladsen er tom"),
        *("En halv time, tror jeg", "jeg ved ikke hvor den ligger", "vis hvem der kommer", "må desværre melde afbud"),
    ],
)
def test_what_only_looks_like_a_question_is_none(sentence: str) -> None:
    assert not mood_of(sentence).asks


@pytest.mark.parametrize("mark", ["", "?"])
@pytest.mark.parametrize(
    "sentence",
    [
        *("kan du sende dagsordenen", "kan du lige sende dagsordenen", "vil du rykke dem", "Gider du rykke formanden"),
        *("må jeg bede dig om at sende den", "kunne du finde bilaget", "jeg vil gerne have at du sender referatet"),
        *(
            "vil du være sød at rykke dem",
            "Hej, kan du sende den",
            "Klyngebot vil du ikke nok sende den",
            "kan I tage den ud",
        ),
    ],
)
def test_a_request_is_one_and_no_question(sentence: str, mark: str) -> None:
    assert mood_of(sentence + mark) == Mood(requests=True)


@pytest.mark.parametrize("sentence", ["hvad kan du hjælpe med", "Hvornår er mødet, og kan du sende dagsordenen?"])
def test_a_question_stays_one_where_it_also_speaks_of_doing(sentence: str) -> None:
    assert mood_of(sentence).asks


@pytest.mark.parametrize(
    "sentence",
    [
        *("godkend ikke", "godkend ikk", "godkend ikek", "kanikke godkendes", "godkend *ikke*", "godkend i k k e"),
        *("ej godkendt", "ingen punkter er godkendt", "aldrig", "næppe", "hverken 3 eller 4", "det er umuligt"),
        *("jeg afviser den", "vi nægter", "nej", "næ", "uden at godkende", "glem at godkende", "\N{THUMBS DOWN SIGN}"),
        *("do not approve", "ik\N{SOFT HYPHEN}ke godkendt", "det er ikke et godt punkt, men ingen bemærkninger"),
        *("hvorfor ikke, nej", "ikke sandt, vi godkender ikke", "har ikke godkendt, har ingen bemærkninger"),
    ],
)
def test_a_no_is_heard(sentence: str) -> None:
    assert mood_of(sentence).negates


@pytest.mark.parametrize(
    "sentence",
    [
        *("ingen bemærkninger", "Ingen bemærkninger herfra.", "ingen bemærninger", "ingen yderligere kommentarer"),
        *("ingen indvendinger", "ingen kommentarer", "intet at bemærke", "ingen problemer", "ikke noget at bemærke"),
        *(
            "har ikke nogen bemærkninger",
            "vi har ikke haft bemærkninger",
            "godkendt uden bemærkninger",
            "uden tvivl godkendt",
        ),
        *("ikke kun punkt 3 men også punkt 4 er godkendt", "forslag om aldring", "vis punkt 4", "vis mine opgaver"),
        *("godkendt, det er et godt punkt 4", "jeg når det", "vi ses på tirsdag", "jeg kommer på tirsdag"),
    ],
)
def test_no_remarks_are_no_no(sentence: str) -> None:
    assert mood_of(sentence).is_plain


@pytest.mark.parametrize(
    "sentence",
    [
        *("hvis punkt 4 udgår", "hivs punkt 4 udgår", "godkendt vis punkt 4 kommer ud", "ok vis I retter datoen"),
        *("såfremt", "safremt", "medmindre", "medmidre", "under forudsætning af at", "forudsat", "når bare den rettes"),
        *("når først den er rettet", "så længe", "på betingelse af", "kun hvis", "først når", "i så fald", "ellers ok"),
        *("bare punkt 4 udgår", "skulle det ske, godkender jeg", "godkendt når økonomien er rettet", "ok hvis"),
    ],
)
def test_an_if_is_heard(sentence: str) -> None:
    assert mood_of(sentence).conditions


@pytest.mark.parametrize(
    "sentence",
    [
        *("undtagen punkt 3", "untagen 3", "bortset fra 4", "på nær 4", "punkt 3 men ikke 4", "alle undtagen Læsø"),
        *(
            "uden punkt 4",
            "unden punkt 4",
            "dog ikke punkt 4",
            "ekskl. punkt 4",
            "kun punkt 3",
            "alt andet end punkt 4",
        ),
        *("resten er fint", "ingen andre bemærkninger end at punkt 2 er for kort", "delvist godkendt"),
    ],
)
def test_an_exception_is_heard(sentence: str) -> None:
    assert mood_of(sentence).excepts


@pytest.mark.parametrize(
    "sentence",
    [
        *("ok men", "dog", "med forbehold", "jeg er betænkelig", "i tvivl", "usikker", "jeg ved ikke", "måske"),
        *(
            "den er ok, tror jeg",
            "skal lige tænke over det",
            "vent",
            "senere",
            "ikke endnu",
            "jeg synes at der mangler noget",
        ),
        *("bemærkning: tiden er for kort", "Godkendt med bemærninger", "godkend dagsordenen og flyt punkt 4 op"),
        *("godkendt, men tusind tak for arbejdet", "Godkendt. Beløbet i punkt 3 skal rettes", "\N{THINKING FACE}"),
    ],
)
def test_a_reservation_is_heard(sentence: str) -> None:
    assert mood_of(sentence).reserves


@pytest.mark.parametrize(
    "sentence", ["hvem mangler at svare", "hvad mangler vi", "Er der noget der mangler i referatet?"]
)
def test_to_ask_what_is_missing_reserves_nothing(sentence: str) -> None:
    assert not mood_of(sentence).is_reserved


def test_somebody_elses_words_are_quotes_and_do_not_speak_for_the_person() -> None:
    assert mood_of("> godkendt").quotes
    assert mood_of("godkendt\n\n> jeg synes ikke om punkt 4").is_plain
