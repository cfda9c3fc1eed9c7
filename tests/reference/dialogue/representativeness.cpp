#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

namespace {

using Numbers = std::map<std::string, double>;

/// Of each kind, the last target dated by the end of the window; undated ones are the oldest.
Numbers targets_in_force(const Question& q, bool& whole) {
    std::map<std::string, const model::KindTarget*> last;
    for (const model::KindTarget& target : q.data.kind_targets) {
        if (target.date.known() && q.last && target.date.first() > *q.last) continue;
        last[std::string(model::code_of(model::kinds, target.kind))] = &target;
    }
    double shares = 0, counts = 0;
    for (const auto& [kind, target] : last) {
        shares += target->share.value_or(0);
        counts += target->count.value_or(0);
    }
    whole = shares == 0 ? counts > 0 : std::abs(shares - 1) < 0.0100001;
    Numbers numbers;
    for (const auto& [kind, target] : last) {
        if (shares == 0 && counts > 0) numbers[kind] = target->count.value_or(0) / counts;
        if (shares > 0) numbers[kind] = target->share.value_or(0) / (whole ? shares : 1);
    }
    return numbers;
}

}  // namespace

Answers dialogue_representativeness(const Question& q) {
    Members came;
    for (const std::uint32_t event : q.events)
        if (q.in_window(q.data.events.rows[event].start))
            for (const std::uint32_t actor : q.attendees(event)) came.insert(actor);
    Numbers room, registered;
    for (const std::uint32_t actor : came) ++room[std::string(q.kind(actor))];
    for (const std::uint32_t actor : q.seats)
        if (q.active(actor)) ++registered[std::string(q.kind(actor))];
    bool whole = false;
    Numbers targets = targets_in_force(q, whole);
    Answers answers;
    auto& distance = answers[{"dialogue_dissimilarity", ""}];
    auto& divergence = answers[{"dialogue_kl", ""}];
    const double total = static_cast<double>(came.size());
    double apart = 0, sum = 0;
    bool possible = true;
    for (const auto& word : model::kinds) {
        const std::string kind(word.code);
        answers[{"dialogue_representativeness", "measure=attendees;kind=" + kind}] = room[kind];
        answers[{"dialogue_representativeness", "measure=registered;kind=" + kind}] =
            registered[kind];
        if (room[kind] == 0 && targets[kind] == 0) continue;
        auto& ratio = answers[{"dialogue_representativeness", "kind=" + kind}];
        if (total == 0) continue;
        const double p = room[kind] / total, t = targets[kind];
        if (t > 0) ratio = p / t;
        apart += std::abs(p - t) / 2;
        if (p > 0 && t == 0) possible = false;
        if (p > 0 && t > 0) sum += p * std::log(p / t);
    }
    if (total > 0 && whole) distance = apart;
    if (total > 0 && whole && possible) divergence = sum;
    return answers;
}

}  // namespace maillage::reference
