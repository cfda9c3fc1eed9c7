#pragma once

#include <string_view>

namespace maillage::base {

enum class Language : unsigned char { english, french };

/// A text in both languages of the product; every word a person reads is one of these.
struct Words {
    std::string_view fr;
    std::string_view en;

    [[nodiscard]] constexpr std::string_view in(Language language) const {
        return language == Language::french ? fr : en;
    }
};

}  // namespace maillage::base
