source("protocol.R")
needs("vegan")

# Attendances of the actors who came: meetings in rows.
prepare <- function(given) {
    table <- matrix(0, given$relations, length(given$came))
    table[cbind(given$relation + 1, match(given$member, given$came))] <- 1
    table
}
empty <- function(table) length(table) == 0
once <- function(table) sum(colSums(table) == 1)
twice <- function(table) sum(colSums(table) == 2)

# The warning is about ACE, which is not looked at.
estimates <- function(table) suppressWarnings(vegan::estimateR(colSums(table)))

# Log-normal limits on the unseen part, from an estimate and a standard error of vegan.
limit <- function(seen, total, variance, sign) {
    unseen <- total - seen
    if (unseen <= 0) return(NA)
    seen + unseen * exp(qnorm(0.975) * sqrt(log1p(variance / unseen^2)))^sign
}

chao1_limit <- function(sign) function(table, given) {
    if (empty(table)) return(NA)
    found <- estimates(table)
    f1 <- once(table)
    f2 <- twice(table)
    variance <- found["se.chao1"]^2
    if (f2 > 0) {
        convention(paste("estimateR takes f1^2 (f1 + f2)^2 / (4 (f2 + 1)^4 chao1) from the variance",
                         "of chao1 where f2 > 0; the form of EstimateS, ours, does not"), TRUE)
        variance <- variance + f1^2 * (f1 + f2)^2 / (4 * (f2 + 1)^4 * found["S.chao1"])
    }
    limit(found["S.obs"], found["S.chao1"], variance, sign)
}

compare(prepare, list(
    chao1 = function(table, given) if (empty(table)) NA else estimates(table)["S.chao1"],
    chao1_low = chao1_limit(-1),
    chao1_high = chao1_limit(1),
    chao2 = function(table, given) {
        if (empty(table)) return(NA)
        pool <- vegan::specpool(table)
        f1 <- once(table)
        f2 <- twice(table)
        unseen <- pool$chao - pool$Species
        if (f2 == 0) return(pool$chao)
        convention("specpool has f1^2 / (2 f2) where f2 > 0, ours f1 (f1 - 1) / (2 (f2 + 1))", TRUE)
        if (f1 == 0) pool$chao else pool$Species + unseen * (f1 - 1) * f2 / (f1 * (f2 + 1))
    }))
