"""What people type about the agenda's draft; see bot/usecases/phrases.py."""

from bot.domain.agenda.actions import AddItem, EditAgenda, EditItem, MoveItem, OpenItem, RemoveItem, ShowAgenda
from bot.usecases.phrases import CommandPhrases, QueryPhrases

PHRASES = (
    QueryPhrases(
        "[vis/se] [hele] dagsorden/dagsordenen/dagsordener/agenda [for/til] [mødet]"
        " | [vis/se] dagsorden/dagsordenen/agenda [for/til] [mødet] {dag}",
        lambda got: ShowAgenda(meeting=got.tail or None),
    ),
    QueryPhrases("ret/rediger/edit dagsorden/dagsordenen/agenda", lambda got: EditAgenda()),
    QueryPhrases("[ret/vis/se] punkt {n}", lambda got: OpenItem(position=got.number)),
    CommandPhrases(
        "flyt/move punkt/item {n} til/to [plads] {plads}",
        lambda got: MoveItem(position=got.number, to=str(got.numbers[1])),
    ),
    CommandPhrases("punkt {n} {tid}", lambda got: EditItem(position=got.number, duration=got.tail)),
    CommandPhrases("punkt {n} tid/varighed:", lambda got: EditItem(position=got.number, duration=got.words)),
    CommandPhrases("punkt {n} titel/overskrift:", lambda got: EditItem(position=got.number, title=got.words)),
    CommandPhrases("punkt {n} indstilling:", lambda got: EditItem(position=got.number, recommendation=got.words)),
    CommandPhrases("punkt {n} beløb:", lambda got: EditItem(position=got.number, amount=got.words)),
    CommandPhrases("punkt {n} uden beløb", lambda got: EditItem(position=got.number, amount="")),
    CommandPhrases("fjern/slet/remove punkt/item {n}", lambda got: RemoveItem(position=got.number)),
    CommandPhrases("tilføj/nyt punkt: | add item:", lambda got: AddItem(title=got.words)),
)
