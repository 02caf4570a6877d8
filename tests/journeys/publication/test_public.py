"""Minutes are let out in Teams and stand wherever the public asks; closed items nowhere; taken back, all of it."""

import io
import json
import re
from collections.abc import AsyncIterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Any
from zipfile import ZipFile

import pikepdf
import pytest
from aiohttp import ClientSession

from bot.local.board import words
from bot.local.demo.stage import Stage
from bot.local.directory import PERSONAL
from bot.local.filling import Value
from storage import releases
from tests.harness.files import PDF, Store, storing
from tests.harness.forging import NORD, is_refused
from tests.harness.minute_steps import TITLE
from tests.harness.own_page import URL
from tests.harness.passing_time import chose, reapplied
from tests.harness.steps import SECRETARIAT, accept, approve, circulate, propose, told
from tests.journeys.conftest import OpenStage

MEETING = "2027-1"
HERE = f"/offentlig/{NORD}/{MEETING}"
DATA = "/offentlig/oparl/v1.1"
PAPERS = tuple(f"{HERE}/referat{end}" for end in ("", ".pdf", ".docx", ".json", "/udgave-1", "/udgave-1.json"))
BILAG, ITEM = f"{HERE}/bilag-1-1", f"{HERE}/punkt-2"
SECRET = "Nordklinik"  # noqa: S105 - what the closed item is about
HIDDEN: dict[str, Value] = {
    "Overskrift": f"Opsigelse af aftalen med {SECRET}ken",
    "Resumé": SECRET,
    "Punktet bør være lukket": True,
}
ATTACHED = PDF + b"%om besoeg\n"


