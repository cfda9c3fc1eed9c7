#include "tools/request.hpp"

#include <maillage/base/error.hpp>
#include <maillage/metrics/selection.hpp>
#include <maillage/privacy/audit.hpp>

namespace maillage::tools {

namespace {

using base::UsageError;

constexpr std::uint64_t most_months = 1200;
constexpr std::array<model::Word, 4> attributions{{{"default", {"défaut", "default"}, {}},
                                                   {"seat", {"siège", "seat"}, {}},
                                                   {"place", {"lieu", "place"}, {}},
                                                   {"union", {"union", "union"}, {}}}};

void refuse_together(const Arguments& arguments, Option one, Option other) {
    if (arguments.has(one) && arguments.has(other))
        throw UsageError(
            {"U011", {std::string(text_of(one).word), std::string(text_of(other).word)}, {}});
}

std::optional<base::Day> first_day(const std::optional<base::Date>& date) {
    return date ? std::optional(date->first()) : std::nullopt;
}

std::optional<base::Day> last_day(const std::optional<base::Date>& date) {
    return date ? std::optional(date->last()) : std::nullopt;
}

}  // namespace

Question::Question(const Arguments& arguments) : territories_(arguments.list(Option::territory)) {
    const auto levels = metrics::level_words();
    if (const auto level = arguments.choice(Option::level, levels)) level_ = levels[*level].code;
    read_period(arguments);
    for (const std::string& filter : arguments.values(Option::only))
        request_.only.push_back(metrics::read_filter(filter));
    const auto attribution = arguments.choice(Option::attribution, attributions);
    request_.attribution = static_cast<metrics::Attribution>(attribution.value_or(0));
    request_.include_legal_ties = arguments.has(Option::include_legal_ties);
    if (const auto months = arguments.number(Option::silent_months, 1, most_months))
        request_.silent_months = static_cast<int>(*months);
    if (const auto months = arguments.number(Option::washout, 0, most_months))
        request_.washout_months = static_cast<int>(*months);
    if (const auto count = arguments.number(Option::innovation_territories, 1, 1'000'000))
        request_.innovation_territories = static_cast<int>(*count);
    if (const auto percent = arguments.number(Option::innovation_sites, 1, 100))
        request_.innovation_percent = static_cast<int>(*percent);
    if (const auto percent = arguments.number(Option::valley, 0, 100))
        request_.valley_percent = static_cast<int>(*percent);
    request_.metrics = arguments.list(Option::metric);
    metrics::check_metrics(request_.metrics);
    if (arguments.has(Option::details)) request_.detail = metrics::Detail::rows;
    if (const auto draws = arguments.number(Option::replicates, 0, 99'999))
        request_.replicates = static_cast<std::uint32_t>(*draws);
    request_.seed = arguments.number(Option::seed, 0, UINT64_MAX).value_or(1);
    request_.threads =
        static_cast<unsigned>(arguments.number(Option::threads, 0, 1024).value_or(0));
}

void Question::read_period(const Arguments& arguments) {
    refuse_together(arguments, Option::year, Option::from);
    refuse_together(arguments, Option::year, Option::to);
    request_.from = first_day(arguments.date(Option::from));
    request_.to = last_day(arguments.date(Option::to));
    if (const auto year = arguments.number(Option::year, 1800, 2200)) {
        const base::Date whole = base::Date::year(static_cast<int>(*year));
        request_.from = whole.first();
        request_.to = whole.last();
    }
    if (request_.from && request_.to && *request_.from > *request_.to)
        throw UsageError({"U020", {base::iso(*request_.from), base::iso(*request_.to)}, {}});
    request_.as_of = last_day(arguments.date(Option::as_of));
    request_.observed_from = first_day(arguments.date(Option::observed_from));
    constexpr std::array<model::Word, 2> breakdowns{
        {{"none", {"aucune", "none"}, {}}, {"year", {"année", "year"}, {}}}};
    if (arguments.choice(Option::by, breakdowns).value_or(0) == 1)
        request_.breakdown = metrics::Breakdown::by_year;
}

metrics::Request Question::in(const model::Dataset& data) const {
    metrics::Request request = request_;
    metrics::check_filters(data, request.only);
    if (territories_.empty() && !level_) return request;
    request.territories = metrics::find_territories(data, territories_);
    if (level_)
        request.territories = metrics::territories_of_level(data, request.territories, *level_);
    return request;
}

privacy::Persons persons_of(const Arguments& arguments, const Result& result) {
    const bool named = arguments.has(Option::identify_citizens);
    const std::string word(text_of(Option::identify_citizens).word);
    const std::string reason = arguments.value(Option::reason).value_or("");
    if (!named && arguments.has(Option::reason)) throw UsageError({"U028", {"--reason", word}, {}});
    if (!named) return privacy::Persons::pseudonymised;
    if (reason.find_first_not_of(' ') == std::string::npos)
        throw UsageError({"U028", {word, "--reason"}, {}});
    if (!result.file()) throw UsageError({"U028", {word, "-o"}, {}});
    return privacy::Persons::identified;
}

privacy::Citizens citizens_of(const Arguments& arguments) {
    const auto chosen = arguments.choice(Option::citizens, privacy::citizens_codes);
    return static_cast<privacy::Citizens>(chosen.value_or(0));
}

void keep_audit(const Command& command, const Arguments& arguments, const Result& result,
                const model::Dataset& data) {
    if (!arguments.has(Option::identify_citizens) || !result.file()) return;
    privacy::AuditEntry entry;
    entry.command = command.name;
    entry.output = result.file()->filename().string();
    entry.reason = *arguments.value(Option::reason);
    for (const OptionText& option : options())
        if (option.option != Option::output && option.option != Option::reason)
            for (const std::string& value : arguments.values(option.option))
                entry.options.emplace_back(option.word, value);
    privacy::append_audit(result.file()->parent_path() / "maillage-audit.jsonl", entry, data);
}

}  // namespace maillage::tools
