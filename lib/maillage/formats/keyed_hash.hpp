#pragma once

#include <cstdint>
#include <string_view>

namespace maillage::formats {

/// SipHash-1-3 under a key drawn once a process: whoever writes a file cannot choose ids that
/// collide. The order it gives must never reach an output.
///
/// Source   Aumasson and Bernstein, SipHash: a fast short-input PRF, 2012.
struct KeyedHash {
    using is_transparent = void;
    [[nodiscard]] std::size_t operator()(std::string_view text) const;
};

}  // namespace maillage::formats
