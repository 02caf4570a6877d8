"""Sentences of a person who is asked to approve: yeses that are none as they stand, and plain ones.

They are put together as people put them: a form of yes, what speaks against it, a politeness, an order of the two, a
slip in a small word, other sentences around it, and the spelling of those who have no Danish keyboard.
"""

from hypothesis import strategies as st

_YES = (
    *("godkend", "godkendt", "jeg godkender", "vi godkender", "jeg godkender dagsordenen", "den er godkendt"),
    *("dagsordenen er godkendt", "jeg kan godkende", "ok", "okay", "det er ok", "ok for mig", "det ser fint ud", "ja"),
    *("ja tak", "fint", "det er fint med mig", "godkendt herfra", "jeg accepterer dagsordenen", "jeg siger ja"),
    *("godkend dagsordenen", "version 2 er godkendt", "den kan godkendes", "kan godkendes"),
    *("\N{THUMBS UP SIGN}", "approved"),
)
_NEVER = (
    *("godkend ikke", "ikke godkendt", "kan ikke godkendes", "kan ikke godkende", "nej", "nej, ikke godkendt"),
    *("jeg godkender ikke", "jeg godkender den ikke", "det kan jeg ikke sige ja til", "den kan jeg ikke godkende"),
    *(
        "dagsordenen er ikke godkendt",
        "jeg er ikke klar til at godkende",
        "jeg vil ikke godkende den",
        "ingen godkendelse",
    ),
    *("jeg har ikke godkendt noget", "jeg kan umuligt godkende", "jeg afviser at godkende", "jeg nægter at godkende"),
    *("jeg godkender aldrig det her", "det kan jeg næppe godkende", "hverken godkendt eller afvist", "godkend den ej"),
    *("godkend endelig ikke dagsordenen", "ok er det ikke", "den er ikke ok", "lad være med at godkende"),
    *("undlad at godkende", "glem at jeg godkendte", "jeg er uenig, så godkendt er den ikke", "vi kan ikke sige ok"),
    *("godkend ikke dagsordenen", "vi ønsker ikke at godkende punkt 3", "jeg siger nej", "stop, godkend den ikke"),
    *("du må ikke godkende for mig", "jeg kan ikke godkende uden ændringer", "den må ikke godkendes", "do not approve"),
)
_IF = (
    *("hvis punkt 4 udgår", "hvis økonomien bliver forklaret", "såfremt punkt 2 rettes", "medmindre regionen er imod"),
    *("forudsat at punkt 3 ændres", "under forudsætning af at tiden rettes", "på betingelse af at punkt 4 udgår"),
    *(
        "når bare punkt 4 udgår",
        "når først bilaget er kommet",
        "så længe punkt 3 er til drøftelse",
        "kun hvis Læsø er med",
    ),
    *(
        "først når jeg har talt med min direktør",
        "bare punkt 4 udgår",
        "bare vi får rettet tiden",
        "hvis ikke det koster",
    ),
    *("ifald beløbet er rigtigt", "i tilfælde af at de andre gør", "hvis altså det er muligt", "hvis alle er enige"),
)
_EXCEPT = (
    *(
        "undtagen punkt 3",
        "bortset fra punkt 4",
        "på nær punkt 2",
        "men ikke punkt 4",
        "alle punkter undtagen det sidste",
    ),
    *(
        "uden punkt 4",
        "dog ikke punkt 3",
        "ekskl. punkt 2",
        "kun punkt 3",
        "alt andet end punkt 4",
        "punkt 3 men ikke 4",
    ),
    *("med undtagelse af punkt 4", "ud over punkt 2", "minus punkt 3", "resten må vente", "fraset økonomien i punkt 3"),
)
_BUT = (
    *(
        "men flyt punkt 4 op",
        "dog skal punkt 3 uddybes",
        "med forbehold for økonomien",
        "men jeg er i tvivl om punkt 2",
    ),
    *("måske", "tror jeg", "jeg skal lige tænke over det", "men vent lidt", "vent til i morgen", "men først senere"),
    *("jeg ved ikke helt", "jeg er betænkelig ved punkt 4", "jeg synes at der mangler et bilag", "med bemærkninger"),
    *(
        "med den bemærkning at punkt 2 bør have mere tid",
        "bemærkning: punkt 3 er for løst",
        "jeg er usikker på punkt 3",
    ),
    *("men der mangler et bilag til punkt 2", "med en bemærkning om punkt 1", "jeg har et forbehold", "vent lige"),
)
_FIRST = (
    *("hvis punkt 4 udgår, godkender jeg", "alt undtagen punkt 2 er fint", "alt andet end punkt 4 er godkendt"),
    *("såfremt tiden rettes, er det ok", "bortset fra punkt 3 er den godkendt", "kun punkt 3 er godkendt"),
    *("punkt 3 er ok, men punkt 4 er jeg imod", "når bare punkt 4 udgår, er det fint", "måske er den godkendt"),
    *("medmindre andre siger noget, er den godkendt", "punkt 1 og 2 er fine, resten tager vi senere"),
    *("uden punkt 4 kan jeg godkende", "så længe punkt 3 udgår, er jeg med", "skulle punkt 4 udgå, godkender jeg"),
    *("godkend punkt 3 men ikke 4", "jeg godkender kun punkt 3", "under forudsætning af at punkt 4 udgår: godkendt"),
)
_BEFORE = (
    *(
        "",
        "",
        "Hej, ",
        "Hej Klyngebot. ",
        "Godmorgen! ",
        "Tak for udkastet. ",
        "Kære alle\n",
        "Jeg har læst den igennem. ",
    ),
    *("Formanden har ringet. ", "ok, ", "Vi havde møde i går. ", "Klyngebot, "),
)
_AFTER = (
    *(
        "",
        "",
        ".",
        "!",
        ", tak",
        " tak",
        ". Tusind tak for arbejdet",
        ". God dag",
        " \N{SMILING FACE WITH SMILING EYES}",
    ),
    *("\nMvh Hanne", ". Hilsen Hanne", "\n\nMed venlig hilsen\nHanne Hansen\nFormand", ". Vi ses den 16."),
)
_SLIPS = {
    "ikke": ("ikk", "ikek", "ike", "ikkke", "IKKE", "ik"),
    "hvis": ("hivs", "hvs", "hviss"),
    "uden": ("unden", "udne"),
    "undtagen": ("untagen", "undtagn", "undatgen"),
    "medmindre": ("medmidre", "med mindre", "medmindr"),
    "bortset": ("borset", "bortst"),
    "forudsat": ("foruddsat", "forudsta"),
    "såfremt": ("safremt", "saafremt", "sofremt", "så fremt"),
    "forbehold": ("forbhold", "forbeholdt"),
    "men": ("mne",),
    "bemærkning": ("bemærning", "bemærkinng", "bemerkning"),
    "bemærkninger": ("bemærkinger", "bemærninger"),
    "aldrig": ("aldig", "aldirg"),
    "hverken": ("hverkn", "hveken"),
}
_ASCII = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "Æ": "AE", "Ø": "OE", "Å": "AA"})
_BARE = str.maketrans({"æ": "a", "ø": "o", "å": "a", "Æ": "A", "Ø": "O", "Å": "A"})

