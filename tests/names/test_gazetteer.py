"""The gazetteer: what it holds and how it is asked."""

from __future__ import annotations

from dateline.names import gazetteer


def test_largest_first() -> None:
    """Places of one name come with the largest first, each with its country."""
    found = gazetteer.sites("Paris")
    assert (found[0].country, found[0].level) == ("FR", "county")
    assert {"FR", "US"} <= {site.country for site in found}
    assert [s.people for s in found] == sorted((s.people for s in found), reverse=True)


def test_levels() -> None:
    """Countries, capitals, regions and counties are told apart."""
    assert gazetteer.sites("Kenya")[0].level == "country"
    assert any(s.level == "capital" and s.country == "KE" for s in gazetteer.sites("Nairobi"))
    assert any(s.level == "region" for s in gazetteer.sites("Saskatchewan"))


def test_other_names() -> None:
    """A city is found by another name that it has or had, marked as not its main one."""
    city = next(s for s in gazetteer.sites("Bombay") if s.country == "IN")
    assert city.name == "Mumbai"
    assert not city.main


def test_country_by_code() -> None:
    """A country is found by its code, and an unknown code finds none."""
    country = gazetteer.country("PE")
    assert country is not None
    assert country.name == "Peru"
    assert gazetteer.country("ZZ") is None


def test_any_text_may_be_asked() -> None:
    """Text that is no name finds nothing and breaks nothing."""
    assert gazetteer.sites("") == ()
    assert gazetteer.sites("\ud800' OR 1=1 --") == ()
