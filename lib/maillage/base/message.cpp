#include <algorithm>

#include <maillage/base/message_tables.hpp>
#include <maillage/base/text.hpp>

namespace maillage::base {

namespace {

const MessageEntry* find(std::string_view code) {
    const auto catalogue = message_catalogue();
    const auto found = std::ranges::lower_bound(catalogue, code, {}, &MessageEntry::code);
    return found != catalogue.end() && found->code == code ? &*found : nullptr;
}

}  // namespace

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
    std::string text;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const bool placeholder = pattern[i] == '{' && i + 2 < pattern.size() &&
                                 pattern[i + 1] >= '0' && pattern[i + 1] <= '9' &&
                                 pattern[i + 2] == '}';
        const auto at = placeholder ? static_cast<std::size_t>(pattern[i + 1] - '0') : 0;
        if (!placeholder || at >= arguments.size()) {
            text += pattern[i];
            continue;
        }
        text += arguments[at];
        i += 2;
    }
    return text;
}

std::span<const MessageEntry> message_catalogue() {
    static const std::vector<MessageEntry> catalogue = [] {
        std::vector<MessageEntry> all;
        for (const auto part :
             {input_messages(), table_messages(), usage_messages(), method_messages()})
            all.insert(all.end(), part.begin(), part.end());
        std::ranges::sort(all, {}, &MessageEntry::code);
        return all;
    }();
    return catalogue;
}

std::string Message::text(Language language) const {
    const MessageEntry* entry = find(code);
    if (entry != nullptr) return fill(entry->text.in(language), arguments);
    std::string text(code);
    for (const std::string& argument : arguments) text += " " + argument;
    return text;
}

std::string Message::help(Language language) const {
    const MessageEntry* entry = find(code);
    if (entry == nullptr) return {};
    const std::string_view pattern = entry->help.in(language);
    if (help_arguments.empty() && pattern.find('{') != std::string_view::npos) return {};
    return fill(pattern, help_arguments);
}

std::string excerpt_of(std::string_view value) {
    constexpr std::size_t longest = 60;
    // At most four bytes a character: what follows would be cut anyway.
    const bool huge = value.size() > 4 * (longest + 1);
    return cut_utf8(printable(huge ? value.substr(0, 4 * (longest + 1)) : value), longest);
}

}  // namespace maillage::base
