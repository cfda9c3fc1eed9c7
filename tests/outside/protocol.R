# The side of R: reads cases and our answers, holds them to the answers of a package. README.md says
# how a case is written.

needs <- function(package) {
    if (requireNamespace(package, quietly = TRUE)) return(invisible())
    cat("SKIPPED: R package", package, "is not installed\n")
    quit(status = 0)
}

read_cases <- function(file = commandArgs(trailingOnly = TRUE)[1]) {
    words <- strsplit(readLines(file), " ", fixed = TRUE)
    side <- vapply(words, `[`, "", 1)
    starts <- which(side == "case")
    ends <- c(starts[-1] - 1, length(words))
    values <- function(lines) {
        found <- lapply(lines, function(line) suppressWarnings(as.numeric(line[-(1:2)])))
        names(found) <- vapply(lines, `[`, "", 2)
        found
    }
    Map(function(start, end) {
        rows <- start:end
        list(id = words[[start]][2], given = values(words[rows[side[rows] == "in"]]),
             found = values(words[rows[side[rows] == "out"]]))
    }, starts, ends)
}

# Differences of convention that were met, by what they say.
met <- new.env()
convention <- function(says, where) {
    times <- sum(where)
    if (times > 0) assign(says, mget(says, met, ifnotfound = 0)[[1]] + times, met)
}

# Where the tool says something and we say that there is no value; `theirs` holds what it must say.
undefined <- function(values, where, theirs, says) {
    where <- where & (if (is.nan(theirs)) is.nan(values) else values %in% theirs)
    convention(says, where)
    values[where] <- NA
    values
}

# NaN is an answer that no convention explained.
differ <- function(ours, theirs) {
    if (length(ours) != length(theirs)) return(TRUE)
    one_is_missing <- is.na(ours) != is.na(theirs) | is.nan(theirs)
    far <- abs(ours - theirs) > 1e-9 * pmax(abs(ours), abs(theirs)) + 1e-12
    any(one_is_missing | (!is.na(far) & far))
}

# Each figure is a function of what `prepare` made of the input and of the input; it answers in our
# order, NA where the value is undefined. `differ_by` says when they differ.
compare <- function(prepare, figures, differ_by = function(figure) differ) {
    cases <- read_cases()
    compared <- disagreed <- 0
    for (case in cases) {
        prepared <- prepare(case$given)
        for (figure in names(figures)) {
            ours <- case$found[[figure]]
            theirs <- as.numeric(figures[[figure]](prepared, case$given))
            compared <- compared + length(ours)
            if (!is.null(ours) && !differ_by(figure)(ours, theirs)) next
            disagreed <- disagreed + 1
            if (disagreed > 20) next
            cat("case", case$id, figure, "\n  ours  ", format(ours, digits = 15), "\n  theirs",
                format(theirs, digits = 15), "\n")
        }
    }
    for (says in sort(ls(met))) cat("convention, met", get(says, met), "times:", says, "\n")
    cat(length(cases), "cases,", compared, "values,", disagreed, "disagreements\n")
    if (disagreed > 0 || compared == 0) quit(status = 1)
}
