#include <algorithm>
#include <functional>

#include "reference/ties.hpp"

namespace maillage::reference {

namespace {

using Matrix = std::vector<std::vector<bool>>;

/// Share of the pairs of those not gone that no way joins.
double fragmentation(const Matrix& tied, std::vector<bool> gone) {
    const std::size_t n = tied.size();
    const auto left = static_cast<double>(std::count(gone.begin(), gone.end(), false));
    double joined = 0;
    for (std::size_t start = 0; start < n; ++start) {
        if (gone[start]) continue;
        std::vector<std::size_t> piece{start};
        gone[start] = true;
        for (std::size_t i = 0; i < piece.size(); ++i)
            for (std::size_t other = 0; other < n; ++other)
                if (!gone[other] && tied[piece[i]][other]) {
                    gone[other] = true;
                    piece.push_back(other);
                }
        joined += static_cast<double>(piece.size() * (piece.size() - 1));
    }
    return 1 - joined / (left * (left - 1));
}

/// F after each set of a size is gone.
std::vector<double> after_each(const Matrix& tied, std::size_t size) {
    std::vector<double> found;
    std::vector<bool> gone(tied.size(), false);
    const std::function<void(std::size_t, std::size_t)> take = [&](std::size_t from,
                                                                   std::size_t more) {
        if (more == 0) found.push_back(fragmentation(tied, gone));
        for (std::size_t i = from; more > 0 && i < tied.size(); ++i) {
            gone[i] = true;
            take(i + 1, more - 1);
            gone[i] = false;
        }
    };
    take(0, size);
    return found;
}

}  // namespace

Answers fragility_key_players(const Question& q) {
    const std::vector<std::uint32_t> actors(q.emergence_actors.begin(), q.emergence_actors.end());
    const std::size_t n = actors.size();
    const auto pairs = tied_pairs(q);
    Matrix tied(n, std::vector<bool>(n, false));
    for (std::size_t i = 0; i < n; ++i)
        for (std::size_t j = 0; j < n; ++j)
            tied[i][j] = pairs.contains(std::minmax(actors[i], actors[j]));
    Answers answers;
    for (const std::size_t size : {1U, 2U, 3U}) {
        const std::string of = size == 1 ? "" : "size=" + std::to_string(size);
        const std::string also = of.empty() ? "" : ";" + of;
        auto& best = answers[{"fragility_key_players", of}];
        if (n < size + 2) continue;
        const auto found = after_each(tied, size);
        best = *std::max_element(found.begin(), found.end());
        answers[{"fragility_key_players", "measure=gain" + also}] =
            *best - fragmentation(tied, std::vector<bool>(n, false));
        answers[{"fragility_key_players", "measure=sets" + also}] = static_cast<double>(
            std::count_if(found.begin(), found.end(), [&](double f) { return f > *best - 1e-9; }));
    }
    return answers;
}

}  // namespace maillage::reference
