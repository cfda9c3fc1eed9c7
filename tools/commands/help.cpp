#include "tools/help.hpp"

#include "tools/arguments.hpp"
#include "tools/output.hpp"
#include "tools/session.hpp"

namespace maillage::tools {

namespace {

int run_help(const Arguments& arguments, Session& session) {
    const auto& asked = arguments.operands();
    write_output(asked.empty() ? help_of_all(session.language)
                               : help_of(command_named(asked.front()), session.language));
    return 0;
}

}  // namespace

extern const Command help_command;
const Command help_command{
    .name = "help",
    .alias = "aide",
    .summary = {"Dit ce que fait une commande et ses options.",
                "Says what a command does and its options."},
    .operands = {"[COMMANDE]", "[COMMAND]"},
    .most = 1,
    .options = {},
    .run = run_help,
};

}  // namespace maillage::tools
