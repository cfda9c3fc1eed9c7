import math

import igraph

from protocol import compare, undefined


def prepare(given):
    return igraph.Graph(given["vertices"][0], list(zip(given["from"], given["to"])))


def constraint(graph, _):
    says = "igraph has NaN for the constraint of an isolate"
    return [
        undefined(value, degree == 0, math.nan, says)
        for value, degree in zip(graph.constraint(), graph.degree())
    ]


def articulation(graph, _):
    cuts = set(graph.articulation_points())
    return [float(vertex in cuts) for vertex in range(graph.vcount())]


compare(
    prepare,
    {
        "degree": lambda graph, _: graph.degree(),
        "betweenness": lambda graph, _: graph.betweenness(),
        "coreness": lambda graph, _: graph.coreness(),
        "constraint": constraint,
        "articulation": articulation,
        "bridges": lambda graph, _: [len(graph.bridges())],
    },
)
