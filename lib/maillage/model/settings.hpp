#pragma once

#include <optional>
#include <string>
#include <vector>

#include <maillage/base/date.hpp>
#include <maillage/base/language.hpp>
#include <maillage/model/tables.hpp>

namespace maillage::model {

/// How the list of actors was made (`[perimetre]` of maillage.toml).
struct Perimeter {
    std::string rule;  ///< registry, invited, attended or cited.
    std::string date;
    std::string by;
};

/// What maillage.toml says beside the tables; every field has a default without it.
struct Settings {
    std::string title;  ///< Name of the folder when absent.
    std::optional<base::Language> language;
    std::string currency = "EUR";
    std::optional<base::Day> as_of;
    std::vector<Table> complete;  ///< Tables whose open ends are running, not unknown.
    std::optional<Perimeter> perimeter;
    bool simulated = false;  ///< `[dataset] simulated = true`: said wherever the data are shown.
    std::string source;      ///< Line printed under maps and tables.
};

}  // namespace maillage::model
