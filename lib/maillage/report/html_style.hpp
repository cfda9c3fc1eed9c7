#pragma once

#include <string_view>

namespace maillage::report {

/// The style sheet of the report: a screen, and A4 paper where page one is one page. It holds no
/// text of the files, and asks for nothing from anywhere else.
[[nodiscard]] std::string_view html_style();

}  // namespace maillage::report
