"""A deterministic generator of fictional registries of any size, for tests, benchmarks and previews."""

from datetime import date, timedelta
from pathlib import Path

from registry.file.document import Document, Entry, Plain
from registry.pack import pack_of
from registry.reference import Reference
from registry.words.folding import slug
from source.problems import Message, Problem, SourceError

HEAD = "# Örnek veri: bütün kayıtlar kurmacadır · Sample data: all entries are fictional"

_FIRST = ("Örnek", "Deneme")
_SECOND = """
    Akasya Ardıç Armut Arpa Badem Bakla Bulut Buğday Ceviz Çalı Çam Çayır Çınar Çiğdem Çilek Defne Deniz Dere Dut Elma
    Erguvan Erik Fındık Fidan Fulya Gelincik Göl Gül Gündüz Güneş Güvercin Harman Havuz Ihlamur Irmak Işık İğde İncir
    İnci Kavak Kayın Kaynak Kekik Kestane Keten Kiraz Kırlangıç Köprü Köknar Kuzu Lale Leylek Limon Manolya Menekşe Meşe
    Mısır Nane Nar Nergis Orman Ova Pınar Pamuk Papatya Reyhan Rüzgâr Sarmaşık Sedir Selvi Söğüt Sümbül Şeftali Tarla
    Toprak Turna Ufuk Üzüm Vadi Yağmur Yaprak Yıldız Zambak Zeytin
""".split()  # noqa: SIM905 - ninety words in quotes would be harder to read
_SHARES = (1, 6, 1, 2, 1, 3, 1, 2)
"""Entries of one place after the other in a round: uneven, so that the map has all its shades."""
_PRECISIONS = (4, 7, 10, 10)
"""Lengths of YYYY, YYYY-MM and YYYY-MM-DD."""
_UNTIL_READ, _UNTIL_WITHDRAWN = timedelta(days=20), timedelta(days=400)


def sample(count: int, reference: Reference) -> Document:
    """Return a valid registry of `count` fictional entries, with hosts below .example."""
    return Document.of((HEAD,), (Entry(_fields(number, reference)) for number in range(count)))


def refuse_to_overwrite(path: Path) -> None:
    """Raise SourceError if a file contains anything but a sample."""
    try:
        content = path.read_bytes() if path.is_file() else b""
    except OSError:  # writing reports why
        return
    if content.strip() and not content.startswith(HEAD.encode()):
        message = Message("The file does not contain sample data; it is not overwritten.")
        raise SourceError([Problem(str(path), 1, 1, "file-exists", "", message)])


def _fields(number: int, reference: Reference) -> dict[str, Plain]:
    """Return the fields of one entry. Name and place together are unique to its number."""
    definition, places = reference.definition, [*reference.places.values()]
    at, turn = _place(number, len(places) or 1)
    cycle, word = divmod(turn, len(_SECOND))
    words = f"{_FIRST[(at + word + cycle) % 2]} {_SECOND[(word + 7 * at) % len(_SECOND)]}"
    words += f" {cycle // 2 + 1}" if cycle > 1 else ""
    beside = places[at] if places else None
    kind, names = pack_of(reference).sampled(words, number + (turn if places else 0), beside, definition)
    place = None if any(each.value == kind and not each.needs_place for each in definition.kinds) else beside
    identifier = slug(" ".join([words, *([next(iter(place.name.values()))] if place else [])]))
    host = f"https://{slug(words)}.example"
    return {
        "id": identifier,
        "name": dict(names),
        "kind": kind,
        **({definition.place_key: place.code} if place else {}),
        **({"website": host} if number % 3 and "website" in definition.examples else {}),
        **({"aliases": [f"{identifier}-eski"]} if number % 40 == 0 else {}),
        "signatures": _signatures(number, host, reference),
        **({"withdrawn": _withdrawn(number, host, reference)} if number % 60 == 1 else {}),
    }


def _place(number: int, count: int) -> tuple[int, int]:
    """Return the index of an entry's place, and the number of entries of that place before it."""
    places = [(at, before) for at in range(count) for before in range(_SHARES[at % len(_SHARES)])]  # of one round
    rounds, place = divmod(number, len(places))
    at, before = places[place]
    return at, rounds * _SHARES[at % len(_SHARES)] + before


def _signatures(number: int, host: str, reference: Reference) -> list[Plain]:
    """Return a signature of the newest edition, for some entries of the oldest instead, for a few of both."""
    editions = sorted(reference.editions, key=lambda key: reference.editions[key])
    signed = editions if number % 11 == 0 else editions[:1] if number % 5 == 0 else editions[-1:]
    return [_signature(number, edition, host, reference) for edition in signed]


def _signature(number: int, edition: str, host: str, reference: Reference) -> dict[str, Plain]:
    signed = _day(number, edition, reference)
    return {
        "edition": edition,
        "date": signed.isoformat()[: _PRECISIONS[number % len(_PRECISIONS)]],
        "evidence": _evidence(number, reference, f"{host}/karar/{number + 1}"),
        "verified": min(signed + _UNTIL_READ, reference.today).isoformat(),
    }


def _withdrawn(number: int, host: str, reference: Reference) -> dict[str, Plain]:
    last = max(_day(number, edition, reference) for edition in reference.editions)
    day = min(last + _UNTIL_WITHDRAWN, reference.today).isoformat()
    return {"date": day, "evidence": _evidence(number, reference, f"{host}/cekilme/{number + 1}")}


def _evidence(number: int, reference: Reference, url: str) -> dict[str, Plain]:
    kinds = reference.definition.evidence_kinds
    kind = kinds[number % len(kinds)].value
    return {"url": url, "kind": kind, **({"archive": f"{url}/kopya"} if number % 4 == 0 else {})}


def _day(number: int, edition: str, reference: Reference) -> date:
    """Return a day of signature within the 300 days after an edition was adopted."""
    return min(reference.editions[edition] + timedelta(days=number * 7 % 300), reference.today)
