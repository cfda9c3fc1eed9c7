#pragma once

#include <string>
#include <string_view>

#include <maillage/model/dataset.hpp>

namespace maillage::privacy {

enum class Persons : unsigned char { pseudonymised, identified };

/// What actors are called in outputs. Organisations and groups of inhabitants bear their names;
/// natural persons a pseudonym, `P-` and 10 base32 characters of HMAC-SHA-256(key, id), where the
/// key is the SHA-256 of the SHA-256 of the input files in name order: the same data give the same
/// pseudonyms, and without the data nobody can rebuild them.
class Naming {
  public:
    Naming(const model::Dataset& data, Persons persons, std::string_view key = {});

    [[nodiscard]] std::string id(model::ActorId actor) const;
    [[nodiscard]] std::string name(model::ActorId actor) const;

  private:
    const model::Dataset& data_;
    Persons persons_;
    std::string key_;
};

}  // namespace maillage::privacy