@dataclass(frozen=True)
class Got:
    """What the public was answered."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    @property
    def text(self) -> str:
        """Its words, those inside of a Word file and beside a PDF too."""
        found = [self.body]
        if self.body.startswith(b"PK"):
            with ZipFile(io.BytesIO(self.body)) as folder:
                found = [folder.read(name) for name in folder.namelist()]
        elif self.body.startswith(b"%PDF") and len(self.body) > 1_000:
            with pikepdf.open(io.BytesIO(self.body)) as pdf:
                found = [each.get_file().read_bytes() for each in pdf.attachments.values()]
                found += [str(each).encode() for each in (*pdf.docinfo.values(), *_links(pdf))]
        return "\n".join(each.decode("utf-8", "replace") for each in found)

    @property
    def json(self) -> Any:
        """The same as data."""
        return json.loads(self.body)


def _links(pdf: pikepdf.Pdf) -> list[Any]:
    every = [each for page in pdf.pages for each in page.get("/Annots", [])]
    return [each.A.URI for each in every if "/A" in each and "/URI" in each.A]


@dataclass
class Public:
    """Somebody who asks, from another address each time."""

    nord: Stage
    asked: int = 0

    async def get(self, path: str, status: int = 200, **headers: str) -> Got:
        self.asked += 1
        address = f"http://127.0.0.1:{self.nord.service.port}{path.removeprefix(URL)}"
        said = {"X-Forwarded-For": f"192.0.2.{self.asked % 250}"} | headers
        async with ClientSession() as session, session.get(address, headers=said, allow_redirects=False) as answer:
            got = Got(answer.status, answer.headers, await answer.read())
        assert got.status == status, (path, got.status, got.body[:300])
        assert SECRET not in got.text, path
        assert SECRET not in str(got.headers)
        return got


@pytest.fixture
async def store() -> AsyncIterator[Store]:
    """Where the files are."""
    async with storing() as here:
        yield here


@pytest.mark.both_databases
async def test_minutes_stand_open_wherever_the_public_asks_from_their_moment_until_they_are_taken_back(
    open_stage: OpenStage, store: Store
) -> None:
    async with open_stage(KLYNGEBOT_PUBLIC_URL=URL) as nord:
        public = Public(nord)
        await _minutes_sent(nord, store)
        await _let_out_later(nord, public)
        await nord.at("2027-03-18T09:00")
        await _stands_everywhere(nord, public)
        code = await _is_proved(public)
        await _is_corrected(nord, public, code)
        await _is_taken_back(nord, public)


async def _minutes_sent(nord: Stage, store: Store) -> None:
    """Of a meeting with an open and a closed item, each with a bilag; minutes are final as they are sent."""
    await reapplied(nord, chose("minutes_approval", "next_meeting", "null"))
    await propose(nord)
    await propose(nord, fields=HIDDEN)
    await accept(nord, 1)
    await accept(nord, 2)
    for item, name, data in ((2, "Notat om besøg.pdf", ATTACHED), (3, f"{SECRET}.pdf", PDF)):
        await nord.says(SECRETARIAT, f"bilag til punkt {item}", PERSONAL, files={name: store.at(str(item), data)})
        await told(nord, SECRETARIAT, f"Bilag {item - 1}: ")
    await approve(nord, await circulate(nord))
    await nord.at("2027-03-09T08:00")
    await nord.sees("Dagsorden til mødet den")
    await nord.at("2027-03-16T20:00")
    await nord.says(SECRETARIAT, "beslutning 2: Godkendt. Modellen afprøves i ni måneder.")
    await nord.says(SECRETARIAT, f"beslutning 3: Godkendt. {SECRET}ken opsiges.", PERSONAL)
    await nord.says(SECRETARIAT, "send referat")
    await nord.sees(TITLE, "Sendt den")


async def _let_out_later(nord: Stage, public: Public) -> None:
    """»Offentliggør« by the secretary, from a moment on; nothing of it is told before."""
    assert is_refused((await nord.says("formand-laesoe", "offentliggør referatet nu")).card)
    form = await nord.says(SECRETARIAT, "offentliggør referatet", PERSONAL)
    assert "Udeladt" in words(form)
    done = await nord.clicks(SECRETARIAT, form, "Offentliggør", {"Tidspunkt (valgfrit)": "18/3 kl. 9"})
    assert "18. marts 2027" in json.dumps(done.card, ensure_ascii=False)
    await nord.at("2027-03-18T08:59")
    for path in (*PAPERS, BILAG, ITEM, f"{DATA}/file/{NORD}/release/1/pdf"):
        await public.get(path, 404)
    for path in ("/offentlig/feed.atom", "/offentlig/sitemap.xml", HERE):
        assert "referat" not in (await public.get(path)).text.lower().replace("referater", "")


async def _stands_everywhere(nord: Stage, public: Public) -> None:
    for path in (*PAPERS, ITEM):
        await public.get(path)
    page = await public.get(PAPERS[0])
    assert "Modellen afprøves i ni måneder." in page.text
    assert "Lukket punkt" in page.text
    async with nord.service.database.reading() as conn:
        (release,) = await releases.of_forum(conn, NORD)
    data = await public.get(f"{HERE}/referat.json")
    assert sha256(data.body).hexdigest() == release.digest
    assert data.headers["Access-Control-Allow-Origin"] == "*"
    for end in ("pdf", "docx", "json"):
        tag = (await public.get(f"{HERE}/referat.{end}")).headers["ETag"]
        assert release.digest in tag
        await public.get(f"{HERE}/referat.{end}", 304, **{"If-None-Match": tag})
    await _bilag(public)
    file = (await public.get(f"{DATA}/file/{NORD}/attachment/{MEETING}/1")).json
    assert (await public.get(file["accessUrl"])).body == ATTACHED
    for form in ("pdf", "json"):
        await public.get((await public.get(f"{DATA}/file/{NORD}/release/1/{form}")).json["accessUrl"])
    front = await public.get("/offentlig/")
    for path in re.findall(r'href="(/offentlig/[^"]*(?:feed.atom|kalender.ics|system))"', front.text):
        await public.get(path)
    assert "Referat 16. marts 2027" in (await public.get(f"/offentlig/{NORD}/feed.atom")).text
    calendar = (await public.get(f"/offentlig/{NORD}/kalender.ics")).text.replace("\r\n ", "")
    assert f"URL:{URL}{HERE}" in calendar
    for path in re.findall(r"<loc>([^<]+)</loc>", (await public.get("/offentlig/sitemap.xml")).text):
        await public.get(path)


async def _bilag(public: Public) -> None:
    """The open one's bytes, as a download that no browser runs; the closed one is not there."""
    assert BILAG in (await public.get(ITEM)).text
    got = await public.get(BILAG)
    assert (got.body, got.headers["ETag"]) == (ATTACHED, f'"{sha256(ATTACHED).hexdigest()}"')
    assert got.headers["Content-Disposition"].startswith('attachment; filename="bilag-1.pdf"')
    assert got.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in got.headers["Content-Security-Policy"]
    await public.get(BILAG, 304, **{"If-None-Match": got.headers["ETag"]})
    for wrong in ("bilag-2-1", "bilag-1-2", "bilag-0-1", "bilag-1"):
        await public.get(f"{HERE}/{wrong}", 404)


