#pragma once

#include <span>
#include <string_view>

#include <maillage/base/language.hpp>

namespace maillage::report {

/// A word of the trade: how it is called and what it means here.
struct GlossaryWord {
    base::Words word;  ///< Several names of one thing are separated by `, `.
    base::Words meaning;
};

/// docs/glossary.md, which is compiled in.
[[nodiscard]] std::span<const GlossaryWord> glossary();

}  // namespace maillage::report
