"""The page that explains the ontology: classes, properties, wordings, statuses and mappings, read off the Turtle."""

from ontology.docs.page import ontology_page, write_page

__all__ = ["ontology_page", "write_page"]
