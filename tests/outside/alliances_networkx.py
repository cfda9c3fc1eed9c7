from itertools import combinations

import networkx as nx

from protocol import compare, met, undefined


def prepare(given):
    graph = nx.empty_graph(given["actors"][0])
    for relation in range(given["relations"][0]):
        parties = [m for r, m in zip(given["relation"], given["member"]) if r == relation]
        graph.add_edges_from(combinations(parties, 2))
    return graph


def density(graph, _):
    if len(graph) < 2:
        met["networkx has 0 for the density of one vertex; ours is undefined"] += 1
        return [None]
    return [nx.density(graph)]


def connectedness(graph, _):
    if len(graph) < 2:
        return [None]
    joined = sum(len(c) * (len(c) - 1) for c in nx.connected_components(graph))
    return [joined / (len(graph) * (len(graph) - 1))]


def giant_share(graph, _):
    if len(graph) < 2:
        return [None]
    return [max(map(len, nx.connected_components(graph))) / len(graph)]


def assortativity(graph, given):
    kinds = dict(enumerate(given["kinds"]))
    if len({kinds[end] for tie in graph.edges for end in tie}) < 2:
        return [None]
    nx.set_node_attributes(graph, kinds, "kind")
    return [nx.attribute_assortativity_coefficient(graph, "kind")]


def transitivity(graph, _):
    paths = sum(degree * (degree - 1) for _, degree in graph.degree)
    says = "networkx has 0 for the transitivity of a graph without path of two ties"
    return [undefined(nx.transitivity(graph), paths == 0, 0, says)]


def local_clustering(graph, _):
    says = "networkx has 0 for the clustering of a vertex of degree below 2"
    return [
        undefined(value, graph.degree[actor] < 2, 0, says)
        for actor, value in nx.clustering(graph).items()
    ]


def mean_local_clustering(graph, given):
    """Over the vertices of degree 2 or more: networkx counts the others as 0 in its average."""
    counted = [vertex for vertex in graph if graph.degree[vertex] >= 2]
    if not counted:
        return [None]
    mean = nx.average_clustering(graph, counted)
    if abs(mean - nx.average_clustering(graph)) > 1e-9:
        met["networkx counts 0 for degrees below 2 in the mean clustering; ours leaves them out"] += 1
    return [mean]


def centralization(shares, most):
    """Sum of the gaps to the largest share, over its value in a star."""
    if len(shares) < 3:
        return [None]
    largest = max(shares.values())
    return [sum(largest - share for share in shares.values()) / most(len(shares))]


def distance_fragmentation(graph, _):
    if len(graph) < 2:
        met["networkx has 0 for the efficiency of one vertex; ours is undefined"] += 1
        return [None]
    return [1 - nx.global_efficiency(graph)]


compare(
    prepare,
    {
        "density": density,
        "connectedness": connectedness,
        "giant_share": giant_share,
        "components": lambda graph, _: [nx.number_connected_components(graph)],
        "assortativity": assortativity,
        "transitivity": transitivity,
        "local_clustering": local_clustering,
        "mean_local_clustering": mean_local_clustering,
        "degree_centralization": lambda graph, _: centralization(
            nx.degree_centrality(graph), lambda n: n - 2
        ),
        "betweenness_centralization": lambda graph, _: centralization(
            nx.betweenness_centrality(graph), lambda n: n - 1
        ),
        "distance_fragmentation": distance_fragmentation,
        "degree": lambda graph, _: [graph.degree[actor] for actor in graph],
    },
)
