# To be sourced. matches FOUND EXPECTED: whether a text is what was expected; in EXPECTED, a line `…`
# stands for any lines or none, and `…` in a line for any text.
matches() {
    local pattern
    pattern=$(sed -z 's/[][\\*?()]/\\&/g; s/\(^\|\n\)…\n/\1*/g; s/…/*/g' <<<"$2"; echo x)
    [[ $1$'\n' == ${pattern%x*} ]]
}
