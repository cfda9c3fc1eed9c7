source("protocol.R")
needs("igraph")

prepare <- function(given) {
    table <- matrix(0, given$actors, given$relations)
    table[cbind(given$member, given$relation) + 1] <- 1
    shared <- tcrossprod(table)
    igraph::graph_from_adjacency_matrix(shared > 0, "undirected", diag = FALSE)
}

few <- function(given) given$actors < 3
degree_centralization <- function(graph, given) {
    counted <- igraph::centr_degree(graph)$centralization
    found <- igraph::centr_degree(graph, loops = FALSE)$centralization
    convention("R igraph counts a loop among the ties possible of degree centralization unless loops = FALSE",
               !few(given) && abs(counted - found) > 1e-9)
    undefined(found, few(given), NaN, "R igraph has NaN for a centralization of fewer than three vertices")
}

compare(prepare, list(
    degree_centralization = degree_centralization,
    betweenness_centralization = function(graph, given)
        undefined(igraph::centr_betw(graph, directed = FALSE)$centralization, few(given), NaN,
                  "R igraph has NaN for a centralization of fewer than three vertices"),
    distance_fragmentation = function(graph, given)
        undefined(1 - igraph::global_efficiency(graph, directed = FALSE), given$actors < 2, NaN,
                  "R igraph has NaN for the efficiency of one vertex"),
    density = function(graph, given)
        undefined(igraph::edge_density(graph), given$actors < 2, NaN,
                  "R igraph has NaN for the density of one vertex"),
    components = function(graph, given) igraph::components(graph)$no,
    degree = function(graph, given) igraph::degree(graph),
    assortativity = function(graph, given) {
        kinds <- given$kinds + 1
        ends <- igraph::as_edgelist(graph)
        alike <- length(unique(kinds[ends])) < 2
        undefined(igraph::assortativity_nominal(graph, kinds, directed = FALSE), alike, NaN,
                  "R igraph has NaN for the assortativity of ties of one kind, or of none")
    },
    transitivity = function(graph, given) {
        degrees <- igraph::degree(graph)
        undefined(igraph::transitivity(graph, "global"), all(degrees < 2), NaN,
                  "R igraph has NaN for the transitivity of a graph without path of two ties")
    },
    local_clustering = function(graph, given)
        undefined(igraph::transitivity(graph, "local"), igraph::degree(graph) < 2, NaN,
                  "R igraph has NaN for the clustering of a vertex of degree below 2"),
    mean_local_clustering = function(graph, given)
        undefined(igraph::transitivity(graph, "localaverage"), all(igraph::degree(graph) < 2), NaN,
                  "R igraph has NaN for a mean clustering over nobody")))
