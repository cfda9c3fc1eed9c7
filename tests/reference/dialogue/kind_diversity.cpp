#include <cmath>

#include "reference/reference.hpp"

namespace maillage::reference {

Answers dialogue_kind_diversity(const Question& q) {
    std::vector<std::map<std::string_view, double>> rooms;
    std::set<std::string_view> known;
    for (const std::uint32_t actor : q.seats)
        if (q.active(actor)) known.insert(q.kind(actor));
    for (const std::uint32_t event : q.events) {
        if (!q.in_window(q.data.events.rows[event].start) || q.attendees(event).empty()) continue;
        auto& room = rooms.emplace_back();
        for (const std::uint32_t actor : q.attendees(event)) {
            ++room[q.kind(actor)];
            known.insert(q.kind(actor));
        }
    }
    const double kinds = static_cast<double>(known.size());
    std::map<std::string, std::vector<double>> values;
    for (const auto& room : rooms) {
        double a = 0, squares = 0, h = 0, pairs = 0;
        for (const auto& [kind, count] : room) a += count;
        for (const auto& [kind, count] : room) {
            squares += (count / a) * (count / a);
            h -= (count / a) * std::log(count / a);
            pairs += count * (count - 1);
        }
        values[""].push_back(std::exp(h));
        values["measure=blau"].push_back(1 - squares);
        if (a > 1) values["measure=blau_unbiased"].push_back(1 - pairs / (a * (a - 1)));
        if (kinds > 1) values["measure=iqv"].push_back(kinds / (kinds - 1) * (1 - squares));
        values["measure=shannon"].push_back(h);
        values["measure=hill2"].push_back(1 / squares);
        if (kinds > 1) values["measure=evenness"].push_back(h / std::log(kinds));
    }
    Answers answers;
    for (const char* key : {"", "measure=blau", "measure=blau_unbiased", "measure=iqv",
                            "measure=shannon", "measure=hill2", "measure=evenness"}) {
        auto& answer = answers[{"dialogue_kind_diversity", key}];
        for (const double value : values[key])
            answer = answer.value_or(0) + value / static_cast<double>(values[key].size());
    }
    answers[{"dialogue_kind_diversity", "measure=kinds_known"}] = kinds;
    return answers;
}

}  // namespace maillage::reference
