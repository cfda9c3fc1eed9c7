#include <cmath>

#include "reference/projects.hpp"

namespace maillage::reference {

namespace {

using Pair = std::pair<std::uint32_t, std::uint32_t>;  // rater, rated

/// The last score of a rater on an item by the last day; equal dates are averaged.
std::optional<double> last_score(const Question& q, const Pair& pair, int item) {
    std::optional<Date> last;
    double sum = 0, count = 0;
    for (const auto& row : q.data.ratings) {
        if (row.rater.index != pair.first || row.rated.index != pair.second ||
            static_cast<int>(row.item) != item || !past(q, row.date))
            continue;
        const auto age = [](const Date& date) { return std::pair(date.first(), date.last()); };
        if (last && age(row.date) < age(*last)) continue;
        if (!last || age(*last) < age(row.date)) sum = count = 0;
        last = row.date;
        sum += row.score;
        ++count;
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

double variance(const std::vector<double>& values) {
    double mean = 0, sum = 0;
    for (const double value : values) mean += value / static_cast<double>(values.size());
    for (const double value : values) sum += std::pow(value - mean, 2);
    return sum / static_cast<double>(values.size() - 1);
}

void answer(const Question& q, const std::string& id, int first, Answers& answers) {
    std::map<Pair, double> score;
    std::vector<std::array<double, 3>> complete;
    Members complete_raters;
    for (std::uint32_t rater = 0; rater < q.data.actors.size(); ++rater)
        for (const std::uint32_t rated : q.emergence_actors) {
            if (rater == rated) continue;
            std::array<double, 3> scores{};
            double sum = 0, count = 0;
            for (int item = 0; item < 3; ++item)
                if (const auto one = last_score(q, {rater, rated}, first + item)) {
                    scores[static_cast<std::size_t>(item)] = *one;
                    sum += *one;
                    ++count;
                }
            if (count > 0) score[{rater, rated}] = sum / count;
            if (count < 3) continue;
            complete.push_back(scores);
            complete_raters.insert(rater);
        }
    double told = 0, received = 0, pairs = 0, gaps = 0;
    Members seen, rate;
    for (const std::uint32_t rated : q.emergence_actors) {
        double sum = 0, raters = 0;
        for (const auto& [pair, one] : score) {
            if (pair.second != rated) continue;
            sum += one;
            ++raters;
        }
        if (raters < 3) continue;
        ++told;
        received += sum / raters;
    }
    for (const auto& [pair, one] : score) {
        seen.insert(pair.second);
        if (q.emergence_actors.contains(pair.first)) {
            seen.insert(pair.first);
            rate.insert(pair.first);
        }
        const auto back = score.find({pair.second, pair.first});
        if (back == score.end()) continue;
        pairs += 0.5;
        gaps += std::abs(one - back->second) / 2;
    }
    const auto ratio = [](double above, double below, bool told_at_all) {
        return told_at_all ? std::optional(above / below) : std::nullopt;
    };
    answers[{id, ""}] = ratio(received, told, told > 0);
    answers[{id, "measure=reciprocity_gap"}] = ratio(gaps, pairs, pairs >= 3);
    answers[{id, "measure=response_rate"}] =
        ratio(static_cast<double>(rate.size()), static_cast<double>(seen.size()), !seen.empty());
    auto& alpha = answers[{id, "measure=cronbach_alpha"}];
    if (complete_raters.size() < 3) return;
    double within = 0;
    std::vector<double> totals;
    for (std::size_t item = 0; item < 3; ++item) {
        std::vector<double> values;
        for (const auto& scores : complete) values.push_back(scores[item]);
        within += variance(values);
    }
    for (const auto& scores : complete) totals.push_back(scores[0] + scores[1] + scores[2]);
    if (variance(totals) > 1e-9) alpha = 1.5 * (1 - within / variance(totals));
}

}  // namespace

Answers emergence_ratings(const Question& q) {
    Answers answers;
    answer(q, "emergence_trust", 0, answers);
    answer(q, "emergence_value", 3, answers);
    return answers;
}

}  // namespace maillage::reference
