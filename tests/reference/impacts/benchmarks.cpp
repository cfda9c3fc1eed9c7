#include "reference/reference.hpp"

namespace maillage::reference {

Answers impacts_benchmarks(const Question& q) {
    Answers answers;
    for (const auto& row : q.data.benchmarks)
        if (row.value) answers[{"benchmark_line", "source=" + std::string(row.id)}] = row.value;
    answers[{"benchmark_line", ""}] = static_cast<double>(answers.size());
    return answers;
}

}  // namespace maillage::reference