async def _is_proved(public: Public) -> str:
    """The address on the PDF and in Word says what it is; a wrong code tells nothing."""
    (code,) = set(
        re.findall(rf"{URL}(/offentlig/bevis/[0-9]+-[0-9a-f]+)", (await public.get(f"{HERE}/referat.pdf")).text)
    )
    assert code in (await public.get(f"{HERE}/referat.docx")).text
    proof = (await public.get(code)).text
    assert "Koden er ægte" in proof
    assert "Referat" in proof
    assert "Det er den nyeste udgave." in proof
    wrong = (await public.get(code[:-4] + ("0000" if code[-4:] != "0000" else "1111"), 404)).text
    assert "Koden findes ikke" in wrong
    assert "16. marts" not in wrong
    return str(code)


async def _is_corrected(nord: Stage, public: Public, code: str) -> None:
    """What is added is a new edition that says so; the one before it stays, and says that it is older."""
    before = (await public.get(f"{HERE}/referat.json")).body
    await nord.at("2027-03-18T10:00")
    await nord.says(SECRETARIAT, "tilføj til referat: Der var ti til stede.")
    assert (await public.get(f"{HERE}/referat.json")).body == before
    assert "nyere udgave" in (await public.get(code)).text
    assert "Det er offentliggjort" in words(await nord.says(SECRETARIAT, "offentliggør referatet nu", PERSONAL))
    page = (await public.get(f"{HERE}/referat")).text
    assert "Referatet er rettet efter den tidligere udgave." in page
    assert "Der var ti til stede." in page
    assert "afløst af en nyere" in (await public.get(f"{HERE}/referat/udgave-1")).text
    assert (await public.get(f"{HERE}/referat/udgave-1.json")).body == before
    assert (await public.get(f"{HERE}/referat/udgave-2.json")).body == (await public.get(f"{HERE}/referat.json")).body
    assert "udgave 2" in (await public.get(f"/offentlig/{NORD}/feed.atom")).text
    (newer,) = set(re.findall(r"/offentlig/bevis/[0-9]+-[0-9a-f]+", (await public.get(f"{HERE}/referat.pdf")).text))
    assert "Det er den nyeste udgave." in (await public.get(newer)).text


async def _is_taken_back(nord: Stage, public: Public) -> None:
    """It is gone everywhere, and those who keep copies are told so."""
    assert "taget tilbage" in words(
        await nord.says(SECRETARIAT, "tag offentliggørelse 2 tilbage: Forkert fil", PERSONAL)
    )
    for path in (*PAPERS, f"{HERE}/referat/udgave-2.pdf", BILAG, ITEM):
        got = await public.get(path, 410)
        assert "ni måneder" not in got.text
    deleted = [f"file/{NORD}/release/{number}/{form}" for number in (1, 2) for form in ("pdf", "json")]
    for path in (*deleted, f"file/{NORD}/attachment/{MEETING}/1", f"agendaitem/{NORD}/{MEETING}/2"):
        assert (await public.get(f"{DATA}/{path}")).json["deleted"] is True
    assert "Trukket tilbage" in (await public.get(f"/offentlig/{NORD}/feed.atom")).text
    assert "/referat" not in (await public.get("/offentlig/sitemap.xml")).text
