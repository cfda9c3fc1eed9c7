#include "reference/reference.hpp"

namespace maillage::reference {

Answers territory_actor_count(const Question& q) {
    Answers answers;
    answers[{"actor_count", ""}] = 0;
    for (const std::uint32_t actor : q.seats) {
        if (!q.active(actor)) continue;
        for (const std::string& key : {std::string(), "kind=" + std::string(q.kind(actor))}) {
            auto& value = answers[{"actor_count", key}];
            value = value.value_or(0) + 1;
        }
    }
    return answers;
}

}  // namespace maillage::reference
