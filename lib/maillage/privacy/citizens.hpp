#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include <maillage/metrics/scope.hpp>

namespace maillage::privacy {

/// `--citizens`: natural persons merged by territory and kind, with a count, or single under
/// pseudonyms. Automatic: merged, unless every actor is a person.
enum class Citizens : std::uint8_t { automatic, merged, single };
inline constexpr std::array<std::string_view, 3> citizens_codes{"auto", "merged", "single"};

/// Whether the persons of a scope are merged.
[[nodiscard]] bool merges_persons(const metrics::Scope& scope, Citizens citizens);

}  // namespace maillage::privacy
