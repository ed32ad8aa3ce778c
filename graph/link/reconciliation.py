"""The Reconciliation Service API, version 0.2, as OpenRefine speaks it: names go in batches, candidates come back.

https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import httpx

from graph.link.authority import Record
from graph.remote import Remote, one_line
from graph.terms import node
from ontology import Entity, GraphError, RemoteError

__all__ = ["reconcile"]

_VERSIONS, _BATCH, _LIMIT = {"0.1", "0.2"}, 20, 5
_PLACE = "{{id}}"
_JSON = "application/json"

Json = Mapping[str, Any]


@dataclass(frozen=True)
class _Service:
    """What a service says of itself: where its identifiers and types lie, and how the page of one is found."""

    identifiers: str
    types: str
    view: str

    def iri(self, name: str) -> str:
        """The IRI of an identifier: itself, or in the service's space, or where it is shown; empty if there is none."""
        below = f"{self.identifiers}{name}" if self.identifiers.endswith(("/", "#", "=", ":")) else ""
        for found in (name, below, self.view.replace(_PLACE, name)):
            if ":" in found and _is_iri(found):
                return found
        return ""


def _is_iri(text: str) -> bool:
    try:
        node(text)
    except GraphError:
        return False
    return True


def reconcile(remote: Remote, entities: Sequence[Entity]) -> Iterator[tuple[Entity, list[Record]]]:
    """Each entity with what a service finds for its name.

    Raises RemoteError where that is no Reconciliation service, or where it fails.
    """
    service = _introduce(remote)
    for start in range(0, len(entities), _BATCH):
        some = entities[start : start + _BATCH]
        queries = {f"q{i}": {"query": entity.name, "limit": _LIMIT} for i, entity in enumerate(some)}
        answers = _json(remote, remote.send("POST", content={"queries": json.dumps(queries)}, accept=_JSON))
        for key, entity in zip(queries, some, strict=True):
            yield entity, [*_records(answers.get(key), service, remote)]


def _introduce(remote: Remote) -> _Service:
    told = _json(remote, remote.send("GET", accept=_JSON, first=True))
    versions = told.get("versions") or ["0.1"]
    if not (isinstance(told.get("name"), str) and isinstance(told.get("identifierSpace"), str)):
        raise RemoteError(f"{remote.address}: answers, but not as a Reconciliation service: check its address")
    if not (isinstance(versions, list) and _VERSIONS & set(map(str, versions))):
        spoken = " and ".join(sorted(_VERSIONS))
        raise RemoteError(f"{remote.address}: speaks {versions} of the Reconciliation API, and Byline {spoken}")
    view = told.get("view")
    shown = view.get("url") if isinstance(view, dict) else None
    return _Service(
        told["identifierSpace"], str(told.get("schemaSpace") or ""), shown if isinstance(shown, str) else ""
    )


def _json(remote: Remote, response: httpx.Response) -> Json:
    try:
        found = response.json()
    except ValueError as exc:
        raise RemoteError(f"{remote.address}: answers, but not in JSON: check its address") from exc
    if not isinstance(found, dict) or found.get("status") == "error":
        said = f" ({one_line(str(found.get('message')))})" if isinstance(found, dict) else ""
        raise RemoteError(f"{remote.address}: does not understand what it was asked{said}: is it such a service?")
    return found


def _records(answer: Any, service: _Service, remote: Remote) -> Iterator[Record]:
    try:
        for result in answer["result"]:
            iri = service.iri(str(result["id"]))
            if iri:
                score = float(result.get("score") or 0)
                kinds = (kind for each in result.get("type") or () for kind in _kinds(each, service))
                yield Record(iri, str(result["name"]), (), tuple(kinds), _share(score) if result.get("match") else None)
    except (KeyError, TypeError, ValueError, AttributeError) as exc:
        raise RemoteError(f"{remote.address}: an answer lacks its result, id or name: is it such a service?") from exc


def _share(score: float) -> float:
    """A score between 0 and 1; services count to 1 or to 100, as they like, and some beyond."""
    return min(max(score if score <= 1 else score / 100, 0.0), 1.0)


def _kinds(kind: str | Json, service: _Service) -> Iterator[str]:
    """All that a type may be known by."""
    name = kind if isinstance(kind, str) else str(kind["id"])
    yield from (name, f"{service.identifiers}{name}", f"{service.types}{name}")
    if not isinstance(kind, str) and kind.get("name"):
        yield str(kind["name"])
