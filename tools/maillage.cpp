#include <algorithm>
#include <array>
#include <csignal>
#include <new>
#include <string>
#include <vector>

#include <unistd.h>

#include <maillage/base/error.hpp>
#include <maillage/base/output_file.hpp>
#include <maillage/base/version.hpp>

#include "tools/help.hpp"
#include "tools/output.hpp"
#include "tools/session.hpp"

// The program: finds the command, runs it, and is the only place where a failure becomes an exit
// code. 0 done, 1 errors in the data, 2 usage, 3 file or system, 4 a limit, 130 and 143
// interrupted.
namespace maillage::tools {

namespace {

void interrupted(int signal) {
    base::remove_temporaries();
    constexpr std::string_view text = "maillage: interrompu (interrupted)\n";
    [[maybe_unused]] const ssize_t written = ::write(STDERR_FILENO, text.data(), text.size());
    _exit(128 + signal);
}

/// A closed pipe and a file too large become failed calls, which are looked at.
void listen_to_signals() {
    std::signal(SIGPIPE, SIG_IGN);
    std::signal(SIGXFSZ, SIG_IGN);
    std::signal(SIGINT, interrupted);
    std::signal(SIGTERM, interrupted);
}

/// `maillage --help`, `maillage --version`.
int without_command(const Session& session, const std::vector<std::string>& words) {
    const auto typed = [&](std::string_view word) {
        return std::ranges::find(words, word) != words.end();
    };
    const bool version = typed("--version");
    if (!version && !typed("--help") && !typed("-h")) throw base::UsageError({"U001", {}, {}});
    write_output(version ? "maillage " + std::string(base::version()) + "\n"
                         : help_of_all(session.language));
    return 0;
}

int run(Session& session, const std::vector<std::string>& typed) {
    const std::vector<std::string> words = command_first(typed);
    if (words.empty()) throw base::UsageError({"U001", {}, {}});
    const std::string& name = words.front();
    if (name.starts_with("-")) return without_command(session, words);
    const Command& command = command_named(name);
    if (is_french_name(command, name)) session.prefer(base::Language::french);
    const Arguments arguments(command, std::span(words).subspan(1));
    session.choose_manner(arguments);
    if (arguments.has(Option::help)) {
        write_output(help_of(command, session.language));
        return 0;
    }
    return command.run(arguments, session);
}

int guarded_run(const std::vector<std::string>& words) {
    Session session;
    try {
        session.json_errors = std::ranges::find(words, "--json-errors") != words.end();
        session.choose_language(words);
        return run(session, words);
    } catch (const base::Error& error) {
        session.complain(error.message());
        return error.exit_code();
    } catch (const std::bad_alloc&) {
        session.complain({"S030", {}, {}});
        return 4;
    } catch (const std::exception& error) {
        session.complain({"S031", {error.what()}, {}});
        return 3;
    }
}

}  // namespace

}  // namespace maillage::tools

int main(int count, char** values) {
    maillage::tools::listen_to_signals();
    return maillage::tools::guarded_run(std::vector<std::string>(values + 1, values + count));
}
