import math

import networkx as nx

from protocol import compare, undefined


def prepare(given):
    graph = nx.empty_graph(given["vertices"][0])
    graph.add_edges_from(zip(given["from"], given["to"]))
    return graph


def of_each(values, graph):
    return [values[vertex] for vertex in graph]


def defined(values, graph, what):
    says = f"networkx has NaN for {what} of an isolate"
    return [undefined(values[vertex], not graph[vertex], math.nan, says) for vertex in graph]


def articulation(graph, _):
    cuts = set(nx.articulation_points(graph))
    return [float(vertex in cuts) for vertex in graph]


compare(
    prepare,
    {
        "degree": lambda graph, _: of_each(graph.degree, graph),
        "betweenness": lambda graph, _: of_each(
            nx.betweenness_centrality(graph, normalized=False), graph
        ),
        "coreness": lambda graph, _: of_each(nx.core_number(graph), graph),
        "constraint": lambda graph, _: defined(nx.constraint(graph), graph, "the constraint"),
        "effective_size": lambda graph, _: defined(
            nx.effective_size(graph), graph, "the effective size"
        ),
        "articulation": articulation,
        "bridges": lambda graph, _: [sum(1 for _ in nx.bridges(graph))],
    },
)
