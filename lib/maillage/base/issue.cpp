#include <algorithm>
#include <tuple>

#include <maillage/base/issue.hpp>

namespace maillage::base {

void Issues::add(Issue issue) {
    ++counts_[static_cast<std::size_t>(issue.severity)];
    if (issues_.size() >= limit) return;
    issues_.push_back(std::move(issue));
    sorted_ = false;
}

const std::vector<Issue>& Issues::sorted() {
    if (!sorted_) {
        std::ranges::stable_sort(issues_, {}, [](const Issue& issue) {
            return std::tuple<const std::string&, std::uint32_t, std::uint32_t, std::string_view>(
                issue.file, issue.line, issue.column, issue.message.code);
        });
        sorted_ = true;
    }
    return issues_;
}

}  // namespace maillage::base
