"""How many signatories there are."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from registry.counts import Tally
from registry.dates import PartialDate
from registry.model import Evidence, Registry, Signatory, Signature, Withdrawal
from support.golden import cases
from support.registry import KINDS

EVIDENCE = Evidence("https://ornek.example/karar", "press", "")
DATE = PartialDate.parse("2022")
FACTS = st.tuples(
    st.sampled_from([kind.value for kind in KINDS]),
    st.integers(1, 81),
    st.lists(st.sampled_from(["2018", "2021"]), min_size=1, unique=True),
    st.booleans(),
)


def _registry(facts):
    return Registry(tuple(_entry(number, *each) for number, each in enumerate(facts)))


def _entry(number, kind, province, editions, withdrawn):
    return Signatory(
        id=f"ornek-{number}",
        name={"tr": "Örnek Belediyesi", "en": "Örnek Municipality"},
        kind=kind,
        place=str(province),
        website="",
        logo="",
        wikidata="",
        aliases=(),
        signatures=tuple(Signature(str(edition), DATE, EVIDENCE, date(2022, 2, 1)) for edition in editions),
        withdrawn=Withdrawal(DATE, EVIDENCE) if withdrawn else None,
    )


@cases("registry/tally.yaml")
def test_tally(case):
    tally = Tally.of(_registry(case["entries"]))
    assert (tally.standing, tally.withdrawn) == (case["standing"], case["withdrawn"])
    assert dict(tally.editions) == case["editions"]
    assert {int(code): count for code, count in tally.places.items()} == case["provinces"]
    assert dict(tally.kinds) == case["kinds"]


@given(st.lists(FACTS, max_size=30))
def test_counts_add_up(facts):
    registry = _registry(facts)
    tally = Tally.of(registry)
    assert tally.standing + tally.withdrawn == len(facts)
    assert sum(tally.places.values()) == sum(tally.kinds.values()) == tally.standing
    assert tally.standing <= sum(tally.editions.values()) <= 2 * tally.standing
    assert all(count > 0 for counts in (tally.editions, tally.places, tally.kinds) for count in counts.values())
    for edition in ("2018", "2021"):
        standing = [entry for entry in registry.signatories if not entry.withdrawn]
        signed = [entry for entry in standing if edition in {each.edition for each in entry.signatures}]
        assert tally.editions.get(edition, 0) == len(signed)


@given(st.lists(FACTS, max_size=30), FACTS)
def test_one_more_entry_counts_where_it_belongs_and_nowhere_else(facts, added):
    before, after = Tally.of(_registry(facts)), Tally.of(_registry([*facts, added]))
    kind, province, editions, withdrawn = added
    one = 0 if withdrawn else 1
    assert (after.standing - before.standing, after.withdrawn - before.withdrawn) == (one, 1 - one)
    assert _grown(before.kinds, after.kinds) == ({kind: 1} if one else {})
    assert _grown(before.places, after.places) == ({str(province): 1} if one else {})
    assert _grown(before.editions, after.editions) == (dict.fromkeys(editions, 1) if one else {})


def _grown(before, after):
    return {key: after[key] - before.get(key, 0) for key in after if after[key] != before.get(key, 0)}
