"""A graph sent to another store, graph by graph, and only what has changed there."""

from graph.push.manifest import NamedGraph, Plan, plan_push
from graph.push.pushing import Push, push_graph

__all__ = ["NamedGraph", "Plan", "Push", "plan_push", "push_graph"]
