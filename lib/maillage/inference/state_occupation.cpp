// Two recursions run side by side over the times of moves. Shares: p' = p (I + dA). Influence of a
// unit, the derivative of p in its weight: u' = u (I + dA) + p d(dA), where the weight of a unit
// changes dA_hj by (its own move - dA_hj, were it at risk in h) / Y_h.

#include <algorithm>
#include <cmath>
#include <map>

#include <maillage/inference/state_occupation.hpp>

namespace maillage::inference {

namespace {

using Row = std::vector<double>;

/// Moves and units at risk of one time.
struct Moves {
    std::vector<Row> hazard;  ///< dA: from, to.
    Row at_risk;
};

bool is_at_risk(const Sojourn& sojourn, std::int32_t time) {
    return sojourn.entry < time && time <= sojourn.exit;
}

Moves moves_at(std::span<const Sojourn> sojourns, std::size_t states, std::int32_t time) {
    Moves moves{std::vector<Row>(states, Row(states, 0)), Row(states, 0)};
    for (const Sojourn& sojourn : sojourns) {
        if (!is_at_risk(sojourn, time)) continue;
        ++moves.at_risk[sojourn.state];
        if (sojourn.exit == time && sojourn.next) ++moves.hazard[sojourn.state][*sojourn.next];
    }
    for (std::size_t from = 0; from < states; ++from)
        for (double& hazard : moves.hazard[from])
            if (moves.at_risk[from] > 0) hazard /= moves.at_risk[from];
    return moves;
}

/// What a row becomes when its mass moves by the hazards.
Row moved(const Row& row, const Moves& moves) {
    Row after = row;
    for (std::size_t from = 0; from < row.size(); ++from)
        for (std::size_t to = 0; to < row.size(); ++to) {
            after[from] -= row[from] * moves.hazard[from][to];
            after[to] += row[from] * moves.hazard[from][to];
        }
    return after;
}

/// Adds to the influence of a unit what its own presence changes at that time.
void add_own(Row& influence, const Sojourn& sojourn, std::int32_t time, const Row& shares,
             const Moves& moves) {
    const std::size_t from = sojourn.state;
    const double weight = shares[from] / moves.at_risk[from];
    for (std::size_t to = 0; to < shares.size(); ++to) {
        const bool moves_there = sojourn.exit == time && sojourn.next == to;
        const double change = weight * ((moves_there ? 1 : 0) - moves.hazard[from][to]);
        influence[to] += change;
        influence[from] -= change;
    }
}

Row errors_of(const std::map<std::uint32_t, Row>& influences, std::size_t states) {
    Row errors(states, 0);
    for (const auto& [unit, influence] : influences)
        for (std::size_t state = 0; state < states; ++state)
            errors[state] += influence[state] * influence[state];
    for (double& error : errors) error = std::sqrt(error);
    return errors;
}

/// Every day on which somebody moves or stops being observed, in order.
std::vector<std::int32_t> exits_of(std::span<const Sojourn> sojourns) {
    std::vector<std::int32_t> times;
    for (const Sojourn& sojourn : sojourns)
        if (sojourn.exit > sojourn.entry) times.push_back(sojourn.exit);
    std::ranges::sort(times);
    times.erase(std::unique(times.begin(), times.end()), times.end());
    return times;
}

/// Less is the rounding of a share that has gone.
constexpr double nothing = 1e-12;

/// A state holds a share and nobody is observed in it, though somebody is at some time.
bool is_emptied(std::span<const Sojourn> sojourns, const Row& shares, const Row& at_risk) {
    return std::ranges::any_of(sojourns, [&](const Sojourn& sojourn) {
        return shares[sojourn.state] > nothing && at_risk[sojourn.state] == 0;
    });
}

}  // namespace

StateOccupation::StateOccupation(std::span<const Sojourn> sojourns, std::size_t states) {
    Row shares(states, 0);
    shares.front() = 1;
    std::map<std::uint32_t, Row> influences;
    for (const Sojourn& sojourn : sojourns) influences[sojourn.unit].assign(states, 0);
    steps_.push_back({0, shares, Row(states, 0)});
    for (const std::int32_t time : exits_of(sojourns)) {
        const Moves moves = moves_at(sojourns, states, time);
        if (!emptied_ && is_emptied(sojourns, shares, moves.at_risk)) emptied_ = time;
        for (auto& [unit, influence] : influences) influence = moved(influence, moves);
        bool any = false;
        for (const Sojourn& sojourn : sojourns) {
            if (!is_at_risk(sojourn, time)) continue;
            add_own(influences[sojourn.unit], sojourn, time, shares, moves);
            any = any || (sojourn.exit == time && sojourn.next);
        }
        shares = moved(shares, moves);
        if (any) steps_.push_back({time, shares, errors_of(influences, states)});
    }
}

const StateOccupation::Step& StateOccupation::at(double time) const {
    const auto after =
        std::upper_bound(steps_.begin(), steps_.end(), time,
                         [](double bound, const Step& step) { return bound < step.time; });
    return after == steps_.begin() ? steps_.front() : *std::prev(after);
}

}  // namespace maillage::inference
