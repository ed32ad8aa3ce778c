"""What can be said: the ontology in Turtle, its lexicon, and the values every other room speaks in."""

from ontology.claims import (
    Article,
    Claim,
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
)
from ontology.errors import BylineError, GraphError, ModelError, OntologyError, QueryError, SourceError
from ontology.iris import BASE, article_iri, claim_iri, entity_iri, open_relation_iri, slug
from ontology.lexicon import Frame, Lexicon
from ontology.vocabulary import Class, Ontology, Property, load_ontology

__all__ = [
    "BASE",
    "Article",
    "BylineError",
    "Claim",
    "Class",
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
    "SourceError",
    "Status",
    "Time",
    "article_iri",
    "claim_iri",
    "entity_iri",
    "load_ontology",
    "open_relation_iri",
    "slug",
]
