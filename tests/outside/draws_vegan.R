source("protocol.R")
needs("vegan")
set.seed(1)
draws <- 4000

shared_pairs <- function(table) {
    shared <- tcrossprod(table)
    sum(choose(shared[lower.tri(shared)], 2))
}

prepare <- function(given) {
    table <- matrix(0, given$relations, 12)
    table[cbind(given$relation + 1, given$member + 1)] <- 1
    tables <- simulate(vegan::nullmodel(table, "curveball"), nsim = draws, burnin = 1000,
                       thin = 100)
    apply(tables, 3, shared_pairs)
}

# Two means of as many draws; the error of a variance is that of a normal law, doubled. 5 standard
# errors: under one false alarm in a million.
spread <- 0
compare(prepare, list(
    mean = function(found, given) {
        spread <<- var(found)
        mean(found)
    },
    variance = function(found, given) var(found)),
    function(figure) function(ours, theirs) {
        error <- if (figure == "mean") sqrt(2 * spread / draws) else 2 * spread * sqrt(4 / draws)
        abs(ours - theirs) > 5 * error + 1e-12
    })
