source("protocol.R")
needs("survival")
library(survival)

# Those never observed are left out by both.
prepare <- function(given) {
    kept <- given$time > given$entry
    entry <- given$entry[kept]
    time <- given$time[kept]
    outcome <- given$outcome[kept]
    curve <- survfit(Surv(entry, time, outcome == 1) ~ 1, conf.type = "log-log")
    states <- survfit(Surv(entry, time, factor(outcome, 0:2)) ~ 1, id = seq_along(time),
                      p0 = c(1, 0, 0))
    list(curve = summary(curve, times = sort(unique(given$at)), extend = TRUE),
         fit = curve,
         states = summary(states, times = sort(unique(given$at)), extend = TRUE),
         order = match(given$at, sort(unique(given$at))),
         last = max(time))
}

beyond <- function(values, now, at, finished) {
    where <- at > now$last & !finished
    convention("survfit carries the last value beyond the follow-up; ours is undefined", where)
    values[where] <- NA
    values
}
of_curve <- function(now, given, column) now$curve[[column]][now$order]
gone <- function(now) now$curve$surv[now$order] < 1e-12
known <- function(values, now, given) beyond(values, now, given$at, gone(now))

limit <- function(now, given, column) {
    limits <- of_curve(now, given, column)
    full <- of_curve(now, given, "surv") == 1
    convention("survfit has limits of 1 at a survival of 1; ours are undefined", full)
    convention("survfit has no limits at a survival of 0", gone(now))
    limits[full | gone(now)] <- NA
    known(limits, now, given)
}

restricted <- function(column) function(now, given) {
    vapply(seq_along(given$at), function(i) {
        if (given$at[i] > now$last && !gone(now)[i]) return(NA)
        table <- tryCatch(summary(now$fit, rmean = given$at[i])$table, error = function(refusal) {
            stopifnot(given$at[i] < min(now$fit$time))
            convention("survfit refuses a mean up to a time before the first exit", TRUE)
            c(rmean = given$at[i], "se(rmean)" = 0)
        })
        unname(table[column])
    }, 0)
}

incidence <- function(state) function(now, given) {
    finished <- now$states$pstate[now$order, 1] < 1e-12
    beyond(now$states$pstate[now$order, state], now, given$at, finished)
}

compare(prepare, list(
    survival = function(now, given) known(of_curve(now, given, "surv"), now, given),
    survival_error = function(now, given) {
        errors <- of_curve(now, given, "std.err")
        convention("survfit has NaN for the standard error at a survival of 0; ours is undefined",
                   gone(now))
        errors[gone(now)] <- NA
        known(errors, now, given)
    },
    survival_low = function(now, given) limit(now, given, "lower"),
    survival_high = function(now, given) limit(now, given, "upper"),
    restricted_mean = restricted("rmean"),
    restricted_mean_error = restricted("se(rmean)"),
    median = function(now, given) {
        steps <- now$fit$n.event > 0
        flat <- steps & abs(now$fit$surv - 0.5) < 1e-12
        convention(paste("survfit has the middle of the flat part as median when the curve stays at",
                         "1/2; ours its start"), any(flat))
        if (any(flat)) min(now$fit$time[flat]) else unname(summary(now$fit)$table["median"])
    },
    incidence = incidence(2),
    incidence_competing = incidence(3),
    incidence_error = function(now, given) {
        finished <- now$states$pstate[now$order, 1] < 1e-12
        beyond(now$states$std.err[now$order, 2], now, given$at, finished)
    }))
