"""The named queries: what each answers on the sample, and that names are only ever names."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest
import rdflib
from hypothesis import given, settings
from hypothesis import strategies as st
from rdflib.namespace import SH
from rdflib.plugins.sparql import prepareQuery

from graph import ask, named_queries, serialize_examples, write_graph
from graph.folder import graph_store
from graph.queries import parse_query, resolve
from ontology import GraphError, QueryError
from tests.graph.sample import (
    EKSTROEM,
    GREY,
    HARROW,
    MILL,
    MILL_NEWS,
    MILL_READING,
    ONTOLOGY,
    RIVER,
    THORNE,
    claim,
    iri,
    open_relation,
)

Rows = list[tuple[str | None, ...]]


def rows(graph: Path, name: str, columns: str, **parameters: str) -> Rows:
    records = ask(graph, name, parameters).records()
    return [tuple(record[column] for column in columns.split()) for record in records]


@pytest.mark.parametrize("name", named_queries())
def test_each_is_explained_and_is_sparql_for_anybody(name: str) -> None:
    found = named_queries()[name]
    assert found.title
    assert found.question.endswith("?")
    assert found.keywords
    assert all(p.meaning and p.kind in ("entity", "date") for p in found.parameters)
    assert all(re.search(rf"\?{p.name}\b", re.sub("#.*", "", found.sparql)) for p in found.parameters)
    prepareQuery(found.sparql)
    ox.Store().query(found.sparql)


@pytest.mark.parametrize("name", named_queries())
def test_each_uses_only_terms_that_exist(name: str) -> None:
    for used in set(re.findall(r"\bby:\w+", re.sub(r"#.*", "", named_queries()[name].sparql))):
        known = ONTOLOGY.texts(iri(used), "rdfs:comment") or ONTOLOGY.texts(iri(used), "skos:definition")
        assert known, f"{used} is explained in no file of the ontology"


def test_relations(sample_graph: Path) -> None:
    found = rows(sample_graph, "relations", "relation kind claims")
    assert found[0] == ("leaves", "ontology", "2")
    assert ("poison", "open", "1") in found


def test_linked(sample_graph: Path) -> None:
    assert rows(sample_graph, "linked", "subject relation object status source", who="grey & sons") == [
        ("Grey & Sons", "buys … in", "Millbrook", "possible", None),
        ("Grey & Sons", "buys", "Millbrook Mill", "possible", None),
    ]
    assert len(rows(sample_graph, "linked", "subject")) == 8


def test_said_by_knows_both_ends_of_a_chain(sample_graph: Path) -> None:
    said = [
        ("the union", "strike", "Millbrook Mill", "planned"),
        ("Millbrook Mill", "poison", "Wend", "denied"),
        ("Ada Thorne", "not leaves", "Millbrook Mill", "planned"),
    ]
    assert rows(sample_graph, "said-by", "subject relation object status", who="Ms Thorn") == said
    spokesman = "The Council’s Spokesman"
    assert rows(sample_graph, "said-by", "subject relation object status", who=spokesman) == said[1:2]


def test_said_about(sample_graph: Path) -> None:
    assert rows(sample_graph, "said-about", "subject relation object status source according_to", who="Wend") == [
        ("Millbrook Mill", "poison", "Wend", "denied", "Ada Thorne", "the council’s spokesman")
    ]


def test_roles(sample_graph: Path) -> None:
    found = rows(sample_graph, "roles", "person role wording status", who="Ada Thorne")
    assert sorted(found, key=str) == [
        ("Ada Thorne", "Millbrook Mill", "manager", "asserted"),
        ("Ada Thorne", "Millbrook Mill", "resign", "planned"),
        ("Ada Thorne", "manager", "manager", "asserted"),
    ]


def test_timeline_is_in_order_of_time(sample_graph: Path) -> None:
    assert rows(sample_graph, "timeline", "when subject") == [
        ("2019/2021-05", "Bo Ekström"),
        ("2021-05-03", "the union"),
    ]


def test_evidence_for_an_edge(sample_graph: Path) -> None:
    found = rows(sample_graph, "evidence", "relation start end quote article why", one="the mill", other="Ada Thorne")
    assert [row[0] for row in found] == ["leads", "not leaves"]
    for _, start, end, quote, article, _ in found:
        assert MILL_NEWS.text[int(start or 0) : int(end or 0)] == quote
        assert article == MILL_NEWS.headline


@pytest.mark.parametrize(
    ("name", "found"),
    [
        ("denied", [("Millbrook Mill", "poison", "Wend")]),
        ("possible", [("Grey & Sons", "buys", "Millbrook Mill")]),
        ("requested", []),
        ("planned", [("the union", "strike", "Millbrook Mill"), ("Ada Thorne", "not leaves", "Millbrook Mill")]),
    ],
)
def test_by_status(sample_graph: Path, name: str, found: Rows) -> None:
    assert rows(sample_graph, name, "subject relation object") == found


def test_facts_are_what_no_source_stands_between(sample_graph: Path) -> None:
    assert {row[0] for row in rows(sample_graph, "facts", "subject")} == {"Ada Thorne", "Bo Ekström"}
    assert len(rows(sample_graph, "facts", "subject")) == 4


def test_articles_central_speakers_entities(sample_graph: Path) -> None:
    assert rows(sample_graph, "articles", "headline published claims entities") == [
        ("Bo Ekström moves", None, "1", "3"),
        (MILL_NEWS.headline, "2021-05-04", "7", "8"),
    ]
    assert rows(sample_graph, "central", "name claims others")[0] == ("Millbrook Mill", "5", "5")
    assert ("the council’s spokesman", "denied", "1") in rows(sample_graph, "speakers", "source status claims")
    assert rows(sample_graph, "entities", "name type aliases misspellings", who="ms thorne") == [
        ("Ada Thorne", "Person", "Ms Thorne", "Ms Thorn")
    ]


def test_memberships_are_those_the_article_vouches_for(sample_graph: Path) -> None:
    answer = ask(sample_graph, "memberships", {"who": "the mill"})
    assert answer.triples is not None
    values = {(t.predicate.value, getattr(t.object, "value", "")) for t in answer.triples}
    assert {(iri("org:member"), THORNE.iri), (iri("org:organization"), MILL.iri)} <= values
    assert sum(t.object == ox.NamedNode(iri("org:Membership")) for t in answer.triples) == 1


def test_contradictions(tmp_path: Path) -> None:
    quote = "The council’s spokesman said that Ms Thorne had said the mill did not poison the river Wend."
    other = claim(MILL_NEWS, quote, MILL, open_relation("poison"), RIVER, sources=(EKSTROEM,))
    write_graph(tmp_path / "g", [replace(MILL_READING, claims=(*MILL_READING.claims, other))], ONTOLOGY, views={})
    assert rows(tmp_path / "g", "contradictions", "subject relation object asserted_by denied_by") == [
        ("Millbrook Mill", "poison", "Wend", "Bo Ekström", "Ada Thorne")
    ]


def test_agreement_is_of_two_accounts(tmp_path: Path) -> None:
    quote = "The council’s spokesman said that Ms Thorne had said the mill did not poison the river Wend."
    other = claim(MILL_NEWS, quote, MILL, open_relation("poison"), RIVER, negative=True, sources=(EKSTROEM,))
    write_graph(tmp_path / "g", [replace(MILL_READING, claims=(*MILL_READING.claims, other))], ONTOLOGY, views={})
    for who in ({}, {"who": "Wend"}):
        assert rows(tmp_path / "g", "agreement", "subject relation object status accounts first", **who) == [
            ("Millbrook Mill", "poison", "Wend", "denied", "2", f"Ada Thorne, in {MILL_NEWS.headline}")
        ]
    assert rows(tmp_path / "g", "agreement", "subject", who="Grey & Sons") == []


def test_chains_number_the_mouths_from_the_inside(sample_graph: Path) -> None:
    for who in ({}, {"who": "Ada Thorne"}, {"who": "the council’s spokesman"}):
        assert rows(sample_graph, "chains", "subject place source", **who) == [
            ("Millbrook Mill", "1", "Ada Thorne"),
            ("Millbrook Mill", "2", "the council’s spokesman"),
        ]


def test_between_two_days(sample_graph: Path) -> None:
    def when(**days: str) -> list[str | None]:
        return [row[0] for row in rows(sample_graph, "between", "when", **days)]

    assert when() == ["2019/2021-05", "2021-05-03"]
    assert when(**{"from": "2021-05-04"}) == ["2019/2021-05"]
    assert when(until="2019-01-01") == ["2019/2021-05"]
    assert when(until="2018-12-31") == when(**{"from": "2021-06-01", "until": "2022-01-01"}) == []
    with pytest.raises(QueryError, match="'soon' is no day: write until=2023-03-20"):
        when(until="soon")


def test_quotations_have_their_place(sample_graph: Path) -> None:
    assert rows(sample_graph, "quoted", "speaker quote") == []
    assert rows(sample_graph, "misspellings", "name misspelling") == [("Ada Thorne", "Ms Thorn")]
    assert rows(sample_graph, "misspellings", "name", who="Wend") == []


def test_counts_of_relations_rules_and_articles(sample_graph: Path) -> None:
    assert ("leaves", "planned", "1") in rows(sample_graph, "statuses", "relation status claims")
    assert [row[0] for row in rows(sample_graph, "open-relations", "relation")] == ["poison", "strike"]
    assert rows(sample_graph, "rules", "rule claims least most") == [("verb", "8", "0.83", "0.83")]
    found = rows(sample_graph, "provenance", "headline file claims attributed")
    assert found == [("Bo Ekström moves", None, "1", "0"), (MILL_NEWS.headline, "mill.txt", "7", "3")]


def test_accounts_and_neighbours(sample_graph: Path) -> None:
    assert rows(sample_graph, "accounts", "one") == []
    assert rows(sample_graph, "neighbours", "from", who="Wend") == []
    assert rows(sample_graph, "neighbours", "through to", who="Harrow") == []


def test_a_parameter_narrows_what_is_counted(sample_graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "count.rq"
    counted = "SELECT (COUNT(?claim) AS ?n) WHERE { ?claim rdf:subject ?who } GROUP BY ?all"
    path.write_text(f"#+ param who (entity): whose\n# WHERE {{ in a comment\n{counted}\n", encoding="utf-8")
    assert rows(sample_graph, str(path), "n", who="Ada Thorne") == [("3",)]
    path.write_text("#+ param day (date): when\nSELECT ?t { ?t by:earliest ?d FILTER(?d = ?day) }\n", encoding="utf-8")
    assert len(rows(sample_graph, str(path), "t", day="2021-05-03")) == 1


def test_editors_read_the_queries_as_shacl(sample_graph: Path) -> None:
    read = rdflib.Graph().parse(data=serialize_examples(endpoint="http://127.0.0.1:7878/query"), format="turtle")
    found = {str(s): s for s in read.subjects(rdflib.RDF.type, SH.SPARQLExecutable)}
    assert [name.rpartition("/")[2] for name in sorted(found)] == sorted(named_queries())
    prefixes = {str(read.value(p, SH.prefix)): str(read.value(p, SH.namespace)) for p in read.objects(None, SH.declare)}
    assert prefixes["by"] == iri("by:")
    for name, this in found.items():
        (text,) = (str(t) for link in (SH.select, SH.construct) for t in read.objects(this, link))
        assert read.value(this, rdflib.RDFS.comment)
        assert ask(sample_graph, text) == ask(sample_graph, name.rpartition("/")[2])


def test_a_name_is_looked_up_by_label_then_alias_then_error(sample_graph: Path) -> None:
    store = graph_store(sample_graph)
    for name in ("Ada Thorne", "ADA THORNE ", "ms thorne", "Ms Thorn", THORNE.iri):
        assert [node.value for node in resolve(store, name)] == [THORNE.iri]
    assert [node.value for node in resolve(store, "BO EKSTRÖM")] == [EKSTROEM.iri]
    assert [node.value for node in resolve(store, HARROW.name)] == [HARROW.iri]


@pytest.mark.parametrize(
    ("what", "parameters", "message"),
    [
        ("said-by", {"who": "Ada Thorn"}, "nearest: Ada Thorne"),
        ("said-by", {"who": "Nobody At All"}, "is called 'Nobody At All'$"),
        ("said-by", {"whom": "Ada Thorne"}, "no parameter 'whom': it has who"),
        ("sad-by", {}, r"no query is called 'sad-by' \(nearest: said-by"),
        ("nowhere.rq", {}, "not readable as a query file"),
        ("SELECT * { ?s ?p ?o }", {"who": "Ada Thorne"}, "has no parameter 'who': it has none"),
    ],
)
def test_what_is_unknown_is_said_in_one_line(
    sample_graph: Path, what: str, parameters: dict[str, str], message: str
) -> None:
    with pytest.raises(QueryError, match=message):
        ask(sample_graph, what, parameters)


@given(
    name=st.text(st.characters(codec="utf-8"), max_size=30) | st.sampled_from(['" }', "> } #", "'''", "\\", "} INSERT"])
)
@settings(max_examples=60, deadline=None)
def test_no_name_is_taken_for_sparql(sample_graph: Path, name: str) -> None:
    with pytest.raises(QueryError, match="nobody and nothing in this graph"):
        ask(sample_graph, "said-by", {"who": f"{name} x"})


def test_a_query_file_may_have_parameters_of_text(sample_graph: Path, tmp_path: Path) -> None:
    path = tmp_path / "mine.rq"
    path.write_text(
        "#+ title: Mine\n#+ param label: the name\n\nSELECT ?e { ?e rdfs:label ?label }\n", encoding="utf-8"
    )
    assert rows(sample_graph, str(path), "e", label="Grey & Sons") == [(GREY.iri,)]
    assert rows(sample_graph, str(path), "e", label='" } #\n') == []
    assert parse_query("mine", path.read_text(encoding="utf-8")).parameters[0].kind == "text"


@pytest.mark.parametrize("name", [q.name for q in named_queries().values() if any(p.of_many for p in q.parameters)])
def test_a_large_graph_wants_to_know_about_whom(sample_graph: Path, name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    everybody = ask(sample_graph, name)
    monkeypatch.setattr("graph.queries._MANY", 3)
    first = next(p for p in named_queries()[name].parameters if p.of_many)
    with pytest.raises(QueryError, match=rf"{name}' needs {first.name} in a graph of .* claims: .*{first.name}='\*'"):
        ask(sample_graph, name)
    assert ask(sample_graph, name, {first.name: "*"}) == everybody
    if first.kind == "entity":
        ask(sample_graph, name, {first.name: "Ada Thorne"})


def test_no_graph_no_answer(tmp_path: Path) -> None:
    with pytest.raises(GraphError, match="no such graph folder"):
        ask(tmp_path / "g", "linked")


# rdflib's own use of its old names
@pytest.mark.filterwarnings("ignore:Dataset:DeprecationWarning", "ignore:ConjunctiveGraph:DeprecationWarning")
def test_rdflib_gives_the_same_answers(sample_graph: Path) -> None:
    data = rdflib.Dataset(default_union=True)
    data.parse(data=(sample_graph / "graph.trig").read_text(encoding="utf-8"), format="trig")
    for name in ("said-by", "denied", "timeline"):
        theirs = data.query(named_queries()[name].sparql)
        ours = ask(sample_graph, name)
        assert sorted(str(tuple(None if v is None else str(v) for v in row)) for row in theirs) == sorted(  # type: ignore[union-attr]
            str(tuple(None if v is None else v.value for v in row)) for row in ours.rows
        )
