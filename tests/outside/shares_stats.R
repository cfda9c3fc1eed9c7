source("protocol.R")

limit <- function(side) function(now, given) {
    if (given$trials == 0) return(NA)
    suppressWarnings(prop.test(given$count, given$trials, correct = FALSE))$conf.int[side]
}

compare(identity, list(wilson_low = limit(1), wilson_high = limit(2)))
