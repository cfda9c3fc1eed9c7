source("protocol.R")
needs("vegan")

diversity <- function(index, says) function(now, given) {
    value <- vegan::diversity(given$counts, index)
    empty <- sum(given$counts) == 0
    convention(paste0("diversity(", index, ") of nothing is ", says, "; ours is undefined"), empty)
    if (empty) NA else value
}

compare(identity, list(
    shannon = diversity("shannon", "0"),
    blau = diversity("simpson", "1"),
    hill2 = diversity("invsimpson", "Inf"),
    hill1 = function(now, given) exp(diversity("shannon", "0")(now, given)),
    blau_unbiased = function(now, given) {
        # Hurlbert's rarefaction to two individuals: species expected, less one.
        if (sum(given$counts) < 2) NA
        else suppressWarnings(vegan::rarefy(given$counts, 2)) - 1
    }))
