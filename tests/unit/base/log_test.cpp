#include <fcntl.h>
#include <unistd.h>

#include <maillage/base/log.hpp>

#include "support/catch.hpp"
#include "support/folder.hpp"

using namespace maillage::base;

namespace {

/// What reaches a descriptor while `work` runs.
template <class Work>
std::string written_to(int descriptor, Work work) {
    const maillage::test::Folder folder;
    const auto file = folder.path() / "text";
    const int saved = dup(descriptor);
    const int capture = open(file.c_str(), O_WRONLY | O_CREAT | O_CLOEXEC, 0600);
    dup2(capture, descriptor);
    work();
    dup2(saved, descriptor);
    close(saved);
    close(capture);
    return maillage::test::content_of(file);
}

std::string log_of(Verbosity verbosity) {
    return written_to(STDERR_FILENO, [&] {
        Log log(verbosity);
        log.step("reading {} %s %n \x1b[2J");
        log.detail("inner {0}");
    });
}

}  // namespace

TEST_CASE("a log says as much as it is asked to") {
    CHECK(log_of(Verbosity::quiet).empty());
    CHECK(log_of(Verbosity::normal).empty());
    const std::string steps = log_of(Verbosity::steps);
    CHECK(steps.find(" s  reading {} %s %n \\x1b[2J\n") != std::string::npos);
    CHECK(steps.find("inner") == std::string::npos);
    CHECK(log_of(Verbosity::internals).find("inner {0}\n") != std::string::npos);
}

TEST_CASE("a step bears the seconds since the start and no colour") {
    const std::string steps = log_of(Verbosity::steps);
    const double seconds = std::stod(steps);
    CHECK(seconds >= 0);
    CHECK(seconds < 60);
    CHECK(steps.find('\x1b') == std::string::npos);
}

TEST_CASE("a log leaves the standard output alone") {
    CHECK(written_to(STDOUT_FILENO, [] { (void)log_of(Verbosity::internals); }).empty());
}
