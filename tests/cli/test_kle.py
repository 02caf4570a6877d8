"""A municipality's own KLE list is imported whole or not at all; every bad row is named by its line."""

from pathlib import Path

import pytest

from bot.documents.kle import Bad, read_kle
from bot.domain.filing.state import KleEntry, Part
from tests.cli.conftest import Klyngebot

CSV = "Emnenr;Titel\r\n98;Opdigtet hovedgruppe\r\n98.01;Opdigtet gruppe\r\n98.01.04;Hjemmebesøg\r\n"
FACETS = "A01;Opdigtet facet\nZ26;En anden\n"
XML = """<?xml version="1.0" encoding="iso-8859-1"?>
<Plan><Hovedgruppe><HovedgruppeNr>98</HovedgruppeNr><HovedgruppeTitel>Opdigtet</HovedgruppeTitel>
<Gruppe><GruppeNr>98.01</GruppeNr><GruppeTitel>Gruppe</GruppeTitel>
<Emne><EmneNr>98.01.04</EmneNr><EmneTitel>Hjemmebesøg &amp; mere</EmneTitel></Emne></Gruppe></Hovedgruppe></Plan>
"""
FACET_XML = (
    "<F><HandlingsfacetKategori><HandlingsfacetKategoriNr>A</HandlingsfacetKategoriNr>"
    "<HandlingsfacetKategoriTitel>Kategori</HandlingsfacetKategoriTitel><Handlingsfacet>"
    "<HandlingsfacetNr>A26</HandlingsfacetNr><HandlingsfacetTitel>Opdigtet</HandlingsfacetTitel>"
    "</Handlingsfacet></HandlingsfacetKategori></F>"
)
HOME_VISITS = KleEntry(Part.SUBJECT, "98.01.04", "Hjemmebesøg")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_a_table_is_read_in_every_encoding_and_with_every_delimiter(encoding: str, delimiter: str) -> None:
    assert HOME_VISITS in read_kle(CSV.replace(";", delimiter).encode(encoding))
    assert len(read_kle(CSV.encode(encoding))) == 3


def test_xml_is_read_with_its_own_encoding_and_without_what_it_would_fetch() -> None:
    assert read_kle(XML.encode("iso-8859-1"))[-1] == KleEntry(Part.SUBJECT, "98.01.04", "Hjemmebesøg & mere")
    assert read_kle(FACET_XML.encode()) == [KleEntry(Part.FACET, "A26", "Opdigtet")]
    entity = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><EmneNr>98.01.04</EmneNr><EmneTitel>&x;</EmneTitel></a>'
    assert "root" not in str(read_kle(entity.encode()))
    bomb = '<!DOCTYPE a [<!ENTITY x "ha"><!ENTITY y "' + "&x;" * 999 + '"><!ENTITY z "' + "&y;" * 999 + '">]><a>&z;</a>'
    assert all(isinstance(each, Bad) for each in read_kle(bomb.encode()))


@pytest.mark.parametrize(
    ("data", "line", "why"),
    [
        (CSV + "98.1.4;Galt nummer", 5, "98.1.4"),
        (CSV + "\r\n98.01.05;", 6, "har ingen titel"),
        (CSV + "98.01.04;Noget andet", 5, "anden titel"),
        (CSV + f"98.01.05;{'x' * 301}", 5, "for lang"),
        (CSV + "a26;Lille bogstav", 5, "a26"),
        ("<a><b></a>", 1, "gyldig XML"),
        ("<a>\n<EmneNr>98.1</EmneNr></a>", 2, "98.1"),
        (XML.replace("<EmneTitel>Hjemmebesøg &amp; mere</EmneTitel>", ""), 4, "har ingen titel"),
    ],
)
def test_a_bad_row_is_named_by_its_line(data: str, line: int, why: str) -> None:
    encoding = "iso-8859-1" if "iso-8859-1" in data else "utf-8"
    (bad,) = [each for each in read_kle(data.encode(encoding)) if isinstance(each, Bad)]
    assert (bad.line, why in bad.why) == (line, True), bad


def test_a_list_is_imported_whole_or_not_at_all(klyngebot: Klyngebot, tmp_path: Path) -> None:
    file = tmp_path / "kle.csv"
    file.write_text(CSV, "cp1252")
    assert klyngebot("filing", "import-kle", str(file)).lines == ["3 emner importeret."]
    file.write_text(CSV + "98.01.05;Nyt\r\n98.1;Galt\r\n98.2;Galt\r\n", "utf-8")
    failed = klyngebot("filing", "import-kle", str(file))
    assert failed.complaint == "2 fejl i kle.csv. Intet er importeret."
    assert [each.partition(":")[0] for each in failed.lines] == ["Linje 6", "Linje 7"]
    file.write_text(FACETS)
    assert klyngebot("filing", "import-kle", str(file)).lines == ["2 handlingsfacetter importeret."]
    for content in (b"", b"\xff\xfe\x00", b"bare\0tekst", b"Nr;Titel\r\n", b'98;"' + b"x" * 200_000):
        file.write_bytes(content)
        assert "Intet er importeret" in klyngebot("filing", "import-kle", str(file)).complaint, content[:20]
    assert "findes ikke" in klyngebot("filing", "import-kle", str(tmp_path / "væk.csv")).complaint