_JOINED = (" ", ", ", ". ", " - ")
_NO_REMARKS = (
    *(
        "",
        "",
        ", ingen bemærkninger",
        ". Jeg har ingen bemærkninger",
        ". Ingen indvendinger herfra",
        " uden bemærkninger",
    ),
    *(", intet at bemærke", ". Vi har ikke nogen bemærkninger", ", ingen problemer", ". Ikke noget at bemærke"),
    *(" uden yderligere kommentarer", ", ingen kommentarer fra mig", ". Jeg har ingen andre bemærkninger"),
)


@st.composite
def _slipped(draw: st.DrawFn, sentence: str) -> str:
    """The sentence, perhaps with one of its small words mistyped."""
    able = [word for word in sentence.split() if word in _SLIPS]
    if not able or draw(st.booleans()):
        return sentence
    word = draw(st.sampled_from(able))
    return " ".join(draw(st.sampled_from(_SLIPS[word])) if each == word else each for each in sentence.split(" "))


@st.composite
def _written(draw: st.DrawFn, core: str) -> str:
    """The sentence in its place between others, on the keyboard that somebody has."""
    whole = draw(st.sampled_from(_BEFORE)) + core + draw(st.sampled_from(_AFTER))
    spelled = draw(st.sampled_from((whole, whole, whole.translate(_ASCII), whole.translate(_BARE), whole.upper())))
    return spelled[:1].upper() + spelled[1:] if draw(st.booleans()) else spelled


@st.composite
def reserved_sentences(draw: st.DrawFn) -> str:
    """A sentence of a yes with a no, an if, an exception or a reservation: never a plain approval."""
    yes, joined = draw(st.sampled_from(_YES)), draw(st.sampled_from(_JOINED))
    against = draw(st.sampled_from((*_IF, *_EXCEPT, *_BUT)))
    core = draw(
        st.sampled_from((f"{yes}{joined}{against}", draw(st.sampled_from(_NEVER)), draw(st.sampled_from(_FIRST))))
    )
    return draw(_written(draw(_slipped(core))))


@st.composite
def plain_yeses(draw: st.DrawFn) -> str:
    """A yes with nothing against it."""
    core = draw(st.sampled_from(_YES)) + draw(st.sampled_from(_NO_REMARKS))
    return draw(_written(draw(_slipped(core))))
