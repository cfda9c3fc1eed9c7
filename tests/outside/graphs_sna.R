source("protocol.R")
needs("sna")

prepare <- function(given) {
    table <- matrix(0, given$vertices, given$vertices)
    ends <- cbind(given$from, given$to) + 1
    table[ends] <- 1
    table[ends[, 2:1, drop = FALSE]] <- 1
    table
}

compare(prepare, list(
    degree = function(table, given) sna::degree(table, gmode = "graph"),
    betweenness = function(table, given) sna::betweenness(table, gmode = "graph"),
    coreness = function(table, given) sna::kcores(table, mode = "graph"),
    articulation = function(table, given)
        as.numeric(seq_len(given$vertices) %in% sna::cutpoints(table, mode = "graph"))))
