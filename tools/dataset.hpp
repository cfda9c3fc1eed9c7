#pragma once

#include <filesystem>

#include <maillage/formats/load.hpp>
#include <maillage/model/outlines.hpp>

#include "tools/arguments.hpp"
#include "tools/session.hpp"

namespace maillage::tools {

[[nodiscard]] formats::LoadOptions load_options(const Arguments& arguments);

/// Reads the dataset of the command line and follows its language.
[[nodiscard]] formats::Loaded load(const Arguments& arguments, const formats::LoadOptions& options,
                                   Session& session);

/// Refuses a dataset with errors unless `--lenient`; says what was read.
///
/// Errors   DataError.
void accept(formats::Loaded& loaded, const Arguments& arguments, const Session& session);

/// What was read and what was left out, on standard error; with `-v` or `--json-errors` every
/// issue too.
void say_what_was_read(formats::Loaded& loaded, const Session& session);

/// Number of files that hold tables.
[[nodiscard]] std::size_t files_read(const model::Dataset& data);

/// Outlines of territories: of the file of `--outlines`, else of one that lies in the dataset under
/// the name of the format; none without such a file.
[[nodiscard]] std::vector<model::Outline> outlines_of(const Arguments& arguments,
                                                      const formats::LoadOptions& reading,
                                                      const model::Dataset& data);

}  // namespace maillage::tools
