#include "tools/output.hpp"

#include <algorithm>
#include <cctype>
#include <cerrno>

#include <sys/ioctl.h>
#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/text.hpp>

namespace maillage::tools {

namespace {

using base::UsageError;

std::string all_of(std::span<const FormatChoice> formats, std::string_view FormatChoice::*part) {
    std::string text;
    for (const FormatChoice& format : formats)
        if (!(format.*part).empty()) text += (text.empty() ? "" : ", ") + std::string(format.*part);
    return text;
}

const FormatChoice* with_suffix(std::span<const FormatChoice> formats, std::string_view suffix) {
    const auto found = std::ranges::find(formats, suffix, &FormatChoice::suffix);
    return suffix.empty() || found == formats.end() ? nullptr : &*found;
}

const FormatChoice& named(std::span<const FormatChoice> formats, const std::string& word) {
    for (const FormatChoice& format : formats)
        if (format.id == word) return format;
    if (const FormatChoice* format = with_suffix(formats, "." + word)) return *format;
    std::vector<std::string_view> ids;
    for (const FormatChoice& format : formats) ids.push_back(format.id);
    const std::string_view near = base::nearest(word, ids);
    throw UsageError({"U006",
                      {"--format", word, all_of(formats, &FormatChoice::id)},
                      near.empty() ? std::vector<std::string>{} : std::vector{std::string(near)}});
}

/// `-f` wins, but may not contradict the suffix of `-o`; else that suffix; else null.
const FormatChoice* asked_format(const Target& target, std::span<const FormatChoice> formats,
                                 const std::optional<std::filesystem::path>& file) {
    std::string suffix = file ? file->extension().string() : "";
    for (char& c : suffix) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
    const FormatChoice* by_suffix = with_suffix(formats, suffix);
    if (target.format) {
        const FormatChoice& format = named(formats, *target.format);
        if (by_suffix != nullptr && by_suffix != &format)
            throw UsageError({"U012", {*target.format, file->filename().string()}, {}});
        return &format;
    }
    if (file && by_suffix == nullptr)
        throw UsageError(
            {"U013", {file->filename().string()}, {all_of(formats, &FormatChoice::suffix)}});
    return by_suffix;
}

}  // namespace

Target target_of(const Arguments& arguments) {
    return {arguments.value(Option::output), arguments.value(Option::format),
            arguments.has(Option::overwrite) ? base::Overwrite::replace : base::Overwrite::refuse};
}

Result::Result(const Target& target, std::span<const FormatChoice> formats,
               std::string_view on_terminal, std::string_view in_pipe) {
    if (target.path && *target.path != "-") file_ = *target.path;
    const bool terminal = !file_ && isatty(STDOUT_FILENO) != 0;
    const FormatChoice* format = asked_format(target, formats, file_);
    if (format == nullptr) {
        const std::string_view id = terminal ? on_terminal : in_pipe;
        if (id.empty()) throw UsageError({"U014", {}, {}});
        format = &named(formats, std::string(id));
    }
    if (terminal && format->binary) throw UsageError({"U017", {std::string(format->id)}, {}});
    format_ = format->id;
    if (file_) output_ = std::make_unique<base::OutputFile>(*file_, target.overwrite);
}

void Result::write(std::string_view bytes) {
    if (!output_) return write_output(bytes);
    output_->write(bytes);
    output_->commit();
}

void write_output(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(STDOUT_FILENO, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0 && errno == EPIPE) return;
        if (written < 0) throw base::OutputError(base::write_failure(errno, "stdout"));
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
}

std::size_t terminal_width() {
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0) return 100;
    return size.ws_col;
}

}  // namespace maillage::tools
