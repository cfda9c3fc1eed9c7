#pragma once

#include <vector>

#include <maillage/report/page.hpp>

namespace maillage::report {

/// Adds the words that are made of several records: who came by kind, projects by stage, what they
/// lack, how the list of actors was made.
void add_words(Facts& facts, const Document& document);

/// The stakes, those that are met about most first; adds the one that has no table yet.
[[nodiscard]] std::vector<Page::Stake> stakes_of(Facts& facts, const Document& document);

/// Adds the shares that are told in whole numbers: of 10 alliances, of 100 pairs that met.
void add_shares(Facts& facts);

}  // namespace maillage::report
