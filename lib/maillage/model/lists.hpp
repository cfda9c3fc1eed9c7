#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace maillage::model {

/// Rows of variable length in one block: row i is `values[offsets[i] .. offsets[i + 1])`.
template <class Value>
class Lists {
  public:
    [[nodiscard]] std::size_t size() const { return offsets_.size() - 1; }
    [[nodiscard]] std::size_t total() const { return values_.size(); }
    [[nodiscard]] std::span<const Value> operator[](std::size_t row) const {
        return {values_.data() + offsets_[row], values_.data() + offsets_[row + 1]};
    }
    [[nodiscard]] std::span<Value> row(std::size_t row) {
        return {values_.data() + offsets_[row], values_.data() + offsets_[row + 1]};
    }
    /// Appends to the row under construction; `close_row` ends it.
    void push(Value value) { values_.push_back(std::move(value)); }
    void close_row() { offsets_.push_back(values_.size()); }
    template <class Range>
    void add_row(const Range& range) {
        values_.insert(values_.end(), range.begin(), range.end());
        close_row();
    }
    void reserve(std::size_t rows, std::size_t values) {
        offsets_.reserve(rows + 1);
        values_.reserve(values);
    }

  private:
    std::vector<std::uint64_t> offsets_{0};
    std::vector<Value> values_;
};

}  // namespace maillage::model
