#include <algorithm>
#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_burstiness(const Question& q) {
    std::vector<double> days;
    for (const std::uint32_t event : q.events) {
        const Date& date = q.data.events.rows[event].start;
        if (q.in_window(date) && date.known()) days.push_back((date.first() + date.last()) / 2.0);
    }
    std::ranges::sort(days);
    Answers answers;
    auto& plain = answers[{"dialogue_burstiness", ""}];
    auto& corrected = answers[{"dialogue_burstiness", "measure=finite_size"}];
    if (days.size() < 4 || days.front() == days.back()) return answers;
    const double gaps = static_cast<double>(days.size() - 1);
    const double mean = (days.back() - days.front()) / gaps;
    double variance = 0;
    for (std::size_t i = 1; i < days.size(); ++i)
        variance += std::pow(days[i] - days[i - 1] - mean, 2) / gaps;
    const double r = std::sqrt(variance) / mean;
    const double up = std::sqrt(gaps + 1), down = std::sqrt(gaps - 1);
    plain = (r - 1) / (r + 1);
    corrected = (up * r - down) / ((up - 2) * r + down);
    return answers;
}

}  // namespace maillage::reference
