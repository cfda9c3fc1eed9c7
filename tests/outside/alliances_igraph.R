source("protocol.R")
needs("igraph")

prepare <- function(given) {
    table <- matrix(0, given$actors, given$relations)
    table[cbind(given$member, given$relation) + 1] <- 1
    shared <- tcrossprod(table)
    igraph::graph_from_adjacency_matrix(shared > 0, "undirected", diag = FALSE)
}

compare(prepare, list(
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
