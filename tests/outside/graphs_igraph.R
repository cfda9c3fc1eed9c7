source("protocol.R")
needs("igraph")

prepare <- function(given) {
    graph <- igraph::make_empty_graph(given$vertices, directed = FALSE)
    igraph::add_edges(graph, rbind(given$from, given$to) + 1)
}
alone <- function(graph) igraph::degree(graph) == 0

compare(prepare, list(
    degree = function(graph, given) igraph::degree(graph),
    betweenness = function(graph, given) igraph::betweenness(graph),
    coreness = function(graph, given) igraph::coreness(graph),
    constraint = function(graph, given)
        undefined(igraph::constraint(graph), alone(graph), NaN,
                  "R igraph has NaN for the constraint of an isolate"),
    articulation = function(graph, given)
        as.numeric(seq_len(given$vertices) %in% igraph::articulation_points(graph)),
    bridges = function(graph, given) length(igraph::bridges(graph))))
