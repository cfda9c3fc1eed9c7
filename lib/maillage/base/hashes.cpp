#include <array>
#include <cstddef>
#include <stdexcept>

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <maillage/base/hashes.hpp>

namespace maillage::base {

namespace {

constexpr std::size_t digest_size = 32;
using Digest = std::array<unsigned char, digest_size>;

const unsigned char* bytes_of(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

std::string text_of(const Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// OpenSSL fails for want of memory, or when its installation lacks the algorithm.
void require(bool done) {
    if (!done) throw std::runtime_error("OpenSSL gives no SHA-256");
}

}  // namespace

std::string sha256(std::string_view bytes) {
    Digest digest{};
    require(EVP_Digest(bytes.data(), bytes.size(), digest.data(), nullptr, EVP_sha256(), nullptr) ==
            1);
    return text_of(digest);
}

std::string sha256_hex(std::string_view bytes) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    for (const char c : sha256(bytes)) {
        const auto byte = static_cast<unsigned char>(c);
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

std::string hmac_sha256(std::string_view key, std::string_view bytes) {
    // A null pointer would mean "the key of the last call".
    const std::string_view some_key = key.data() == nullptr ? std::string_view("") : key;
    Digest digest{};
    require(HMAC(EVP_sha256(), some_key.data(), static_cast<int>(some_key.size()), bytes_of(bytes),
                 bytes.size(), digest.data(), nullptr) != nullptr);
    return text_of(digest);
}

}  // namespace maillage::base
