#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <maillage/report/facts.hpp>
#include <maillage/report/sentences.hpp>

namespace maillage::report {

/// Page one of a view, in words, before a writer lays it out.
struct Page {
    struct Line {
        const Sentence* sentence;
        std::string text;
    };
    struct Stake {
        std::string name;
        std::optional<double> meetings, alliances, projects;
        std::string remark;  ///< What is missing along the way; may be empty.
    };

    std::string name;      ///< "Pays de la Vouge"
    std::string title;     ///< "Pays de la Vouge — où en sont nos alliances ?"
    std::string period;    ///< "Année 2025 · données au 31 décembre 2025"
    std::string contents;  ///< "62 structures suivies · 11 rencontres..."
    std::vector<Line> opening, meeting, allying, experimenting, limits, questions;
    std::vector<Stake> stakes;
    std::size_t further_stakes = 0;    ///< Those the page has no room for.
    std::vector<std::string> to_know;  ///< What is not yet recorded, and the notes of the values.
};

[[nodiscard]] Page make_page(const Document& document, const View& view);

/// How the list of actors was made: "structures citées, Le RAMEAU, 31 janvier 2018"; empty when it
/// is not recorded.
[[nodiscard]] std::string perimeter_of(const Document& document);

/// The views that have a page: each territory in its last period.
[[nodiscard]] std::vector<View> pages_of(const Document& document);

/// Titles of the parts: "Se rencontrer", "Ce que cette page ne dit pas"...
[[nodiscard]] std::string title_of(Part part, const Page& page, base::Language language);
/// The columns of the table of stakes that hold a figure; "Par enjeu" stands before them.
struct StakeColumn {
    std::string_view head;
    std::optional<double> Page::Stake::*figure;
};
[[nodiscard]] std::vector<StakeColumn> stake_columns(const Page& page, base::Language language);
[[nodiscard]] std::string_view stake_head(base::Language language);
/// How many stakes the page has no room for; empty when there are none.
[[nodiscard]] std::string stakes_left_out(const Page& page, base::Language language);
/// "● compté dans nos fichiers", for each mark of the page.
[[nodiscard]] std::string legend_of(const Page& page, base::Language language);
/// How to see the values behind the sentences.
[[nodiscard]] std::string_view where_the_values_are(base::Language language);

}  // namespace maillage::report
