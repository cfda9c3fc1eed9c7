#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/drawing/view.hpp>

namespace maillage::drawing {

/// Values that the report gives of the territory and the window of a view. A number that both say
/// is taken from where the report takes it.
class Figures {
  public:
    Figures(const Viewpoint& from, std::vector<std::string> metrics,
            metrics::Detail detail = metrics::Detail::summary);

    /// A count by its key as in `Estimate`; nothing when it has no value.
    [[nodiscard]] std::optional<std::int64_t> count(std::string_view metric,
                                                    std::string_view key = {}) const;
    [[nodiscard]] const std::vector<metrics::Estimate>& rows() const { return rows_; }

  private:
    std::vector<metrics::Estimate> rows_;
};

}  // namespace maillage::drawing
