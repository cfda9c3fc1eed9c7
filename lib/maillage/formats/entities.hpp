#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <maillage/formats/keyed_hash.hpp>

namespace maillage::formats {

/// How a reference was understood.
enum class Found : std::uint8_t {
    nothing,
    by_id,
    by_code,
    by_padding,  ///< After zeros lost at the left were put back.
    by_folding,  ///< As the commune of an arrondissement of Paris, Lyon or Marseille.
    by_name,
    several,  ///< Several rows bear that name.
    refused   ///< The row was refused, or the whole table.
};

struct Resolution {
    Found how = Found::nothing;
    std::uint32_t entry = 0;
};

/// The rows of one table that other rows refer to. Texts given must outlive it.
class Entities {
  public:
    static constexpr std::uint32_t nothing = ~std::uint32_t{0};

    enum class State : std::uint8_t {
        absent,  ///< No such file: references are errors.
        free,    ///< No such file: references name rows themselves.
        read,
        unreadable
    };

    struct Entry {
        std::string_view id, name;
        std::uint32_t line = 0;
        std::uint32_t row = nothing;  ///< In the draft; `nothing` when the row was refused.
        std::uint64_t content = 0;    ///< Hash of all its cells.
    };

    State state = State::absent;
    std::string file;

    void add(const Entry& entry);
    [[nodiscard]] const Entry* find(std::string_view id) const;
    /// `preferred` codes win over others that are the same (communes over departments).
    enum class Rank : std::uint8_t { preferred, other };
    void add_code(std::string_view code, std::uint32_t entry, Rank rank);

    [[nodiscard]] Resolution resolve(std::string_view text);
    /// The id, name or code nearest to `text`; empty when none is near.
    [[nodiscard]] std::string_view nearest(std::string_view text);

    [[nodiscard]] std::size_t size() const { return entries_.size(); }
    [[nodiscard]] const Entry& operator[](std::uint32_t entry) const { return entries_[entry]; }
    /// Groups of entries whose ids differ, but are equal by comparison key.
    [[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> ids_alike() const;

  private:
    struct Code {
        std::uint32_t entry;
        Rank rank;
        bool several;
    };
    struct Shape {
        std::uint64_t letters;
        std::size_t length;
    };
    std::vector<Entry> entries_;
    std::unordered_map<std::string_view, std::uint32_t, KeyedHash> by_id_;
    std::unordered_map<std::string_view, Code, KeyedHash> by_code_;
    std::unordered_map<std::string, Resolution, KeyedHash, std::equal_to<>> by_name_, resolved_;
    bool names_known_ = false;
    std::vector<std::string_view> candidates_;
    std::vector<Shape> shapes_;
    std::unordered_map<std::string, std::string_view, KeyedHash, std::equal_to<>> nearest_;

    [[nodiscard]] Resolution exactly(std::string_view text) const;
    [[nodiscard]] Resolution search(std::string_view text);
    [[nodiscard]] Resolution checked(Found how, std::uint32_t entry) const;
    void learn_names();
    void learn_shapes();
    static Shape shape_of(std::string_view text);
};

/// Pairs (first, other) of items whose texts differ but have one comparison key, in item order.
/// With `groups`, only items of one group are compared.
[[nodiscard]] std::vector<std::pair<std::uint32_t, std::uint32_t>> alike(
    std::span<const std::string_view> texts, std::span<const std::uint32_t> groups = {});

}  // namespace maillage::formats
