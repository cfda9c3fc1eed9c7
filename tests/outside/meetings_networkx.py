import networkx as nx
from networkx.algorithms import bipartite

from protocol import compare, met, undefined


class Meetings:
    """The graph of actors who came and meetings, and its projection on actors."""

    def __init__(self, given):
        self.actors = [("actor", actor) for actor in given["came"]]
        self.meetings = [("meeting", row) for row in range(given["relations"][0])]
        self.graph = nx.Graph()
        self.graph.add_nodes_from(self.actors + self.meetings)
        self.graph.add_edges_from(
            (("actor", member), ("meeting", row))
            for row, member in zip(given["relation"], given["member"])
        )
        self.tied = bipartite.projected_graph(self.graph, self.actors)

    def is_alone(self, actor):
        return not self.tied[actor]


def latapy(mode):
    def figure(now, _):
        values = bipartite.latapy_clustering(now.graph, now.actors, mode=mode)
        says = "networkx has 0 for the Latapy clustering of an actor without second neighbour"
        return [undefined(values[actor], now.is_alone(actor), 0, says) for actor in now.actors]

    return figure


def mean_latapy(now, given):
    """Over those who met somebody; networkx would count 0 for the others."""
    values = [value for value in latapy("dot")(now, given) if value is not None]
    return [sum(values) / len(values) if values else None]


def robins_alexander(now, _):
    value = bipartite.robins_alexander_clustering(now.graph)
    paths = sum(
        (now.graph.degree[actor] - 1) * (now.graph.degree[meeting] - 1)
        for actor, meeting in now.graph.edges
    )
    says = "networkx has 0 for Robins and Alexander's clustering without path of three ties"
    return [undefined(value, paths == 0, 0, says)]


def redundancy(side):
    def figure(now, _):
        return [redundancy_of(now.graph, node) for node in getattr(now, side)]

    return figure


def redundancy_of(graph, node):
    if len(graph[node]) >= 2:
        return bipartite.node_redundancy(graph, [node])[node]
    try:
        bipartite.node_redundancy(graph, [node])
    except nx.NetworkXError:
        met["networkx raises for the redundancy of a node of degree below 2; ours is undefined"] += 1
        return None
    return float("nan")


def degree(side):
    def figure(now, _):
        values = bipartite.degree_centrality(now.graph, now.actors) if now.actors else {}
        if side == "meetings" and not now.actors:
            return [None for _ in now.meetings]
        return [values[node] for node in getattr(now, side)]

    return figure


def closeness(side):
    def figure(now, _):
        """Within the island of a node, where networkx compares with the whole graph."""
        found = {}
        for island in nx.connected_components(now.graph):
            part = now.graph.subgraph(island)
            values = bipartite.closeness_centrality(
                part, [node for node in island if node[0] == "actor"], normalized=False
            )
            says = "networkx has 0 for the closeness of an isolate"
            for node in island:
                found[node] = undefined(values[node], len(island) == 1, 0, says)
        whole = bipartite.closeness_centrality(now.graph, now.actors, normalized=False)
        says = "networkx compares closeness with the whole graph, ours within the island"
        met[says] += sum(
            1
            for node, value in found.items()
            if value is not None and abs(value - whole[node]) > 1e-9
        )
        return [found[node] for node in getattr(now, side)]

    return figure


def betweenness(side):
    def figure(now, _):
        own, other = (
            (now.actors, now.meetings) if side == "actors" else (now.meetings, now.actors)
        )
        # With one node on either side nothing can lie between: networkx divides by 0 there.
        try:
            values = bipartite.betweenness_centrality(now.graph, now.actors)
        except ZeroDivisionError:
            met["networkx divides by 0 in the betweenness when nothing can lie between"] += 1
            return one_sided(now, own, other)
        return [values[node] for node in own]

    return figure


def one_sided(now, own, other):
    """Each side on its own, when the other side makes networkx fail."""
    raw = nx.betweenness_centrality(now.graph, normalized=False)
    if len(own) < 2 and len(other) < 2 or not other:
        return [None for _ in own]
    s, t = divmod(len(own) - 1, len(other))
    m = len(other)
    most = (m * m * (s + 1) ** 2 + m * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2
    return [raw[node] / most if most > 0 else None for node in own]


def collaborations(now):
    """Newman's weights; a meeting of one makes no pair on either side."""
    return bipartite.collaboration_weighted_projected_graph(now.graph, now.actors)


def strength_of_pairs(now, given):
    weighted = collaborations(now)
    ties = (
        weighted.get_edge_data(("actor", a), ("actor", b))
        for a, b in zip(given["first"], given["second"])
    )
    return [tie["weight"] if tie else None for tie in ties]


def strength(now, _):
    weighted = collaborations(now)
    return [weighted.degree(actor, weight="weight") for actor in now.actors]


def two_mode_density(now, _):
    if not now.actors or not now.meetings:
        return [None]
    return [bipartite.density(now.graph, now.actors)]


def connectedness(now, _):
    n = len(now.actors)
    if n < 2:
        return [None]
    return [sum(len(c) * (len(c) - 1) for c in nx.connected_components(now.tied)) / (n * (n - 1))]


def giant_share(now, _):
    if len(now.actors) < 2:
        return [None]
    return [max(map(len, nx.connected_components(now.tied))) / len(now.actors)]


compare(
    Meetings,
    {
        "latapy": latapy("dot"),
        "latapy_min": latapy("min"),
        "latapy_max": latapy("max"),
        "mean_latapy": mean_latapy,
        "robins_alexander": robins_alexander,
        "redundancy_of_actors": redundancy("actors"),
        "redundancy_of_events": redundancy("meetings"),
        "degree_of_actors": degree("actors"),
        "degree_of_events": degree("meetings"),
        "closeness_of_actors": closeness("actors"),
        "closeness_of_events": closeness("meetings"),
        "betweenness_of_actors": betweenness("actors"),
        "betweenness_of_events": betweenness("meetings"),
        "strength_of_pairs": strength_of_pairs,
        "strength": strength,
        "two_mode_density": two_mode_density,
        "connectedness": connectedness,
        "components": lambda now, _: [nx.number_connected_components(now.tied)],
        "giant_share": giant_share,
    },
)
