source("protocol.R")
source("sojourns.R")
needs("etm")

states <- c("0", "1", "2", "3")
possible <- matrix(TRUE, 4, 4, dimnames = list(states, states))
diag(possible) <- FALSE
possible["3", ] <- FALSE

prepare <- function(given) {
    rows <- data.frame(id = given$unit, from = states[given$state + 1],
                       to = c("cens", states)[given$`next` + 2],
                       entry = given$entry, exit = given$exit)
    etm::etm(rows, states, possible, "cens", s = 0, covariance = FALSE)
}

shares_after <- function(fit, step) if (step == 0) c(1, 0, 0, 0) else fit$est["0", , step]

compare(prepare, list(
    occupation = function(fit, given) {
        shares <- vapply(given$at, function(time)
            shares_after(fit, findInterval(time, fit$time)), c(0, 0, 0, 0))
        from <- emptied(given, function(time) shares_after(fit, sum(fit$time < time)))
        known(as.vector(shares), given, from)
    }))
