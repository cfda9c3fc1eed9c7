#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include <maillage/base/issue.hpp>
#include <maillage/base/language.hpp>

namespace maillage::report {

struct IssueStyle {
    base::Language language = base::Language::english;
    std::size_t most_of_a_code = 10;  ///< Then "... 214 more"; 0: all.
    bool colored = false;
    std::string_view place_of_task;  ///< Stands for the place of an issue that has none.
};

/// One paragraph an issue, for people:
///
///     partenariats.csv:214:9: erreur: acteur inconnu « Maison des asso » [E203]
///         a12;Maison des asso;partenaire
///             ^
///         aide : vouliez-vous dire « Maison des Associations » ?
///
/// All are expected in their order (`Issues::sorted`).
[[nodiscard]] std::string issues_as_text(std::span<const base::Issue> issues,
                                         const IssueStyle& style);

/// One object a line with the fields code, severity, file, sheet, line, column, message, excerpt,
/// help; a field that does not apply is null.
[[nodiscard]] std::string issues_as_json_lines(std::span<const base::Issue> issues,
                                               base::Language language);

/// The same objects as one array.
[[nodiscard]] std::string issues_as_json(std::span<const base::Issue> issues,
                                         base::Language language);

/// The same fields as a table.
[[nodiscard]] std::string issues_as_csv(std::span<const base::Issue> issues,
                                        base::Language language);

/// "2 erreurs, 1 avertissement dans 3 fichiers"; `files` is the number of tables read.
[[nodiscard]] std::string count_of_issues(const base::Issues& issues, std::size_t files,
                                          base::Language language);

}  // namespace maillage::report
