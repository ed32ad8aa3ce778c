"""From claims to a graph that one can keep, query, explore and hand on."""

from graph.answers import Answer, answer_table, serialize_answer
from graph.canonical import canonical
from graph.claims_file import claim_record, serialize_claims
from graph.ends import check_readings
from graph.evaluate import Evaluation, evaluate, read_gold
from graph.exports import FORMATS, export_graph
from graph.folder import read_graph, remove_article, write_graph
from graph.inference import infer
from graph.queries import NamedQuery, Parameter, ask, named_queries
from graph.query_examples import serialize_examples
from graph.rdf import serialize_reading
from graph.rdf_reading import parse_readings
from graph.shapes import Violation, validate, validate_graph
from graph.sparql import query
from graph.verify import verify_graph

__all__ = [
    "FORMATS",
    "Answer",
    "Evaluation",
    "NamedQuery",
    "Parameter",
    "Violation",
    "answer_table",
    "ask",
    "canonical",
    "check_readings",
    "claim_record",
    "evaluate",
    "export_graph",
    "infer",
    "named_queries",
    "parse_readings",
    "query",
    "read_gold",
    "read_graph",
    "remove_article",
    "serialize_answer",
    "serialize_claims",
    "serialize_examples",
    "serialize_reading",
    "validate",
    "validate_graph",
    "verify_graph",
    "write_graph",
]
