#include <map>

#include <maillage/base/hashes.hpp>
#include <maillage/privacy/naming.hpp>

namespace maillage::privacy {

namespace {

/// The hashes in hexadecimal, one after the other: `sha256sum` and a text editor can redo it.
std::string key_of(const model::Dataset& data) {
    std::map<std::string_view, std::string_view> files;  // one file may fill several tables
    for (const model::TableInfo& table : data.tables)
        if (table.present) files[table.file] = table.sha256;
    std::string hashes;
    for (const auto& [file, sha256] : files) hashes += sha256;
    return base::sha256(hashes);
}

/// The first 50 bits of a hash by the alphabet of RFC 4648.
std::string ten_letters(std::string_view hash) {
    constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < 8; ++i) bits = (bits << 8) | static_cast<unsigned char>(hash[i]);
    std::string letters;
    for (int shift = 59; letters.size() < 10; shift -= 5) letters += alphabet[(bits >> shift) & 31];
    return letters;
}

}  // namespace

Naming::Naming(const model::Dataset& data, Persons persons, std::string_view key)
    : data_(data), persons_(persons), key_(key.empty() ? key_of(data) : std::string(key)) {}

std::string Naming::id(model::ActorId actor) const {
    const model::Actor& row = data_[actor];
    if (!row.person || persons_ == Persons::identified) return std::string(row.id);
    return "P-" + ten_letters(base::hmac_sha256(key_, row.id));
}

std::string Naming::name(model::ActorId actor) const {
    const model::Actor& row = data_[actor];
    const bool hidden = row.person && persons_ == Persons::pseudonymised;
    return hidden || row.name.empty() ? id(actor) : std::string(row.name);
}

}  // namespace maillage::privacy
