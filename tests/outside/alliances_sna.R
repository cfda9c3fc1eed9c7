source("protocol.R")
needs("sna")

# The ties, and the open paths of two ties that each actor is in the middle of, by role.
prepare <- function(given) {
    shared <- matrix(0, given$actors, given$relations)
    shared[cbind(given$member, given$relation) + 1] <- 1
    table <- 1 * (tcrossprod(shared) > 0)
    diag(table) <- 0
    list(table = table, paths = paths(table, given))
}

# Both ways: a path and its reverse are two, and what one calls gatekeeper the other calls
# representative.
paths <- function(table, given) {
    if (given$actors < 2) return(matrix(0, given$actors, 6))
    both <- sna::brokerage(table, given$kinds)$raw.nli
    convention("sna counts each open path of undirected ties in both directions", any(both > 0))
    both / 2
}
role <- function(columns) function(prepared, given)
    rowSums(prepared$paths[, columns, drop = FALSE])
total <- function(columns) function(prepared, given) sum(prepared$paths[, columns])

centralization <- function(of) function(prepared, given)
    undefined(sna::centralization(prepared$table, of, mode = "graph"), given$actors < 3, NaN,
              "sna has NaN for a centralization of fewer than three vertices")

compare(prepare, list(
    degree_centralization = centralization(sna::degree),
    betweenness_centralization = centralization(sna::betweenness),
    connectedness = function(prepared, given)
        if (given$actors < 2) NA else sna::connectedness(prepared$table),
    open_paths = total(6),
    coordinator = total(1), itinerant = total(2), gatekeeper_representative = total(3:4),
    liaison = total(5),
    coordinator_each = role(1), itinerant_each = role(2),
    gatekeeper_representative_each = role(3:4), liaison_each = role(5)))
