#include <bit>
#include <cstring>
#include <random>

#include <maillage/formats/keyed_hash.hpp>

namespace maillage::formats {

namespace {

struct Key {
    std::uint64_t low, high;
};

const Key& process_key() {
    static const Key key = [] {
        std::random_device device;
        const auto word = [&] { return (std::uint64_t{device()} << 32) | device(); };
        return Key{word(), word()};
    }();
    return key;
}

struct Sip {
    std::uint64_t a, b, c, d;

    void round() {
        a += b;
        c += d;
        b = std::rotl(b, 13) ^ a;
        d = std::rotl(d, 16) ^ c;
        a = std::rotl(a, 32);
        c += b;
        a += d;
        b = std::rotl(b, 17) ^ c;
        d = std::rotl(d, 21) ^ a;
        c = std::rotl(c, 32);
    }
    void take(std::uint64_t word) {
        d ^= word;
        round();
        a ^= word;
    }
};

}  // namespace

std::size_t KeyedHash::operator()(std::string_view text) const {
    const Key& key = process_key();
    Sip sip{key.low ^ 0x736f6d6570736575, key.high ^ 0x646f72616e646f6d,
            key.low ^ 0x6c7967656e657261, key.high ^ 0x7465646279746573};
    std::uint64_t last = std::uint64_t{text.size()} << 56;
    for (; text.size() >= 8; text.remove_prefix(8)) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data(), 8);
        sip.take(word);
    }
    std::uint64_t rest = 0;
    if (!text.empty()) std::memcpy(&rest, text.data(), text.size());
    last |= rest;
    sip.take(last);
    sip.c ^= 0xff;
    sip.round();
    sip.round();
    sip.round();
    return sip.a ^ sip.b ^ sip.c ^ sip.d;
}

}  // namespace maillage::formats
