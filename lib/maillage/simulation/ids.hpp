#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

// What each invented thing is called in the tables.
namespace maillage::simulation {

[[nodiscard]] inline std::string numbered(std::string_view letter, std::size_t number,
                                          std::size_t width) {
    const std::string digits = std::to_string(number);
    std::string id(letter);
    id.append(width > digits.size() ? width - digits.size() : 0, '0').append(digits);
    return id;
}

[[nodiscard]] inline std::string commune_id(std::uint32_t n) {
    return numbered("COM-F", n + 1, 4);
}
[[nodiscard]] inline std::string epci_id(std::uint32_t n) {
    return numbered("EPCI-F", n + 1, 3);
}
[[nodiscard]] inline std::string department_id(std::uint32_t n) {
    return numbered("DEP-F", n + 1, 2);
}
[[nodiscard]] inline std::string actor_id(std::uint32_t n) {
    return numbered("A", n + 1, 4);
}
[[nodiscard]] inline std::string event_id(std::size_t n) {
    return numbered("R", n + 1, 4);
}
[[nodiscard]] inline std::string alliance_id(std::size_t n) {
    return numbered("P", n + 1, 4);
}
[[nodiscard]] inline std::string project_id(std::size_t n) {
    return numbered("X", n + 1, 3);
}

}  // namespace maillage::simulation
