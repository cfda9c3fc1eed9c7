source("protocol.R")
source("sojourns.R")
needs("survival")
library(survival)

names_of_states <- c("s0", "s1", "s2", "s3")

# All in the first state at the origin; the share of units by state, and its infinitesimal jackknife.
prepare <- function(given) {
    rows <- data.frame(unit = given$unit, entry = given$entry, exit = given$exit,
                       from = factor(names_of_states[given$state + 1], names_of_states),
                       to = factor(c("censored", names_of_states)[given$`next` + 2],
                                   c("censored", names_of_states)))
    fit <- survfit(Surv(entry, exit, to) ~ 1, data = rows, id = unit, istate = from,
                   p0 = c(1, 0, 0, 0))
    at <- sort(unique(given$at))
    now <- summary(fit, times = at, extend = TRUE)
    columns <- match(names_of_states, fit$states)
    order <- match(given$at, at)
    shares_before <- function(time) {
        step <- sum(fit$time < time)
        if (step == 0) c(1, 0, 0, 0) else fit$pstate[step, columns]
    }
    list(emptied = emptied(given, shares_before),
         shares = now$pstate[order, columns, drop = FALSE],
         errors = now$std.err[order, columns, drop = FALSE])
}

# Time by time, state by state.
in_order <- function(now, given, column) known(as.vector(t(now[[column]])), given, now$emptied)

compare(prepare, list(
    occupation = function(now, given) in_order(now, given, "shares"),
    occupation_error = function(now, given) in_order(now, given, "errors")))
