#include <algorithm>
#include <array>
#include <cstdint>

#include <zlib.h>

#include <maillage/report/packed.hpp>

namespace maillage::report {

namespace {

constexpr std::size_t npos = std::string_view::npos;

/// A number of so many bytes, the lowest first; 0 beyond the end.
std::size_t number_at(std::string_view bytes, std::size_t at, std::size_t length) {
    if (at > bytes.size() || length > bytes.size() - at) return 0;
    std::size_t number = 0;
    for (std::size_t i = length; i > 0; --i)
        number = number << 8U | static_cast<unsigned char>(bytes[at + i - 1]);
    return number;
}

/// Looks at an XML file that comes in pieces.
class Look {
  public:
    void see(std::string_view piece) {
        // A tag may be cut between two pieces: the end of the last one is seen again.
        const std::string both = tail_ + std::string(piece);
        if (root_.empty()) root_ = root_of(both);
        constexpr std::string_view cell = "<c r=";
        for (std::size_t at = both.find(cell); at != npos; at = both.find(cell, at + 1))
            cells_ += at + cell.size() > tail_.size() ? 1 : 0;
        tail_ = both.substr(both.size() - std::min(both.size(), longest_tag));
    }
    [[nodiscard]] std::size_t cells() const { return cells_; }
    [[nodiscard]] bool is_ended() const {
        std::string_view end = tail_;
        while (end.ends_with('\n')) end.remove_suffix(1);
        return !root_.empty() && end.ends_with("</" + root_ + ">");
    }

  private:
    static constexpr std::size_t longest_tag = 64;
    std::string root_, tail_;
    std::size_t cells_ = 0;

    /// The name of the first element, after the declaration.
    static std::string root_of(std::string_view xml) {
        const std::size_t after = xml.find("?>");
        const std::size_t open = after == npos ? npos : xml.find('<', after);
        const std::size_t end = open == npos ? npos : xml.find_first_of(" />", open);
        return end == npos ? std::string() : std::string(xml.substr(open + 1, end - open - 1));
    }
};

/// Inflates what is packed, a piece at a time; false when it is torn or not `size` long.
bool inflate_into(Look& look, std::string_view packed, std::size_t size) {
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK) return false;
    std::string input(packed);
    stream.next_in = reinterpret_cast<Bytef*>(input.data());
    stream.avail_in = static_cast<uInt>(input.size());
    std::array<char, 1U << 16U> piece{};
    int result = Z_OK;
    while (result == Z_OK) {
        stream.next_out = reinterpret_cast<Bytef*>(piece.data());
        stream.avail_out = static_cast<uInt>(piece.size());
        result = inflate(&stream, Z_NO_FLUSH);
        look.see({piece.data(), piece.size() - stream.avail_out});
    }
    const bool whole = result == Z_STREAM_END && stream.total_out == size;
    inflateEnd(&stream);
    return whole;
}

}  // namespace

std::optional<std::vector<PackedFile>> look_into(std::string_view zip) {
    const std::size_t end = zip.rfind("PK\x05\x06");
    if (end == npos) return std::nullopt;
    std::vector<PackedFile> files;
    std::size_t at = number_at(zip, end + 16, 4);
    for (std::size_t left = number_at(zip, end + 10, 2); left > 0; --left) {
        if (at >= zip.size() || !zip.substr(at).starts_with("PK\x01\x02")) return std::nullopt;
        const std::size_t packed = number_at(zip, at + 20, 4), size = number_at(zip, at + 24, 4);
        const std::size_t name = number_at(zip, at + 28, 2), head = number_at(zip, at + 42, 4);
        const std::size_t begin =
            head + 30 + number_at(zip, head + 26, 2) + number_at(zip, head + 28, 2);
        if (begin > zip.size() || packed > zip.size() - begin) return std::nullopt;
        Look look;
        if (!inflate_into(look, zip.substr(begin, packed), size)) return std::nullopt;
        files.push_back({std::string(zip.substr(at + 46, name)), look.cells(), look.is_ended()});
        at += 46 + name + number_at(zip, at + 30, 2) + number_at(zip, at + 32, 2);
    }
    return files;
}

}  // namespace maillage::report
