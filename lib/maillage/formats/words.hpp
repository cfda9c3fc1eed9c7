#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include <maillage/formats/keyed_hash.hpp>
#include <maillage/formats/vocabulary.hpp>

namespace maillage::formats {

/// How a cell was read as a word of a vocabulary.
struct WordReading {
    bool known = false;
    std::uint8_t index = 0;  ///< The enumerator of the model.
    Hint hint = Hint::none;
    bool own_name = false;  ///< The value's own name, and no more precise word.
};

/// Reads the words of one vocabulary, with those that maillage.toml adds. Each spelling is looked
/// up once, then remembered.
class WordReader {
  public:
    using Added = std::map<std::string, std::string>;

    WordReader() = default;
    /// `added` maps words of the file to words of the format; `unknown_values` gets the entries
    /// whose value is no word of the vocabulary.
    WordReader(Vocabulary vocabulary, const Added* added, std::vector<std::string>& unknown_values);

    [[nodiscard]] const WordReading& read(std::string_view text);
    /// The nearest known word; empty when none is near, or when enough were asked for: a person
    /// reads a few.
    [[nodiscard]] std::string_view nearest(std::string_view text);
    /// The values, each with its French name, separated by commas.
    [[nodiscard]] std::string values() const;

  private:
    Vocabulary vocabulary_ = Vocabulary::none;
    std::unordered_map<std::string, WordReading, KeyedHash, std::equal_to<>> by_key_, by_spelling_;

    int nearest_left_ = 50;

    void learn(std::string_view word, WordReading reading);
};

/// The first name of a list of names separated by `|`.
[[nodiscard]] inline std::string_view first_name(std::string_view names) {
    return names.substr(0, names.find('|'));
}

}  // namespace maillage::formats
