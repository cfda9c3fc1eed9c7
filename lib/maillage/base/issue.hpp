#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include <maillage/base/message.hpp>

namespace maillage::base {

enum class Severity : unsigned char { error, warning, note };

/// A defect of the input, as a value: loading goes on while they are collected.
struct Issue {
    Severity severity = Severity::error;
    Message message;
    std::string file;          ///< As the user wrote it, without directories outside the dataset.
    std::string sheet;         ///< Empty outside workbooks.
    std::uint32_t line = 0;    ///< Physical line from 1; 0 when the whole file is meant.
    std::uint32_t column = 0;  ///< Character of that line from 1; 0 when the whole line is meant.
    std::string excerpt;       ///< The line read, cut and made printable; may be empty.
};

/// Collects issues: keeps the first million, counts the rest.
class Issues {
  public:
    static constexpr std::size_t limit = 1'000'000;

    void add(Issue issue);
    [[nodiscard]] std::uint64_t count(Severity severity) const {
        return counts_[static_cast<std::size_t>(severity)];
    }
    [[nodiscard]] bool has_errors() const { return count(Severity::error) > 0; }
    /// Sorted by file, line, column, code: the same list on every run.
    [[nodiscard]] const std::vector<Issue>& sorted();
    [[nodiscard]] const std::vector<Issue>& unsorted() const { return issues_; }

  private:
    std::vector<Issue> issues_;
    std::array<std::uint64_t, 3> counts_{};
    bool sorted_ = true;
};

}  // namespace maillage::base
