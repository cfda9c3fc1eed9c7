#include <Random123/philox.h>

#include <maillage/base/random.hpp>

namespace maillage::base {

namespace {

/// FNV-1a, then the finaliser of SplitMix64: neighbouring names and seeds give unlike keys.
std::uint64_t key_of(std::uint64_t seed, std::string_view purpose) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : purpose) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }
    hash ^= seed;
    hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9U;
    hash = (hash ^ (hash >> 27)) * 0x94d049bb133111ebU;
    return hash ^ (hash >> 31);
}

constexpr std::uint32_t low(std::uint64_t value) {
    return static_cast<std::uint32_t>(value);
}
constexpr std::uint32_t high(std::uint64_t value) {
    return static_cast<std::uint32_t>(value >> 32);
}

}  // namespace

std::array<std::uint32_t, 4> philox(const std::array<std::uint32_t, 4>& counter,
                                    const std::array<std::uint32_t, 2>& key) {
    const r123::Philox4x32 generator;
    const auto block =
        generator({{counter[0], counter[1], counter[2], counter[3]}}, {{key[0], key[1]}});
    return {block[0], block[1], block[2], block[3]};
}

RandomStream::RandomStream(std::uint64_t seed, std::string_view purpose, std::uint64_t replicate)
    : replicate_(replicate) {
    const std::uint64_t key = key_of(seed, purpose);
    key_ = {low(key), high(key)};
}

void RandomStream::refill() {
    values_ = philox({low(block_), high(block_), low(replicate_), high(replicate_)}, key_);
    ++block_;
    used_ = 0;
}

std::uint64_t RandomStream::redrawn(std::uint64_t product, std::uint32_t bound) {
    const std::uint32_t threshold = (0U - bound) % bound;
    while (low(product) < threshold) product = std::uint64_t{next()} * bound;
    return product;
}

double RandomStream::uniform() {
    const std::uint64_t upper = next() >> 5;
    const std::uint64_t lower = next() >> 6;
    return static_cast<double>((upper << 26) | lower) * 0x1p-53;
}

}  // namespace maillage::base
