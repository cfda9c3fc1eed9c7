#include <array>

#include <maillage/base/error.hpp>
#include <maillage/report/explain.hpp>

#include "tools/arguments.hpp"
#include "tools/output.hpp"
#include "tools/session.hpp"

namespace maillage::tools {

namespace {

constexpr std::array options_taken{Option::list, Option::output, Option::format, Option::overwrite};
constexpr std::array formats{FormatChoice{"text", ".txt"}, FormatChoice{"json", ".json"}};

std::string text_for(const Arguments& arguments, bool json, base::Language language) {
    if (arguments.operands().empty())
        return json ? report::list_of_metrics_as_json() : report::list_of_metrics(language);
    const std::string& word = arguments.operands().front();
    const auto text =
        json ? report::explanation_as_json(word) : report::explanation(word, language);
    if (text) return *text;
    const std::string near(report::nearest_explained(word));
    throw base::UsageError(
        {"U032", {word}, near.empty() ? std::vector<std::string>{} : std::vector{near}});
}

int run_explain(const Arguments& arguments, Session& session) {
    if (!arguments.operands().empty() && arguments.has(Option::list))
        throw base::UsageError({"U011", {"--list", arguments.operands().front()}, {}});
    Result result(target_of(arguments), formats, "text", "text");
    result.write(text_for(arguments, result.format() == "json", session.language));
    return 0;
}

}  // namespace

extern const Command explain_command;
const Command explain_command{
    .name = "explain",
    .alias = "expliquer",
    .summary = {"Dit d’où vient un chiffre, ce que veut dire un message ou un mot.",
                "Says where a figure comes from, what a message or a word means."},
    .operands = {"[MESURE|CODE|MOT]", "[METRIC|CODE|WORD]"},
    .fewest = 0,
    .most = 1,
    .options = options_taken,
    .run = run_explain,
};

}  // namespace maillage::tools
