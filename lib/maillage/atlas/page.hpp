#pragma once

#include <string>

#include <maillage/atlas/figures.hpp>
#include <maillage/atlas/viewer.hpp>
#include <maillage/report/document.hpp>

namespace maillage::atlas {

struct PageParts {
    Viewer viewer;
    std::string data;  ///< JSON, fit to stand in a page.
    const report::Document& document;
    const Figures& figures;
    const model::Dataset& dataset;
};

/// The HTML file: a policy that lets nothing in but its own script and style (by their hashes), the
/// data, the viewer, and the table of territories for browsers without script.
[[nodiscard]] std::string page_of(const PageParts& parts);

}  // namespace maillage::atlas
