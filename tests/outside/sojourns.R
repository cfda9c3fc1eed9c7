# The first exit by which some state holds a share while nobody is observed in it, though somebody is
# at another time; `shares_before(t)` are the shares just before. Infinite: never.
emptied <- function(given, shares_before) {
    for (time in sort(unique(given$exit))) {
        watched <- given$state[given$entry < time & time <= given$exit]
        shares <- shares_before(time)
        for (state in unique(given$state))
            if (shares[state + 1] > 1e-12 && !(state %in% watched)) return(time)
    }
    Inf
}

# Values come time by time, for four states at each.
known <- function(values, given, from) {
    where <- rep(given$at >= from, each = 4)
    convention(paste("survfit and etm carry on after a state holds a share and nobody is observed in",
                     "it; ours is undefined from then on"), where)
    values[where] <- NA
    values
}
