"""What can be said: the ontology in Turtle, its lexicon, and the values every other room speaks in."""

from ontology.claims import (
    FIRST_YEAR,
    LAST_YEAR,
    Article,
    Claim,
    Dating,
    Entity,
    Evidence,
    Literal,
    Modality,
    Node,
    Polarity,
    Qualifier,
    Reading,
    Relation,
    Status,
    Time,
    YearConstraint,
)
from ontology.description import describe_term
from ontology.errors import BylineError, GraphError, ModelError, OntologyError, QueryError, ShapeError, SourceError
from ontology.iris import BASE, article_iri, claim_iri, entity_iri, open_relation_iri, slug
from ontology.lexicon import Frame, Lexicon
from ontology.loading import load_ontology
from ontology.vocabulary import Class, Ontology, Property

__all__ = [
    "BASE",
    "FIRST_YEAR",
    "LAST_YEAR",
    "Article",
    "BylineError",
    "Claim",
    "Class",
    "Dating",
    "Entity",
    "Evidence",
    "Frame",
    "GraphError",
    "Lexicon",
    "Literal",
    "Modality",
    "ModelError",
    "Node",
    "Ontology",
    "OntologyError",
    "Polarity",
    "Property",
    "Qualifier",
    "QueryError",
    "Reading",
    "Relation",
    "ShapeError",
    "SourceError",
    "Status",
    "Time",
    "YearConstraint",
    "article_iri",
    "claim_iri",
    "describe_term",
    "entity_iri",
    "load_ontology",
    "open_relation_iri",
    "slug",
]
