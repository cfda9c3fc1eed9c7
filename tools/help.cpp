#include "tools/help.hpp"

#include <maillage/base/text.hpp>
#include <maillage/report/layout.hpp>

namespace maillage::tools {

namespace {

using base::Language;
using base::Words;

constexpr std::size_t width = 100;
constexpr Words usage_word{"usage\u202f: ", "usage: "};
constexpr Words common_title{"Options communes", "Common options"};

/// What is explained, then its explanation from `column` on.
std::string line(const std::string& head, std::string_view text, std::size_t column) {
    const bool fits = base::display_width(head) + 2 <= column;
    const std::string start = fits ? report::padded(head, column) : std::string(column, ' ');
    return (fits ? "" : head + "\n") + report::wrapped(start + std::string(text), width, column) +
           "\n";
}

std::string option_line(Option option, Language language) {
    const OptionText& text = text_of(option);
    std::string head = text.letter.empty() ? "      " : "  " + std::string(text.letter) + ", ";
    head += text.word;
    if (!text.is_switch()) head += " " + std::string(text.value.in(language));
    return line(head, text.help.in(language), 34);
}

}  // namespace

std::string help_of_all(Language language) {
    const bool french = language == Language::french;
    std::string text = french ? "Comment les acteurs d’un territoire se rencontrent, s’allient et "
                                "expérimentent.\n\nusage\u202f: maillage COMMANDE [...]\n\n"
                              : "How the actors of a territory meet, ally and experiment.\n\n"
                                "usage: maillage COMMAND [...]\n\n";
    for (const Command* command : commands()) {
        const std::string name(french ? command->alias : command->name);
        text += line("  " + name, command->summary.in(language), 16);
    }
    text += french
                ? "\n« maillage aide COMMANDE » dit ses options. Chaque commande a aussi un nom "
                  "anglais\u202f:\n"
                : "\n\"maillage help COMMAND\" gives its options. Each command has a French name "
                  "too:\n";
    std::string others;
    for (const Command* command : commands())
        others +=
            (others.empty() ? "" : ", ") + std::string(french ? command->name : command->alias);
    return text + others + ".\n";
}

std::string help_of(const Command& command, Language language) {
    const bool french = language == Language::french;
    std::string usage = std::string(usage_word.in(language)) + "maillage " +
                        std::string(french ? command.alias : command.name);
    if (!command.operands.in(language).empty())
        usage += " " + std::string(command.operands.in(language));
    std::string text = std::string(command.summary.in(language)) + "\n\n" + usage + " [options]\n";
    if (!command.options.empty()) text += "\nOptions\n";
    for (const Option option : command.options) text += option_line(option, language);
    text += "\n" + std::string(common_title.in(language)) + "\n";
    for (const Option option : common_options()) text += option_line(option, language);
    return text;
}

}  // namespace maillage::tools
